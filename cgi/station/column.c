/* column.c - the column of a station 宣传专栏: its pieces, newest first, each with its pictures. */
#include "clock.h"
#include "code.h"
#include "news.h"
#include "proof.h"
#include "station.h"

enum { COLUMN_ROWS = 20 };

#define SHOWN \
	"a.published_at IS NOT NULL" \
	"   AND (a.until IS NULL OR a.until >= ?)"
static struct stmt article_q = SQL(
	"SELECT a.id AS _id, a.kind, a.title, a.body, DATE(a.published_at) AS day, a.until,"
	"       LEFT(a.body, 80) AS share"
	"  FROM announcement a"
	" WHERE a.station_id = ?"
	"   AND a.uid = UNHEX(?)"
	"   AND " SHOWN);
/* Behind the one that the address names. */
static struct stmt column_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS uid, a.kind, a.title, LEFT(a.body, 60) AS lead,"
	"       DATE(a.published_at) AS day,"
	"       (SELECT LOWER(HEX(d.uid)) FROM announcement_block b"
	"               JOIN document d ON d.id = b.document_id"
	"               WHERE b.announcement_id = a.id ORDER BY b.place LIMIT 1) AS pic,"
	"       (SELECT b.alt FROM announcement_block b WHERE b.announcement_id = a.id"
	"               AND b.document_id IS NOT NULL ORDER BY b.place LIMIT 1) AS alt"
	"  FROM announcement a"
	"  LEFT JOIN announcement o ON o.uid = UNHEX(?)"
	"   AND o.station_id = a.station_id"
	" WHERE a.station_id = ?"
	"   AND " SHOWN
	"   AND (o.id IS NULL OR a.published_at < o.published_at"
	"       OR (a.published_at = o.published_at AND a.id < o.id))"
	" ORDER BY a.published_at DESC, a.id DESC"
	" LIMIT 21");
/* A picture is public as long as a piece that has it. */
static struct stmt picture_q = SQL(
	"SELECT COUNT(*)"
	"  FROM document d"
	"  JOIN announcement_block b ON b.document_id = d.id"
	"  JOIN announcement a ON a.id = b.announcement_id"
	" WHERE d.uid = UNHEX(?)"
	"   AND a.station_id = ?"
	"   AND " SHOWN);

enum err station_news(struct rq *q)
{
	int64_t station;
	enum err e = front_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_one(q, "News", &article_q,
			    ARGS(A_(station), A_(arg(q, 1)), A_(clock_day(q->arena, q->now))));
	if (!e)
		e = put_parts(q, node_get_int(put_list(q, "News"), "_id"));
	return e ? e : page(q, "station/news.cs");
}

enum err station_column(struct rq *q)
{
	int64_t station;
	enum err e = front_station(q, &station);
	if (!e)
		e = put_station(q, station);
	if (!e)
		e = put_query(q, "News", &column_q,
			      ARGS(A_(str_or(query(q, "after"), "")), A_(station),
				   A_(clock_day(q->arena, q->now))));
	if (e)
		return e;
	put_next(q, "News", COLUMN_ROWS, "uid");
	return page(q, "station/column.cs");
}

enum err station_picture(struct rq *q)
{
	int64_t station, n = 0;
	enum err e = front_station(q, &station);
	if (!e)
		e = db_int(&picture_q,
			   ARGS(A_(arg(q, 1)), A_(station), A_(clock_day(q->arena, q->now))), &n);
	if (!e && !n)
		e = ERR(ERR_NOT_FOUND, "picture");
	/* Not kept by anybody: what is taken down is gone at once. */
	return e ? e : proof_picture(q, arg(q, 1), station);
}
