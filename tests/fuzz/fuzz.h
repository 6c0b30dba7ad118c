/*
 * fuzz.h - what each target has: one input, a fresh arena, and what must hold of every field that
 * was taken.
 *
 * A target is a file with LLVMFuzzerTestOneInput(); tests/fuzz/run builds and runs each against its
 * corpus.
 */
#ifndef ZYZ_FUZZ_H
#define ZYZ_FUZZ_H

#include <stdlib.h>
#include <string.h>

#include "request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* The process ends, and the input is kept, when a promise of the header is broken. */
static inline void must(bool holds)
{
	if (!holds)
		abort();
}

static inline void must_hold(const struct fields *f)
{
	must(f->n <= FIELDS_MAX);
	for (size_t i = 0; i < f->n; i++) {
		const struct field *v = &f->v[i];
		must(*v->name && strlen(v->name) <= NAME_BYTES);
		must(utf8_valid(v->name, strlen(v->name)));
		must(v->value[v->n] == '\0');
		if (v->filename)
			must(utf8_valid(v->filename, strlen(v->filename)));
		else
			must(utf8_valid(v->value, v->n) && strlen(v->value) == v->n);
	}
}

/* The input as a string: text behind a NUL cannot reach us through FastCGI's parameters. */
static inline const char *as_text(struct arena *a, const uint8_t *data, size_t n)
{
	return arena_dup(a, (const char *)data, n);
}

#endif
