/*
 * bundle_test.c - bundle.h: what was made is taken, no byte of it may change or be missing, and
 * every fault has its name.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "clock.h"
#include "config.h"
#include "made.h"
#include "secret.h"
#include "tree.h"

static struct arena *arena;
static char dir[] = "/tmp/zyz-bundle-XXXXXX";
static int64_t now;

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	cfg.secret_dir = mkdtemp(dir);
	assert_true(clock_parse_time("2026-11-22 09:00:00", &now));
	return !cfg.secret_dir || secret_make_keys() || secret_open();
}

static int teardown(void **state)
{
	static const char *const names[] = { "seal.key",        "index.key",
					     "sign.key",        "mark-record.key",
					     "mark-honour.key", "mark-brought.key" };
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unlink(arena_fmt(arena, "%s/%s", dir, names[i]));
	int left = rmdir(dir);
	arena_free(arena);
	return left;
}

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

static struct made *sound(void)
{
	return made_sound(arena);
}

static struct bytes file_of(struct made *m)
{
	return made_file(arena, m);
}

static struct bytes fill(int byte, size_t n)
{
	return made_fill(arena, byte, n);
}

/* "" when it is taken. */
static const char *fault_of(struct bytes file)
{
	struct bundle b;
	struct bundle_fault f;
	if (!bundle_read(arena, file, &b, &f))
		return f.word;
	return bundle_check(arena, file, &b, secret_public_key(arena), now, &f) ? "" : f.word;
}

static void what_was_made_is_taken(void **state)
{
	struct made *m = sound();
	struct bytes file = file_of(m);
	struct bundle b;
	struct bundle_fault f;
	(void)state;
	assert_string_equal(fault_of(file), "");
	assert_true(bundle_read(arena, file, &b, &f));
	assert_string_equal(b.name, "林小满");
	assert_int_equal(b.n, MADE_RECORDS);
	assert_int_equal(b.minutes, 3 * 95);
	assert_string_equal(b.records[1].title, "河道\"清洁\"");
	assert_int_equal(b.records[1].place, 2);
	assert_int_equal(b.head.head.size, TREE_LEAVES);
	assert_memory_equal(b.salt.p, m->b.salt.p, BUNDLE_SALT);
	assert_int_equal(b.ended_n, 1);
	assert_string_equal(b.ended[0].kind, "withdrawn");
	assert_int_equal(b.declared_n, 1);
	assert_string_equal(b.declared[0].origin, "平台甲");
	assert_int_equal(b.declared[0].minutes, 60);
	assert_int_equal(b.brought_n, 1);
	assert_int_equal(b.brought[0].n, m->within[0].n);
	assert_memory_equal(b.brought[0].p, m->within[0].p, b.brought[0].n);
}

/* What a bundle of an older program does not say. */
static void parts_and_what_ended_may_be_missing(void **state)
{
	static const char *const missing[] = { "\"part\":1,", "\"parts\":1,", "\"total\":3," };
	struct made *m = sound();
	struct bundle b;
	struct bundle_fault f;
	(void)state;
	m->b.ended_n = m->b.declared_n = m->b.brought_n = 0;
	struct bytes file = file_of(m);
	char *s = arena_dup(arena, (const char *)file.p, file.n);
	for (size_t i = 0; i < 3; i++) {
		char *at = strstr(s, missing[i]);
		assert_non_null(at);
		memmove(at, at + strlen(missing[i]), strlen(at + strlen(missing[i])) + 1);
	}
	assert_true(bundle_read(arena, text(s), &b, &f));
	assert_int_equal(b.part, 1);
	assert_int_equal(b.parts, 1);
	assert_int_equal(b.total, MADE_RECORDS);
	assert_string_equal(fault_of(text(s)), "altered");
}

/* Of somebody whose records all fell, or who only passes on what they came with. */
static void it_may_hold_no_records(void **state)
{
	struct made *m = sound();
	(void)state;
	m->b.n = 0;
	assert_string_equal(fault_of(file_of(m)), "");
	m->b.ended_n = m->b.declared_n = 0;
	assert_string_equal(fault_of(file_of(m)), "");
	m->b.brought_n = 0;
	assert_string_equal(fault_of(file_of(m)), "empty");
}

