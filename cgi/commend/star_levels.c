/* star_levels.c - the conditions of stars and who decides 星级条件: an overseer sets them for the own
 * division, for stars that are decided there or beneath. A row is never changed: the last one of a
 * division and star holds, the ones before are its history. */
#include "clock.h"
#include "commend.h"
#include "form.h"
#include "region.h"
#include "star.h"

/* clang-format off */
#define LEVEL_IN(X, T) \
	X(T, FLAG, ended, 0, 1) \
	X(T, INT, decider, 1, 3) \
	X(T, INT, hours, 1, 20000) \
	X(T, INT, weak_percent, 0, 100) \
	X(T, INT, seen_hours, 0, 20000) \
	X(T, INT, rating_tenths, 0, 50) \
	X(T, INT, evaluated, 0, 100) \
	X(T, INT, evaluation_tenths, 0, 50) \
	X(T, INT, no_shows, 0, 99) \
	X(T, INT, trainings, 0, 20) \
	X(T, INT, months, 0, 120) \
	X(T, INT, before_star, 0, 4) \
	X(T, STR, why, 2, 200)
/* clang-format on */
FORM_DEFINE(level_in, LEVEL_IN);

static struct stmt home_q = SQL(
	"SELECT region_code"
	"  FROM station"
	" WHERE id = ?");
#define PLACE_COLS(X, T) \
	X(T, TEXT, name, "full_name") \
	X(T, INT, level, "level")
ROW_DEFINE(place_row, PLACE_COLS);
static struct stmt place_q = SQL(
	"SELECT " ROW_SELECT(PLACE_COLS)
	"  FROM region"
	" WHERE code = ?");
static struct stmt history_q = SQL(
	"SELECT l.set_at, l.star, l.decider, l.hours, l.weak_percent, l.seen_hours,"
	"       l.rating_tenths, l.evaluated, l.evaluation_tenths, l.no_shows, l.trainings,"
	"       l.months, l.before_star, l.ended, l.why, f.name AS set_by, g.full_name AS region"
	"  FROM star_level l"
	"  LEFT JOIN staff f ON f.id = l.set_by"
	"  LEFT JOIN region g ON g.code = l.region_code"
	" WHERE l.region_code IN (?, ?, ?, ?)"
	" ORDER BY l.id DESC"
	" LIMIT 50");
