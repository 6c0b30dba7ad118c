/* fund_forms.c - what the forms of the ledger of funds share: the entry of the address, amounts,
 * days, projects, a step that was not taken. */
#include "clock.h"
#include "form.h"
#include "fund.h"
#include "money.h"

static const struct col fund_row_cols[] = { FUND_COLS(ROW_COL_, fund_row){ COL_END, 0 } };
static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(FUND_COLS)
	"  FROM fund_entry e"
	"  JOIN staff f ON f.id = e.entered_by"
	" WHERE e.no = ?"
	"   AND e.station_id = ?");
static struct stmt projects_q = SQL(
	"SELECT no AS code, title AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running', 'closed')"
	" ORDER BY id DESC"
	" LIMIT 60");
static struct stmt project_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running', 'closed')");

enum err fund_here(struct rq *q, struct fund_row *f)
{
	return row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), fund_row_cols, f);
}

enum err fund_refused(struct rq *q, const char *word, enum err (*show)(struct rq *q))
{
	err_clear();
	put(q, "Refused", word);
	reply_status(q, 409);
	return show(q);
}

void fund_day(struct rq *q, const char *day)
{
	int64_t at;
	if (!day || !clock_parse_day(day, &at))
		return;
	if (clock_day_no(at) > clock_day_no(q->now))
		form_error(q, "happened_on", "future");
	else if (clock_year(at) < clock_year(q->now) - 1)
		form_error(q, "happened_on", "day_old");
}

void fund_amount(struct rq *q, const char *field, const char *typed, int64_t *fen)
{
	const char *wrong = typed ? money_read(q->arena, typed, MONEY_MAX, fen) : NULL;
	if (wrong)
		form_error(q, field, wrong);
}

enum err put_fund_projects(struct rq *q)
{
	return put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
}

enum err fund_project(struct rq *q, const char *no, int64_t *project)
{
	*project = DB_NONE;
	enum err e = no ? db_int(&project_q, ARGS(A_(no), A_(q->station)), project) : OK;
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	form_error(q, "project", "unknown_code");
	return OK;
}
