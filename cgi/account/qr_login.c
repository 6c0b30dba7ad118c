/*
 * qr_login.c - a desktop that is signed in by a phone 扫码登录. The desktop shows a QR code and two
 * digits; the phone, signed in as a volunteer, picks the digits and so confirms; the desktop comes
 * in at its next look. What the code holds is derived of a cookie of the desktop, so nobody else
 * can look for the answer; one use, three minutes. The session of the phone must still hold then.
 */
#include <string.h>

#include "account.h"
#include "clock.h"
#include "config.h"
#include "device.h"
#include "document_qr.h"
#include "person.h"
#include "secret.h"

enum { GOOD = 180, KEPT = 86400, COOKIE = 32, TOKEN = 16, LOOK_EVERY = 3 };
enum { SHOWS = 30, SHOWS_FROM = 300, WINDOW = 600, CHOICES = 3 };
#define DESK_COOKIE "desk"

static struct stmt sweep_q = SQL(
	"DELETE FROM desk_login"
	" WHERE made_at < ?"
	" LIMIT 20");
static struct stmt add_q = SQL(
	"INSERT INTO desk_login (token_hash, number, return_to, device, made_at, expires_at)"
	" VALUES (?, ?, ?, ?, ?, ?)");

#define DESK_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, number, "number") \
	X(T, TEXT, return_to, "return_to") \
	X(T, TEXT, device, "device") \
	X(T, TEXT, state, "state") \
	X(T, TEXT, expires_at, "expires_at") \
	X(T, INT, session, "session_id") \
	X(T, INT, over, "expires_at <= ?")
ROW_DEFINE(desk_row, DESK_COLS);
static struct stmt desk_q = SQL(
	"SELECT " ROW_SELECT(DESK_COLS)
	"  FROM desk_login"
	" WHERE token_hash = ?");
static struct stmt answer_q = SQL(
	"UPDATE desk_login"
	"   SET state = IF(number = ?, 'confirmed', 'refused'), session_id = ?"
	" WHERE token_hash = ?"
	"   AND state = 'shown'"
	"   AND expires_at > ?");
static struct stmt use_q = SQL(
	"UPDATE desk_login"
	"   SET state = 'used'"
	" WHERE id = ?"
	"   AND state = 'confirmed'"
	"   AND expires_at > ?");
static struct stmt phone_q = SQL(
	"SELECT s.person_id"
	"  FROM session s"
	"  JOIN person p ON p.id = s.person_id AND p.erased_at IS NULL"
	" WHERE s.id = ?"
	"   AND s.kind = 'volunteer'"
	"   AND s.revoked_at IS NULL"
	"   AND s.expires_at > ?");

static struct bytes token_hash(struct rq *q, const char *token)
{
	return secret_sha256(q->arena, (struct bytes){ (const uint8_t *)token, strlen(token) });
}

/* What the QR code of this desktop holds; NULL: the cookie is none. */
static const char *token_of(struct rq *q, const char *kept)
{
	uint8_t raw[COOKIE];
	if (!kept || !hex_decode(kept, raw, sizeof(raw)))
		return NULL;
	struct bytes mac = secret_mac(q->arena, "desk_login", BYTES(raw));
	mac.n = TOKEN;
	return hex_encode(q->arena, mac);
}

static enum err desk_load(struct rq *q, const char *token, struct desk_row *r)
{
	return row_one(&desk_q, ARGS(A_(clock_time(q->arena, q->now)), A_(token_hash(q, token))),
		       desk_row_cols, r);
}

/* A new code each time: the one before it is nobody's any more, as its cookie is gone. */
enum err qr_make_login(struct rq *q)
{
	uint8_t raw[COOKIE], dice;
	struct bytes uid;
	const char *to = path_back(q, "/account/me"), *now = clock_time(q->arena, q->now);
	enum err e = form_key_uid(q, "sign_in", &uid);
	if (!e)
		e = throttle(q, "desk_from", q->remote, SHOWS_FROM, WINDOW);
	if (!e)
		e = throttle(q, "desk_device", hex_encode(q->arena, device_of(q)), SHOWS, WINDOW);
	if (!e)
		e = db_exec(&sweep_q, ARGS(A_(clock_time(q->arena, q->now - KEPT))), NULL);
	if (e)
		return e;
	secret_random(raw, sizeof(raw));
	secret_random(&dice, 1);
	const char *kept = hex_encode(q->arena, BYTES(raw));
	e = db_exec(&add_q,
		    ARGS(A_(token_hash(q, token_of(q, kept))), A_((int64_t)(10 + dice % 90)),
			 A_(to), A_(device_kind(q)), A_(now),
			 A_(clock_time(q->arena, q->now + GOOD))),
		    NULL);
	reply_cookie(q, DESK_COOKIE, kept, GOOD + 60);
	return e ? e : see(q, "/account/qr");
}

