/*
 * star.h - stars 星级 by hours and quality (令67 art. 10): the conditions that hold in a division,
 * how far somebody has come, who decides, and what the clock does: a notice that ended without an
 * objection gives the star, once a year and when hours fall it is looked at again.
 *
 * Residents' ratings count as they gave them by their own link. What the station's staff took down
 * on the telephone counts only where it speaks against (3 or less): a station's own word raises
 * none of its own volunteers, and whoever is not content is heard in either way.
 *
 * Owns the rows of star_award from the notice on. Conditions are rows of star_level, the last one
 * of a division and star; the nearest division that says something about a star holds. Pages of
 * the program commend propose and decide.
 *
 *	struct star_measured m;
 *	enum err e = star_measure(&q->actor, person, 3, STAR_COUNTED, &m);
 *	if (!e && !m.ok)
 *		... m.v[i].word, .wanted, .has say why not yet
 */
#ifndef ZYZ_STAR_H
#define ZYZ_STAR_H

#include "audit.h"
#include "db.h"
#include "row.h"

enum { STARS = 5, STAR_NOTICE_DAYS = 5 };

#define STAR_LEVEL_COLS(X, T) \
	X(T, INT, id, "l.id") \
	X(T, TEXT, region, "l.region_code") \
	X(T, INT, scope, "l.scope") \
	X(T, INT, star, "l.star") \
	X(T, INT, decider, "l.decider") \
	X(T, INT, hours, "l.hours") \
	X(T, INT, weak_percent, "l.weak_percent") \
	X(T, INT, seen_hours, "l.seen_hours") \
	X(T, INT, rating_tenths, "l.rating_tenths") \
	X(T, INT, evaluated, "l.evaluated") \
	X(T, INT, evaluation_tenths, "l.evaluation_tenths") \
	X(T, INT, no_shows, "l.no_shows") \
	X(T, INT, trainings, "l.trainings") \
	X(T, INT, months, "l.months") \
	X(T, INT, before_star, "l.before_star")
ROW_DEFINE(star_level_row, STAR_LEVEL_COLS);

/* Of all five stars, by the code of a station's division; v[0] is that of one star. hours is always
 * a number. */
enum err star_levels(const char *region, struct star_level_row v[STARS]) MUST_USE;
/* The row with this id, also one that holds no more. */
enum err star_level(int64_t id, struct star_level_row *l) MUST_USE;

/* Which ratings count, of a row x. */
#define STAR_RATED "(x.by_staff = 0 OR x.score <= 3)"
/* What is known of somebody; sums that pages keep, none of them longer with more records. */
#define STAR_WHO_COLS(X, T) \
	X(T, INT, person, "v.person_id") \
	X(T, INT, station, "v.station_id") \
	X(T, TEXT, region, "s.region_code") \
	X(T, INT, star, "v.star") \
	X(T, INT, minutes, "COALESCE(t.minutes, 0)") \
	X(T, INT, brought, "COALESCE(t.brought_minutes, 0)") \
	X(T, INT, seen, "COALESCE(t.scan_minutes + t.met_minutes + t.list_minutes, 0)") \
	X(T, INT, weak, "COALESCE(t.declared_minutes + t.backfill_minutes, 0)") \
	X(T, INT, bare, \
	  "COALESCE((SELECT CAST(SUM(x.counted_minutes) AS SIGNED) FROM transfer x" \
	  " WHERE x.person_id = v.person_id AND x.direction = 'in' AND x.key_id IS NULL), 0)") \
	X(T, INT, ratings, \
	  "(SELECT COUNT(*) FROM rating x WHERE x.person_id = v.person_id AND x.at >= ?" \
	  " AND " STAR_RATED ")") \
	X(T, INT, rating, \
	  "COALESCE((SELECT CAST(FLOOR(AVG(x.score) * 10) AS SIGNED) FROM rating x" \
	  " WHERE x.person_id = v.person_id AND x.at >= ? AND " STAR_RATED "), 0)") \
	X(T, INT, evaluations, \
	  "(SELECT COUNT(*) FROM evaluation x WHERE x.person_id = v.person_id" \
	  " AND x.rated_on >= ? AND x.direction = 'of_volunteer')") \
	X(T, INT, evaluation, \
	  "COALESCE((SELECT CAST(FLOOR(AVG(x.score_a + x.score_b + x.score_c) * 10 / 3) AS " \
	  "SIGNED)" \
	  " FROM evaluation x WHERE x.person_id = v.person_id" \
	  " AND x.rated_on >= ? AND x.direction = 'of_volunteer'), 0)") \
	X(T, INT, no_shows, \
	  "(SELECT COUNT(*) FROM no_show x WHERE x.person_id = v.person_id AND x.found_at >= ?" \
	  " AND x.state NOT IN ('accepted', 'mistaken'))") \
	X(T, INT, trainings, \
	  "(SELECT COUNT(*) FROM enrolment x WHERE x.person_id = v.person_id" \
	  " AND x.state = 'passed') + (SELECT COUNT(*) FROM qualification x" \
	  " WHERE x.person_id = v.person_id AND x.training_id IS NULL AND x.withdrawn_at IS NULL" \
	  " AND COALESCE(x.valid_until, '9999-12-31') >= ?)") \
	X(T, INT, months, "TIMESTAMPDIFF(MONTH, v.registered_at, ?)")
