/* family.c - who is near to whom, as the rules of hours want to know it. */
#include "family.h"

#include "clock.h"

static struct stmt kin_q = SQL(
	"SELECT " FAMILY_KIN("k.one", "k.other", "k.now")
	"  FROM (SELECT ? AS one, ? AS other, ? AS now) k");
static struct stmt phone_q = SQL(
	"SELECT COUNT(*)"
	"  FROM person h"
	" WHERE h.phone_index = ?"
	"   AND (h.id = ? OR h.id IN"
	"       (SELECT x.proxy_person_id FROM proxy x WHERE x.person_id = ?"
	"       AND " FAMILY_NEAR("x", "?") ")"
	"       OR h.id IN (SELECT x.person_id FROM proxy x WHERE x.proxy_person_id = ?"
	"       AND " FAMILY_NEAR("x", "?") "))");

const char *family_asked_since(const struct actor *by)
{
	return clock_time(by->arena, by->now - FAMILY_ASK_DAYS * 86400L);
}

enum err family_kin(const struct actor *by, int64_t one, int64_t other, bool *kin)
{
	int64_t n;
	enum err e = db_int(&kin_q, ARGS(A_(one), A_(other), A_(actor_time(by))), &n);
	if (!e)
		*kin = n > 0;
	return e;
}

enum err family_phone(const struct actor *by, int64_t person, struct bytes phone_index, bool *kin)
{
	int64_t n;
	const char *now = actor_time(by);
	enum err e = db_int(
		&phone_q,
		ARGS(A_(phone_index), A_(person), A_(person), A_(now), A_(person), A_(now)), &n);
	if (!e)
		*kin = n > 0;
	return e;
}
