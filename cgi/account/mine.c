/* mine.c - a member of staff's own account: who it is, its second factor, where it is signed in. */
#include "account.h"
#include "clock.h"
#include "session_cut.h"
#include "staff.h"

#define END_IN(X, T) X(T, CODE, session, 1, 16)
FORM_DEFINE(end_in, END_IN);

static struct stmt account_q = SQL(
	"SELECT f.name, f.login, f.person_id IS NOT NULL AS linked, f.second_at,"
	"       f.password_changed_at, f.last_sign_in_at, f.failed,"
	"       (SELECT COUNT(*) FROM staff_recovery c WHERE c.staff_id = f.id"
	"       AND c.used_at IS NULL) AS recovery_left"
	"  FROM staff f"
	" WHERE f.id = ?");
static struct stmt roles_q = SQL(
	"SELECT r.role, s.name AS station, g.full_name AS region, r.from_on, r.until_on"
	"  FROM staff_role r"
	"  LEFT JOIN station s ON s.id = r.station_id"
	"  LEFT JOIN region g ON g.code = r.region_code"
	" WHERE r.staff_id = ?"
	"   AND r.ended_at IS NULL"
	"   AND COALESCE(r.until_on, '9999-12-31') >= ?"
	" ORDER BY r.id"
	" LIMIT 50");
static struct stmt sessions_q = SQL(
	"SELECT LOWER(LEFT(HEX(token_hash), 16)) AS ref, device, created_at, seen_at,"
	"       id = ? AS here"
	"  FROM session"
	" WHERE staff_id = ?"
	"   AND revoked_at IS NULL"
	"   AND expires_at > ?"
	" ORDER BY id DESC"
	" LIMIT 50");

enum err mine_show(struct rq *q)
{
	enum err e = put_one(q, "Mine", &account_q, ARGS(A_(q->staff)));
	if (!e)
		e = put_query(q, "Roles", &roles_q,
			      ARGS(A_(q->staff), A_(clock_day(q->arena, q->now))));
	if (!e)
		e = put_query(q, "Sessions", &sessions_q,
			      ARGS(A_(q->who.session_id), A_(q->staff),
				   A_(clock_time(q->arena, q->now))));
	return e ? e : page(q, "account/mine.cs");
}

struct ending {
	struct rq *q;
	const char *ref;
};

static enum err mine_cut(void *ctx)
{
	const struct ending *c = ctx;
	struct rq *q = c->q;
	enum err e = str_eq(c->ref, "others") ? sessions_cut(&q->actor, q->staff, q->who.session_id)
					      : session_cut(&q->actor, q->staff, c->ref);
	return e ? e : audit(&q->actor, "staff.sessions_end", "staff", q->staff, NULL);
}

enum err mine_end(struct rq *q)
{
	struct end_in in;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(mine_cut, &(struct ending){ q, in.session });
	return e ? e : see(q, "/account/mine?done=sessions_ended");
}
