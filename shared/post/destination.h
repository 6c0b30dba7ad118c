/*
 * destination.h - what people may ask of the destinations 上报目的地: go on after a stop, compare,
 * call a difference mended, begin anew after a restore. The poster alone stops them, rests before
 * them (breaker) and does the comparing.
 *
 * Each in the caller's transaction.
 *
 *	enum err e = destination_resume(&q->actor, id);
 */
#ifndef ZYZ_DESTINATION_H
#define ZYZ_DESTINATION_H

#include "actor.h"
#include "db.h"

/* ERR_STALE: it was not stopped. */
enum err destination_resume(const struct actor *by, int64_t id) MUST_USE;
/* A comparison of each that is on, unless one is asked for already. */
enum err destinations_compare(const struct actor *by) MUST_USE;
/* ERR_STALE: mended before. */
enum err difference_mended(const struct actor *by, int64_t id) MUST_USE;
/* The database came back from a backup: what was posted since is not known here. It is compared
 * before anything is sent, comparisons and leases of the time before are void, and what waits is
 * asked for first; *waiting is how much does. */
enum err destination_restored(const struct actor *by, int64_t id, int64_t *waiting) MUST_USE;

#endif
