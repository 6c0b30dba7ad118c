/*
 * roster_many.c - many on a roster at once: lines copied out of a table, of which each says who it
 * brought or why it did not, and those of the last time.
 */
#include <string.h>

#include "activity.h"
#include "application.h"
#include "ask.h"
#include "duty.h"
#include "record.h"
#include "roster.h"
#include "safeguard.h"
#include "text.h"

enum { LINES = 500, CELLS = 12, SHOWN = 60 };

#define PEOPLE_IN(X, T) X(T, TABLE, people, 1, 20000) X(T, FLAG, anyway, 0, 1)
FORM_DEFINE(people_in, PEOPLE_IN);

static struct stmt on_q = SQL(
	"SELECT COUNT(*)"
	"  FROM roster"
	" WHERE activity_id = ?"
	"   AND person_id = ?"
	"   AND state = 'on'");
/* Who stood there and does not stand here, as lines that can be put into the box. */
static struct stmt left_q = SQL(
	"SELECT v.no, p.name"
	"  FROM roster s"
	"  JOIN volunteer v ON v.person_id = s.person_id"
	"  JOIN person p ON p.id = s.person_id"
	"  LEFT JOIN roster o ON o.activity_id = ? AND o.person_id = s.person_id"
	"       AND o.state <> 'removed'"
	" WHERE s.activity_id = ?"
	"   AND s.state = 'on'"
	"   AND o.person_id IS NULL"
	" ORDER BY s.id"
	" LIMIT 500");
/* One line, and what became of it: a word of Lang.activity.Placed. */
struct line {
	size_t at;
	const char *text, *word;
	struct typed_no who;
	const char *others; /* numbers of those who bear the name, when there are several */
};
struct many {
	struct rq *q;
	struct act a;
	struct line *v;
	size_t n;
	int64_t put, asked;
	int64_t left; /* places of the shift; DB_NONE: as many as come */
	bool anyway;  /* two places at the same time are meant */
};

static bool many_has(const struct many *m, int64_t person)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].who.person == person && !m->v[i].word)
			return true;
	return false;
}

static bool is_title(struct arena *a, const char *cell)
{
	const char *list = lang("activity.paste_titles");
	return list && str_in(text_value(a, cell), list);
}

/* A number decides; a name beside it must be theirs. */
static enum err line_number(struct rq *q, struct line *l, const char *number, const char *name)
{
	enum err e = typed_no(q, number, &l->who);
	if (e == ERR_NOT_FOUND || e == ERR_THROTTLED) {
		l->word = e == ERR_NOT_FOUND ? "unknown" : "slow";
		return OK;
	}
	if (!e && name && l->who.ours && !text_same_name(q->arena, l->who.name, name))
		l->word = "differs";
	return e;
}

static enum err line_who(struct many *m, struct line *l)
{
	struct rq *q = m->q;
	const char *cell[CELLS], *number = NULL, *name = NULL, *whole = NULL;
	size_t n = typed_cells(q->arena, l->text, cell, CELLS);
	for (size_t i = 0; i < n; i++) {
		const char *as_number = text_number(q->arena, cell[i]);
		if (!number && typed_is_no(as_number))
			number = as_number;
		else if (!strpbrk(cell[i], "0123456789") && *text_name(q->arena, cell[i])) {
			whole = whole ? arena_fmt(q->arena, "%s %s", whole, cell[i]) : cell[i];
			name = name ? name : cell[i];
		}
	}
	if (number)
		return line_number(q, l, number, name);
	if (!name) {
		l->word = "nobody";
		return OK;
	}
	enum err e = roster_named(q, &m->a, name, &l->who, &l->others);
	/* "Anna Li" is one name in two words. */
	if (e == ERR_NOT_FOUND && !l->others && whole != name)
		e = roster_named(q, &m->a, whole, &l->who, &l->others);
	if (e == ERR_NOT_FOUND) {
		l->word = l->others ? "several" : "nobody";
		e = OK;
	}
	return e;
}