static void no_byte_may_change_or_be_missing(void **state)
{
	struct bytes file = file_of(sound());
	(void)state;
	for (size_t i = 0; i < file.n; i++) {
		char *bad = arena_dup(arena, (const char *)file.p, file.n);
		bad[i] = (char)(bad[i] ^ 1);
		if (!*fault_of((struct bytes){ (const uint8_t *)bad, file.n }))
			fail_msg("byte %zu changed", i);
	}
	for (size_t n = 0; n < file.n; n += 7)
		if (!*fault_of((struct bytes){ file.p, n }))
			fail_msg("%zu bytes", n);
	const char *more = arena_fmt(arena, "%s\n", arena_dup(arena, (const char *)file.p, file.n));
	assert_string_equal(fault_of(text(more)), "cut");
}

static void other_files_are_told_apart(void **state)
{
	(void)state;
	assert_string_equal(fault_of(text("")), "no_bundle");
	assert_string_equal(fault_of(text("date,hours\n")), "no_bundle");
	assert_string_equal(fault_of(text("{}")), "no_bundle");
	assert_string_equal(fault_of(text("{\"format\":\"zyz-bundle-2\",\"x\":1}")), "version");
	assert_string_equal(fault_of(text("{\"format\":\"zyz-bundle-1\",\"x\":1}")), "cut");
	assert_string_equal(fault_of(fill('{', BUNDLE_BYTES + 1)), "size");
}

static void another_key_is_no_signature(void **state)
{
	struct bytes file = file_of(sound());
	struct bundle b;
	struct bundle_fault f;
	(void)state;
	assert_true(bundle_read(arena, file, &b, &f));
	assert_false(bundle_check(arena, file, &b, fill(3, 32), now, &f));
	assert_string_equal(f.word, "altered");
}

static const char *spoilt(void (*spoil)(struct made *m))
{
	struct made *m = sound();
	spoil(m);
	return fault_of(file_of(m));
}

#define SPOIL(name, what) \
	static void name(struct made *m) \
	{ \
		what; \
	}
SPOIL(no_records, m->b.n = m->b.ended_n = m->b.declared_n = m->b.brought_n = 0)
SPOIL(negative, m->r[0].minutes = -95)
SPOIL(nothing_served, (m->r[0].minutes = 0, m->r[0].ends_at = m->r[0].starts_at))
SPOIL(more_than_served, m->r[1].minutes = 96)
SPOIL(less_in_ledger, m->ledger_minutes = "30")
SPOIL(withdrawn, m->kind = "withdrawn")
SPOIL(unknown_evidence, m->r[0].evidence = "magic")
SPOIL(other_day, m->r[0].served_on = "2026-03-05")
SPOIL(over_midnight, (m->r[2].ends_at = "2026-03-04 00:35:00", m->r[2].minutes = 935))
SPOIL(seconds, m->r[0].starts_at = "2026-03-01 09:00:30")
SPOIL(in_the_future, (m->r[0].served_on = "2026-11-23", m->r[0].starts_at = "2026-11-23 09:00:00",
		      m->r[0].ends_at = "2026-11-23 10:35:00"))
SPOIL(made_later, m->b.made_at = "2026-12-01 10:00:00")
SPOIL(head_later, m->b.head.head.at_ms = 1900000000000)
SPOIL(twice, m->r[2].key = m->r[0].key)
SPOIL(two_places, (m->r[1].served_on = "2026-03-01", m->r[1].starts_at = "2026-03-01 10:34:00",
		   m->r[1].ends_at = "2026-03-01 12:09:00"))
