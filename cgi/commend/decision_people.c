/*
 * decision_people.c - whom a decision honours: lines of numbers or names copied out of a table,
 * members of a team that are ticked, a team, project, community or station that is chosen.
 */
#include <string.h>

#include "commend.h"
#include "clock.h"
#include "decision.h"
#include "form.h"
#include "secret.h"
#include "staff.h"
#include "text.h"
#include "whom.h"

enum { CELLS = 8, SHOWN = 60 };

#define PASTE_IN(X, T) \
	X(T, STR, name, 0, 80) \
	X(T, TABLE, people, 1, 40000)
FORM_DEFINE(paste_in, PASTE_IN);
#define TICK_IN(X, T) \
	X(T, STR, name, 0, 80) \
	X(T, LIST, tick, 1, 200)
FORM_DEFINE(tick_in, TICK_IN);
#define THING_IN(X, T) \
	X(T, STR, name, 0, 80) \
	X(T, WORD, thing, 1, 60)
FORM_DEFINE(thing_in, THING_IN);

static struct stmt already_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour"
	" WHERE decision_id = ?"
	"   AND state <> 'refused'"
	"   AND subject = ?"
	"   AND COALESCE(person_id, team_id, project_id, region_code, honoured_station_id) = ?");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour"
	" WHERE decision_id = ?"
	"   AND state <> 'refused'");
static struct stmt put_q = SQL(
	"INSERT INTO honour (uid, no, station_id, subject, person_id, team_id, project_id,"
	"       region_code, honoured_station_id, decision_id, name, awarded_on, authority,"
	"       authority_kind, document_name, state, created_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'own', ?, 'to_verify', ?, ?)");
static struct stmt line_q = SQL(
	"SELECT id"
	"  FROM honour"
	" WHERE no = ?"
	"   AND decision_id = ?");
static struct stmt remove_q = SQL(
	"DELETE FROM honour"
	" WHERE id = ?"
	"   AND state = 'to_verify'");
/* Those who may be ticked: of a team, or of the station by hours. */
static struct stmt members_q = SQL(
	"SELECT v.no AS code, p.name, v.no AS hint"
	"  FROM team t"
	"  JOIN team_member m ON m.team_id = t.id AND m.left_at IS NULL"
	"  JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL"
	"  JOIN volunteer v ON v.person_id = m.person_id AND v.station_id = t.station_id"
	" WHERE t.uid = UNHEX(?)"
	"   AND t.station_id = ?"
	"   AND v.state = 'active'"
	" ORDER BY COALESCE(p.name_pinyin, p.name), p.id"
	" LIMIT 200");
static struct stmt served_q = SQL(
	"SELECT x.no AS code, p.name, x.no AS hint"
	"  FROM (SELECT person_id, no, state FROM volunteer FORCE INDEX (volunteer_home_hours)"
	"       WHERE station_id = ? AND served_minutes >= ?"
	"       ORDER BY served_minutes DESC, person_id DESC LIMIT 200) x"
	" STRAIGHT_JOIN person p ON p.id = x.person_id"
	" WHERE p.erased_at IS NULL"
	"   AND x.state = 'active'"
	" ORDER BY COALESCE(p.name_pinyin, p.name), p.id");

enum err decision_put(struct rq *q, const struct decision_row *d, const struct whom *w,
		      const char *honour, const char **word)
{
	int64_t n, one = w->person != DB_NONE    ? w->person
			 : w->team != DB_NONE    ? w->team
			 : w->project != DB_NONE ? w->project
						 : w->station;
	const char *no, *id = w->region ? w->region : arena_fmt(q->arena, "%lld", (long long)one);
	enum err e = db_int(&already_q, ARGS(A_(d->id), A_(w->subject), A_(id)), &n);
	if (!e && n) {
		*word = "already";
		return OK;
	}
	if (!e)
		e = db_int(&count_q, ARGS(A_(d->id)), &n);
	if (!e && n >= DECISION_MOST) {
		*word = "full";
		return OK;
	}
	if (!e)
		e = number_next(&q->actor, 'H', q->station, &no);
	*word = NULL;
	return e ? e
		 : db_exec(&put_q,
			   ARGS(A_(secret_uid(q->arena)), A_(no), A_(q->station), A_(w->subject),
				A_(w->person), A_(w->team), A_(w->project), A_(w->region),
				A_(w->station), A_(d->id), A_(str_or(honour, d->name)),
				A_(clock_day(q->arena, q->now)), A_(d->station), A_(d->title),
				A_(q->staff), A_(clock_time(q->arena, q->now))),
			   NULL);
}

