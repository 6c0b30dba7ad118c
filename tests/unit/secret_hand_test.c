/* What each program is given of the secrets, and that it opens no other. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"
#include "secret.h"
#include "secret_files.h"
#include "secret_hand.h"

static char dir[] = "/tmp/zyz-hand-XXXXXX";
static struct arena *arena;

static const char *file(const char *name)
{
	return arena_fmt(arena, "%s/%s", dir, name);
}

static void put_file(const char *name, const char *text)
{
	FILE *f = fopen(file(name), "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(file(name), 0600), 0);
}

static void empty(const char *path)
{
	DIR *d = opendir(path);
	for (struct dirent *e; d && (e = readdir(d));) {
		const char *inner = arena_fmt(arena, "%s/%s", path, e->d_name);
		if (!str_in(e->d_name, ".,..") && unlink(inner))
			empty(inner);
	}
	if (d)
		(void)closedir(d);
	(void)rmdir(path);
}

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	cfg.secret_dir = mkdtemp(dir);
	return !cfg.secret_dir || secret_make_keys() || secret_open();
}

static int teardown(void **state)
{
	(void)state;
	empty(dir);
	arena_free(arena);
	return 0;
}

static const char *fault_of(const char *program)
{
	const char *fault = "";
	assert_int_equal(secret_hand_look(arena, secret_holder(program), &fault), OK);
	return fault;
}

/* Files of a program's folder, in the order of their names. */
static const char *held(const char *program)
{
	struct dirent **v;
	struct buf b = { .arena = arena };
	int n = scandir(file(arena_fmt(arena, "programs/%s", program)), &v, NULL, alphasort);
	assert_true(n >= 2);
	for (int i = 0; i < n; free(v[i++]))
		if (v[i]->d_name[0] != '.')
			buf_fmt(&b, "%s%s", b.n ? " " : "", v[i]->d_name);
	free(v);
	return str_or(b.p, "");
}

static void test_each_its_own(void **state)
{
	(void)state;
	size_t n;
	const struct secret_holder *h = secret_holders(&n);
	put_file("wx-secret", "w");
	put_file("platform-secret", "p");
	put_file("platform-county", "c");
	assert_string_equal(fault_of("needs"), "seal.key is missing");
	assert_null(fault_of("order-clock"));
	assert_int_equal(secret_hand_out(NULL), OK);
	for (size_t i = 0; i < n; i++)
		assert_null(fault_of(h[i].program));
	assert_string_equal(held("needs"), "index.key mac.key seal.key");
	assert_string_equal(held("ledger-seal"), "mac.key sign.key");
	assert_string_equal(held("order-clock"), "");
	assert_string_equal(held("account"), "index.key mac.key seal.key wx-secret");
	assert_string_equal(held("platform-post"), "platform-county platform-secret seal.key");
	assert_int_equal(secret_hand_out("nobody"), ERR_NOT_FOUND);
	err_clear();
}

static void test_opens_no_other(void **state)
{
	(void)state;
	struct bytes x = { (const uint8_t *)"x", 1 }, all, mark;
	struct secret_print v[SECRET_PRINTS];
	assert_int_equal(secret_open(), OK);
	all = secret_mac(arena, "link", x);
	assert_int_equal(secret_open_as("training"), OK);
	assert_true(secret_held("mac.key"));
	assert_false(secret_held("index.key") || secret_held("seal.key") ||
		     secret_held("sign.key"));
	assert_int_equal(secret_prints(v), 0);
	/* links that were handed out lead on, though nobody is found by this key */
	assert_memory_equal(secret_mac(arena, "link", x).p, all.p, all.n);
	assert_int_equal(secret_mark(arena, "record", x, &mark), ERR_INTERNAL);
	err_clear();
	assert_int_equal(secret_open_as("activity"), OK);
	assert_int_equal(secret_mark(arena, "record", x, &mark), OK);
	assert_int_equal(secret_mark(arena, "honour", x, &mark), ERR_INTERNAL);
	err_clear();
	assert_int_equal(secret_open_as("zyz-other"), ERR_INTERNAL);
	err_clear();
	assert_int_equal(secret_open(), OK);
}

static void test_without_it_ends(void **state)
{
	(void)state;
	int how = 0;
	(void)fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		(void)!freopen("/dev/null", "w", stderr);
		if (secret_open_as("needs"))
			_exit(1);
		(void)secret_sign(arena, (struct bytes){ (const uint8_t *)"x", 1 });
		_exit(0);
	}
	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFSIGNALED(how));
}

static void test_what_is_wrong_is_seen_and_mended(void **state)
{
	(void)state;
	put_file("programs/needs/sign.key", "x");
	assert_string_equal(fault_of("needs"), "sign.key is not its own");
	assert_int_equal(chmod(file("programs/team/mac.key"), 0640), 0);
	assert_string_equal(fault_of("team"), "mac.key is not its own alone");
	assert_int_equal(chmod(file("programs/merge"), 0750), 0);
	assert_string_equal(fault_of("merge"), "its folder is not its own alone");
	unlink(file("programs/bank/seal.key"));
	assert_string_equal(fault_of("bank"), "seal.key is missing");
	put_file("programs/station/seal.key", "x");
	assert_string_equal(fault_of("station"), "seal.key is another one");
	unlink(file("platform-county"));
	assert_string_equal(fault_of("platform-post"), "platform-county is not its own");
	assert_int_equal(secret_hand_out(NULL), OK);
	static const char *const all[] = { "needs", "team",    "merge",
					   "bank",  "station", "platform-post" };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		assert_null(fault_of(all[i]));
}

/* An exchange: whoever reads once more has the new line, without a start. */
static void test_exchanged(void **state)
{
	(void)state;
	struct secret_print v[SECRET_PRINTS];
	assert_int_equal(secret_open_as("merge"), OK);
	size_t before = secret_prints(v);
	assert_int_equal(secret_file_add(arena, "seal.key"), OK);
	assert_string_equal(fault_of("merge"), "seal.key is another one");
	assert_int_equal(secret_open_again(), OK);
	assert_int_equal(secret_prints(v), before);
	assert_int_equal(secret_open(), OK);
	assert_int_equal(secret_hand_out(NULL), OK);
	assert_int_equal(secret_open_as("merge"), OK);
	assert_int_equal(secret_prints(v), before + 1);
	assert_int_equal(secret_open(), OK);
}

static void test_a_lost_key_takes_nothing_away(void **state)
{
	(void)state;
	const char *kept = file("kept");
	assert_int_equal(rename(file("sign.key"), kept), 0);
	assert_int_equal(secret_hand_out(NULL), ERR_INTERNAL);
	assert_non_null(strstr(err_text(), "sign.key: No such file"));
	err_clear();
	assert_string_equal(held("ledger-seal"), "mac.key sign.key");
	assert_int_equal(rename(kept, file("sign.key")), 0);
	assert_int_equal(secret_hand_out(NULL), OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_its_own),
		cmocka_unit_test(test_opens_no_other),
		cmocka_unit_test(test_without_it_ends),
		cmocka_unit_test(test_what_is_wrong_is_seen_and_mended),
		cmocka_unit_test(test_exchanged),
		cmocka_unit_test(test_a_lost_key_takes_nothing_away),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
