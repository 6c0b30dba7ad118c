/*
 * hours_event.c - what the ledger event costs: records take effect one by one, each in its own
 * transaction, by turns with the event and without it; or with and without what is asked of a
 * record before (record_unfit(): its mark and the rules). Linked so that both can be left out
 * (-Wl,--wrap); of no use but for measuring.
 *
 *	hours_event event|rules ACTIVITY_NUMBER ...
 */
#include <stdio.h>

#include "clock.h"
#include "config.h"
#include "record.h"
#include "secret.h"
#include "turns.h"

enum { TURN = 25 };

static bool with_event = true, with_rules = true;

enum err __real_ledger_events(const struct record_rows *r, const char *kind, int64_t now) MUST_USE;
enum err __wrap_ledger_events(const struct record_rows *r, const char *kind, int64_t now) MUST_USE;

enum err __wrap_ledger_events(const struct record_rows *r, const char *kind, int64_t now)
{
	return with_event ? __real_ledger_events(r, kind, now) : OK;
}

enum err __real_record_unfit(const struct actor *by, struct record_rows *r,
			     struct record_left *left) MUST_USE;
enum err __wrap_record_unfit(const struct actor *by, struct record_rows *r,
			     struct record_left *left) MUST_USE;

enum err __wrap_record_unfit(const struct actor *by, struct record_rows *r,
			     struct record_left *left)
{
	left->n = 0;
	return with_rules ? __real_record_unfit(by, r, left) : OK;
}

static struct stmt ids_q = SQL(
	"SELECT r.id"
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE a.no = ?"
	"   AND r.state = 'notice'"
	" ORDER BY r.id");

struct ids {
	int64_t v[TURNS_MOST];
	size_t n;
};

static enum err take(void *ctx, const struct row *r)
{
	struct ids *ids = ctx;
	if (ids->n < TURNS_MOST)
		ids->v[ids->n++] = r->cells[0].i;
	return OK;
}

static enum err one(void *ctx)
{
	struct actor by = actor_system(db_arena());
	struct record_left left;
	int64_t done, id = *(int64_t *)ctx;
	return record_effective(&by, arena_fmt(db_arena(), "[%lld]", (long long)id), &left, &done);
}

static enum err measure(struct arena *a, const struct ids *ids, bool *with_it)
{
	static struct turns t;
	enum err e = OK;
	for (size_t i = 0; !e && i < ids->n; i++) {
		int64_t id = ids->v[i];
		*with_it = i / TURN % 2;
		/* Statements are prepared in the first turns. */
		e = turns_run(&t, a, *with_it, i < 2 * TURN, one, &id);
	}
	if (e)
		return e;
	double with = turns_mean(&t, true), without = turns_mean(&t, false);
	printf("%.0f %.0f %.1f %.1f\n", 1e6 / with, 1e6 / without, 100 * (1 - without / with),
	       100 * (1 - turns_median(&t, false) / turns_median(&t, true)));
	return OK;
}

int main(int argc, char **argv)
{
	static struct ids ids;
	config_load();
	struct arena *a = arena_new();
	enum err e = secret_open();
	if (!e)
		e = secret_open_marks("record");
	if (!e)
		e = db_ready(a);
	bool rules = argc > 1 && str_eq(argv[1], "rules");
	for (int i = 2; !e && i < argc; i++)
		e = db_each(&ids_q, ARGS(A_((const char *)argv[i])), take, &ids);
	if (!e && ids.n < 4 * TURN)
		e = ERR(ERR_NOT_FOUND, "%zu records under notice are too few", ids.n);
	if (!e)
		e = measure(a, &ids, rules ? &with_rules : &with_event);
	if (e)
		fprintf(stderr, "hours_event: %s\n", err_text());
	db_close();
	arena_free(a);
	return e ? 1 : 0;
}
