/* paste_read.c - rows of a pasted table as needs: columns by their titles or in the usual order,
 * cells by the rules of the form, words of code lists by their names. */
#include "paste.h"

#include <string.h>

#include "code.h"
#include "row.h"
#include "secret.h"
#include "text.h"

enum { HEAD_ROWS = 10, UID = 16 };

/* In the order of a table without titles; those behind `wished` have one only by their title. */
static const struct {
	const char *field, *list;
} columns[] = { { "name", NULL },           { "phone", NULL },
		{ "address", NULL },        { "category", "service_category" },
		{ "description", NULL },    { "target_group", "recipient" },
		{ "grid", NULL },           { "wished", NULL },
		{ "frequency", NULL },      { "sex", "sex" },
		{ "age_band", "age_band" }, { "risk", NULL },
		{ "source", "source" },     { "household", NULL } };
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), USUAL = 8, DESCRIPTION = 4 };

static struct stmt known_q = SQL(
	"SELECT no"
	"  FROM need"
	" WHERE uid = ?");
static struct stmt phone_q = SQL(
	"SELECT no"
	"  FROM need"
	" WHERE phone_index = ?"
	"   AND station_id = ?"
	"   AND category = ?"
	"   AND state IN ('to_verify', 'verified', 'in_project')"
	" LIMIT 1");
#define SAME_COLS(X, T) \
	X(T, TEXT, no, "n.no") \
	X(T, BYTES, uid, "n.uid") \
	X(T, BYTES, name, "n.name_sealed")
ROW_DEFINE(same_row, SAME_COLS);
/* Who left no telephone: the last ones of the category in the same words. */
static struct stmt same_q = SQL(
	"SELECT " ROW_SELECT(SAME_COLS)
	"  FROM (SELECT no, uid, name_sealed, description, state"
	"       FROM need"
	"       WHERE station_id = ? AND category = ?"
	"       ORDER BY id DESC LIMIT 500) n"
	" WHERE n.description = ?"
	"   AND n.state IN ('to_verify', 'verified', 'in_project')"
	" LIMIT 5");

static const struct field_rule *rule_of(const char *field)
{
	for (const struct field_rule *r = need_in_fields; r->kind != F_END; r++)
		if (str_eq(r->name, field))
			return r;
	return NULL;
}

static size_t paste_titles(struct paste *p, size_t row)
{
	size_t found = 0;
	for (size_t i = 0; i < COLUMNS; i++) {
		const char *words = lang(
			arena_fmt(p->q->arena, "needs.Paste.Column.%s", columns[i].field));
		p->columns[i] = csv_column(p->q->arena, &p->csv.row[row], words);
		found += p->columns[i] > 0;
	}
	return found;
}

static void paste_unused(struct paste *p)
{
	const struct csv_row *head = &p->csv.row[p->head];
	struct buf b = { .arena = p->q->arena };
	buf_str(&b, "");
	for (size_t i = 0; i < head->n; i++) {
		bool used = !*head->cell[i];
		for (size_t c = 0; c < COLUMNS; c++)
			used = used || p->columns[c] == i + 1;
		if (!used)
			buf_fmt(&b, "%s%s", b.n ? "、" : "", head->cell[i]);
	}
	p->unused = b.n ? b.p : NULL;
}

/* Where they begin: more of a row is not needed to know it again. */
static void paste_above(struct paste *p)
{
	enum { SHOWN = 20 };
	struct arena *a = p->q->arena;
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (size_t i = 0; i < p->head; i++) {
		const struct csv_row *r = &p->csv.row[i];
		buf_fmt(&b, "%s%s", i ? "、" : "",
			utf8_cut(a, arena_dup(a, r->raw, r->bytes), SHOWN));
	}
	p->above = b.n ? b.p : NULL;
}

