/* destination.c - stopped ones go on, comparisons are asked for, differences are closed. */
#include "destination.h"

#include "audit.h"
#include "outbox.h"
#include "wake.h"

static struct stmt resume_q = SQL(
	"UPDATE destination"
	"   SET state = 'on', stop_reason = NULL"
	" WHERE id = ?"
	"   AND state = 'stopped'");
static struct stmt close_q = SQL(
	"UPDATE breaker"
	"   SET state = 'closed', fails = 0, open_until = NULL, version = version + 1"
	" WHERE destination_id = ?");
static struct stmt ask_q = SQL(
	"INSERT INTO reconcile_run (destination_id, asked_by)"
	" SELECT d.id, ?"
	"  FROM destination d"
	" WHERE d.enabled = 1"
	"   AND d.state = 'on'"
	"   AND NOT EXISTS (SELECT 1 FROM reconcile_run r WHERE r.destination_id = d.id"
	"       AND r.state = 'asked')");
static struct stmt mended_q = SQL(
	"UPDATE reconcile_diff"
	"   SET state = 'mended', mended_by = ?, mended_at = NOW()"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt compare_q = SQL(
	"UPDATE destination"
	"   SET reconcile_only = 1"
	" WHERE id = ?");
static struct stmt runs_q = SQL(
	"UPDATE reconcile_run"
	"   SET state = 'failed', ended_at = NOW(), note = 'restored'"
	" WHERE destination_id = ?"
	"   AND state IN ('asked', 'running')");
static struct stmt breaker_q = SQL(
	"DELETE FROM breaker"
	" WHERE destination_id = ?");

enum err destination_resume(const struct actor *by, int64_t id)
{
	int64_t rows;
	enum err e = db_change(&resume_q, ARGS(A_(id)));
	if (!e)
		e = db_affect(&close_q, ARGS(A_(id)), &rows);
	wake_loop(WAKE_POST);
	return e ? e : audit(by, "destination.resume", "destination", id, NULL);
}

enum err destinations_compare(const struct actor *by)
{
	enum err e = db_exec(&ask_q, ARGS(A_(by->staff)), NULL);
	wake_loop(WAKE_POST);
	return e ? e : audit(by, "reconcile.ask", "reconcile_run", 0, NULL);
}

enum err difference_mended(const struct actor *by, int64_t id)
{
	return db_change(&mended_q, ARGS(A_(by->staff), A_(id)));
}

enum err destination_restored(const struct actor *by, int64_t id, int64_t *waiting)
{
	int64_t rows;
	enum err e = db_affect(&compare_q, ARGS(A_(id)), &rows);
	if (!e)
		e = db_affect(&runs_q, ARGS(A_(id)), &rows);
	if (!e)
		e = db_affect(&breaker_q, ARGS(A_(id)), &rows);
	if (!e)
		e = outbox_doubt(id, waiting);
	return e ? e : audit(by, "destination.restored", "destination", id, NULL);
}
