/*
 * kept.c - what was kept elsewhere: heads as /activity/ledger/heads gives them, public keys, and
 * the leaves of an older dump.
 */
#include <errno.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"

enum { PLACES_MAX = 1 << 28 };

static bool key_line(struct kept *k, const char *id, const char *public)
{
	struct key key;
	uint8_t digest[HASH];
	if (!hex_in(public, key.public, HASH))
		return false;
	sha256(key.public, HASH, digest);
	memcpy(key.id, digest, sizeof(key.id));
	/* The id may be left out; a wrong one is a wrong file. */
	if (id &&
	    (!hex_in(id, digest, sizeof(key.id)) || memcmp(key.id, digest, sizeof(key.id)) != 0))
		return false;
	k->keys = grown(k->keys, k->keys_n, sizeof(*k->keys));
	k->keys[k->keys_n++] = key;
	return true;
}

/* "leaf PLACE EVENT LEAF CHAIN" */
static bool leaf_line(struct kept *k, char *line)
{
	int64_t place;
	char *rest = line, *w[5];
	for (int i = 0; i < 5; i++)
		if (!(w[i] = strsep(&rest, " ")))
			return false;
	if (rest || !number_in(w[1], &place) || place < 0 || place > PLACES_MAX)
		return false;
	while (k->leaves_n <= (size_t)place) {
		k->leaves = grown(k->leaves, k->leaves_n, sizeof(*k->leaves));
		memset(k->leaves[k->leaves_n++], 0, HASH);
	}
	return hex_in(w[3], k->leaves[place], HASH);
}

static bool read_line(struct kept *k, char *line)
{
	struct head h;
	char *space;
	if (!*line || *line == '#' || strncmp(line, "zyz-", 4) == 0 ||
	    strncmp(line, "event ", 6) == 0 || strncmp(line, "end ", 4) == 0 || facts_named(line))
		return true;
	if (strncmp(line, "leaf ", 5) == 0)
		return leaf_line(k, line);
	if (strncmp(line, "head ", 5) == 0) {
		if (!head_line(line, &h))
			return false;
		head_add(&k->heads, &h);
		return true;
	}
	if (strncmp(line, "follows ", 8) == 0)
		return link_line(k, line);
	if (strncmp(line, "key ", 4) != 0)
		return key_line(k, NULL, line);
	space = strchr(line + 4, ' ');
	if (!space)
		return false;
	*space = '\0';
	return key_line(k, line + 4, space + 1);
}

int kept_read(struct kept *k, const char *path)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0, number = 0;
	bool good = f != NULL;
	while (good && getline(&line, &cap, f) > 0) {
		number++;
		line[strcspn(line, "\r\n")] = '\0';
		good = read_line(k, line);
		if (!good)
			fprintf(stderr,
				"zyz-verify: %s: line %zu is none of a head, a key or a "
				"leaf\n",
				path, number);
	}
	if (!f || ferror(f)) {
		fprintf(stderr, "zyz-verify: %s: %s\n", path, strerror(errno));
		good = false;
	}
	free(line);
	if (f)
		(void)fclose(f);
	return good ? WELL : CANNOT;
}
