/* certificate_draw.c - where everything stands on the sheets of a certificate. */
#include "certificate_draw.h"

#include <string.h>

#include "page.h"

#define RED   0xb11f24
#define INK   0x000000
#define SOFT  0x444444
#define LEFT  62.0
#define WIDE  471.0
#define FOOT  624.0 /* the issuer's block begins here on the last sheet */
#define FLOOR 790.0 /* nothing stands lower */

enum { COLUMNS = 8 };

struct paper {
	struct rq *q;
	struct doc *d;
	struct node *c; /* Page.Certificate */
	double y;
};

static const struct doc_style title = { DOC_SERIF, 30, DOC_CENTRE, 1.3, 0, 1, true, INK };
static const struct doc_style small = { DOC_SANS, 9.5, DOC_LEFT, 1.5, 0, 0, false, SOFT };
static const struct doc_style centred = { DOC_SANS, 10.5, DOC_CENTRE, 1.5, 0, 0, false, SOFT };
static const struct doc_style body = { DOC_SERIF, 12.5, DOC_LEFT, 1.85, 25, 0, false, INK };
static const struct doc_style cell = { DOC_SANS, 8.5, DOC_LEFT, 1.35, 0, 0, false, INK };
static const struct doc_style right = { DOC_SERIF, 12.5, DOC_RIGHT, 1.7, 0, 0, false, INK };

static const struct doc_column columns[COLUMNS] = {
	{ 26, DOC_CENTRE }, { 78, DOC_LEFT },  { 54, DOC_LEFT }, { 66, DOC_LEFT },
	{ 86, DOC_LEFT },   { 36, DOC_RIGHT }, { 81, DOC_LEFT }, { 44, DOC_LEFT },
};

static const char *paper_word(const char *name)
{
	return str_or(lang(name), "");
}

static const char *paper_text(const struct paper *p, const char *name)
{
	return str_or(node_get(p->c, name), "");
}

static void paper_frame(const struct paper *p)
{
	doc_box(p->d, 28.5, 28.5, DOC_WIDTH - 57, DOC_HEIGHT - 57, 4, RED);
	doc_box(p->d, 34.5, 34.5, DOC_WIDTH - 69, DOC_HEIGHT - 69, 1, RED);
}

/* Beside the title, in the script of the region as well. */
static void paper_mongolian(const struct paper *p)
{
	static const struct doc_style s = { DOC_MONGOLIAN, 15, DOC_LEFT, 1.35, 0, 0, false, INK };
	(void)doc_write_down(p->d, 38, 84, FLOOR - 84, &s, paper_text(p, "mongolian"));
}

static void paper_next_sheet(struct paper *p)
{
	doc_page(p->d);
	paper_frame(p);
	p->y = 62;
	p->y += doc_write(p->d, LEFT, p->y, WIDE, &centred,
			  arena_fmt(p->q->arena, "%s%s  ·  %zu", paper_word("commend.paper_no"),
				    paper_text(p, "no"), doc_pages(p->d)));
	p->y += 10;
}

