/* needs_month.c - thirty days of orders, by the code of the pages and of the loop. */
#include "needs_month.h"

#include "clock.h"
#include "dispatch.h"
#include "propose.h"
#include "secret.h"

enum { DAYS = 30, TAIL = 14, STEP = 900, HOUR = 3600, DAY = 86400, HOMES = 700, ANSWERS = 4096 };
enum { NO = 88 }; /* of a hundred say yes (SIM_YES), no, and nothing */

struct answer {
	int64_t at, person, order, dispatch;
	int way; /* 0: none here, else 'y' or 'n' */
};
struct month sim;
static struct answer answers[ANSWERS];
static int64_t seen; /* the last row of dispatch that was looked at */
static size_t next;  /* order of the plan */

static struct stmt add_q = SQL(
	"INSERT INTO service_order (uid, no, key_hash, station_id, item_id, name_sealed,"
	"       phone_sealed, phone_index, region_code, category, detail, wished_on, wished_part,"
	"       wants_sex, urgent, channel, consent_at, created_at)"
	" SELECT ?, ?, UNHEX(SHA2(?, 256)), ?, i.id, 'x', 'x', UNHEX(SHA2(?, 256)), ?, i.category,"
	"       'bench', ?, ?, ?, ?, 'phone', ?, ?"
	"  FROM service_item i"
	" WHERE i.id = ?");
static struct stmt in_state_q = SQL(
	"SELECT id"
	"  FROM service_order"
	" WHERE station_id = ?"
	"   AND state = ?"
	" ORDER BY urgent DESC, due_at, id"
	" LIMIT 500");
static struct stmt sent_q = SQL(
	"SELECT d.id, d.person_id, d.order_id, o.urgent"
	"  FROM dispatch d"
	"  JOIN service_order o ON o.id = d.order_id"
	" WHERE d.id > ?"
	"   AND d.station_id = ?"
	"   AND d.state = 'sent'"
	" ORDER BY d.id"
	" LIMIT 500");
static struct stmt urgent_q = SQL(
	"SELECT urgent"
	"  FROM service_order"
	" WHERE id = ?");
static struct stmt to_serve_q = SQL(
	"SELECT id"
	"  FROM service_order"
	" WHERE station_id = ?"
	"   AND state = 'taken'"
	"   AND visit_to <= ?"
	" ORDER BY id"
	" LIMIT 500");
static struct stmt to_agree_q = SQL(
	"SELECT id"
	"  FROM service_order"
	" WHERE station_id = ?"
	"   AND state = 'taken'"
	"   AND visit_from IS NULL"
	" ORDER BY id"
	" LIMIT 500");
static struct stmt late_q = SQL(
	"SELECT (SELECT COUNT(*) FROM service_order WHERE station_id = ? AND tell_at <= ?"
	"       AND state IN ('to_accept', 'to_dispatch', 'taken', 'serving'))"
	"       + (SELECT COUNT(*) FROM dispatch WHERE station_id = ? AND state = 'sent'"
	"       AND answer_by <= ?)");

static int hour_of(int64_t at)
{
	return (int)((at + 8 * HOUR) % DAY / HOUR);
}

static bool office(int64_t at)
{
	int64_t weekday = ((at + 8 * HOUR) / DAY + 3) % 7;
	return weekday < 5 && hour_of(at) >= 9 && hour_of(at) < 18;
}

struct ids {
	int64_t v[500];
	size_t n;
};

static enum err id_take(void *ctx, const struct row *r)
{
	struct ids *ids = ctx;
	ids->v[ids->n++] = r->cells[0].i;
	return OK;
}

static enum err in_state(const char *state, struct ids *ids)
{
	ids->n = 0;
	return db_each(&in_state_q, ARGS(A_(sim.station), A_(state)), id_take, ids);
}

/* One deed, in a transaction of its own, by whoever does it. */
struct deed {
	struct actor by;
	int64_t id;
	struct order_at o;
	const char *verb, *bar;
	const struct order_plan *plan;
	int64_t from, to; /* of a visit */
};

static struct deed deed_of(int64_t id, int64_t person)
{
	struct deed d = { .by = sim.by, .id = id };
	d.by.person = person;
	d.by.system = !person;
	return d;
}

