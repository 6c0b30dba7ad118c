/* sign.c - signing up, for a project or for one of its shifts: who gets a place, who stands in the
 * waiting list, and how a place is given up or taken when it was offered. */
#include "clock.h"
#include "draw.h"
#include "form.h"
#include "safeguard.h"
#include "secret.h"
#include "shift.h"

static struct stmt state_q = SQL(
	"SELECT state"
	"  FROM project"
	" WHERE id = ?");
/* Nothing is signed up for that was called off or closed a moment ago. */
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id"
	" WHERE s.activity_id = ?"
	"   AND b.state = 'published'"
	"   AND s.closes_at > ?");
static struct stmt before_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.position_id = ?"
	"   AND a.person_id = ?"
	"   AND a.shift_key = ?");
static struct stmt add_q = SQL(
	"INSERT INTO application (uid, station_id, project_id, position_id, activity_id,"
	"       person_id, mode, state, line_no, applied_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt again_q = SQL(
	"UPDATE application"
	"   SET mode = ?, line_no = ?, applied_at = ?, reason = NULL, offered_until = NULL,"
	"       withdrawn_at = NULL, decided_by = NULL, decided_at = NULL"
	" WHERE id = ?");
static struct stmt in_time_q = SQL(
	"UPDATE application"
	"   SET line_no = NULL, offered_until = NULL, decided_at = ?"
	" WHERE id = ?"
	"   AND offered_until >= ?");

static struct stmt gone_q = SQL(
	"SELECT COUNT(*)"
	"  FROM volunteer"
	" WHERE person_id = ?"
	"   AND state IN ('paused', 'left')");

/* They may have stopped since, or a guardian taken back their word: asked whenever a place is
 * given. */
static enum err sign_standing(struct sign_up *s)
{
	bool yes = false;
	int64_t gone = 0;
	enum err e = db_int(&gone_q, ARGS(A_(s->person)), &gone);
	if (!e && gone) {
		s->lacks = "inactive";
		return ERR(ERR_CHECK, "no longer in service");
	}
	if (!e)
		e = safe_guarded(s->person, clock_day(s->q->arena, s->q->now), &yes);
	if (e || yes)
		return e;
	s->lacks = "guardian";
	return ERR(ERR_CHECK, "without a guardian's word");
}

/* Who could not come does not stand in the waiting list either. */
static enum err sign_coming(struct sign_up *s)
{
	if (s->seat.activity == DB_NONE)
		return OK;
	enum err e = duty_able(&s->q->actor, s->seat.activity, s->person, &s->clash, &s->lacks);
	if (!e && (s->clash.no || s->lacks))
		e = ERR(ERR_CHECK, "%s", s->lacks ? s->lacks : "on duty elsewhere");
	return e;
}

/* What can still be put right keeps nobody from asking: a place wants it, and only then. */
static enum err sign_queued(struct sign_up *s)
{
	s->lacks = NULL;
	enum err e = sign_coming(s);
	bool later = e == ERR_CHECK && !s->clash.no && str_in(s->lacks, "uninsured,unagreed");
	return later ? OK : e;
}

enum err sign_duty(struct sign_up *s)
{
	struct rq *q = s->q;
	int64_t activity = s->seat.activity;
	/* Not for what has begun or was called off since: it is asked there. */
	enum err e = sign_standing(s);
	if (!e)
		e = sign_coming(s);
	return e || activity == DB_NONE
		       ? e
		       : duty_put(&q->actor, activity, s->person, s->seat.position);
}
/* Once for each application, as long as it is good at that moment. */
static struct stmt came_q = SQL(
	"UPDATE application"
	"   SET invite_id = ?"
	" WHERE position_id = ?"
	"   AND person_id = ?"
	"   AND shift_key = ?"
	"   AND COALESCE(invite_id <> ?, 1)");
static struct stmt used_q = SQL(
	"UPDATE recruit_invite"
	"   SET used = used + 1"
	" WHERE id = ?"
	"   AND ended_at IS NULL"
	"   AND until_at > ?"
	"   AND used < most");

static enum err sign_invited(const struct sign_up *s)
{
	struct rq *q = s->q;
	int64_t rows, shift = s->seat.activity == DB_NONE ? 0 : s->seat.activity;
	enum err e = db_affect(
		&came_q,
		ARGS(A_(s->invite), A_(s->seat.position), A_(s->person), A_(shift), A_(s->invite)),
		&rows);
	if (e || !rows)
		return e;
	/* Used up, or taken back, while they were reading: ERR_STALE. */
	return db_change(&used_q, ARGS(A_(s->invite), A_(clock_time(q->arena, q->now))));
}

