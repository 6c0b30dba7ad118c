/*
 * message-post.c - the loop that sends messages by WeChat and SMS. Several may run: what one takes
 * is leased, and nothing that a process knows outlives it.
 *
 *	message-post          goes on until it is told to stop
 *	message-post once     ends when nothing is due
 */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "loop.h"
#include "send.h"
#include "wechat_token.h"

enum { SIDE = 20, SWEEP = 500, DAY = 86400, HOUR = 3600 };

static bool once;
static int64_t next_sweep;

static bool wechat_on(void)
{
	return *cfg.wx_appid && *cfg.wx_templates;
}

static enum err wechat_token_of(const struct actor *by, const struct channel *c, const char **token,
				bool *got)
{
	enum wx_act act = WX_ALARM;
	enum err e = wechat_token(by->arena, by->now, *c->bad_token ? c->bad_token : NULL, token,
				  &act);
	*got = !e && act == WX_OK;
	return e;
}

static int64_t wechat_side(void)
{
	return SIDE;
}

static bool text_on(void)
{
	return *cfg.sms_url != '\0';
}

/* A gateway that does not know its ids gets one by one: a kill leaves one of which nobody knows. */
static int64_t text_side(void)
{
	return cfg.sms_same_id ? SIDE : 1;
}

static struct channel channels[] = {
	{ .name = "wechat",
	  .instead = "sms",
	  .on = wechat_on,
	  .ready = words_templates,
	  .token = wechat_token_of,
	  .ask = wechat_ask,
	  .ended = wechat_ended,
	  .side = wechat_side },
	{ .name = "sms",
	  .on = text_on,
	  .ready = text_on,
	  .ask = text_ask,
	  .ended = text_ended,
	  .side = text_side,
	  .daily = &cfg.sms_daily },
};

/* Hour by hour, and at once again as long as there is more. */
static enum err sweep(const struct actor *by)
{
	int64_t n = 0;
	if (by->now < next_sweep)
		return OK;
	enum err e = tell_sweep(clock_time(by->arena, by->now - cfg.message_days * DAY), SWEEP, &n);
	if (!e && n < SWEEP)
		next_sweep = by->now + HOUR;
	if (n)
		log_info("%lld old messages forgotten", (long long)n);
	return e;
}

/* What is wrong with one channel stops no other. */
static enum err turn(struct turn *t)
{
	size_t all = 0;
	words_start();
	enum err e = sweep(&t->by);
	for (size_t i = 0; i < sizeof(channels) / sizeof(channels[0]); i++) {
		size_t n = 0;
		enum err one = channel_turn(&t->by, &channels[i], &n);
		e = e ? e : one;
		all += n;
	}
	t->note = arena_fmt(t->by.arena, "%zu sent or tried", all);
	t->rest_ms = all ? 0 : cfg.message_idle_ms;
	t->quiet = !all;
	t->over = once && !e && !all;
	return e;
}

static enum err set_back(void)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(channels) / sizeof(channels[0]); i++)
		e = tell_set_back(channels[i].name);
	next_sweep = 0;
	return e;
}

int main(int argc, char **argv)
{
	once = argc == 2 && strcmp(argv[1], "once") == 0;
	if (argc > 1 && !once) {
		(void)fputs("usage: message-post [once]\n", stderr);
		return 2;
	}
	return loop_run(&(struct loop){ .name = "message-post",
					.turn = turn,
					.pause_ms = 2000,
					.deaf = once,
					.calls = "wechat,sms",
					.set_back = set_back });
}
