/*
 * me_phone.c - another phone 换手机号, by the person alone: the new number by a code to it, the person
 * by the WeChat that is signed in or else by a code to the old number. The old one is told, and
 * every other session ends. The number of before, typed once more, is only proved: by that nothing
 * ends.
 */
#include "account.h"
#include "phone.h"
#include "phone_code.h"
#include "rebind.h"

#define NEW_IN(X, T) X(T, PHONE, phone, 1, 0)
FORM_DEFINE(new_in, NEW_IN);
#define CODE_IN(X, T) X(T, STR, code, 1, 12)
FORM_DEFINE(code_in, CODE_IN);

/* A sign-in by phone may be an old one, or one on a desktop: the old number says so once more. */
static enum err proved(struct rq *q, bool *yes)
{
	struct phone_proof p;
	enum err e = q->who.wechat_id ? OK : phone_proved(q, "old", &p);
	*yes = !e;
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err me_phone_show(struct rq *q)
{
	struct held h;
	struct phone_proof p;
	bool yes;
	enum err e = held_by_person(q, q->person, &h);
	if (!e)
		e = proved(q, &yes);
	if (e)
		return e;
	const char *stage = yes ? "new" : "old";
	e = phone_code_waits(q, stage, &p);
	if (e && e != ERR_NOT_FOUND)
		return e;
	put(q, "Stage", stage);
	put(q, "Sent", e ? NULL : mask_phone(q->arena, p.phone));
	put(q, "Phone", h.phone_text ? mask_phone(q->arena, h.phone_text) : NULL);
	put(q, "Unproved", yes && h.phone_text && !h.phone_proved ? "1" : NULL);
	put(q, "Off", phone_codes() ? NULL : "1");
	return page(q, "account/me_phone.cs");
}

enum err me_phone_old(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (!e && !(h.phone_text && mobile_check(h.phone_text)))
		form_error(q, NULL, "phone_none");
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = phone_code_send(q, "old", h.phone_text);
	return e ? e : see(q, "/account/me/phone");
}

enum err me_phone_old_code(struct rq *q)
{
	struct code_in in;
	struct phone_proof p;
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	enum err e = phone_code_try(q, "old", in.code, &p);
	if (!e)
		e = phone_proof_of(&q->actor, p.id, q->person);
	return e ? e : see(q, "/account/me/phone");
}

enum err me_phone_new(struct rq *q)
{
	struct new_in in;
	struct held h;
	bool yes;
	if (!form_read(q, new_in_fields, &in))
		return ERR_FORM;
	enum err e = proved(q, &yes);
	if (!e && !yes)
		return see(q, "/account/me/phone");
	if (!e)
		e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	if (!mobile_check(in.phone))
		form_error(q, "phone", "mobile");
	else if (h.phone_proved && str_eq(in.phone, str_or(h.phone_text, "")))
		form_error(q, "phone", "phone_same");
	if (!form_ok(q))
		return ERR_FORM;
	e = phone_code_send(q, "new", in.phone);
	return e ? e : see(q, "/account/me/phone");
}

struct changing {
	struct rq *q;
	struct phone_proof old, new;
	struct held h;
	bool same; /* the number of before */
};

static enum err change_tx(void *ctx)
{
	struct changing *c = ctx;
	struct rq *q = c->q;
	struct rebind r = { .q = q,
			    .person = q->person,
			    .uid = c->h.uid,
			    .phone = c->new.phone,
			    .old = c->h.phone_text,
			    .purpose = "" };
	enum err e = phone_proof_use(&q->actor, c->new.id);
	if (!e && c->old.id)
		e = phone_proof_use(&q->actor, c->old.id);
	if (!e && !c->same)
		e = rebind_store(&r);
	if (!e)
		e = phone_proof_of(&q->actor, c->new.id, q->person);
	return e || !c->same ? e
			     : audit(&q->actor, "person.phone_proved", "person", q->person, NULL);
}

enum err me_phone_code(struct rq *q)
{
	struct code_in in;
	struct changing c = { .q = q };
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	enum err e = q->who.wechat_id ? OK : phone_proved(q, "old", &c.old);
	if (e)
		return e == ERR_NOT_FOUND ? see(q, "/account/me/phone") : e;
	e = held_by_person(q, q->person, &c.h);
	if (!e)
		e = phone_code_try(q, "new", in.code, &c.new);
	if (e)
		return e;
	int64_t person = q->person;
	c.same = str_eq(c.new.phone, str_or(c.h.phone_text, ""));
	e = db_tx(change_tx, &c);
	if (!e && c.same)
		return see(q, "/account/family?done=phone_proved");
	if (!e)
		e = session_self(q, person);
	return e ? e : see(q, "/account/me?done=phone_changed");
}
