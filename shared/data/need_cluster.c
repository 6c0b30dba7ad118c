/* need_cluster.c - a need comes into its cluster, or leaves it: four narrow rows, whatever stands
 * in the ledger. */
#include "need_cluster.h"

#define OF_NEED(n) \
	" c.station_id = " n ".station_id AND c.category = " n ".category" \
	" AND c.target_group = COALESCE(" n ".target_group, '') AND c.grid = " n ".grid"
#define HOME "COALESCE(x.household_id, -x.id)"

static struct stmt verified_q = SQL(
	"SELECT COUNT(*)"
	"  FROM need"
	" WHERE id = ?"
	"   AND state = 'verified'"
	"   FOR UPDATE");
static struct stmt cluster_q = SQL(
	"INSERT INTO need_cluster (station_id, category, target_group, grid, n, risky)"
	" SELECT x.station_id, x.category, COALESCE(x.target_group, ''), x.grid, ?,"
	"       IF(x.risk = '', 0, ?)"
	"  FROM need x"
	" WHERE x.id = ?"
	"    ON DUPLICATE KEY UPDATE n = n + VALUES(n), risky = risky + VALUES(risky)");
/* Its household, and while nobody has answered, the day by which somebody must. */
static struct stmt parts_q = SQL(
	"INSERT INTO need_cluster_part (cluster_id, kind, of, n)"
	" SELECT c.id, 'home', " HOME ", ?"
	"  FROM need x"
	"  JOIN need_cluster c ON" OF_NEED("x")
	" WHERE x.id = ?"
	" UNION ALL"
	" SELECT c.id, 'due', TO_DAYS(x.reply_by), ?"
	"  FROM need x"
	"  JOIN need_cluster c ON" OF_NEED("x")
	" WHERE x.id = ?"
	"   AND x.answered_on IS NULL"
	"    ON DUPLICATE KEY UPDATE n = need_cluster_part.n + VALUES(n)");
/* The first need of a household brings it in, the last one takes it along. */
static struct stmt homes_q = SQL(
	"UPDATE need_cluster c"
	"  JOIN need x ON x.id = ? AND" OF_NEED("x")
	"  JOIN need_cluster_part p ON p.cluster_id = c.id AND p.kind = 'home' AND p.of = " HOME
	"   SET c.homes = c.homes + ?"
	" WHERE p.n = ?");
static struct stmt gone_q = SQL(
	"DELETE p"
	"  FROM need_cluster_part p"
	"  JOIN need x ON x.id = ?"
	"  JOIN need_cluster c ON c.id = p.cluster_id AND" OF_NEED("x")
	" WHERE p.n = 0"
	"   AND ((p.kind = 'home' AND p.of = " HOME ")"
	"       OR (p.kind = 'due' AND p.of = TO_DAYS(x.reply_by)))");

enum err need_clustered(int64_t id, int64_t more)
{
	int64_t is = 0;
	enum err e = db_int(&verified_q, ARGS(A_(id)), &is);
	if (e || !is)
		return e;
	e = db_exec(&cluster_q, ARGS(A_(more), A_(more), A_(id)), NULL);
	if (!e)
		e = db_exec(&parts_q, ARGS(A_(more), A_(id), A_(more), A_(id)), NULL);
	if (!e)
		e = db_exec(&homes_q, ARGS(A_(id), A_(more), A_((int64_t)(more > 0))), NULL);
	return e || more > 0 ? e : db_exec(&gone_q, ARGS(A_(id)), NULL);
}
