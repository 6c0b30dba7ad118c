/* cookie.c - a Cookie header, and the parameters of header values. */
#include "fuzz.h"
#include "multipart.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char *const names[] = { "zyz", "__Host-zyz", "font", "name", "filename", "" };
	struct rq q = { .arena = arena_new() };
	q.cookies = as_text(q.arena, data, n);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = cookie(&q, names[i]);
		must(!value || !strchr(value, ';'));
		value = header_param(q.arena, q.cookies, names[i]);
		must(!value || strlen(value) < n);
	}
	arena_free(q.arena);
	return 0;
}
