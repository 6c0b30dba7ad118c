/* task.c - what the staff of a station note for themselves about a volunteer, a household or a
 * project, and what they want to come back to on a day 待办事项. No other station sees them; a
 * volunteer does, in the download. The pages of all three show them (notes.h). */
#include <string.h>

#include "account.h"
#include "clock.h"
#include "list.h"
#include "notes.h"
#include "secret.h"

#define ABOUT_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, no, "no") \
	X(T, TEXT, name, "name")
ROW_DEFINE(about_row, ABOUT_COLS);
static struct stmt person_q = SQL(
	"SELECT p.id, v.no, p.name"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.no = ?"
	"   AND v.station_id = ?"
	"   AND p.erased_at IS NULL");
static struct stmt household_q = SQL(
	"SELECT id, no, grid AS name"
	"  FROM household"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt project_q = SQL(
	"SELECT id, no, title AS name"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO person_note (uid, station_id, person_id, household_id, project_id, words,"
	"       due_on, state, staff_id, made_at)"
	" VALUES (?, ?, ?, ?, ?, ?, COALESCE(?, '9999-12-31'), ?, ?, ?)");
static struct stmt done_q = SQL(
	"UPDATE person_note"
	"   SET state = 'done', done_at = ?, done_by = ?"
	" WHERE uid = ?"
	"   AND station_id = ?"
	"   AND state = 'open'");
static struct stmt open_q = SQL(
	"UPDATE person_note"
	"   SET state = 'open', done_at = NULL, done_by = NULL"
	" WHERE uid = ?"
	"   AND station_id = ?"
	"   AND state = 'done'");
static struct stmt drop_q = SQL(
	"DELETE FROM person_note"
	" WHERE uid = ?"
	"   AND station_id = ?");

/* {of} of the address, and the word of the audit. back: its page at the desk. */
static const struct about_kind {
	const char *of, *back;
	struct stmt *find;
} kinds[] = { { "person", "/account/volunteers/", &person_q },
	      { "household", "/needs/households/", &household_q },
	      { "project", "/project/", &project_q } };

#define NOTE_COLS(X, T) \
	X(T, TEXT, of, \
	  "IF(n.person_id IS NOT NULL, 'person'," \
	  " IF(n.household_id IS NOT NULL, 'household', 'project'))") \
	X(T, INT, target, "COALESCE(n.person_id, n.household_id, n.project_id)") \
	X(T, TEXT, no, "COALESCE(v.no, h.no, p.no)") \
	X(T, TEXT, state, "n.state")
ROW_DEFINE(note_row, NOTE_COLS);
#define NOTE_OF \
	"  LEFT JOIN volunteer v ON v.person_id = n.person_id" \
	"  LEFT JOIN household h ON h.id = n.household_id" \
	"  LEFT JOIN project p ON p.id = n.project_id"
static struct stmt note_q = SQL(
	"SELECT " ROW_SELECT(NOTE_COLS)
	"  FROM person_note n"
	NOTE_OF
	" WHERE n.uid = ?"
	"   AND n.station_id = ?");

struct noting {
	struct rq *q;
	const struct about_kind *kind;
	struct about_row about;
	const char *words, *due_on;
};

static enum err about_read(struct rq *q, const char *of, const char *no, struct noting *n)
{
	*n = (struct noting){ .q = q };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(kinds[i].of, of))
			n->kind = &kinds[i];
	if (!n->kind)
		return ERR_NOT_FOUND;
	return row_one(n->kind->find, ARGS(A_(no), A_(q->station)), about_row_cols, &n->about);
}

enum err notes_show(struct rq *q)
{
	struct noting n;
	enum err e = about_read(q, arg(q, 0), arg(q, 1), &n);
	if (e)
		return e;
	put(q, "About.of", n.kind->of);
	put(q, "About.no", n.about.no);
	put(q, "About.name", n.about.name);
	put(q, "About.href", arena_fmt(q->arena, "%s%s", n.kind->back, n.about.no));
	e = put_notes(q, n.kind->of, n.about.id, n.about.no);
	return e ? e : page(q, "account/notes.cs");
}

static int64_t id_if(const struct noting *n, const char *of)
{
	return str_eq(n->kind->of, of) ? n->about.id : DB_NONE;
}

static enum err note_store(void *ctx)
{
	const struct noting *n = ctx;
	struct rq *q = n->q;
	enum err e = db_exec(&add_q,
			     ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(id_if(n, "person")),
				  A_(id_if(n, "household")), A_(id_if(n, "project")), A_(n->words),
				  A_(n->due_on), A_(n->due_on ? "open" : "note"), A_(q->staff),
				  A_(clock_time(q->arena, q->now))),
			     NULL);
	return e ? e : audit(&q->actor, "volunteer.note", n->kind->of, n->about.id, n->due_on);
}

#define NOTE_IN(X, T) X(T, TEXT, words, 1, 500) X(T, DAY, due_on, 0, 0)
FORM_DEFINE(note_in, NOTE_IN);

static enum err note_take(struct rq *q, const char *of, const char *no)
{
	struct note_in in;
	struct noting n;
	enum err e = about_read(q, of, no, &n);
	if (e)
		return e;
	if (!form_read(q, note_in_fields, &in))
		return ERR_FORM;
	/* Days are compared as they are written. */
	if (in.due_on && strcmp(in.due_on, clock_day(q->arena, q->now)) < 0) {
		form_error(q, "due_on", "due_past");
		return ERR_FORM;
	}
	n.words = in.words;
	n.due_on = in.due_on;
	e = db_tx(note_store, &n);
	return e ? e
		 : see(q, "%s%s?done=%s", n.kind->back, n.about.no, in.due_on ? "task" : "note");
}

