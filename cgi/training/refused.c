/* refused.c - a step that was not taken: its page once more, with why. */
#include "training.h"

enum err refused(struct rq *q, const char *why, enum err (*show)(struct rq *q))
{
	put(q, "Refused", why);
	reply_status(q, 409);
	return show(q);
}
