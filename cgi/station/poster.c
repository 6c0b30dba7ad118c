/* poster.c - a sheet of A4 to hang up: the station's name, a code that leads to its page, and its
 * telephone. */
#include "poster.h"

#include "clock.h"
#include "config.h"
#include "station.h"

static struct stmt station_q = SQL(
	"SELECT no, name, sign, address, phone, open_hours"
	"  FROM station"
	" WHERE id = ?");

static const char *of(struct rq *q, const char *field)
{
	return got(q, arena_fmt(q->arena, "Place.%s", field));
}

enum err station_poster(struct rq *q)
{
	struct bytes pdf;
	enum err e = put_one(q, "Place", &station_q, ARGS(A_(q->station)));
	if (e)
		return e;
	const char *phone = str_or(of(q, "phone"), "");
	struct poster p = {
		.name = str_or(of(q, "sign"), of(q, "name")),
		.call = lang("station.poster_call"),
		.url = arena_fmt(q->arena, "%s/s/%s", cfg.base_url, of(q, "no")),
		.about = lang("station.poster_about"),
		.phone = *phone ? arena_fmt(q->arena, "%s %s", lang("Frame.phone"), phone) : NULL,
		.hours = of(q, "open_hours"),
		.address = of(q, "address"),
	};
	e = poster_make(q->arena, clock_day(q->arena, q->now), &p, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "poster.pdf", NULL, pdf);
}
