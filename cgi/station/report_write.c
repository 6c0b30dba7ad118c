/* report_write.c - 年度工作报告 (令67 art. 18): its words are written by the station and kept as a
 * draft, handed in, and published by a second person; its figures are the suite's. */
#include <string.h>

#include "barred.h"
#include "clock.h"
#include "code.h"
#include "form.h"
#include "report.h"
#include "secret.h"
#include "station.h"

#define NOTE "station.report.note"
enum { YEARS = 6 };

#define REPORT_IN(X, T) \
	X(T, TEXT, work, 0, 8000) \
	X(T, TEXT, records, 0, 8000) \
	X(T, TEXT, examples, 0, 8000) \
	X(T, TEXT, problems, 0, 8000) \
	X(T, TEXT, plans, 0, 8000) \
	X(T, STR, was, 0, 19)
FORM_DEFINE(report_in, REPORT_IN);
#define RETURN_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(return_in, RETURN_IN);
#define NOTE_IN(X, T) X(T, STR, words, 4, 400)
FORM_DEFINE(note_in, NOTE_IN);

static const struct col report_row_cols[] = { REPORT_COLS(ROW_COL_, report_row){ COL_END, 0 } };
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(REPORT_COLS)
	"  FROM year_report y"
	" WHERE y.station_id = ?"
	"   AND y.year = ?");
static struct stmt words_q = SQL(
	"SELECT work, records, examples, problems, plans"
	"  FROM year_report"
	" WHERE id = ?");
static struct stmt course_q = SQL(
	"SELECT y.state, w.name AS written_by, y.written_at, s.name AS submitted_by,"
	"       y.submitted_at, y.return_reason, p.name AS published_by, y.published_at"
	"  FROM year_report y"
	"  JOIN staff w ON w.id = y.written_by"
	"  LEFT JOIN staff s ON s.id = y.submitted_by"
	"  LEFT JOIN staff p ON p.id = y.published_by"
	" WHERE y.id = ?");
static struct stmt all_q = SQL(
	"SELECT y.year, y.state, y.published_at, y.written_at"
	"  FROM year_report y"
	" WHERE y.station_id = ?"
	" ORDER BY y.year DESC"
	" LIMIT 30");
static struct stmt add_q = SQL(
	"INSERT INTO year_report (uid, station_id, year, work, records, examples, problems, plans,"
	"       written_by, written_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE year_report"
	"   SET work = ?, records = ?, examples = ?, problems = ?, plans = ?, written_by = ?,"
	"       written_at = ?"
	" WHERE id = ?"
	"   AND state = 'draft'"
	"   AND written_at = ?");
static struct stmt submit_q = SQL(
	"UPDATE year_report"
	"   SET state = 'submitted', submitted_by = ?, submitted_at = ?, return_reason = NULL"
	" WHERE id = ?"
	"   AND state = 'draft'");
static struct stmt return_q = SQL(
	"UPDATE year_report"
	"   SET state = 'draft', return_reason = ?"
	" WHERE id = ?"
	"   AND state = 'submitted'");
/* Whoever had a hand in the words is not the second person. */
static struct stmt wrote_q = SQL(
	"SELECT COUNT(*)"
	"  FROM audit"
	" WHERE target = 'year_report'"
	"   AND target_id = ?"
	"   AND actor_kind = 'staff'"
	"   AND actor_id = ?"
	"   AND action IN ('year_report.add', 'year_report.write', 'year_report.submit')");
static struct stmt publish_q = SQL(
	"UPDATE year_report"
	"   SET state = 'published', figures = ?, published_by = ?, published_at = ?"
	" WHERE id = ?"
	"   AND state = 'submitted'"
	"   AND written_at = ?");
static struct stmt note_q = SQL(
	"INSERT INTO year_report_note (uid, report_id, words, made_by, made_at)"
	" VALUES (?, ?, ?, ?, ?)");

