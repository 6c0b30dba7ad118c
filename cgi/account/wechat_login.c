/*
 * wechat_login.c - WeChat web OAuth: out to WeChat and back. Nobody becomes a person here: what
 * comes of it is a wechat_account row and a session, a volunteer's only if that account was bound
 * by a registration before.
 *
 * However the callback ends, the answer is a redirect to an address without the code, so that a
 * link that is forwarded from there carries none. WeChat's clients deliver a callback twice now and
 * then, with the same code or with another: the outcome belongs to the state and the browser, so
 * the second one waits for it and gets the same answer. Who is signed in already is led on.
 */
#include <string.h>
#include <time.h>

#include "account.h"
#include "clock.h"
#include "config.h"
#include "log.h"
#include "person.h"
#include "secret.h"
#include "wechat.h"

enum { LOGIN_SECONDS = 900, SAME_SECONDS = 300, AGAIN_SECONDS = 60, WAIT_TRIES = 60 };
/* A hall, or a network of telephones, shares one address. */
enum { STARTS = 300, START_WINDOW = 600, KEPT_SECONDS = 3600 };
enum { BROWSER = 32, STATE = 16 }; /* bytes of randomness */

static struct stmt add_q = SQL(
	"INSERT INTO wechat_login (state, browser_hash, return_to, created_at)"
	" VALUES (?, ?, ?, ?)");
static struct stmt sweep_q = SQL(
	"DELETE FROM wechat_login"
	" WHERE created_at < ?"
	" LIMIT 20");
static struct stmt claim_q = SQL(
	"UPDATE wechat_login"
	"   SET used_at = ?, code_hash = ?"
	" WHERE state = ?"
	"   AND used_at IS NULL");
/* A code that came to nothing gives way to another one, once. */
static struct stmt claim_again_q = SQL(
	"UPDATE wechat_login"
	"   SET used_at = ?, code_hash = ?, outcome = NULL"
	" WHERE state = ?"
	"   AND outcome IN ('again', 'busy', 'trouble')"
	"   AND code_hash <> ?");
static struct stmt end_q = SQL(
	"UPDATE wechat_login"
	"   SET openid = ?, outcome = ?"
	" WHERE state = ?");
static struct stmt account_q = SQL(
	"INSERT INTO wechat_account (appid, openid, unionid, created_at, seen_at)"
	" VALUES (?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at),"
	"       unionid = COALESCE(VALUES(unionid), unionid), id = LAST_INSERT_ID(id)");
/* Who was merged into another signs in as them. */
static struct stmt bound_q = SQL(
	"SELECT v.person_id"
	"  FROM wechat_account w"
	"  JOIN person b ON b.id = w.person_id"
	"  JOIN person p ON p.id = COALESCE(b.merged_into, b.id)"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE w.id = ?"
	"   AND p.erased_at IS NULL");

#define LOGIN_COLS(X, T) \
	X(T, TEXT, return_to, "return_to") \
	X(T, TEXT, openid, "openid") \
	X(T, TEXT, outcome, "outcome") \
	X(T, INT, used, "used_at IS NOT NULL") \
	X(T, INT, fresh, "COALESCE(used_at > ?, 0)")
ROW_DEFINE(login_row, LOGIN_COLS);
static struct stmt login_q = SQL(
	"SELECT " ROW_SELECT(LOGIN_COLS)
	"  FROM wechat_login"
	" WHERE state = ?"
	"   AND browser_hash = ?"
	"   AND created_at > ?");

struct callback {
	struct rq *q;
	const char *state, *code, *browser;
	struct bytes code_hash, browser_hash;
	struct login_row login;
};

static struct bytes text_hash(struct rq *q, const char *text)
{
	return secret_sha256(q->arena, (struct bytes){ (const uint8_t *)text, strlen(text) });
}

/* The page that says why not, and offers to try again. */
static enum err login_refuse(struct rq *q, const char *why, const char *to)
{
	return see(q, "/account/sign-in?as=volunteer&why=%s&to=%s", why, url_encode(q->arena, to));
}

/* The browser's own random mark: a state works only in the browser that asked for it. Two tabs
 * share it. */
static const char *browser_mark(struct rq *q)
{
	uint8_t raw[BROWSER];
	const char *mark = cookie(q, BROWSER_COOKIE);
	if (!hex_decode(mark, raw, sizeof(raw))) {
		secret_random(raw, sizeof(raw));
		mark = hex_encode(q->arena, BYTES(raw));
	}
	reply_cookie(q, BROWSER_COOKIE, mark, LOGIN_SECONDS);
	return mark;
}

enum err wechat_start(struct rq *q)
{
	uint8_t raw[STATE];
	const char *to = local_path(query(q, "to"), "/account/me");
	if (!wx_ready())
		return login_refuse(q, "off", to);
	enum err e = throttle(q, "wechat_start", q->remote, STARTS, START_WINDOW);
	if (e == ERR_THROTTLED)
		return login_refuse(q, "busy", to);
	if (e)
		return e;
	secret_random(raw, sizeof(raw));
	const char *state = hex_encode(q->arena, BYTES(raw)), *now = clock_time(q->arena, q->now);
	e = db_exec(&sweep_q, ARGS(A_(clock_time(q->arena, q->now - KEPT_SECONDS))), NULL);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(state), A_(text_hash(q, browser_mark(q))), A_(to), A_(now)),
			    NULL);
	if (e)
		return e;
	const char *back = arena_fmt(q->arena, "%s/account/wechat/callback", cfg.base_url);
	return see_away(q, wx_authorize_url(q->arena, back, state));
}

