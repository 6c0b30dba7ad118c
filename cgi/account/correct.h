/*
 * correct.h - 更正: a name, a document, a day of birth put right. What is asked is checked like a
 * registration and waits; somebody else than who asked decides, and platforms hear of a new version
 * of all they know about the person.
 */
#ifndef ZYZ_CORRECT_H
#define ZYZ_CORRECT_H

#include "account.h"
#include "identity.h"

#define CORRECT_IN(X, T) \
	X(T, NAME, name, 0, 60) \
	X(T, CODE, id_type, 0, 2) \
	X(T, IDNO, id_no, 0, 24) \
	X(T, DAY, birth_on, 0, 0) \
	X(T, STR, purpose, 2, 120) \
	X(T, STR, proof, 2, 200)
FORM_DEFINE(correct_in, CORRECT_IN);

struct wish {
	struct rq *q;
	struct held h;
	struct correct_in in;
	struct identity id;      /* no NULL: the document stays */
	const char *birth, *sex; /* NULL: stay */
	const char *no;          /* what came of it */
};
/* Reads and checks the form about w->h; ERR_FORM. */
enum err wish_read(struct rq *q, struct wish *w) MUST_USE;

#endif
