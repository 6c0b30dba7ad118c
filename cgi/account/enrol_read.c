/* enrol_read.c - what a registration form must say, beyond what the field table can. */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "code.h"
#include "config.h"
#include "enrol.h"
#include "phone.h"

/* The number by the type of the document; what it says of its holder, or else what was typed. */
static void enrol_identity(struct rq *q, struct enrol *n)
{
	const char *today = clock_day(q->arena, q->now);
	const char *chosen = n->in.id_type;
	const char *wrong = identity_read(q->arena, chosen, n->in.id_no, today, &n->id);
	if (wrong) {
		form_error(q, "id_no", wrong);
		return;
	}
	n->birth = str_or(n->id.birth, n->in.birth_on);
	n->sex = n->id.sex_sure ? n->id.sex : str_or(n->in.sex, n->id.sex);
	if (!n->birth)
		form_error(q, "birth_on", "required");
	else if (strcmp(n->birth, today) > 0 || age_on(n->birth, today) > 150)
		form_error(q, "birth_on", "birth_off");
	/* Who chose 居民身份证 was not asked for the two. */
	else if (!str_eq(chosen, "01") && n->in.birth_on && !str_eq(n->in.birth_on, n->birth))
		form_error(q, "birth_on", "birth_other");
	if (!n->sex)
		form_error(q, "sex", "choose");
	else if (!str_in(n->sex, "1,2"))
		form_error(q, "sex", "word");
	else if (!str_eq(chosen, "01") && n->in.sex && !str_eq(n->in.sex, n->sex))
		form_error(q, "sex", "sex_other");
}

static void enrol_age(struct rq *q, struct enrol *n)
{
	int age = age_on(n->birth, clock_day(q->arena, q->now));
	const char *field = n->id.birth ? "id_no" : "birth_on";
	if (age < cfg.min_age)
		form_error(q, field, "too_young");
	n->minor = age < cfg.guardian_age;
	if (n->guardian && !n->minor)
		form_error(q, field, "kin_grown");
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
	n->serves = (struct serves)SERVES_OF(n->in);
	return e ? e : serves_check(q, &n->serves);
}

static struct stmt home_q = SQL(
	"SELECT region_code"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");

/* Whoever chose the station next to them need not find their division in a list. */
static enum err enrol_home(struct rq *q, struct enrol *n)
{
	enum err e = OK;
	if (!n->in.region_code && n->in.home != DB_NONE && n->in.home) {
		e = db_text(&home_q, ARGS(A_(n->in.home)), &n->in.region_code);
		if (e == ERR_NOT_FOUND)
			e = OK;
	}
	if (!e && !n->in.region_code && !got(q, "Error.region_code"))
		form_error(q, "region_code", "required");
	return e;
}

static enum err enrol_read_as(struct rq *q, struct enrol *n)
{
	bool staff = q->staff != 0;
	/* All messages at once: what the table says, and what only code can. */
	bool read = form_read(q, enrol_in_fields, &n->in);
	enum err e = enrol_home(q, n);
	if (e)
		return e;
	if (n->guardian) {
		n->in.phone = NULL;
		n->in.guardian_name = n->guardian->name;
		n->in.guardian_phone = n->guardian->phone_text;
		if (!n->in.guardian_relation)
			form_error(q, "guardian_relation", "required");
	} else if (!staff && !(n->in.phone && mobile_check(n->in.phone)))
		form_error(q, "phone", n->in.phone ? "mobile" : "required");
	enrol_check_consents(q, n, staff);
	if (n->in.id_no && n->in.id_type && identity_known(n->in.id_type))
		enrol_identity(q, n);
	if (n->birth)
		enrol_age(q, n);
	e = read && form_ok(q) ? enrol_lists(q, n) : OK;
	if (e || form_ok(q))
		return e;
	form_errors_sort(q);
	return ERR_FORM;
}

enum err enrol_read(struct rq *q, struct enrol *n)
{
	*n = (struct enrol){ .q = q };
	return enrol_read_as(q, n);
}

enum err enrol_read_child(struct rq *q, struct enrol *n, const struct held *guardian,
			  enum err (*also)(struct enrol *n))
{
	*n = (struct enrol){ .q = q, .guardian = guardian, .also = also };
	return enrol_read_as(q, n);
}
