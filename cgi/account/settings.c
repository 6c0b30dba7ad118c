/* settings.c - 设置: what is held about somebody and what they can do with it, apart from 我的; and the
 * electronic card 电子志愿者证, which changes its code every minute. */
#include "account.h"
#include "badge.h"
#include "config.h"
#include "document_qr.h"

static struct stmt card_q = SQL(
	"SELECT p.name, v.no, v.star, v.state, s.name AS station"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.person_id = ?");
static struct stmt station_q = SQL(
	"SELECT s.name AS station, DATE(v.registered_at) AS registered_on"
	"  FROM volunteer v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.person_id = ?");

enum err me_settings(struct rq *q)
{
	struct held h;
	enum err e = held_by_person(q, q->person, &h);
	if (!e)
		e = put_held(q, &h, false);
	if (!e)
		e = put_one(q, "Me", &station_q, ARGS(A_(q->person)));
	return e ? e : page(q, "account/settings.cs");
}

/* Only who serves has something to show. */
enum err me_card(struct rq *q)
{
	const char *d, *url;
	int side;
	enum err e = put_one(q, "Card", &card_q, ARGS(A_(q->person)));
	if (e)
		return e;
	const char *no = got(q, "Card.no");
	if (!no || !str_eq(got(q, "Card.state"), "active"))
		return page(q, "account/card.cs");
	url = arena_fmt(q->arena, "%s/activity/card?k=%s", cfg.base_url,
			badge_code(q->arena, no, q->now));
	e = qr_path(q->arena, url, &d, &side);
	if (e)
		return e;
	put(q, "Card.url", url);
	put(q, "Card.path", d);
	put_int(q, "Card.side", side);
	reply_header(q, "Refresh", arena_fmt(q->arena, "%d", BADGE_STEP));
	reply_header(q, "Cache-Control", "no-store");
	return page(q, "account/card.cs");
}
