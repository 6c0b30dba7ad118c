/* result.c - passed or failed, person by person in one table; who passed is qualified at once. */
#include <string.h>

#include "barred.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "outbox.h"
#include "training.h"

enum { REASON_MAX = 200, SCORE_MAX = 100, WORD_MAX = 10 };

#define SITTER_COLS(X, T) \
	X(T, INT, id, "e.id") \
	X(T, INT, person_id, "e.person_id") \
	X(T, TEXT, ref, "LOWER(HEX(e.uid))") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, state, "e.state") \
	X(T, INT, score, "e.score") \
	X(T, TEXT, reason, "e.reason")
ROW_DEFINE(sitter_row, SITTER_COLS);

static struct stmt sitters_q = SQL(
	"SELECT " ROW_SELECT(SITTER_COLS)
	"  FROM enrolment e"
	"  JOIN person p ON p.id = e.person_id"
	" WHERE e.training_id = ?"
	"   AND e.state <> 'cancelled'"
	" ORDER BY e.id"
	" LIMIT 1000");
/* A result that is changed is a new version of the posted record. */
static struct stmt result_q = SQL(
	"UPDATE enrolment"
	"   SET version = version + (state <> 'present'), state = ?, score = ?, reason = ?,"
	"       decided_by = ?, decided_at = ?"
	" WHERE id = ?"
	"   AND state = ?");
static struct stmt qualify_q = SQL(
	"INSERT INTO qualification (person_id, name, training_id, granted_on, valid_until,"
	"       confirmed_by)"
	" VALUES (?, ?, ?, ?, DATE_ADD(?, INTERVAL ? MONTH), ?)"
	"    ON DUPLICATE KEY UPDATE name = VALUES(name), granted_on = VALUES(granted_on),"
	"       valid_until = VALUES(valid_until), confirmed_by = VALUES(confirmed_by),"
	"       withdrawn_at = NULL");
static struct stmt unqualify_q = SQL(
	"UPDATE qualification"
	"   SET withdrawn_at = ?"
	" WHERE person_id = ?"
	"   AND training_id = ?"
	"   AND withdrawn_at IS NULL");

/* One line of the table that says something new. */
struct result {
	const struct sitter_row *who;
	const char *state;  /* passed, failed */
	int64_t score;      /* DB_NONE: none */
	const char *reason; /* NULL: none */
};
struct sheet {
	struct rq *q;
	struct training_row t;
	struct result *v;
	size_t n;
};

static const char *result_name(struct rq *q, const struct sitter_row *r, const char *part)
{
	return arena_fmt(q->arena, "%s_%s", part, r->ref);
}

static void result_say(struct rq *q, const struct sitter_row *r, const char *part, const char *text)
{
	form_error_text(q, result_name(q, r, part), arena_fmt(q->arena, "%s：%s", r->name, text));
}

static void result_wrong(struct rq *q, const struct sitter_row *r, const char *part,
			 const char *word)
{
	const char *text = lang(arena_fmt(q->arena, "training.Message.%s", word));
	result_say(q, r, part, str_or(text, word));
}

/* One cell; false: it has a message. */
static bool result_cell(struct rq *q, const struct sitter_row *r, const char *part,
			enum field_kind kind, int64_t max, void *to)
{
	const char *label = lang(arena_fmt(q->arena, "training.Field.%s", part));
	const char *wrong = form_field(q, kind, result_name(q, r, part), 0, max,
				       str_or(label, part), to);
	if (wrong)
		result_say(q, r, part, wrong);
	return !wrong;
}

/* The rules of one line; false: it has a message, or says nothing. */
static bool result_sound(struct rq *q, const struct training_row *t, struct result *v)
{
	bool scored = t->pass_score != DB_NONE;
	if (!*v->state && scored && v->score != DB_NONE)
		v->state = v->score >= t->pass_score ? "passed" : "failed";
	if (!*v->state) {
		if (v->score != DB_NONE || v->reason)
			result_wrong(q, v->who, "result", "result_missing");
		return false;
	}
	const char *word = NULL;
	if (!str_in(v->state, "passed,failed"))
		result_wrong(q, v->who, "result", "result_missing");
	else if (!str_in(v->who->state, "present,passed,failed"))
		result_wrong(q, v->who, "result", "not_present");
	else if (str_eq(v->state, "passed") && scored && v->score < t->pass_score)
		word = v->score == DB_NONE ? "score_missing" : "score_low";
	else if (str_eq(v->state, "failed") && v->score == DB_NONE && !v->reason)
		result_wrong(q, v->who, "reason", "reason_missing");
	if (word)
		result_wrong(q, v->who, "score", word);
	return form_ok(q);
}

