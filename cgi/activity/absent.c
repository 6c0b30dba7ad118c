/* absent.c - 未到岗: the volunteer reads that they were missed and says why; the station reads it and
 * decides whether it counts. */
#include "leave.h"

#include "clock.h"
#include "code.h"
#include "list.h"
#include "no_show.h"

#define EXPLAIN_IN(X, T) X(T, TEXT, explanation, 2, 300)
FORM_DEFINE(explain_in, EXPLAIN_IN);
#define DECIDE_IN(X, T) \
	X(T, WORD, verdict, 1, 10) \
	X(T, STR, answer, 0, 200)
FORM_DEFINE(decide_in, DECIDE_IN);

static struct stmt own_q = SQL(
	"SELECT n.id"
	"  FROM no_show n"
	"  JOIN activity a ON a.id = n.activity_id"
	" WHERE a.no = ?"
	"   AND n.person_id = ?");
static struct stmt here_q = SQL(
	"SELECT id"
	"  FROM no_show"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(n.uid)) AS uid, n.state, n.found_at, f.name AS found_by,"
	"       NULLIF(n.explanation, '') AS explanation, n.explained_at,"
	"       NULLIF(n.answer, '') AS answer, d.name AS decided_by, n.decided_at,"
	"       n.station_id AS _station"
	"  FROM no_show n"
	"  LEFT JOIN staff f ON f.id = n.found_by"
	"  LEFT JOIN staff d ON d.id = n.decided_by"
	" WHERE n.id = ?");
/* Of whom: for staff alone, the volunteer knows. */
static struct stmt whose_q = SQL(
	"SELECT p.name, v.no AS volunteer_no, v.no_shows"
	"  FROM no_show n"
	"  JOIN person p ON p.id = n.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = n.person_id"
	" WHERE n.id = ?");
static struct stmt activity_q = SQL(
	"SELECT activity_id"
	"  FROM no_show"
	" WHERE id = ?");

#define ABSENCES_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(n.uid))", "") \
	C(TEXT, volunteer_no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(TEXT, activity_no, "a.no", "") \
	C(LONG, title, "a.title", "") \
	C(DAY, day, "DATE(a.starts_at)", "") \
	C(LONG, explanation, "n.explanation", "") \
	C(INT, no_shows, "v.no_shows", "") \
	C(DAY, found_at, "n.found_at", "") \
	C(WORD, state, "n.state", "State.no_show")
#define ABSENCES_TABLE "no_show n"
#define ABSENCES_JOINS \
	"  JOIN activity a ON a.id = n.activity_id" \
	"  JOIN person p ON p.id = n.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = n.person_id"
#define ABSENCES_WHERE      "n.station_id = ?"
#define ABSENCES_FILTERS(F) F(WORD, state, "n.state = ?")
#define ABSENCES_WAYS(S, L) \
	S(L, found, any, "n.id", "no_show_recent") \
	S(L, found, state, "n.id", "no_show_station")
#define ABSENCES_ID "n.id"
LIST_DEFINE(ABSENCES);
static const struct list absences = LIST(ABSENCES, "Absences", "activity.Absence");

/* Page.Absence and Page.Activity. */
static enum err absent_put(struct rq *q, int64_t id)
{
	int64_t activity;
	enum err e = db_int(&activity_q, ARGS(A_(id)), &activity);
	if (!e)
		e = put_activity(q, activity);
	return e ? e : put_one(q, "Absence", &show_q, ARGS(A_(id)));
}

static enum err absent_mine(struct rq *q, int64_t *id)
{
	enum err e = db_int(&own_q, ARGS(A_(arg(q, 0)), A_(q->person)), id);
	if (!e)
		e = absent_put(q, *id);
	return e ? e : put_station(q, node_get_int(put_list(q, "Absence"), "_station"));
}

enum err absent_form(struct rq *q)
{
	int64_t id;
	enum err e = absent_mine(q, &id);
	return e ? e : page(q, "activity/absent.cs");
}

struct deciding {
	struct rq *q;
	int64_t id;
	const char *verdict, *words;
};

static enum err absent_said(void *ctx)
{
	const struct deciding *d = ctx;
	return no_show_explain(&d->q->actor, d->id, d->words);
}

enum err absent_explain(struct rq *q)
{
	struct explain_in in;
	struct deciding d = { .q = q };
	enum err e = absent_mine(q, &d.id);
	if (!e && !str_in(got(q, "Absence.state"), "open,explained"))
		e = ERR(ERR_STALE, "no-show is %s", got(q, "Absence.state"));
	if (e)
		return e;
	if (!form_read(q, explain_in_fields, &in))
		return ERR_FORM;
	d.words = in.explanation;
	e = db_tx(absent_said, &d);
	return e ? e : see(q, "/activity/%s/absent?done=explained", arg(q, 0));
}

enum err absent_list(struct rq *q)
{
	return list_page(q, &absences, ARGS(A_(q->station)), "activity/absences.cs");
}

static enum err absent_here(struct rq *q, int64_t *id)
{
	enum err e = db_int(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), id);
	return e ? e : absent_put(q, *id);
}

enum err absent_show(struct rq *q)
{
	int64_t id;
	enum err e = absent_here(q, &id);
	if (!e)
		e = put_one(q, "Absence", &whose_q, ARGS(A_(id)));
	return e ? e : page(q, "activity/absence.cs");
}

static enum err absent_decided(void *ctx)
{
	const struct deciding *d = ctx;
	return no_show_decide(&d->q->actor, d->id, d->verdict, d->words);
}

enum err absent_decide(struct rq *q)
{
	struct decide_in in;
	struct deciding d = { .q = q };
	enum err e = absent_here(q, &d.id);
	if (e)
		return e;
	if (form_read(q, decide_in_fields, &in) &&
	    !str_in(in.verdict, "accepted,declined,mistaken"))
		form_error(q, "verdict", "choose");
	if (form_ok(q) && str_eq(in.verdict, "declined") && !in.answer)
		form_error(q, "answer", "absent_answer");
	if (!form_ok(q))
		return ERR_FORM;
	d.verdict = in.verdict;
	d.words = str_or(in.answer, "");
	e = db_tx(absent_decided, &d);
	return e ? e : see(q, "/activity/manage/absences?done=absent_%s", in.verdict);
}
