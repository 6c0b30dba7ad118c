/*
 * move.c - the transaction of a merge, and the one that undoes it. What hung on the one hangs on
 * the other; nothing is deleted, and the ledger is not touched.
 */
#include "audit.h"
#include "merge.h"
#include "outbox.h"
#include "person.h"
#include "record.h"
#include "refers.h"
#include "session.h"
#include "staff.h"
#include "timebank.h"

/* Hours that cannot count twice, or not under one person: they stay with whom they were. */
#define LEAVES \
	"EXISTS (SELECT 1 FROM roster o WHERE o.person_id = " \
	"m.kept_id AND o.activity_id = r.activity_id) OR EXISTS (SELECT 1 FROM service_record o " \
	"WHERE o.person_id = m.kept_id AND o.served_on = r.served_on AND o.state " \
	"IN " RECORD_COUNTS \
	" AND " SPANS_OVERLAP("o.starts_at", "o.ends_at", "r.starts_at", "r.ends_at") ")"
static struct stmt left_q = SQL(
	"INSERT INTO person_merge_left (merge_id, record_id, why)"
	" SELECT m.id, r.id, IF(EXISTS (SELECT 1"
	"       FROM service_record o WHERE o.person_id = m.kept_id"
	"       AND o.served_on = r.served_on AND o.state IN " RECORD_COUNTS "       AND "
	SPANS_OVERLAP("o.starts_at", "o.ends_at", "r.starts_at", "r.ends_at")
	"), 'twice', 'activity')"
	"  FROM person_merge m"
	"  JOIN service_record r ON r.person_id = m.gone_id"
	" WHERE m.id = ?"
	"   AND r.state IN " RECORD_COUNTS
	"   AND (" LEAVES ")");
/* All versions of an hour stay together. */
static struct stmt records_q = SQL(
	"INSERT INTO person_merge_row (merge_id, what, row_id)"
	" SELECT m.id, 'service_record.person_id', r.id"
	"  FROM person_merge m"
	"  JOIN service_record r ON r.person_id = m.gone_id"
	" WHERE m.id = ?"
	"   AND r.uid NOT IN (SELECT x.uid FROM person_merge_left l JOIN service_record x"
	"       ON x.id = l.record_id WHERE l.merge_id = m.id)");
/* Those that went over, and versions that were made of them since. */
static struct stmt ids_q = SQL(
	"SELECT COALESCE(JSON_ARRAYAGG(r.id), '[]')"
	"  FROM service_record r"
	" WHERE r.person_id = ?"
	"   AND r.uid IN (SELECT y.uid FROM person_merge_row x JOIN service_record y"
	"       ON y.id = x.row_id WHERE x.merge_id = ? AND x.what = 'service_record.person_id')");
static struct stmt brought_q = SQL(
	"SELECT COALESCE(SUM(t.minutes), 0)"
	"  FROM person_merge_row x"
	"  JOIN transfer_record t ON t.id = x.row_id"
	" WHERE x.merge_id = ?"
	"   AND x.what = 'transfer_record.person_id'"
	"   AND t.person_id = ?"
	"   AND t.counted = 1");

/* Marks keep to the registration that they were made for: what went over says so, what is back
 * with it no longer. */
#define WENT_OVER " JOIN person_merge_row x ON x.row_id = t.id AND x.merge_id = ? AND x.what = ?"
struct marked {
	const char *what;
	struct stmt over, back;
};
/* clang-format off */
static struct marked marked[] = {
	{ "honour.person_id",
	  SQL(
	"UPDATE honour t" WENT_OVER
	"   SET t.proved_as = ?"
	" WHERE t.proved_as IS NULL"),
	  SQL(
	"UPDATE honour t" WENT_OVER
	"   SET t.proved_as = NULL"
	" WHERE t.proved_as = ?") },
	{ "star_award.person_id",
	  SQL(
	"UPDATE star_award t" WENT_OVER
	"   SET t.proved_as = ?"
	" WHERE t.proved_as IS NULL"),
	  SQL(
	"UPDATE star_award t" WENT_OVER
	"   SET t.proved_as = NULL"
	" WHERE t.proved_as = ?") },
	{ "transfer.person_id",
	  SQL(
	"UPDATE transfer t" WENT_OVER
	"   SET t.proved_as = ?"
	" WHERE t.proved_as IS NULL"),
	  SQL(
	"UPDATE transfer t" WENT_OVER
	"   SET t.proved_as = NULL"
	" WHERE t.proved_as = ?") },
};
/* clang-format on */

static struct stmt lock_q = SQL(
	"SELECT id"
	"  FROM person"
	" WHERE id IN (?, ?)"
	" ORDER BY id"
	"   FOR UPDATE");
static struct stmt was_q = SQL(
	"UPDATE person_merge m"
	"  LEFT JOIN volunteer g ON g.person_id = m.gone_id"
	"  LEFT JOIN volunteer k ON k.person_id = m.kept_id"
	"   SET m.was_state = g.state, m.was_star = k.star,"
	"       m.took_no = k.platform_no IS NULL AND g.platform_no IS NOT NULL"
	" WHERE m.id = ?");

