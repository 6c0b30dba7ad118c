/*
 * bank-clock.c - the loop of the time bank: deposits follow the sealed ledger, withdrawals follow
 * their orders. It decides nothing; the rules are those of timebank.h. `bank-clock once` ends after
 * one turn.
 */
#include <string.h>

#include "aside.h"
#include "log.h"
#include "loop.h"
#include "timebank.h"

static struct stmt whose_q = SQL(
	"SELECT station_id, no"
	"  FROM service_record"
	" WHERE id = ?");
static const struct aside_work deposits = { "bank-clock",   "deposit",  "service_record",
					    bank_again_due, bank_again, &whose_q };

static bool once;

static enum err turn(struct turn *t)
{
	int64_t moved = 0, again = 0, settled = 0;
	enum err e = bank_follow(&t->by, &moved);
	if (!e)
		e = aside_round(&deposits, &t->by, &again);
	if (!e)
		e = bank_settle(&t->by, &settled);
	t->note = arena_fmt(t->by.arena, "%lld events followed, %lld withdrawals settled",
			    (long long)(moved + again), (long long)settled);
	t->quiet = !(moved + again + settled);
	t->over = once;
	if (!e && moved + again + settled)
		log_info("%s", t->note);
	return e;
}

static enum err set_back(void)
{
	return aside_set_back("bank-clock");
}

int main(int argc, char **argv)
{
	once = argc == 2 && strcmp(argv[1], "once") == 0;
	return loop_run(&(struct loop){ .name = "bank-clock",
					.turn = turn,
					.set_back = set_back,
					.pause_ms = 10000,
					.deaf = once });
}
