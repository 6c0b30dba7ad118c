/*
 * transfer_load.c - what goes into a bundle: all that ever took effect, in the order of the ledger
 * and cut into parts; what no longer holds of it; and the bundles that the volunteer came with.
 */
#include "transfer.h"

#include <stdlib.h>

/* A bundle brought along goes into the first part with room; what is larger goes by itself. */
enum { ROOM = 8000000 };

/* e, l: it took effect; x, k: it was corrected or taken back, and that is sealed as well. */
#define SEALED \
	" FROM service_record r JOIN ledger_event e ON e.record_uid = r.uid " \
	"AND e.version = r.version AND e.kind = 'effective' " \
	"JOIN ledger_leaf l ON l.event_id = e.id " \
	"WHERE r.person_id = ? AND l.seq < ? "
#define ENDED \
	"LEFT JOIN ledger_event x ON x.record_uid = r.uid AND x.version = r.version " \
	"AND x.kind = r.state LEFT JOIN ledger_leaf k ON k.event_id = x.id "
#define SEALED_COLS(X, T) \
	X(T, TEXT, record_uid, "LOWER(HEX(r.uid))") \
	X(T, TEXT, no, "r.no") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, organiser, "COALESCE(NULLIF(a.organiser, ''), s.name)") \
	X(T, TEXT, served_on, "r.served_on") \
	X(T, TEXT, starts_at, "r.starts_at") \
	X(T, TEXT, ends_at, "r.ends_at") \
	X(T, INT, minutes, "r.minutes") \
	X(T, TEXT, evidence, "r.evidence") \
	X(T, TEXT, state, "r.state") \
	X(T, INT, place, "IF(r.state = 'effective', w.seq, k.seq)") \
	X(T, TEXT, at, "IF(r.state = 'effective', e.at, x.at)") \
	X(T, BYTES, event, "IF(r.state = 'effective', e.uid, x.uid)") \
	X(T, BYTES, fields, "IF(r.state = 'effective', e.fields, x.fields)") \
	X(T, BYTES, commitment, "e.commitment")
ROW_DEFINE(sealed_row, SEALED_COLS);
/* What ended a moment ago and is not sealed yet comes with the next bundle. */
static struct stmt sealed_q = SQL(
	"SELECT " ROW_SELECT(SEALED_COLS)
	"  FROM (SELECT r.id, e.id AS event_id, l.seq" SEALED "ORDER BY l.seq LIMIT ? OFFSET ?) w"
	"  JOIN service_record r ON r.id = w.id"
	"  JOIN ledger_event e ON e.id = w.event_id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN station s ON s.id = r.station_id " ENDED "WHERE r.state = 'effective'"
	"       OR (r.state IN ('corrected', 'withdrawn') AND k.seq < ?)"
	" ORDER BY IF(r.state = 'effective', w.seq, k.seq)");
static struct stmt ready_q = SQL(
	"SELECT COUNT(*) AS entries, COALESCE(SUM(r.state = 'effective'), 0) AS records,"
	"       COALESCE(SUM(IF(r.state = 'effective', r.minutes, 0)), 0) AS minutes " SEALED);
static struct stmt waiting_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_record r"
	" WHERE r.person_id = ?"
	"   AND r.state = 'effective'");

/* Brought without a signature, and confirmed here. What a bundle held stands in that. */
#define DECLARED_FROM \
	" FROM transfer_record b JOIN transfer t ON t.id = b.transfer_id " \
	"WHERE b.person_id = ? AND b.counted = 1 AND NOT EXISTS (SELECT 1 FROM transfer_file f " \
	"WHERE f.transfer_id IN (t.id, t.via_id)) "
#define DECLARED_COLS(X, T) \
	X(T, TEXT, source_key, "b.source_key") \
	X(T, TEXT, title, "b.title") \
	X(T, TEXT, organiser, "b.organiser") \
	X(T, TEXT, origin, "t.other_name") \
	X(T, TEXT, served_on, "b.served_on") \
	X(T, TEXT, starts_at, "b.starts_at") \
	X(T, TEXT, ends_at, "b.ends_at") \
	X(T, INT, minutes, "b.minutes") \
	X(T, TEXT, evidence, "b.evidence")
ROW_DEFINE(declared_row, DECLARED_COLS);
static struct stmt declared_q = SQL(
	"SELECT " ROW_SELECT(DECLARED_COLS) DECLARED_FROM
	" ORDER BY b.id"
	" LIMIT ? OFFSET ?");
static struct stmt declared_n_q = SQL(
	"SELECT COUNT(*)" DECLARED_FROM);