static enum err ordered(void *ctx)
{
	struct deed *d = ctx;
	const struct order_plan *p = d->plan;
	const char *no = arena_fmt(sim.a, "DB%07d", (int)next), *now = actor_time(&d->by);
	enum err e = db_exec(&add_q,
			     ARGS(A_(secret_uid(sim.a)), A_(no), A_(no), A_(sim.station),
				  A_(arena_fmt(sim.a, "home %d", p->home)), A_(p->region),
				  A_(p->day ? clock_day(sim.a, d->by.now + p->day * DAY) : NULL),
				  A_(p->day ? p->part : "any"), A_(p->sex), A_(p->urgent), A_(now),
				  A_(now), A_(p->item)),
			     &d->o.id);
	d->o.station = sim.station;
	d->o.state = "to_accept";
	return e ? e : order_begin(&d->by, &d->o);
}

static enum err moved(void *ctx)
{
	struct deed *d = ctx;
	enum err e = order_read(d->id, &d->o);
	return e ? e : order_move(&d->by, d->verb, &d->o);
}

static enum err sent(void *ctx)
{
	struct deed *d = ctx;
	struct proposal p;
	int64_t urgent = 0;
	enum err e = order_read(d->id, &d->o);
	if (!e)
		e = propose(&d->by, d->id, &p);
	if (e || !p.n)
		return e;
	e = db_int(&urgent_q, ARGS(A_(d->id)), &urgent);
	size_t n = urgent && p.n > 3 ? 3 : 1;
	if (e)
		return e;
	return dispatch_ask(&d->by, &d->o, p.v, n, DB_NONE);
}

static enum err claimed(void *ctx)
{
	struct deed *d = ctx;
	enum err e = order_read(d->id, &d->o);
	return e ? e : dispatch_claim(&d->by, &d->o, &d->bar);
}

static enum err refused(void *ctx)
{
	struct deed *d = ctx;
	enum err e = order_read(d->id, &d->o);
	return e ? e : dispatch_refuse(&d->by, &d->o, NULL);
}

static enum err released(void *ctx)
{
	struct deed *d = ctx;
	enum err e = order_read(d->id, &d->o);
	return e ? e : dispatch_release(&d->by, &d->o, "cannot");
}

static enum err agreed(void *ctx)
{
	struct deed *d = ctx;
	enum err e = order_read(d->id, &d->o);
	return e ? e : order_agree(&d->by, &d->o, d->from, d->to, DB_NONE);
}

/* What is lost to somebody faster is no fault. */
static enum err done(enum err (*fn)(void *), struct deed d)
{
	enum err e = db_tx(fn, &d);
	sim.barred += e == ERR_CHECK && d.bar;
	sim.lost += e == ERR_STALE;
	if (e == ERR_STALE || (e == ERR_CHECK && d.bar)) {
		err_clear();
		return OK;
	}
	return e;
}

static enum err residents(void)
{
	enum err e = OK;
	while (!e && next < SIM_ORDERS && sim.plan[next].at <= sim.by.now) {
		struct deed d = deed_of(0, 0);
		d.plan = &sim.plan[next++];
		e = done(ordered, d);
	}
	return e;
}

static enum err each(const char *state, enum err (*fn)(void *), const char *verb)
{
	static struct ids ids;
	enum err e = in_state(state, &ids);
	for (size_t i = 0; !e && i < ids.n; i++) {
		struct deed d = deed_of(ids.v[i], 0);
		d.verb = verb;
		e = done(fn, d);
	}
	return e;
}

/* They look at all that waits once an hour. */
static enum err staff(void)
{
	if (!office(sim.by.now) || sim.by.now % HOUR)
		return OK;
	enum err e = each("to_accept", moved, "accept");
	return e ? e : each("to_dispatch", sent, NULL);
}

/* Whoever was just asked makes up their mind: when, and what. */
static enum err asked(void *ctx, const struct row *r)
{
	(void)ctx;
	struct answer *w = answers;
	while (w->way)
		w++;
	int64_t urgent = r->cells[3].i, will = sim_chance(100);
	*w = (struct answer){ .dispatch = r->cells[0].i,
			      .person = r->cells[1].i,
			      .order = r->cells[2].i,
			      .way = will < SIM_YES ? 'y'
				     : will < NO    ? 'n'
						    : 0,
			      .at = sim.by.now +
				    (urgent ? sim_chance(45) * 60 : sim_chance(20) * HOUR) };
	seen = w->dispatch;
	sim.asks++;
	return OK;
}

