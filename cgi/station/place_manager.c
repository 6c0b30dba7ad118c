/* place_manager.c - the overseer gives a new station its first manager, who takes on the others. A
 * station that has one needs no overseer for it. */
#include "accounts.h"
#include "code.h"
#include "form.h"
#include "places.h"

#define MANAGER_IN(X, T) \
	X(T, WORD, login, 3, 40) \
	X(T, NAME, name, 1, 60) \
	X(T, CODE, id_type, 2, 2) \
	X(T, IDNO, id_no, 1, 20)
FORM_DEFINE(manager_in, MANAGER_IN);

static struct stmt managers_q = SQL(
	"SELECT COUNT(*)"
	"  FROM staff_role"
	" WHERE station_id = ?"
	"   AND role = 'manager'"
	"   AND ended_at IS NULL");

/* An open place of the region that nobody manages. */
static enum err place_unmanaged(struct rq *q, struct place_row *p)
{
	int64_t managers;
	enum err e = place_find(q, arg(q, 0), p);
	if (!e)
		e = db_int(&managers_q, ARGS(A_(p->id)), &managers);
	if (!e && (managers || !str_eq(p->state, "open")))
		e = ERR(ERR_STALE, "%s, %lld managers", p->state, (long long)managers);
	return e;
}

enum err place_manager(struct rq *q)
{
	struct place_row p;
	enum err e = place_unmanaged(q, &p);
	if (!e)
		e = put_codes(q, "IdTypes", "id_type");
	if (e)
		return e;
	put_int(q, "No", p.no);
	put(q, "Name", p.name);
	return page(q, "station/place_manager.cs");
}

enum err place_manager_make(struct rq *q)
{
	struct place_row p;
	struct manager_in in;
	enum err e = place_unmanaged(q, &p);
	if (e)
		return e;
	if (!form_read(q, manager_in_fields, &in))
		return ERR_FORM;
	struct actor by = q->actor;
	by.station = p.id;
	return account_make(
		q, by,
		&(struct staff_entry){
			.login = in.login, .name = in.name, .role = "manager", .station = p.id },
		&(struct papers){ in.name, in.id_type, in.id_no });
}
