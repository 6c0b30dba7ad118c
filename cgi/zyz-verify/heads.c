/* heads.c - signed heads: their lines, their signatures, how one follows the other. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

static const char label[] = "zyz-head-1";
enum { MESSAGE = sizeof(label) - 1 + 3 * 8 + 2 * HASH + 4 };

static uint8_t *number(uint8_t *to, int64_t n)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		*to++ = (uint8_t)((uint64_t)n >> shift);
	return to;
}

static void message(const struct head *h, uint8_t out[MESSAGE])
{
	uint8_t *p = out;
	memcpy(p, label, sizeof(label) - 1);
	p = number(p + sizeof(label) - 1, h->no);
	p = number(p, h->size);
	p = number(p, h->at_ms);
	memcpy(p, h->root, HASH);
	memcpy(p + HASH, h->prev, HASH);
	memcpy(p + 2 * HASH, h->key, sizeof(h->key));
}

void head_print(FILE *f, const struct head *h)
{
	char root[2 * HASH + 1], prev[2 * HASH + 1], key[9], signature[129];
	hex_out((struct part){ h->root, HASH }, root);
	hex_out((struct part){ h->prev, HASH }, prev);
	hex_out((struct part){ h->key, sizeof(h->key) }, key);
	hex_out((struct part){ h->signature, sizeof(h->signature) }, signature);
	fprintf(f, "head %lld %lld %lld %s %s %s %s\n", (long long)h->no, (long long)h->size,
		(long long)h->at_ms, root, prev, key, signature);
}

bool head_line(char *line, struct head *out)
{
	char *w[8], *rest = line;
	struct head h = { .no = 0 };
	for (int i = 0; i < 8; i++) {
		w[i] = strsep(&rest, " ");
		if (!w[i])
			return false;
	}
	bool good = !rest && strcmp(w[0], "head") == 0 && number_in(w[1], &h.no) &&
		    number_in(w[2], &h.size) && number_in(w[3], &h.at_ms) &&
		    hex_in(w[4], h.root, HASH) && hex_in(w[5], h.prev, HASH) &&
		    hex_in(w[6], h.key, sizeof(h.key)) &&
		    hex_in(w[7], h.signature, sizeof(h.signature));
	if (good)
		*out = h;
	return good;
}

void head_add(struct heads *h, const struct head *one)
{
	h->v = grown(h->v, h->n, sizeof(*h->v));
	h->v[h->n++] = *one;
}

/* By the key it names; a key that we were not given signs nothing. */
bool head_signed(const struct head *h, const struct kept *k)
{
	uint8_t text[MESSAGE];
	message(h, text);
	for (size_t i = 0; i < k->keys_n; i++)
		if (memcmp(k->keys[i].id, h->key, sizeof(h->key)) == 0)
			return crypto_sign_verify_detached(h->signature, text, sizeof(text),
							   k->keys[i].public) == 0;
	return false;
}

static void follows(const struct head *before, const struct head *h)
{
	static const uint8_t zeros[HASH];
	uint8_t text[MESSAGE + sizeof(before->signature)], prev[HASH];
	int64_t no = before ? before->no + 1 : 0;
	if (before) {
		message(before, text);
		memcpy(text + MESSAGE, before->signature, sizeof(before->signature));
		sha256(text, sizeof(text), prev);
	}
	if (h->no != no)
		fault(REMOVED, NOWHERE, "head %lld: the next one there is %lld", (long long)no,
		      (long long)h->no);
	else if (memcmp(before ? prev : zeros, h->prev, HASH) != 0)
		fault(ALTERED, NOWHERE, "head %lld: it does not follow the one before",
		      (long long)h->no);
	else if (before && h->size < before->size)
		fault(ALTERED, NOWHERE, "head %lld: over fewer events than the one before",
		      (long long)h->no);
}

static bool same(const struct head *a, const struct head *b)
{
	return a->size == b->size && a->at_ms == b->at_ms && memcmp(a->root, b->root, HASH) == 0 &&
	       memcmp(a->prev, b->prev, HASH) == 0 &&
	       memcmp(a->signature, b->signature, sizeof(a->signature)) == 0;
}

static int by_no(const void *a, const void *b)
{
	const struct head *x = a, *y = b;
	return x->no < y->no ? -1 : x->no > y->no;
}

/* Another key than the head before it: that one must have signed it. */
static void key_changes(const struct kept *k, const struct head *before, const struct head *h)
{
	char id[9], old[9];
	if (memcmp(before->key, h->key, sizeof(h->key)) == 0 || key_follows(k, h->key, before->key))
		return;
	hex_out((struct part){ h->key, sizeof(h->key) }, id);
	hex_out((struct part){ before->key, sizeof(h->key) }, old);
	fault(FORGED, NOWHERE, "head %lld: signed by key %s, and key %s never gave over to it",
	      (long long)h->no, id, old);
}

/* What was published must still be in the list, word for word. */
static void published(const struct heads *own, struct head *h)
{
	const struct head *there = own->n ? bsearch(h, own->v, own->n, sizeof(*own->v), by_no)
					  : NULL;
	if (!h->signed_well)
		fault(FORGED, NOWHERE, "published head %lld: its signature is not the key's",
		      (long long)h->no);
	else if (!there)
		fault(REMOVED, NOWHERE, "head %lld: published over %lld events, now missing",
		      (long long)h->no, (long long)h->size);
	else if (!same(there, h))
		fault(ALTERED, NOWHERE, "head %lld: another one was published", (long long)h->no);
}

void heads_check(struct heads *own, struct kept *k)
{
	for (size_t i = 0; i < own->n; i++) {
		struct head *h = &own->v[i];
		h->signed_well = head_signed(h, k);
		if (!h->signed_well)
			fault(FORGED, NOWHERE,
			      "head %lld over %lld events: its signature is not "
			      "the key's",
			      (long long)h->no, (long long)h->size);
		follows(i ? h - 1 : NULL, h);
		if (i && h->signed_well && h[-1].signed_well)
			key_changes(k, h - 1, h);
	}
	for (size_t i = 0; i < k->heads.n; i++) {
		struct head *h = &k->heads.v[i];
		h->signed_well = head_signed(h, k);
		published(own, h);
	}
}
