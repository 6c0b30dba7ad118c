/*
 * pack.c - an audit pack 抽查材料包 as the overseer took it away, without a station and without a
 * browser: what its page checks is checked here, with code of its own, and its key may be compared
 * with the one that was published.
 *
 * Three blocks of text in an HTML file, <script type="text/plain" id="rows|about|sign">: one record
 * a line, as JSON; what it is about, as JSON; a signature in hex over "zyz-pack-1" and the bytes of
 * `about`. chain_i is SHA-256(chain_{i-1} | line_i), chain_0 zeros; the last stands in `about`.
 */
#include <errno.h>
#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

static const char label[] = "zyz-pack-1", lot_label[] = "zyz-spot-1";
enum { FILE_MAX = 64000000, SIGNATURE = 64, LABEL = sizeof(label) - 1 };
enum { E_FORMAT, E_KIND, E_UID, E_NO = 4 }; /* parts of an event */

struct lot {
	int64_t rank;
	char hex[2 * UID + 1];
};
struct pack {
	const json_t *about;
	struct head head, draw_head;
	char seed[2 * HASH + 1];
	bool records; /* drawn one by one, not by whole activities */
	struct lot *lots;
	size_t rows, lots_n;
	uint8_t chain[HASH];
	int faults;
};

static void wrong(struct pack *p, const char *what)
{
	printf("FORGED      %s\n", what);
	p->faults++;
}

static const char *text(const json_t *j, const char *key)
{
	const char *s = json_string_value(json_object_get(j, key));
	return s ? s : "";
}

static bool number(const json_t *j, const char *key, int64_t *out)
{
	const json_t *n = json_object_get(j, key);
	*out = json_integer_value(n);
	return json_is_integer(n) && *out >= 0;
}

/* Nothing in it may move the cursor. */
static void show(const char *what, const char *s)
{
	printf("%-12s", what);
	for (; *s; s++)
		putchar((unsigned char)*s < 32 || *s == 127 ? '?' : *s);
	putchar('\n');
}

/* The text of a block, which there is once. */
static bool block(const char *file, const char *id, struct part *out)
{
	char begin[64];
	(void)snprintf(begin, sizeof(begin), "<script type=\"text/plain\" id=\"%s\">", id);
	const char *at = strstr(file, begin), *end;
	if (!at || strstr(at + 1, begin))
		return false;
	at += strlen(begin);
	end = strstr(at, "</script>");
	*out = (struct part){ (const uint8_t *)at, end ? (size_t)(end - at) : 0 };
	return end != NULL;
}

static bool head_read(const json_t *j, struct head *h)
{
	return number(j, "no", &h->no) && number(j, "size", &h->size) &&
	       number(j, "at_ms", &h->at_ms) && hex_in(text(j, "root"), h->root, HASH) &&
	       hex_in(text(j, "prev"), h->prev, HASH) &&
	       hex_in(text(j, "key"), h->key, sizeof(h->key)) &&
	       hex_in(text(j, "signature"), h->signature, SIGNATURE);
}

/* By the key of the pack, whatever number the head gives it. */
static bool head_holds(const struct head *h, const uint8_t public[HASH])
{
	struct key own;
	struct kept kept = { .keys = &own, .keys_n = 1 };
	memcpy(own.id, h->key, sizeof(own.id));
	memcpy(own.public, public, HASH);
	return head_signed(h, &kept);
}

static bool path_leads(const struct pack *p, const json_t *e, const uint8_t leaf[HASH])
{
	uint8_t path[PATH_HASHES][HASH];
	const char *s = text(e, "path");
	size_t n = strlen(s) / (2 * HASH);
	char one[2 * HASH + 1];
	int64_t place;
	if (strlen(s) % (2 * HASH) || n > PATH_HASHES || !number(e, "place", &place) ||
	    place >= p->head.size)
		return false;
	for (size_t i = 0; i < n; i++) {
		(void)snprintf(one, sizeof(one), "%.*s", 2 * HASH, s + i * 2 * HASH);
		if (!hex_in(one, path[i], HASH))
			return false;
	}
	return tree_climbs(leaf, place, p->head.size, path, n, p->head.root);
}

