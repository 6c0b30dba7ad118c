/*
 * bundle_test.c - bundle.h: what was made is taken, no byte of it may change or be missing, and
 * every fault has its name. The tree beside it is built by the recursion of RFC 9162 §2.1.3.1.
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

enum { RECORDS = 3, LEAVES = 7 };

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

static uint8_t leaves[LEAVES][MERKLE_HASH];

static void root_of(size_t from, size_t n, uint8_t out[MERKLE_HASH])
{
	uint8_t right[MERKLE_HASH];
	size_t half = 1;
	if (n == 1) {
		memcpy(out, leaves[from], MERKLE_HASH);
		return;
	}
	while (2 * half < n)
		half *= 2;
	root_of(from, half, out);
	root_of(from + half, n - half, right);
	merkle_join(out, right, out);
}

static void path_of(struct buf *b, size_t at, size_t from, size_t n)
{
	uint8_t side[MERKLE_HASH];
	size_t half = 1;
	if (n == 1)
		return;
	while (2 * half < n)
		half *= 2;
	bool left = at < from + half;
	path_of(b, at, left ? from : from + half, left ? half : n - half);
	root_of(left ? from + half : from, left ? n - half : half, side);
	buf_add(b, (const char *)side, sizeof(side));
}

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

/* What the tests spoil before it is signed. */
struct made {
	struct bundle b;
	struct bundle_record r[RECORDS];
	const char *kind, *ledger_minutes; /* NULL: as they should be */
};

static struct bytes fields_of(const struct made *m, const struct bundle_record *r)
{
	struct buf b = { .arena = arena };
	uint8_t uid[16];
	assert_true(hex_decode(r->key, uid, sizeof(uid)));
	ledger_part(&b, text("zyz-event-1"));
	ledger_part(&b, text(str_or(m->kind, "effective")));
	ledger_part(&b, BYTES(uid));
	ledger_part(&b, text("1"));
	ledger_part(&b, text(r->no));
	ledger_part(&b, text("7"));
	ledger_part(&b, text("A2600700001"));
	ledger_part(&b, text(r->served_on));
	ledger_part(&b, text(r->starts_at));
	ledger_part(&b, text(r->ends_at));
	ledger_part(&b, text(m->ledger_minutes
				     ? m->ledger_minutes
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
	m->b = (struct bundle){ .uid = "000102030405060708090a0b0c0d0e0f", .no = "B2600700001",
				.made_at = "2026-11-20 10:00:00", .station = "河滨志愿服务站",
				.name = "林小满", .volunteer_no = "V2600700001", .station_no = 7,
				.salt = fill(5, BUNDLE_SALT), .commitment = fill(6, 32),
				.check = fill(9, 32), .records = m->r, .n = RECORDS };
	for (int i = 0; i < RECORDS; i++)
		m->r[i] = (struct bundle_record){
			.key = arena_fmt(arena, "%032d", i + 1), .no = "R2600700001",
			.title = "河道\"清洁\"", .organiser = "河滨站",
			.served_on = arena_fmt(arena, "2026-03-0%d", i + 1),
			.starts_at = arena_fmt(arena, "2026-03-0%d 09:00:00", i + 1),
			.ends_at = arena_fmt(arena, "2026-03-0%d 10:35:00", i + 1),
			.evidence = "scan", .at = "2026-03-10 02:00:00.000", .minutes = 95,
			.place = 2 * i, .event = fill(20 + i, 16)
		};
	m->b.head.head = (struct ledger_sign){ .no = 4, .size = LEAVES, .at_ms = 1772000000000,
					       .prev = fill(7, 32) };
	m->b.head.head.key = (struct bytes){ (uint8_t *)arena_dup(arena, (char *)key, BUNDLE_KEY),
					     BUNDLE_KEY };
	return m;
}

/* Tree, head and bundle are made and signed, whatever the records say. */
static struct bytes file_of(struct made *m)
{
	uint8_t *root = arena_alloc(arena, MERKLE_HASH);
	for (int i = 0; i < LEAVES; i++)
		merkle_leaf(&i, sizeof(i), leaves[i]);
	for (size_t i = 0; i < m->b.n; i++) {
		struct bundle_record *r = &m->r[i];
		r->fields = fields_of(m, r);
		struct bytes e = ledger_entry(arena, r->event, r->at, m->b.commitment, r->fields);
		merkle_leaf(e.p, e.n, leaves[r->place]);
	}
	root_of(0, LEAVES, root);
	for (size_t i = 0; i < m->b.n; i++) {
		struct buf path = { .arena = arena };
		path_of(&path, (size_t)m->r[i].place, 0, LEAVES);
		m->r[i].path = (struct bytes){ (const uint8_t *)path.p, path.n };
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
	assert_int_equal(b.head.head.size, LEAVES);
	assert_memory_equal(b.salt.p, m->b.salt.p, BUNDLE_SALT);
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
SPOIL(no_records, m->b.n = 0)
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
	} cases[] = {
		{ no_records, "empty" }, { negative, "content" }, { nothing_served, "record" },
		{ more_than_served, "record" }, { less_in_ledger, "record" },
		{ withdrawn, "record" }, { unknown_evidence, "record" }, { other_day, "record" },
		{ over_midnight, "record" }, { seconds, "record" }, { in_the_future, "future" },
		{ made_later, "future" }, { head_later, "future" }, { twice, "duplicate" },
		{ two_places, "overlap" }, { no_name, "content" }, { bell, "content" },
		{ no_day, "content" }, { short_uid, "content" }, { long_title, "content" }
	};
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
	m->b.head.signature = fill(1, 64);
	assert_string_equal(fault_of(bundle_make(arena, &m->b)), "head");
}

static void a_proof_holds_at_its_place_alone(void **state)
{
	uint8_t root[MERKLE_HASH];
	(void)state;
	for (int i = 0; i < LEAVES; i++)
		merkle_leaf(&i, sizeof(i), leaves[i]);
	for (size_t size = 1; size <= LEAVES; size++) {
		root_of(0, size, root);
		for (size_t at = 0; at < size; at++) {
			struct buf p = { .arena = arena };
			path_of(&p, at, 0, size);
			const uint8_t *path = (const uint8_t *)p.p;
			size_t n = p.n / MERKLE_HASH;
			for (size_t other = 0; other <= size; other++)
				assert_int_equal(merkle_proves(leaves[at], (int64_t)other,
							       (int64_t)size, path, n, root),
						 other == at);
			if (n)
				assert_false(merkle_proves(leaves[at], (int64_t)at, (int64_t)size,
							   path, n - 1, root));
			assert_false(merkle_proves(root, (int64_t)at, (int64_t)size + (size == 1),
						   path, n, leaves[0]));
		}
	}
	assert_false(merkle_proves(leaves[0], -1, 1, NULL, 0, leaves[0]));
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
		cmocka_unit_test(no_byte_may_change_or_be_missing),
		cmocka_unit_test(other_files_are_told_apart),
		cmocka_unit_test(another_key_is_no_signature),
		cmocka_unit_test(each_fault_has_its_name),
		cmocka_unit_test(proofs_are_of_these_records),
		cmocka_unit_test(a_proof_holds_at_its_place_alone),
		cmocka_unit_test(it_is_of_one_person),
	};
	return cmocka_run_group_tests(tests, setup, teardown);
}
