/*
 * nomination_freeze.c - figures and records of a nomination as they are on the day it is made: what
 * happens afterwards changes neither, and neither does the erasure of a person change the figures.
 */
#include "nomination.h"

static struct stmt figure_q = SQL(
	"INSERT INTO nomination_figure (nomination_id, place, what, has, at_most, wanted)"
	" VALUES (?, ?, ?, ?, ?, ?)");

static struct stmt person_q = SQL(
	"INSERT INTO nomination_record (nomination_id, place, day, activity_no, title, minutes,"
	"       persons)"
	" SELECT ?, ROW_NUMBER() OVER (ORDER BY r.served_on DESC, r.id DESC), r.served_on, a.no,"
	"        a.title, r.minutes, 1"
	"   FROM (SELECT id, activity_id, served_on, minutes FROM service_record"
	"        WHERE person_id = ? AND state = 'effective'"
	"        ORDER BY served_on DESC, id DESC LIMIT 100) r"
	"   JOIN activity a ON a.id = r.activity_id");
/* Activities b, the last hundred. */
#define ACTIVITIES \
	"INSERT INTO nomination_record (nomination_id, place, day, activity_no, title, minutes," \
	"       persons)" \
	" SELECT ?, ROW_NUMBER() OVER (ORDER BY a.starts_at DESC, a.id DESC), DATE(a.starts_at)," \
	"        a.no, a.title, SUM(r.minutes), COUNT(DISTINCT r.person_id)" \
	"   FROM (SELECT b.id, b.no, b.title, b.starts_at FROM activity b"
#define RECORDS \
	"        AND b.state IN ('notice', 'archived')" \
	"        ORDER BY b.starts_at DESC, b.id DESC LIMIT 100) a" \
	"   JOIN service_record r ON r.activity_id = a.id AND r.state = 'effective'" \
	"  GROUP BY a.id, a.starts_at, a.no, a.title"
static struct stmt team_q = SQL(
	ACTIVITIES
	"        WHERE b.team_id = ?"
	RECORDS);
static struct stmt project_q = SQL(
	ACTIVITIES
	"        WHERE b.project_id = ?"
	RECORDS);
static struct stmt station_q = SQL(
	ACTIVITIES
	"        WHERE b.station_id = ?"
	RECORDS);
static struct stmt community_q = SQL(
	ACTIVITIES
	"        JOIN station s ON s.id = b.station_id AND s.region_code = ?"
	"        WHERE TRUE"
	RECORDS);

static enum err figure_keep(int64_t nomination, int64_t *place, const struct measure *m,
			    const struct measured_row *r, const struct condition_row *c)
{
	return db_exec(&figure_q,
		       ARGS(A_(nomination), A_(++*place), A_(m->word), A_(measure_of(m, r)),
			    A_(c ? c->at_most : DB_NONE), A_(c ? c->wanted : DB_NONE)),
		       NULL);
}

/* A figure stands once for each condition it was held against, or once by itself. */
static enum err figures_keep(int64_t nomination, const char *subject, const struct conditions *c,
			     const struct measured_row *r)
{
	int64_t place = 0;
	enum err e = OK;
	for (const struct measure *m = measures; !e && m->word; m++) {
		size_t asked = 0;
		if (!str_in(subject, m->of))
			continue;
		for (size_t i = 0; !e && i < c->n; i++) {
			if (!str_eq(c->v[i].what, m->word))
				continue;
			e = figure_keep(nomination, &place, m, r, &c->v[i]);
			asked++;
		}
		if (!e && !asked)
			e = figure_keep(nomination, &place, m, r, NULL);
	}
	return e;
}

enum err nomination_freeze(int64_t nomination, const struct whom *w, const struct conditions *c,
			   const struct measured_row *r)
{
	enum err e = figures_keep(nomination, w->subject, c, r);
	if (e)
		return e;
	if (w->person != DB_NONE)
		return db_exec(&person_q, ARGS(A_(nomination), A_(w->person)), NULL);
	if (w->team != DB_NONE)
		return db_exec(&team_q, ARGS(A_(nomination), A_(w->team)), NULL);
	if (w->project != DB_NONE)
		return db_exec(&project_q, ARGS(A_(nomination), A_(w->project)), NULL);
	if (w->station != DB_NONE)
		return db_exec(&station_q, ARGS(A_(nomination), A_(w->station)), NULL);
	return db_exec(&community_q, ARGS(A_(nomination), A_(w->region)), NULL);
}
