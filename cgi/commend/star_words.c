/* star_words.c - the conditions of a star as pages show them: what is wanted, what there is, how
 * far that is; and who decides. */
#include "commend.h"
#include "star.h"

enum { FULL = 100 };

static const char *amount(struct arena *a, const char *word, int64_t n)
{
	if (str_in(word, "hours,seen"))
		return hours_text(a, n);
	if (str_in(word, "rating,evaluation"))
		return arena_fmt(a, "%lld.%lld", (long long)n / 10, (long long)n % 10);
	return arena_fmt(a, "%lld", (long long)n);
}

/* Of the bar: what is met is whole; of what may be at most so much, what is left of it. */
static int64_t percent(const struct star_condition *c)
{
	if (c->ok)
		return FULL;
	if (c->most)
		return c->has > 0 ? c->wanted * FULL / c->has : 0;
	return c->wanted > 0 ? c->has * FULL / c->wanted : 0;
}

void put_conditions(struct rq *q, struct node *n, const struct star_measured *m)
{
	node_int(n, "star", m->level.star);
	node_int(n, "ok", m->ok);
	for (size_t i = 0; i < m->n; i++) {
		const struct star_condition *c = &m->v[i];
		struct node *one = node_item(node_child(n, "Conditions"));
		node_set(one, "word", c->word);
		node_set(one, "wanted", amount(q->arena, c->word, c->wanted));
		node_set(one, "has", amount(q->arena, c->word, c->has));
		if (!c->most && !c->ok)
			node_set(one, "lacks", amount(q->arena, c->word, c->wanted - c->has));
		node_int(one, "most", c->most);
		node_int(one, "ok", c->ok);
		node_int(one, "percent", percent(c));
	}
}

enum err put_decider(struct rq *q, const char *name, const struct star_case *c)
{
	struct star_decider_row d;
	enum err e = star_decider(&q->actor, c, &d);
	if (e)
		return e;
	struct node *n = put_list(q, name);
	node_int(n, "level", d.level);
	node_int(n, "wanted", c->decider);
	if (d.level)
		node_set(n, "name", d.name);
	return OK;
}
