/*
 * bundle.c - a bundle of records that a volunteer takes along, without any station: is it signed,
 * does its ledger head hold, is each record in that ledger. Reads the file by the words of
 * shared/hours/bundle.h and with code of its own.
 */
#include <errno.h>
#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

static const char begin[] = "{\"format\":\"zyz-bundle-1\",", tail[] = ",\"signature\":\"";
enum { FILE_MAX = 20000000, DEPTH = 4 };
enum { SIGNATURE = 64, TAIL = sizeof(tail) - 1 + 2 * SIGNATURE + 3 };
enum { KEYS_ID = 4 };
/* Places of what a record repeats among the parts of its event. */
enum { E_FORMAT, E_KIND, E_UID, E_NO = 4, E_DAY = 7, E_STARTS, E_ENDS, E_MINUTES, E_EVIDENCE };

struct bundle {
	const json_t *top, *head, *all, *ended;
	struct head signed_head;
	uint8_t commitment[HASH];
	long long minutes;
};

/* What is wrong, on one line; the text comes from a file that may be anybody's. */
static int wrong(const char *what, size_t record)
{
	if (record)
		printf("FORGED      record %zu: %s\n", record, what);
	else
		printf("FORGED      %s\n", what);
	return BROKEN;
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

static bool signed_by(const struct key *k, const char *file, size_t n)
{
	static const char label[] = "zyz-bundle-1\n";
	uint8_t signature[SIGNATURE];
	char hex[2 * SIGNATURE + 1] = "";
	size_t body = n - TAIL, skip = sizeof(label) - 1;
	memcpy(hex, file + n - 3 - 2 * SIGNATURE, 2 * SIGNATURE);
	uint8_t *message = malloc(skip + body);
	if (!message)
		abort();
	memcpy(message, label, skip);
	memcpy(message + skip, file, body);
	bool good = hex_in(hex, signature, SIGNATURE) &&
		    crypto_sign_verify_detached(signature, message, skip + body, k->public) == 0;
	free(message);
	return good;
}

static const struct key *find_key(const struct kept *kept, const json_t *top)
{
	uint8_t id[KEYS_ID];
	if (!hex_in(text(top, "key"), id, sizeof(id)))
		return NULL;
	for (size_t i = 0; i < kept->keys_n; i++)
		if (memcmp(kept->keys[i].id, id, sizeof(id)) == 0)
			return &kept->keys[i];
	return NULL;
}

static void put_number(uint8_t *to, int64_t n)
{
	for (int i = 0; i < 8; i++)
		to[i] = (uint8_t)((uint64_t)n >> (56 - 8 * i));
}

static bool head_holds(struct bundle *b, const struct key *k)
{
	static const char label[] = "zyz-head-1";
	enum { LABEL = sizeof(label) - 1 };
	uint8_t m[LABEL + 24 + 2 * HASH + KEYS_ID];
	struct head *h = &b->signed_head;
	if (!number(b->head, "no", &h->no) || !number(b->head, "size", &h->size) ||
	    !number(b->head, "at_ms", &h->at_ms) || !hex_in(text(b->head, "root"), h->root, HASH) ||
	    !hex_in(text(b->head, "prev"), h->prev, HASH) ||
	    !hex_in(text(b->head, "signature"), h->signature, SIGNATURE))
		return false;
	memcpy(m, label, LABEL);
	put_number(m + LABEL, h->no);
	put_number(m + LABEL + 8, h->size);
	put_number(m + LABEL + 16, h->at_ms);
	memcpy(m + LABEL + 24, h->root, HASH);
	memcpy(m + LABEL + 24 + HASH, h->prev, HASH);
	memcpy(m + LABEL + 24 + 2 * HASH, k->id, KEYS_ID);
	return crypto_sign_verify_detached(h->signature, m, sizeof(m), k->public) == 0;
}

static bool in_the_ledger(const struct bundle *b, const json_t *r, struct event *e)
{
	uint8_t leaf[HASH], path[PATH_HASHES][HASH];
	const json_t *list = json_object_get(r, "path");
	size_t n = json_array_size(list);
	int64_t place;
	if (!json_is_array(list) || n > PATH_HASHES || !number(r, "place", &place) ||
	    place >= b->signed_head.size || strlen(text(r, "at")) >= sizeof(e->at) ||
	    !hex_in(text(r, "event"), e->uid, UID))
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *s = json_string_value(json_array_get(list, i));
		if (!s || !hex_in(s, path[i], HASH))
			return false;
	}
	(void)snprintf(e->at, sizeof(e->at), "%s", text(r, "at"));
	memcpy(e->commitment, b->commitment, HASH);
	return event_leaf(e, leaf) &&
	       tree_climbs(leaf, place, b->signed_head.size, path, n, b->signed_head.root);
}

