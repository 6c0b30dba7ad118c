/* undo.c - deeds are kept for a day, and taken back once. */
#include "undo.h"

#include <string.h>

#include "audit.h"
#include "clock.h"

enum { HOUR = 3600 };

static struct stmt keep_q = SQL(
	"INSERT INTO deed (ref, station_id, what, target, target_id, part, was, name, href,"
	"       staff_id, at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt old_q = SQL(
	"DELETE FROM deed"
	" WHERE at < ?"
	" LIMIT 50");
static struct stmt read_q = SQL(
	"SELECT " ROW_SELECT(UNDO_COLS)
	"  FROM deed"
	" WHERE ref = ?"
	"   AND station_id = ?"
	" ORDER BY id"
	" LIMIT 100"
	"   FOR UPDATE");
static struct stmt spent_q = SQL(
	"SELECT COUNT(*)"
	"  FROM deed"
	" WHERE ref = ?"
	"   AND station_id = ?"
	"   AND (back_at IS NOT NULL OR at < ?)");
static struct stmt back_q = SQL(
	"UPDATE deed"
	"   SET back_at = ?, back_by = ?"
	" WHERE id = ?"
	"   AND back_at IS NULL");

/* The request that kept a deed last: its own page may offer to take it back. */
static uint8_t last[sizeof(((struct actor *)0)->request)];

static const char *day_ago(const struct actor *by)
{
	return clock_time(by->arena, by->now - UNDO_HOURS * HOUR);
}

enum err undo_keep(const struct actor *by, const struct undo_deed *d)
{
	const struct bytes deed = BYTES(by->request);
	int64_t rows;
	enum err e = db_affect(&old_q, ARGS(A_(day_ago(by))), &rows);
	if (!e)
		e = db_exec(&keep_q,
			    ARGS(A_(deed), A_(by->station), A_(d->what), A_(d->target), A_(d->id),
				 A_(d->part ? d->part : DB_NONE), A_(d->was), A_(d->name),
				 A_(d->href), A_(by->staff), A_(actor_time(by))),
			    NULL);
	if (!e)
		memcpy(last, by->request, sizeof(last));
	return e;
}

const char *undo_ref(const struct actor *by)
{
	static const uint8_t none[sizeof(last)];
	if (!by->staff || !memcmp(last, none, sizeof(last)) ||
	    memcmp(last, by->request, sizeof(last)) != 0)
		return NULL;
	return hex_encode(by->arena, BYTES(by->request));
}

enum err undo_read(const struct actor *by, const char *ref, struct undo_row **v, size_t *n)
{
	uint8_t raw[sizeof(last)];
	const struct bytes deed = { raw, sizeof(raw) };
	int64_t spent = 0;
	if (!hex_decode(ref, raw, sizeof(raw)))
		return ERR_NOT_FOUND;
	enum err e = row_all(&read_q, ARGS(A_(deed), A_(by->station)), undo_row_cols, sizeof(**v),
			     v, n);
	if (!e && !*n)
		e = ERR_NOT_FOUND;
	if (!e)
		e = db_int(&spent_q, ARGS(A_(deed), A_(by->station), A_(day_ago(by))), &spent);
	return e ? e : spent ? ERR(ERR_UNDO, "a deed of %s", (*v)[0].at) : OK;
}

enum err undo_done(const struct actor *by, const struct undo_row *u)
{
	enum err e = db_change(&back_q, ARGS(A_(actor_time(by)), A_(by->staff), A_(u->id)));
	return e ? e : audit(by, "undo.back", u->target, u->target_id, u->what);
}
