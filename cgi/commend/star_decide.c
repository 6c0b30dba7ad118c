/* star_decide.c - stars that wait for the overseer of their level: the list of a region, one of
 * them with what it rests on, and the decision. Names are masked for them; nobody decides about
 * themselves or those near to them, nor what they proposed or spoke against. */
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "honour.h"
#include "list.h"
#include "outbox.h"
#include "person.h"
#include "region.h"
#include "setting.h"
#include "star.h"
#include "workday.h"

#define VERDICTS "approve,refuse,reject,uphold,keep,withdraw"
#define DECIDE_IN(X, T) \
	X(T, WORD, verdict, 1, 12) \
	X(T, STR, reason, 0, 200)
FORM_DEFINE(decide_in, DECIDE_IN);
#define MANY_IN(X, T) \
	X(T, LIST, ref, 1, LIST_ROWS) \
	DECIDE_IN(X, T)
FORM_DEFINE(many_in, MANY_IN);

#define WAIT_COLS(C) \
	C(TEXT, ref, "LOWER(HEX(a.uid))", "") \
	C(DAY, proposed_on, "DATE(a.proposed_at)", "") \
	C(TEXT, region, "g.full_name", "") \
	C(TEXT, station, "s.name", "") \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(WORD, star, "a.star", "Star") \
	C(HOURS, minutes, "a.minutes", "") \
	C(WORD, state, "IF(a.state = 'awarded', 'review', a.state)", "State.star_award")
#define WAIT_TABLE "star_award a"
#define WAIT_JOINS \
	"  JOIN station s ON s.id = a.station_id" \
	"  JOIN region g ON g.code = s.region_code" \
	"  JOIN person p ON p.id = a.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id"
#define WAIT_WHERE "a.waits = 1 AND a.region_code LIKE ?"
#define WAIT_FILTERS(F) \
	F(WORD, state, "IF(a.state = 'awarded', 'review', a.state) = ?") \
	F(WORD, star, "a.star = ?") \
	F(TICKED, only, "FIND_IN_SET(LOWER(HEX(a.uid)), ?) > 0")
#define WAIT_WAYS(S, L) S(L, region, any, "a.region_code", "star_award_waits")
#define WAIT_ID         "a.id"
LIST_DEFINE(WAIT);

#define CASE_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, INT, person, "a.person_id") \
	X(T, INT, station, "a.station_id") \
	X(T, TEXT, region, "s.region_code") \
	X(T, INT, star, "a.star") \
	X(T, INT, wanted, "a.wanted_minutes") \
	X(T, INT, level_id, "a.level_id") \
	X(T, INT, proposer, "COALESCE(a.proposed_by, 0)") \
	X(T, BYTES, uid, "a.uid") \
	X(T, TEXT, state, "IF(a.state = 'awarded' AND a.review_at IS NOT NULL, 'review', a.state)")
ROW_DEFINE(case_row, CASE_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(CASE_COLS)
	"  FROM star_award a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.uid = UNHEX(?)"
	"   AND (a.station_id = ? OR s.region_code LIKE ?)");
static struct stmt lock_q = SQL(
	"SELECT " ROW_SELECT(CASE_COLS)
	"  FROM star_award a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.id = ?"
	"   FOR UPDATE");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(a.uid)) AS ref, p.name AS name, v.no, a.star, a.minutes, a.state,"
	"       s.no AS station_no, s.name AS station, a.asked_at, a.proposed_at,"
	"       f.name AS proposer, d.name AS decider, a.decided_at, a.notice_from,"
	"       a.notice_until, a.awarded_on, a.next_check_on, a.review_at, a.review_why,"
	"       a.reason, a.objection, a.objected_at, v.registered_at, v.star AS has_star"
	"  FROM star_award a"
	"  JOIN person p ON p.id = a.person_id"
	"  JOIN station s ON s.id = a.station_id"
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id"
	"  LEFT JOIN staff f ON f.id = a.proposed_by"
	"  LEFT JOIN staff d ON d.id = a.decided_by"
	" WHERE a.id = ?");
