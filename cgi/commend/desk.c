/* desk.c - what several pages of the desk need: a step that was not taken, hours of rows. */
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
