/* outbox_line.c - rows made: which destinations take a record, what they know of it, one INSERT. */
#include <string.h>

#include "json.h"
#include "log.h"
#include "outbox_inside.h"
#include "row.h"
#include "secret.h"

/* Rows go to the database together, until their payloads are as long as this. */
enum { PACKET = 1024 * 1024, PLACES = 12 };

/* For each record every destination that takes the kind from its station, with the newest row
 * about it there. The index is named: while the table grows quickly its statistics lag behind, and
 * any other index reads all rows of a destination for each record. */
#define LINE_COLS(X, T) \
	X(T, INT, i, "k.i") \
	X(T, INT, destination_id, "d.id") \
	X(T, TEXT, code, "d.code") \
	X(T, INT, version, "l.version") \
	X(T, TEXT, op, "l.op") \
	X(T, BYTES, sha, "l.payload_sha") \
	X(T, TEXT, item_key, "l.item_key") \
	X(T, TEXT, state, "l.state")
ROW_DEFINE(line_row, LINE_COLS);

static struct stmt lines_q = SQL(
	"SELECT STRAIGHT_JOIN " ROW_SELECT(LINE_COLS)
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (i INT PATH '$[0]', station BIGINT PATH '$[1]',"
	"       uid CHAR(32) PATH '$[2]')) k"
	"  JOIN station s ON s.id = k.station"
	"  JOIN destination d ON d.enabled = 1 AND FIND_IN_SET(?, d.kinds)"
	"       AND " DESTINATION_TAKES
	"  LEFT JOIN outbox l FORCE INDEX (outbox_version) ON l.destination_id = d.id"
	"       AND l.record_uid = UNHEX(k.uid) AND l.version = (SELECT MAX(m.version)"
	"       FROM outbox m FORCE INDEX (outbox_version) WHERE m.destination_id = d.id"
	"       AND m.record_uid = UNHEX(k.uid))"
	" ORDER BY k.i, d.id");

static struct stmt add_q = SQL(
	"INSERT INTO outbox (destination_id, kind, op, station_id, person_id, version, due_on,"
	"       record_uid, idem, item_key, payload_sha, payload)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

static struct bytes hash(const char *json)
{
	return secret_sha256(db_arena(), (struct bytes){ (const uint8_t *)json, strlen(json) });
}

/* Parts are joined by NULs, which none of them contains; the uid has a fixed length. */
static struct bytes idem_of(const struct outbox_item *to, const char *destination, int64_t version)
{
	struct arena *a = db_arena();
	struct buf b = { .arena = a };
	buf_str(&b, "zyz outbox 1");
	buf_char(&b, '\0');
	buf_str(&b, destination);
	buf_char(&b, '\0');
	buf_str(&b, outbox_kind_word(to->kind));
	buf_char(&b, '\0');
	buf_add(&b, (const char *)to->uid.p, to->uid.n);
	buf_fmt(&b, "%lld", (long long)version);
	struct bytes whole = secret_sha256(a, (struct bytes){ (const uint8_t *)b.p, b.n });
	return (struct bytes){ whole.p, 16 };
}

/* One version of a record for one destination. */
struct version {
	const struct outbox_item *to;
	const char *destination;
	int64_t number;
	const char *facts, *due_on; /* facts NULL: a withdrawal */
};

/* Rows on their way; they are copied with each doubling. */
struct gathering {
	struct arg *v;
	size_t rows, room, bytes;
};

static struct arg *room_for_one(struct gathering *g)
{
	if (g->rows == g->room) {
		size_t room = g->room ? 2 * g->room : 1;
		struct arg *more = arena_array(db_arena(), room * PLACES, sizeof(*more));
		if (g->rows)
			memcpy(more, g->v, g->rows * PLACES * sizeof(*more));
		g->v = more;
		g->room = room;
	}
	return &g->v[g->rows++ * PLACES];
}

static void add_version(struct gathering *g, const struct version *v)
{
	struct arena *a = db_arena();
	const struct outbox_item *to = v->to;
	const char *json = v->facts ? v->facts : "{}";
	struct bytes idem = idem_of(to, v->destination, v->number);
	const struct bytes none = { (const uint8_t *)"", 0 };
	struct bytes payload = v->facts ? secret_seal(a, OUTBOX_SEALED, idem, v->facts) : none;
	const struct arg row[PLACES] = {
		A_(to->destination_id),
		A_(outbox_kind_word(to->kind)),
		A_(v->facts ? "put" : "withdraw"),
		A_(to->station_id),
		A_(to->person_id ? to->person_id : DB_NONE),
		A_(v->number),
		A_(v->due_on),
		A_(to->uid),
		A_(idem),
		A_(to->key),
		A_(hash(json)),
		A_(payload),
	};
	memcpy(room_for_one(g), row, sizeof(row));
	g->bytes += payload.n;
}

/* Sends what has been gathered and begins anew. */
static enum err flush(struct gathering *g)
{
	enum err e = db_bulk(&add_q, g->v, g->rows);
	*g = (struct gathering){ .rows = 0 };
	/* Another transaction was first: run again, its row is seen then. */
	return e == ERR_DUPLICATE ? ERR(ERR_RETRY, "outbox: two at once") : e;
}

enum err outbox_add(const struct outbox_item *to, const char *destination, int64_t version,
		    const char *facts, const char *due_on)
{
	struct gathering g = { .rows = 0 };
	add_version(&g, &(struct version){ to, destination, version, facts, due_on });
	return flush(&g);
}

const char *facts_key(const struct facts *f)
{
	return arena_fmt(db_arena(), "%03lld-%s", (long long)f->station_no,
			 hex_encode(db_arena(), f->uid));
}

/* The same content twice is one row; after a withdrawal or with other content it is a higher
 * version. */
static bool put_line(struct gathering *g, const struct facts *f, const struct line_row *r)
{
	bool known = r->version != DB_NONE;
	struct bytes sha = hash(f->json);
	if (known && str_eq(r->op, "put") && !str_eq(r->state, "withdrawn") &&
	    r->version >= f->version && r->sha.n == sha.n && memcmp(r->sha.p, sha.p, sha.n) == 0)
		return false;
	struct outbox_item to = { .destination_id = r->destination_id,
				  .kind = f->kind,
				  .uid = f->uid,
				  .key = known ? r->item_key : facts_key(f),
				  .station_id = f->station_id,
				  .person_id = f->person_id };
	int64_t version = known && r->version >= f->version ? r->version + 1 : f->version;
	add_version(g, &(struct version){ &to, r->code, version, f->json, f->due_on });
	return true;
}

static enum err put_lines(const struct facts *f, const char *wanted, int64_t *rows)
{
	struct line_row *r;
	size_t n;
	struct gathering g = { .rows = 0 };
	enum err e = row_all(&lines_q, ARGS(A_(wanted), A_(outbox_kind_word(f->kind))),
			     line_row_cols, sizeof(*r), &r, &n);
	for (size_t i = 0; !e && i < n; i++) {
		*rows += put_line(&g, &f[r[i].i], &r[i]);
		if (g.bytes > PACKET || (g.rows && i + 1 == n))
			e = flush(&g);
	}
	return e;
}

enum err outbox_put(const struct facts *f, size_t n, int64_t *rows)
{
	struct json_w w = { .buf = { .arena = db_arena() } };
	size_t wanted = 0, without = 0;
	*rows = 0;
	json_open(&w, '[');
	for (size_t i = 0; i < n; i++) {
		if (f[i].live && f[i].consent) {
			json_open(&w, '[');
			json_int(&w, (int64_t)i);
			json_int(&w, f[i].station_id);
			json_str(&w, hex_encode(db_arena(), f[i].uid));
			json_close(&w, ']');
			wanted++;
		} else if (f[i].live) {
			without++;
		}
	}
	json_close(&w, ']');
	if (without)
		log_info("outbox: %zu of %s left out, no consent", without,
			 outbox_kind_word(f->kind));
	return wanted ? put_lines(f, w.buf.p, rows) : OK;
}
