/*
 * aside.h - rows that a loop cannot take: logged, set aside with the reason, shown to people, and
 * tried again after growing pauses (a minute at first, an hour at most), while the others go on.
 *
 * Owns table loop_aside. Never decides what a step does. What is the moment's fault and not the
 * row's (the database is away) sets nothing aside and ends the round.
 *
 *	static const struct aside_work ticks = { "activity-close", "tick", "activity", activity_due,
 *						 tick, &activity_q };
 *	enum err e = aside_round(&ticks, &t->by, &done);
 */
#ifndef ZYZ_ASIDE_H
#define ZYZ_ASIDE_H

#include "actor.h"
#include "db.h"

/* For WHERE, where ids of rows to be worked on are read: leaves out those set aside for now.
 * Literals all three: the word of the work, the table, the id's column. */
#define ASIDE_NOT(work, thing, id) \
	"NOT EXISTS (SELECT 1 FROM loop_aside s WHERE s.work = '" work "' AND s.thing = '" thing \
	"' AND s.row_id = " id " AND s.cleared_at IS NULL AND s.next_at > NOW(3))"

/* For SELECT of loop_aside s: what a page shows of each; texts stand under Lang.Aside. */
#define ASIDE_SHOWN \
	"s.work, s.thing, s.row_no AS no, s.reason, s.tries, " \
	"CAST(s.first_at AS DATETIME) AS first_at, CAST(s.next_at AS DATETIME) AS next_at"

/* One row and what was to be done with it. */
struct aside {
	const char *program, *work, *thing;
	int64_t row_id, station_id; /* station: DB_NONE when it belongs to none */
	const char *no;             /* as printed; NULL: it has none */
	const char *reason;         /* a word under Lang.Aside.Advice; NULL: that of the error */
};
/* Its step has failed with `why`, noted in err_text(): logged, set aside until its next try, and
 * the note cleared. In autocommit, after the step's own transaction was rolled back. */
enum err aside_put(const struct aside *row, enum err why) MUST_USE;

/* Those are no longer set aside, however it was settled; ids: a list of ids.h. */
enum err aside_clear(const char *work, const char *thing, const char *ids) MUST_USE;

/* The database's clock was set back: what the program set aside until a time far ahead is tried. */
enum err aside_set_back(const char *program) MUST_USE;

/* Steps of one kind that a loop takes for each row that is due. */
enum { ASIDE_MOST = 500 };
struct aside_work {
	const char *program, *work, *thing;
	/* ids of rows that are due, without those set aside (ASIDE_NOT); up to max of them */
	enum err (*due)(const struct actor *by, int64_t *ids, size_t max, size_t *n);
	/* in transactions of its own; ERR_STALE: somebody was faster. Adds to *done. */
	enum err (*step)(const struct actor *by, int64_t id, int64_t *done);
	struct stmt *whose; /* station_id and no of an id */
};
/* A turn of a loop begins: what is set aside is looked up anew. */
void aside_begin(void);
/*
 * Takes the step for all that are due. A row whose step fails is set aside; one that was set aside
 * and goes well, or is not due any more, is cleared. *done: the sum of what the steps added.
 */
enum err aside_round(const struct aside_work *w, const struct actor *by, int64_t *done) MUST_USE;

#endif
