/*
 * token.c - codes that change every 15 seconds: HMAC over activity, direction and time step with
 * the activity's own key. One step of grace each way covers a slow hand and a clock that is a
 * little off; a picture of the screen that is sent on is old when it arrives.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "activity.h"
#include "secret.h"
#include "turn.h"

/* A ticket lives no longer than the code that it came of: a step and its grace. Whoever has a slow
 * phone scans again. */
enum { MAC_BYTES = 10, TICKET_SECONDS = 2 * STEP_SECONDS };

static struct bytes token_bytes(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

static struct turn_of token_of(const struct act *a, const char *use, const char *direction,
			       int64_t step)
{
	return (struct turn_of){ use, a->no, direction, step };
}

static const char *token_hex(struct rq *q, const struct act *a, const char *use,
			     const char *direction, int64_t step)
{
	struct turn_of t = token_of(a, use, direction, step);
	return turn_hex(q->arena, a->secret, &t);
}

static const char *token_six(struct rq *q, const struct act *a, const char *use,
			     const char *direction, int64_t step)
{
	struct turn_of t = token_of(a, use, direction, step);
	return turn_six(q->arena, a->secret, &t);
}

const char *token_make(struct rq *q, const struct act *a, const char *direction, int64_t step)
{
	return arena_fmt(q->arena, "%s-%c-%llx-%s", a->no, direction[0], (long long)step,
			 token_hex(q, a, "token", direction, step));
}

const char *token_digits(struct rq *q, const struct act *a, const char *direction, int64_t step)
{
	return token_six(q, a, "digits", direction, step);
}

/* Bound to the person: it is of no use to anybody they send it to. */
static const char *token_ticket_mac(struct rq *q, const struct token *t, int64_t opened)
{
	const char *said = arena_fmt(q->arena, "%lld|%s|%s|%lld|%lld%s", (long long)q->person,
				     t->no, t->direction, (long long)t->step, (long long)opened,
				     t->offline ? "|offline" : "");
	struct bytes m = secret_mac(q->arena, "activity.ticket", token_bytes(said));
	m.n = MAC_BYTES;
	return hex_encode(q->arena, m);
}

/* "-k" and when it was opened; an "x" behind it keeps in mind that the code was taken along. */
const char *token_ticket(struct rq *q, const struct token *t)
{
	return arena_fmt(q->arena, "%s-%c-%llx-k%llx%s-%s", t->no, t->direction[0],
			 (long long)t->step, (long long)q->now, t->offline ? "x" : "",
			 token_ticket_mac(q, t, q->now));
}

bool token_parts(struct rq *q, const char *text, struct token *t)
{
	const char *dash = strchr(text, '-');
	char *end;
	if (!dash || dash == text || dash - text > 24 || (dash[1] != 'i' && dash[1] != 'o') ||
	    dash[2] != '-')
		return false;
	long long step = strtoll(dash + 3, &end, 16);
	if (*end != '-' || step <= 0)
		return false;
	*t = (struct token){ arena_dup(q->arena, text, (size_t)(dash - text)),
			     dash[1] == 'i' ? "in" : "out", "scan", step, false };
	return true;
}

static bool token_same(const char *a, const char *b)
{
	return strlen(a) == strlen(b) && secret_equal(a, b, strlen(a));
}

const char *token_offline(struct rq *q, const struct act *a, const char *direction, int64_t step)
{
	return token_hex(q, a, "offline", direction, step);
}

const char *token_offline_digits(struct rq *q, const struct act *a, const char *direction,
				 int64_t step)
{
	return token_six(q, a, "offline digits", direction, step);
}

static const char *token_check_digits(struct rq *q, const struct act *a, const char *direction,
				      const char *text, struct token *t)
{
	int64_t now = q->now / STEP_SECONDS;
	for (int64_t step = now - 1; step <= now + 1; step++) {
		bool online = token_same(text, token_digits(q, a, direction, step));
		if (online || token_same(text, token_offline_digits(q, a, direction, step))) {
			*t = (struct token){ a->no, direction, "digits", step, !online };
			return NULL;
		}
	}
	return "bad_digits";
}

static const char *token_check_ticket(struct rq *q, const char *text, struct token *t)
{
	const char *k = strstr(text, "-k");
	char *end;
	long long opened = strtoll(k + 2, &end, 16);
	t->offline = *end == 'x';
	end += t->offline;
	if (*end != '-' || !token_same(end + 1, token_ticket_mac(q, t, opened)))
		return "bad_code";
	return q->now - opened > TICKET_SECONDS || opened > q->now ? "old_code" : NULL;
}

const char *token_check(struct rq *q, const struct act *a, const char *direction, const char *text,
			struct token *t)
{
	if (!a->secret.p)
		return "bad_code";
	if (strlen(text) == 6 && strspn(text, "0123456789") == 6)
		return token_check_digits(q, a, direction, text, t);
	if (!token_parts(q, text, t))
		return "bad_code";
	if (!str_eq(t->no, a->no))
		return "other_activity";
	if (!str_eq(t->direction, direction))
		return "other_direction";
	if (strstr(text, "-k"))
		return token_check_ticket(q, text, t);
	if (!token_same(text, token_make(q, a, direction, t->step))) {
		t->offline = token_same(strrchr(text, '-') + 1,
					token_offline(q, a, direction, t->step));
		if (!t->offline)
			return "bad_code";
	}
	int64_t now = q->now / STEP_SECONDS;
	return t->step < now - 1 || t->step > now + 1 ? "old_code" : NULL;
}
