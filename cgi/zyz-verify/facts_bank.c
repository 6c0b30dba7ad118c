/* facts_bank.c - what volunteers are called; and the time bank: what an account holds is the sum of
 * its entries, nothing is below its limit, all together are zero, and whoever saved an hour has a
 * record of it that is in force. */
#include "facts.h"

void facts_rank(struct facts *f, const struct rank *r)
{
	FILE *out = facts_out(f);
	if (out) {
		fprintf(out, "rank - %lld %lld\n", (long long)r->star, (long long)r->awarded);
		return;
	}
	fault(BREACH, NOWHERE, "volunteer %s: has star %lld, awarded was %lld", r->who,
	      (long long)r->star, (long long)r->awarded);
}

void facts_account(struct facts *f, const struct account *a)
{
	FILE *out = facts_out(f);
	if (out) {
		fprintf(out, "account %s %lld %lld %lld %lld %lld\n", a->ref, (long long)a->balance,
			(long long)a->floor, (long long)a->debt, (long long)a->moved,
			(long long)a->borrowed);
		return;
	}
	if (a->balance != a->moved)
		fault(BREACH, NOWHERE, "account %s: holds %lld minutes, its entries say %lld",
		      a->ref, (long long)a->balance, (long long)a->moved);
	if (a->balance < a->floor)
		fault(BREACH, NOWHERE, "account %s: %lld minutes, below its limit %lld", a->ref,
		      (long long)a->balance, (long long)a->floor);
	if (a->debt != a->borrowed)
		fault(BREACH, NOWHERE, "account %s: owes %lld minutes, its entries say %lld",
		      a->ref, (long long)a->debt, (long long)a->borrowed);
}

void facts_balance(struct facts *f, const struct balance *b)
{
	FILE *out = facts_out(f);
	if (out) {
		fprintf(out, "balance %lld %lld\n", (long long)b->sum, (long long)b->owed);
		return;
	}
	if (b->sum)
		fault(BREACH, NOWHERE, "time bank: all accounts together hold %lld minutes, not 0",
		      (long long)b->sum);
	if (b->owed)
		fault(BREACH, NOWHERE,
		      "time bank: %lld minutes are owed that no debt account has put in",
		      (long long)b->owed);
}

/* Time that is still saved of a record: minutes with those that were returned taken away. What the
 * loop has not followed yet is no breach, nor what lapsed when somebody was erased. */
void facts_saved(struct facts *f, const struct saved *s)
{
	FILE *out = facts_out(f);
	const char *why = NULL;
	if (out) {
		fprintf(out, "saved %s %lld %lld %d %d %d\n", s->no, (long long)s->minutes,
			(long long)s->record, s->effective, s->waits, s->theirs);
		return;
	}
	if (!s->record)
		why = "there is no record of it";
	else if (s->minutes < 0)
		why = "more was returned than saved";
	else if (s->minutes > s->record)
		why = "more is saved than was served";
	else if (s->minutes && !s->effective && !s->waits)
		why = "the record is not in force";
	else if (s->minutes && !s->theirs)
		why = "saved for somebody else";
	if (why)
		fault(BREACH, NOWHERE, "saved time of record %s, %lld minutes: %s", s->no,
		      (long long)s->minutes, why);
}

static const char *const sums[SUM_KINDS] = { "green account, points of a year",
					     "green account, points of a year's drops",
					     "green account, drops of a day",
					     "green account, points of a drop",
					     "gift, pieces taken",
					     "gift, pieces on the shelf",
					     "exchange, points paid",
					     "hours held for an exchange or a withdrawal",
					     "hours spent on an exchange or a withdrawal",
					     "note between installations",
					     "time by a note that nobody issued" };

void facts_sum(struct facts *f, const struct sum *s)
{
	FILE *out = facts_out(f);
	const char *what = s->what >= 0 && s->what < SUM_KINDS ? sums[s->what] : "sum";
	if (out) {
		fprintf(out, "sum %s %lld %lld %lld %lld\n", s->ref, (long long)s->what,
			(long long)s->kept, (long long)s->said, (long long)s->most);
		return;
	}
	if (s->kept != s->said)
		fault(BREACH, NOWHERE, "%s, %s: %lld are kept, the rows say %lld", what, s->ref,
		      (long long)s->kept, (long long)s->said);
	if (s->kept < 0)
		fault(BREACH, NOWHERE, "%s, %s: %lld, below zero", what, s->ref,
		      (long long)s->kept);
	if (s->most >= 0 && s->kept > s->most)
		fault(BREACH, NOWHERE, "%s, %s: %lld, where the rules allow %lld", what, s->ref,
		      (long long)s->kept, (long long)s->most);
}
