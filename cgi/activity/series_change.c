/* series_change.c - what of a series has not begun, from a day on, gets another time, place,
 * content or leader at once. What is left empty stays as it is, for each. */
#include "changing.h"
#include "clock.h"
#include "series.h"

#define LATER_IN(X, T) \
	X(T, DAY, change_from, 1, 10) \
	X(T, STR, begins, 0, CLOCK_CHARS) \
	X(T, STR, ends, 0, CLOCK_CHARS) \
	X(T, STR, place, 0, 160) \
	X(T, TEXT, content, 0, 1000) \
	X(T, NO, leader_no, 0, 24) \
	X(T, NAME, leader_name, 0, 60) \
	X(T, OINT, planned, 1, 100000)
FORM_DEFINE(later_in, LATER_IN);

#define STANDS_COLS(X, T) \
	X(T, TEXT, day, "DATE(a.starts_at)") \
	X(T, TEXT, begins, "DATE_FORMAT(a.starts_at, '%H:%i')") \
	X(T, TEXT, ends, "DATE_FORMAT(a.ends_at, '%H:%i')") \
	X(T, TEXT, place, "a.place") \
	X(T, TEXT, content, "a.content") \
	X(T, TEXT, leader_name, "a.leader_name") \
	X(T, INT, leader, "a.leader_id") \
	X(T, INT, planned, "a.planned")
ROW_DEFINE(stands_row, STANDS_COLS);
static struct stmt stands_q = SQL(
	"SELECT " ROW_SELECT(STANDS_COLS)
	"  FROM activity a"
	" WHERE a.id = ?");

struct later {
	struct rq *q;
	struct series_rest r;
	struct later_in in;
	struct plan lead;   /* who is to lead them; looked up once, before the transaction */
	struct changing *c; /* one for each of r.v */
};

static enum err one_becomes(const struct later *l, const struct act *a, struct changing *c)
{
	const struct later_in *in = &l->in;
	struct stands_row was;
	enum err e = row_one(&stands_q, ARGS(A_(a->id)), stands_row_cols, &was);
	if (e)
		return e;
	*c = (struct changing){ .q = l->q,
				.p = l->lead,
				.leader_stays = !in->leader_no && !in->leader_name };
	c->p.a = *a;
	c->p.in.day = was.day;
	c->p.in.begins = str_or(in->begins, was.begins);
	c->p.in.ends = str_or(in->ends, was.ends);
	c->in = (struct change_in){ .day = was.day,
				    .place = str_or(in->place, was.place),
				    .content = str_or(in->content, was.content),
				    .planned = in->planned != DB_NONE ? in->planned : was.planned };
	if (c->leader_stays) {
		c->p.leader = was.leader;
		c->p.leader_name = was.leader_name;
	}
	return plan_times(&c->p) ? OK : ERR_FORM;
}

static enum err all_become(struct later *l)
{
	enum err e = OK;
	l->lead = (struct plan){ .q = l->q, .series = l->r.series };
	l->lead.in.leader_no = l->in.leader_no;
	l->lead.in.leader_name = l->in.leader_name;
	if (l->in.leader_no || l->in.leader_name)
		e = plan_leader(&l->lead);
	if (!e && !form_ok(l->q))
		e = ERR_FORM;
	l->c = arena_array(l->q->arena, l->r.n, sizeof(*l->c));
	for (size_t i = 0; !e && i < l->r.n; i++)
		e = one_becomes(l, &l->r.v[i], &l->c[i]);
	return e;
}

static enum err later_change(void *ctx)
{
	struct later *l = ctx;
	struct rq *q = l->q;
	enum err e = OK;
	for (size_t i = 0; !e && i < l->r.n; i++)
		e = change_keep(&l->c[i]);
	return e ? e
		 : audit(&q->actor, "series.change", "series", l->r.series,
			 arena_fmt(q->arena, "%zu", l->r.n));
}

/* One clock alone says little of the other. */
static void later_check(struct later *l)
{
	const struct later_in *in = &l->in;
	if (!in->begins != !in->ends)
		form_error(l->q, in->begins ? "ends" : "begins", "clock");
	else if (!in->begins && !in->place && !in->content && !in->leader_no && !in->leader_name &&
		 in->planned == DB_NONE)
		form_error(l->q, "place", "nothing_changes");
}

enum err series_change(struct rq *q)
{
	struct later l = { .q = q, .r = { .q = q } };
	enum err e = series_ahead(&l.r, "1970-01-01", "draft,published");
	if (e)
		return e;
	if (form_read(q, later_in_fields, &l.in))
		later_check(&l);
	if (!form_ok(q))
		return ERR_FORM;
	e = series_ahead(&l.r, l.in.change_from, "draft,published");
	if (!e && !l.r.n) {
		form_error(q, "change_from", "none_to_change");
		return ERR_FORM;
	}
	if (!e)
		e = all_become(&l);
	if (!e)
		e = db_tx(later_change, &l);
	return e ? e : see(q, "/activity/manage/series/%s?done=series_changed", arg(q, 0));
}
