/*
 * marks.c - marks against the keys themselves, for whoever holds them (--marks FOLDER, the
 * installation's secret_dir): that a row bears 33 bytes says little, that they are ours says who
 * put it there.
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "database.h"

enum { KEYS = 16, MARK = 1 + HASH, COLUMNS_MOST = 40, LINE_BYTES = 80 };

/* The columns are those under the mark, in their order; the last two are the mark and a name.
 * Between sql and where stands whom the mark speaks of. older: a form without the last of them. */
static const struct kind {
	const char *name, *format, *older, *table, *sql, *where;
} kinds[] = {
	{ "record", "zyz-mark-2", "zyz-mark-1", "service_record",
	  "SELECT h.uid, h.version, h.no, h.station_id, h.activity_id, h.project_id, p.uid, "
	  "h.served_on, h.starts_at, h.ends_at, h.minutes, h.evidence, h.offline, h.category, "
	  "h.activity_published_at, h.logged_at, h.logger_id, h.leader_id, h.leader_at, "
	  "h.reviewer_id, h.reviewed_at, h.second_reviewer_id, h.second_reviewed_at, "
	  "IF(h.notice_until IS NULL, '', h.flags), h.notice_until, h.mark, CONCAT('record ', "
	  "h.no) "
	  "FROM service_record h JOIN person p ON p.id = ",
	  " WHERE h.mark IS NOT NULL AND h.state IN ('to_review', 'notice', 'disputed')" },
	{ "honour", "zyz-honour-1", NULL, "honour",
	  "SELECT LOWER(HEX(h.uid)), h.version, h.no, h.station_id, LOWER(HEX(p.uid)), h.name, "
	  "h.awarded_on, h.authority, h.authority_kind, h.created_by, h.verified_by, h.state, "
	  "h.mark, CONCAT('honour ', h.no) FROM honour h LEFT JOIN person p ON p.id = ",
	  " WHERE h.mark IS NOT NULL AND h.state IN ('notice', 'effective')" },
	{ "honour", "zyz-star-2", "zyz-star-1", "star_award",
	  "SELECT LOWER(HEX(h.uid)), h.version, 'star', h.station_id, LOWER(HEX(p.uid)), h.star, "
	  "h.minutes, h.proposed_at, h.awarded_on, h.decided_by, h.settled_by, h.state, "
	  "CONCAT_WS('/', h.proposed_by, h.level_id, h.wanted_minutes, h.decided_level), h.mark, "
	  "CONCAT('star ', h.star, ', award ', LOWER(HEX(h.uid))) FROM star_award h "
	  "JOIN person p ON p.id = ",
	  " WHERE h.mark IS NOT NULL AND h.state IN ('notice', 'awarded')" },
	{ "brought", "zyz-brought-1", NULL, "transfer",
	  "SELECT LOWER(HEX(h.uid)), h.no, LOWER(HEX(p.uid)), LOWER(HEX(h.key_id)), h.entered_by, "
	  "h.handled_by, h.counted_minutes, (SELECT SHA2(GROUP_CONCAT(b.source_key, ' ', "
	  "b.served_on, ' ', b.minutes ORDER BY b.id), 256) FROM transfer_record b WHERE "
	  "b.transfer_id = h.id AND b.counted = 1), h.mark, CONCAT('transfer ', h.no) "
	  "FROM transfer h JOIN person p ON p.id = ",
	  " WHERE h.mark IS NOT NULL AND h.direction = 'in' AND h.counted_minutes > 0" },
};

struct asking {
	const struct kind *kind;
	uint8_t key[KEYS][HASH];
	size_t keys;
	unsigned columns;
};

static void mac(const uint8_t key[HASH], const uint8_t *p, size_t n, uint8_t out[HASH])
{
	crypto_auth_hmacsha256_state state;
	crypto_auth_hmacsha256_init(&state, key, HASH);
	crypto_auth_hmacsha256_update(&state, p, n);
	crypto_auth_hmacsha256_final(&state, out);
}

