/* star_propose.c - a station proposes somebody for the highest star whose conditions they meet. */
#include "clock.h"
#include "commend.h"
#include "honour.h"
#include "ids.h"
#include "secret.h"
#include "star.h"

#define HOME_COLS(X, T) \
	X(T, TEXT, region, "s.region_code") \
	X(T, INT, active, "v.state = 'active'")
ROW_DEFINE(home_row, HOME_COLS);
/* Whoever proposes, applies or decides about the same person waits here for the other one. */
static struct stmt home_q = SQL(
	"SELECT " ROW_SELECT(HOME_COLS)
	"  FROM volunteer v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.person_id = ?"
	"   AND v.station_id = ?"
	"   FOR UPDATE");
#define OPEN_COLS(X, T) X(T, INT, proposed_by, "a.proposed_by")
ROW_DEFINE(open_row, OPEN_COLS);
static struct stmt open_q = SQL(
	"SELECT " ROW_SELECT(OPEN_COLS)
	"  FROM star_award a"
	" WHERE a.person_id = ?"
	"   AND a.state IN ('proposed', 'notice', 'disputed')"
	" LIMIT 1");
/* An application for another star than the one that is proposed has been overtaken. */
static struct stmt overtaken_q = SQL(
	"UPDATE star_award"
	"   SET state = 'refused', review_why = 'overtaken', reason = NULL"
	" WHERE person_id = ?"
	"   AND state = 'asked'"
	"   AND star <> ?");
/* A star once refused may be reached again by better service. */
static struct stmt again_q = SQL(
	"UPDATE star_award"
	"   SET version = version + (state <> 'asked'),"
	"       asked_at = IF(state = 'asked', asked_at, NULL), state = 'proposed',"
	"       station_id = ?, region_code = ?, minutes = ?, level_id = ?, wanted_minutes = ?,"
	"       proposed_at = ?, proposed_by = ?, decided_by = NULL, decided_at = NULL,"
	"       decided_level = NULL, settled_by = NULL, notice_from = NULL, notice_until = NULL,"
	"       awarded_on = NULL, reason = NULL, objection = '', objected_at = NULL,"
	"       next_check_on = NULL, review_at = NULL, review_why = NULL, checked_by = NULL,"
	"       checked_at = NULL"
	" WHERE person_id = ?"
	"   AND star = ?"
	"   AND state IN ('asked', 'refused', 'withdrawn')");
static struct stmt add_q = SQL(
	"INSERT INTO star_award (uid, station_id, region_code, person_id, star, minutes, level_id,"
	"       wanted_minutes, state, proposed_at, proposed_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?)");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM star_award"
	" WHERE person_id = ?"
	"   AND star = ?");

struct proposing {
	struct rq *q;
	int64_t person;
	const char *fault;
};

static enum err propose_store(const struct proposing *p, const char *region,
			      const struct star_measured *m)
{
	struct rq *q = p->q;
	const char *now = actor_time(&q->actor);
	int64_t star = m->level.star, rows = 0, id = 0;
	enum err e = db_affect(&overtaken_q, ARGS(A_(p->person), A_(star)), &rows);
	if (!e)
		e = db_affect(&again_q,
			      ARGS(A_(q->station), A_(region), A_(m->minutes), A_(m->level.id),
				   A_(m->wanted_minutes), A_(now), A_(q->staff), A_(p->person),
				   A_(star)),
			      &rows);
	if (!e && !rows)
		e = db_exec(&add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(region),
				 A_(p->person), A_(star), A_(m->minutes), A_(m->level.id),
				 A_(m->wanted_minutes), A_(now), A_(q->staff)),
			    NULL);
	if (!e)
		e = db_int(&id_q, ARGS(A_(p->person), A_(star)), &id);
	if (!e)
		e = star_marked(id);
	return e ? e
		 : audit(&q->actor, "star_award.propose", "star_award", id,
			 arena_fmt(q->arena, "star %lld", (long long)star));
}

static enum err propose_measure(struct proposing *p, const char *region)
{
	struct star_level_row levels[STARS];
	struct star_measured m;
	struct star_who_row *w;
	struct buf ids = { .arena = p->q->arena };
	size_t n = 0;
	ids_add(&ids, p->person);
	enum err e = star_levels(region, levels);
	if (!e)
		e = star_who(&p->q->actor, ids_json(&ids), &w, &n);
	if (!e && !n)
		e = ERR_NOT_FOUND;
	if (!e)
		e = star_counted(w);
	if (e)
		return e;
	int64_t star = star_best(levels, w);
	if (!star) {
		p->fault = "not_reached";
		return OK;
	}
	star_conditions(&levels[star - 1], w, &m);
	return propose_store(p, region, &m);
}

static enum err propose_tx(void *ctx)
{
	struct proposing *p = ctx;
	struct rq *q = p->q;
	struct home_row home;
	struct open_row open;
	p->fault = NULL;
	enum err e = row_one(&home_q, ARGS(A_(p->person), A_(q->station)), home_row_cols, &home);
	if (!e)
		e = star_bars(&q->actor, p->person, &p->fault);
	if (e || p->fault)
		return e;
	if (home.active != 1)
		p->fault = "not_active";
	if (!p->fault) {
		e = row_one(&open_q, ARGS(A_(p->person)), open_row_cols, &open);
		/* Pressed twice: it is proposed since the first time. */
		if (!e && open.proposed_by == q->staff)
			return OK;
		if (!e)
			p->fault = "open";
		e = e == ERR_NOT_FOUND ? OK : e;
	}
	return e || p->fault ? e : propose_measure(p, home.region);
}

enum err star_propose(struct rq *q, int64_t person, const char **fault)
{
	struct proposing p = { .q = q, .person = person };
	enum err e = db_tx(propose_tx, &p);
	*fault = p.fault;
	return e;
}
