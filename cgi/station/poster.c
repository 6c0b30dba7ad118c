/* poster.c - sheets to hang up 海报: of the station, and of one thing of it (a shift, a project, a
 * survey, a notice, the thanks of a month, the menu of orders), A4 for a lift and A3 for a notice
 * board; and the station's sign 站牌. Nothing is on them that is not public. */
#include "poster.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "station.h"

enum { NAMES_MOST = 300, TEXT_MOST = 600 };

static struct stmt station_q = SQL(
	"SELECT no, name, sign, address, phone, open_hours"
	"  FROM station"
	" WHERE id = ?");
static struct stmt shift_q = SQL(
	"SELECT a.no AS ref, a.title, a.starts_at, a.ends_at, a.place, a.content AS text,"
	"       s.wanted"
	"  FROM shift s"
	"  JOIN activity a ON a.id = s.activity_id"
	" WHERE a.no = ?"
	"   AND s.station_id = ?"
	"   AND a.state = 'published'");
static struct stmt project_q = SQL(
	"SELECT p.no AS ref, p.title, p.starts_on AS starts_at, p.ends_on AS ends_at, p.place,"
	"       p.intro AS text, (SELECT SUM(o.wanted) FROM position o WHERE o.project_id = p.id)"
	"       AS wanted"
	"  FROM project p"
	" WHERE p.no = ?"
	"   AND p.station_id = ?"
	"   AND p.state = 'recruiting'"
	"   AND p.recruit_scope = 'public'");
static struct stmt survey_q = SQL(
	"SELECT code AS ref, title, closes_on AS until"
	"  FROM survey"
	" WHERE code = ?"
	"   AND station_id = ?"
	"   AND state = 'open'");
static struct stmt notice_q = SQL(
	"SELECT LOWER(HEX(uid)) AS ref, title, body AS text, until"
	"  FROM announcement"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?"
	"   AND published_at IS NOT NULL"
	"   AND (until IS NULL OR until >= CURDATE())");
/* Who served in the month and allows their name to be public, in the order of names. */
static struct stmt names_q = SQL(
	"SELECT DISTINCT p.name, COALESCE(p.name_pinyin, p.name) AS _order, p.id AS _id"
	"  FROM (SELECT person_id FROM service_record FORCE INDEX (service_record_station)"
	"       WHERE station_id = ? AND state = 'effective' AND served_on >= ?"
	"              AND served_on < ? + INTERVAL 1 MONTH LIMIT 5000) r"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE p.erased_at IS NULL"
	"   AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id"
	"       AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1"
	" ORDER BY _order, p.name, _id"
	" LIMIT 300");
static struct stmt menu_q = SQL(
	"SELECT i.name"
	"  FROM service_item i"
	" WHERE i.station_id <=> IF(EXISTS (SELECT 1 FROM service_item x WHERE x.station_id = ?),"
	"       ?, NULL)"
	"   AND i.state = 'on'"
	" ORDER BY i.sort, i.id"
	" LIMIT 40");

static const char *of(struct rq *q, const char *field)
{
	return got(q, field);
}

static const char *url(struct rq *q, const char *path, const char *ref)
{
	return arena_fmt(q->arena, "%s%s%s", cfg.base_url, path, ref);
}

/* Not broken between its letters, as Chinese is: a word joiner stands between. */
static const char *unbroken(struct arena *a, const char *name)
{
	struct buf b = { .arena = a };
	buf_str(&b, "");
	for (; *name; name++) {
		if (b.n && ((unsigned char)*name & 0xc0) != 0x80)
			buf_str(&b, "\u2060");
		buf_char(&b, *name);
	}
	return b.p;
}

/* The names of rows, with a mark between. */
static const char *joined(struct rq *q, const char *list, const char *between)
{
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (struct node *n = node_first(put_list(q, list)); n; n = node_next(n))
		buf_fmt(&b, "%s%s", b.n ? between : "", unbroken(q->arena, node_get(n, "name")));
	return b.p;
}

static const char *wanted(struct rq *q)
{
	return arena_fmt(q->arena, "%s %s %s", lang("poster.wanted"),
			 str_or(of(q, "Thing.wanted"), "0"), lang("Layout.persons"));
}

/* "2026-12-05 09:00 – 11:00", or from day to day. */
static const char *span_of(struct rq *q)
{
	const char *from = str_or(of(q, "Thing.starts_at"), "");
	const char *to = str_or(of(q, "Thing.ends_at"), "");
	bool hours = strlen(from) > 10 && strlen(to) > 10 && strncmp(from, to, 10) == 0;
	return hours ? arena_fmt(q->arena, "%.16s – %.5s", from, to + 11)
		     : arena_fmt(q->arena, "%.10s – %.10s", from, to);
}

static void of_thing(struct rq *q, struct poster *p, const char *path)
{
	p->title = of(q, "Thing.title");
	p->url = url(q, path, of(q, "Thing.ref"));
	p->text = utf8_cut(q->arena, of(q, "Thing.text"), TEXT_MOST);
	p->place = of(q, "Thing.place");
}

static enum err poster_of_shift(struct rq *q, const char *ref, struct poster *p)
{
	enum err e = put_one(q, "Thing", &shift_q, ARGS(A_(ref), A_(q->station)));
	if (e)
		return e;
	of_thing(q, p, "/recruit/shift/");
	p->when = span_of(q);
	p->call = lang("poster.call_shift");
	p->about = wanted(q);
	return OK;
}

