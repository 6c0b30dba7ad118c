/* plan_had.c - the form of a plan knows which needs it was opened with: what somebody else has
 * picked or taken out meanwhile is not lost by saving it, but said, with both. */
#include <string.h>

#include "form.h"
#include "need.h"
#include "project.h"

static struct stmt has_q = SQL(
	"SELECT n.no"
	"  FROM project_need x"
	"  JOIN need n ON n.id = x.need_id"
	" WHERE x.project_id = ?"
	" ORDER BY n.id"
	" LIMIT 200");

static bool among(const char *numbers, const char *no)
{
	return str_in(no, numbers);
}

/* The numbers with commas, and as ticks of the form. */
static enum err has(struct rq *q, int64_t plan, bool tick, const char **numbers)
{
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	enum err e = put_query(q, "_Mine", &has_q, ARGS(A_(plan)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "_Mine")); n; n = node_next(n)) {
		buf_fmt(&b, "%s%s", b.n ? "," : "", node_get(n, "no"));
		if (tick)
			form_tick(q, "need", node_get(n, "no"));
	}
	*numbers = b.p;
	return e;
}

enum err put_plan_had(struct rq *q, int64_t plan)
{
	const char *now;
	enum err e = has(q, plan, true, &now);
	if (!e)
		put(q, "Form.had", now);
	return e;
}

/* Those of one list that are not in the other, with 、 between. */
static const char *without(struct rq *q, const char *these, const char *those, bool tick)
{
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (const char *s = these; *s;) {
		size_t n = strcspn(s, ",");
		const char *no = arena_dup(q->arena, s, n);
		if (!among(those, no)) {
			buf_fmt(&b, "%s%s", b.n ? "、" : "", no);
			if (tick)
				form_tick(q, "need", no);
		}
		s += n + (s[n] == ',');
	}
	return b.p;
}

enum err plan_had_still(struct rq *q, int64_t plan, const char *had)
{
	const char *now;
	enum err e = has(q, plan, false, &now);
	if (e || str_eq(now, had))
		return e;
	/* What stands beside the field is written first: the ticks are those that were typed. */
	const char *more = without(q, now, had, false), *fewer = without(q, had, now, false);
	form_error_text(q, "need",
			arena_fmt(q->arena, "%s%s%s%s%s", lang("project.Message.needs_changed"),
				  *more ? lang("project.needs_more") : "", more,
				  *fewer ? lang("project.needs_fewer") : "", fewer));
	(void)without(q, now, had, true);
	put(q, "Form.had", now);
	put_int(q, "Stale", 1);
	form_also(q, "Stale");
	return ERR_FORM;
}