/* The phone has said yes: once, while its own session holds. */
static enum err desk_enter(struct rq *q, const struct desk_row *r)
{
	int64_t person;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_change(&use_q, ARGS(A_(r->id), A_(now)));
	if (!e)
		e = db_int(&phone_q, ARGS(A_(r->session), A_(now)), &person);
	if (e == ERR_STALE || e == ERR_NOT_FOUND)
		return see(q, "/account/sign-in?as=volunteer&why=expired");
	if (!e)
		e = volunteer_of_age(person, clock_day(q->arena, q->now));
	if (!e)
		e = session_desk(q, person);
	if (!e)
		e = audit(&q->actor, "volunteer.sign_in", "person", person, "qr");
	reply_cookie(q, DESK_COOKIE, "", -1);
	return e ? e : see(q, "%s", local_path(r->return_to, "/account/me"));
}

/* writes: the session that the phone confirmed. */
enum err qr_wait(struct rq *q)
{
	struct desk_row r = { .state = "over" };
	const char *token = token_of(q, cookie(q, DESK_COOKIE));
	if (q->person)
		return see(q, "/account/me");
	enum err e = token ? desk_load(q, token, &r) : ERR_NOT_FOUND;
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (!e && str_eq(r.state, "confirmed") && !r.over)
		return desk_enter(q, &r);
	bool shown = !e && str_eq(r.state, "shown") && !r.over;
	form_key(q, "sign_in");
	put(q, "State", shown ? "shown" : !e && str_eq(r.state, "refused") ? "refused" : "over");
	put(q, "To", e ? NULL : local_path(r.return_to, NULL));
	if (!shown)
		return page(q, "account/qr.cs");
	const char *d;
	int side;
	const char *url = arena_fmt(q->arena, "%s/account/qr/%s", cfg.base_url, token);
	e = qr_path(q->arena, url, &d, &side);
	if (e)
		return e;
	put(q, "Qr.url", url);
	put(q, "Qr.d", d);
	put_int(q, "Qr.side", side);
	put_int(q, "Number", r.number);
	put(q, "Until", r.expires_at);
	reply_header(q, "Refresh", arena_fmt(q->arena, "%d", LOOK_EVERY));
	return page(q, "account/qr.cs");
}

/* The right number and two others, in an order that says nothing. */
static void put_numbers(struct rq *q, const struct desk_row *r, struct bytes hash)
{
	struct node *list = put_list(q, "Numbers");
	int64_t one = 10 + (r->number - 10 + 7 + hash.p[0] % 40) % 90,
		two = 10 + (r->number - 10 + 50 + hash.p[1] % 35) % 90;
	int64_t all[CHOICES] = { one, two, two };
	size_t at = hash.p[2] % CHOICES;
	all[2] = all[at];
	all[at] = r->number;
	for (size_t i = 0; i < CHOICES; i++)
		node_int(node_item(list), "number", all[i]);
}

enum err qr_confirm_show(struct rq *q)
{
	uint8_t raw[TOKEN];
	struct desk_row r;
	const char *token = arg(q, 0);
	enum err e = hex_decode(token, raw, sizeof(raw)) ? desk_load(q, token, &r) : ERR_NOT_FOUND;
	if (e && e != ERR_NOT_FOUND)
		return e;
	/* Of nobody's code no more is said than of one that is over. */
	bool mine = !e && r.session == q->who.session_id;
	bool open = !e && str_eq(r.state, "shown") && !r.over;
	put(q, "State", open ? "shown" : mine && !str_eq(r.state, "shown") ? r.state : "over");
	put(q, "Token", token);
	if (open) {
		put(q, "Device", r.device);
		put_numbers(q, &r, token_hash(q, token));
	}
	return page(q, "account/qr_confirm.cs");
}

#define CONFIRM_IN(X, T) X(T, INT, number, 0, 99)
FORM_DEFINE(confirm_in, CONFIRM_IN);

enum err qr_confirm(struct rq *q)
{
	struct confirm_in in;
	uint8_t raw[TOKEN];
	int64_t rows;
	const char *token = arg(q, 0);
	if (!form_read(q, confirm_in_fields, &in))
		return ERR_FORM;
	if (!hex_decode(token, raw, sizeof(raw)))
		return ERR_NOT_FOUND;
	enum err e = db_affect(&answer_q,
			       ARGS(A_(in.number), A_(q->who.session_id), A_(token_hash(q, token)),
				    A_(clock_time(q->arena, q->now))),
			       &rows);
	if (!e && rows)
		e = audit(&q->actor, "desk.confirm", "person", q->person, in.number ? "" : "no");
	return e ? e : see(q, "/account/qr/%s", token);
}
