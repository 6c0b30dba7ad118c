/* keys.c - the keys of one installation: which took over from which, as the one before signed. */
#include <sodium.h>
#include <string.h>

#include "verify.h"

static const char label[] = "zyz-key-1";
enum { LABEL = sizeof(label) - 1, MESSAGE = LABEL + HASH + 8 };

static const struct key *key_of(const struct kept *k, const uint8_t id[4])
{
	for (size_t i = 0; i < k->keys_n; i++)
		if (memcmp(k->keys[i].id, id, 4) == 0)
			return &k->keys[i];
	return NULL;
}

bool link_line(struct kept *k, char *line)
{
	struct link l;
	char *rest = line, *w[5];
	for (int i = 0; i < 5; i++)
		if (!(w[i] = strsep(&rest, " ")))
			return false;
	if (rest || !hex_in(w[1], l.id, sizeof(l.id)) || !hex_in(w[2], l.old, sizeof(l.old)) ||
	    !number_in(w[3], &l.at) || !hex_in(w[4], l.signature, sizeof(l.signature)))
		return false;
	k->links = grown(k->links, k->links_n, sizeof(*k->links));
	k->links[k->links_n++] = l;
	return true;
}

static bool link_good(const struct kept *k, const struct link *l)
{
	const struct key *key = key_of(k, l->id), *old = key_of(k, l->old);
	uint8_t text[MESSAGE];
	if (!key || !old || memcmp(l->id, l->old, sizeof(l->id)) == 0)
		return false;
	memcpy(text, label, LABEL);
	memcpy(text + LABEL, key->public, HASH);
	for (int i = 0; i < 8; i++)
		text[LABEL + HASH + i] = (uint8_t)((uint64_t)l->at >> (56 - 8 * i));
	return crypto_sign_verify_detached(l->signature, text, sizeof(text), old->public) == 0;
}

bool links_good(const struct kept *k)
{
	for (size_t i = 0; i < k->links_n; i++) {
		char id[9], old[9];
		hex_out((struct part){ k->links[i].id, 4 }, id);
		hex_out((struct part){ k->links[i].old, 4 }, old);
		if (!link_good(k, &k->links[i])) {
			fprintf(stderr,
				"zyz-verify: key %s: key %s did not sign that it takes over from "
				"it\n",
				id, old);
			return false;
		}
	}
	return true;
}

const struct link *key_follows(const struct kept *k, const uint8_t id[4], const uint8_t old[4])
{
	/* as many steps as there are links: a list that goes in a circle ends, too */
	for (size_t step = 0; step < k->links_n; step++) {
		const struct link *found = NULL;
		for (size_t i = 0; !found && i < k->links_n; i++)
			if (memcmp(k->links[i].id, id, 4) == 0)
				found = &k->links[i];
		if (!found || memcmp(found->old, old, 4) == 0)
			return found;
		id = found->old;
	}
	return NULL;
}

int64_t key_until(const struct kept *k, const uint8_t id[4])
{
	for (size_t i = 0; i < k->links_n; i++)
		if (memcmp(k->links[i].old, id, 4) == 0)
			return k->links[i].at;
	return 0;
}
