/* register.c - registration by the volunteer, and by staff for people without a phone. */
#include "config.h"
#include "enrol.h"

enum { TRIES = 20, WINDOW = 3600 };

static enum err show_self(struct rq *q)
{
	enum err e = put_choices(q);
	put(q, "To", local_path(query(q, "to"), NULL));
	put_int(q, "GuardianAge", cfg.guardian_age);
	return e ? e : page(q, "account/register.cs");
}

enum err register_show(struct rq *q)
{
	if (q->person)
		return see(q, "%s", local_path(query(q, "to"), "/account/me"));
	return show_self(q);
}

enum err register_self(struct rq *q)
{
	struct enrol n;
	enum err e;
	if (q->person)
		return see(q, "/account/me");
	if (!enrol_read(q, &n, &e))
		return e ? e : show_self(q);
	/* Whether an id number is known here is not for trying out. */
	e = throttle(q, "register", arena_fmt(q->arena, "%lld", (long long)q->who.wechat_id), TRIES,
		     WINDOW);
	if (!e)
		e = enrol_write(&n);
	if (!e && n.result == ENROL_TAKEN) {
		form_error(q, "id_no", "ask_station");
		return show_self(q);
	}
	if (!e)
		e = session_volunteer(q, n.person_id, q->who.wechat_id);
	if (e)
		return e;
	/* The page behind `to` may not know what a registration says, so the first time leads to
	 * one's own. */
	if (n.result == ENROL_NEW && n.minor)
		return see(q, "/account/me?done=registered_minor");
	const char *to = local_path(n.in.to, NULL);
	if (to && !str_eq(to, "/account/me"))
		return see(q, "%s", to);
	return see(q, "/account/me?done=registered");
}

static enum err show_proxy(struct rq *q)
{
	enum err e = put_choices(q);
	put_int(q, "GuardianAge", cfg.guardian_age);
	return e ? e : page(q, "account/proxy.cs");
}

enum err proxy_show(struct rq *q)
{
	return show_proxy(q);
}

enum err proxy_register(struct rq *q)
{
	struct enrol n;
	enum err e;
	if (!enrol_read(q, &n, &e))
		return e ? e : show_proxy(q);
	e = enrol_write(&n);
	if (!e && n.result == ENROL_TAKEN) {
		form_error(q, "id_no", "taken");
		return show_proxy(q);
	}
	return e ? e : see(q, "/account/volunteers/%s?done=registered", n.no);
}
