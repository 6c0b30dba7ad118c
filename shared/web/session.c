/* session.c - who asks, from one row; beginning and ending sessions. throttle.c counts tries. */
#include "session.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "device.h"
#include "reply.h"
#include "revoke.h"
#include "row.h"
#include "secret.h"
#include "session_inside.h"
#include "staff.h"

enum { TOKEN = 32, WECHAT_SECONDS = 86400, PHONE_SECONDS = 7200 };

/*
 * The first letter of a token is the kind of its session, so that each kind reads just what it
 * needs, in one round trip: the database plans a statement anew at each run, and a common one cost
 * twice as much. It is part of what is hashed. A member of staff who is disabled, or a person who
 * was erased, finds no row.
 */
#define STAFF_COLS(X, T) \
	X(T, INT, id, "s.id") \
	X(T, INT, staff_id, "s.staff_id") \
	X(T, TEXT, name, "st.name") \
	X(T, INT, station_id, "s.station_id") \
	X(T, TEXT, station_name, "sn.name") \
	X(T, INT, parent_id, "sn.parent_id") \
	X(T, INT, idle, "TIMESTAMPDIFF(SECOND, s.seen_at, ?)") \
	X(T, INT, own_password, "st.password_changed_at IS NOT NULL") \
	X(T, INT, has_second, "st.totp_sealed IS NOT NULL") \
	X(T, INT, shown, "s.second_at IS NOT NULL") \
	X(T, TEXT, role, "r.role") \
	X(T, INT, role_station, "r.station_id") \
	X(T, TEXT, role_region, "r.region_code")
ROW_DEFINE(staff_session, STAFF_COLS);

#define PERSON_COLS(X, T) \
	X(T, INT, id, "s.id") \
	X(T, INT, person_id, "s.person_id") \
	X(T, INT, wechat_id, "s.wechat_account_id") \
	X(T, INT, desk, "s.desk") \
	X(T, INT, left, "TIMESTAMPDIFF(SECOND, ?, s.expires_at)") \
	X(T, TEXT, name, "p.name") \
	X(T, INT, station_id, "v.station_id") \
	X(T, TEXT, station_name, "sn.name") \
	X(T, INT, unread, \
	  "(SELECT COUNT(*) FROM message m WHERE m.person_id = s.person_id AND m.unread = 1" \
	  " AND ROWNUM() <= 100)") \
	X(T, INT, idle, "TIMESTAMPDIFF(SECOND, s.seen_at, ?)")
ROW_DEFINE(person_session, PERSON_COLS);

#define LIVE " WHERE s.token_hash = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND s.kind = "
static struct stmt staff_q = SQL(
	"SELECT " ROW_SELECT(STAFF_COLS)
	"  FROM session s"
	"  JOIN staff st ON st.id = s.staff_id AND st.state = 'active'"
	"  LEFT JOIN station sn ON sn.id = s.station_id"
	"  LEFT JOIN staff_role r ON r.staff_id = s.staff_id"
	"       AND " STAFF_ROLE_HOLDS("r") LIVE "'staff'"
	" LIMIT 100");
static struct stmt volunteer_q = SQL(
	"SELECT " ROW_SELECT(PERSON_COLS)
	"  FROM session s"
	"  JOIN person p ON p.id = s.person_id AND p.erased_at IS NULL"
	"  JOIN volunteer v ON v.person_id = s.person_id"
	"  JOIN station sn ON sn.id = v.station_id" LIVE "'volunteer'");
#define VISIT "SELECT s.id, COALESCE(s.wechat_account_id, 0), COALESCE(s.phone_code_id, 0)"
static struct stmt wechat_q = SQL(
	VISIT
	"  FROM session s" LIVE "'wechat'");
static struct stmt phone_q = SQL(
	VISIT
	"  FROM session s" LIVE "'phone'");
static struct stmt seen_q = SQL(
	"UPDATE session"
	"   SET seen_at = ?"
	" WHERE id = ?"
	"   AND seen_at < ?");
