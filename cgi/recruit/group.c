/* group.c - 集体报名: up to 50 signed up for a shift at once, from lines of names with telephones or
 * volunteer numbers; by who leads them in a team, or by staff. Looked at first; then each by the
 * verb that signs up one. Of whom a line means nothing is shown but that line and what became of
 * it. */
#include <string.h>

#include "code.h"
#include "form.h"
#include "manage.h"
#include "may.h"
#include "phone.h"
#include "secret.h"
#include "text.h"
#include "typed_no.h"

#define GROUP_IN(X, T) \
	X(T, TABLE, people, 1, 20000) \
	X(T, FLAG, sign, 0, 1)
FORM_DEFINE(group_in, GROUP_IN);

enum { ROWS = 50, CELLS = 12, SHOWN = 60, TRIES = 30, HOUR = 3600 };

#define MEANT_COLS(X, T) \
	X(T, INT, person, "v.person_id") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, name, "p.name")
ROW_DEFINE(meant_row, MEANT_COLS);
/* Of anybody, or of the teams that this person leads. */
#define LED_BY \
	"   AND (? = 0 OR EXISTS (SELECT 1 FROM team_member m JOIN team t ON t.id = m.team_id" \
	"       WHERE m.person_id = v.person_id AND m.left_at IS NULL AND t.leader_id = ?" \
	"       AND t.state = 'approved'))"
static struct stmt by_phone_q = SQL(
	"SELECT " ROW_SELECT(MEANT_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.phone_index = ?"
	"   AND p.erased_at IS NULL"
	LED_BY
	" LIMIT 20");
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(MEANT_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id AND p.erased_at IS NULL"
	" WHERE (v.no = ? OR v.platform_no = ?)"
	LED_BY
	" LIMIT 1");
static struct stmt leads_q = SQL(
	"SELECT COUNT(*)"
	"  FROM team"
	" WHERE leader_id = ?"
	"   AND state = 'approved'");
static struct stmt shift_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, s.wanted - s.taken AS places,"
	"       o.title AS position"
	"  FROM shift s"
	"  JOIN activity b ON b.id = s.activity_id"
	"  JOIN position o ON o.id = s.position_id"
	" WHERE s.activity_id = ?");

struct line {
	int64_t at, person;
	const char *text, *word; /* of Lang.recruit.Group */
	bool fits;
};
struct group {
	struct rq *q;
	struct shift_row s;
	struct notice_row n;
	int64_t leader; /* 0: staff do it */
	struct line v[ROWS];
	size_t count;
	int64_t left, good;
	bool sign, many;
};

enum err group_leads(const struct rq *q, bool *leads)
{
	int64_t n = 0;
	enum err e = q->person > 0 ? db_int(&leads_q, ARGS(A_(q->person)), &n) : OK;
	*leads = !e && n;
	return e;
}

/* What a line says: a number or a telephone, and a name, that may be two words. */
struct said {
	const char *no, *phone, *name;
};

static struct said row_said(struct arena *a, const char *text)
{
	struct said s = { 0 };
	const char *cell[CELLS], *digits = "";
	size_t n = typed_cells(a, text, cell, CELLS);
	for (size_t i = 0; i < n; i++) {
		const char *number = text_number(a, cell[i]), *phone;
		if (!s.no && typed_is_no(number))
			s.no = number;
		else if (!s.phone && strlen(number) > 4 && !phone_read(a, cell[i], &phone))
			s.phone = phone;
		else if (strpbrk(number, "0123456789"))
			digits = arena_fmt(a, "%s%s", digits, number);
		else if (*text_name(a, cell[i]))
			s.name = s.name ? arena_fmt(a, "%s %s", s.name, cell[i]) : cell[i];
	}
	/* 138 0013 8000 */
	if (!s.phone && *digits && phone_read(a, digits, &s.phone))
		s.phone = NULL;
	return s;
}

/* Staff see whom they know; a number is looked up as everywhere. */
static enum err row_known(struct group *g, struct line *r, const char *no, const char *name)
{
	struct typed_no who;
	enum err e = typed_no(g->q, no, &who);
	if (e == ERR_THROTTLED || e == ERR_NOT_FOUND) {
		r->word = e == ERR_THROTTLED ? "slow" : "nobody";
		return OK;
	}
	if (e)
		return e;
	if (!who.ours || (name && !text_same_name(g->q->arena, who.name, name)))
		r->word = "nobody";
	else
		r->person = who.person;
	return OK;
}

