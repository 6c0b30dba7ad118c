/* news_parts.c - the parts of an article 图文: headings, paragraphs, lists and pictures, in a form of
 * buttons. Each button keeps the whole draft as it stands on the page; nothing is lost by adding,
 * moving or removing. Pictures are made small and clean of what a camera writes into them. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "form.h"
#include "news.h"
#include "picture.h"
#include "proof.h"
#include "secret.h"
#include "station.h"

enum { PARTS = 40, TEXT_MOST = 3000, HEADING_MOST = 60, CAPTION_MOST = 120, LONGEST = 1280 };

static struct stmt drop_q = SQL(
	"DELETE FROM announcement_block"
	" WHERE announcement_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO announcement_block (announcement_id, place, kind, body, alt, document_id)"
	" VALUES (?, ?, ?, ?, ?, (SELECT id FROM document WHERE uid = UNHEX(?)"
	"       AND station_id = ? AND kind = 'news' AND state = 'kept'))");
static struct stmt touch_q = SQL(
	"UPDATE announcement"
	"   SET edited_by = ?"
	" WHERE id = ?"
	"   AND published_at IS NULL"
	"   AND submitted_at IS NULL");

struct part {
	const char *kind, *body, *alt, *pic; /* pic: the document, hex, "" none */
	struct bytes made;                   /* a new picture, scaled */
	struct bytes uid;
};
struct parts {
	struct rq *q;
	int64_t id;
	struct part v[PARTS];
	size_t n;
};

static const char *part_name(struct rq *q, size_t i, const char *what)
{
	return arena_fmt(q->arena, "p%zu_%s", i, what);
}

/* p12_body and the like; what the button says is `do`. */
static bool part_known(const void *ctx, const char *name)
{
	char *end;
	(void)ctx;
	if (str_in(name, "do,csrf"))
		return true;
	if (name[0] != 'p' || strtoul(name + 1, &end, 10) >= PARTS || *end != '_')
		return false;
	return str_in(end + 1, "kind,body,alt,pic,file");
}

static void part_field(struct rq *q, enum field_kind kind, size_t i, const char *what, int64_t most,
		       void *to)
{
	const char *name = part_name(q, i, what);
	const char *label = lang(arena_fmt(q->arena, "news.Part.%s", what));
	const char *wrong = form_field(q, kind, name, 0, most, str_or(label, ""), to);
	if (wrong)
		form_error_text(q, name, wrong);
}

/* A picture of any size that a phone takes becomes one for a page. */
static void part_picture(struct rq *q, size_t i, struct part *p, const struct field *f)
{
	struct bytes file = { (const uint8_t *)f->value, f->n };
	const char *name = part_name(q, i, "file"), *wrong = proof_fault(file.p, file.n);
	const char *type = wrong ? NULL : proof_type(file.p, file.n);
	if (wrong)
		form_error(q, name, str_eq(wrong, "proof_kind") ? "picture_none" : wrong);
	else if (!str_starts(type, "image/") || !picture_scale(q->arena, file, LONGEST, &p->made))
		form_error(q, name, "picture_none");
	else
		p->uid = secret_uid(q->arena);
}

static void part_read(struct rq *q, size_t i, struct part *p)
{
	const struct field *file = NULL;
	bool heading = str_eq(p->kind, "heading"), picture = str_eq(p->kind, "picture");
	int64_t most = heading ? HEADING_MOST : picture ? CAPTION_MOST : TEXT_MOST;
	part_field(q, heading || picture ? F_STR : F_TEXT, i, "body", most, &p->body);
	p->body = str_or(p->body, "");
	p->alt = "";
	p->pic = "";
	if (!picture)
		return;
	part_field(q, F_STR, i, "alt", CAPTION_MOST, &p->alt);
	part_field(q, F_CODE, i, "pic", 32, &p->pic);
	part_field(q, F_FILE, i, "file", PROOF_BYTES, &file);
	p->alt = str_or(p->alt, "");
	p->pic = str_or(p->pic, "");
	if (file)
		part_picture(q, i, p, file);
}

static enum err parts_read(struct rq *q, struct parts *b)
{
	if (!form_only(q, part_known, NULL))
		return ERR(ERR_BAD_REQUEST, "a field of no part");
	for (size_t i = 0; i < PARTS; i++) {
		const char *kind = form_given(q, part_name(q, i, "kind"));
		if (!kind)
			break;
		if (!str_in(kind, "heading,text,list,picture"))
			return ERR(ERR_BAD_REQUEST, "part %s", kind);
		b->v[b->n].kind = kind;
		part_read(q, i, &b->v[b->n++]);
	}
	return form_ok(q) ? OK : ERR_FORM;
}

