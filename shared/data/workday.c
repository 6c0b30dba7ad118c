/* workday.c - working days by table holiday. */
#include "workday.h"

#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "db.h"

enum { DAY = 86400, ADD_MAX = 400, SPAN_MAX = 7306 };

static struct stmt holidays_q = SQL(
	"SELECT " ROW_SELECT(HOLIDAY_COLS)
	"  FROM holiday h"
	" WHERE h.day BETWEEN ? AND ?"
	"   AND (h.region_code = '' OR EXISTS (SELECT 1 FROM station s WHERE s.id = ?"
	"       AND s.region_code LIKE h.within))"
	" ORDER BY h.day, LENGTH(h.within)"
	" LIMIT 8000");

static enum err parse(const char *day, int64_t *at)
{
	return day && clock_parse_day(day, at) ? OK : ERR(ERR_BAD_REQUEST, "no day");
}

/* Of one day the smallest region that has a word for it has the last. */
static enum err load(int64_t station, int64_t from, int64_t to, struct holidays *h)
{
	struct arena *a = db_arena();
	enum err e = row_all(&holidays_q,
			     ARGS(A_(clock_day(a, from)), A_(clock_day(a, to)), A_(station)),
			     holiday_row_cols, sizeof(*h->v), &h->v, &h->n);
	size_t kept = 0;
	for (size_t i = 0; !e && i < h->n; i++) {
		kept -= kept && str_eq(h->v[kept - 1].day, h->v[i].day);
		h->v[kept++] = h->v[i];
	}
	h->n = e ? 0 : kept;
	return e;
}

enum err holidays_read(int64_t station, const char *from, const char *to, struct holidays *h)
{
	int64_t a, b;
	enum err e = parse(from, &a);
	if (!e)
		e = parse(to, &b);
	return e ? e : load(station, a, b, h);
}

const struct holiday_row *holiday_of(const struct holidays *h, const char *day)
{
	size_t low = 0, high = h->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(h->v[mid].day, day);
		if (order == 0)
			return &h->v[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

static bool worked(const struct holidays *h, int64_t at)
{
	const struct holiday_row *day = holiday_of(h, clock_day(db_arena(), at));
	if (day && !str_eq(day->kind, "none"))
		return str_eq(day->kind, "work");
	/* 1970-01-01 was a Thursday; at is midnight in Beijing. */
	int64_t weekday = ((at + 8 * 3600) / DAY + 3) % 7;
	return (weekday < 0 ? weekday + 7 : weekday) < 5;
}

enum err workday_add(int64_t station, const char *day, int n, const char **out)
{
	int64_t at;
	struct holidays h;
	enum err e = parse(day, &at);
	if (e || n < 0 || n > ADD_MAX)
		return e ? e : ERR(ERR_BAD_REQUEST, "%d working days", n);
	/* No run of days off is as long as the 60 days added here. */
	int64_t last = at + ((int64_t)n * 2 + 60) * DAY;
	e = load(station, at, last, &h);
	if (e)
		return e;
	while (n > 0) {
		at += DAY;
		if (at > last)
			return ERR(ERR_INTERNAL,
				   "no working day up to "
				   "%s",
				   clock_day(db_arena(), last));
		if (worked(&h, at))
			n--;
	}
	*out = clock_day(db_arena(), at);
	return OK;
}

enum err workday_between(int64_t station, const char *from, const char *to, int64_t *n)
{
	int64_t a, b;
	struct holidays h;
	enum err e = parse(from, &a);
	if (!e)
		e = parse(to, &b);
	if (e)
		return e;
	int64_t sign = a <= b ? 1 : -1, first = sign > 0 ? a : b, last = sign > 0 ? b : a;
	if ((last - first) / DAY > SPAN_MAX)
		return ERR(ERR_BAD_REQUEST, "too far apart");
	e = load(station, first, last, &h);
	if (e)
		return e;
	int64_t count = 0;
	for (int64_t at = first + DAY; at <= last; at += DAY)
		count += worked(&h, at);
	*n = sign * count;
	return OK;
}

enum err workday_left(const struct actor *by, const char *to, int64_t *n)
{
	static struct {
		int64_t now, station, left;
		char to[sizeof("2026-12-04")];
	} last;
	if (last.now != by->now || last.station != by->station || !str_eq(last.to, to)) {
		enum err e = workday_between(by->station, actor_today(by), to, &last.left);
		if (e)
			return e;
		last.now = by->now;
		last.station = by->station;
		(void)snprintf(last.to, sizeof(last.to), "%s", to);
	}
	*n = last.left;
	return OK;
}

enum err workday_is(int64_t station, const char *day, bool *yes)
{
	int64_t at;
	struct holidays h;
	enum err e = parse(day, &at);
	if (!e)
		e = load(station, at, at, &h);
	if (!e)
		*yes = worked(&h, at);
	return e;
}
