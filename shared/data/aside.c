/* aside.c - rows that a loop cannot take. */
#include "aside.h"

#include "ids.h"
#include "log.h"
#include "row.h"

enum { DETAIL_BYTES = 400 };

/* In this order: what is counted anew looks at cleared_at, and the pause at the new count. */
static struct stmt put_q = SQL(
	"INSERT INTO loop_aside (program, work, thing, row_id, station_id, row_no, reason,"
	"       detail, next_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, NOW(3) + INTERVAL 1 MINUTE)"
	"    ON DUPLICATE KEY UPDATE tries = IF(cleared_at IS NULL, tries + 1, 1),"
	"       first_at = IF(cleared_at IS NULL, first_at, NOW(3)),"
	"       next_at = NOW(3) + INTERVAL LEAST(60, 1 << LEAST(tries - 1, 6)) MINUTE,"
	"       last_at = NOW(3), cleared_at = NULL, program = VALUES(program),"
	"       station_id = VALUES(station_id), row_no = VALUES(row_no),"
	"       reason = VALUES(reason), detail = VALUES(detail)");
/* No pause is longer than an hour. */
static struct stmt back_q = SQL(
	"UPDATE loop_aside"
	"   SET next_at = NOW(3)"
	" WHERE program = ?"
	"   AND cleared_at IS NULL"
	"   AND next_at > NOW(3) + INTERVAL 2 HOUR");
static struct stmt began_q = SQL(
	"SELECT NOW(3)");
/* Whether anything is: one question for all works of a turn, where each would ask two. */
static struct stmt any_q = SQL(
	"SELECT EXISTS (SELECT 1 FROM loop_aside WHERE program = ? AND cleared_at IS NULL)");
static int64_t any = -1; /* -1: not asked yet in this turn */
/* Its time had come before the round, and the round has not brought it back. */
static struct stmt clear_q = SQL(
	"UPDATE loop_aside"
	"   SET cleared_at = NOW(3)"
	" WHERE work = ?"
	"   AND thing = ?"
	"   AND cleared_at IS NULL"
	"   AND next_at <= ?"
	"   AND last_at < ?");

static struct stmt clear_some_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN loop_aside s ON s.row_id = k.id"
	"   SET s.cleared_at = NOW(3)"
	" WHERE s.work = ?"
	"   AND s.thing = ?"
	"   AND s.cleared_at IS NULL");

/* The word under Lang.Aside.Reason. */
static const char *reason(enum err e)
{
	switch (e) {
	case ERR_DB:
		return "refused";
	case ERR_CHECK:
	case ERR_DUPLICATE:
		return "rule";
	case ERR_RETRY:
		return "busy";
	case ERR_NOT_FOUND:
		return "missing";
	default:
		return "fault";
	}
}

void aside_begin(void)
{
	any = -1;
}

enum err aside_put(const struct aside *row, enum err why)
{
	any = 1;
	struct arena *a = db_arena();
	const char *text = arena_str(a, *err_text() ? err_text() : err_name(why));
	err_clear();
	log_error("%s %lld is set aside: %s", row->thing, (long long)row->row_id, text);
	return db_exec(&put_q,
		       ARGS(A_(row->program), A_(row->work), A_(row->thing), A_(row->row_id),
			    A_(row->station_id), A_(row->no),
			    A_(row->reason ? row->reason : reason(why)),
			    A_(utf8_cut(a, text, DETAIL_BYTES))),
		       NULL);
}

enum err aside_clear(const char *work, const char *thing, const char *ids)
{
	int64_t rows;
	return db_affect(&clear_some_q, ARGS(A_(ids), A_(work), A_(thing)), &rows);
}

#define WHOSE_COLS(X, T) \
	X(T, INT, station_id, "station_id") \
	X(T, TEXT, no, "no")
ROW_DEFINE(whose_row, WHOSE_COLS);

enum err aside_set_back(const char *program)
{
	int64_t rows;
	return db_affect(&back_q, ARGS(A_(program)), &rows);
}

static enum err aside_of(const struct aside_work *w, int64_t id, enum err why)
{
	struct aside row = { w->program, w->work, w->thing, id, DB_NONE, NULL, NULL };
	struct whose_row r;
	enum err e = row_one(w->whose, ARGS(A_(id)), whose_row_cols, &r);
	if (!e) {
		row.station_id = r.station_id;
		row.no = r.no;
	}
	return e && e != ERR_NOT_FOUND ? e : aside_put(&row, why);
}

/* It is the moment's fault, not the row's: nothing else would go better. */
static bool of_the_moment(enum err e)
{
	return e == ERR_DB_AWAY;
}

enum err aside_round(const struct aside_work *w, const struct actor *by, int64_t *done)
{
	int64_t ids[ASIDE_MOST];
	size_t n;
	const char *began = NULL;
	enum err e = any < 0 ? db_int(&any_q, ARGS(A_(w->program)), &any) : OK;
	*done = 0;
	if (!e && any)
		e = db_text(&began_q, NO_ARGS, &began);
	if (!e)
		e = w->due(by, ids, ASIDE_MOST, &n);
	if (e)
		return e;
	for (size_t i = 0; i < n; i++) {
		e = w->step(by, ids[i], done);
		if (of_the_moment(e))
			return e;
		if (e && e != ERR_STALE)
			e = aside_of(w, ids[i], e);
		else
			e = OK;
		if (e)
			return e;
		err_clear();
	}
	int64_t rows;
	return n == ASIDE_MOST || !began
		       ? OK
		       : db_affect(&clear_q, ARGS(A_(w->work), A_(w->thing), A_(began), A_(began)),
				   &rows);
}
