/* staff_new.c - a manager takes somebody on: a person by their document, an account with a role,
 * and the one-time code with which they set a password that nobody else knows. */
#include "accounts.h"
#include "code.h"
#include "form.h"
#include "staff_code.h"

#define STAFF_IN(X, T) \
	X(T, WORD, login, 3, 40) \
	X(T, NAME, name, 1, 60) \
	X(T, CODE, id_type, 2, 2) \
	X(T, IDNO, id_no, 1, 20) \
	X(T, WORD, role, 1, 12) \
	X(T, DAY, from_on, 0, 0) \
	X(T, DAY, until_on, 0, 0)
FORM_DEFINE(staff_in, STAFF_IN);

#define END_IN(X, T) \
	X(T, WORD, login, 3, 40) \
	X(T, WORD, role, 1, 12)
FORM_DEFINE(end_in, END_IN);

static struct stmt ref_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM staff"
	" WHERE id = ?");

enum err staff_new(struct rq *q)
{
	enum err e = put_codes(q, "IdTypes", "id_type");
	return e ? e : page(q, "station/staff.cs");
}

struct taking_on {
	struct rq *q;
	struct actor by;
	struct staff_entry *entry;
	struct account a;
	const char *code;
};

/* Somebody of another station stays theirs: a manager makes new accounts only. */
static enum err staff_enter(void *ctx)
{
	struct taking_on *t = ctx;
	const struct actor *by = &t->by;
	enum err e = staff_find(t->entry->login, &t->a.id);
	if (!e) {
		form_error(t->q, "login", "login_taken");
		return ERR_FORM;
	}
	if (e == ERR_NOT_FOUND)
		e = staff_add(by, t->entry);
	if (!e)
		e = staff_find(t->entry->login, &t->a.id);
	if (!e)
		e = db_text(&ref_q, ARGS(A_(t->a.id)), &t->a.ref);
	return e ? e : staff_code_give(by, t->a.id, "password", &t->code);
}

enum err account_make(struct rq *q, struct actor by, struct staff_entry *entry,
		      const struct papers *papers)
{
	struct taking_on t = { .q = q,
			       .by = by,
			       .entry = entry,
			       .a = { .name = entry->name, .login = entry->login } };
	entry->papers = papers;
	enum err e = papers_check(q, papers);
	if (!e)
		e = papers_refused(q, db_tx(staff_enter, &t));
	return e ? e : code_page(q, &t.a, "first", t.code);
}

enum err staff_make(struct rq *q)
{
	struct staff_in in;
	if (form_read(q, staff_in_fields, &in) && !str_in(in.role, STAFF_STATION_ROLES))
		form_error(q, "role", "unknown_code");
	if (!form_ok(q) || !days_fit(q, in.from_on, in.until_on))
		return ERR_FORM;
	return account_make(q, q->actor,
			    &(struct staff_entry){ .login = in.login,
						   .name = in.name,
						   .role = in.role,
						   .station = q->station,
						   .from = in.from_on,
						   .until = in.until_on },
			    &(struct papers){ in.name, in.id_type, in.id_no });
}

struct leaving {
	struct rq *q;
	const struct end_in *in;
};

static enum err staff_leave(void *ctx)
{
	const struct leaving *l = ctx;
	int64_t staff;
	enum err e = staff_find(l->in->login, &staff);
	if (!e)
		e = staff_role_end(&l->q->actor, staff, l->in->role, l->q->station);
	return e ? e : role_kept(l->q, staff, l->in->role);
}

enum err staff_end(struct rq *q)
{
	struct end_in in;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(staff_leave, &(struct leaving){ q, &in });
	return e ? e : see(q, "/station/?done=staff_ended");
}
