/* more.c - what may be said besides, none of it needed: by volunteers on 我的, and everything that
 * they say by staff at the counter, for those who do not use a phone. */
#include "outbox.h"
#include "said.h"

FORM_DEFINE(about_in, ABOUT_IN);
#define ALL_IN(X, T) SERVES_IN(X, T) ABOUT_IN(X, T)
FORM_DEFINE(all_in, ALL_IN);

struct saying {
	struct rq *q;
	int64_t person;
	const struct serves *serves; /* NULL: not asked */
	const struct about *about;
};

static enum err saying_store(void *ctx)
{
	const struct saying *s = ctx;
	enum err e = s->serves ? serves_store(s->person, s->serves) : OK;
	if (!e)
		e = about_store(s->person, s->about);
	if (!e)
		e = outbox_volunteer(s->person);
	return e ? e : audit(&s->q->actor, "volunteer.edit", "person", s->person, NULL);
}

enum err me_more(struct rq *q)
{
	struct held h;
	enum err e = form_again(q) ? OK : held_by_person(q, q->person, &h);
	if (!e && !form_again(q))
		put_about(q, &h);
	if (!e)
		e = put_about_choices(q);
	return e ? e : page(q, "account/more.cs");
}

enum err me_more_save(struct rq *q)
{
	struct about_in in;
	if (!form_read(q, about_in_fields, &in))
		return ERR_FORM;
	struct about b = ABOUT_OF(in);
	enum err e = about_check(q, &b);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(saying_store, &(struct saying){ q, q->person, NULL, &b });
	return e ? e : see(q, "/account/me?done=saved");
}

enum err volunteer_edit(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_again(q)) {
		put_serves(q, &h);
		put_about(q, &h);
	}
	put(q, "Volunteer.no", h.no);
	put(q, "Volunteer.name", h.name);
	e = put_choices(q);
	if (!e)
		e = put_about_choices(q);
	return e ? e : page(q, "account/volunteer_edit.cs");
}

enum err volunteer_save(struct rq *q)
{
	struct all_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, all_in_fields, &in))
		return ERR_FORM;
	struct serves s = SERVES_OF(in);
	struct about b = ABOUT_OF(in);
	e = serves_check(q, &s);
	if (!e)
		e = about_check(q, &b);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(saying_store, &(struct saying){ q, h.id, &s, &b });
	return e ? e : see(q, "/account/volunteers/%s?done=saved", h.no);
}
