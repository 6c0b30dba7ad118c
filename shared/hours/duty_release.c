/* duty_release.c - who may serve no more is released from all that is ahead. */
#include "application.h"
#include "clock.h"
#include "duty.h"
#include "row.h"
#include "tell.h"

#define AHEAD_COLS(X, T) \
	X(T, INT, id, "b.id") \
	X(T, INT, station, "b.station_id") \
	X(T, TEXT, no, "b.no") \
	X(T, TEXT, title, "b.title") \
	X(T, TEXT, starts_at, "b.starts_at") \
	X(T, INT, leader, "b.leader_id")
ROW_DEFINE(ahead_row, AHEAD_COLS);
/* A visit at home is an order's, which has its own way out. */
static struct stmt ahead_q = SQL(
	"SELECT " ROW_SELECT(AHEAD_COLS)
	"  FROM roster r"
	"  JOIN activity b ON b.id = r.activity_id AND b.state IN ('draft', 'published')"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND b.starts_at > ?"
	"   AND NOT EXISTS (SELECT 1 FROM home_service h WHERE h.activity_id = b.id)"
	" ORDER BY b.id"
	" LIMIT 200");
/* A place of a shift goes with its roster. */
static struct stmt alive_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.person_id = ?"
	"   AND (a.state IN ('pending', 'waiting', 'offered')"
	"       OR (a.state = 'accepted' AND a.activity_id IS NULL AND a.project_open = 1))"
	" ORDER BY a.position_id, a.activity_id"
	" LIMIT 200");
static enum err release_tell(const struct actor *by, int64_t person, const struct ahead_row *d)
{
	struct arena *m = by->arena;
	struct telling t = { .event = "leave",
			     .station = d->station,
			     .about = "activity",
			     .target = d->id,
			     .key = arena_fmt(m, "%lld.%lld", (long long)person,
					      (long long)by->now),
			     .name = d->title,
			     .at = d->starts_at,
			     .path = arena_fmt(m, "/activity/manage/%s", d->no) };
	enum err e = tell_all(by, &t, TELL_STAFF, d->station);
	if (e || d->leader == DB_NONE || d->leader == person)
		return e;
	t.person = d->leader;
	t.path = arena_fmt(m, "/activity/manage/%s/board", d->no);
	return tell(by, &t);
}

static enum err release_duty(const struct actor *by, int64_t person, const struct ahead_row *d,
			     const char *excuse)
{
	enum err e = application_excused(by, d->id, person);
	if (!e)
		e = duty_excuse(by, d->id, person, excuse);
	return e ? e : release_tell(by, person, d);
}

enum err duties_release(const struct actor *by, int64_t person, const char *excuse)
{
	struct application_row *a = NULL;
	struct ahead_row *d = NULL;
	size_t n = 0;
	/* First where they only wait, so that no place that they give up comes back to them. */
	enum err e = row_all(&alive_q, ARGS(A_(person)), application_row_cols, sizeof(*a), &a, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = application_off(by, &a[i]);
	if (!e)
		e = row_all(&ahead_q, ARGS(A_(person), A_(actor_time(by))), ahead_row_cols,
			    sizeof(*d), &d, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = release_duty(by, person, &d[i], excuse);
	return e;
}
