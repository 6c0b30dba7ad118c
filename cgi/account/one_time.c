/* one_time.c - whoever was given a one-time code sets a password with it: the first one, or a new
 * one instead of one that was forgotten. Signing in goes on from there. */
#include "account.h"
#include "common_password.h"
#include "secret.h"
#include "slot.h"
#include "staff.h"
#include "staff_code.h"
#include "tries.h"

#define ONE_TIME_IN(X, T) \
	X(T, STR, login, 1, 40) \
	X(T, STR, code, 1, 40) \
	X(T, STR, password_new, 10, 128) \
	X(T, STR, password_again, 1, 128)
FORM_DEFINE(one_time_in, ONE_TIME_IN);

static struct stmt staff_q = SQL(
	"SELECT id"
	"  FROM staff"
	" WHERE login = ?"
	"   AND state = 'active'");

enum err one_time_show(struct rq *q)
{
	form_key(q, "one_time");
	return page(q, "account/one_time.cs");
}

struct one_time {
	struct actor by;
	const char *code, *hash;
};

static enum err one_time_set(void *ctx)
{
	const struct one_time *o = ctx;
	enum err e = staff_code_use(&o->by, o->by.staff, "password", o->code);
	return e ? e : staff_set_password(&o->by, o->by.staff, o->hash, 0);
}

static enum err one_time_wrong(struct rq *q, const struct tries *t)
{
	bool rests;
	enum err e = tries_wrong(q, t, &rests);
	if (e)
		return e;
	form_error(q, "code", rests ? "rests" : "wrong_one_time");
	return ERR_FORM;
}

enum err one_time_use(struct rq *q)
{
	struct one_time_in in;
	struct one_time o = { .by = q->actor };
	struct bytes uid;
	bool read = form_read(q, one_time_in_fields, &in);
	enum err e = form_key_uid(q, "one_time", &uid);
	if (e)
		return e;
	if (!read)
		return ERR_FORM;
	const struct tries t = { "one_time", login_lower(q, in.login) };
	if (!str_eq(in.password_new, in.password_again))
		form_error(q, "password_again", "differs");
	if (common_password(in.password_new, t.who))
		form_error(q, "password_new", "common");
	if (!form_ok(q))
		return ERR_FORM;
	e = tries_left(q, &t);
	if (e == ERR_THROTTLED) {
		form_error(q, "code", "rests");
		return ERR_FORM;
	}
	if (!e)
		e = db_int(&staff_q, ARGS(A_(t.who)), &o.by.staff);
	if (e)
		return e == ERR_NOT_FOUND ? one_time_wrong(q, &t) : e;
	o.code = in.code;
	if (!slot_take())
		return slot_busy(q, "code");
	o.hash = secret_password_hash(q->arena, in.password_new);
	slot_give();
	e = db_tx(one_time_set, &o);
	if (e == ERR_CHECK) {
		form_error(q, "code", "confirm_first");
		return ERR_FORM;
	}
	if (e)
		return e == ERR_NOT_FOUND ? one_time_wrong(q, &t) : e;
	return sign_in_enter(q, o.by.staff, false, NULL);
}
