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

/* Whoever gave it out knows it, and the number of the person's document as well: what they do not
 * have is the person's WeChat. Codes of the command line are root's. */
static struct stmt own_q = SQL(
	"SELECT COUNT(*)"
	"  FROM staff_code c"
	"  JOIN staff f ON f.id = c.staff_id"
	"  JOIN wechat_account w ON w.person_id = f.person_id"
	" WHERE c.code_hash = ?"
	"   AND c.staff_id = ?"
	"   AND c.kind = 'password'"
	"   AND c.made_by IS NOT NULL"
	"   AND c.used_at IS NULL"
	"   AND c.voided_at IS NULL"
	"   AND c.confirmed_at IS NULL");
#define OF_PERSON \
	" WHERE staff_id = (SELECT f.id FROM staff f WHERE f.person_id = ?)" \
	" AND kind = 'password' AND made_by IS NOT NULL AND used_at IS NULL" \
	" AND voided_at IS NULL AND confirmed_at IS NULL AND expires_at > ?"
static struct stmt confirm_q = SQL(
	"UPDATE staff_code SET confirmed_at = ?" OF_PERSON);
static struct stmt decline_q = SQL(
	"UPDATE staff_code SET voided_at = ?" OF_PERSON);
static struct stmt mine_q = SQL(
	"SELECT id"
	"  FROM staff"
	" WHERE person_id = ?");

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
	struct bytes hash = hash_of(by->arena, staff, code);
	int64_t unconfirmed;
	enum err e = db_int(&own_q, ARGS(A_(hash), A_(staff)), &unconfirmed);
	if (!e && unconfirmed)
		return ERR(ERR_CHECK, "not confirmed by the person");
	if (!e)
		e = db_change(&use_q, ARGS(A_(now), A_(hash), A_(staff), A_(kind), A_(now)));
	if (e == ERR_STALE)
		return ERR_NOT_FOUND;
	return e ? e : audit(by, "staff.code_used", "staff", staff, kind);
}

enum err staff_code_answer(const struct actor *by, bool yes)
{
	const char *now = actor_time(by);
	int64_t staff;
	enum err e = db_int(&mine_q, ARGS(A_(by->person)), &staff);
	if (e == ERR_NOT_FOUND)
		return ERR_STALE;
	if (!e)
		e = db_change(yes ? &confirm_q : &decline_q,
			      ARGS(A_(now), A_(by->person), A_(now)));
	return e ? e
		 : audit(by, yes ? "staff.code_confirmed" : "staff.code_declined", "staff", staff,
			 NULL);
}
