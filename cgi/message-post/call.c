/* call.c - one call for one message, and what its answer means for it. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "secret.h"
#include "send.h"
#include "sms.h"
#include "wechat_send.h"

static void ended(struct job *j, enum outcome end, const char *reason)
{
	j->end = end;
	j->reason = reason;
	j->done = true;
}

/* So long WeChat knows a template message by its client_msg_id, and a little less. */
enum { SAME_ID_SECONDS = 540 };

static bool called_within(const struct job *j, int64_t seconds)
{
	return strcmp(j->due->called, clock_time(j->arena, clock_now() - seconds)) > 0;
}

enum err wechat_ask(struct job *j, const char *token)
{
	struct tell_due *d = j->due;
	const char *body = d->openid ? words_wechat(j->arena, d, &j->kind) : NULL;
	if (!d->openid)
		ended(j, PERSON, "no_wechat");
	else if (!body)
		ended(j, REJECTED, "template");
	else if (d->called && (str_eq(j->kind, "subscribe") || !called_within(j, SAME_ID_SECONDS)))
		ended(j, UNKNOWN, "unanswered");
	if (j->done)
		return OK;
	j->ask = (struct http_ask){ .url = wx_send_url(j->arena, j->kind, token),
				    .body = { (const uint8_t *)body, strlen(body) },
				    .timeout = 5 };
	return OK;
}

/* Nobody knows whether it arrived: once more by the same id, or never. */
static void silent(struct job *j, bool same_id)
{
	j->down = true;
	ended(j, same_id ? SILENCE : UNKNOWN, "unanswered");
}

static void down(struct job *j)
{
	j->down = true;
	ended(j, TROUBLE, NULL);
}

void wechat_ended(void *job, const struct http_end *end)
{
	struct job *j = job;
	enum wx_act act;
	int64_t code = 0;
	const char *id;
	bool same_id = !str_eq(j->kind, "subscribe");
	if (end->curl && !end->sent)
		return down(j);
	if (end->curl || end->status != 200 ||
	    wx_answer_parse(j->arena, end->body, end->n, &act, &code, &id)) {
		err_clear();
		return silent(j, same_id);
	}
	j->remote = arena_str(j->arena, id);
	switch (act) {
	case WX_OK:
		return ended(j, SENT, NULL);
	case WX_TOKEN:
		return ended(j, TOKEN, NULL);
	case WX_PERSON:
		return ended(j, PERSON, code == 43101 ? "refused" : "no_wechat");
	case WX_LATER:
		return ended(j, code == 45009 ? QUOTA : SLOWER, NULL);
	case WX_LETTER:
		return ended(j, REJECTED, "template");
	default:
		return down(j);
	}
}

enum err text_ask(struct job *j, const char *token)
{
	struct tell_due *d = j->due;
	const char *phone, *code = NULL;
	bool to_number = d->code_phone.n > 0;
	(void)token;
	if (d->called && !cfg.sms_same_id) {
		ended(j, UNKNOWN, "unanswered");
		return OK;
	}
	enum err e = to_number ? secret_unseal(j->arena, "message.phone", d->client_id,
					       d->code_phone, &phone)
			       : secret_unseal(j->arena, "person.phone", d->uid, d->phone, &phone);
	if (!e && d->code.n)
		e = secret_unseal(j->arena, "message.words", d->client_id, d->code, &code);
	if (e) {
		log_error("message %lld: %s", (long long)d->id, err_text());
		err_clear();
		ended(j, LATER, NULL);
		return OK;
	}
	if (!phone) {
		ended(j, PERSON, "number");
		return OK;
	}
	return sms_ask(j->arena, d->client, phone, words_sms(j->arena, d, code), &j->ask);
}

void text_ended(void *job, const struct http_end *end)
{
	struct job *j = job;
	const char *id;
	if (end->curl ? !end->sent : end->status < 500 && end->status != 200 && end->status != 429)
		return down(j);
	if (end->status == 429)
		return ended(j, SLOWER, NULL);
	if (end->curl || end->status >= 500)
		return silent(j, cfg.sms_same_id);
	enum sms_act act = sms_answer(j->arena, end->body, end->n, &id);
	j->remote = arena_str(j->arena, id);
	if (act == SMS_UNREADABLE)
		return silent(j, cfg.sms_same_id);
	ended(j,
	      act == SMS_OK       ? SENT
	      : act == SMS_NUMBER ? REJECTED
	      : act == SMS_QUOTA  ? QUOTA
				  : LATER,
	      act == SMS_NUMBER ? "number" : NULL);
}