/* One line, and what became of it: a word of Lang.commend.Placed. */
struct line {
	size_t at;
	const char *text, *word, *others;
	struct typed_no who;
};
struct many {
	struct rq *q;
	struct decision_row d;
	const char *honour;
	int64_t me;
	struct line *v;
	size_t n;
	int64_t put;
};

static enum err line_find(struct rq *q, struct line *l)
{
	const char *cell[CELLS], *number = NULL, *name = NULL;
	size_t n = typed_cells(q->arena, l->text, cell, CELLS);
	enum err e;
	for (size_t i = 0; i < n; i++) {
		const char *as_number = text_number(q->arena, cell[i]);
		if (!number && typed_is_no(as_number))
			number = as_number;
		else if (!name && !strpbrk(cell[i], "0123456789") && *text_name(q->arena, cell[i]))
			name = cell[i];
	}
	if (!number && !name) {
		l->word = "nobody";
		return OK;
	}
	if (number) {
		e = typed_no(q, number, &l->who);
		if (!e && l->who.home != q->station)
			l->word = "nobody";
		else if (!e && name && !text_same_name(q->arena, l->who.name, name))
			l->word = "differs";
	} else {
		e = whom_named(q, name, &l->who, &l->others);
	}
	if (e == ERR_NOT_FOUND || e == ERR_THROTTLED) {
		l->word = e == ERR_THROTTLED ? "slow" : l->others ? "several" : "nobody";
		err_clear();
		e = OK;
	}
	return e;
}

static enum err many_line(struct many *m, size_t at, const char *text)
{
	struct line l = { .at = at, .text = text };
	enum err e = line_find(m->q, &l);
	for (size_t i = 0; !e && !l.word && i < m->n; i++)
		if (!m->v[i].word && m->v[i].who.person == l.who.person)
			l.word = "twice";
	if (!e && !l.word && m->me && l.who.person == m->me)
		l.word = "own";
	m->v[m->n++] = l;
	return e;
}

static enum err many_read(struct many *m, const char *text)
{
	struct arena *a = m->q->arena;
	enum err e = OK;
	m->v = arena_array(a, DECISION_MOST + 1, sizeof(*m->v));
	for (size_t at = 1; !e && *text; at++) {
		size_t n = strcspn(text, "\r\n");
		const char *line = text_prose(a, arena_dup(a, text, n));
		if (m->n == DECISION_MOST) {
			m->v[m->n++] = (struct line){ .at = at, .text = line, .word = "full" };
			break;
		}
		if (*line)
			e = many_line(m, at, line);
		text += n;
		text += *text == '\r' && text[1] == '\n' ? 2 : *text != '\0';
	}
	return e;
}

static enum err many_put(void *ctx)
{
	struct many *m = ctx;
	struct rq *q = m->q;
	enum err e = decision_hold(q, &m->d, "draft");
	m->put = 0;
	for (size_t i = 0; !e && i < m->n; i++) {
		struct line *l = &m->v[i];
		struct whom w;
		const char *word = NULL;
		if (l->word && !str_in(l->word, "already"))
			continue;
		whom_person(&w, &l->who);
		e = decision_put(q, &m->d, &w, m->honour, &word);
		l->word = word;
		m->put += !word;
	}
	return e ? e
		 : audit(&q->actor, "decision.recipients", "honour_decision", m->d.id,
			 arena_fmt(q->arena, "%lld", (long long)m->put));
}

/* What was not understood stays in the box, to be mended there. */
static bool put_lines(struct many *m)
{
	struct rq *q = m->q;
	struct buf rest = { .arena = q->arena };
	int64_t left = 0;
	buf_str(&rest, "");
	for (size_t i = 0; i < m->n; i++) {
		const struct line *l = &m->v[i];
		if (!l->word || str_in(l->word, "already,twice"))
			continue;
		struct node *n = node_item(put_list(q, "Placed"));
		node_int(n, "line", (int64_t)l->at);
		node_set(n, "text", utf8_cut(q->arena, l->text, SHOWN));
		node_set(n, "word", l->word);
		node_set(n, "others", l->others);
		buf_fmt(&rest, "%s\n", l->text);
		left++;
	}
	if (!left)
		return false;
	put_int(q, "PlacedNew", m->put);
	form_also(q, "Placed,PlacedNew");
	form_error(q, "people", "lines_left");
	put(q, "Form.people", rest.p);
	return true;
}

