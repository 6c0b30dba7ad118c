/* session.c - who asks, from one row; beginning and ending sessions. throttle.c counts tries. */
#include "session.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "reply.h"
#include "row.h"
#include "secret.h"

enum { TOKEN = 32, SEEN_EVERY = 60, WECHAT_SECONDS = 86400 };

/* One row tells all that guards and the page's head need. A role counts at its station and that
 * station's points, an overseer's in any region. A member of staff who is disabled, or a person who
 * was erased, finds no row. */
#define SESSION_COLS(X, T)                                                                      \
	X(T, INT, id, "s.id")                                                                   \
	X(T, TEXT, kind, "s.kind")                                                              \
	X(T, INT, person_id, "s.person_id")                                                     \
	X(T, INT, staff_id, "s.staff_id")                                                       \
	X(T, INT, wechat_id, "s.wechat_account_id")                                             \
	X(T, INT, station_id, "sn.id")                                                          \
	X(T, TEXT, station_name, "sn.name")                                                     \
	X(T, TEXT, name, "COALESCE(st.name, p.name)")                                           \
	X(T, INT, idle, "TIMESTAMPDIFF(SECOND, s.seen_at, ?)")                                  \
	X(T, INT, roles, "(SELECT BIT_OR(CASE r.role WHEN 'clerk' THEN 4 WHEN 'reviewer' THEN 8 " \
	  "WHEN 'manager' THEN 16 WHEN 'overseer' THEN 32 ELSE 0 END) FROM staff_role r "       \
	  "WHERE r.staff_id = s.staff_id AND r.ended_at IS NULL AND "                           \
	  "(r.station_id IN (s.station_id, sn.parent_id) OR "                                   \
	  "(r.role = 'overseer' AND r.region_code IS NOT NULL)))")                              \
	X(T, TEXT, region_code, "(SELECT MIN(r.region_code) FROM staff_role r WHERE "           \
	  "r.staff_id = s.staff_id AND r.ended_at IS NULL AND r.role = 'overseer')")
ROW_DEFINE(session_row, SESSION_COLS);

static struct stmt load_q = SQL("SELECT " ROW_SELECT(SESSION_COLS)
	" FROM session s"
	" LEFT JOIN staff st ON st.id = s.staff_id"
	" LEFT JOIN person p ON p.id = s.person_id"
	" LEFT JOIN volunteer v ON v.person_id = s.person_id AND s.kind = 'volunteer'"
	" LEFT JOIN station sn ON sn.id = COALESCE(s.station_id, v.station_id)"
	" WHERE s.token_hash = ? AND s.revoked_at IS NULL AND s.expires_at > ?"
	" AND CASE s.kind WHEN 'staff' THEN st.state = 'active'"
	" WHEN 'volunteer' THEN v.person_id IS NOT NULL AND p.erased_at IS NULL ELSE 1 END");
static struct stmt seen_q = SQL("UPDATE session SET seen_at = ? WHERE id = ? AND seen_at < ?");
static struct stmt add_q = SQL("INSERT INTO session (token_hash, kind, person_id, staff_id,"
	" wechat_account_id, station_id, created_at, seen_at, expires_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt revoke_q = SQL("UPDATE session SET revoked_at = ?"
	" WHERE id = ? AND revoked_at IS NULL");

/* The prefix binds the cookie to this host, but browsers take it over https only. */
static const char *cookie_name(void)
{
	return str_starts(cfg.base_url, "https:") ? "__Host-zyz" : "zyz";
}

static struct bytes token_hash(struct rq *q, const char *hex)
{
	return secret_sha256(q->arena, (struct bytes){ (const uint8_t *)hex, 2 * TOKEN });
}

static void set_csrf(struct rq *q, struct bytes hash)
{
	struct bytes mac = secret_mac(q->arena, "csrf", hash);
	mac.n = (sizeof(q->who.csrf) - 1) / 2;
	memcpy(q->who.csrf, hex_encode(q->arena, mac), sizeof(q->who.csrf));
}

static int64_t or_none(int64_t id)
{
	return id ? id : DB_NONE;
}

static int64_t id_or_0(int64_t id)
{
	return id == DB_NONE ? 0 : id;
}

