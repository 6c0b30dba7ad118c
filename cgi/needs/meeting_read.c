/* meeting_read.c - the meeting of an address. */
#include "meeting.h"

static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(MEETING_COLS)
	"  FROM meeting m"
	" WHERE m.uid = UNHEX(?)"
	"   AND m.station_id = ?");

enum err meeting_here(struct rq *q, struct meeting_row *m)
{
	return row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), meeting_row_cols, m);
}
