/* ids.c - row ids as a list that one statement takes. */
#include "ids.h"

void ids_add(struct buf *list, int64_t id)
{
	buf_fmt(list, "%s%lld", list->n ? "," : "[", (long long)id);
}

const char *ids_json(struct buf *list)
{
	buf_str(list, list->n ? "]" : "[]");
	return list->p;
}

enum err ids_row(void *ctx, const struct row *r)
{
	ids_add(ctx, r->cells[0].i);
	return OK;
}

enum err ids_take(void *ctx, const struct row *r)
{
	struct ids_taken *t = ctx;
	if (*t->n < t->max)
		t->v[(*t->n)++] = r->cells[0].i;
	return OK;
}
