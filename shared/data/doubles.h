/*
 * doubles.h - pairs of registrations that may be one human: the same number of a document, whatever
 * type it was given, the same name and day of birth, or the same phone.
 *
 * Owns the finding of person_double; what staff say about a pair is the program's. Reads everybody
 * once, some thousands at a time, and compares in memory: nothing that was unsealed stays.
 *
 *	struct doubles found;
 *	enum err e = doubles_find(&by, &found);
 */
#ifndef ZYZ_DOUBLES_H
#define ZYZ_DOUBLES_H

#include "actor.h"
#include "db.h"

/* X(word of person_double.why) */
#define DOUBLES_WHYS(X)   X(number) X(name) X(phone)
#define DOUBLES_WHY(word) DOUBLE_##word,
enum doubles_why { DOUBLES_WHYS(DOUBLES_WHY) DOUBLE_WHYS };

struct doubles {
	int64_t people;          /* looked at */
	int64_t by[DOUBLE_WHYS]; /* pairs by reason; a pair may have several */
	int64_t pairs, fresh;    /* all, and those that were not known before */
	int64_t crowded;         /* groups that share something among too many for pairs */
};
/* Transactions of its own. A pair of which staff said that they are two is not opened again. */
enum err doubles_find(const struct actor *by, struct doubles *out) MUST_USE;

/* Two who turned out to have one document, for the same pages. */
enum err doubles_note(const struct actor *by, int64_t a, int64_t b) MUST_USE;

#endif
