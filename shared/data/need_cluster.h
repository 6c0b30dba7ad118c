/*
 * need_cluster.h - how many verified needs wait in each cluster 需求聚类: of one category, one group
 * of people and one place, of how many households, and how many of them are due to be answered.
 *
 * Owns the rows of need_cluster and need_cluster_part, which move along with need_count (need.h)
 * in the transaction that changes a need; nobody else writes them.
 *
 *	enum err e = need_clustered(id, -1);     // before it leaves
 */
#ifndef ZYZ_NEED_CLUSTER_H
#define ZYZ_NEED_CLUSTER_H

#include "db.h"

/* The places of what waits at a station, for a choice. */
#define NEED_GRIDS \
	"SELECT grid AS code, grid AS name" \
	"  FROM need_cluster" \
	" WHERE station_id = ?" \
	"   AND is_open = 1" \
	"   AND grid <> ''" \
	" GROUP BY grid" \
	" LIMIT 60"

/* One more (1) or one fewer (-1) like this need; one that is not verified is in no cluster. */
enum err need_clustered(int64_t id, int64_t more) MUST_USE;

#endif
