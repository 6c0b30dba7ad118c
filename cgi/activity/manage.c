/* manage.c - one activity with its roster and records, and its steps. */
#include <string.h>

#include "activity.h"
#include "activity_state.h"
#include "change.h"
#include "clock.h"
#include "config.h"
#include "duty.h"
#include "history.h"
#include "safeguard.h"
#include "secret.h"
#include "states.h"
#include "undone.h"
#include "workday.h"

#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);
#define PUBLISH_IN(X, T) X(T, FLAG, screened, 1, 1)
FORM_DEFINE(publish_in, PUBLISH_IN);

const struct col act_cols[] = { ACT_COLS(ROW_COL_, act){ COL_END, 0 } };
static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(ACT_COLS)
	"  FROM activity a"
	" WHERE a.no = ?"
	"   AND a.station_id = ?");
static struct stmt any_q = SQL(
	"SELECT " ROW_SELECT(ACT_COLS)
	"  FROM activity a"
	" WHERE a.no = ?");

static struct stmt show_q = SQL(
	"SELECT a.no, a.title, a.content, a.category, c.name AS category_name, a.starts_at,"
	"       a.ends_at, DATE(a.starts_at) AS day, DATE_FORMAT(a.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(a.ends_at, '%H:%i') AS ends, a.place, a.organiser, a.leader_name,"
	"       v.no AS leader_no, w.name AS led_by, a.planned, a.dangerous, a.state,"
	"       a.cancel_reason,"
	"       a.published_at, a.record_due_on, a.notice_from, a.notice_until, a.archived_at,"
	"       a.roll_closed_at, p.no AS project_no, p.title AS project_title, f.name AS made_by,"
	"       s.name AS station, LOWER(HEX(r.uid)) AS series,"
	"       (SELECT COUNT(*) FROM roster o WHERE o.activity_id = a.id"
	"       AND o.state = 'on') AS roster, (SELECT COUNT(*) FROM attendance t"
	"       WHERE t.activity_id = a.id AND t.direction = 'in') AS came,"
	"       (SELECT COUNT(*) FROM attendance t WHERE t.activity_id = a.id"
	"       AND t.direction = 'out') AS gone"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	"  JOIN staff f ON f.id = a.created_by"
	"  LEFT JOIN project p ON p.id = a.project_id"
	"  LEFT JOIN series r ON r.id = a.series_id"
	"  LEFT JOIN volunteer v ON v.person_id = a.leader_id"
	"  LEFT JOIN person w ON w.id = a.led_by"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = a.category"
	" WHERE a.id = ?");
