/* review.c - staff read what came in; they take on, refuse or let wait, singly or all that are
 * ticked. */
#include "barred.h"
#include "check.h"
#include "clock.h"
#include "form.h"
#include "list.h"
#include "recruit.h"

#define BATCH_IN(X, T) X(T, LIST, uid, 1, 100)
FORM_DEFINE(batch_in, BATCH_IN);
#define REFUSE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

#define SHOWN \
	"LOWER(HEX(a.uid)) AS uid, a.state, " \
	"a.applied_at, " \
	"n.name, v.no AS volunteer_no, s.name AS sex, n.birth_on AS _birth_on, " \
	"COALESCE(t.minutes, 0) AS _minutes, p.no AS project_no, p.title AS project, " \
	"o.title AS position, o.wanted, o.taken, o.wanted - o.taken AS places, " \
	"a.line_no, a.offered_until, a.reason"
#define JOINED \
	"JOIN project p ON p.id = a.project_id " \
	"JOIN position o ON o.id = a.position_id " \
	"JOIN person n ON n.id = a.person_id JOIN volunteer v ON v.person_id = a.person_id " \
	"LEFT JOIN volunteer_total t ON t.person_id = a.person_id " \
	"LEFT JOIN code_item s ON s.list = 'sex' AND s.code = n.sex "

#define REVIEW_COLS(C) \
	C(TEXT, applied_at, "a.applied_at", "") \
	C(TEXT, name, "n.name", "") \
	C(INT, age, "NULL", "") \
	C(TEXT, sex, "s.name", "") \
	C(HOURS, minutes, "COALESCE(t.minutes, 0)", "") \
	C(TEXT, project, "p.title", "") \
	C(TEXT, position, "o.title", "") \
	C(INT, taken, "o.taken", "") \
	C(INT, wanted, "o.wanted", "") \
	C(WORD, state, "a.state", "State.application") \
	C(TEXT, reason, "a.reason", "") \
	C(INT, line_no, "a.line_no", "") \
	C(TEXT, _uid, "LOWER(HEX(a.uid))", "") \
	C(TEXT, _volunteer_no, "v.no", "") \
	C(TEXT, _project_no, "p.no", "") \
	C(INT, _places, "o.wanted - o.taken", "") \
	C(TEXT, offered_until, "a.offered_until", "") \
	C(TEXT, _birth_on, "n.birth_on", "") \
	C(INT, _minutes, "COALESCE(t.minutes, 0)", "")
#define REVIEW_TABLE "application a"
#define REVIEW_JOINS "  " JOINED
#define REVIEW_WHERE "a.station_id = ? AND a.project_open = 1 AND a.state = ?"
#define REVIEW_FILTERS(F) \
	F(GIVEN, state, "? <> ''") \
	F(WORD, project, "a.project_id = (SELECT x.id FROM project x WHERE x.no = ?)")
#define REVIEW_WAYS(S, L) \
	S(L, project, any, "a.project_id", "application_open") \
	S(L, project, project, "a.id", "application_open") \
	S(L, applied_at, any, "a.id", "application_since") \
	S(L, applied_at, project, "a.id", "application_open")
#define REVIEW_ID "a.id"
LIST_DEFINE(REVIEW);

static struct stmt show_q = SQL(
	"SELECT " SHOWN ", p.state AS project_state, o.min_age, o.conditions,"
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
	"       AND a.state = 'waiting') = 1) ORDER BY id DESC LIMIT 30) p"
	" ORDER BY p.id DESC");
static struct stmt late_projects_q = SQL(
	"SELECT DISTINCT project_id AS _id"
	"  FROM application"
	" WHERE station_id = ?"
	"   AND state = 'offered'"
	"   AND offered_until < ?"
	" LIMIT 60");
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	"  JOIN project p ON p.id = a.project_id AND p.state IN ('recruiting', 'running')"
	" WHERE a.uid = UNHEX(?)"
	"   AND a.station_id = ?");
static struct stmt person_q = SQL(
	"SELECT person_id"
	"  FROM application"
	" WHERE id = ?");
static struct stmt decided_q = SQL(
	"UPDATE application"
	"   SET decided_by = ?, decided_at = ?, reason = ?, line_no = ?"
	" WHERE id = ?");
static struct stmt title_q = SQL(
	"SELECT title"
	"  FROM position"
	" WHERE id = ?");

enum { MOST = 100 };

static enum err review_end_late(struct rq *q)
{
	struct node *late = put_list(q, "_Late");
	enum err e = node_query(late, &late_projects_q,
				ARGS(A_(q->station), A_(clock_time(q->arena, q->now))));
	for (struct node *n = e ? NULL : node_first(late); n && !e; n = node_next(n))
		e = places_expire(q, node_get_int(n, "_id"));
	return e;
}

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
	enum err e = review_end_late(q);
	if (!e)
		e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
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
	put_age_and_hours(q, n);
	put_int(q, "Can.approve", live && str_eq(state, "pending") && !full ? 1 : DB_NONE);
	put_int(q, "Can.wait", live && str_eq(state, "pending") && full ? 1 : DB_NONE);
	put_int(q, "Can.refuse", live && str_in(state, "pending,waiting") ? 1 : DB_NONE);
	return page(q, "recruit/application.cs");
}

/* To the list, as it was filtered. */
static enum err review_back(struct rq *q, const char *done)
{
	const char *project = str_or(query(q, "project"), "");
	return see(q, "/recruit/review?done=%s%s%s", done, *project ? "&project=" : "",
		   url_encode(q->arena, project));
}

