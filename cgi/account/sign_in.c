/* sign_in.c - the page where everybody signs in; staff by password here, volunteers by WeChat next
 * door. */
#include <ctype.h>

#include "account.h"
#include "clock.h"
#include "device.h"
#include "phone_code.h"
#include "secret.h"
#include "slot.h"
#include "staff.h"
#include "tries.h"
#include "wechat.h"

#define SIGN_IN(X, T) \
	X(T, STR, login, 1, 40) \
	X(T, STR, password, 1, 200) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(sign_in_form, SIGN_IN);

#define STAFF_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, hash, "password_hash") \
	X(T, INT, usable, "state = 'active'")
ROW_DEFINE(staff_row, STAFF_COLS);
static struct stmt staff_q = SQL(
	"SELECT " ROW_SELECT(STAFF_COLS)
	"  FROM staff"
	" WHERE login = ?");
static struct stmt failed_q = SQL(
	"UPDATE staff"
	"   SET failed = failed + 1"
	" WHERE id = ?");
static struct stmt passed_q = SQL(
	"UPDATE staff"
	"   SET failed = 0, last_sign_in_at = ?"
	" WHERE id = ?");

#define ENTRANT_COLS(X, T) \
	X(T, TEXT, login, "f.login") \
	X(T, INT, own_password, "f.password_changed_at IS NOT NULL") \
	X(T, INT, has_second, "f.totp_sealed IS NOT NULL") \
	X(T, INT, wants_second, "COALESCE(SUM(r.role IN " STAFF_SECOND_ROLES "), 0)") \
	X(T, INT, stations, "COUNT(DISTINCT r.station_id)") \
	X(T, INT, station, "MIN(r.station_id)")
ROW_DEFINE(entrant_row, ENTRANT_COLS);
static struct stmt entrant_q = SQL(
	"SELECT " ROW_SELECT(ENTRANT_COLS)
	"  FROM staff f"
	"  LEFT JOIN staff_role r ON r.staff_id = f.id AND " STAFF_ROLE_HOLDS("r")
	" WHERE f.id = ?"
	" GROUP BY f.id");

/* Reasons that the way through WeChat gives when it did not end well. */
static const char *const reasons = "expired,refused,again,snapshot,busy,trouble,off";

/* A computer, as far as it says: it is offered a code for the phone to scan. */
static bool desk_browser(const struct rq *q)
{
	return str_in(device_kind(q), "windows,mac,linux");
}

enum err sign_in_show(struct rq *q)
{
	bool volunteer = str_eq(query(q, "as"), "volunteer");
	const char *to = path_back(q, volunteer ? "/account/me" : NULL), *why = query(q, "why");
	put(q, "To", to);
	put(q, "ToEncoded", to ? url_encode(q->arena, to) : NULL);
	put(q, "Why", str_in(why, reasons) ? why : NULL);
	bool inside = wx_browser(q->user_agent);
	put(q, "Open", wx_ready() ? "1" : NULL);
	put(q, "Wechat", wx_ready() && (inside || wx_simulated()) ? "1" : NULL);
	put(q, "Inside", inside ? "1" : NULL);
	put(q, "Phone", phone_codes() ? "1" : NULL);
	put(q, "Desk", desk_browser(q) && (wx_ready() || phone_codes()) ? "1" : NULL);
	form_key(q, "sign_in");
	return page(q, volunteer ? "account/wechat.cs" : "account/sign_in.cs");
}

