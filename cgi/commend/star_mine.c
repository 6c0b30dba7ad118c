/* star_mine.c - the way to a star on a volunteer's phone: what is reached, what is missing for the
 * next one and how far that is, and the application for it. */
#include "clock.h"
#include "code.h"
#include "commend.h"
#include "form.h"
#include "ids.h"
#include "secret.h"
#include "star.h"

#define ASK_IN(X, T) X(T, INT, star, 1, STARS)
FORM_DEFINE(ask_in, ASK_IN);

#define AWARD_SHOWN \
	"SELECT a.star, a.state, a.asked_at, a.proposed_at, a.notice_until, a.awarded_on," \
	" a.reason, a.review_why, a.review_at"
static struct stmt awards_q = SQL(
	AWARD_SHOWN
	"  FROM star_award a"
	" WHERE a.person_id = ?"
	" ORDER BY a.star DESC"
	" LIMIT 5");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM star_award"
	" WHERE person_id = ?"
	"   AND state IN ('asked', 'proposed', 'notice', 'disputed')");
/* Whoever proposes or applies for the same person waits here for the other one. */
static struct stmt lock_q = SQL(
	"SELECT COUNT(*)"
	"  FROM volunteer"
	" WHERE person_id = ?"
	"   AND state = 'active'"
	"   FOR UPDATE");
static struct stmt again_q = SQL(
	"UPDATE star_award"
	"   SET version = version + 1, state = 'asked', station_id = ?, region_code = ?,"
	"       minutes = ?, asked_at = ?, proposed_at = ?, proposed_by = NULL, decided_by = NULL,"
	"       decided_at = NULL, decided_level = NULL, settled_by = NULL, notice_from = NULL,"
	"       notice_until = NULL, awarded_on = NULL, reason = NULL, objection = '',"
	"       objected_at = NULL, next_check_on = NULL, review_at = NULL, review_why = NULL"
	" WHERE person_id = ?"
	"   AND star = ?"
	"   AND state IN ('refused', 'withdrawn')");
static struct stmt add_q = SQL(
	"INSERT INTO star_award (uid, station_id, region_code, person_id, star, minutes, state,"
	"       asked_at, proposed_at)"
	" VALUES (?, ?, ?, ?, ?, ?, 'asked', ?, ?)");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE person_id = ?"
	"   AND star = ?");

static enum err mine_read(struct rq *q, struct star_level_row levels[STARS],
			  struct star_who_row **w)
{
	struct buf ids = { .arena = q->arena };
	size_t n = 0;
	ids_add(&ids, q->person);
	enum err e = star_who(&q->actor, ids_json(&ids), w, &n);
	if (!e && !n)
		return ERR_NOT_FOUND;
	return e ? e : star_levels((*w)->region, levels);
}

/* All five steps with their hours: which are reached, which is theirs. */
static void put_ladder(struct rq *q, const struct star_level_row levels[STARS],
		       const struct star_who_row *w)
{
	for (int i = 0; i < STARS; i++) {
		struct node *n = node_item(put_list(q, "Ladder"));
		node_int(n, "star", i + 1);
		node_int(n, "hours", levels[i].hours);
		node_int(n, "held", w->star > i);
		node_int(n, "reached", w->minutes + w->brought >= levels[i].hours * 60);
	}
}

enum err star_mine(struct rq *q)
{
	struct star_level_row levels[STARS];
	struct star_who_row *w;
	struct star_measured m;
	int64_t open = 0;
	enum err e = mine_read(q, levels, &w);
	if (!e)
		e = put_query(q, "Awards", &awards_q, ARGS(A_(q->person)));
	if (!e)
		e = db_int(&open_q, ARGS(A_(q->person)), &open);
	if (!e)
		e = put_station(q, w->station);
	if (e)
		return e;
	put_int(q, "Me.star", w->star);
	put(q, "Me.hours", hours_text(q->arena, w->minutes + w->brought));
	put_ladder(q, levels, w);
	int64_t best = star_best(levels, w), next = best ? best : w->star + 1;
	if (next <= STARS) {
		star_conditions(&levels[next - 1], w, &m);
		put_conditions(q, put_list(q, "Next"), &m);
		put_int(q, "Next.decider", m.level.decider);
		if (best && !open)
			put_int(q, "Next.may", 1);
	}
	return page(q, "commend/star_mine.cs");
}

struct asking {
	struct rq *q;
	int64_t star;
	const char *fault;
};

/* What the national system asks as well: not below the floor, not below what one could have, not
 * what one has; once at a time. */
static const char *ask_fault(const struct star_level_row levels[STARS],
			     const struct star_who_row *w, int64_t star)
{
	struct star_measured m;
	star_conditions(&levels[star - 1], w, &m);
	int64_t best = star_best(levels, w);
	return star <= w->star ? "not_higher"
	       : !m.enough     ? "below"
	       : !m.ok         ? "not_yet"
	       : best > star   ? "higher"
			       : NULL;
}

static enum err ask_store(const struct asking *a, const struct star_who_row *w)
{
	struct rq *q = a->q;
	const char *now = actor_time(&q->actor);
	int64_t rows = 0, id, minutes = w->minutes + w->brought;
	enum err e = db_affect(&again_q,
			       ARGS(A_(w->station), A_(w->region), A_(minutes), A_(now), A_(now),
				    A_(q->person), A_(a->star)),
			       &rows);
	if (!e && !rows)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(w->station), A_(w->region),
				 A_(q->person), A_(a->star), A_(minutes), A_(now), A_(now)),
			    NULL);
	if (!e)
		e = db_int(&id_q, ARGS(A_(q->person), A_(a->star)), &id);
	return e ? e
		 : audit(&q->actor, "star_award.ask", "star_award", id,
			 arena_fmt(q->arena, "star %lld", (long long)a->star));
}

static enum err ask_tx(void *ctx)
{
	struct asking *a = ctx;
	struct star_level_row levels[STARS];
	struct star_who_row *w;
	int64_t here = 0, open = 0;
	a->fault = NULL;
	enum err e = db_int(&lock_q, ARGS(A_(a->q->person)), &here);
	if (!e)
		e = db_int(&open_q, ARGS(A_(a->q->person)), &open);
	if (!e)
		e = mine_read(a->q, levels, &w);
	if (!e)
		e = star_counted(w);
	if (e)
		return e;
	a->fault = !here ? "not_active" : open ? "open" : ask_fault(levels, w, a->star);
	return a->fault ? OK : ask_store(a, w);
}

enum err star_ask(struct rq *q)
{
	struct ask_in in;
	struct asking a = { .q = q };
	if (!form_read(q, ask_in_fields, &in))
		return ERR_FORM;
	a.star = in.star;
	enum err e = db_tx(ask_tx, &a);
	if (!e && a.fault)
		return refused(q, a.fault, star_mine);
	return e ? e : see(q, "/commend/mine/star?done=star_asked");
}
