/* database_sums.c - what does not come to what it should in the time bank, the green accounts and
 * the exchanges of a running station: rows that agree are not told. */
#include <stdlib.h>

#include "database.h"
#include "facts.h"

static int64_t number(const char *s)
{
	return s ? strtoll(s, NULL, 10) : 0;
}

/* what, reference, kept, said, most (-1: any). */
static bool sum_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct sum s = { .what = number(row[0]),
			 .kept = number(row[2]),
			 .said = number(row[3]),
			 .most = number(row[4]) };
	(void)n;
	(void)snprintf(s.ref, sizeof(s.ref), "%s", row[1] ? row[1] : "-");
	facts_sum(ctx, &s);
	return true;
}

#define DIFFER " HAVING kept <> said OR kept < 0 OR (most >= 0 AND kept > most)"
/* The most that a rule ever allowed: what it is by itself, for all, or, once a station changed it,
 * the most that it may be set to. */
#define MOST(name, usual, bound) \
	"GREATEST(" usual ", COALESCE((SELECT MAX(value + 0) FROM setting WHERE name = '" name \
	"'), 0), COALESCE((SELECT MAX(value + 0) FROM station_setting WHERE name = '" name \
	"'), 0), IF(EXISTS (SELECT 1 FROM audit WHERE action = 'station.rule' AND detail LIKE " \
	"'" name " %'), " bound ", 0))"
/* Entries of the time bank that hold something, and give it back or spend it. */
#define HELD \
	"COALESCE((SELECT SUM(IF(n.kind = 'reserve', n.minutes, -n.minutes)) FROM timebank_entry " \
	"n WHERE n.kind IN ('reserve', 'release', 'spend') AND n."
#define SPENT "COALESCE((SELECT SUM(n.minutes) FROM timebank_entry n WHERE n.kind = 'spend' AND n."

