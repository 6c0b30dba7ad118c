/* household_people.c - the people of a household 家庭成员. */
#include "clock.h"
#include "code.h"
#include "form.h"
#include "household.h"
#include "secret.h"

#define PERSON_IN(X, T) \
	X(T, NAME, person_name, 1, 60) \
	X(T, PHONE, person_phone, 0, 20) \
	X(T, STR, relation, 1, 20) \
	X(T, CODE, sex, 0, 1) \
	X(T, OINT, born_year, 1900, 2100) \
	X(T, CODE, target_group, 0, 2) \
	X(T, FLAG, elsewhere, 0, 1)
FORM_DEFINE(person_in, PERSON_IN);
#define DROP_IN(X, T) X(T, CODE, person, 32, 32)
FORM_DEFINE(drop_in, DROP_IN);

#define PEOPLE_COLS(X, T) \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, name, "p.name_sealed") \
	X(T, BYTES, phone, "p.phone_sealed") \
	X(T, TEXT, relation, "p.relation") \
	X(T, TEXT, sex, "s.name") \
	X(T, INT, born_year, "p.born_year") \
	X(T, TEXT, group, "g.name") \
	X(T, INT, lives_here, "p.lives_here")
ROW_DEFINE(people_row, PEOPLE_COLS);
static struct stmt people_q = SQL(
	"SELECT " ROW_SELECT(PEOPLE_COLS)
	"  FROM household_person p"
	"  LEFT JOIN code_item s ON s.list = 'sex' AND s.code = p.sex AND s.active = 1"
	"  LEFT JOIN code_item g ON g.list = 'recipient' AND g.code = p.target_group"
	" WHERE p.household_id = ?"
	" ORDER BY p.id"
	" LIMIT 30");
static struct stmt person_q = SQL(
	"INSERT INTO household_person (uid, household_id, name_sealed, phone_sealed, relation, sex,"
	"       born_year, target_group, lives_here)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt drop_q = SQL(
	"DELETE FROM household_person"
	" WHERE household_id = ?"
	"   AND uid = UNHEX(?)");
static struct stmt many_q = SQL(
	"SELECT COUNT(*)"
	"  FROM household_person"
	" WHERE household_id = ?");

enum { PEOPLE_MAX = 30 };

enum err put_people(struct rq *q, const struct household *h, bool whole)
{
	struct people_row *v;
	size_t n = 0;
	enum err e = row_all(&people_q, ARGS(A_(h->id)), people_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		const char *name = NULL, *phone = NULL;
		e = secret_unseal(q->arena, "household_person.name", v[i].uid, v[i].name, &name);
		if (!e && v[i].phone.p)
			e = secret_unseal(q->arena, "household_person.phone", v[i].uid, v[i].phone,
					  &phone);
		if (e)
			return e;
		struct node *p = node_item(put_list(q, "People"));
		node_set(p, "ref", hex_encode(q->arena, v[i].uid));
		node_set(p, "name", whole ? name : mask_name(q->arena, name));
		node_set(p, "phone", whole || !phone ? phone : mask_phone(q->arena, phone));
		node_set(p, "relation", v[i].relation);
		node_set(p, "sex", v[i].sex);
		node_int(p, "born_year", v[i].born_year);
		node_set(p, "group", v[i].group);
		node_int(p, "lives_here", v[i].lives_here);
	}
	return e;
}

enum err person_add(struct rq *q)
{
	struct person_in in;
	struct household h;
	int64_t many = 0, id = 0;
	struct bytes uid = secret_uid(q->arena);
	enum err e = household_open(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, person_in_fields, &in))
		return ERR_FORM;
	e = code_check(q, "sex", "sex", in.sex);
	if (!e)
		e = code_check(q, "target_group", "recipient", in.target_group);
	if (!e)
		e = db_int(&many_q, ARGS(A_(h.id)), &many);
	if (e)
		return e;
	if (in.born_year != DB_NONE && in.born_year > clock_year(q->now))
		form_error(q, "born_year", "future");
	if (many >= PEOPLE_MAX)
		form_error(q, "person_name", "people_many");
	if (!form_ok(q))
		return ERR_FORM;
	struct bytes name = secret_seal(q->arena, "household_person.name", uid, in.person_name);
	struct bytes phone = secret_seal(q->arena, "household_person.phone", uid, in.person_phone);
	e = audited(&q->actor, &person_q,
		    ARGS(A_(uid), A_(h.id), A_(name), A_(phone), A_(in.relation),
			 A_(str_or(in.sex, "0")), A_(in.born_year), A_(in.target_group),
			 A_(1 - in.elsewhere)),
		    "household.person", "household_person", &id);
	return e ? e : see(q, "/needs/households/%s?done=person_added", h.no);
}

struct dropping {
	struct rq *q;
	int64_t household;
	const char *ref;
};

static enum err person_gone(void *ctx)
{
	const struct dropping *d = ctx;
	enum err e = db_change(&drop_q, ARGS(A_(d->household), A_(d->ref)));
	return e ? e : audit(&d->q->actor, "household.unperson", "household", d->household, NULL);
}

enum err person_drop(struct rq *q)
{
	struct drop_in in;
	struct household h;
	enum err e = household_open(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, drop_in_fields, &in))
		return ERR_FORM;
	e = db_tx(person_gone, &(struct dropping){ q, h.id, in.person });
	return e ? e : see(q, "/needs/households/%s?done=person_dropped", h.no);
}