static bool says_so(const struct part fields, const json_t *r, int64_t minutes, const char *kind)
{
	struct part p[PARTS];
	char uid[2 * UID + 1], count[24];
	(void)snprintf(count, sizeof(count), "%lld", (long long)minutes);
	if (!parts_read(fields, p, PARTS) || p[E_UID].n != UID)
		return false;
	hex_out(p[E_UID], uid);
	return part_is(p[E_FORMAT], "zyz-event-1") && part_is(p[E_KIND], kind) &&
	       strcmp(uid, text(r, "key")) == 0 && part_is(p[E_NO], text(r, "no")) &&
	       part_is(p[E_DAY], text(r, "served_on")) &&
	       part_is(p[E_STARTS], text(r, "starts_at")) &&
	       part_is(p[E_ENDS], text(r, "ends_at")) && part_is(p[E_MINUTES], count) &&
	       part_is(p[E_EVIDENCE], text(r, "evidence"));
}

/* What stands where in the file, the ended ones behind the others. */
static const json_t *entry(const struct bundle *b, size_t i)
{
	size_t n = json_array_size(b->all);
	return i < n ? json_array_get(b->all, i) : json_array_get(b->ended, i - n);
}

static const char *record_wrong(struct bundle *b, size_t i)
{
	const json_t *r = entry(b, i);
	bool holds = i < json_array_size(b->all);
	uint8_t bytes[FIELDS_MAX];
	struct event e = { .id = 0 };
	const char *kind = holds ? "effective" : text(r, "kind");
	int64_t minutes;
	size_t n = strlen(text(r, "fields")) / 2;
	if (!n || n > FIELDS_MAX || !hex_in(text(r, "fields"), bytes, n) ||
	    !number(r, "minutes", &minutes) || !minutes || minutes > 1440)
		return "something is missing";
	if (!holds && strcmp(kind, "corrected") != 0 && strcmp(kind, "withdrawn") != 0)
		return "it has not ended";
	e.fields = (struct part){ bytes, n };
	if (!says_so(e.fields, r, minutes, kind))
		return "it says something else than its ledger event";
	if (!in_the_ledger(b, r, &e))
		return "it is not in the ledger under the signed head";
	for (size_t k = 0; k < i; k++)
		if (strcmp(text(entry(b, k), "key"), text(r, "key")) == 0)
			return "it is there twice";
	b->minutes += holds ? minutes : 0;
	return NULL;
}

static void show_all(const struct bundle *b)
{
	int64_t part, parts, total;
	show("bundle", text(b->top, "no"));
	show("of", text(json_object_get(b->top, "person"), "name"));
	show("station", text(json_object_get(b->top, "station"), "name"));
	show("made", text(b->top, "made_at"));
	printf("records     %zu\nminutes     %lld\n", json_array_size(b->all), b->minutes);
	if (number(b->top, "part", &part) && number(b->top, "parts", &parts) &&
	    number(b->top, "total", &total) && parts > 1)
		printf("part        %lld of %lld, %lld records in all\n", (long long)part,
		       (long long)parts, (long long)total);
	if (json_array_size(b->ended))
		printf("ended       %zu\n", json_array_size(b->ended));
	if (json_array_size(json_object_get(b->top, "declared")))
		printf("declared    %zu, which nothing proves\n",
		       json_array_size(json_object_get(b->top, "declared")));
	if (json_array_size(json_object_get(b->top, "notes")))
		printf("notes       %zu, of saved time\n",
		       json_array_size(json_object_get(b->top, "notes")));
	printf("ledger      %lld events\nsignature   good\n", (long long)b->signed_head.size);
}

