/* timebank.c - accounts of the time bank, and the one statement sequence that moves time. */
#include "timebank.h"

#include "secret.h"

static struct stmt take_q = SQL(
	"UPDATE timebank_account"
	"   SET balance_minutes = balance_minutes - ?, debt_minutes = debt_minutes + ?"
	" WHERE id = ?"
	"   AND closed_at IS NULL"
	"   AND balance_minutes - ? >= floor_minutes"
	"   AND (debt_minutes = 0 OR ? = 1)");
static struct stmt give_q = SQL(
	"UPDATE timebank_account"
	"   SET balance_minutes = balance_minutes + ?, debt_minutes = debt_minutes + ?"
	" WHERE id = ?"
	"   AND closed_at IS NULL");
/* With the balances that the two have now. */
static struct stmt entry_q = SQL(
	"INSERT INTO timebank_entry (uid, from_id, to_id, minutes, kind, station_id, record_id,"
	"       order_id, draw_id, exchange_id, note_id, from_after, to_after, at, entered_by)"
	" SELECT ?, f.id, t.id, ?, ?, ?, ?, ?, ?, ?, ?, f.balance_minutes, t.balance_minutes, ?, ?"
	"  FROM timebank_account f"
	"  JOIN timebank_account t ON t.id = ?"
	" WHERE f.id = ?");
#define ACCOUNT "SELECT " ROW_SELECT(BANK_ACCOUNT_COLS) " FROM timebank_account a"
static struct stmt of_q = SQL(
	ACCOUNT
	" WHERE a.person_id = ?");
static struct stmt at_q = SQL(
	ACCOUNT
	" WHERE a.uid = UNHEX(?)");
static struct stmt kind_q = SQL(
	ACCOUNT
	" WHERE a.station_id = ?"
	"   AND a.station_kind = ?");
static struct stmt lock_q = SQL(
	ACCOUNT
	" WHERE a.id = ?"
	"   FOR UPDATE");
static struct stmt open_q = SQL(
	"INSERT IGNORE INTO timebank_account (uid, kind, station_id, person_id)"
	" VALUES (?, 'person', ?, ?)");
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM timebank_account"
	" WHERE station_id = ?"
	"   AND station_kind = ?");
static struct stmt station_open_q = SQL(
	"INSERT IGNORE INTO timebank_account (uid, kind, station_id, floor_minutes)"
	" VALUES (?, ?, ?, IF(? IN ('mint', 'debt'), -1000000000000, 0))");

static int64_t none(int64_t id)
{
	return id ? id : DB_NONE;
}

static enum err take(const struct bank_move *m)
{
	int64_t rows, owes = m->owes < 0 ? m->owes : 0;
	enum err e = db_affect(&take_q,
			       ARGS(A_(m->minutes), A_(owes), A_(m->from), A_(m->minutes),
				    A_((int64_t)(m->owed || owes))),
			       &rows);
	return e || rows ? e : ERR(ERR_CHECK, "account %lld has less", (long long)m->from);
}

static enum err give(const struct bank_move *m)
{
	int64_t rows, owes = m->owes > 0 ? m->owes : 0;
	enum err e = db_affect(&give_q, ARGS(A_(m->minutes), A_(owes), A_(m->to)), &rows);
	return e || rows ? e : ERR(ERR_STALE, "account %lld is closed", (long long)m->to);
}

enum err bank_transfer(const struct actor *by, const struct bank_move *m)
{
	enum err e = m->minutes > 0 ? OK : ERR(ERR_CHECK, "nothing to move");
	if (!e)
		e = m->from < m->to ? take(m) : give(m);
	if (!e)
		e = m->from < m->to ? give(m) : take(m);
	if (!e)
		e = db_exec(&entry_q,
			    ARGS(A_(m->uid.p ? m->uid : secret_uid(by->arena)), A_(m->minutes),
				 A_(m->kind), A_(m->station), A_(none(m->record)),
				 A_(none(m->order)), A_(none(m->draw)), A_(none(m->exchange)),
				 A_(none(m->note)), A_(actor_time(by)), A_(none(by->staff)),
				 A_(m->to), A_(m->from)),
			    NULL);
	return e;
}

enum err bank_account_of(int64_t person, struct bank_account *a)
{
	return row_one(&of_q, ARGS(A_(person)), bank_account_cols, a);
}

enum err bank_account_at(const char *uid, struct bank_account *a)
{
	return row_one(&at_q, ARGS(A_(uid)), bank_account_cols, a);
}

enum err bank_account_kind(int64_t station, const char *kind, struct bank_account *a)
{
	return row_one(&kind_q, ARGS(A_(station), A_(kind)), bank_account_cols, a);
}

enum err bank_account_lock(int64_t id, struct bank_account *a)
{
	return row_one(&lock_q, ARGS(A_(id)), bank_account_cols, a);
}

enum err bank_account_open(const struct actor *by, int64_t person, int64_t station, int64_t *id)
{
	struct bank_account a;
	enum err e = bank_account_of(person, &a);
	if (e == ERR_NOT_FOUND) {
		e = db_exec(&open_q, ARGS(A_(secret_uid(by->arena)), A_(station), A_(person)),
			    NULL);
		if (!e)
			e = bank_account_of(person, &a);
	}
	if (!e && !a.open)
		e = ERR(ERR_STALE, "account %lld is closed", (long long)a.id);
	if (!e)
		*id = a.id;
	return e;
}

enum err bank_station(int64_t station, const char *kind, int64_t *id)
{
	enum err e = db_int(&station_q, ARGS(A_(station), A_(kind)), id);
	if (e != ERR_NOT_FOUND)
		return e;
	e = db_exec(&station_open_q,
		    ARGS(A_(secret_uid(db_arena())), A_(kind), A_(station), A_(kind)), NULL);
	return e ? e : db_int(&station_q, ARGS(A_(station), A_(kind)), id);
}

enum err bank_repay(const struct actor *by, int64_t account)
{
	struct bank_account a;
	int64_t debt;
	enum err e = bank_account_lock(account, &a);
	int64_t most = e ? 0 : a.debt < a.balance ? a.debt : a.balance;
	if (e || most <= 0)
		return e;
	e = bank_station(a.station, "debt", &debt);
	struct bank_move m = { .from = account,
			       .to = debt,
			       .minutes = most,
			       .kind = "repay",
			       .station = a.station,
			       .owes = -most };
	return e ? e : bank_transfer(by, &m);
}

enum err bank_hold(const struct actor *by, const struct bank_move *v)
{
	struct bank_move m = *v;
	struct bank_account a = { .open = 1 };
	int64_t hold, other = v->from;
	bool release = str_eq(m.kind, "release");
	if (!m.minutes)
		return OK;
	enum err e = bank_station(m.station, "hold", &hold);
	if (!e && release)
		e = bank_account_lock(other, &a);
	if (!e && !a.open)
		e = bank_station(m.station, "pool", &other);
	if (!e && str_eq(m.kind, "spend"))
		e = bank_station(m.station, "mint", &other);
	m.from = str_eq(m.kind, "reserve") ? other : hold;
	m.to = m.from == hold ? other : hold;
	if (!e)
		e = bank_transfer(by, &m);
	return e || !release ? e : bank_repay(by, other);
}
