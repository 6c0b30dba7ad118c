/* roll.c - the grid of people and times: what was typed, which rule refuses which line, all of
 * it or nothing. */
#include "roll.h"

#include <string.h>

#include "clock.h"
#include "secret.h"
#include "states.h"

/* Who has no hours of this activity yet; what a scan already knows stands in its place. */
static struct stmt rows_q = SQL(
	"SELECT o.person_id AS _person, LOWER(HEX(p.uid)) AS ref, v.no, p.name, o.role,"
	"       i.at AS came"
	"  FROM roster o"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'on'"
	"   AND NOT EXISTS (SELECT 1 FROM service_record r WHERE r.activity_id = o.activity_id"
	"       AND r.person_id = o.person_id AND r.state IN " RECORD_COUNTS ")"
	" ORDER BY o.role, o.id"
	" LIMIT 500");
static struct stmt attend_q = SQL(
	"INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method,"
	"       recorded_by)"
	" VALUES (?, ?, ?, ?, ?, ?, 'list', ?)"
	"    ON DUPLICATE KEY UPDATE id = id");
enum { REMARK_MAX = 200 };

enum err roll_open(struct roll *r)
{
	enum err e = act_here(r->q, &r->a);
	if (!e)
		e = put_activity(r->q, r->a.id);
	/* Made again for a form that was not taken, they stand there as they were typed. */
	if (e || node_first(put_list(r->q, "Rows")))
		return e;
	return put_query(r->q, "Rows", &rows_q, ARGS(A_(r->a.id)));
}

static bool roll_clock(const struct roll *r, const char *text, bool end, int64_t *out)
{
	return text && clock_of_day(r->q->arena, r->a.day, text, end, out);
}

/* What was typed stays on the line; *wrong: it is no line of text at all. */
static const char *roll_typed(struct rq *q, struct node *row, const char *what, bool *wrong)
{
	const char *name = arena_fmt(q->arena, "%s_%s", what, node_get(row, "ref")), *value;
	*wrong = form_field(q, F_STR, name, 0, CLOCK_CHARS, "", &value) || *wrong;
	node_set(row, what, str_or(value, ""));
	return value;
}

static void roll_fault(struct roll *r, const struct line *l, const char *word)
{
	node_set(l->row, "fault", word);
	fault_put(r->q, arena_fmt(r->q->arena, "from_%s", node_get(l->row, "ref")), l->name, word);
	r->refused = true;
}

/* A row with neither time is somebody who did not come. */
static void roll_row(struct roll *r, struct node *row)
{
	bool wrong = false;
	const char *from = roll_typed(r->q, row, "from", &wrong);
	const char *to = roll_typed(r->q, row, "to", &wrong);
	if (!from && !to && !wrong)
		return;
	struct line *l = &r->v[r->n++];
	*l = (struct line){ row, node_get_int(row, "_person"), 0, 0, node_get(row, "name") };
	if (wrong || !roll_clock(r, from, false, &l->starts) || !roll_clock(r, to, true, &l->ends))
		roll_fault(r, l, "clock");
}

static bool roll_known(const void *ctx, const char *name)
{
	const struct roll *r = ctx;
	const char *ref = str_starts(name, "from_") ? name + 5
			  : str_starts(name, "to_") ? name + 3
						    : NULL;
	if (!ref)
		return str_in(name, r->file ? "csrf,remark,file" : "csrf,remark,rest");
	for (struct node *n = node_first(put_list(r->q, "Rows")); n; n = node_next(n))
		if (str_eq(node_get(n, "ref"), ref))
			return true;
	return false;
}

static void roll_remark(struct roll *r)
{
	const char *text, *label = str_or(lang("activity.Field.remark"), "");
	const char *wrong = form_field(r->q, F_TEXT, "remark", r->need_remark ? 2 : 0, REMARK_MAX,
				       label, &text);
	r->remark = str_or(text, "");
	if (wrong)
		form_error_text(r->q, "remark", wrong);
}

/* Nobody is missed before it is over. */
static void roll_rest(struct roll *r)
{
	int64_t rest = 0;
	if (r->file)
		return;
	const char *wrong = form_field(r->q, F_FLAG, "rest", 0, 1, "", &rest);
	if (wrong)
		form_error_text(r->q, "rest", wrong);
	else if (rest && r->a.end > r->q->now)
		form_error(r->q, "rest", "rest_early");
	r->rest = rest != 0;
}

void roll_read(struct roll *r)
{
	struct rq *q = r->q;
	struct node *rows = put_list(q, "Rows");
	size_t n = 0;
	form_also(q, FAULT_KEEPS);
	for (struct node *row = node_first(rows); row; row = node_next(row))
		n++;
	r->v = arena_array(q->arena, n + 1, sizeof(*r->v));
	for (struct node *row = node_first(rows); row; row = node_next(row))
		roll_row(r, row);
	roll_remark(r);
	if (!form_only(q, roll_known, r))
		fault_put(q, NULL, NULL, "row_gone");
	roll_rest(r);
	if (!r->n && !r->rest && form_ok(q))
		fault_put(q, NULL, NULL, "nobody");
}

static enum err roll_attend(const struct roll *r, const struct line *l, const char *direction,
			    int64_t at)
{
	struct rq *q = r->q;
	return db_exec(&attend_q,
		       ARGS(A_(secret_uid(q->arena)), A_(r->a.id), A_(l->person),
			    A_(r->a.station_id), A_(direction), A_(clock_time(q->arena, at)),
			    A_(q->staff)),
		       NULL);
}

static enum err roll_one(struct roll *r, const struct line *l)
{
	struct record_new n = { .activity_id = r->a.id,
				.person_id = l->person,
				.starts = l->starts,
				.ends = l->ends,
				.evidence = r->evidence,
				.logger_id = r->q->staff,
				.remark = r->remark };
	const char *fault;
	int64_t id;
	enum err e = record_add(&r->q->actor, &n, &fault, &id);
	if (e == ERR_CHECK) {
		roll_fault(r, l, fault);
		return OK;
	}
	if (e)
		return e;
	/* 补录 says nothing about who was seen there. */
	if (str_eq(r->evidence, "backfill"))
		return record_prove(&r->q->actor, id, r->document);
	e = roll_attend(r, l, "in", l->starts);
	return e ? e : roll_attend(r, l, "out", l->ends);
}

/* All or nothing: with one row refused none is kept, and each refused one says why. */
enum err roll_keep(struct roll *r)
{
	enum err e = OK;
	r->refused = false;
	for (size_t i = 0; !e && i < r->n; i++)
		e = roll_one(r, &r->v[i]);
	if (!e && r->refused)
		return ERR_CHECK;
	return e ? e : record_flag(&r->q->actor, r->a.id);
}
