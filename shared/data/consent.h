/*
 * consent.h - the rows of a person's consents 同意: one statement gives one, one withdraws it, for
 * every program that asks.
 *
 * Owns the rows of `consent`. Never renders, and never decides who may speak for whom: that is the
 * caller's. Runs in the caller's transaction; the caller audits.
 *
 *	enum err e = consent_give(&q->actor, person, "transfer", "self");
 */
#ifndef ZYZ_CONSENT_H
#define ZYZ_CONSENT_H

#include "actor.h"
#include "db.h"

#define CONSENT_VERSION 1 /* of the texts that people agree to */

/* Gives one, unless the same one holds already. given_by: self, guardian, staff. */
enum err consent_give(const struct actor *by, int64_t person_id, const char *purpose,
		      const char *given_by) MUST_USE;
/* *rows: how many ended; 0 is fine. */
enum err consent_withdraw(const struct actor *by, int64_t person_id, const char *purpose,
			  int64_t *rows) MUST_USE;
/* Erasure: all of them end. That they were given stays: it is why the data was here. */
enum err consent_forget(const struct actor *by, int64_t person_id) MUST_USE;
/* Somebody gave it, and nobody took it back. */
enum err consent_holds(int64_t person_id, const char *purpose, bool *holds) MUST_USE;

#endif
