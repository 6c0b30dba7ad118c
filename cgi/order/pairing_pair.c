/* pairing_pair.c - my pairings on a volunteer's phone: the next visit, arriving, the household's
 * code and what was found, or a call. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "device.h"
#include "form.h"
#include "met_card.h"
#include "pairing.h"
#include "secret.h"
#include "when.h"

#define PLAN_IN(X, T) \
	X(T, DAY, day, 1, 0) \
	X(T, STR, begins, 1, 8) \
	X(T, INT, minutes, 10, 240)
FORM_DEFINE(plan_in, PLAN_IN);
#define DONE_IN(X, T) \
	X(T, WORD, way, 1, 4) \
	X(T, STR, code, 0, 10) \
	X(T, STR, card_code, 0, 40) \
	X(T, STR, begins, 0, 8) \
	X(T, STR, ends, 0, 8) \
	X(T, TEXT, content, 2, 500) \
	X(T, TEXT, problems, 0, 500) \
	X(T, FLAG, alarm, 0, 0) \
	X(T, DAY, next_on, 0, 0)
FORM_DEFINE(done_in, DONE_IN);
#define CALL_IN(X, T) \
	X(T, TEXT, content, 2, 500) \
	X(T, TEXT, problems, 0, 500) \
	X(T, FLAG, alarm, 0, 0) \
	X(T, DAY, next_on, 0, 0)
FORM_DEFINE(call_in, CALL_IN);

enum { AHEAD_DAYS = 31, DAY = 86400 };

static struct stmt mine_q = SQL(
	"SELECT p.no, p.services, p.every_days, p.last_on, p.next_due, p.next_due < ? AS overdue,"
	"       p.person_id = ? AS main"
	"  FROM pairing p"
	" WHERE (p.person_id = ? OR p.helper_id = ?)"
	"   AND p.state = 'active'"
	" ORDER BY p.next_due, p.id"
	" LIMIT 40");
#define NAME_COLS(X, T) \
	X(T, BYTES, uid, "h.uid") \
	X(T, BYTES, name, "h.name_sealed")
ROW_DEFINE(name_row, NAME_COLS);
/* In the order of the list. */
static struct stmt names_q = SQL(
	"SELECT " ROW_SELECT(NAME_COLS)
	"  FROM pairing p"
	"  JOIN household h ON h.id = p.household_id"
	" WHERE (p.person_id = ? OR p.helper_id = ?)"
	"   AND p.state = 'active'"
	" ORDER BY p.next_due, p.id"
	" LIMIT 40");
static struct stmt show_q = SQL(
	"SELECT p.no, p.services, p.every_days, p.starts_on, p.last_on, p.next_due,"
	"       p.next_due < ? AS overdue, p.visits, p.state, l.name AS lead, s.name AS station,"
	"       s.phone AS station_phone"
	"  FROM pairing p"
	"  JOIN station s ON s.id = p.station_id"
	"  LEFT JOIN staff l ON l.id = p.lead_id"
	" WHERE p.id = ?");

static const char *told(struct rq *q, const char *fault)
{
	return lang(arena_fmt(q->arena, "MetFault.%s", fault));
}

static enum err not_taken(struct rq *q, const char *field, enum err e, const char *fault)
{
	if (e != ERR_CHECK)
		return e;
	form_error_text(q, field, told(q, fault));
	return ERR_FORM;
}

static enum err put_names(struct rq *q)
{
	struct name_row *v;
	size_t n, i = 0;
	const char *name = NULL;
	enum err e = row_all(&names_q, ARGS(A_(q->person), A_(q->person)), name_row_cols,
			     sizeof(*v), &v, &n);
	struct node *p = e ? NULL : node_first(put_list(q, "Pairings"));
	for (; !e && p && i < n; p = node_next(p), i++) {
		if (v[i].name.n)
			e = secret_unseal(q->arena, "household.name", v[i].uid, v[i].name, &name);
		node_set(p, "name", name);
	}
	return e;
}

enum err pair_list(struct rq *q)
{
	enum err e = put_query(
		q, "Pairings", &mine_q,
		ARGS(A_(clock_day(q->arena, q->now)), A_(q->person), A_(q->person), A_(q->person)));
	if (!e)
		e = put_names(q);
	return e ? e : page(q, "order/pair_list.cs");
}