/* Newest first: what an older bundle says has ended is known then. */
#define FILE_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, bytes, "SUM(LENGTH(f.bytes))")
ROW_DEFINE(file_row, FILE_COLS);
static struct stmt files_q = SQL(
	"SELECT " ROW_SELECT(FILE_COLS)
	"  FROM transfer t"
	"  JOIN transfer_file f ON f.transfer_id = t.id"
	" WHERE t.person_id = ?"
	"   AND t.direction = 'in'"
	"   AND t.via_id IS NULL"
	"   AND (t.counted_minutes > 0 OR EXISTS (SELECT 1 FROM transfer c WHERE c.via_id = t.id"
	"       AND c.counted_minutes > 0) = 1)"
	" GROUP BY t.id"
	" ORDER BY t.id DESC"
	" LIMIT 100");
#define PIECE_COLS(X, T) X(T, BYTES, bytes, "bytes")
ROW_DEFINE(piece_row, PIECE_COLS);
static struct stmt pieces_q = SQL(
	"SELECT " ROW_SELECT(PIECE_COLS)
	"  FROM transfer_file"
	" WHERE transfer_id = ?"
	" ORDER BY piece");
static struct stmt add_piece_q = SQL(
	"INSERT INTO transfer_file (transfer_id, piece, bytes)"
	" VALUES (?, ?, ?)");

enum { PIECE = 1000000 };

enum err transfer_file_keep(int64_t transfer, struct bytes file)
{
	enum err e = OK;
	int64_t piece = 0;
	for (size_t at = 0; !e && at < file.n; at += PIECE) {
		struct bytes part = { file.p + at, file.n - at < PIECE ? file.n - at : PIECE };
		e = db_exec(&add_piece_q, ARGS(A_(transfer), A_(piece), A_(part)), NULL);
		piece++;
	}
	return e;
}

