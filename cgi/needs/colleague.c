/* colleague.c - the staff of this station. */
#include "colleague.h"

#include "form.h"
#include "staff.h"

static struct stmt all_q = SQL(
	"SELECT DISTINCT LOWER(HEX(s.uid)) AS code, s.name"
	"  FROM staff_role r"
	"  JOIN staff s ON s.id = r.staff_id"
	" WHERE r.station_id = ?"
	"   AND " STAFF_ROLE_HOLDS("r")
	"   AND s.state = 'active'"
	" ORDER BY s.name"
	" LIMIT 60");
static struct stmt one_q = SQL(
	"SELECT s.id"
	"  FROM staff s"
	"  JOIN staff_role r ON r.staff_id = s.id"
	" WHERE s.uid = UNHEX(?)"
	"   AND r.station_id = ?"
	"   AND " STAFF_ROLE_HOLDS("r")
	"   AND s.state = 'active'"
	" LIMIT 1");

enum err put_colleagues(struct rq *q)
{
	return put_query(q, "Staff", &all_q, ARGS(A_(q->station), A_(actor_today(&q->actor))));
}

enum err colleague(struct rq *q, const char *field, const char *code, int64_t *staff)
{
	*staff = DB_NONE;
	if (!code)
		return OK;
	enum err e = db_int(&one_q, ARGS(A_(code), A_(q->station), A_(actor_today(&q->actor))),
			    staff);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	form_error(q, field, "unknown_code");
	return OK;
}
