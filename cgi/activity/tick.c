/*
 * tick.c - 点到: whoever leads says that somebody came or went. It is their word and no scan: the
 * hour has the class of the roll, on the day itself, and names the leader who vouched. A card that
 * is read leads to the same step. Nobody ticks themselves.
 */
#include "tick.h"

#include "activity_state.h"
#include "badge.h"
#include "clock.h"
#include "rules.h"
#include "safeguard.h"
#include "secret.h"
#include "staff.h"
#include "states.h"

#define TICK_IN(X, T) \
	X(T, NO, volunteer_no, 1, 24) \
	X(T, WORD, direction, 2, 3)
FORM_DEFINE(tick_in, TICK_IN);

enum { EARLY_SECONDS = 3600 };

#define SEAT_COLS(X, T) \
	X(T, INT, person, "o.person_id") \
	X(T, TEXT, state, "o.state") \
	X(T, INT, in_at, "UNIX_TIMESTAMP(i.at)") \
	X(T, INT, out_at, "UNIX_TIMESTAMP(t.at)")
ROW_DEFINE(seat_row, SEAT_COLS);
static struct stmt seat_q = SQL(
	"SELECT " ROW_SELECT(SEAT_COLS)
	"  FROM volunteer v"
	"  JOIN roster o ON o.activity_id = ? AND o.person_id = v.person_id"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE v.no = ?");
static struct stmt add_q = SQL(
	"INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method,"
	"       recorded_by, leader_id)"
	" VALUES (?, ?, ?, ?, ?, ?, 'list', ?, ?)");
static struct stmt told_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state IN " RECORD_COUNTS);
static struct stmt card_q = SQL(
	"SELECT s.name AS station, v.station_id AS _station"
	"  FROM volunteer v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.no = ?"
	"   AND v.state = 'active'");
/* Of today, where the one who reads the card leads or works, and the one who shows it is on the
 * roster: there the name is on the board anyway. */
static struct stmt led_q = SQL(
	"SELECT a.no, a.title, a.starts_at, a.ends_at, p.name, v.no AS volunteer_no,"
	"       i.at AS came, t.at AS left_at"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	"  JOIN roster o ON o.person_id = v.person_id AND o.state = 'on'"
	"  JOIN activity a ON a.id = o.activity_id AND a.state IN ('published', 'running',"
	"       'recording') AND a.starts_at BETWEEN ? AND ?"
	"  LEFT JOIN roster l ON l.activity_id = a.id AND l.person_id = ? AND l.role = 'leader'"
	"       AND l.state = 'on'"
	"  LEFT JOIN attendance i ON i.activity_id = a.id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = a.id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE v.no = ?"
	"   AND v.person_id <> ?"
	"   AND (a.station_id = ? OR a.leader_id = ? OR l.id IS NOT NULL)"
	" ORDER BY a.starts_at, a.id"
	" LIMIT 5");

struct tick {
	struct rq *q;
	struct act a;
	struct seat_row seat;
	bool coming;
	const char *fault;
	const char *barred; /* whoever acts is the one, or near, or nobody knows; NULL: none */
};

/* Nobody ticks themselves, by the one account or by the other, and nobody their own family. */
static enum err tick_barred(struct tick *t)
{
	struct rq *q = t->q;
	bool kin = false;
	enum err e = OK;
	if (q->staff)
		e = STAFF_BARS(&q->actor, &t->barred, t->seat.person);
	else
		t->barred = STAFF_ON(q->person, t->seat.person);
	if (!e && !t->barred)
		e = record_kin(&q->actor, t->seat.person, &kin);
	if (kin)
		t->barred = "kin";
	return e;
}

/* Why not now; NULL: it may be. */
static const char *tick_word(const struct tick *t)
{
	const struct act *a = &t->a;
	int64_t now = t->q->now;
	if (!str_eq(t->seat.state, "on"))
		return "not_on_roster";
	if (t->barred)
		return str_eq(t->barred, "own") ? "tick_own" : t->barred;
	if (str_in(a->state, "draft,cancelled,notice,archived"))
		return "state";
	if (now < a->start - EARLY_SECONDS)
		return "too_early";
	if (!rules_of_the_day((struct rules_span){ a->start, a->end }, now))
		return "roll_not_today";
	if (t->coming)
		return now >= a->end ? "too_late" : NULL;
	return t->seat.in_at == DB_NONE ? "no_check_in" : NULL;
}

/* The minutes between, as a line of the roll that this leader called. */
static enum err tick_record(struct tick *t)
{
	struct rq *q = t->q;
	struct rules_span seen = { t->seat.in_at, q->now }, served;
	int64_t told, id;
	enum err e = db_int(&told_q, ARGS(A_(t->a.id), A_(t->seat.person)), &told);
	if (e || told)
		return e;
	if (!rules_clip(seen, (struct rules_span){ t->a.start, t->a.end }, &served)) {
		t->fault = "empty";
		return OK;
	}
	struct record_new n = { .activity_id = t->a.id,
				.person_id = t->seat.person,
				.starts = served.from,
				.ends = served.to,
				.logger_id = DB_NONE,
				.leader_id = DB_NONE };
	e = evidence_of(&n);
	if (!e)
		e = record_add(&q->actor, &n, &t->fault, &id);
	if (e == ERR_CHECK)
		return OK;
	return e || t->a.end > q->now ? e : record_flag(&q->actor, t->a.id);
}

static enum err tick_note(void *ctx)
{
	struct tick *t = ctx;
	struct rq *q = t->q;
	bool staff = q->staff != 0;
	t->fault = NULL;
	enum err e = db_exec(&add_q,
			     ARGS(A_(secret_uid(q->arena)), A_(t->a.id), A_(t->seat.person),
				  A_(t->a.station_id), A_(t->coming ? "in" : "out"),
				  A_(clock_time(q->arena, q->now)), A_(staff ? q->staff : DB_NONE),
				  A_(staff ? DB_NONE : q->person)),
			     NULL);
	if (!e)
		e = activity_tick(&q->actor, t->a.id);
	if (!e && !t->coming)
		e = tick_record(t);
	return e ? e
		 : audit(&q->actor, t->coming ? "attendance.tick_in" : "attendance.tick_out",
			 "activity", t->a.id, NULL);
}

enum err tick_take(struct rq *q)
{
	struct tick_in in;
	struct tick t = { .q = q };
	const char *lacks = NULL;
	enum err e = act_led(q, &t.a);
	if (e)
		return e;
	if (form_read(q, tick_in_fields, &in) && !str_in(in.direction, "in,out"))
		form_error(q, NULL, "choose");
	if (!form_ok(q))
		return ERR_FORM;
	t.coming = str_eq(in.direction, "in");
	e = row_one(&seat_q, ARGS(A_(t.a.id), A_(in.volunteer_no)), seat_row_cols, &t.seat);
	if (e)
		return e;
	/* Ticked twice, or their own phone was quicker. */
	if ((t.coming ? t.seat.in_at : t.seat.out_at) != DB_NONE)
		return see(q, "/activity/manage/%s/board?done=ticked", t.a.no);
	e = tick_barred(&t);
	const char *word = e ? NULL : tick_word(&t);
	if (!e && !word && t.coming)
		e = safe(&(struct safe_ask){ .activity = t.a.id,
					     .person = t.seat.person,
					     .at = clock_time(q->arena, q->now) },
			 &lacks);
	if (e)
		return e;
	if (word || lacks)
		return fault_form(q, ERR_CHECK, NULL, NULL, word ? word : lacks);
	e = db_tx(tick_note, &t);
	if (e && e != ERR_DUPLICATE)
		return e;
	return t.fault ? see(q, "/activity/manage/%s/board?done=out_%s", t.a.no, t.fault)
		       : see(q, "/activity/manage/%s/board?done=ticked", t.a.no);
}

/* What the code on a card leads to. A stranger learns that it is good, nothing of whose it is. */
enum err card_show(struct rq *q)
{
	const char *no = badge_whose(q->arena, query(q, "k"), q->now);
	if (!no)
		return page_status(q, 404, "activity/card.cs");
	enum err e = put_one(q, "Card", &card_q, ARGS(A_(no)));
	if (e == ERR_NOT_FOUND)
		return page_status(q, 404, "activity/card.cs");
	if (e)
		return e;
	put(q, "Card.at", clock_time(q->arena, q->now));
	/* Whoever leads is told names, and nobody who acts for them. */
	if (q->proxy || (!q->staff && !q->person))
		return page(q, "activity/card.cs");
	const char *day = clock_day(q->arena, q->now);
	e = put_query(q, "Led", &led_q,
		      ARGS(A_(arena_fmt(q->arena, "%s 00:00:00", day)),
			   A_(arena_fmt(q->arena, "%s 23:59:59", day)), A_(q->person), A_(no),
			   A_(q->person), A_(q->staff ? q->station : 0), A_(q->person)));
	return e ? e : page(q, "activity/card.cs");
}
