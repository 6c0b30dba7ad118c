/* facts_hour.c - what can be said of one hour alone. */
#include "facts.h"

#include <string.h>

enum { SLACK = 120, DAY = 86400, BEIJING = 8 * 3600 };

void hour_breach(const struct hour *h, const char *why)
{
	fault(BREACH, NOWHERE, "record %s version %lld: %s", h->no, (long long)h->version, why);
}

static bool same_day(int64_t a, int64_t b)
{
	return (a + BEIJING) / DAY == (b + BEIJING) / DAY;
}

static void judge_times(const struct hour *h)
{
	if (h->from < h->begins - SLACK || h->to > h->ends + SLACK || h->to <= h->from)
		hour_breach(h, "outside the times of its activity");
	else if (!same_day(h->from, h->to) || !same_day(h->from, h->begins))
		hour_breach(h, "on another day than its activity");
	else if (h->evidence != 'b' && (!h->published || h->published > h->begins))
		hour_breach(h, "its activity was not published before it began");
}

static void judge_people(const struct hour *h)
{
	if (!h->reviewer)
		hour_breach(h, "nobody reviewed it");
	else if (h->reviewer == h->logger || (h->second && h->second == h->logger))
		hour_breach(h, "reviewed by whoever logged it");
	else if (h->second == h->reviewer)
		hour_breach(h, "both reviewers are the same");
	else if (h->two && !h->second)
		hour_breach(h, "one reviewer where two are needed");
}

/* What can be said of one hour alone. */
void hour_judge(const struct hour *h)
{
	if (h->state == 'x')
		return;
	if (h->state != 'e' && h->reviewer && !h->marked)
		hour_breach(h, "reviewed, but without a mark");
	if (h->state == 't')
		return;
	judge_people(h);
	judge_times(h);
	if (h->state == 'e' && (!h->noticed || h->effective <= h->noticed))
		hour_breach(h, "took effect before its notice had ended");
}
