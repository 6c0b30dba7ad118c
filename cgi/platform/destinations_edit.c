/* destinations_edit.c - a platform is added, changed, switched and tried by an overseer. */
#include "destination.h"
#include "destinations.h"

#define NEW_IN(X, T) \
	X(T, WORD, short_name, 2, 24) \
	X(T, STR, name, 1, 60) \
	X(T, WORD, profile, 1, 40) \
	X(T, STR, base_url, 0, 200) \
	X(T, STR, app_id, 0, 60) \
	X(T, STR, password, 0, 400)
FORM_DEFINE(new_in, NEW_IN);

#define SITE_IN(X, T) \
	X(T, STR, base_url, 0, 200) \
	X(T, STR, app_id, 0, 60) \
	X(T, STR, password, 0, 400)
FORM_DEFINE(site_in, SITE_IN);

struct deed {
	struct rq *q;
	struct destination_entry d;
	struct destination_fault fault;
	int64_t id;
	bool on;
};

/* Beside its field; the fields of the form have names of their own where form.h gives one a
 * meaning. */
static enum err faulty(struct rq *q, enum err e, const struct destination_fault *f)
{
	if (e == ERR_FORM)
		form_error(q,
			   str_eq(f->field, "code")     ? "short_name"
			   : str_eq(f->field, "key")    ? "password"
			   : str_eq(f->field, "region") ? "name"
							: f->field,
			   f->word);
	return e;
}

static enum err add_tx(void *ctx)
{
	struct deed *x = ctx;
	return destination_add(&x->q->actor, &x->d, &x->id);
}

enum err destination_save(struct rq *q)
{
	struct new_in in;
	struct deed x = { .q = q };
	if (!form_read(q, new_in_fields, &in))
		return ERR_FORM;
	x.d = (struct destination_entry){ .code = in.short_name,
					  .name = in.name,
					  .profile = in.profile,
					  .base_url = in.base_url,
					  .app_id = in.app_id,
					  .key = in.password,
					  .region = str_or(q->who.region_code, "-") };
	enum err e = faulty(q, destination_check(q->arena, &x.d, &x.fault), &x.fault);
	if (!e && !x.d.file && !in.password) {
		form_error(q, "password", "required");
		e = ERR_FORM;
	}
	if (!e)
		e = db_tx(add_tx, &x);
	return e ? e : see(q, "/platform/destinations/%s?done=dest_added", x.d.code);
}

static enum err site_tx(void *ctx)
{
	struct deed *x = ctx;
	return destination_site(&x->q->actor, x->id, &x->d, &x->fault);
}

enum err destination_change(struct rq *q)
{
	struct site_in in;
	struct deed x = { .q = q };
	enum err e = dest_mine(q, &x.id);
	if (e)
		return e;
	if (!form_read(q, site_in_fields, &in))
		return ERR_FORM;
	x.d = (struct destination_entry){ .base_url = in.base_url,
					  .app_id = in.app_id,
					  .key = in.password };
	e = faulty(q, db_tx(site_tx, &x), &x.fault);
	return e ? e : see(q, "/platform/destinations/%s?done=dest_changed", arg(q, 0));
}

static enum err switch_tx(void *ctx)
{
	struct deed *x = ctx;
	return destination_switch(&x->q->actor, x->id, x->on);
}

static enum err switched(struct rq *q, bool on)
{
	struct deed x = { .q = q, .on = on };
	enum err e = dest_mine(q, &x.id);
	if (!e)
		e = db_tx(switch_tx, &x);
	return e ? e
		 : see(q, "/platform/destinations/%s?done=%s", arg(q, 0),
		       on ? "dest_on" : "dest_off");
}

enum err destination_set_on(struct rq *q)
{
	return switched(q, true);
}

enum err destination_set_off(struct rq *q)
{
	return switched(q, false);
}

static enum err try_tx(void *ctx)
{
	struct deed *x = ctx;
	int64_t tried;
	return destination_try(&x->q->actor, x->id, &tried);
}

enum err destination_ask(struct rq *q)
{
	struct deed x = { .q = q };
	enum err e = dest_mine(q, &x.id);
	if (!e)
		e = db_tx(try_tx, &x);
	return e ? e : see(q, "/platform/destinations/%s?done=dest_tried", arg(q, 0));
}
