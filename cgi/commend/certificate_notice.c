/*
 * certificate_notice.c - 证明公示: what a station has certified lately, for as many days as its rule
 * says (民发〔2015〕149号), so that whoever knows better may say so. Nobody is named by more than the
 * first character; what is wrong is told to the station, or where complaints go.
 */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "commend.h"

static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");
static struct stmt notice_q = SQL(
	"SELECT c.no, p.name AS _name, c.minutes, c.from_on, c.to_on, c.notice_until"
	"  FROM certificate c"
	"  JOIN person p ON p.id = c.person_id"
	"   AND p.erased_at IS NULL"
	" WHERE c.station_id = ?"
	"   AND c.notice_until >= ?"
	"   AND c.state = 'issued'"
	" ORDER BY c.notice_until, c.id"
	" LIMIT 200");

enum err certificate_notice(struct rq *q)
{
	const char *no = arg(q, 0);
	if (strlen(no) > 6 || no[strspn(no, "0123456789")])
		return ERR_NOT_FOUND;
	int64_t station = 0;
	enum err e = db_int(&station_q, ARGS(A_(no)), &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_query(q, "Notice", &notice_q,
			      ARGS(A_(station), A_(clock_day(q->arena, q->now))));
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Notice")); n; n = node_next(n)) {
		node_set(n, "name", mask_name(q->arena, node_get(n, "_name")));
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	}
	if (!q->who.session_id)
		reply_cache(q, 30);
	return page(q, "commend/certificate_notice.cs");
}
