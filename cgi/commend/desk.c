/* desk.c - what several pages of the desk need: a step that was not taken, hours of rows, a
 * volunteer by number. */
#include "commend.h"

enum err refused(struct rq *q, const char *why, enum err (*show)(struct rq *q))
{
	put(q, "Refused", why);
	reply_status(q, 409);
	return show(q);
}

enum err hours_row(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	return OK;
}

static struct stmt volunteer_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE no = ?"
	"    OR platform_no = ?"
	" LIMIT 1");
static struct stmt home_q = SQL(
	"SELECT station_id"
	"  FROM volunteer"
	" WHERE person_id = ?");

enum err volunteer_by_no(const char *no, int64_t *person, int64_t *station)
{
	enum err e = db_int(&volunteer_q, ARGS(A_(no), A_(no)), person);
	return e ? e : db_int(&home_q, ARGS(A_(*person)), station);
}
