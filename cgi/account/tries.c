/* tries.c - how often somebody may be wrong. */
#include "tries.h"

#include <string.h>

#include "config.h"
#include "secret.h"

/* A hall of people shares one address; wrong ones of them all are counted there. */
enum { WINDOW = 600, OF_ADDRESS = 300, OF_ACCOUNT = 100, ACCOUNT_WINDOW = 3600 };
enum { MARK = 16, MAC = 32, KNOWN_SECONDS = 31536000 };
#define KNOWN_COOKIE "known"

static struct bytes mark_mac(struct rq *q, const char *login, const char *mark)
{
	const char *text = arena_fmt(q->arena, "%s %s", mark, login);
	return secret_mac(q->arena, "sign_in.known",
			  (struct bytes){ (const uint8_t *)text, strlen(text) });
}

/* The random mark of a browser that this account signed in from; NULL: a strange one. */
static const char *known_mark(struct rq *q, const char *login)
{
	uint8_t raw[MARK + MAC];
	const char *kept = cookie(q, KNOWN_COOKIE);
	if (!hex_decode(kept, raw, sizeof(raw)))
		return NULL;
	const char *mark = arena_dup(q->arena, kept, (size_t)2 * MARK);
	return secret_equal(mark_mac(q, login, mark).p, raw + MARK, MAC) ? mark : NULL;
}

void tries_know(struct rq *q, const char *login)
{
	uint8_t raw[MARK];
	if (known_mark(q, login))
		return;
	secret_random(raw, sizeof(raw));
	const char *mark = hex_encode(q->arena, BYTES(raw));
	reply_cookie(
		q, KNOWN_COOKIE,
		arena_fmt(q->arena, "%s%s", mark, hex_encode(q->arena, mark_mac(q, login, mark))),
		KNOWN_SECONDS);
}

struct count {
	const char *name, *who;
	int limit, window;
};

/* What one try counts for; gives how many. */
static size_t counts_of(struct rq *q, const struct tries *t, struct count c[3])
{
	struct arena *a = q->arena;
	const char *mark = known_mark(q, t->who);
	c[0] = (struct count){ arena_fmt(a, "%s_pair", t->what),
			       arena_fmt(a, "%s %s", t->who, mark ? mark : q->remote),
			       (int)cfg.sign_in_tries, WINDOW };
	if (mark)
		return 1;
	c[1] = (struct count){ arena_fmt(a, "%s_from", t->what), q->remote, OF_ADDRESS, WINDOW };
	c[2] = (struct count){ arena_fmt(a, "%s_all", t->what), t->who, OF_ACCOUNT,
			       ACCOUNT_WINDOW };
	return 3;
}

enum err tries_left(struct rq *q, const struct tries *t)
{
	struct count c[3];
	size_t n = counts_of(q, t, c);
	enum err e = OK;
	for (size_t i = 0; !e && i < n; i++)
		e = throttle_left(q, c[i].name, c[i].who, c[i].limit, c[i].window);
	return e;
}

enum err tries_wrong(struct rq *q, const struct tries *t, bool *rests)
{
	struct count c[3];
	size_t n = counts_of(q, t, c);
	*rests = false;
	for (size_t i = 0; i < n; i++) {
		/* The last one that is allowed says that it was the last. */
		enum err e = throttle(q, c[i].name, c[i].who, c[i].limit - 1, c[i].window);
		if (e && e != ERR_THROTTLED)
			return e;
		*rests = *rests || e == ERR_THROTTLED;
	}
	return OK;
}
