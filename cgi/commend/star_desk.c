/* star_desk.c - stars 星级认定: who has reached one; awarded in one click, under notice, then given. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "honour.h"
#include "outbox.h"
#include "person.h"
#include "secret.h"
#include "setting.h"
#include "staff.h"
#include "workday.h"
#include "typed_no.h"

enum { NOTICE_DAYS = 5, SETTLE_AT_ONCE = 200 };

#define AWARD_IN(X, T) X(T, NO, volunteer_no, 1, 32)
FORM_DEFINE(award_in, AWARD_IN);
#define REFUSE_IN(X, T) \
	X(T, CODE, ref, 32, 32) \
	X(T, STR, reason, 2, 200)
FORM_DEFINE(refuse_in, REFUSE_IN);

static const struct move moves[] = { { "award", "notice", "awarded" },
				     { "refuse", "notice", "refused" },
				     { 0 } };
static struct stmt move_q = SQL(
	"UPDATE star_award"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine star_machine = { "star_award", moves, &move_q };

/* One range of the key volunteer_reached for each star: few stand above the next one.
 * Hours brought along count: whoever took them over had verified them. 令67 art. 10 asks for quality
 * besides time: the evaluations' mean, absences and records taken back stand beside each. */
static struct stmt reached_q = SQL(
	"SELECT v.person_id AS _id, v.no, p.name, v.star, v.credit AS minutes,"
	"       v.no_shows, (SELECT ROUND(AVG((e.score_a + e.score_b + e.score_c) / 3), 1)"
	"       FROM evaluation e WHERE e.person_id = v.person_id"
	"       AND e.direction = 'of_volunteer') AS rating,"
	"       (SELECT COUNT(*) FROM service_record r WHERE r.person_id = v.person_id"
	"       AND r.state = 'withdrawn') AS withdrawn"
	"  FROM (SELECT y.person_id FROM volunteer y FORCE INDEX (volunteer_reached)"
	"       WHERE ((y.station_id = ? AND y.state = 'active' AND y.star = 0 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 1 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 2 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 3 AND y.credit >= ?)"
	"       OR (y.station_id = ? AND y.state = 'active' AND y.star = 4 AND y.credit >= ?))"
	"       AND NOT EXISTS (SELECT 1 FROM star_award a WHERE a.person_id = y.person_id"
	"       AND a.star > y.star AND a.state IN ('proposed', 'notice'))"
	"       ORDER BY y.served_minutes DESC, y.person_id LIMIT 100) t"
	"  JOIN volunteer v ON v.person_id = t.person_id"
	"  JOIN person p ON p.id = t.person_id"
	" ORDER BY v.served_minutes DESC, v.person_id");
static struct stmt notice_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS ref, v.no, p.name, a.star, a.minutes, a.notice_from,"
	"       a.notice_until, a.notice_until < ? AS due"
	"  FROM star_award a"
	"  JOIN person p ON p.id = a.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id"
	" WHERE a.station_id = ?"
	"   AND a.state = 'notice'"
	" ORDER BY a.notice_until, a.id"
	" LIMIT 200");
static struct stmt given_q = SQL(
	"SELECT v.no, p.name, a.star, a.minutes, a.awarded_on, a.state, a.reason"
	"  FROM star_award a FORCE INDEX (star_award_recent)"
	"  JOIN person p ON p.id = a.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id"
	" WHERE a.station_id = ?"
	"   AND a.state IN ('awarded', 'refused', 'withdrawn')"
	" ORDER BY a.id DESC"
	" LIMIT 50");

/* What a star rests on is counted anew from the hours themselves: the sum beside the volunteer is
 * kept in step with them, and whoever wrote the sum alone gains nothing. Where they differ the less
 * counts. What was brought along is a sum of marked transfers (brought.h). */
#define COUNTED(person) \
	"LEAST(COALESCE(t.minutes, 0), (SELECT COALESCE(SUM(r.minutes), 0)" \
	" FROM service_record r WHERE r.person_id = " person \
	" AND r.state = 'effective')) + COALESCE(t.brought_minutes, 0)"
#define PERSON_COLS(X, T) \
	X(T, INT, id, "v.person_id") \
	X(T, INT, station_id, "v.station_id") \
	X(T, INT, star, "v.star") \
	X(T, INT, minutes, COUNTED("v.person_id"))
