/* session_cut.c - ends sessions of staff. */
#include "session_cut.h"

#include "revoke.h"

static struct stmt all_q = SQL(
	"UPDATE session"
	"   SET revoked_at = ?"
	" WHERE staff_id = ?"
	"   AND id <> ?"
	"   AND revoked_at IS NULL");
static struct stmt of_q = SQL(
	"UPDATE session s"
	"  JOIN staff f ON f.id = s.staff_id"
	"   SET s.revoked_at = ?"
	" WHERE f.person_id = ?"
	"   AND s.id <> ?"
	"   AND s.revoked_at IS NULL");
static struct stmt one_q = SQL(
	"UPDATE session"
	"   SET revoked_at = ?"
	" WHERE staff_id = ?"
	"   AND LOWER(LEFT(HEX(token_hash), 16)) = ?"
	"   AND revoked_at IS NULL");

enum err sessions_cut(const struct actor *by, int64_t staff, int64_t but)
{
	int64_t rows;
	revoke_kept();
	return db_affect(&all_q, ARGS(A_(actor_time(by)), A_(staff), A_(but)), &rows);
}

enum err sessions_cut_of(const struct actor *by, int64_t person, int64_t but)
{
	int64_t rows;
	revoke_kept();
	return db_affect(&of_q, ARGS(A_(actor_time(by)), A_(person), A_(but)), &rows);
}

enum err session_cut(const struct actor *by, int64_t staff, const char *ref)
{
	revoke_kept();
	enum err e = db_change(&one_q, ARGS(A_(actor_time(by)), A_(staff), A_(ref)));
	return e == ERR_STALE ? ERR_NOT_FOUND : e;
}
