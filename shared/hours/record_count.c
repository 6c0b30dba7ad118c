/* record_count.c - what is counted of an activity: its roster, its records by state, their warning
 * words. Pages read one row for each activity instead of all its records. */
#include "activity_state.h"
#include "record.h"
#include "rules.h"

/* Held until the transaction ends: whoever counts next sees what this one did. */
static struct stmt hold_q = SQL(
	"INSERT INTO activity_count (activity_id, station_id, day)"
	" SELECT id, station_id, DATE(starts_at)"
	"  FROM activity"
	" WHERE id = ?"
	"    ON DUPLICATE KEY UPDATE day = VALUES(day)");
#define NOTICED "r.state IN ('notice', 'disputed') AND r.notice_until IS NOT NULL"
/* Each sign has a column of its name. */
#define NAME(word, usual) ", " #word
#define SUM(word, usual)  ", COALESCE(SUM(FIND_IN_SET('" #word "', r.flags) > 0), 0)"
#define NEW(word, usual)  ", " #word " = VALUES(" #word ")"
static struct stmt count_q = SQL(
	"INSERT INTO activity_count (activity_id, station_id, day, roster, records, waiting,"
	"       recorded, noticed, noticed_minutes, effective_minutes, backfill,"
	"       flagged" RULES_SIGNS(NAME) ")"
	" SELECT c.activity_id, c.station_id, c.day, (SELECT COUNT(*) FROM roster o"
	"       WHERE o.activity_id = c.activity_id AND o.state = 'on'), COUNT(r.id),"
	"       COALESCE(SUM(r.state = 'to_review'), 0),"
	"       COALESCE(SUM(r.state IN ('notice', 'effective', 'disputed')), 0),"
	"       COALESCE(SUM(" NOTICED "), 0), COALESCE(SUM(IF(" NOTICED ", r.minutes, 0)), 0),"
	"       COALESCE(SUM(IF(r.state = 'effective', r.minutes, 0)), 0),"
	"       COALESCE(SUM(r.evidence = 'backfill'), 0),"
	"       COALESCE(SUM(r.flags <> ''), 0)" RULES_SIGNS(SUM)
	"  FROM activity_count c"
	"  LEFT JOIN service_record r ON r.activity_id = c.activity_id AND r.state <> 'corrected'"
	" WHERE c.activity_id = ?"
	" GROUP BY c.activity_id"
	"    ON DUPLICATE KEY UPDATE roster = VALUES(roster), records = VALUES(records),"
	"       waiting = VALUES(waiting), recorded = VALUES(recorded), noticed = VALUES(noticed),"
	"       noticed_minutes = VALUES(noticed_minutes),"
	"       effective_minutes = VALUES(effective_minutes), backfill = VALUES(backfill),"
	"       flagged = VALUES(flagged)" RULES_SIGNS(NEW));

enum err activity_counted(int64_t id)
{
	enum err e = db_exec(&hold_q, ARGS(A_(id)), NULL);
	if (!e)
		e = db_exec(&count_q, ARGS(A_(id)), NULL);
	return e ? e : activity_awaits(id);
}