ROW_DEFINE(person_row, PERSON_COLS);
static struct stmt person_q = SQL(
	"SELECT " ROW_SELECT(PERSON_COLS)
	"  FROM volunteer v"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" WHERE v.person_id = ?"
	"   AND v.station_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO star_award (uid, station_id, person_id, star, minutes, state, proposed_at,"
	"       decided_by, notice_from, notice_until)"
	" VALUES (?, ?, ?, ?, ?, 'notice', ?, ?, ?, ?)");
/* A star once refused may be reached again by better service. */
static struct stmt again_q = SQL(
	"UPDATE star_award"
	"   SET station_id = ?, minutes = ?, state = 'notice', version = version + 1,"
	"       proposed_at = ?, decided_by = ?, notice_from = ?, notice_until = ?, reason = NULL,"
	"       settled_by = NULL, awarded_on = NULL"
	" WHERE person_id = ?"
	"   AND star = ?"
	"   AND state IN ('refused', 'withdrawn')");

#define DUE_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, INT, person_id, "a.person_id") \
	X(T, INT, star, "a.star") \
	X(T, INT, decided_by, "a.decided_by") \
	X(T, INT, minutes, COUNTED("a.person_id"))
ROW_DEFINE(due_row, DUE_COLS);
static struct stmt due_q = SQL(
	"SELECT " ROW_SELECT(DUE_COLS)
	"  FROM star_award a"
	"  LEFT JOIN volunteer_total t ON t.person_id = a.person_id"
	" WHERE a.station_id = ?"
	"   AND a.state = 'notice'"
	"   AND a.notice_until < ?"
	" ORDER BY a.id"
	" LIMIT 200");
static struct stmt awarded_q = SQL(
	"UPDATE star_award"
	"   SET awarded_on = ?, settled_by = ?"
	" WHERE id = ?");
static struct stmt reason_q = SQL(
	"UPDATE star_award"
	"   SET reason = ?, decided_by = ?"
	" WHERE id = ?");
static struct stmt mine_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE person_id = ?"
	"   AND star = ?");
static struct stmt ref_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE uid = ?"
	"   AND station_id = ?");

static void star_put_hours(struct rq *q, const char *list)
{
	int64_t next;
	for (struct node *n = node_first(put_list(q, list)); n; n = node_next(n)) {
		int64_t minutes = node_get_int(n, "minutes");
		node_set(n, "hours", hours_text(q->arena, minutes));
		node_int(n, "reached", star_of(minutes, &next));
	}
}

enum err star_desk(struct rq *q)
{
	const char *today = clock_day(q->arena, q->now);
	int64_t s = q->station;
	enum err e = put_query(q, "Reached", &reached_q,
			       ARGS(A_(s), A_(star_minutes(1)), A_(s), A_(star_minutes(2)), A_(s),
				    A_(star_minutes(3)), A_(s), A_(star_minutes(4)), A_(s),
				    A_(star_minutes(5))));
	if (!e)
		e = put_query(q, "Notice", &notice_q, ARGS(A_(today), A_(q->station)));
	if (!e)
		e = put_query(q, "Given", &given_q, ARGS(A_(q->station)));
	if (e)
		return e;
	star_put_hours(q, "Reached");
	star_put_hours(q, "Notice");
	star_put_hours(q, "Given");
	for (struct node *n = node_first(put_list(q, "Notice")); n; n = node_next(n))
		if (node_get_int(n, "due") == 1)
			put(q, "Due", "1");
	return page(q, "commend/stars.cs");
}

struct awarding {
	struct rq *q;
	const struct person_row *p;
	int64_t star;
	const char *until;
};

static enum err star_propose(void *ctx)
{
	const struct awarding *a = ctx;
	struct rq *q = a->q;
	const char *now = clock_time(q->arena, q->now), *today = clock_day(q->arena, q->now);
	int64_t rows = 0, id = 0;
	enum err e = db_affect(&again_q,
			       ARGS(A_(q->station), A_(a->p->minutes), A_(now), A_(q->staff),
				    A_(today), A_(a->until), A_(a->p->id), A_(a->star)),
			       &rows);
	if (!e && !rows)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(a->p->id),
				 A_(a->star), A_(a->p->minutes), A_(now), A_(q->staff), A_(today),
				 A_(a->until)),
			    &id);
	if (!e)
		e = db_int(&mine_q, ARGS(A_(a->p->id), A_(a->star)), &id);
	if (!e)
		e = star_marked(id);
	return e ? e
		 : audit(&q->actor, "star_award.notice", "person", a->p->id,
			 arena_fmt(q->arena, "star %lld", (long long)a->star));
}

