/* try.c - one record for people who want to see the answer: sent like any other. */
#include "post.h"
#include "row.h"

#define ASKED_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, destination, "t.destination_id")
ROW_DEFINE(asked_row, ASKED_COLS);
static struct stmt asked_q = SQL(
	"SELECT " ROW_SELECT(ASKED_COLS)
	"  FROM destination_try t"
	" WHERE t.state = 'asked'"
	" ORDER BY t.id"
	" LIMIT 8");
static struct stmt begin_q = SQL(
	"UPDATE destination_try"
	"   SET state = 'running'"
	" WHERE id = ?"
	"   AND state = 'asked'");
/* Of a poster that ended meanwhile. */
static struct stmt lost_q = SQL(
	"UPDATE destination_try"
	"   SET state = 'failed', ended_at = NOW(3)"
	" WHERE state = 'running'"
	"   AND asked_at < NOW(3) - INTERVAL 5 MINUTE");

static enum err try_begin(struct dest *d, int64_t tried)
{
	struct arena *a = db_arena();
	enum err e = db_change(&begin_q, ARGS(A_(tried)));
	if (e)
		return e == ERR_STALE ? OK : e;
	if (!d || !d->complete)
		return try_over(tried, "failed", d ? d->said : NULL);
	e = job_try(d, tried);
	(void)db_use(a); /* the job had an arena of its own */
	if (e == ERR_DB_AWAY)
		return e;
	if (e) {
		bool none = e == ERR_NOT_FOUND;
		const char *fault = none ? NULL : arena_str(a, err_text());
		err_clear();
		return try_over(tried, none ? "none" : "failed", fault);
	}
	return OK;
}

enum err tries_begin(struct dest *list)
{
	struct asked_row *v;
	size_t n;
	int64_t rows;
	enum err e = db_affect(&lost_q, NO_ARGS, &rows);
	if (!e)
		e = row_all(&asked_q, NO_ARGS, asked_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct dest *d = list;
		while (d && d->id != v[i].destination)
			d = d->next;
		e = try_begin(d, v[i].id);
	}
	return e;
}
