/* record.c - how a service record comes to be: the rules, the day's limit that is also the lock,
 * the overlap. */
#include "record_inside.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "secret.h"

static struct stmt rule_q = SQL(
	"SELECT COALESCE((SELECT value FROM station_setting WHERE station_id = ? AND name = ?),"
	"       (SELECT value FROM setting WHERE name = ?))");

/* Who has left is on no roster any more. */
#define DUTY_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, INT, station_id, "a.station_id") \
	X(T, INT, project_id, "a.project_id") \
	X(T, TEXT, state, "a.state") \
	X(T, TEXT, category, "a.category") \
	X(T, TEXT, content, "COALESCE(NULLIF(LEFT(a.content, 500), ''), a.title)") \
	X(T, TEXT, published, "a.published_at") \
	X(T, INT, published_at, "UNIX_TIMESTAMP(a.published_at)") \
	X(T, INT, start, "UNIX_TIMESTAMP(a.starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(a.ends_at)") \
	X(T, TEXT, roster, "IF(p.erased_at IS NULL, o.state, 'left')")
ROW_DEFINE(duty_row, DUTY_COLS);

static struct stmt duty_q = SQL(
	"SELECT " ROW_SELECT(DUTY_COLS)
	"  FROM activity a"
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = ?"
	"  LEFT JOIN person p ON p.id = o.person_id"
	" WHERE a.id = ?");
static struct stmt day_more_q = SQL(
	"UPDATE volunteer_day"
	"   SET minutes = minutes + ?"
	" WHERE person_id = ?"
	"   AND day = ?"
	"   AND minutes + ? <= ?");
static struct stmt day_first_q = SQL(
	"INSERT IGNORE INTO volunteer_day (person_id, day, minutes)"
	" VALUES (?, ?, 0)");
static struct stmt day_q = SQL(
	"SELECT minutes"
	"  FROM volunteer_day"
	" WHERE person_id = ?"
	"   AND day = ?");
static struct stmt overlap_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND served_on = ?"
	"   AND state IN ('to_review', 'notice', 'effective', 'disputed')"
	"   AND starts_at < ?"
	"   AND ends_at > ?");