enum err star_award(struct rq *q)
{
	struct award_in in;
	struct person_row p;
	struct awarding a = { .q = q, .p = &p };
	struct typed_no who;
	int64_t days, next;
	if (!form_read(q, award_in_fields, &in))
		return ERR_FORM;
	enum err e = typed_no(q, in.volunteer_no, &who);
	if (!e)
		e = row_one(&person_q, ARGS(A_(who.person), A_(q->station)), person_row_cols, &p);
	if (e)
		return e;
	a.star = star_of(p.minutes, &next);
	if (a.star <= p.star)
		return refused(q, "not_reached", star_desk);
	const char *bar;
	e = STAFF_BARS(&q->actor, &bar, p.id);
	if (!e && bar)
		return refused(q, bar, star_desk);
	if (!e)
		e = setting_rule(q->station, "star_notice_days", NOTICE_DAYS, &days);
	if (!e)
		e = workday_add(q->station, clock_day(q->arena, q->now), (int)days, &a.until);
	if (!e)
		e = db_tx(star_propose, &a);
	/* Pressed twice: it is under notice since the first time. */
	return e && e != ERR_DUPLICATE ? e : see(q, "/commend/manage?done=star_notice");
}

/* Hours may have been taken back while the notice ran: then there is no star. */
static enum err star_give(struct rq *q, const struct due_row *d)
{
	int64_t next;
	if (star_of(d->minutes, &next) < d->star) {
		enum err e = db_change(
			&reason_q, ARGS(A_(lang("commend.hours_fell")), A_(q->staff), A_(d->id)));
		return e ? e : move_to(&q->actor, &star_machine, "refuse", d->id, "notice");
	}
	/* Before the state: the database knows no star that one person alone gave. */
	enum err e = db_change(&awarded_q,
			       ARGS(A_(clock_day(q->arena, q->now)), A_(q->staff), A_(d->id)));
	if (!e)
		e = move_to(&q->actor, &star_machine, "award", d->id, "notice");
	if (!e)
		e = star_marked(d->id);
	if (!e)
		e = volunteer_set_star(d->person_id, d->star);
	return e ? e : outbox_star(d->id);
}

struct settling {
	struct rq *q;
	size_t own, foreign; /* left: awarded by the same person; not marked by us */
};

/* Whoever proposed it does not give it, and what nobody of us proposed is given by nobody. */
static enum err star_settle_one(struct settling *s, const struct due_row *d)
{
	bool fits;
	if (d->decided_by == s->q->staff) {
		s->own++;
		return OK;
	}
	enum err e = star_holds(d->id, &fits);
	if (!e && !fits)
		s->foreign++;
	return e || !fits ? e : star_give(s->q, d);
}

static enum err star_settle_due(void *ctx)
{
	struct settling *s = ctx;
	struct rq *q = s->q;
	struct due_row *v;
	size_t n;
	enum err e = row_all(&due_q, ARGS(A_(q->station), A_(clock_day(q->arena, q->now))),
			     due_row_cols, sizeof(*v), &v, &n);
	s->own = s->foreign = 0;
	for (size_t i = 0; !e && i < n; i++)
		e = star_settle_one(s, &v[i]);
	return e;
}

enum err star_settle(struct rq *q)
{
	struct settling s = { .q = q };
	enum err e = db_tx(star_settle_due, &s);
	if (!e && s.foreign)
		return refused(q, "not_marked", star_desk);
	if (!e && s.own)
		return refused(q, "own_award", star_desk);
	return e ? e : see(q, "/commend/manage?done=star_given");
}

struct refusing {
	struct rq *q;
	int64_t id;
	const char *reason;
};

static enum err star_refuse_one(void *ctx)
{
	const struct refusing *r = ctx;
	enum err e = move_to(&r->q->actor, &star_machine, "refuse", r->id, "notice");
	return e ? e : db_change(&reason_q, ARGS(A_(r->reason), A_(r->q->staff), A_(r->id)));
}

enum err star_refuse(struct rq *q)
{
	struct refuse_in in;
	uint8_t uid[16];
	int64_t id;
	if (!form_read(q, refuse_in_fields, &in))
		return ERR_FORM;
	if (!hex_decode(in.ref, uid, sizeof(uid)))
		return ERR_NOT_FOUND;
	enum err e = db_int(&ref_q, ARGS(A_(BYTES(uid)), A_(q->station)), &id);
	if (!e)
		e = db_tx(star_refuse_one, &(struct refusing){ q, id, in.reason });
	return e ? e : see(q, "/commend/manage?done=star_refused");
}
