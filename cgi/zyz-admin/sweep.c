/*
 * sweep.c - what may go once it is old: sessions, the tries of posting, comparisons, superseded
 * postings, the log of acts. A table is walked by its ids, which grow with time, some hundreds in
 * each transaction, and left at the first that is young; how old, says a setting (config.h). Never
 * what a proof needs: records, consents, the ledger and the newest that a platform took stay.
 *
 * How long: records ten years at least (GB/T 40143-2021, 5.2.2), logs one year at least (rules for
 * government sites of 2024-07-01).
 */
#include <stdio.h>

#include "actor.h"
#include "admin.h"
#include "audit.h"
#include "config.h"

enum { PATIENCE = 600, STATEMENTS = 3 };

/* NAME_old: where the next 500 rows after an id end to be old, NULL when none of them is. NAME_go:
 * the rows of this step that are old go, with what hangs on them. */
/* A newer version of the same thing was taken by the same platform, and is as old. */
#define SUPERSEDED \
	"  JOIN outbox n ON n.destination_id = o.destination_id AND n.item_key = o.item_key" \
	"                AND n.version > o.version AND n.state = 'accepted'" \
	"  LEFT JOIN reconcile_diff d ON d.outbox_id = o.id" \
	" WHERE o.id > ?" \
	"   AND o.id <= ?" \
	"   AND o.created_at < NOW() - INTERVAL ? DAY" \
	"   AND n.created_at < NOW() - INTERVAL ? DAY" \
	"   AND o.state NOT IN ('waiting', 'leased', 'parked')" \
	"   AND d.id IS NULL"
static struct stmt session_old = SQL(
	"SELECT MAX(x.id)"
	"  FROM (SELECT id, expires_at AS at FROM session WHERE id > ? ORDER BY id LIMIT 500) x"
	" WHERE x.at < NOW() - INTERVAL ? DAY");
static struct stmt session_go = SQL(
	"DELETE s"
	"  FROM session s"
	" WHERE s.id > ?"
	"   AND s.id <= ?"
	"   AND s.expires_at < NOW() - INTERVAL ? DAY");
static struct stmt attempt_old = SQL(
	"SELECT MAX(x.id)"
	"  FROM (SELECT id, at FROM attempt WHERE id > ? ORDER BY id LIMIT 500) x"
	" WHERE x.at < NOW() - INTERVAL ? DAY");
static struct stmt attempt_go = SQL(
	"DELETE a"
	"  FROM attempt a"
	"  JOIN outbox o ON o.id = a.outbox_id"
	" WHERE a.id > ?"
	"   AND a.id <= ?"
	"   AND a.at < NOW() - INTERVAL ? DAY"
	"   AND o.state NOT IN ('waiting', 'leased', 'parked')");
/* Of a comparison with a difference that nobody has dealt with, all stays. */
static struct stmt reconcile_old = SQL(
	"SELECT MAX(x.id)"
	"  FROM (SELECT id, asked_at AS at FROM reconcile_run WHERE id > ? ORDER BY id LIMIT 500) x"
	" WHERE x.at < NOW() - INTERVAL ? DAY");
static struct stmt reconcile_go = SQL(
	"DELETE d"
	"  FROM reconcile_diff d"
	"  JOIN reconcile_run r ON r.id = d.run_id"
	" WHERE r.id > ?"
	"   AND r.id <= ?"
	"   AND r.asked_at < NOW() - INTERVAL ? DAY"
	"   AND d.state = 'mended'");
static struct stmt reconcile_go_2 = SQL(
	"DELETE p"
	"  FROM reconcile_part p"
	"  JOIN reconcile_run r ON r.id = p.run_id"
	" WHERE r.id > ?"
	"   AND r.id <= ?"
	"   AND r.asked_at < NOW() - INTERVAL ? DAY"
	"   AND NOT EXISTS (SELECT 1 FROM reconcile_diff d WHERE d.run_id = r.id)");
static struct stmt reconcile_go_3 = SQL(
	"DELETE r"
	"  FROM reconcile_run r"
	" WHERE r.id > ?"
	"   AND r.id <= ?"
	"   AND r.asked_at < NOW() - INTERVAL ? DAY"
	"   AND NOT EXISTS (SELECT 1 FROM reconcile_diff d WHERE d.run_id = r.id)");
static struct stmt outbox_old = SQL(
	"SELECT MAX(x.id)"
	"  FROM (SELECT id, created_at AS at FROM outbox WHERE id > ? ORDER BY id LIMIT 500) x"
	" WHERE x.at < NOW() - INTERVAL ? DAY");