static void parts_swap(struct parts *b, size_t i, size_t k)
{
	struct part p = b->v[i];
	b->v[i] = b->v[k];
	b->v[k] = p;
}

/* "add_text", "up_3", "down_3", "remove_3"; anything else only saves. */
static bool parts_do(struct parts *b, const char *what)
{
	const char *at = strchr(what, '_');
	char *end;
	if (str_starts(what, "add_")) {
		if (b->n == PARTS || !str_in(at + 1, "heading,text,list,picture"))
			return b->n < PARTS;
		b->v[b->n++] = (struct part){ at + 1, "", "", "", { 0, 0 }, { 0, 0 } };
		return true;
	}
	size_t i = at ? strtoul(at + 1, &end, 10) : b->n;
	if (i >= b->n)
		return true;
	if (str_starts(what, "up_") && i > 0)
		parts_swap(b, i, i - 1);
	else if (str_starts(what, "down_") && i + 1 < b->n)
		parts_swap(b, i, i + 1);
	else if (str_starts(what, "remove_")) {
		for (b->n--; i < b->n; i++)
			b->v[i] = b->v[i + 1];
	}
	return true;
}

static enum err part_store(struct parts *b, size_t i)
{
	struct part *p = &b->v[i];
	struct rq *q = b->q;
	int64_t document;
	enum err e = OK;
	if (p->made.p) {
		struct field f = { "file", (const char *)p->made.p, p->made.n, "photo.jpg" };
		e = proof_keep(q, &f, "news", p->uid, &document);
		if (!e)
			e = news_document(q, document, &p->pic);
	}
	return e ? e
		 : db_exec(&add_q,
			   ARGS(A_(b->id), A_((int64_t)i + 1), A_(p->kind), A_(p->body), A_(p->alt),
				A_(p->pic), A_(q->station)),
			   NULL);
}

static enum err parts_store(void *ctx)
{
	struct parts *b = ctx;
	struct rq *q = b->q;
	int64_t id = b->id;
	enum err e = audited(&q->actor, &touch_q, ARGS(A_(q->staff), A_(b->id)),
			     "announcement.edit", "announcement", &id);
	if (!e)
		e = db_exec(&drop_q, ARGS(A_(b->id)), NULL);
	for (size_t i = 0; !e && i < b->n; i++)
		e = part_store(b, i);
	return e;
}

/* What was typed, or what is stored: Page.Parts.N.{i,kind,body,alt,pic}. */
static enum err put_parts_form(struct rq *q, int64_t id)
{
	if (!form_again(q))
		return put_parts(q, id);
	for (size_t i = 0; i < PARTS; i++) {
		static const char *const names[] = { "kind", "body", "alt", "pic" };
		const char *kind = form_given(q, part_name(q, i, "kind"));
		if (!kind)
			break;
		struct node *n = node_item(put_list(q, "Parts"));
		for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++)
			node_set(n, names[k], form_given(q, part_name(q, i, names[k])));
	}
	return OK;
}

static void put_part(struct rq *q, size_t i, const char *what, struct node *p)
{
	put(q, arena_fmt(q->arena, "Form.%s", part_name(q, i, what)), node_get(p, what));
}

enum err news_parts(struct rq *q)
{
	struct news_row n;
	int64_t i = 0;
	enum err e = news_find(q, &n);
	if (!e && (n.published_at || n.submitted_at))
		return see(q, "/station/notices/%s", arg(q, 0));
	if (!e)
		e = put_parts_form(q, n.id);
	if (e)
		return e;
	for (struct node *p = node_first(put_list(q, "Parts")); p; p = node_next(p)) {
		if (!form_again(q)) {
			put_part(q, (size_t)i, "body", p);
			put_part(q, (size_t)i, "alt", p);
		}
		node_int(p, "i", i++);
	}
	put(q, "Uid", arg(q, 0));
	put(q, "Piece.title", n.title);
	return page(q, "station/news_parts.cs");
}

enum err news_parts_save(struct rq *q)
{
	struct news_row n;
	struct parts *b = arena_alloc(q->arena, sizeof(*b));
	*b = (struct parts){ .q = q };
	const char *what = str_or(form_given(q, "do"), "save");
	enum err e = news_find(q, &n);
	if (!e)
		e = parts_read(q, b);
	if (e)
		return e;
	b->id = n.id;
	if (!parts_do(b, what)) {
		form_error(q, NULL, "parts_full");
		return ERR_FORM;
	}
	e = db_tx(parts_store, b);
	for (size_t i = 0; e && i < b->n; i++)
		if (b->v[i].made.p)
			proof_drop(q, b->v[i].uid);
	return e ? e : see(q, "/station/notices/%s/parts?done=saved", arg(q, 0));
}
