/* bundle.c - making a bundle, and telling whose it is. */
#include "bundle_inside.h"

#include <string.h>

#include "json.h"
#include "secret.h"

struct bytes bundle_message(struct arena *a, const char *p, size_t n)
{
	struct buf b = { .arena = a };
	buf_str(&b, BUNDLE_FORMAT "\n");
	if (n)
		buf_add(&b, p, n);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

static void text(struct json_w *w, const char *key, const char *s)
{
	json_key(w, key);
	json_str(w, s ? s : "");
}

static void number(struct json_w *w, const char *key, int64_t n)
{
	json_key(w, key);
	json_int(w, n);
}

static void hex(struct json_w *w, const char *key, struct bytes b)
{
	text(w, key, hex_encode(w->buf.arena, b));
}

static void add_head(struct json_w *w, const struct ledger_signed *h)
{
	json_key(w, "head");
	json_open(w, '{');
	number(w, "no", h->head.no);
	number(w, "size", h->head.size);
	number(w, "at_ms", h->head.at_ms);
	hex(w, "root", h->head.root);
	hex(w, "prev", h->head.prev);
	hex(w, "signature", h->signature);
	json_close(w, '}');
}

static void add_record(struct json_w *w, const struct bundle_record *r)
{
	json_open(w, '{');
	if (r->kind)
		text(w, "kind", r->kind);
	text(w, "key", r->key);
	text(w, "no", r->no);
	text(w, "title", r->title);
	text(w, "organiser", r->organiser);
	text(w, "served_on", r->served_on);
	text(w, "starts_at", r->starts_at);
	text(w, "ends_at", r->ends_at);
	number(w, "minutes", r->minutes);
	text(w, "evidence", r->evidence);
	number(w, "place", r->place);
	text(w, "at", r->at);
	hex(w, "event", r->event);
	hex(w, "fields", r->fields);
	json_key(w, "path");
	json_open(w, '[');
	for (size_t i = 0; i + LEDGER_HASH <= r->path.n; i += LEDGER_HASH)
		json_str(w, hex_encode(w->buf.arena, (struct bytes){ r->path.p + i, LEDGER_HASH }));
	json_close(w, ']');
	json_close(w, '}');
}

static void add_person(struct json_w *w, const struct bundle *b)
{
	json_key(w, "station");
	json_open(w, '{');
	number(w, "no", b->station_no);
	text(w, "name", b->station);
	json_close(w, '}');
	json_key(w, "person");
	json_open(w, '{');
	text(w, "name", b->name);
	text(w, "volunteer_no", b->volunteer_no);
	hex(w, "salt", b->salt);
	hex(w, "check", b->check);
	hex(w, "commitment", b->commitment);
	json_close(w, '}');
}

static void add_records(struct json_w *w, const char *key, const struct bundle_record *v, size_t n)
{
	json_key(w, key);
	json_open(w, '[');
	for (size_t i = 0; i < n; i++)
		add_record(w, &v[i]);
	json_close(w, ']');
}

static void add_declared(struct json_w *w, const struct bundle *b)
{
	json_key(w, "declared");
	json_open(w, '[');
	for (size_t i = 0; i < b->declared_n; i++) {
		const struct bundle_record *r = &b->declared[i];
		json_open(w, '{');
		text(w, "key", r->key);
		text(w, "title", r->title);
		text(w, "organiser", r->organiser);
		text(w, "origin", r->origin);
		text(w, "served_on", r->served_on);
		text(w, "starts_at", r->starts_at);
		text(w, "ends_at", r->ends_at);
		number(w, "minutes", r->minutes);
		text(w, "evidence", r->evidence);
		json_close(w, '}');
	}
	json_close(w, ']');
}

static void add_brought(struct json_w *w, const struct bundle *b)
{
	json_key(w, "brought");
	json_open(w, '[');
	for (size_t i = 0; i < b->brought_n; i++)
		json_str(w,
			 arena_dup(w->buf.arena, (const char *)b->brought[i].p, b->brought[i].n));
	json_close(w, ']');
}

static void add_notes(struct json_w *w, const struct bundle *b)
{
	json_key(w, "notes");
	json_open(w, '[');
	for (size_t i = 0; i < b->notes_n; i++) {
		json_open(w, '{');
		hex(w, "serial", b->notes[i].serial);
		hex(w, "to", b->notes[i].to);
		number(w, "minutes", b->notes[i].minutes);
		text(w, "at", b->notes[i].at);
		json_close(w, '}');
	}
	json_close(w, ']');
}

struct bytes bundle_make(struct arena *a, const struct bundle *b)
{
	struct json_w w = { .buf = { .arena = a } };
	json_open(&w, '{');
	text(&w, "format", BUNDLE_FORMAT);
	text(&w, "uid", b->uid);
	text(&w, "no", b->no);
	text(&w, "made_at", b->made_at);
	text(&w, "key", arena_fmt(a, "%08x", secret_key_id()));
	number(&w, "part", b->part);
	number(&w, "parts", b->parts);
	number(&w, "total", b->total);
	add_person(&w, b);
	add_head(&w, &b->head);
	add_records(&w, "records", b->records, b->n);
	add_records(&w, "ended", b->ended, b->ended_n);
	add_declared(&w, b);
	add_brought(&w, b);
	if (b->notes_n)
		add_notes(&w, b);
	struct bytes signature = secret_sign(a, bundle_message(a, w.buf.p, w.buf.n));
	buf_fmt(&w.buf, "%s%s%s", BUNDLE_TAIL, hex_encode(a, signature), BUNDLE_END);
	return (struct bytes){ (const uint8_t *)w.buf.p, w.buf.n };
}

struct bytes bundle_person(struct arena *a, const char *id_no, struct bytes salt)
{
	uint8_t *out = arena_alloc(a, LEDGER_HASH);
	char *number = arena_str(a, id_no);
	for (char *s = number; *s; s++)
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
	secret_stretch(number, salt.p, out);
	return (struct bytes){ out, LEDGER_HASH };
}

bool bundle_is_of(const struct bundle *b, const char *id_no)
{
	struct arena *a = arena_new();
	struct bytes check = bundle_person(a, id_no, b->salt);
	bool same = secret_equal(check.p, b->check.p, LEDGER_HASH);
	arena_free(a);
	return same;
}
