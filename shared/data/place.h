/*
 * place.h - stations and points 站、点: made, changed, closed, opened again, by an overseer's page
 * and by the command alike.
 *
 * Owns the rules of a place: a point hangs on an open station and on no other point, a region must
 * stand and reach down to the street, what still has points or work is not closed. Who may do it is
 * the caller's to know.
 *
 *	struct station_entry s = { .no = DB_NONE, .parent = DB_NONE, .region = "610523002",
 *	                           .name = "东城社区志愿服务站" };
 *	enum err e = station_make(&q->actor, &s, &fault, &id);
 */
#ifndef ZYZ_PLACE_H
#define ZYZ_PLACE_H

#include "actor.h"
#include "db.h"

struct station_entry {
	int64_t no;     /* DB_NONE: the next number that is free */
	int64_t parent; /* number of the station that a point hangs on; DB_NONE: a station */
	const char *region, *name;
	/* NULL is empty; no sign: that of its community; no region: that of its station */
	const char *sign, *address, *phone, *person_in_charge, *open_hours, *intro;
	const char *property_name, *property_phone, *opened_on;
	int64_t area_m2, population;
};
/* What of it is wrong, and the word that says how; NULL: nothing. */
struct station_fault {
	const char *field, *word;
};

/* ERR_FORM with the fault, before anything is written; in a transaction of its own. */
enum err station_make(const struct actor *by, const struct station_entry *s,
		      struct station_fault *fault, int64_t *id) MUST_USE;
/* All but number and parent; the division no more once hours were recorded there. */
enum err station_change(const struct actor *by, int64_t id, const struct station_entry *s,
			struct station_fault *fault) MUST_USE;
/* fault: it has points, projects or activities that have not ended. ERR_STALE: not open. */
enum err station_close(const struct actor *by, int64_t id, const char *why,
		       struct station_fault *fault) MUST_USE;
/* fault: what it hangs on is closed. ERR_STALE: it is open. */
enum err station_reopen(const struct actor *by, int64_t id, struct station_fault *fault) MUST_USE;
/* "东城南社区居民委员会" → "东城南社区志愿服务站"; a point bears its own name, too. */
const char *station_sign(struct arena *a, const char *community, const char *point);

#endif
