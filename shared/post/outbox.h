/*
 * outbox.h - what has to be told to platforms: written down in the transaction that made it true,
 * queued and posted by platform-post.
 *
 * A program notes which record changed (outbox_todo, one narrow row); the poster makes the rows of
 * the outbox from it, a moment later (outbox_make). A row of the outbox is frozen when it is made:
 * the facts of the record as canonical JSON under our own names, whatever a platform calls them
 * (platform.h maps them when they are sent), the SHA-256 of those bytes, and a key made from the
 * record's random uid. The facts hold personal data, so they are sealed (secret.h, column
 * "outbox.payload", uid idem); the hash is that of the plain bytes. One row for each enabled
 * destination that takes the kind. Nothing is queued about a person without a live consent
 * 'platform': that is no error; outbox_sweep() finds it once the consent is there.
 *
 *	// in the transaction that made the record effective:
 *	enum err e = outbox_service_record(record_id);
 *
 * Calling twice for the same content makes one row; changed content becomes a higher version, and
 * what changed twice before the row was made is one version. Never posts, never waits for anybody.
 */
#ifndef ZYZ_OUTBOX_H
#define ZYZ_OUTBOX_H

#include "db.h"

/* The five groups of 令67 art. 4: word, its uid's owner. */
enum outbox_kind {
	OB_VOLUNTEER,
	OB_SERVICE_RECORD,
	OB_TRAINING_RECORD,
	OB_COMMENDATION,
	OB_EVALUATION,
	OB_KINDS
};
const char *outbox_kind_word(enum outbox_kind k); /* "service_record" */
bool outbox_kind_of(const char *word, enum outbox_kind *k);
/* Names of the facts of a kind, NULL at the end; and whether one of them is there. */
const char *const *outbox_facts(enum outbox_kind k);

/* Each to be called inside db_tx. What is not yet effective, or is about a team or a
 * project, makes no row and is no error; a record that is not there is ERR_NOT_FOUND. */
enum err outbox_volunteer(int64_t person_id) MUST_USE;
enum err outbox_service_record(int64_t record_id) MUST_USE; /* effective ones */
/* Many at once; ids is a list of record ids as JSON. Those that are not there are left out. */
enum err outbox_service_records(const char *ids) MUST_USE;
enum err outbox_training(int64_t enrolment_id) MUST_USE;    /* passed or failed */
enum err outbox_commendation(int64_t honour_id) MUST_USE;   /* effective, of a volunteer */
enum err outbox_star(int64_t star_award_id) MUST_USE;       /* awarded */
enum err outbox_evaluation(int64_t evaluation_id) MUST_USE; /* of a volunteer */
/* All of the above that a person has; for the transaction that records their consent. */
enum err outbox_person(int64_t person_id) MUST_USE;

/* The record (uid of service_record, person, enrolment, honour, star_award or evaluation) no longer
 * holds: rows never sent are taken down, for what a platform may hold a withdrawal is enqueued. */
enum err outbox_withdraw(enum outbox_kind k, struct bytes record_uid) MUST_USE;
/* Staff says: again. A refused or parked row whose record has changed since is replaced by a new
 * version; otherwise the row itself waits again. ERR_STALE: neither refused nor parked. */
enum err outbox_again(int64_t outbox_id) MUST_USE;
/* After a comparison with a platform; in the caller's transaction. The row is sent again as it is,
 * or first asked for; ERR_STALE: it is under way. */
enum err outbox_resend(int64_t outbox_id, bool ask) MUST_USE;
/* What the record says now, or its withdrawal, is queued with a version above theirs. */
enum err outbox_above(int64_t outbox_id, int64_t above) MUST_USE;
/* The same for a key that we have no row for. ERR_STALE: the key is none of ours. */
enum err outbox_orphan(int64_t destination_id, enum outbox_kind k, const char *key,
		       int64_t version) MUST_USE;
/* A record that this destination has not had yet gets its row there, whether it is switched on or
 * not: the newest of its region that counts, with a consent. In the caller's transaction.
 * ERR_NOT_FOUND: there is none among the latest. */
enum err outbox_one(int64_t destination_id) MUST_USE;
/* A row of a file destination went out (exported), cannot be written (refused), or may not any more
 * (withdrawn); code and reason may be NULL. */
