/* throttle_test.c - tries are counted in a real database, by what is tried and by whom. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "asking.h"
#include "clock.h"
#include "db.h"
#include "secret.h"
#include "session.h"

static struct stmt drop_hits_q = SQL(
	"DELETE FROM throttle"
	" WHERE window_start >= ?");

static void done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

/* A request at so many seconds from now. */
static struct rq *at(int64_t seconds)
{
	struct rq *q = ask();
	done(db_ready(q->arena));
	q->now += seconds;
	return q;
}

static enum err hit(int64_t seconds, const char *what, const char *who)
{
	return throttle(at(seconds), what, who, 3, 600);
}

static enum err hit_inside(void *ctx)
{
	(void)ctx;
	return hit(0, "test", "tx");
}

static void tries_are_counted_in_windows(void **state)
{
	struct rq *q = at(0);
	char who[40], else_[40];
	/* Each request reads the clock anew: the edges of a window are kept ten seconds away. */
	int64_t start_of = 600 - q->now % 600;
	(void)state;
	keep(who, sizeof(who), hex_encode(q->arena, secret_uid(q->arena)));
	keep(else_, sizeof(else_), hex_encode(q->arena, secret_uid(q->arena)));
	for (int i = 0; i < 3; i++)
		assert_int_equal(hit(start_of + i, "test", who), OK);
	assert_int_equal(hit(start_of + 590, "test", who), ERR_THROTTLED);
	assert_int_equal(hit(start_of + 590, "test", who), ERR_THROTTLED);
	assert_int_equal(hit(start_of + 590, "test", else_), OK);
	assert_int_equal(hit(start_of + 590, "test2", who), OK);
	assert_int_equal(hit(start_of + 600, "test", who), OK);
	assert_int_equal(throttle(at(start_of), "zero", who, 0, 600), ERR_THROTTLED);
	assert_int_equal(db_tx(hit_inside, NULL), ERR_INTERNAL);
	q = at(0);
	done(db_exec(&drop_hits_q, ARGS(A_(clock_time(q->arena, q->now))), NULL));
}

static int end(void **state)
{
	db_close();
	return asking_end(state);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(tries_are_counted_in_windows),
	};
	return cmocka_run_group_tests_name("throttle", tests, asking_start, end);
}
