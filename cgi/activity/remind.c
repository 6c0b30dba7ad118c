/* remind.c - whose hours are not recorded yet: who leads such an activity, and who planned it, are
 * reminded of the day until which it has to be done; once a day. */
#include "activity.h"
#include "activity_state.h"
#include "clock.h"
#include "form.h"
#include "list.h"
#include "tell.h"

#define REMIND_IN(X, T) X(T, LIST, activity, 1, LIST_ROWS)
FORM_DEFINE(remind_in, REMIND_IN);

#define LATE_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, no, "a.no") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, starts_at, "a.starts_at") \
	X(T, TEXT, due, "a.record_due_on") \
	X(T, INT, leader, "COALESCE(a.leader_id, 0)") \
	X(T, INT, led_by, "COALESCE(a.led_by, 0)") \
	X(T, INT, planner, "COALESCE(s.person_id, 0)")
ROW_DEFINE(late_row, LATE_COLS);
static struct stmt late_q = SQL(
	"SELECT " ROW_SELECT(LATE_COLS)
	"  FROM activity a"
	"  JOIN staff s ON s.id = a.created_by"
	" WHERE a.no = ?"
	"   AND a.station_id = ?"
	"   AND " ACTIVITY_DUE_SQL
	"   AND a.record_due_on IS NOT NULL");

struct reminding {
	struct rq *q;
	const struct remind_in *in;
	size_t told;
};

static enum err remind_one(struct reminding *r, const struct late_row *a)
{
	const int64_t whom[] = { a->leader, a->led_by, a->planner };
	struct rq *q = r->q;
	enum err e = OK;
	size_t told = r->told;
	for (size_t i = 0; !e && i < sizeof(whom) / sizeof(whom[0]); i++) {
		if (!whom[i])
			continue;
		r->told++;
		e = tell(&q->actor, &(struct telling){ .event = "hours_due",
						       .station = q->station,
						       .person = whom[i],
						       .about = "activity",
						       .target = a->id,
						       .key = clock_day(q->arena, q->now),
						       .name = a->title,
						       .at = a->starts_at,
						       .until = a->due });
	}
	return e || r->told == told ? e
				    : audit(&q->actor, "activity.remind", "activity", a->id, NULL);
}

static enum err remind_all(void *ctx)
{
	struct reminding *r = ctx;
	const char *now = clock_time(r->q->arena, r->q->now);
	enum err e = OK;
	r->told = 0;
	for (size_t i = 0; !e && i < r->in->activity.n; i++) {
		struct late_row a;
		e = row_one(&late_q, ARGS(A_(r->in->activity.v[i]), A_(r->q->station), A_(now)),
			    late_row_cols, &a);
		if (!e)
			e = remind_one(r, &a);
	}
	return e;
}

enum err due_remind(struct rq *q)
{
	struct remind_in in;
	struct reminding r = { .q = q, .in = &in };
	if (!form_read(q, remind_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(remind_all, &r);
	if (!e && !r.told) {
		form_error(q, NULL, "remind_nobody");
		return ERR_FORM;
	}
	const char *filter = str_or(page_query(q), "");
	return e ? e : see(q, "/activity/manage/due?%s%sdone=reminded", filter, *filter ? "&" : "");
}
