/* Marks: by the newest key, good under older ones, and only where the key is held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "config.h"
#include "secret.h"

static struct arena *arena;
static const uint8_t text[] = "hours of one day";

static bool fits(const char *kind, struct bytes b, struct bytes mark)
{
	bool yes = false;
	assert_int_equal(secret_mark_fits(kind, b, mark, &yes), OK);
	return yes;
}

static struct bytes marked(const char *kind)
{
	struct bytes mark = { NULL, 0 };
	assert_int_equal(secret_mark(arena, kind, BYTES(text), &mark), OK);
	return mark;
}

static void a_mark_fits_its_bytes_and_its_kind_alone(void **state)
{
	(void)state;
	struct bytes mark = marked("record");
	assert_int_equal(mark.n, 33);
	assert_true(fits("record", BYTES(text), mark));
	assert_false(fits("honour", BYTES(text), mark));
	assert_false(fits("record", (struct bytes){ text, sizeof(text) - 1 }, mark));
	assert_false(fits("record", BYTES(text), (struct bytes){ NULL, 0 }));
	assert_false(fits("record", BYTES(text), (struct bytes){ mark.p, 32 }));
}

static void an_older_key_still_checks(void **state)
{
	(void)state;
	struct bytes old = marked("record");
	const char *path = arena_fmt(arena, "%s/mark-record.key", cfg.secret_dir);
	FILE *f = fopen(path, "a");
	assert_non_null(f);
	assert_true(fprintf(f, "%064x\n", 7) > 0);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(secret_open_marks("record,honour"), OK);
	struct bytes new = marked("record");
	assert_int_equal(old.p[0], 1);
	assert_int_equal(new.p[0], 2);
	assert_true(fits("record", BYTES(text), old));
	assert_true(fits("record", BYTES(text), new));
	/* The same bytes under the name of a key that is not there. */
	uint8_t later[33];
	memcpy(later, new.p, sizeof(later));
	later[0] = 3;
	assert_false(fits("record", BYTES(text), BYTES(later)));
}

static void who_does_not_hold_the_key_marks_nothing(void **state)
{
	(void)state;
	struct bytes mark;
	bool yes;
	assert_int_equal(secret_open_marks("honour"), OK);
	assert_int_equal(secret_mark(arena, "record", BYTES(text), &mark), ERR_INTERNAL);
	assert_int_equal(secret_mark_fits("record", BYTES(text), BYTES(text), &yes), ERR_INTERNAL);
	assert_int_equal(secret_mark(arena, "no such", BYTES(text), &mark), ERR_INTERNAL);
	err_clear();
	assert_int_equal(secret_open_marks("record,honour,brought"), OK);
}

static int start(void **state)
{
	arena = arena_new();
	return asking_start(state);
}

static int end(void **state)
{
	arena_free(arena);
	return asking_end(state);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mark_fits_its_bytes_and_its_kind_alone),
		cmocka_unit_test(an_older_key_still_checks),
		cmocka_unit_test(who_does_not_hold_the_key_marks_nothing),
	};
	return cmocka_run_group_tests_name("secret_mark", tests, start, end);
}
