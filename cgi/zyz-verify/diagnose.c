/*
 * diagnose.c - from what does not fit to what was done. A chain value belongs to one leaf behind
 * one other chain value, so a leaf tells where it stood first, and a gap in the chain which leaf it
 * misses.
 */
#include <string.h>

#include "verify.h"

static const uint8_t *before(const struct seen *s, size_t i)
{
	static const uint8_t zeros[HASH];
	return i ? s->rows[i - 1].chain : zeros;
}

static bool linked(const uint8_t chain[HASH], const struct row *r)
{
	uint8_t made[HASH];
	hash2(chain, r->leaf, made);
	return memcmp(made, r->chain, HASH) == 0;
}

/* The row behind which this one was sealed, + 1: its own first place; s->n + 1: none. */
static size_t first_place(const struct seen *s, size_t i)
{
	size_t k = 0;
	while (k <= s->n && (k == i || !linked(before(s, k), &s->rows[i])))
		k++;
	return k;
}

/* The row that was sealed behind the one before this; s->n: none. */
static size_t successor(const struct seen *s, size_t i)
{
	size_t j = i + 1;
	while (j < s->n && !linked(before(s, i), &s->rows[j]))
		j++;
	return j;
}

/* A leaf that was taken out leaves its event waiting. */
static bool taken_out(const struct seen *s, size_t i)
{
	for (size_t k = 0; k < s->waiting_n; k++) {
		uint8_t chain[HASH];
		hash2(before(s, i), s->waiting[k], chain);
		if (linked(chain, &s->rows[i]))
			return true;
	}
	return false;
}

void diagnose_chain(const struct seen *s, size_t i, bool cut_off)
{
	size_t from = first_place(s, i), next = successor(s, i);
	bool moved = from <= s->n, later = next < s->n;
	int64_t place = s->rows[i].place;
	const char *no = s->rows[i].no;
	if (moved && later)
		fault_order(REORDERED, place,
			    "the event of record %s was sealed at place %zu, that of "
			    "this place (record %s) stands at place %lld",
			    no, from, s->rows[next].no, (long long)s->rows[next].place);
	else if (later)
		fault_order(INSERTED, place,
			    "the event of record %s was never sealed here; what was "
			    "(record %s) stands at place %lld",
			    no, s->rows[next].no, (long long)s->rows[next].place);
	else if (moved)
		fault_order(REMOVED, place,
			    "the event of this place is gone; that of record %s, sealed "
			    "at place %zu, stands in its stead",
			    no, from);
	else if (!s->rows[i].fits)
		return; /* said of the event already */
	else if (cut_off || taken_out(s, i))
		fault_order(REMOVED, place,
			    "the event before that of record %s is gone, the others "
			    "moved up",
			    no);
	else
		fault_order(ALTERED, place, "event and leaf of record %s were changed together",
			    no);
}

/* Where a leaf stands among the rows; s->n: nowhere. */
static size_t row_of(const struct seen *s, const uint8_t leaf[HASH])
{
	size_t i = 0;
	while (i < s->n && memcmp(s->rows[i].leaf, leaf, HASH) != 0)
		i++;
	return i;
}

void diagnose_event(const struct seen *s, size_t i, const uint8_t made[HASH])
{
	const struct row *r = &s->rows[i];
	size_t other = row_of(s, made);
	if (other < s->n)
		fault_order(REORDERED, r->place,
			    "the event of record %s stands here, which was sealed "
			    "at place %lld",
			    r->no, (long long)s->rows[other].place);
	else
		fault(ALTERED, r->place, "the event of record %s is not what was sealed", r->no);
}

int64_t diagnose_kept(const struct seen *s, const struct kept *k)
{
	static const uint8_t unknown[HASH];
	size_t i = 0, then = 0, n = k->leaves_n < s->whole ? k->leaves_n : s->whole;
	while (i < n && (memcmp(k->leaves[i], unknown, HASH) == 0 ||
			 memcmp(k->leaves[i], s->rows[i].leaf, HASH) == 0))
		i++;
	if (i == n)
		return NOWHERE;
	const char *no = s->rows[i].no;
	size_t now = row_of(s, k->leaves[i]);
	while (then < k->leaves_n && memcmp(k->leaves[then], s->rows[i].leaf, HASH) != 0)
		then++;
	bool there = now < s->n, known = then < k->leaves_n;
	if (there && known)
		fault_order(REORDERED, (int64_t)i,
			    "the event of record %s was sealed at place %zu, that "
			    "of this place (record %s) stands at place %zu",
			    no, then, s->rows[now].no, now);
	else if (there)
		fault_order(INSERTED, (int64_t)i,
			    "the event of record %s was put in later; what was "
			    "kept of this place stands at place %zu",
			    no, now);
	else if (known)
		fault_order(REMOVED, (int64_t)i,
			    "the event of this place is gone; that of record %s, "
			    "sealed at place %zu, stands in its stead",
			    no, then);
	else
		fault_order(ALTERED, (int64_t)i,
			    "the event of record %s is not the one that was sealed", no);
	return (int64_t)i;
}