/* A shift has so many places and no more. */
static enum err line_seat(struct many *m, struct line *l)
{
	bool holds;
	enum err e = shift_holds(m->a.id, l->who.person, &holds);
	if (e || holds)
		return e;
	if (m->left <= 0)
		l->word = "full";
	else
		m->left--;
	return OK;
}

/* Nobody is put at two places at the same time, unless staff say so. */
static enum err line_free(const struct many *m, struct line *l)
{
	struct duty_clash c = { .no = NULL };
	bool asked = m->anyway || l->word || m->a.end <= m->q->now;
	enum err e = asked ? OK : duty_clash(l->who.person, m->a.id, &c);
	if (!e && c.no)
		l->word = "busy";
	return e;
}

/* Why somebody who was found is not put, if so. */
static enum err line_check(struct many *m, struct line *l)
{
	const char *lacks, *taken = NULL;
	int64_t on;
	if (!l->who.active) {
		l->word = "inactive";
		return OK;
	}
	enum err e = db_int(&on_q, ARGS(A_(m->a.id), A_(l->who.person)), &on);
	if (!e)
		e = safe(&(struct safe_ask){ .activity = m->a.id,
					     .person = l->who.person,
					     .at = actor_time(&m->q->actor) },
			 &lacks);
	/* Of somebody from elsewhere it is the check-out that says so. */
	if (!e && l->who.ours)
		e = clash_taken(m->q, m->a.id, l->who.person, &taken);
	if (!e)
		l->word = on ? "already" : taken ? "overlap" : lacks;
	if (!e && l->who.ours)
		e = line_free(m, l);
	return e || l->word || !l->who.ours || m->left == DB_NONE ? e : line_seat(m, l);
}

static enum err many_line(struct many *m, size_t at, const char *text)
{
	struct arena *a = m->q->arena;
	struct line l = { .at = at, .text = text };
	const char *cell[CELLS];
	size_t n = typed_cells(a, text, cell, CELLS), titles = 0;
	for (size_t i = 0; i < n; i++)
		titles += is_title(a, cell[i]);
	if (!n)
		return OK;
	enum err e = line_who(m, &l);
	/* The head of a table is nobody. */
	if (!e && titles && str_eq(l.word, "nobody"))
		return OK;
	if (!e && !l.word && many_has(m, l.who.person))
		l.word = "twice";
	if (!e && !l.word)
		e = line_check(m, &l);
	m->v[m->n++] = l;
	return e;
}

static enum err many_read(struct many *m, const char *text)
{
	struct arena *a = m->q->arena;
	enum err e = OK;
	m->v = arena_array(a, LINES + 1, sizeof(*m->v));
	for (size_t at = 1; !e && *text; at++) {
		size_t n = strcspn(text, "\r\n");
		const char *line = text_prose(a, arena_dup(a, text, n));
		if (m->n == LINES) {
			m->v[m->n++] = (struct line){ at, line, "too_many", { 0 }, NULL };
			break;
		}
		if (*line)
			e = many_line(m, at, line);
		text += n;
		text += *text == '\r' && text[1] == '\n' ? 2 : *text != '\0';
	}
	return e;
}

/* Those who belong elsewhere are asked; all others stand, whoever else does not. */
static enum err many_put(void *ctx)
{
	struct many *m = ctx;
	struct rq *q = m->q;
	enum err e = OK;
	m->put = m->asked = 0;
	for (size_t i = 0; !e && i < m->n; i++) {
		const struct line *l = &m->v[i];
		if (l->word)
			continue;
		if (l->who.ours)
			e = roster_put(q, &m->a, l->who.person);
		else
			e = ask_volunteer(&q->actor, l->who.person, "roster", m->a.id, "",
					  l->who.no);
		m->put += l->who.ours;
		m->asked += !l->who.ours;
	}
	if (!e)
		e = applications_given(&q->actor, m->a.id);
	if (!e)
		e = activity_counted(m->a.id);
	return e ? e
		 : audit(&q->actor, "roster.paste", "activity", m->a.id,
			 arena_fmt(q->arena, "%lld", (long long)(m->put + m->asked)));
}