static bool result_same(const struct result *v)
{
	return str_eq(v->state, v->who->state) && v->score == v->who->score &&
	       str_eq(str_or(v->reason, ""), str_or(v->who->reason, ""));
}

static void result_read(struct sheet *s, const struct sitter_row *who)
{
	struct rq *q = s->q;
	struct result v = { .who = who };
	bool good = result_cell(q, who, "result", F_WORD, WORD_MAX, &v.state);
	good = result_cell(q, who, "score", F_OINT, SCORE_MAX, &v.score) && good;
	good = result_cell(q, who, "reason", F_STR, REASON_MAX, &v.reason) && good;
	v.state = str_or(v.state, "");
	if (good && result_sound(q, &s->t, &v) && !result_same(&v))
		s->v[s->n++] = v;
}

/* Fields are result_, score_ and reason_ of people on this roll; anything else is not this form. */
struct sitters {
	const struct sitter_row *v;
	size_t n;
};

static bool result_known(const void *ctx, const char *name)
{
	const struct sitters *all = ctx;
	const char *ref = strchr(name, '_');
	size_t part = ref ? (size_t)(ref - name) : 0;
	bool ours = (part == 6 && (str_starts(name, "result") || str_starts(name, "reason"))) ||
		    (part == 5 && str_starts(name, "score"));
	if (str_in(name, "csrf,key"))
		return true;
	for (size_t i = 0; ours && i < all->n; i++)
		if (strcmp(ref + 1, all->v[i].ref) == 0)
			return true;
	return false;
}

static enum err result_qualify(const struct sheet *s, const struct result *v)
{
	struct rq *q = s->q;
	const struct training_row *t = &s->t;
	const char *today = clock_day(q->arena, q->now);
	int64_t rows, months = t->valid_months == DB_NONE ? cfg.qualify_months : t->valid_months;
	if (str_eq(v->state, "failed"))
		return db_affect(
			&unqualify_q,
			ARGS(A_(clock_time(q->arena, q->now)), A_(v->who->person_id), A_(t->id)),
			&rows);
	const char *name = utf8_cut(q->arena, str_or(t->qualifies, t->title), 60);
	return db_exec(&qualify_q,
		       ARGS(A_(v->who->person_id), A_(name), A_(t->id), A_(today), A_(today),
			    A_(months), A_(q->staff)),
		       NULL);
}

static enum err result_store(void *ctx)
{
	struct sheet *s = ctx;
	struct rq *q = s->q;
	const char *now = clock_time(q->arena, q->now);
	enum err e = OK;
	for (size_t i = 0; !e && i < s->n; i++) {
		const struct result *v = &s->v[i];
		e = db_change(&result_q,
			      ARGS(A_(v->state), A_(v->score), A_(v->reason), A_(q->staff), A_(now),
				   A_(v->who->id), A_(v->who->state)));
		if (!e)
			e = result_qualify(s, v);
		if (!e)
			e = audit(&q->actor, "enrolment.result", "enrolment", v->who->id,
				  arena_fmt(q->arena, "%s > %s", v->who->state, v->state));
		if (!e)
			e = outbox_training(v->who->id);
	}
	return e;
}

/* Nobody passes themselves. */
static enum err result_barred(const struct sheet *s)
{
	int64_t *people = arena_array(s->q->arena, s->n, sizeof(*people));
	for (size_t i = 0; i < s->n; i++)
		people[i] = s->v[i].who->person_id;
	return barred(s->q, people, s->n);
}

enum err result_save(struct rq *q)
{
	struct sheet s = { .q = q };
	struct sitter_row *who;
	size_t n;
	enum err e = training_mine(q, &s.t);
	if (!e)
		e = row_all(&sitters_q, ARGS(A_(s.t.id)), sitter_row_cols, sizeof(*who), &who, &n);
	if (e)
		return e;
	if (!str_in(s.t.state, "running,finished"))
		return refused(q, "not_running", roll_show);
	s.v = arena_array(q->arena, n, sizeof(*s.v));
	for (size_t i = 0; i < n; i++)
		result_read(&s, &who[i]);
	if (!form_only(q, result_known, &(struct sitters){ who, n }))
		form_error(q, NULL, "unknown");
	e = result_barred(&s);
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	e = db_tx(result_store, &s);
	return e ? e : see(q, "/training/manage/%s/roll?done=results", s.t.no);
}
