/* paper.c - a statement 对账单 for whoever asks on the phone, and the passbook 存折 that staff print for
 * those without one: the same rows, the oldest first, each with the balance after it. */
#include "bank.h"

#include "clock.h"
#include "document.h"
#include "form.h"

#define INK    0x17211c
#define SOFT   0x5b665f
#define LEFT   56.0
#define WIDE   483.0
#define TOP    56.0
#define BOTTOM 786.0
enum { COLUMNS = 5, ROWS_MOST = 2000 };

static const struct doc_style title = { DOC_SANS, 18, DOC_CENTRE, 1.4, 0, 0, true, INK };
static const struct doc_style cell = { DOC_SERIF, 10, DOC_LEFT, 1.4, 0, 0, false, INK };
static const struct doc_style head = { DOC_SANS, 10, DOC_LEFT, 1.4, 0, 0, true, INK };
static const struct doc_style soft = { DOC_SERIF, 9.5, DOC_LEFT, 1.5, 0, 0, false, SOFT };
static const struct doc_column columns[COLUMNS] = {
	{ 83, DOC_LEFT }, { 190, DOC_LEFT }, { 70, DOC_RIGHT }, { 70, DOC_RIGHT }, { 70, DOC_RIGHT }
};

#define ROW_COLS(X, T) \
	X(T, TEXT, day, "DATE(x.at)") \
	X(T, TEXT, kind, "x.kind") \
	X(T, INT, moved, "x.moved") \
	X(T, INT, after, "x.after") \
	X(T, TEXT, record, "r.no") \
	X(T, TEXT, order, "o.no") \
	X(T, TEXT, gift, "g.name")
ROW_DEFINE(paper_row, ROW_COLS);
#define SIDE(mine, sign, after) \
	"(SELECT n.id, n.at, n.kind, " sign "n.minutes AS moved, n." after \
	" AS after, n.record_id, n.order_id, n.exchange_id FROM timebank_entry n WHERE n." mine \
	" = ? AND n.at >= ? AND n.at < ? ORDER BY n.id LIMIT ?)"
static struct stmt rows_q = SQL(
	"SELECT " ROW_SELECT(ROW_COLS)
	"  FROM (" SIDE("from_id", "-", "from_after") " UNION ALL "
	SIDE("to_id", "", "to_after") ") x"
	"  LEFT JOIN service_record r ON r.id = x.record_id"
	"  LEFT JOIN service_order o ON o.id = x.order_id"
	"  LEFT JOIN gift_exchange w ON w.id = x.exchange_id"
	"  LEFT JOIN gift g ON g.id = w.gift_id"
	" ORDER BY x.id"
	" LIMIT ?");
#define WHO_COLS(X, T) \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, station, "s.name")
ROW_DEFINE(who_row, WHO_COLS);
static struct stmt who_q = SQL(
	"SELECT " ROW_SELECT(WHO_COLS)
	"  FROM timebank_account a"
	"  JOIN person p ON p.id = a.person_id"
	"  JOIN station s ON s.id = a.station_id"
	"  LEFT JOIN volunteer v ON v.person_id = p.id"
	" WHERE a.id = ?");

struct sheet {
	struct rq *q;
	struct doc *d;
	double y;
};

static void sheet_row(struct sheet *s, const char *const *cells, const struct doc_style *style)
{
	double high;
	struct doc_row *row = doc_row(s->d, columns, COLUMNS, cells, style, &high);
	if (s->y + high > BOTTOM) {
		doc_page(s->d);
		s->y = TOP;
	}
	doc_row_draw(s->d, row, LEFT, s->y);
	s->y += high;
}

static void sheet_entry(struct sheet *s, const struct paper_row *r)
{
	struct arena *a = s->q->arena;
	const char *word = lang(arena_fmt(a, "State.timebank_entry_kind.%s", r->kind));
	const char *of = r->record ? r->record : r->order ? r->order : r->gift;
	const char *cells[COLUMNS] = { r->day,
				       arena_fmt(a, "%s %s", str_or(word, r->kind), str_or(of, "")),
				       r->moved > 0 ? hours_text(a, r->moved) : "",
				       r->moved < 0 ? hours_text(a, -r->moved) : "",
				       hours_text(a, r->after) };
	sheet_row(s, cells, &cell);
}

