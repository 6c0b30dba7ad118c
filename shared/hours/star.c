/* star.c - what the clock does with stars: gives them when their notice has ended, looks at them
 * again every year and when hours have fallen. */
#include "star.h"

#include "aside.h"
#include "honour.h"
#include "ids.h"
#include "outbox.h"
#include "person.h"
#include "tell.h"

static const struct move moves[] = {
	{ "propose", "asked", "proposed" },     { "decline", "asked", "refused" },
	{ "recall", "proposed", "refused" },    { "approve", "proposed", "notice" },
	{ "refuse", "proposed", "refused" },    { "object", "notice", "disputed" },
	{ "reject", "disputed", "notice" },     { "uphold", "disputed", "refused" },
	{ "award", "notice", "awarded" },       { "fall", "notice", "refused" },
	{ "withdraw", "awarded", "withdrawn" }, { 0 }
};
static struct stmt move_q = SQL(
	"UPDATE star_award"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(station_id = ?, 1)");
const struct machine star_machine = { "star_award", moves, &move_q };
/* An overseer and whoever objects are of no station, or of another one. */
static struct stmt above_q = SQL(
	"UPDATE star_award"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(?, 1) >= 0");
const struct machine star_above_machine = { "star_award", moves, &above_q };

static struct stmt due_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE state = 'notice'"
	"   AND notice_until < ?"
	"   AND level_id IS NOT NULL"
	"   AND " ASIDE_NOT("star", "star_award", "star_award.id")
	" ORDER BY id"
	" LIMIT ?");
static struct stmt check_due_q = SQL(
	"SELECT id"
	"  FROM star_award FORCE INDEX (star_award_check)"
	" WHERE state = 'awarded'"
	"   AND next_check_on <= ?"
	"   AND review_at IS NULL"
	"   AND " ASIDE_NOT("star_check", "star_award", "star_award.id")
	" ORDER BY next_check_on, id"
	" LIMIT ?");
#define AWARD_COLS(X, T) \
	X(T, INT, person, "a.person_id") \
	X(T, INT, station, "a.station_id") \
	X(T, INT, star, "a.star") \
	X(T, INT, wanted, "a.wanted_minutes") \
	X(T, INT, level_id, "a.level_id") \
	X(T, INT, now, "v.star") \
	X(T, INT, here, "v.state IN ('active', 'paused')")
ROW_DEFINE(award_row, AWARD_COLS);
static struct stmt noticed_q = SQL(
	"SELECT " ROW_SELECT(AWARD_COLS)
	"  FROM star_award a"
	"  JOIN volunteer v ON v.person_id = a.person_id"
	" WHERE a.id = ?"
	"   AND a.state = 'notice'"
	"   AND a.notice_until < ?"
	"   FOR UPDATE");
static struct stmt checked_q = SQL(
	"SELECT " ROW_SELECT(AWARD_COLS)
	"  FROM star_award a"
	"  JOIN volunteer v ON v.person_id = a.person_id"
	" WHERE a.id = ?"
	"   AND a.state = 'awarded'"
	"   AND a.next_check_on <= ?"
	"   AND a.review_at IS NULL"
	"   FOR UPDATE");
static struct stmt awarded_q = SQL(
	"UPDATE star_award"
	"   SET awarded_on = ?, minutes = ?, next_check_on = ? + INTERVAL 1 YEAR, review_why = NULL"
	" WHERE id = ?");
static struct stmt fell_q = SQL(
	"UPDATE star_award"
	"   SET review_why = ?"
	" WHERE id = ?");
static struct stmt next_q = SQL(
	"UPDATE star_award"
	"   SET next_check_on = ? + INTERVAL 1 YEAR"
	" WHERE id = ?");
static struct stmt review_q = SQL(
	"UPDATE star_award"
	"   SET next_check_on = ? + INTERVAL 1 YEAR, review_at = ?, review_why = ?"
	" WHERE id = ?");
static struct stmt soon_q = SQL(
	"UPDATE star_award"
	"   SET next_check_on = '1970-01-01'"
	" WHERE person_id = ?"
	"   AND state = 'awarded'"
	"   AND review_at IS NULL");

static enum err take(struct stmt *s, const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	*n = 0;
	return db_each(s, ARGS(A_(actor_today(by)), A_((int64_t)max)), ids_take,
		       &(struct ids_taken){ ids, max, n });
}

enum err star_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	return take(&due_q, by, ids, max, n);
}

enum err star_check_due(const struct actor *by, int64_t *ids, size_t max, size_t *n)
{
	return take(&check_due_q, by, ids, max, n);
}