SPOIL(ended_holds, m->x[0].kind = "effective")
SPOIL(ended_and_holds, m->x[0].key = m->r[1].key)
SPOIL(ended_longer, m->x[0].minutes = 96)
SPOIL(part_too_high, m->b.part = 2)
SPOIL(part_zero, m->b.part = 0)
SPOIL(parts_many, m->b.parts = BUNDLE_PARTS + 1)
SPOIL(declared_none, m->d[0].minutes = 0)
SPOIL(declared_later, m->d[0].served_on = "2026-11-23")
SPOIL(declared_half, m->d[0].ends_at = "2026-03-06 10:00:00")
SPOIL(no_name, m->b.name = "")
SPOIL(bell, m->r[0].title = "a\ab")
SPOIL(no_day, m->b.made_at = "2026-11-20")
SPOIL(short_uid, m->b.uid = "00")
SPOIL(long_title, m->r[0].title = arena_fmt(arena, "%0500d", 1))

static void each_fault_has_its_name(void **state)
{
	static const struct {
		void (*spoil)(struct made *m);
		const char *word;
	} cases[] = { { no_records, "empty" },
		      { negative, "content" },
		      { nothing_served, "record" },
		      { more_than_served, "record" },
		      { less_in_ledger, "record" },
		      { withdrawn, "record" },
		      { unknown_evidence, "record" },
		      { other_day, "record" },
		      { over_midnight, "record" },
		      { seconds, "record" },
		      { in_the_future, "future" },
		      { made_later, "future" },
		      { head_later, "future" },
		      { twice, "duplicate" },
		      { two_places, "overlap" },
		      { ended_holds, "content" },
		      { ended_and_holds, "duplicate" },
		      { ended_longer, "record" },
		      { part_too_high, "content" },
		      { part_zero, "content" },
		      { parts_many, "content" },
		      { declared_none, "content" },
		      { declared_later, "future" },
		      { declared_half, "content" },
		      { no_name, "content" },
		      { bell, "content" },
		      { no_day, "content" },
		      { short_uid, "content" },
		      { long_title, "content" } };
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (strcmp(spoilt(cases[i].spoil), cases[i].word) != 0)
			fail_msg("case %zu: %s, not %s", i, spoilt(cases[i].spoil), cases[i].word);
}

/* Signed by the right key, but the proofs are of something else. */
static void proofs_are_of_these_records(void **state)
{
	struct made *m = sound();
	(void)state;
	(void)file_of(m);
	m->r[0].place = 1;
	assert_string_equal(fault_of(bundle_make(arena, &m->b)), "proof");
	m = sound();
	(void)file_of(m);
	m->b.commitment = fill(1, 32);
	assert_string_equal(fault_of(bundle_make(arena, &m->b)), "proof");
	m = sound();
	(void)file_of(m);
	m->r[1].path.n -= MERKLE_HASH;
	assert_string_equal(fault_of(bundle_make(arena, &m->b)), "proof");
	m = sound();
	(void)file_of(m);
	m->x[0].place = 6;
	assert_string_equal(fault_of(bundle_make(arena, &m->b)), "proof");
	m = sound();
	(void)file_of(m);
	m->b.head.signature = fill(1, 64);
	assert_string_equal(fault_of(bundle_make(arena, &m->b)), "head");
}

static void it_is_of_one_person(void **state)
{
	struct bundle b = { .salt = fill(5, BUNDLE_SALT) };
	(void)state;
	b.check = bundle_person(arena, "61050219900307002x", b.salt);
	assert_true(bundle_is_of(&b, "61050219900307002X"));
	assert_false(bundle_is_of(&b, "610502199003070021"));
	b.salt = fill(6, BUNDLE_SALT);
	assert_false(bundle_is_of(&b, "61050219900307002X"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_made_is_taken),
		cmocka_unit_test(parts_and_what_ended_may_be_missing),
		cmocka_unit_test(it_may_hold_no_records),
		cmocka_unit_test(no_byte_may_change_or_be_missing),
		cmocka_unit_test(other_files_are_told_apart),
		cmocka_unit_test(another_key_is_no_signature),
		cmocka_unit_test(each_fault_has_its_name),
		cmocka_unit_test(proofs_are_of_these_records),
		cmocka_unit_test(it_is_of_one_person),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
