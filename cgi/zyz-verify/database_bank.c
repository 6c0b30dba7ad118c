/* database_bank.c - the time bank out of a running station, by sums over all entries. */
#include <stdlib.h>

#include "database.h"
#include "facts.h"

static int64_t number(const char *s)
{
	return s ? strtoll(s, NULL, 10) : 0;
}

static bool account_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct account a = { .balance = number(row[1]),
			     .floor = number(row[2]),
			     .debt = number(row[3]),
			     .moved = number(row[4]),
			     .borrowed = number(row[5]) };
	(void)n;
	(void)snprintf(a.ref, sizeof(a.ref), "%s", row[0]);
	facts_account(ctx, &a);
	return true;
}

static bool balance_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	(void)n;
	facts_balance(ctx, &(struct balance){ number(row[0]), number(row[1]) });
	return true;
}

static bool saved_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct saved s = { .minutes = number(row[1]),
			   .record = number(row[2]),
			   .effective = number(row[3]) == 1,
			   .waits = number(row[4]) == 1,
			   .theirs = number(row[5]) == 1 };
	(void)n;
	(void)snprintf(s.no, sizeof(s.no), "%s", row[0] ? row[0] : "-");
	facts_saved(ctx, &s);
	return true;
}

/* Entries on either side, by account. */
#define SIDES \
	"(SELECT x.id, SUM(x.n) AS moved, SUM(x.b) AS borrowed FROM (" \
	"SELECT to_id AS id, minutes AS n, IF(kind = 'cover', minutes, 0) AS b FROM " \
	"timebank_entry" \
	" UNION ALL SELECT from_id, -minutes, IF(kind = 'repay', -minutes, 0) FROM timebank_entry" \
	") x GROUP BY x.id)"
static const struct {
	const char *sql;
	fetched_fn *row;
} questions[] = {
	{ "SELECT LOWER(HEX(a.uid)), a.balance_minutes, a.floor_minutes, a.debt_minutes, "
	  "COALESCE(e.moved, 0), IF(a.kind IN ('person', 'pool'), COALESCE(e.borrowed, 0), 0) "
	  "FROM timebank_account a LEFT JOIN " SIDES " e ON e.id = a.id",
	  account_row },
	{ "SELECT COALESCE(SUM(balance_minutes), 0), COALESCE(SUM(debt_minutes), 0) + "
	  "COALESCE(SUM(IF(kind = 'debt', balance_minutes, 0)), 0) FROM timebank_account",
	  balance_row },
	{ "SELECT r.no, SUM(IF(n.kind IN ('earn', 'over'), n.minutes, -n.minutes)), "
	  "COALESCE(MAX(r.minutes), 0), MAX(r.state = 'effective'), MAX(a.closed_at IS NOT NULL) "
	  "OR EXISTS (SELECT 1 FROM ledger_event v LEFT JOIN ledger_leaf l ON l.event_id = v.id "
	  "WHERE v.record_uid = r.uid AND v.version = r.version AND v.kind <> 'effective' AND "
	  "COALESCE(l.seq >= (SELECT f.next_seq FROM timebank_follow f), 1)) OR EXISTS (SELECT 1 "
	  "FROM loop_aside s WHERE s.work = 'deposit' AND s.row_id = r.id AND s.cleared_at IS "
	  "NULL), MIN(a.kind <> 'person' OR a.person_id = r.person_id OR a.person_id = "
	  "r.proved_as OR EXISTS (SELECT 1 FROM person p WHERE p.id = a.person_id AND "
	  "p.merged_into = r.person_id)) FROM timebank_entry n JOIN timebank_account a ON a.id = "
	  "IF(n.kind IN ('earn', 'over'), n.to_id, n.from_id) LEFT JOIN service_record r ON r.id "
	  "= n.record_id WHERE n.kind IN ('earn', 'over', 'return', 'unover') GROUP BY "
	  "n.record_id, IF(n.record_id IS NULL, n.id, 0)",
	  saved_row },
};

int database_bank(struct database *d, struct facts *f)
{
	int rc = WELL;
	/* A schema of before has other accounts, and none of them is used. */
	if (!database_there(d, "timebank_entry", "from_after"))
		return rc;
	for (size_t i = 0; !rc && i < sizeof(questions) / sizeof(questions[0]); i++)
		rc = database_each(d, questions[i].sql, questions[i].row, f);
	return rc;
}
