/* met.c - services at a resident's home: planned, arrived at, ended without hours. */
#include "met_inside.h"

#include "activity_state.h"
#include "audit.h"
#include "clock.h"
#include "family.h"
#include "record.h"
#include "row.h"
#include "secret.h"
#include "tell_thing.h"

#define MET_COLS(X, T) \
	X(T, INT, id, "h.id") \
	X(T, INT, station, "h.station_id") \
	X(T, INT, activity, "h.activity_id") \
	X(T, INT, person, "h.person_id") \
	X(T, INT, household, "h.household_id") \
	X(T, TEXT, source, "h.source") \
	X(T, TEXT, source_no, "h.source_no") \
	X(T, TEXT, activity_no, "a.no") \
	X(T, TEXT, activity_state, "a.state") \
	X(T, TEXT, state, "h.state") \
	X(T, TEXT, way, "h.way") \
	X(T, INT, starts, "UNIX_TIMESTAMP(a.starts_at)") \
	X(T, INT, ends, "UNIX_TIMESTAMP(a.ends_at)") \
	X(T, INT, arrived_at, "UNIX_TIMESTAMP(h.arrived_at)") \
	X(T, INT, code_until, "IF(h.code_hash IS NULL, NULL, UNIX_TIMESTAMP(h.code_until))") \
	X(T, INT, confirmed_at, "UNIX_TIMESTAMP(h.confirmed_at)") \
	X(T, INT, record_id, "h.record_id")
static const struct col met_cols[] = { MET_COLS(ROW_COL_, met){ COL_END, 0 } };
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(MET_COLS)
	"  FROM home_service h"
	"  JOIN activity a ON a.id = h.activity_id"
	" WHERE h.source_no = ?"
	" ORDER BY h.id DESC"
	" LIMIT 1");
static struct stmt by_activity_q = SQL(
	"SELECT " ROW_SELECT(MET_COLS)
	"  FROM activity a"
	"  JOIN home_service h ON h.activity_id = a.id"
	" WHERE a.no = ?");
static struct stmt same_q = SQL(
	"SELECT id"
	"  FROM home_service"
	" WHERE uid = ?"
	"   AND station_id = ?");

/* Who goes, and to whom: telephones are compared, opened and never kept. */
#define WHO_COLS(X, T) \
	X(T, TEXT, state, "v.state") \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, phone, "p.phone_sealed") \
	X(T, BYTES, home_uid, "h.uid") \
	X(T, BYTES, home_phone, "h.phone_sealed")
ROW_DEFINE(who_row, WHO_COLS);
static struct stmt who_q = SQL(
	"SELECT " ROW_SELECT(WHO_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	"  LEFT JOIN household h ON h.id = ?"
	" WHERE v.person_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO home_service (uid, station_id, activity_id, person_id, household_id, source,"
	"       source_no, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt roster_q = SQL(
	"INSERT INTO roster (activity_id, person_id, station_id, role, added_by, added_at)"
	" VALUES (?, ?, ?, 'member', ?, ?)");
static struct stmt arrive_q = SQL(
	"UPDATE home_service"
	"   SET arrived_at = COALESCE(arrived_at, ?)"
	" WHERE id = ?"
	"   AND state = 'planned'");
static struct stmt end_q = SQL(
	"UPDATE home_service"
	"   SET state = ?, code_hash = NULL"
	" WHERE id = ?"
	"   AND state = 'planned'");

enum err met_refused(const char **fault, const char *word)
{
	*fault = word;
	return ERR_CHECK;
}

const char *met_hindrance(const struct actor *by, const struct met *m)
{
	bool theirs = by->staff ? by->station == m->station : by->person == m->person;
	return !str_eq(m->state, "planned") ? "not_planned" : theirs ? NULL : "not_on_roster";
}

enum err met_find(const char *source_no, struct met *out)
{
	return row_one(&find_q, ARGS(A_(source_no)), met_cols, out);
}

enum err met_by_activity(const char *activity_no, struct met *out)
{
	return row_one(&by_activity_q, ARGS(A_(activity_no)), met_cols, out);
}

/* Somebody who lives there serves their own home, whatever a code says; so does whoever acts for
 * the one who lives there, and could type the code themselves. */
enum err met_who(const struct actor *by, int64_t person, int64_t household, const char **fault)
{
	struct arena *a = db_arena();
	const char *own = NULL, *theirs = NULL;
	struct who_row w;
	enum err e = row_one(&who_q, ARGS(A_(household), A_(person)), who_row_cols, &w);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return met_refused(fault, "no_volunteer");
	}
	if (!e && !str_eq(w.state, "active"))
		return met_refused(fault, "no_volunteer");
	if (!e && w.phone.p)
		e = secret_unseal(a, "person.phone", w.uid, w.phone, &own);
	if (!e && own && w.home_phone.p)
		e = secret_unseal(a, "household.phone", w.home_uid, w.home_phone, &theirs);
	if (!e && own && theirs && str_eq(own, theirs))
		return met_refused(fault, "own_home");
	bool kin = false;
	if (!e && theirs)
		e = family_phone(by, person, secret_index(a, "person.phone", theirs), &kin);
	return e || !kin ? e : met_refused(fault, "own_family");
}

