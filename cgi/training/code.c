/*
 * code.c - who takes part signs in with the code on the teacher's screen, which turns every 15
 * seconds as those of activities do. A scan opens a page that asks to confirm, with a ticket of
 * this person's own in place of the code that is passing.
 */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "code.h"
#include "config.h"
#include "document_qr.h"
#include "form.h"
#include "secret.h"
#include "training.h"
#include "turn.h"

#define SIGN_IN(X, T) X(T, STR, code, 6, 120)
FORM_DEFINE(sign_input, SIGN_IN);

enum { EARLY_SECONDS = 3600, TICKET_SECONDS = 60, TRIES = 10, TRY_WINDOW = 300, MAC_BYTES = 10 };

static struct stmt mine_q = SQL(
	"SELECT e.id, e.state, UNIX_TIMESTAMP(t.starts_at), UNIX_TIMESTAMP(t.ends_at)"
	"  FROM enrolment e"
	"  JOIN training t ON t.id = e.training_id"
	" WHERE e.training_id = ?"
	"   AND e.person_id = ?");
static struct stmt present_q = SQL(
	"UPDATE enrolment"
	"   SET state = 'present', present_at = ?"
	" WHERE id = ?"
	"   AND state = 'enrolled'");

struct signing {
	struct rq *q;
	struct training_row t;
	int64_t enrolment, starts, ends;
	const char *state;
};

static struct bytes code_key(struct rq *q, const char *no)
{
	return secret_mac(q->arena, "training.code",
			  (struct bytes){ (const uint8_t *)no, strlen(no) });
}

static const char *code_hex(struct rq *q, const char *no, int64_t step)
{
	return turn_hex(q->arena, code_key(q, no), &(struct turn_of){ "training", no, "in", step });
}

static const char *code_six(struct rq *q, const char *no, int64_t step)
{
	return turn_six(q->arena, code_key(q, no), &(struct turn_of){ "digits", no, "in", step });
}

enum err code_page(struct rq *q)
{
	struct training_row t;
	const char *d;
	int side;
	enum err e = training_mine(q, &t);
	if (!e && !str_in(t.state, "published,running"))
		e = ERR(ERR_STALE, "training is %s", t.state);
	if (!e)
		e = put_training(q, t.id);
	if (e)
		return e;
	int64_t step = q->now / TURN_SECONDS, left = TURN_SECONDS - q->now % TURN_SECONDS;
	const char *url = arena_fmt(q->arena, "%s/training/c/%s-%llx-%s", cfg.base_url, t.no,
				    (long long)step, code_hex(q, t.no, step));
	e = qr_path(q->arena, url, &d, &side);
	if (e)
		return e;
	put(q, "Code.url", url);
	put(q, "Code.digits", code_six(q, t.no, step));
	put(q, "Code.path", d);
	put_int(q, "Code.side", side);
	put_int(q, "Code.seconds", left);
	reply_header(q, "Refresh", arena_fmt(q->arena, "%lld", (long long)left));
	return page(q, "training/code.cs");
}

static const char *ticket_mac(struct rq *q, const char *no, int64_t opened)
{
	const char *said = arena_fmt(q->arena, "%lld|%s|%lld", (long long)q->person, no,
				     (long long)opened);
	struct bytes m = secret_mac(q->arena, "training.ticket",
				    (struct bytes){ (const uint8_t *)said, strlen(said) });
	m.n = MAC_BYTES;
	return hex_encode(q->arena, m);
}

static bool same(const char *a, const char *b)
{
	return strlen(a) == strlen(b) && secret_equal(a, b, strlen(a));
}

/* "T2600100003-STEP-HEX" of the screen now, a step before or behind it. */
static bool code_fresh(struct rq *q, const char *no, const char *text)
{
	size_t n = strlen(no);
	char *end;
	if (strncmp(text, no, n) != 0 || text[n] != '-')
		return false;
	long long step = strtoll(text + n + 1, &end, 16);
	int64_t now = q->now / TURN_SECONDS;
	return *end == '-' && step >= now - 1 && step <= now + 1 &&
	       same(end + 1, code_hex(q, no, step));
}