/* The login that this browser began with this state; outcome and all as they are now. */
static enum err login_load(struct callback *c)
{
	struct rq *q = c->q;
	return row_one(&login_q,
		       ARGS(A_(clock_time(q->arena, q->now - SAME_SECONDS)), A_(c->state),
			    A_(c->browser_hash), A_(clock_time(q->arena, q->now - LOGIN_SECONDS))),
		       login_row_cols, &c->login);
}

static enum err login_settle(struct callback *c, const char *outcome, const char *openid)
{
	c->login.outcome = outcome;
	c->login.openid = openid;
	return db_exec(&end_q, ARGS(A_(openid), A_(outcome), A_(c->state)), NULL);
}

/* Signs in whoever the openid is, and goes on: to registration when nobody was bound to it yet. */
static enum err login_enter(struct callback *c, const char *unionid)
{
	struct rq *q = c->q;
	const char *now = clock_time(q->arena, q->now), *to = c->login.return_to;
	int64_t account, person;
	enum err e = db_exec(
		&account_q,
		ARGS(A_(cfg.wx_appid), A_(c->login.openid), A_(unionid), A_(now), A_(now)),
		&account);
	if (!e)
		e = db_int(&bound_q, ARGS(A_(account)), &person);
	if (e == ERR_NOT_FOUND) {
		e = session_wechat(q, account);
		return e ? e : see(q, "/account/register?to=%s", url_encode(q->arena, to));
	}
	if (!e)
		e = volunteer_of_age(person, clock_day(q->arena, q->now));
	if (!e)
		e = session_volunteer(q, person, account);
	return e ? e : see(q, "%s", to);
}

/* A spent code is cured by beginning anew, once a minute: not a loop between WeChat and us. */
static enum err login_again(struct callback *c)
{
	struct rq *q = c->q;
	enum err e = throttle(q, "wechat_again", c->browser, 1, AGAIN_SECONDS);
	if (e == ERR_THROTTLED)
		return login_refuse(q, "again", c->login.return_to);
	return e ? e
		 : see(q, "/account/wechat/start?to=%s", url_encode(q->arena, c->login.return_to));
}

/* The same answer for the same outcome, however often it is asked for. */
static enum err login_answer(struct callback *c, const char *unionid)
{
	if (str_eq(c->login.outcome, "ok"))
		return login_enter(c, unionid);
	if (str_eq(c->login.outcome, "again"))
		return login_again(c);
	return login_refuse(c->q, c->login.outcome, c->login.return_to);
}

static const char *login_outcome(enum err e, enum wx_act act, const struct wx_user *u)
{
	if (e == ERR_REMOTE || act == WX_AGAIN || act == WX_LATER)
		return "busy";
	if (act == WX_LOGIN)
		return "again";
	if (e || act != WX_OK)
		return "trouble";
	return u->snapshot ? "snapshot" : "ok";
}

/* The first to come with this state asks WeChat who it is. */
static enum err login_first(struct callback *c)
{
	struct wx_user u = { NULL, NULL, false };
	enum wx_act act = WX_OK;
	enum err e = wx_user_by_code(c->q->arena, c->code, &u, &act);
	if (e)
		log_error("%s", err_text());
	const char *outcome = login_outcome(e, act, &u);
	e = login_settle(c, outcome, str_eq(outcome, "ok") ? u.openid : NULL);
	return e ? e : login_answer(c, u.unionid);
}

/* Once more: waits until the first has its answer, and tries its own code where that failed. */
static enum err login_duplicate(struct callback *c)
{
	int64_t claimed = 0;
	for (int i = 0; i < WAIT_TRIES && !c->login.outcome; i++) {
		(void)nanosleep(&(struct timespec){ .tv_nsec = 100000000L }, NULL);
		enum err e = login_load(c);
		if (e)
			return e;
	}
	if (!c->login.outcome)
		return login_refuse(c->q, "busy", c->login.return_to);
	if (*c->code && str_in(c->login.outcome, "again,busy,trouble")) {
		const char *now = clock_time(c->q->arena, c->q->now);
		enum err e = db_affect(
			&claim_again_q,
			ARGS(A_(now), A_(c->code_hash), A_(c->state), A_(c->code_hash)), &claimed);
		if (e)
			return e;
	}
	return claimed ? login_first(c) : login_answer(c, NULL);
}

/* Too late, or not of this browser: whoever is in already goes on. */
static enum err login_expired(struct rq *q, const char *to)
{
	return q->person ? see(q, "%s", to) : login_refuse(q, "expired", to);
}

enum err wechat_callback(struct rq *q)
{
	uint8_t raw[BROWSER];
	struct callback c = { .q = q,
			      .state = query(q, "state"),
			      .code = str_or(query(q, "code"), ""),
			      .browser = cookie(q, BROWSER_COOKIE) };
	int64_t claimed;
	if (!hex_decode(c.state, raw, STATE) || !hex_decode(c.browser, raw, BROWSER))
		return login_expired(q, "/account/me");
	c.code_hash = text_hash(q, c.code);
	c.browser_hash = text_hash(q, c.browser);
	enum err e = login_load(&c);
	if (e == ERR_NOT_FOUND)
		return login_expired(q, "/account/me");
	if (!e)
		e = db_affect(&claim_q,
			      ARGS(A_(clock_time(q->arena, q->now)), A_(c.code_hash), A_(c.state)),
			      &claimed);
	if (e)
		return e;
	if (claimed && !*c.code) {
		e = login_settle(&c, "refused", NULL);
		return e ? e : login_answer(&c, NULL);
	}
	if (claimed)
		return login_first(&c);
	/* Used before: by this very callback, or by one that brought another code. */
	e = login_load(&c);
	if (e)
		return e;
	return c.login.fresh ? login_duplicate(&c) : login_expired(q, c.login.return_to);
}
