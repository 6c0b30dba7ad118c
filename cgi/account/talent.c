/* talent.c - the pool of talent 人才库 of a station: its volunteers by all that they said of
 * themselves and that staff noted, to find who fits a task. */
#include "account.h"
#include "code.h"
#include "list.h"
#include "region_choice.h"

#define TALENT_COLS(C) \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(WORD, sex, "p.sex", "account.Sex") \
	C(INT, age, "NULL", "") \
	C(TEXT, phone, "NULL", "") \
	C(TEXT, skills, "v.skills", "") \
	C(TEXT, sources, "v.sources", "") \
	C(TEXT, available, "v.available", "") \
	C(TEXT, categories, "v.categories", "") \
	C(TEXT, fields, "v.fields", "") \
	C(TEXT, region, "g.name", "") \
	C(CODE, political, "v.political", "political") \
	C(CODE, occupation, "v.occupation", "occupation") \
	C(CODE, education, "v.education", "education") \
	C(CODE, ethnic, "v.ethnic", "ethnic") \
	C(CODE, worker, "w.level", "social_level") \
	C(WORD, backbone, "v.backbone", "account.Backbone") \
	C(WORD, star, "v.star", "account.Star") \
	C(HOURS, minutes, "v.served_minutes", "") \
	C(DAY, registered_on, "DATE(v.registered_at)", "") \
	C(WORD, state, "v.state", "State.volunteer") \
	C(TEXT, _uid, "p.uid", "") \
	C(TEXT, _phone, "p.phone_sealed", "") \
	C(TEXT, _birth_on, "p.birth_on", "")
#define TALENT_TABLE "volunteer v"
#define TALENT_JOINS \
	"  JOIN person p ON p.id = v.person_id" \
	"  LEFT JOIN region g ON g.code = v.service_region_code" \
	"  LEFT JOIN social_worker w ON w.person_id = v.person_id"
#define TALENT_WHERE "v.station_id = ? AND v.in_ledger = 1"
/* Who serves in all of a county serves in each of its streets. */
#define SERVES_AT \
	"EXISTS (SELECT 1 FROM (SELECT ? AS c) d WHERE v.service_region_code LIKE " \
	"CONCAT(d.c, '%') OR d.c LIKE CONCAT(v.service_region_code, '%'))"
#define TAGGED \
	"EXISTS (SELECT 1 FROM person_tag t WHERE t.station_id = v.station_id " \
	"AND t.person_id = v.person_id AND t.tag = ?)"
#define TALENT_FILTERS(F) \
	F(WORD, source, "FIND_IN_SET(?, v.sources)") \
	F(WORD, skill, "FIND_IN_SET(?, v.skills)") \
	F(WORD, category, "FIND_IN_SET(?, v.categories)") \
	F(WORD, field, "FIND_IN_SET(?, v.fields)") \
	F(WORD, time, "FIND_IN_SET(?, v.available)") \
	F(WORD, region, SERVES_AT) \
	F(WORD, political, "v.political = ?") \
	F(WORD, occupation, "v.occupation = ?") \
	F(WORD, education, "v.education = ?") \
	F(WORD, ethnic, "v.ethnic = ?") \
	F(WORD, star, "v.star = ?") \
	F(WORD, backbone, "v.backbone = ?") \
	F(WORD, worker, "v.person_id IN (SELECT person_id FROM social_worker WHERE level = ?)") \
	F(WORD, tag, TAGGED) \
	F(WORD, state, "v.state = ?")
#define TALENT_WAYS(S, L) \
	S(L, registered_on, any, "v.person_id", "volunteer_home") \
	S(L, registered_on, backbone, "v.person_id", "volunteer_home_backbone") \
	S(L, registered_on, star, "v.person_id", "volunteer_home_star") \
	S(L, registered_on, state, "v.person_id", "volunteer_station") \
	S(L, minutes, any, "v.served_minutes", "volunteer_home_hours") \
	S(L, star, any, "v.star", "volunteer_home_star") \
	S(L, star, star, "v.person_id", "volunteer_home_star")
#define TALENT_ID "v.person_id"
LIST_DEFINE(TALENT);

/* The own county and its streets. */
static struct stmt regions_q = SQL(
	"SELECT code, name"
	"  FROM region"
	" WHERE (code = ? OR parent_code = ?)"
	"   AND ended_on IS NULL"
	" ORDER BY code"
	" LIMIT 100");
static struct stmt tags_q = SQL(
	"SELECT DISTINCT tag AS code, tag AS name"
	"  FROM person_tag"
	" WHERE station_id = ?"
	" ORDER BY tag"
	" LIMIT 100");

static enum err put_talent_choices(struct rq *q)
{
	static const char *const of[][2] = { { "Sources", "volunteer_source" },
					     { "Skills", "skill" },
					     { "Categories", "service_category" },
					     { "Fields", "field" },
					     { "Available", "available" },
					     { "Politicals", "political" },
					     { "Occupations", "occupation" },
					     { "Educations", "education" },
					     { "Ethnics", "ethnic" },
					     { "Levels", "social_level" } };
	const char *near = "";
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(of) / sizeof(of[0]); i++)
		e = put_codes(q, of[i][0], of[i][1]);
	if (!e)
		e = region_near(q, &near);
	if (!e)
		e = put_query(q, "Regions", &regions_q, ARGS(A_(near), A_(near)));
	return e ? e : put_query(q, "Tags", &tags_q, ARGS(A_(q->station)));
}

enum err talent(struct rq *q)
{
	struct list pool = LIST(TALENT, "Volunteers", "account.Ledger");
	pool.row = volunteer_row;
	enum err e = put_talent_choices(q);
	return e ? e : list_page(q, &pool, ARGS(A_(q->station)), "account/talent.cs");
}