static struct stmt course_q = SQL(
	"SELECT at, SUBSTRING_INDEX(action, '.', -1) AS verb"
	"  FROM audit"
	" WHERE target = 'star_award'"
	"   AND target_id = ?"
	" ORDER BY id DESC"
	" LIMIT 30");
#define SPOKE_COLS(X, T) \
	X(T, TEXT, kind, "actor_kind") \
	X(T, INT, who, "actor_id")
ROW_DEFINE(spoke_row, SPOKE_COLS);
static struct stmt spoke_q = SQL(
	"SELECT " ROW_SELECT(SPOKE_COLS)
	"  FROM audit"
	" WHERE target = 'star_award'"
	"   AND target_id = ?"
	"   AND action = 'star_award.object'"
	" ORDER BY id DESC"
	" LIMIT 1");
static struct stmt approved_q = SQL(
	"UPDATE star_award"
	"   SET decided_by = ?, decided_at = ?, decided_level = ?, minutes = ?, level_id = ?,"
	"       wanted_minutes = ?, notice_from = ?, notice_until = ?, reason = ?"
	" WHERE id = ?");
static struct stmt answered_q = SQL(
	"UPDATE star_award"
	"   SET reason = ?"
	" WHERE id = ?");
static struct stmt kept_q = SQL(
	"UPDATE star_award"
	"   SET review_at = NULL, review_why = NULL, checked_by = ?, checked_at = ?, reason = ?,"
	"       next_check_on = ? + INTERVAL 1 YEAR"
	" WHERE id = ?"
	"   AND state = 'awarded'"
	"   AND review_at IS NOT NULL");
static struct stmt withdrawn_q = SQL(
	"UPDATE star_award"
	"   SET review_at = NULL, checked_by = ?, checked_at = ?, reason = ?"
	" WHERE id = ?"
	"   AND review_at IS NOT NULL");
static struct stmt highest_q = SQL(
	"SELECT COALESCE(MAX(star), 0)"
	"  FROM star_award"
	" WHERE person_id = ?"
	"   AND state = 'awarded'");

static enum err wait_row(struct rq *q, struct node *n, const struct row *r)
{
	node_set(n, "name", mask_name(q->arena, str_or(node_get(n, "name"), "")));
	return hours_row(q, n, r);
}

static const char *scope(struct rq *q)
{
	return may(q, ROLE_OVERSEER) && q->who.region_code
		       ? region_prefix(q->arena, q->who.region_code)
		       : "-";
}

enum err star_waiting(struct rq *q)
{
	static const struct list waiting = LIST(WAIT, "Awards", "commend.WaitList", .row = wait_row,
						.oldest = true);
	for (int star = 1; star <= STARS; star++) {
		struct node *n = node_item(put_list(q, "Stars"));
		node_int(n, "code", star);
		node_set(n, "name", lang(arena_fmt(q->arena, "Star.%d", star)));
	}
	return list_page(q, &waiting, ARGS(A_(scope(q))), "commend/star_waiting.cs");
}

static enum err case_of(struct rq *q, const char *ref, struct case_row *c)
{
	return row_one(&find_q, ARGS(A_(ref), A_(q->station), A_(scope(q))), case_row_cols, c);
}

static enum err case_find(struct rq *q, struct case_row *c)
{
	return case_of(q, arg(q, 0), c);
}

