/* pairing_card.c - the code card 码卡 of a pairing's household: printed, handed over, revoked; and
 * codes that go through staff, by telephone or for volunteers who have no phone of their own. */
#include "clock.h"
#include "device.h"
#include "document.h"
#include "form.h"
#include "met_card.h"
#include "pairing.h"
#include "when.h"

/* A6 upright. */
#define WIDE  297.638
#define HIGH  419.528
#define EDGE  17.0
#define INK   0x17211c
#define GREEN 0x00703c
#define GREY  0x5b6660
enum { A_SIDE = 26 };

#define REASON_IN(X, T) X(T, STR, why, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);
#define TYPE_IN(X, T) \
	X(T, STR, card_code, 1, 40) \
	X(T, STR, begins, 1, 8) \
	X(T, STR, ends, 1, 8) \
	X(T, TEXT, content, 2, 500)
FORM_DEFINE(type_in, TYPE_IN);

static struct stmt station_q = SQL(
	"SELECT name, phone"
	"  FROM station"
	" WHERE id = ?");
static struct stmt live_q = SQL(
	"SELECT no"
	"  FROM code_card"
	" WHERE live_household = ?");

static const struct doc_style head = { DOC_SANS, 15, DOC_LEFT, 1.3, 0, 0, true, GREEN };
static const struct doc_style text = { DOC_SANS, 10.5, DOC_LEFT, 1.45, 0, 0, false, INK };
static const struct doc_style code = { DOC_SANS, 13, DOC_LEFT, 1.0, 0, 0.6, true, INK };
static const struct doc_style small = { DOC_SANS, 8.5, DOC_LEFT, 1.3, 0, 0, false, GREY };
static const struct doc_style right = { DOC_SANS, 9, DOC_RIGHT, 1.3, 0, 0, false, GREY };

static void cover(struct rq *q, struct doc *d, const struct card *c)
{
	static const char *const about[] = { "order.Card.one", "order.Card.two", "order.Card.three",
					     "order.Card.four" };
	double y = EDGE + 14, wide = WIDE - 2 * EDGE - 24;
	doc_box(d, EDGE, EDGE, WIDE - 2 * EDGE, HIGH - 2 * EDGE, 2, GREEN);
	y += doc_write(d, EDGE + 12, y, wide, &head, lang("order.Card.title")) + 2;
	y += doc_write(d, EDGE + 12, y, wide, &text, got(q, "Place.name")) + 2;
	y += doc_write(d, EDGE + 12, y, wide, &text,
		       arena_fmt(q->arena, "%s %s", lang("order.Card.no"), c->no)) +
	     12;
	for (size_t i = 0; i < sizeof(about) / sizeof(about[0]); i++)
		y += doc_write(d, EDGE + 12, y, wide, &text, lang(about[i])) + 6;
	if (*str_or(got(q, "Place.phone"), ""))
		(void)doc_write(d, EDGE + 12, HIGH - EDGE - 44, wide, &head,
				arena_fmt(q->arena, "%s %s", lang("order.Card.call"),
					  got(q, "Place.phone")));
}

/* Each code with its number and a line for the day: who gives one out writes the day beside it. */
static void codes(struct rq *q, struct doc *d, const struct card *c, int from)
{
	double y = EDGE, step = (HIGH - 2 * EDGE - 16) / A_SIDE;
	(void)doc_write(d, EDGE, y, 170, &small, lang("order.Card.order"));
	(void)doc_write(d, EDGE, y, WIDE - 2 * EDGE, &right, c->no);
	y += 16;
	for (int i = from; i < from + A_SIDE; i++, y += step) {
		(void)doc_write(d, EDGE, y + 3, 20, &small, arena_fmt(q->arena, "%02d", i + 1));
		(void)doc_write(d, EDGE + 24, y, 180, &code, card_text(q->arena, c->codes[i]));
		doc_rule(d, WIDE - EDGE - 66, y + step - 3, 66, 0.5, GREY);
	}
}

static enum err card_draw(struct rq *q, const struct card *c)
{
	struct bytes pdf;
	struct doc *d = doc_start(q->arena, DOC_PDF, lang("order.Card.title"),
				  clock_day(q->arena, q->now));
	doc_sheet(d, WIDE, HIGH);
	cover(q, d, c);
	for (int from = 0; from < CARD_CODES; from += A_SIDE) {
		doc_page(d);
		codes(q, d, c, from);
	}
	enum err e = doc_finish(d, &pdf);
	return e ? e
		 : reply_picture(q, "application/pdf", arena_fmt(q->arena, "%s.pdf", c->no), NULL,
				 pdf);
}

