/* thanks.c - the wall of thanks 感谢墙 of a station: who served and allows their name to be public
 * (consent public_name), in the order of names and never by hours. */
#include "code.h"
#include "station.h"

/* Whoever was here last of the station's volunteers, so many looked at. */
static struct stmt names_q = SQL(
	"SELECT p.name"
	"  FROM (SELECT person_id FROM volunteer FORCE INDEX (volunteer_home)"
	"       WHERE station_id = ? AND served_minutes > 0 ORDER BY person_id DESC LIMIT 3000) v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE p.erased_at IS NULL"
	"   AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id"
	"       AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1"
	" ORDER BY COALESCE(p.name_pinyin, p.name), p.name, p.id"
	" LIMIT 1000");

enum err station_thanks(struct rq *q)
{
	int64_t station;
	enum err e = front_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_query(q, "Names", &names_q, ARGS(A_(station)));
	/* Not kept by anybody: a consent that is withdrawn ends at once. */
	return e ? e : page(q, "station/thanks.cs");
}
