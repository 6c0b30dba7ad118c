/* export.c - 文件报送: rows of a file destination as a download. */
#include <string.h>

#include "archive.h"
#include "audit.h"
#include "clock.h"
#include "file.h"
#include "form.h"
#include "platform_page.h"

enum { MOST = 2000 };

#define EXPORT_IN(X, T) \
	X(T, WORD, destination, 1, 24) \
	X(T, WORD, kind, 1, 20) \
	X(T, WORD, format, 1, 8) \
	X(T, FLAG, again, 0, 1) \
	X(T, STR, purpose, 2, 120)
FORM_DEFINE(export_in, EXPORT_IN);

static struct stmt dests_q = SQL(
	"SELECT code, name, profile AS _profile"
	"  FROM destination"
	" WHERE enabled = 1"
	"   AND base_url = ''"
	"   AND code <> 'exchange'"
	" ORDER BY id"
	" LIMIT 20");
static struct stmt dest_q = SQL(
	"SELECT id"
	"  FROM destination"
	" WHERE code = ?"
	"   AND enabled = 1");
static struct stmt profile_q = SQL(
	"SELECT profile"
	"  FROM destination"
	" WHERE id = ?");
static struct stmt waiting_q = SQL(
	"SELECT d.name AS destination, o.kind, SUM(o.state = 'waiting') AS waiting,"
	"       SUM(o.state = 'exported') AS exported"
	"  FROM outbox o"
	"  JOIN destination d ON d.id = o.destination_id"
	" WHERE o.station_id = ?"
	"   AND o.state IN ('waiting', 'exported')"
	"   AND d.enabled = 1"
	"   AND d.base_url = ''"
	"   AND d.code <> 'exchange'"
	" GROUP BY d.id, o.kind"
	" ORDER BY d.id, o.kind"
	" LIMIT 50");

#define DUE_COLS(X, T) \
	X(T, INT, id, "o.id") \
	X(T, BYTES, idem, "o.idem") \
	X(T, TEXT, item_key, "o.item_key") \
	X(T, INT, person, "o.person_id") \
	X(T, INT, version, "o.version") \
	X(T, TEXT, op, "o.op") \
	X(T, BYTES, payload, "o.payload") \
	X(T, BYTES, sha, "o.payload_sha") \
	X(T, INT, consent, \
	  "o.op = 'withdraw' OR o.payload <> '' AND (SELECT COUNT(*) FROM consent c WHERE " \
	  "c.person_id = " \
	  "o.person_id AND c.purpose = 'platform' AND c.withdrawn_at IS NULL) > 0")
ROW_DEFINE(due_row, DUE_COLS);
static struct stmt due_q = SQL(
	"SELECT " ROW_SELECT(DUE_COLS)
	"  FROM outbox o"
	" WHERE o.station_id = ?"
	"   AND o.destination_id = ?"
	"   AND o.kind = ?"
	"   AND (o.state = 'waiting' OR (? AND o.state = 'exported'))"
	" ORDER BY o.id"
	" LIMIT 2000"
	"   FOR UPDATE");

enum err file_destinations(struct rq *q)
{
	return put_query(q, "Files", &dests_q, NO_ARGS);
}

enum err export_show(struct rq *q)
{
	enum err e = put_query(q, "Waiting", &waiting_q, ARGS(A_(q->station)));
	if (!e)
		e = file_destinations(q);
	return e ? e : page(q, "platform/export.cs");
}

/* A destination by its code, with its mapping; a message beside the field when there is none. */
enum err file_destination(struct rq *q, const char *code, int64_t *id, const struct platform **p)
{
	const char *profile;
	enum err e = db_int(&dest_q, ARGS(A_(code)), id);
	if (!e)
		e = db_text(&profile_q, ARGS(A_(*id)), &profile);
	if (!e)
		e = file_mapping(profile, p);
	if (e == ERR_NOT_FOUND)
		form_error(q, "destination", "choice");
	return e == ERR_NOT_FOUND ? ERR_FORM : e;
}

struct exporting {
	struct rq *q;
	const struct export_in *in;
	int64_t destination;
	struct file_out file;
	struct archive zip;
	struct bytes last;
	const char *name; /* of the last file */
	int64_t n, most;  /* rows of all, most in a file (0: any) */
	int64_t in_file, files;
	struct buf ids; /* of the file being written */
};

/* Whole numbers leave the house: whose, and for what, stands in their owners' list of looks, once
 * for a file. */
static enum err export_look(struct exporting *x, const struct due_row *rows, size_t i)
{
	static const char *const fields[] = { "id_no", "phone" };
	int64_t person = rows[i].person;
	enum err e = OK;
	for (size_t k = 0; k < i; k++)
		if (rows[k].person == person)
			return OK;
	for (size_t f = 0; !e && person != DB_NONE && f < sizeof(fields) / sizeof(fields[0]); f++)
		e = audit_look(&x->q->actor, person, fields[f], x->in->purpose);
	return e;
}