ROW_DEFINE(star_who_row, STAR_WHO_COLS);
/* Of many, a list of ids.h; who is no volunteer is left out. */
enum err star_who(const struct actor *by, const char *ids, struct star_who_row **v,
		  size_t *n) MUST_USE;
/* Hours counted anew from the records themselves: whoever wrote the sum alone gains nothing; where
 * they differ the less counts. For a deed about one person, not for lists. */
enum err star_counted(struct star_who_row *w) MUST_USE;

/* One condition that the level asks for. Words: hours weak seen rating evaluated evaluation
 * no_shows trainings months before; hours and seen in minutes, rating and evaluation in tenths. */
struct star_condition {
	const char *word;
	int64_t wanted, has;
	bool most, ok; /* most: at most so much */
};
enum { STAR_CONDITIONS = 10 };
struct star_measured {
	struct star_level_row level;
	int64_t minutes, wanted_minutes;
	struct star_condition v[STAR_CONDITIONS];
	size_t n;
	bool ok, enough; /* all of it; the hours alone */
};
void star_conditions(const struct star_level_row *l, const struct star_who_row *w,
		     struct star_measured *m);
enum star_hours { STAR_SUMMED, STAR_COUNTED };
/* ERR_NOT_FOUND: no volunteer. star 1 to 5. */
enum err star_measure(const struct actor *by, int64_t person, int64_t star, enum star_hours how,
		      struct star_measured *m) MUST_USE;
/* The highest star above their own whose conditions are all met; 0: none. */
int64_t star_best(const struct star_level_row v[STARS], const struct star_who_row *w);
/* Conditions that are not met, words with commas; "" when all are. */
const char *star_lacks(struct arena *a, const struct star_measured *m);

/* Who decides: the overseers of that level round the station, and where none of them may (there is
 * none, or each is the person, near to them, or has proposed it), those of the next higher. */
#define STAR_DECIDER_COLS(X, T) \
	X(T, INT, level, "g.level") \
	X(T, TEXT, name, "g.full_name") \
	X(T, INT, mine, "MAX(r.staff_id = ?)")
ROW_DEFINE(star_decider_row, STAR_DECIDER_COLS);
struct star_case {
	int64_t person, proposer; /* proposer 0: nobody yet */
	const char *region;       /* of the station */
	int64_t decider;          /* level that is asked for */
};
/* level 0: nobody may, anywhere above. */
enum err star_decider(const struct actor *by, const struct star_case *c,
		      struct star_decider_row *d) MUST_USE;
/* What keeps whoever acts from proposing or deciding about this person: "own", "unlinked", "kin";
 * NULL: nothing. */
enum err star_bars(const struct actor *by, int64_t person, const char **word) MUST_USE;

/* asked → proposed → notice → awarded; notice → disputed → notice or refused; awarded →
 * withdrawn. A station moves its own; an overseer's right is looked at before. */
extern const struct machine star_machine, star_above_machine;

/* Awards whose notice has ended; one of them is given, or refused where its hours have fallen, in a
 * transaction of its own. ERR_CHECK: its mark does not fit. */
enum err star_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err star_settle(const struct actor *by, int64_t id, int64_t *done) MUST_USE;
/* Awards whose day has come: what does not meet its conditions any more is to be reviewed. */
enum err star_check_due(const struct actor *by, int64_t *ids, size_t max, size_t *n) MUST_USE;
enum err star_check(const struct actor *by, int64_t id, int64_t *done) MUST_USE;
/* Hours of this person have fallen: what rests on them is looked at with the clock's next round. In
 * the caller's transaction. */
enum err star_hours_fell(int64_t person) MUST_USE;

#endif
