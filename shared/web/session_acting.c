/* session_acting.c - a session in which somebody acts for another one 代办: one row says who, by
 * which right, and for whom. A right that has ended, or a child who came of age, leaves nobody to
 * act for: then there is but the step "ended". */
#include "config.h"
#include "family.h"
#include "row.h"
#include "session_inside.h"

#define ACTING_COLS(X, T) \
	X(T, INT, id, "s.id") \
	X(T, INT, self_id, "s.person_id") \
	X(T, TEXT, self, "h.name") \
	X(T, INT, wechat_id, "COALESCE(s.wechat_account_id, 0)") \
	X(T, INT, desk, "s.desk") \
	X(T, INT, left, "TIMESTAMPDIFF(SECOND, ?, s.expires_at)") \
	X(T, INT, right, "COALESCE(x.id, 0)") \
	X(T, INT, guardian, "COALESCE(x.kind = 'guardian', 0)") \
	X(T, INT, person_id, "v.person_id") \
	X(T, TEXT, name, "f.name") \
	X(T, INT, station_id, "v.station_id") \
	X(T, TEXT, station_name, "n.name") \
	X(T, INT, idle, "TIMESTAMPDIFF(SECOND, s.seen_at, ?)")
ROW_DEFINE(acting_row, ACTING_COLS);
static struct stmt acting_q = SQL(
	"SELECT " ROW_SELECT(ACTING_COLS)
	"  FROM session s"
	"  JOIN person h ON h.id = s.person_id AND h.erased_at IS NULL"
	"  LEFT JOIN proxy x ON x.id = s.proxy_id AND x.proxy_person_id = s.person_id"
	"       AND " FAMILY_AGREED("x")
	"  LEFT JOIN person f ON f.id = x.person_id AND " FAMILY_HOLDS("x", "f")
	"  LEFT JOIN volunteer v ON v.person_id = f.id"
	"  LEFT JOIN station n ON n.id = v.station_id"
	" WHERE s.token_hash = ?"
	"   AND s.revoked_at IS NULL"
	"   AND s.expires_at > ?"
	"   AND s.kind = 'volunteer'");

enum err load_acting(struct rq *q, struct bytes hash, const char *now)
{
	struct acting_row s;
	enum err e = row_one(&acting_q,
			     ARGS(A_(now), A_(now), A_(actor_today(&q->actor)),
				  A_(cfg.guardian_age), A_(hash), A_(now)),
			     acting_row_cols, &s);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	q->who = (struct who){ .session_id = s.id,
			       .wechat_id = s.wechat_id,
			       .desk = s.desk,
			       .until = q->now + s.left,
			       .self = s.self };
	if (s.person_id == DB_NONE) {
		q->who.step = "ended";
		q->who.ended = s.self_id;
		return OK;
	}
	q->person = s.person_id;
	q->proxy = s.self_id;
	q->station = s.station_id;
	q->who.right = s.right;
	q->who.guardian = s.guardian;
	q->who.name = s.name;
	q->who.station_name = s.station_name;
	q->who.roles = ROLE_VOLUNTEER;
	return session_refresh(q, s.id, s.idle);
}