/* The planned visit, and what can be done with it now. */
static enum err put_visit(struct rq *q, const struct pairing_row *p, struct met *m, bool *planned)
{
	*planned = false;
	enum err e = met_find(p->no, m);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (e || !str_eq(m->state, "planned") || m->person != q->person)
		return e;
	*planned = true;
	put(q, "Service.starts_at", clock_time(q->arena, m->starts));
	put(q, "Service.ends_at", clock_time(q->arena, m->ends));
	put(q, "Service.activity_no", m->activity_no);
	if (m->arrived_at != DB_NONE)
		put(q, "Service.arrived_at", clock_time(q->arena, m->arrived_at));
	else if (q->now >= m->starts - MET_CODE_LIFE && q->now < m->ends)
		put_int(q, "Can.arrive", 1);
	if (q->now >= m->starts)
		put_int(q, "Can.done", 1);
	return OK;
}

enum err pair_show(struct rq *q)
{
	struct pairing_row p;
	struct met m;
	bool planned = false;
	enum err e = pairing_mine(q, &p);
	if (!e)
		e = put_one(q, "Pairing", &show_q, ARGS(A_(clock_day(q->arena, q->now)), A_(p.id)));
	if (!e)
		e = pairing_put_home(q, &p, true);
	if (!e)
		e = pairing_put_visits(q, &p);
	if (!e)
		e = pairing_put_care(q, p.station);
	if (!e)
		e = put_visit(q, &p, &m, &planned);
	put_int(q, "Can.plan", !planned && str_eq(p.state, "active") ? 1 : DB_NONE);
	form_key(q, "pair");
	return e ? e : page(q, "order/pair.cs");
}

struct pairing_step {
	struct rq *q;
	struct pairing_row p;
	struct met m;
	struct met_plan plan;
	struct pairing_log log;
	const char *fault;
};

static enum err planned(void *ctx)
{
	struct pairing_step *s = ctx;
	const struct actor *by = &s->q->actor;
	int64_t id;
	return met_plan(by, &s->plan, &s->fault, &id);
}

enum err pair_plan(struct rq *q)
{
	struct plan_in in;
	struct pairing_step s = { .q = q };
	int64_t from;
	enum err e = pairing_mine(q, &s.p);
	if (!e && !str_eq(s.p.state, "active"))
		e = ERR(ERR_STALE, "pairing is over");
	if (e)
		return e;
	if (!form_read(q, plan_in_fields, &in))
		return ERR_FORM;
	if (!clock_of_day(q->arena, in.day, in.begins, false, &from))
		form_error(q, "begins", "clock");
	else if (from > q->now + AHEAD_DAYS * DAY)
		form_error(q, "day", "day_far");
	if (!form_ok(q))
		return ERR_FORM;
	e = form_key_uid(q, "pair", &s.plan.uid);
	if (!e)
		e = met_find(s.p.no, &s.m);
	/* One at a time: pressed twice it is the first. */
	if (!e && str_eq(s.m.state, "planned"))
		return see(q, "/order/pair/%s?done=pair_planned", s.p.no);
	if (e && e != ERR_NOT_FOUND)
		return e;
	err_clear();
	s.plan = (struct met_plan){ .uid = s.plan.uid,
				    .station = s.p.station,
				    .person = q->person,
				    .household = s.p.household,
				    .staff = s.p.lead != DB_NONE ? s.p.lead : s.p.made_by,
				    .source = "pairing",
				    .source_no = s.p.no,
				    .title = lang("order.Pair.activity"),
				    .content = s.p.services,
				    .category = "0001",
				    .place = lang("order.Pair.place"),
				    .starts = from,
				    .ends = from + in.minutes * 60 };
	e = db_tx(planned, &s);
	return e ? not_taken(q, "day", e, s.fault)
		 : see(q, "/order/pair/%s?done=pair_planned", s.p.no);
}

static enum err my_visit(struct rq *q, struct pairing_step *s)
{
	enum err e = pairing_mine(q, &s->p);
	if (!e)
		e = met_find(s->p.no, &s->m);
	return e || s->m.person == q->person ? e : ERR_NOT_FOUND;
}

enum err pair_arrive(struct rq *q)
{
	struct pairing_step s = { .q = q };
	enum err e = my_visit(q, &s);
	if (!e)
		e = met_arrive(&q->actor, &s.m, &s.fault);
	return e ? not_taken(q, NULL, e, s.fault)
		 : see(q, "/order/pair/%s?done=pair_arrived", s.p.no);
}

