/* records.c - records and their events side by side. */
#include "records.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { DIGEST = 16, TIME = 20, NO_TEXT = 25, ODD_MAX = 100 };
enum { EFFECTIVE = 1, ENDED = 2 }; /* events that were met */

struct record {
	uint8_t uid[UID], digest[DIGEST], commitment[HASH];
	int64_t version, place; /* place of the event of effect */
	char ended[TIME], no[NO_TEXT];
	char state; /* e, c, w: effective, corrected, withdrawn; else another */
	uint8_t events;
	bool dated;         /* has a time of effect */
	bool known, erased; /* the volunteer's commitment can be made; was erased */
	bool theirs;        /* counts for who it was proved as */
};
/* An event whose record says something else; told when the stream of rows has ended. */
struct odd {
	int64_t place, version;
	uint8_t uid[UID];
	uint8_t *fields;
	size_t n;
};
struct records {
	uint8_t key[crypto_shorthash_siphashx24_KEYBYTES];
	struct record *v;
	size_t n;
	uint32_t *at; /* hash table of numbers + 1 */
	size_t slots; /* a power of two, at least twice n */
	struct odd odd[ODD_MAX];
	size_t odds;
};

static const char *const names[RECORD_PARTS] = {
	"uid",    "version",  "number",   "station",  "activity",     "day",          "start",
	"end",    "minutes",  "evidence", "offline",  "category",     "published",    "logged at",
	"logger", "reviewer", "second",   "reviewed", "notice until", "effective at",
};

struct records *records_new(void)
{
	struct records *r = grown(NULL, 0, sizeof(*r));
	*r = (struct records){ .n = 0 };
	randombytes_buf(r->key, sizeof(r->key));
	return r;
}

/* uids are random, but somebody who writes into the table may choose them: the version is mixed in
 * and the probing is linear, so the worst is a slow run. */
