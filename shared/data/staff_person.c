/* staff_person.c - which person a member of staff is, and what follows from it. */
#include "audit.h"
#include "family.h"
#include "ids.h"
#include "staff.h"

static struct stmt link_q = SQL(
	"UPDATE staff"
	"   SET person_id = ?"
	" WHERE id = ?"
	"   AND COALESCE(person_id, ?) = ?");
static struct stmt person_q = SQL(
	"SELECT COALESCE(person_id, 0)"
	"  FROM staff"
	" WHERE id = ?");

static struct stmt kin_q = SQL(
	"SELECT COUNT(*)"
	"  FROM " IDS
	"  JOIN (SELECT ? AS me, ? AS now) w"
	" WHERE " FAMILY_KIN("w.me", "k.id", "w.now"));

enum err staff_link(const struct actor *by, int64_t staff, const struct papers *d)
{
	int64_t person;
	enum err e = person_of(by, d, &person);
	if (!e)
		e = db_change(&link_q, ARGS(A_(person), A_(staff), A_(person), A_(person)));
	return e ? e : audit(by, "staff.link", "staff", staff, NULL);
}

enum err staff_person(int64_t staff, int64_t *person)
{
	return db_int(&person_q, ARGS(A_(staff)), person);
}

const char *staff_on_it(int64_t me, const int64_t *people, size_t n)
{
	if (!me || me == DB_NONE)
		return "unlinked";
	for (size_t i = 0; i < n; i++)
		if (people[i] == me)
			return "own";
	return NULL;
}

static enum err staff_kin(const struct actor *by, int64_t me, const int64_t *people, size_t n,
			  int64_t *kin)
{
	struct buf list = { .arena = by->arena };
	*kin = 0;
	for (size_t i = 0; i < n; i++)
		if (people[i] && people[i] != DB_NONE)
			ids_add(&list, people[i]);
	if (!list.n)
		return OK;
	return db_int(&kin_q, ARGS(A_(ids_json(&list)), A_(me), A_(actor_time(by))), kin);
}

enum err staff_bars(const struct actor *by, const int64_t *people, size_t n, const char **word)
{
	int64_t me, kin = 0;
	enum err e = staff_person(by->staff, &me);
	if (e)
		return e;
	const char *on = staff_on_it(me, people, n);
	if (!on)
		e = staff_kin(by, me, people, n, &kin);
	if (!e)
		*word = kin ? "kin" : on;
	return e;
}
