/* check.c - check-in and check-out 签到签退: what a scan opens, and the two POSTs that count. */
#include <string.h>

#include "activity.h"
#include "activity_state.h"
#include "clock.h"
#include "device.h"
#include "rules.h"
#include "safeguard.h"
#include "secret.h"
#include "states.h"

#define CHECK_IN(X, T) \
	X(T, STR, code, 6, 120) \
	X(T, STR, lat, 0, 20) \
	X(T, STR, lng, 0, 20) \
	X(T, STR, acc, 0, 20)
FORM_DEFINE(check_input, CHECK_IN);
#define SELF_IN(X, T) X(T, WORD, direction, 2, 3)
FORM_DEFINE(self_in, SELF_IN);

enum { EARLY_SECONDS = 3600, DIGIT_TRIES = 10, DIGIT_WINDOW = 300 };

#define DUTY_COLS(X, T) \
	X(T, TEXT, roster, \
	  "(SELECT o.state FROM roster o WHERE o.activity_id = ? AND o.person_id = ?)") \
	X(T, INT, in_at, \
	  "(SELECT UNIX_TIMESTAMP(t.at) FROM attendance t WHERE t.activity_id = ? AND " \
	  "t.person_id = ? AND t.direction = 'in')") \
	X(T, INT, out_at, \
	  "(SELECT UNIX_TIMESTAMP(t.at) FROM attendance t WHERE t.activity_id = ? AND " \
	  "t.person_id = ? AND t.direction = 'out')") \
	X(T, INT, in_offline, \
	  "(SELECT t.offline FROM attendance t WHERE t.activity_id = ? AND t.person_id = ? " \
	  "AND t.direction = 'in')") \
	X(T, INT, in_by, \
	  "(SELECT t.recorded_by FROM attendance t WHERE t.activity_id = ? AND t.person_id = ? " \
	  "AND t.direction = 'in' AND t.offline = 1)")
ROW_DEFINE(duty_row, DUTY_COLS);
static struct stmt duty_q = SQL(
	"SELECT " ROW_SELECT(DUTY_COLS));
static struct stmt add_q = SQL(
	"INSERT INTO attendance (uid, activity_id, person_id, station_id, direction, at, method,"
	"       step, device_hash, offline, nearness)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt record_q = SQL(
	"SELECT no, state, minutes"
	"  FROM service_record"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state IN " RECORD_COUNTS
	" ORDER BY id DESC"
	" LIMIT 1");

static struct stmt leader_q = SQL(
	"SELECT leader_name"
	"  FROM activity"
	" WHERE id = ?");

/* Where they came and have not left yet: the same minutes count once. */
static struct stmt elsewhere_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at"
	"  FROM attendance i"
	"  JOIN activity b ON b.id = i.activity_id AND b.state IN ('published', 'running')"
	"       AND b.ends_at > ?"
	" WHERE i.person_id = ?"
	"   AND i.at >= ?"
	"   AND i.direction = 'in'"
	"   AND i.activity_id <> ?"
	"   AND NOT EXISTS (SELECT 1 FROM attendance o WHERE o.activity_id = i.activity_id"
	"       AND o.person_id = i.person_id AND o.direction = 'out')"
	" ORDER BY i.at DESC"
	" LIMIT 1");

struct check {
	struct rq *q;
	struct act a;
	struct duty_row duty;
	struct token token;
	struct bytes device;
	const char *direction, *fault, *nearness, *lacks;
};

static enum err check_duty(struct check *c)
{
	int64_t a = c->a.id, p = c->q->person;
	return row_one(&duty_q,
		       ARGS(A_(a), A_(p), A_(a), A_(p), A_(a), A_(p), A_(a), A_(p), A_(a), A_(p)),
		       duty_row_cols, &c->duty);
}

static enum err check_find(struct check *c, const char *no)
{
	enum err e = act_any(no, &c->a);
	if (!e && str_eq(c->a.state, "draft"))
		e = ERR_NOT_FOUND;
	if (!e)
		e = check_duty(c);
	return e ? e
		 : safe(&(struct safe_ask){ .activity = c->a.id,
					    .person = c->q->person,
					    .at = clock_time(c->q->arena, c->q->now) },
			&c->lacks);
}

static bool check_on_duty(const struct check *c)
{
	return c->duty.roster && str_eq(c->duty.roster, "on");
}

/* Page.Activity, Page.Duty.{in_at,out_at,off,next,opens_at}: next is what this person does now, if
 * anything, and opens_at when that begins. */
