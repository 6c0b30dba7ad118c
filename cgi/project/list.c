/* list.c - the projects of a station, newest first. */
#include "project.h"

/* A number grows with time within a station, so it is also the place to go on from. */
static struct stmt list_q = SQL(
	"SELECT p.no, p.title, p.state, p.starts_on, p.ends_on, p.recruit_to, a.name AS author,"
	"       (SELECT COALESCE(SUM(o.wanted), 0) FROM position o"
	"       WHERE o.project_id = p.id) AS wanted, (SELECT COALESCE(SUM(o.taken), 0)"
	"       FROM position o WHERE o.project_id = p.id) AS taken,"
	"       (SELECT COUNT(*) FROM application x WHERE x.project_id = p.id"
	"       AND x.state = 'pending') AS pending"
	"  FROM project p"
	"  JOIN staff a ON a.id = p.author_id"
	" WHERE p.station_id = ?"
	"   AND (? = '' OR p.state = ?)"
	"   AND (? = '' OR p.id < (SELECT x.id FROM project x WHERE x.no = ? AND x.station_id = ?))"
	" ORDER BY p.id DESC"
	" LIMIT 31");

enum { PAGE_ROWS = 30 };

enum err project_list(struct rq *q)
{
	const char *state = str_or(query(q, "state"), ""), *after = str_or(query(q, "after"), "");
	enum err e = put_query(
		q, "Projects", &list_q,
		ARGS(A_(q->station), A_(state), A_(state), A_(after), A_(after), A_(q->station)));
	if (e)
		return e;
	put(q, "Filter.state", state);
	put_next(q, "Projects", PAGE_ROWS, "no");
	return page(q, "project/list.cs");
}
