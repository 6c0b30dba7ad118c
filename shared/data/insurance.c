/* insurance.c - policies asked for an activity, its day and its people. */
#include "insurance.h"

/* a: the activity; who: the person, or NULL for any policy. */
#define POLICY(who) \
	"EXISTS (SELECT 1 FROM insurance i WHERE i.station_id = a.station_id" \
	" AND i.ended_at IS NULL AND DATE(a.starts_at) BETWEEN i.from_on AND i.to_on" \
	" AND (i.project_id IS NULL OR i.project_id = a.project_id)" \
	" AND (i.activity_id IS NULL OR i.activity_id = a.id)" \
	" AND (i.covers = 'all' OR (" who \
	" IS NULL AND i.insured > 0) OR EXISTS (SELECT 1 FROM insurance_person n" \
	" WHERE n.insurance_id = i.id AND n.person_id = " who ")))"

static struct stmt insured_q = SQL(
	"SELECT a.dangerous = 0 OR " POLICY("w.person")
	"  FROM activity a"
	"  JOIN (SELECT ? AS person) w"
	" WHERE a.id = ?");
static struct stmt uninsured_q = SQL(
	"SELECT COUNT(*)"
	"  FROM activity a"
	"  JOIN roster o ON o.activity_id = a.id AND o.state = 'on'"
	" WHERE a.id = ?"
	"   AND a.dangerous = 1"
	"   AND NOT " POLICY("o.person_id"));

enum err insured(int64_t activity, int64_t person, bool *yes)
{
	int64_t n;
	enum err e = db_int(&insured_q, ARGS(A_(person), A_(activity)), &n);
	if (!e)
		*yes = n;
	return e;
}

enum err uninsured(int64_t activity, int64_t *people)
{
	return db_int(&uninsured_q, ARGS(A_(activity)), people);
}
