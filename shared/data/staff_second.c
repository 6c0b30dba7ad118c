/* staff_second.c - the second factor of staff. */
#include "staff_second.h"

#include <string.h>

#include "audit.h"
#include "revoke.h"
#include "row.h"
#include "secret.h"
#include "session_cut.h"
#include "staff_code.h"
#include "totp.h"

enum { GROUPS = 2 };

#define KEPT_COLS(X, T) X(T, BYTES, uid, "uid") X(T, BYTES, sealed, "totp_sealed")
ROW_DEFINE(kept_row, KEPT_COLS);
static struct stmt kept_q = SQL(
	"SELECT " ROW_SELECT(KEPT_COLS)
	"  FROM staff"
	" WHERE id = ?");
static struct stmt step_q = SQL(
	"UPDATE staff"
	"   SET totp_step = ?"
	" WHERE id = ?"
	"   AND COALESCE(totp_step, 0) < ?");
static struct stmt set_q = SQL(
	"UPDATE staff"
	"   SET totp_sealed = ?, totp_step = ?, second_at = ?"
	" WHERE id = ?");
static struct stmt recovery_q = SQL(
	"UPDATE staff_recovery"
	"   SET used_at = ?"
	" WHERE staff_id = ?"
	"   AND code_hash = ?"
	"   AND used_at IS NULL");
static struct stmt forget_q = SQL(
	"DELETE FROM staff_recovery"
	" WHERE staff_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO staff_recovery (staff_id, code_hash, made_at)"
	" VALUES (?, ?, ?)");

static struct bytes hash_of(struct arena *a, int64_t staff, const char *code)
{
	const char *text = arena_fmt(a, "%lld %s", (long long)staff, code);
	return secret_mac(a, "staff.recovery",
			  (struct bytes){ (const uint8_t *)text, strlen(text) });
}

/* Blanks between the digits are how apps show them. */
static const char *digits(struct arena *a, const char *typed)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *typed; typed++)
		if (*typed >= '0' && *typed <= '9')
			buf_char(&b, *typed);
		else if (*typed != ' ')
			return "";
	return b.p;
}

static enum err show_app(const struct actor *by, int64_t staff, const struct kept_row *k,
			 const char *typed, enum second_shown *shown)
{
	const char *secret;
	int64_t step;
	if (!k->sealed.p)
		return OK;
	enum err e = secret_unseal(by->arena, "staff.totp", k->uid, k->sealed, &secret);
	if (e)
		return e;
	step = totp_step(by->arena, secret, digits(by->arena, typed), by->now);
	if (!step)
		return OK;
	e = db_change(&step_q, ARGS(A_(step), A_(staff), A_(step)));
	if (!e)
		*shown = SECOND_APP;
	return e == ERR_STALE ? OK : e;
}

static enum err show_recovery(const struct actor *by, int64_t staff, const char *typed,
			      enum second_shown *shown)
{
	const char *code = paper_code_plain(by->arena, typed);
	if (!code)
		return OK;
	enum err e = db_change(&recovery_q, ARGS(A_(actor_time(by)), A_(staff),
						 A_(hash_of(by->arena, staff, code))));
	if (e == ERR_STALE)
		return OK;
	*shown = SECOND_RECOVERY;
	return e ? e : audit(by, "staff.recovery", "staff", staff, NULL);
}

static enum err show_reset(const struct actor *by, int64_t staff, const char *typed,
			   enum second_shown *shown)
{
	enum err e = staff_code_use(by, staff, "second", typed);
	if (e == ERR_NOT_FOUND)
		return OK;
	if (!e)
		e = db_exec(&forget_q, ARGS(A_(staff)), NULL);
	if (!e)
		e = db_change(&set_q, ARGS(A_(DB_NONE), A_(DB_NONE), A_(DB_NONE), A_(staff)));
	revoke_kept();
	*shown = SECOND_RESET;
	return e ? e : audit(by, "staff.second_reset", "staff", staff, NULL);
}

enum err staff_second_show(const struct actor *by, int64_t staff, const char *typed,
			   enum second_shown *shown)
{
	struct kept_row k;
	*shown = SECOND_NO;
	enum err e = row_one(&kept_q, ARGS(A_(staff)), kept_row_cols, &k);
	if (!e)
		e = show_app(by, staff, &k, typed, shown);
	if (!e && *shown == SECOND_NO)
		e = show_recovery(by, staff, typed, shown);
	if (!e && *shown == SECOND_NO)
		e = show_reset(by, staff, typed, shown);
	return e;
}

enum err staff_second_set(const struct actor *by, int64_t staff, const char *secret, int64_t step,
			  int64_t session, const char *codes[RECOVERY_CODES])
{
	struct arena *a = by->arena;
	struct kept_row k;
	enum err e = row_one(&kept_q, ARGS(A_(staff)), kept_row_cols, &k);
	if (!e)
		e = db_change(&set_q, ARGS(A_(secret_seal(a, "staff.totp", k.uid, secret)),
					   A_(step), A_(actor_time(by)), A_(staff)));
	if (!e)
		e = db_exec(&forget_q, ARGS(A_(staff)), NULL);
	for (size_t i = 0; !e && i < RECOVERY_CODES; i++) {
		codes[i] = paper_code(a, GROUPS);
		e = db_exec(&add_q,
			    ARGS(A_(staff), A_(hash_of(a, staff, codes[i])), A_(actor_time(by))),
			    NULL);
	}
	if (!e)
		e = sessions_cut(by, staff, session);
	revoke_kept();
	return e ? e : audit(by, "staff.second", "staff", staff, NULL);
}
