/* complaint.c - complaints, opened, answered and looked at again. */
#include "complaint.h"

#include "audit.h"
#include "secret.h"
#include "setting.h"
#include "staff.h"
#include "workday.h"

enum { DUE_DAYS = 5 };

static struct stmt open_q = SQL(
	"INSERT INTO complaint (uid, no, station_id, kind, order_id, about, content, raised_at,"
	"       due_on, way, nature, phone_sealed)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
/* Names are looked for in what was written, without the spaces that may stand in them. */
#define HOLDS "INSTR(REPLACE(REPLACE(?, ' ', ''), '\u3000', ''), REPLACE(f.name, ' ', '')) > 0"
static struct stmt named_q = SQL(
	"INSERT INTO complaint_staff (complaint_id, staff_id)"
	" SELECT DISTINCT ?, f.id"
	"  FROM staff_role r"
	"  JOIN staff f ON f.id = r.staff_id"
	" WHERE (r.station_id = ? OR r.role = 'overseer')"
	"   AND r.ended_at IS NULL"
	"   AND (" HOLDS
	"       OR f.login = ?)"
	" LIMIT 100");
/* Who made the thing of that number, or is it. */
static struct stmt behind_q = SQL(
	"INSERT IGNORE INTO complaint_staff (complaint_id, staff_id)"
	" SELECT ?, x.staff_id"
	"  FROM (SELECT f.id AS staff_id FROM volunteer v JOIN staff f ON f.person_id = v.person_id"
	"               WHERE v.no = ?"
	"       UNION SELECT author_id FROM project WHERE no = ?"
	"       UNION SELECT approver_id FROM project WHERE no = ?"
	"       UNION SELECT created_by FROM activity WHERE no = ?"
	"       UNION SELECT f.id FROM activity a JOIN staff f ON f.person_id = a.leader_id"
	"               WHERE a.no = ?"
	"       UNION SELECT logger_id FROM service_record WHERE no = ?"
	"       UNION SELECT reviewer_id FROM service_record WHERE no = ?) x"
	" WHERE x.staff_id IS NOT NULL"
	" LIMIT 20");
/* 1: it is about the manager; or nobody else says yes or no there. */
static struct stmt above_q = SQL(
	"SELECT EXISTS (SELECT 1 FROM complaint_staff x"
	"              JOIN staff_role r ON r.staff_id = x.staff_id"
	"              AND r.station_id = ? AND r.role = 'manager' AND r.ended_at IS NULL"
	"       WHERE x.complaint_id = ?)"
	"       OR NOT EXISTS (SELECT 1 FROM staff_role r JOIN staff f ON f.id = r.staff_id"
	"       WHERE r.station_id = ? AND r.role IN ('reviewer', 'manager') AND r.ended_at IS NULL"
	"              AND f.state = 'active' AND f.id NOT IN (SELECT x.staff_id"
	"              FROM complaint_staff x WHERE x.complaint_id = ?))");
static struct stmt desk_q = SQL(
	"UPDATE complaint"
	"   SET desk = 'overseer'"
	" WHERE id = ?");
static struct stmt result_q = SQL(
	"UPDATE complaint"
	"   SET result = ?, handled_by = ?, closed_at = ?"
	" WHERE id = ?");
/* Whoever answered at the station has had their say. */
static struct stmt handler_q = SQL(
	"INSERT IGNORE INTO complaint_staff (complaint_id, staff_id)"
	" SELECT id, handled_by"
	"  FROM complaint"
	" WHERE id = ?"
	"   AND desk = 'station'"
	"   AND handled_by IS NOT NULL");
static struct stmt again_q = SQL(
	"UPDATE complaint"
	"   SET first_result = result, result = NULL, handled_by = NULL, closed_at = NULL,"
	"       reopened_at = ?, reopened_why = ?, desk = 'overseer', due_on = ?"
	" WHERE id = ?"
	"   AND reopened_at IS NULL");
static struct stmt about_q = SQL(
	"SELECT COUNT(*)"
	"  FROM complaint_staff x"
	"  JOIN staff f ON f.id = x.staff_id"
	"  JOIN staff me ON me.id = ?"
	" WHERE x.complaint_id = ?"
	"   AND (f.id = me.id OR f.person_id = me.person_id)");
static struct stmt state_q = SQL(
	"UPDATE complaint"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = COALESCE(?, station_id)");
static const struct move moves[] = { { "upheld", "open", "upheld" },
				     { "rejected", "open", "rejected" },
				     { "answered", "open", "answered" },
				     { "again", "upheld", "open" },
				     { "again", "rejected", "open" },
				     { "again", "answered", "open" },
				     { 0 } };
static const struct machine machine = { "complaint", moves, &state_q };

static enum err due(const struct actor *by, int64_t station, bool written, const char **day)
{
	int64_t days;
	enum err e = setting_rule(station, written ? "feedback_due_days" : "objection_due_days",
				  DUE_DAYS, &days);
	return e ? e : workday_add(station, actor_today(by), (int)days, day);
}

static enum err complaint_send(const struct complaint *c, int64_t id)
{
	int64_t above = str_eq(c->kind, "station");
	enum err e = above ? OK
			   : db_int(&above_q, ARGS(A_(c->station), A_(id), A_(c->station), A_(id)),
				    &above);
	return e || !above ? e : db_exec(&desk_q, ARGS(A_(id)), NULL);
}

/* Praise and advice are nobody's to hide from. */
static enum err complaint_link(const struct actor *by, const struct complaint *c, int64_t id)
{
	const char *no = c->about;
	const char *words = arena_fmt(by->arena, "%s\n%s", c->about, c->content);
	if (!str_eq(c->nature, "complaint"))
		return OK;
	enum err e = db_exec(&named_q, ARGS(A_(id), A_(c->station), A_(words), A_(no)), NULL);
	if (!e && *no)
		e = db_exec(&behind_q,
			    ARGS(A_(id), A_(no), A_(no), A_(no), A_(no), A_(no), A_(no), A_(no)),
			    NULL);
	return e ? e : complaint_send(c, id);
}

enum err complaint_open(const struct actor *by, const struct complaint *c, const char **no)
{
	struct actor there = *by;
	bool written = c->nature;
	int64_t id = 0;
	const char *last;
	struct bytes uid = c->uid.p ? c->uid : secret_uid(by->arena);
	struct bytes phone = { 0, 0 };
	if (c->phone)
		phone = secret_seal(by->arena, "complaint.phone", uid, c->phone);
	there.station = c->station;
	enum err e = due(by, c->station, written, &last);
	if (!e)
		e = number_next(&there, 'Q', c->station, no);
	if (!e)
		e = audited(&there, &open_q,
			    ARGS(A_(uid), A_(*no), A_(c->station), A_(c->kind), A_(c->order),
				 A_(c->about), A_(c->content), A_(actor_time(by)), A_(last),
				 A_(written ? "feedback" : "order"),
				 A_(written ? c->nature : "complaint"), A_(phone)),
			    "complaint.open", "complaint", &id);
	return e || !written ? e : complaint_link(by, c, id);
}

enum err complaint_close(const struct actor *by, const struct complaint_at *at, const char *state,
			 const char *result)
{
	struct actor there = *by;
	there.station = at->station;
	enum err e = move_to(&there, &machine, state, at->id, "open");
	return e ? e
		 : db_change(&result_q,
			     ARGS(A_(result), A_(by->staff), A_(actor_time(by)), A_(at->id)));
}

enum err complaint_again(const struct actor *by, const struct complaint_at *at, const char *state,
			 const char *why)
{
	struct actor there = *by;
	const char *last;
	there.station = at->station;
	enum err e = due(by, at->station, true, &last);
	if (!e)
		e = move_to(&there, &machine, "again", at->id, state);
	if (!e)
		e = db_exec(&handler_q, ARGS(A_(at->id)), NULL);
	return e ? e : db_change(&again_q, ARGS(A_(actor_time(by)), A_(why), A_(last), A_(at->id)));
}

enum err complaint_bars(const struct actor *by, int64_t id, const char **bar)
{
	int64_t mine = 0;
	enum err e = STAFF_BARS(by, bar, 0);
	if (!e && !*bar)
		e = db_int(&about_q, ARGS(A_(by->staff), A_(id)), &mine);
	if (!e && mine)
		*bar = "own";
	return e;
}
