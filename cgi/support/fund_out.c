/* fund_out.c - spending 支出: entered by one member of staff with its paper, for another to approve.
 * What is left is shown and asked here; what decides is the approval (fund_book.c). */
#include "clock.h"
#include "form.h"
#include "fund.h"
#include "money.h"
#include "proof.h"
#include "secret.h"

#define OUT_IN(X, T) \
	X(T, CODE, purse, 32, 32) \
	X(T, CODE, line, 0, 32) \
	X(T, STR, amount_yuan, 1, 40) \
	X(T, STR, party, 0, 80) \
	X(T, NO, volunteer_no, 0, 32) \
	X(T, STR, purpose, 2, 200) \
	X(T, DAY, happened_on, 1, 0) \
	X(T, FILE, file, 0, PROOF_BYTES)
FORM_DEFINE(out_in, OUT_IN);

/* Money with something left of it, by source and project. */
static struct stmt purses_q = SQL(
	"SELECT LOWER(HEX(u.uid)) AS code, c.name AS source, p.title AS project,"
	"       " FUND_YUAN("u.in_fen - u.out_fen") " AS hint"
	"  FROM fund_purse u"
	"  JOIN code_item c ON c.list = 'fund_source' AND c.code = u.fund_source"
	"  LEFT JOIN project p ON p.id = u.project_id"
	" WHERE u.station_id = ?"
	"   AND u.in_fen > u.out_fen"
	" ORDER BY u.scope DESC, u.fund_source"
	" LIMIT 200");
static struct stmt lines_q = SQL(
	"SELECT LOWER(HEX(b.uid)) AS code, CONCAT(p.title, ' ', b.label) AS name,"
	"       " FUND_YUAN("b.planned_fen - b.spent_fen") " AS hint"
	"  FROM fund_line b FORCE INDEX (fund_line_station)"
	"  JOIN project p ON p.id = b.project_id"
	" WHERE b.station_id = ?"
	"   AND b.planned_fen > b.spent_fen"
	" ORDER BY b.id DESC"
	" LIMIT 200");
#define LEFT_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, INT, project, "x.project_id") \
	X(T, TEXT, source, "x.fund_source") \
	X(T, INT, fen, "x.left_fen")
ROW_DEFINE(left_row, LEFT_COLS);
static struct stmt purse_q = SQL(
	"SELECT " ROW_SELECT(LEFT_COLS)
	"  FROM (SELECT id, project_id, fund_source, in_fen - out_fen AS left_fen FROM fund_purse"
	"       WHERE uid = UNHEX(?) AND station_id = ?) x");
static struct stmt line_q = SQL(
	"SELECT " ROW_SELECT(LEFT_COLS)
	"  FROM (SELECT id, project_id, '' AS fund_source, planned_fen - spent_fen AS left_fen"
	"       FROM fund_line WHERE uid = UNHEX(?) AND station_id = ?) x");
static struct stmt add_q = SQL(
	"INSERT INTO fund_entry (uid, no, station_id, project_id, direction, amount_fen,"
	"       fund_source, way, purse_id, line_id, party, person_id, purpose, happened_on,"
	"       document_id, entered_by, entered_at)"
	" VALUES (?, ?, ?, ?, 'out', ?, ?, 'money', ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt once_q = SQL(
	"SELECT no"
	"  FROM fund_entry"
	" WHERE uid = ?"
	"   AND station_id = ?");

/* A purse is called by where it came from and what it is for. */
static void put_purse_names(struct rq *q)
{
	for (struct node *n = node_first(put_list(q, "Purses")); n; n = node_next(n))
		node_set(n, "name",
			 arena_fmt(q->arena, "%s %s", node_get(n, "source"),
				   str_or(node_get(n, "project"), lang("support.Fund.free"))));
}

enum err fund_out(struct rq *q)
{
	enum err e = put_query(q, "Purses", &purses_q, ARGS(A_(q->station)));
	if (!e)
		put_purse_names(q);
	if (!e)
		e = put_query(q, "Lines", &lines_q, ARGS(A_(q->station)));
	if (e)
		return e;
	form_key(q, "fund_out");
	if (!form_again(q))
		put(q, "Form.happened_on", clock_day(q->arena, q->now));
	return page(q, "support/fund_out.cs");
}