static enum err volunteers(void)
{
	enum err e = db_each(&sent_q, ARGS(A_(seen), A_(sim.station)), asked, NULL);
	bool awake = hour_of(sim.by.now) >= 7 && hour_of(sim.by.now) < 22;
	for (size_t i = 0; !e && awake && i < ANSWERS; i++) {
		struct answer *w = &answers[i];
		if (!w->way || w->at > sim.by.now)
			continue;
		e = done(w->way == 'y' ? claimed : refused, deed_of(w->order, w->person));
		w->way = 0;
	}
	/* One of forty looks at what lies open, each quarter of an hour. */
	static struct ids ids;
	if (!e)
		e = in_state("to_dispatch", &ids);
	for (size_t i = 0; !e && awake && i < ids.n; i++)
		if (!sim_chance(40))
			e = done(claimed, deed_of(ids.v[i], sim_someone()));
	return e;
}

static enum err agree(int64_t id)
{
	static const int hours[] = { 9, 14, 18 };
	int64_t midnight = (sim.by.now + 8 * HOUR) / DAY * DAY - 8 * HOUR;
	int64_t from = midnight + (1 + sim_chance(3)) * DAY + hours[sim_chance(3)] * HOUR;
	struct deed d = deed_of(id, 0);
	d.from = from;
	d.to = from + (1 + sim_chance(2)) * HOUR;
	return done(agreed, d);
}

/* Times are agreed; services come to pass, but for those who cannot come. */
static enum err visits(void)
{
	static struct ids ids;
	ids.n = 0;
	enum err e = db_each(&to_agree_q, ARGS(A_(sim.station)), id_take, &ids);
	for (size_t i = 0; !e && i < ids.n; i++) {
		bool cannot = !sim_chance(40);
		sim.releases += cannot;
		e = cannot ? done(released, deed_of(ids.v[i], 0)) : agree(ids.v[i]);
	}
	ids.n = 0;
	if (!e)
		e = db_each(&to_serve_q, ARGS(A_(sim.station), A_(actor_time(&sim.by))), id_take,
			    &ids);
	for (size_t i = 0; !e && i < ids.n; i++) {
		struct deed d = deed_of(ids.v[i], 0);
		d.verb = "serve";
		e = done(moved, d);
	}
	return e;
}

/* A turn of order-clock; after it nothing is over its limit. */
static enum err clock_turn(void)
{
	static const struct {
		enum err (*find)(const struct actor *, int64_t *, size_t, size_t *);
		enum err (*step)(const struct actor *, int64_t, int64_t *);
	} work[] = { { dispatch_due, dispatch_expire },
		     { order_late, order_escalate },
		     { order_unrated, order_close } };
	int64_t ids[500], some = 0, late = 0;
	size_t n = 0;
	enum err e = OK;
	for (size_t w = 0; !e && w < 3; w++) {
		e = work[w].find(&sim.by, ids, 500, &n);
		for (size_t i = 0; !e && i < n; i++)
			e = work[w].step(&sim.by, ids[i], &some);
	}
	const char *now = actor_time(&sim.by);
	if (!e)
		e = db_int(&late_q, ARGS(A_(sim.station), A_(now), A_(sim.station), A_(now)),
			   &late);
	if (late)
		sim.broken = "something is over its limit behind a turn of the clock";
	return e;
}

enum err month_run(void)
{
	static enum err (*const parts[])(void) = { residents, staff, volunteers, visits,
						   clock_turn };
	sim.by = actor_system(sim.a);
	int64_t from = (sim.by.now + 8 * HOUR) / DAY * DAY - 8 * HOUR + DAY;
	enum err e = sim_plan(sim.station, from, DAYS, HOMES, sim.plan);
	for (int64_t t = 0; !e && t < (int64_t)(DAYS + TAIL) * DAY; t += STEP) {
		arena_reset(sim.a);
		sim.by.arena = sim.a;
		sim.by.now = from + t;
		for (size_t i = 0; !e && i < sizeof(parts) / sizeof(parts[0]); i++)
			e = parts[i]();
	}
	return e;
}