static struct stmt add_q = SQL(
	"INSERT INTO session (token_hash, kind, person_id, proxy_id, desk, staff_id,"
	"       wechat_account_id, phone_code_id, station_id, second_at, device, created_at,"
	"       seen_at, expires_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
/* Visits before registration belong to the account alone. */
static struct stmt forget_visits_q = SQL(
	"DELETE s"
	"  FROM session s"
	"  JOIN wechat_account w ON w.id = s.wechat_account_id"
	" WHERE w.person_id = ?"
	"   AND s.kind = 'wechat'");
static struct stmt forget_q = SQL(
	"UPDATE session"
	"   SET wechat_account_id = NULL, revoked_at = COALESCE(revoked_at, ?)"
	" WHERE person_id = ?");
static struct stmt revoke_q = SQL(
	"UPDATE session"
	"   SET revoked_at = ?"
	" WHERE id = ?"
	"   AND revoked_at IS NULL");

/* The prefix binds the cookie to this host, but browsers take it over https only. */
static const char *cookie_name(void)
{
	return str_starts(cfg.base_url, "https:") ? "__Host-zyz" : "zyz";
}

static struct bytes token_hash(struct rq *q, const char *token)
{
	return secret_sha256(q->arena, (struct bytes){ (const uint8_t *)token, 1 + 2 * TOKEN });
}

static void set_csrf(struct rq *q, struct bytes hash)
{
	struct bytes mac = secret_mac(q->arena, "csrf", hash);
	mac.n = (sizeof(q->who.csrf) - 1) / 2;
	memcpy(q->who.csrf, hex_encode(q->arena, mac), sizeof(q->who.csrf));
}

static int64_t id_or_none(int64_t id)
{
	return id ? id : DB_NONE;
}

static int64_t id_or_0(int64_t id)
{
	return id == DB_NONE ? 0 : id;
}

enum err session_refresh(struct rq *q, int64_t id, int64_t idle)
{
	if (idle < SEEN_EVERY)
		return OK;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_exec(&seen_q, ARGS(A_(now), A_(id), A_(now)), NULL);
	return e == ERR_RETRY ? OK : e;
}

/* A role counts at its station and that station's points, an overseer's in any region. */
static void session_add_role(struct who *w, const struct staff_session *s)
{
	if (str_eq(s->role, "overseer") && s->role_region) {
		w->roles |= ROLE_OVERSEER;
		if (!w->region_code || strcmp(s->role_region, w->region_code) < 0)
			w->region_code = s->role_region;
	}
	if (s->role_station == DB_NONE ||
	    (s->role_station != s->station_id && s->role_station != s->parent_id))
		return;
	w->roles |= str_eq(s->role, "clerk")      ? (unsigned)ROLE_CLERK
		    : str_eq(s->role, "reviewer") ? (unsigned)ROLE_REVIEWER
		    : str_eq(s->role, "manager")  ? (unsigned)ROLE_MANAGER
						  : 0;
}

const char *session_step(bool own_password, bool has_second, bool shown, bool wants_second)
{
	if (has_second && !shown)
		return "code";
	if (!own_password)
		return "password";
	return wants_second && !has_second ? "second" : NULL;
}

/* All that a member of staff may do, or, at a step, nothing. */
static void session_enter(struct rq *q, const struct staff_session *s, size_t n)
{
	bool wants = false;
	for (size_t i = 0; i < n; i++)
		wants = wants || (s[i].role && !str_eq(s[i].role, "clerk"));
	const char *step = session_step(s->own_password, s->has_second, s->shown, wants);
	q->who = (struct who){ .session_id = s->id, .second = s->shown };
	if (step) {
		q->who.step = step;
		q->who.waiting = s->staff_id;
		return;
	}
	q->staff = s->staff_id;
	q->station = id_or_0(s->station_id);
	q->who.name = s->name;
	q->who.station_name = s->station_name;
	for (size_t i = 0; i < n; i++)
		session_add_role(&q->who, &s[i]);
}

static enum err load_staff(struct rq *q, struct bytes hash, const char *now)
{
	struct staff_session *s;
	size_t n;
	enum err e = row_all(&staff_q, ARGS(A_(now), A_(actor_today(&q->actor)), A_(hash), A_(now)),
			     staff_session_cols, sizeof(*s), &s, &n);
	if (e || !n || s->idle > cfg.staff_idle)
		return e;
	session_enter(q, s, n);
	return session_refresh(q, s->id, s->idle);
}

static enum err load_volunteer(struct rq *q, struct bytes hash, const char *now)
{
	struct person_session s;
	enum err e = row_one(&volunteer_q, ARGS(A_(now), A_(now), A_(hash), A_(now)),
			     person_session_cols, &s);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	q->person = s.person_id;
	q->station = s.station_id;
	q->who = (struct who){
		.session_id = s.id,
		.wechat_id = id_or_0(s.wechat_id),
		.desk = s.desk,
		.until = q->now + s.left,
		.name = s.name,
		.station_name = s.station_name,
		.unread = s.unread,
		.roles = ROLE_VOLUNTEER,
	};
	return session_refresh(q, s.id, s.idle);
}

static enum err visit_row(void *ctx, const struct row *r)
{
	struct who *w = ctx;
	w->session_id = r->cells[0].i;
	w->wechat_id = r->cells[1].i;
	w->phone_id = r->cells[2].i;
	w->roles = ROLE_WECHAT;
	return OK;
}

static void session_nobody(struct rq *q)
{
	q->staff = q->person = q->proxy = q->station = 0;
	q->who = (struct who){ .session_id = 0 };
}

enum err session_load(struct rq *q)
{
	uint8_t raw[TOKEN];
	session_nobody(q);
	const char *token = cookie(q, cookie_name());
	if (!token || !hex_decode(token + (*token != '\0'), raw, TOKEN))
		return OK;
	struct bytes hash = token_hash(q, token);
	uint64_t count = revoke_count();
	if (session_kept(q, hash))
		return OK;
	const char *now = clock_time(q->arena, q->now);
	enum err e = *token == 's'   ? load_staff(q, hash, now)
		     : *token == 'v' ? load_volunteer(q, hash, now)
		     : *token == 'a' ? load_acting(q, hash, now)
		     : *token == 'w'
			     ? db_each(&wechat_q, ARGS(A_(hash), A_(now)), visit_row, &q->who)
		     : *token == 'p'
			     ? db_each(&phone_q, ARGS(A_(hash), A_(now)), visit_row, &q->who)
			     : OK;
	if (q->who.session_id)
		set_csrf(q, hash);
	if (!e)
		session_keep(q, hash, count);
	return e;
}

struct beginning {
	const char *kind;
	struct who who;
	int64_t staff, person, station;
	int64_t seconds, cookie_seconds;
};

/* Ends the session that the request came with, if any, and begins this one under a new token. */
static enum err session_begin(struct rq *q, struct beginning b)
{
	uint8_t raw[TOKEN];
	const char *now = clock_time(q->arena, q->now);
	secret_random(raw, sizeof(raw));
	char letter = b.who.right ? 'a' : *b.kind;
	const char *token = arena_fmt(q->arena, "%c%s", letter, hex_encode(q->arena, BYTES(raw)));
	struct bytes hash = token_hash(q, token);
	enum err e = OK;
	if (q->who.session_id)
		e = db_exec(&revoke_q, ARGS(A_(now), A_(q->who.session_id)), NULL);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(hash), A_(b.kind), A_(id_or_none(b.person)),
				 A_(id_or_none(b.who.right)), A_((int64_t)b.who.desk),
				 A_(id_or_none(b.staff)), A_(id_or_none(b.who.wechat_id)),
				 A_(id_or_none(b.who.phone_id)), A_(id_or_none(b.station)),
				 A_(b.who.second ? now : NULL), A_(b.staff ? device_kind(q) : NULL),
				 A_(now), A_(now), A_(clock_time(q->arena, q->now + b.seconds))),
			    &b.who.session_id);
	if (e)
		return e;
	revoke_kept();
	b.who.until = q->now + b.seconds;
	q->who = b.who;
	q->staff = b.staff;
	q->person = b.person;
	q->proxy = 0;
	q->station = b.station;
	set_csrf(q, hash);
	reply_cookie(q, cookie_name(), token, b.cookie_seconds);
	return OK;
}

