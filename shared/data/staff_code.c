/* staff_code.c - one-time codes of staff. */
#include "staff_code.h"

#include <string.h>

#include "audit.h"
#include "clock.h"
#include "secret.h"
#include "totp.h"

enum { GROUPS = 3, HOUR = 3600, APART = 7 * 86400 };

static struct stmt void_q = SQL(
	"UPDATE staff_code"
	"   SET voided_at = ?"
	" WHERE staff_id = ?"
	"   AND kind = ?"
	"   AND used_at IS NULL"
	"   AND voided_at IS NULL");
static struct stmt add_q = SQL(
	"INSERT INTO staff_code (staff_id, kind, code_hash, made_at, made_by, expires_at)"
	" VALUES (?, ?, ?, ?, ?, ?)");
static struct stmt other_q = SQL(
	"SELECT COUNT(*)"
	"  FROM staff_code"
	" WHERE staff_id = ?"
	"   AND kind <> ?"
	"   AND made_by = ?"
	"   AND made_at > ?"
	"   AND voided_at IS NULL");
static struct stmt use_q = SQL(
	"UPDATE staff_code"
	"   SET used_at = ?"
	" WHERE code_hash = ?"
	"   AND staff_id = ?"
	"   AND kind = ?"
	"   AND used_at IS NULL"
	"   AND voided_at IS NULL"
	"   AND expires_at > ?");

static struct bytes hash_of(struct arena *a, int64_t staff, const char *code)
{
	const char *text = arena_fmt(a, "%lld %s", (long long)staff, code);
	return secret_mac(a, "staff.code", (struct bytes){ (const uint8_t *)text, strlen(text) });
}

enum err staff_code_give(const struct actor *by, int64_t staff, const char *kind, const char **code)
{
	struct arena *a = by->arena;
	int64_t rows, giver = by->staff ? by->staff : DB_NONE;
	const char *now = actor_time(by), *fresh = paper_code(a, GROUPS);
	enum err e = db_int(
		&other_q, ARGS(A_(staff), A_(kind), A_(giver), A_(clock_time(a, by->now - APART))),
		&rows);
	if (!e && rows)
		return ERR(ERR_CHECK, "codes of both kinds from one giver");
	if (!e)
		e = db_affect(&void_q, ARGS(A_(now), A_(staff), A_(kind)), &rows);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(staff), A_(kind), A_(hash_of(a, staff, fresh)), A_(now),
				 A_(giver),
				 A_(clock_time(a, by->now + (int64_t)STAFF_CODE_HOURS * HOUR))),
			    NULL);
	if (e)
		return e;
	*code = fresh;
	return audit(by, "staff.code", "staff", staff, kind);
}

enum err staff_code_use(const struct actor *by, int64_t staff, const char *kind, const char *typed)
{
	const char *now = actor_time(by), *code = paper_code_plain(by->arena, typed);
	if (!code)
		return ERR_NOT_FOUND;
	enum err e = db_change(&use_q, ARGS(A_(now), A_(hash_of(by->arena, staff, code)), A_(staff),
					    A_(kind), A_(now)));
	if (e == ERR_STALE)
		return ERR_NOT_FOUND;
	return e ? e : audit(by, "staff.code_used", "staff", staff, kind);
}
