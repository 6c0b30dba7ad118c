/*
 * green_card.h - 绿色账户: accounts and cards of households, who checks a drop, what the
 * household sees.
 *
 * Owns green_account, green_card and green_duty; points are moved by the verbs of data/green.h. A
 * card's QR code leads to /bank/green/c?k=TOKEN: no name, no address; the database has the token's
 * SHA-256 alone. It is made of the row's uid by the installation's own key, so that staff can print
 * it again, and stands in no log: neither nginx's nor ours has query strings. Whoever holds the
 * card sees the points and may spend them, as whoever holds a purse.
 *
 *	struct green_row a;
 *	enum err e = green_by_token(q, query(q, "k"), &a);     // the live card's account
 *	e = green_at_desk(q, &a);                              // {no} of the address, own station
 */
#ifndef ZYZ_BANK_GREEN_CARD_H
#define ZYZ_BANK_GREEN_CARD_H

#include "app.h"

/* clang-format off: one to a line */
#define GREEN_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, BYTES, uid, "a.uid") \
	X(T, TEXT, no, "a.no") \
	X(T, INT, station, "a.station_id") \
	X(T, TEXT, state, "a.state") \
	X(T, INT, person, "a.person_id") \
	X(T, BYTES, place, "a.place_sealed") \
	X(T, INT, card, "c.id") \
	X(T, BYTES, card_uid, "c.uid") \
	X(T, TEXT, card_state, "c.state") \
	X(T, INT, revoked, "UNIX_TIMESTAMP(c.revoked_at)")
/* clang-format on */
ROW_DEFINE(green_row, GREEN_COLS);

enum { GREEN_TOKEN = 24 };
/* What the QR code of a card has behind k=: 24 hex digits. */
const char *green_token(struct arena *a, struct bytes card_uid);
/* A new card's row, in a transaction: ERR_DUPLICATE: the account has one. */
enum err green_card_add(const struct actor *by, int64_t account) MUST_USE;
/* By the token of a card, also of one that was revoked. ERR_NOT_FOUND: nobody's; wrong ones are
 * counted for the address: ERR_THROTTLED. */
enum err green_by_token(struct rq *q, const char *token, struct green_row *a) MUST_USE;
/* By token or account number, as a checker scans or types it; nothing is counted. */
enum err green_by_card(struct arena *a, const char *card, struct green_row *out) MUST_USE;
/* The account that the address names, with its live card if it has one, of the own station. */
enum err green_at_desk(struct rq *q, struct green_row *a) MUST_USE;

/* Whether whoever asks checks cards of this station: its staff, or volunteers on duty. */
enum err green_checks(struct rq *q, int64_t station, bool *yes) MUST_USE;
/* A household's page: Page.Account, Page.Entries, Page.Gifts, Page.Exchanges. */
enum err put_green_home(struct rq *q, const struct green_row *a, const char *k) MUST_USE;

enum err green_list(struct rq *q);
enum err green_new(struct rq *q);
enum err green_open(struct rq *q);
enum err green_show(struct rq *q);
enum err green_print(struct rq *q);
enum err green_replace(struct rq *q);
enum err green_amend(struct rq *q);
enum err green_look(struct rq *q);
enum err green_link(struct rq *q);
enum err green_close(struct rq *q);
enum err green_lapsing(struct rq *q);
enum err green_check(struct rq *q);
enum err green_checked(struct rq *q);
enum err green_drops(struct rq *q);
enum err green_home(struct rq *q);
enum err green_mine(struct rq *q);
enum err green_donate(struct rq *q);
enum err green_take(struct rq *q);
enum err green_untake(struct rq *q);
enum err duty_list(struct rq *q);
enum err duty_give(struct rq *q);
enum err duty_end(struct rq *q);

#endif