static void paper_head(struct paper *p)
{
	struct arena *a = p->q->arena;
	paper_frame(p);
	paper_mongolian(p);
	p->y = 84;
	p->y += doc_write(p->d, LEFT, p->y, WIDE, &title, paper_word("commend.paper"));
	p->y += 6;
	p->y += doc_write(
		p->d, LEFT, p->y, WIDE, &centred,
		arena_fmt(a, "%s%s", paper_word("commend.paper_no"), paper_text(p, "no")));
	p->y += 14;
	struct buf b = { .arena = a };
	buf_fmt(&b, "%s" DOC_STRONG "%s" DOC_PLAIN, paper_word("commend.paper_1"),
		paper_text(p, "name"));
	if (*paper_text(p, "id_no"))
		buf_fmt(&b, "%s%s%s%s", paper_word("commend.paper_open"), paper_text(p, "id_type"),
			paper_word("commend.paper_colon"), paper_text(p, "id_no"));
	if (*paper_text(p, "volunteer_no"))
		buf_fmt(&b, "%s%s%s%s",
			*paper_text(p, "id_no") ? paper_word("commend.paper_comma")
						: paper_word("commend.paper_open"),
			paper_word("commend.Field.volunteer_no"), paper_word("commend.paper_colon"),
			paper_text(p, "volunteer_no"));
	if (*paper_text(p, "id_no") || *paper_text(p, "volunteer_no"))
		buf_str(&b, paper_word("commend.paper_close"));
	buf_fmt(&b, "%s %s %s %s%s" DOC_STRONG "%s" DOC_PLAIN "%s ", paper_word("commend.paper_2"),
		paper_text(p, "from"), paper_word("commend.paper_3"), paper_text(p, "to"),
		paper_word("commend.paper_4"), paper_text(p, "station"),
		paper_word("commend.paper_5"));
	buf_fmt(&b, DOC_STRONG "%s" DOC_PLAIN " %s" DOC_STRONG "%s" DOC_PLAIN "%s ",
		paper_text(p, "hours"), paper_word("commend.paper_6"), paper_text(p, "capital"),
		paper_word("commend.paper_7"));
	size_t services = 0;
	for (struct node *n = node_first(node_child(p->c, "Services")); n; n = node_next(n))
		services++;
	buf_fmt(&b, DOC_STRONG "%zu" DOC_PLAIN " %s", services, paper_word("commend.paper_8"));
	p->y += doc_write(p->d, LEFT, p->y, WIDE, &body, b.p) + 8;
}

static void paper_table_head(struct paper *p)
{
	struct doc_style s = cell;
	s.bold = true;
	const char *const cells[COLUMNS] = {
		paper_word("commend.serial"),    paper_word("commend.activity"),
		paper_word("Field.day"),         paper_word("commend.place"),
		paper_word("commend.content"),   paper_word("commend.hours_short"),
		paper_word("commend.organiser"), paper_word("commend.evidence")
	};
	double high;
	struct doc_row *row = doc_row(p->d, columns, COLUMNS, cells, &s, &high);
	doc_row_draw(p->d, row, LEFT, p->y);
	p->y += high;
}

static void paper_table(struct paper *p)
{
	struct arena *a = p->q->arena;
	int i = 0;
	paper_table_head(p);
	for (struct node *n = node_first(node_child(p->c, "Services")); n; n = node_next(n)) {
		const char *kind = lang(
			arena_fmt(a, "Evidence.%s", str_or(node_get(n, "evidence"), "")));
		const char *const cells[COLUMNS] = {
			arena_fmt(a, "%d", ++i),  node_get(n, "activity"),
			node_get(n, "date"),      node_get(n, "place"),
			node_get(n, "content"),   node_get(n, "hours"),
			node_get(n, "organiser"), kind
		};
		double high;
		struct doc_row *row = doc_row(p->d, columns, COLUMNS, cells, &cell, &high);
		if (p->y + high > FLOOR) {
			paper_next_sheet(p);
			paper_table_head(p);
		}
		doc_row_draw(p->d, row, LEFT, p->y);
		p->y += high;
	}
	p->y += 8;
}

/* Hours by evidence stand apart, strongest first. */
static const char *paper_kinds(struct paper *p)
{
	static const char *const names[] = { "scan", "met", "list", "declared", "backfill" };
	struct arena *a = p->q->arena;
	struct buf b = { .arena = a };
	int said = 0;
	buf_str(&b, paper_word("commend.of_them"));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *hours = node_get(node_child(p->c, "Evidence"), names[i]);
		if (hours)
			buf_fmt(&b, "%s%s %s %s", said++ ? paper_word("commend.paper_comma") : "",
				paper_word(arena_fmt(a, "Evidence.%s", names[i])), hours,
				paper_word("Layout.hours"));
	}
	return b.p;
}