enum err session_staff(struct rq *q, int64_t staff_id, int64_t station_id, bool second)
{
	return session_begin(q, (struct beginning){ .kind = "staff",
						    .who = { .second = second },
						    .staff = staff_id,
						    .station = station_id,
						    .seconds = cfg.staff_absolute });
}

enum err session_volunteer(struct rq *q, int64_t person_id, int64_t wechat_id)
{
	struct who w = { .wechat_id = wechat_id, .roles = ROLE_VOLUNTEER };
	return session_begin(q, (struct beginning){ .kind = "volunteer",
						    .who = w,
						    .person = person_id,
						    .seconds = cfg.volunteer_absolute,
						    .cookie_seconds = cfg.volunteer_absolute });
}

enum err session_acting(struct rq *q, int64_t self, int64_t right)
{
	int64_t left = q->who.until - q->now;
	struct who w = { .wechat_id = q->who.wechat_id,
			 .desk = q->who.desk,
			 .right = right,
			 .roles = ROLE_VOLUNTEER };
	left = left > 0 ? left : 1;
	return session_begin(q, (struct beginning){ .kind = "volunteer",
						    .who = w,
						    .person = self,
						    .seconds = left,
						    .cookie_seconds = w.desk ? 0 : left });
}

enum err session_self(struct rq *q, int64_t person_id)
{
	return session_acting(q, person_id, 0);
}

