/* password.c - a member of staff changes the password: signed in, or at that step of signing in. */
#include "account.h"
#include "common_password.h"
#include "secret.h"
#include "slot.h"
#include "staff.h"

#define PASSWORD_IN(X, T) \
	X(T, STR, password, 1, 200) \
	X(T, STR, password_new, 10, 128) \
	X(T, STR, password_again, 1, 128)
FORM_DEFINE(password_in, PASSWORD_IN);

#define ACCOUNT_COLS(X, T) \
	X(T, TEXT, hash, "password_hash") \
	X(T, TEXT, login, "login")
ROW_DEFINE(account_row, ACCOUNT_COLS);
static struct stmt account_q = SQL(
	"SELECT " ROW_SELECT(ACCOUNT_COLS)
	"  FROM staff"
	" WHERE id = ?");

/* Whose: the one who is signed in, or who must do this first; 0: neither. */
static int64_t password_of(const struct rq *q)
{
	return q->staff ? q->staff : str_eq(q->who.step, "password") ? q->who.waiting : 0;
}

enum err password_show(struct rq *q)
{
	return password_of(q) ? page(q, "account/password.cs") : ERR_SIGN_IN;
}

struct password_new {
	struct rq *q;
	int64_t staff;
	const char *hash;
};

/* Whoever knew the old password is signed out everywhere else. */
static enum err password_set(void *ctx)
{
	const struct password_new *c = ctx;
	struct actor by = c->q->actor;
	by.staff = c->staff;
	return staff_set_password(&by, c->staff, c->hash, c->q->who.session_id);
}

static void password_check(struct rq *q, const struct password_in *in, const struct account_row *a)
{
	if (!secret_password_check(a->hash, in->password))
		form_error(q, "password", "wrong_old");
	if (!str_eq(in->password_new, in->password_again))
		form_error(q, "password_again", "differs");
	if (str_eq(in->password_new, in->password))
		form_error(q, "password_new", "same");
	else if (common_password(in->password_new, a->login))
		form_error(q, "password_new", "common");
}

enum err password_change(struct rq *q)
{
	struct password_in in;
	struct account_row a;
	int64_t staff = password_of(q);
	bool step = !q->staff;
	if (!staff)
		return ERR_SIGN_IN;
	if (!form_read(q, password_in_fields, &in))
		return ERR_FORM;
	enum err e = row_one(&account_q, ARGS(A_(staff)), account_row_cols, &a);
	if (!e)
		e = throttle(q, "password", a.hash, 10, 600);
	if (e)
		return e;
	if (!slot_take())
		return slot_busy(q, "password");
	password_check(q, &in, &a);
	struct password_new c = { q, staff, NULL };
	if (form_ok(q))
		c.hash = secret_password_hash(q->arena, in.password_new);
	slot_give();
	if (!c.hash)
		return ERR_FORM;
	e = db_tx(password_set, &c);
	if (e)
		return e;
	return step ? sign_in_enter(q, staff, q->who.second, NULL)
		    : see(q, "/account/desk?done=password");
}
