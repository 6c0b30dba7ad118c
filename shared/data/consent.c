/* consent.c - consents are given and withdrawn, never deleted. */
#include "consent.h"

#include "clock.h"

static struct stmt give_q = SQL(
	"INSERT INTO consent (person_id, purpose, version, given_at, given_by, staff_id)"
	" SELECT ?, ?, ?, ?, ?, ?"
	"  FROM DUAL"
	" WHERE NOT EXISTS (SELECT 1 FROM consent WHERE person_id = ? AND purpose = ?"
	"       AND given_by = ? AND withdrawn_at IS NULL)");
static struct stmt withdraw_q = SQL(
	"UPDATE consent"
	"   SET withdrawn_at = ?"
	" WHERE person_id = ?"
	"   AND purpose = ?"
	"   AND withdrawn_at IS NULL");
static struct stmt forget_q = SQL(
	"UPDATE consent"
	"   SET withdrawn_at = ?"
	" WHERE person_id = ?"
	"   AND withdrawn_at IS NULL");
static struct stmt holds_q = SQL(
	"SELECT COUNT(*)"
	"  FROM consent"
	" WHERE person_id = ?"
	"   AND purpose = ?"
	"   AND withdrawn_at IS NULL");

enum err consent_give(const struct actor *by, int64_t person_id, const char *purpose,
		      const char *given_by)
{
	int64_t staff = by->staff ? by->staff : DB_NONE;
	return db_exec(&give_q,
		       ARGS(A_(person_id), A_(purpose), A_(CONSENT_VERSION),
			    A_(clock_time(by->arena, by->now)), A_(given_by), A_(staff),
			    A_(person_id), A_(purpose), A_(given_by)),
		       NULL);
}

enum err consent_withdraw(const struct actor *by, int64_t person_id, const char *purpose,
			  int64_t *rows)
{
	return db_affect(&withdraw_q,
			 ARGS(A_(clock_time(by->arena, by->now)), A_(person_id), A_(purpose)),
			 rows);
}

enum err consent_forget(const struct actor *by, int64_t person_id)
{
	return db_exec(&forget_q, ARGS(A_(actor_time(by)), A_(person_id)), NULL);
}

enum err consent_holds(int64_t person_id, const char *purpose, bool *holds)
{
	int64_t n;
	enum err e = db_int(&holds_q, ARGS(A_(person_id), A_(purpose)), &n);
	if (!e)
		*holds = n > 0;
	return e;
}
