/* poster_badge.c - badges 统一标志 of the station's own volunteers, picked by ticks or by the roster of
 * an activity; and what the code on one shows: whether it holds. */
#include <string.h>

#include "badge_sheet.h"
#include "clock.h"
#include "code.h"
#include "config.h"
#include "form.h"
#include "list.h"
#include "secret.h"
#include "session.h"
#include "setting.h"
#include "station.h"

enum { SHEETS_MOST = 200, KEY_BYTES = 8, LOOKS = 60, HOUR = 3600 };

#define WEARERS_COLS(C) \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(DAY, registered_on, "DATE(v.registered_at)", "")
#define WEARERS_TABLE      "volunteer v"
#define WEARERS_JOINS      "  JOIN person p ON p.id = v.person_id"
#define WEARERS_WHERE      "v.station_id = ? AND v.state = 'active'"
#define WEARERS_FILTERS(F) F(DAY, from, "v.registered_at >= ?")
#define WEARERS_WAYS(S, L) S(L, registered_on, any, "v.person_id", "volunteer_station")
#define WEARERS_ID         "v.person_id"
LIST_DEFINE(WEARERS);
static const struct list wearers = LIST(WEARERS, "Wearers", "station.Wearers");

#define BADGE_IN(X, T) \
	X(T, LIST, who, 0, SHEETS_MOST) \
	X(T, NO, activity, 0, 24)
FORM_DEFINE(badge_in, BADGE_IN);

static struct stmt station_q = SQL(
	"SELECT no, name, phone"
	"  FROM station"
	" WHERE id = ?");
#define FIELDS \
	"(SELECT GROUP_CONCAT(c.name ORDER BY c.sort, c.code SEPARATOR '\u3001')" \
	"  FROM code_item c WHERE c.list = 'service_category'" \
	"   AND FIND_IN_SET(c.code, v.categories)) AS fields"
static struct stmt one_q = SQL(
	"SELECT v.no, p.name, " FIELDS
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.no = ?"
	"   AND v.station_id = ?"
	"   AND v.state = 'active'");
static struct stmt roster_q = SQL(
	"SELECT v.no, p.name, " FIELDS
	"  FROM activity a"
	"  JOIN roster r ON r.activity_id = a.id"
	"  JOIN volunteer v ON v.person_id = r.person_id"
	"   AND v.station_id = a.station_id"
	"   AND v.state = 'active'"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE a.no = ?"
	"   AND a.station_id = ?"
	"   AND r.state = 'on'"
	" ORDER BY COALESCE(p.name_pinyin, p.name), v.no"
	" LIMIT 200");
static struct stmt holds_q = SQL(
	"SELECT v.no, v.state, p.name, v.station_id = ? AS here"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.no = ?");

enum err badges_list(struct rq *q)
{
	return list_page(q, &wearers, ARGS(A_(q->station)), "station/badges.cs");
}

/* Bound to the number by the installation's key: nobody makes one up. */
static const char *badge_key(struct arena *a, const char *no)
{
	struct bytes text = { (const uint8_t *)no, strlen(no) };
	return hex_encode(a, (struct bytes){ secret_mac(a, "badge.k", text).p, KEY_BYTES });
}

struct faces {
	struct rq *q;
	const char *station_no;
	struct badge_face v[SHEETS_MOST];
	size_t n;
};

static void face_add(struct faces *f, const char *no, const char *name, const char *fields)
{
	struct arena *a = f->q->arena;
	const char *at = arena_fmt(a, "%s/s/%s/v/%s?k=%s", cfg.base_url, f->station_no, no,
				   badge_key(a, no));
	if (f->n < SHEETS_MOST)
		f->v[f->n++] = (struct badge_face){
			arena_str(a, name), arena_str(a, no), at,
			fields && *fields
				? arena_fmt(a, "%s%s", lang("poster.badge_fields"), fields)
				: NULL
		};
}

static enum err faces_row(void *ctx, const struct row *r)
{
	face_add(ctx, r->cells[0].text, r->cells[1].text, r->cells[2].text);
	return OK;
}

/* A number that is no volunteer of the station is left out, and said. */
static enum err faces_read(struct faces *f, const struct badge_in *in)
{
	struct rq *q = f->q;
	enum err e = OK;
	if (in->activity)
		e = db_each(&roster_q, ARGS(A_(in->activity), A_(q->station)), faces_row, f);
	for (size_t i = 0; !e && i < in->who.n; i++) {
		size_t before = f->n;
		e = db_each(&one_q, ARGS(A_(in->who.v[i]), A_(q->station)), faces_row, f);
		if (!e && f->n == before && before < SHEETS_MOST) {
			form_error(q, "who", "badge_unknown");
			return ERR_FORM;
		}
	}
	if (!e && !f->n) {
		form_error(q, in->activity ? "activity" : "who", "badge_nobody");
		e = ERR_FORM;
	}
	return e;
}

enum err badges_print(struct rq *q)
{
	struct badge_in in;
	struct bytes pdf;
	int64_t mongolian = 0;
	struct faces *f = arena_alloc(q->arena, sizeof(*f));
	if (!form_read(q, badge_in_fields, &in))
		return ERR_FORM;
	enum err e = put_one(q, "Place", &station_q, ARGS(A_(q->station)));
	*f = (struct faces){ .q = q, .station_no = got(q, "Place.no") };
	if (!e)
		e = faces_read(f, &in);
	if (!e)
		e = setting_rule(q->station, "paper_mongolian", 0, &mongolian);
	if (e)
		return e;
	const char *phone = str_or(got(q, "Place.phone"), "");
	struct badge_about about = {
		.station = got(q, "Place.name"),
		.number = lang("poster.badge_number"),
		.phone = *phone ? arena_fmt(q->arena, "%s %s", lang("poster.badge_phone"), phone)
				: NULL,
		.mongolian = mongolian ? lang("poster.badge_mongolian") : NULL,
	};
	e = badge_sheet(q->arena, clock_day(q->arena, q->now), &about, f->v, f->n, &pdf);
	if (e == ERR_CHECK) {
		form_error(q, NULL, "badge_letters");
		return ERR_FORM;
	}
	if (!e)
		e = audit(&q->actor, "volunteer.badge", "station", q->station,
			  arena_fmt(q->arena, "%zu", f->n));
	return e ? e : reply_picture(q, "application/pdf", "badges.pdf", NULL, pdf);
}

/* Whoever stands in front of a badge: it holds, or it does not. The name is the one that they read
 * there, and is masked to everybody else's eyes. */
enum err badge_holds(struct rq *q)
{
	int64_t station;
	const char *no = arg(q, 1), *k = str_or(query(q, "k"), ""), *key = badge_key(q->arena, no);
	enum err e = front_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (e)
		return e;
	bool known = strlen(k) == strlen(key) && secret_equal(k, key, strlen(key));
	e = known ? put_one(q, "Badge", &holds_q, ARGS(A_(station), A_(no)))
		  : throttle(q, "badge-key", q->remote, LOOKS, HOUR);
	if (e && e != ERR_NOT_FOUND)
		return e;
	bool here = known && !e && node_get_int(put_list(q, "Badge"), "here");
	bool holds = here && str_eq(got(q, "Badge.state"), "active");
	if (here)
		put(q, "Badge.name", mask_name(q->arena, got(q, "Badge.name")));
	else
		node_drop(page_root(q), "Badge");
	put_int(q, "Holds", holds ? 1 : 0);
	return page(q, "station/badge.cs");
}