static enum err dropped(void *ctx)
{
	struct pairing_step *s = ctx;
	bool over = s->m.ends <= s->q->now;
	return met_end(&s->q->actor, &s->m, over ? "missed" : "cancelled",
		       lang("order.Pair.dropped"));
}

/* It will not be, or it was not: the next one can be planned. */
enum err pair_drop(struct rq *q)
{
	struct pairing_step s = { .q = q };
	enum err e = my_visit(q, &s);
	if (!e)
		e = db_tx(dropped, &s);
	return e ? e : see(q, "/order/pair/%s?done=pair_dropped", s.p.no);
}

static enum err logged(void *ctx)
{
	struct pairing_step *s = ctx;
	return pairing_logged(&s->q->actor, &s->log);
}

/* A card's code proves the time that is typed with it; six digits that from arriving until now. */
static enum err by_card(struct rq *q, struct pairing_step *s, const struct done_in *in)
{
	const char *day = clock_day(q->arena, s->m.starts);
	int64_t from, to;
	if (!in->card_code)
		form_error(q, "card_code", "required");
	if (!in->begins || !clock_of_day(q->arena, day, in->begins, false, &from))
		form_error(q, "begins", "clock");
	if (!in->ends || !clock_of_day(q->arena, day, in->ends, true, &to))
		form_error(q, "ends", "clock");
	if (!form_ok(q))
		return ERR_FORM;
	s->log.minutes = (to - from) / 60;
	return card_confirm(&q->actor, &s->m, in->card_code, from, to,
			    (struct met_also){ logged, s }, &s->fault);
}

static enum err by_code(struct rq *q, struct pairing_step *s, const struct done_in *in)
{
	if (!in->code) {
		form_error(q, "code", "required");
		return ERR_FORM;
	}
	s->log.minutes = s->m.arrived_at == DB_NONE ? 0 : (q->now - s->m.arrived_at) / 60;
	return met_confirm(&q->actor, &s->m, in->code, device_of(q), (struct met_also){ logged, s },
			   &s->fault);
}

static bool next_fits(struct rq *q, const char *next_on)
{
	if (next_on && strcmp(next_on, clock_day(q->arena, q->now)) <= 0)
		form_error(q, "next_on", "day_past");
	return form_ok(q);
}

enum err pair_done(struct rq *q)
{
	struct done_in in;
	struct pairing_step s = { .q = q };
	enum err e = my_visit(q, &s);
	if (e)
		return e;
	if (!form_read(q, done_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.way, "code,card"))
		form_error(q, "way", "unknown_code");
	if (!next_fits(q, in.next_on))
		return ERR_FORM;
	e = form_key_uid(q, "pair", &s.log.uid);
	if (e)
		return e;
	s.log = (struct pairing_log){ .p = &s.p,
				      .uid = s.log.uid,
				      .mode = "home",
				      .content = in.content,
				      .problems = in.problems,
				      .next_on = in.next_on,
				      .urgent = in.alarm,
				      .service = s.m.id };
	bool card = str_eq(in.way, "card");
	e = card ? by_card(q, &s, &in) : by_code(q, &s, &in);
	return e ? not_taken(q, card ? "card_code" : "code", e, s.fault)
		 : see(q, "/order/pair/%s?done=pair_done", s.p.no);
}

enum err pair_call(struct rq *q)
{
	struct call_in in;
	struct pairing_step s = { .q = q };
	enum err e = pairing_mine(q, &s.p);
	if (!e && !str_eq(s.p.state, "active"))
		e = ERR(ERR_STALE, "pairing is over");
	if (e)
		return e;
	if (!form_read(q, call_in_fields, &in) || !next_fits(q, in.next_on))
		return ERR_FORM;
	e = form_key_uid(q, "pair", &s.log.uid);
	if (e)
		return e;
	s.log = (struct pairing_log){ .p = &s.p,
				      .uid = s.log.uid,
				      .mode = "phone",
				      .content = in.content,
				      .problems = in.problems,
				      .next_on = in.next_on,
				      .urgent = in.alarm,
				      .service = DB_NONE };
	e = db_tx(logged, &s);
	/* Sent twice, logged once. */
	if (e == ERR_DUPLICATE) {
		err_clear();
		e = OK;
	}
	return e ? e : see(q, "/order/pair/%s?done=pair_called", s.p.no);
}
