/*
 * timebank.h - 时间银行: saved hours by double entry.
 *
 * Owns timebank_account, timebank_entry, timebank_draw and timebank_follow. One row of
 * timebank_entry is one transfer with both sides, so that all of them sum to zero; balances move in
 * the same transaction by conditional UPDATEs, the smaller account first, and never go below their
 * floor. Time comes from a station's mint and goes back to it when it is spent; hold keeps what is
 * reserved; debt stands in for time that was spent before its record fell. Honour hours
 * (volunteer_total) are another thing and are never touched.
 *
 *	struct bank_move m = { .uid = form, .from = mine, .to = theirs, .minutes = 90,
 *			       .kind = "give", .station = q->station };
 *	enum err e = bank_transfer(&q->actor, &m);       // inside db_tx
 *	// ERR_CHECK: not enough, or owing; ERR_STALE: one is closed; ERR_DUPLICATE: sent twice
 */
#ifndef ZYZ_TIMEBANK_H
#define ZYZ_TIMEBANK_H

#include "actor.h"
#include "db.h"
#include "row.h"

/* 0 or DB_NONE: none. */
struct bank_move {
	struct bytes uid; /* sent twice, booked once */
	int64_t from, to; /* accounts */
	int64_t minutes;
	const char *kind;
	int64_t station;
	int64_t record, order, draw, exchange, note;
	int64_t owes; /* change of what the credited (above 0) or debited (below) account owes */
	bool owed;    /* taken whatever is owed: by no wish of the owner */
};
/* In the caller's transaction. */
enum err bank_transfer(const struct actor *by, const struct bank_move *m) MUST_USE;

#define BANK_ACCOUNT_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, BYTES, uid, "a.uid") \
	X(T, TEXT, kind, "a.kind") \
	X(T, INT, station, "a.station_id") \
	X(T, INT, person, "a.person_id") \
	X(T, INT, balance, "a.balance_minutes") \
	X(T, INT, debt, "a.debt_minutes") \
	X(T, INT, open, "a.closed_at IS NULL")
ROW_DEFINE(bank_account, BANK_ACCOUNT_COLS);
/* ERR_NOT_FOUND: there is none. */
enum err bank_account_of(int64_t person, struct bank_account *a) MUST_USE;
enum err bank_account_at(const char *uid, struct bank_account *a) MUST_USE;
/* As it is now, and nobody else moves it until the transaction ends. */
enum err bank_account_lock(int64_t id, struct bank_account *a) MUST_USE;
/* The person's, opened at this station when there is none. ERR_STALE: it was closed. */
enum err bank_account_open(const struct actor *by, int64_t person, int64_t station,
			   int64_t *id) MUST_USE;
/* A station's own: pool, mint, hold, debt. */
enum err bank_station(int64_t station, const char *kind, int64_t *id) MUST_USE;
/* One of them, as it is now. ERR_NOT_FOUND: nothing was ever put there. */
enum err bank_account_kind(int64_t station, const char *kind, struct bank_account *a) MUST_USE;
/* Between an account (from) and what is held at the move's station: reserve, release, or spend,
 * which goes to the mint. What is released to one that was closed goes to the station's pool; what
 * is owed is paid of it. */
enum err bank_hold(const struct actor *by, const struct bank_move *m) MUST_USE;
/* What an account owes is paid of what it has. */
enum err bank_repay(const struct actor *by, int64_t account) MUST_USE;

/* The rule that holds for a station: that of the division nearest to it. */
#define BANK_RULE_COLS(X, T) \
	X(T, INT, on, "r.state = 'on'") \
	X(T, TEXT, region, "r.region_code") \
	X(T, INT, age_from, "r.age_from") \
	X(T, TEXT, minors, "r.minors") \
	X(T, TEXT, categories, "r.categories") \
	X(T, INT, cap, "r.cap_minutes") \
	X(T, TEXT, beyond, "r.beyond") \
	X(T, TEXT, team, "r.team") \
	X(T, INT, draw_age, "r.draw_age") \
	X(T, INT, kin, "r.kin") \
	X(T, INT, pool_age, "r.pool_age")
ROW_DEFINE(bank_rule, BANK_RULE_COLS);
/* Whose rule of a row r holds for the station s, the nearest first. */
#define BANK_RULE_OF \
	"r.region_code IN (s.region_code, LEFT(s.region_code, 9), LEFT(s.region_code, 6)," \
	" CONCAT(LEFT(s.region_code, 4), '00'), CONCAT(LEFT(s.region_code, 2), '0000'))"
#define BANK_RULE_NEAREST " ORDER BY CHAR_LENGTH(r.region_code) DESC, r.region_code DESC LIMIT 1"
/* No rule: one that is off. */
enum err bank_rule(int64_t station, struct bank_rule *r) MUST_USE;

/* Follows the sealed ledger: deposits what took effect, takes back what fell; *done counts. Runs
 * transactions of its own. */
enum err bank_follow(const struct actor *by, int64_t *done) MUST_USE;
/* Deposits that were set aside (work "deposit"), tried again. */
enum err bank_again_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err bank_again(const struct actor *by, int64_t record, int64_t *done) MUST_USE;
/* One record: deposited under the rule that holds; taken back. In the caller's transaction;
 * either is done once. */
enum err bank_earn(const struct actor *by, int64_t record) MUST_USE;
enum err bank_fall(const struct actor *by, int64_t record) MUST_USE;

/* Time is reserved for an order. ERR_CHECK: not enough; ERR_DUPLICATE: the order is being paid. */
struct bank_draw {
	struct bytes uid;
	int64_t account, order, station, minutes;
	const char *used_for; /* self, kin, pool */
	int64_t kin;
	const char *reason; /* of pool */
};
enum err bank_reserve(const struct actor *by, const struct bank_draw *d) MUST_USE;
/* The pool pays when another member of staff says yes. ERR_STALE: decided already; ERR_FORBIDDEN:
 * the one who proposed it. */
enum err bank_decide(const struct actor *by, const char *uid, bool yes) MUST_USE;
/* What was reserved and not served goes back. */
enum err bank_return(const struct actor *by, int64_t draw) MUST_USE;
/* Withdrawals follow their orders: booked when served, returned when cancelled. Transactions of its
 * own. */
enum err bank_settle(const struct actor *by, int64_t *done) MUST_USE;

/* Why time does not go from one to the other, a word of Lang.bank.Bar; NULL: it may. */
enum err bank_kin_bar(const struct actor *by, int64_t one, int64_t other,
		      const char **bar) MUST_USE;
/* One human here twice: what the one has goes to the other, and back. */
enum err bank_merge(const struct actor *by, int64_t gone, int64_t kept) MUST_USE;
enum err bank_unmerge(const struct actor *by, int64_t gone, int64_t kept) MUST_USE;
/* Erasure: what is left goes to the pool, the account is closed. */
enum err bank_forget(const struct actor *by, int64_t person) MUST_USE;

#endif