static void paper_closing(struct paper *p)
{
	struct arena *a = p->q->arena;
	const char *kinds = paper_kinds(p), *purpose = paper_text(p, "purpose");
	if (*purpose)
		purpose = arena_fmt(a, "%s%s", paper_word("commend.purpose"), purpose);
	double high = doc_height(p->d, WIDE, &small, kinds) + 6 +
		      doc_height(p->d, WIDE, &body, purpose) +
		      doc_height(p->d, WIDE, &body, paper_word("commend.paper_end"));
	if (p->y + high > FOOT)
		paper_next_sheet(p);
	p->y += doc_write(p->d, LEFT, p->y, WIDE, &small, kinds) + 6;
	p->y += doc_write(p->d, LEFT, p->y, WIDE, &body, purpose);
	p->y += doc_write(p->d, LEFT, p->y, WIDE, &body, paper_word("commend.paper_end"));
}

static double paper_line(struct paper *p, double y, const char *label, const char *value)
{
	if (!*value)
		return y;
	const char *text = arena_fmt(p->q->arena, "%s%s%s", paper_word(label),
				     paper_word("commend.paper_colon"), value);
	return y + doc_write(p->d, LEFT + 165, y, WIDE - 165, &right, text);
}

/* With room for the hand: both sign (民发〔2015〕149号), also what a volunteer printed and brings. */
static const char *paper_signed(struct paper *p, const char *name)
{
	return arena_fmt(p->q->arena, "%s%s", *name ? name : paper_word("commend.self_printed"),
			 paper_word("commend.paper_sign"));
}

static void paper_issuer(struct paper *p)
{
	struct doc_style under = small;
	const char *code = got(p->q, "Qr.text");
	double y = FOOT + 12;
	under.align = DOC_CENTRE;
	if (code) {
		doc_qr(p->d, LEFT - 6, FOOT, 130, code);
		(void)doc_write(p->d, LEFT - 6, FOOT + 129, 130, &under, paper_word("commend.qr"));
	}
	y = paper_line(p, y, "commend.issuer_seal", paper_text(p, "station"));
	y = paper_line(p, y, "commend.person_in_charge",
		       paper_signed(p, paper_text(p, "person_in_charge")));
	y = paper_line(p, y, "commend.handler", paper_signed(p, paper_text(p, "handler")));
	y = paper_line(p, y, "Field.phone", paper_text(p, "phone"));
	(void)paper_line(p, y, "commend.issued_on", paper_text(p, "issued_on"));
	struct doc_style fine = small;
	fine.size = 7.5;
	const char *at = str_or(got(p->q, "Address"), ""), *tree = node_get(p->c, "tree");
	const char *text = arena_fmt(p->q->arena, "%s%s", paper_word("commend.check_at"), at);
	if (tree)
		text = arena_fmt(p->q->arena, "%s    %s%s", text, paper_word("commend.tree"), tree);
	(void)doc_write(p->d, LEFT, 776, WIDE, &fine, text);
}

/* Whoever keeps a file of it from now on keeps that, too. */
static void paper_stamp(struct paper *p)
{
	struct doc_style s = title;
	s.size = 64;
	s.colour = RED;
	if (str_eq(got(p->q, "State.state"), "revoked"))
		(void)doc_write(p->d, LEFT, 380, WIDE, &s, paper_word("State.certificate.revoked"));
}

enum err certificate_draw(struct rq *q, enum doc_kind kind, struct bytes *out)
{
	struct paper p = { .q = q, .c = put_list(q, "Certificate") };
	const char *name = arena_fmt(q->arena, "%s %s", paper_word("commend.paper"),
				     paper_text(&p, "no"));
	p.d = doc_start(q->arena, kind, name, str_or(paper_text(&p, "issued_on"), "2000-01-01"));
	paper_head(&p);
	paper_table(&p);
	paper_closing(&p);
	paper_issuer(&p);
	paper_stamp(&p);
	return doc_finish(p.d, out);
}
