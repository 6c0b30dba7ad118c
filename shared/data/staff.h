/*
 * staff.h - who works where: stations, members of staff 工作人员, their roles and passwords, and
 * which person each of them is. One-time codes: staff_code.h; the second factor: staff_second.h.
 *
 * Never checks who may ask, and never signs anybody in. Each verb is audited; call it in a
 * transaction.
 *
 *	struct staff_entry s = { "liwei", "李伟", "clerk", .station = id, .papers = &p };
 *	enum err e = staff_add(&q->actor, &s);
 */
#ifndef ZYZ_STAFF_H
#define ZYZ_STAFF_H

#include "actor.h"
#include "db.h"
#include "person_papers.h"

#define STAFF_ROLES         "clerk,reviewer,manager,overseer"
#define STAFF_STATION_ROLES "clerk,reviewer,manager"
/* Whoever may say yes to what others did shows a second factor at sign-in. */
#define STAFF_SECOND_ROLES "('reviewer', 'manager', 'overseer')"
/* A role holds: r is its alias of staff_role, the argument is today; or on a day in SQL. */
#define STAFF_ROLE_HOLDS(r) STAFF_ROLE_HOLDS_ON(r, "?")
#define STAFF_ROLE_HOLDS_ON(r, day) \
	r ".ended_at IS NULL AND " day " BETWEEN COALESCE(" r ".from_on, '1000-01-01')" \
	  " AND COALESCE(" r ".until_on, '9999-12-31')"

struct staff_entry {
	const char *login, *name, *role;
	const char *hash;            /* of the password; NULL: a one-time code sets one */
	int64_t station;             /* where the role holds; DB_NONE: over a region */
	const char *region;          /* NULL: at a station */
	const char *from, *until;    /* first and last day of the role, as in staff_role */
	const struct papers *papers; /* who it is; NULL: not known yet */
};
enum err staff_find(const char *login, int64_t *id) MUST_USE; /* ERR_NOT_FOUND */
/* An account with one role; one that is there gets one more role and keeps name and password.
 * ERR_CHECK, ERR_DUPLICATE: as staff_link(). */
enum err staff_add(const struct actor *by, const struct staff_entry *s) MUST_USE;
struct staff_role {
	const char *role;
	int64_t station;    /* where it holds; DB_NONE: over a region */
	const char *region; /* NULL: at a station */
	const char *from,
		*until; /* first and last day; NULL: from now on, until it is taken back */
};
/* A role that is there already gets the new days. */
enum err staff_role_give(const struct actor *by, int64_t staff,
			 const struct staff_role *r) MUST_USE;
/* Ends a role at a station. Nobody takes their own last key away: ERR_STALE. */
enum err staff_role_end(const struct actor *by, int64_t staff, const char *role,
			int64_t station) MUST_USE;
/* One that ended at that moment at the station of who acts is given back as it was; ERR_STALE:
 * there is one again, or none that ended then. */
enum err staff_role_again(const struct actor *by, int64_t staff, const char *role,
			  const char *ended_at) MUST_USE;
/* "disabled" 停用 or "active"; all sessions end. ERR_STALE: it is so already, or it was ended because
 * its person was merged into somebody who has an account. */
enum err staff_set_state(const struct actor *by, int64_t id, const char *state) MUST_USE;
/* What colleagues see and papers print; in a transaction of its own. */
enum err staff_rename(const struct actor *by, int64_t id, const char *name) MUST_USE;
/* Wrong tries are forgotten with the old one, and all sessions end but one (row id; 0: all). */
enum err staff_set_password(const struct actor *by, int64_t id, const char *hash,
			    int64_t session) MUST_USE;

/* The member of staff is the person with this document, for good. ERR_CHECK: the document bears
 * another name; ERR_DUPLICATE: another account is that person's; ERR_STALE: is somebody already. */
enum err staff_link(const struct actor *by, int64_t staff, const struct papers *d) MUST_USE;
/* The person that a member of staff is; 0: nobody said yet. */
enum err staff_person(int64_t staff, int64_t *person) MUST_USE;
/*
 * This member of staff is on it: what keeps somebody from reviewing, awarding, rating, approving or
 * deciding what is about these persons (DB_NONE and 0 are nobody). "own": they are one of them;
 * "unlinked": nobody knows who they are (me 0), so that they decide nothing; NULL: nothing. The one
 * place where staff and the people of a record are compared.
 */
const char *staff_on_it(int64_t me, const int64_t *people, size_t n);
#define STAFF_ON(me, ...) \
	staff_on_it(me, (const int64_t[]){ __VA_ARGS__ }, \
		    sizeof((const int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t))
/* The same about whoever acts; "kin": one of these persons is their family (family.h). */
enum err staff_bars(const struct actor *by, const int64_t *people, size_t n,
		    const char **word) MUST_USE;
#define STAFF_BARS(by, word, ...) \
	staff_bars(by, (const int64_t[]){ __VA_ARGS__ }, \
		   sizeof((const int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t), word)

#endif
