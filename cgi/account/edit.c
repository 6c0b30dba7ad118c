/* edit.c - what volunteers change themselves: phone, divisions, what they can and want to do. */
#include "outbox.h"
#include "phone.h"
#include "rebind.h"
#include "said.h"

#define EDIT_IN(X, T) \
	X(T, PHONE, phone, 1, 0) \
	X(T, PHONE, phone_again, 0, 0) \
	SERVES_IN(X, T)
FORM_DEFINE(edit_in, EDIT_IN);

static enum err put_edit_form(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	put(q, "Form.phone", h.phone_text);
	put_serves(q, &h);
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
	struct serves serves;
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
		e = serves_store(person, &c->serves);
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
	c.serves = (struct serves)SERVES_OF(in);
	e = serves_check(q, &c.serves);
	if (e)
		return e;
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(edit_store, &c);
	return e ? e : see(q, "/account/me?done=saved");
}