/* Each line of the file is a key; the one that marks is made of it and the kind's name. */
static bool read_keys(struct asking *a, const char *folder)
{
	char path[4096], line[LINE_BYTES], use[LINE_BYTES];
	uint8_t raw[HASH];
	(void)snprintf(path, sizeof(path), "%s/mark-%s.key", folder, a->kind->name);
	(void)snprintf(use, sizeof(use), "zyz mark %s", a->kind->name);
	FILE *f = fopen(path, "r");
	bool good = f != NULL;
	a->keys = 0;
	while (good && a->keys < KEYS && fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		good = hex_in(line, raw, HASH);
		mac(raw, (const uint8_t *)use, strlen(use), a->key[a->keys++]);
	}
	sodium_memzero(raw, sizeof(raw));
	if (f)
		(void)fclose(f);
	if (!good || !a->keys)
		fprintf(stderr, "zyz-verify: %s holds no keys\n", path);
	return good && a->keys;
}

static void add(crypto_auth_hmacsha256_state *s, const void *p, size_t n)
{
	uint8_t length[4] = { (uint8_t)(n >> 24), (uint8_t)(n >> 16), (uint8_t)(n >> 8),
			      (uint8_t)n };
	crypto_auth_hmacsha256_update(s, length, sizeof(length));
	crypto_auth_hmacsha256_update(s, p, n);
}

/* Whether the mark is that of the first so many columns. */
static bool fits(const struct asking *a, const char *format, unsigned columns, MYSQL_ROW row,
		 const unsigned long *n)
{
	unsigned last = a->columns - 2;
	const uint8_t *mark = (const uint8_t *)row[last];
	size_t id = n[last] == MARK ? mark[0] : 0;
	uint8_t made[HASH];
	crypto_auth_hmacsha256_state s;
	if (!format || id < 1 || id > a->keys)
		return false;
	crypto_auth_hmacsha256_init(&s, a->key[id - 1], HASH);
	add(&s, format, strlen(format));
	for (unsigned i = 0; i < columns; i++)
		add(&s, row[i] ? row[i] : "", row[i] ? n[i] : 0);
	crypto_auth_hmacsha256_final(&s, made);
	return sodium_memcmp(made, mark + 1, HASH) == 0;
}

static bool marked_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct asking *a = ctx;
	unsigned last = a->columns - 2;
	if (!fits(a, a->kind->format, last, row, n) && !fits(a, a->kind->older, last - 1, row, n))
		fault(BREACH, NOWHERE, "%s: its mark is not ours", row[last + 1]);
	return true;
}

/* How many a SELECT names: those between commas outside of brackets. */
static unsigned columns_of(const char *sql)
{
	unsigned n = 1;
	int depth = 0;
	for (const char *p = sql; *p && (depth || strncmp(p, " FROM ", 6) != 0); p++) {
		depth += (*p == '(') - (*p == ')');
		n += *p == ',' && !depth;
	}
	return n;
}

/* A row that went over to another registration of the same person keeps whom it was proved as. */
static int ask(struct database *d, struct asking *a)
{
	char sql[2000];
	const struct kind *k = a->kind;
	bool moved = database_there(d, k->table, "proved_as");
	if (!database_there(d, k->table, "mark"))
		return WELL;
	(void)snprintf(sql, sizeof(sql), "%s%s%s", k->sql,
		       moved ? "COALESCE(h.proved_as, h.person_id)" : "h.person_id", k->where);
	return database_each(d, sql, marked_row, a);
}

int marks_check(struct source *s, const char *folder)
{
	static struct asking a;
	int rc = WELL;
	for (size_t i = 0; !rc && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		a.kind = &kinds[i];
		a.columns = columns_of(kinds[i].sql);
		if (!read_keys(&a, folder))
			rc = CANNOT;
		else
			rc = ask((struct database *)s, &a);
	}
	sodium_memzero(&a, sizeof(a));
	return rc;
}
