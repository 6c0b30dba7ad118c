/*
 * receipts.c - 登记回执: what a platform answered to an exported file comes back by upload, as a
 * table (csv.h, xlsx.h) with titles or without, or as JSON Lines. A line that is not ours is
 * named, the others are kept.
 */
#include <string.h>

#include "audit.h"
#include "file.h"
#include "form.h"
#include "json.h"
#include "platform_page.h"
#include "results.h"
#include "text.h"
#include "xlsx.h"

enum { RECEIPT_MAX = 128, TOLD = 20 };

#define RECEIPTS_IN(X, T) \
	X(T, WORD, destination, 1, 24) \
	X(T, FILE, receipts, 1, 1000000)
FORM_DEFINE(receipts_in, RECEIPTS_IN);

struct receiving {
	struct rq *q;
	int64_t destination;
	const struct platform *p;
	const char *text; /* of JSON Lines; NULL: the table */
	struct csv csv;
	int64_t taken, bad;
	struct buf lines; /* numbers of those that were not taken */
};

/* Uploading has a page of its own, since two forms on one would share their messages. */
enum err receipts_show(struct rq *q)
{
	enum err e = file_destinations(q);
	return e ? e : page(q, "platform/receipts.cs");
}

static bool receipt_number(const char *text, int64_t *out)
{
	int64_t n = 0;
	for (const char *c = text; *c; c++) {
		if (*c < '0' || *c > '9' || n > 1000000)
			return false;
		n = n * 10 + (*c - '0');
	}
	*out = n;
	return n > 0;
}

static bool receipt_sound(const struct outbox_receipt *r)
{
	if (!r->key || !*r->key || !r->receipt || !*r->receipt || strlen(r->receipt) >= RECEIPT_MAX)
		return false;
	for (const char *c = r->receipt; *c; c++)
		if (*c <= ' ' || *c > '~')
			return false;
	return true;
}

/* good: it could be read. */
static enum err receipt_take(struct receiving *r, size_t line, struct outbox_receipt *one,
			     bool good)
{
	one->destination = r->destination;
	enum err e = good && receipt_sound(one) ? outbox_receive(r->q->station, one) : ERR_STALE;
	if (e == ERR_STALE) {
		err_clear();
		if (r->bad++ < TOLD)
			buf_fmt(&r->lines, "%s%zu", r->lines.n ? "、" : "", line);
		return OK;
	}
	r->taken += !e;
	return e;
}

static enum err receipt_json(struct receiving *r, size_t number, const char *line)
{
	struct outbox_receipt one = { 0 };
	const struct json *j;
	bool good = json_parse(db_arena(), line, strlen(line), &j) == OK &&
		    json_number(json_get(j, "version"), &one.version);
	err_clear();
	if (good) {
		one.key = json_text(json_get(j, "key"));
		one.receipt = json_text(json_get(j, "receipt"));
	}
	return receipt_take(r, number, &one, good);
}

static enum err receipts_json(struct receiving *r)
{
	enum err e = OK;
	size_t number = 0;
	for (const char *s = r->text; !e && *s;) {
		size_t n = strcspn(s, "\r\n");
		const char *line = text_prose(db_arena(), arena_dup(db_arena(), s, n));
		s += n;
		s += *s == '\r' && s[1] == '\n' ? 2 : *s != '\0';
		number++;
		if (*line)
			e = receipt_json(r, number, line);
	}
	return e;
}

/* Columns by their titles; without titles they are key, version, receipt. */
static enum err receipts_table(struct receiving *r)
{
	static const char *const words[] = { "key", "version", "receipt" };
	struct arena *a = db_arena();
	size_t at[3], known = 0;
	enum err e = OK;
	for (size_t i = 0; i < 3; i++) {
		const char *list = lang(arena_fmt(a, "platform.Receipt.%s", words[i]));
		at[i] = r->csv.n ? csv_column(a, &r->csv.row[0], list) : 0;
		known += at[i] > 0;
	}
	for (size_t i = 0; !known && i < 3; i++)
		at[i] = i + 1;
	for (size_t i = known > 0; !e && i < r->csv.n; i++) {
		const struct csv_row *row = &r->csv.row[i];
		const char *cell[3];
		for (size_t k = 0; k < 3; k++)
			cell[k] = at[k] && at[k] <= row->n ? row->cell[at[k] - 1] : "";
		struct outbox_receipt one = { .key = cell[0], .receipt = cell[2] };
		bool good = receipt_number(text_value(a, cell[1]), &one.version);
		e = receipt_take(r, row->line, &one, good);
	}
	return e;
}

static void receipt_told(void *ctx, size_t line, bool taken)
{
	struct receiving *r = ctx;
	r->taken += taken;
	if (!taken && r->bad++ < TOLD)
		buf_fmt(&r->lines, "%s%zu", r->lines.n ? "、" : "", line);
}

static enum err receipts_tx(void *ctx)
{
	struct receiving *r = ctx;
	r->taken = r->bad = 0;
	r->lines = (struct buf){ .arena = r->q->arena };
	bool results = !r->text && results_are(db_arena(), r->p, &r->csv);
	enum err e = r->text   ? receipts_json(r)
		     : results ? results_take(r->q, r->destination, r->p, &r->csv, receipt_told, r)
			       : receipts_table(r);
	if (e || !r->taken)
		return e;
	return audit(&r->q->actor, "outbox.receipts", "destination", r->destination,
		     arena_fmt(db_arena(), "%lld", (long long)r->taken));
}

static void receipts_read(struct receiving *r, const struct field *file)
{
	struct bytes b = { (const uint8_t *)file->value, file->n };
	const char *text = csv_text(r->q->arena, b), *fault = NULL;
	if (xlsx_is(b))
		fault = xlsx_read(r->q->arena, b, &r->csv);
	else if (text && text[strspn(text, " \t\r\n")] == '{')
		r->text = text;
	else
		fault = text ? csv_read(r->q->arena, b, &r->csv) : "receipts_text";
	if (fault)
		form_error(r->q, "receipts", fault);
}

/* What was taken stays taken; the page says which lines were not. */
static enum err receipts_tell(struct receiving *r)
{
	struct rq *q = r->q;
	struct buf b = { .arena = q->arena };
	buf_fmt(&b, "%s%s", lang("platform.bad_line"), r->lines.p);
	if (r->bad > TOLD)
		buf_str(&b, "…");
	buf_fmt(&b, "。%s%lld", lang("platform.bad_lines_taken"), (long long)r->taken);
	form_error_text(q, "receipts", b.p);
	return ERR_FORM;
}

enum err receipts_take(struct rq *q)
{
	struct receipts_in in;
	struct receiving r = { .q = q };
	if (!form_read(q, receipts_in_fields, &in))
		return ERR_FORM;
	receipts_read(&r, in.receipts);
	enum err e = file_destination(q, in.destination, &r.destination, &r.p);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(receipts_tx, &r);
	if (!e && r.bad)
		return receipts_tell(&r);
	if (!e && !r.taken) {
		form_error(q, "receipts", "nothing");
		e = ERR_FORM;
	}
	return e ? e : see(q, "/platform/export?done=received");
}