/* None yet is no error: r->id is DB_NONE then. */
static enum err report_find(struct rq *q, struct report_row *r)
{
	int64_t year;
	enum err e = report_year(q, arg(q, 0), &year);
	if (e)
		return e;
	e = row_one(&find_q, ARGS(A_(q->station), A_(year)), report_row_cols, r);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	*r = (struct report_row){ .id = DB_NONE, .year = year, .state = "draft" };
	return OK;
}

static enum err report_there(struct rq *q, struct report_row *r)
{
	enum err e = report_find(q, r);
	return !e && r->id == DB_NONE ? ERR_NOT_FOUND : e;
}

/* Every year that one may be written about, whether there is one or not. */
enum err report_list(struct rq *q)
{
	struct node *have = put_list(q, "_Have"), *years = put_list(q, "Years");
	enum err e = node_query(have, &all_q, ARGS(A_(q->station)));
	for (int64_t i = 0; !e && i < YEARS; i++) {
		struct node *n = node_item(years), *r = node_first(have);
		int64_t year = clock_year(q->now) - i;
		while (r && node_get_int(r, "year") != year)
			r = node_next(r);
		node_int(n, "year", year);
		node_set(n, "state", r ? node_get(r, "state") : NULL);
		node_set(n, "published_at", r ? node_get(r, "published_at") : NULL);
		node_set(n, "written_at", r ? node_get(r, "written_at") : NULL);
	}
	return e ? e : page(q, "station/reports.cs");
}

static enum err report_put_all(struct rq *q, const struct report_row *r)
{
	const char *json = r->figures;
	enum err e = json ? OK : report_freeze(q, q->station, r->year, &json);
	if (!e)
		e = report_show_figures(q, json, 0);
	if (!e && r->figures)
		e = report_corrections(q, q->station, r);
	if (!e && r->id != DB_NONE)
		e = put_one(q, "Report", &course_q, ARGS(A_(r->id)));
	if (!e && r->id != DB_NONE)
		e = put_one(q, "Words", &words_q, ARGS(A_(r->id)));
	if (!e)
		e = put_station(q, q->station);
	put_int(q, "Year", r->year);
	put(q, "Today", clock_day(q->arena, q->now));
	return e;
}

enum err report_edit(struct rq *q)
{
	struct report_row r;
	enum err e = report_find(q, &r);
	if (!e)
		e = report_put_all(q, &r);
	if (!e && r.id != DB_NONE && !form_again(q))
		e = put_one(q, "Form", &words_q, ARGS(A_(r.id)));
	if (e)
		return e;
	put(q, "Was", r.written_at);
	put_int(q, "Over", r.year < clock_year(q->now));
	if (str_eq(r.state, "published"))
		form_key(q, NOTE);
	return page(q, "station/report.cs");
}

static enum err report_write(struct rq *q, const struct report_in *in, struct report_row *r)
{
	const char *now = clock_time(q->arena, q->now);
	const char *work = str_or(in->work, ""), *records = str_or(in->records, ""),
		   *examples = str_or(in->examples, ""), *problems = str_or(in->problems, ""),
		   *plans = str_or(in->plans, "");
	int64_t id = 0;
	if (r->id != DB_NONE)
		return audited(&q->actor, &save_q,
			       ARGS(A_(work), A_(records), A_(examples), A_(problems), A_(plans),
				    A_(q->staff), A_(now), A_(r->id), A_(str_or(in->was, ""))),
			       "year_report.write", "year_report", &r->id);
	enum err e = audited(&q->actor, &add_q,
			     ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(r->year), A_(work),
				  A_(records), A_(examples), A_(problems), A_(plans), A_(q->staff),
				  A_(now)),
			     "year_report.add", "year_report", &id);
	/* Somebody began it meanwhile. */
	return e == ERR_DUPLICATE ? ERR_STALE : e;
}

enum err report_save(struct rq *q)
{
	struct report_in in;
	struct report_row r;
	enum err e = report_find(q, &r);
	if (e)
		return e;
	if (!form_read(q, report_in_fields, &in))
		return ERR_FORM;
	e = report_write(q, &in, &r);
	return e ? e : see(q, "/station/reports/%lld?done=saved", (long long)r.year);
}