static enum err export_one(struct exporting *x, const struct due_row *r)
{
	struct platform_item item = { .key = r->item_key,
				      .version = r->version,
				      .withdraw = str_eq(r->op, "withdraw") };
	if (r->consent != 1)
		return outbox_exported(r->id, "withdrawn", "no_consent", NULL);
	enum err e = outbox_open(db_arena(), r->idem, r->payload, r->sha, &item.facts);
	if (!e && !x->in_file)
		e = file_begin(&x->file);
	if (e)
		return e;
	bool good = file_add(&x->file, &item);
	if (good)
		buf_fmt(&x->ids, "%s%lld", x->in_file++ ? "," : "[", (long long)r->id);
	else if (!x->in_file)
		file_drop(&x->file);
	x->n += good;
	return outbox_exported(r->id, good ? "exported" : "refused", good ? NULL : item.code,
			       good ? NULL : item.reason);
}

static const char *export_ending(const char *format)
{
	return str_in(format, "jsonl,xlsx") ? format : "csv";
}

/* The file that is full, or the last. */
static enum err export_close(struct exporting *x)
{
	struct outbox_filed f = { .destination = x->destination,
				  .station = x->q->station,
				  .staff = x->q->staff,
				  .kind = x->in->kind,
				  .items = x->in_file };
	int64_t file;
	if (!x->in_file)
		return OK;
	buf_char(&x->ids, ']');
	f.ids = x->ids.p;
	enum err e = outbox_filed(&f, &file);
	if (!e)
		e = file_end(&x->file, &x->last);
	if (e)
		return e;
	x->name = arena_fmt(db_arena(), "%s-%s-%lld.%s", x->in->kind,
			    clock_day(db_arena(), x->q->now), (long long)file,
			    export_ending(x->in->format));
	archive_add(&x->zip, x->name, x->last);
	x->files++;
	x->in_file = 0;
	x->ids = (struct buf){ .arena = db_arena() };
	return OK;
}

static enum err export_rows(struct exporting *x, const struct due_row *rows, size_t n)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < n && x->files < ARCHIVE_FILES; i++) {
		e = export_one(x, &rows[i]);
		if (!e && rows[i].consent == 1)
			e = export_look(x, rows, i);
		if (!e && x->most && x->in_file == x->most)
			e = export_close(x);
	}
	return e ? e : export_close(x);
}

static enum err export_tx(void *ctx)
{
	struct exporting *x = ctx;
	struct due_row *rows;
	size_t n;
	x->n = x->in_file = x->files = 0;
	x->ids = (struct buf){ .arena = db_arena() };
	file_drop(&x->file);
	archive_begin(&x->zip, db_arena());
	enum err e = row_all(
		&due_q,
		ARGS(A_(x->q->station), A_(x->destination), A_(x->in->kind), A_(x->in->again)),
		due_row_cols, sizeof(*rows), &rows, &n);
	if (!e)
		e = export_rows(x, rows, n);
	const char *detail = arena_fmt(db_arena(), "%s %s %lld", x->in->kind, x->in->format,
				       (long long)x->n);
	return e ? e : audit(&x->q->actor, "outbox.export", "destination", x->destination, detail);
}

static enum err export_send(struct exporting *x)
{
	const char *format = x->in->format;
	if (x->files > 1)
		return reply_file(x->q, "application/zip",
				  arena_fmt(x->q->arena, "%s-%s.zip", x->in->kind,
					    clock_day(x->q->arena, x->q->now)),
				  NULL, archive_end(&x->zip));
	const char *type = str_eq(format, "jsonl")  ? "application/jsonl"
			   : str_eq(format, "xlsx") ? sheet_type(SHEET_XLSX)
			   : str_eq(format, "csv")  ? "text/csv; charset=utf-8"
						    : "text/csv; charset=gb18030";
	return reply_file(x->q, type, x->name, NULL, x->last);
}

enum err export_make(struct rq *q)
{
	struct export_in in;
	struct exporting x = { .q = q, .in = &in };
	if (!form_read(q, export_in_fields, &in))
		return ERR_FORM;
	x.file.format = in.format;
	if (!outbox_kind_of(in.kind, &x.file.kind))
		form_error(q, "kind", "choice");
	if (!str_in(in.format, "jsonl,csv,gb18030,xlsx"))
		form_error(q, "format", "choice");
	enum err e = file_destination(q, in.destination, &x.destination, &x.file.platform);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		x.most = platform_max_items(x.file.platform);
	if (!e)
		e = db_tx(export_tx, &x);
	file_drop(&x.file);
	if (!e && x.n == 0) {
		form_error(q, "kind", "nothing");
		e = ERR_FORM;
	}
	return e ? e : export_send(&x);
}
