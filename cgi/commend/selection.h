/*
 * selection.h - selections 评选 above a station, as 四个100: what each kind asks for, and how far the
 * station's people, teams, projects, communities and places meet it.
 *
 * Owns selection, selection_kind, selection_condition. Conditions are rows (figure, at least or at
 * most, number); what figures there are stands in measured.c. Nominations: nomination.h.
 *
 *	struct conditions c;
 *	enum err e = conditions_of(s.id, "team", &c);
 *	e = measured_all(q, "team", &v, &n);
 *	if (condition_met(&c.v[0], &v[i])) ...
 */
#ifndef ZYZ_COMMEND_SELECTION_H
#define ZYZ_COMMEND_SELECTION_H

#include "hdf.h"
#include "request.h"
#include "row.h"
#include "whom.h"

#define SUBJECTS "volunteer,team,project,community,station"
enum { CONDITIONS_MOST = 40 };

#define SELECTION_COLS(X, T) \
	X(T, INT, id, "s.id") \
	X(T, TEXT, uid, "LOWER(HEX(s.uid))") \
	X(T, TEXT, name, "s.name") \
	X(T, TEXT, organiser, "s.organiser") \
	X(T, TEXT, authority_kind, "s.authority_kind") \
	X(T, INT, year, "s.year") \
	X(T, TEXT, due_on, "s.due_on") \
	X(T, TEXT, state, "s.state")
ROW_DEFINE(selection_row, SELECTION_COLS);

/* The selection of the address, of this station. */
enum err selection_find(struct rq *q, struct selection_row *s) MUST_USE;
/* Held until the transaction ends; ERR_STALE when it is closed. */
enum err selection_hold(const struct selection_row *s) MUST_USE;
/* What is given to this kind; ERR_NOT_FOUND: the selection has no such kind. */
enum err selection_award(int64_t selection, const char *subject, const char **award) MUST_USE;
/* Page.Selection and Page.Kinds.N.{subject,award}. */
enum err put_selection(struct rq *q, const struct selection_row *s) MUST_USE;

#define CONDITION_COLS(X, T) \
	X(T, TEXT, subject, "c.subject") \
	X(T, TEXT, what, "c.what") \
	X(T, INT, at_most, "c.at_most") \
	X(T, INT, wanted, "c.wanted")
ROW_DEFINE(condition_row, CONDITION_COLS);
struct conditions {
	struct condition_row *v;
	size_t n;
};
/* subject NULL: of all kinds. */
enum err conditions_of(int64_t selection, const char *subject, struct conditions *out) MUST_USE;
/* What a preset 预设 asks for, put in with the selection; in its transaction. */
enum err conditions_preset(int64_t selection, const char *preset) MUST_USE;

/* Figures of one that may be nominated; DB_NONE: not of this kind, or nobody knows. hours are whole
 * hours, active and registered percent. */
#define MEASURED_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, TEXT, region, "x.region") \
	X(T, TEXT, code, "x.code") \
	X(T, TEXT, name, "x.name") \
	X(T, INT, years, "x.years") \
	X(T, INT, hours, "x.hours") \
	X(T, INT, star, "x.star") \
	X(T, INT, honours, "x.honours") \
	X(T, INT, no_shows, "x.no_shows") \
	X(T, INT, people, "x.people") \
	X(T, INT, active, "x.active") \
	X(T, INT, brands, "x.brands") \
	X(T, INT, served, "x.served") \
	X(T, INT, times, "x.times") \
	X(T, INT, registered, "x.registered") \
	X(T, INT, kinds, "x.kinds") \
	X(T, INT, teams, "x.teams")
ROW_DEFINE(measured_row, MEASURED_COLS);
struct measure {
	const char *word; /* Lang.commend.Figure */
	const char *of;   /* kinds that have it */
	size_t at;
};
extern const struct measure measures[];               /* ended by { 0 } */
const struct measure *measure_find(const char *word); /* NULL: none */
int64_t measure_of(const struct measure *m, const struct measured_row *r);

/* The station's own of a kind, as many as are looked at, most hours or members first. */
enum err measured_all(struct rq *q, const char *subject, struct measured_row **v,
		      size_t *n) MUST_USE;
/* One of them; hours are counted anew from the records. ERR_NOT_FOUND. */
enum err measured_one(struct rq *q, const struct whom *w, struct measured_row *out) MUST_USE;

bool condition_met(const struct condition_row *c, const struct measured_row *r);
/* n: {what, has, wanted, at_most, ok}. */
void put_condition(struct node *n, const struct condition_row *c, const struct measured_row *r);
/* "team/12" or "community/610502002001": what stands in honour_nomination.whom. */
const char *measured_whom(struct arena *a, const char *subject, const struct measured_row *r);

#endif
