/* multipart.c - first line: the Content-Type; the rest: the body. */
#include "fuzz.h"
#include "multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const uint8_t *line = memchr(data, '\n', n);
	struct arena *a = arena_new();
	size_t type_n = line ? (size_t)(line - data) : 0;
	const char *type = line ? as_text(a, data, type_n) : "multipart/form-data; boundary=B";
	/* A copy of exactly this size, so that reading past its end is seen. */
	size_t body_n = line ? n - type_n - 1 : n;
	char *body = malloc(body_n + !body_n);
	must(body != NULL);
	memcpy(body, line ? line + 1 : data, body_n);
	struct fields f = { NULL, 0 };
	err_clear();
	if (multipart_parse(a, type, body, body_n, &f) == OK)
		must_hold(&f);
	else
		must(f.n == 0);
	free(body);
	arena_free(a);
	return 0;
}
