/* receipt.c - the SMS gateway says what became of an SMS, as JSON or as a form (sms.h), with the
 * key of receipts in the body, where no log keeps it. */
#include <string.h>

#include "account.h"
#include "json.h"
#include "secret.h"
#include "sms.h"
#include "tell_queue.h"

#define RECEIPT_IN(X, T) \
	X(T, STR, id, 0, 64) \
	X(T, STR, code, 0, 16) \
	X(T, STR, key, 0, 200) \
	X(T, TEXT, json, 0, 2000)
FORM_DEFINE(receipt_in, RECEIPT_IN);

/* A code may be a number or its digits. */
static enum err from_json(struct rq *q, struct receipt_in *in)
{
	const struct json *j;
	int64_t n;
	if (json_parse(q->arena, in->json, strlen(in->json), &j) || !json_is_object(j))
		return ERR(ERR_BAD_REQUEST, "receipt");
	const struct json *code = json_get(j, "code");
	in->id = json_text(json_get(j, "id"));
	in->key = json_text(json_get(j, "key"));
	in->code = json_number(code, &n) ? arena_fmt(q->arena, "%lld", (long long)n)
					 : json_text(code);
	return OK;
}

static bool same(const char *a, const char *b)
{
	return strlen(a) == strlen(b) && secret_equal(a, b, strlen(a));
}

enum err receipt(struct rq *q)
{
	struct receipt_in in;
	const char *key;
	uint8_t id[16];
	enum err e = sms_receipt_key(q->arena, &key);
	if (!e && !*key)
		e = ERR_NOT_FOUND;
	if (!e && !form_read(q, receipt_in_fields, &in))
		e = ERR_BAD_REQUEST;
	bool json = !e && in.json && *in.json;
	if (json)
		e = from_json(q, &in);
	if (!e && !same(key, str_or(in.key, "")))
		e = ERR(ERR_FORBIDDEN, "key of a receipt");
	if (!e && (!in.code || !*in.code || !hex_decode(str_or(in.id, ""), id, sizeof(id))))
		e = ERR(ERR_BAD_REQUEST, "receipt");
	if (!e)
		e = tell_receipt(&q->actor, in.id,
				 str_eq(in.code, "0")   ? NULL
				 : str_eq(in.code, "1") ? "number"
							: "not_arrived");
	if (e)
		return e;
	return json ? reply_body(q, "application/json; charset=utf-8", "{\"code\":0}", 10)
		    : reply_body(q, "text/plain; charset=utf-8", "0", 1);
}