/* Its event is in the ledger under the head, and is of the record that the row names. */
static const char *row_wrong(const struct pack *p, const json_t *row, char uid[2 * UID + 1])
{
	uint8_t bytes[FIELDS_MAX], leaf[HASH];
	const json_t *j = json_object_get(row, "event");
	struct event e = { .id = 0 };
	struct part f[PARTS];
	size_t n = strlen(text(j, "fields")) / 2;
	*uid = '\0';
	if (!n || n > FIELDS_MAX || !hex_in(text(j, "fields"), bytes, n) ||
	    !hex_in(text(j, "uid"), e.uid, UID) ||
	    !hex_in(text(j, "commitment"), e.commitment, HASH) ||
	    strlen(text(j, "at")) >= sizeof(e.at))
		return "has no event of the ledger";
	e.fields = (struct part){ bytes, n };
	(void)snprintf(e.at, sizeof(e.at), "%s", text(j, "at"));
	if (!parts_read(e.fields, f, PARTS) || f[E_UID].n != UID ||
	    !part_is(f[E_FORMAT], "zyz-event-1") || !part_is(f[E_KIND], "effective") ||
	    !part_is(f[E_NO], text(row, "no")))
		return "says something else than its ledger event";
	hex_out(f[E_UID], uid);
	if (!event_leaf(&e, leaf) || !path_leads(p, j, leaf))
		return "is not in the ledger under the signed head";
	return NULL;
}

static void chain_on(struct pack *p, const char *line, size_t n)
{
	uint8_t *both = malloc(HASH + n);
	if (!both)
		abort();
	memcpy(both, p->chain, HASH);
	memcpy(both + HASH, line, n);
	sha256(both, HASH + n, p->chain);
	free(both);
}

/* What is drawn with one lot has one rank. A record's own uid is its lot. */
static void lot_add(struct pack *p, const json_t *row, const char *uid)
{
	struct lot l = { .rank = -1 };
	if (!number(row, "rank", &l.rank) || strlen(text(row, "lot")) != 2 * UID) {
		wrong(p, "a record has no lot");
		return;
	}
	(void)snprintf(l.hex, sizeof(l.hex), "%s", text(row, "lot"));
	if (p->records && *uid && strcmp(uid, l.hex) != 0)
		wrong(p, "a record has another lot than its own");
	p->lots = grown(p->lots, p->lots_n, sizeof(*p->lots));
	p->lots[p->lots_n++] = l;
}

static void row_check(struct pack *p, const char *line, size_t n)
{
	char uid[2 * UID + 1];
	json_t *row = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
	chain_on(p, line, n);
	p->rows++;
	if (!row) {
		wrong(p, "a record cannot even be read");
		return;
	}
	const char *what = row_wrong(p, row, uid);
	if (what) {
		printf("FORGED      record %.24s %s\n",
		       strpbrk(text(row, "no"), "\r\n\x1b") ? "?" : text(row, "no"), what);
		p->faults++;
	}
	lot_add(p, row, uid);
	json_decref(row);
}

static void rows_check(struct pack *p, struct part rows)
{
	const char *at = (const char *)rows.p, *end = at + rows.n, *line;
	uint8_t chain[HASH];
	int64_t says;
	for (; at < end && (line = memchr(at, '\n', (size_t)(end - at))); at = line + 1)
		row_check(p, at, (size_t)(line - at));
	if (at != end)
		wrong(p, "the end of the records is missing");
	if (!number(p->about, "rows", &says) || (size_t)says != p->rows)
		wrong(p, "there are more or fewer records than it says");
	if (!hex_in(text(p->about, "chain"), chain, HASH) || memcmp(chain, p->chain, HASH) != 0)
		wrong(p, "records were altered, left out, put in or changed places");
}

