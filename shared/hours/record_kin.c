/* record_kin.c - nobody records, vouches for or passes the hours of their own family 家人, and two of
 * one family are not the two persons whom an hour needs. */
#include "record_inside.h"

#include "family.h"
#include "staff.h"

static struct stmt near_q = SQL(
	"SELECT r.id, " FAMILY_KIN("me.person", "r.person_id", "me.now")
	"  FROM (SELECT ? AS person, ? AS now) me"
	"  JOIN " IDS
	"  JOIN service_record r ON r.id = k.id"
	"  LEFT JOIN staff l ON l.id = r.logger_id"
	"  LEFT JOIN staff w ON w.id = r.reviewer_id"
	" WHERE " FAMILY_KIN("me.person", RECORD_HANDS, "me.now"));

enum err record_kin(const struct actor *by, int64_t person, bool *kin)
{
	int64_t me = by->person;
	enum err e = by->staff ? staff_person(by->staff, &me) : OK;
	*kin = false;
	return e || !me || me == DB_NONE ? e : family_kin(by, me, person, kin);
}

enum err record_by_kin(const struct actor *by, const struct record_new *n, bool *kin)
{
	bool staff = by->staff && (n->corrects || n->logger_id == by->staff);
	bool leader = by->person && n->leader_id == by->person;
	*kin = false;
	return staff || leader ? record_kin(by, n->person_id, kin) : OK;
}

static enum err near_row(void *ctx, const struct row *row)
{
	struct record_near *near = ctx;
	if (near->n < RECORD_BATCH)
		near->v[near->n++] = (struct record_near_one){ row->cells[0].i,
							       row->cells[1].i != 0 };
	return OK;
}

enum err record_near(const struct actor *by, int64_t person, const char *ids,
		     struct record_near *near)
{
	near->n = 0;
	near->v = arena_array(db_arena(), RECORD_BATCH, sizeof(*near->v));
	return db_each(&near_q, ARGS(A_(person), A_(actor_time(by)), A_(ids)), near_row, near);
}

void record_near_put(const struct record_near *near, int64_t id, struct rules_review *r)
{
	for (size_t i = 0; i < near->n; i++)
		if (near->v[i].id == id) {
			r->kin = near->v[i].own;
			r->kin_hand = true;
		}
}