struct spending {
	struct rq *q;
	struct out_in in;
	struct left_row purse, line;
	int64_t fen, project, document, person;
	const char *no;
	struct bytes uid, paper;
};

static enum err spending_store(void *ctx)
{
	struct spending *s = ctx;
	struct rq *q = s->q;
	struct out_in *in = &s->in;
	int64_t id;
	enum err e = in->file ? proof_keep(q, in->file, "fund", s->paper, &s->document) : OK;
	if (!e)
		e = number_next(&q->actor, 'E', q->station, &s->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(s->uid), A_(s->no), A_(q->station), A_(s->project), A_(s->fen),
				 A_(s->purse.source), A_(s->purse.id), A_(s->line.id),
				 A_(in->party), A_(s->person), A_(in->purpose), A_(in->happened_on),
				 A_(s->document), A_(q->staff), A_(actor_time(&q->actor))),
			    &id);
	if (!e)
		e = fund_paper_add(&q->actor, id, s->document);
	return e ? e : audit(&q->actor, "fund_entry.out", "fund_entry", id, s->no);
}

static enum err spending_find(struct rq *q, struct stmt *find, const char *field, const char *uid,
			      struct left_row *r)
{
	enum err e = row_one(find, ARGS(A_(uid), A_(q->station)), left_row_cols, r);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	form_error(q, field, "unknown_code");
	return OK;
}

/* How much is left, in the words of a message of one's own. */
static void spending_short(struct rq *q, const char *text, int64_t left)
{
	form_error_text(q, "amount_yuan",
			arena_fmt(q->arena, "%s %s", text, money_text(q->arena, left)));
}

static void spending_fits(struct spending *s)
{
	struct rq *q = s->q;
	bool line = s->in.line != NULL;
	s->project = line ? s->line.project : s->purse.project;
	if (s->fen > s->purse.fen)
		spending_short(q, lang("support.Fund.left_money"), s->purse.fen);
	else if (line && s->fen > s->line.fen)
		spending_short(q, lang("support.Fund.left_line"), s->line.fen);
	if (s->purse.project != DB_NONE && !line)
		form_error(q, "line", "line_wanted");
	else if (s->purse.project != DB_NONE && s->purse.project != s->line.project)
		form_error(q, "line", "line_other");
}

static enum err spending_check(struct spending *s)
{
	struct rq *q = s->q;
	struct out_in *in = &s->in;
	fund_day(q, in->happened_on);
	fund_amount(q, "amount_yuan", in->amount_yuan, &s->fen);
	const char *wrong = in->file ? proof_fault((const uint8_t *)in->file->value, in->file->n)
				     : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	if (!in->party && !in->volunteer_no)
		form_error(q, "party", "required");
	enum err e = fund_party(q, in->volunteer_no, &s->person, &in->party);
	if (!e)
		e = spending_find(q, &purse_q, "purse", in->purse, &s->purse);
	if (!e && in->line)
		e = spending_find(q, &line_q, "line", in->line, &s->line);
	if (!e && form_ok(q))
		spending_fits(s);
	return e;
}

enum err fund_out_add(struct rq *q)
{
	struct spending s = { .q = q,
			      .purse = { .id = DB_NONE },
			      .line = { .id = DB_NONE },
			      .document = DB_NONE,
			      .paper = secret_uid(q->arena) };
	if (!form_read(q, out_in_fields, &s.in))
		return ERR_FORM;
	enum err e = spending_check(&s);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = form_key_uid(q, "fund_out", &s.uid);
	if (e)
		return e;
	e = db_tx(spending_store, &s);
	if (e && s.in.file)
		proof_drop(q, s.paper);
	if (e == ERR_DUPLICATE) {
		err_clear();
		e = db_text(&once_q, ARGS(A_(s.uid), A_(q->station)), &s.no);
	}
	return e ? e : see(q, "/support/funds/%s?done=fund_out", s.no);
}