/* An account that did not go over: the one who stays has one. */
static struct stmt account_q = SQL(
	"SELECT id"
	"  FROM staff"
	" WHERE person_id = ?"
	"   AND state = 'active'");
static struct stmt ended_q = SQL(
	"UPDATE person_merge"
	"   SET ended_staff_id = ?"
	" WHERE id = ?");

static enum err hand(const struct merge_row *m, int64_t from, int64_t to)
{
	enum err e = OK;
	int64_t rows;
	for (size_t i = 0; !e && i < refers_n; i++)
		e = db_affect(&refers[i].give,
			      ARGS(A_(to), A_(m->id), A_(refers[i].what), A_(from)), &rows);
	return e;
}

static enum err hand_marked(const struct merge_row *m, bool back)
{
	enum err e = OK;
	int64_t rows;
	for (size_t i = 0; !e && i < sizeof(marked) / sizeof(marked[0]); i++)
		e = db_affect(back ? &marked[i].back : &marked[i].over,
			      ARGS(A_(m->id), A_(marked[i].what), A_(m->gone_id)), &rows);
	return e;
}

/* What was brought along counts for whom the transfers are. */
static enum err hand_brought(const struct merge_row *m, int64_t from, int64_t to)
{
	int64_t minutes;
	enum err e = db_int(&brought_q, ARGS(A_(m->id), A_(to)), &minutes);
	if (e || !minutes)
		return e;
	e = volunteer_bring(from, -minutes);
	if (!e)
		e = volunteer_bring(to, minutes);
	if (!e)
		e = record_brought(from, -minutes);
	return e ? e : record_brought(to, minutes);
}

static enum err hand_records(const struct merge_row *m, int64_t from, int64_t to)
{
	const char *ids;
	enum err e = db_text(&ids_q, ARGS(A_(from), A_(m->id)), &ids);
	return e ? e : record_hand_over(ids, from, to);
}

/* With two accounts one human would be two members of staff, who log and pass the same hour. */
static enum err end_account(const struct actor *by, const struct merge_row *m)
{
	int64_t id;
	enum err e = db_int(&account_q, ARGS(A_(m->gone_id)), &id);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	e = db_change(&ended_q, ARGS(A_(id), A_(m->id)));
	return e ? e : staff_set_state(by, id, "disabled");
}

static enum err one_row(void *ctx, const struct row *r)
{
	(void)ctx;
	(void)r;
	return OK;
}

/* Platforms hear of the one, and that the other was the same. */
static enum err tell(const struct merge_row *m, bool back)
{
	enum err e = volunteer_raise(m->kept_id);
	if (!e)
		e = volunteer_raise(m->gone_id);
	if (!e && !back)
		e = outbox_withdraw(OB_VOLUNTEER, m->gone_uid);
	if (!e && back)
		e = outbox_person(m->gone_id);
	return e ? e : outbox_person(m->kept_id);
}

enum err merge_do(const struct actor *by, const struct merge_row *m)
{
	enum err e = db_each(&lock_q, ARGS(A_(m->kept_id), A_(m->gone_id)), one_row, NULL);
	if (!e)
		e = db_change(&was_q, ARGS(A_(m->id)));
	if (!e)
		e = db_exec(&left_q, ARGS(A_(m->id)), NULL);
	if (!e)
		e = db_exec(&records_q, ARGS(A_(m->id)), NULL);
	for (size_t i = 0; !e && i < refers_n; i++)
		e = db_exec(&refers[i].take, ARGS(A_(m->id)), NULL);
	if (!e)
		e = hand(m, m->gone_id, m->kept_id);
	if (!e)
		e = end_account(by, m);
	if (!e)
		e = hand_marked(m, false);
	if (!e)
		e = hand_records(m, m->gone_id, m->kept_id);
	if (!e)
		e = hand_brought(m, m->gone_id, m->kept_id);
	if (!e)
		e = bank_merge(by, m->gone_id, m->kept_id);
	if (!e)
		e = session_forget(by, m->gone_id);
	if (!e)
		e = person_merge(m->gone_id, m->kept_id);
	if (!e)
		e = tell(m, false);
	return e ? e : audit(by, "person.merge", "person", m->gone_id, m->no);
}

enum err merge_back(const struct actor *by, const struct merge_row *m)
{
	enum err e = db_each(&lock_q, ARGS(A_(m->kept_id), A_(m->gone_id)), one_row, NULL);
	if (!e)
		e = person_unmerge(m->gone_id, m->kept_id, m->was_state, m->took_no);
	if (!e)
		e = hand(m, m->kept_id, m->gone_id);
	if (!e && m->ended_staff != DB_NONE)
		e = staff_set_state(by, m->ended_staff, "active");
	if (!e)
		e = hand_marked(m, true);
	if (!e)
		e = hand_records(m, m->kept_id, m->gone_id);
	if (!e)
		e = hand_brought(m, m->kept_id, m->gone_id);
	if (!e)
		e = bank_unmerge(by, m->gone_id, m->kept_id);
	if (!e)
		e = session_forget(by, m->kept_id);
	if (!e)
		e = volunteer_star_again(m->kept_id, m->was_star);
	if (!e)
		e = tell(m, true);
	return e ? e : audit(by, "person.unmerge", "person", m->gone_id, m->no);
}