/* Not who is in it already. */
static bool sign_again(const struct sign_up *s, const struct application_row *a)
{
	return str_in(a->state, "withdrawn,refused") ||
	       (str_eq(a->state, "pending") && str_eq(s->state, "accepted"));
}

static enum err sign_before(const struct sign_up *s, struct application_row *a)
{
	int64_t shift = s->seat.activity == DB_NONE ? 0 : s->seat.activity;
	return row_one(&before_q, ARGS(A_(s->seat.position), A_(s->person), A_(shift)),
		       application_row_cols, a);
}

enum err sign_seen(struct sign_up *s, bool *live)
{
	s->before = (struct application_row){ .id = DB_NONE };
	s->seen = true;
	enum err e = sign_before(s, &s->before);
	*live = !e && str_in(s->before.state, "accepted,waiting");
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err sign_add(struct sign_up *s, int64_t line_no)
{
	struct rq *q = s->q;
	int64_t id;
	enum err e = db_exec(&add_q,
			     ARGS(A_(secret_uid(q->arena)), A_(s->notice->station),
				  A_(s->notice->id), A_(s->seat.position), A_(s->seat.activity),
				  A_(s->person), A_(s->mode), A_(s->state), A_(line_no),
				  A_(clock_time(q->arena, q->now))),
			     &id);
	s->moved = e == ERR_DUPLICATE;
	return e ? e : audit(&q->actor, "application.add", "application", id, s->state);
}

/* Of the one that was seen before the lock; a step from another state than that one is none. */
static enum err sign_store(struct sign_up *s, int64_t line_no)
{
	struct rq *q = s->q;
	const struct application_row *a = &s->before;
	const char *now = clock_time(q->arena, q->now), *verb;
	if (a->id == DB_NONE)
		return sign_add(s, line_no);
	if (!sign_again(s, a))
		return ERR_DUPLICATE;
	/* Who lacked something when they asked, and has it now, gets a place as anybody does; who
	 * withdrew may come back; who was refused may not. */
	bool asked = str_eq(a->state, "pending");
	verb = asked                          ? "accept"
	       : str_eq(s->state, "waiting")  ? "line_up"
	       : str_eq(s->state, "accepted") ? "join"
					      : "again";
	enum err e = application_move(&q->actor, a, verb);
	s->moved = e == ERR_STALE;
	return e || asked ? e
			  : db_change(&again_q, ARGS(A_(s->mode), A_(line_no), A_(now), A_(a->id)));
}

static enum err sign_open(const struct sign_up *s)
{
	struct rq *q = s->q;
	const char *state;
	int64_t open = 1;
	enum err e = db_text(&state_q, ARGS(A_(s->notice->id)), &state);
	if (!e && s->seat.activity != DB_NONE)
		e = db_int(&open_q, ARGS(A_(s->seat.activity), A_(clock_time(q->arena, q->now))),
			   &open);
	bool alive = !e && (str_eq(state, "recruiting") ||
			    (s->seat.activity != DB_NONE && str_eq(state, "running")));
	return e ? e : alive && open ? OK : ERR_STALE;
}

/* What they would get, with so many places left. */
static enum err sign_decide(struct sign_up *s, int64_t left)
{
	bool done = false;
	enum err e = str_eq(s->mode, "draw") ? draw_done(s->seat.activity, &done) : OK;
	/* Who comes after the draw comes as they come. */
	s->mode = done ? "direct" : s->mode;
	bool drawn = str_eq(s->mode, "draw"), direct = str_eq(s->mode, "direct") && !s->lacks;
	s->state = !drawn && left <= 0 ? "waiting" : direct ? "accepted" : "pending";
	return e;
}

/* It was not their own hand: they hear of it. */
static enum err sign_tell(const struct sign_up *s)
{
	struct application_row a;
	enum err e = sign_before(s, &a);
	return e ? e
		 : application_tell(&s->q->actor, &a,
				    str_eq(s->state, "accepted")  ? "approved"
				    : str_eq(s->state, "waiting") ? "lined_up"
								  : "signed_for",
				    NULL, NULL);
}

enum err sign_look(struct sign_up *s, int64_t left)
{
	bool live;
	enum err e = sign_open(s);
	if (!e)
		e = sign_queued(s);
	if (!e)
		e = sign_decide(s, left);
	if (!e)
		e = sign_seen(s, &live);
	return e || s->before.id == DB_NONE || sign_again(s, &s->before) ? e : ERR_DUPLICATE;
}

/* The lock of the seat's row makes the order of arrival: nobody is counted twice, and the numbers
 * of the waiting list have no gap. A place that is free goes to who waits first; is one left then,
 * nobody waits who could have it. Everybody waits behind this lock: what does not belong to the
 * order was read before it, and is read again for whoever gets a place. */
static enum err sign_in(void *ctx)
{
	struct sign_up *s = ctx;
	struct rq *q = s->q;
	struct seat_now now;
	int64_t last = 0;
	enum err e = seat_hold(&s->seat, clock_time(q->arena, q->now), &now);
	if (!e && !now.open)
		e = ERR_STALE;
	if (!e && now.left > 0)
		e = places_next(&q->actor, &s->seat);
	if (!e && now.left > 0)
		e = seat_left(&s->seat, &now.left);
	if (!e)
		e = sign_decide(s, now.left);
	bool waits = !e && str_eq(s->state, "waiting");
	if (waits)
		e = places_waiting(&s->seat, &last);
	if (!e)
		e = sign_store(s, waits ? last + 1 : DB_NONE);
	if (!e && s->invite)
		e = sign_invited(s);
	if (!e && s->for_them)
		e = sign_tell(s);
	if (e || !str_eq(s->state, "accepted"))
		return e;
	e = seat_take(&s->seat);
	return e ? e : sign_duty(s);
}

enum err sign_up(struct sign_up *s)
{
	const char *mode = s->mode;
	enum { TRIES = 4 };
	enum err e = OK;
	for (int i = 0; i < TRIES; i++) {
		bool live = false;
		s->moved = false;
		s->mode = mode;
		if (i || !s->seen)
			e = sign_seen(s, &live);
		if (!e && live)
			return ERR_DUPLICATE;
		if (!e && i && s->full)
			e = offers_end_shift(&s->q->actor, s->seat.activity);
		if (!e && (i || !s->able))
			e = sign_queued(s);
		if (!e)
			e = !i && line_only(s) ? line_join(s) : db_tx(sign_in, s);
		/* Their own second tap was between the look and the lock, or a place has become
		 * free: once more. */
		if (!s->moved)
			break;
	}
	return e;
}

enum err sign_refuse(struct rq *q, const struct sign_up *s)
{
	if (s->clash.no)
		form_error_text(q, NULL,
				arena_fmt(q->arena, "%s%s%s%s", lang("recruit.clash_before"),
					  s->clash.title, lang("recruit.clash_between"),
					  when_text(q, s->clash.starts_at, s->clash.ends_at)));
	else
		form_error(q, NULL, arena_fmt(q->arena, "lacks_%s", str_or(s->lacks, "alone")));
	return ERR_FORM;
}

static struct stmt name_q = SQL(
	"SELECT name"
	"  FROM person"
	" WHERE id = ?");

enum err sign_refuse_for(struct rq *q, const struct sign_up *s)
{
	const char *name, *why;
	enum err e = db_text(&name_q, ARGS(A_(s->person)), &name);
	if (e)
		return e;
	if (s->clash.no)
		why = arena_fmt(q->arena, "%s%s%s%s", lang("recruit.busy_before"), s->clash.title,
				lang("recruit.clash_between"),
				when_text(q, s->clash.starts_at, s->clash.ends_at));
	else
		why = lang(arena_fmt(q->arena, "recruit.Lacks.%s", str_or(s->lacks, "alone")));
	form_error_text(
		q, NULL,
		arena_fmt(q->arena, "%s%s%s", name, lang("recruit.colon"), str_or(why, "")));
	return ERR_FORM;
}

struct step {
	struct rq *q;
	const struct application_row *a;
	struct sign_up *s;
};

static enum err step_off(void *ctx)
{
	const struct step *t = ctx;
	const struct application_row *a = t->a;
	struct seat seat = application_seat(a);
	enum err e = seat_lock(&seat);
	if (!e && a->activity != DB_NONE && str_eq(a->state, "accepted"))
		e = duty_end(&t->q->actor, a->activity, a->person);
	return e ? e : application_off(&t->q->actor, a);
}

enum err sign_off(struct rq *q, const struct application_row *a)
{
	return db_tx(step_off, &(struct step){ .q = q, .a = a });
}

static enum err step_take(void *ctx)
{
	struct step *t = ctx;
	const char *now = clock_time(t->q->arena, t->q->now);
	enum err e = db_change(&in_time_q, ARGS(A_(now), A_(t->a->id), A_(now)));
	if (!e)
		e = application_move(&t->q->actor, t->a, "take");
	return e ? e : sign_duty(t->s);
}

enum err sign_take(struct sign_up *s, const struct application_row *a)
{
	if (!str_eq(a->state, "offered"))
		return ERR_STALE;
	s->seat = application_seat(a);
	s->person = a->person;
	return db_tx(step_take, &(struct step){ s->q, a, s });
}
