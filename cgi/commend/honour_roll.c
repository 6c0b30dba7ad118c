/* honour_roll.c - the public honour roll: names stand here with their owners' consent only, by
 * star and then by name, never by hours. */
#include "clock.h"
#include "commend.h"
#include "page.h"

/* Compared, EXISTS stays with its row; bare, all consents would be read for a hundred names. */
#define NAMED \
	"p.erased_at IS NULL AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id " \
	"AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1 "

static struct stmt stars_q = SQL(
	"SELECT p.name, v.star,"
	"       (SELECT s.name FROM station s WHERE s.id = v.station_id) AS station"
	"  FROM (SELECT person_id, station_id, star FROM volunteer FORCE INDEX (volunteer_star)"
	"       WHERE star > 0 ORDER BY star DESC, served_minutes DESC, person_id DESC LIMIT 300) v"
	" STRAIGHT_JOIN person p ON p.id = v.person_id"
	" WHERE " NAMED
	" ORDER BY v.star DESC, COALESCE(p.name_pinyin, p.name), p.name"
	" LIMIT 100");
static struct stmt honours_q = SQL(
	"SELECT h.no, p.name AS person, h.name, h.authority, h.awarded_on, s.name AS station"
	"  FROM (SELECT id, no, name, authority, awarded_on, person_id, station_id"
	"       FROM honour FORCE INDEX (honour_newest) WHERE state = 'effective'"
	"       ORDER BY awarded_on DESC, id DESC LIMIT 500) h"
	" STRAIGHT_JOIN person p ON p.id = h.person_id"
	" STRAIGHT_JOIN station s ON s.id = h.station_id"
	" WHERE " NAMED
	" ORDER BY h.awarded_on DESC, h.id DESC"
	" LIMIT 100");
/* Under notice everybody is named by the first character at most, so that neighbours can object. */
static struct stmt notice_q = SQL(
	"SELECT p.name AS _name, a.star, s.name AS station, s.phone, a.notice_until,"
	"       LOWER(HEX(a.uid)) AS ref"
	"  FROM star_award a"
	"  JOIN person p ON p.id = a.person_id"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.state = 'notice'"
	" ORDER BY a.notice_until, a.id"
	" LIMIT 100");

static struct stmt decisions_q = SQL(
	"SELECT LOWER(HEX(d.uid)) AS uid, d.title, s.name AS station, d.notice_until"
	"  FROM honour_decision d"
	"  JOIN station s ON s.id = d.station_id"
	" WHERE d.state = 'notice'"
	" ORDER BY d.notice_until, d.id"
	" LIMIT 50");

enum err honour_roll(struct rq *q)
{
	enum err e = put_query(q, "Stars", &stars_q, NO_ARGS);
	if (!e)
		e = put_query(q, "Honours", &honours_q, NO_ARGS);
	if (!e)
		e = put_query(q, "Notice", &notice_q, NO_ARGS);
	if (!e)
		e = put_query(q, "Decisions", &decisions_q, NO_ARGS);
	if (e)
		return e;
	put_int(q, "Year", clock_year(q->now));
	for (struct node *n = node_first(put_list(q, "Notice")); n; n = node_next(n))
		node_set(n, "name", mask_name(q->arena, node_get(n, "_name")));
	if (!q->who.session_id)
		reply_cache(q, 30);
	return page(q, "commend/honours.cs");
}
