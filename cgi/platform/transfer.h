/*
 * transfer.h - 转移接续: a volunteer's records leave as a signed bundle, and come in from one or
 * from another platform's CSV; between stations of this installation the volunteer goes over.
 *
 * Owns the rows of station_move, transfer and transfer_record; the minutes that come to count are
 * told to person.h and record.h. What comes in is stored first and counts nothing; a step of its
 * own lets it count.
 */
#ifndef ZYZ_PLATFORM_TRANSFER_H
#define ZYZ_PLATFORM_TRANSFER_H

#include "app.h"
#include "bundle.h"
#include "rules.h"
#include "timebank_note.h"

enum { TRANSFER_ROWS = 100 };

/* How many records of a bundle given, t, were corrected or taken back since; a newer bundle of the
 * same part that says so settles it. */
#define TRANSFER_CHANGED_JOINS \
	"JOIN ledger_event e ON e.record_uid = r.uid AND e.version = r.version " \
	"AND e.kind = 'effective' JOIN ledger_leaf l ON l.event_id = e.id " \
	"LEFT JOIN ledger_event x ON x.record_uid = r.uid AND x.version = r.version " \
	"AND x.kind = r.state LEFT JOIN ledger_leaf k ON k.event_id = x.id "
#define TRANSFER_CHANGED_WHERE \
	"r.person_id = t.person_id AND r.state IN ('corrected', 'withdrawn') " \
	"AND l.seq < t.head_size AND COALESCE(k.seq, t.head_size) >= t.head_size " \
	"AND NOT EXISTS (SELECT 1 FROM transfer n WHERE n.person_id = t.person_id " \
	"AND n.direction = 'out' AND n.part = t.part " \
	"AND n.head_size > COALESCE(k.seq, n.head_size))"
/* One state at a time: then the key of a person's records by state finds the few. */
#define TRANSFER_CHANGED_TO(state) \
	"(SELECT COUNT(*) FROM service_record r FORCE INDEX " \
	"(service_record_of_state) " TRANSFER_CHANGED_JOINS "WHERE r.state = '" state \
	"' AND " TRANSFER_CHANGED_WHERE ")"
#define TRANSFER_CHANGED TRANSFER_CHANGED_TO("corrected") " + " TRANSFER_CHANGED_TO("withdrawn")

/* transfer_words.c: minutes and counted of a row again as hours and counted_hours. */
void transfer_hours(struct rq *q, struct node *n);
/* "第 1 份，共 2 份"; NULL for a single one. */
const char *transfer_part_text(struct arena *a, const char *begin, int64_t part, int64_t parts);
/* transfer_show.c */
enum err transfer_list(struct rq *q);
enum err transfer_show(struct rq *q);
enum err transfer_keys(struct rq *q);
/* transfer_out.c */
enum err transfer_mine(struct rq *q);
enum err transfer_mine_make(struct rq *q);
enum err transfer_out(struct rq *q);
enum err transfer_out_make(struct rq *q);
/* transfer_load.c: Page.Ready; then, of b->part, all that goes into a bundle but its names. */
enum err transfer_ready(struct rq *q, int64_t person, struct node *ready) MUST_USE;
enum err transfer_load(struct rq *q, int64_t person, struct bundle *b) MUST_USE;
/* The bundle as it came: kept, and given again to the station or the volunteer. */
enum err transfer_file(struct rq *q);
enum err transfer_mine_file(struct rq *q);
enum err transfer_file_keep(int64_t transfer, struct bytes file) MUST_USE;
/* transfer_in.c, transfer_csv.c */
enum err transfer_in(struct rq *q);
enum err transfer_in_take(struct rq *q);
enum err transfer_csv(struct rq *q);
enum err transfer_csv_take(struct rq *q);
/* transfer_move.c: to another station of this installation */
enum err move_list(struct rq *q);
enum err move_new(struct rq *q);
enum err move_make(struct rq *q);
enum err move_show(struct rq *q);
enum err move_accept(struct rq *q);
enum err move_decline(struct rq *q);
enum err move_cancel(struct rq *q);
enum err move_mine_make(struct rq *q);
enum err move_mine_cancel(struct rq *q);
enum err move_open(struct rq *q) MUST_USE;     /* Page.Moves: those not yet decided */
enum err move_put_mine(struct rq *q) MUST_USE; /* Page.Move, or Page.Stations to choose from */
/* transfer_step.c */
/* What of a transfer's waiting records is more than its days may hold waits no longer. */
enum err transfer_limit(struct rq *q, int64_t id, bool verified) MUST_USE;
enum err transfer_accept(struct rq *q);
enum err transfer_refuse(struct rq *q);
enum err transfer_withdraw(struct rq *q);

/* leaver.c: a volunteer of this station, or, without a number, the one who asks. */
#define LEAVER_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, name, "p.name") \
	X(T, BYTES, id_no, "p.id_no_sealed") \
	X(T, TEXT, no, "v.no") \
	X(T, INT, station_id, "v.station_id") \
	X(T, TEXT, station, "s.name") \
	X(T, INT, station_no, "s.no") \
	X(T, TEXT, birth_on, "p.birth_on")
struct leaver {
	LEAVER_COLS(ROW_MEMBER_, )
	const char *id_no_text; /* opened; NULL when not kept */
};
/* A number that is nobody's here: a message beside the field `volunteer`, and ERR_FORM. */
enum err leaver_find(struct rq *q, const char *no, struct leaver *out) MUST_USE;
/* For a minor a guardian agrees, and does so at the desk. */
bool leaver_minor(const struct rq *q, const struct leaver *who);
/* A form that is opened from a volunteer's page is for that one: Page.Form.volunteer. */
void leaver_put_asked(struct rq *q);

/* transfer_take.c: what was read of a file, on its way into the tables. */
struct brought {
	const char *key;                 /* once for a person */
	const char *ref;                 /* number there, if told */
	const char *day, *starts, *ends; /* starts and ends: both or none */
	const char *title, *organiser, *evidence;
	int64_t minutes;
	struct rules_span at; /* of starts and ends; from CSV alone */
};
struct taking {
	struct rq *q;
	const struct leaver *who;
	struct bytes uid, sha, key; /* key.p NULL: nobody signed it, or nobody whom we trust */
	const char *other, *made_at;
	const char *left_out;            /* lines of a CSV that were not taken; NULL: none */
	const struct brought *v, *ended; /* ended: no longer hold where they were made */
	size_t n, ended_n;
	int64_t part, parts;             /* 0: 1 */
	struct bytes file;               /* kept as it came; p NULL: it is not */
	const struct bundle_note *notes; /* of the time bank; of one that is signed */
	size_t notes_n;
	struct taking *inside; /* bundles that lay within it */
	size_t inside_n;
	const char *no;    /* out: its number here */
	const char *twice; /* out: the number under which it is here already */
	const char *noted; /* out: what became of the last of the notes (timebank_note.h) */
};
/* Stores it, counting nothing, and what lies within, unless that is here already. ERR_DUPLICATE: it
 * is here already itself. */
enum err transfer_take(struct taking *t) MUST_USE;
/* The page again with 409 and a message that says where it is. */
enum err transfer_twice(struct rq *q, const struct taking *t, const char *template) MUST_USE;

#endif
