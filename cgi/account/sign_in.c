/* sign_in.c - the page where everybody signs in; staff by password here, volunteers by WeChat next
 * door. */
#include <ctype.h>

#include "account.h"
#include "clock.h"
#include "config.h"
#include "secret.h"
#include "wechat.h"

/* One address may try often, since a whole office shares it; one account rests after a few wrong
 * passwords. */
enum { WINDOW = 600, TRIES_OF_ADDRESS = 1200, REST_SECONDS = 600 };

#define SIGN_IN(X, T) \
	X(T, STR, login, 1, 40) \
	X(T, STR, password, 1, 200) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(sign_in_form, SIGN_IN);

#define STAFF_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, hash, "password_hash") \
	X(T, INT, failed, "failed") \
	X(T, INT, resting, "COALESCE(locked_until > ?, 0)") \
	X(T, INT, usable, "state = 'active' AND totp_sealed IS NULL") \
	X(T, INT, first, "password_changed_at IS NULL")
ROW_DEFINE(staff_row, STAFF_COLS);

static struct stmt staff_q = SQL(
	"SELECT " ROW_SELECT(STAFF_COLS)
	"  FROM staff"
	" WHERE login = ?");
/* After a rest the count begins anew; MariaDB sets the columns from left to right. */
static struct stmt failed_q = SQL(
	"UPDATE staff"
	"   SET failed = IF(locked_until <= ?, 1, failed + 1),"
	"       locked_until = IF(failed >= ?, ?, NULL)"
	" WHERE id = ?");
static struct stmt passed_q = SQL(
	"UPDATE staff"
	"   SET failed = 0, locked_until = NULL, last_sign_in_at = ?"
	" WHERE id = ?");
static struct stmt stations_q = SQL(
	"SELECT COUNT(DISTINCT station_id)"
	"  FROM staff_role"
	" WHERE staff_id = ?"
	"   AND ended_at IS NULL");
static struct stmt station_q = SQL(
	"SELECT MIN(station_id)"
	"  FROM staff_role"
	" WHERE staff_id = ?"
	"   AND ended_at IS NULL"
	"   AND station_id IS NOT NULL");

/* Reasons that the way through WeChat gives when it did not end well. */
static const char *const reasons = "expired,refused,again,snapshot,busy,trouble,off";

enum err sign_in_show(struct rq *q)
{
	bool volunteer = str_eq(query(q, "as"), "volunteer");
	const char *to = path_back(q, volunteer ? "/account/me" : NULL), *why = query(q, "why");
	put(q, "To", to);
	put(q, "ToEncoded", to ? url_encode(q->arena, to) : NULL);
	put(q, "Why", str_in(why, reasons) ? why : NULL);
	put(q, "Wechat", wx_ready() ? "1" : NULL);
	put(q, "Inside", wx_browser(q->user_agent) ? "1" : NULL);
	form_key(q, "sign_in");
	return page(q, volunteer ? "account/wechat.cs" : "account/sign_in.cs");
}

static const char *login_lower(struct rq *q, const char *s)
{
	char *copy = arena_str(q->arena, s);
	for (char *p = copy; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

/* Counts a wrong password, for an account that is not there like for one that is. *rests: no more
 * tries now. */
static enum err sign_in_failed(struct rq *q, const struct staff_row *s, const char *login,
			       bool *rests)
{
	if (!s) {
		enum err e = throttle(q, "sign_in", login, (int)cfg.sign_in_tries - 1,
				      REST_SECONDS);
		*rests = e == ERR_THROTTLED;
		return *rests ? OK : e;
	}
	*rests = s->failed + 1 >= cfg.sign_in_tries;
	enum err e = db_exec(&failed_q,
			     ARGS(A_(clock_time(q->arena, q->now)), A_(cfg.sign_in_tries),
				  A_(clock_time(q->arena, q->now + REST_SECONDS)), A_(s->id)),
			     NULL);
	return e ? e : audit(&q->actor, "staff.sign_in_failed", "staff", s->id, NULL);
}

static enum err sign_in_refuse(struct rq *q, bool rests)
{
	form_error(q, "password", rests ? "rests" : "wrong");
	return ERR_FORM;
}

/* Where the day begins: the choice of a station for who works at several, a new password for a
 * first visit. */
static enum err sign_in_enter(struct rq *q, const struct staff_row *s, const char *to)
{
	int64_t stations, station = 0;
	enum err e = db_exec(&passed_q, ARGS(A_(clock_time(q->arena, q->now)), A_(s->id)), NULL);
	if (!e)
		e = db_int(&stations_q, ARGS(A_(s->id)), &stations);
	if (!e && stations == 1)
		e = db_int(&station_q, ARGS(A_(s->id)), &station);
	if (!e)
		e = session_staff(q, s->id, station);
	q->station = station;
	if (!e)
		e = audit(&q->actor, "staff.sign_in", "staff", s->id, NULL);
	if (e)
		return e;
	if (s->first)
		return see(q, "/account/password?done=first");
	if (stations > 1)
		return see(q, "/account/station?to=%s",
			   url_encode(q->arena, str_or(to, "/account/desk")));
	return see(q, "%s", str_or(to, stations ? "/account/desk" : "/station/overview"));
}

enum err sign_in(struct rq *q)
{
	struct sign_in_form in;
	struct staff_row s;
	struct bytes uid;
	bool read = form_read(q, sign_in_form_fields, &in), rests;
	enum err e = form_key_uid(q, "sign_in", &uid);
	if (!e)
		e = throttle(q, "sign_in_from", q->remote, TRIES_OF_ADDRESS, WINDOW);
	if (e)
		return e;
	if (!read)
		return ERR_FORM;
	const char *login = login_lower(q, in.login), *now = clock_time(q->arena, q->now);
	e = row_one(&staff_q, ARGS(A_(now), A_(login)), staff_row_cols, &s);
	bool known = !e;
	if (e && e != ERR_NOT_FOUND)
		return e;
	/* The hash is worked out in any case, so that time tells nothing. */
	bool fits = secret_password_check(known ? s.hash : NULL, in.password);
	if (known && s.resting)
		return sign_in_refuse(q, true);
	if (fits && s.usable)
		return sign_in_enter(q, &s, path_back(q, NULL));
	e = sign_in_failed(q, known ? &s : NULL, login, &rests);
	return e ? e : sign_in_refuse(q, rests);
}

enum err sign_out(struct rq *q)
{
	enum err e = q->staff ? audit(&q->actor, "staff.sign_out", "staff", q->staff, NULL) : OK;
	bool volunteer = (q->who.roles & (ROLE_VOLUNTEER | ROLE_WECHAT)) != 0;
	if (!e)
		e = session_end(q);
	/* Without it the way back through the browser's history signs nobody in again. */
	reply_cookie(q, BROWSER_COOKIE, "", -1);
	return e ? e : see(q, volunteer ? "/" : "/account/sign-in?done=signed_out");
}
