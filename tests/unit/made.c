/* made.c - a sound bundle, and its file with tree, head and signature. */
#include "made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "merkle.h"
#include "secret.h"
#include "tree.h"

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

static struct bytes made_fields(struct arena *arena, const struct made *m,
				const struct bundle_record *r)
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

struct bytes made_fill(struct arena *arena, int byte, size_t n)
{
	uint8_t *p = arena_alloc(arena, n);
	memset(p, byte, n);
	return (struct bytes){ p, n };
}

struct made *made_sound(struct arena *arena)
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
				.salt = made_fill(arena, 5, BUNDLE_SALT),
				.commitment = made_fill(arena, 6, 32),
				.check = made_fill(arena, 9, 32),
				.records = m->r,
				.n = MADE_RECORDS,
				.part = 1,
				.parts = 1,
				.total = MADE_RECORDS };
	for (int i = 0; i < MADE_RECORDS; i++)
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
			.event = made_fill(arena, 20 + i, 16)
		};
	m->x[0] = m->r[0];
	m->x[0].key = arena_fmt(arena, "%032d", 9);
	m->x[0].kind = "withdrawn";
	m->x[0].event = made_fill(arena, 40, 16);
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
	m->b.head.head = (struct ledger_sign){ .no = 4,
					       .size = TREE_LEAVES,
					       .at_ms = 1772000000000,
					       .prev = made_fill(arena, 7, 32) };
	m->b.head.head.key = (struct bytes){ (uint8_t *)arena_dup(arena, (char *)key, BUNDLE_KEY),
					     BUNDLE_KEY };
	return m;
}

struct bytes made_file(struct arena *arena, struct made *m)
{
	uint8_t *root = arena_alloc(arena, MERKLE_HASH);
	for (int i = 0; i < TREE_LEAVES; i++)
		merkle_leaf(&i, sizeof(i), tree_leaves[i]);
	for (size_t i = 0; i < m->b.n + m->b.ended_n; i++) {
		struct bundle_record *r = i < m->b.n ? &m->r[i] : &m->x[i - m->b.n];
		r->fields = made_fields(arena, m, r);
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