static int check_text(const struct kept *kept, const char *file, size_t n, int depth);

/* Bundles of others within it stand by their own signatures. */
static int check_brought(const struct kept *kept, const json_t *list, int depth)
{
	int rc = WELL;
	for (size_t i = 0; rc == WELL && i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);
		const char *s = json_string_value(one);
		if (depth == DEPTH || !s)
			return wrong("what it brings along is no bundle", 0);
		printf("brought     %zu\n", i + 1);
		rc = check_text(kept, s, json_string_length(one), depth + 1);
	}
	return rc;
}

static int check_all(const struct kept *kept, const char *file, size_t n, const json_t *top,
		     int depth)
{
	struct bundle b = { .top = top,
			    .head = json_object_get(top, "head"),
			    .all = json_object_get(top, "records"),
			    .ended = json_object_get(top, "ended") };
	const json_t *brought = json_object_get(top, "brought");
	const struct key *k = find_key(kept, top);
	size_t entries = json_array_size(b.all) + json_array_size(b.ended);
	if (!k && depth) {
		show("bundle", text(top, "no"));
		printf("signature   not checked: its key was not given (--key)\n");
		return check_brought(kept, brought, depth);
	}
	if (!k) {
		fprintf(stderr, "zyz-verify: signed by a key which was not given (--key)\n");
		return CANNOT;
	}
	if (!signed_by(k, file, n))
		return wrong("the signature is not of this text", 0);
	if (!head_holds(&b, k))
		return wrong("the ledger head is not signed by the same key", 0);
	if (!hex_in(text(json_object_get(top, "person"), "commitment"), b.commitment, HASH) ||
	    (!entries && !json_array_size(brought) &&
	     !json_array_size(json_object_get(top, "declared"))))
		return wrong("there are no records of anybody", 0);
	for (size_t i = 0; i < entries; i++) {
		const char *what = record_wrong(&b, i);
		if (what)
			return wrong(what, i + 1);
	}
	show_all(&b);
	return check_brought(kept, brought, depth);
}

static int check_text(const struct kept *kept, const char *file, size_t n, int depth)
{
	size_t first = sizeof(begin) - 1;
	if (n < first || strncmp(file, begin, first) != 0)
		return wrong("this is not a bundle of version 1", 0);
	if (n > FILE_MAX || n < first + TAIL || memcmp(file + n - 3, "\"}\n", 3) != 0 ||
	    memcmp(file + n - TAIL, tail, sizeof(tail) - 1) != 0)
		return wrong("its end is missing", 0);
	json_t *top = json_loadb(file, n, JSON_REJECT_DUPLICATES, NULL);
	if (!top)
		return wrong("it was altered: it cannot even be read", 0);
	int rc = check_all(kept, file, n, top, depth);
	json_decref(top);
	return rc;
}

int bundle_check(const struct kept *kept, const char *path)
{
	FILE *f = fopen(path, "rb");
	char *file = f ? malloc(FILE_MAX + 2) : NULL;
	size_t n = file ? fread(file, 1, FILE_MAX + 1, f) : 0;
	int rc = CANNOT;
	if (!f)
		fprintf(stderr, "zyz-verify: %s: %s\n", path, strerror(errno));
	if (file) {
		file[n] = '\0';
		rc = check_text(kept, file, n, 0);
	}
	free(file);
	if (f)
		(void)fclose(f);
	return rc;
}