const char *login_lower(struct rq *q, const char *s)
{
	char *copy = arena_str(q->arena, s);
	for (char *p = copy; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	return copy;
}

static enum err sign_in_refuse(struct rq *q, bool rests)
{
	form_error(q, "password", rests ? "rests" : "wrong");
	return ERR_FORM;
}

/* Counts a wrong password, for an account that is not there like for one that is. */
static enum err sign_in_failed(struct rq *q, const struct tries *t, int64_t staff)
{
	bool rests;
	enum err e = tries_wrong(q, t, &rests);
	if (!e && staff)
		e = db_exec(&failed_q, ARGS(A_(staff)), NULL);
	if (!e && staff)
		e = audit(&q->actor, "staff.sign_in_failed", "staff", staff, NULL);
	return e ? e : sign_in_refuse(q, rests);
}

static enum err entrant_read(struct rq *q, int64_t staff, struct entrant_row *r)
{
	return row_one(&entrant_q, ARGS(A_(clock_day(q->arena, q->now)), A_(staff)),
		       entrant_row_cols, r);
}

/* Where the day begins: the choice of a station for who works at several. */
static const char *entrant_home(struct rq *q, const struct entrant_row *r, const char *to)
{
	if (r->stations > 1)
		return arena_fmt(q->arena, "/account/station?to=%s",
				 url_encode(q->arena, str_or(to, "/account/desk")));
	return str_or(to, r->stations ? "/account/desk" : "/station/overview");
}

/* All steps are taken. */
static enum err entrant_in(struct rq *q, int64_t staff, const struct entrant_row *r)
{
	enum err e = db_exec(&passed_q, ARGS(A_(clock_time(q->arena, q->now)), A_(staff)), NULL);
	if (!e)
		e = audit(&q->actor, "staff.sign_in", "staff", staff, NULL);
	if (!e)
		tries_know(q, r->login);
	return e;
}

static enum err entrant_session(struct rq *q, int64_t staff, const struct entrant_row *r,
				bool second)
{
	return session_staff(q, staff, r->stations == 1 ? r->station : 0, second);
}

enum err sign_in_enter(struct rq *q, int64_t staff, bool second, const char *to)
{
	struct entrant_row r;
	enum err e = entrant_read(q, staff, &r);
	if (!e)
		e = entrant_session(q, staff, &r, second);
	if (e)
		return e;
	const char *step = session_step(r.own_password, r.has_second, second, r.wants_second);
	if (!step) {
		e = entrant_in(q, staff, &r);
		return e ? e : see(q, "%s", entrant_home(q, &r, to));
	}
	e = audit(&q->actor, "staff.sign_in_step", "staff", staff, step);
	if (e)
		return e;
	if (str_eq(step, "password"))
		return see(q, "/account/password?done=first");
	return see(q, "/account/%s?to=%s", step, url_encode(q->arena, str_or(to, "")));
}

enum err sign_in_end(struct rq *q, int64_t staff, const char **to)
{
	struct entrant_row r;
	enum err e = entrant_read(q, staff, &r);
	if (!e)
		e = entrant_session(q, staff, &r, true);
	if (!e)
		e = entrant_in(q, staff, &r);
	if (!e)
		*to = entrant_home(q, &r, *to);
	return e;
}

enum err sign_in(struct rq *q)
{
	struct sign_in_form in;
	struct staff_row s;
	struct bytes uid;
	bool read = form_read(q, sign_in_form_fields, &in);
	enum err e = form_key_uid(q, "sign_in", &uid);
	if (e)
		return e;
	if (!read)
		return ERR_FORM;
	const struct tries t = { "sign_in", login_lower(q, in.login) };
	e = tries_left(q, &t);
	if (e)
		return e == ERR_THROTTLED ? sign_in_refuse(q, true) : e;
	e = row_one(&staff_q, ARGS(A_(t.who)), staff_row_cols, &s);
	bool known = !e;
	if (e && e != ERR_NOT_FOUND)
		return e;
	/* The hash is worked out in any case, so that time tells nothing. */
	if (!slot_take())
		return slot_busy(q, "password");
	bool fits = secret_password_check(known && *s.hash == '$' ? s.hash : NULL, in.password);
	slot_give();
	if (known && fits && s.usable)
		return sign_in_enter(q, s.id, false, path_back(q, NULL));
	return sign_in_failed(q, &t, known ? s.id : 0);
}

enum err sign_out(struct rq *q)
{
	int64_t staff = q->staff ? q->staff : q->who.waiting;
	enum err e = staff ? audit(&q->actor, "staff.sign_out", "staff", staff, NULL) : OK;
	bool volunteer = q->who.ended || (q->who.roles & (ROLE_VOLUNTEER | ROLE_WECHAT)) != 0;
	if (!e)
		e = session_end(q);
	/* Without it the way back through the browser's history signs nobody in again. */
	reply_cookie(q, BROWSER_COOKIE, "", -1);
	return e ? e : see(q, volunteer ? "/" : "/account/sign-in?done=signed_out");
}
