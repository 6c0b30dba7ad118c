/*
 * application.h - the states of an application 报名 and who may move them: one machine for the
 * pages that decide one, and for the project that ends with some undecided (design.md §6).
 *
 * Places are position.h's; whoever moves an application that holds one gives it back, and offers
 * it to who waits.
 *
 *	enum err e = application_move(&q->actor, &a, "accept");
 *	e = applications_end(&q->actor, project, lang("project.closed_reason"), false);
 */
#ifndef ZYZ_APPLICATION_H
#define ZYZ_APPLICATION_H

#include "actor.h"
#include "position.h"
#include "row.h"

#define APPLICATION_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, state, "a.state") \
	X(T, INT, position, "a.position_id") \
	X(T, INT, station, "a.station_id") \
	X(T, INT, project, "a.project_id") \
	X(T, INT, person, "a.person_id") \
	X(T, INT, activity, "a.activity_id") \
	X(T, TEXT, mode, "a.mode")
ROW_DEFINE(application_row, APPLICATION_COLS);

/* One step, audited; a volunteer signs up wherever the project is, so the scope is the
 * application's own station. ERR_STALE: not from that state, or somebody was first. */
enum err application_move(const struct actor *by, const struct application_row *a,
			  const char *verb) MUST_USE;
/* The same of one that is decided now, with its number in the waiting list or DB_NONE. */
enum err application_decide(const struct actor *by, const struct application_row *a,
			    const char *verb, int64_t line_no) MUST_USE;
/* They are told of it, in the same transaction; event is a word of tell.h, and until and note may
 * be NULL. Every offer and every decision is another telling. */
enum err application_tell(const struct actor *by, const struct application_row *a,
			  const char *event, const char *until, const char *note) MUST_USE;
/* One that was just refused may be taken back for a day (undo.h); and comes back, undecided as
 * at first: whoever was told no is told so. */
enum err application_kept(const struct actor *by, const struct application_row *a) MUST_USE;
enum err application_restore(const struct actor *by, const struct application_row *a) MUST_USE;
/* The project has moved: its applications stand on the pages of open projects, or no more. */
enum err applications_follow(int64_t project) MUST_USE;
/* Those that nobody decided end with their project, and their places are counted anew. */
enum err applications_end(const struct actor *by, int64_t project, const char *reason,
			  bool known) MUST_USE;

/* All inside a transaction and under the lock of the seat's row (position.h). */
/* The last number of the waiting list; 0: nobody waits. */
enum err places_waiting(const struct seat *s, int64_t *last) MUST_USE;
/* Offers places to those who wait longest, as long as there are any, each for offer_hours; on the
 * day of a shift for an hour, and no longer than until it begins. No offer ends by night. */
enum err places_next(const struct actor *by, const struct seat *s) MUST_USE;
/* Somebody gives up the place that they held: it is offered to who waits, and where nobody does,
 * who wanted to step in is asked (standby.h). */
enum err places_freed(const struct actor *by, const struct seat *s) MUST_USE;
/* One that is alive ends by the volunteer's own wish, and a place that it held goes to the next. In
 * the caller's transaction; the roster is the caller's. */
enum err application_off(const struct actor *by, const struct application_row *a) MUST_USE;
/* Who has a place at a shift and takes leave gives it up, for the next. In the caller's
 * transaction, before the roster; who has none is fine. */
enum err application_excused(const struct actor *by, int64_t activity, int64_t person) MUST_USE;
/* application_given.c: whoever stands on the roster of a shift by staff's hand, and has no place of
 * it yet, gets one; in the transaction that put them there. ERR_CHECK: it has too few. Of an
 * activity that is no shift, or is over: OK. */
enum err applications_given(const struct actor *by, int64_t activity) MUST_USE;
/* The places that are left of such a shift; DB_NONE: as many as come. */
enum err shift_room(int64_t activity, int64_t *left) MUST_USE;
enum err shift_holds(int64_t activity, int64_t person, bool *holds) MUST_USE; /* one of them */
/* The shift begins at another time, Unix seconds: its ends go with it (position.h), and no offer of
 * it lasts longer than until then. In the transaction that moves the activity. */
enum err applications_moved(int64_t activity, int64_t was, int64_t starts) MUST_USE;
/* One that is open ends: refused with this reason, a word of Lang.recruit.Reason or a sentence, and
 * told with this event (NULL: they know) and note. The place of an offer is the caller's to give
 * back. */
struct application_ending {
	const char *reason, *event, *note;
};
enum err application_end(const struct actor *by, const struct application_row *a,
			 const struct application_ending *end) MUST_USE;
/* When an offer made now ends; start: of the shift, DB_NONE: none. */
int64_t offer_end(int64_t now, int64_t hours, int64_t start);
/* The application of a row; ERR_NOT_FOUND. */
enum err application_read(int64_t id, struct application_row *a) MUST_USE;
struct seat application_seat(const struct application_row *a);

#endif
