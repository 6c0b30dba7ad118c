/* outbox_file.c - rows that go out as a file and come back as a list of receipts, by people's
 * hands; and those that a restore has put in doubt. */
#include "outbox.h"

static struct stmt exported_q = SQL(
	"UPDATE outbox"
	"   SET state = ?, reason_code = ?, reason = ?,"
	"       first_sent_at = COALESCE(first_sent_at, NOW(3)), settled_at = NOW(3)"
	" WHERE id = ?");
static struct stmt receive_q = SQL(
	"UPDATE outbox"
	"   SET state = 'accepted', receipt = ?, settled_at = NOW(3), reason_code = NULL,"
	"       reason = NULL"
	" WHERE station_id = ?"
	"   AND destination_id = ?"
	"   AND item_key = ?"
	"   AND version = ?"
	"   AND (state = 'exported' OR (state = 'accepted' AND receipt = ?))");
static struct stmt receipt_q = SQL(
	"INSERT INTO receipt (destination_id, outbox_id, receipt, via)"
	" SELECT destination_id, id, receipt, 'upload'"
	"  FROM outbox"
	" WHERE destination_id = ?"
	"   AND item_key = ?"
	"   AND version = ?"
	"   AND state = 'accepted'"
	"    ON DUPLICATE KEY UPDATE receipt.id = receipt.id");
static struct stmt file_q = SQL(
	"INSERT INTO outbox_file (destination_id, station_id, kind, items, made_by)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt filed_q = SQL(
	"UPDATE JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, id BIGINT PATH '$')) k"
	" STRAIGHT_JOIN outbox o ON o.id = k.id"
	"   SET o.file_id = ?, o.file_row = k.place");
static struct stmt returned_q = SQL(
	"UPDATE outbox"
	"   SET state = 'refused', reason_code = 'upload', reason = ?, settled_at = NOW(3)"
	" WHERE id = ?"
	"   AND station_id = ?"
	"   AND (state = 'exported' OR (state = 'refused' AND reason_code = 'upload'))");
static struct stmt doubt_q = SQL(
	"UPDATE outbox"
	"   SET state = 'waiting', doubtful = 1, epoch = epoch + 1, lease_until = NULL,"
	"       next_at = NOW(3)"
	" WHERE destination_id = ?"
	"   AND state IN ('waiting', 'leased')");

enum err outbox_exported(int64_t id, const char *state, const char *code, const char *reason)
{
	return db_change(&exported_q, ARGS(A_(state), A_(code), A_(reason), A_(id)));
}

enum err outbox_receive(int64_t station, const struct outbox_receipt *r)
{
	int64_t rows;
	enum err e = db_affect(&receive_q,
			       ARGS(A_(r->receipt), A_(station), A_(r->destination), A_(r->key),
				    A_(r->version), A_(r->receipt)),
			       &rows);
	if (!e && !rows)
		return ERR_STALE;
	return e ? e
		 : db_exec(&receipt_q, ARGS(A_(r->destination), A_(r->key), A_(r->version)), NULL);
}

enum err outbox_doubt(int64_t destination, int64_t *rows)
{
	return db_affect(&doubt_q, ARGS(A_(destination)), rows);
}

enum err outbox_filed(const struct outbox_filed *f, int64_t *file)
{
	int64_t rows;
	enum err e = db_exec(
		&file_q,
		ARGS(A_(f->destination), A_(f->station), A_(f->kind), A_(f->items), A_(f->staff)),
		file);
	return e ? e : db_affect(&filed_q, ARGS(A_(f->ids), A_(*file)), &rows);
}

enum err outbox_returned(int64_t station, int64_t id, const char *reason)
{
	return db_change(&returned_q, ARGS(A_(reason), A_(id), A_(station)));
}
