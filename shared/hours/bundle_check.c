/* bundle_check.c - may a bundle be believed: signature, ledger head, each record and its proof. */
#include "bundle_inside.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "merkle.h"
#include "secret.h"

enum { PARTS = 23, DAY = 86400, SLACK = 600 };
/* The parts of an event's fields that a record repeats; record.h has the whole list. */
enum { FORMAT, KIND, UID, NO = 4, SERVED_ON = 7, STARTS_AT, ENDS_AT, MINUTES, EVIDENCE };

static bool parts_of(struct bytes fields, struct bytes out[PARTS])
{
	const uint8_t *p = fields.p;
	size_t left = fields.n;
	for (size_t i = 0; i < PARTS; i++) {
		if (left < 4)
			return false;
		size_t n = (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
		if (n > left - 4)
			return false;
		out[i] = (struct bytes){ p + 4, n };
		p += 4 + n;
		left -= 4 + n;
	}
	return left == 0;
}

static bool says(struct bytes part, const char *s)
{
	return part.n == strlen(s) && memcmp(part.p, s, part.n) == 0;
}

static bool as_in_the_ledger(struct arena *a, const struct bundle_record *r)
{
	struct bytes p[PARTS];
	int64_t from, to;
	return parts_of(r->fields, p) && says(p[FORMAT], "zyz-event-1") &&
	       says(p[KIND], str_or(r->kind, "effective")) &&
	       str_eq(hex_encode(a, p[UID]), r->key) && says(p[NO], r->no) &&
	       says(p[SERVED_ON], r->served_on) && says(p[STARTS_AT], r->starts_at) &&
	       says(p[ENDS_AT], r->ends_at) &&
	       says(p[MINUTES], arena_fmt(a, "%lld", (long long)r->minutes)) &&
	       says(p[EVIDENCE], r->evidence) &&
	       str_in(r->evidence, "scan,met,list,declared,backfill") &&
	       clock_parse_time(r->starts_at, &from) && clock_parse_time(r->ends_at, &to) &&
	       strlen(r->served_on) == 10 && strncmp(r->starts_at, r->served_on, 10) == 0 &&
	       clock_day_no(to - 1) == clock_day_no(from) && from % 60 == 0 && r->minutes > 0 &&
	       to - from == r->minutes * 60;
}

static bool proven(struct arena *a, const struct bundle *b, const struct bundle_record *r)
{
	uint8_t leaf[MERKLE_HASH];
	struct bytes entry = ledger_entry(a, r->event, r->at, b->commitment, r->fields);
	merkle_leaf(entry.p, entry.n, leaf);
	return merkle_proves(leaf, r->place, b->head.head.size, r->path.p, r->path.n / MERKLE_HASH,
			     b->head.head.root.p);
}

static const char *record_fault(struct arena *a, const struct bundle *b,
				const struct bundle_record *r, int64_t now)
{
	if (!as_in_the_ledger(a, r))
		return "record";
	if (strcmp(r->ends_at, clock_time(a, now + SLACK)) > 0)
		return "future";
	return proven(a, b, r) ? NULL : "proof";
}

static int by_key(const void *x, const void *y)
{
	const struct bundle_record *const *a = x, *const *b = y;
	return strcmp((*a)->key, (*b)->key);
}

static int by_start(const void *x, const void *y)
{
	const struct bundle_record *const *a = x, *const *b = y;
	return strcmp((*a)->starts_at, (*b)->starts_at);
}

/* What stands where in the file, the ended ones behind the others. */
static const struct bundle_record *entry(const struct bundle *b, size_t i)
{
	return i < b->n ? &b->records[i] : &b->ended[i - b->n];
}

static size_t place_of(const struct bundle *b, const struct bundle_record *r)
{
	bool ended = b->ended_n && r >= b->ended && r < b->ended + b->ended_n;
	return (size_t)(ended ? r - b->ended + (ptrdiff_t)b->n : r - b->records) + 1;
}

/* Nobody is at two places at once, and no record counts twice, or counts and has ended. */
static void compare(struct arena *a, const struct bundle *b, struct bundle_fault *f)
{
	size_t all = b->n + b->ended_n;
	const struct bundle_record **v = arena_array(a, all, sizeof(const struct bundle_record *));
	for (size_t i = 0; i < all; i++)
		v[i] = entry(b, i);
	qsort(v, all, sizeof(*v), by_key);
	for (size_t i = 1; !f->word && i < all; i++)
		if (strcmp(v[i - 1]->key, v[i]->key) == 0)
			*f = (struct bundle_fault){ "duplicate", place_of(b, v[i]) };
	for (size_t i = 0; i < b->n; i++)
		v[i] = &b->records[i];
	qsort(v, b->n, sizeof(*v), by_start);
	for (size_t i = 1; !f->word && i < b->n; i++)
		if (strcmp(v[i - 1]->ends_at, v[i]->starts_at) > 0)
			*f = (struct bundle_fault){ "overlap", place_of(b, v[i]) };
}

static const char *unsigned_part(struct arena *a, struct bytes file, const struct bundle *b,
				 struct bytes public_key)
{
	const char *p = (const char *)file.p;
	if (file.n <= BUNDLE_TAIL_BYTES ||
	    !secret_verify(public_key, bundle_message(a, p, file.n - BUNDLE_TAIL_BYTES),
			   b->signature))
		return "altered";
	if (!secret_verify(public_key, ledger_message(a, &b->head.head), b->head.signature))
		return "head";
	return NULL;
}

static const char *whole_unsound(struct arena *a, const struct bundle *b, int64_t now)
{
	if (strcmp(b->made_at, clock_time(a, now + SLACK)) > 0 ||
	    b->head.head.at_ms / 1000 > now + DAY)
		return "future";
	return b->n || b->ended_n || b->declared_n || b->brought_n || b->notes_n ? NULL : "empty";
}

/* No day to come, and none of them twice. */
static void compare_declared(struct arena *a, const struct bundle *b, int64_t now,
			     struct bundle_fault *f)
{
	size_t n = b->declared_n;
	const struct bundle_record **v;
	v = arena_array(a, n + 1, sizeof(const struct bundle_record *));
	for (size_t i = 0; i < n; i++) {
		v[i] = &b->declared[i];
		if (!f->word && strcmp(v[i]->served_on, clock_day(a, now)) > 0)
			f->word = "future";
	}
	qsort(v, n, sizeof(*v), by_key);
	for (size_t i = 1; !f->word && i < n; i++)
		if (strcmp(v[i - 1]->key, v[i]->key) == 0)
			f->word = "duplicate";
}

bool bundle_sound(struct arena *a, const struct bundle *b, int64_t now, struct bundle_fault *f)
{
	*f = (struct bundle_fault){ whole_unsound(a, b, now), 0 };
	for (size_t i = 0; !f->word && i < b->n + b->ended_n; i++) {
		const char *word = record_fault(a, b, entry(b, i), now);
		if (word)
			*f = (struct bundle_fault){ word, i + 1 };
	}
	if (!f->word && b->n + b->ended_n)
		compare(a, b, f);
	if (!f->word && b->declared_n)
		compare_declared(a, b, now, f);
	return !f->word;
}

bool bundle_check(struct arena *a, struct bytes file, const struct bundle *b,
		  struct bytes public_key, int64_t now, struct bundle_fault *f)
{
	*f = (struct bundle_fault){ unsigned_part(a, file, b, public_key), 0 };
	return !f->word && bundle_sound(a, b, now, f);
}