enum err notes_add(struct rq *q)
{
	return note_take(q, arg(q, 0), arg(q, 1));
}

enum err volunteer_note(struct rq *q)
{
	return note_take(q, "person", arg(q, 0));
}

struct stepping {
	struct rq *q;
	struct stmt *s;
	struct args a;
	const char *action;
	struct note_row note;
};

static enum err note_step(void *ctx)
{
	const struct stepping *s = ctx;
	enum err e = db_change(s->s, s->a);
	return e ? e : audit(&s->q->actor, s->action, s->note.of, s->note.target, NULL);
}

static enum err note_read(struct rq *q, const char *hex, uint8_t raw[16], struct note_row *n)
{
	if (!hex_decode(hex, raw, 16))
		return ERR_NOT_FOUND;
	return row_one(&note_q, ARGS(A_(((struct bytes){ raw, 16 })), A_(q->station)),
		       note_row_cols, n);
}

/* Back to the list of tasks when the press came from there, else to the page of the thing. */
static enum err note_back(struct rq *q, const struct note_row *n, const char *done)
{
	const char *page = "/account/tasks?state=open&";
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(kinds[i].of, n->of) && !form_given(q, "list"))
			page = arena_fmt(q->arena, "%s%s?", kinds[i].back, n->no);
	return see(q, "%sdone=%s", page, done);
}

enum err task_done(struct rq *q)
{
	uint8_t raw[16];
	const struct bytes uid = { raw, sizeof(raw) };
	struct stepping s = { .q = q, .s = &done_q, .action = "task.done" };
	enum err e = note_read(q, arg(q, 0), raw, &s.note);
	s.a = ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff), A_(uid), A_(q->station));
	if (!e)
		e = db_tx(note_step, &s);
	return e ? e : note_back(q, &s.note, "task_done");
}

enum err task_open(struct rq *q)
{
	uint8_t raw[16];
	const struct bytes uid = { raw, sizeof(raw) };
	struct stepping s = { .q = q, .s = &open_q, .action = "task.reopen" };
	enum err e = note_read(q, arg(q, 0), raw, &s.note);
	s.a = ARGS(A_(uid), A_(q->station));
	if (!e)
		e = db_tx(note_step, &s);
	return e ? e : note_back(q, &s.note, "task_open");
}

static enum err note_gone(struct rq *q, const char *hex, const char *of, const char *no)
{
	uint8_t raw[16];
	const struct bytes uid = { raw, sizeof(raw) };
	struct stepping s = { .q = q, .s = &drop_q, .action = "volunteer.note_drop" };
	enum err e = note_read(q, hex, raw, &s.note);
	if (!e && of && (!str_eq(s.note.of, of) || !str_eq(s.note.no, no)))
		e = ERR_NOT_FOUND;
	s.a = ARGS(A_(uid), A_(q->station));
	if (!e)
		e = db_tx(note_step, &s);
	return e == ERR_STALE ? ERR_NOT_FOUND : e ? e : note_back(q, &s.note, "note_drop");
}

enum err notes_drop(struct rq *q)
{
	return note_gone(q, arg(q, 0), NULL, NULL);
}

enum err volunteer_note_drop(struct rq *q)
{
	return note_gone(q, arg(q, 1), "person", arg(q, 0));
}

#define TASK_COLS(C) \
	C(DAY, due_on, "n.due_on", "") \
	C(LONG, words, "n.words", "") \
	C(WORD, about, \
	  "IF(n.person_id IS NOT NULL, 'person'," \
	  " IF(n.household_id IS NOT NULL, 'household', 'project'))", \
	  "Notes.About") \
	C(TEXT, no, "COALESCE(v.no, h.no, p.no)", "") \
	C(TEXT, name, "COALESCE(x.name, h.grid, p.title)", "") \
	C(TEXT, staff, "s.name", "") \
	C(DAY, made_on, "DATE(n.made_at)", "") \
	C(WORD, state, "n.state", "State.person_note") \
	C(TEXT, done_by, "d.name", "") \
	C(TEXT, _uid, "LOWER(HEX(n.uid))", "")
#define TASK_TABLE "person_note n"
#define TASK_JOINS \
	NOTE_OF \
	"  LEFT JOIN person x ON x.id = n.person_id" \
	"  JOIN staff s ON s.id = n.staff_id" \
	"  LEFT JOIN staff d ON d.id = n.done_by"
#define TASK_WHERE "n.station_id = ? AND n.due_on < '9999-12-31'"
#define TASK_FILTERS(F) \
	F(WORD, state, "n.state = ?") \
	F(DAY, from, "n.due_on >= ?") \
	F(DAY, to, "n.due_on <= ?") \
	F(FIND, q, "n.words LIKE ?")
#define TASK_WAYS(S, L) \
	S(L, due_on, any, "n.due_on", "person_note_due") \
	S(L, due_on, state, "n.due_on", "person_note_state")
#define TASK_ID "n.id"
LIST_DEFINE(TASK);

static enum err task_row(struct rq *q, struct node *n, const struct row *r)
{
	const char *of = list_cell(r, "about")->text, *no = list_cell(r, "no")->text;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(kinds[i].of, of))
			node_set(n, "href", arena_fmt(q->arena, "%s%s", kinds[i].back, no));
	node_set(n, "uid", list_cell(r, "_uid")->text);
	if (str_eq(list_cell(r, "state")->text, "open") &&
	    strcmp(list_cell(r, "due_on")->text, clock_day(q->arena, q->now)) < 0)
		node_int(n, "late", 1);
	return OK;
}
static const struct list tasks = LIST(TASK, "Tasks", "Notes.Task", .oldest = true, .row = task_row);

enum err task_list(struct rq *q)
{
	return list_page(q, &tasks, ARGS(A_(q->station)), "account/tasks.cs");
}
