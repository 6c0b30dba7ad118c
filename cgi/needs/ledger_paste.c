/*
 * ledger_paste.c - a table of needs is pasted, looked at and stored: first each row with what it
 * would become and what is wrong with it; then the good ones in one go, and the others stay in the
 * box. Sent twice, it is stored once.
 */
#include "code.h"
#include "ledger.h"
#include "paste.h"

#define PURPOSE "needs.paste"
enum { BYTES_EACH = 400 };
#define PASTE_IN(X, T) \
	X(T, WORD, source, 1, 8) \
	X(T, TABLE, table, 1, PASTE_ROWS *BYTES_EACH) \
	X(T, FLAG, doubles, 0, 1) \
	X(T, FLAG, store, 0, 1)
FORM_DEFINE(paste_in, PASTE_IN);

static enum err paste_page(struct rq *q)
{
	enum err e = put_need_codes(q);
	put_int(q, "Most", PASTE_ROWS);
	return e ? e : page(q, "needs/paste.cs");
}

enum err ledger_paste(struct rq *q)
{
	/* What is left of a table is a new one. */
	if (got(q, "Stored"))
		form_key_fresh(q, PURPOSE);
	else
		form_key(q, PURPOSE);
	if (!form_again(q))
		put(q, "Form.source", "visit");
	return paste_page(q);
}

static void put_row(struct paste *p, const struct paste_row *r)
{
	struct node *n = node_item(put_list(p->q, "Rows"));
	struct arena *a = p->q->arena;
	const struct need_new *w = &r->n;
	node_int(n, "line", (int64_t)r->cells->line);
	const struct {
		const char *name, *text;
	} all[] = { { "name", mask_name(a, w->name) },
		    { "phone", mask_phone(a, w->phone) },
		    { "address", mask_address(a, w->address) },
		    { "category_name",
		      w->category ? code_name("service_category", w->category) : NULL },
		    { "target_name",
		      w->target_group ? code_name("recipient", w->target_group) : NULL },
		    { "description", w->description },
		    { "grid", w->grid },
		    { "wished", w->wished },
		    { "source", w->source },
		    { "no", r->no } };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		node_set(n, all[i].name, all[i].text);
	for (size_t i = 0; i < r->faults; i++)
		node_set(node_item(node_child(n, "Faults")), "text", r->fault[i]);
	/* Nothing that was typed is hidden by what is wrong with it. */
	if (r->faults)
		node_set(n, "raw", utf8_cut(a, arena_dup(a, r->cells->raw, r->cells->bytes), 120));
	node_set(n, "word", r->no ? "stored" : r->faults ? "bad" : "good");
}

/* Page.Rows, Page.Good, Page.Bad and what was not read of the table. */
static int64_t put_rows(struct paste *p)
{
	int64_t bad = 0, good = 0;
	for (size_t i = 0; i < p->n; i++) {
		put_row(p, &p->v[i]);
		bad += !p->v[i].no && p->v[i].faults;
		good += !p->v[i].no && !p->v[i].faults;
	}
	put_int(p->q, "Good", good ? good : DB_NONE);
	put_int(p->q, "Bad", bad ? bad : DB_NONE);
	put(p->q, "Unused", p->unused);
	put(p->q, "Above", p->above);
	return bad;
}

static enum err paste_store(void *ctx)
{
	struct paste *p = ctx;
	int64_t stored = 0;
	enum err e = OK;
	for (size_t i = 0; !e && i < p->n; i++) {
		struct paste_row *r = &p->v[i];
		if (r->faults)
			continue;
		r->no = NULL;
		e = paste_known(r);
		if (e || r->no)
			continue;
		e = need_put(p->q, &r->n, &r->no);
		stored++;
	}
	return e || !stored ? e
			    : audit(&p->q->actor, "need.paste", "station", p->q->station,
				    arena_fmt(p->q->arena, "%lld", (long long)stored));
}

/* The titles, and the rows that are not stored, as they came. */
static const char *paste_rest(struct paste *p)
{
	struct buf b = { .arena = p->q->arena };
	buf_str(&b, "");
	if (p->titles)
		buf_fmt(&b, "%.*s\n", (int)p->csv.row[p->head].bytes, p->csv.row[p->head].raw);
	for (size_t i = 0; i < p->n; i++)
		if (!p->v[i].no)
			buf_fmt(&b, "%.*s\n", (int)p->v[i].cells->bytes, p->v[i].cells->raw);
	return b.p;
}

static enum err paste_done(struct paste *p)
{
	struct rq *q = p->q;
	size_t stored = 0;
	enum err e = db_tx(paste_store, p);
	/* The same form in the same moment was first: what it stored is there now. */
	if (e == ERR_DUPLICATE)
		e = db_tx(paste_store, p);
	if (e)
		return e;
	for (size_t i = 0; i < p->n; i++)
		stored += p->v[i].no != NULL;
	if (stored == p->n)
		return see(q, "/needs/ledger?done=needs_pasted");
	(void)put_rows(p);
	put_int(q, "Stored", (int64_t)stored);
	form_also(q, "Rows,Bad,Stored,Unused,Above");
	form_error(q, "table", stored ? "rows_left" : "rows_bad");
	put(q, "Form.table", paste_rest(p));
	return ERR_FORM;
}

enum err ledger_paste_read(struct rq *q)
{
	struct paste_in in;
	struct paste p = { .q = q };
	enum err e = form_key_uid(q, PURPOSE, &p.uid);
	if (e)
		return e;
	if (!form_read(q, paste_in_fields, &in))
		return ERR_FORM;
	p.source = in.source;
	p.doubles = in.doubles;
	if (!str_in(in.source, NEED_SOURCES)) {
		form_error(q, "source", "unknown_code");
		return ERR_FORM;
	}
	e = paste_read(&p, in.table);
	if (e)
		return e;
	if (p.fault) {
		form_error(q, "table", p.fault);
		return ERR_FORM;
	}
	if (in.store)
		return paste_done(&p);
	form_keep(q);
	form_key(q, PURPOSE);
	reply_header(q, "Cache-Control", "no-store");
	(void)put_rows(&p);
	return paste_page(q);
}