enum err decision_paste(struct rq *q)
{
	struct paste_in in;
	struct many m = { .q = q };
	enum err e = decision_find(q, &m.d);
	if (e)
		return e;
	if (!form_read(q, paste_in_fields, &in))
		return ERR_FORM;
	m.honour = in.name;
	e = staff_person(q->staff, &m.me);
	if (!e)
		e = many_read(&m, in.people);
	if (!e)
		e = db_tx(many_put, &m);
	if (e)
		return e;
	return put_lines(&m) ? ERR_FORM
			     : see(q, "/commend/manage/decisions/%s?done=saved", m.d.uid);
}

/* Who is looked for: a team's members, or those who served so many hours. */
enum err decision_pick(struct rq *q)
{
	struct decision_row d;
	const char *team = query(q, "team");
	int64_t hours = query_int(q, "hours", 0, 0, 100000);
	enum err e = decision_find(q, &d);
	if (!e && !str_eq(d.state, "draft"))
		e = ERR(ERR_STALE, "not a draft");
	if (!e)
		e = whom_options(q);
	if (!e && team && strncmp(team, "team_", 5) == 0)
		e = put_query(q, "Members", &members_q, ARGS(A_(team + 5), A_(q->station)));
	else if (!e)
		e = put_query(q, "Members", &served_q, ARGS(A_(q->station), A_(hours * 60)));
	if (e)
		return e;
	put(q, "Decision.uid", d.uid);
	put(q, "Decision.title", d.title);
	put(q, "Picked.team", team);
	put_int(q, "Picked.hours", hours);
	return page(q, "commend/decision_pick.cs");
}

enum err decision_tick(struct rq *q)
{
	struct tick_in in;
	struct many m = { .q = q };
	enum err e = decision_find(q, &m.d);
	if (e)
		return e;
	if (!form_read(q, tick_in_fields, &in))
		return ERR_FORM;
	m.honour = in.name;
	m.v = arena_array(q->arena, in.tick.n, sizeof(*m.v));
	e = staff_person(q->staff, &m.me);
	for (size_t i = 0; !e && i < in.tick.n; i++)
		e = many_line(&m, i + 1, in.tick.v[i]);
	if (!e)
		e = db_tx(many_put, &m);
	if (e)
		return e;
	for (size_t i = 0; i < m.n; i++)
		if (str_eq(m.v[i].word, "own"))
			form_error(q, "tick", "own_honour");
	return form_ok(q) ? see(q, "/commend/manage/decisions/%s?done=saved", m.d.uid) : ERR_FORM;
}

struct adding {
	struct rq *q;
	struct decision_row d;
	struct whom w;
	const char *honour, *word;
};

static enum err thing_put(void *ctx)
{
	struct adding *a = ctx;
	enum err e = decision_hold(a->q, &a->d, "draft");
	if (!e)
		e = decision_put(a->q, &a->d, &a->w, a->honour, &a->word);
	return e ? e
		 : audit(&a->q->actor, "decision.recipient", "honour_decision", a->d.id,
			 a->w.subject);
}

enum err decision_thing(struct rq *q)
{
	struct thing_in in;
	struct adding a = { .q = q };
	int64_t me = 0;
	enum err e = decision_find(q, &a.d);
	if (e)
		return e;
	if (!form_read(q, thing_in_fields, &in))
		return ERR_FORM;
	a.honour = in.name;
	e = whom_thing(q, in.thing, &a.w);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, "thing", "unknown_code");
		return ERR_FORM;
	}
	if (!e)
		e = staff_person(q->staff, &me);
	if (!e && whom_is(me, &a.w)) {
		form_error(q, "thing", "own_honour");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(thing_put, &a);
	if (!e && a.word) {
		form_error(q, "thing", a.word);
		return ERR_FORM;
	}
	return e ? e : see(q, "/commend/manage/decisions/%s?done=saved", a.d.uid);
}

struct removing {
	struct rq *q;
	struct decision_row d;
	int64_t id;
};

static enum err line_remove(void *ctx)
{
	struct removing *r = ctx;
	enum err e = decision_hold(r->q, &r->d, "draft");
	return e ? e
		 : audited(&r->q->actor, &remove_q, ARGS(A_(r->id)), "decision.remove", "honour",
			   &r->id);
}

enum err decision_remove(struct rq *q)
{
	struct removing r = { .q = q };
	enum err e = decision_find(q, &r.d);
	if (!e)
		e = db_int(&line_q, ARGS(A_(arg(q, 1)), A_(r.d.id)), &r.id);
	if (!e)
		e = db_tx(line_remove, &r);
	return e ? e : see(q, "/commend/manage/decisions/%s?done=saved", r.d.uid);
}
