/* outbox_mend.c - rows put right after a comparison: sent again, asked for, or raised above what a
 * platform holds. */
#include <string.h>

#include "outbox_inside.h"
#include "row.h"
#include "wake.h"

enum { KEY_DIGITS = 32 };

#define MEND_COLS(X, T) \
	X(T, TEXT, kind, "kind") \
	X(T, BYTES, uid, "record_uid") \
	X(T, INT, version, "version") \
	X(T, INT, station_id, "station_id") \
	X(T, TEXT, item_key, "item_key") \
	X(T, INT, destination_id, "destination_id") \
	X(T, INT, person_id, "person_id")
ROW_DEFINE(mend_row, MEND_COLS);

static struct stmt again_q = SQL(
	"UPDATE outbox"
	"   SET state = 'waiting', doubtful = ?, next_at = NOW(3), settled_at = NULL"
	" WHERE id = ?"
	"   AND state IN ('accepted', 'parked', 'refused')");
static struct stmt row_q = SQL(
	"SELECT " ROW_SELECT(MEND_COLS)
	"  FROM outbox"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt code_q = SQL(
	"SELECT code"
	"  FROM destination"
	" WHERE id = ?");
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?");
static struct stmt older_q = SQL(
	"UPDATE outbox"
	"   SET state = 'withdrawn', settled_at = NOW(3), reason_code = 'superseded'"
	" WHERE destination_id = ?"
	"   AND record_uid = ?"
	"   AND version < ?"
	"   AND state IN ('waiting', 'parked', 'refused')");

enum err outbox_resend(int64_t outbox_id, bool ask)
{
	wake_loop(WAKE_POST);
	return db_change(&again_q, ARGS(A_((int64_t)ask), A_(outbox_id)));
}

/* What the record says now, or that it is gone. */
static enum err now_or_gone(const struct outbox_item *to, struct facts *f)
{
	enum facts_source from;
	int64_t id;
	enum err e = facts_find(to->kind, to->uid, &from, &id);
	if (!e)
		e = facts_read(from, id, f);
	if (e == ERR_NOT_FOUND) {
		*f = (struct facts){ .kind = to->kind, .uid = to->uid };
		return OK;
	}
	return e;
}

static enum err raise(struct outbox_item *to, int64_t above)
{
	struct facts f;
	const char *code;
	int64_t rows;
	wake_loop(WAKE_POST);
	enum err e = now_or_gone(to, &f);
	if (!e)
		e = db_text(&code_q, ARGS(A_(to->destination_id)), &code);
	if (!e && f.person_id)
		to->person_id = f.person_id;
	if (!e)
		e = outbox_add(to, code, above + 1, f.live && f.consent ? f.json : NULL, f.due_on);
	/* older versions that never arrived have nothing to say any more */
	return e ? e
		 : db_affect(&older_q, ARGS(A_(to->destination_id), A_(to->uid), A_(above + 1)),
			     &rows);
}

enum err outbox_above(int64_t outbox_id, int64_t above)
{
	struct mend_row r;
	struct outbox_item to;
	enum err e = row_one(&row_q, ARGS(A_(outbox_id)), mend_row_cols, &r);
	if (e)
		return e;
	to = (struct outbox_item){ .destination_id = r.destination_id,
				   .uid = r.uid,
				   .key = r.item_key,
				   .station_id = r.station_id,
				   .person_id = r.person_id == DB_NONE ? 0 : r.person_id };
	return outbox_kind_of(r.kind, &to.kind) ? raise(&to, r.version > above ? r.version : above)
						: ERR(ERR_INTERNAL, "no kind %s", r.kind);
}

enum err outbox_orphan(int64_t destination_id, enum outbox_kind k, const char *key, int64_t version)
{
	uint8_t uid[KEY_DIGITS / 2];
	const char *dash = strrchr(key, '-');
	struct outbox_item to = { .destination_id = destination_id, .kind = k, .key = key };
	if (!dash || !hex_decode(dash + 1, uid, sizeof(uid)))
		return ERR_STALE;
	to.uid = (struct bytes){ uid, sizeof(uid) };
	const char *no = arena_dup(db_arena(), key, (size_t)(dash - key));
	enum err e = db_int(&station_q, ARGS(A_(no)), &to.station_id);
	return e == ERR_NOT_FOUND ? ERR_STALE : e ? e : raise(&to, version);
}
