/* account_name.c - the name of a member of staff, as colleagues see it and papers print it, is put
 * right; where papers were shown it is the name of the person in them. */
#include "accounts.h"
#include "form.h"

#define NAME_IN(X, T) X(T, NAME, name, 1, 60)
FORM_DEFINE(name_in, NAME_IN);

static struct stmt person_q = SQL(
	"SELECT name"
	"  FROM person"
	" WHERE id = ?");

/* Whoever stands on papers is not named by themselves. */
static enum err name_here(struct rq *q, struct account *a)
{
	enum err e = account_here(q, a);
	return e ? e : !account_mine(q, a) ? ERR_NOT_FOUND : a->id == q->staff ? ERR_FORBIDDEN : OK;
}

enum err account_name_form(struct rq *q)
{
	struct account a;
	enum err e = name_here(q, &a);
	if (e)
		return e;
	if (!form_again(q))
		put(q, "Form.name", a.name);
	put(q, "Account.ref", a.ref);
	put(q, "Account.login", a.login);
	put_int(q, "Account.linked", a.person != DB_NONE ? 1 : DB_NONE);
	return page(q, "station/account_name.cs");
}

enum err account_name(struct rq *q)
{
	struct account a;
	struct name_in in;
	const char *known = NULL;
	enum err e = name_here(q, &a);
	if (e)
		return e;
	if (!form_read(q, name_in_fields, &in))
		return ERR_FORM;
	if (a.person != DB_NONE)
		e = db_text(&person_q, ARGS(A_(a.person)), &known);
	if (e)
		return e;
	if (known && !str_eq(known, in.name)) {
		form_error(q, "name", "name_of_person");
		return ERR_FORM;
	}
	struct actor by = account_actor(q, &a);
	e = staff_rename(&by, a.id, in.name);
	return e ? e : see(q, "/station/staff/%s?done=staff_named", a.ref);
}
