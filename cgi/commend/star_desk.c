/* star_desk.c - stars 星级认定 at a station: who applied, who may rise, what waits for the overseer,
 * stands under notice or is to be reviewed. A station proposes; it decides nothing. */
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "ids.h"
#include "secret.h"
#include "star.h"
#include "typed_no.h"

enum { AT_ONCE = 50 };

#define AWARD_IN(X, T) X(T, NO, volunteer_no, 1, 32)
FORM_DEFINE(award_in, AWARD_IN);
#define AWARD_ALL_IN(X, T) X(T, LIST, volunteer, 0, AT_ONCE)
FORM_DEFINE(award_all_in, AWARD_ALL_IN);
#define REFUSE_IN(X, T) \
	X(T, LIST, ref, 1, AT_ONCE) \
	X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

/* One range of the key volunteer_reached for each star: few stand above the next one.
 * Hours brought along count: whoever took them over had verified them. */
static struct stmt reached_q = SQL(
	"SELECT v.person_id AS _id, v.no, p.name, v.star, v.credit AS minutes"
	"  FROM (SELECT y.person_id FROM volunteer y FORCE INDEX (volunteer_reached)"
	"       WHERE ((y.station_id = ? AND y.state = 'active' AND y.star = 0 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 1 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 2 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 3 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 4 AND y.credit >= ?))"
	"       AND NOT EXISTS (SELECT 1 FROM star_award a WHERE a.person_id = y.person_id"
	"       AND a.star > y.star AND a.state IN ('proposed', 'notice', 'disputed'))"
	"       ORDER BY y.served_minutes DESC, y.person_id LIMIT 100) t"
	"  JOIN volunteer v ON v.person_id = t.person_id"
	"  JOIN person p ON p.id = t.person_id"
	" ORDER BY v.served_minutes DESC, v.person_id");
#define SHOWN \
	"SELECT LOWER(HEX(a.uid)) AS ref, v.no, p.name, a.star, a.minutes, a.state, a.asked_at," \
	" a.proposed_at, a.notice_from, a.notice_until, a.review_at, a.review_why, a.objection"
#define PEOPLE \
	" JOIN person p ON p.id = a.person_id" \
	" LEFT JOIN volunteer v ON v.person_id = a.person_id"
static struct stmt asked_q = SQL(
	SHOWN
	"  FROM star_award a"
	PEOPLE
	" WHERE a.station_id = ?"
	"   AND a.state = 'asked'"
	" ORDER BY a.id"
	" LIMIT 200");
static struct stmt waiting_q = SQL(
	SHOWN
	"  FROM star_award a"
	PEOPLE
	" WHERE a.station_id = ?"
	"   AND a.state IN ('proposed', 'disputed')"
	" ORDER BY a.state DESC, a.id"
	" LIMIT 200");
static struct stmt notice_q = SQL(
	SHOWN ", a.notice_until < ? AS due"
	"  FROM star_award a"
	PEOPLE
	" WHERE a.station_id = ?"
	"   AND a.state = 'notice'"
	" ORDER BY a.notice_until, a.id"
	" LIMIT 200");
static struct stmt review_q = SQL(
	SHOWN
	"  FROM star_award a FORCE INDEX (star_award_review)"
	PEOPLE
	" WHERE a.station_id = ?"
	"   AND a.waits = 1"
	"   AND a.state = 'awarded'"
	" ORDER BY a.id"
	" LIMIT 200");
static struct stmt given_q = SQL(
	"SELECT v.no, p.name, a.star, a.minutes, a.awarded_on, a.state, a.reason, a.review_why,"
	"       LOWER(HEX(a.uid)) AS ref"
	"  FROM star_award a FORCE INDEX (star_award_recent)"
	PEOPLE
	" WHERE a.station_id = ?"
	"   AND a.state IN ('awarded', 'refused', 'withdrawn')"
	" ORDER BY a.id DESC"
	" LIMIT 50");