struct printing {
	struct rq *q;
	struct pairing_row p;
	struct bytes uid;
	struct card card;
};

static enum err card_printed(void *ctx)
{
	struct printing *p = ctx;
	return card_print(&p->q->actor, p->uid, p->p.household, &p->card);
}

/* The codes are in this answer and nowhere else: when the printer fails the card is revoked, and
 * another is made. */
enum err card_make(struct rq *q)
{
	struct printing p = { .q = q };
	enum err e = pairing_at_desk(q, &p.p);
	if (!e && !str_eq(p.p.state, "active"))
		e = ERR(ERR_STALE, "pairing is over");
	if (!e)
		e = form_key_uid(q, "card", &p.uid);
	if (!e)
		e = put_one(q, "Place", &station_q, ARGS(A_(q->station)));
	if (!e)
		e = db_tx(card_printed, &p);
	if (e == ERR_DUPLICATE) {
		form_error(q, NULL, "card_there");
		return ERR_FORM;
	}
	return e ? e : card_draw(q, &p.card);
}

static enum err card_step_to(struct rq *q, const char *verb, const char *reason, const char *done)
{
	struct pairing_row p;
	const char *no;
	enum err e = pairing_at_desk(q, &p);
	if (!e)
		e = db_text(&live_q, ARGS(A_(p.household)), &no);
	if (!e)
		e = card_move(&q->actor, no, verb, reason);
	return e ? e : see(q, "/order/pairing/%s?done=%s", p.no, done);
}

enum err card_hand(struct rq *q)
{
	return card_step_to(q, "hand", NULL, "card_handed");
}

enum err card_revoke(struct rq *q)
{
	struct reason_in in;
	struct pairing_row p;
	enum err e = pairing_at_desk(q, &p);
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	return card_step_to(q, "revoke", in.why, "card_revoked");
}

/* The word of a code that was not taken, at the top of the page. */
static enum err not_taken(struct rq *q, enum err e, const char *fault)
{
	if (e != ERR_CHECK)
		return e;
	form_error_text(q, NULL, lang(arena_fmt(q->arena, "MetFault.%s", fault)));
	return ERR_FORM;
}

/* Six digits for a household that has called, or was called: shown once. */
enum err pairing_code(struct rq *q)
{
	struct pairing_row p;
	struct met m;
	const char *digits, *fault;
	enum err e = pairing_at_desk(q, &p);
	if (!e)
		e = met_find(p.no, &m);
	if (!e)
		e = met_code(&q->actor, &m, device_of(q), &digits, &fault);
	if (e)
		return not_taken(q, e, fault);
	put(q, "Code", digits);
	e = pairing_put(q, &p, false);
	return e ? e : page(q, "order/pairing.cs");
}

struct typing {
	struct rq *q;
	struct pairing_row p;
	struct met m;
	struct pairing_log log;
};

static enum err typed(void *ctx)
{
	struct typing *t = ctx;
	return pairing_logged(&t->q->actor, &t->log);
}

/* Staff type a card's code for a volunteer. */
enum err pairing_type(struct rq *q)
{
	struct type_in in;
	struct typing t = { .q = q };
	const char *fault = NULL, *day;
	int64_t from, to;
	enum err e = pairing_at_desk(q, &t.p);
	if (!e)
		e = met_find(t.p.no, &t.m);
	if (e)
		return e;
	if (!form_read(q, type_in_fields, &in))
		return ERR_FORM;
	day = clock_day(q->arena, t.m.starts);
	if (!clock_of_day(q->arena, day, in.begins, false, &from))
		form_error(q, "begins", "clock");
	if (!clock_of_day(q->arena, day, in.ends, true, &to))
		form_error(q, "ends", "clock");
	if (!form_ok(q))
		return ERR_FORM;
	e = form_key_uid(q, "card", &t.log.uid);
	if (e)
		return e;
	t.p.person = t.m.person;
	t.log = (struct pairing_log){ .p = &t.p,
				      .uid = t.log.uid,
				      .mode = "home",
				      .content = in.content,
				      .service = t.m.id,
				      .minutes = (to - from) / 60 };
	e = card_confirm(&q->actor, &t.m, in.card_code, from, to, (struct met_also){ typed, &t },
			 &fault);
	return e ? not_taken(q, e, fault) : see(q, "/order/pairing/%s?done=pair_done", t.p.no);
}
