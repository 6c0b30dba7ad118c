/* edit.c - what volunteers change themselves: phone, divisions, what they can and want to do. */
#include "account.h"
#include "code.h"
#include "outbox.h"
#include "phone.h"
#include "rebind.h"
#include "region_choice.h"

#define EDIT_IN(X, T) \
	X(T, PHONE, phone, 1, 0) \
	X(T, PHONE, phone_again, 0, 0) \
	X(T, REGION, region_code, 6, 12) \
	X(T, REGION, service_region_code, 0, 12) \
	X(T, LIST, categories, 1, 4) \
	X(T, LIST, skills, 1, 24) \
	X(T, LIST, fields, 0, 12) \
	X(T, LIST, available, 0, 24)
FORM_DEFINE(edit_in, EDIT_IN);

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
	form_tick(q, "categories", h.categories);
	form_tick(q, "skills", h.skills);
	form_tick(q, "fields", h.fields);
	form_tick(q, "available", h.available);
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
	bool phone; /* is another one */
	const char *categories, *skills, *fields, *available;
};

static enum err edit_store(void *ctx)
{
	const struct edit *c = ctx;
	const struct edit_in *in = c->in;
	int64_t person = c->q->person;
	enum err e = OK;
	if (c->phone)
		e = rebind_phone(&(struct rebind){ .q = c->q,
						   .person = person,
						   .uid = c->uid,
						   .phone = in->phone,
						   .purpose = "" });
	if (!e)
		e = db_change(&volunteer_q, ARGS(A_(in->region_code), A_(in->service_region_code),
						 A_(c->categories), A_(c->skills), A_(c->fields),
						 A_(c->available), A_(person)));
	if (!e)
		e = outbox_volunteer(person);
	return e ? e : audit(&c->q->actor, "volunteer.edit", "person", person, NULL);
}

/* The WeChat that is signed in proves the person; the number is typed twice, since everything that
 * the station has to say goes there. */
static void edit_phone(struct edit *c, const struct held *h)
{
	c->uid = h->uid;
	c->phone = !str_eq(c->in->phone, str_or(h->phone_text, ""));
	/* Who sends a form without the field, which is older than it, is not asked. */
	bool asked = form_given(c->q, "phone_again") != NULL;
	if (c->phone && asked && !str_eq(c->in->phone_again, c->in->phone))
		form_error(c->q, "phone_again",
			   c->in->phone_again ? "phone_differs" : "phone_again");
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
	enum err e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	edit_phone(&c, &h);
	e = code_join(q, "categories", "service_category", in.categories, &c.categories);
	if (!e)
		e = code_join(q, "skills", "skill", in.skills, &c.skills);
	if (!e)
		e = code_join(q, "fields", "field", in.fields, &c.fields);
	if (!e)
		e = code_join(q, "available", "available", in.available, &c.available);
	if (!e)
		e = region_check(q, "region_code", in.region_code, REGION_COUNTY);
	if (!e)
		e = region_check(q, "service_region_code", in.service_region_code, REGION_COUNTY);
	if (e)
		return e;
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(edit_store, &c);
	return e ? e : see(q, "/account/me?done=saved");
}