static struct stmt region_q = SQL(
	"SELECT region_code"
	"  FROM station"
	" WHERE id = ?");
static struct stmt due_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE station_id = ?"
	"   AND state = 'notice'"
	"   AND notice_until < ?"
	" ORDER BY id"
	" LIMIT ?");
#define REF_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, state, "a.state")
ROW_DEFINE(ref_row, REF_COLS);
static struct stmt ref_q = SQL(
	"SELECT " ROW_SELECT(REF_COLS)
	"  FROM star_award a"
	" WHERE a.uid = ?"
	"   AND a.station_id = ?");
static struct stmt reason_q = SQL(
	"UPDATE star_award"
	"   SET reason = ?"
	" WHERE id = ?");
static struct stmt objection_q = SQL(
	"UPDATE star_award"
	"   SET objection = ?, objected_at = ?"
	" WHERE id = ?");

static void star_put_hours(struct rq *q, const char *list)
{
	for (struct node *n = node_first(put_list(q, list)); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
}

/* Who has the hours for a higher star: which one all conditions allow, or what is lacking. */
static void star_put_best(const struct star_level_row levels[STARS], const struct star_who_row *w,
			  struct node *n)
{
	struct star_measured m;
	int64_t best = star_best(levels, w), next = w->star + 1;
	node_int(n, "reached", best);
	while (!best && next < STARS && levels[next].hours * 60 <= w->minutes + w->brought)
		next++;
	star_conditions(&levels[(best ? best : next) - 1], w, &m);
	node_int(n, "next", m.level.star);
	for (size_t i = 0; i < m.n; i++)
		if (!m.v[i].ok)
			node_set(node_item(node_child(n, "Lacks")), "word", m.v[i].word);
}

static enum err star_put_reached(struct rq *q, const struct star_level_row levels[STARS])
{
	struct buf ids = { .arena = q->arena };
	struct star_who_row *w;
	size_t count;
	struct node *list = put_list(q, "Reached");
	for (struct node *n = node_first(list); n; n = node_next(n))
		ids_add(&ids, node_get_int(n, "_id"));
	if (!node_first(list))
		return OK;
	enum err e = star_who(&q->actor, ids_json(&ids), &w, &count);
	for (struct node *n = node_first(list); !e && n; n = node_next(n))
		for (size_t i = 0; i < count; i++)
			if (w[i].person == node_get_int(n, "_id"))
				star_put_best(levels, &w[i], n);
	return e;
}

static enum err star_put_open(struct rq *q)
{
	static const struct {
		const char *name;
		struct stmt *stmt;
	} lists[] = { { "Asked", &asked_q },
		      { "Waiting", &waiting_q },
		      { "Review", &review_q },
		      { "Given", &given_q } };
	const char *today = clock_day(q->arena, q->now);
	enum err e = put_query(q, "Notice", &notice_q, ARGS(A_(today), A_(q->station)));
	star_put_hours(q, "Notice");
	for (size_t i = 0; !e && i < sizeof(lists) / sizeof(lists[0]); i++) {
		e = put_query(q, lists[i].name, lists[i].stmt, ARGS(A_(q->station)));
		star_put_hours(q, lists[i].name);
	}
	return e;
}

enum err star_desk(struct rq *q)
{
	struct star_level_row l[STARS];
	const char *region;
	int64_t s = q->station;
	enum err e = db_text(&region_q, ARGS(A_(s)), &region);
	if (!e)
		e = star_levels(region, l);
	if (!e)
		e = put_query(q, "Reached", &reached_q,
			      ARGS(A_(s), A_(l[0].hours * 60), A_(s), A_(l[1].hours * 60), A_(s),
				   A_(l[2].hours * 60), A_(s), A_(l[3].hours * 60), A_(s),
				   A_(l[4].hours * 60)));
	star_put_hours(q, "Reached");
	if (!e)
		e = star_put_reached(q, l);
	if (!e)
		e = star_put_open(q);
	return e ? e : page(q, "commend/stars.cs");
}

enum err star_award(struct rq *q)
{
	struct award_in in;
	struct typed_no who;
	const char *fault;
	if (!form_read(q, award_in_fields, &in))
		return ERR_FORM;
	enum err e = typed_no(q, in.volunteer_no, &who);
	if (!e)
		e = star_propose(q, who.person, &fault);
	if (!e && fault)
		return refused(q, fault, star_desk);
	return e ? e : see(q, "/commend/manage?done=star_proposed");
}

/* Those who cannot be are named with the reason; the others are proposed. */
enum err star_award_all(struct rq *q)
{
	struct award_all_in in;
	struct typed_no who;
	const char *fault = NULL, *first = NULL;
	if (!form_read(q, award_all_in_fields, &in))
		return ERR_FORM;
	if (!in.volunteer.n) {
		form_error(q, "volunteer", "none_ticked");
		return ERR_FORM;
	}
	for (size_t i = 0; i < in.volunteer.n; i++) {
		enum err e = typed_no(q, in.volunteer.v[i], &who);
		if (!e)
			e = star_propose(q, who.person, &fault);
		if (e)
			return e;
		first = first ? first : fault;
	}
	if (first)
		return refused(q, first, star_desk);
	return see(q, "/commend/manage?done=star_proposed");
}

/* What the clock does within a minute anyway. */
enum err star_settle_here(struct rq *q)
{
	int64_t ids[AT_ONCE], done = 0;
	size_t n = 0;
	bool foreign = false;
	enum err e = db_each(
		&due_q, ARGS(A_(q->station), A_(clock_day(q->arena, q->now)), A_((int64_t)AT_ONCE)),
		ids_take, &(struct ids_taken){ ids, AT_ONCE, &n });
	for (size_t i = 0; !e && i < n; i++) {
		e = star_settle(&q->actor, ids[i], &done);
		foreign = foreign || e == ERR_CHECK;
		if (e == ERR_STALE || e == ERR_CHECK)
			e = OK;
	}
	if (!e && foreign)
		return refused(q, "not_marked", star_desk);
	return e ? e : see(q, "/commend/manage?done=star_given");
}

struct refusing {
	struct rq *q;
	const struct strs *refs;
	const char *reason;
};

/* What waits is taken back; what is under notice is stopped, for the overseer to decide. */
static enum err star_refuse_one(const struct refusing *r, const struct ref_row *a)
{
	const struct actor *by = &r->q->actor;
	const char *s = a->state;
	bool noticed = str_eq(s, "notice");
	enum err e = move_to(by, &star_machine,
			     noticed              ? "object"
			     : str_eq(s, "asked") ? "decline"
						  : "recall",
			     a->id, s);
	if (e)
		return e;
	return noticed ? db_change(&objection_q, ARGS(A_(r->reason), A_(actor_time(by)), A_(a->id)))
		       : db_change(&reason_q, ARGS(A_(r->reason), A_(a->id)));
}

/* All that are ticked, with one reason, or none. */
static enum err star_refuse_all(void *ctx)
{
	const struct refusing *r = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < r->refs->n; i++) {
		struct ref_row a;
		uint8_t uid[16];
		if (!hex_decode(r->refs->v[i], uid, sizeof(uid)))
			return ERR_NOT_FOUND;
		e = row_one(&ref_q, ARGS(A_(BYTES(uid)), A_(r->q->station)), ref_row_cols, &a);
		if (!e)
			e = star_refuse_one(r, &a);
	}
	return e;
}

enum err star_refuse(struct rq *q)
{
	struct refuse_in in;
	if (!form_read(q, refuse_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(star_refuse_all, &(struct refusing){ q, &in.ref, in.reason });
	return e ? e : see(q, "/commend/manage?done=star_refused");
}
