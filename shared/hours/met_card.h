/*
 * met_card.h - the paper code card 码卡 of a household: 52 codes, each good once, for visits without
 * telephone or network. A code that the household gives proves up to an hour of a planned service
 * (met.h), typed by its volunteer the same day, or later, or by staff: then two must look.
 *
 * Owns the rows of code_card and code_card_use. The codes are a chain: each leads to the one before
 * it by CARD_STEPS rounds of SHA-256 (card_step()), and the last that was spent is all that is
 * kept; the next one cannot be made of it. They are known while the card is printed, and never
 * again: whoever prints a card types no code of it and reviews no hour of it, and a card counts
 * from the moment that it was handed over. One that is lost is revoked. zyz-verify checks a dump's
 * chains with code of its own.
 *
 *	struct card c;                                            // inside db_tx
 *	enum err e = card_print(&q->actor, uid, household, &c);   // c.codes: print them now
 *	e = card_move(&q->actor, no, "hand", NULL);               // or "revoke" with its reason
 *	e = card_confirm(&q->actor, &m, typed, from, to, also, &fault);      // in none
 *
 * ERR_CHECK: *fault is a word of met.h, of the rules, or of CARD_FAULTS; texts stand under
 * Lang.MetFault.
 */
#ifndef ZYZ_MET_CARD_H
#define ZYZ_MET_CARD_H

#include "met.h"

#define CARD_FAULTS(X) \
	X(no_household)    /* the service is for no household on file */ \
	X(card_typo)       /* not sixteen digits, or a slip of the hand */ \
	X(card_wrong)      /* no code of this household's card */ \
	X(card_none)       /* the household has no card */ \
	X(card_not_handed) /* the card has not been handed over */ \
	X(card_used)       /* this code was used, or passed over by a later one */ \
	X(card_revoked)    /* of a card that was revoked */ \
	X(card_other)      /* of another household's card */ \
	X(card_long)       /* a code proves CARD_MINUTES at most */ \
	X(card_day)        /* this volunteer has this household's code for this day already */ \
	X(card_late)       /* typed more than CARD_DAYS days later */ \
	X(card_maker)      /* whoever printed the card types none of its codes */ \
	X(card_tries)      /* too many wrong ones for this service */

enum {
	CARD_CODES = 52,
	CARD_DIGITS = 16, /* fifteen and a check digit */
	CARD_STEPS = 4096,
	CARD_MINUTES = 60,
	CARD_DAYS = 14,
	CARD_TRIES = 15
};

/* The code before this one; anchor: the code before the first. Numbers below 10^15. */
int64_t card_step(const uint8_t salt[16], int64_t code);
/* "4821 0093 7716 5502", with its check digit; and back: false for anything else. Blanks, dashes
 * and wide digits do no harm. */
const char *card_text(struct arena *a, int64_t code);
bool card_read(struct arena *a, const char *typed, int64_t *code);

struct card {
	int64_t id;
	const char *no;
	int64_t codes[CARD_CODES]; /* in the order in which they are given out */
};
/* In the caller's transaction. ERR_DUPLICATE: the household has a card, or this form was sent
 * before; ERR_NOT_FOUND: not a household of this station. */
enum err card_print(const struct actor *by, struct bytes uid, int64_t household,
		    struct card *out) MUST_USE;
/* hand: it has been handed over; revoke: lost, worn out, or misused, and why. In the caller's
 * transaction or one of its own. ERR_NOT_FOUND, ERR_STALE. */
enum err card_move(const struct actor *by, const char *no, const char *verb,
		   const char *reason) MUST_USE;

/* By the volunteer or by staff of the station. from, to: when they were there, Unix seconds. Runs
 * transactions of its own. */
enum err card_confirm(const struct actor *by, const struct met *m, const char *typed, int64_t from,
		      int64_t to, struct met_also also, const char **fault) MUST_USE;

#endif
