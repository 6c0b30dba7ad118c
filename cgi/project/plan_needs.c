/* plan_needs.c - the needs that a new plan is begun with, and what they say about it. */
#include <string.h>

#include "form.h"
#include "need.h"
#include "project.h"

/* What the chosen ones have in common; NULL where they differ. */
struct chosen {
	struct rq *q;
	size_t n;
	const char *category, *group, *grid;
};

#define CHOSEN \
	"SELECT n.no, n.category, k.name AS category_name, n.target_group, r.name AS group_name," \
	"       n.grid"
#define CHOSEN_NAMES \
	"  LEFT JOIN code_item k ON k.list = 'service_category' AND k.code = n.category" \
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = n.target_group"
static struct stmt named_q = SQL(
	CHOSEN
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (i FOR ORDINALITY, no VARCHAR(24) CHARACTER SET"
	"       utf8mb4 COLLATE utf8mb4_bin PATH '$')) j"
	"  JOIN need n ON n.no = j.no" CHOSEN_NAMES
	" WHERE n.station_id = ?"
	"   AND n.state = 'verified'"
	" ORDER BY j.i"
	" LIMIT 200");
/* Who waits longest comes first. */
static struct stmt of_cluster_q = SQL(
	CHOSEN
	"  FROM need n FORCE INDEX (need_of_cluster)" CHOSEN_NAMES
	" WHERE n.station_id = ?"
	"   AND n.state = 'verified'"
	"   AND n.category = ?"
	"   AND n.target_group <=> NULLIF(?, '')"
	"   AND n.grid = ?"
	" ORDER BY n.registered_at, n.id"
	" LIMIT ?");

static void take_common(const char **kept, bool first, const char *now)
{
	if (first)
		*kept = now;
	else if (!str_eq(str_or(*kept, ""), str_or(now, "")))
		*kept = NULL;
}

static void chosen_take(struct chosen *c, struct node *n)
{
	form_tick(c->q, "need", node_get(n, "no"));
	form_tick(c->q, "categories", node_get(n, "category"));
	form_tick(c->q, "recipients", node_get(n, "target_group"));
	take_common(&c->category, !c->n, node_get(n, "category_name"));
	take_common(&c->group, !c->n, node_get(n, "group_name"));
	take_common(&c->grid, !c->n, node_get(n, "grid"));
	c->n++;
}

bool numbers_add(struct arena *a, struct numbers *all, const char *no)
{
	if (!no || !*no || strspn(no, "N0123456789") != strlen(no) || all->n == NEEDS_MOST)
		return false;
	all->json = arena_fmt(a, "%s%s\"%s\"", str_or(all->json, ""), all->n++ ? "," : "", no);
	return true;
}

/* ?need=N1&need=N2 from the ledger and other lists. */
static enum err chosen_named(struct chosen *c)
{
	struct rq *q = c->q;
	struct numbers all = { 0 };
	for (size_t i = 0; i < q->query.n && all.n < NEEDS_MOST; i++)
		if (str_eq(q->query.v[i].name, "need") &&
		    !numbers_add(q->arena, &all, q->query.v[i].value))
			return ERR(ERR_NOT_FOUND, "no number");
	if (!all.n)
		return OK;
	enum err e = put_query(q, "_Named", &named_q,
			       ARGS(A_(arena_fmt(q->arena, "[%s]", all.json)), A_(q->station)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "_Named")); n; n = node_next(n))
		chosen_take(c, n);
	return e || c->n == all.n ? e : ERR(ERR_NOT_FOUND, "one of them waits no more");
}

static enum err chosen_cluster(struct chosen *c)
{
	struct rq *q = c->q;
	if (!query(q, "category"))
		return OK;
	enum err e = put_query(q, "_Cluster", &of_cluster_q,
			       ARGS(A_(q->station), A_(query(q, "category")),
				    A_(str_or(query(q, "group"), "")),
				    A_(str_or(query(q, "grid"), "")), A_((int64_t)NEEDS_MOST)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "_Cluster")); n; n = node_next(n))
		chosen_take(c, n);
	return e;
}

/* "三网格老年人便民利民志愿服务", of what all of them share, and how many they are. */
static void chosen_words(const struct chosen *c)
{
	struct arena *a = c->q->arena;
	const char *what = arena_fmt(a, "%s%s%s", str_or(c->grid, ""), str_or(c->group, ""),
				     str_or(c->category, ""));
	put(c->q, "Form.title", arena_fmt(a, "%s%s", what, lang("project.preset_title")));
	put(c->q, "Form.goal",
	    arena_fmt(a, "%s %zu %s", lang("project.preset_goal"), c->n,
		      lang("project.preset_needs")));
}

enum err put_chosen(struct rq *q)
{
	struct chosen c = { .q = q };
	enum err e = chosen_named(&c);
	if (!e)
		e = chosen_cluster(&c);
	if (!e && c.n)
		chosen_words(&c);
	return e;
}
