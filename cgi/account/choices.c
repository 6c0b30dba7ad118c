/* choices.c - the lists behind the fields that registration, editing and the ledger share. */
#include "account.h"

#include <string.h>

#include "code.h"

/* Divisions of the counties that have a station come first and reach down to the community;
 * elsewhere a county is enough (the national form asks for no more). */
static struct stmt regions_q = SQL(
	"SELECT r.code, r.full_name AS name"
	"  FROM region r"
	"  LEFT JOIN (SELECT DISTINCT LEFT(region_code, 6) AS county FROM station"
	"       WHERE state = 'open') s ON s.county = LEFT(r.code, 6)"
	" WHERE r.level = 3"
	"    OR (r.level > 3 AND s.county IS NOT NULL)"
	" ORDER BY s.county IS NULL, r.code"
	" LIMIT 1000");
static struct stmt counties_q = SQL(
	"SELECT r.code, r.full_name AS name"
	"  FROM region r"
	"  LEFT JOIN (SELECT DISTINCT LEFT(region_code, 6) AS county FROM station"
	"       WHERE state = 'open') s ON s.county = r.code"
	" WHERE r.level = 3"
	" ORDER BY s.county IS NULL, r.code"
	" LIMIT 1000");
static struct stmt region_q = SQL(
	"SELECT COUNT(*)"
	"  FROM region"
	" WHERE code = ?"
	"   AND level >= 3");

enum err put_choices(struct rq *q)
{
	static const struct {
		const char *name, *list;
	} lists[] = { { "IdTypes", "id_type" },
		      { "Categories", "service_category" },
		      { "Skills", "skill" },
		      { "Fields", "field" },
		      { "Available", "available" } };
	enum err e = put_query(q, "Regions", &regions_q, NO_ARGS);
	if (!e)
		e = put_query(q, "Counties", &counties_q, NO_ARGS);
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++)
		e = put_codes(q, lists[i].name, lists[i].list);
	return e;
}

enum err region_check(struct rq *q, const char *field, const char *code)
{
	int64_t n;
	if (!code)
		return OK;
	enum err e = db_int(&region_q, ARGS(A_(code)), &n);
	if (!e && !n)
		form_error(q, field, "unknown_code");
	return e;
}

void put_ticked(struct rq *q, const char *field, const char *joined)
{
	struct node *form = put_list(q, "Form"), *values = node_child(form, field);
	size_t n = 0;
	for (const char *s = joined; s && *s; s += *s == ',') {
		size_t len = strcspn(s, ",");
		node_set(values, arena_fmt(q->arena, "%zu", n++), arena_dup(q->arena, s, len));
		s += len;
	}
}