static void sheet_top(struct sheet *s, const char *name, const struct who_row *w,
		      const struct bank_account *a, const char *span)
{
	struct arena *mem = s->q->arena;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &title, name) + 6;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &cell,
			  arena_fmt(mem, "%s　%s　%s　%s", w->name, str_or(w->no, ""), w->station,
				    span)) +
		4;
	s->y += doc_write(s->d, LEFT, s->y, WIDE, &cell,
			  arena_fmt(mem, "%s %s　%s %s", lang("bank.Accounts.hours"),
				    hours_text(mem, a->balance), lang("bank.Accounts.debt"),
				    hours_text(mem, a->debt))) +
		6;
}

/* Between two days; the sheet says so. */
static enum err paper(struct rq *q, const struct bank_account *a, const char *name,
		      const char *from, const char *to)
{
	struct paper_row *v;
	struct who_row w;
	struct bytes pdf;
	size_t n;
	struct sheet s = { .q = q, .y = TOP };
	const int64_t most = ROWS_MOST;
	const char *day = clock_day(q->arena, q->now);
	enum err e = row_one(&who_q, ARGS(A_(a->id)), who_row_cols, &w);
	if (!e)
		e = row_all(&rows_q,
			    ARGS(A_(a->id), A_(from), A_(to), A_(most), A_(a->id), A_(from), A_(to),
				 A_(most), A_(most)),
			    paper_row_cols, sizeof(*v), &v, &n);
	if (e)
		return e;
	const char *heads[COLUMNS] = { lang("bank.Paper.day"), lang("bank.Paper.what"),
				       lang("bank.Paper.in"), lang("bank.Paper.out"),
				       lang("bank.Paper.after") };
	s.d = doc_start(q->arena, DOC_PDF, name, day);
	doc_copy(s.d);
	sheet_top(&s, name, &w, a, arena_fmt(q->arena, "%s %s", lang("bank.paper_printed"), day));
	sheet_row(&s, heads, &head);
	for (size_t i = 0; i < n; i++)
		sheet_entry(&s, &v[i]);
	s.y += 10;
	if (s.y + 60 > BOTTOM) {
		doc_page(s.d);
		s.y = TOP;
	}
	(void)doc_write(s.d, LEFT, s.y, WIDE, &soft, lang("bank.paper_foot"));
	e = doc_finish(s.d, &pdf);
	return e ? e : reply_file(q, "application/pdf", "timebank.pdf", NULL, pdf);
}

/* Of one year, or of all. */
static enum err span_read(struct rq *q, const char **from, const char **to)
{
	const char *year = query(q, "year");
	*from = "2000-01-01";
	*to = "2200-01-01";
	if (!year || !*year)
		return OK;
	int64_t y = 0;
	for (const char *c = year; *c; c++) {
		if (*c < '0' || *c > '9' || y > 2199)
			return ERR(ERR_NOT_FOUND, "year");
		y = y * 10 + *c - '0';
	}
	if (y < 2000 || y > 2199)
		return ERR(ERR_NOT_FOUND, "year");
	*from = arena_fmt(q->arena, "%lld-01-01", (long long)y);
	*to = arena_fmt(q->arena, "%lld-01-01", (long long)y + 1);
	return OK;
}

enum err mine_statement(struct rq *q)
{
	struct bank_account a;
	const char *from, *to;
	enum err e = bank_account_of(q->person, &a);
	if (!e)
		e = span_read(q, &from, &to);
	return e ? e : paper(q, &a, lang("bank.statement"), from, to);
}

enum err account_paper(struct rq *q)
{
	struct bank_account a;
	const char *from, *to;
	enum err e = account_at_desk(q, &a);
	if (!e)
		e = span_read(q, &from, &to);
	return e ? e : paper(q, &a, lang("bank.passbook"), from, to);
}
