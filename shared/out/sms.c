/* sms.c - the two shapes of a gateway. */
#include "sms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "json.h"

enum { CALL_SECONDS = 10, REMOTE = 64 };

static enum err key_of(struct arena *a, const char *file, const char **out)
{
	char line[256] = "";
	*out = "";
	if (!*file)
		return OK;
	FILE *f = fopen(file, "re");
	bool there = f && fgets(line, sizeof(line), f);
	if (f)
		(void)fclose(f);
	if (!there)
		return ERR(ERR_INTERNAL, "no key of the SMS gateway in %s", file);
	line[strcspn(line, "\r\n \t")] = '\0';
	*out = arena_str(a, line);
	return OK;
}

enum err sms_receipt_key(struct arena *a, const char **key)
{
	return key_of(a, cfg.sms_receipt_file, key);
}

static const char *json_ask(struct arena *a, const char *id, const char *to, const char *text)
{
	struct json_w w = { .buf = { .arena = a } };
	json_open(&w, '{');
	json_key(&w, "id");
	json_str(&w, id);
	json_key(&w, "to");
	json_str(&w, to);
	json_key(&w, "text");
	json_str(&w, text);
	json_close(&w, '}');
	return arena_dup(a, w.buf.p, w.buf.n);
}

enum err sms_ask(struct arena *a, const char *id, const char *to, const char *text,
		 struct http_ask *ask)
{
	const char *key;
	bool form = str_eq(cfg.sms_shape, "form");
	enum err e = key_of(a, cfg.sms_key_file, &key);
	if (e)
		return e;
	const char *body = form ? arena_fmt(a, "id=%s&to=%s&text=%s&key=%s", http_escape(a, id),
					    http_escape(a, to), http_escape(a, text),
					    http_escape(a, key))
				: json_ask(a, id, to, text);
	const char **h = arena_array(a, 3, sizeof(*h));
	h[0] = form ? "Content-Type: application/x-www-form-urlencoded"
		    : "Content-Type: application/json";
	h[1] = form ? NULL : arena_fmt(a, "Authorization: Bearer %s", key);
	h[2] = NULL;
	*ask = (struct http_ask){ .url = cfg.sms_url,
				  .headers = h,
				  .body = { (const uint8_t *)body, strlen(body) },
				  .timeout = CALL_SECONDS };
	return OK;
}

static enum sms_act act_of(int64_t code)
{
	return code == 0 ? SMS_OK : code == 1 ? SMS_NUMBER : code == 2 ? SMS_QUOTA : SMS_AGAIN;
}

enum sms_act sms_answer(struct arena *a, const char *body, size_t n, const char **remote)
{
	const struct json *j;
	int64_t code = -1;
	*remote = "";
	if (str_eq(cfg.sms_shape, "form")) {
		char *rest;
		code = strtoll(body, &rest, 10);
		if (rest == body || (*rest && *rest != ',' && *rest != '\r' && *rest != '\n'))
			return SMS_UNREADABLE;
		if (*rest == ',')
			*remote = arena_dup(a, rest + 1, strcspn(rest + 1, "\r\n,"));
	} else {
		if (json_parse(a, body, n, &j) || !json_number(json_get(j, "code"), &code))
			return SMS_UNREADABLE;
		*remote = str_or(json_text(json_get(j, "id")), "");
	}
	if (strlen(*remote) > REMOTE)
		*remote = "";
	return act_of(code);
}