/* What stands above a board, a code, a roll, and what a check-in shows to volunteers. */
static struct stmt above_q = SQL(
	"SELECT a.no, a.title, a.content, a.starts_at, a.ends_at, DATE(a.starts_at) AS day,"
	"       DATE_FORMAT(a.starts_at, '%H:%i') AS begins,"
	"       DATE_FORMAT(a.ends_at, '%H:%i') AS ends, a.place, a.state,"
	"       a.cancel_reason, s.name AS station, (SELECT COUNT(*) FROM roster o"
	"       WHERE o.activity_id = a.id AND o.state = 'on') AS roster, (SELECT COUNT(*)"
	"       FROM attendance t WHERE t.activity_id = a.id AND t.direction = 'in') AS came,"
	"       (SELECT COUNT(*) FROM attendance t WHERE t.activity_id = a.id"
	"       AND t.direction = 'out') AS gone"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.id = ?");
static struct stmt roster_q = SQL(
	"SELECT v.no, LOWER(HEX(p.uid)) AS uid, p.name, o.role, o.state, o.duty,"
	"       NULLIF(o.company, '') AS company, j.title AS position, i.at AS came, i.method,"
	"       t.at AS left_at, NULLIF(o.excuse, '') AS excuse"
	"  FROM roster o"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	"  LEFT JOIN position j ON j.id = o.position_id"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.activity_id = ?"
	"   AND o.state <> 'removed'"
	" ORDER BY o.role, o.id"
	" LIMIT 1000");
/* Of other stations: a masked name until they have agreed. */
static struct stmt asked_q = SQL(
	"SELECT v.no, p.name AS _name, k.purpose, k.state, k.asked_at"
	"  FROM volunteer_ask k"
	"  JOIN person p ON p.id = k.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = k.person_id"
	" WHERE k.purpose IN ('roster', 'leader')"
	"   AND k.target_id = ?"
	"   AND k.state <> 'accepted'"
	" ORDER BY k.id"
	" LIMIT 200");
static struct stmt records_q = SQL(
	"SELECT r.no, p.name, v.no AS volunteer_no, r.starts_at AS begins, r.ends_at AS ends,"
	"       r.minutes, ROUND(r.minutes / 60, 2) AS hours, r.evidence, r.state, r.version,"
	"       l.name AS logger, w.name AS reviewer, r.notice_until, r.end_reason"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN staff l ON l.id = r.logger_id"
	"  LEFT JOIN staff w ON w.id = r.reviewer_id"
	" WHERE r.activity_id = ?"
	" ORDER BY r.id"
	" LIMIT 1000");
/* Who is on duty, or was taken on by the project, and may not come like this. */
static struct stmt lacks_q = SQL(
	"SELECT v.no, w.name, COALESCE(NULLIF(" SAFE_WORD("COALESCE(o.company, '') <> ''")
	", ''), IF(o.person_id IS NULL AND " DUTY_BUSY
	", 'busy', '')) AS word, o.person_id IS NOT NULL AS rostered"
	"  FROM activity a"
	"  JOIN " SAFE_ASKED
	"  JOIN (SELECT person_id FROM roster WHERE activity_id = ? AND state = 'on' UNION"
	"       SELECT person_id FROM application WHERE project_id = ? AND state = 'accepted'"
	"       AND activity_id IS NULL) t"
	"  JOIN person w ON w.id = t.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = w.id"
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = w.id AND o.state = 'on'"
	" WHERE a.id = ?"
	" HAVING word <> ''"
	" ORDER BY rostered DESC, v.no"
	" LIMIT 200");
/* Whether the end of the notice would change anything today. */
static struct stmt ends_q = SQL(
	"SELECT COALESCE(SUM(state = 'notice' AND notice_until < ?), 0) > 0 OR COUNT(*) = 0"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND state IN " RECORD_OPEN);
static struct stmt publish_q = SQL(
	"UPDATE activity"
	"   SET published_by = ?, published_at = ?, code_secret = ?, record_due_on = ?,"
	"       declared_on = COALESCE(declared_on, DATE(published_at))"
	" WHERE id = ?"
	"   AND starts_at > ?");
static struct stmt cancel_q = SQL(
	"UPDATE activity"
	"   SET cancel_reason = ?"
	" WHERE id = ?");
enum err act_no(struct rq *q, const char *no, struct act *a)
{
	return row_one(&here_q, ARGS(A_(no), A_(q->station)), act_cols, a);
}

enum err act_here(struct rq *q, struct act *a)
{
	return act_no(q, arg(q, 0), a);
}

enum err act_any(const char *no, struct act *a)
{
	return row_one(&any_q, ARGS(A_(no)), act_cols, a);
}

enum err put_activity(struct rq *q, int64_t id)
{
	return put_one(q, "Activity", &above_q, ARGS(A_(id)));
}

void fault_put(struct rq *q, const char *field, const char *about, const char *word)
{
	const char *people = lang(arena_fmt(q->arena, "activity.FaultForPeople.%s", word));
	const char *text = str_or(lang(arena_fmt(q->arena, "activity.Fault.%s", word)), word);
	if (people && !q->staff)
		text = people;
	put(q, "Fault", word);
	form_also(q, FAULT_KEEPS);
	form_error_text(q, field, about ? arena_fmt(q->arena, "%s：%s", about, text) : text);
}

enum err fault_form(struct rq *q, enum err e, const char *field, const char *about,
		    const char *word)
{
	if (e != ERR_CHECK || !word)
		return e;
	fault_put(q, field, about, word);
	return ERR_FORM;
}

enum err fault_page(struct rq *q, int status, const char *word, const char *template)
{
	fault_put(q, NULL, NULL, word);
	return page_status(q, status, template);
}

static enum err manage_put(struct rq *q, const struct act *a)
{
	int64_t id = a->id;
	bool undeclared = false;
	enum err e = put_one(q, "Activity", &show_q, ARGS(A_(id)));
	if (!e && str_eq(got(q, "Activity.state"), "draft"))
		e = record_undeclared(&q->actor, id, &undeclared);
	put_int(q, "Undeclared", undeclared ? 1 : DB_NONE);
	int64_t ends = 0;
	if (!e && str_eq(a->state, "notice"))
		e = db_int(&ends_q, ARGS(A_(clock_day(q->arena, q->now)), A_(id)), &ends);
	put(q, "Ends", ends ? "1" : NULL);
	if (!e)
		e = put_query(q, "Roster", &roster_q, ARGS(A_(id)));
	if (!e && str_in(got(q, "Activity.state"), "draft,published,running,recording"))
		e = put_clashes(q, id, 0);
	if (!e && str_in(a->state, "draft,published,running"))
		e = put_query(
			q, "Lacks", &lacks_q,
			ARGS(A_(clock_time(q->arena, q->now)), A_(id), A_(a->project_id), A_(id)));
	if (!e)
		e = put_query(q, "Asked", &asked_q, ARGS(A_(id)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "Asked")); n; n = node_next(n))
		node_set(n, "name", mask_name(q->arena, str_or(node_get(n, "_name"), "")));
	if (!e)
		e = put_undos(q, "activity", id);
	if (!e)
		e = history_put(q, "activity", id);
	return e ? e : put_query(q, "Records", &records_q, ARGS(A_(id)));
}

enum err manage_show(struct rq *q)
{
	struct act a;
	enum err e = act_here(q, &a);
	if (!e)
		e = manage_put(q, &a);
	if (!e && str_in(a.state, "draft,published"))
		e = put_last(q, &a);
	return e ? e : page(q, "activity/show.cs");
}

struct step {
	struct rq *q;
	struct act a;
	const char *reason;
};

enum err act_publish(struct rq *q, const struct act *a)
{
	uint8_t key[32];
	const char *due, *now = clock_time(q->arena, q->now);
	secret_random(key, sizeof(key));
	enum err e = workday_add(a->station_id, a->day, (int)cfg.record_days, &due);
	/* The start is asked again in the statement: the hour may strike between page and press. */
	if (!e)
		e = db_change(&publish_q, ARGS(A_(q->staff), A_(now), A_(BYTES(key)), A_(due),
					       A_(a->id), A_(now)));
	return e ? e : move_to(&q->actor, &activity_machine, "publish", a->id, a->state);
}

static enum err activity_publish(void *ctx)
{
	struct step *s = ctx;
	return act_publish(s->q, &s->a);
}

enum err act_hindrance(struct rq *q, const struct act *a, const char **word)
{
	enum err e = safe_roster(a->id, clock_time(q->arena, q->now), word);
	if (!e && !*word && a->start <= q->now)
		*word = "begun";
	return e;
}

enum err manage_publish(struct rq *q)
{
	struct publish_in in;
	struct step s = { .q = q };
	const char *word;
	enum err e = act_here(q, &s.a);
	if (!e && !move_find(&activity_machine, "publish", s.a.state))
		e = ERR_STALE;
	if (!e)
		e = act_hindrance(q, &s.a, &word);
	if (e)
		return e;
	if (word)
		fault_put(q, NULL, NULL, word);
	if (!form_read(q, publish_in_fields, &in) || word)
		return ERR_FORM;
	e = db_tx(activity_publish, &s);
	return e ? e : see(q, "/activity/manage/%s?done=published", s.a.no);
}

enum err act_cancel(struct rq *q, const struct act *a, const char *reason)
{
	enum err e = db_change(&cancel_q, ARGS(A_(reason), A_(a->id)));
	if (!e)
		e = move_to(&q->actor, &activity_machine, "cancel", a->id, a->state);
	/* A draft nobody has been told of. */
	if (e || str_eq(a->state, "draft"))
		return e;
	return change_tell(&q->actor, "activity", a->id,
			   &(struct change){ .what = "cancelled", .became = reason });
}

static enum err activity_cancel(void *ctx)
{
	struct step *s = ctx;
	return act_cancel(s->q, &s->a, s->reason);
}

enum err manage_cancel(struct rq *q)
{
	struct reason_in in;
	struct step s = { .q = q };
	enum err e = act_here(q, &s.a);
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	s.reason = in.reason;
	e = db_tx(activity_cancel, &s);
	return e ? e : see(q, "/activity/manage/%s?done=cancelled", s.a.no);
}

enum err manage_archive(struct rq *q)
{
	struct act a;
	int64_t done;
	bool archived;
	enum err e = act_here(q, &a);
	if (!e && !str_eq(a.state, "notice"))
		e = ERR_STALE;
	if (!e)
		e = record_close(&q->actor, a.id, &done, &archived);
	/* Nothing was due: the notice is still running. */
	if (!e && !done && !archived)
		e = ERR_STALE;
	return e ? e
		 : see(q, "/activity/manage/%s?done=%s", a.no,
		       archived ? "archived" : "took_effect");
}