/* Two titles of ours make a head; what a table has above it, such as its name, is no need. */
static void paste_head(struct paste *p)
{
	for (size_t i = 0; i < p->csv.n && i < HEAD_ROWS; i++)
		if (paste_titles(p, i) >= 2) {
			p->titles = true;
			p->head = i;
			paste_unused(p);
			paste_above(p);
			return;
		}
	for (size_t i = 0; i < COLUMNS; i++)
		p->columns[i] = i < USUAL ? i + 1 : 0;
}

static void paste_say(struct paste_row *r, const char *text)
{
	if (r->faults < PASTE_FAULTS)
		r->fault[r->faults++] = text;
}

static const char *field_name(const char *field)
{
	const char *own = lang(arena_fmt(db_arena(), "needs.Field.%s", field));
	return str_or(own ? own : lang(arena_fmt(db_arena(), "Field.%s", field)), field);
}

/* A cell that no choice says is told with what stands in it. */
static void paste_say_cell(struct paste *p, struct paste_row *r, const char *field,
			   const char *word, const char *cell)
{
	const char *text = lang(arena_fmt(p->q->arena, "needs.Paste.Fault.%s", word));
	paste_say(r, arena_fmt(p->q->arena, "%s%s%s%s", field ? field_name(field) : "",
			       str_or(text, word), cell ? "：" : "", cell ? cell : ""));
}

/* The word of the list of sources by its name, or as it is. */
static const char *source_read(struct arena *a, const char *text)
{
	static const char *const words[] = { "visit", "meeting", "phone", "grid" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *name = lang(arena_fmt(a, "needs.SourceChoice.%s", words[i]));
		if (str_eq(text, words[i]) || str_eq(text, str_or(name, "")))
			return words[i];
	}
	return NULL;
}

static const char *paste_coded(struct paste *p, size_t column, const char *cell)
{
	struct arena *a = p->q->arena;
	return str_eq(columns[column].list, "source") ? source_read(a, cell)
						      : code_read(a, columns[column].list, cell);
}

static void paste_cell(struct paste *p, struct paste_row *r, size_t column)
{
	const char *field = columns[column].field, *text = "";
	const struct field_rule *rule = rule_of(field);
	size_t at = p->columns[column];
	if (at && at <= r->cells->n)
		text = r->cells->cell[at - 1];
	if (columns[column].list && *text) {
		const char *code = paste_coded(p, column, text);
		if (!code)
			paste_say_cell(p, r, field, "unknown", utf8_cut(p->q->arena, text, 20));
		text = code ? code : "";
		if (!code) {
			(void)form_cell(p->q, rule, text, &r->in);
			return;
		}
	}
	if (str_eq(field, "source") && !*text)
		text = p->source;
	/* Copied cells have line ends where the form has one line. */
	if (rule->kind == F_STR)
		text = text_value(p->q->arena, text);
	const char *wrong = form_cell(p->q, rule, text, &r->in);
	if (wrong)
		paste_say(r, wrong);
}

static bool cells_same(const struct csv_row *x, const struct csv_row *y)
{
	bool same = x->n == y->n;
	for (size_t i = 0; same && i < x->n; i++)
		same = str_eq(x->cell[i], y->cell[i]);
	return same;
}

/* The same row of the same form has the same uid; what stands there twice has two. */
static struct bytes paste_uid(struct paste *p, const struct paste_row *r)
{
	struct arena *a = p->q->arena;
	struct buf b = { .arena = a };
	size_t before = 0;
	for (const struct paste_row *o = p->v; o < r; o++)
		before += cells_same(o->cells, r->cells);
	buf_fmt(&b, "%s\n", hex_encode(a, p->uid));
	if (before)
		buf_fmt(&b, "%zu\n", before);
	for (size_t i = 0; i < r->cells->n; i++)
		buf_fmt(&b, "%s\n", r->cells->cell[i]);
	struct bytes mac = secret_mac(a, "need.paste", (struct bytes){ (const void *)b.p, b.n });
	return (struct bytes){ mac.p, UID };
}

