/*
 * record_flags.c - warning signs 疑点 beside a record. They prove nothing and refuse nothing:
 * they tell a reviewer where to look, and an overseer which station.
 */
#include "record_inside.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "clock.h"

/* From how many on it is remarkable, and by when at night a minor should be at home. */
enum {
	SAME_MINUTE = 8,
	EQUAL = 8,
	DEVICE = 3,
	LATE_DAYS = 3,
	ADULT = 18,
	NIGHT_FROM = 22 * 60,
	NIGHT_TO = 6 * 60,
	LOGGED = 10,
	LOOK_BACK_DAYS = 90
};

#define SIGN_COLS(X, T) \
	X(T, INT, id, "r.id") \
	X(T, TEXT, state, "r.state") \
	X(T, TEXT, flags, "r.flags") \
	X(T, TEXT, evidence, "r.evidence") \
	X(T, INT, minutes, "r.minutes") \
	X(T, INT, offline, "r.offline") \
	X(T, TEXT, day, "r.served_on") \
	X(T, INT, from, "CAST(TIME_TO_SEC(TIME(r.starts_at)) DIV 60 AS SIGNED)") \
	X(T, INT, to, "CAST(TIME_TO_SEC(TIME(r.ends_at)) DIV 60 AS SIGNED)") \
	X(T, INT, after, "DATEDIFF(r.logged_at, r.served_on)") \
	X(T, INT, logger_id, "r.logger_id") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, INT, left, "CAST(UNIX_TIMESTAMP(o.at) DIV 60 AS SIGNED)") \
	X(T, TEXT, device, "HEX(i.device_hash)") \
	X(T, TEXT, near_in, "i.nearness") \
	X(T, TEXT, near_out, "o.nearness")
#define SIGN_SELECT_(T, kind, name, expr) expr " AS `" #name "`, "
struct sign {
	SIGN_COLS(ROW_MEMBER_, )
};
static const struct col sign_cols[] = { SIGN_COLS(ROW_COL_, sign){ COL_END, 0 } };
static struct stmt signs_q = SQL(
	"SELECT " SIGN_COLS(SIGN_SELECT_, ) "0 AS _end"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	"  LEFT JOIN attendance i ON i.activity_id = r.activity_id AND i.person_id = r.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance o ON o.activity_id = r.activity_id AND o.person_id = r.person_id"
	"       AND o.direction = 'out'"
	" WHERE r.activity_id = ?"
	"   AND r.state IN ('to_review', 'notice', 'effective', 'disputed')"
	" ORDER BY r.id"
	" LIMIT 2000");
static struct stmt logged_q = SQL(
	"SELECT COUNT(*) AS n"
	"  FROM service_record"
	" WHERE logger_id = ?"
	"   AND logged_at >= ?"
	" HAVING n >= ?"
	"   AND SUM(evidence = 'backfill') * 2 > n");
/* What was published was declared on that day at the latest. */
static struct stmt ahead_q = SQL(
	"SELECT a.station_id, GREATEST(COALESCE(a.planned, 0),"
	"       (SELECT COUNT(*) FROM roster o WHERE o.activity_id = a.id AND o.state = 'on')),"
	"       DATEDIFF(a.starts_at, COALESCE(a.declared_on, a.published_at, ?))"
	"  FROM activity a"
	" WHERE a.id = ?");
static struct stmt set_q = SQL(
	"UPDATE service_record"
	"   SET flags = ?"
	" WHERE id = ?"
	"   AND flags <> ?");

struct flagging {
	const struct actor *by;
	struct sign *v;
	size_t n;
	int64_t logger; /* the last one asked after, and what was found */
	bool mostly_late;
	bool undeclared;
};

/* How many rows agree with this one, itself included. */
static size_t alike(const struct flagging *f, const struct sign *s,
		    bool (*same)(const struct sign *a, const struct sign *b))
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++)
		n += same(s, &f->v[i]);
	return n;
}

static bool same_minute(const struct sign *a, const struct sign *b)
{
	return a->left != DB_NONE && a->left == b->left && str_eq(b->evidence, "scan");
}

