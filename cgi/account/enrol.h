/*
 * enrol.h - a registration that was checked, and the one transaction that writes it: person,
 * volunteer, guardian, consents, and the binding to a WeChat account.
 *
 * Nobody is registered twice: the digest of the id number is unique. Who comes by WeChat and is
 * there already (staff registered them) is bound by a code to the phone that is kept of them, if
 * name and phone are the same; otherwise the station must look at the document. Typed data alone
 * bind nothing.
 */
#ifndef ZYZ_ENROL_H
#define ZYZ_ENROL_H

#include "identity.h"
#include "said.h"

/* In the order of the page. */
#define ENROL_IN(X, T) \
	X(T, NAME, name, 1, 60) \
	X(T, CODE, id_type, 2, 2) \
	X(T, IDNO, id_no, 1, 24) \
	X(T, DAY, birth_on, 0, 0) \
	X(T, CODE, sex, 0, 1) \
	X(T, PHONE, phone, 0, 0) \
	X(T, NAME, guardian_name, 0, 60) \
	X(T, STR, guardian_relation, 0, 20) \
	X(T, PHONE, guardian_phone, 0, 0) \
	X(T, OINT, home, 0, 999) \
	X(T, REGION, region_code, 0, 12) \
	SERVES_HOW(X, T) \
	X(T, LIST, consent, 0, 4) \
	X(T, FLAG, guardian_agrees, 0, 1) \
	X(T, FLAG, paper, 0, 1) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(enrol_in, ENROL_IN);

enum enrolled {
	ENROL_NEW,   /* a new volunteer */
	ENROL_BOUND, /* was there already; this WeChat account is bound now */
	ENROL_TAKEN  /* was there already, as somebody else for all we know */
};

struct enrol {
	struct rq *q;
	struct enrol_in in; /* as it was typed; the document is id */
	struct identity id;
	const char *birth, *sex;
	struct serves serves;
	bool minor;
	/* A guardian registers their child from their own phone; NULL: nobody does. */
	const struct held *guardian;
	enum err (*also)(struct enrol *n); /* in the transaction, besides; NULL: nothing */
	struct bytes uid;                  /* of the person */
	int64_t proof;                     /* phone_code that proved the phone; 0: only typed */
	int64_t station_id;
	/* What came of it. */
	enum enrolled result;
	int64_t person_id;
	const char *no;
};

/* Whom to ask about a minor, and whether they have said yes. In the caller's transaction. */
struct guardian_new {
	int64_t person;   /* the minor */
	struct bytes uid; /* and theirs: it seals the telephone */
	const char *name, *phone, *relation;
	bool agreed;
};
enum err guardian_put(struct rq *q, const struct guardian_new *g) MUST_USE;

/* Reads and checks the form; ERR_FORM. */
enum err enrol_read(struct rq *q, struct enrol *n) MUST_USE;
/* The same of a child: the guardian is who asks. */
enum err enrol_read_child(struct rq *q, struct enrol *n, const struct held *guardian,
			  enum err (*also)(struct enrol *n)) MUST_USE;
/* The transaction. ERR_NOT_FOUND: no open station at all. */
enum err enrol_write(struct enrol *n) MUST_USE;

#endif
