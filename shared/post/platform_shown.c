/* platform_shown.c - a request and its answer as people may see them: what is personal is masked,
 * what is secret is not there. */
#include <string.h>

#include "identity.h"
#include "platform_inside.h"

enum { SHOWN_CHARS = 4000, ANSWER_CHARS = 2000, LEAST_BYTES = 4 };

/* Facts that say nothing about a person; any other is masked. */
#define PLAIN \
	"key,version,op,id_type,record_no,activity_no,activity_name,project_no,project_name," \
	"project_uid,team,team_uid,date,start,end,minutes,region,category,evidence,organiser," \
	"station,training_no,training_name,result,title,star,awarder,document_no,document_name," \
	"rating,punctuality,manner,skill,categories,service_region,registered_on"

static const char *masked(struct arena *a, const char *fact, const char *value)
{
	if (str_in(fact, PLAIN))
		return value;
	if (str_in(fact, "name,person_in_charge"))
		return mask_name(a, value);
	if (str_eq(fact, "phone"))
		return mask_phone(a, value);
	if (str_eq(fact, "id_no"))
		return identity_mask(a, value);
	return "***";
}

const char *map_masked(struct arena *a, const struct map_field *f, const char *value)
{
	for (size_t i = 0; i < f->choices; i++)
		if (!str_in(f->choice[i].from, PLAIN))
			return masked(a, f->choice[i].from, value);
	return value;
}

const char *platform_shown(const struct platform *p, struct arena *a,
			   const struct platform_site *site, enum outbox_kind k,
			   const struct platform_item *item, int64_t now)
{
	struct platform_site shown = { site->base, site->app_id, { (const uint8_t *)"***", 3 } };
	struct platform_item one = *item;
	struct platform_call call;
	struct buf b = { .arena = a };
	shown.shown = one.masked = true;
	one.class = PC_UNKNOWN;
	one.code = NULL;
	if (platform_post(p, a, &shown, k, &one, 1, now, &call)) {
		err_clear();
		return NULL;
	}
	buf_fmt(&b, "POST %s\n", call.url);
	for (const char *const *h = call.headers; *h; h++)
		buf_fmt(&b, "%s\n", *h);
	buf_char(&b, '\n');
	buf_add(&b, (const char *)call.body.p, call.body.n);
	return utf8_cut(a, b.p, SHOWN_CHARS);
}

static const char *replaced(struct arena *a, const char *text, const char *from, const char *to)
{
	struct buf b = { .arena = a };
	size_t n = strlen(from);
	buf_str(&b, "");
	for (const char *at; (at = strstr(text, from)) != NULL; text = at + n) {
		buf_add(&b, text, (size_t)(at - text));
		buf_str(&b, to);
	}
	buf_str(&b, text);
	return b.p;
}

const char *platform_told(struct arena *a, enum outbox_kind k, const char *facts, const char *text)
{
	const struct json *j;
	size_t n = strlen(text);
	if (!utf8_valid(text, n))
		return arena_fmt(a, "(%zu bytes that are no text)", n);
	text = utf8_cut(a, text, ANSWER_CHARS);
	if (json_parse(a, facts, strlen(facts), &j)) {
		err_clear();
		return "***";
	}
	for (const char *const *f = outbox_facts(k); *f; f++) {
		const char *value = json_word(a, json_get(j, *f));
		if (value && strlen(value) >= LEAST_BYTES && !str_in(*f, PLAIN))
			text = replaced(a, text, value, masked(a, *f, value));
	}
	return text;
}
