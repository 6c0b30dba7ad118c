/* session_kept_test.c - what a process remembers of sessions, and what ends it: a sign-out or a
 * change in any program of the host, time, nothing that was rolled back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "asking.h"
#include "config.h"
#include "db.h"
#include "revoke.h"
#include "secret.h"
#include "session.h"

static int64_t staff;
static char dir[] = "/tmp/zyz-kept-XXXXXX";

static struct stmt add_q = SQL(
	"INSERT INTO staff (login, name, password_hash, password_changed_at)"
	" VALUES (?, '李伟', 'x', NOW())");
static struct stmt rename_q = SQL(
	"UPDATE staff"
	"   SET name = ?"
	" WHERE id = ?");
static struct stmt drop_sessions_q = SQL(
	"DELETE FROM session"
	" WHERE staff_id = ?");
static struct stmt drop_q = SQL(
	"DELETE FROM staff"
	" WHERE id = ?");

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

static struct rq *now(void)
{
	struct rq *q = ask();
	done(db_ready(q->arena));
	return q;
}

static const char *name_of_viewer(void)
{
	struct rq *q = now();
	done(session_load(q));
	assert_int_equal(q->who.session_id ? q->staff : staff, staff);
	return q->who.session_id ? q->who.name : NULL;
}

/* Behind the programs' backs, so that only a row that is read again shows it. */
static void rename_to(const char *name)
{
	(void)now();
	done(db_change(&rename_q, ARGS(A_(name), A_(staff))));
}

static int start(void **state)
{
	if (asking_start(state) || !mkdtemp(dir))
		return -1;
	cfg.run_dir = dir;
	cfg.session_kept = 5;
	struct rq *q = now();
	done(db_exec(&add_q, ARGS(A_(hex_encode(q->arena, secret_uid(q->arena)))), &staff));
	q = now();
	done(session_staff(q, staff, 0, true));
	ask_cookie(q);
	return 0;
}

static int finish(void **state)
{
	struct rq *q = now();
	done(db_exec(&drop_sessions_q, ARGS(A_(staff)), NULL));
	done(db_exec(&drop_q, ARGS(A_(staff)), NULL));
	(void)unlink(arena_fmt(q->arena, "%s/sessions", dir));
	(void)rmdir(dir);
	db_close();
	return asking_end(state);
}

static void remembered_for_a_moment(void **state)
{
	(void)state;
	revoke_kept();
	rename_to("李伟");
	assert_string_equal(name_of_viewer(), "李伟");
	rename_to("张敏");
	assert_string_equal(name_of_viewer(), "李伟");
}

static void another_program_ends_it(void **state)
{
	(void)state;
	rename_to("李伟");
	revoke_kept();
	assert_string_equal(name_of_viewer(), "李伟");
	rename_to("王芳");
	pid_t child = fork();
	if (child == 0) {
		revoke_kept();
		_exit(0);
	}
	int status = -1;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_string_equal(name_of_viewer(), "王芳");
}

static enum err revoke_and(void *ctx)
{
	revoke_kept();
	return *(const enum err *)ctx;
}

static void a_change_counts_when_it_commits(void **state)
{
	enum err bad = ERR_REMOTE, good = OK;
	(void)state;
	uint64_t before = revoke_count();
	assert_int_equal(db_tx(revoke_and, &bad), ERR_REMOTE);
	assert_true(revoke_count() == before);
	done(db_tx(revoke_and, &good));
	assert_true(revoke_count() == before + 1);
}

static void signed_out_is_nobody_at_once(void **state)
{
	(void)state;
	assert_non_null(name_of_viewer());
	struct rq *q = now();
	done(session_load(q));
	done(session_end(q));
	assert_null(name_of_viewer());
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(remembered_for_a_moment),
		cmocka_unit_test(another_program_ends_it),
		cmocka_unit_test(a_change_counts_when_it_commits),
		cmocka_unit_test(signed_out_is_nobody_at_once),
	};
	return cmocka_run_group_tests(tests, start, finish);
}
