/* survey_export.c - all answers of a survey as a table, a sheet in a row, in steps that cost the
 * same memory whatever their number. Names and phones are not among them. */
#include <string.h>

#include "list.h"
#include "sheet.h"
#include "survey.h"

enum { STEP = 400, COLUMNS = 400 };

static struct stmt step_q = SQL(
	"SELECT r.id, r.at, r.by_proxy, r.entered_by IS NOT NULL, q.place, q.kind, c.place,"
	"       c.label, a.number, a.day, a.text, m.label"
	"  FROM (SELECT s.id, s.at, s.by_proxy, s.entered_by"
	"          FROM response s"
	"         WHERE s.survey_id = ?"
	"           AND s.id > ?"
	"         ORDER BY s.id"
	"         LIMIT ?) r"
	"  LEFT JOIN answer a ON a.response_id = r.id AND a.text_sealed IS NULL"
	"  LEFT JOIN question q ON q.id = a.question_id"
	"  LEFT JOIN choice c ON c.id = a.choice_id"
	"  LEFT JOIN choice m ON q.kind = 'matrix' AND m.question_id = q.id AND m.place = a.number"
	" ORDER BY r.id, q.place, c.place");
enum {
	C_ID,
	C_AT,
	C_PROXY,
	C_PAPER,
	C_PLACE,
	C_KIND,
	C_CHOICE,
	C_LABEL,
	C_NUMBER,
	C_DAY,
	C_TEXT,
	C_COLUMN
};

/* A column holds a question, or one choice of a rank or row of a matrix. */
struct column {
	int64_t place, choice;
	bool number;
};
struct cellbuf {
	struct buf text;
	int64_t number;
};
struct export
{
	struct rq *q;
	struct sheet *s;
	struct column columns[COLUMNS];
	struct cellbuf cells[COLUMNS];
	size_t n;
	int64_t id, rows, proxy, paper; /* of the row that is being filled; id 0: none */
	const char *at;
	struct arena *arena; /* of the step */
};

static void column_add(struct export *x, int64_t place, int64_t choice, bool number,
		       const char *head)
{
	if (x->n == COLUMNS)
		return;
	x->columns[x->n++] = (struct column){ place, choice, number };
	sheet_head(x->s, head);
}

static void columns_of(struct export *x, struct node *n)
{
	int64_t place = node_get_int(n, "place");
	const char *kind = node_get(n, "kind"), *title = node_get(n, "title");
	bool rank = str_eq(kind, "rank");
	struct node *part = NULL;
	if (str_in(node_get(n, "_maps"), "name,phone"))
		return;
	if (rank || str_eq(kind, "matrix"))
		part = node_first(node_child(n, rank ? "Choices" : "Rows"));
	if (!part)
		column_add(x, place, 0, str_in(kind, "scale,number"), title);
	for (; part; part = node_next(part))
		column_add(x, place, node_get_int(part, "code"), rank,
			   arena_fmt(x->q->arena, "%s：%s", title, node_get(part, "name")));
}

static void heads_write(struct export *x)
{
	static const char *const heads[] = { "at", "proxy", "way" };
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		sheet_head(x->s, lang(arena_fmt(x->q->arena, "needs.Sheets.%s", heads[i])));
	for (struct node *n = node_first(put_list(x->q, "Questions")); n; n = node_next(n))
		columns_of(x, n);
}

static void row_write(struct export *x)
{
	if (!x->id)
		return;
	sheet_row(x->s);
	sheet_day(x->s, x->at);
	sheet_text(x->s, lang(x->proxy ? "needs.SheetBy.proxy" : "needs.SheetBy.self"));
	sheet_text(x->s, lang(x->paper ? "needs.SheetWay.paper" : "needs.SheetWay.online"));
	for (size_t i = 0; i < x->n; i++)
		if (x->columns[i].number)
			sheet_int(x->s, x->cells[i].number);
		else
			sheet_text(x->s, x->cells[i].text.p);
	x->rows++;
}

static void row_begin(struct export *x, const struct row *r)
{
	row_write(x);
	x->id = r->cells[C_ID].i;
	x->at = arena_str(x->arena, r->cells[C_AT].text);
	x->proxy = r->cells[C_PROXY].i;
	x->paper = r->cells[C_PAPER].i;
	for (size_t i = 0; i < x->n; i++)
		x->cells[i] = (struct cellbuf){ { .arena = x->arena }, DB_NONE };
}

static enum err answer_write(void *ctx, const struct row *r)
{
	struct export *x = ctx;
	const struct cell *c = r->cells;
	if (c[C_ID].i != x->id)
		row_begin(x, r);
	bool parts = str_in(c[C_KIND].text, "rank,matrix");
	size_t i = 0;
	while (i < x->n && (x->columns[i].place != c[C_PLACE].i ||
			    (parts && x->columns[i].choice != c[C_CHOICE].i)))
		i++;
	if (i == x->n || !c[C_KIND].text)
		return OK;
	struct cellbuf *to = &x->cells[i];
	to->number = c[C_NUMBER].i;
	const char *text = str_eq(c[C_KIND].text, "matrix") ? c[C_COLUMN].text
			   : c[C_TEXT].text                 ? c[C_TEXT].text
			   : c[C_DAY].text                  ? c[C_DAY].text
							    : c[C_LABEL].text;
	if (text && to->text.n)
		buf_str(&to->text, "；");
	if (text)
		buf_str(&to->text, text);
	return OK;
}

/* So many sheets behind the last; what they needed is gone afterwards. */
static enum err step_write(struct export *x, int64_t survey, bool *more)
{
	struct arena *own = arena_new(), *kept = db_use(own);
	int64_t before = x->rows, last = x->id;
	x->arena = own;
	x->id = 0;
	enum err e = db_each(&step_q, ARGS(A_(survey), A_(last), A_(STEP)), answer_write, x);
	if (!e)
		row_write(x);
	*more = x->rows - before == STEP;
	(void)db_use(kept);
	arena_free(own);
	return e;
}

enum err sheet_export(struct rq *q)
{
	struct node *n;
	FILE *file;
	size_t size;
	bool more = true;
	struct export *x = arena_alloc(q->arena, sizeof(*x));
	enum err e = put_survey(q, &n);
	if (!e)
		e = put_questions(q, node_get_int(n, "_id"));
	if (!e)
		e = sheet_begin(q->arena, SHEET_XLSX, node_get(n, "no"), &x->s);
	if (e)
		return e;
	x->q = q;
	heads_write(x);
	while (!e && more)
		e = step_write(x, node_get_int(n, "_id"), &more);
	if (e) {
		sheet_drop(x->s);
		return e;
	}
	e = sheet_end(x->s, &file, &size);
	if (e)
		return e;
	reply_stream(q, sheet_type(SHEET_XLSX), "answers.xlsx",
		     arena_fmt(q->arena, "%s %s.xlsx", node_get(n, "no"), node_get(n, "title")),
		     file, size);
	return audit(&q->actor, "survey.export", "survey", node_get_int(n, "_id"),
		     arena_fmt(q->arena, "%lld", (long long)x->rows));
}
