/* words.c - what a message says, made of the texts when it is sent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "hdf.h"
#include "json.h"
#include "log.h"
#include "page.h"
#include "send.h"
#include "tell.h"

enum { THING = 20, NOTE = 120 };

static struct node *templates; /* lives as long as the process */

void words_start(void)
{
	static bool read;
	if (read)
		return;
	read = true;
	page_start("message-post");
	if (!*cfg.wx_templates || !node_file(cfg.wx_templates, &templates))
		return;
	templates = NULL;
	log_error("no templates of WeChat: %s", err_text());
	err_clear();
}

bool words_templates(void)
{
	return templates != NULL;
}

static const char *word(struct arena *a, const char *of, const char *name)
{
	return str_or(lang(arena_fmt(a, "message.%s.%s", of, name)), "");
}

/* "12月5日 09:00" of "2026-12-05 09:00:00"; "" for none. */
static const char *moment(struct arena *a, const char *at)
{
	if (!at || strlen(at) < 16)
		return "";
	return arena_fmt(a, "%d%s%d%s %.5s", (int)strtol(at + 5, NULL, 10), lang("message.month"),
			 (int)strtol(at + 8, NULL, 10), lang("message.day"), at + 11);
}

/* A deadline, before which something is to be done: a whole day ends at 24:00. */
static const char *deadline(struct arena *a, const char *at)
{
	return at && str_eq(at + strlen(at) - 8, "23:59:59")
		       ? moment(a, arena_fmt(a, "%.10s 24:00:00", at))
		       : moment(a, at);
}

/* What happened; of a reminder how far away it is when it goes out. */
static const char *event_words(struct arena *a, const struct tell_due *d)
{
	if (str_eq(d->event, "day_before") && d->at) {
		if (strncmp(d->at, clock_day(a, clock_now()), 10) == 0)
			return lang("message.today");
		if (strncmp(d->at, clock_day(a, clock_now() + 86400), 10) == 0)
			return lang("message.tomorrow");
	}
	return word(a, "Event", d->event);
}

/* A line is a line: what somebody typed may have several. */
static const char *flat(struct arena *a, const char *s, size_t most)
{
	char *p = arena_str(a, utf8_cut(a, s, most));
	for (char *c = p; *c; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' ';
	return p;
}

static void add(struct buf *b, const char *before, const char *s, const char *after)
{
	if (s && *s)
		buf_fmt(b, "%s%s%s", before, s, after);
}

/* sealed: what was kept sealed for a number: a code, or the path of a page. */
const char *words_sms(struct arena *a, const struct tell_due *d, const char *sealed)
{
	struct buf b = { .arena = a };
	const char *sign = *cfg.sms_sign ? cfg.sms_sign : lang("Layout.site"),
		   *comma = lang("message.comma"), *stop = lang("message.stop");
	buf_fmt(&b, "%s%s%s", lang("message.sign_before"), sign, lang("message.sign_after"));
	if (sealed && str_eq(d->event, "code")) {
		buf_fmt(&b, "%s%s%s%d %s", lang("message.code_before"), sealed,
			lang("message.code_good"), TELL_CODE_MINUTES, lang("message.code_after"));
		return arena_dup(a, b.p, b.n);
	}
	buf_fmt(&b, "%s", event_words(a, d));
	add(&b, lang("message.colon"), d->name, "");
	add(&b, comma, moment(a, d->at), "");
	add(&b, comma, d->place, "");
	buf_fmt(&b, "%s", stop);
	bool ends = str_eq(d->event, "qualified_ends");
	add(&b, lang(ends ? "message.good_until" : "message.until_before"), deadline(a, d->until),
	    ends ? "" : lang("message.until_after"));
	if (d->until)
		buf_fmt(&b, "%s", stop);
	add(&b, "", flat(a, d->note, NOTE), stop);
	/* A page of their own, or the inbox. */
	const char *path = sealed ? sealed : "/account/messages";
	add(&b, lang("message.see"), arena_fmt(a, "%s%s", cfg.base_url, path), "");
	return arena_dup(a, b.p, b.n);
}

/* Tencent takes 20 letters of a thing, and no empty one. */
static const char *value_of(struct arena *a, const struct tell_due *d, const char *what)
{
	const char *s = str_eq(what, "name")      ? d->name
			: str_eq(what, "title")   ? event_words(a, d)
			: str_eq(what, "place")   ? d->place
			: str_eq(what, "note")    ? d->note
			: str_eq(what, "station") ? d->station
						  : "";
	if (str_eq(what, "at") || str_eq(what, "until")) {
		const char *at = str_eq(what, "until") && d->until ? d->until
				 : d->at                           ? d->at
				 : d->until                        ? d->until
								   : d->created;
		return arena_fmt(a, "%.16s", at);
	}
	s = flat(a, s, THING);
	return *s ? s : lang("message.title");
}

const char *words_wechat(struct arena *a, const struct tell_due *d, const char **kind)
{
	struct node *t = node_at(templates, d->event);
	t = t ? t : node_at(templates, "default");
	const char *id = t ? node_get(t, "id") : NULL;
	if (!id)
		return NULL;
	*kind = str_eq(node_get(t, "kind"), "subscribe") ? "subscribe" : "template";
	bool subscribe = str_eq(*kind, "subscribe");
	struct json_w w = { .buf = { .arena = a } };
	json_open(&w, '{');
	json_key(&w, "touser");
	json_str(&w, d->openid);
	json_key(&w, "template_id");
	json_str(&w, id);
	json_key(&w, subscribe ? "page" : "url");
	json_str(&w, arena_fmt(a, "%s%s", cfg.base_url, *d->path ? d->path : "/account/messages"));
	if (!subscribe) {
		json_key(&w, "client_msg_id");
		json_str(&w, d->client);
	}
	json_key(&w, "data");
	json_open(&w, '{');
	for (struct node *n = node_first(node_at(t, "data")); n; n = node_next(n)) {
		json_key(&w, node_name(n));
		json_open(&w, '{');
		json_key(&w, "value");
		json_str(&w, value_of(a, d, str_or(node_value(n), "")));
		json_close(&w, '}');
	}
	json_close(&w, '}');
	json_close(&w, '}');
	return arena_dup(a, w.buf.p, w.buf.n);
}
