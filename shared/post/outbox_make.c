/* outbox_make.c - rows of the line made from what was written down: facts read, frozen, sealed. */
#include "aside.h"
#include "outbox_inside.h"
#include "row.h"

#define NOTED_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, TEXT, source, "t.source") \
	X(T, INT, record_id, "t.record_id") \
	X(T, INT, station_id, "t.station_id") \
	X(T, INT, again, "t.next_at IS NOT NULL")
ROW_DEFINE(noted_row, NOTED_COLS);

static struct stmt noted_q = SQL(
	"SELECT " ROW_SELECT(NOTED_COLS)
	"  FROM outbox_todo t"
	" WHERE t.next_at IS NULL"
	"    OR t.next_at <= NOW(3)"
	" ORDER BY t.id"
	" LIMIT ?"
	"   FOR UPDATE SKIP LOCKED");
static struct stmt done_q = SQL(
	"DELETE t"
	"  FROM " IDS
	" STRAIGHT_JOIN outbox_todo t ON t.id = k.id");
/* The note waits as long as the row that says so. */
static struct stmt wait_q = SQL(
	"UPDATE outbox_todo t"
	"  JOIN loop_aside s ON s.work = 'make' AND s.thing = t.source AND s.row_id = t.record_id"
	"   SET t.next_at = s.next_at"
	" WHERE t.id = ?");
static struct stmt back_q = SQL(
	"UPDATE outbox_todo"
	"   SET next_at = NOW(3)"
	" WHERE next_at > NOW(3) + INTERVAL 2 HOUR");
static struct stmt no_q = SQL(
	"SELECT COALESCE((SELECT no FROM service_record WHERE ? = 'service_record' AND id = ?),"
	"       (SELECT no FROM volunteer WHERE ? = 'volunteer' AND person_id = ?), '')");
/* Its row was made, or the note is gone with the record. */
static struct stmt clear_q = SQL(
	"UPDATE loop_aside s"
	"   SET s.cleared_at = NOW(3)"
	" WHERE s.work = 'make'"
	"   AND s.cleared_at IS NULL"
	"   AND NOT EXISTS (SELECT 1 FROM outbox_todo t WHERE t.station_id = s.station_id"
	"       AND t.source = s.thing AND t.record_id = s.row_id)");

/* Held until the rows are made: whoever takes a record back, or erases its person, changes that
 * first, so that either the facts are read as gone, or the rows are found and taken down. */
#define WHOM_COLS(X, T) X(T, INT, id, "p.id") /* a join that nobody selects from is left out */
ROW_DEFINE(whom_row, WHOM_COLS);
#define HELD(from, table, id) \
	[from] = SQL("SELECT " ROW_SELECT(WHOM_COLS) " FROM " IDS " STRAIGHT_JOIN " table \
		     " r ON r." id \
		     " = k.id LEFT JOIN person p ON p.id = r.person_id LOCK IN SHARE MODE WAIT 4"),
static struct stmt held_q[FACTS_SOURCES] = { FACTS_TABLES(HELD) };

enum err facts_hold(enum facts_source from, const char *ids)
{
	struct whom_row *held;
	size_t n;
	return row_all(&held_q[from], ARGS(A_(ids)), whom_row_cols, sizeof(*held), &held, &n);
}

enum err outbox_put_records(enum facts_source from, const char *ids, int64_t *rows)
{
	struct facts *f;
	size_t n;
	enum err e = facts_read_many(from, ids, &f, &n);
	return e ? e : outbox_put(f, n, rows);
}

/* One go. What is under way with another poster is left to it. */
struct making {
	int64_t most;
	struct noted_row *v;
	size_t n;
};

static bool said_before(const struct making *m, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (m->v[k].record_id == m->v[i].record_id &&
		    str_eq(m->v[k].source, m->v[i].source))
			return true;
	return false;
}

static enum err make_source(const struct making *m, enum facts_source from)
{
	struct buf ids = { .arena = db_arena() };
	int64_t rows;
	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->v[i].source, facts_table[from]) && !said_before(m, i))
			buf_fmt(&ids, "%s%lld", ids.n ? "," : "[", (long long)m->v[i].record_id);
	if (!ids.n)
		return OK;
	buf_char(&ids, ']');
	return outbox_put_records(from, ids.p, &rows);
}

static enum err make_tx(void *ctx)
{
	struct making *m = ctx;
	struct buf ids = { .arena = db_arena() };
	int64_t rows;
	enum err e = row_all(&noted_q, ARGS(A_(m->most)), noted_row_cols, sizeof(*m->v), &m->v,
			     &m->n);
	if (e || !m->n)
		return e;
	for (int from = 0; !e && from < FACTS_SOURCES; from++)
		e = make_source(m, (enum facts_source)from);
	for (size_t i = 0; i < m->n; i++)
		buf_fmt(&ids, "%s%lld", i ? "," : "[", (long long)m->v[i].id);
	buf_char(&ids, ']');
	return e ? e : db_affect(&done_q, ARGS(A_(ids.p)), &rows);
}

enum err outbox_aside_clear(void)
{
	int64_t rows;
	return db_affect(&clear_q, NO_ARGS, &rows);
}

enum err outbox_set_back(void)
{
	int64_t rows;
	enum err e = db_affect(&back_q, NO_ARGS, &rows);
	return e ? e : aside_set_back("platform-post");
}

/* The fault is the record's, not the moment's: a sealed value that does not open. */
static bool of_a_record(enum err e)
{
	return e && e != ERR_RETRY && e != ERR_DB_AWAY;
}

static enum err note_aside(const struct noted_row *t, enum err why)
{
	struct aside row = { "platform-post", "make", t->source, t->record_id, t->station_id, "" };
	enum err e = db_text(&no_q,
			     ARGS(A_(t->source), A_(t->record_id), A_(t->source), A_(t->record_id)),
			     &row.no);
	if (!*row.no)
		row.no = NULL;
	if (!e)
		e = aside_put(&row, why);
	/* No row: another poster has made it meanwhile. */
	int64_t rows;
	return e ? e : db_affect(&wait_q, ARGS(A_(t->id)), &rows);
}

/* The oldest alone, and when it is the one that cannot be made, the others no longer wait for
 * it. */
static enum err one_alone(struct making *m)
{
	m->most = 1;
	enum err e = db_tx(make_tx, m);
	return of_a_record(e) && m->n ? note_aside(&m->v[0], e) : e;
}

static bool some_again(const struct making *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].again)
			return true;
	return false;
}

enum err outbox_make(int64_t *done)
{
	struct making m = { .most = OUTBOX_AT_ONCE };
	enum err e = db_tx(make_tx, &m);
	if (of_a_record(e) && m.n) {
		err_clear();
		e = one_alone(&m);
	}
	if (!e && some_again(&m))
		e = outbox_aside_clear();
	*done = e ? 0 : (int64_t)m.n;
	return e;
}
