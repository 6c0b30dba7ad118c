/*
 * family.h - who may act for whom 家人: a guardian for a minor until 18, a proxy 代办人 for an adult.
 *
 * Owns what the rows of `proxy` mean. A right holds while both have agreed and neither has ended
 * it; a guardian's until the child comes of age, by the clock alone. Pages of the program account
 * write the rows; sessions (session_acting) and the rules ask here.
 *
 *	bool kin;
 *	enum err e = family_kin(&q->actor, volunteer, resident, &kin);  // neither proves the other
 */
#ifndef ZYZ_FAMILY_H
#define ZYZ_FAMILY_H

#include "actor.h"
#include "db.h"

/* Of a row x of proxy. */
#define FAMILY_AGREED(x) \
	x ".person_agreed_at IS NOT NULL AND " x ".proxy_agreed_at IS NOT NULL AND " x \
	  ".ended_at IS NULL"
/* It holds, or is asked for and not answered yet: an ask lapses by itself. Argument:
 * family_asked_since(). */
#define FAMILY_STANDS(x) \
	x ".ended_at IS NULL AND ((" x ".person_agreed_at IS NOT NULL AND " x \
	  ".proxy_agreed_at IS NOT NULL) OR " x ".given_at > ?)"
/* And of whoever is acted for, f: they are here, and a child yet where a guardian acts. Arguments:
 * the day, cfg.guardian_age. */
#define FAMILY_HOLDS(x, f) \
	f ".erased_at IS NULL AND " f ".merged_into IS NULL AND (" x ".kind = 'proxy' OR " f \
	  ".birth_on > ? - INTERVAL ? YEAR)"

/* Both had agreed, and it has not ended 90 days before that moment: they are near to each other
 * still. now: an SQL expression. */
#define FAMILY_NEAR(x, now) \
	x ".person_agreed_at IS NOT NULL AND " x ".proxy_agreed_at IS NOT NULL AND COALESCE(" x \
	  ".ended_at >= " now " - INTERVAL 90 DAY, 1)"
/* family_kin() inside a statement, of one and any of the others, a list; they are SQL expressions,
 * too, and stand in it twice. */
#define FAMILY_KIN(one, others, now) \
	"EXISTS (SELECT 1 FROM proxy x WHERE " FAMILY_NEAR( \
		"x", now) " AND ((x.person_id = " one " AND x.proxy_person_id IN (" others "))" \
			  " OR (x.proxy_person_id = " one " AND x.person_id IN (" others "))))"

/* An ask waits so many days for its answer; those of before family_asked_since() have lapsed. */
enum { FAMILY_ASK_DAYS = 14 };
const char *family_asked_since(const struct actor *by);

/* One of the two acts for the other, or did so not long ago. */
enum err family_kin(const struct actor *by, int64_t one, int64_t other, bool *kin) MUST_USE;
/* Whether that telephone (keyed digest of person.phone) belongs to the person, or to somebody near
 * to them in this way: who serves there serves their own. */
enum err family_phone(const struct actor *by, int64_t person, struct bytes phone_index,
		      bool *kin) MUST_USE;

#endif
