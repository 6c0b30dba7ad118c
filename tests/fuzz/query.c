/* query.c - a path and a query string, decoded once. */
#include "fuzz.h"
#include "reply.h"

/* What was decoded and encoded again must decode to the same. */
static void again(struct arena *a, const struct fields *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const char *back, *text = url_encode(a, f->v[i].value);
		size_t n;
		must(url_decode(a, text, strlen(text), true, &back, &n));
		must(n == f->v[i].n && memcmp(back, f->v[i].value, n) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct rq q = { .arena = arena_new() };
	const char *text = as_text(q.arena, data, n);
	err_clear();
	if (request_path(&q, text) == OK) {
		must(*q.path == '/' && utf8_valid(q.path, strlen(q.path)));
		must(!strstr(q.path, "/../") && !strchr(q.path, '\\') && !strchr(q.path, '\n'));
	}
	if (request_query(&q, text) == OK) {
		must_hold(&q.query);
		again(q.arena, &q.query);
		int64_t i = query_int(&q, "n", 7, -9, 9);
		must(i >= -9 && i <= 9);
	}
	if (request_body(&q, "application/x-www-form-urlencoded", (const char *)data, n) == OK)
		must_hold(&q.body);
	arena_free(q.arena);
	return 0;
}
