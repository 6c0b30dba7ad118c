/*
 * gift.h - exchanges 兑换: points, or hours where the station allows them, for what stands on its
 * shelf; picked up by six letters, or given back. No money, ever. Hours are held by the time bank
 * (timebank.h) until then.
 *
 * Owns the rows of gift_exchange, and stock and taken of gift. One UPDATE takes a piece off the
 * shelf: of two exchanges for the last piece one wins, and the price is the one that was shown.
 *
 *	struct gift_wish w = { .gift = g, .station = s, .uid = uid, .account = a, .price = 300 };
 *	enum err e = gift_take(&q->actor, &w);            // in none; ERR_CHECK: w.fault
 *	e = gift_end(&q->actor, &(struct gift_end){ id, "handed" });      // in the caller's
 */
#ifndef ZYZ_GIFT_H
#define ZYZ_GIFT_H

#include "actor.h"
#include "db.h"

/* Rules of the field: days to pick it up, and whether points and hours are taken at all. */
enum { GIFT_DAYS = 30, GIFT_POINTS = 1, GIFT_HOURS = 0, GIFT_CODE = 6 };

struct gift_wish {
	int64_t gift, station;
	struct bytes uid; /* of the form: sent twice, exchanged once */
	int64_t account;  /* green account that pays points, or DB_NONE */
	int64_t person;   /* whose saved time pays, or DB_NONE: one of the two */
	int64_t price;    /* points or minutes, as it was shown */
	/* out: gone (none left, or another price), short (too few points or hours), closed (the
	 * station takes none), again (this form was another exchange) */
	const char *fault;
};
/* Whether the station takes hours, where its region has the time bank at all. */
enum err gift_hours(int64_t station, bool *allowed) MUST_USE;
/* Runs transactions of its own; a form sent again is the exchange that it became. */
enum err gift_take(const struct actor *by, struct gift_wish *w) MUST_USE;

struct gift_end {
	int64_t id;
	const char *state;  /* handed, lapsed, cancelled */
	const char *reason; /* of cancelled, or NULL */
	/* The station cannot give it: what was paid comes back, also where its year is over. */
	bool station_fault;
};
/* In the caller's transaction. ERR_STALE: it waits no more. */
enum err gift_end(const struct actor *by, const struct gift_end *g) MUST_USE;

/* For loops (aside.h): those that nobody picked up in time. */
enum err gift_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err gift_lapse(const struct actor *by, int64_t id, int64_t *done) MUST_USE;

#endif
