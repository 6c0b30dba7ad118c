/* clash.c - who on a roster stands on another one at the same time. Hours of both would be refused
 * at check-out, so the roster says it before. */
#include "activity.h"

/* An activity of another station is nobody's business here, but for its hours. Shifts that touch
 * share nothing. */
static struct stmt clashes_q = SQL(
	"SELECT v.no, p.name, IF(b.station_id = a.station_id, b.no, NULL) AS other,"
	"       IF(b.station_id = a.station_id, b.title, NULL) AS title, b.starts_at, b.ends_at"
	"  FROM roster o"
	"  JOIN activity a ON a.id = o.activity_id"
	"  JOIN roster r ON r.person_id = o.person_id AND r.activity_id <> o.activity_id"
	"       AND r.state = 'on'"
	"  JOIN activity b ON b.id = r.activity_id AND b.starts_at < a.ends_at"
	"       AND b.ends_at > a.starts_at AND b.state NOT IN ('cancelled', 'archived')"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	"   AND (? = 0 OR o.person_id = ?)"
	" ORDER BY o.id, b.starts_at"
	" LIMIT 50");

enum err put_clashes(struct rq *q, int64_t activity, int64_t person)
{
	return put_query(q, "Clashes", &clashes_q, ARGS(A_(activity), A_(person), A_(person)));
}
