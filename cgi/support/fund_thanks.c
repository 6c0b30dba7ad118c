/* fund_thanks.c - to whoever gave: a letter of thanks that confirms what was received 捐赠确认, on A4.
 * It says itself that it is no receipt for taxes. */
#include "document.h"
#include "fund.h"
#include "money.h"

#define INK  0x17211c
#define SOFT 0x55605a
#define LEFT 80.0
#define WIDE 435.0

#define LETTER_COLS(X, T) \
	X(T, TEXT, no, "e.no") \
	X(T, TEXT, party, "e.party") \
	X(T, TEXT, purpose, "e.purpose") \
	X(T, TEXT, day, "e.happened_on") \
	X(T, INT, fen, "e.amount_fen") \
	X(T, TEXT, way, "e.way") \
	X(T, TEXT, estimate, "e.estimate") \
	X(T, TEXT, project, "p.title") \
	X(T, TEXT, station, "s.name") \
	X(T, TEXT, phone, "s.phone")
ROW_DEFINE(letter_row, LETTER_COLS);
static struct stmt letter_q = SQL(
	"SELECT " ROW_SELECT(LETTER_COLS)
	"  FROM fund_entry e"
	"  JOIN station s ON s.id = e.station_id"
	"  LEFT JOIN project p ON p.id = e.project_id"
	" WHERE e.no = ?"
	"   AND e.station_id = ?"
	"   AND e.direction = 'in'"
	"   AND e.state = 'approved'");

static const struct doc_style head = { DOC_SERIF, 22, DOC_CENTRE, 1.4, 0, 4, true, INK };
static const struct doc_style body = { DOC_SERIF, 13, DOC_LEFT, 1.8, 26, 0, false, INK };
static const struct doc_style plain = { DOC_SERIF, 13, DOC_LEFT, 1.8, 0, 0, false, INK };
static const struct doc_style right = { DOC_SERIF, 13, DOC_RIGHT, 1.8, 0, 0, false, INK };
static const struct doc_style small = { DOC_SERIF, 10, DOC_LEFT, 1.5, 0, 0, false, SOFT };

struct letter {
	struct rq *q;
	struct doc *d;
	double y;
};

static void letter_write(struct letter *l, const struct doc_style *s, const char *text)
{
	l->y += doc_write(l->d, LEFT, l->y, WIDE, s, text) + 6;
}

static void letter_fact(struct letter *l, const char *label, const char *value)
{
	if (value && *value)
		letter_write(l, &plain,
			     arena_fmt(l->q->arena, "%s：%s",
				       lang(arena_fmt(l->q->arena, "support.Letter.%s", label)),
				       value));
}

static void letter_draw(struct letter *l, const struct letter_row *r)
{
	struct arena *a = l->q->arena;
	letter_write(l, &head, lang("support.Letter.title"));
	l->y += 20;
	letter_write(l, &plain,
		     arena_fmt(a, "%s：", str_or(r->party, lang("support.Fund.nobody"))));
	letter_write(l, &body, lang("support.Letter.thanks"));
	l->y += 6;
	letter_fact(l, "no", r->no);
	letter_fact(l, "day", r->day);
	letter_fact(l, "way", lang(arena_fmt(a, "State.fund_entry_way.%s", r->way)));
	letter_fact(l, str_eq(r->way, "goods") ? "value" : "amount",
		    arena_fmt(a, "¥%s（%s）", money_text(a, r->fen), money_words(a, r->fen)));
	letter_fact(l, "estimate", r->estimate);
	letter_fact(l, "project", str_or(r->project, lang("support.Fund.free")));
	letter_fact(l, "purpose", r->purpose);
	l->y += 6;
	letter_write(l, &body, lang("support.Letter.promise"));
	l->y += 40;
	letter_write(l, &right, r->station);
	letter_write(l, &right, actor_today(&l->q->actor));
	l->y += 30;
	letter_write(l, &small, lang("support.Letter.no_tax"));
	letter_write(l, &small,
		     arena_fmt(a, "%s %s", lang("support.Letter.phone"), str_or(r->phone, "")));
}

enum err fund_thanks(struct rq *q)
{
	struct letter_row r;
	struct letter l = { .q = q, .y = 90 };
	struct bytes pdf;
	enum err e = row_one(&letter_q, ARGS(A_(arg(q, 0)), A_(q->station)), letter_row_cols, &r);
	if (e)
		return e;
	l.d = doc_start(q->arena, DOC_PDF, lang("support.Letter.title"), r.day);
	doc_copy(l.d);
	letter_draw(&l, &r);
	e = doc_finish(l.d, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "thanks.pdf", NULL, pdf);
}