static size_t slot_of(const struct records *r, const uint8_t uid[UID], int64_t version)
{
	uint64_t h;
	memcpy(&h, uid, sizeof(h));
	h = (h ^ (uint64_t)version * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
	return (size_t)(h >> 20) & (r->slots - 1);
}

static uint32_t *find(const struct records *r, const uint8_t uid[UID], int64_t version)
{
	size_t i = slot_of(r, uid, version);
	for (; r->at[i]; i = (i + 1) & (r->slots - 1)) {
		const struct record *one = &r->v[r->at[i] - 1];
		if (one->version == version && memcmp(one->uid, uid, UID) == 0)
			break;
	}
	return &r->at[i];
}

static void more_slots(struct records *r)
{
	free(r->at);
	r->slots = r->slots ? 4 * r->slots : 1024;
	r->at = calloc(r->slots, sizeof(*r->at));
	if (!r->at)
		exit(CANNOT);
	for (size_t i = 0; i < r->n; i++)
		*find(r, r->v[i].uid, r->v[i].version) = (uint32_t)(i + 1);
}

static void text_of(char *out, size_t size, struct part p)
{
	size_t n = p.n < size ? p.n : size - 1;
	if (n)
		memcpy(out, p.p, n);
	out[n] = '\0';
}

/* Under a key of this run alone, so that nobody can prepare two records that look the same. */
static void digest_of(const struct records *r, const uint8_t *p, size_t n, uint8_t out[DIGEST])
{
	crypto_shorthash_siphashx24(out, p, n, r->key);
}

/* The parts with their lengths before them, as the ledger writes them. */
static size_t joined(const struct part parts[RECORD_PARTS], uint8_t out[FIELDS_MAX])
{
	uint8_t *p = out;
	for (size_t i = 0; i < RECORD_PARTS; i++) {
		if (parts[i].n + 4 > (size_t)(out + FIELDS_MAX - p))
			break;
		for (int shift = 24; shift >= 0; shift -= 8)
			*p++ = (uint8_t)(parts[i].n >> shift);
		if (parts[i].n)
			memcpy(p, parts[i].p, parts[i].n);
		p += parts[i].n;
	}
	return (size_t)(p - out);
}

void records_add(struct records *r, const struct record_in *in)
{
	struct record one = { .place = NOWHERE };
	uint8_t fields[FIELDS_MAX];
	char version[24];
	if (in->parts[0].n != UID || r->n >= UINT32_MAX - 1)
		return;
	memcpy(one.uid, in->parts[0].p, UID);
	text_of(version, sizeof(version), in->parts[1]);
	(void)number_in(version, &one.version);
	text_of(one.no, sizeof(one.no), in->parts[2]);
	text_of(one.ended, sizeof(one.ended), in->ended);
	one.dated = in->parts[RECORD_PARTS - 1].n != 0;
	one.state = !strcmp(in->state, "effective")   ? 'e'
		    : !strcmp(in->state, "corrected") ? 'c'
		    : !strcmp(in->state, "withdrawn") ? 'w'
						      : '-';
	one.erased = in->erased;
	one.theirs = in->theirs;
	one.known = in->salt.n == UID && in->person.n == UID;
	digest_of(r, fields, joined(in->parts, fields), one.digest);
	if (one.known) {
		memcpy(fields, in->salt.p, UID);
		memcpy(fields + UID, in->person.p, UID);
		sha256(fields, 2 * UID, one.commitment);
	}
	if (2 * (r->n + 1) > r->slots)
		more_slots(r);
	r->v = grown(r->v, r->n, sizeof(*r->v));
	r->v[r->n++] = one;
	*find(r, one.uid, one.version) = (uint32_t)r->n;
}

static void odd(struct records *r, const struct event *e, int64_t place)
{
	if (r->odds == ODD_MAX) {
		fault(ALTERED, place, "its record says something else");
		return;
	}
	struct odd *o = &r->odd[r->odds++];
	*o = (struct odd){ .place = place, .version = e->version, .n = e->fields.n };
	memcpy(o->uid, e->record, UID);
	o->fields = malloc(o->n);
	if (!o->fields)
		exit(CANNOT);
	memcpy(o->fields, e->fields.p, o->n);
}

static void ended(const struct record *one, const struct event *e, int64_t place, struct part end)
{
	bool effective = strcmp(e->kind, "effective") == 0;
	if (effective ? end.n != 0 : !part_is(end, one->ended))
		fault(ALTERED, place,
		      "record %s version %lld: ended \"%.*s\" in the ledger, "
		      "\"%s\" in the record",
		      one->no, (long long)one->version, (int)end.n, (const char *)end.p,
		      one->ended);
	if (!effective && e->kind[0] != one->state)
		fault(ALTERED, place,
		      "record %s version %lld: %s in the ledger, not so in the "
		      "record",
		      one->no, (long long)one->version, e->kind);
}

void records_event(struct records *r, const struct event *e, int64_t place,
		   const struct part *parts)
{
	uint8_t digest[DIGEST];
	char no[NO_TEXT];
	uint32_t at = r->slots ? *find(r, e->record, e->version) : 0;
	if (!at) {
		text_of(no, sizeof(no), parts[4]);
		fault(REMOVED, place, "record %s version %lld is gone", no, (long long)e->version);
		return;
	}
	struct record *one = &r->v[at - 1];
	bool effective = strcmp(e->kind, "effective") == 0;
	if (effective)
		one->place = place;
	one->events |= effective ? EFFECTIVE : ENDED;
	const uint8_t *from = parts[RECORD_FIRST].p - 4, *to = parts[PARTS - 1].p - 4;
	digest_of(r, from, (size_t)(to - from), digest);
	if (memcmp(digest, one->digest, sizeof(digest)) != 0)
		odd(r, e, place);
	ended(one, e, place, parts[PARTS - 1]);
	if (one->known ? memcmp(one->commitment, e->commitment, HASH) != 0 : !one->erased)
		fault(ALTERED, place, "record %s version %lld: %s", one->no,
		      (long long)one->version,
		      one->known ? "the volunteer is not the one of the ledger"
				 : "the volunteer's salt is gone, though nobody was erased");
}

static void differ(void *ctx, const struct part now[RECORD_PARTS])
{
	const struct odd *o = ctx;
	struct part was[PARTS];
	char no[NO_TEXT];
	if (!parts_read((struct part){ o->fields, o->n }, was, PARTS))
		return;
	text_of(no, sizeof(no), was[4]);
	for (size_t i = 0; i < RECORD_PARTS; i++) {
		struct part before = was[RECORD_FIRST + i];
		if (before.n != now[i].n || (before.n && memcmp(before.p, now[i].p, before.n) != 0))
			fault(ALTERED, o->place,
			      "record %s version %lld: %s \"%.*s\" in the ledger, \"%.*s\" in the "
			      "record",
			      no, (long long)o->version, names[i], i ? (int)before.n : 0,
			      (const char *)before.p, i ? (int)now[i].n : 0,
			      (const char *)now[i].p);
	}
}

void records_end(struct source *s)
{
	struct records *r = s->records;
	for (size_t i = 0; i < r->odds; i++) {
		struct odd *o = &r->odd[i];
		if (s->record(s, o->uid, o->version, differ, o) != WELL)
			fault(ALTERED, o->place, "its record says something else");
	}
	for (size_t i = 0; i < r->n; i++) {
		const struct record *one = &r->v[i];
		bool was = one->events & EFFECTIVE, ends = one->events & ENDED;
		if (!one->theirs)
			fault(ALTERED, one->place,
			      "record %s version %lld counts for another than the ledger's "
			      "volunteer, and no merge says so",
			      one->no, (long long)one->version);
		if (!was && (one->dated || one->state == 'e'))
			fault(INSERTED, NOWHERE,
			      "record %s version %lld counts, but never took effect in the ledger",
			      one->no, (long long)one->version);
		else if (was && !ends && one->state != 'e')
			fault(ALTERED, one->place,
			      "record %s version %lld took effect, and no event ended it", one->no,
			      (long long)one->version);
	}
}

void records_free(struct records *r)
{
	for (size_t i = 0; r && i < r->odds; i++)
		free(r->odd[i].fields);
	if (r) {
		free(r->v);
		free(r->at);
	}
	free(r);
}