static enum err row_meant(struct group *g, struct line *r, const struct said *s)
{
	struct arena *a = g->q->arena;
	const struct meant_row *one = NULL;
	struct meant_row *v;
	size_t n, found = 0;
	enum err e;
	if (s->no)
		e = row_all(&by_no_q, ARGS(A_(s->no), A_(s->no), A_(g->leader), A_(g->leader)),
			    meant_row_cols, sizeof(*v), &v, &n);
	else
		e = row_all(&by_phone_q,
			    ARGS(A_(secret_index(a, "person.phone", s->phone)), A_(g->leader),
				 A_(g->leader)),
			    meant_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		if (text_same_name(a, v[i].name, s->name)) {
			one = &v[i];
			found++;
		}
	if (e)
		return e;
	/* Whoever bears another name, or is in no team of theirs, is as good as unknown. */
	if (found != 1)
		r->word = found ? "several" : g->leader ? "nobody_lead" : "nobody";
	else if (g->leader)
		r->person = one->person;
	else
		return row_known(g, r, one->no, s->name);
	return OK;
}

static enum err row_who(struct group *g, struct line *r)
{
	struct said s = row_said(g->q->arena, r->text);
	if (s.no && !g->leader)
		return row_known(g, r, s.no, s.name);
	if (!s.name || !(s.no || s.phone)) {
		r->word = "half";
		return OK;
	}
	return row_meant(g, r, &s);
}

static void row_outcome(struct group *g, struct line *r, const struct sign_up *s, enum err e)
{
	if (e == ERR_DUPLICATE)
		r->word = "already";
	else if (e == ERR_CHECK)
		r->word = s->clash.no ? "clash" : str_or(s->lacks, "closed");
	else if (e == ERR_STALE)
		r->word = "closed";
	else {
		bool drawn = str_eq(s->mode, "draw");
		r->word = !str_eq(s->state, "pending") ? s->state
			  : drawn                      ? "draw"
			  : s->lacks                   ? "later"
						       : "pending";
		r->fits = true;
		g->left -= str_eq(s->state, "accepted");
		g->good++;
	}
}

/* What anybody is asked who signs up for it, and then what signs up. */
static enum err row_sign(struct group *g, struct line *r)
{
	struct may m;
	enum err e = may_read_for(g->q, r->person, &g->n, &g->s, g->s.position_uid, &m);
	if (!e && !m.n)
		e = ERR_NOT_FOUND;
	if (e)
		return e;
	/* Whom staff bring is invited. */
	m.invited = !g->leader;
	struct why w = may_position(&m, &m.v[0]);
	if (w.n) {
		r->word = w.word;
		return OK;
	}
	struct sign_up s = { .q = g->q,
			     .notice = &g->n,
			     .seat = { g->s.position, g->s.id },
			     .mode = g->s.mode,
			     .person = r->person,
			     .for_them = r->person != g->leader };
	e = g->sign ? sign_up(&s) : sign_look(&s, g->left);
	if (e && e != ERR_DUPLICATE && e != ERR_CHECK && e != ERR_STALE)
		return e;
	row_outcome(g, r, &s, e);
	return OK;
}

static enum err group_row(struct group *g, int64_t at, const char *text)
{
	struct line r = { .at = at, .text = text };
	const char *cell[CELLS], *titles = lang("recruit.group_titles");
	size_t n = typed_cells(g->q->arena, text, cell, CELLS);
	/* The head of a table is nobody. */
	if (!n || (titles && (str_in(cell[0], titles) || str_in(cell[n - 1], titles))))
		return OK;
	g->many = g->count == ROWS;
	if (g->many)
		return OK;
	enum err e = row_who(g, &r);
	for (size_t i = 0; i < g->count && !r.word; i++)
		if (g->v[i].person == r.person)
			r.word = "twice";
	g->v[g->count++] = r;
	return e;
}

static enum err group_read(struct group *g, const char *text)
{
	struct arena *a = g->q->arena;
	enum err e = OK;
	for (int64_t at = 1; !e && !g->many && *text; at++) {
		size_t n = strcspn(text, "\r\n");
		e = group_row(g, at, text_prose(a, arena_dup(a, text, n)));
		text += n;
		text += *text == '\r' && text[1] == '\n' ? 2 : *text != '\0';
	}
	return e;
}

static bool row_fine(const struct line *r)
{
	return r->fits || str_in(r->word, "already,twice");
}

/* How many lines are still to be mended; *rest: those. */
static int64_t put_rows(struct group *g, const char **rest)
{
	struct rq *q = g->q;
	struct buf b = { .arena = q->arena };
	int64_t bad = 0;
	buf_str(&b, "");
	for (size_t i = 0; i < g->count; i++) {
		const struct line *r = &g->v[i];
		struct node *n = node_item(put_list(q, "Rows"));
		node_int(n, "line", r->at);
		node_set(n, "text", utf8_cut(q->arena, r->text, SHOWN));
		node_set(n, "word", r->word);
		node_int(n, "fits", r->fits ? 1 : DB_NONE);
		if (!row_fine(r))
			buf_fmt(&b, "%s\n", r->text);
		bad += !row_fine(r);
	}
	put_int(q, g->sign ? "Signed" : "Good", g->good ? g->good : DB_NONE);
	put_int(q, "Bad", bad ? bad : DB_NONE);
	*rest = b.p;
	return bad;
}

static enum err group_page(struct group *g)
{
	struct rq *q = g->q;
	enum err e = put_one(q, "Shift", &shift_q, ARGS(A_(g->s.id)));
	if (!e)
		e = put_station(q, g->n.station);
	reply_header(q, "Cache-Control", "no-store");
	return e ? e : page(q, g->leader ? "recruit/group.cs" : "recruit/manage_group.cs");
}

/* Each in a transaction of its own: whoever fits is in, whoever else does not. */
static enum err group_put(struct group *g, const char *back)
{
	struct rq *q = g->q;
	struct group_in in;
	const char *rest;
	if (!form_read(q, group_in_fields, &in))
		return ERR_FORM;
	g->sign = in.sign;
	enum err e = group_read(g, in.people);
	if (!e && (g->many || !g->count)) {
		form_error(q, "people", g->many ? "group_many" : "required");
		return ERR_FORM;
	}
	if (!e && g->sign)
		e = offers_end_shift(&q->actor, g->s.id);
	if (!e)
		e = seat_left(&(struct seat){ g->s.position, g->s.id }, &g->left);
	for (size_t i = 0; !e && i < g->count; i++)
		if (!g->v[i].word)
			e = row_sign(g, &g->v[i]);
	if (e)
		return e;
	int64_t bad = put_rows(g, &rest);
	if (!g->sign) {
		form_keep(q);
		return group_page(g);
	}
	if (!bad)
		return see(q, "%s?done=group_signed", back);
	form_also(q, "Rows,Signed,Bad");
	form_error(q, "people", "group_left");
	put(q, "Form.people", rest);
	return ERR_FORM;
}

static enum err group_of_leader(struct group *g)
{
	bool leads;
	enum err e = shift_read(g->q, &g->s, &g->n);
	if (!e)
		e = group_leads(g->q, &leads);
	g->leader = g->q->person;
	return e || leads ? e : ERR_FORBIDDEN;
}

static enum err group_of_staff(struct group *g)
{
	struct home_row h;
	enum err e = manage_home(g->q, &h);
	if (!e)
		e = shift_no(arg(g->q, 1), &g->s, &g->n);
	return e || g->n.id == h.id ? e : ERR_NOT_FOUND;
}

enum err group_show(struct rq *q)
{
	struct group g = { .q = q };
	enum err e = group_of_leader(&g);
	return e ? e : group_page(&g);
}

enum err group_lead(struct rq *q)
{
	struct group g = { .q = q };
	enum err e = group_of_leader(&g);
	/* Nobody finds out telephones by trying. */
	if (!e)
		e = throttle(q, "group.lead", arena_fmt(q->arena, "%lld", (long long)q->person),
			     TRIES, HOUR);
	return e ? e : group_put(&g, arena_fmt(q->arena, "/recruit/shift/%s", arg(q, 0)));
}

enum err group_manage(struct rq *q)
{
	struct group g = { .q = q };
	enum err e = group_of_staff(&g);
	return e ? e : group_page(&g);
}

enum err group_manage_put(struct rq *q)
{
	struct group g = { .q = q };
	enum err e = group_of_staff(&g);
	return e ? e : group_put(&g, arena_fmt(q->arena, "/recruit/manage/%s", arg(q, 0)));
}
