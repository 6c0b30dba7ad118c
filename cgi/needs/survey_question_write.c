/* survey_question_write.c - one question of a draft is taken: its lines read, its condition and
 * range checked, its choices written anew with what they mean. */
#include <string.h>

#include "code.h"
#include "form.h"
#include "survey.h"

#define QUESTION_IN(X, T) \
	X(T, WORD, kind, 1, 8) \
	X(T, STR, section, 0, 80) \
	X(T, STR, title, 1, 200) \
	X(T, STR, hint, 0, 200) \
	X(T, FLAG, required, 0, 0) \
	X(T, TEXT, options, 0, 5000) \
	X(T, TEXT, rows, 0, 5000) \
	X(T, OINT, most, 1, CHOICES_TYPED) \
	X(T, OINT, min, -999999999, 999999999) \
	X(T, OINT, max, -999999999, 999999999) \
	X(T, DAY, first_day, 0, 0) \
	X(T, DAY, last_day, 0, 0) \
	X(T, WORD, maps, 0, 16) \
	X(T, LIST, means, 0, CHOICES_TYPED) \
	X(T, FLAG, by_group, 0, 0) \
	X(T, OINT, if_place, 1, QUESTIONS_TYPED) \
	X(T, STR, if_choices, 0, 100)
enum { CHOICES_TYPED = 40, ROWS_TYPED = 15, COLUMNS_TYPED = 7, QUESTIONS_TYPED = 60, LABEL = 120 };
enum { GROUPS = 3 };
FORM_DEFINE(question_in, QUESTION_IN);

static struct stmt add_q = SQL(
	"INSERT INTO question (kind, title, hint, section, required, max_choices, min_value,"
	"       max_value, first_day, last_day, maps, by_group, if_place, if_choices, place,"
	"       survey_id)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE question"
	"   SET kind = ?, title = ?, hint = ?, section = ?, required = ?, max_choices = ?,"
	"       min_value = ?, max_value = ?, first_day = ?, last_day = ?, maps = ?, by_group = ?,"
	"       if_place = ?, if_choices = ?"
	" WHERE place = ?"
	"   AND survey_id = ?");
static struct stmt hold_q = SQL(
	"UPDATE survey"
	"   SET shared = shared"
	" WHERE id = ?"
	"   AND state = 'draft'");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM question"
	" WHERE survey_id = ?"
	"   AND place = ?");
static struct stmt drop_q = SQL(
	"DELETE FROM choice"
	" WHERE question_id = ?");