static void fill_who(struct who *w, const struct session_row *s)
{
	bool staff = str_eq(s->kind, "staff");
	*w = (struct who){
		.session_id = s->id,
		.person_id = id_or_0(s->person_id),
		.staff_id = id_or_0(s->staff_id),
		.wechat_id = id_or_0(s->wechat_id),
		.station_id = id_or_0(s->station_id),
		.name = s->name,
		.station_name = s->station_name,
		.region_code = s->region_code,
	};
	if (staff)
		w->roles = (unsigned)id_or_0(s->roles);
	else
		w->roles = str_eq(s->kind, "volunteer") ? ROLE_VOLUNTEER : ROLE_WECHAT;
}

/* Once a minute is enough for the idle limit, and keeps reading pages free of writes. */
static enum err refresh(struct rq *q, const struct session_row *s)
{
	if (s->idle < SEEN_EVERY)
		return OK;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_exec(&seen_q, ARGS(A_(now), A_(s->id), A_(now)), NULL);
	return e == ERR_RETRY ? OK : e;
}

enum err session_load(struct rq *q)
{
	uint8_t raw[TOKEN];
	struct session_row s;
	q->who = (struct who){ .session_id = 0 };
	const char *token = cookie(q, cookie_name());
	if (!hex_decode(token, raw, TOKEN))
		return OK;
	struct bytes hash = token_hash(q, token);
	const char *now = clock_time(q->arena, q->now);
	enum err e = row_one(&load_q, ARGS(A_(now), A_(hash), A_(now)), session_row_cols, &s);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	if (str_eq(s.kind, "staff") && s.idle > cfg.staff_idle)
		return OK;
	fill_who(&q->who, &s);
	set_csrf(q, hash);
	return refresh(q, &s);
}

/* Ends the session that the request came with, if any, and begins w's under a new token. */
static enum err begin(struct rq *q, const char *kind, struct who w, int64_t seconds,
                      int64_t cookie_seconds)
{
	uint8_t raw[TOKEN];
	const char *now = clock_time(q->arena, q->now);
	secret_random(raw, sizeof(raw));
	const char *token = hex_encode(q->arena, BYTES(raw));
	struct bytes hash = token_hash(q, token);
	enum err e = OK;
	if (q->who.session_id)
		e = db_exec(&revoke_q, ARGS(A_(now), A_(q->who.session_id)), NULL);
	if (!e)
		e = db_exec(&add_q, ARGS(A_(hash), A_(kind), A_(or_none(w.person_id)),
		                         A_(or_none(w.staff_id)), A_(or_none(w.wechat_id)),
		                         A_(or_none(w.station_id)), A_(now), A_(now),
		                         A_(clock_time(q->arena, q->now + seconds))),
		            &w.session_id);
	if (e)
		return e;
	q->who = w;
	set_csrf(q, hash);
	reply_cookie(q, cookie_name(), token, cookie_seconds);
	return OK;
}

enum err session_staff(struct rq *q, int64_t staff_id, int64_t station_id)
{
	struct who w = { .staff_id = staff_id, .station_id = station_id };
	return begin(q, "staff", w, cfg.staff_absolute, 0);
}

enum err session_volunteer(struct rq *q, int64_t person_id, int64_t wechat_id)
{
	struct who w = { .person_id = person_id, .wechat_id = wechat_id, .roles = ROLE_VOLUNTEER };
	return begin(q, "volunteer", w, cfg.volunteer_absolute, cfg.volunteer_absolute);
}

enum err session_wechat(struct rq *q, int64_t wechat_id)
{
	struct who w = { .wechat_id = wechat_id, .roles = ROLE_WECHAT };
	return begin(q, "wechat", w, WECHAT_SECONDS, WECHAT_SECONDS);
}

enum err session_end(struct rq *q)
{
	const char *now = clock_time(q->arena, q->now);
	enum err e = OK;
	if (q->who.session_id)
		e = db_exec(&revoke_q, ARGS(A_(now), A_(q->who.session_id)), NULL);
	if (e)
		return e;
	reply_cookie(q, cookie_name(), "", -1);
	q->who = (struct who){ .session_id = 0 };
	return OK;
}

bool session_csrf_ok(const struct rq *q)
{
	const struct field *f = body_field(q, "csrf");
	size_t n = sizeof(q->who.csrf) - 1;
	return q->who.session_id && f && !f->filename && f->n == n &&
	       secret_equal(f->value, q->who.csrf, n);
}
