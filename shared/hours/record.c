/* record.c - how a service record comes to be: the facts that the rules ask for, the person's day
 * that is also the lock, the row. */
#include "record_inside.h"

#include "clock.h"
#include "config.h"
#include "safeguard.h"
#include "secret.h"
#include "setting.h"
#include "states.h"

#define DUTY_COLS(X, T) \
	X(T, INT, station_id, "a.station_id") \
	X(T, INT, project_id, "a.project_id") \
	X(T, TEXT, state, "a.state") \
	X(T, TEXT, category, "a.category") \
	X(T, TEXT, content, "COALESCE(NULLIF(LEFT(a.content, 500), ''), a.title)") \
	X(T, TEXT, published, "a.published_at") \
	X(T, INT, published_at, "UNIX_TIMESTAMP(a.published_at)") \
	X(T, INT, start, "UNIX_TIMESTAMP(a.starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(a.ends_at)") \
	X(T, INT, on_duty, "COALESCE(o.state = 'on', 0)") \
	X(T, INT, gone, "p.erased_at IS NOT NULL")
ROW_DEFINE(duty_row, DUTY_COLS);
static struct stmt duty_q = SQL(
	"SELECT " ROW_SELECT(DUTY_COLS)
	"  FROM activity a"
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = ?"
	"  LEFT JOIN person p ON p.id = o.person_id"
	" WHERE a.id = ?");

/* The person's day, with what counts of elsewhere, and what lies on it; a day without other
 * records is one row. */
#define DAY_COLS(X, T) \
	X(T, INT, minutes, \
	  "CAST(d.minutes + COALESCE((SELECT SUM(b.minutes) FROM transfer_record b WHERE " \
	  "b.person_id = d.person_id AND b.served_on = d.day AND b.counted = 1), 0) AS SIGNED)") \
	X(T, INT, from, "UNIX_TIMESTAMP(r.starts_at)") \
	X(T, INT, to, "UNIX_TIMESTAMP(r.ends_at)")
ROW_DEFINE(day_row, DAY_COLS);
static struct stmt day_q = SQL(
	"SELECT " ROW_SELECT(DAY_COLS)
	"  FROM volunteer_day d"
	"  LEFT JOIN service_record r ON r.person_id = d.person_id AND r.served_on = d.day"
	"       AND r.state IN " RECORD_COUNTS
	" WHERE d.person_id = ?"
	"   AND d.day = ?"
	" LIMIT 1440");
static struct stmt add_q = SQL(
	"INSERT INTO service_record (uid, no, station_id, activity_id, project_id, person_id,"
	"       served_on, starts_at, ends_at, minutes, evidence, offline, category, content,"
	"       remark, activity_published_at, flags, logger_id, logged_at, leader_id, leader_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt proof_q = SQL(
	"INSERT INTO backfill_proof (record_id, document_id, added_by, added_at)"
	" VALUES (?, ?, ?, ?)");
/* Records of one activity have its words, unless somebody gave one of them others. */
static struct stmt content_q = SQL(
	"UPDATE service_record r"
	"  JOIN service_record x ON x.activity_id = r.activity_id AND x.content = r.content"
	"   SET x.content = ?"
	" WHERE r.id = ?");

/* Reads the day that is held by now. */
static enum err day_read(int64_t person_id, const char *day, struct rules_day *out)
{
	struct day_row *v;
	size_t n;
	enum err e = row_all(&day_q, ARGS(A_(person_id), A_(day)), day_row_cols, sizeof(*v), &v,
			     &n);
	if (e || !n)
		return e ? e : ERR(ERR_INTERNAL, "no day %s", day);
	struct rules_span *others = arena_array(db_arena(), n, sizeof(*others));
	out->minutes = v[0].minutes;
	out->others = others;
	out->n = v[0].from == DB_NONE ? 0 : n;
	for (size_t i = 0; i < out->n; i++)
		others[i] = (struct rules_span){ v[i].from, v[i].to };
	return OK;
}