enum err outbox_exported(int64_t outbox_id, const char *state, const char *code,
			 const char *reason) MUST_USE;
/* Rows (ids as a JSON list, in their order) were handed over in one file; *file is its number. */
struct outbox_filed {
	int64_t destination, station, staff;
	const char *kind, *ids;
	int64_t items;
};
enum err outbox_filed(const struct outbox_filed *f, int64_t *file) MUST_USE;
/* The platform gave one of the station's rows back; ERR_STALE: it is not out. */
enum err outbox_returned(int64_t station, int64_t outbox_id, const char *reason) MUST_USE;
/* A receipt that came back for one of the station's exported rows; ERR_STALE: for none of them. */
struct outbox_receipt {
	int64_t destination, version;
	const char *key, *receipt;
};
enum err outbox_receive(int64_t station, const struct outbox_receipt *r) MUST_USE;
/* What waits or is leased may have been posted already: it is asked for before it is sent. */
enum err outbox_doubt(int64_t destination_id, int64_t *rows) MUST_USE;
/* A person withdrew the consent 'platform': rows never sent are taken down. Records already
 * there stay there. */
enum err outbox_consent_withdrawn(int64_t person_id) MUST_USE;
/* Erasure, after outbox_consent_withdrawn() and after person.erased_at was set: the payloads of all
 * rows about the person are emptied, and the words that platforms answered; key, version, hash,
 * receipt and reason_code stay. What may have arrived is still asked for, what ended is still
 * withdrawn: neither needs a payload. No row with a payload is made behind it: whoever reads facts
 * holds the person meanwhile. */
enum err outbox_forget(int64_t person_id) MUST_USE;

/* Makes the rows of what was noted, the oldest OUTBOX_AT_ONCE; *done is how many were dealt with,
 * 0: none is left. Records are held meanwhile, so that one taken back at this moment is not put in
 * line behind its withdrawal. One whose facts cannot be read is logged and set aside for a while. A
 * transaction of its own. */
enum { OUTBOX_AT_ONCE = 200 };
enum err outbox_make(int64_t *done) MUST_USE;
/* The database's clock was set back: notes put off until a time far ahead are due. */
enum err outbox_set_back(void) MUST_USE;

/* Notes what should be queued and is not, some rows of each table at a time; begin with an
 * empty mark. whole: all tables were read to their ends, the next call begins again. */
struct outbox_mark {
	int64_t after[OB_KINDS + 1];
	bool whole;
};
enum err outbox_sweep(struct outbox_mark *mark, int64_t *made) MUST_USE;

/* The frozen facts of a row, checked against its hash; "{}" for an empty payload: a withdrawal has
 * none, and an erased person's are forgotten. ERR_INTERNAL: changed or unreadable. */
enum err outbox_open(struct arena *a, struct bytes idem, struct bytes sealed, struct bytes sha,
		     const char **facts) MUST_USE;

/* For /healthz and the staff's front page: what waits, at a station or (DB_NONE) at all of them.
 * Costs the same whatever the length of the line. */
enum { OUTBOX_COUNTED = 10000 };
/* Minutes since a station's oldest row was made that is not settled, 0: none; takes the station
 * three times. Rows are queued in the order of their ids: the first one is the oldest. */
#define OUTBOX_AGE "SELECT COALESCE(TIMESTAMPDIFF(MINUTE, MIN(c.at), NOW(3)), 0) FROM ("
#define OUTBOX_FIRST(state) \
	"SELECT o.created_at AS at FROM outbox o WHERE o.id = (SELECT i.id FROM outbox i WHERE " \
	"i.station_id = ? AND i.state = '" state "' ORDER BY i.id LIMIT 1) UNION ALL "
#define OUTBOX_STATION_AGE \
	OUTBOX_AGE OUTBOX_FIRST("waiting") OUTBOX_FIRST( \
		"leased") "SELECT MIN(made_at) FROM outbox_todo WHERE station_id = ?) c"
struct outbox_lag {
	int64_t oldest_minutes; /* age of the oldest row not yet settled, 0: none */
	int64_t waiting;        /* how many, up to OUTBOX_COUNTED; of a station only when late */
	bool late;              /* longer than cfg.post_alarm_hours */
};
enum err outbox_lag(int64_t station, struct outbox_lag *lag) MUST_USE;

#endif
