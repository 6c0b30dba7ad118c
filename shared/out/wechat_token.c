/* wechat_token.c - one token, one ticket for all: read, or fetched by whoever has the lease. */
#include "wechat_token.h"

#include <time.h>

#include "clock.h"
#include "config.h"
#include "row.h"
#include "str.h"
#include "wechat_send.h"

/* A token that ends within the margin is fetched anew, and one that ends later than any lives: the
 * clock was set back. While another process fetches, we look every WAIT_MS, and give up after
 * WAITS. */
enum { MARGIN = 120, LONGEST = 7200, LEASE = 15, WAIT_MS = 100, WAITS = 40 };

#define TOKEN_COLS(X, T) \
	X(T, TEXT, value, "value") \
	X(T, INT, left, "TIMESTAMPDIFF(SECOND, ?, expires_at)")
ROW_DEFINE(token_row, TOKEN_COLS);

static struct stmt kept_q = SQL(
	"SELECT " ROW_SELECT(TOKEN_COLS)
	"  FROM wechat_token"
	" WHERE appid = ?"
	"   AND kind = ?");
static struct stmt first_q = SQL(
	"INSERT INTO wechat_token (appid, kind, value, expires_at)"
	" VALUES (?, ?, '', '1970-01-02')"
	"    ON DUPLICATE KEY UPDATE appid = VALUES(appid)");
/* One at a time (a lease beyond ours was taken before the clock was set back); and only as long as
 * what we read is what stands there. */
static struct stmt lease_q = SQL(
	"UPDATE wechat_token"
	"   SET lease_until = ?"
	" WHERE appid = ?"
	"   AND kind = ?"
	"   AND value = ?"
	"   AND (lease_until IS NULL OR lease_until NOT BETWEEN ? AND ?)");
static struct stmt keep_q = SQL(
	"UPDATE wechat_token"
	"   SET value = ?, expires_at = ?, lease_until = NULL"
	" WHERE appid = ?"
	"   AND kind = ?"
	"   AND lease_until = ?");
static struct stmt free_q = SQL(
	"UPDATE wechat_token"
	"   SET lease_until = NULL"
	" WHERE appid = ?"
	"   AND kind = ?"
	"   AND lease_until = ?");

/* What is kept, and how another one is fetched. */
struct credential {
	const char *kind;
	enum err (*fetch)(struct arena *a, int64_t now, const char *kept, const char *bad,
			  const char **got, int64_t *seconds, enum wx_act *act);
};

static bool token_good(const struct token_row *r, const char *bad)
{
	return *r->value && r->left > MARGIN && r->left <= LONGEST && !str_eq(r->value, bad);
}

/* A token that WeChat does not take is the one it gives again, unless it is forced. */
static enum err token_fetch(struct arena *a, int64_t now, const char *kept, const char *bad,
			    const char **got, int64_t *seconds, enum wx_act *act)
{
	(void)now;
	enum err e = wx_stable_token(a, false, got, seconds, act);
	if (!e && *act == WX_OK && bad && str_eq(*got, bad) && str_eq(kept, bad))
		e = wx_stable_token(a, true, got, seconds, act);
	return e;
}

/* Asked for with the token; once more with another one, where WeChat does not take that. */
static enum err ticket_fetch(struct arena *a, int64_t now, const char *kept, const char *bad,
			     const char **got, int64_t *seconds, enum wx_act *act)
{
	const char *token;
	(void)kept;
	(void)bad;
	enum err e = wechat_token(a, now, NULL, &token, act);
	if (!e && *act == WX_OK)
		e = wx_ticket(a, token, got, seconds, act);
	if (e || *act != WX_TOKEN)
		return e;
	e = wechat_token(a, now, token, &token, act);
	if (!e && *act == WX_OK)
		e = wx_ticket(a, token, got, seconds, act);
	return e;
}

static const struct credential access = { "access", token_fetch };
static const struct credential jsapi = { "jsapi", ticket_fetch };

static enum err token_renew(struct arena *a, int64_t now, const struct credential *c,
			    const struct token_row *r, const char *bad, const char **token,
			    enum wx_act *act)
{
	const char *until = clock_time(a, now + LEASE), *got;
	int64_t rows, seconds = 0;
	enum err e = db_affect(&lease_q,
			       ARGS(A_(until), A_(cfg.wx_appid), A_(c->kind), A_(r->value),
				    A_(clock_time(a, now)), A_(until)),
			       &rows);
	if (e || !rows) {
		*act = WX_AGAIN;
		return e;
	}
	e = c->fetch(a, now, r->value, bad, &got, &seconds, act);
	enum err kept = e || *act != WX_OK
				? db_affect(&free_q, ARGS(A_(cfg.wx_appid), A_(c->kind), A_(until)),
					    &rows)
				: db_affect(&keep_q,
					    ARGS(A_(got), A_(clock_time(a, now + seconds)),
						 A_(cfg.wx_appid), A_(c->kind), A_(until)),
					    &rows);
	if (!e && *act == WX_OK)
		*token = got;
	return e ? e : kept;
}

static enum err credential(struct arena *a, int64_t now, const struct credential *c,
			   const char *bad, const char **token, enum wx_act *act)
{
	int64_t id;
	for (int i = 0; i < WAITS; i++) {
		struct token_row r;
		/* The time goes on while we wait. */
		int64_t at = now + i * WAIT_MS / 1000;
		enum err e = row_one(&kept_q,
				     ARGS(A_(clock_time(a, at)), A_(cfg.wx_appid), A_(c->kind)),
				     token_row_cols, &r);
		if (e == ERR_NOT_FOUND) {
			e = db_exec(&first_q, ARGS(A_(cfg.wx_appid), A_(c->kind)), &id);
			if (e)
				return e;
			continue;
		}
		if (e)
			return e;
		if (token_good(&r, bad)) {
			*token = r.value;
			*act = WX_OK;
			return OK;
		}
		e = token_renew(a, at, c, &r, bad, token, act);
		if (e || *act != WX_AGAIN)
			return e;
		(void)nanosleep(&(struct timespec){ .tv_nsec = WAIT_MS * 1000000L }, NULL);
	}
	*act = WX_AGAIN;
	return OK;
}

enum err wechat_token(struct arena *a, int64_t now, const char *bad, const char **token,
		      enum wx_act *act)
{
	return credential(a, now, &access, bad, token, act);
}

enum err wechat_ticket(struct arena *a, int64_t now, const char **ticket, enum wx_act *act)
{
	return credential(a, now, &jsapi, NULL, ticket, act);
}
