/* facts_star.c - what must hold of a star, of those that one station gave and of those that an
 * overseer decided. */
#include "facts.h"

void star_judge(const struct star *s, int64_t have)
{
	const char *why = NULL;
	if (!s->marked)
		why = "bears no mark";
	else if (!s->decided && !s->before)
		why = s->of_level ? "nobody decided it" : "nobody proposed it";
	else if (s->given && !s->of_level && s->settled == s->decided)
		why = "given by whoever proposed it";
	else if (s->given && !s->of_level && !s->settled && !s->before)
		why = "given by nobody";
	else if (s->given && (!s->noticed || s->awarded <= s->noticed))
		why = "given before its notice had ended";
	if (why)
		fault(BREACH, NOWHERE, "star %lld, award %s: %s", (long long)s->star, s->ref, why);
	else if (!s->before && s->minutes > have)
		fault(BREACH, NOWHERE,
		      "star %lld, award %s: rests on %lld minutes where there are %lld",
		      (long long)s->star, s->ref, (long long)s->minutes, (long long)have);
}

/* Levels count from the province down: a higher one may decide for a lower. */
void decided_judge(const struct decided *d)
{
	const char *why = NULL;
	if (!d->proposer)
		why = "no station proposed it";
	else if (d->proposer == d->decider)
		why = "decided by whoever proposed it";
	else if (d->own)
		why = "proposed or decided by the volunteer";
	else if (!d->level || d->level > d->wanted_level)
		why = "decided below its level";
	else if (!d->entitled)
		why = "decided by no overseer of that level and place";
	else if (d->minutes < d->wanted)
		why = "rests on fewer minutes than its conditions ask for";
	if (why)
		fault(BREACH, NOWHERE, "award %s: %s", d->ref, why);
}
