/* feedback_region.c - what people wrote, for overseers: by station how much waits and is late, and
 * what is theirs to answer. No word of it stands in a list. */
#include "clock.h"
#include "feedback.h"
#include "list.h"
#include "places.h"
#include "station.h"

#define LETTERS_OF \
	"(SELECT COUNT(*) FROM complaint c WHERE c.station_id = s.id AND c.way = 'feedback'"
#define HEARD_COLS(C) \
	C(TEXT, no, "s.no", "") \
	C(TEXT, name, "s.name", "") \
	C(TEXT, region, "r.name", "") \
	C(INT, waits, LETTERS_OF " AND c.state = 'open')", "") \
	C(INT, late, LETTERS_OF " AND c.state = 'open' AND c.due_on < CURDATE())", "") \
	C(INT, above, LETTERS_OF " AND c.desk = 'overseer' AND c.state = 'open')", "") \
	C(INT, complaints, \
	  LETTERS_OF \
	  " AND c.nature = 'complaint' AND c.raised_at >= MAKEDATE(YEAR(CURDATE()), 1))", \
	  "") \
	C(INT, upheld, \
	  LETTERS_OF " AND c.state = 'upheld' AND c.raised_at >= MAKEDATE(YEAR(CURDATE()), 1))", \
	  "") \
	C(INT, year, LETTERS_OF " AND c.raised_at >= MAKEDATE(YEAR(CURDATE()), 1))", "")
#define HEARD_TABLE "station s"
#define HEARD_JOINS "  JOIN region r ON r.code = s.region_code"
#define HEARD_WHERE "s.region_code LIKE ?"
/* At least so many that are late. */
#define HEARD_FILTERS(F) \
	F(WORD, late, LETTERS_OF " AND c.state = 'open' AND c.due_on < CURDATE()) >= ?")
#define HEARD_WAYS(S, L) S(L, region, any, "s.region_code", "station_region")
#define HEARD_ID         "s.id"
LIST_DEFINE(HEARD);
static const struct list heard = LIST(HEARD, "Stations", "station.Heard", .oldest = true);

static struct stmt above_q = SQL(
	"SELECT c.no, c.nature, c.kind, DATE(c.raised_at) AS day, c.due_on, c.due_on < ? AS late,"
	"       s.name AS station"
	"  FROM station s"
	"  JOIN complaint c ON c.station_id = s.id"
	"   AND c.way = 'feedback'"
	"   AND c.desk = 'overseer'"
	"   AND c.state = 'open'"
	" WHERE s.region_code LIKE ?"
	" ORDER BY c.due_on, c.id"
	" LIMIT 100");

enum err feedback_region(struct rq *q)
{
	enum err e = put_query(q, "Above", &above_q,
			       ARGS(A_(clock_day(q->arena, q->now)), A_(place_scope(q))));
	return e ? e : list_page(q, &heard, ARGS(A_(place_scope(q))), "station/heard.cs");
}
