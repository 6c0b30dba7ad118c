/* edit.c - what volunteers change themselves: phone, divisions, what they can and want to do. */
#include "account.h"
#include "check.h"
#include "code.h"
#include "outbox.h"
#include "secret.h"

#define EDIT_IN(X, T) \
	X(T, PHONE, phone, 1, 0) \
	X(T, CODE, region_code, 6, 12) \
	X(T, CODE, service_region_code, 0, 12) \
	X(T, LIST, categories, 1, 4) \
	X(T, LIST, skills, 1, 24) \
	X(T, LIST, fields, 0, 12) \
	X(T, LIST, available, 0, 24)
FORM_DEFINE(edit_in, EDIT_IN);

static struct stmt phone_q = SQL(
	"UPDATE person"
	"   SET phone_sealed = ?, phone_index = ?"
	" WHERE id = ?");
/* Platforms hear of a change by its version. */
static struct stmt volunteer_q = SQL(
	"UPDATE volunteer"
	"   SET region_code = ?, service_region_code = ?, categories = ?, skills = ?, fields = ?,"
	"       available = ?, version = version + 1"
	" WHERE person_id = ?");

static enum err put_edit_form(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	put(q, "Form.phone", h.phone_text);
	put(q, "Form.region_code", h.region_code);
	put(q, "Form.service_region_code", h.service_region_code);
	put_ticked(q, "categories", h.categories);
	put_ticked(q, "skills", h.skills);
	put_ticked(q, "fields", h.fields);
	put_ticked(q, "available", h.available);
	return OK;
}

enum err me_edit(struct rq *q)
{
	enum err e = form_again(q) ? OK : put_edit_form(q);
	if (!e)
		e = put_choices(q);
	return e ? e : page(q, "account/edit.cs");
}

struct edit {
	struct rq *q;
	const struct edit_in *in;
	struct bytes uid;
	const char *categories, *skills, *fields, *available;
};

static enum err edit_store(void *ctx)
{
	const struct edit *c = ctx;
	struct arena *a = c->q->arena;
	const struct edit_in *in = c->in;
	int64_t person = c->q->person;
	enum err e = db_change(&phone_q,
			       ARGS(A_(secret_seal(a, "person.phone", c->uid, in->phone)),
				    A_(secret_index(a, "person.phone", in->phone)), A_(person)));
	if (!e)
		e = db_change(&volunteer_q, ARGS(A_(in->region_code), A_(in->service_region_code),
						 A_(c->categories), A_(c->skills), A_(c->fields),
						 A_(c->available), A_(person)));
	if (!e)
		e = outbox_volunteer(person);
	return e ? e : audit(&c->q->actor, "volunteer.edit", "person", person, NULL);
}

enum err me_save(struct rq *q)
{
	struct edit_in in;
	struct edit c = { .q = q, .in = &in };
	struct held h;
	if (!form_read(q, edit_in_fields, &in))
		return ERR_FORM;
	if (!mobile_check(in.phone))
		form_error(q, "phone", "mobile");
	enum err e = code_join(q, "categories", "service_category", in.categories, &c.categories);
	if (!e)
		e = code_join(q, "skills", "skill", in.skills, &c.skills);
	if (!e)
		e = code_join(q, "fields", "field", in.fields, &c.fields);
	if (!e)
		e = code_join(q, "available", "available", in.available, &c.available);
	if (!e)
		e = region_check(q, "region_code", in.region_code);
	if (!e)
		e = region_check(q, "service_region_code", in.service_region_code);
	if (e)
		return e;
	if (!form_ok(q))
		return ERR_FORM;
	e = held_by_person(q, q->person, &h);
	c.uid = h.uid;
	if (!e)
		e = db_tx(edit_store, &c);
	return e ? e : see(q, "/account/me?done=saved");
}
