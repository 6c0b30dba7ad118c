/*
 * certificate.h - certificates 志愿服务记录证明 and what becomes of them when an hour in them falls.
 *
 * Owns, beside the program commend, the state of certificate. In the caller's db_tx().
 *
 *	e = certificate_falls(by, &(struct certified){ person, station, day, effective_at });
 */
#ifndef ZYZ_CERTIFICATE_H
#define ZYZ_CERTIFICATE_H

#include "audit.h"

/* The word that stands for a reason where nobody gave one; Lang.commend.hours_fell_certificate. */
#define CERTIFICATE_FELL "hours_fell"

/* An hour that counted: whose, recorded where, of which day, since when. */
struct certified {
	int64_t person_id, station_id;
	const char *served_on, *effective_at;
};
/* Every certificate that has the hour in it says too much from now on: it is revoked, and stands on
 * the list for those who check offline. */
enum err certificate_falls(const struct actor *by, const struct certified *c) MUST_USE;

#endif