/* Scans differ by themselves; times that people type should differ as well. */
static bool equal_minutes(const struct sign *a, const struct sign *b)
{
	return a->minutes == b->minutes && a->from == b->from && str_eq(a->evidence, b->evidence);
}

static bool same_device(const struct sign *a, const struct sign *b)
{
	return a->device && str_eq(a->device, b->device);
}

static bool minor_at_night(const struct sign *s)
{
	return s->birth_on && age_on(s->birth_on, s->day) < ADULT &&
	       (s->from < NIGHT_TO || s->to > NIGHT_FROM);
}

static bool far_away(const struct sign *s)
{
	return str_eq(s->near_in, "out") || str_eq(s->near_out, "out");
}

static enum err mostly_backfill(struct flagging *f, const struct sign *s, bool *yes)
{
	*yes = false;
	if (s->logger_id == DB_NONE)
		return OK;
	if (f->logger != s->logger_id) {
		int64_t n;
		int64_t since = f->by->now - LOOK_BACK_DAYS * 86400LL;
		enum err e = db_int(
			&logged_q,
			ARGS(A_(s->logger_id), A_(clock_time(db_arena(), since)), A_(LOGGED)), &n);
		if (e && e != ERR_NOT_FOUND)
			return e;
		f->logger = s->logger_id;
		f->mostly_late = !e;
	}
	*yes = f->mostly_late;
	return OK;
}

static void add(struct buf *b, bool yes, const char *word)
{
	if (yes)
		buf_fmt(b, "%s%s", b->n ? "," : "", word);
}

static enum err flag_one(struct flagging *f, const struct sign *s)
{
	struct buf b = { .arena = db_arena() };
	bool late;
	int64_t rows;
	enum err e = mostly_backfill(f, s, &late);
	if (e)
		return e;
	buf_str(&b, "");
	add(&b, str_in("long_day", s->flags), "long_day");
	add(&b, str_eq(s->evidence, "scan") && alike(f, s, same_minute) >= SAME_MINUTE,
	    "same_minute");
	add(&b, !str_eq(s->evidence, "scan") && alike(f, s, equal_minutes) >= EQUAL,
	    "equal_minutes");
	add(&b, s->after > LATE_DAYS, "late_entry");
	add(&b, minor_at_night(s), "minor_night");
	add(&b, late, "backfill_logger");
	add(&b, alike(f, s, same_device) >= DEVICE, "same_device");
	add(&b, s->offline == 1, "offline");
	add(&b, far_away(s), "far");
	add(&b, f->undeclared, "undeclared");
	return db_affect(&set_q, ARGS(A_((const char *)b.p), A_(s->id), A_((const char *)b.p)),
			 &rows);
}

struct ahead {
	int64_t station, people, days;
};

static enum err ahead_row(void *ctx, const struct row *r)
{
	*(struct ahead *)ctx = (struct ahead){ r->cells[0].i, r->cells[1].i, r->cells[2].i };
	return OK;
}

enum err record_undeclared(const struct actor *by, int64_t activity_id, bool *yes)
{
	struct ahead a = { 0, 0, 0 };
	int64_t people, days;
	enum err e = db_each(&ahead_q, ARGS(A_(actor_today(by)), A_(activity_id)), ahead_row, &a);
	if (!e)
		e = record_rule(a.station, "activity_declare_from", 0, &people);
	if (!e)
		e = record_rule(a.station, "activity_declare_days", 0, &days);
	*yes = !e && people > 0 && a.people >= people && a.days < days;
	return e;
}

enum err record_flag(const struct actor *by, int64_t activity_id)
{
	struct flagging f = { .by = by, .logger = DB_NONE };
	enum err e = record_undeclared(by, activity_id, &f.undeclared);
	if (e)
		return e;
	e = row_all(&signs_q, ARGS(A_(activity_id)), sign_cols, sizeof(*f.v), &f.v, &f.n);
	for (size_t i = 0; !e && i < f.n; i++)
		if (str_eq(f.v[i].state, "to_review"))
			e = flag_one(&f, &f.v[i]);
	return e;
}
