/* survey_sheets.c - the sheets that came in: their list, and a single one with all its answers.
 * Names and phones are masked here; whom to call stands in the need ledger. */
#include "list.h"
#include "secret.h"
#include "survey.h"

#define SHEETS_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(r.uid))", "") \
	C(TEXT, at, "r.at", "") \
	C(WORD, way, "IF(r.entered_by IS NULL, 'online', 'paper')", "needs.SheetWay") \
	C(WORD, proxy, "IF(r.by_proxy, 'proxy', 'self')", "needs.SheetBy") \
	C(TEXT, clerk, "f.name", "")
#define SHEETS_TABLE "response r"
#define SHEETS_JOINS "  LEFT JOIN staff f ON f.id = r.entered_by"
#define SHEETS_WHERE "r.survey_id = ?"
#define SHEETS_FILTERS(F) \
	F(WORD, way, "IF(r.entered_by IS NULL, 'online', 'paper') = ?") \
	F(WORD, proxy, "IF(r.by_proxy, 'proxy', 'self') = ?")
#define SHEETS_WAYS(S, L) S(L, at, any, "r.id", "response_survey")
#define SHEETS_ID         "r.id"
LIST_DEFINE(SHEETS);
static const struct list sheets = LIST(SHEETS, "Sheets", "needs.Sheets");

static struct stmt one_q = SQL(
	"SELECT r.id AS _id, LOWER(HEX(r.uid)) AS uid, r.at, r.by_proxy, r.contact_ok,"
	"       f.name AS clerk"
	"  FROM response r"
	"  LEFT JOIN staff f ON f.id = r.entered_by"
	" WHERE r.uid = UNHEX(?)"
	"   AND r.survey_id = ?");
#define ANSWER_COLS(X, T) \
	X(T, INT, place, "q.place") \
	X(T, TEXT, kind, "q.kind") \
	X(T, TEXT, maps, "q.maps") \
	X(T, TEXT, label, "c.label") \
	X(T, INT, number, "a.number") \
	X(T, TEXT, column, "m.label") \
	X(T, TEXT, day, "a.day") \
	X(T, TEXT, text, "a.text") \
	X(T, BYTES, sealed, "a.text_sealed") \
	X(T, BYTES, uid, "r.uid")
ROW_DEFINE(answer_row, ANSWER_COLS);
static struct stmt answers_q = SQL(
	"SELECT " ROW_SELECT(ANSWER_COLS)
	"  FROM answer a"
	"  JOIN response r ON r.id = a.response_id"
	"  JOIN question q ON q.id = a.question_id"
	"  LEFT JOIN choice c ON c.id = a.choice_id"
	"  LEFT JOIN choice m ON q.kind = 'matrix' AND m.question_id = q.id AND m.place = a.number"
	" WHERE a.response_id = ?"
	" ORDER BY q.place, IF(q.kind = 'rank', a.number, c.place), a.id"
	" LIMIT 2000");
static struct stmt needs_q = SQL(
	"SELECT n.no, c.name AS category, n.state"
	"  FROM need n"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	" WHERE n.response_id = ?"
	" ORDER BY n.id"
	" LIMIT 40");

enum err sheet_list(struct rq *q)
{
	struct node *n;
	enum err e = put_survey(q, &n);
	return e ? e
		 : list_page(q, &sheets, ARGS(A_(node_get_int(n, "_id"))),
			     "needs/survey_sheets.cs");
}

/* What an answer says, in a line. */
static enum err answer_words(struct rq *q, const struct answer_row *a, const char **words)
{
	*words = a->text ? a->text : a->day ? a->day : a->label;
	if (a->sealed.p) {
		enum err e = secret_unseal(q->arena, "answer.text", a->uid, a->sealed, words);
		if (!e)
			*words = str_eq(a->maps, "name") ? mask_name(q->arena, *words)
							 : mask_phone(q->arena, *words);
		return e;
	}
	if (str_eq(a->kind, "rank"))
		*words = arena_fmt(q->arena, "%lld. %s", (long long)a->number, a->label);
	else if (str_eq(a->kind, "matrix"))
		*words = arena_fmt(q->arena, "%s：%s", a->label, str_or(a->column, "–"));
	else if (a->number != DB_NONE)
		*words = arena_fmt(q->arena, "%lld", (long long)a->number);
	return OK;
}

enum err sheet_show(struct rq *q)
{
	struct node *n;
	struct answer_row *v;
	size_t rows;
	enum err e = put_survey(q, &n);
	if (!e)
		e = put_one(q, "Sheet", &one_q, ARGS(A_(arg(q, 1)), A_(node_get_int(n, "_id"))));
	if (e)
		return e;
	int64_t id = node_get_int(put_list(q, "Sheet"), "_id");
	e = put_questions(q, node_get_int(n, "_id"));
	if (!e)
		e = row_all(&answers_q, ARGS(A_(id)), answer_row_cols, sizeof(*v), &v, &rows);
	struct node *question = node_first(put_list(q, "Questions"));
	for (size_t i = 0; !e && i < rows; i++) {
		const char *words;
		while (question && node_get_int(question, "place") != v[i].place)
			question = node_next(question);
		e = answer_words(q, &v[i], &words);
		if (!e && question)
			node_set(node_item(node_child(question, "Said")), "text", words);
	}
	if (!e)
		e = put_query(q, "Needs", &needs_q, ARGS(A_(id)));
	return e ? e : page(q, "needs/survey_sheet.cs");
}
