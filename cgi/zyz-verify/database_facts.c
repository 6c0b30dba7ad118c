/* database_facts.c - the facts of facts.h out of a running station. A schema without marks, or
 * a copy of some tables, is read as far as it goes; what was not there is said. */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "facts.h"

/* By the way of the keys that hold all of it; each row says what was seen. */
static const struct {
	const char *table, *sql;
	uint8_t what;
} seen_sql[] = {
	{ "roster", "SELECT activity_id, person_id, 1 FROM roster WHERE state = 'on'",
	  SEEN_ROSTER },
	{ "attendance",
	  "SELECT activity_id, person_id, IF(direction = 'in', 2, 4) FROM attendance "
	  "FORCE INDEX (attendance_once) ORDER BY activity_id, person_id",
	  SEEN_IN | SEEN_OUT },
	{ "home_service",
	  "SELECT activity_id, person_id, 8 FROM home_service h WHERE state = 'confirmed' AND "
	  "record_id IS NOT NULL AND (way = 'code' OR EXISTS (SELECT 1 FROM code_card_use u WHERE "
	  "u.home_service_id = h.id)) ORDER BY activity_id, person_id",
	  SEEN_MET },
};

struct reading {
	struct facts *f;
};

static int64_t number(const char *s)
{
	return s ? strtoll(s, NULL, 10) : 0;
}

static void text(char *out, size_t size, const char *s)
{
	(void)snprintf(out, size, "%s", s ? s : "");
}

static bool seen_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	(void)n;
	facts_seen(r->f, number(row[0]), number(row[1]), (uint8_t)number(row[2]));
	return true;
}

static bool star_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct star s = { .person = number(row[1]),
			  .star = number(row[2]),
			  .minutes = number(row[3]),
			  .decided = number(row[4]),
			  .settled = number(row[5]),
			  .noticed = number(row[6]),
			  .awarded = number(row[7]),
			  .given = number(row[8]) == 1,
			  .marked = number(row[9]) == 1,
			  .before = number(row[10]) == 1 };
	(void)n;
	text(s.ref, sizeof(s.ref), row[0]);
	facts_star(r->f, &s);
	return true;
}

static bool decided_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct decided d = { .proposer = number(row[1]),
			     .decider = number(row[2]),
			     .level = number(row[3]),
			     .wanted_level = number(row[4]),
			     .minutes = number(row[5]),
			     .wanted = number(row[6]),
			     .own = number(row[7]) == 1,
			     .entitled = number(row[8]) == 1 };
	(void)n;
	text(d.ref, sizeof(d.ref), row[0]);
	facts_decided(r->f, &d);
	return true;
}

static bool honour_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct honour h = { .created = number(row[1]),
			    .verified = number(row[2]),
			    .noticed = number(row[3]),
			    .own = number(row[4]) == 1,
			    .effective = number(row[5]) == 1,
			    .marked = number(row[6]) == 1,
			    .before = number(row[7]) == 1 };
	(void)n;
	text(h.no, sizeof(h.no), row[0]);
	facts_honour(r->f, &h);
	return true;
}

static bool brought_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct brought b = { .minutes = number(row[1]),
			     .sum = number(row[2]),
			     .entered = number(row[3]),
			     .handled = number(row[4]),
			     .verified = number(row[5]) == 1,
			     .marked = number(row[6]) == 1 };
	(void)n;
	text(b.no, sizeof(b.no), row[0]);
	facts_brought(r->f, &b);
	return true;
}

static bool elsewhere_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	(void)n;
	facts_elsewhere(r->f, number(row[0]), number(row[1]), number(row[2]));
	return true;
}

static bool rank_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct rank k = { .star = number(row[1]), .awarded = number(row[2]) };
	(void)n;
	text(k.who, sizeof(k.who), row[0]);
	facts_rank(r->f, &k);
	return true;
}

static bool spent_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct spent s = { .card = number(row[1]),
			   .place = number(row[2]),
			   .code = number(row[3]),
			   .salt = { (int64_t)strtoull(row[4], NULL, 16),
				     (int64_t)strtoull(row[5], NULL, 16) },
			   .anchor = number(row[6]),
			   .handed = number(row[7]),
			   .revoked = number(row[8]),
			   .typed = number(row[9]),
			   .used = number(row[10]) == 1,
			   .theirs = number(row[11]) == 1 };
	(void)n;
	text(s.no, sizeof(s.no), row[0]);
	facts_spent(r->f, &s);
	return true;
}

static bool limit_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	(void)n;
	facts_limit(r->f, number(row[0]));
	return true;
}

static int seen(struct database *d, struct reading *r)
{
	int rc = WELL;
	for (size_t i = 0; !rc && i < sizeof(seen_sql) / sizeof(seen_sql[0]); i++) {
		if (!database_there(d, seen_sql[i].table, "person_id")) {
			fprintf(stderr, "zyz-verify: there is no table %s, it was not asked\n",
				seen_sql[i].table);
			continue;
		}
		facts_whole(r->f, seen_sql[i].what);
		rc = database_each(d, seen_sql[i].sql, seen_row, r);
	}
	return rc;
}