/* What was not understood stays in the box, to be mended there. */
static int64_t put_lines(struct many *m)
{
	struct rq *q = m->q;
	struct buf rest = { .arena = q->arena };
	int64_t left = 0;
	buf_str(&rest, "");
	for (size_t i = 0; i < m->n; i++) {
		const struct line *l = &m->v[i];
		struct node *n = node_item(put_list(q, "Placed"));
		const char *word = l->word ? l->word : l->who.ours ? "placed" : "asked";
		bool fine = str_in(word, "placed,asked,already,twice");
		node_int(n, "line", (int64_t)l->at);
		node_set(n, "text", utf8_cut(q->arena, l->text, SHOWN));
		node_set(n, "word", word);
		node_set(n, "no", fine ? l->who.no : l->others);
		node_set(n, "name", fine ? l->who.name : NULL);
		node_int(n, "fine", fine ? 1 : DB_NONE);
		if (!fine)
			buf_fmt(&rest, "%s\n", l->text);
		left += !fine;
		if (str_eq(word, "busy"))
			put(q, "Busy", "people");
	}
	int64_t fine = (int64_t)m->n - left;
	put_int(q, "PlacedNew", m->put + m->asked);
	put_int(q, "PlacedLeft", left);
	put_int(q, "PlacedFine", fine ? fine : DB_NONE);
	form_also(q, "Placed,PlacedNew,PlacedLeft,PlacedFine,Busy");
	if (left) {
		form_error(q, "people", "lines_left");
		put(q, "Form.people", rest.p);
	}
	return left;
}

/* Who was found stands; when somebody was not, the page comes again with what is to be mended. */
enum err roster_paste(struct rq *q)
{
	struct people_in in;
	struct many m = { .q = q };
	enum err e = roster_open(q, &m.a);
	if (e)
		return e;
	if (!form_read(q, people_in_fields, &in))
		return ERR_FORM;
	m.anyway = in.anyway;
	e = shift_room(m.a.id, &m.left);
	if (!e)
		e = many_read(&m, in.people);
	if (!e)
		e = db_tx(many_put, &m);
	if (e)
		return e;
	return put_lines(&m) ? ERR_FORM : see(q, "/activity/manage/%s?done=roster_pasted", m.a.no);
}

struct again {
	struct rq *q;
	struct act a;
	int64_t from;
	const char *no;
};

static enum err last_take(void *ctx)
{
	struct again *g = ctx;
	struct rq *q = g->q;
	enum err e = roster_copy(q, g->from, g->a.id);
	return e ? e : audit(&q->actor, "roster.last", "activity", g->a.id, g->no);
}

static enum err left_line(void *ctx, const struct row *r)
{
	buf_fmt(ctx, "%s %s\n", r->cells[0].text, r->cells[1].text);
	return OK;
}

/* Whoever was not put, by name and with why; with the tick they stand in spite of another duty. */
static enum err last_left(struct again *g, int64_t *left)
{
	struct many m = { .q = g->q, .a = g->a, .left = DB_NONE };
	struct buf names = { .arena = g->q->arena };
	buf_str(&names, "");
	enum err e = db_each(&left_q, ARGS(A_(g->a.id), A_(g->from)), left_line, &names);
	if (!e)
		e = many_read(&m, names.p);
	/* Who is of another station has no other reason that is told here. */
	for (size_t i = 0; i < m.n; i++)
		m.v[i].word = str_or(m.v[i].word, "busy");
	*left = e || !m.n ? 0 : put_lines(&m);
	return e;
}

enum err roster_last(struct rq *q)
{
	struct again g = { .q = q };
	int64_t left = 0;
	enum err e = roster_open(q, &g.a);
	if (!e)
		e = put_last(q, &g.a);
	if (e)
		return e;
	g.no = got(q, "Last.no");
	if (!g.no)
		return ERR(ERR_STALE, "there is no last time");
	g.from = node_get_int(put_list(q, "Last"), "_id");
	e = db_tx(last_take, &g);
	if (e == ERR_CHECK)
		return see(q, "/activity/manage/%s?done=roster_full", g.a.no);
	if (!e)
		e = last_left(&g, &left);
	return e ? e : left ? ERR_FORM : see(q, "/activity/manage/%s?done=roster_last", g.a.no);
}
