/* channel.c - what is due by one channel: taken, sent, settled. A channel that is down rests, ever
 * longer, and tries one message when it wakes; its messages lose no try by that, and after half
 * an hour those go another way who have one. */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "send.h"

/* Once more after half a minute, doubled up to an hour; a channel that fails rests as long, up to
 * ten minutes. */
enum {
	BATCH = 20,
	LEASE = 120,
	CALL = 15, /* what a call may take at most */
	TRIES = 8,
	PAUSE = 30,
	PAUSE_MAX = 3600,
	REST = 30,
	REST_MAX = 600,
	OTHER_WAY = 1800
};
enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

static int64_t doubled(int64_t first, int64_t times, int64_t most)
{
	int64_t s = first;
	while (times-- > 1 && s < most)
		s *= 2;
	return s < most ? s : most;
}

static void channel_down(struct channel *c, const char *why)
{
	int64_t rest = doubled(REST, ++c->failures, REST_MAX);
	c->rest_until = clock_now() + rest;
	log_info("%s rests for %lld s: %s", c->name, (long long)rest, why);
}

static bool past(const struct actor *by, const char *at)
{
	return strcmp(at, actor_time(by)) < 0;
}

/* The channel is down: another way for whoever waited long enough and has one. */
static enum err wait_or_fall_back(const struct actor *by, const struct channel *c,
				  const struct tell_due *d, const char *reason, enum tell_try how)
{
	bool done = false;
	int64_t next = c->rest_until > by->now ? c->rest_until : by->now + REST_MAX;
	if (c->instead && strcmp(d->since, clock_time(by->arena, by->now - OTHER_WAY)) <= 0) {
		enum err e = tell_fall_back(by, d, reason, c->instead, &done);
		if (e || done)
			return e;
	}
	return tell_later(d, clock_time(by->arena, next), how);
}

static enum err refused(const struct actor *by, const struct channel *c, const struct job *j)
{
	const struct tell_due *d = j->due;
	if (d->tries >= TRIES)
		return tell_give_up(by, d, "tries", c->instead);
	return tell_later(d, clock_time(by->arena, by->now + doubled(PAUSE, d->tries, PAUSE_MAX)),
			  TELL_REFUSED);
}

static enum err settle(const struct actor *by, struct channel *c, const struct job *j)
{
	const struct tell_due *d = j->due;
	switch (j->end) {
	case SENT:
		return tell_sent(by, d, j->remote);
	case PERSON:
	case REJECTED:
		return tell_give_up(by, d, j->reason, c->instead);
	case LATE:
		return tell_give_up(by, d, "late", NULL);
	case UNKNOWN:
		return tell_unsure(by, d, j->reason, c->instead);
	case LATER:
		return refused(by, c, j);
	case TOKEN:
		return tell_later(d, actor_time(by), TELL_NOT_TAKEN);
	case QUOTA:
		c->rest_until = by->now - (by->now + 8 * HOUR) % DAY + DAY + MINUTE;
		return wait_or_fall_back(by, c, d, "outage", TELL_NOT_TAKEN);
	case SLOWER:
		c->rest_until = by->now + MINUTE;
		return tell_later(d, clock_time(by->arena, c->rest_until), TELL_NOT_TAKEN);
	case TROUBLE:
		return wait_or_fall_back(by, c, d, "outage", TELL_NOT_TAKEN);
	case SILENCE:
		return wait_or_fall_back(by, c, d, "outage", TELL_UNANSWERED);
	default:
		return OK;
	}
}

static void look_at_end(struct channel *c, const struct job *v, size_t n, const char *token)
{
	size_t called = 0, down = 0, tokens = 0;
	for (size_t i = 0; i < n; i++) {
		called += v[i].called;
		down += v[i].down;
		tokens += v[i].end == TOKEN;
	}
	/* Another token helps once; what is refused twice is an outage like any other. */
	bool again = tokens && *c->bad_token;
	if (tokens)
		(void)snprintf(c->bad_token, sizeof(c->bad_token), "%s", token);
	else if (down < called)
		*c->bad_token = '\0';
	if ((down && down == called) || again)
		channel_down(c, again ? "tokens are not taken" : "no answer");
	else if (called)
		c->failures = 0;
}

/* Writes down each call before it begins: after a kill nobody asks what was in the air. */
static void begin(const struct actor *by, struct channel *c, struct job *j, const char *token)
{
	bool mine = true;
	if (past(by, j->due->last)) {
		j->end = LATE;
		j->done = true;
		return;
	}
	enum err e = c->ask(j, token);
	if (!e && !j->done)
		e = tell_calling(by, j->due, &mine);
	if (!e && !mine) {
		j->end = LOST;
		j->done = true;
	}
	if (!e && !j->done) {
		e = http_begin(by->arena, &j->ask, c->ended, j);
		j->called = true;
	}
	if (!e)
		return;
	log_error("message %lld: %s", (long long)j->due->id, err_text());
	err_clear();
	j->end = TROUBLE;
	j->called = j->down = j->done = true;
}

