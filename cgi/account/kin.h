/*
 * kin.h - what the pages of 家人 (kin*.c) share: the rows of `proxy`, made, agreed to, ended.
 *
 * A row is asked for by whoever would act, or opened at the counter; it holds once both have
 * agreed (family.h). The person agrees on their own phone, on paper that staff enter with the
 * number of its scan, or at the counter, where staff give a code that whoever acts types.
 */
#ifndef ZYZ_KIN_H
#define ZYZ_KIN_H

#include "account.h"
#include "family.h"

enum { KIN_MOST = 8 }; /* people one phone may act for */

struct kin {
	struct rq *q;
	int64_t person, proxy; /* DB_NONE: nobody yet */
	const char *kind, *relation;
	const char *way;      /* how the person agreed; NULL: not yet */
	const char *paper_no; /* of way paper */
	bool proxy_agreed;
	struct bytes code_mac; /* of one given at the counter */
	int64_t code_until;
	int64_t id; /* of the row that was made */
};
/* In the caller's transaction, audited; asks that have lapsed are ended on the way. ERR_DUPLICATE:
 * there is one of the two already; ERR_CHECK: they act for as many as one may. */
enum err kin_add(struct kin *k) MUST_USE;
/* ERR_CHECK: they act for as many as one may. In a transaction, which is then alone. What they
 * asked for and nobody answered does not count: else the limit would tell who is here. */
enum err kin_room(const struct rq *q, int64_t proxy) MUST_USE;
/* Whether this person is of age; whose day of birth is not known is. */
enum err kin_grown(const struct rq *q, int64_t person, bool *grown) MUST_USE;
/* Page.Children.N.{uid,name,relation,agreed}: who named whoever is signed in as their guardian. */
enum err put_claims(struct rq *q) MUST_USE;
/* kin_desk.c: of a code given at the counter, however it was typed. */
struct bytes kin_code_mac(struct arena *a, const char *typed);
/* Whoever is signed in, though they act for another one. */
int64_t kin_self(const struct rq *q);

/* One row as its pages need it. */
#define KIN_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, INT, person_id, "x.person_id") \
	X(T, INT, proxy_id, "x.proxy_person_id") \
	X(T, TEXT, kind, "x.kind") \
	X(T, TEXT, person_agreed_at, "x.person_agreed_at") \
	X(T, TEXT, proxy_agreed_at, "x.proxy_agreed_at") \
	X(T, INT, holds, "(" FAMILY_AGREED("x") ") AND (" FAMILY_HOLDS("x", "f") ")")
struct kin_row {
	KIN_COLS(ROW_MEMBER_, )
};
/* By its address, one of theirs: as who acts or is acted for; ERR_NOT_FOUND. */
enum err kin_read(struct rq *q, const char *uid, int64_t person, struct kin_row *k) MUST_USE;
/* Ends it, or declines it: by "person", "proxy" or "staff". In the caller's transaction. */
enum err kin_end(struct rq *q, int64_t id, const char *by) MUST_USE;
/* The same of all whose id the statement finds FOR UPDATE: asked for, and by nobody used yet. */
enum err kin_end_all(struct rq *q, struct stmt *find, struct args a, const char *by) MUST_USE;

#endif
