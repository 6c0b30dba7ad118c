/*
 * insurance.h - whether somebody is insured 保险 for a dangerous activity on its day: by a policy of
 * the station, of its project or of the activity itself, that covers everybody or names them
 * (志愿服务条例 art. 17). For an activity that is not dangerous everybody is.
 *
 * Owned by the program support; everybody may ask.
 *
 *	bool yes;
 *	enum err e = insured(activity, person, &yes);
 */
#ifndef ZYZ_INSURANCE_H
#define ZYZ_INSURANCE_H

#include "db.h"

/* person DB_NONE: whether any policy is there at all. */
enum err insured(int64_t activity, int64_t person, bool *yes) MUST_USE;
/* How many on the activity's roster no policy covers. */
enum err uninsured(int64_t activity, int64_t *people) MUST_USE;

#endif