struct decision {
	struct rq *q;
	struct application_row v[MOST];
	size_t n;
	const char *reason;
	int64_t full; /* the position that has too few places; 0: none */
};

static enum err decision_note(const struct decision *d, const struct application_row *a,
			      const char *reason, int64_t line_no)
{
	const char *now = clock_time(d->q->arena, d->q->now);
	return db_change(&decided_q,
			 ARGS(A_(d->q->staff), A_(now), A_(reason), A_(line_no), A_(a->id)));
}

/* All or none: one place too few undoes the whole batch. Positions in order of their rows, so that
 * two batches never wait for each other. */
static enum err decision_approve(void *ctx)
{
	struct decision *d = ctx;
	enum err e = OK;
	d->full = 0;
	for (size_t i = 0; !e && i < d->n; i++) {
		const struct application_row *a = &d->v[i];
		e = position_take(a->position);
		if (e == ERR_STALE) {
			d->full = a->position;
			return ERR_CHECK;
		}
		if (!e)
			e = application_move(&d->q->actor, a, "accept");
		if (!e)
			e = decision_note(d, a, NULL, DB_NONE);
	}
	return e;
}

static enum err application_find(struct rq *q, const char *uid, struct application_row *a)
{
	return row_one(&find_q, ARGS(A_(uid), A_(q->station)), application_row_cols, a);
}

static void decision_sort(struct decision *d)
{
	for (size_t i = 1; i < d->n; i++)
		for (size_t k = i; k && d->v[k - 1].position > d->v[k].position; k--) {
			struct application_row swap = d->v[k];
			d->v[k] = d->v[k - 1];
			d->v[k - 1] = swap;
		}
}

/* How many were ticked for the position that is full, and how many places it has. */
static enum err decision_full(struct decision *d)
{
	struct rq *q = d->q;
	int64_t ticked = 0, left;
	const char *title;
	enum err e = db_text(&title_q, ARGS(A_(d->full)), &title);
	if (!e)
		e = position_left(d->full, &left);
	if (e)
		return e;
	for (size_t i = 0; i < d->n; i++)
		ticked += d->v[i].position == d->full;
	form_error_text(q, NULL,
			arena_fmt(q->arena, "%s%s%s %lld %s %lld %s", lang("recruit.full_before"),
				  title, lang("recruit.full_ticked"), (long long)ticked,
				  lang("recruit.full_left"), (long long)left,
				  lang("recruit.full_after")));
	return OK;
}

/* Nobody takes themselves on. */
static enum err decision_barred(const struct decision *d)
{
	int64_t people[MOST];
	enum err e = OK;
	for (size_t i = 0; !e && i < d->n; i++)
		e = db_int(&person_q, ARGS(A_(d->v[i].id)), &people[i]);
	return e ? e : barred(d->q, people, d->n);
}

static enum err decision_approve_all(struct decision *d)
{
	struct rq *q = d->q;
	for (size_t i = 0; i < d->n; i++)
		if (!str_eq(d->v[i].state, "pending"))
			return ERR_STALE;
	decision_sort(d);
	enum err e = decision_barred(d);
	if (e)
		return e;
	e = db_tx(decision_approve, d);
	if (!d->full)
		return e ? e : review_back(q, d->n > 1 ? "approved_all" : "approved");
	e = decision_full(d);
	return e ? e : ERR_FORM;
}

enum err review_batch(struct rq *q)
{
	struct batch_in in;
	struct decision d = { .q = q };
	if (!form_read(q, batch_in_fields, &in))
		return ERR_FORM;
	for (; d.n < in.uid.n; d.n++) {
		enum err e = application_find(q, in.uid.v[d.n], &d.v[d.n]);
		if (e)
			return e;
	}
	return decision_approve_all(&d);
}

enum err review_approve(struct rq *q)
{
	struct decision d = { .q = q, .n = 1 };
	enum err e = application_find(q, arg(q, 0), &d.v[0]);
	return e ? e : decision_approve_all(&d);
}

static enum err decision_refuse(void *ctx)
{
	struct decision *d = ctx;
	/* The reason first: the table knows no refusal without one. */
	enum err e = decision_note(d, &d->v[0], d->reason, DB_NONE);
	return e ? e : application_move(&d->q->actor, &d->v[0], "refuse");
}

enum err review_refuse(struct rq *q)
{
	struct refuse_in in;
	struct decision d = { .q = q, .n = 1 };
	enum err e = application_find(q, arg(q, 0), &d.v[0]);
	if (e)
		return e;
	if (!form_read(q, refuse_in_fields, &in))
		return ERR_FORM;
	d.reason = in.reason;
	e = db_tx(decision_refuse, &d);
	return e ? e : review_back(q, "refused");
}

/* Behind a full position, at the end of its waiting list. */
static enum err decision_wait(void *ctx)
{
	struct decision *d = ctx;
	int64_t left, last;
	enum err e = position_lock(d->v[0].position);
	if (!e)
		e = position_left(d->v[0].position, &left);
	if (!e && left > 0)
		e = ERR_STALE;
	if (!e)
		e = places_waiting(d->v[0].position, &last);
	if (!e)
		e = application_move(&d->q->actor, &d->v[0], "queue");
	return e ? e : decision_note(d, &d->v[0], NULL, last + 1);
}

enum err review_wait(struct rq *q)
{
	struct decision d = { .q = q, .n = 1 };
	enum err e = application_find(q, arg(q, 0), &d.v[0]);
	if (!e)
		e = db_tx(decision_wait, &d);
	return e ? e : review_back(q, "lined_up");
}
