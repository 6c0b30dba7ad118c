/* shift.c - one shift 班次: when and where, what the viewer may do about it now, and the deeds. */
#include "shift.h"

#include "clock.h"
#include "code.h"
#include "form.h"
#include "safeguard.h"

static struct stmt show_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, b.content, b.state,"
	"       b.cancel_reason, TIMESTAMPDIFF(MINUTE, b.starts_at, b.ends_at) AS minutes,"
	"       DATEDIFF(b.starts_at, ?) AS days, s.wanted, s.taken, s.wanted - s.taken AS places,"
	"       (SELECT COUNT(*) FROM application a WHERE a.activity_id = s.activity_id"
	"       AND a.state = 'waiting') AS waiting,"
	"       IF(d.drawn_at IS NULL, s.mode, 'direct') AS mode, LOWER(HEX(d.uid)) AS draw,"
	"       s.opens_at, s.closes_at,"
	"       s.leave_until, p.no AS project_no, p.title AS project, o.title AS position,"
	"       o.description, o.conditions, o.min_age, NULLIF(o.hours, '') AS hours,"
	"       p.contact_name, p.contact_phone, " NAMES_OF("guarantee", "p.guarantees")
	" AS guarantees, NULLIF(p.risks, '') AS risks, NULLIF(p.insurance, '') AS insurance,"
	"       " NAMES_OF("skill", "o.skills") " AS skills, t.name AS station"
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id"
	"  JOIN position o ON o.id = s.position_id"
	"  JOIN project p ON p.id = s.project_id"
	"  JOIN station t ON t.id = s.station_id"
	"  LEFT JOIN draw d ON d.activity_id = s.activity_id AND s.mode = 'draw'"
	" WHERE s.activity_id = ?");
static struct stmt leaving_q = SQL(
	"SELECT title, starts_at, ends_at"
	"  FROM activity"
	" WHERE id = ?");
static struct stmt mine_q = SQL(
	"SELECT a.state, a.mode, a.reason, a.applied_at, a.offered_until,"
	"       IF(a.mode = 'draw', LOWER(HEX(a.uid)), NULL) AS lot,"
	"       IF(a.state = 'waiting', (SELECT COUNT(*) FROM application x"
	"       WHERE x.activity_id = a.activity_id AND x.state = 'waiting'"
	"       AND (x.line_no < a.line_no OR (x.line_no = a.line_no AND x.id <= a.id))),"
	"       NULL) AS line_no"
	"  FROM application a"
	" WHERE a.activity_id = ?"
	"   AND a.person_id = ?");
static struct stmt own_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.activity_id = ?"
	"   AND a.person_id = ?");
