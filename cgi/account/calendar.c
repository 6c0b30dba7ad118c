/*
 * calendar.c - 日历订阅: what somebody has promised, for the calendar of their own phone: shifts they
 * are on the roster for (orders they took, too) and trainings. The key in the address is all that a
 * calendar can show, so the database knows only its hash, no log has it, and it can be renewed.
 */
#include "calendar.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "ics.h"
#include "secret.h"

enum { KEY_BYTES = 20, BACK_DAYS = 90, DAY = 86400 };

static struct stmt feed_q = SQL(
	"SELECT nonce"
	"  FROM calendar_feed"
	" WHERE person_id = ?");
static struct stmt made_q = SQL(
	"SELECT made_at"
	"  FROM calendar_feed"
	" WHERE person_id = ?");
static struct stmt make_q = SQL(
	"INSERT INTO calendar_feed (person_id, token_hash, nonce, made_at)"
	" VALUES (?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), nonce = VALUES(nonce),"
	"       made_at = VALUES(made_at)");
static struct stmt drop_q = SQL(
	"DELETE FROM calendar_feed"
	" WHERE person_id = ?");
static struct stmt whose_q = SQL(
	"SELECT f.person_id"
	"  FROM calendar_feed f"
	"  JOIN volunteer v ON v.person_id = f.person_id AND v.state <> 'left'"
	" WHERE f.token_hash = ?");

/* seq grows with whatever was done last, so that a later state is never taken for an older one. The
 * address of somebody's home is not for the calendars of strangers' clouds. */
#define EVENT_COLS(X, T) \
	X(T, TEXT, no, "a.no") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, place, "IF(h.id IS NULL, a.place, NULL)") \
	X(T, TEXT, station, "CONCAT_WS(' ', s.name, s.phone)") \
	X(T, INT, starts, "UNIX_TIMESTAMP(a.starts_at)") \
	X(T, INT, ends, "UNIX_TIMESTAMP(a.ends_at)") \
	X(T, INT, off, "a.state = 'cancelled' OR o.state <> 'on'") \
	X(T, INT, first, "UNIX_TIMESTAMP(a.created_at)") \
	X(T, INT, last, \
	  "UNIX_TIMESTAMP(GREATEST(o.added_at, COALESCE(o.excused_at, o.added_at), " \
	  "COALESCE((SELECT MAX(c.changed_at) FROM change_notice c WHERE c.about = 'activity' " \
	  "AND " \
	  "c.target_id = a.id), o.added_at)))")
