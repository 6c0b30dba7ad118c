/*
 * staff.h - who works where: stations, members of staff 工作人员, their roles and passwords.
 *
 * Never checks who may ask, and never signs anybody in. Each verb is audited; call it in a
 * transaction.
 *
 *	struct staff_entry s = { "liwei", "李伟", "clerk", hash, .station = id };
 *	enum err e = staff_add(&q->actor, &s);
 */
#ifndef ZYZ_STAFF_H
#define ZYZ_STAFF_H

#include "actor.h"
#include "db.h"

#define STAFF_ROLES         "clerk,reviewer,manager,overseer"
#define STAFF_STATION_ROLES "clerk,reviewer,manager"

struct staff_entry {
	const char *login, *name, *role;
	const char *hash;   /* of the password */
	int64_t station;    /* where the role holds; DB_NONE: over a region */
	const char *region; /* NULL: at a station */
	bool first;         /* the password is somebody else's choice: to be changed at first */
};
enum err staff_find(const char *login, int64_t *id) MUST_USE; /* ERR_NOT_FOUND */
/* An account with one role; one that is there gets one more role and keeps name and password. */
enum err staff_add(const struct actor *by, const struct staff_entry *s) MUST_USE;
/* Ends a role at the actor's station. Nobody takes their own last key away: ERR_STALE. */
enum err staff_role_end(const struct actor *by, const char *login, const char *role) MUST_USE;
/* Wrong tries are forgotten with the old one. */
enum err staff_set_password(const struct actor *by, int64_t id, const char *hash) MUST_USE;

#endif
