/* text.c - what one writing costs: nanoseconds for a usual name, number, telephone. */
#include <stdio.h>

#include "identity.h"
#include "phone.h"
#include "text.h"
#include "turns.h"

enum { ROUNDS = 9, TIMES = 200000 };

static const char *phone(struct arena *a, const char *s)
{
	const char *out = NULL;
	(void)phone_read(a, s, &out);
	return out;
}

static const char *document(struct arena *a, const char *s)
{
	struct identity d;
	return identity_read(a, "01", s, "2026-11-22", &d) ? NULL : d.key;
}

static const struct {
	const char *what, *text;
	char *(*text_of)(struct arena *a, const char *s);
	const char *(*read)(struct arena *a, const char *s);
} costs[] = {
	{ "name of three letters", "林小满", text_name, NULL },
	{ "name with a dot", "古丽米热∙艾比布力", text_name, NULL },
	{ "name of a passport", "Maria Fernanda Gonzalez Perez", text_name, NULL },
	{ "resident's number, one writing", "110105 19491231 002x", text_number, NULL },
	{ "resident's number, checked", "110105 19491231 002x", NULL, document },
	{ "telephone", "+86 138-0013-8000", NULL, phone },
	{ "sentence", "独居，腿脚不便，想有人每周三中午送一次饭，最好是软的", text_prose, NULL },
};

static double once(struct arena *a, size_t i)
{
	int64_t from = now_us();
	for (int k = 0; k < TIMES; k++) {
		if (k % 1000 == 0)
			arena_reset(a);
		if (costs[i].text_of)
			(void)costs[i].text_of(a, costs[i].text);
		else
			(void)costs[i].read(a, costs[i].text);
	}
	return (double)(now_us() - from) * 1000 / TIMES;
}

int main(void)
{
	struct arena *a = arena_new();
	for (size_t i = 0; i < sizeof(costs) / sizeof(costs[0]); i++) {
		double best = once(a, i);
		for (int r = 1; r < ROUNDS; r++) {
			double ns = once(a, i);
			best = ns < best ? ns : best;
		}
		printf("%-32s %6.0f ns\n", costs[i].what, best);
	}
	arena_free(a);
	return 0;
}
