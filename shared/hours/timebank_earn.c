/* timebank_earn.c - deposits: the time bank follows the sealed ledger, event by event, so that what
 * makes a record effective does nothing for it, and nothing is saved that the ledger does not
 * prove. */
#include "timebank.h"

#include "aside.h"
#include "ids.h"

enum { FOLLOW_MOST = 500 };

#define EVENT_COLS(X, T) \
	X(T, INT, seq, "l.seq") \
	X(T, TEXT, kind, "e.kind") \
	X(T, INT, record, "r.id") \
	X(T, TEXT, no, "r.no") \
	X(T, INT, station, "r.station_id")
ROW_DEFINE(event_row, EVENT_COLS);
static struct stmt events_q = SQL(
	"SELECT STRAIGHT_JOIN " ROW_SELECT(EVENT_COLS)
	"  FROM ledger_leaf l"
	"  JOIN ledger_event e ON e.id = l.event_id"
	"  LEFT JOIN service_record r ON r.uid = e.record_uid AND r.version = e.version"
	" WHERE l.seq >= (SELECT f.next_seq FROM timebank_follow f WHERE f.id = 1)"
	" ORDER BY l.seq"
	" LIMIT ?");
static struct stmt again_q = SQL(
	"SELECT row_id"
	"  FROM loop_aside"
	" WHERE work = 'deposit'"
	"   AND thing = 'service_record'"
	"   AND cleared_at IS NULL"
	"   AND next_at <= NOW(3)"
	" ORDER BY id"
	" LIMIT ?");
static struct stmt on_q = SQL(
	"UPDATE timebank_follow"
	"   SET next_seq = ?"
	" WHERE id = 1"
	"   AND next_seq <= ?");

/* Whose it is, and whether it counts: read anew, since hours move when two become one. */
#define EARNED_COLS(X, T) \
	X(T, INT, station, "r.station_id") \
	X(T, INT, person, "r.person_id") \
	X(T, INT, minutes, "r.minutes") \
	X(T, TEXT, category, "r.category") \
	X(T, INT, effective, "r.state = 'effective'") \
	X(T, INT, team, "a.team_id IS NOT NULL") \
	X(T, INT, here, "p.erased_at IS NULL AND p.merged_into IS NULL") \
	X(T, INT, age, "TIMESTAMPDIFF(YEAR, p.birth_on, r.served_on)") \
	X(T, INT, word, \
	  "EXISTS (SELECT 1 FROM guardian g WHERE g.person_id = p.id AND g.consent_at IS NOT NULL" \
	  " AND g.ended_at IS NULL)") \
	X(T, INT, led, \
	  "EXISTS (SELECT 1 FROM roster o WHERE o.activity_id = r.activity_id" \
	  " AND o.person_id = r.person_id AND o.company <> '')") \
	X(T, INT, before, \
	  "EXISTS (SELECT 1 FROM service_record b WHERE b.id = r.replaces_id" \
	  " AND b.effective_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM timebank_entry n" \
	  " WHERE n.record_id = b.id AND n.kind IN ('earn', 'over')))")
ROW_DEFINE(earned_row, EARNED_COLS);
static struct stmt earned_q = SQL(
	"SELECT " ROW_SELECT(EARNED_COLS)
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	" WHERE r.id = ?");

#define DEPOSIT_COLS(X, T) \
	X(T, INT, from, "n.from_id") \
	X(T, INT, to, "n.to_id") \
	X(T, INT, minutes, "n.minutes") \
	X(T, TEXT, kind, "n.kind") \
	X(T, INT, station, "n.station_id")
ROW_DEFINE(deposit_row, DEPOSIT_COLS);
static struct stmt deposits_q = SQL(
	"SELECT " ROW_SELECT(DEPOSIT_COLS)
	"  FROM timebank_entry n"
	" WHERE n.record_id = ?"
	"   AND n.kind IN ('earn', 'over')"
	" ORDER BY n.id"
	" LIMIT 2");
static struct stmt stands_q = SQL(
	"SELECT state = 'effective'"
	"  FROM service_record"
	" WHERE id = ?");
static struct stmt back_q = SQL(
	"SELECT COUNT(*)"
	"  FROM timebank_entry"
	" WHERE record_id = ?"
	"   AND kind IN ('return', 'unover')");
