/* register.c - registration by the volunteer, and by staff for people without a phone. */
#include "config.h"
#include "enrol.h"

enum { TRIES = 20, WINDOW = 3600 };

static enum err put_enrol_choices(struct rq *q)
{
	put_int(q, "GuardianAge", cfg.guardian_age);
	return put_choices(q);
}

enum err register_show(struct rq *q)
{
	if (q->person)
		return see(q, "%s", path_back(q, "/account/me"));
	put(q, "To", path_back(q, NULL));
	enum err e = put_enrol_choices(q);
	return e ? e : page(q, "account/register.cs");
}

/* Somebody else has this id number, for all we know; word says what to do about it. */
static enum err enrol_new(struct enrol *n, const char *word)
{
	enum err e = enrol_write(n);
	if (e || n->result != ENROL_TAKEN)
		return e;
	form_error(n->q, "id_no", word);
	return ERR_FORM;
}

enum err register_self(struct rq *q)
{
	struct enrol n;
	if (q->person)
		return see(q, "/account/me");
	enum err e = enrol_read(q, &n);
	/* Whether an id number is known here is not for trying out. */
	if (!e)
		e = throttle(q, "register",
			     arena_fmt(q->arena, "%lld", (long long)q->who.wechat_id), TRIES,
			     WINDOW);
	if (!e)
		e = enrol_new(&n, "ask_station");
	if (!e)
		e = session_volunteer(q, n.person_id, q->who.wechat_id);
	if (e)
		return e;
	/* The page behind `to` may not know what a registration says, so the first time leads to
	 * one's own. */
	if (n.result == ENROL_NEW && n.minor)
		return see(q, "/account/me?done=registered_minor");
	const char *to = path_back(q, NULL);
	if (to && !str_eq(to, "/account/me"))
		return see(q, "%s", to);
	return see(q, "/account/me?done=registered");
}

enum err proxy_show(struct rq *q)
{
	enum err e = put_enrol_choices(q);
	return e ? e : page(q, "account/proxy.cs");
}

enum err proxy_register(struct rq *q)
{
	struct enrol n;
	enum err e = enrol_read(q, &n);
	if (!e)
		e = enrol_new(&n, "taken");
	return e ? e : see(q, "/account/volunteers/%s?done=registered", n.no);
}