static struct stmt add_q = SQL(
	"INSERT INTO star_level (uid, region_code, scope, star, ended, decider, hours,"
	"       weak_percent, seen_hours, rating_tenths, evaluated, evaluation_tenths, no_shows,"
	"       trainings, months, before_star, why, set_by, set_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

static enum err levels_region(struct rq *q, const char **region)
{
	*region = q->who.region_code;
	if (may(q, ROLE_OVERSEER) && *region)
		return OK;
	return db_text(&home_q, ARGS(A_(q->station)), region);
}

static void put_level(struct node *n, const struct star_level_row *l)
{
	const struct {
		const char *name;
		int64_t value;
	} v[] = { { "star", l->star },
		  { "decider", l->decider },
		  { "hours", l->hours },
		  { "weak_percent", l->weak_percent },
		  { "seen_hours", l->seen_hours },
		  { "rating_tenths", l->rating_tenths },
		  { "evaluated", l->evaluated },
		  { "evaluation_tenths", l->evaluation_tenths },
		  { "no_shows", l->no_shows },
		  { "trainings", l->trainings },
		  { "months", l->months },
		  { "before_star", l->before_star } };
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		node_int(n, v[i].name, v[i].value);
}

/* A county cannot make the province's stars cheap: who sets is at least as high as who decides. */
static bool level_mine(const struct place_row *p, const struct star_level_row *l)
{
	return p->level >= REGION_PROVINCE && p->level <= l->decider;
}

enum err levels_show(struct rq *q)
{
	struct star_level_row v[STARS];
	struct place_row place;
	const char *region = NULL, *a = "", *b = "", *c = "";
	enum err e = levels_region(q, &region);
	if (!e)
		e = row_one(&place_q, ARGS(A_(region)), place_row_cols, &place);
	if (!e)
		e = star_levels(region, v);
	if (!e) {
		a = arena_fmt(q->arena, "%.2s0000", region);
		b = arena_fmt(q->arena, "%.4s00", region);
		c = arena_fmt(q->arena, "%.6s", region);
		e = put_query(q, "History", &history_q, ARGS(A_(a), A_(b), A_(c), A_(region)));
	}
	if (e)
		return e;
	put(q, "Region", place.name);
	for (int i = 0; i < STARS; i++) {
		struct node *n = node_item(put_list(q, "Levels"));
		put_level(n, &v[i]);
		node_int(n, "own", v[i].region && str_eq(v[i].region, region));
		node_int(n, "may", may(q, ROLE_OVERSEER) && level_mine(&place, &v[i]));
	}
	return page(q, "commend/levels.cs");
}

/* The star of the address as it holds in the overseer's division. */
static enum err level_find(struct rq *q, struct place_row *p, struct star_level_row *l)
{
	struct star_level_row v[STARS];
	const char *region = q->who.region_code, *star = arg(q, 0);
	if (!region || star[0] < '1' || star[0] > '5' || star[1])
		return ERR_NOT_FOUND;
	enum err e = row_one(&place_q, ARGS(A_(region)), place_row_cols, p);
	if (!e)
		e = star_levels(region, v);
	if (!e)
		*l = v[star[0] - '1'];
	return e;
}

enum err level_form(struct rq *q)
{
	struct place_row place;
	struct star_level_row l;
	enum err e = level_find(q, &place, &l);
	if (e)
		return e;
	if (!level_mine(&place, &l))
		return ERR_FORBIDDEN;
	put(q, "Region", place.name);
	put_level(put_list(q, "Level"), &l);
	put_int(q, "Level.own", l.region && str_eq(l.region, q->who.region_code));
	if (!form_again(q)) {
		put_level(put_list(q, "Form"), &l);
		node_int(node_child(put_list(q, "Form"), "decider_is"),
			 arena_fmt(q->arena, "%lld", (long long)l.decider), 1);
	}
	form_key(q, "star_level");
	return page(q, "commend/level.cs");
}

struct setting_level {
	struct rq *q;
	const struct level_in *in;
	const struct place_row *place;
	int64_t star;
	struct bytes uid;
};

static enum err level_store(void *ctx)
{
	const struct setting_level *s = ctx;
	const struct level_in *in = s->in;
	struct rq *q = s->q;
	int64_t id = 0;
	enum err e = db_exec(&add_q,
			     ARGS(A_(s->uid), A_(q->who.region_code), A_(s->place->level),
				  A_(s->star), A_(in->ended), A_(in->decider), A_(in->hours),
				  A_(in->weak_percent), A_(in->seen_hours), A_(in->rating_tenths),
				  A_(in->evaluated), A_(in->evaluation_tenths), A_(in->no_shows),
				  A_(in->trainings), A_(in->months), A_(in->before_star),
				  A_(in->why), A_(q->staff), A_(actor_time(&q->actor))),
			     &id);
	return e ? e
		 : audit(&q->actor, "star_level.set", "star_level", id,
			 arena_fmt(q->arena, "%s star %lld %lld h", q->who.region_code,
				   (long long)s->star, (long long)in->hours));
}

enum err level_set(struct rq *q)
{
	struct place_row place;
	struct star_level_row l;
	struct level_in in;
	enum err e = level_find(q, &place, &l);
	if (!e && !level_mine(&place, &l))
		e = ERR_FORBIDDEN;
	if (e)
		return e;
	if (form_read(q, level_in_fields, &in)) {
		if (in.before_star >= l.star)
			form_error(q, "before_star", "before_self");
		/* What is given upwards could not be taken back. */
		if (in.decider < place.level)
			form_error(q, "decider", "decider_above");
	}
	if (!form_ok(q))
		return ERR_FORM;
	struct setting_level s = { .q = q, .in = &in, .place = &place, .star = l.star };
	e = form_key_uid(q, "star_level", &s.uid);
	if (!e)
		e = db_tx(level_store, &s);
	return e && e != ERR_DUPLICATE ? e : see(q, "/commend/levels?done=level_set");
}