/* What keeps whoever asks from deciding; NULL: it is theirs. */
static enum err case_bars(struct rq *q, const struct case_row *c, const struct star_level_row *l,
			  const char **word, int64_t *level)
{
	struct star_decider_row d;
	struct spoke_row s;
	*word = NULL;
	if (c->proposer == q->staff)
		*word = "own_proposal";
	enum err e = *word ? OK : star_bars(&q->actor, c->person, word);
	if (e || *word)
		return e;
	e = star_decider(&q->actor,
			 &(struct star_case){ c->person, c->proposer, c->region, l->decider }, &d);
	if (!e && (!d.level || d.mine != 1))
		*word = "not_decider";
	*level = d.level;
	if (e || *word || !str_eq(c->state, "disputed"))
		return e;
	e = row_one(&spoke_q, ARGS(A_(c->id)), spoke_row_cols, &s);
	if (!e && str_eq(s.kind, "staff") && s.who == q->staff)
		*word = "own_objection";
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err case_level(struct rq *q, const struct case_row *c, struct star_measured *m)
{
	return star_measure(&q->actor, c->person, c->star, STAR_COUNTED, m);
}

enum err star_show(struct rq *q)
{
	struct case_row c;
	struct star_measured m;
	const char *word = NULL;
	int64_t level;
	enum err e = case_find(q, &c);
	if (!e)
		e = put_one(q, "Award", &show_q, ARGS(A_(c.id)));
	if (!e)
		e = case_level(q, &c, &m);
	if (!e)
		e = put_decider(
			q, "Decider",
			&(struct star_case){ c.person, c.proposer, c.region, m.level.decider });
	if (!e)
		e = put_query(q, "Course", &course_q, ARGS(A_(c.id)));
	if (!e && may(q, ROLE_OVERSEER) && str_in(c.state, "proposed,disputed,review")) {
		e = case_bars(q, &c, &m.level, &word, &level);
		put(q, "Bar", word);
		put(q, "Decide", word ? NULL : c.state);
	}
	if (e)
		return e;
	struct node *n = put_list(q, "Award");
	if (c.station != q->station)
		node_set(n, "name", mask_name(q->arena, str_or(node_get(n, "name"), "")));
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	node_set(n, "state", c.state);
	put_conditions(q, put_list(q, "Now"), &m);
	return page(q, "commend/star_show.cs");
}

struct deciding {
	struct rq *q;
	const struct decide_in *in;
	int64_t id;
	const char *fault;
};

static enum err approve(struct deciding *d, const struct case_row *c, const struct star_measured *m,
			int64_t level)
{
	struct rq *q = d->q;
	const char *until, *today = actor_today(&q->actor);
	int64_t days;
	if (!m->ok) {
		d->fault = "conditions";
		return OK;
	}
	enum err e = setting_rule(c->station, "star_notice_days", STAR_NOTICE_DAYS, &days);
	if (!e)
		e = workday_add(c->station, today,
				(int)(days < STAR_NOTICE_DAYS ? STAR_NOTICE_DAYS : days), &until);
	if (!e)
		e = db_change(&approved_q,
			      ARGS(A_(q->staff), A_(actor_time(&q->actor)), A_(level),
				   A_(m->minutes), A_(m->level.id), A_(m->wanted_minutes),
				   A_(today), A_(until), A_(d->in->reason), A_(c->id)));
	if (!e)
		e = move_to(&q->actor, &star_above_machine, "approve", c->id, "proposed");
	return e ? e : star_marked(c->id);
}

static enum err withdraw(struct deciding *d, const struct case_row *c)
{
	struct rq *q = d->q;
	int64_t highest = 0;
	enum err e = db_change(&withdrawn_q, ARGS(A_(q->staff), A_(actor_time(&q->actor)),
						  A_(d->in->reason), A_(c->id)));
	if (!e)
		e = move_to(&q->actor, &star_above_machine, "withdraw", c->id, "awarded");
	if (!e)
		e = db_int(&highest_q, ARGS(A_(c->person)), &highest);
	if (!e)
		e = volunteer_set_star(c->person, highest);
	return e ? e : outbox_withdraw(OB_COMMENDATION, c->uid);
}

/* Hours are no matter of opinion: a star whose hours are not there is not kept. */
static enum err keep(struct deciding *d, const struct case_row *c, const struct star_measured *m)
{
	struct rq *q = d->q;
	const char *now = actor_time(&q->actor);
	int64_t wanted = c->wanted == DB_NONE ? m->wanted_minutes : c->wanted;
	if (m->minutes < wanted) {
		d->fault = "hours_low";
		return OK;
	}
	enum err e = db_change(&kept_q, ARGS(A_(q->staff), A_(now), A_(d->in->reason),
					     A_(actor_today(&q->actor)), A_(c->id)));
	return e ? e : audit(&q->actor, "star_award.keep", "star_award", c->id, NULL);
}

static enum err answer(struct deciding *d, const struct case_row *c)
{
	const char *verb = d->in->verdict;
	enum err e = db_change(&answered_q, ARGS(A_(d->in->reason), A_(c->id)));
	if (!e)
		e = move_to(&d->q->actor, &star_above_machine, verb, c->id, c->state);
	return e || !str_eq(verb, "reject") ? e : star_marked(c->id);
}

static enum err decide_tx(void *ctx)
{
	struct deciding *d = ctx;
	struct case_row c;
	struct star_measured m;
	int64_t level = 0;
	bool fits = true;
	const char *verdict = d->in->verdict;
	d->fault = NULL;
	enum err e = row_one(&lock_q, ARGS(A_(d->id)), case_row_cols, &c);
	if (!e)
		e = case_level(d->q, &c, &m);
	if (!e)
		e = case_bars(d->q, &c, &m.level, &d->fault, &level);
	if (e || d->fault)
		return e;
	const char *from = str_in(verdict, "approve,refuse")  ? "proposed"
			   : str_in(verdict, "reject,uphold") ? "disputed"
							      : "review";
	if (!str_eq(c.state, from))
		return ERR(ERR_STALE, "the award is %s", c.state);
	if (str_in(verdict, "approve"))
		e = star_holds(c.id, &fits);
	if (!e && !fits)
		d->fault = "not_marked";
	if (e || d->fault)
		return e;
	return str_eq(verdict, "approve")    ? approve(d, &c, &m, level)
	       : str_eq(verdict, "keep")     ? keep(d, &c, &m)
	       : str_eq(verdict, "withdraw") ? withdraw(d, &c)
					     : answer(d, &c);
}

enum err star_decide(struct rq *q)
{
	struct decide_in in;
	struct case_row c;
	enum err e = case_find(q, &c);
	if (e)
		return e;
	if (form_read(q, decide_in_fields, &in)) {
		if (!str_in(in.verdict, VERDICTS))
			form_error(q, "verdict", "unknown_code");
		else if (!in.reason && !str_eq(in.verdict, "approve"))
			form_error(q, "reason", "required");
	}
	if (!form_ok(q))
		return ERR_FORM;
	struct deciding d = { .q = q, .in = &in, .id = c.id };
	e = db_tx(decide_tx, &d);
	if (!e && d.fault)
		return refused(q, d.fault, star_show);
	return e ? e : see(q, "/commend/stars?done=star_decided");
}

struct many {
	struct deciding one;
	const struct many_in *in;
};

/* All of them, with one reason, or none: who cannot be decided undoes the others. */
static enum err decide_all(void *ctx)
{
	struct many *m = ctx;
	enum err e = OK;
	m->one.fault = NULL;
	for (size_t i = 0; !e && !m->one.fault && i < m->in->ref.n; i++) {
		struct case_row c;
		e = case_of(m->one.q, m->in->ref.v[i], &c);
		m->one.id = e ? 0 : c.id;
		if (!e)
			e = decide_tx(&m->one);
	}
	return e || !m->one.fault ? e : ERR(ERR_CHECK, "%s", m->one.fault);
}

/* Only what was proposed is decided at once; each objection and review is looked at by itself. */
enum err star_decide_many(struct rq *q)
{
	struct many_in in;
	if (form_read(q, many_in_fields, &in)) {
		if (!str_in(in.verdict, "approve,refuse"))
			form_error(q, "verdict", "unknown_code");
		else if (!in.reason && str_eq(in.verdict, "refuse"))
			form_error(q, "reason", "required");
	}
	if (!form_ok(q))
		return ERR_FORM;
	struct decide_in how = { .verdict = in.verdict, .reason = in.reason };
	struct many m = { .one = { .q = q, .in = &how }, .in = &in };
	enum err e = db_tx(decide_all, &m);
	if (e == ERR_CHECK && m.one.fault)
		return refused(q, m.one.fault, star_waiting);
	return e ? e : see(q, "/commend/stars?done=star_decided_many");
}
