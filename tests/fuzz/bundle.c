/*
 * bundle.c - a file that somebody brings as a bundle: as it is, and as what stands between a sound
 * first member and a sound end, since no made-up end would ever be one.
 */
#include "bundle.h"
#include "fuzz.h"

#define BEGIN   "{\"format\":\"zyz-bundle-1\","
#define SIXTEEN "0123456789abcdef"
#define FOUR    SIXTEEN SIXTEEN SIXTEEN SIXTEEN
#define END     ",\"signature\":\"" FOUR FOUR "\"}\n"

static void must_be_text(const char *s)
{
	must(s != NULL && utf8_valid(s, strlen(s)));
	for (; *s; s++)
		must((unsigned char)*s >= ' ');
}

/* Whatever it says, no key of ours has signed it, and what was read can be read again. */
static void try_it(struct arena *a, const char *p, size_t n)
{
	static const uint8_t key[32] = { 1 };
	struct bytes file = { (const uint8_t *)p, n };
	struct bundle b;
	struct bundle_fault f = { NULL, 0 };
	err_clear();
	if (!bundle_read(a, file, &b, &f)) {
		must(f.word != NULL);
		return;
	}
	must(b.n + b.ended_n <= BUNDLE_RECORDS && b.declared_n <= BUNDLE_RECORDS &&
	     b.brought_n <= BUNDLE_BROUGHT && b.part >= 1 && b.part <= b.parts);
	must(b.key.n == BUNDLE_KEY && b.salt.n == BUNDLE_SALT);
	must_be_text(b.name);
	must_be_text(b.station);
	for (size_t i = 0; i < b.n; i++) {
		must_be_text(b.records[i].title);
		must(b.records[i].minutes >= 0 && b.records[i].path.n % LEDGER_HASH == 0);
	}
	for (size_t i = 0; i < b.ended_n; i++)
		must(str_in(b.ended[i].kind, "corrected,withdrawn"));
	for (size_t i = 0; i < b.declared_n; i++) {
		must_be_text(b.declared[i].title);
		must_be_text(b.declared[i].origin);
		must(b.declared[i].minutes > 0 && b.declared[i].minutes <= 1440);
	}
	(void)bundle_sound(a, &b, 1800000000, &f);
	must(!bundle_check(a, file, &b, BYTES(key), 1800000000, &f));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	size_t begin = sizeof(BEGIN) - 1, end = sizeof(END) - 1;
	/* Copies of exactly this size, so that reading past the end is seen. */
	char *raw = malloc(n + !n), *dressed = malloc(begin + n + end);
	must(raw && dressed);
	memcpy(raw, data, n);
	memcpy(dressed, BEGIN, begin);
	memcpy(dressed + begin, data, n);
	memcpy(dressed + begin + n, END, end);
	try_it(a, raw, n);
	try_it(a, dressed, begin + n + end);
	free(raw);
	free(dressed);
	arena_free(a);
	return 0;
}