/* The order wants to be told how records were kept; without words there is nothing to publish. */
enum err report_submit(struct rq *q)
{
	struct report_row r;
	enum err e = report_there(q, &r);
	if (!e)
		e = put_one(q, "Words", &words_q, ARGS(A_(r.id)));
	if (e)
		return e;
	if (!*str_or(got(q, "Words.work"), ""))
		form_error(q, "work", "report_empty");
	if (!*str_or(got(q, "Words.records"), ""))
		form_error(q, "records", "report_empty");
	if (r.year >= clock_year(q->now))
		form_error(q, NULL, "report_year_runs");
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &submit_q,
		    ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)), A_(r.id)),
		    "year_report.submit", "year_report", &r.id);
	return e ? e : see(q, "/station/reports/%lld?done=report_submitted", (long long)r.year);
}

enum err report_return(struct rq *q)
{
	struct return_in in;
	struct report_row r;
	enum err e = report_there(q, &r);
	if (e)
		return e;
	if (!form_read(q, return_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &return_q, ARGS(A_(in.reason), A_(r.id)), "year_report.return",
		    "year_report", &r.id);
	return e ? e : see(q, "/station/reports/%lld?done=returned", (long long)r.year);
}

enum err report_publish_ask(struct rq *q)
{
	struct report_row r;
	enum err e = report_there(q, &r);
	if (!e && !str_eq(r.state, "submitted"))
		e = ERR_STALE;
	if (!e)
		e = report_put_all(q, &r);
	put(q, "Was", r.written_at);
	return e ? e : page(q, "station/report_publish.cs");
}

struct publishing {
	struct rq *q;
	struct report_row r;
};

static enum err report_publish_do(void *ctx)
{
	struct publishing *p = ctx;
	struct rq *q = p->q;
	const char *json, *was = str_or(form_given(q, "was"), "");
	enum err e = report_freeze(q, q->station, p->r.year, &json);
	return e ? e
		 : audited(&q->actor, &publish_q,
			   ARGS(A_(json), A_(q->staff), A_(clock_time(q->arena, q->now)),
				A_(p->r.id), A_(was)),
			   "year_report.publish", "year_report", &p->r.id);
}

enum err report_publish(struct rq *q)
{
	struct publishing p = { .q = q };
	int64_t wrote = 0;
	enum err e = report_there(q, &p.r);
	if (!e && !str_eq(p.r.state, "submitted"))
		e = ERR_STALE;
	if (!e)
		e = BARRED(q, DB_NONE);
	if (!e)
		e = db_int(&wrote_q, ARGS(A_(p.r.id), A_(q->staff)), &wrote);
	if (e)
		return e;
	if (wrote) {
		form_error(q, NULL, "report_own");
		return ERR_FORM;
	}
	e = db_tx(report_publish_do, &p);
	return e ? e : see(q, "/station/reports/%lld?done=report_published", (long long)p.r.year);
}

/* What is found wrong later stands beside it: what was published stays as it was. */
enum err report_note(struct rq *q)
{
	struct note_in in;
	struct report_row r;
	struct bytes uid;
	int64_t id = 0;
	enum err e = report_there(q, &r);
	if (!e && !str_eq(r.state, "published"))
		e = ERR_STALE;
	if (e)
		return e;
	if (!form_read(q, note_in_fields, &in))
		return ERR_FORM;
	e = form_key_uid(q, NOTE, &uid);
	if (!e)
		e = audited(&q->actor, &note_q,
			    ARGS(A_(uid), A_(r.id), A_(in.words), A_(q->staff),
				 A_(clock_time(q->arena, q->now))),
			    "year_report.note", "year_report_note", &id);
	if (e && e != ERR_DUPLICATE)
		return e;
	return see(q, "/station/reports/%lld?done=saved", (long long)r.year);
}