static struct stmt outbox_go = SQL(
	"DELETE t"
	"  FROM attempt t"
	"  JOIN outbox o ON o.id = t.outbox_id" SUPERSEDED);
static struct stmt outbox_go_2 = SQL(
	"DELETE t"
	"  FROM receipt t"
	"  JOIN outbox o ON o.id = t.outbox_id" SUPERSEDED);
static struct stmt outbox_go_3 = SQL(
	"DELETE o"
	"  FROM outbox o" SUPERSEDED);
static struct stmt unmask_old = SQL(
	"SELECT MAX(x.id)"
	"  FROM (SELECT id, at FROM unmask WHERE id > ? ORDER BY id LIMIT 500) x"
	" WHERE x.at < NOW() - INTERVAL ? DAY");
static struct stmt unmask_go = SQL(
	"DELETE u"
	"  FROM unmask u"
	" WHERE u.id > ?"
	"   AND u.id <= ?"
	"   AND u.at < NOW() - INTERVAL ? DAY");
static struct stmt audit_old = SQL(
	"SELECT MAX(x.id)"
	"  FROM (SELECT id, at FROM audit WHERE id > ? ORDER BY id LIMIT 500) x"
	" WHERE x.at < NOW() - INTERVAL ? DAY");
static struct stmt audit_go = SQL(
	"DELETE a"
	"  FROM audit a"
	" WHERE a.id > ?"
	"   AND a.id <= ?"
	"   AND a.at < NOW() - INTERVAL ? DAY");

static const struct sweep {
	const char *table;
	const int64_t *days;
	struct stmt *old, *go[STATEMENTS];
	int times; /* that each of `go` asks for the days */
} sweeps[] = {
	{ "session", &cfg.session_days, &session_old, { &session_go }, 1 },
	{ "attempt", &cfg.attempt_days, &attempt_old, { &attempt_go }, 1 },
	{ "reconcile_run",
	  &cfg.reconcile_days,
	  &reconcile_old,
	  { &reconcile_go, &reconcile_go_2, &reconcile_go_3 },
	  1 },
	{ "outbox", &cfg.outbox_days, &outbox_old, { &outbox_go, &outbox_go_2, &outbox_go_3 }, 2 },
	{ "unmask", &cfg.audit_days, &unmask_old, { &unmask_go }, 1 },
	{ "audit", &cfg.audit_days, &audit_old, { &audit_go }, 1 },
};

struct sweeping {
	const struct sweep *what;
	int64_t from, to, rows, gone;
};

/* One transaction; the last statement is about the table itself. */
static enum err sweep_rows(void *ctx)
{
	struct sweeping *w = ctx;
	int64_t days = *w->what->days;
	struct arg v[] = { arg_int(w->from), arg_int(w->to), arg_int(days), arg_int(days) };
	enum err e = OK;
	for (int i = 0; !e && i < STATEMENTS && w->what->go[i]; i++)
		e = db_affect(w->what->go[i], (struct args){ v, 2 + (size_t)w->what->times },
			      &w->rows);
	return e;
}

static enum err sweep_step(struct sweeping *w)
{
	enum err e = db_int(w->what->old, ARGS(A_(w->from), A_(*w->what->days)), &w->to);
	if (e || w->to == DB_NONE)
		return e;
	e = db_tx(sweep_rows, w);
	if (!e) {
		w->gone += w->rows;
		w->from = w->to;
	}
	return e;
}

static enum err sweep_table(const struct sweep *s, struct arena *step)
{
	struct sweeping w = { .what = s, .from = -INT64_MAX };
	enum err e = OK;
	do {
		arena_reset(step);
		e = sweep_step(&w);
	} while (!e && w.to != DB_NONE);
	if (e || !w.gone)
		return e;
	printf("%s: %lld rows older than %lld days\n", s->table, (long long)w.gone,
	       (long long)*s->days);
	struct actor by = actor_system(step);
	return audit(&by, "sweep.rows", s->table, 0, arena_fmt(step, "%lld", (long long)w.gone));
}

enum err admin_sweep(struct arena *a, char **args)
{
	struct arena *step = arena_new();
	(void)args;
	enum err e = db_patience(PATIENCE, a);
	struct arena *before = db_use(step);
	for (size_t i = 0; !e && i < sizeof(sweeps) / sizeof(sweeps[0]); i++)
		e = sweep_table(&sweeps[i], step);
	(void)db_use(before);
	arena_free(step);
	return e;
}
