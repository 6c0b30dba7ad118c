/*
 * accounts.h - accounts of staff in the browser: which of them somebody looks after.
 *
 * A manager looks after the accounts that are at home in the own station; an overseer after all of
 * the region, to reset them and to lend a reviewer to a neighbouring station. Nobody does either to
 * themselves. A role that was lent to a station makes nobody its manager's.
 */
#ifndef ZYZ_ACCOUNTS_H
#define ZYZ_ACCOUNTS_H

#include "person_papers.h"
#include "region.h"
#include "staff.h"
#include "station.h"

#define ACCOUNT_COLS(X, T) \
	X(T, INT, id, "f.id") \
	X(T, TEXT, ref, "LOWER(HEX(f.uid))") \
	X(T, TEXT, login, "f.login") \
	X(T, TEXT, name, "f.name") \
	X(T, TEXT, state, "f.state") \
	X(T, INT, home, "f.home_station_id") \
	X(T, INT, person, "f.person_id")
struct account {
	ACCOUNT_COLS(ROW_MEMBER_, )
};
/* That of the address, {ref}; ERR_NOT_FOUND for one that is not looked after here. */
enum err account_here(struct rq *q, struct account *a) MUST_USE;
/* At home in the manager's own station: roles and the account itself are theirs to change. */
bool account_mine(const struct rq *q, const struct account *a);
/* Who acts, for its trail at the account's station. */
struct actor account_actor(const struct rq *q, const struct account *a);
/* A new account of the entry's station, whose person these papers name; shows the code with which
 * they set their password. Messages: ERR_FORM. */
enum err account_make(struct rq *q, struct actor by, struct staff_entry *entry,
		      const struct papers *papers) MUST_USE;
/* A one-time code, this once. */
enum err code_page(struct rq *q, const struct account *a, const char *kind,
		   const char *code) MUST_USE;
/* ERR_FORM: there is no such document; ERR_THROTTLED. */
enum err papers_check(struct rq *q, const struct papers *p) MUST_USE;
/* role_undo.c: a role at the own station was ended, and may be given back for a day. */
enum err role_kept(struct rq *q, int64_t staff, const char *role) MUST_USE;
/* What staff_link() said, as a message: ERR_FORM. */
enum err papers_refused(struct rq *q, enum err e) MUST_USE;
/* Days of a role; false: a message stands beside until_on. */
bool days_fit(struct rq *q, const char *from, const char *until);

#endif