static enum err poster_of_project(struct rq *q, const char *ref, struct poster *p)
{
	enum err e = put_one(q, "Thing", &project_q, ARGS(A_(ref), A_(q->station)));
	if (e)
		return e;
	of_thing(q, p, "/recruit/");
	p->when = span_of(q);
	p->call = lang("poster.call_project");
	p->about = wanted(q);
	return OK;
}

static const char *until(struct rq *q)
{
	const char *day = of(q, "Thing.until");
	return day ? arena_fmt(q->arena, "%s %s", lang("poster.until"), day) : NULL;
}

static enum err poster_of_survey(struct rq *q, const char *ref, struct poster *p)
{
	enum err e = put_one(q, "Thing", &survey_q, ARGS(A_(ref), A_(q->station)));
	if (e)
		return e;
	of_thing(q, p, "/needs/s/");
	p->text = lang("poster.about_survey");
	p->when = until(q);
	p->call = lang("poster.call_survey");
	return OK;
}

static enum err poster_of_notice(struct rq *q, const char *ref, struct poster *p)
{
	enum err e = put_one(q, "Thing", &notice_q, ARGS(A_(ref), A_(q->station)));
	if (e)
		return e;
	of_thing(q, p, arena_fmt(q->arena, "/s/%s/n/", of(q, "Place.no")));
	p->when = until(q);
	p->call = lang("poster.call_notice");
	return OK;
}

/* ref: a month, 2026-11. */
static enum err poster_of_thanks(struct rq *q, const char *ref, struct poster *p)
{
	int64_t day;
	const char *first = arena_fmt(q->arena, "%s-01", ref);
	if (strlen(ref) != 7 || !clock_parse_day(first, &day))
		return ERR(ERR_NOT_FOUND, "month");
	enum err e = put_query(q, "Names", &names_q, ARGS(A_(q->station), A_(first), A_(first)));
	if (e)
		return e;
	p->title = lang("poster.thanks");
	p->when = arena_fmt(q->arena, "%.4s %s %d %s", ref, lang("poster.year"),
			    (ref[5] - '0') * 10 + ref[6] - '0', lang("poster.month"));
	p->text = joined(q, "Names", lang("station.between"));
	if (!*p->text)
		p->text = lang("poster.thanks_nobody");
	p->url = url(q, "/s/", arena_fmt(q->arena, "%s/thanks", of(q, "Place.no")));
	p->call = lang("poster.call_thanks");
	p->about = lang("poster.about_thanks");
	return OK;
}

static enum err poster_of_menu(struct rq *q, const char *ref, struct poster *p)
{
	(void)ref;
	enum err e = put_query(q, "Items", &menu_q, ARGS(A_(q->station), A_(q->station)));
	p->title = lang("poster.menu");
	p->text = joined(q, "Items", "　　");
	p->url = url(q, "/order/new?station=", of(q, "Place.no"));
	p->call = lang("poster.call_menu");
	p->about = lang("poster.about_menu");
	return e;
}

static enum err poster_of_station(struct rq *q, const char *ref, struct poster *p)
{
	(void)ref;
	p->call = lang("station.poster_call");
	p->url = url(q, "/s/", of(q, "Place.no"));
	p->about = lang("station.poster_about");
	return OK;
}

static const struct layout {
	const char *kind;
	enum err (*fill)(struct rq *q, const char *ref, struct poster *p);
} layouts[] = { { "station", poster_of_station }, { "shift", poster_of_shift },
		{ "project", poster_of_project }, { "survey", poster_of_survey },
		{ "notice", poster_of_notice },   { "thanks", poster_of_thanks },
		{ "menu", poster_of_menu } };

static enum err poster_fill(struct rq *q, const char *kind, struct poster *p)
{
	for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
		if (str_eq(layouts[i].kind, kind))
			return layouts[i].fill(q, str_or(query(q, "no"), ""), p);
	return ERR(ERR_NOT_FOUND, "layout");
}

enum err station_poster(struct rq *q)
{
	struct bytes pdf;
	const char *kind = str_or(query(q, "kind"), "station"), *day = clock_day(q->arena, q->now);
	enum err e = put_one(q, "Place", &station_q, ARGS(A_(q->station)));
	if (e)
		return e;
	const char *phone = str_or(of(q, "Place.phone"), "");
	const char *sign = of(q, "Place.sign");
	struct poster p = {
		.name = *str_or(sign, "") ? sign : of(q, "Place.name"),
		.phone = *phone ? arena_fmt(q->arena, "%s %s", lang("Frame.phone"), phone) : NULL,
		.hours = of(q, "Place.open_hours"),
		.address = of(q, "Place.address"),
		.made = arena_fmt(q->arena, "%s %s", lang("poster.made"), day),
		.a3 = str_eq(query(q, "size"), "a3"),
	};
	bool is_sign = str_eq(kind, "sign");
	e = is_sign ? poster_sign(q->arena, day, p.name, &pdf) : poster_fill(q, kind, &p);
	if (!e && !is_sign)
		e = poster_make(q->arena, day, &p, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "poster.pdf", NULL, pdf);
}
