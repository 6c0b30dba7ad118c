/* signs.h - warning signs 疑点 on pages; rules.h says what they are. */
#ifndef ZYZ_SIGNS_H
#define ZYZ_SIGNS_H

#include "activity.h"

/* "a,b" as Flags.N.word, so that a template can name each, and as signs in words for files. */
void signs_put(struct rq *q, struct node *row, const char *flags);
/* Flags.N.limit: from how much on it is remarkable at this station, where there is such a limit. */
enum err signs_limits(int64_t station, struct node *list) MUST_USE;
/* Overseers look back to this day. */
const char *signs_since(struct rq *q);

#endif
