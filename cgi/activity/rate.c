/*
 * rate.c - evaluations 评价 (令67 art. 10): staff rate volunteers whose hours of an activity were
 * reviewed, many at once; a volunteer rates how the station ran it. The first are posted with the
 * records, within the same ten working days.
 */
#include "activity.h"
#include "barred.h"
#include "clock.h"
#include "outbox.h"
#include "secret.h"
#include "states.h"

#define SCORES(X, T) \
	X(T, INT, score_a, 1, 5) \
	X(T, INT, score_b, 1, 5) \
	X(T, INT, score_c, 1, 5)
#define RATE_IN(X, T) \
	X(T, LIST, person, 1, 200) \
	SCORES(X, T) \
	X(T, TEXT, words, 2, 500)
FORM_DEFINE(rate_in, RATE_IN);
#define STATION_IN(X, T) \
	SCORES(X, T) \
	X(T, TEXT, words, 0, 500)
FORM_DEFINE(station_in, STATION_IN);

enum { UID = 16 };

/* Hours that were looked at and are more than none; nobody rates themselves. */
#define SERVED  "r.activity_id = ? AND r.state IN " RECORD_SEEN " AND r.minutes > 0"
#define NOT_OWN "NOT EXISTS (SELECT 1 FROM staff me WHERE me.id = ? AND me.person_id = r.person_id)"

static struct stmt people_q = SQL(
	"SELECT LOWER(HEX(p.uid)) AS ref, v.no, p.name, ROUND(SUM(r.minutes) / 60, 2) AS hours,"
	"       MAX(e.score_a) AS score_a, MAX(e.score_b) AS score_b, MAX(e.score_c) AS score_c,"
	"       MAX(e.words) AS words, MAX(e.rated_on) AS rated_on"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN evaluation e ON e.activity_id = r.activity_id AND e.person_id = r.person_id"
	"       AND e.direction = 'of_volunteer'"
	" WHERE " SERVED
	"   AND " NOT_OWN
	" GROUP BY r.person_id"
	" ORDER BY rated_on IS NOT NULL, MIN(r.id)"
	" LIMIT 200");
static struct stmt person_q = SQL(
	"SELECT r.person_id"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE p.uid = ?"
	"   AND " SERVED
	"   AND " NOT_OWN
	" LIMIT 1");
/* Nobody who rated is named. */
static struct stmt mean_q = SQL(
	"SELECT COUNT(*) AS people, ROUND(AVG(score_a), 1) AS score_a,"
	"       ROUND(AVG(score_b), 1) AS score_b, ROUND(AVG(score_c), 1) AS score_c"
	"  FROM evaluation"
	" WHERE activity_id = ?"
	"   AND direction = 'of_station'"
	" HAVING COUNT(*) > 0");
static struct stmt words_q = SQL(
	"SELECT words, rated_on"
	"  FROM evaluation"
	" WHERE activity_id = ?"
	"   AND direction = 'of_station'"
	"   AND words <> ''"
	" ORDER BY id"
	" LIMIT 100");
static struct stmt own_q = SQL(
	"SELECT r.activity_id"
	"  FROM service_record r"
	" WHERE r.no = ?"
	"   AND r.person_id = ?"
	"   AND r.state IN " RECORD_SEEN
	"   AND r.minutes > 0");
static struct stmt station_q = SQL(
	"SELECT station_id"
	"  FROM activity"
	" WHERE id = ?");
static struct stmt put_q = SQL(
	"INSERT INTO evaluation (uid, station_id, activity_id, person_id, direction, score_a,"
	"       score_b, score_c, words, rated_on, rated_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), version = version + 1,"
	"       score_a = VALUES(score_a), score_b = VALUES(score_b), score_c = VALUES(score_c),"
	"       words = VALUES(words), rated_on = VALUES(rated_on), rated_by = VALUES(rated_by)");
static struct stmt of_q = SQL(
	"SELECT e.score_a, e.score_b, e.score_c, e.words, e.rated_on"
	"  FROM evaluation e"
	"  JOIN service_record r ON r.activity_id = e.activity_id AND r.person_id = e.person_id"
	" WHERE r.id = ?"
	"   AND e.direction = ?"
	" LIMIT 1");

