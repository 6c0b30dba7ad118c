/* kin_list.c - 家人 on the phone: whom I act for, who acts for me, and for whom this phone acts
 * now 为谁办理. */
#include "clock.h"
#include "config.h"
#include "kin.h"
#include "person.h"

#define SHOWN \
	"SELECT LOWER(HEX(x.uid)) AS uid, o.name, v.no, x.kind, x.relation, x.given_at," \
	"       x.person_agreed_at, x.proxy_agreed_at, x.way," \
	"       (" FAMILY_AGREED("x") ") AND (" FAMILY_HOLDS( \
		"x", "f") ") AS holds," \
			  "       x.kind = 'guardian' AND NOT (" FAMILY_HOLDS("x", \
									      "f") ") AS grown"
/* Not what was only asked for: whether somebody of that name is here, nobody learns by asking. */
static struct stmt for_q = SQL(
	SHOWN ", x.id = ? AS now"
	"  FROM proxy x"
	"  JOIN person f ON f.id = x.person_id"
	"  JOIN person o ON o.id = f.id"
	"  LEFT JOIN volunteer v ON v.person_id = o.id"
	" WHERE x.proxy_person_id = ?"
	"   AND x.person_agreed_at IS NOT NULL"
	"   AND " FAMILY_STANDS("x")
	"   AND x.uid IS NOT NULL"
	" ORDER BY x.id"
	" LIMIT 20");
static struct stmt by_q = SQL(
	SHOWN
	"  FROM proxy x"
	"  JOIN person f ON f.id = x.person_id"
	"  JOIN person o ON o.id = x.proxy_person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.id"
	" WHERE x.person_id = ?"
	"   AND " FAMILY_STANDS("x")
	"   AND x.uid IS NOT NULL"
	" ORDER BY x.id"
	" LIMIT 20");

enum err family(struct rq *q)
{
	int64_t self = kin_self(q), age = cfg.guardian_age;
	const char *day = clock_day(q->arena, q->now), *since = family_asked_since(&q->actor);
	enum err e = put_query(
		q, "For", &for_q,
		ARGS(A_(day), A_(age), A_(day), A_(age), A_(q->who.right), A_(self), A_(since)));
	if (!e)
		e = put_query(q, "By", &by_q,
			      ARGS(A_(day), A_(age), A_(day), A_(age), A_(self), A_(since)));
	if (!e)
		e = put_claims(q);
	return e ? e : page(q, "account/family.cs");
}

/* From here on this phone acts for that person. */
enum err family_act(struct rq *q)
{
	struct kin_row k;
	int64_t self = kin_self(q), right = q->who.right;
	enum err e = kin_read(q, arg(q, 0), self, &k);
	if (!e && (k.proxy_id != self || !k.holds))
		e = ERR_STALE;
	if (e)
		return e;
	if (right == k.id)
		return see(q, "/account/me");
	e = volunteer_of_age(k.person_id, clock_day(q->arena, q->now));
	if (!e)
		e = audit(&q->actor, "family.act", "proxy", k.id, NULL);
	if (!e)
		e = session_acting(q, self, k.id);
	return e ? e : see(q, "/account/me?done=family_act");
}

/* Where one is led to whose right has ended, and the way back to oneself. */
enum err family_self_show(struct rq *q)
{
	if (!str_eq(q->who.step, "ended"))
		return see(q, "/account/family");
	return page(q, "account/family_self.cs");
}

enum err family_self(struct rq *q)
{
	int64_t self = q->proxy ? q->proxy : q->who.ended;
	if (!self)
		return see(q, "/account/family");
	enum err e = session_self(q, self);
	if (!e)
		e = audit(&q->actor, "family.self", "person", self, NULL);
	return e ? e : see(q, "/account/me?done=family_self");
}
