/* record_correct.c - the next version of a record: other times, typed by a person, the same hour,
 * and every rule of a new one. */
#include "record_inside.h"

#include "clock.h"

static struct stmt next_q = SQL(
	"INSERT INTO service_record (uid, version, replaces_id, no, station_id, activity_id,"
	"       project_id, person_id, proved_as, served_on, starts_at, ends_at, minutes, evidence,"
	"       offline, category, content, remark, activity_published_at, flags, logger_id,"
	"       logged_at, leader_id, leader_at)"
	" SELECT uid, version + 1, id, ?, station_id, activity_id, project_id, person_id,"
	"       proved_as, ?, ?, ?, ?, ?, offline, category, content, ?, activity_published_at, ?,"
	"       ?, ?, leader_id, leader_at"
	"  FROM service_record"
	" WHERE id = ?");
static struct stmt proofs_q = SQL(
	"INSERT INTO backfill_proof (record_id, document_id, added_by, added_at)"
	" SELECT ?, document_id, added_by, added_at"
	"  FROM backfill_proof"
	" WHERE record_id = ?");

static enum err record_next(const struct actor *by, const struct record_row *r,
			    const struct record_admitted *a, const char *reason, int64_t *new_id)
{
	const char *no;
	enum err e = number_next(by, 'R', r->station_id, &no);
	if (!e)
		e = db_exec(&next_q,
			    ARGS(A_(no), A_(a->day), A_(clock_time(by->arena, a->at.from)),
				 A_(clock_time(by->arena, a->at.to)), A_(rules_minutes(a->at)),
				 A_(rules_typed(r->evidence)), A_(reason), A_(a->flags),
				 A_(by->staff), A_(actor_time(by)), A_(r->id)),
			    new_id);
	if (!e)
		e = db_exec(&proofs_q, ARGS(A_(*new_id), A_(r->id)), NULL);
	return e ? e : audit(by, "service_record.correction", "service_record", *new_id, no);
}

/* The old times leave the day before the new ones are looked at; the signs are read anew, since
 * they hang on the times. */
enum err record_correct(const struct actor *by, int64_t id, int64_t starts, int64_t ends,
			const char *reason, const char **fault, int64_t *new_id)
{
	struct record_row r;
	struct record_admitted a;
	enum err e = record_load(id, &r);
	if (e)
		return e;
	struct record_new n = { .activity_id = r.activity_id,
				.person_id = r.person_id,
				.starts = starts,
				.ends = ends,
				.evidence = rules_typed(r.evidence),
				.corrects = true };
	e = record_undo(by, &r, "correct", reason);
	if (!e)
		e = record_admit(by, &n, fault, &a);
	if (!e)
		e = record_next(by, &r, &a, reason, new_id);
	return e ? e : record_flag(by, r.activity_id);
}
