/*
 * bundle_test.c - bundle.h: what was made is taken, no byte of it may change or be missing, and
 * every fault has its name. The tree beside it is tree.h's.
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

#include "bundle.h"
#include "clock.h"
#include "config.h"
#include "merkle.h"
#include "secret.h"
#include "tree.h"

enum { RECORDS = 3 };

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
	static const char *const names[] = { "seal.key", "index.key", "sign.key" };
	(void)state;
	for (size_t i = 0; i < 3; i++)
		unlink(arena_fmt(arena, "%s/%s", dir, names[i]));
	int left = rmdir(dir);
	arena_free(arena);
	return left;
}

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

/* What the tests spoil before it is signed. */
struct made {
	struct bundle b;
	struct bundle_record r[RECORDS], x[1], d[1]; /* x: taken back, d: declared */
	struct bytes within[1];
	const char *kind, *ledger_minutes; /* NULL: as they should be */
};

static struct bytes fields_of(const struct made *m, const struct bundle_record *r)
{
	struct buf b = { .arena = arena };
	uint8_t uid[16];
	assert_true(hex_decode(r->key, uid, sizeof(uid)));
	ledger_part(&b, text("zyz-event-1"));
	ledger_part(&b, text(str_or(r->kind, str_or(m->kind, "effective"))));
	ledger_part(&b, BYTES(uid));
	ledger_part(&b, text("1"));
	ledger_part(&b, text(r->no));
	ledger_part(&b, text("7"));
	ledger_part(&b, text("A2600700001"));
	ledger_part(&b, text(r->served_on));
	ledger_part(&b, text(r->starts_at));
	ledger_part(&b, text(r->ends_at));
	ledger_part(&b, text(m->ledger_minutes ? m->ledger_minutes
					       : arena_fmt(arena, "%lld", (long long)r->minutes)));
	ledger_part(&b, text(r->evidence));
	for (int i = 12; i < 23; i++)
		ledger_part(&b, text(""));
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

static struct bytes fill(int byte, size_t n)
{
	uint8_t *p = arena_alloc(arena, n);
	memset(p, byte, n);
	return (struct bytes){ p, n };
}

static struct made *sound(void)
{
	struct made *m = arena_alloc(arena, sizeof(*m));
	uint32_t id = secret_key_id();
	uint8_t key[BUNDLE_KEY] = { (uint8_t)(id >> 24), (uint8_t)(id >> 16), (uint8_t)(id >> 8),
				    (uint8_t)id };
	m->b = (struct bundle){ .uid = "000102030405060708090a0b0c0d0e0f",
				.no = "B2600700001",
				.made_at = "2026-11-20 10:00:00",
				.station = "河滨志愿服务站",
				.name = "林小满",
				.volunteer_no = "V2600700001",
				.station_no = 7,
				.salt = fill(5, BUNDLE_SALT),
				.commitment = fill(6, 32),
				.check = fill(9, 32),
				.records = m->r,
				.n = RECORDS,
				.part = 1,
				.parts = 1,
				.total = RECORDS };
	for (int i = 0; i < RECORDS; i++)
		m->r[i] = (struct bundle_record){
			.key = arena_fmt(arena, "%032d", i + 1),
			.no = "R2600700001",
			.title = "河道\"清洁\"",
			.organiser = "河滨站",
			.served_on = arena_fmt(arena, "2026-03-0%d", i + 1),
			.starts_at = arena_fmt(arena, "2026-03-0%d 09:00:00", i + 1),
			.ends_at = arena_fmt(arena, "2026-03-0%d 10:35:00", i + 1),
			.evidence = "scan",
			.at = "2026-03-10 02:00:00.000",
			.minutes = 95,
			.place = 2 * i,
			.event = fill(20 + i, 16)
		};
	m->x[0] = m->r[0];
	m->x[0].key = arena_fmt(arena, "%032d", 9);
	m->x[0].kind = "withdrawn";
	m->x[0].event = fill(40, 16);
	m->x[0].place = 5;
	m->b.ended = m->x;
	m->b.ended_n = 1;
	m->d[0] = (struct bundle_record){ .key = "csv1",
					  .title = "讲解",
					  .origin = "平台甲",
					  .served_on = "2026-03-06",
					  .minutes = 60 };
	m->b.declared = m->d;
	m->b.declared_n = 1;
	m->within[0] = text("{\"format\":\"zyz-bundle-1\",\"林\"}\n");
	m->b.brought = m->within;
	m->b.brought_n = 1;
	m->b.head.head = (struct ledger_sign){
		.no = 4, .size = TREE_LEAVES, .at_ms = 1772000000000, .prev = fill(7, 32)
	};
	m->b.head.head.key = (struct bytes){ (uint8_t *)arena_dup(arena, (char *)key, BUNDLE_KEY),
					     BUNDLE_KEY };
	return m;
}

/* Tree, head and bundle are made and signed, whatever the records say. */
static struct bytes file_of(struct made *m)
{
	uint8_t *root = arena_alloc(arena, MERKLE_HASH);
	for (int i = 0; i < TREE_LEAVES; i++)
		merkle_leaf(&i, sizeof(i), tree_leaves[i]);
	for (size_t i = 0; i < m->b.n + m->b.ended_n; i++) {
		struct bundle_record *r = i < m->b.n ? &m->r[i] : &m->x[i - m->b.n];
		r->fields = fields_of(m, r);
		struct bytes e = ledger_entry(arena, r->event, r->at, m->b.commitment, r->fields);
		merkle_leaf(e.p, e.n, tree_leaves[r->place]);
	}
	tree_root(0, TREE_LEAVES, root);
	for (size_t i = 0; i < m->b.n + m->b.ended_n; i++) {
		struct bundle_record *r = i < m->b.n ? &m->r[i] : &m->x[i - m->b.n];
		struct buf path = { .arena = arena };
		tree_path(&path, (size_t)r->place, 0, TREE_LEAVES);
		r->path = (struct bytes){ (const uint8_t *)path.p, path.n };
	}
	m->b.head.head.root = (struct bytes){ root, MERKLE_HASH };
	m->b.head.signature = secret_sign(arena, ledger_message(arena, &m->b.head.head));
	return bundle_make(arena, &m->b);
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
	assert_int_equal(b.n, RECORDS);
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
	assert_int_equal(b.total, RECORDS);
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
