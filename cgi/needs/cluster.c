/* cluster.c - where a project is wanted: verified needs by category, group of people and place,
 * with what stands behind each, and the needs of one of them to be taken into a project. */
#include "chart.h"
#include "code.h"
#include "ledger.h"
#include "list.h"
#include "need_cluster.h"

#define CLUSTERS_COLS(C) \
	C(CODE, category, "c.category", "service_category") \
	C(CODE, target, "c.target_group", "recipient") \
	C(TEXT, grid, "c.grid", "") \
	C(INT, needs, "c.n", "") \
	C(INT, homes, "c.homes", "") \
	C(DAY, since, \
	  "DATE((SELECT n.registered_at FROM need n FORCE INDEX (need_of_cluster)" \
	  " WHERE n.station_id = c.station_id AND n.state = 'verified'" \
	  " AND n.category = c.category AND n.target_group <=> NULLIF(c.target_group, '')" \
	  " AND n.grid = c.grid ORDER BY n.registered_at LIMIT 1))", \
	  "") \
	C(INT, late, CLUSTER_LATE, "") \
	C(INT, risky, "c.risky", "")
/* Not answered, and the day by which they should have been is over. */
#define CLUSTER_LATE \
	"(SELECT COALESCE(SUM(p.n), 0) FROM need_cluster_part p WHERE p.cluster_id = c.id" \
	" AND p.kind = 'due' AND p.of < TO_DAYS(CURDATE()))"
#define CLUSTERS_TABLE "need_cluster c"
#define CLUSTERS_JOINS ""
#define CLUSTERS_WHERE "c.station_id = ? AND c.is_open = 1"
#define CLUSTERS_FILTERS(F) \
	F(WORD, category, "c.category = ?") \
	F(WORD, group, "c.target_group = ?") \
	F(WORD, grid, "c.grid = ?")
#define CLUSTERS_WAYS(S, L) \
	S(L, weight, any, "c.weight", "need_cluster_weight") \
	S(L, weight, category, "c.weight", "need_cluster_category") \
	S(L, weight, group, "c.weight", "need_cluster_group") \
	S(L, weight, grid, "c.weight", "need_cluster_grid") \
	S(L, needs, any, "c.n", "need_cluster_n") \
	S(L, homes, any, "c.homes", "need_cluster_homes")
#define CLUSTERS_ID "c.id"
LIST_DEFINE(CLUSTERS);
static const struct list clusters = LIST(CLUSTERS, "Clusters", "needs.Clusters");

#define IN_CLUSTER_COLS(C) \
	C(TEXT, no, "n.no", "") \
	C(DAY, day, "DATE(n.registered_at)", "") \
	C(LONG, description, "n.description", "") \
	C(TEXT, household, "h.no", "") \
	C(TEXT, frequency, "n.frequency", "") \
	C(TEXT, risk, "n.risk", "") \
	C(DAY, reply_by, "IF(n.answered_on IS NULL, n.reply_by, NULL)", "") \
	C(INT, late, "n.answered_on IS NULL AND n.reply_by < CURDATE()", "") \
	C(DAY, served_on, NEED_SERVED, "")
#define IN_CLUSTER_TABLE "need n"
#define IN_CLUSTER_JOINS "  LEFT JOIN household h ON h.id = n.household_id"
#define IN_CLUSTER_WHERE \
	"n.station_id = ? AND n.state = 'verified' AND n.category = ?" \
	" AND n.target_group <=> NULLIF(?, '') AND n.grid = ?"
#define IN_CLUSTER_FILTERS(F) \
	F(GIVEN, category, "? <> ''") \
	F(GIVEN, group, "? <> ''") \
	F(GIVEN, grid, "? <> ''")
#define IN_CLUSTER_WAYS(S, L) S(L, day, any, "n.registered_at", "need_of_cluster")
#define IN_CLUSTER_ID         "n.id"
LIST_DEFINE(IN_CLUSTER);
static const struct list in_cluster = LIST(IN_CLUSTER, "Needs", "needs.InCluster", .oldest = true);

static struct stmt top_q = SQL(
	"SELECT CONCAT_WS(' ', k.name, r.name, NULLIF(c.grid, '')) AS label, c.n AS count"
	"  FROM need_cluster c"
	"  JOIN code_item k ON k.list = 'service_category' AND k.code = c.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = c.target_group"
	" WHERE c.station_id = ?"
	"   AND c.is_open = 1"
	"   AND (? = '' OR c.category = ?)"
	"   AND (? = '' OR c.target_group = ?)"
	"   AND (? = '' OR c.grid = ?)"
	" ORDER BY c.weight DESC, c.id DESC"
	" LIMIT 10");
static struct stmt grids_q = SQL(
	"" NEED_GRIDS);
static struct stmt one_q = SQL(
	"SELECT c.category, k.name AS category_name, c.target_group AS target,"
	"       r.name AS target_name, c.grid, c.n AS needs, c.homes, c.risky,"
	"       " CLUSTER_LATE " AS late"
	"  FROM need_cluster c"
	"  LEFT JOIN code_item k ON k.list = 'service_category' AND k.code = c.category"
	"  LEFT JOIN code_item r ON r.list = 'recipient' AND r.code = c.target_group"
	" WHERE c.station_id = ?"
	"   AND c.category = ?"
	"   AND c.target_group = ?"
	"   AND c.grid = ?"
	"   AND c.is_open = 1");

enum { MAX_BARS = 10 };

static enum err put_top(struct rq *q, const char *category, const char *group, const char *grid)
{
	struct chart_bar bars[MAX_BARS];
	size_t n = 0;
	enum err e = put_query(q, "_Top", &top_q,
			       ARGS(A_(q->station), A_(category), A_(category), A_(group),
				    A_(group), A_(grid), A_(grid)));
	struct node *c = e ? NULL : node_first(put_list(q, "_Top"));
	for (; c && n < MAX_BARS; c = node_next(c))
		bars[n++] = (struct chart_bar){ node_get(c, "label"), node_get_int(c, "count") };
	if (!e && n)
		chart_put(q->arena, put_list(q, "Chart"),
			  &(struct chart){ .id = "clusters",
					   .title = lang("needs.clusters_chart"),
					   .desc = lang("needs.clusters_chart_desc"),
					   .bars = bars,
					   .n = n });
	return e;
}

enum err cluster_list(struct rq *q)
{
	enum err e = put_codes(q, "Category", "service_category");
	if (!e)
		e = put_codes(q, "Recipient", "recipient");
	if (!e)
		e = put_query(q, "Grids", &grids_q, ARGS(A_(q->station)));
	if (!e)
		e = put_top(q, str_or(query(q, "category"), ""), str_or(query(q, "group"), ""),
			    str_or(query(q, "grid"), ""));
	return e ? e : list_page(q, &clusters, ARGS(A_(q->station)), "needs/clusters.cs");
}

enum err cluster_show(struct rq *q)
{
	struct args of = ARGS(A_(q->station), A_(str_or(query(q, "category"), "")),
			      A_(str_or(query(q, "group"), "")), A_(str_or(query(q, "grid"), "")));
	enum err e = put_one(q, "Cluster", &one_q, of);
	return e ? e : list_page(q, &in_cluster, of, "needs/cluster.cs");
}
