/* green_card.c - cards 绿色账户卡: the token, whose it is, and the card as a sheet of A6 to print. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "document.h"
#include "green_card.h"
#include "secret.h"

/* A6 upright. */
#define WIDE  297.638
#define HIGH  419.528
#define EDGE  17.0
#define INK   0x17211c
#define GREEN 0x00703c
#define GREY  0x5b6660

enum { TOKEN_BYTES = GREEN_TOKEN / 2, WRONG_TOKENS = 30, HOUR = 3600 };

static struct stmt by_hash_q = SQL(
	"SELECT " ROW_SELECT(GREEN_COLS)
	"  FROM green_card c"
	"  JOIN green_account a ON a.id = c.account_id"
	" WHERE c.token_hash = ?");
static struct stmt by_no_q = SQL(
	"SELECT " ROW_SELECT(GREEN_COLS)
	"  FROM green_account a"
	"  LEFT JOIN green_card c ON c.live_account = a.id"
	" WHERE a.no = ?");
static struct stmt at_desk_q = SQL(
	"SELECT " ROW_SELECT(GREEN_COLS)
	"  FROM green_account a"
	"  LEFT JOIN green_card c ON c.live_account = a.id"
	" WHERE a.no = ?"
	"   AND a.station_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO green_card (uid, account_id, token_hash, made_at, made_by)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt station_q = SQL(
	"SELECT name, phone"
	"  FROM station"
	" WHERE id = ?");

static const struct doc_style head = { DOC_SANS, 18, DOC_CENTRE, 1.3, 0, 0, true, GREEN };
static const struct doc_style text = { DOC_SANS, 11, DOC_CENTRE, 1.45, 0, 0, false, INK };
static const struct doc_style number = { DOC_SANS, 14, DOC_CENTRE, 1.3, 0, 0.6, true, INK };
static const struct doc_style small = { DOC_SANS, 9, DOC_LEFT, 1.4, 0, 0, false, GREY };

const char *green_token(struct arena *a, struct bytes card_uid)
{
	return hex_encode(a,
			  (struct bytes){ secret_mac(a, "green.card", card_uid).p, TOKEN_BYTES });
}

static struct bytes token_hash(struct arena *a, const char *token)
{
	return secret_sha256(a, (struct bytes){ (const uint8_t *)token, strlen(token) });
}

enum err green_card_add(const struct actor *by, int64_t account)
{
	struct arena *a = by->arena;
	struct bytes uid = secret_uid(a);
	int64_t id;
	enum err e = db_exec(&add_q,
			     ARGS(A_(uid), A_(account), A_(token_hash(a, green_token(a, uid))),
				  A_(actor_time(by)), A_(by->staff)),
			     &id);
	return e ? e : audit(by, "green.card", "green_account", account, NULL);
}

static bool token_like(const char *s)
{
	uint8_t raw[TOKEN_BYTES];
	return s && strlen(s) == GREEN_TOKEN && hex_decode(s, raw, sizeof(raw));
}

enum err green_by_card(struct arena *a, const char *card, struct green_row *out)
{
	if (token_like(card))
		return row_one(&by_hash_q, ARGS(A_(token_hash(a, card))), green_row_cols, out);
	return row_one(&by_no_q, ARGS(A_(card)), green_row_cols, out);
}

/* Whoever has a card is never kept waiting by those who guess. */
enum err green_by_token(struct rq *q, const char *token, struct green_row *a)
{
	enum err e = ERR_NOT_FOUND;
	if (token_like(token))
		e = row_one(&by_hash_q, ARGS(A_(token_hash(q->arena, token))), green_row_cols, a);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	e = throttle(q, "green-token", q->remote, WRONG_TOKENS, HOUR);
	return e ? e : ERR(ERR_NOT_FOUND, "card");
}

enum err green_at_desk(struct rq *q, struct green_row *a)
{
	return row_one(&at_desk_q, ARGS(A_(arg(q, 0)), A_(q->station)), green_row_cols, a);
}

static void card_draw(struct rq *q, struct doc *d, const struct green_row *a)
{
	static const char *const about[] = { "bank.GreenCard.one", "bank.GreenCard.two",
					     "bank.GreenCard.three" };
	double wide = WIDE - 2 * EDGE - 24, side = 170, y = EDGE + 12;
	doc_box(d, EDGE, EDGE, WIDE - 2 * EDGE, HIGH - 2 * EDGE, 2, GREEN);
	y += doc_write(d, EDGE + 12, y, wide, &head, lang("bank.GreenCard.title")) + 2;
	y += doc_write(d, EDGE + 12, y, wide, &text, got(q, "Place.name")) + 4;
	doc_qr(d, (WIDE - side) / 2, y, side,
	       arena_fmt(q->arena, "%s/bank/green/c?k=%s", cfg.base_url,
			 green_token(q->arena, a->card_uid)));
	y += side + 4;
	y += doc_write(d, EDGE + 12, y, wide, &number, a->no) + 8;
	for (size_t i = 0; i < sizeof(about) / sizeof(about[0]); i++)
		y += doc_write(d, EDGE + 12, y, wide, &small, lang(about[i])) + 3;
	if (*str_or(got(q, "Place.phone"), ""))
		(void)doc_write(d, EDGE + 12, y, wide, &small,
				arena_fmt(q->arena, "%s %s", lang("bank.GreenCard.call"),
					  got(q, "Place.phone")));
}

/* The card as it is to be printed; it can be printed again while it is live. */
enum err green_print(struct rq *q)
{
	struct green_row a;
	struct bytes pdf;
	enum err e = green_at_desk(q, &a);
	if (!e && a.card == DB_NONE)
		e = ERR(ERR_NOT_FOUND, "no live card");
	if (!e)
		e = put_one(q, "Place", &station_q, ARGS(A_(q->station)));
	if (e)
		return e;
	struct doc *d = doc_start(q->arena, DOC_PDF, lang("bank.GreenCard.title"),
				  clock_day(q->arena, q->now));
	doc_sheet(d, WIDE, HIGH);
	card_draw(q, d, &a);
	e = doc_finish(d, &pdf);
	return e ? e
		 : reply_picture(q, "application/pdf", arena_fmt(q->arena, "%s.pdf", a.no), NULL,
				 pdf);
}
