/* code.c - the second page of signing in: the code of the authenticator app, one of the recovery
 * codes, or a one-time code with which another app is set up. */
#include "account.h"
#include "staff_second.h"
#include "tries.h"

#define CODE_IN(X, T) \
	X(T, STR, code, 1, 40) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(code_in, CODE_IN);

static struct stmt login_q = SQL(
	"SELECT login"
	"  FROM staff"
	" WHERE id = ?");

static bool code_wanted(const struct rq *q)
{
	return str_eq(q->who.step, "code");
}

enum err code_show(struct rq *q)
{
	if (!code_wanted(q))
		return ERR_SIGN_IN;
	put(q, "To", path_back(q, NULL));
	return page(q, "account/code.cs");
}

struct showing {
	struct rq *q;
	int64_t staff;
	const char *code;
	enum second_shown shown;
};

static enum err code_try(void *ctx)
{
	struct showing *s = ctx;
	struct actor by = s->q->actor;
	by.staff = s->staff;
	return staff_second_show(&by, s->staff, s->code, &s->shown);
}

static enum err code_wrong(struct rq *q, const struct tries *t, int64_t staff)
{
	bool rests;
	enum err e = tries_wrong(q, t, &rests);
	if (!e)
		e = audit(&q->actor, "staff.code_failed", "staff", staff, NULL);
	if (e)
		return e;
	form_error(q, "code", rests ? "rests" : "wrong_code");
	return ERR_FORM;
}

enum err code_enter(struct rq *q)
{
	struct code_in in;
	struct showing s = { .q = q, .staff = q->who.waiting };
	struct tries t = { .what = "code" };
	if (!code_wanted(q))
		return ERR_SIGN_IN;
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	s.code = in.code;
	enum err e = db_text(&login_q, ARGS(A_(s.staff)), &t.who);
	if (!e)
		e = tries_left(q, &t);
	if (e == ERR_THROTTLED) {
		form_error(q, "code", "rests");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(code_try, &s);
	if (e)
		return e;
	if (s.shown == SECOND_NO)
		return code_wrong(q, &t, s.staff);
	return sign_in_enter(q, s.staff, s.shown != SECOND_RESET, path_back(q, NULL));
}