enum err session_wechat(struct rq *q, int64_t wechat_id)
{
	struct who w = { .wechat_id = wechat_id, .roles = ROLE_WECHAT };
	return session_begin(q, (struct beginning){ .kind = "wechat",
						    .who = w,
						    .seconds = WECHAT_SECONDS,
						    .cookie_seconds = WECHAT_SECONDS });
}

enum err session_phone(struct rq *q, int64_t phone_code_id)
{
	struct who w = { .phone_id = phone_code_id, .roles = ROLE_WECHAT };
	return session_begin(q, (struct beginning){ .kind = "phone",
						    .who = w,
						    .seconds = PHONE_SECONDS,
						    .cookie_seconds = PHONE_SECONDS });
}

enum err session_desk(struct rq *q, int64_t person_id)
{
	struct who w = { .desk = true, .roles = ROLE_VOLUNTEER };
	return session_begin(q, (struct beginning){ .kind = "volunteer",
						    .who = w,
						    .person = person_id,
						    .seconds = cfg.staff_absolute });
}

enum err session_end(struct rq *q)
{
	const char *now = clock_time(q->arena, q->now);
	enum err e = OK;
	if (q->who.session_id)
		e = db_exec(&revoke_q, ARGS(A_(now), A_(q->who.session_id)), NULL);
	if (e)
		return e;
	revoke_kept();
	reply_cookie(q, cookie_name(), "", -1);
	session_nobody(q);
	return OK;
}

enum err session_forget(const struct actor *by, int64_t person_id)
{
	revoke_kept();
	enum err e = db_exec(&forget_visits_q, ARGS(A_(person_id)), NULL);
	return e ? e : db_exec(&forget_q, ARGS(A_(actor_time(by)), A_(person_id)), NULL);
}

bool session_csrf_ok(const struct rq *q)
{
	const struct field *f = body_field(q, "csrf");
	size_t n = sizeof(q->who.csrf) - 1;
	return q->who.session_id && f && !f->filename && f->n == n &&
	       secret_equal(f->value, q->who.csrf, n);
}
