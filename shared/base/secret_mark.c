/* secret_mark.c - marks: MACs by keys that few programs hold. */
#include <sodium.h>
#include <string.h>

#include "secret.h"
#include "secret_keys.h"

enum { KEY = 32, KEYS = 16 };

static const char *const kinds[] = { SECRET_MARKS };
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static struct mark_keys {
	uint8_t key[KEYS][KEY]; /* line n of the file is key id n; the last marks */
	unsigned n;             /* 0: this program does not hold it */
} held[KINDS];

static struct mark_keys *keys_of(const char *kind)
{
	for (size_t i = 0; i < KINDS; i++)
		if (str_eq(kinds[i], kind))
			return &held[i];
	return NULL;
}

/* The key of one kind: HMAC of its name under what stands in the file. */
static void derive(uint8_t key[KEY], const char *use)
{
	crypto_auth_hmacsha256_state state;
	crypto_auth_hmacsha256_init(&state, key, KEY);
	crypto_auth_hmacsha256_update(&state, (const uint8_t *)use, strlen(use));
	crypto_auth_hmacsha256_final(&state, key);
	sodium_memzero(&state, sizeof(state));
}

enum err secret_open_marks(const char *wanted)
{
	struct arena *a = arena_new();
	enum err e = OK;
	(void)!sodium_mlock(held, sizeof(held));
	for (size_t i = 0; !e && i < KINDS; i++) {
		struct mark_keys *m = &held[i];
		m->n = 0;
		const char *file = arena_fmt(a, "mark-%s.key", kinds[i]);
		if (wanted ? !str_in(kinds[i], wanted) : !secret_held(file))
			continue;
		const char *use = arena_fmt(a, "zyz mark %s", kinds[i]);
		unsigned n;
		e = secret_read_keys(a, file, m->key, KEYS, &n);
		for (unsigned k = 0; !e && k < n; k++)
			derive(m->key[k], use);
		m->n = e ? 0 : n;
	}
	arena_free(a);
	return e;
}

static void mark_by(const struct mark_keys *m, unsigned id, struct bytes b, uint8_t out[KEY])
{
	crypto_auth_hmacsha256_state state;
	crypto_auth_hmacsha256_init(&state, m->key[id - 1], KEY);
	crypto_auth_hmacsha256_update(&state, b.p, b.n);
	crypto_auth_hmacsha256_final(&state, out);
	sodium_memzero(&state, sizeof(state));
}

enum err secret_mark(struct arena *a, const char *kind, struct bytes b, struct bytes *out)
{
	const struct mark_keys *m = keys_of(kind);
	if (!m || !m->n)
		return ERR(ERR_INTERNAL, "this program does not hold mark-%s.key", kind);
	uint8_t *p = arena_alloc(a, 1 + KEY);
	p[0] = (uint8_t)m->n;
	mark_by(m, m->n, b, p + 1);
	*out = (struct bytes){ p, 1 + KEY };
	return OK;
}

enum err secret_mark_fits(const char *kind, struct bytes b, struct bytes mark, bool *fits)
{
	const struct mark_keys *m = keys_of(kind);
	uint8_t made[KEY];
	if (!m || !m->n)
		return ERR(ERR_INTERNAL, "this program does not hold mark-%s.key", kind);
	*fits = false;
	if (mark.n != 1 + KEY || mark.p[0] < 1 || mark.p[0] > m->n)
		return OK;
	mark_by(m, mark.p[0], b, made);
	*fits = sodium_memcmp(made, mark.p + 1, KEY) == 0;
	return OK;
}