/* Counts the hour on the person's day and asks the rules; a refused one is off again. */
static enum err day_admit(const struct record_new *n, const struct rules_hour *h,
			  struct record_admitted *out, const char **fault)
{
	struct rules_day d = { .n = 0 };
	int64_t minutes = rules_minutes(h->at);
	enum err e = setting_rule(out->station_id, "day_limit_minutes", cfg.day_soft_minutes,
				  &d.limit);
	if (!e)
		e = setting_rule(out->station_id, "day_second_minutes", cfg.day_hard_minutes,
				 &d.second);
	if (e)
		return e;
	e = record_day(n->person_id, out->day, minutes);
	if (e)
		return e == ERR_CHECK ? record_refused(fault, "day_limit") : e;
	e = day_read(n->person_id, out->day, &d);
	const char *word = e ? NULL : rules_broken_day(h, &d);
	if (word)
		e = record_day(n->person_id, out->day, -minutes);
	out->flags = rules_long_day(&d) ? "long_day" : "";
	return e ? e : word ? record_refused(fault, word) : OK;
}

enum err record_admit(const struct actor *by, const struct record_new *n, const char **fault,
		      struct record_admitted *out)
{
	struct duty_row d;
	enum err e = row_one(&duty_q, ARGS(A_(n->person_id), A_(n->activity_id)), duty_row_cols,
			     &d);
	if (e)
		return e;
	struct rules_activity a = { d.state, d.published_at, { d.start, d.end } };
	struct rules_hour h = { .evidence = n->evidence,
				.at = rules_whole((struct rules_span){ n->starts, n->ends }),
				.on_duty = d.on_duty == 1,
				.gone = d.gone == 1,
				.corrects = n->corrects,
				.now = by->now };
	/* Whoever was let in by the code was asked there. */
	if (!n->corrects && (n->offline || !str_eq(n->evidence, "scan")))
		e = safe(&(struct safe_ask){ .activity = n->activity_id,
					     .person = n->person_id,
					     .at = clock_time(by->arena, h.at.from) },
			 &h.lacks);
	bool kin = false;
	if (!e)
		e = record_by_kin(by, n, &kin);
	const char *word = e ? NULL : kin ? "kin" : rules_broken(&a, &h);
	if (e || word)
		return e ? e : record_refused(fault, word);
	*out = (struct record_admitted){ .at = h.at,
					 .day = clock_day(by->arena, h.at.from),
					 .station_id = d.station_id,
					 .project_id = d.project_id,
					 .category = d.category,
					 .content = d.content,
					 .published = d.published };
	return day_admit(n, &h, out, fault);
}

static enum err record_insert(const struct actor *by, const struct record_new *n,
			      const struct record_admitted *a, int64_t *id)
{
	const char *no, *now = actor_time(by);
	bool led = n->leader_id && n->leader_id != DB_NONE;
	enum err e = number_next(by, 'R', a->station_id, &no);
	if (e)
		return e;
	e = db_exec(&add_q,
		    ARGS(A_(secret_uid(by->arena)), A_(no), A_(a->station_id), A_(n->activity_id),
			 A_(a->project_id), A_(n->person_id), A_(a->day),
			 A_(clock_time(by->arena, a->at.from)), A_(clock_time(by->arena, a->at.to)),
			 A_(rules_minutes(a->at)), A_(n->evidence), A_((int64_t)n->offline),
			 A_(a->category), A_(a->content), A_(str_or(n->remark, "")),
			 A_(a->published), A_(a->flags), A_(n->logger_id ? n->logger_id : DB_NONE),
			 A_(now), A_(led ? n->leader_id : DB_NONE), A_(led ? now : NULL)),
		    id);
	if (!e)
		e = activity_counted(n->activity_id);
	return e ? e : audit(by, "service_record.add", "service_record", *id, n->evidence);
}

enum err record_add(const struct actor *by, const struct record_new *n, const char **fault,
		    int64_t *id)
{
	struct record_admitted a;
	enum err e = record_admit(by, n, fault, &a);
	return e ? e : record_insert(by, n, &a, id);
}

enum err record_prove(const struct actor *by, int64_t id, int64_t document_id)
{
	return db_exec(&proof_q, ARGS(A_(id), A_(document_id), A_(by->staff), A_(actor_time(by))),
		       NULL);
}

enum err record_set_content(int64_t id, const char *content)
{
	return db_change(&content_q, ARGS(A_(content), A_(id)));
}
