/* poster.c - a sheet of A4 to hang up: the station's name, a code that leads to its page, and its
 * telephone. */
#include "clock.h"
#include "config.h"
#include "document.h"
#include "station.h"

#define INK   0x17211c
#define GREEN 0x00703c
#define LEFT  60.0
#define WIDE  475.0
#define CODE  270.0

static struct stmt station_q = SQL(
	"SELECT no, name, sign, address, phone, open_hours"
	"  FROM station"
	" WHERE id = ?");

static const struct doc_style name = { DOC_SANS, 30, DOC_CENTRE, 1.3, 0, 0, true, GREEN };
static const struct doc_style call = { DOC_SANS, 22, DOC_CENTRE, 1.4, 0, 0, true, INK };
static const struct doc_style line = { DOC_SANS, 16, DOC_CENTRE, 1.5, 0, 0, false, INK };

static const char *of(struct rq *q, const char *field)
{
	return got(q, arena_fmt(q->arena, "Place.%s", field));
}

static void poster_draw(struct rq *q, struct doc *d)
{
	double y = 80;
	doc_box(d, 28, 28, DOC_WIDTH - 56, DOC_HEIGHT - 56, 4, GREEN);
	y += doc_write(d, LEFT, y, WIDE, &name, str_or(of(q, "sign"), of(q, "name"))) + 10;
	y += doc_write(d, LEFT, y, WIDE, &call, lang("station.poster_call")) + 24;
	doc_qr(d, (DOC_WIDTH - CODE) / 2, y, CODE,
	       arena_fmt(q->arena, "%s/s/%s", cfg.base_url, of(q, "no")));
	y += CODE + 24;
	y += doc_write(d, LEFT, y, WIDE, &line, lang("station.poster_about")) + 10;
	if (*str_or(of(q, "phone"), ""))
		y += doc_write(d, LEFT, y, WIDE, &call,
			       arena_fmt(q->arena, "%s %s", lang("Frame.phone"), of(q, "phone")));
	if (*str_or(of(q, "open_hours"), ""))
		y += doc_write(d, LEFT, y, WIDE, &line, of(q, "open_hours"));
	(void)doc_write(d, LEFT, y, WIDE, &line, of(q, "address"));
}

enum err station_poster(struct rq *q)
{
	struct bytes pdf;
	enum err e = put_one(q, "Place", &station_q, ARGS(A_(q->station)));
	if (e)
		return e;
	struct doc *d = doc_start(q->arena, DOC_PDF, of(q, "name"), clock_day(q->arena, q->now));
	poster_draw(q, d);
	e = doc_finish(d, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "poster.pdf", NULL, pdf);
}
