/* enrol_read.c - what a registration form must say, beyond what the field table can. */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "code.h"
#include "config.h"
#include "enrol.h"

enum { FIELDS = sizeof(enrol_in_fields) / sizeof(enrol_in_fields[0]) };

/* A resident id has its own rules; what other documents bear is text of at most 20 characters. */
static const struct field_rule *enrol_rules(struct rq *q)
{
	const struct field *type = body_field(q, "id_type");
	struct field_rule *rules = arena_alloc(q->arena, sizeof(enrol_in_fields));
	memcpy(rules, enrol_in_fields, sizeof(enrol_in_fields));
	for (size_t i = 0; i + 1 < FIELDS; i++)
		if (str_eq(rules[i].name, "id_no") && type && !str_eq(type->value, "01"))
			rules[i].kind = F_STR;
	return rules;
}

/* So that the same document always has the same digest. */
static const char *id_no_plain(struct rq *q, const char *s)
{
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (; *s; s++)
		if (*s != ' ')
			buf_char(&b, *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : *s);
	return b.p;
}

/* Birth and sex: out of a resident id, or asked for. */
static void enrol_birth(struct rq *q, struct enrol *n)
{
	const char *today = clock_day(q->arena, q->now);
	char birth[11], sex;
	if (str_eq(n->in.id_type, "01")) {
		if (id_no_check(n->in.id_no, today, birth, &sex))
			return;
		n->birth = arena_str(q->arena, birth);
		n->sex = arena_dup(q->arena, &sex, 1);
		return;
	}
	if (!n->in.birth_on)
		form_error(q, "birth_on", "required");
	else if (strcmp(n->in.birth_on, today) > 0 || age_on(n->in.birth_on, today) > 150)
		form_error(q, "birth_on", "birth_off");
	if (!n->in.sex)
		form_error(q, "sex", "choose");
	else if (!str_in(n->in.sex, "1,2"))
		form_error(q, "sex", "word");
	n->birth = n->in.birth_on;
	n->sex = n->in.sex;
}

static void enrol_age(struct rq *q, struct enrol *n)
{
	int age = age_on(n->birth, clock_day(q->arena, q->now));
	const char *field = str_eq(n->in.id_type, "01") ? "id_no" : "birth_on";
	if (age < cfg.min_age)
		form_error(q, field, "too_young");
	n->minor = age < cfg.guardian_age;
	if (!n->minor)
		return;
	if (!n->in.guardian_name)
		form_error(q, "guardian_name", "guardian");
	if (!n->in.guardian_phone)
		form_error(q, "guardian_phone", "guardian");
}

static void enrol_check_consents(struct rq *q, const struct enrol *n, bool staff)
{
	size_t needed = 0;
	for (size_t i = 0; i < n->in.consent.n; i++) {
		bool known = false;
		for (const char *const *w = consent_words; *w; w++)
			known = known || str_eq(*w, n->in.consent.v[i]);
		if (!known)
			form_error(q, "consent", "word");
		needed += consent_needed(n->in.consent.v[i]);
	}
	if (needed < 2)
		form_error(q, "consent", "consent_missing");
	if (staff && !n->in.paper)
		form_error(q, "paper", "tick");
}

static enum err enrol_lists(struct rq *q, struct enrol *n)
{
	enum err e = code_check(q, "id_type", "id_type", n->in.id_type);
	if (!e)
		e = code_join(q, "categories", "service_category", n->in.categories,
			      &n->categories);
	if (!e)
		e = code_join(q, "skills", "skill", n->in.skills, &n->skills);
	if (!e)
		e = code_join(q, "fields", "field", n->in.fields, &n->fields);
	if (!e)
		e = code_join(q, "available", "available", n->in.available, &n->available);
	if (!e)
		e = region_check(q, "region_code", n->in.region_code);
	return e ? e : region_check(q, "service_region_code", n->in.service_region_code);
}

enum err enrol_read(struct rq *q, struct enrol *n)
{
	bool staff = q->staff != 0;
	*n = (struct enrol){ .q = q };
	/* All messages at once: what the table says, and what only code can. */
	bool read = form_read(q, enrol_rules(q), &n->in);
	if (!staff && !(n->in.phone && mobile_check(n->in.phone)))
		form_error(q, "phone", n->in.phone ? "mobile" : "required");
	enrol_check_consents(q, n, staff);
	if (!read)
		return ERR_FORM;
	n->in.id_no = id_no_plain(q, n->in.id_no);
	enum err e = enrol_lists(q, n);
	if (e)
		return e;
	enrol_birth(q, n);
	if (n->birth)
		enrol_age(q, n);
	return form_ok(q) ? OK : ERR_FORM;
}