static int by_rank(const void *a, const void *b)
{
	const struct lot *x = a, *y = b;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void lot_order(const struct pack *p, const char *lot, uint8_t out[HASH])
{
	char root[2 * HASH + 1], signature[2 * SIGNATURE + 1], all[400];
	hex_out((struct part){ p->draw_head.root, HASH }, root);
	hex_out((struct part){ p->draw_head.signature, SIGNATURE }, signature);
	int n = snprintf(all, sizeof(all), "%s\n%s\n%s\n%s\n%s\n", lot_label, p->seed, root,
			 signature, lot);
	sha256((const uint8_t *)all, (size_t)n, out);
}

/* Ranks rise with the orders that follow from seed and head. */
static void lots_check(struct pack *p)
{
	uint8_t last[HASH] = { 0 }, order[HASH];
	size_t different = 0;
	int64_t drawn;
	bool good = true;
	if (p->lots_n)
		qsort(p->lots, p->lots_n, sizeof(*p->lots), by_rank);
	for (size_t i = 0; i < p->lots_n; i++) {
		bool same = i && p->lots[i].rank == p->lots[i - 1].rank;
		if (same) {
			good = good && !p->records &&
			       strcmp(p->lots[i].hex, p->lots[i - 1].hex) == 0;
			continue;
		}
		lot_order(p, p->lots[i].hex, order);
		good = good && memcmp(order, last, HASH) > 0;
		memcpy(last, order, HASH);
		different++;
	}
	if (!good)
		wrong(p, "the lots do not stand in the order that follows");
	if (!number(p->about, "drawn", &drawn) || !different || different > (size_t)drawn ||
	    (p->records && different != (size_t)drawn))
		wrong(p, "there are more or fewer lots than were drawn");
}

static void about_check(struct pack *p, struct part about, struct part sign,
			const uint8_t public[HASH])
{
	uint8_t signature[SIGNATURE], seed[HASH], hash[HASH], promised[HASH];
	char hex[2 * SIGNATURE + 1] = "";
	uint8_t *message = malloc(LABEL + about.n);
	if (!message)
		abort();
	memcpy(message, label, LABEL);
	memcpy(message + LABEL, about.p, about.n);
	if (sign.n == 2 * SIGNATURE)
		memcpy(hex, sign.p, sign.n);
	if (!hex_in(hex, signature, SIGNATURE) ||
	    crypto_sign_verify_detached(signature, message, LABEL + about.n, public) != 0)
		wrong(p, "the signature is not of what it is about");
	free(message);
	if (!head_read(json_object_get(p->about, "head"), &p->head) ||
	    !head_holds(&p->head, public))
		wrong(p, "the ledger head is not signed by the same key");
	if (!head_read(json_object_get(p->about, "draw_head"), &p->draw_head) ||
	    !head_holds(&p->draw_head, public))
		wrong(p, "the head of the draw is not signed by the same key");
	(void)snprintf(p->seed, sizeof(p->seed), "%s", text(p->about, "seed"));
	if (!hex_in(text(p->about, "seed"), seed, HASH) ||
	    !hex_in(text(p->about, "seed_hash"), promised, HASH) ||
	    (sha256(seed, HASH, hash), memcmp(hash, promised, HASH) != 0))
		wrong(p, "the seed is not the one that was promised");
}

/* The key that stands in it may be anybody's: it is good for as much as it was compared. */
static bool key_known(const struct kept *k, const uint8_t public[HASH])
{
	for (size_t i = 0; i < k->keys_n; i++)
		if (memcmp(k->keys[i].public, public, HASH) == 0)
			return true;
	return false;
}

static int say(const struct pack *p, const struct kept *k)
{
	int64_t found = 0, drawn = 0;
	(void)(number(p->about, "found", &found) && number(p->about, "drawn", &drawn));
	show("pack", text(p->about, "title"));
	show("region", text(p->about, "region"));
	show("from", text(p->about, "from"));
	show("to", text(p->about, "to"));
	printf("drawn       %lld of %lld\nrecords     %zu\nledger      %lld events\n",
	       (long long)drawn, (long long)found, p->rows, (long long)p->head.size);
	show("seed", p->seed);
	show("key", text(p->about, "key"));
	puts(k->keys_n ? "            as it was published"
		       : "            not compared with the published one (--key)");
	puts("signature   good");
	return WELL;
}

static int pack_judge(const struct kept *k, const char *file)
{
	struct part rows, about, sign;
	struct pack p = { .rows = 0 };
	uint8_t public[HASH];
	if (!block(file, "rows", &rows) || !block(file, "about", &about) ||
	    !block(file, "sign", &sign)) {
		fputs("zyz-verify: this is no audit pack\n", stderr);
		return CANNOT;
	}
	json_t *top = json_loadb((const char *)about.p, about.n, JSON_REJECT_DUPLICATES, NULL);
	p.about = top;
	p.records = strcmp(text(top, "what"), "record") == 0;
	if (!top || strcmp(text(top, "format"), label) != 0)
		wrong(&p, "it was altered: what it is about cannot even be read");
	else if (!hex_in(text(top, "key"), public, HASH))
		wrong(&p, "its key is none");
	else if (k->keys_n && !key_known(k, public))
		wrong(&p, "its key is not the one that was given");
	else {
		about_check(&p, about, sign, public);
		rows_check(&p, rows);
		lots_check(&p);
	}
	int rc = p.faults ? BROKEN : say(&p, k);
	free(p.lots);
	json_decref(top);
	return rc;
}

int pack_check(const struct kept *k, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *file = f ? malloc(FILE_MAX + 2) : NULL;
	size_t n = file ? fread(file, 1, FILE_MAX + 1, f) : 0;
	int rc = CANNOT;
	if (!f)
		fprintf(stderr, "zyz-verify: %s: %s\n", path, strerror(errno));
	else if (n > FILE_MAX || (file && memchr(file, 0, n)))
		fprintf(stderr, "zyz-verify: %s: this is no audit pack\n", path);
	else if (file) {
		file[n] = '\0';
		rc = pack_judge(k, file);
	}
	free(file);
	if (f)
		(void)fclose(f);
	return rc;
}