static enum err check_put(struct check *c)
{
	struct rq *q = c->q;
	bool leads, near;
	enum err e = put_activity(q, c->a.id);
	if (e)
		return e;
	/* Who leads is told to those who come. */
	if (check_on_duty(c))
		e = put_one(q, "Activity", &leader_q, ARGS(A_(c->a.id)));
	if (e)
		return e;
	bool in = c->duty.in_at != DB_NONE, out = c->duty.out_at != DB_NONE;
	put(q, "Duty.in_at", in ? clock_time(q->arena, c->duty.in_at) : NULL);
	put(q, "Duty.out_at", out ? clock_time(q->arena, c->duty.out_at) : NULL);
	/* Who takes leave has nothing to do here; who has not come may still take it. */
	bool excused = c->duty.roster && str_eq(c->duty.roster, "excused");
	put_int(q, "Duty.excused", excused ? 1 : DB_NONE);
	bool absent = c->duty.roster && str_eq(c->duty.roster, "absent");
	put_int(q, "Duty.absent", absent ? 1 : DB_NONE);
	if (check_on_duty(c) && !in && str_eq(c->a.state, "published") && q->now < c->a.start)
		put_int(q, "Duty.leave", 1);
	/* Nobody waits for them: no code would be taken. */
	bool off = !in && !check_on_duty(c) && !excused && !absent;
	put_int(q, "Duty.off", off ? 1 : DB_NONE);
	put(q, "Duty.next", out || excused || absent || off ? NULL : in ? "out" : "in");
	if (!in && q->now < c->a.start - EARLY_SECONDS)
		put(q, "Duty.opens_at", clock_time(q->arena, c->a.start - EARLY_SECONDS));
	e = act_leads(q, c->a.id, &leads);
	if (e)
		return e;
	put_int(q, "Duty.leads", leads ? 1 : DB_NONE);
	const char *next = got(q, "Duty.next");
	if (leads && check_on_duty(c) && next &&
	    str_in(c->a.state, "published,running,recording") &&
	    q->now >= c->a.start - EARLY_SECONDS && (in || q->now < c->a.end))
		put(q, "Duty.self", next);
	e = near_asked(c->a.id, q->person, &near);
	if (e)
		return e;
	put_int(q, "Duty.near", near ? 1 : DB_NONE);
	if (!in)
		e = put_one(q, "Elsewhere", &elsewhere_q,
			    ARGS(A_(clock_time(q->arena, q->now)), A_(q->person),
				 A_(clock_day(q->arena, q->now)), A_(c->a.id)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	e = put_one(q, "Record", &record_q, ARGS(A_(c->a.id), A_(q->person)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	/* Over, and never checked out: the volunteer may say when, and the leader vouches. */
	if (e && in && !out && c->a.end <= q->now && str_in(c->a.state, "running,recording,notice"))
		put_int(q, "Duty.forgot", 1);
	return OK;
}

static enum err check_refuse(struct check *c, int status, const char *word)
{
	enum err e = check_put(c);
	return e ? e : fault_page(c->q, status, word, "activity/check.cs");
}

/* Why this person cannot check in or out here now, whatever the code; NULL: they can. */
static const char *check_not_now(const struct check *c)
{
	const struct act *a = &c->a;
	int64_t now = c->q->now;
	bool in = str_eq(c->direction, "in");
	if (!check_on_duty(c))
		return "not_on_roster";
	if (str_in(a->state, "cancelled,notice,archived"))
		return "state";
	if (now < a->start - EARLY_SECONDS)
		return "too_early";
	if (!rules_of_the_day((struct rules_span){ a->start, a->end }, now))
		return "other_day";
	if (in && c->lacks)
		return arena_fmt(c->q->arena, "%s_you", c->lacks);
	if (in)
		return now >= a->end ? "too_late" : NULL;
	return c->duty.in_at == DB_NONE ? "no_check_in" : NULL;
}

static enum err check_attend(struct check *c)
{
	struct rq *q = c->q;
	return db_exec(&add_q,
		       ARGS(A_(secret_uid(q->arena)), A_(c->a.id), A_(q->person),
			    A_(c->a.station_id), A_(c->direction), A_(clock_time(q->arena, q->now)),
			    A_(c->token.method), A_(c->token.step), A_(c->device),
			    A_((int64_t)c->token.offline), A_(c->nearness)),
		       NULL);
}

static enum err check_come(void *ctx)
{
	struct check *c = ctx;
	enum err e = check_attend(c);
	if (!e)
		e = activity_tick(&c->q->actor, c->a.id);
	return e ? e : audit(&c->q->actor, "attendance.in", "activity", c->a.id, c->token.method);
}

/* The check-out is a fact even where no hours come of it; fault says why then. */
static enum err check_leave(void *ctx)
{
	struct check *c = ctx;
	struct record_new n = { .activity_id = c->a.id,
				.person_id = c->q->person,
				.logger_id = c->duty.in_by,
				.leader_id = DB_NONE };
	int64_t id;
	n.offline = c->token.offline || c->duty.in_offline == 1;
	c->fault = NULL;
	enum err e = check_attend(c);
	if (!e)
		e = audit(&c->q->actor, "attendance.out", "activity", c->a.id, c->token.method);
	if (!e)
		e = activity_tick(&c->q->actor, c->a.id);
	if (!e)
		e = evidence_of(&n);
	if (e)
		return e;
	struct rules_span seen = { c->duty.in_at, c->q->now }, served;
	if (!rules_clip(seen, (struct rules_span){ c->a.start, c->a.end }, &served)) {
		c->fault = "empty";
		return OK;
	}
	n.starts = served.from;
	n.ends = served.to;
	e = record_add(&c->q->actor, &n, &c->fault, &id);
	if (e == ERR_CHECK)
		return OK;
	/* Signs are looked for when the activity ends; who leaves later comes behind that. */
	return e || c->a.end > c->q->now ? e : record_flag(&c->q->actor, c->a.id);
}

static enum err check_take(struct rq *q, const char *direction)
{
	struct check c = { .q = q, .direction = direction };
	struct check_input in;
	bool coming = str_eq(direction, "in"), leads = false;
	enum err e = check_find(&c, arg(q, 0));
	if (e)
		return e;
	/* Pressed twice, or on two phones: the answer is the first one's. */
	if ((coming ? c.duty.in_at : c.duty.out_at) != DB_NONE)
		return see(q, "/activity/%s?done=checked_%s", c.a.no, direction);
	const char *word = check_not_now(&c);
	if (word)
		return check_refuse(&c, 409, word);
	if (!form_read(q, check_input_fields, &in))
		return ERR_FORM;
	/* Six digits could be guessed by somebody who tries long enough. */
	if (strlen(in.code) == 6)
		e = throttle(q, "activity.code", arena_fmt(q->arena, "%lld", (long long)q->person),
			     DIGIT_TRIES, DIGIT_WINDOW);
	if (e)
		return e;
	word = token_check(q, &c.a, direction, in.code, &c.token);
	if (word)
		return fault_form(q, ERR_CHECK, NULL, NULL, word);
	/* Whoever leads holds the codes: that one of them was typed says nothing of where. */
	e = person_leads(c.a.id, q->person, &leads);
	if (e)
		return e;
	if (leads)
		c.token.method = "self";
	c.device = device_of(q);
	e = near_word(c.a.id, q->person, in.lat, in.lng, in.acc, &c.nearness);
	if (e)
		return e;
	e = db_tx(coming ? check_come : check_leave, &c);
	if (e && e != ERR_DUPLICATE)
		return e;
	return c.fault ? see(q, "/activity/%s?done=out_%s", c.a.no, c.fault)
		       : see(q, "/activity/%s?done=checked_%s", c.a.no, direction);
}

/* The leader's own button: they hold the codes, so that typing one would prove no more. */
enum err check_self(struct rq *q)
{
	struct check c = { .q = q, .token = { .method = "self", .step = DB_NONE } };
	struct self_in in;
	bool leads = false;
	enum err e = check_find(&c, arg(q, 0));
	if (!e)
		e = act_leads(q, c.a.id, &leads);
	if (!e && !leads)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	if (form_read(q, self_in_fields, &in) && !str_in(in.direction, "in,out"))
		form_error(q, NULL, "choose");
	if (!form_ok(q))
		return ERR_FORM;
	c.direction = in.direction;
	bool coming = str_eq(in.direction, "in");
	if ((coming ? c.duty.in_at : c.duty.out_at) != DB_NONE)
		return see(q, "/activity/%s?done=checked_%s", c.a.no, c.direction);
	const char *word = check_not_now(&c);
	if (word)
		return check_refuse(&c, 409, word);
	c.device = device_of(q);
	c.nearness = "unknown";
	e = db_tx(coming ? check_come : check_leave, &c);
	if (e && e != ERR_DUPLICATE)
		return e;
	return c.fault ? see(q, "/activity/%s?done=out_%s", c.a.no, c.fault)
		       : see(q, "/activity/%s?done=checked_%s", c.a.no, c.direction);
}

enum err check_in(struct rq *q)
{
	return check_take(q, "in");
}

enum err check_out(struct rq *q)
{
	return check_take(q, "out");
}

enum err check_show(struct rq *q)
{
	struct check c = { .q = q };
	enum err e = check_find(&c, arg(q, 0));
	if (!e && !c.duty.roster)
		e = ERR_NOT_FOUND;
	if (!e)
		e = check_put(&c);
	return e ? e : page(q, "activity/check.cs");
}

/* What a scan opens: asks to confirm, with a ticket of this person's own in place of the code
 * that is passing. */
enum err check_scan(struct rq *q)
{
	struct check c = { .q = q };
	const char *text = arg(q, 0);
	/* A ticket would otherwise buy the next one for ever. */
	if (!token_parts(q, text, &c.token) || strstr(text, "-k"))
		return ERR_NOT_FOUND;
	c.direction = c.token.direction;
	enum err e = check_find(&c, c.token.no);
	if (e)
		return e;
	bool done = (str_eq(c.direction, "in") ? c.duty.in_at : c.duty.out_at) != DB_NONE;
	if (done)
		return see(q, "/activity/%s?done=checked_%s", c.a.no, c.direction);
	const char *word = check_not_now(&c);
	if (word)
		return check_refuse(&c, 409, word);
	word = token_check(q, &c.a, c.direction, text, &c.token);
	if (word)
		return check_refuse(&c, 422, word);
	e = check_put(&c);
	if (e)
		return e;
	put(q, "Ticket", token_ticket(q, &c.token));
	put(q, "Direction", c.direction);
	return page(q, "activity/check.cs");
}
