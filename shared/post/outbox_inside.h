/* outbox_inside.h - what the files of outbox.h share; nobody else includes it. */
#ifndef ZYZ_OUTBOX_INSIDE_H
#define ZYZ_OUTBOX_INSIDE_H

#include "ids.h"
#include "outbox.h"
#include "states.h"

#define OUTBOX_SEALED "outbox.payload" /* the column that payloads are sealed for */

/* Where the facts of a record come from: honours and stars are one kind from two tables. */
enum facts_source {
	FROM_VOLUNTEER,
	FROM_SERVICE_RECORD,
	FROM_TRAINING,
	FROM_HONOUR,
	FROM_STAR,
	FROM_EVALUATION,
	FACTS_SOURCES
};
/* X(source, its table, the id that is meant: of a volunteer the person's) */
#define FACTS_TABLES(X) \
	X(FROM_VOLUNTEER, "volunteer", "person_id") \
	X(FROM_SERVICE_RECORD, "service_record", "id") \
	X(FROM_TRAINING, "enrolment", "id") \
	X(FROM_HONOUR, "honour", "id") \
	X(FROM_STAR, "star_award", "id") \
	X(FROM_EVALUATION, "evaluation", "id")
extern const char *const facts_table[FACTS_SOURCES]; /* "service_record" */
struct facts {
	enum outbox_kind kind;
	const char *json; /* canonical: our order, our names, nothing that is NULL */
	struct bytes uid;
	int64_t version, person_id, station_id, station_no;
	const char *due_on; /* NULL: no legal deadline */
	bool live, consent;
};
/* The records of these ids (a list as JSON) and whom they are about, held until the transaction
 * ends. */
enum err facts_hold(enum facts_source from, const char *ids) MUST_USE;
/* Held first, then read. id is the row's (person id for volunteers); ERR_NOT_FOUND. */
enum err facts_read(enum facts_source from, int64_t id, struct facts *out) MUST_USE;
/* Of many rows at once; ids is a list of them as JSON. Those that are not there are left out. */
enum err facts_read_many(enum facts_source from, const char *ids, struct facts **out,
			 size_t *n) MUST_USE;
/* One record at one destination. */
struct outbox_item {
	int64_t destination_id, station_id, person_id;
	enum outbox_kind kind;
	struct bytes uid;
	const char *key;
};
/* Makes the row of a version; facts NULL: a withdrawal. ERR_RETRY: another was first. */
enum err outbox_add(const struct outbox_item *to, const char *destination, int64_t version,
		    const char *facts, const char *due_on) MUST_USE;
/* The key of a record at every platform. */
const char *facts_key(const struct facts *f);
/* Of the destination d, for a station s: as region_prefix(), a province and a city without their
 * zeros. */
#define DESTINATION_TAKES \
	"(d.region_code IS NULL OR s.region_code LIKE CONCAT(IF(CHAR_LENGTH(d.region_code) = 6, " \
	"TRIM(TRAILING '00' FROM d.region_code), d.region_code), '%'))"
/* The row that has this uid; ERR_NOT_FOUND when it is gone. */
enum err facts_find(enum outbox_kind k, struct bytes uid, enum facts_source *from,
		    int64_t *id) MUST_USE;
/* Enqueues all of them for every destination concerned; *rows is how many rows were made. In the
 * caller's transaction. */
enum err outbox_put(const struct facts *f, size_t n, int64_t *rows) MUST_USE;
/* The same from row ids (a list of them as JSON, none twice). */
enum err outbox_put_records(enum facts_source from, const char *ids, int64_t *rows) MUST_USE;
/* Notes that were set aside and are gone: no longer shown. */
enum err outbox_aside_clear(void) MUST_USE;
enum err outbox_in_tx(void) MUST_USE; /* ERR_INTERNAL outside a transaction */

#endif
