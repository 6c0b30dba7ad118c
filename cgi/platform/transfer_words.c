/* transfer_words.c - what pages of transfers say in the same words. */
#include "transfer.h"

void transfer_hours(struct rq *q, struct node *n)
{
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	if (node_get(n, "counted"))
		node_set(n, "counted_hours", hours_text(q->arena, node_get_int(n, "counted")));
}

const char *transfer_part_text(struct arena *a, const char *begin, int64_t part, int64_t parts)
{
	if (parts < 2)
		return NULL;
	return arena_fmt(a, "%s %lld %s %lld %s", begin, (long long)part,
			 lang("platform.Transfer.part_mid"), (long long)parts,
			 lang("platform.Transfer.part_end"));
}
