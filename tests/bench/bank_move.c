/*
 * bank_move.c - a worker of the time bank that moves time between people as fast as it may, by the
 * verb that pages call: for measuring what one transfer costs, and to be killed in the middle.
 *
 *	bank_move FIRST LAST TRANSFERS        ids of accounts; 0: until it is killed
 */
#include <stdio.h>
#include <stdlib.h>

#include "config.h"
#include "db.h"
#include "secret.h"
#include "timebank.h"

struct moving {
	struct actor by;
	struct bank_move m;
};

static enum err moved(void *ctx)
{
	const struct moving *v = ctx;
	return bank_transfer(&v->by, &v->m);
}

static int64_t any(int64_t first, int64_t last)
{
	uint64_t r;
	secret_random(&r, sizeof(r));
	return first + (int64_t)(r % (uint64_t)(last - first + 1));
}

static struct stmt station_q = SQL(
	"SELECT station_id"
	"  FROM timebank_account"
	" WHERE id = ?");

/* One that the giver could not afford is no failure. */
static enum err once(struct arena *a, int64_t first, int64_t last, int64_t station)
{
	struct moving v = { .by = actor_system(a) };
	v.m = (struct bank_move){ .uid = secret_uid(a),
				  .from = any(first, last),
				  .to = any(first, last),
				  .minutes = any(1, 60),
				  .kind = "give",
				  .station = station };
	if (v.m.from == v.m.to)
		v.m.to = v.m.to == last ? first : last;
	enum err e = db_tx(moved, &v);
	if (e != ERR_CHECK && e != ERR_RETRY)
		return e;
	err_clear();
	return OK;
}

int main(int argc, char **argv)
{
	int64_t station = 0, v[3] = { 0 };
	for (int i = 0; i < 3 && argc == 4; i++)
		v[i] = strtoll(argv[i + 1], NULL, 10);
	config_load();
	struct arena *a = arena_new();
	enum err e = v[0] < v[1] ? secret_open() : ERR(ERR_BAD_REQUEST, "which accounts");
	if (!e)
		e = db_ready(a);
	if (!e)
		e = db_int(&station_q, ARGS(A_(v[0])), &station);
	for (int64_t i = 0; !e && (!v[2] || i < v[2]); i++) {
		arena_reset(a);
		e = once(a, v[0], v[1], station);
	}
	if (e)
		fprintf(stderr, "bank_move: %s %s\n", err_name(e), err_text());
	db_close();
	arena_free(a);
	return e ? 1 : 0;
}