/* NULL: good. */
static const char *code_word(struct rq *q, const char *no, const char *text)
{
	char *end;
	if (strlen(text) == 6 && strspn(text, "0123456789") == 6) {
		int64_t now = q->now / TURN_SECONDS;
		for (int64_t step = now - 1; step <= now + 1; step++)
			if (same(text, code_six(q, no, step)))
				return NULL;
		return "bad_digits";
	}
	if (*text != 'k')
		return code_fresh(q, no, text) ? NULL : "bad_code";
	long long opened = strtoll(text + 1, &end, 16);
	if (*end != '-' || !same(end + 1, ticket_mac(q, no, opened)))
		return "bad_code";
	return opened > q->now || q->now - opened > TICKET_SECONDS ? "bad_code" : NULL;
}

static enum err signing_row(void *ctx, const struct row *r)
{
	struct signing *s = ctx;
	s->enrolment = r->cells[0].i;
	s->state = arena_str(s->q->arena, r->cells[1].text);
	s->starts = r->cells[2].i;
	s->ends = r->cells[3].i;
	return OK;
}

static enum err signing_find(struct signing *s, const char *no)
{
	struct rq *q = s->q;
	q->args[0] = no;
	enum err e = training_public(q, &s->t);
	return e ? e : db_each(&mine_q, ARGS(A_(s->t.id), A_(q->person)), signing_row, s);
}

/* Why this person cannot sign in here now; NULL: they can. */
static const char *signing_word(const struct signing *s)
{
	if (!s->state || !str_in(s->state, "enrolled,present,passed,failed"))
		return "not_enrolled";
	if (!str_in(s->t.state, "published,running") || s->q->now > s->ends)
		return "code_over";
	return s->q->now < s->starts - EARLY_SECONDS ? "code_early" : NULL;
}

static enum err signing_put(struct signing *s)
{
	enum err e = put_station(s->q, s->t.station_id);
	return e ? e : put_training(s->q, s->t.id);
}

static enum err sign_page(struct signing *s, const char *word)
{
	struct rq *q = s->q;
	enum err e = signing_put(s);
	if (e)
		return e;
	put(q, "Why", word);
	if (word)
		return page_status(q, 409, "training/sign.cs");
	put(q, "Ticket",
	    arena_fmt(q->arena, "k%llx-%s", (long long)q->now, ticket_mac(q, s->t.no, q->now)));
	return page(q, "training/sign.cs");
}

/* What a scan opens. */
enum err code_scan(struct rq *q)
{
	struct signing s = { .q = q };
	const char *text = arg(q, 0);
	size_t n = strcspn(text, "-");
	if (!text[n] || n > 24)
		return ERR_NOT_FOUND;
	enum err e = signing_find(&s, arena_dup(q->arena, text, n));
	if (e)
		return e;
	if (s.state && str_in(s.state, "present,passed,failed"))
		return see(q, "/training/%s?done=signed", s.t.no);
	const char *word = signing_word(&s);
	if (!word && !code_fresh(q, s.t.no, text))
		word = "bad_code";
	return sign_page(&s, word);
}

/* The same by digits, on a page of its own. */
enum err sign_show(struct rq *q)
{
	struct signing s = { .q = q };
	enum err e = signing_find(&s, arg(q, 0));
	if (!e)
		e = signing_put(&s);
	if (e)
		return e;
	put(q, "Why", signing_word(&s));
	return page(q, "training/sign.cs");
}

static enum err signed_in(void *ctx)
{
	const struct signing *s = ctx;
	struct rq *q = s->q;
	int64_t rows;
	enum err e = db_affect(&present_q, ARGS(A_(clock_time(q->arena, q->now)), A_(s->enrolment)),
			       &rows);
	return e || !rows ? e : audit(&q->actor, "enrolment.signed", "training", s->t.id, NULL);
}

enum err sign_take(struct rq *q)
{
	struct signing s = { .q = q };
	struct sign_input in;
	enum err e = signing_find(&s, arg(q, 0));
	if (e)
		return e;
	if (s.state && str_in(s.state, "present,passed,failed"))
		return see(q, "/training/%s?done=signed", s.t.no);
	const char *word = signing_word(&s);
	if (word)
		return sign_page(&s, word);
	if (!form_read(q, sign_input_fields, &in))
		return ERR_FORM;
	if (strlen(in.code) == 6)
		e = throttle(q, "training.code", arena_fmt(q->arena, "%lld", (long long)q->person),
			     TRIES, TRY_WINDOW);
	if (e)
		return e;
	word = code_word(q, s.t.no, in.code);
	if (word) {
		form_error(q, "code", word);
		return ERR_FORM;
	}
	e = db_tx(signed_in, &s);
	return e ? e : see(q, "/training/%s?done=signed", s.t.no);
}
