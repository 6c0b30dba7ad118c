/*
 * identity.h - the documents by which people are known 证件: for each type which numbers there are,
 * whether a digit checks them, what they say of their holder, how they are shown and under what
 * they are indexed. One person has one number, whatever type was chosen for it.
 *
 *	struct identity d;
 *	const char *wrong = identity_read(q->arena, in.id_type, in.id_no, today, &d);
 *	if (!wrong)
 *		index = secret_index(q->arena, "person.id_no", d.key);
 *
 * A resident's number (18 digits of GB 11643, residence permits 81, 82 and 83 among them) is type
 * 01 under whatever type it was given, and that of a permanent residence card (18 digits from 9)
 * type 99. Types are the codes of the list id_type.
 */
#ifndef ZYZ_IDENTITY_H
#define ZYZ_IDENTITY_H

#include <stdbool.h>

#include "arena.h"

struct identity {
	const char *type;  /* what it is, which may not be what was chosen */
	const char *no;    /* in one writing, as it is kept */
	const char *key;   /* what is indexed */
	const char *birth; /* YYYY-MM-DD, or NULL: not inside */
	const char *sex;   /* "1" or "2", or NULL */
	bool sex_sure;     /* what is inside decides over what was typed */
};
bool identity_known(const char *type); /* a row of the table */
/* NULL, or the word of a message: id_old (fifteen digits), id_length, id_chars, id_region,
 * id_birth, id_check, id_shape. today as for id_no_check(). *out only when it is NULL. */
const char *identity_read(struct arena *a, const char *type, const char *typed, const char *today,
			  struct identity *out);

/* For finding people by a number of whatever document: every key that it may have been indexed
 * under, each once. */
enum { IDENTITY_KEYS = 9 };
size_t identity_keys(struct arena *a, const char *typed, const char *keys[IDENTITY_KEYS]);
/* What was kept under an older rule: its key of today. */
const char *identity_key(struct arena *a, const char *type, const char *no, const char *today);

/* At least half hidden, by characters: 6105**********0027, 军字*******7号. NULL stays NULL. */
const char *identity_mask(struct arena *a, const char *no);

#endif
