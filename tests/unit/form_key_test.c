/* form_key_test.c - the one-time key of people without a session: whose, for what, how long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "asking.h"
#include "form.h"
#include "page.h"

/* The page's key posted back after some seconds, for a purpose. */
static enum err post_key(const char *key, const char *purpose, int64_t later, struct bytes *uid)
{
	struct rq *q = ask();
	q->now += later;
	ask_form(q, arena_fmt(q->arena, "key=%s", key));
	return form_key_uid(q, purpose, uid);
}

static void keys_are_bound(void **state)
{
	char key[65], other[65], forged[65];
	uint8_t first[16];
	struct bytes uid = { NULL, 0 };
	struct rq *q = ask();
	(void)state;
	form_key(q, "survey:1");
	keep(key, sizeof(key), got(q, "Key"));
	q = ask();
	form_key(q, "survey:1");
	keep(other, sizeof(other), got(q, "Key"));
	assert_string_not_equal(key, other);
	assert_int_equal(post_key(key, "survey:1", 0, &uid), OK);
	assert_int_equal(uid.n, 16);
	memcpy(first, uid.p, 16);
	assert_int_equal(post_key(key, "survey:1", 86000, &uid), OK);
	assert_memory_equal(uid.p, first, 16);
	assert_int_equal(post_key(other, "survey:1", 0, &uid), OK);
	assert_memory_not_equal(uid.p, first, 16);
	uid = (struct bytes){ NULL, 0 };
	assert_int_equal(post_key(key, "survey:1", 86500, &uid), ERR_STALE);
	assert_int_equal(post_key(key, "survey:2", 0, &uid), ERR_CSRF);
	assert_int_equal(post_key("", "survey:1", 0, &uid), ERR_CSRF);
	for (size_t i = 0; i < 64; i++) {
		keep(forged, sizeof(forged), key);
		forged[i] = forged[i] == '0' ? '1' : '0';
		assert_int_equal(post_key(forged, "survey:1", 0, &uid), ERR_CSRF);
	}
	assert_null(uid.p);
}

static void a_key_goes_on_after_a_mistake(void **state)
{
	char key[65];
	struct rq *q = ask();
	(void)state;
	form_key(q, "order");
	keep(key, sizeof(key), got(q, "Key"));
	q = ask();
	ask_form(q, arena_fmt(q->arena, "title=&key=%s", key));
	form_error(q, "title", "required");
	form_key(q, "order");
	assert_string_equal(got(q, "Key"), key);
	q = ask();
	q->now += 90000;
	ask_form(q, arena_fmt(q->arena, "title=&key=%s", key));
	form_key(q, "order");
	assert_string_not_equal(got(q, "Key"), key);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_bound),
		cmocka_unit_test(a_key_goes_on_after_a_mistake),
	};
	return cmocka_run_group_tests_name("form_key", tests, asking_start, asking_end);
}
