/* record_effect.c - a record takes effect or is taken back; totals, ledger event, outbox and
 * evaluation follow at once. */
#include "record_inside.h"

#include <string.h>

#include "certificate.h"
#include "evaluation.h"
#include "ids.h"
#include "outbox.h"
#include "star.h"

static struct stmt effective_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.effective_at = ?");
static struct stmt ended_q = SQL(
	"UPDATE service_record"
	"   SET ended_at = ?, end_reason = ?"
	" WHERE id = ?");

/* Totals come last, since all of a station meets in their rows. */
enum err record_effective(const struct actor *by, const char *ids, struct record_left *left,
			  int64_t *done)
{
	struct record_rows r;
	struct buf fit = { .arena = db_arena() };
	const char *today = actor_today(by), *now = actor_time(by);
	int64_t rows;
	enum err e = record_load_many(ids, &r);
	for (size_t i = 0; !e && i < r.n; i++) {
		if (!str_eq(r.v[i].state, "notice") || strcmp(r.v[i].notice_until, today) >= 0)
			e = ERR(ERR_STALE, "record is %s", r.v[i].state);
		r.v[i].effective_at = now;
	}
	*done = 0;
	if (!e)
		e = record_unfit(by, &r, left);
	if (e || !r.n)
		return e;
	for (size_t i = 0; i < r.n; i++)
		ids_add(&fit, r.v[i].id);
	r.ids = ids = ids_json(&fit);
	if (!e)
		e = db_affect(&effective_q, ARGS(A_(ids), A_(now)), &rows);
	if (!e)
		e = record_move_many(by, &r, "effective", "notice");
	if (!e)
		e = ledger_events(&r, "effective", by->now);
	if (!e)
		e = outbox_service_records(ids);
	if (!e)
		e = evaluation_holds(ids);
	if (!e)
		e = record_totals(ids, 1);
	*done = e ? 0 : (int64_t)r.n;
	return e;
}

enum err record_undo(const struct actor *by, const struct record_row *r, const char *verb,
		     const char *reason)
{
	bool counted = str_eq(r->state, "effective");
	struct record_row done = *r;
	struct record_rows rows = { .v = &done, .n = 1 };
	struct buf list = { .arena = db_arena() };
	ids_add(&list, r->id);
	rows.ids = ids_json(&list);
	done.ended_at = actor_time(by);
	enum err e = db_change(&ended_q, ARGS(A_(done.ended_at), A_(reason), A_(r->id)));
	if (!e)
		e = record_move(by, r, verb);
	if (!e)
		e = record_day(r->person_id, r->served_on, -r->minutes);
	if (!e)
		e = evaluation_falls(r->activity_id, r->person_id);
	if (e || !counted)
		return e;
	e = ledger_events(&rows, str_eq(verb, "correct") ? "corrected" : "withdrawn", by->now);
	if (!e)
		e = outbox_withdraw(OB_SERVICE_RECORD, r->uid);
	if (!e)
		e = certificate_falls(by, &(struct certified){ r->person_id, r->station_id,
							       r->served_on, r->effective_at });
	if (!e)
		e = star_hours_fell(r->person_id);
	return e ? e : record_totals(rows.ids, -1);
}

enum err record_withdraw(const struct actor *by, int64_t id, const char *reason)
{
	struct record_row r;
	enum err e = record_load(id, &r);
	return e ? e : record_undo(by, &r, "withdraw", reason);
}