/* Reserved and not served yet: goes back first. Where the account went over to another in a merge,
 * the time is there. */
static struct stmt reserved_q = SQL(
	"SELECT d.id"
	"  FROM timebank_draw d"
	"  JOIN service_order o ON o.id = d.order_id"
	" WHERE d.account_id = ?"
	"   AND d.state = 'reserved'"
	"   AND o.served_at IS NULL"
	" ORDER BY d.id DESC"
	" LIMIT 1");
static struct stmt went_q = SQL(
	"SELECT k.id"
	"  FROM timebank_account g"
	"  JOIN person p ON p.id = g.person_id"
	"  JOIN timebank_account k ON k.person_id = p.merged_into"
	" WHERE g.id = ?"
	"   AND g.closed_at IS NOT NULL"
	"   AND k.closed_at IS NULL");

static bool counts(const struct earned_row *r, const struct bank_rule *rule)
{
	if (!rule->on || !r->effective || !r->here || r->before)
		return false;
	if (*rule->categories && !str_in(r->category, rule->categories))
		return false;
	if (r->age == DB_NONE)
		return false;
	if (r->age >= rule->age_from)
		return true;
	return str_eq(rule->minors, "consent") ? r->word
	       : str_eq(rule->minors, "led")   ? r->word && r->led
					       : false;
}

static enum err deposit(const struct actor *by, int64_t record, const struct earned_row *r,
			int64_t to, int64_t minutes, const char *kind)
{
	int64_t mint;
	enum err e = bank_station(r->station, "mint", &mint);
	struct bank_move m = { .from = mint,
			       .to = to,
			       .minutes = minutes,
			       .kind = kind,
			       .station = r->station,
			       .record = record };
	return e ? e : bank_transfer(by, &m);
}

enum err bank_earn(const struct actor *by, int64_t record)
{
	struct earned_row r;
	struct bank_rule rule;
	struct bank_account a = { 0 };
	int64_t account = 0, pool = 0, own = 0;
	enum err e = row_one(&earned_q, ARGS(A_(record)), earned_row_cols, &r);
	if (!e)
		e = bank_rule(r.station, &rule);
	bool team = !e && r.team && !str_eq(rule.team, "person");
	if (e || !counts(&r, &rule) || (team && str_eq(rule.team, "none")))
		return e;
	if (!team)
		e = bank_account_open(by, r.person, r.station, &account);
	if (e == ERR_STALE) /* closed for good: nothing is saved any more */
		return err_clear(), OK;
	if (!e && account)
		e = bank_account_lock(account, &a);
	if (!e && account)
		own = !rule.cap || a.balance + r.minutes <= rule.cap ? r.minutes
		      : a.balance < rule.cap                         ? rule.cap - a.balance
								     : 0;
	if (!e && own)
		e = deposit(by, record, &r, account, own, "earn");
	if (!e && own && a.debt)
		e = bank_repay(by, account);
	if (e || own == r.minutes || (!team && !str_eq(rule.beyond, "pool")))
		return e;
	e = bank_station(r.station, "pool", &pool);
	if (!e)
		e = deposit(by, record, &r, pool, r.minutes - own, "over");
	return e ? e : bank_repay(by, pool);
}

/* What was spent already is put in by the station's debt account, and owed. */
static enum err taken_back(const struct actor *by, int64_t record, const struct deposit_row *d)
{
	struct bank_account a;
	int64_t debt, draw, at = d->to;
	enum err e = bank_account_lock(at, &a);
	if (!e && !a.open) {
		e = db_int(&went_q, ARGS(A_(d->to)), &at);
		if (e == ERR_NOT_FOUND) /* erased: its time lapsed to the pool */
			return OK;
		if (!e)
			e = bank_account_lock(at, &a);
	}
	while (!e && a.balance < d->minutes) {
		e = db_int(&reserved_q, ARGS(A_(at)), &draw);
		if (e)
			break;
		e = bank_return(by, draw);
		if (!e)
			e = bank_account_lock(at, &a);
	}
	if (e == ERR_NOT_FOUND)
		e = OK;
	int64_t missing = e || a.balance >= d->minutes ? 0 : d->minutes - a.balance;
	if (missing) {
		e = bank_station(a.station, "debt", &debt);
		struct bank_move cover = { .from = debt,
					   .to = at,
					   .minutes = missing,
					   .kind = "cover",
					   .station = a.station,
					   .owes = missing };
		if (!e)
			e = bank_transfer(by, &cover);
	}
	struct bank_move m = { .from = at,
			       .to = d->from,
			       .minutes = d->minutes,
			       .kind = str_eq(d->kind, "earn") ? "return" : "unover",
			       .station = d->station,
			       .record = record,
			       .owed = true };
	return e ? e : bank_transfer(by, &m);
}

