/* mine_code.c - whoever gets an account of staff says on their own WeChat that it is theirs: until
 * then the one-time code does nothing in the hands of whoever gave it out. */
#include "account.h"
#include "clock.h"
#include "form.h"
#include "staff_code.h"

static struct stmt codes_q = SQL(
	"SELECT f.login, g.name AS giver, s.name AS station, c.made_at"
	"  FROM staff f"
	"  JOIN staff_code c ON c.staff_id = f.id AND c.kind = 'password' AND c.used_at IS NULL"
	"       AND c.voided_at IS NULL AND c.confirmed_at IS NULL AND c.expires_at > ?"
	"  JOIN staff g ON g.id = c.made_by"
	"  LEFT JOIN station s ON s.id = f.home_station_id"
	" WHERE f.person_id = ?"
	" ORDER BY c.id DESC"
	" LIMIT 1");

#define CODE_IN(X, T) X(T, CODE, answer, 1, 3)
FORM_DEFINE(code_in, CODE_IN);

enum err put_staff_code(struct rq *q)
{
	if (q->proxy)
		return OK;
	enum err e = put_one(q, "StaffCode", &codes_q,
			     ARGS(A_(clock_time(q->arena, q->now)), A_(q->person)));
	return e == ERR_NOT_FOUND ? OK : e;
}

struct answering {
	struct actor by;
	bool yes;
};

static enum err code_answer(void *ctx)
{
	const struct answering *a = ctx;
	return staff_code_answer(&a->by, a->yes);
}

enum err me_staff_code(struct rq *q)
{
	struct code_in in;
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.answer, "yes,no")) {
		form_error(q, "answer", "choose");
		return ERR_FORM;
	}
	struct answering a = { .by = q->actor, .yes = str_eq(in.answer, "yes") };
	enum err e = db_tx(code_answer, &a);
	return e ? e : see(q, "/account/me?done=%s", a.yes ? "code_confirmed" : "code_declined");
}
