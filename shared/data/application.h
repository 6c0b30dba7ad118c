/*
 * application.h - the states of an application 报名 and who may move them: one machine for the
 * pages that decide one, and for the project that ends with some undecided (design.md §6).
 *
 * Places are position.h's; whoever moves an application that holds one gives it back, and offers
 * it to who waits.
 *
 *	enum err e = application_move(&q->actor, &a, "accept");
 *	e = applications_end(&q->actor, project, lang("project.closed_reason"));
 */
#ifndef ZYZ_APPLICATION_H
#define ZYZ_APPLICATION_H

#include "actor.h"
#include "row.h"

#define APPLICATION_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, state, "a.state") \
	X(T, INT, position, "a.position_id") \
	X(T, INT, station, "a.station_id") \
	X(T, INT, project, "a.project_id")
ROW_DEFINE(application_row, APPLICATION_COLS);

/* One step, audited; a volunteer signs up wherever the project is, so the scope is the
 * application's own station. ERR_STALE: not from that state, or somebody was first. */
enum err application_move(const struct actor *by, const struct application_row *a,
			  const char *verb) MUST_USE;
/* The project has moved: its applications stand on the pages of open projects, or no more. */
enum err applications_follow(int64_t project) MUST_USE;
/* Those that nobody decided end with their project, and their places are counted anew. */
enum err applications_end(const struct actor *by, int64_t project, const char *reason) MUST_USE;

/* Both inside a transaction and under the lock of the position's row. */
/* The last number of the waiting list; 0: nobody waits. */
enum err places_waiting(int64_t position, int64_t *last) MUST_USE;
/* Offers places to those who wait longest, as long as there are any, each for offer_hours. */
enum err places_next(const struct actor *by, int64_t position) MUST_USE;

#endif
