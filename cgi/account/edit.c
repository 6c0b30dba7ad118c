/* edit.c - what volunteers change themselves: divisions, what they can and want to do. The phone is
 * changed on a page of its own, with proof. */
#include "outbox.h"
#include "said.h"

#define EDIT_IN(X, T) \
	X(T, PHONE, phone, 0, 0) \
	SERVES_IN(X, T)
FORM_DEFINE(edit_in, EDIT_IN);

static enum err put_edit_form(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	put_serves(q, &h);
	return OK;
}

static enum err put_phone(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (!e && h.phone_text)
		put(q, "Phone", mask_phone(q->arena, h.phone_text));
	return e;
}

enum err me_edit(struct rq *q)
{
	enum err e = form_again(q) ? OK : put_edit_form(q);
	if (!e)
		e = put_phone(q);
	if (!e)
		e = put_choices(q);
	return e ? e : page(q, "account/edit.cs");
}

struct edit {
	struct rq *q;
	struct serves serves;
};

static enum err edit_store(void *ctx)
{
	const struct edit *c = ctx;
	int64_t person = c->q->person;
	enum err e = serves_store(person, &c->serves);
	if (!e)
		e = outbox_volunteer(person);
	return e ? e : audit(&c->q->actor, "volunteer.edit", "person", person, NULL);
}

enum err me_save(struct rq *q)
{
	struct edit_in in;
	struct edit c = { .q = q };
	struct held h;
	if (!form_read(q, edit_in_fields, &in))
		return ERR_FORM;
	enum err e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	/* The form of before had the number, too: another one is not taken without proof. */
	if (in.phone && !str_eq(in.phone, str_or(h.phone_text, "")))
		form_error(q, "phone", "phone_by_code");
	c.serves = (struct serves)SERVES_OF(in);
	e = serves_check(q, &c.serves);
	if (e)
		return e;
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(edit_store, &c);
	return e ? e : see(q, "/account/me?done=saved");
}