static const char *met_when(const struct actor *by, struct rules_span at)
{
	if (at.from < by->now)
		return "past";
	bool same_day = clock_day_no(at.from) == clock_day_no(at.to - 1);
	return at.to <= at.from || at.to - at.from > MET_LONGEST || !same_day ? "long" : NULL;
}

enum err met_plan(const struct actor *by, const struct met_plan *p, const char **fault, int64_t *id)
{
	struct rules_span at = { p->starts - p->starts % 60, p->ends - p->ends % 60 };
	int64_t activity;
	enum err e = db_int(&same_q, ARGS(A_(p->uid), A_(p->station)), id);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	const char *word = met_when(by, at);
	if (word)
		return met_refused(fault, word);
	e = met_who(by, p->person, p->household, fault);
	if (!e)
		e = activity_home(by,
				  &(struct activity_home){ p->station, p->staff, p->title,
							   p->content, p->category, p->place,
							   at.from, at.to },
				  &activity);
	if (!e)
		e = db_exec(&roster_q,
			    ARGS(A_(activity), A_(p->person), A_(p->station), A_(p->staff),
				 A_(actor_time(by))),
			    NULL);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(p->uid), A_(p->station), A_(activity), A_(p->person),
				 A_(p->household), A_(p->source), A_(p->source_no),
				 A_(actor_time(by))),
			    id);
	if (!e)
		e = activity_counted(activity);
	return e ? e : audit(by, "home_service.plan", "home_service", *id, p->source_no);
}

enum err met_arrive(const struct actor *by, const struct met *m, const char **fault)
{
	int64_t id = m->id;
	const char *word = met_hindrance(by, m);
	if (!word && by->now < m->starts - MET_CODE_LIFE)
		word = "not_yet";
	if (!word && by->now >= m->ends)
		word = "over";
	if (word)
		return met_refused(fault, word);
	return audited(by, &arrive_q, ARGS(A_(actor_time(by)), A_(m->id)), "home_service.arrive",
		       "home_service", &id);
}

enum err met_end(const struct actor *by, const struct met *m, const char *state, const char *reason)
{
	enum err e = db_change(&end_q, ARGS(A_(state), A_(m->id)));
	if (!e)
		e = activity_call_off(by, m->activity, reason);
	/* Of an order its own program tells; whoever goes themselves knows. */
	if (!e && str_eq(state, "cancelled") && !str_eq(m->source, "order") &&
	    by->person != m->person)
		e = tell_activity(by, m->activity, "cancelled", NULL, reason, TELL_ROSTER);
	return e ? e : audit(by, "home_service.end", "home_service", m->id, state);
}