enum err bank_fall(const struct actor *by, int64_t record)
{
	struct deposit_row *v;
	size_t n;
	int64_t back;
	enum err e = db_int(&back_q, ARGS(A_(record)), &back);
	if (e || back)
		return e;
	e = row_all(&deposits_q, ARGS(A_(record)), deposit_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		e = taken_back(by, record, &v[i]);
	return e;
}

struct following {
	const struct actor *by;
	const struct event_row *e;
	int64_t record; /* where there is no event */
};

static enum err followed(void *ctx)
{
	const struct following *f = ctx;
	const struct event_row *v = f->e;
	int64_t rows;
	enum err e = str_eq(v->kind, "effective") ? bank_earn(f->by, v->record)
						  : bank_fall(f->by, v->record);
	if (!e)
		e = db_affect(&on_q, ARGS(A_(v->seq + 1), A_(v->seq)), &rows);
	return e ? e : rows ? OK : ERR(ERR_STALE, "event %lld was followed", (long long)v->seq);
}

/* Whether a station has the time bank at all is asked once for each station in a row. */
static enum err matters(const struct event_row *v, struct bank_rule *rule, int64_t *station,
			bool *yes)
{
	enum err e = OK;
	*yes = false;
	if (v->record == DB_NONE)
		return OK;
	if (*station != v->station)
		e = bank_rule(v->station, rule);
	*station = v->station;
	*yes = !e && (rule->on || !str_eq(v->kind, "effective"));
	return e;
}

/* One whose step fails is set aside and shown; the others go on behind it. */
static enum err set_aside(const struct event_row *v, enum err why)
{
	int64_t rows;
	enum err e = aside_put(&(struct aside){ .program = "bank-clock",
						.work = "deposit",
						.thing = "service_record",
						.row_id = v->record,
						.station_id = v->station,
						.no = v->no },
			       why);
	return e ? e : db_affect(&on_q, ARGS(A_(v->seq + 1), A_(v->seq)), &rows);
}

enum err bank_follow(const struct actor *by, int64_t *done)
{
	struct event_row *v;
	size_t n;
	struct bank_rule rule = { 0 };
	int64_t station = 0, rows;
	bool yes = false;
	enum err e = row_all(&events_q, ARGS(A_((int64_t)FOLLOW_MOST)), event_row_cols, sizeof(*v),
			     &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct following f = { .by = by, .e = &v[i] };
		e = matters(&v[i], &rule, &station, &yes);
		if (!e && yes)
			e = db_tx(followed, &f);
		if (e && e != ERR_STALE && e != ERR_DB_AWAY && e != ERR_RETRY && yes)
			e = set_aside(&v[i], e);
		*done += !e && yes;
	}
	if (!e && n)
		e = db_affect(&on_q, ARGS(A_(v[n - 1].seq + 1), A_(v[n - 1].seq + 1)), &rows);
	return e;
}

enum err bank_again_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	(void)by;
	*n = 0;
	return db_each(&again_q, ARGS(A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

static enum err tried_again(void *ctx)
{
	const struct following *f = ctx;
	int64_t there;
	enum err e = bank_earn(f->by, f->record);
	if (!e)
		e = db_int(&stands_q, ARGS(A_(f->record)), &there);
	return e || there ? e : bank_fall(f->by, f->record);
}

enum err bank_again(const struct actor *by, int64_t record, int64_t *done)
{
	struct following f = { .by = by, .record = record };
	enum err e = db_tx(tried_again, &f);
	*done += !e;
	return e;
}
