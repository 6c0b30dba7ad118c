/*
 * safeguard.h - what must stand before somebody serves at an activity 志愿者保障: insurance 保险 where
 * it is dangerous (志愿服务条例 art. 17), an agreement 协议 where its project asks for one (art. 14),
 * nobody under age in danger, a guardian's company for a child.
 *
 * The tables are the program support's; everybody may ask. For an activity that asks for nothing
 * everybody is safe. Words, in the order in which they are asked:
 *	minor      it is dangerous, and they are younger than danger_age
 *	uninsured  it is dangerous, and no policy of that day covers them
 *	unagreed   the project asks for an agreement, and they have not signed the text in force
 *	alone      younger than company_age, and the roster names nobody who comes along
 * Texts stand under Lang.activity.Fault; _you, _person or _people behind the word says of whom.
 *
 *	const char *lacks;
 *	enum err e = safe(&(struct safe_ask){ .activity = a.id, .person = q->person,
 *		.at = clock_time(q->arena, q->now) }, &lacks);
 */
#ifndef ZYZ_SAFEGUARD_H
#define ZYZ_SAFEGUARD_H

#include "db.h"
#include "setting.h"

/* The text that holds at a station: its own, else that of the smallest region round it. station is
 * an SQL expression; NULL: there is none. */
#define AGREEMENT_TEXT(station) \
	"(SELECT z.id FROM station y JOIN agreement_text z ON z.live_scope IN" \
	" (CONCAT('s', y.id), CONCAT('r', y.region_code), CONCAT('r', LEFT(y.region_code, 9))," \
	" CONCAT('r', LEFT(y.region_code, 6)), CONCAT('r', LEFT(y.region_code, 4), '00')," \
	" CONCAT('r', LEFT(y.region_code, 2), '0000'))" \
	" WHERE y.id = " station " ORDER BY z.station_id IS NULL, z.region_code DESC LIMIT 1)"
/* That of this day by which this person has signed that text. */
#define AGREED(person, station, day) \
	"EXISTS (SELECT 1 FROM agreement g WHERE g.person_id = " person \
	" AND g.station_id = " station \
	" AND g.text_id = " AGREEMENT_TEXT(station) " AND g.live = 1 AND g.signed_on <= " day \
						    " AND g.valid_until >= " day ")"

/* A guardian has said yes to what this minor does, and has not taken it back. */
#define SAFE_GUARDED(person) \
	"EXISTS (SELECT 1 FROM guardian g WHERE g.person_id = " person \
	" AND g.consent_at IS NOT NULL AND g.ended_at IS NULL)"
/* Whether somebody needs no guardian's word on that day, or has it. */
enum err safe_guarded(int64_t person, const char *day, bool *yes) MUST_USE;

struct safe_ask {
	int64_t activity, person;
	const char *at; /* when they come; a policy that ended later covered them still */
	bool company;   /* a guardian is about to be named */
};
/* *lacks: the first word that fits, NULL: nothing is missing. */
enum err safe(const struct safe_ask *s, const char **lacks) MUST_USE;

/* Of an activity before it is published: "no_policy" or "no_text" (nothing is there that anybody
 * could have), else that of somebody on its roster with _people behind it; NULL. */
enum err safe_roster(int64_t activity, const char *at, const char **lacks) MUST_USE;

/* For statements of their own over activity a and person w, with SAFE_ASKED joined, whose argument
 * is when: the word, '' if nothing is missing. company: whether somebody comes along. */
#define SAFE_ASKED "(SELECT CAST(? AS DATETIME) AS at) k"
#define SAFE_POLICY(who) \
	"EXISTS (SELECT 1 FROM insurance i WHERE i.station_id = a.station_id" \
	" AND COALESCE(i.ended_at > k.at, 1) AND DATE(a.starts_at) BETWEEN i.from_on AND i.to_on" \
	" AND (i.project_id IS NULL OR i.project_id = a.project_id)" \
	" AND (i.activity_id IS NULL OR i.activity_id = a.id)" \
	" AND (i.covers = 'all' OR " who "))"
#define SAFE_NAMED \
	"EXISTS (SELECT 1 FROM insurance_person n WHERE n.insurance_id = i.id" \
	" AND n.person_id = w.id)"
#define SAFE_AGREEMENT "(SELECT j.agreement FROM project j WHERE j.id = a.project_id) = 1"
/* One case to a line. */
/* clang-format off */
#define SAFE_YOUNGER(setting, usual) \
	"w.birth_on > DATE(a.starts_at)" \
	" - INTERVAL " SETTING_SQL("a.station_id", setting, usual) " YEAR"
#define SAFE_WORD(company) \
	"CASE WHEN a.dangerous = 1 AND " SAFE_YOUNGER("danger_age", "18") " THEN 'minor'" \
	" WHEN a.dangerous = 1 AND NOT " SAFE_POLICY(SAFE_NAMED) " THEN 'uninsured'" \
	" WHEN " SAFE_AGREEMENT " AND NOT " AGREED("w.id", "a.station_id", "DATE(a.starts_at)") \
	" THEN 'unagreed'" \
	" WHEN " SAFE_YOUNGER("company_age", "10") " AND NOT (" company ") THEN 'alone'" \
	" ELSE '' END"
/* clang-format on */

/* Whether there is anything to ask of a person at an activity of a project, of these names: for
 * most there is not, and asking costs more than all else about them. company_age is never above
 * it. */
#define SAFE_ASKS(activity, person, project) \
	activity ".dangerous = 1 OR COALESCE(" project ".agreement = 1, 0)" \
		 " OR COALESCE(" person ".birth_on > DATE(" activity \
		 ".starts_at) - INTERVAL 18 YEAR, 1)"

#endif