static const struct {
	const char *table, *column; /* that a schema of before has not */
	const char *sql;
} questions[] = {
	/* 0: a year's points, 1: what drops of a year brought */
	{ "green_year", "points",
	  "SELECT 0, CONCAT(a.no, '/', y.year) AS ref, y.points AS kept, COALESCE((SELECT "
	  "SUM(e.points) FROM green_entry e WHERE e.account_id = y.account_id AND e.year = "
	  "y.year), "
	  "0) AS said, IF(y.closed_at IS NULL, -1, 0) AS most FROM green_year y JOIN green_account "
	  "a "
	  "ON a.id = y.account_id" DIFFER },
	{ "green_year", "points",
	  "SELECT 1, CONCAT(a.no, '/', y.year) AS ref, y.earned AS kept, COALESCE((SELECT "
	  "SUM(e.points) FROM green_entry e WHERE e.account_id = y.account_id AND e.year = y.year "
	  "AND "
	  "e.kind = 'drop'), 0) AS said, " MOST("green_year_most", "7300",
						"36500") " AS most FROM green_year y JOIN "
							 "green_account a ON a.id = "
							 "y.account_id" DIFFER },
	{ "green_entry", "account_id",
	  "SELECT 0, CONCAT(a.no, '/', e.year) AS ref, 0 AS kept, SUM(e.points) AS said, -1 AS "
	  "most "
	  "FROM green_entry e JOIN green_account a ON a.id = e.account_id LEFT JOIN green_year y "
	  "ON "
	  "y.account_id = e.account_id AND y.year = e.year WHERE y.id IS NULL GROUP BY a.id, "
	  "e.year" DIFFER },
	/* 2: drops of a day that count */
	{ "green_day", "drops",
	  "SELECT 2, CONCAT(a.no, '/', x.day) AS ref, SUM(x.drops) AS kept, SUM(x.said) AS said, "
	  "" MOST("green_drops_day", "2",
		  "10") " AS most FROM (SELECT account_id, day, drops, 0 AS "
			"said FROM green_day UNION ALL SELECT account_id, "
			"DATE(happened_at), 0, 1 FROM green_entry WHERE "
			"result = 'counted') x JOIN green_account a ON a.id "
			"= x.account_id GROUP BY a.id, x.day" DIFFER },
	/* 3: points of a drop that counts */
	{ "green_entry", "account_id",
	  "SELECT 3, CONCAT(a.no, '/', DATE(e.happened_at)) AS ref, e.points AS kept, e.points AS "
	  "said, " MOST("green_points", "10",
			"100") " AS most FROM green_entry e JOIN green_account a "
			       "ON a.id = e.account_id WHERE e.result = "
			       "'counted'" DIFFER },
	/* 4: pieces taken of a gift; 5: its stock */
	{ "gift_exchange", "gift_id",
	  "SELECT 4, LEFT(LOWER(HEX(g.uid)), 32) AS ref, g.taken AS kept, (SELECT COUNT(*) FROM "
	  "gift_exchange x WHERE x.gift_id = g.id AND x.state IN ('waiting', 'handed')) AS said, "
	  "-1 "
	  "AS most FROM gift g" DIFFER },
	{ "gift_exchange", "gift_id",
	  "SELECT 5, LOWER(HEX(g.uid)) AS ref, g.stock AS kept, g.stock AS said, -1 AS most FROM "
	  "gift "
	  "g" DIFFER },
	/* 6: points paid for an exchange; of a year that was over when it ended they are gone */
	{ "gift_exchange", "gift_id",
	  "SELECT 6, LOWER(HEX(x.uid)) AS ref, IF(x.state IN ('waiting', 'handed'), x.points, "
	  "IF(x.year < YEAR(x.closed_at) AND p.paid = x.points, x.points, 0)) AS kept, p.paid AS "
	  "said, -1 AS most FROM gift_exchange x JOIN (SELECT w.id, COALESCE(-SUM(e.points), 0) AS "
	  "paid FROM gift_exchange w LEFT JOIN green_entry e ON e.exchange_id = w.id WHERE "
	  "w.points "
	  "IS NOT NULL GROUP BY w.id) p ON p.id = x.id" DIFFER },
	/* 7: hours held for an exchange or a withdrawal, 8: spent on it */
	{ "timebank_entry", "exchange_id",
	  "SELECT 7, LOWER(HEX(x.uid)) AS ref, IF(x.state = 'waiting', x.minutes, 0) AS kept, " HELD
	  "exchange_id = x.id), 0) AS said, -1 AS most FROM gift_exchange x WHERE x.minutes IS NOT "
	  "NULL" DIFFER },
	{ "timebank_entry", "exchange_id",
	  "SELECT 8, LOWER(HEX(x.uid)) AS ref, IF(x.state = 'handed', x.minutes, 0) AS kept, " SPENT
	  "exchange_id = x.id), 0) AS said, -1 AS most FROM gift_exchange x WHERE x.minutes IS NOT "
	  "NULL" DIFFER },
	{ "timebank_entry", "draw_id",
	  "SELECT 7, LOWER(HEX(d.uid)) AS ref, IF(d.state = 'reserved', d.minutes, 0) AS "
	  "kept, " HELD "draw_id = d.id), 0) AS said, -1 AS most FROM timebank_draw d" DIFFER },
	{ "timebank_entry", "draw_id",
	  "SELECT 8, LOWER(HEX(d.uid)) AS ref, IF(d.state = 'booked', d.served_minutes, 0) AS "
	  "kept, "
	  "" SPENT "draw_id = d.id), 0) AS said, d.minutes AS most FROM timebank_draw d" DIFFER },
	/* 9: a note, 10: time that says it came or went by one */
	{ "timebank_entry", "note_id",
	  "SELECT 9, LOWER(HEX(t.serial)) AS ref, t.minutes AS kept, COALESCE((SELECT "
	  "SUM(n.minutes) "
	  "FROM timebank_entry n WHERE n.note_id = t.id AND n.kind = CONCAT('note_', "
	  "t.direction)), 0) "
	  "AS said, -1 AS most FROM timebank_note t" DIFFER },
	{ "timebank_entry", "note_id",
	  "SELECT 10, LOWER(HEX(n.uid)) AS ref, 0 AS kept, n.minutes AS said, -1 AS most FROM "
	  "timebank_entry n WHERE n.kind IN ('note_in', 'note_out') AND n.note_id IS NULL" DIFFER },
};

int database_sums(struct database *d, struct facts *f)
{
	int rc = WELL;
	for (size_t i = 0; !rc && i < sizeof(questions) / sizeof(questions[0]); i++)
		if (database_there(d, questions[i].table, questions[i].column))
			rc = database_each(d, questions[i].sql, sum_row, f);
	return rc;
}
