/*
 * duty.h - a place on a roster 排班名册 that comes of a sign-up, and what else the person has to do
 * at that time: a person is at one place at a time.
 *
 * Rows of roster that staff put there are the program activity's.
 *
 *	struct duty_clash c;
 *	e = duty_free(person, a.starts_at, a.ends_at, a.id, &c);   // inside db_tx
 *	if (!e && c.no)
 *		... "您 12月5日 09:00–11:00 已有“清理楼道”"
 *	e = duty_put(&q->actor, a.id, person, position);
 */
#ifndef ZYZ_DUTY_H
#define ZYZ_DUTY_H

#include "actor.h"
#include "db.h"

/* For statements of their own: rows of roster r and activity b, what this person has to do while
 * activity `of` lasts. Shifts that touch share nothing. */
#define DUTY_MEANWHILE(r, b, person, of) \
	"(roster " r " JOIN activity " b " ON " b ".id = " r ".activity_id" \
	" AND " b ".state NOT IN ('cancelled', 'archived'))" \
	" ON " r ".person_id = " person " AND " r ".state = 'on'" \
	" AND " b ".starts_at < " of ".ends_at AND " b ".ends_at > " of ".starts_at" \
	" AND " b ".id <> " of ".id"

struct duty_clash {
	const char *no; /* of the activity at the same time; NULL: there is none */
	const char *title, *starts_at, *ends_at;
	int64_t station;
};
/* The first duty of a person that shares a minute with this time, but for one activity (DB_NONE:
 * any). In a transaction nobody else can put them elsewhere until it has ended. */
enum err duty_free(int64_t person, const char *starts_at, const char *ends_at, int64_t but,
		   struct duty_clash *c) MUST_USE;
/* The same for statements of their own over activity a and person w. */
#define DUTY_BUSY \
	"EXISTS (SELECT 1 FROM roster y JOIN activity b ON b.id = y.activity_id" \
	" AND b.state NOT IN ('cancelled', 'archived') AND b.starts_at < a.ends_at" \
	" AND b.ends_at > a.starts_at WHERE y.person_id = w.id AND y.state = 'on'" \
	" AND y.activity_id <> a.id)"
/* The same of an activity's own time. */
enum err duty_clash(int64_t person, int64_t activity, struct duty_clash *c) MUST_USE;

/* Whether they could come at all: *lacks is "over" once it has begun or is cancelled, else a word
 * of safeguard.h, NULL: nothing is missing; *c as above. */
enum err duty_able(const struct actor *by, int64_t activity, int64_t person, struct duty_clash *c,
		   const char **lacks) MUST_USE;

/* On the roster, audited; who was taken off comes back. In the caller's transaction, both. */
enum err duty_put(const struct actor *by, int64_t activity, int64_t person,
		  int64_t position) MUST_USE;
/* Off it again; ERR_STALE: they have come already. Not being on it is fine. */
enum err duty_end(const struct actor *by, int64_t activity, int64_t person) MUST_USE;
/* Off it with an excuse, as after a leave; ERR_STALE: they are not on it. */
enum err duty_excuse(const struct actor *by, int64_t activity, int64_t person,
		     const char *excuse) MUST_USE;
/* Whoever may serve no more gives up what is ahead: waiting lists, offers, places and the roster of
 * all that has not begun, with that excuse on it. Who waits gets the places; the leader and the
 * station of each activity are told as of a leave. In the caller's transaction, audited. */
enum err duties_release(const struct actor *by, int64_t person, const char *excuse) MUST_USE;
/* Who is off it leads no more: neither on the activity nor on the roster's row. Whether they led or
 * not. */
enum err duty_unlead(int64_t activity, int64_t person) MUST_USE;

#endif