static enum err transfer_file_read(struct arena *a, int64_t transfer, struct bytes *out)
{
	struct piece_row *v;
	size_t n;
	struct buf b = { .arena = a };
	enum err e = row_all(&pieces_q, ARGS(A_(transfer)), piece_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		buf_add(&b, (const char *)v[i].bytes.p, v[i].bytes.n);
	if (!e)
		*out = (struct bytes){ (const uint8_t *)b.p, b.n };
	return e;
}

#define KEPT_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, TEXT, no, "t.no")
ROW_DEFINE(kept_row, KEPT_COLS);
#define KEPT \
	"SELECT " ROW_SELECT(KEPT_COLS) " FROM transfer t JOIN person p ON p.id = t.person_id " \
					"AND p.erased_at IS NULL WHERE t.no = ? AND t.direction " \
					"= 'in' AND EXISTS (SELECT 1 " \
					"FROM transfer_file f WHERE f.transfer_id = t.id) AND "
static struct stmt kept_q = SQL(
	KEPT "t.station_id = ?");
static struct stmt own_q = SQL(
	KEPT "t.person_id = ?");

static enum err transfer_file_give(struct rq *q, struct stmt *s, int64_t whose)
{
	struct kept_row t;
	struct bytes file = { NULL, 0 };
	enum err e = row_one(s, ARGS(A_(arg(q, 0)), A_(whose)), kept_row_cols, &t);
	if (!e)
		e = transfer_file_read(q->arena, t.id, &file);
	if (!e)
		e = audit(&q->actor, "transfer.file", "transfer", t.id, t.no);
	if (e)
		return e;
	reply_header(q, "Cache-Control", "no-store");
	return reply_file(q, "application/json; charset=utf-8",
			  arena_fmt(q->arena, "%s.json", t.no), NULL, file);
}

enum err transfer_file(struct rq *q)
{
	return transfer_file_give(q, &kept_q, q->station);
}

enum err transfer_mine_file(struct rq *q)
{
	return transfer_file_give(q, &own_q, q->person);
}

/* Those of this part, or, with out NULL, only how many parts they take. */
static enum err transfer_load_brought(struct rq *q, int64_t person, int64_t part,
				      struct bundle *out, int64_t *parts, int64_t *alone)
{
	struct file_row *v;
	size_t n;
	int64_t at = 1, used = 0, held = 0;
	enum err e = row_all(&files_q, ARGS(A_(person)), file_row_cols, sizeof(*v), &v, &n);
	*alone = 0;
	if (!e && out)
		out->brought = arena_array(q->arena, n + 1, sizeof(*out->brought));
	for (size_t i = 0; !e && i < n; i++) {
		if (v[i].bytes > ROOM) {
			++*alone;
			continue;
		}
		if (used + v[i].bytes > ROOM || held == BUNDLE_BROUGHT) {
			at++;
			used = held = 0;
		}
		used += v[i].bytes;
		held++;
		if (out && at == part)
			e = transfer_file_read(q->arena, v[i].id, &out->brought[out->brought_n++]);
	}
	if (!e)
		*parts = n > (size_t)*alone ? at : 0;
	return e;
}

enum err transfer_ready(struct rq *q, int64_t person, struct node *to)
{
	struct ledger_signed head = { .head.size = 0 };
	int64_t all, parts, alone, declared;
	enum err e = ledger_newest(&head);
	if (!e || e == ERR_NOT_FOUND)
		e = put_one(q, "Ready", &ready_q, ARGS(A_(person), A_(head.head.size)));
	if (!e)
		e = db_int(&waiting_q, ARGS(A_(person)), &all);
	if (!e)
		e = transfer_load_brought(q, person, 0, NULL, &parts, &alone);
	if (!e)
		e = db_int(&declared_n_q, ARGS(A_(person)), &declared);
	if (e)
		return e;
	int64_t most = declared > node_get_int(to, "entries") ? declared
							      : node_get_int(to, "entries");
	int64_t own = (most + BUNDLE_RECORDS - 1) / BUNDLE_RECORDS;
	node_int(to, "later", all - node_get_int(to, "records"));
	node_int(to, "parts", own > parts ? own : parts);
	node_int(to, "alone", alone);
	return OK;
}

static enum err transfer_load_declared(struct rq *q, struct bundle *b, int64_t person)
{
	struct declared_row *v;
	int64_t most = BUNDLE_RECORDS, skip = (b->part - 1) * most;
	enum err e = row_all(&declared_q, ARGS(A_(person), A_(most), A_(skip)), declared_row_cols,
			     sizeof(*v), &v, &b->declared_n);
	if (e)
		return e;
	b->declared = arena_array(q->arena, b->declared_n + 1, sizeof(*b->declared));
	for (size_t i = 0; i < b->declared_n; i++)
		b->declared[i] = (struct bundle_record){ .key = v[i].source_key,
							 .title = v[i].title,
							 .organiser = v[i].organiser,
							 .origin = v[i].origin,
							 .served_on = v[i].served_on,
							 .starts_at = v[i].starts_at,
							 .ends_at = v[i].ends_at,
							 .minutes = v[i].minutes,
							 .evidence = v[i].evidence };
	return OK;
}

static struct bundle_record bundle_record_of(const struct sealed_row *r, struct bytes path)
{
	return (struct bundle_record){ .key = r->record_uid,
				       .no = r->no,
				       .title = r->title,
				       .organiser = r->organiser,
				       .served_on = r->served_on,
				       .starts_at = r->starts_at,
				       .ends_at = r->ends_at,
				       .evidence = r->evidence,
				       .at = r->at,
				       .minutes = r->minutes,
				       .place = r->place,
				       .event = r->event,
				       .fields = r->fields,
				       .path = path,
				       .kind = str_eq(r->state, "effective") ? NULL : r->state };
}

static enum err transfer_load_records(struct rq *q, struct bundle *b, int64_t person)
{
	struct sealed_row *rows;
	size_t n;
	static const uint8_t nobody[LEDGER_HASH];
	int64_t most = BUNDLE_RECORDS, skip = (b->part - 1) * most, size = b->head.head.size;
	enum err e = row_all(&sealed_q, ARGS(A_(person), A_(size), A_(most), A_(skip), A_(size)),
			     sealed_row_cols, sizeof(*rows), &rows, &n);
	b->commitment = BYTES(nobody);
	if (e || !n)
		return e;
	struct ledger_path *paths = arena_array(q->arena, n, sizeof(*paths));
	b->records = arena_array(q->arena, n, sizeof(*b->records));
	b->ended = arena_array(q->arena, n, sizeof(*b->ended));
	b->commitment = rows[0].commitment;
	for (size_t i = 0; i < n; i++)
		paths[i].place = rows[i].place;
	e = ledger_paths(q->arena, size, paths, n);
	for (size_t i = 0; !e && i < n; i++) {
		struct bundle_record r = bundle_record_of(&rows[i], paths[i].path);
		if (r.kind)
			b->ended[b->ended_n++] = r;
		else
			b->records[b->n++] = r;
		b->minutes += r.kind ? 0 : r.minutes;
	}
	return e;
}

enum err transfer_load(struct rq *q, int64_t person, struct bundle *b)
{
	int64_t alone, parts;
	enum err e = transfer_ready(q, person, put_list(q, "Ready"));
	if (!e)
		e = ledger_newest(&b->head);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	struct node *ready = put_list(q, "Ready");
	b->parts = node_get_int(ready, "parts");
	if (!b->parts)
		b->parts = 1;
	b->total = node_get_int(ready, "records");
	if (b->part > b->parts)
		return OK;
	e = transfer_load_records(q, b, person);
	if (!e)
		e = transfer_load_declared(q, b, person);
	return e ? e : transfer_load_brought(q, person, b->part, b, &parts, &alone);
}