static bool paste_same(struct paste *p, const struct paste_row *x, const struct paste_row *y)
{
	if (!str_eq(str_or(x->n.category, ""), str_or(y->n.category, "-")))
		return false;
	if (x->n.phone && y->n.phone)
		return str_eq(x->n.phone, y->n.phone);
	return str_eq(str_or(x->n.description, ""), str_or(y->n.description, "-")) &&
	       text_same_name(p->q->arena, str_or(x->n.name, ""), str_or(y->n.name, ""));
}

/* An open need that says the same: of this telephone, or of this name in these words. */
static enum err paste_open(struct paste *p, const struct paste_row *r, const char **no)
{
	struct arena *a = p->q->arena;
	struct same_row *v;
	size_t n = 0;
	*no = NULL;
	if (r->n.phone) {
		enum err e = db_text(&phone_q,
				     ARGS(A_(secret_index(a, "need.phone", r->n.phone)),
					  A_(p->q->station), A_(r->n.category)),
				     no);
		return e == ERR_NOT_FOUND ? OK : e;
	}
	enum err e = row_all(&same_q,
			     ARGS(A_(p->q->station), A_(r->n.category), A_(r->n.description)),
			     same_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && !*no && i < n; i++) {
		const char *name = NULL;
		if (v[i].uid.p && v[i].name.n)
			e = secret_unseal(a, "need.name", v[i].uid, v[i].name, &name);
		if (!e && text_same_name(a, str_or(name, ""), str_or(r->n.name, "")))
			*no = v[i].no;
	}
	return e;
}

static enum err paste_double(struct paste *p, struct paste_row *r)
{
	const char *no;
	for (const struct paste_row *o = p->v; o < r; o++)
		if (paste_same(p, o, r)) {
			paste_say_cell(p, r, NULL, "twice",
				       arena_fmt(p->q->arena, "%zu", o->cells->line));
			return OK;
		}
	enum err e = paste_open(p, r, &no);
	if (!e && no)
		paste_say_cell(p, r, NULL, "double", no);
	return e;
}

enum err paste_known(struct paste_row *r)
{
	enum err e = db_text(&known_q, ARGS(A_(r->n.uid)), &r->no);
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err paste_row_read(struct paste *p, struct paste_row *r)
{
	const char *fault;
	for (size_t i = 0; i < COLUMNS; i++)
		paste_cell(p, r, i);
	enum err e = need_from(p->q, &r->in, &r->n, &fault);
	if (e)
		return e;
	if (fault)
		paste_say_cell(p, r, "household", "not_found", r->in.household);
	r->n.uid = paste_uid(p, r);
	e = paste_known(r);
	if (e || r->no || r->faults || p->doubles)
		return e;
	e = paste_double(p, r);
	/* The same table, sent twice at once: what it is a double of may be itself. */
	if (!e && r->faults)
		e = paste_known(r);
	r->faults = r->no ? 0 : r->faults;
	return e;
}

enum err paste_read(struct paste *p, const char *text)
{
	p->fault = csv_pasted(p->q->arena, text, &p->csv);
	if (p->fault)
		return OK;
	paste_head(p);
	size_t first = p->titles ? p->head + 1 : 0, n = p->csv.n - first;
	if (p->titles && !p->columns[DESCRIPTION])
		p->fault = "paste_description";
	else if (!n)
		p->fault = "paste_empty";
	else if (n > PASTE_ROWS)
		p->fault = "csv_rows";
	if (p->fault)
		return OK;
	p->v = arena_array(p->q->arena, n, sizeof(*p->v));
	enum err e = code_load();
	for (p->n = 0; !e && p->n < n; p->n++) {
		p->v[p->n] = (struct paste_row){ .cells = &p->csv.row[first + p->n] };
		e = paste_row_read(p, &p->v[p->n]);
	}
	return e;
}
