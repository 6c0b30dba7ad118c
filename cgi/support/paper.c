/* paper.c - an agreement that was signed, as a sheet of A4: the text, who, how and when. */
#include <string.h>

#include "clock.h"
#include "document.h"
#include "identity.h"
#include "safeguard.h"
#include "secret.h"
#include "support.h"

#define INK    0x17211c
#define LEFT   70.0
#define WIDE   455.0
#define TOP    64.0
#define BOTTOM 780.0

#define SHEET_COLS(X, T) \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, id_no, "p.id_no_sealed") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, station, "s.name") \
	X(T, TEXT, head, "s.person_in_charge") \
	X(T, TEXT, title, "t.title") \
	X(T, INT, version, "t.version") \
	X(T, TEXT, words, "t.words") \
	X(T, TEXT, how, "g.how") \
	X(T, TEXT, signed_on, "g.signed_on") \
	X(T, TEXT, signed_at, "g.signed_at") \
	X(T, TEXT, valid_until, "g.valid_until") \
	X(T, TEXT, ended_at, "g.ended_at")
ROW_DEFINE(sheet_row, SHEET_COLS);
#define SHEET_FROM \
	"  FROM agreement g" \
	"  JOIN agreement_text t ON t.id = g.text_id" \
	"  JOIN station s ON s.id = g.station_id" \
	"  JOIN person p ON p.id = g.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = g.person_id"
static struct stmt station_q = SQL(
	"SELECT " ROW_SELECT(SHEET_COLS)
	SHEET_FROM
	" WHERE g.uid = UNHEX(?)"
	"   AND g.station_id = ?");
static struct stmt mine_q = SQL(
	"SELECT " ROW_SELECT(SHEET_COLS)
	SHEET_FROM
	" WHERE g.uid = UNHEX(?)"
	"   AND g.person_id = ?");

static const struct doc_style head = { DOC_SERIF, 20, DOC_CENTRE, 1.4, 0, 0, true, INK };
static const struct doc_style small = { DOC_SERIF, 10, DOC_CENTRE, 1.4, 0, 0, false, INK };
static const struct doc_style body = { DOC_SERIF, 11, DOC_LEFT, 1.6, 22, 0, false, INK };
static const struct doc_style fact = { DOC_SERIF, 11, DOC_LEFT, 1.7, 0, 0, false, INK };

struct sheet {
	struct rq *q;
	struct doc *d;
	double y;
};

/* A paragraph that does not fit below goes onto the next sheet whole. */
static void sheet_write(struct sheet *s, const struct doc_style *style, const char *text)
{
	if (s->y > TOP && s->y + doc_height(s->d, WIDE, style, text) > BOTTOM) {
		doc_page(s->d);
		s->y = TOP;
	}
	s->y += doc_write(s->d, LEFT, s->y, WIDE, style, text) + 3;
}

static void sheet_fact(struct sheet *s, const char *label, const char *value)
{
	if (value && *value)
		sheet_write(s, &fact,
			    arena_fmt(s->q->arena, "%s：%s",
				      lang(arena_fmt(s->q->arena, "support.Sheet.%s", label)),
				      value));
}

static void sheet_draw(struct sheet *s, const struct sheet_row *r, const char *id_no)
{
	struct arena *a = s->q->arena;
	sheet_write(s, &head, r->title);
	sheet_write(s, &small,
		    arena_fmt(a, "%s %lld", lang("support.Sheet.version"), (long long)r->version));
	s->y += 8;
	for (const char *w = r->words; *w;) {
		size_t n = strcspn(w, "\n");
		if (n)
			sheet_write(s, &body, arena_dup(a, w, n));
		w += n + (w[n] == '\n');
	}
	s->y += 12;
	sheet_fact(s, "station", r->station);
	sheet_fact(s, "head", r->head);
	sheet_fact(s, "volunteer", r->no ? arena_fmt(a, "%s（%s）", r->name, r->no) : r->name);
	sheet_fact(s, "id_no", identity_mask(a, id_no));
	sheet_fact(s, "how", lang(arena_fmt(a, "State.agreement_how.%s", r->how)));
	sheet_fact(s, "signed_on", str_eq(r->how, "phone") ? r->signed_at : r->signed_on);
	sheet_fact(s, "valid_until", r->valid_until);
	sheet_fact(s, "ended_at", r->ended_at);
}

static enum err sheet(struct rq *q, struct stmt *find, int64_t whose)
{
	struct sheet_row r;
	struct sheet s = { .q = q, .y = TOP };
	struct bytes pdf;
	const char *id_no;
	enum err e = row_one(find, ARGS(A_(arg(q, 0)), A_(whose)), sheet_row_cols, &r);
	if (!e)
		e = secret_unseal(q->arena, "person.id_no", r.uid, r.id_no, &id_no);
	if (e)
		return e;
	s.d = doc_start(q->arena, DOC_PDF, r.title, r.signed_on);
	sheet_draw(&s, &r, id_no);
	e = doc_finish(s.d, &pdf);
	return e ? e : reply_picture(q, "application/pdf", "agreement.pdf", NULL, pdf);
}

enum err agreement_print(struct rq *q)
{
	return sheet(q, &station_q, q->station);
}

enum err mine_print(struct rq *q)
{
	return sheet(q, &mine_q, q->person);
}
