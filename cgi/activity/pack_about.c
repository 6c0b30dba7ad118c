/* pack_about.c - what an audit pack is about: the check, its draw, the heads and the signature. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "pack.h"
#include "secret.h"

#define HEAD_COLS(X, T) \
	X(T, INT, no, "no") \
	X(T, INT, size, "size") \
	X(T, INT, at_ms, "at_ms") \
	X(T, BYTES, root, "root") \
	X(T, BYTES, prev, "prev_hash") \
	X(T, BYTES, key_id, "key_id") \
	X(T, BYTES, signature, "signature")
ROW_DEFINE(head_row, HEAD_COLS);
static struct stmt head_q = SQL(
	"SELECT " ROW_SELECT(HEAD_COLS)
	"  FROM tree_head"
	" WHERE no = ?");
static struct stmt region_q = SQL(
	"SELECT full_name"
	"  FROM region"
	" WHERE code = ?");

/* No text of somebody's ends the block that it stands in: "<" is written in JSON's own way. */
enum err pack_write(struct pack *p, const char *text, size_t n)
{
	return fwrite(text, 1, n, p->f) == n ? OK : ERR(ERR_INTERNAL, "pack: not written");
}

struct buf pack_safe(struct arena *a, const struct buf *json)
{
	struct buf b = { .arena = a };
	buf_reserve(&b, json->n + 1);
	for (size_t i = 0; i < json->n; i++)
		if (json->p[i] == '<')
			buf_str(&b, "\\u003c");
		else
			buf_char(&b, json->p[i]);
	return b;
}

void pack_pair(struct json_w *w, const char *key, const char *value)
{
	json_key(w, key);
	json_str(w, str_or(value, ""));
}

void pack_hex(struct json_w *w, const char *key, struct bytes b)
{
	pack_pair(w, key, b.p ? hex_encode(w->buf.arena, b) : "");
}

void pack_int(struct json_w *w, const char *key, int64_t n)
{
	json_key(w, key);
	json_int(w, n == DB_NONE ? 0 : n);
}

static void about_head(struct json_w *w, const char *key, const struct ledger_signed *h)
{
	json_key(w, key);
	json_open(w, '{');
	pack_int(w, "no", h->head.no);
	pack_int(w, "size", h->head.size);
	pack_int(w, "at_ms", h->head.at_ms);
	pack_hex(w, "root", h->head.root);
	pack_hex(w, "prev", h->head.prev);
	pack_hex(w, "key", h->head.key);
	pack_hex(w, "signature", h->signature);
	json_close(w, '}');
}

static enum err about_draw(struct pack *p, struct json_w *w)
{
	struct head_row r;
	enum err e = row_one(&head_q, ARGS(A_(p->s->head_no)), head_row_cols, &r);
	if (!e)
		about_head(
			w, "draw_head",
			&(struct ledger_signed){
				{ r.no, r.size, r.at_ms, r.root, r.prev, r.key_id }, r.signature });
	return e;
}

static enum err about_write(struct pack *p, struct buf *out)
{
	struct arena *a = p->q->arena;
	const struct spot_row *s = p->s;
	const char *region = NULL;
	struct json_w w = { .buf = { .arena = a } };
	enum err e = db_text(&region_q, ARGS(A_(s->region)), &region);
	json_open(&w, '{');
	pack_pair(&w, "format", PACK_LABEL);
	pack_hex(&w, "check", s->uid);
	pack_pair(&w, "title", s->title);
	pack_pair(&w, "region", region);
	pack_pair(&w, "what", s->what);
	pack_pair(&w, "from", s->from);
	pack_pair(&w, "to", s->to);
	pack_int(&w, "percent", s->percent);
	pack_int(&w, "found", s->found);
	pack_int(&w, "drawn", s->drawn);
	pack_int(&w, "rows", p->rows);
	pack_pair(&w, "made_at", clock_time(a, p->q->now));
	pack_pair(&w, "key_at", arena_fmt(a, "%s/activity/ledger/key", cfg.base_url));
	pack_hex(&w, "key", secret_public_key(a));
	pack_hex(&w, "seed_hash", s->hash);
	pack_hex(&w, "seed", s->seed);
	pack_hex(&w, "chain", BYTES(p->chain));
	about_head(&w, "head", &p->head);
	if (!e)
		e = about_draw(p, &w);
	json_close(&w, '}');
	*out = pack_safe(a, &w.buf);
	return e;
}

static enum err pack_block(struct pack *p, const char *id, const char *text, size_t n)
{
	const char *begin = arena_fmt(p->q->arena, "<script type=\"text/plain\" id=\"%s\">", id);
	enum err e = pack_write(p, begin, strlen(begin));
	if (!e)
		e = pack_write(p, text, n);
	return e ? e : pack_write(p, "</script>\n", 10);
}

enum err pack_about(struct pack *p)
{
	struct arena *a = p->q->arena;
	struct buf about, message = { .arena = a };
	enum err e = about_write(p, &about);
	if (e)
		return e;
	buf_str(&message, PACK_LABEL);
	buf_add(&message, about.p, about.n);
	struct bytes signature = secret_sign(
		a, (struct bytes){ (const uint8_t *)message.p, message.n });
	const char *hex = hex_encode(a, signature);
	e = pack_block(p, "about", about.p, about.n);
	return e ? e : pack_block(p, "sign", hex, strlen(hex));
}
