/* certificate.c - certificates whose hours fall are revoked at once. */
#include "certificate.h"

#include "ids.h"

static struct stmt with_q = SQL(
	"SELECT id"
	"  FROM certificate"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND state = 'issued'"
	"   AND from_on <= ?"
	"   AND to_on >= ?"
	"   AND issued_at >= ?"
	" ORDER BY id"
	" LIMIT 1000"
	"   FOR UPDATE");
static struct stmt revoke_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN certificate c ON c.id = k.id"
	"   SET c.state = 'revoked', c.revoked_at = ?, c.revoked_by = ?, c.revoked_reason = ?");

enum err certificate_falls(const struct actor *by, const struct certified *c)
{
	struct buf list = { .arena = db_arena() };
	int64_t rows;
	enum err e = db_each(&with_q,
			     ARGS(A_(c->person_id), A_(c->station_id), A_(c->served_on),
				  A_(c->served_on), A_(c->effective_at)),
			     ids_row, &list);
	if (e || !list.n)
		return e;
	const char *ids = ids_json(&list);
	e = db_affect(&revoke_q,
		      ARGS(A_(ids), A_(actor_time(by)), A_(by->staff ? by->staff : DB_NONE),
			   A_(CERTIFICATE_FELL)),
		      &rows);
	return e ? e : audit_many(by, "certificate.revoke", "certificate", ids, CERTIFICATE_FELL);
}