#define BEFORE(kind, column) \
	"COALESCE(" column " <= (SELECT at FROM mark_start WHERE kind = '" kind "'), 1)"

/* table: what must be there for the question to make sense. */
static const struct question {
	const char *table, *column, *sql;
	bool (*row)(void *ctx, MYSQL_ROW row, const unsigned long *n);
} questions[] = {
	{ "setting", "value",
	  "SELECT value FROM setting WHERE name = 'day_second_minutes' AND value REGEXP '^[0-9]+$'",
	  limit_row },
	{ "station_setting", "value",
	  "SELECT value FROM station_setting WHERE name = 'day_second_minutes' AND value REGEXP "
	  "'^[0-9]+$'",
	  limit_row },
	{ "transfer_record", "counted",
	  "SELECT person_id, served_on + 0, minutes FROM transfer_record WHERE counted = 1",
	  elsewhere_row },
	{ "transfer", "mark",
	  "SELECT t.no, t.counted_minutes, (SELECT COALESCE(SUM(b.minutes), 0) FROM "
	  "transfer_record b WHERE b.transfer_id = t.id AND b.counted = 1) AS told, t.entered_by, "
	  "t.handled_by, t.key_id IS NOT NULL, t.mark IS NOT NULL FROM transfer t "
	  "WHERE t.direction = 'in' HAVING t.counted_minutes > 0 OR told > 0",
	  brought_row },
	{ "star_award", "mark",
	  "SELECT LOWER(HEX(x.uid)), x.person_id, x.star, x.minutes, x.decided_by, x.settled_by, "
	  "x.notice_until + 0, x.awarded_on + 0, x.state = 'awarded', x.mark IS NOT NULL, " BEFORE(
		  "honour",
		  "x.awarded_on") " FROM star_award x WHERE x.state IN ('notice', 'awarded')",
	  star_row },
	{ "star_award", "level_id",
	  "SELECT LOWER(HEX(x.uid)), x.proposed_by, x.decided_by, x.decided_level, l.decider, "
	  "x.minutes, COALESCE(l.hours * 60, x.wanted_minutes), EXISTS (SELECT 1 FROM staff f "
	  "WHERE "
	  "f.id IN (x.proposed_by, x.decided_by) AND f.person_id = x.person_id), EXISTS (SELECT 1 "
	  "FROM staff_role o JOIN region g ON g.code = o.region_code JOIN station s ON s.id = "
	  "x.station_id WHERE o.staff_id = x.decided_by AND o.role = 'overseer' AND g.level = "
	  "x.decided_level AND LEFT(s.region_code, 2 * g.level) = LEFT(g.code, 2 * g.level) AND "
	  "COALESCE(o.ended_at >= x.decided_at, 1)) FROM star_award x JOIN star_level l ON l.id = "
	  "x.level_id WHERE x.state IN ('notice', 'disputed', 'awarded') ORDER BY x.id",
	  decided_row },
	{ "honour", "mark",
	  "SELECT x.no, x.created_by, x.verified_by, x.notice_until + 0, x.authority_kind = 'own', "
	  "x.state = 'effective', x.mark IS NOT NULL, " BEFORE(
		  "honour",
		  "x.created_at") " FROM honour x WHERE x.state IN ('notice', 'effective')",
	  honour_row },
	{ "code_card_use", "code",
	  "SELECT c.no, u.card_id, u.place, u.code, HEX(LEFT(c.salt, 8)), HEX(RIGHT(c.salt, 8)), "
	  "c.anchor, UNIX_TIMESTAMP(c.handed_at), UNIX_TIMESTAMP(c.revoked_at), "
	  "UNIX_TIMESTAMP(u.typed_at), u.home_service_id IS NOT NULL, h.household_id = "
	  "c.household_id FROM code_card_use u JOIN code_card c ON c.id = u.card_id LEFT JOIN "
	  "home_service h ON h.id = u.home_service_id ORDER BY u.card_id, u.place",
	  spent_row },
	{ "star_award", "mark",
	  "SELECT v.no, v.star, COALESCE((SELECT MAX(s.star) FROM star_award s WHERE s.person_id = "
	  "v.person_id AND s.state = 'awarded'), 0) AS given FROM volunteer v WHERE v.star > 0 "
	  "HAVING v.star > given",
	  rank_row },
};

int database_facts(struct source *s, struct facts *f)
{
	struct database *d = (struct database *)s;
	struct reading r = { f };
	/* Whoever asked for the records has them by now. */
	int rc = s->hours ? WELL : database_records(d, NULL, f);
	if (!rc)
		rc = seen(d, &r);
	for (size_t i = 0; !rc && i < sizeof(questions) / sizeof(questions[0]); i++) {
		const struct question *k = &questions[i];
		if (database_there(d, k->table, k->column))
			rc = database_each(d, k->sql, k->row, &r);
	}
	if (!rc)
		rc = database_bank(d, f);
	return rc ? rc : database_sums(d, f);
}