static struct stmt duty_q = SQL(
	"SELECT COUNT(*)"
	"  FROM roster"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state = 'on'");

enum { SHARED_SECONDS = 5 };

static struct node *shift_fit(struct rq *q, const char *text, bool ok)
{
	struct node *n = node_item(put_list(q, "Fits"));
	node_set(n, "text", text);
	if (ok)
		node_int(n, "ok", 1);
	return n;
}

/* What the viewer has to do at that time, by its name. */
static enum err put_free(struct rq *q, const struct shift_row *s)
{
	struct duty_clash c;
	enum err e = duty_clash(q->person, s->id, &c);
	if (e)
		return e;
	if (c.no)
		(void)shift_fit(q,
				arena_fmt(q->arena, "%s%s%s%s", lang("recruit.clash_before"),
					  c.title, lang("recruit.clash_between"),
					  when_text(q, c.starts_at, c.ends_at)),
				false);
	else
		(void)shift_fit(q, lang("recruit.fit_free"), true);
	put_int(q, "Clash", c.no ? 1 : DB_NONE);
	return OK;
}

static struct stmt station_no_q = SQL(
	"SELECT no"
	"  FROM station"
	" WHERE id = ?");

/* What the viewer still has to do before a place can be theirs, with the way there. *never: it is
 * nothing that can be done. */
static enum err put_todo(struct rq *q, const struct shift_row *s, const struct notice_row *n,
			 bool *never)
{
	const char *lacks, *no;
	enum err e = safe(&(struct safe_ask){ .activity = s->id,
					      .person = q->person,
					      .at = clock_time(q->arena, q->now) },
			  &lacks);
	*never = !e && lacks && !str_in(lacks, "uninsured,unagreed");
	if (e || !lacks)
		return e;
	if (*never)
		(void)shift_fit(q, lang(arena_fmt(q->arena, "recruit.Message.lacks_%s", lacks)),
				false);
	else
		put(q, "Todo.word", lacks);
	e = str_eq(lacks, "unagreed") ? db_text(&station_no_q, ARGS(A_(n->station)), &no) : OK;
	if (!e && str_eq(lacks, "unagreed"))
		put(q, "Todo.station", no);
	return e;
}

/* Each thing that is asked, with a tick or with what is missing. *may: nothing is. */
static enum err put_fits(struct rq *q, const struct shift_row *s, const struct notice_row *n,
			 bool *may_come)
{
	struct may m;
	enum err e = may_read(q, n, s, s->position_uid, &m);
	if (e || !m.n)
		return e;
	const struct choice_row *c = &m.v[0];
	struct why w = may_position(&m, c);
	for (size_t i = 0; i < w.n && !w.gone; i++)
		(void)shift_fit(q, w.text[i], false);
	if (!c->passed) {
		put(q, "NeedTraining.no", c->training_no);
		put(q, "NeedTraining.title", c->training_title);
	} else if (c->training_title)
		(void)shift_fit(q,
				arena_fmt(q->arena, "%s%s", lang("recruit.fit_training"),
					  c->training_title),
				true);
	if (c->min_age != DB_NONE && m.age >= c->min_age)
		(void)shift_fit(q,
				arena_fmt(q->arena, "%lld %s", (long long)c->min_age,
					  lang("recruit.years")),
				true);
	bool never = false;
	e = put_free(q, s);
	if (!e)
		e = put_todo(q, s, n, &never);
	*may_come = !e && !w.n && !never && !got(q, "Clash");
	return e;
}

static enum err put_mine(struct rq *q, const struct shift_row *s, const struct notice_row *n)
{
	const char *when = shift_when(q, s, n);
	bool open = str_eq(when, "open"), may_come = false, never = false;
	int64_t on;
	if (!(q->who.roles & ROLE_VOLUNTEER)) {
		put_int(q, "SignIn", open && !q->who.session_id ? 1 : DB_NONE);
		put_int(q, "Register", open && (q->who.roles & ROLE_WECHAT) ? 1 : DB_NONE);
		return OK;
	}
	bool leads = false;
	enum err e = open ? group_leads(q, &leads) : OK;
	put_int(q, "Can.lead", leads && !q->who.self ? 1 : DB_NONE);
	if (!e)
		e = put_one(q, "Mine", &mine_q, ARGS(A_(s->id), A_(q->person)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	const char *state = e ? "" : got(q, "Mine.state");
	bool live = str_in(state, "pending,accepted,waiting,offered");
	bool ahead = str_in(when, "open,closed,before");
	e = db_int(&duty_q, ARGS(A_(s->id), A_(q->person)), &on);
	if (e)
		return e;
	/* Staff put them there: nothing to sign up for. */
	put_int(q, "OnDuty", on && !str_eq(state, "accepted") ? 1 : DB_NONE);
	if (str_in(when, "open,before") && !live && !on)
		e = put_fits(q, s, n, &may_come);
	else if (ahead && str_in(state, "pending,waiting,offered"))
		e = put_todo(q, s, n, &never);
	put_int(q, "Can.apply", open && may_come ? 1 : DB_NONE);
	/* Done since they asked: a place that the first may have is theirs, if there is one. */
	bool now = open && str_eq(state, "pending") && str_eq(s->mode, "direct") && !never;
	put_int(q, "Can.finish", !e && now && !got(q, "Todo.word") ? 1 : DB_NONE);
	put_int(q, "Can.accept", ahead && str_eq(state, "offered") ? 1 : DB_NONE);
	bool late = str_eq(state, "accepted") && s->leave <= q->now;
	put_int(q, "Can.withdraw", ahead && live && !late ? 1 : DB_NONE);
	put_int(q, "Late", ahead && late ? 1 : DB_NONE);
	return e;
}

enum err shift_show(struct rq *q)
{
	struct shift_row s;
	struct notice_row n;
	enum err e = shift_read(q, &s, &n);
	if (!e && q->who.session_id)
		e = offers_end_shift(&q->actor, s.id);
	if (!e)
		e = put_one(q, "Shift", &show_q, ARGS(A_(clock_day(q->arena, q->now)), A_(s.id)));
	if (!e)
		e = put_station(q, n.station);
	if (e)
		return e;
	put(q, "When", shift_when(q, &s, &n));
	e = put_mine(q, &s, &n);
	reply_cache(q, SHARED_SECONDS);
	return e ? e : page(q, "recruit/shift.cs");
}

static enum err shift_thanks(struct rq *q, const char *done)
{
	return see(q, "/recruit/shift/%s?done=%s", arg(q, 0), done);
}

enum err shift_apply(struct rq *q)
{
	struct coming c;
	enum err e = may_come(q, &c);
	if (e)
		return e;
	const struct shift_row *s = &c.shift;
	struct sign_up u = { .q = q,
			     .notice = &c.notice,
			     .seat = { s->position, s->id },
			     .mode = s->mode,
			     .person = q->person,
			     .before = c.before,
			     .seen = !str_eq(c.before.state, "offered"),
			     .full = s->left <= 0,
			     .able = c.able };
	/* The same click twice gets the same answer, and in a rush keeps nobody waiting. */
	if (str_eq(shift_when(q, s, &c.notice), "open") &&
	    str_in(c.before.state, "accepted,waiting"))
		return shift_thanks(q, apply_done(c.before.state));
	if (!line_only(&u))
		e = offers_end_shift(&q->actor, s->id);
	if (!e && !c.may.n)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	struct why w = may_position(&c.may, &c.may.v[0]);
	if (w.n)
		return apply_refuse(q, &c.may.v[0], &w, shift_show);
	e = sign_up(&u);
	if (e == ERR_CHECK && (u.clash.no || u.lacks))
		return sign_refuse(q, &u);
	if (e == ERR_DUPLICATE && u.before.id != DB_NONE)
		return shift_thanks(q, apply_done(u.before.state));
	return e ? e : shift_thanks(q, apply_done(u.state));
}

/* The viewer's own living application. */
static enum err shift_own(struct rq *q, struct shift_row *s, struct application_row *a)
{
	struct notice_row n;
	enum err e = shift_read(q, s, &n);
	if (!e && !str_in(shift_when(q, s, &n), "before,open,closed"))
		e = ERR_STALE;
	if (!e)
		e = offers_end_shift(&q->actor, s->id);
	if (!e)
		e = row_one(&own_q, ARGS(A_(s->id), A_(q->person)), application_row_cols, a);
	if (!e && !str_in(a->state, "pending,accepted,waiting,offered"))
		e = ERR_STALE;
	return e == ERR_NOT_FOUND ? ERR_STALE : e;
}

/* Too late to go without a word: the page says whom to call. */
static bool shift_late(struct rq *q, const struct shift_row *s, const struct application_row *a)
{
	bool late = str_eq(a->state, "accepted") && s->leave <= q->now;
	if (late)
		form_error(q, NULL, "too_late_to_leave");
	return late;
}

enum err shift_leave(struct rq *q)
{
	struct shift_row s;
	struct application_row a;
	enum err e = shift_own(q, &s, &a);
	if (!e)
		e = put_one(q, "Leave", &leaving_q, ARGS(A_(s.id)));
	if (!e)
		e = put_station(q, a.station);
	put(q, "Leave.state", e ? NULL : a.state);
	put(q, "Leave.back", arena_fmt(q->arena, "/recruit/shift/%s", arg(q, 0)));
	return e ? e : page(q, "recruit/leave.cs");
}

enum err shift_withdraw(struct rq *q)
{
	struct shift_row s;
	struct application_row a;
	enum err e = shift_own(q, &s, &a);
	if (!e && shift_late(q, &s, &a))
		return ERR_FORM;
	if (!e)
		e = sign_off(q, &a);
	return e ? e : shift_thanks(q, "left");
}

enum err shift_accept(struct rq *q)
{
	struct shift_row s;
	struct application_row a;
	struct sign_up u = { .q = q };
	enum err e = shift_own(q, &s, &a);
	if (!e)
		e = sign_take(&u, &a);
	if (e == ERR_CHECK && (u.clash.no || u.lacks))
		return sign_refuse(q, &u);
	return e ? e : shift_thanks(q, "taken");
}
