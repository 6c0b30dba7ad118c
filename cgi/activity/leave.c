/* leave.c - 请假: who cannot come says so until the activity begins. The place is free again, whoever
 * leads reads that they do not come, and the station why. */
#include "leave.h"

#include "application.h"
#include "clock.h"
#include "code.h"
#include "duty.h"
#include "tell.h"

#define LEAVE_IN(X, T) \
	X(T, WORD, why, 1, 8) \
	X(T, STR, words, 0, 100)
FORM_DEFINE(leave_in, LEAVE_IN);

#define SEAT_COLS(X, T) \
	X(T, TEXT, state, "o.state") \
	X(T, INT, came, \
	  "(SELECT COUNT(*) FROM attendance t WHERE t.activity_id = o.activity_id AND " \
	  "t.person_id = o.person_id)") \
	X(T, INT, home, "(SELECT COUNT(*) FROM home_service h WHERE h.activity_id = o.activity_id)")
ROW_DEFINE(seat_row, SEAT_COLS);
static struct stmt seat_q = SQL(
	"SELECT " ROW_SELECT(SEAT_COLS)
	"  FROM roster o"
	" WHERE o.activity_id = ?"
	"   AND o.person_id = ?");
/* The clock decides in the statement: a form that was opened before the beginning comes too late
 * behind it. */
static struct stmt leave_q = SQL(
	"UPDATE roster o"
	"  JOIN activity a ON a.id = o.activity_id"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"   SET o.state = 'excused', o.excused_at = ?, o.excuse = ?"
	" WHERE o.activity_id = ?"
	"   AND o.person_id = ?"
	"   AND o.state = 'on'"
	"   AND a.state = 'published'"
	"   AND a.starts_at > ?"
	"   AND t.id IS NULL");
static struct stmt excused_q = SQL(
	"SELECT v.no, p.name, o.excused_at"
	"  FROM roster o"
	"  JOIN person p ON p.id = o.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = o.person_id"
	" WHERE o.activity_id = ?"
	"   AND o.state = 'excused'"
	" ORDER BY o.id"
	" LIMIT 200");

struct leave {
	struct rq *q;
	struct act a;
	const char *state; /* of the place on the roster */
	const char *excuse;
	const char *word; /* why not; NULL: they may */
};

static const char *leave_word(const struct leave *l, const struct seat_row *s)
{
	const struct act *a = &l->a;
	if (str_eq(s->state, "excused"))
		return NULL;
	if (s->home)
		return "leave_home";
	if (s->came)
		return "leave_came";
	if (str_eq(a->state, "cancelled"))
		return "leave_cancelled";
	return !str_eq(a->state, "published") || a->start <= l->q->now ? "leave_begun" : NULL;
}

/* Their own place, or there is no such page. */
static enum err leave_find(struct leave *l)
{
	struct rq *q = l->q;
	struct seat_row s;
	enum err e = act_any(arg(q, 0), &l->a);
	if (!e)
		e = row_one(&seat_q, ARGS(A_(l->a.id), A_(q->person)), seat_row_cols, &s);
	if (!e && !str_in(s.state, "on,excused"))
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	l->state = s.state;
	l->word = leave_word(l, &s);
	e = put_activity(q, l->a.id);
	return e ? e : put_station(q, l->a.station_id);
}

enum err leave_form(struct rq *q)
{
	struct leave l = { .q = q };
	enum err e = leave_find(&l);
	if (e)
		return e;
	if (str_eq(l.state, "excused"))
		return see(q, "/activity/%s", l.a.no);
	return l.word ? fault_page(q, 409, l.word, "activity/leave.cs")
		      : page(q, "activity/leave.cs");
}

/* The station reads why; the leader only that somebody stays away. */
static enum err leave_tell(struct leave *l)
{
	struct rq *q = l->q;
	const struct act *a = &l->a;
	struct arena *m = q->arena;
	struct telling t = { .event = "leave",
			     .station = a->station_id,
			     .about = "activity",
			     .target = a->id,
			     .key = arena_fmt(m, "%lld.%lld", (long long)q->person,
					      (long long)q->now),
			     .name = a->title,
			     .at = clock_time(m, a->start),
			     .path = arena_fmt(m, "/activity/manage/%s", a->no) };
	enum err e = tell_all(&q->actor, &t, TELL_STAFF, a->station_id);
	if (e || a->leader_id == DB_NONE || a->leader_id == q->person)
		return e;
	t.person = a->leader_id;
	t.path = arena_fmt(m, "/activity/manage/%s/board", a->no);
	return tell(&q->actor, &t);
}

static enum err leave_write(void *ctx)
{
	struct leave *l = ctx;
	struct rq *q = l->q;
	const char *now = clock_time(q->arena, q->now);
	enum err e = application_excused(&q->actor, l->a.id, q->person);
	if (!e)
		e = db_change(&leave_q,
			      ARGS(A_(now), A_(l->excuse), A_(l->a.id), A_(q->person), A_(now)));
	if (!e)
		e = duty_unlead(l->a.id, q->person);
	if (!e)
		e = activity_counted(l->a.id);
	if (!e)
		e = leave_tell(l);
	return e ? e : audit(&q->actor, "roster.leave", "activity", l->a.id, NULL);
}

enum err leave_take(struct rq *q)
{
	struct leave l = { .q = q };
	struct leave_in in;
	enum err e = leave_find(&l);
	if (e)
		return e;
	/* Pressed twice: the first one counts. */
	if (str_eq(l.state, "excused"))
		return see(q, "/activity/%s?done=leave", l.a.no);
	if (l.word)
		return fault_page(q, 409, l.word, "activity/leave.cs");
	if (form_read(q, leave_in_fields, &in) && !str_in(in.why, "ill,family,work,other"))
		form_error(q, "why", "choose");
	if (form_ok(q) && str_eq(in.why, "other") && !in.words)
		form_error(q, "words", "leave_words");
	if (!form_ok(q))
		return ERR_FORM;
	const char *kind = lang(arena_fmt(q->arena, "activity.Leave.%s", in.why));
	l.excuse = in.words ? arena_fmt(q->arena, "%s：%s", kind, in.words) : kind;
	e = db_tx(leave_write, &l);
	/* It began, or somebody took them off, while they were typing. */
	if (e == ERR_STALE)
		return fault_page(q, 409, "leave_begun", "activity/leave.cs");
	return e ? e : see(q, "/activity/%s?done=leave", l.a.no);
}

enum err put_excused(struct rq *q, int64_t activity)
{
	return put_query(q, "Excused", &excused_q, ARGS(A_(activity)));
}
