/* person_merge.c - the rows of person and volunteer themselves, when two become one, and two
 * again. */
#include "person.h"

#include "revoke.h"

static struct stmt into_q = SQL(
	"UPDATE person g"
	"  JOIN person k ON k.id = ? AND k.merged_into IS NULL AND k.erased_at IS NULL"
	"   SET g.merged_into = k.id"
	" WHERE g.id = ?"
	"   AND g.merged_into IS NULL"
	"   AND g.erased_at IS NULL");
static struct stmt apart_q = SQL(
	"UPDATE person g"
	"  JOIN person k ON k.id = ? AND k.merged_into IS NULL AND k.erased_at IS NULL"
	"   SET g.merged_into = NULL"
	" WHERE g.id = ?"
	"   AND g.merged_into = k.id"
	"   AND g.erased_at IS NULL");
static struct stmt state_q = SQL(
	"UPDATE volunteer"
	"   SET state = ?, in_ledger = ?"
	" WHERE person_id = ?");
static struct stmt more_q = SQL(
	"UPDATE volunteer k"
	"  JOIN volunteer g ON g.person_id = ?"
	"   SET k.star = GREATEST(k.star, g.star), k.no_shows = k.no_shows + g.no_shows"
	" WHERE k.person_id = ?");
static struct stmt less_q = SQL(
	"UPDATE volunteer k"
	"  JOIN volunteer g ON g.person_id = ?"
	"   SET k.no_shows = GREATEST(k.no_shows - g.no_shows, 0)"
	" WHERE k.person_id = ?");
static struct stmt star_q = SQL(
	"UPDATE volunteer v"
	"   SET v.star = GREATEST(?, COALESCE((SELECT MAX(a.star) FROM star_award a"
	"       WHERE a.person_id = v.person_id AND a.state = 'awarded'), 0))"
	" WHERE v.person_id = ?");
static struct stmt raise_q = SQL(
	"UPDATE volunteer"
	"   SET version = version + 1"
	" WHERE person_id = ?");
/* A number is one volunteer's alone: it is taken away first. */
static struct stmt no_q = SQL(
	"SELECT g.platform_no"
	"  FROM volunteer g"
	"  JOIN volunteer k ON k.person_id = ? AND k.platform_no IS NULL"
	" WHERE g.person_id = ?"
	"   AND g.platform_no IS NOT NULL");
static struct stmt set_no_q = SQL(
	"UPDATE volunteer"
	"   SET platform_no = ?"
	" WHERE person_id = ?");

static enum err number_over(int64_t from, int64_t to)
{
	const char *no;
	enum err e = db_text(&no_q, ARGS(A_(to), A_(from)), &no);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	e = db_change(&set_no_q, ARGS(A_((const char *)NULL), A_(from)));
	return e ? e : db_change(&set_no_q, ARGS(A_(no), A_(to)));
}

static enum err set_state(int64_t person, const char *state, bool listed)
{
	int64_t rows;
	enum err e = volunteer_counted(person, -1);
	if (!e)
		e = db_affect(&state_q, ARGS(A_(state), A_((int64_t)listed), A_(person)), &rows);
	return e ? e : volunteer_counted(person, 1);
}

enum err person_merge(int64_t gone, int64_t kept)
{
	int64_t rows;
	revoke_kept();
	enum err e = db_change(&into_q, ARGS(A_(kept), A_(gone)));
	if (!e)
		e = set_state(gone, "merged", false);
	if (!e)
		e = db_affect(&more_q, ARGS(A_(gone), A_(kept)), &rows);
	return e ? e : number_over(gone, kept);
}

enum err person_unmerge(int64_t gone, int64_t kept, const char *state, bool took_no)
{
	int64_t rows;
	revoke_kept();
	enum err e = db_change(&apart_q, ARGS(A_(kept), A_(gone)));
	if (!e && state)
		e = set_state(gone, state, true);
	if (!e)
		e = db_affect(&less_q, ARGS(A_(gone), A_(kept)), &rows);
	return e || !took_no ? e : number_over(kept, gone);
}

enum err volunteer_star_again(int64_t person, int64_t least)
{
	int64_t rows;
	return db_affect(&star_q, ARGS(A_(least), A_(person)), &rows);
}

enum err volunteer_raise(int64_t person)
{
	int64_t rows;
	return db_affect(&raise_q, ARGS(A_(person)), &rows);
}
