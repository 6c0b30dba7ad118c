/* complaint.c - complaints, opened and answered. */
#include "complaint.h"

#include "audit.h"
#include "secret.h"
#include "setting.h"
#include "workday.h"

enum { DUE_DAYS = 5 };

static struct stmt open_q = SQL(
	"INSERT INTO complaint (uid, no, station_id, kind, order_id, about, content, raised_at,"
	"       due_on)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt result_q = SQL(
	"UPDATE complaint"
	"   SET result = ?, handled_by = ?, closed_at = ?"
	" WHERE id = ?");
static struct stmt state_q = SQL(
	"UPDATE complaint"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = COALESCE(?, station_id)");
static const struct move moves[] = { { "upheld", "open", "upheld" },
				     { "rejected", "open", "rejected" },
				     { 0 } };
static const struct machine machine = { "complaint", moves, &state_q };

enum err complaint_open(const struct actor *by, const struct complaint *c, const char **no)
{
	struct actor there = *by;
	int64_t days, id = 0;
	const char *due;
	there.station = c->station;
	enum err e = setting_rule(c->station, "objection_due_days", DUE_DAYS, &days);
	if (!e)
		e = workday_add(c->station, actor_today(by), (int)days, &due);
	if (!e)
		e = number_next(&there, 'Q', c->station, no);
	return e ? e
		 : audited(&there, &open_q,
			   ARGS(A_(secret_uid(by->arena)), A_(*no), A_(c->station), A_(c->kind),
				A_(c->order), A_(c->about), A_(c->content), A_(actor_time(by)),
				A_(due)),
			   "complaint.open", "complaint", &id);
}

enum err complaint_close(const struct actor *by, int64_t id, const char *state, const char *result)
{
	enum err e = move_to(by, &machine, state, id, "open");
	return e ? e
		 : db_change(&result_q,
			     ARGS(A_(result), A_(by->staff), A_(actor_time(by)), A_(id)));
}
