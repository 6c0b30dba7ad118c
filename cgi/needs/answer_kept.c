/* answer_kept.c - a sheet that is half filled waits for seven days behind a short code, sealed and
 * without names and phones; on any phone the code brings it back. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "form_lines.h"
#include "kept.h"
#include "secret.h"
#include "filled.h"

enum { PER_KEY = 200, MISSES = 60, HOUR = 3600, BODY_MAX = 40000 };
enum { LETTERS = 8 };

#define KEPT_COLS(X, T) \
	X(T, BYTES, uid, "uid") \
	X(T, BYTES, body, "body_sealed") \
	X(T, INT, survey, "survey_id")
ROW_DEFINE(kept_row, KEPT_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(KEPT_COLS)
	"  FROM sheet_kept"
	" WHERE code_index = ?"
	"   AND saved_at >= ?");
static struct stmt add_q = SQL(
	"INSERT INTO sheet_kept (code_index, uid, survey_id, body_sealed, saved_at)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE sheet_kept"
	"   SET body_sealed = ?, saved_at = ?"
	" WHERE code_index = ?");
static struct stmt drop_q = SQL(
	"DELETE FROM sheet_kept"
	" WHERE code_index = ?");
static struct bytes kept_index(struct arena *a, const char *code)
{
	return secret_index(a, "sheet_kept.code", code);
}

static const char *kept_since(struct rq *q)
{
	return clock_time(q->arena, q->now - KEPT_SECONDS);
}

const char *code_typed(struct arena *a, const char *typed)
{
	char *code = arena_alloc(a, LETTERS + 1);
	size_t n = 0;
	for (const char *s = typed ? typed : ""; *s; s++) {
		char c = *s >= 'A' && *s <= 'Z' ? (char)(*s - 'A' + 'a') : *s;
		if (c == ' ' || c == '-')
			continue;
		if (n == LETTERS || !strchr(CODE_LETTERS, c))
			return NULL;
		code[n++] = c;
	}
	return n == LETTERS ? code : NULL;
}

const char *code_made(struct arena *a, const uint8_t *from)
{
	char *code = arena_alloc(a, LETTERS + 1);
	for (size_t i = 0; i < LETTERS; i++)
		code[i] = CODE_LETTERS[from[i] % (sizeof(CODE_LETTERS) - 1)];
	return code;
}

/* Names and phones are typed again: whoever knows the code sees what is kept. */
static bool kept_field(const void *ctx, const char *name)
{
	const struct sheet *s = ctx;
	if (str_eq(name, "by_proxy"))
		return true;
	if (name[0] != 'q' || !sheet_field_known(s, name))
		return false;
	for (struct node *n = node_first(put_list(s->q, "Questions")); n; n = node_next(n))
		if (str_eq(node_get(n, "field"), name))
			return !str_in(node_get(n, "_maps"), "phone,name");
	return strchr(name, '_') != NULL;
}

static enum err kept_write(struct rq *q, const struct sheet *s, const char **code)
{
	struct kept_row k;
	struct arena *a = q->arena;
	const char *body = form_lines(q, kept_field, s), *now = clock_time(a, q->now);
	*code = code_typed(a, form_given(q, "kept"));
	if (strlen(body) > BODY_MAX)
		return ERR_TOO_LARGE;
	enum err e = *code ? row_one(&find_q, ARGS(A_(kept_index(a, *code)), A_(kept_since(q))),
				     kept_row_cols, &k)
			   : ERR_NOT_FOUND;
	if (!e && k.survey == s->survey.id)
		return db_change(&save_q, ARGS(A_(secret_seal(a, "sheet_kept.body", k.uid, body)),
					       A_(now), A_(kept_index(a, *code))));
	if (e && e != ERR_NOT_FOUND)
		return e;
	struct bytes uid = secret_uid(a);
	uint8_t r[LETTERS];
	secret_random(r, sizeof(r));
	*code = code_made(a, r);
	return db_exec(&add_q,
		       ARGS(A_(kept_index(a, *code)), A_(uid), A_(s->survey.id),
			    A_(secret_seal(a, "sheet_kept.body", uid, body)), A_(now)),
		       NULL);
}

enum err kept_save(struct rq *q)
{
	struct sheet s = { .q = q };
	const char *code;
	enum err e = survey_asked(q, &s.survey);
	if (!e && got(q, "Closed"))
		return page_status(q, 409, "needs/answer.cs");
	if (!e)
		e = put_questions(q, s.survey.id);
	if (!e)
		e = form_key_uid(q, survey_key(q->arena, s.survey.id), &s.uid);
	if (!e)
		e = throttle(q, "survey_keep", hex_encode(q->arena, s.uid), PER_KEY, HOUR);
	if (e)
		return e;
	/* What is still missing or wrong is said when it is sent. */
	sheet_read(q, &s);
	e = kept_write(q, &s, &code);
	if (e)
		return e;
	page_only(q, "Station,Survey");
	put(q, "Code", arg(q, 0));
	put(q, "Kept", code);
	put(q, "KeptUntil", clock_day(q->arena, q->now + KEPT_SECONDS));
	return page_status(q, 200, "needs/kept.cs");
}

static void kept_put(struct rq *q, const void *ctx, const char *name, const char *value)
{
	const struct sheet *s = ctx;
	struct node *form = put_list(q, "Form"), *question = NULL;
	if (!kept_field(s, name))
		return;
	for (struct node *n = node_first(put_list(q, "Questions")); n; n = node_next(n))
		if (str_eq(node_get(n, "field"), name))
			question = n;
	if (!question || !str_eq(node_get(question, "kind"), "multi")) {
		node_set(form, name, value);
		return;
	}
	struct node *list = node_child(form, name);
	node_set(list, arena_fmt(q->arena, "%zu", node_count(list)), value);
}

enum err kept_load(struct rq *q, const struct survey_row *survey)
{
	struct sheet s = { .q = q, .n = node_count(put_list(q, "Questions")) };
	const char *typed = query(q, "r"), *code = code_typed(q->arena, typed), *body;
	struct kept_row k;
	if (!typed)
		return OK;
	enum err e = throttle_left(q, "survey_resume", q->remote, MISSES, HOUR);
	if (!e)
		e = code ? row_one(&find_q, ARGS(A_(kept_index(q->arena, code)), A_(kept_since(q))),
				   kept_row_cols, &k)
			 : ERR_NOT_FOUND;
	if (!e && k.survey == survey->id)
		e = secret_unseal(q->arena, "sheet_kept.body", k.uid, k.body, &body);
	else if (!e || e == ERR_NOT_FOUND) {
		put(q, "KeptGone", "1");
		return throttle(q, "survey_resume", q->remote, MISSES, HOUR);
	}
	if (e)
		return e;
	form_lines_each(q, body, kept_put, &s);
	node_set(put_list(q, "Form"), "kept", code);
	put(q, "Resumed", "1");
	return OK;
}

enum err kept_drop(struct rq *q)
{
	const char *code = code_typed(q->arena, form_given(q, "kept"));
	return code ? db_exec(&drop_q, ARGS(A_(kept_index(q->arena, code))), NULL) : OK;
}
