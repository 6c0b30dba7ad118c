/* timebank_give.c - whose time may go to whom; two registrations of one human; who leaves. */
#include "timebank.h"

#include "family.h"

/* Staff have seen a document of it, or entered the right to act for each other from one; a guardian
 * is one by the child's own registration. */
static struct stmt kin_q = SQL(
	"SELECT EXISTS (SELECT 1 FROM timebank_kin k WHERE k.person_id = LEAST(?, ?)"
	"       AND k.kin_id = GREATEST(?, ?) AND k.ended_at IS NULL)"
	"    OR EXISTS (SELECT 1 FROM proxy x WHERE (x.person_id = ? AND x.proxy_person_id = ?"
	"       OR x.person_id = ? AND x.proxy_person_id = ?) AND " FAMILY_AGREED("x")
	"       AND x.kind = 'guardian')");
/* The same human under two names, or perhaps so; somebody who is not here any more. */
#define OTHER_COLS(X, T) \
	X(T, INT, here, "p.erased_at IS NULL AND p.merged_into IS NULL") \
	X(T, INT, same, \
	  "p.id = o.id OR EXISTS (SELECT 1 FROM person_double d WHERE d.a_id = LEAST(o.id, p.id)" \
	  " AND d.b_id = GREATEST(o.id, p.id) AND d.state <> 'apart')" \
	  " OR (o.name = p.name AND (o.birth_on <=> p.birth_on OR o.phone_index = " \
	  "p.phone_index))")
ROW_DEFINE(other_row, OTHER_COLS);
static struct stmt other_q = SQL(
	"SELECT " ROW_SELECT(OTHER_COLS)
	"  FROM person p"
	"  JOIN person o ON o.id = ?"
	" WHERE p.id = ?");
static struct stmt close_q = SQL(
	"UPDATE timebank_account"
	"   SET closed_at = ?"
	" WHERE id = ?"
	"   AND closed_at IS NULL");
static struct stmt reopen_q = SQL(
	"UPDATE timebank_account"
	"   SET closed_at = NULL"
	" WHERE id = ?"
	"   AND closed_at IS NOT NULL");
/* What came over in the merge, and has not gone back. */
static struct stmt came_q = SQL(
	"SELECT COALESCE(SUM(IF(n.from_id = ?, n.minutes, -n.minutes)), 0)"
	"  FROM timebank_entry n"
	" WHERE n.kind = 'merge'"
	"   AND ((n.from_id = ? AND n.to_id = ?) OR (n.from_id = ? AND n.to_id = ?))");
static struct stmt kin_forget_q = SQL(
	"DELETE FROM timebank_kin"
	" WHERE person_id = ?"
	"    OR kin_id = ?");
static struct stmt reserved_q = SQL(
	"SELECT id"
	"  FROM timebank_draw"
	" WHERE account_id = ?"
	"   AND state IN ('proposed', 'reserved')"
	" ORDER BY id"
	" LIMIT 1");

enum err bank_kin_bar(const struct actor *by, int64_t one, int64_t other, const char **bar)
{
	struct other_row o;
	int64_t kin = 0;
	(void)by;
	*bar = NULL;
	enum err e = row_one(&other_q, ARGS(A_(one), A_(other)), other_row_cols, &o);
	if (!e && (!o.here || o.same))
		*bar = o.same ? "same" : "gone";
	if (!e && !*bar)
		e = db_int(&kin_q,
			   ARGS(A_(one), A_(other), A_(one), A_(other), A_(one), A_(other),
				A_(other), A_(one)),
			   &kin);
	if (!e && !*bar && !kin)
		*bar = "no_kin";
	return e;
}

static enum err over(const struct actor *by, const struct bank_account *from, int64_t to,
		     int64_t minutes)
{
	struct bank_move m = { .from = from->id,
			       .to = to,
			       .minutes = minutes,
			       .kind = "merge",
			       .station = from->station,
			       .owed = true };
	return minutes > 0 ? bank_transfer(by, &m) : OK;
}