static struct stmt choice_q = SQL(
	"INSERT INTO choice (question_id, place, label, category, target_group, means, of_row)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
static struct stmt code_q = SQL(
	"SELECT code"
	"  FROM code_item"
	" WHERE list = ?"
	"   AND name = ?"
	" LIMIT 1");

struct question_write {
	struct rq *q;
	const struct question_kind *kind;
	struct question_in in;
	int64_t survey, place;
	struct node *before; /* the question as it was, or NULL */
	const char *options[CHOICES_TYPED], *rows[ROWS_TYPED];
	size_t option_n, row_n;
};

/* Lines that are not empty; false: too many, or one too long or there twice. */
static bool lines_read(struct rq *q, const char *text, const char **to, size_t most, size_t *n)
{
	*n = 0;
	for (const char *s = str_or(text, ""); *s; s += *s == '\n') {
		size_t len = strcspn(s, "\n");
		const char *line = arena_dup(q->arena, s, len);
		s += len;
		while (*line == ' ' || *line == '\t')
			line++;
		if (!*line)
			continue;
		if (*n == most || utf8_count(line) > LABEL)
			return false;
		for (size_t i = 0; i < *n; i++)
			if (strcmp(to[i], line) == 0)
				return false;
		to[(*n)++] = line;
	}
	return true;
}

static void question_lists(struct question_write *w)
{
	struct rq *q = w->q;
	bool matrix = str_in("rows", w->kind->has);
	size_t most = matrix ? COLUMNS_TYPED : CHOICES_TYPED;
	if (!str_in("options", w->kind->has))
		return;
	if (!lines_read(q, w->in.options, w->options, most, &w->option_n) || w->option_n < 2)
		form_error(q, "options", matrix ? "columns" : "options");
	if (matrix && (!lines_read(q, w->in.rows, w->rows, ROWS_TYPED, &w->row_n) || !w->row_n))
		form_error(q, "rows", "rows");
	if (w->in.most != DB_NONE && w->in.most > (int64_t)w->option_n && w->option_n)
		form_error(q, "most", "most");
}

/* "1、3" or "1 3": places of choices there, without what is not. */
static const char *condition_read(struct rq *q, struct node *of, const char *typed)
{
	struct buf b = { .arena = q->arena };
	for (struct node *c = node_first(node_child(of, "Choices")); c; c = node_next(c)) {
		const char *code = node_get(c, "code");
		size_t len = strlen(code);
		for (const char *s = typed; *s; s += strspn(s, "0123456789")) {
			s += strcspn(s, "0123456789");
			if (strspn(s, "0123456789") == len && strncmp(s, code, len) == 0) {
				buf_fmt(&b, "%s%s", b.n ? "," : "", code);
				break;
			}
		}
	}
	return b.p;
}

static void question_condition(struct question_write *w)
{
	struct rq *q = w->q;
	if (w->in.if_place == DB_NONE) {
		w->in.if_choices = "";
		return;
	}
	struct node *of = question_of(q, arena_fmt(q->arena, "%lld", (long long)w->in.if_place));
	bool good = of && w->in.if_place < w->place && str_in(node_get(of, "kind"), KINDS_TICKED);
	const char *places = good ? condition_read(q, of, str_or(w->in.if_choices, "")) : NULL;
	if (!good)
		form_error(q, "if_place", "if_place");
	else if (!places)
		form_error(q, "if_choices", "if_choices");
	else
		w->in.if_choices = places;
}

static void question_ranges(struct question_write *w)
{
	struct question_in *in = &w->in;
	bool scale = strcmp(w->kind->kind, "scale") == 0;
	if (scale && (in->min == DB_NONE || in->max == DB_NONE || in->min < 0 || in->max > 10))
		form_error(w->q, "max", "scale");
	else if (in->min != DB_NONE && in->max != DB_NONE && in->max <= in->min)
		form_error(w->q, "max", "range_turned");
	if (in->first_day && in->last_day && strcmp(in->last_day, in->first_day) < 0)
		form_error(w->q, "last_day", "days_turned");
	/* What another kind has is not this one's. */
	if (!str_in("range", w->kind->has))
		in->min = in->max = DB_NONE;
	if (!str_in("days", w->kind->has))
		in->first_day = in->last_day = NULL;
	if (!str_in("most", w->kind->has))
		in->most = DB_NONE;
}

static void question_check(struct question_write *w)
{
	struct rq *q = w->q;
	size_t groups = 0;
	if (w->in.maps && !str_in(w->in.maps, w->kind->maps))
		form_error(q, "maps", "maps");
	if (!str_in("group", w->kind->has))
		w->in.by_group = 0;
	for (struct node *n = node_first(put_list(q, "Questions")); n; n = node_next(n)) {
		groups += n != w->before && node_get_int(n, "by_group") == 1;
		if (n != w->before && w->in.maps && str_in(w->in.maps, "name,phone") &&
		    str_eq(node_get(n, "_maps"), w->in.maps))
			form_error(q, "maps", "maps_twice");
	}
	if (w->in.by_group && groups >= GROUPS)
		form_error(q, "by_group", "groups");
	question_lists(w);
	question_condition(w);
	question_ranges(w);
}

/* What a line means: as it was chosen for a choice of these words, else the code of this name. */
static enum err option_means(struct question_write *w, const char *label, const char **code)
{
	const char *list = maps_list(w->in.maps);
	struct node *c = w->before ? node_first(node_child(w->before, "Choices")) : NULL;
	*code = NULL;
	if (!list)
		return OK;
	while (c && !str_eq(node_get(c, "name"), label))
		c = node_next(c);
	const char *head = c ? arena_fmt(w->q->arena, "%s_", node_get(c, "code")) : NULL;
	for (size_t i = 0; c && i < w->in.means.n; i++)
		if (str_starts(w->in.means.v[i], head))
			*code = w->in.means.v[i] + strlen(head);
	if (*code) {
		*code = node_get(node_at(put_list(w->q, "Codes"), *code), "code");
		return OK;
	}
	if (c && w->in.means.n)
		return OK;
	enum err e = db_text(&code_q, ARGS(A_(list), A_(label)), code);
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err question_write_choices(struct question_write *w, int64_t id)
{
	const char *maps = w->in.maps, *code;
	enum err e = db_exec(&drop_q, ARGS(A_(id)), NULL);
	for (size_t i = 0; !e && i < w->option_n; i++) {
		e = option_means(w, w->options[i], &code);
		if (!e)
			e = db_exec(&choice_q,
				    ARGS(A_(id), A_((int64_t)i + 1), A_(w->options[i]),
					 A_(str_eq(maps, "category") ? code : NULL),
					 A_(str_eq(maps, "target_group") ? code : NULL),
					 A_(str_in(maps, "age_band,sex") ? code : NULL), A_(0)),
				    NULL);
	}
	for (size_t i = 0; !e && i < w->row_n; i++)
		e = db_exec(&choice_q,
			    ARGS(A_(id), A_((int64_t)i + 1 + MATRIX_ROWS), A_(w->rows[i]),
				 A_((const char *)NULL), A_((const char *)NULL),
				 A_((const char *)NULL), A_(1)),
			    NULL);
	return e;
}

static enum err question_write(void *ctx)
{
	struct question_write *w = ctx;
	const struct question_in *in = &w->in;
	int64_t id;
	enum err e = db_change(&hold_q, ARGS(A_(w->survey)));
	if (!e)
		e = db_exec(w->before ? &save_q : &add_q,
			    ARGS(A_(w->kind->kind), A_(in->title), A_(str_or(in->hint, "")),
				 A_(str_or(in->section, "")), A_(in->required), A_(in->most),
				 A_(in->min), A_(in->max), A_(in->first_day), A_(in->last_day),
				 A_(in->maps), A_(in->by_group), A_(in->if_place),
				 A_(in->if_choices), A_(w->place), A_(w->survey)),
			    NULL);
	if (!e)
		e = db_int(&id_q, ARGS(A_(w->survey), A_(w->place)), &id);
	if (!e)
		e = question_write_choices(w, id);
	return e ? e : audit(&w->q->actor, "survey.edit", "survey", w->survey, NULL);
}

static enum err question_put(struct rq *q, struct question_write *w)
{
	struct node *survey;
	enum err e = put_questions_of(q, &survey);
	if (e)
		return e;
	int64_t count = (int64_t)node_count(put_list(q, "Questions"));
	w->q = q;
	w->survey = node_get_int(survey, "_id");
	w->before = *arg(q, 1) ? question_of(q, arg(q, 1)) : NULL;
	if (*arg(q, 1) && !w->before)
		return ERR_NOT_FOUND;
	w->place = w->before ? node_get_int(w->before, "place") : count + 1;
	if (!form_read(q, question_in_fields, &w->in))
		return ERR_FORM;
	w->kind = question_kind(w->before ? node_get(w->before, "kind") : w->in.kind);
	if (!w->kind)
		return ERR_NOT_FOUND;
	if (w->place > QUESTIONS_TYPED)
		form_error(q, NULL, "questions_many");
	question_check(w);
	const char *list = maps_list(w->in.maps);
	e = form_ok(q) ? OK : ERR_FORM;
	if (!e && list)
		e = put_codes(q, "Codes", list);
	return e ? e : db_tx(question_write, w);
}

enum err question_add(struct rq *q)
{
	struct question_write w = { 0 };
	enum err e = question_put(q, &w);
	if (e)
		return e;
	/* What its choices mean is asked next. */
	if (maps_list(w.in.maps))
		return see(q, "/needs/surveys/%s/question/%lld?done=question_means", arg(q, 0),
			   (long long)w.place);
	return see(q, "/needs/surveys/%s/edit?done=question_added", arg(q, 0));
}

enum err question_save(struct rq *q)
{
	struct question_write w = { 0 };
	enum err e = question_put(q, &w);
	if (e)
		return e;
	/* So are those of a question that stands for something else now. */
	if (maps_list(w.in.maps) && !str_eq(w.in.maps, node_get(w.before, "_maps")))
		return see(q, "/needs/surveys/%s/question/%lld?done=question_means", arg(q, 0),
			   (long long)w.place);
	return see(q, "/needs/surveys/%s/edit?done=question_saved", arg(q, 0));
}