struct rating {
	struct rq *q;
	int64_t activity, station;
	const struct rate_in *many;   /* of volunteers */
	const struct station_in *one; /* of the station, by who asks */
};

static enum err rate_put(struct rq *q, struct act *a)
{
	enum err e = act_here(q, a);
	if (!e && !str_in(a->state, "recording,notice,archived"))
		e = ERR(ERR_STALE, "activity is %s", a->state);
	if (!e)
		e = put_activity(q, a->id);
	if (!e)
		e = put_query(q, "People", &people_q, ARGS(A_(a->id), A_(q->staff)));
	if (!e)
		e = put_query(q, "Views", &words_q, ARGS(A_(a->id)));
	if (e)
		return e;
	e = put_one(q, "Mean", &mean_q, ARGS(A_(a->id)));
	return e == ERR_NOT_FOUND ? OK : e; /* nobody has rated it yet */
}

enum err rate_show(struct rq *q)
{
	struct act a;
	enum err e = rate_put(q, &a);
	return e ? e : page(q, "activity/rate.cs");
}

static enum err rate_keep(const struct rating *r, const char *direction, int64_t person, int64_t a,
			  int64_t b, int64_t c, const char *words)
{
	struct rq *q = r->q;
	int64_t id, staff = q->staff ? q->staff : DB_NONE;
	enum err e = db_exec(&put_q,
			     ARGS(A_(secret_uid(q->arena)), A_(r->station), A_(r->activity),
				  A_(person), A_(direction), A_(a), A_(b), A_(c),
				  A_(str_or(words, "")), A_(clock_day(q->arena, q->now)),
				  A_(staff)),
			     &id);
	if (!e && str_eq(direction, "of_volunteer"))
		e = outbox_evaluation(id);
	return e ? e : audit(&q->actor, "evaluation.rate", "evaluation", id, direction);
}

static enum err rate_people(void *ctx)
{
	const struct rating *r = ctx;
	const struct rate_in *in = r->many;
	enum err e = OK;
	for (size_t i = 0; !e && i < in->person.n; i++) {
		uint8_t uid[UID];
		int64_t person;
		if (!hex_decode(in->person.v[i], uid, sizeof(uid)))
			return ERR_NOT_FOUND;
		e = db_int(&person_q, ARGS(A_(BYTES(uid)), A_(r->activity), A_(r->q->staff)),
			   &person);
		if (!e)
			e = rate_keep(r, "of_volunteer", person, in->score_a, in->score_b,
				      in->score_c, in->words);
	}
	return e;
}

enum err rate_save(struct rq *q)
{
	struct act a;
	struct rate_in in;
	struct rating r = { .q = q, .many = &in };
	enum err e = rate_put(q, &a);
	if (e)
		return e;
	if (!form_read(q, rate_in_fields, &in))
		return ERR_FORM;
	r.activity = a.id;
	r.station = a.station_id;
	e = BARRED(q, DB_NONE);
	if (!e)
		e = db_tx(rate_people, &r);
	return e ? e : see(q, "/activity/manage/%s/rate?done=rated", a.no);
}

static enum err rate_one(void *ctx)
{
	const struct rating *r = ctx;
	const struct station_in *in = r->one;
	return rate_keep(r, "of_station", r->q->person, in->score_a, in->score_b, in->score_c,
			 in->words);
}

enum err rate_station(struct rq *q)
{
	struct station_in in;
	struct rating r = { .q = q, .one = &in };
	enum err e = db_int(&own_q, ARGS(A_(arg(q, 0)), A_(q->person)), &r.activity);
	if (!e)
		e = db_int(&station_q, ARGS(A_(r.activity)), &r.station);
	if (e)
		return e;
	if (!form_read(q, station_in_fields, &in))
		return ERR_FORM;
	e = db_tx(rate_one, &r);
	return e ? e : see(q, "/activity/hours/%s?done=rated_station", arg(q, 0));
}

enum err put_ratings(struct rq *q, int64_t record)
{
	enum err e = put_one(q, "OfMe", &of_q, ARGS(A_(record), A_("of_volunteer")));
	if (!e || e == ERR_NOT_FOUND)
		e = put_one(q, "OfStation", &of_q, ARGS(A_(record), A_("of_station")));
	return e == ERR_NOT_FOUND ? OK : e;
}