static struct stmt add_q = SQL(
	"INSERT INTO service_record (uid, no, station_id, activity_id, project_id, person_id,"
	"       served_on, starts_at, ends_at, minutes, evidence, offline, category, content,"
	"       remark, activity_published_at, flags, logger_id, logged_at, leader_id, leader_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

enum err record_rule(int64_t station_id, const char *name, int64_t fallback, int64_t *value)
{
	const char *text;
	char *end;
	enum err e = db_text(&rule_q, ARGS(A_(station_id), A_(name), A_(name)), &text);
	if (e)
		return e;
	*value = fallback;
	if (!text)
		return OK;
	long long n = strtoll(text, &end, 10);
	if (!*end && end != text)
		*value = n;
	return OK;
}

bool record_clip(int64_t in, int64_t out, int64_t from, int64_t to, int64_t *starts, int64_t *ends)
{
	/* Seconds that make no whole minute are not counted, wherever in the minute the check-in
	 * fell. */
	int64_t first = in - in % 60, last = first + (out - in) / 60 * 60;
	*starts = first > from ? first : from;
	*ends = last < to ? last : to;
	return *ends - *starts >= 60;
}

enum err record_day(int64_t person_id, const char *day, int64_t minutes, int64_t limit)
{
	int64_t rows;
	struct args more = ARGS(A_(minutes), A_(person_id), A_(day), A_(minutes), A_(limit));
	enum err e = db_affect(&day_more_q, more, &rows);
	if (e || rows)
		return e;
	e = db_exec(&day_first_q, ARGS(A_(person_id), A_(day)), NULL);
	if (!e)
		e = db_affect(&day_more_q, more, &rows);
	return e ? e : rows ? OK : ERR_CHECK;
}

/* Rules that need no lock; NULL: none is broken. */
static const char *broken(const struct actor *by, const struct record_new *n,
			  const struct duty_row *a)
{
	bool late = str_eq(n->evidence, "backfill");
	const char *day = clock_day(db_arena(), a->start);
	if (str_in(a->state, "draft,cancelled,archived"))
		return "state";
	if (!late && (!a->published || a->published_at > a->start))
		return "published_late";
	if (!a->roster || !str_eq(a->roster, "on"))
		return "not_on_roster";
	if (n->ends - n->starts < 60)
		return "empty";
	if (!str_eq(clock_day(db_arena(), n->starts), day) ||
	    !str_eq(clock_day(db_arena(), n->ends), day))
		return "other_day";
	if (n->starts < a->start || n->ends > a->end)
		return "outside";
	if (n->ends > by->now)
		return "future";
	if (str_eq(n->evidence, "list") && !str_eq(day, clock_day(db_arena(), by->now)))
		return "roll_not_today";
	return NULL;
}

static enum err insert(const struct actor *by, const struct record_new *n, const struct duty_row *a,
		       const char *flags, int64_t *id)
{
	const char *no, *now = clock_time(by->arena, by->now);
	bool led = n->leader_id && n->leader_id != DB_NONE;
	enum err e = number_next(by, 'R', a->station_id, &no);
	if (e)
		return e;
	e = db_exec(&add_q,
		    ARGS(A_(secret_uid(by->arena)), A_(no), A_(a->station_id), A_(a->id),
			 A_(a->project_id), A_(n->person_id), A_(clock_day(by->arena, n->starts)),
			 A_(clock_time(by->arena, n->starts)), A_(clock_time(by->arena, n->ends)),
			 A_((n->ends - n->starts) / 60), A_(n->evidence), A_((int64_t)n->offline),
			 A_(a->category), A_(a->content), A_(str_or(n->remark, "")),
			 A_(a->published), A_(flags), A_(n->logger_id ? n->logger_id : DB_NONE),
			 A_(now), A_(led ? n->leader_id : DB_NONE), A_(led ? now : NULL)),
		    id);
	return e ? e : audit(by, "service_record.add", "service_record", *id, n->evidence);
}

static enum err refused(const char **fault, const char *word)
{
	*fault = word;
	return ERR_CHECK;
}

/* Above the soft limit a second reviewer is asked for; the record that crosses it says so. */
static enum err flags_of(const struct record_new *n, const struct duty_row *a, const char *day,
			 const char **out)
{
	int64_t minutes, soft;
	enum err e = db_int(&day_q, ARGS(A_(n->person_id), A_(day)), &minutes);
	if (!e)
		e = record_rule(a->station_id, "day_limit_minutes", cfg.day_soft_minutes, &soft);
	if (e)
		return e;
	const char *given = str_or(n->flags, ""), *mark = minutes > soft ? "long_day" : "";
	*out = arena_fmt(db_arena(), "%s%s%s", given, *given && *mark ? "," : "", mark);
	return OK;
}

enum err record_add(const struct actor *by, const struct record_new *given, const char **fault,
		    int64_t *id)
{
	struct record_new n = *given;
	struct duty_row a;
	int64_t hard, clash;
	const char *flags;
	n.starts -= n.starts % 60;
	n.ends -= n.ends % 60;
	enum err e = row_one(&duty_q, ARGS(A_(n.person_id), A_(n.activity_id)), duty_row_cols, &a);
	if (!e)
		e = record_rule(a.station_id, "day_second_minutes", cfg.day_hard_minutes, &hard);
	if (e)
		return e;
	const char *word = broken(by, &n, &a), *day = clock_day(by->arena, n.starts);
	if (word)
		return refused(fault, word);
	int64_t minutes = (n.ends - n.starts) / 60;
	e = record_day(n.person_id, day, minutes, hard);
	if (e)
		return e == ERR_CHECK ? refused(fault, "day_limit") : e;
	e = db_int(&overlap_q,
		   ARGS(A_(n.person_id), A_(day), A_(clock_time(by->arena, n.ends)),
			A_(clock_time(by->arena, n.starts))),
		   &clash);
	if (!e && clash) {
		e = record_day(n.person_id, day, -minutes, hard);
		return e ? e : refused(fault, "overlap");
	}
	if (!e)
		e = flags_of(&n, &a, day, &flags);
	return e ? e : insert(by, &n, &a, flags, id);
}