ROW_DEFINE(event_row, EVENT_COLS);
static struct stmt activities_q = SQL(
	"SELECT " ROW_SELECT(EVENT_COLS)
	"  FROM roster o"
	"  JOIN activity a ON a.id = o.activity_id"
	"  JOIN station s ON s.id = a.station_id"
	"  LEFT JOIN home_service h ON h.activity_id = a.id"
	" WHERE o.person_id = ?"
	"   AND o.state IN ('on', 'excused')"
	"   AND a.published_at IS NOT NULL"
	"   AND a.starts_at >= ?"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 300");
#define TRAINING_COLS(X, T) \
	X(T, TEXT, no, "t.no") \
	X(T, TEXT, title, "t.title") \
	X(T, TEXT, place, "t.place") \
	X(T, TEXT, station, "CONCAT_WS(' ', s.name, s.phone)") \
	X(T, INT, starts, "UNIX_TIMESTAMP(t.starts_at)") \
	X(T, INT, ends, "UNIX_TIMESTAMP(t.ends_at)") \
	X(T, INT, off, "t.state = 'cancelled' OR e.state = 'cancelled'") \
	X(T, INT, first, "UNIX_TIMESTAMP(t.created_at)") \
	X(T, INT, last, \
	  "UNIX_TIMESTAMP(GREATEST(e.enrolled_at, COALESCE(e.decided_at, e.enrolled_at)))")
static const struct col training_cols[] = { TRAINING_COLS(ROW_COL_, event_row){ COL_END, 0 } };
static struct stmt trainings_q = SQL(
	"SELECT " ROW_SELECT(TRAINING_COLS)
	"  FROM enrolment e"
	"  JOIN training t ON t.id = e.training_id"
	"  JOIN station s ON s.id = t.station_id"
	" WHERE e.person_id = ?"
	"   AND e.state <> 'waiting'"
	"   AND t.state <> 'draft'"
	"   AND t.starts_at >= ?"
	" ORDER BY t.starts_at, t.id"
	" LIMIT 100");

static const char *feed_key(struct arena *a, int64_t person, struct bytes nonce)
{
	const char *said = arena_fmt(a, "%lld|%s", (long long)person, hex_encode(a, nonce));
	struct bytes m = secret_mac(a, "calendar",
				    (struct bytes){ (const uint8_t *)said, strlen(said) });
	return hex_encode(a, (struct bytes){ m.p, KEY_BYTES });
}

static struct bytes feed_hash(struct arena *a, const char *key)
{
	return secret_sha256(a, (struct bytes){ (const uint8_t *)key, strlen(key) });
}

/* "station.example:8080" of base_url */
static const char *feed_host(struct arena *a)
{
	const char *from = strstr(cfg.base_url, "://");
	from = from ? from + 3 : cfg.base_url;
	return arena_dup(a, from, strcspn(from, "/"));
}

static void feed_event(struct rq *q, struct ics *c, const struct event_row *r, const char *path)
{
	struct arena *a = q->arena;
	ics_event(c, &(struct ics_event){ .uid = arena_fmt(a, "%s@%s", r->no, feed_host(a)),
					  .seq = r->last - r->first + (r->off != 0),
					  .changed = r->last,
					  .starts = r->starts,
					  .ends = r->ends,
					  .title = r->title,
					  .place = r->place,
					  .about = r->station,
					  .url = arena_fmt(a, "%s%s%s", cfg.base_url, path, r->no),
					  .cancelled = r->off != 0 });
}

static enum err feed_write(struct rq *q, int64_t person, struct bytes *file)
{
	const char *since = clock_time(q->arena, q->now - (int64_t)BACK_DAYS * DAY);
	struct event_row *v;
	struct ics c;
	size_t n;
	ics_open(&c, q->arena, lang("account.calendar_name"));
	enum err e = row_all(&activities_q, ARGS(A_(person), A_(since)), event_row_cols, sizeof(*v),
			     &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		feed_event(q, &c, &v[i], "/activity/");
	if (!e)
		e = row_all(&trainings_q, ARGS(A_(person), A_(since)), training_cols, sizeof(*v),
			    &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		feed_event(q, &c, &v[i], "/training/");
	if (!e)
		*file = ics_close(&c);
	return e;
}

/* Asked for by programs, without a session: an address that was renewed is not there. */
enum err calendar_feed(struct rq *q)
{
	const char *k = str_or(query(q, "k"), "");
	struct bytes file;
	int64_t person;
	enum err e = db_int(&whose_q, ARGS(A_(feed_hash(q->arena, k))), &person);
	if (!e)
		e = feed_write(q, person, &file);
	if (e)
		return e;
	reply_header(q, "Cache-Control", "private, no-store");
	return reply_body(q, "text/calendar; charset=utf-8", (const char *)file.p, file.n);
}

enum err calendar_file(struct rq *q)
{
	struct bytes file;
	enum err e = feed_write(q, q->person, &file);
	if (e)
		return e;
	reply_header(q, "Cache-Control", "private, no-store");
	return reply_file(q, "text/calendar; charset=utf-8", "volunteer.ics", NULL, file);
}

static enum err feed_nonce(void *ctx, const struct row *r)
{
	struct bytes *nonce = ctx;
	*nonce = (struct bytes){ (const uint8_t *)arena_dup(db_arena(), r->cells[0].text,
							    r->cells[0].n),
				 r->cells[0].n };
	return OK;
}

enum err calendar_page(struct rq *q)
{
	struct bytes nonce = { NULL, 0 };
	enum err e = db_each(&feed_q, ARGS(A_(q->person)), feed_nonce, &nonce);
	if (!e && nonce.n) {
		put(q, "Feed.address",
		    arena_fmt(q->arena, "%s/account/calendar.ics?k=%s", cfg.base_url,
			      feed_key(q->arena, q->person, nonce)));
		e = put_one(q, "Feed", &made_q, ARGS(A_(q->person)));
	}
	return e ? e : page(q, "account/calendar.cs");
}

static enum err feed_make(void *ctx)
{
	struct rq *q = ctx;
	struct bytes nonce = secret_uid(q->arena);
	const char *key = feed_key(q->arena, q->person, nonce);
	enum err e = db_exec(&make_q,
			     ARGS(A_(q->person), A_(feed_hash(q->arena, key)), A_(nonce),
				  A_(clock_time(q->arena, q->now))),
			     NULL);
	return e ? e : audit(&q->actor, "calendar.make", "person", q->person, NULL);
}

enum err calendar_make(struct rq *q)
{
	enum err e = db_tx(feed_make, q);
	return e ? e : see(q, "/account/me/calendar?done=calendar_made");
}

static enum err feed_end(void *ctx)
{
	struct rq *q = ctx;
	enum err e = calendar_forget(q->person);
	return e ? e : audit(&q->actor, "calendar.end", "person", q->person, NULL);
}

enum err calendar_end(struct rq *q)
{
	enum err e = db_tx(feed_end, q);
	return e ? e : see(q, "/account/me/calendar?done=calendar_ended");
}

enum err calendar_forget(int64_t person)
{
	return db_exec(&drop_q, ARGS(A_(person)), NULL);
}
