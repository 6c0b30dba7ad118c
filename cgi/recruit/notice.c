/* notice.c - what everybody sees of one project: its notice 招募公告, with its positions and what
 * comes of it on which day. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "shift.h"

static struct stmt show_q = SQL(
	"SELECT p.id AS _id, p.no, p.title, p.state, p.goal, p.intro, p.starts_on, p.ends_on,"
	"       p.recruit_from, p.recruit_to, p.sign_up_how, p.place, g.full_name AS region,"
	"       p.contact_name, p.contact_phone, p.risks, p.dangerous, p.insurance,"
	"       NULLIF(p.agreement, 0) AS agreement,"
	"       IF(p.min_minutes = 0, NULL, p.min_minutes DIV 60) AS min_hours,"
	"       " NAMES_OF("service_category", "p.categories") " AS categories,"
	"       " NAMES_OF("recipient", "p.recipients") " AS recipients,"
	"       " NAMES_OF("guarantee", "p.guarantees") " AS guarantees, t.name AS team,"
	"       s.name AS station, DATE(p.published_at) AS published_on"
	"  FROM project p"
	"  JOIN station s ON s.id = p.station_id"
	"  LEFT JOIN region g ON g.code = p.region_code"
	"  LEFT JOIN team t ON t.id = p.team_id AND p.recruit_scope = 'team'"
	" WHERE p.id = ?");
static struct stmt positions_q = SQL(
	"SELECT LOWER(HEX(o.uid)) AS uid, o.title, o.wanted, o.taken, o.wanted - o.taken AS places,"
	"       o.description, o.conditions, o.min_age, t.no AS training_no, t.title AS training,"
	"       o.mode, " NAMES_OF("skill", "o.skills") " AS skills, o.sex, o.sex_reason,"
	"       NULLIF(o.hours, '') AS hours,"
	"       (SELECT COUNT(*) FROM application a WHERE a.position_id = o.id"
	"       AND a.activity_id IS NULL AND a.state = 'waiting') AS waiting"
	"  FROM position o"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.project_id = ?"
	"   AND o.wanted > 0"
	" ORDER BY o.id"
	" LIMIT 60");
/* The living one, else the last that ended. */
static struct stmt mine_q = SQL(
	"SELECT a.state, LOWER(HEX(o.uid)) AS uid, o.title AS position, a.reason, a.applied_at,"
	"       a.offered_until,"
	"       IF(a.state = 'waiting', (SELECT COUNT(*) FROM application b"
	"       WHERE b.position_id = a.position_id AND b.activity_id IS NULL"
	"       AND b.state = 'waiting'"
	"       AND (b.line_no < a.line_no OR (b.line_no = a.line_no AND b.id <= a.id))),"
	"       NULL) AS line_no"
	"  FROM application a"
	"  JOIN position o ON o.id = a.position_id"
	" WHERE a.project_id = ?"
	"   AND a.person_id = ?"
	"   AND a.activity_id IS NULL"
	" ORDER BY a.live_project IS NULL, a.id DESC"
	" LIMIT 1");

/* What comes of it, day by day. */
static struct stmt shifts_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, s.wanted - s.taken AS places"
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id AND b.state = 'published' AND b.starts_at > ?"
	" WHERE s.project_id = ?"
	" ORDER BY b.starts_at, b.id"
	" LIMIT 20");

/* Since they signed up. */
static struct stmt changes_q = SQL(
	"SELECT c.what, c.thing, c.was, c.became, c.changed_at"
	"  FROM application a"
	"  JOIN change_notice c ON c.about = 'project' AND c.target_id = a.project_id"
	"       AND c.changed_at >= a.applied_at"
	" WHERE a.project_id = ?"
	"   AND a.person_id = ?"
	"   AND a.live_project IS NOT NULL"
	" ORDER BY c.id DESC"
	" LIMIT 30");

enum { SHARED_SECONDS = 5 };

static void put_why(struct node *n, const struct why *w)
{
	for (size_t i = 0; i < w->n; i++)
		node_set(node_item(node_child(n, "Why")), "text", w->text[i]);
}

/* For each position whether the viewer may sign up, and why not; true: for one at least. */
static enum err put_may(struct rq *q, const struct notice_row *n, bool *any)
{
	struct may m;
	enum err e = may_read(q, n, NULL, "", &m);
	struct node *o = e ? NULL : node_first(put_list(q, "Positions"));
	*any = false;
	for (size_t i = 0; o && i < m.n; o = node_next(o)) {
		if (!str_eq(node_get(o, "uid"), m.v[i].uid))
			continue;
		struct why w = may_position(&m, &m.v[i++]);
		if (w.n)
			put_why(o, &w);
		else
			node_int(o, "may", 1);
		*any = *any || !w.n;
	}
	return e;
}

/* What the viewer may do: sign up, come back from, or first sign in. */
static enum err put_my_application(struct rq *q, const struct notice_row *n)
{
	bool open = notice_open(q, n), live, any = false;
	if (!(q->who.roles & ROLE_VOLUNTEER)) {
		put_int(q, "SignIn", open && !q->who.session_id ? 1 : DB_NONE);
		put_int(q, "Register", open && (q->who.roles & ROLE_WECHAT) ? 1 : DB_NONE);
		return OK;
	}
	enum err e = put_one(q, "Mine", &mine_q, ARGS(A_(n->id), A_(q->person)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	const char *state = e ? NULL : node_get(put_list(q, "Mine"), "state");
	if (!e)
		e = put_query(q, "Changes", &changes_q, ARGS(A_(n->id), A_(q->person)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	live = str_in(state, "pending,accepted,waiting,offered");
	e = open && !live ? put_may(q, n, &any) : OK;
	put_int(q, "Can.apply", any ? 1 : DB_NONE);
	put_int(q, "Can.withdraw", live && notice_alive(n) ? 1 : DB_NONE);
	put_int(q, "Can.accept", str_eq(state, "offered") && notice_alive(n) ? 1 : DB_NONE);
	return e;
}

/* With what the viewer has to do with it. */
enum err recruit_show(struct rq *q)
{
	struct notice_row n;
	enum err e = notice_read(q, &n);
	if (!e && q->who.session_id && notice_alive(&n))
		e = offers_end_project(&q->actor, n.id);
	if (!e)
		e = put_one(q, "Project", &show_q, ARGS(A_(n.id)));
	if (!e)
		e = put_query(q, "Positions", &positions_q, ARGS(A_(n.id)));
	if (!e)
		e = put_query(q, "Shifts", &shifts_q,
			      ARGS(A_(clock_time(q->arena, q->now)), A_(n.id)));
	if (!e)
		e = put_station(q, n.station);
	if (!e)
		e = put_my_application(q, &n);
	if (e)
		return e;
	put_int(q, "Open", notice_open(q, &n) ? 1 : DB_NONE);
	reply_cache(q, SHARED_SECONDS);
	return page(q, "recruit/show.cs");
}