static enum err send_group(const struct actor *by, struct channel *c, struct tell_due *due,
			   size_t n, const char *token)
{
	struct job *v = arena_array(by->arena, n, sizeof(*v));
	enum err e = OK;
	for (size_t i = 0; i < n; i++) {
		v[i] = (struct job){ .arena = by->arena, .due = &due[i] };
		begin(by, c, &v[i], token);
	}
	for (size_t left = n; left;) {
		left = 0;
		for (size_t i = 0; i < n; i++)
			left += !v[i].done;
		if (left)
			http_wait(100, -1);
	}
	look_at_end(c, v, n, token);
	for (size_t i = 0; i < n; i++) {
		enum err one = settle(by, c, &v[i]);
		e = e ? e : one;
	}
	return e;
}

/* Group by group, as long as the lease holds and the channel answers; the others are put back. */
static enum err send_all(const struct actor *by, struct channel *c, struct tell_due *due, size_t n,
			 const char *token)
{
	size_t side = (size_t)c->side(), i = 0;
	enum err e = OK;
	while (!e && i < n) {
		int64_t now = clock_now();
		if (now < c->rest_until || now > by->now + LEASE - CALL ||
		    (token && str_eq(token, c->bad_token)))
			break;
		size_t group = n - i < side ? n - i : side;
		e = send_group(by, c, &due[i], group, token);
		i += group;
	}
	for (; i < n; i++) {
		enum tell_try how = due[i].called ? TELL_UNANSWERED : TELL_NOT_TAKEN;
		enum err one = c->rest_until > by->now
				       ? wait_or_fall_back(by, c, &due[i], "outage", how)
				       : tell_later(&due[i], actor_time(by), how);
		e = e ? e : one;
	}
	return e;
}

/* Beyond the limit of a day codes alone go out; at night what cannot wait. */
static enum err lanes_now(const struct actor *by, const struct channel *c, int64_t *lanes)
{
	int64_t n;
	*lanes = tell_quiet_end(by->now) > by->now ? TELL_LANE_AT_ONCE + 1 : TELL_LANE_REST + 1;
	if (!c->daily)
		return OK;
	enum err e = tell_count(c->name, arena_fmt(by->arena, "%s 00:00:00", actor_today(by)),
				*c->daily, &n);
	if (!e && n >= *c->daily)
		*lanes = TELL_LANE_NUMBER + 1;
	return e;
}

/* Nothing is sent; but what waited long is looked after. */
static enum err resting_turn(const struct actor *by, struct channel *c, size_t *n)
{
	struct tell_due *due = NULL;
	const char *why = c->on() ? "outage" : "off";
	enum err e = tell_take(by,
			       &(struct tell_taking){ c->name, TELL_LANE_REST + 1,
						      clock_time(by->arena, by->now - OTHER_WAY),
						      BATCH, LEASE },
			       &due, n);
	for (size_t i = 0; !e && i < *n; i++) {
		bool silence = due[i].called != NULL;
		if (past(by, due[i].last))
			e = silence ? tell_unsure(by, &due[i], "unanswered", NULL)
				    : tell_give_up(by, &due[i], why, NULL);
		else
			e = wait_or_fall_back(by, c, &due[i], why,
					      silence ? TELL_UNANSWERED : TELL_NOT_TAKEN);
	}
	return e;
}

static enum err token_now(const struct actor *by, struct channel *c, const char **token)
{
	bool got = true;
	enum err e = c->token ? c->token(by, c, token, &got) : OK;
	if (!e && got)
		return OK;
	channel_down(c, e ? err_text() : "no token");
	err_clear();
	return ERR_REMOTE;
}

enum err channel_turn(const struct actor *by, struct channel *c, size_t *n)
{
	struct tell_due *due = NULL;
	const char *token = NULL;
	int64_t lanes = 0;
	*n = 0;
	if (!c->on() || !c->ready() || by->now < c->rest_until)
		return resting_turn(by, c, n);
	enum err e = lanes_now(by, c, &lanes);
	if (!e)
		e = tell_take(by,
			      &(struct tell_taking){ c->name, lanes, actor_time(by),
						     c->failures ? 1 : BATCH, LEASE },
			      &due, n);
	if (e || !*n)
		return e;
	(void)token_now(by, c, &token);
	return send_all(by, c, due, *n, token);
}
