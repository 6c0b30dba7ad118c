/* destinations.c - 上报平台: which platforms an overseer's region posts to, one of them with what came
 * of its tries. */
#include <stdlib.h>

#include "destination.h"
#include "destinations.h"
#include "platform.h"
#include "region.h"

/* What an overseer may change lies within their region; what posts for more is looked at. */
#define PREFIX \
	"CONCAT(IF(CHAR_LENGTH(d.region_code) = 6, TRIM(TRAILING '00' FROM d.region_code), " \
	"d.region_code), '%')"
#define SEEN "(d.region_code IS NULL OR d.region_code LIKE ? OR ? LIKE " PREFIX ")"
#define COLS \
	"d.code, d.name, d.profile, d.base_url, d.app_id, IF(d.enabled = 0, 'off', d.state) AS " \
	"state, d.stop_reason, r.full_name AS region, d.region_code LIKE ? AS mine, " \
	"d.base_url = '' AND d.code <> 'exchange' AS file, d.key_sealed IS NOT NULL AS has_key "

static struct stmt list_q = SQL(
	"SELECT " COLS
	"  FROM destination d"
	"  LEFT JOIN region r ON r.code = d.region_code"
	" WHERE " SEEN
	" ORDER BY d.id"
	" LIMIT 100");
static struct stmt one_q = SQL(
	"SELECT " COLS
	"  FROM destination d"
	"  LEFT JOIN region r ON r.code = d.region_code"
	" WHERE d.code = ?"
	"   AND " SEEN);
static struct stmt mine_q = SQL(
	"SELECT id"
	"  FROM destination"
	" WHERE code = ?"
	"   AND region_code LIKE ?");
static struct stmt tries_q = SQL(
	"SELECT t.state, t.asked_at, f.name AS asked_by, t.request, t.http_status, t.fault,"
	"       t.answer, t.class, t.receipt, t.reason, t.ms"
	"  FROM destination_try t"
	"  JOIN destination d ON d.id = t.destination_id"
	"  LEFT JOIN staff f ON f.id = t.asked_by"
	" WHERE d.code = ?"
	" ORDER BY t.id DESC"
	" LIMIT 5");

static const char *own(const struct rq *q)
{
	return str_or(q->who.region_code, "-");
}

static const char *scope(struct rq *q)
{
	return region_prefix(q->arena, own(q));
}

enum err dest_mine(struct rq *q, int64_t *id)
{
	return db_int(&mine_q, ARGS(A_(arg(q, 0)), A_(scope(q))), id);
}

enum err destinations_show(struct rq *q)
{
	enum err e = put_query(q, "Platforms", &list_q,
			       ARGS(A_(scope(q)), A_(scope(q)), A_(own(q))));
	return e ? e : page(q, "platform/destinations.cs");
}

enum err destination_show(struct rq *q)
{
	const char *code = arg(q, 0);
	enum err e = put_one(q, "Platform", &one_q,
			     ARGS(A_(scope(q)), A_(code), A_(scope(q)), A_(own(q))));
	if (!e)
		e = put_query(q, "Tries", &tries_q, ARGS(A_(code)));
	if (e)
		return e;
	struct node *d = put_list(q, "Platform");
	if (!form_again(q)) {
		put(q, "Form.base_url", node_get(d, "base_url"));
		put(q, "Form.app_id", node_get(d, "app_id"));
	}
	return page(q, "platform/destination.cs");
}

enum err destination_new(struct rq *q)
{
	struct node *list = put_list(q, "Profiles");
	const char *const *names;
	size_t n;
	enum err e = platform_profiles(q->arena, &names, &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct platform *p;
		const char *faults;
		if (platform_read(q->arena, names[i], &p, &faults)) {
			err_clear();
			continue;
		}
		struct node *row = node_item(list);
		node_set(row, "code", names[i]);
		node_set(row, "name",
			 arena_fmt(q->arena, "%s%s%s", platform_name(p),
				   lang(platform_is_file(p) ? "platform.by_file"
							    : "platform.by_call"),
				   platform_known(p) ? "" : lang("platform.not_known")));
		platform_free(p);
	}
	return e ? e : page(q, "platform/destination_new.cs");
}
