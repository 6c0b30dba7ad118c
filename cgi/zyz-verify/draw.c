/*
 * draw.c - a draw by the text that everybody may keep: the seed is the promised one, the lots stand
 * in the order that follows from it and the head, and that head is the first one after the window.
 *
 * Lines: "zyz-draw-1" | "hash HEX" | "since SECONDS" | "seed HEX" | "head NO ROOT SIGNATURE" |
 * "places N" | "lots N" | a line "lot HEX" for each, in order. A lot's order is the SHA-256 of five
 * lines: "zyz-draw-1", seed, root, signature, lot.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "verify.h"

enum { LOT_HEX = 2 * UID, SIGNATURE = 64, TEXT_MAX = 400 };
static const char label[] = "zyz-draw-1";

struct draw {
	uint8_t hash[HASH], seed[HASH], root[HASH], signature[SIGNATURE];
	uint8_t last[HASH]; /* order of the lot before */
	char seed_hex[2 * HASH + 1], root_hex[2 * HASH + 1], signature_hex[2 * SIGNATURE + 1];
	int64_t since, head, places, lots, seen;
	bool labelled, hashed, drawn, unordered;
};

static int forged(const char *text)
{
	printf("FORGED      %s\n", text);
	return BROKEN;
}

static bool word_is(char **rest, const char *name)
{
	char *word = strsep(rest, " ");
	return word && *rest && strcmp(word, name) == 0;
}

/* n bytes into out, and into hex as they are hashed: in lower case. */
static bool keep_hex(const char *word, uint8_t *out, size_t n, char *hex)
{
	if (!word || !hex_in(word, out, n))
		return false;
	hex_out((struct part){ out, n }, hex);
	return true;
}

/* Each lot must come behind the one before it, so that none is there twice. */
static bool lot_line(struct draw *d, const char *lot)
{
	uint8_t uid[UID], order[HASH];
	char hex[LOT_HEX + 1], text[TEXT_MAX];
	if (!d->drawn || !hex_in(lot, uid, UID))
		return false;
	hex_out((struct part){ uid, UID }, hex);
	int n = snprintf(text, sizeof(text), "%s\n%s\n%s\n%s\n%s\n", label, d->seed_hex,
			 d->root_hex, d->signature_hex, hex);
	sha256((const uint8_t *)text, (size_t)n, order);
	d->unordered = d->unordered || (d->seen && memcmp(d->last, order, HASH) >= 0);
	memcpy(d->last, order, HASH);
	d->seen++;
	return true;
}

static bool head_read(struct draw *d, char *rest)
{
	const char *no = strsep(&rest, " "), *root = rest ? strsep(&rest, " ") : NULL;
	return number_in(no, &d->head) && keep_hex(root, d->root, HASH, d->root_hex) &&
	       keep_hex(rest, d->signature, SIGNATURE, d->signature_hex);
}

static bool line_read(struct draw *d, char *line)
{
	char *rest = line, hex[2 * HASH + 1];
	if (!d->labelled)
		return d->labelled = strcmp(line, label) == 0;
	if (strncmp(line, "hash ", 5) == 0)
		return d->hashed = word_is(&rest, "hash") && keep_hex(rest, d->hash, HASH, hex);
	if (strncmp(line, "since ", 6) == 0)
		return word_is(&rest, "since") && number_in(rest, &d->since);
	if (strncmp(line, "seed ", 5) == 0)
		return word_is(&rest, "seed") && keep_hex(rest, d->seed, HASH, d->seed_hex);
	if (strncmp(line, "places ", 7) == 0)
		return word_is(&rest, "places") && number_in(rest, &d->places);
	if (strncmp(line, "lots ", 5) == 0)
		return word_is(&rest, "lots") && number_in(rest, &d->lots);
	if (strncmp(line, "lot ", 4) == 0)
		return word_is(&rest, "lot") && lot_line(d, rest);
	return d->drawn = *d->seed_hex && word_is(&rest, "head") && head_read(d, rest);
}

static bool file_read(struct draw *d, FILE *f)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	bool good = true;
	while (good && (n = getline(&line, &room, f)) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		good = line_read(d, line);
	}
	free(line);
	return good && d->labelled && d->hashed;
}

/* The head that was mixed in, against those that were kept elsewhere. */
static int head_check(const struct draw *d, const struct kept *k)
{
	bool there = false;
	for (size_t i = 0; i < k->heads.n; i++) {
		const struct head *h = &k->heads.v[i];
		bool behind = h->at_ms > d->since * 1000;
		if (k->keys_n && !head_signed(h, k))
			return forged("a head that was kept is not signed by the key");
		if (h->no < d->head && behind)
			return forged("an earlier head was signed after the window");
		if (h->no != d->head)
			continue;
		if (memcmp(h->root, d->root, HASH) != 0)
			return forged("the head has another root than the one that was kept");
		if (memcmp(h->signature, d->signature, SIGNATURE) != 0)
			return forged("the head has another signature than the one that was kept");
		if (!behind)
			return forged("the head was signed before the window was over");
		there = true;
	}
	puts(there ? "head        as it was kept, the first after the window"
		   : "head        not compared: it is not among those kept (--heads)");
	return WELL;
}

static int draw_judge(const struct draw *d, const struct kept *k)
{
	uint8_t hash[HASH];
	sha256(d->seed, HASH, hash);
	if (memcmp(hash, d->hash, HASH) != 0)
		return forged("the seed is not the one that was promised");
	if (d->unordered)
		return forged("the lots do not stand in the order that follows");
	if (d->seen != d->lots)
		return forged("there are more or fewer lots than it says");
	int rc = head_check(d, k);
	if (rc)
		return rc;
	char hex[2 * HASH + 1];
	hex_out((struct part){ d->hash, HASH }, hex);
	printf("promised    %s\nlots        %lld for %lld places, in the order that follows\n", hex,
	       (long long)d->lots, (long long)d->places);
	return WELL;
}

int draw_check(const struct kept *k, const char *path)
{
	struct draw d = { .since = 0 };
	FILE *f = fopen(path, "r");
	if (!f) {
		fprintf(stderr, "zyz-verify: %s: %s\n", path, strerror(errno));
		return CANNOT;
	}
	bool good = file_read(&d, f);
	(void)fclose(f);
	if (good && d.drawn)
		return draw_judge(&d, k);
	fprintf(stderr, "zyz-verify: %s: %s\n", path,
		good ? "it was not drawn yet" : "not the text of a draw");
	return CANNOT;
}
