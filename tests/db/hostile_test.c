/* hostile_test.c - a captured program: it starts as `needs` does, then tries what an intruder
 * would. Nothing of it is the program's own code, so only what the process gave up can stop it. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"
#include "db.h"
#include "program.h"
#include "sandbox.h"
#include "secret.h"

static struct arena *a;
static char renewed[600]; /* beside the keys; nobody uses it where there is no db_host */

static int start(void **state)
{
	(void)state;
	program_start("needs");
	(void)snprintf(renewed, sizeof(renewed), "%s/../renewed.%d", cfg.secret_dir, (int)getpid());
	FILE *f = fopen(renewed, "we");
	if (!f || fclose(f))
		return -1;
	cfg.db_tls_cert = renewed;
	a = arena_new();
	sandbox_enter("needs", "");
	return secret_open_as("needs") ? -1 : 0;
}

static int stop(void **state)
{
	(void)state;
	db_close();
	arena_free(a);
	return 0;
}

static void test_exec(void **state)
{
	(void)state;
	int how = 0;
	pid_t child = fork();
	if (child == 0) {
		(void)execl("/bin/true", "true", (char *)NULL);
		_exit(errno == EPERM ? 7 : 8);
	}
	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 7);
}

static void test_connect_out(void **state)
{
	(void)state;
	const int families[] = { AF_INET, AF_INET6, AF_NETLINK, AF_PACKET };
	for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++) {
		assert_int_equal(socket(families[i], SOCK_STREAM, 0), -1);
		assert_int_equal(errno, EPERM);
	}
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_true(fd >= 0);
	(void)close(fd);
}

static void test_trace(void **state)
{
	(void)state;
	assert_int_equal(ptrace(PTRACE_TRACEME, 0, NULL, NULL), -1);
	assert_int_equal(errno, EPERM);
}

static void closed(const char *name)
{
	char path[600];
	(void)snprintf(path, sizeof(path), "%s/%s", cfg.secret_dir, name);
	assert_int_equal(access(path, F_OK), 0);
	assert_int_equal(open(path, O_RDONLY), -1);
	assert_int_equal(errno, EACCES);
}

/* What it holds it may read once more, after an exchange; nothing of the folder from which all are
 * handed out, and nothing of another program: not the key by which the ledger is signed. */
static void test_keys(void **state)
{
	(void)state;
	static const char *const names[] = { "sign.key",
					     "seal.key",
					     "index.key",
					     "mark-record.key",
					     "mark-honour.key",
					     "wx-secret",
					     "platform-secret",
					     "programs/ledger-seal/sign.key",
					     "programs/activity/mark-record.key",
					     "programs/commend/sign.key",
					     "programs/account/seal.key",
					     "programs/platform-post/platform-secret" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		closed(names[i]);
	assert_int_equal(secret_open_again(), OK);
	int fd = open("/etc/passwd", O_RDONLY);
	assert_true(fd >= 0);
	(void)close(fd);
}

/* What is put on the way to the keys later is closed, too: where it is a file that is read again, a
 * renewed certificate, it has to end and begin anew. */
static void test_renewed(void **state)
{
	(void)state;
	assert_false(sandbox_shut_out());
	char half[640];
	(void)snprintf(half, sizeof(half), "%s.new", renewed);
	assert_int_equal(rename(renewed, half), 0);
	FILE *f = fopen(renewed, "we");
	assert_non_null(f);
	(void)fclose(f);
	assert_true(sandbox_shut_out());
	(void)unlink(renewed);
	(void)unlink(half);
}

/* It does not have them in its memory either, nor what its folder does not hold. */
static void test_held(void **state)
{
	(void)state;
	struct secret_print v[SECRET_PRINTS];
	size_t n = secret_prints(v);
	assert_true(n >= 2);
	for (size_t i = 0; i < n; i++)
		assert_string_not_equal(v[i].name, "sign");
	assert_true(secret_held("seal.key") && secret_held("mac.key"));
	assert_false(secret_held("sign.key"));
	char path[600];
	(void)snprintf(path, sizeof(path), "%s/programs/needs/sign.key", cfg.secret_dir);
	assert_int_equal(access(path, F_OK), -1);
	struct bytes b = { (const uint8_t *)"x", 1 }, mark;
	assert_int_equal(secret_mark(a, "record", b, &mark), ERR_INTERNAL);
	err_clear();
	pid_t child = fork();
	if (child == 0) {
		(void)!freopen("/dev/null", "w", stderr);
		(void)secret_sign(a, b);
		_exit(0);
	}
	int how = 0;
	assert_int_equal(waitpid(child, &how, 0), child);
	assert_true(WIFSIGNALED(how));
}

static struct stmt read_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record");
static struct stmt hours_q = SQL(
	"UPDATE service_record"
	"   SET minutes = minutes + 60");
static struct stmt staff_q = SQL(
	"UPDATE staff"
	"   SET password_hash = 'x'");
static struct stmt event_q = SQL(
	"DELETE FROM ledger_event");

/* Its account at the database reads, and writes what is its own (sql/owners.txt). */
static void test_tables(void **state)
{
	(void)state;
	int64_t n;
	assert_int_equal(db_ready(a), OK);
	assert_int_equal(db_int(&read_q, NO_ARGS, &n), OK);
	struct stmt *all[] = { &hours_q, &staff_q, &event_q };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		err_clear();
		assert_int_equal(db_exec(all[i], NO_ARGS, NULL), ERR_DB);
		assert_non_null(strstr(err_text(), "denied"));
	}
	err_clear();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exec),    cmocka_unit_test(test_connect_out),
		cmocka_unit_test(test_trace),   cmocka_unit_test(test_keys),
		cmocka_unit_test(test_held),    cmocka_unit_test(test_tables),
		cmocka_unit_test(test_renewed),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
