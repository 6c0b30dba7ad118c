/* typical_public.c - typical projects and cases as everybody reads them: of all stations, or of
 * one; a picture is public as long as its case. */
#include "code.h"
#include "commend.h"
#include "page.h"
#include "proof.h"
#include "typical.h"

enum { CASES = 20 };

/* Behind the one that the address names. */
#define BEHIND \
	"       AND (? = '' OR (published_on, id) < (SELECT o.published_on, o.id FROM " \
	"typical_case o" \
	"           WHERE o.uid = UNHEX(?)))" \
	"       ORDER BY published_on DESC, id DESC LIMIT 21) t" \
	"  JOIN station s ON s.id = t.station_id" \
	" ORDER BY t.published_on DESC, t.id DESC"
static struct stmt all_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS uid, t.kind, t.title, t.published_on, s.name AS station,"
	"       LEFT(t.result, 60) AS lead"
	"  FROM (SELECT * FROM typical_case FORCE INDEX (typical_case_public)"
	"       WHERE state = 'published'"
	BEHIND);
static struct stmt here_q = SQL(
	"SELECT LOWER(HEX(t.uid)) AS uid, t.kind, t.title, t.published_on, s.name AS station,"
	"       LEFT(t.result, 60) AS lead"
	"  FROM (SELECT * FROM typical_case FORCE INDEX (typical_case_here)"
	"       WHERE station_id = ? AND state = 'published'"
	BEHIND);
static struct stmt which_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?");
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(TYPICAL_COLS)
	TYPICAL_FROM
	" WHERE t.uid = UNHEX(?)"
	"   AND t.state = 'published'");
static struct stmt picture_q = SQL(
	"SELECT t.station_id"
	"  FROM typical_case t"
	"  JOIN typical_case_picture x ON x.case_id = t.id"
	"  JOIN document d ON d.id = x.document_id"
	" WHERE t.uid = UNHEX(?)"
	"   AND d.uid = UNHEX(?)"
	"   AND t.state = 'published'");

/* "/commend/cases?station=1"; without one of all stations. */
enum err typical_public(struct rq *q)
{
	const char *after = str_or(query(q, "after"), "");
	int64_t no = query_int(q, "station", 0, 0, 99999), id = 0;
	enum err e = no ? db_int(&which_q, ARGS(A_(no)), &id) : OK;
	if (!e && no)
		e = put_station(q, id);
	if (!e && no)
		e = put_query(q, "Cases", &here_q, ARGS(A_(id), A_(after), A_(after)));
	else if (!e)
		e = put_query(q, "Cases", &all_q, ARGS(A_(after), A_(after)));
	if (e)
		return e;
	put_next(q, "Cases", CASES, "uid");
	put_int(q, "Of", no ? no : DB_NONE);
	if (!q->who.session_id)
		reply_cache(q, 30);
	return page(q, "commend/cases.cs");
}

enum err typical_public_one(struct rq *q)
{
	struct typical_row t;
	enum err e = row_one(&one_q, ARGS(A_(arg(q, 0))), typical_row_cols, &t);
	if (!e)
		e = put_station(q, t.station_id);
	if (!e)
		e = put_typical(q, &t);
	return e ? e : page(q, "commend/case.cs");
}

enum err typical_public_picture(struct rq *q)
{
	int64_t station;
	enum err e = db_int(&picture_q, ARGS(A_(arg(q, 0)), A_(arg(q, 1))), &station);
	/* Not kept by anybody: what is withdrawn is gone at once. */
	return e ? e : proof_picture(q, arg(q, 1), station);
}
