/* record_person.c - records go over to another row of the same human 合并: day, totals and person
 * move, the ledger does not. */
#include "ids.h"
#include "record_inside.h"
#include "states.h"

static struct stmt counted_q = SQL(
	"SELECT COALESCE(JSON_ARRAYAGG(r.id), '[]')"
	"  FROM " IDS
	"  JOIN service_record r ON r.id = k.id"
	" WHERE r.state = 'effective'");
static struct stmt day_less_q = SQL(
	"UPDATE volunteer_day d"
	"  JOIN (SELECT r.served_on AS day, SUM(r.minutes) AS minutes FROM " IDS
	"       JOIN service_record r ON r.id = k.id WHERE r.state IN " RECORD_COUNTS
	"       GROUP BY r.served_on) s ON s.day = d.day"
	"   SET d.minutes = d.minutes - s.minutes"
	" WHERE d.person_id = ?");
static struct stmt day_more_q = SQL(
	"INSERT INTO volunteer_day (person_id, day, minutes)"
	" SELECT ?, r.served_on, SUM(r.minutes)"
	"  FROM " IDS
	"  JOIN service_record r ON r.id = k.id"
	" WHERE r.state IN " RECORD_COUNTS
	" GROUP BY r.served_on"
	" ORDER BY r.served_on"
	"    ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes)");
/* Back with whom it was proved, it is proved as nobody else's. */
static struct stmt person_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.proved_as = NULLIF(COALESCE(r.proved_as, ?), ?), r.person_id = ?"
	" WHERE r.person_id = ?");

enum err record_hand_over(const char *ids, int64_t from, int64_t to)
{
	const char *counted;
	int64_t rows;
	enum err e = db_text(&counted_q, ARGS(A_(ids)), &counted);
	if (!e)
		e = record_totals(counted, -1);
	if (!e)
		e = db_affect(&day_less_q, ARGS(A_(ids), A_(from)), &rows);
	if (!e)
		e = db_exec(&day_more_q, ARGS(A_(to), A_(ids)), NULL);
	if (!e)
		e = db_affect(&person_q, ARGS(A_(ids), A_(from), A_(to), A_(to), A_(from)), &rows);
	return e ? e : record_totals(counted, 1);
}
