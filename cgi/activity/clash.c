/* clash.c - who on a roster stands on another one at the same time. Hours of both would be refused
 * at check-out, so the roster says it before. */
#include "activity.h"
#include "states.h"

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

/* Minutes of this activity that count for the person already, where that is all of them, with the
 * first hour that takes them. Hours of one person never overlap. */
#define TAKEN_COLS(X, T) \
	X(T, TEXT, title, "IF(MAX(r.station_id = a.station_id), MIN(b.title), NULL)") \
	X(T, TEXT, from, "DATE_FORMAT(MIN(r.starts_at), '%H:%i')") \
	X(T, TEXT, to, "DATE_FORMAT(MAX(r.ends_at), '%H:%i')")
ROW_DEFINE(taken_row, TAKEN_COLS);
static struct stmt taken_q = SQL(
	"SELECT " ROW_SELECT(TAKEN_COLS)
	"  FROM activity a"
	"  JOIN service_record r ON r.person_id = ? AND r.served_on = DATE(a.starts_at)"
	"       AND r.starts_at < a.ends_at AND r.ends_at > a.starts_at"
	"       AND r.activity_id <> a.id AND r.state IN " RECORD_COUNTS
	"  JOIN activity b ON b.id = r.activity_id"
	" WHERE a.id = ?"
	" GROUP BY a.id"
	" HAVING SUM(TIMESTAMPDIFF(MINUTE, GREATEST(r.starts_at, a.starts_at),"
	"       LEAST(r.ends_at, a.ends_at))) >= TIMESTAMPDIFF(MINUTE, MIN(a.starts_at),"
	"       MIN(a.ends_at))");

enum err clash_taken(struct rq *q, int64_t activity, int64_t person, const char **why)
{
	struct taken_row r;
	enum err e = row_one(&taken_q, ARGS(A_(person), A_(activity)), taken_row_cols, &r);
	*why = NULL;
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	*why = arena_fmt(q->arena, "%s%s %s–%s%s", lang("activity.roster_double"),
			 r.title ? r.title : lang("activity.clash_elsewhere"), r.from, r.to,
			 lang("activity.roster_double_do"));
	return OK;
}
