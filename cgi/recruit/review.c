/* review.c - staff read what came in; what they decide is decide.c. */
#include "check.h"
#include "clock.h"
#include "list.h"
#include "recruit.h"
#include "undone.h"

#define SHOWN \
	"LOWER(HEX(a.uid)) AS uid, a.state, " \
	"a.applied_at, " \
	"n.name, v.no AS volunteer_no, s.name AS sex, n.birth_on AS _birth_on, " \
	"COALESCE(t.minutes, 0) AS _minutes, p.no AS project_no, p.title AS project, " \
	"o.title AS position, COALESCE(h.wanted, o.wanted) AS wanted, " \
	"COALESCE(h.taken, o.taken) AS taken, b.no AS shift_no, b.starts_at AS shift, " \
	"COALESCE(h.wanted - h.taken, o.wanted - o.taken) AS places, " \
	"a.line_no, a.offered_until, a.reason"
#define JOINED \
	"JOIN project p ON p.id = a.project_id " \
	"JOIN position o ON o.id = a.position_id " \
	"JOIN person n ON n.id = a.person_id JOIN volunteer v ON v.person_id = a.person_id " \
	"LEFT JOIN volunteer_total t ON t.person_id = a.person_id " \
	"LEFT JOIN code_item s ON s.list = 'sex' AND s.code = n.sex " \
	"LEFT JOIN shift h ON h.activity_id = a.activity_id " \
	"LEFT JOIN activity b ON b.id = a.activity_id "

#define REVIEW_COLS(C) \
	C(TEXT, applied_at, "a.applied_at", "") \
	C(TEXT, name, "n.name", "") \
	C(INT, age, "NULL", "") \
	C(TEXT, sex, "s.name", "") \
	C(HOURS, minutes, "COALESCE(t.minutes, 0)", "") \
	C(TEXT, project, "p.title", "") \
	C(TEXT, position, "o.title", "") \
	C(DAY, shift, "b.starts_at", "") \
	C(INT, taken, "COALESCE(h.taken, o.taken)", "") \
	C(INT, wanted, "COALESCE(h.wanted, o.wanted)", "") \
	C(WORD, state, "a.state", "State.application") \
	C(WORD, reason, "a.reason", "recruit.Reason") \
	C(INT, line_no, "a.line_no", "") \
	C(TEXT, _uid, "LOWER(HEX(a.uid))", "") \
	C(TEXT, _volunteer_no, "v.no", "") \
	C(TEXT, _project_no, "p.no", "") \
	C(INT, _places, "COALESCE(h.wanted - h.taken, o.wanted - o.taken)", "") \
	C(TEXT, offered_until, "a.offered_until", "") \
	C(TEXT, _birth_on, "n.birth_on", "") \
	C(INT, _minutes, "COALESCE(t.minutes, 0)", "")
#define REVIEW_TABLE "application a"
#define REVIEW_JOINS "  " JOINED
#define REVIEW_WHERE "a.station_id = ? AND a.project_open = 1 AND a.state = ?"
#define REVIEW_FILTERS(F) \
	F(GIVEN, state, "? <> ''") \
	F(WORD, project, "a.project_id = (SELECT x.id FROM project x WHERE x.no = ?)") \
	F(TICKED, only, "FIND_IN_SET(LEFT(LOWER(HEX(a.uid)), 12), ?) > 0")
#define REVIEW_WAYS(S, L) \
	S(L, project, any, "a.project_id", "application_open") \
	S(L, project, project, "a.id", "application_open") \
	S(L, applied_at, any, "a.id", "application_since") \
	S(L, applied_at, project, "a.id", "application_open")
#define REVIEW_ID "a.id"
LIST_DEFINE(REVIEW);

static struct stmt show_q = SQL(
	"SELECT a.id AS _id, " SHOWN ", a.mode, p.state AS project_state, o.min_age, o.conditions,"
	"       a.decided_at, f.name AS decided_by,"
	"       (SELECT GROUP_CONCAT(c.name ORDER BY c.sort SEPARATOR '\u3001') FROM code_item c"
	"       WHERE c.list = 'skill' AND FIND_IN_SET(c.code, v.skills)) AS skills,"
	"       v.no_shows"
	"  FROM application a " JOINED "LEFT"
	"  JOIN staff f ON f.id = a.decided_by"
	" WHERE a.uid = UNHEX(?)"
	"   AND a.station_id = ?");
