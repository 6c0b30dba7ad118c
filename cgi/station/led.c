/* led.c - social workers and volunteers together 社工引领: what social workers of a station led in a
 * year. */
#include "clock.h"
#include "station.h"

static struct stmt led_q = SQL(
	"SELECT (SELECT COUNT(*) FROM social_worker w"
	"       JOIN volunteer v ON v.person_id = w.person_id AND v.station_id = w.station_id"
	"       WHERE w.station_id = s.id AND v.state = 'active') AS workers,"
	"       (SELECT COUNT(*) FROM project p WHERE p.station_id = s.id AND p.led_by > 0"
	"       AND p.state IN ('recruiting', 'running')) AS projects,"
	"       COUNT(a.id) AS activities, COALESCE(SUM(c.effective_minutes), 0) AS minutes"
	"  FROM station s"
	"  LEFT JOIN activity a ON a.station_id = s.id AND a.led_by > 0 AND a.starts_at >= ?"
	"       AND a.state NOT IN ('draft', 'cancelled')"
	"  LEFT JOIN activity_count c ON c.activity_id = a.id"
	" WHERE s.id = ?");

enum err put_led(struct rq *q, int64_t station)
{
	const char *year = arena_fmt(q->arena, "%lld-01-01", (long long)clock_year(q->now));
	enum err e = put_one(q, "Led", &led_q, ARGS(A_(year), A_(station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Led");
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	return OK;
}
