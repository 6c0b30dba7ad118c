/* outbox_again.c - a row that a person sends once more, after its record was put right. */
#include "outbox_inside.h"
#include "row.h"
#include "wake.h"

#define AGAIN_COLS(X, T) \
	X(T, TEXT, kind, "kind") \
	X(T, BYTES, uid, "record_uid") \
	X(T, TEXT, op, "op") \
	X(T, TEXT, state, "state")
ROW_DEFINE(again_row, AGAIN_COLS);

static struct stmt row_q = SQL(
	"SELECT " ROW_SELECT(AGAIN_COLS)
	"  FROM outbox"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt wait_q = SQL(
	"UPDATE outbox"
	"   SET doubtful = (state = 'parked' AND NOT (reason_code <=> 'unknown')),"
	"       state = 'waiting', next_at = NOW(3), settled_at = NULL"
	" WHERE id = ?"
	"   AND state IN ('refused', 'parked')");
static struct stmt replaced_q = SQL(
	"UPDATE outbox"
	"   SET state = 'withdrawn', reason_code = 'superseded', settled_at = NOW(3)"
	" WHERE id = ?"
	"   AND state IN ('refused', 'parked')");

/* The newest version of a service record; the others have one row. */
static struct stmt find_q[FACTS_SOURCES] = {
	[FROM_VOLUNTEER] = SQL(
		"SELECT id"
		"  FROM person"
		" WHERE uid = ?"),
		[FROM_SERVICE_RECORD] = SQL(
		"SELECT id"
		"  FROM service_record"
		" WHERE uid = ?"
		" ORDER BY version DESC"
		" LIMIT 1"),
			[FROM_TRAINING] = SQL(
		"SELECT id"
		"  FROM enrolment"
		" WHERE uid = ?"),
				[FROM_HONOUR] = SQL(
		"SELECT id"
		"  FROM honour"
		" WHERE uid = ?"),
						     [FROM_STAR] = SQL(
		"SELECT id"
		"  FROM star_award"
		" WHERE uid = ?"),
									[FROM_EVALUATION] = SQL(
		"SELECT id"
		"  FROM evaluation"
		" WHERE uid = ?"),
									};

enum err facts_find(enum outbox_kind k, struct bytes uid, enum facts_source *from, int64_t *id)
{
	static const enum facts_source first[OB_KINDS] = {
		[OB_VOLUNTEER] = FROM_VOLUNTEER,      [OB_SERVICE_RECORD] = FROM_SERVICE_RECORD,
		[OB_TRAINING_RECORD] = FROM_TRAINING, [OB_COMMENDATION] = FROM_HONOUR,
		[OB_EVALUATION] = FROM_EVALUATION,
	};
	*from = first[k];
	enum err e = db_int(&find_q[*from], ARGS(A_(uid)), id);
	if (e != ERR_NOT_FOUND || k != OB_COMMENDATION)
		return e;
	*from = FROM_STAR;
	return db_int(&find_q[FROM_STAR], ARGS(A_(uid)), id);
}

/* *rows: new versions made from what the record says now. */
static enum err renew(const struct again_row *r, int64_t *rows)
{
	enum outbox_kind k;
	enum facts_source from;
	struct facts f;
	int64_t id;
	*rows = 0;
	if (str_eq(r->op, "withdraw") || !outbox_kind_of(r->kind, &k))
		return OK;
	enum err e = facts_find(k, r->uid, &from, &id);
	if (e == ERR_NOT_FOUND)
		return OK;
	if (!e)
		e = facts_read(from, id, &f);
	return e ? e : outbox_put(&f, 1, rows);
}

enum err outbox_again(int64_t outbox_id)
{
	struct again_row r;
	int64_t rows;
	enum err e = outbox_in_tx();
	if (!e)
		e = row_one(&row_q, ARGS(A_(outbox_id)), again_row_cols, &r);
	if (!e && !str_in(r.state, "refused,parked"))
		return ERR_STALE;
	if (!e)
		e = renew(&r, &rows);
	wake_loop(WAKE_POST);
	return e ? e : db_change(rows ? &replaced_q : &wait_q, ARGS(A_(outbox_id)));
}
