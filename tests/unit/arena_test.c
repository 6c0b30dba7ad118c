/* arena_test.c - memory of one request: aligned, zeroed, kept until the reset; a ceiling that says
 * so and goes on; and, in the sanitized build, bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "arena.h"
#include "config.h"

enum { CEILING = 262144 };

static struct arena *a;

static int begin(void **state)
{
	(void)state;
	cfg.memory_max = CEILING;
	a = arena_new();
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_free(a);
	cfg.memory_max = 0;
	return 0;
}

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
	static const size_t sizes[] = { 0, 1, 15, 16, 17, 4096, 300000, 3, 1200000, 8 };
	enum { N = sizeof(sizes) / sizeof(sizes[0]) };
	unsigned char *p[N];
	(void)state;
	for (int turn = 0; turn < 3; turn++) {
		for (size_t i = 0; i < N; i++) {
			p[i] = arena_alloc(a, sizes[i]);
			assert_int_equal((uintptr_t)p[i] % 16, 0);
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(p[i][k], 0);
			memset(p[i], (int)i + 1, sizes[i]);
		}
		for (size_t i = 0; i < N; i++)
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(p[i][k], i + 1);
		arena_reset(a);
	}
}

static void over_the_ceiling_is_said_and_memory_goes_on(void **state)
{
	(void)state;
	memset(arena_alloc(a, CEILING), 1, CEILING);
	assert_false(arena_over(a));
	memset(arena_alloc(a, 1), 1, 1);
	assert_true(arena_over(a));
	/* it stays so, and what is asked is given */
	assert_string_equal(arena_fmt(a, "%d", 7), "7");
	for (int n = 254; n <= 300; n++) {
		const char *text = arena_fmt(a, "%*d", n, 7);
		assert_int_equal(strlen(text), n);
		assert_int_equal(text[n - 1], '7');
	}
	assert_true(arena_over(a));
	arena_lift(a);
	assert_false(arena_over(a));
	arena_reset(a);
	(void)arena_alloc(a, CEILING + 1);
	assert_true(arena_over(a));
}

static void nothing_set_is_no_ceiling(void **state)
{
	(void)state;
	cfg.memory_max = 0;
	(void)arena_alloc(a, 4 * CEILING);
	assert_false(arena_over(a));
}

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>

enum what { BEYOND, AFTER_RESET };

/* What a child of this process says when it does that. */
static void child(enum what w, char *said, size_t room)
{
	int ends[2], status;
	size_t n = 0;
	ssize_t got;
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		__sanitizer_set_report_fd((void *)(intptr_t)ends[1]);
		volatile char *p = arena_alloc(a, 16);
		(void)arena_alloc(a, 16);
		if (w == AFTER_RESET)
			arena_reset(a);
		for (int i = 0; i < (w == BEYOND ? 40 : 16); i++)
			p[i] = 'x';
		_exit(0);
	}
	(void)close(ends[1]);
	while (n + 1 < room && (got = read(ends[0], said + n, room - 1 - n)) > 0)
		n += (size_t)got;
	said[n] = '\0';
	(void)close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_not_equal(status, 0);
}

static void a_write_beyond_a_piece_is_reported(void **state)
{
	char said[16384];
	(void)state;
	child(BEYOND, said, sizeof(said));
	assert_non_null(strstr(said, "heap-buffer-overflow"));
	assert_non_null(strstr(said, "WRITE of size 1"));
}

static void a_write_after_the_reset_is_reported(void **state)
{
	char said[16384];
	(void)state;
	child(AFTER_RESET, said, sizeof(said));
	assert_non_null(strstr(said, "heap-use-after-free"));
}
#endif

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(pieces_are_zeroed_aligned_and_apart),
		TEST(over_the_ceiling_is_said_and_memory_goes_on),
		TEST(nothing_set_is_no_ceiling),
#ifdef __SANITIZE_ADDRESS__
		TEST(a_write_beyond_a_piece_is_reported),
		TEST(a_write_after_the_reset_is_reported),
#endif
	};
	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
