/* tell_thing.c - what a thing is called, when, where, and its page. */
#include "tell_thing.h"

#include "row.h"

#define THING_COLS(X, T) \
	X(T, INT, station, "x.station_id") \
	X(T, TEXT, name, "x.name") \
	X(T, TEXT, at, "x.at") \
	X(T, TEXT, place, "x.place") \
	X(T, TEXT, path, "x.path") \
	X(T, INT, person, "x.person_id") \
	X(T, INT, urgent, "x.urgent")
ROW_DEFINE(thing_row, THING_COLS);
#define THING "SELECT " ROW_SELECT(THING_COLS) " FROM (SELECT "

static struct stmt activity_q = SQL(
	"" THING "a.station_id, a.title AS name, a.starts_at AS at, a.place,"
	"       CONCAT('/activity/', a.no) AS path, NULL AS person_id, 0 AS urgent"
	"  FROM activity a"
	" WHERE a.id = ?) x");
static struct stmt project_q = SQL(
	"" THING "p.station_id, p.title AS name, NULL AS at, p.place,"
	"       CONCAT('/recruit/', p.no) AS path, NULL AS person_id, 0 AS urgent"
	"  FROM project p"
	" WHERE p.id = ?) x");
static struct stmt training_q = SQL(
	"" THING "t.station_id, t.title AS name, t.starts_at AS at, t.place,"
	"       CONCAT('/training/', t.no) AS path, NULL AS person_id, 0 AS urgent"
	"  FROM training t"
	" WHERE t.id = ?) x");
static struct stmt order_q = SQL(
	"" THING "o.station_id, CONCAT(COALESCE(c.name, ''), ' ', o.no) AS name, NULL AS at,"
	"       '' AS place, o.no AS path, NULL AS person_id, o.urgent"
	"  FROM service_order o"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = o.category"
	" WHERE o.id = ?) x");
static struct stmt record_q = SQL(
	"" THING "r.station_id, a.title AS name, r.starts_at AS at, a.place,"
	"       CONCAT('/activity/hours/', r.no) AS path, r.person_id, 0 AS urgent"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.id = ?) x");

static enum err thing(struct stmt *s, int64_t id, struct thing_row *r, struct telling *t)
{
	enum err e = row_one(s, ARGS(A_(id)), thing_row_cols, r);
	if (e)
		return e;
	t->station = r->station;
	t->target = id;
	t->name = r->name;
	t->at = r->at;
	t->place = r->place;
	t->path = r->path;
	t->urgent = r->urgent;
	return OK;
}

enum err tell_activity(const struct actor *by, int64_t id, const char *event, const char *key,
		       const char *note, enum tell_whom whom)
{
	struct thing_row r;
	struct telling t = { .event = event, .about = "activity", .key = key, .note = note };
	enum err e = thing(&activity_q, id, &r, &t);
	return e ? e : tell_all(by, &t, whom, id);
}

enum err tell_project(const struct actor *by, int64_t id, const char *event, const char *key,
		      const char *note, enum tell_whom whom)
{
	struct thing_row r;
	struct telling t = { .event = event, .about = "project", .key = key, .note = note };
	enum err e = thing(&project_q, id, &r, &t);
	return e ? e : tell_all(by, &t, whom, id);
}

enum err tell_training(const struct actor *by, int64_t id, const char *event, const char *key,
		       const char *note, int64_t person)
{
	struct thing_row r;
	struct telling t = {
		.event = event, .about = "training", .key = key, .note = note, .person = person
	};
	enum err e = thing(&training_q, id, &r, &t);
	if (e)
		return e;
	return person ? tell(by, &t) : tell_all(by, &t, TELL_ENROLLED, id);
}

/* Staff look at it at their desk. */
static enum err order_thing(const struct actor *by, int64_t id, const char *event,
			    const char *until, bool staff, struct telling *t)
{
	struct thing_row r;
	*t = (struct telling){ .event = event,
			       .about = "order",
			       .key = until ? until : actor_time(by),
			       .until = until };
	enum err e = thing(&order_q, id, &r, t);
	if (!e)
		t->path = arena_fmt(by->arena, "/order/%s/%s", staff ? "desk" : "mine", r.path);
	return e;
}

enum err tell_order_team(const struct actor *by, int64_t id, const char *event, const char *until,
			 int64_t team)
{
	struct telling t;
	enum err e = order_thing(by, id, event, until, false, &t);
	return e ? e : tell_all(by, &t, TELL_LEADERS, team);
}

enum err tell_order(const struct actor *by, int64_t id, const char *event, const char *until,
		    enum tell_whom whom, int64_t person)
{
	struct telling t;
	enum err e = order_thing(by, id, event, until, whom == TELL_STAFF, &t);
	if (e)
		return e;
	t.person = person;
	return person ? tell(by, &t) : tell_all(by, &t, whom, whom == TELL_STAFF ? t.station : id);
}

enum err tell_record(const struct actor *by, int64_t id, const char *event, const char *key,
		     const char *note)
{
	struct thing_row r;
	struct telling t = { .event = event, .about = "record", .key = key, .note = note };
	enum err e = thing(&record_q, id, &r, &t);
	if (e)
		return e;
	t.person = r.person;
	return tell(by, &t);
}
