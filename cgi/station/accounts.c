/* accounts.c - one account of staff: what it is and may do, who is signed in with it, and the ways
 * to change it. */
#include "accounts.h"

#include <string.h>

#include "clock.h"
#include "code.h"
#include "history.h"
#include "row.h"
#include "staff.h"
#include "undone.h"

ROW_DEFINE(account_row, ACCOUNT_COLS);
_Static_assert(sizeof(struct account_row) == sizeof(struct account), "one list of columns");

static struct stmt home_q = SQL(
	"SELECT " ROW_SELECT(ACCOUNT_COLS)
	"  FROM staff f"
	" WHERE f.uid = ?"
	"   AND f.home_station_id = ?");
/* Those of the region's stations, and those whose role is over a part of it, as a street's. */
static struct stmt region_q = SQL(
	"SELECT " ROW_SELECT(ACCOUNT_COLS)
	"  FROM staff f"
	"  LEFT JOIN station s ON s.id = f.home_station_id"
	" WHERE f.uid = ?"
	"   AND (s.region_code LIKE ? OR EXISTS (SELECT 1 FROM staff_role r WHERE r.staff_id = f.id"
	"       AND r.region_code LIKE ? AND r.ended_at IS NULL))");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(f.uid)) AS ref, f.login, f.name, f.state, s.no AS station_no,"
	"       s.name AS station, f.person_id IS NOT NULL AS linked, f.second_at, f.failed,"
	"       f.last_sign_in_at, f.created_at, m.name AS made_by"
	"  FROM staff f"
	"  LEFT JOIN station s ON s.id = f.home_station_id"
	"  LEFT JOIN staff m ON m.id = f.made_by"
	" WHERE f.id = ?");
static struct stmt roles_q = SQL(
	"SELECT r.role, s.no AS station_no, s.name AS station, g.full_name AS region,"
	"       r.given_at, r.from_on, r.until_on, b.name AS given_by, r.station_id = ? AS here,"
	"       NOT (" STAFF_ROLE_HOLDS("r") ") AS rests"
	"  FROM staff_role r"
	"  LEFT JOIN station s ON s.id = r.station_id"
	"  LEFT JOIN region g ON g.code = r.region_code"
	"  LEFT JOIN staff b ON b.id = r.given_by"
	" WHERE r.staff_id = ?"
	"   AND r.ended_at IS NULL"
	" ORDER BY r.id"
	" LIMIT 50");
static struct stmt sessions_q = SQL(
	"SELECT LOWER(LEFT(HEX(token_hash), 16)) AS ref, device, created_at, seen_at"
	"  FROM session"
	" WHERE staff_id = ?"
	"   AND revoked_at IS NULL"
	"   AND expires_at > ?"
	" ORDER BY id DESC"
	" LIMIT 50");
static struct stmt codes_q = SQL(
	"SELECT c.kind, c.made_at, b.name AS made_by, c.used_at,"
	"       c.used_at IS NULL AND c.voided_at IS NULL AND c.expires_at > ? AS open"
	"  FROM staff_code c"
	"  LEFT JOIN staff b ON b.id = c.made_by"
	" WHERE c.staff_id = ?"
	" ORDER BY c.id DESC"
	" LIMIT 20");
static struct stmt stations_q = SQL(
	"SELECT no AS code, name"
	"  FROM station"
	" WHERE state = 'open'"
	"   AND region_code LIKE ?"
	" ORDER BY no"
	" LIMIT 300");

enum err account_here(struct rq *q, struct account *a)
{
	uint8_t uid[16];
	if (!hex_decode(arg(q, 0), uid, sizeof(uid)))
		return ERR_NOT_FOUND;
	enum err e = may(q, ROLE_MANAGER) ? row_one(&home_q, ARGS(A_(BYTES(uid)), A_(q->station)),
						    account_row_cols, a)
					  : ERR_NOT_FOUND;
	if (e != ERR_NOT_FOUND || !may(q, ROLE_OVERSEER))
		return e;
	const char *like = region_prefix(q->arena, str_or(q->who.region_code, "-"));
	return row_one(&region_q, ARGS(A_(BYTES(uid)), A_(like), A_(like)), account_row_cols, a);
}

bool account_mine(const struct rq *q, const struct account *a)
{
	return may(q, ROLE_MANAGER) && a->home == q->station;
}

struct actor account_actor(const struct rq *q, const struct account *a)
{
	struct actor by = q->actor;
	by.station = a->home;
	return by;
}

/* What may be done, so that the page offers nothing that is refused. */
static void account_put_can(struct rq *q, const struct account *a)
{
	bool manager = account_mine(q, a), self = a->id == q->staff;
	bool active = str_eq(a->state, "active");
	put_int(q, "Can.role", manager && active && !self ? 1 : DB_NONE);
	put_int(q, "Can.lend", may(q, ROLE_OVERSEER) && active && !self ? 1 : DB_NONE);
	put_int(q, "Can.code", active && !self ? 1 : DB_NONE);
	put_int(q, "Can.link", !self && a->person == DB_NONE ? 1 : DB_NONE);
	put_int(q, "Can.disable", manager && active && !self ? 1 : DB_NONE);
	put_int(q, "Can.enable", manager && !active ? 1 : DB_NONE);
	put_int(q, "Can.name", manager && !self ? 1 : DB_NONE);
	put_int(q, "Can.end", !self ? 1 : DB_NONE);
}

enum err account_show(struct rq *q)
{
	struct account a;
	const char *now = clock_time(q->arena, q->now), *today = clock_day(q->arena, q->now);
	enum err e = account_here(q, &a);
	if (!e)
		e = put_one(q, "Account", &show_q, ARGS(A_(a.id)));
	if (!e)
		e = put_query(q, "Roles", &roles_q, ARGS(A_(q->station), A_(today), A_(a.id)));
	if (!e)
		e = put_query(q, "Sessions", &sessions_q, ARGS(A_(a.id), A_(now)));
	if (!e)
		e = put_query(q, "Codes", &codes_q, ARGS(A_(now), A_(a.id)));
	if (!e)
		e = put_codes(q, "IdTypes", "id_type");
	if (!e && may(q, ROLE_OVERSEER))
		e = put_query(q, "Stations", &stations_q,
			      ARGS(A_(region_prefix(q->arena, str_or(q->who.region_code, "-")))));
	if (!e && q->station)
		e = put_undos(q, "staff", a.id);
	if (!e)
		e = history_put(q, "staff", a.id);
	if (e)
		return e;
	account_put_can(q, &a);
	return page(q, "station/account.cs");
}