/* What the one owes is owed by the other: put in there, handed over, and paid. */
static enum err debt_over(const struct actor *by, const struct bank_account *from,
			  const struct bank_account *to)
{
	int64_t theirs, ours;
	if (!from->debt)
		return OK;
	enum err e = bank_station(to->station, "debt", &theirs);
	if (!e)
		e = bank_station(from->station, "debt", &ours);
	struct bank_move m = { .from = theirs,
			       .to = to->id,
			       .minutes = from->debt,
			       .kind = "cover",
			       .station = to->station,
			       .owes = from->debt };
	if (!e)
		e = bank_transfer(by, &m);
	if (!e)
		e = over(by, to, from->id, from->debt);
	m = (struct bank_move){ .from = from->id,
				.to = ours,
				.minutes = from->debt,
				.kind = "repay",
				.station = from->station,
				.owes = -from->debt };
	return e ? e : bank_transfer(by, &m);
}

/* Everything that is reserved goes back before an account is closed. */
static enum err nothing_reserved(const struct actor *by, int64_t account)
{
	int64_t draw;
	enum err e;
	while (!(e = db_int(&reserved_q, ARGS(A_(account)), &draw)))
		if ((e = bank_return(by, draw)))
			return e;
	return e == ERR_NOT_FOUND ? OK : e;
}

/* Only where both have an account: that of one alone changes hands with the other tables. */
enum err bank_merge(const struct actor *by, int64_t gone, int64_t kept)
{
	struct bank_account g, k;
	int64_t rows;
	enum err e = bank_account_of(gone, &g);
	if (!e)
		e = bank_account_of(kept, &k);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	if (!g.open || !k.open)
		return OK;
	e = nothing_reserved(by, g.id);
	if (!e)
		e = bank_account_lock(g.id, &g);
	if (!e)
		e = over(by, &g, k.id, g.balance);
	if (!e)
		e = debt_over(by, &g, &k);
	if (!e)
		e = db_affect(&close_q, ARGS(A_(actor_time(by)), A_(g.id)), &rows);
	return e ? e : bank_repay(by, k.id);
}

enum err bank_unmerge(const struct actor *by, int64_t gone, int64_t kept)
{
	struct bank_account g, k;
	int64_t came = 0, rows;
	enum err e = bank_account_of(gone, &g);
	if (!e)
		e = bank_account_of(kept, &k);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	if (g.open)
		return OK;
	e = db_int(&came_q, ARGS(A_(g.id), A_(g.id), A_(k.id), A_(k.id), A_(g.id)), &came);
	if (!e)
		e = db_affect(&reopen_q, ARGS(A_(g.id)), &rows);
	if (!e)
		e = bank_account_lock(k.id, &k);
	return e ? e : over(by, &k, g.id, came < k.balance ? came : k.balance);
}

/* Proofs of kinship name somebody who is not here any more. */
static enum err kin_forget(int64_t person)
{
	return db_exec(&kin_forget_q, ARGS(A_(person), A_(person)), NULL);
}

enum err bank_forget(const struct actor *by, int64_t person)
{
	struct bank_account a;
	int64_t pool, rows;
	enum err e = kin_forget(person);
	if (!e)
		e = bank_account_of(person, &a);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	if (!a.open)
		return OK;
	e = nothing_reserved(by, a.id);
	if (!e)
		e = bank_account_lock(a.id, &a);
	if (!e)
		e = bank_station(a.station, "pool", &pool);
	struct bank_move m = { .from = a.id,
			       .to = pool,
			       .minutes = a.balance,
			       .kind = "lapse",
			       .station = a.station,
			       .owed = true };
	if (!e && a.balance)
		e = bank_transfer(by, &m);
	return e ? e : db_affect(&close_q, ARGS(A_(actor_time(by)), A_(a.id)), &rows);
}