struct taking {
	const struct actor *by;
	int64_t id;
};

static enum err tell_star(const struct actor *by, int64_t id, const struct award_row *a,
			  const char *event)
{
	return tell(by, &(struct telling){ .event = event,
					   .station = a->station,
					   .person = a->person,
					   .about = "star_award",
					   .target = id,
					   .key = actor_time(by),
					   .path = "/commend/mine/star" });
}

/* By the conditions it was given by, not by those of today; older ones by today's. */
static enum err measure(const struct actor *by, const struct award_row *a, struct star_measured *m)
{
	struct star_level_row l;
	struct star_who_row *w;
	struct buf ids = { .arena = by->arena };
	size_t n = 0;
	if (a->level_id == DB_NONE)
		return star_measure(by, a->person, a->star, STAR_COUNTED, m);
	ids_add(&ids, a->person);
	enum err e = star_level(a->level_id, &l);
	if (!e)
		e = star_who(by, ids_json(&ids), &w, &n);
	if (!e && !n)
		e = ERR(ERR_NOT_FOUND, "no volunteer to measure");
	if (!e)
		e = star_counted(w);
	if (!e)
		star_conditions(&l, w, m);
	return e;
}

/* Hours may have been taken back while the notice ran: then there is no star. */
static enum err star_fall(const struct taking *t, const struct award_row *a)
{
	enum err e = db_change(&fell_q, ARGS(A_(a->here == 1 ? "hours" : "left"), A_(t->id)));
	if (!e)
		e = move_to(t->by, &star_above_machine, "fall", t->id, "notice");
	return e ? e : tell_star(t->by, t->id, a, "star_refused");
}

static enum err star_give(const struct taking *t, const struct award_row *a, int64_t minutes)
{
	const char *today = actor_today(t->by);
	enum err e = db_change(&awarded_q, ARGS(A_(today), A_(minutes), A_(today), A_(t->id)));
	if (!e)
		e = move_to(t->by, &star_above_machine, "award", t->id, "notice");
	if (!e)
		e = star_marked(t->id);
	if (!e && a->star > a->now)
		e = volunteer_set_star(a->person, a->star);
	if (!e)
		e = outbox_star(t->id);
	return e ? e : tell_star(t->by, t->id, a, "star_given");
}

static enum err settle_tx(void *ctx)
{
	const struct taking *t = ctx;
	struct award_row a;
	struct star_measured m;
	bool fits = false;
	enum err e = row_one(&noticed_q, ARGS(A_(t->id), A_(actor_today(t->by))), award_row_cols,
			     &a);
	if (e == ERR_NOT_FOUND)
		return ERR(ERR_STALE, "its notice has not ended");
	if (!e)
		e = star_holds(t->id, &fits);
	if (!e && !fits)
		e = ERR(ERR_CHECK, "the star does not bear our mark");
	if (!e)
		e = measure(t->by, &a, &m);
	if (e)
		return e;
	return a.here != 1 || m.minutes < a.wanted ? star_fall(t, &a) : star_give(t, &a, m.minutes);
}

enum err star_settle(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(settle_tx, &(struct taking){ by, id });
	*done += !e;
	return e;
}

static enum err check_tx(void *ctx)
{
	const struct taking *t = ctx;
	const char *today = actor_today(t->by);
	struct award_row a;
	struct star_measured m;
	enum err e = row_one(&checked_q, ARGS(A_(t->id), A_(today)), award_row_cols, &a);
	if (e == ERR_NOT_FOUND)
		return ERR(ERR_STALE, "its day has not come");
	if (e)
		return e;
	/* Below the one they have there is nothing to lose. */
	if (a.here != 1 || a.star < a.now)
		return db_change(&next_q, ARGS(A_(today), A_(t->id)));
	e = measure(t->by, &a, &m);
	if (!e && m.ok)
		return db_change(&next_q, ARGS(A_(today), A_(t->id)));
	const char *why = e ? "" : star_lacks(t->by->arena, &m);
	if (!e)
		e = db_change(&review_q,
			      ARGS(A_(today), A_(actor_time(t->by)), A_(why), A_(t->id)));
	if (!e)
		e = audit(t->by, "star_award.review", "star_award", t->id, why);
	return e ? e : tell_star(t->by, t->id, &a, "star_review");
}

enum err star_check(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = db_tx(check_tx, &(struct taking){ by, id });
	*done += !e;
	return e;
}

enum err star_hours_fell(int64_t person)
{
	int64_t rows;
	return db_affect(&soon_q, ARGS(A_(person)), &rows);
}