static struct stmt projects_q = SQL(
	"SELECT p.no AS code, CONCAT(p.no, ' ', p.title) AS name"
	"  FROM project p"
	" WHERE p.station_id = ?"
	"   AND p.state IN ('recruiting', 'running')"
	" ORDER BY p.id DESC"
	" LIMIT 60");
static struct stmt totals_q = SQL(
	"SELECT p.no, p.title, (SELECT COUNT(*) FROM application a WHERE a.project_id = p.id"
	"       AND a.state = 'pending') AS pending, (SELECT COUNT(*) FROM application a"
	"       WHERE a.project_id = p.id AND a.state = 'waiting') AS waiting,"
	"       (SELECT SUM(o.wanted) FROM position o WHERE o.project_id = p.id) AS wanted,"
	"       (SELECT SUM(o.taken) FROM position o WHERE o.project_id = p.id) AS taken"
	"  FROM (SELECT id, no, title FROM project WHERE station_id = ?"
	"       AND state IN ('recruiting', 'running') AND (EXISTS (SELECT 1 FROM application a"
	"       WHERE a.project_id = project.id AND a.state = 'pending') = 1"
	"       OR EXISTS (SELECT 1 FROM application a WHERE a.project_id = project.id"
	"       AND a.state = 'waiting') = 1) ORDER BY id DESC LIMIT 20) p"
	" ORDER BY p.id DESC");
enum { PICK_DIGITS = 12 };

static void put_age_and_hours(struct rq *q, struct node *n)
{
	const char *birth = node_get(n, "_birth_on");
	node_int(n, "age", birth ? age_on(birth, clock_day(q->arena, q->now)) : DB_NONE);
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
}

static enum err review_row(struct rq *q, struct node *n, const struct row *r)
{
	static const char *const beside[] = { "uid", "volunteer_no", "project_no" };
	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++)
		node_set(n, beside[i], list_cell(r, arena_fmt(q->arena, "_%s", beside[i]))->text);
	node_int(n, "places", list_cell(r, "_places")->i);
	/* What its box sends (decision.h). */
	node_set(n, "pick", arena_dup(q->arena, list_cell(r, "_uid")->text, PICK_DIGITS));
	put_age_and_hours(q, n);
	return OK;
}

enum err review_list(struct rq *q)
{
	const char *asked = str_or(query(q, "state"), "");
	/* Without a state in the address what waits for staff. */
	const char *state = *asked ? asked : "pending";
	struct list review = LIST(REVIEW, "Applications", "recruit.Review");
	review.row = review_row;
	review.oldest = true;
	enum err e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
	if (!e)
		e = put_query(q, "Totals", &totals_q, ARGS(A_(q->station)));
	put(q, "Filter.state", state);
	put(q, "Filter.project", str_or(query(q, "project"), ""));
	return e ? e : list_page(q, &review, ARGS(A_(q->station), A_(state)), "recruit/review.cs");
}

/* One application, with what may be done about it. */
enum err review_show(struct rq *q)
{
	enum err e = put_one(q, "Application", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Application");
	const char *state = node_get(n, "state");
	bool live = str_in(node_get(n, "project_state"), "recruiting,running");
	bool full = node_get_int(n, "places") <= 0;
	/* Who waits for a draw is not taken on by hand. */
	bool asks = live && str_eq(state, "pending") && !str_eq(node_get(n, "mode"), "draw");
	put_age_and_hours(q, n);
	put_int(q, "Can.approve", asks && !full ? 1 : DB_NONE);
	put_int(q, "Can.wait", asks && full ? 1 : DB_NONE);
	put_int(q, "Can.refuse", live && str_in(state, "pending,waiting") ? 1 : DB_NONE);
	e = put_undos(q, "application", node_get_int(n, "_id"));
	return e ? e : page(q, "recruit/application.cs");
}
