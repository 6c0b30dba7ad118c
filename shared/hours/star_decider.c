/* star_decider.c - whose overseer decides about a star, and who may not. */
#include "family.h"
#include "staff.h"
#include "star.h"

/* Of three divisions round a station the nearest from the wanted level upwards that has an overseer
 * who may: known by a document, neither the person nor near to them, nor who proposed it. */
static struct stmt decider_q = SQL(
	"SELECT " ROW_SELECT(STAR_DECIDER_COLS)
	"  FROM staff_role r"
	"  JOIN region g ON g.code = r.region_code AND g.level <= ?"
	"  JOIN staff s ON s.id = r.staff_id AND s.state = 'active' AND s.person_id IS NOT NULL"
	"       AND s.person_id <> ? AND s.id <> ?"
	" WHERE r.region_code IN (?, ?, ?)"
	"   AND r.role = 'overseer'"
	"   AND " STAFF_ROLE_HOLDS("r")
	"   AND NOT " FAMILY_KIN("s.person_id", "?", "?")
	" GROUP BY g.code"
	" ORDER BY g.level DESC"
	" LIMIT 1");

enum err star_decider(const struct actor *by, const struct star_case *c, struct star_decider_row *d)
{
	struct arena *a = by->arena;
	enum err e = row_one(&decider_q,
			     ARGS(A_(by->staff), A_(c->decider), A_(c->person), A_(c->proposer),
				  A_(arena_fmt(a, "%.2s0000", c->region)),
				  A_(arena_fmt(a, "%.4s00", c->region)),
				  A_(arena_fmt(a, "%.6s", c->region)), A_(actor_today(by)),
				  A_(actor_time(by)), A_(c->person), A_(c->person)),
			     star_decider_row_cols, d);
	if (e != ERR_NOT_FOUND)
		return e;
	*d = (struct star_decider_row){ .name = "" };
	return OK;
}

enum err star_bars(const struct actor *by, int64_t person, const char **word)
{
	int64_t me;
	bool kin = false;
	enum err e = staff_person(by->staff, &me);
	*word = NULL;
	if (e)
		return e;
	*word = STAFF_ON(me, person);
	if (!*word)
		e = family_kin(by, me, person, &kin);
	if (!e && kin)
		*word = "kin";
	return e;
}
