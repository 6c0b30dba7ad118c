/* staff_role.c - roles of staff at a station or over a region: given, for some days, and taken
 * back. */
#include "audit.h"
#include "revoke.h"
#include "staff.h"

static struct stmt days_q = SQL(
	"UPDATE staff_role"
	"   SET from_on = ?, until_on = ?, given_by = ?"
	" WHERE staff_id = ?"
	"   AND role = ?"
	"   AND station_id <=> ?"
	"   AND region_code <=> ?"
	"   AND ended_at IS NULL");
static struct stmt give_q = SQL(
	"INSERT INTO staff_role (staff_id, role, station_id, region_code, given_at, given_by,"
	"       from_on, until_on)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt end_q = SQL(
	"UPDATE staff_role"
	"   SET ended_at = ?, ended_by = ?"
	" WHERE staff_id = ?"
	"   AND role = ?"
	"   AND station_id = ?"
	"   AND ended_at IS NULL"
	"   AND staff_id <> ?");

static int64_t hand(const struct actor *by)
{
	return by->staff ? by->staff : DB_NONE;
}

/* "reviewer 2026-12-01 2026-12-31" */
static const char *role_words(const struct actor *by, const struct staff_role *r)
{
	return arena_fmt(by->arena, "%s%s%s%s%s", r->role, r->from ? " from " : "",
			 str_or(r->from, ""), r->until ? " until " : "", str_or(r->until, ""));
}

enum err staff_role_give(const struct actor *by, int64_t staff, const struct staff_role *r)
{
	int64_t rows;
	enum err e = db_affect(&days_q,
			       ARGS(A_(r->from), A_(r->until), A_(hand(by)), A_(staff), A_(r->role),
				    A_(r->station), A_(r->region)),
			       &rows);
	if (!e && !rows)
		e = db_exec(&give_q,
			    ARGS(A_(staff), A_(r->role), A_(r->station), A_(r->region),
				 A_(actor_time(by)), A_(hand(by)), A_(r->from), A_(r->until)),
			    NULL);
	revoke_kept();
	return e ? e : audit(by, "staff.role", "staff", staff, role_words(by, r));
}

enum err staff_role_end(const struct actor *by, int64_t staff, const char *role, int64_t station)
{
	enum err e = db_change(&end_q, ARGS(A_(actor_time(by)), A_(hand(by)), A_(staff), A_(role),
					    A_(station), A_(by->staff)));
	revoke_kept();
	return e ? e : audit(by, "staff.end", "staff", staff, role);
}

static struct stmt again_q = SQL(
	"UPDATE staff_role r"
	"  JOIN staff s ON s.id = r.staff_id AND s.state = 'active'"
	"   SET r.ended_at = NULL, r.ended_by = NULL"
	" WHERE r.staff_id = ?"
	"   AND r.role = ?"
	"   AND r.station_id = ?"
	"   AND r.ended_at = ?"
	"   AND NOT EXISTS (SELECT 1 FROM (SELECT staff_id, role, station_id FROM staff_role"
	"       WHERE ended_at IS NULL) x WHERE x.staff_id = r.staff_id AND x.role = r.role"
	"       AND x.station_id = r.station_id)");

enum err staff_role_again(const struct actor *by, int64_t staff, const char *role,
			  const char *ended_at)
{
	enum err e = db_change(&again_q, ARGS(A_(staff), A_(role), A_(by->station), A_(ended_at)));
	revoke_kept();
	return e ? e : audit(by, "staff.role", "staff", staff, role);
}
