/*
 * needs_orders.c - plays a month of orders (needs_month.h), says how long they waited and how the
 * load was spread, and fails when a rule was broken: an order starved or waited longer than its
 * limits, somebody was asked more often than three times in seven days, or ringing up the nearest
 * would have spread the load better. Rows of people are planted before (needs-orders.mjs).
 *
 *	needs_orders STATION
 */
#include <stdio.h>
#include <stdlib.h>

#include "config.h"
#include "needs_month.h"
#include "secret.h"

static struct stmt served_q = SQL(
	"SELECT (SELECT COUNT(*) FROM dispatch d JOIN service_order o ON o.id = d.accepted_order"
	"       WHERE d.person_id = v.person_id AND o.state IN ('to_rate', 'done'))"
	"  FROM volunteer v"
	" WHERE v.station_id = ?"
	"   AND v.state = 'active'");
/* Hours from the order to who took it, the longest and three of the quantiles. */
static struct stmt waits_q = SQL(
	"SELECT TIMESTAMPDIFF(MINUTE, o.created_at, d.answered_at)"
	"  FROM service_order o"
	"  JOIN dispatch d ON d.accepted_order = o.id"
	" WHERE o.station_id = ?"
	"   AND o.urgent = ?"
	"   AND o.no LIKE 'DB%'"
	" ORDER BY 1");
static struct stmt left_q = SQL(
	"SELECT COUNT(*)"
	"  FROM service_order"
	" WHERE station_id = ?"
	"   AND no LIKE 'DB%'"
	"   AND state NOT IN ('to_rate', 'done')");
static struct stmt week_q = SQL(
	"SELECT COALESCE(MAX(x.n), 0)"
	"  FROM (SELECT (SELECT COUNT(*) FROM dispatch b WHERE b.person_id = a.person_id"
	"       AND b.round > 0 AND b.sent_at <= a.sent_at"
	"       AND b.sent_at > a.sent_at - INTERVAL 7 DAY) AS n"
	"       FROM dispatch a WHERE a.station_id = ? AND a.round > 0) x");
static struct stmt escalated_q = SQL(
	"SELECT MAX(escalated)"
	"  FROM service_order"
	" WHERE station_id = ?"
	"   AND no LIKE 'DB%'");

struct numbers {
	int64_t v[SIM_ORDERS];
	size_t n;
};

static enum err number_take(void *ctx, const struct row *r)
{
	struct numbers *x = ctx;
	if (x->n < SIM_ORDERS)
		x->v[x->n++] = r->cells[0].i;
	return OK;
}

static void say(const char *name, double figure, const char *unit, const char *target)
{
	printf("%-52s %12.2f %-12s target %s\n", name, figure, unit, target);
}

static void hold(bool holds, const char *rule)
{
	if (!holds && !sim.broken)
		sim.broken = rule;
}

static enum err say_waits(int64_t urgent, double limit_days)
{
	static struct numbers w;
	w.n = 0;
	enum err e = db_each(&waits_q, ARGS(A_(sim.station), A_(urgent)), number_take, &w);
	if (e || !w.n)
		return e;
	const char *what = urgent ? "urgent" : "ordinary";
	double longest = (double)w.v[w.n - 1] / 60;
	say(arena_fmt(sim.a, "%s orders taken after: median", what), (double)w.v[w.n / 2] / 60, "h",
	    "");
	say(arena_fmt(sim.a, "%s orders taken after: p99", what), (double)w.v[w.n * 99 / 100] / 60,
	    "h", "");
	say(arena_fmt(sim.a, "%s orders taken after: longest", what), longest, "h",
	    arena_fmt(sim.a, "<= %.0f", limit_days * 24));
	hold(longest <= limit_days * 24, "an order waited longer than the limits allow");
	return OK;
}

static enum err report(void)
{
	static struct numbers served;
	int64_t left = 0, week = 0, escalated = 0;
	enum err e = db_int(&left_q, ARGS(A_(sim.station)), &left);
	if (!e)
		e = db_int(&week_q, ARGS(A_(sim.station)), &week);
	if (!e)
		e = db_int(&escalated_q, ARGS(A_(sim.station)), &escalated);
	if (!e)
		e = db_each(&served_q, ARGS(A_(sim.station)), number_take, &served);
	/* Accept, dispatch, three rounds and the open list, a working day each, and the days off
	 * between; of urgent ones the steps take minutes, but nobody is in the office at night. */
	if (!e)
		e = say_waits(0, 10);
	if (!e)
		e = say_waits(1, 4);
	if (e)
		return e;
	double ours = sim_gini(served.v, served.n), nearest = sim_nearest(sim.plan);
	say("orders of 2,000 that nobody served", (double)left, "", "0");
	say("asked at most in seven days", (double)week, "times", "<= 3");
	say("asked in all", (double)sim.asks, "times", "");
	say("given back after a yes", (double)sim.releases, "times", "");
	say("times told to staff and overseer, most of one order", (double)escalated, "", "");
	say("load: Gini of hours served, by the proposal", ours, "", "< nearest");
	say("load: Gini of hours served, nearest first", nearest, "", "");
	hold(!left, "an order starved");
	hold(week <= 3, "somebody was asked too often");
	hold(ours < nearest, "nearest first spreads the load better");
	return OK;
}

int main(int argc, char **argv)
{
	config_load();
	sim.a = arena_new();
	sim.station = argc > 1 ? strtoll(argv[1], NULL, 10) : 2;
	enum err e = secret_open();
	if (!e)
		e = db_ready(sim.a);
	if (!e)
		e = month_run();
	if (!e)
		e = report();
	if (e)
		fprintf(stderr, "needs_orders: %s\n", err_text());
	else if (sim.broken)
		fprintf(stderr, "needs_orders: %s\n", sim.broken);
	db_close();
	arena_free(sim.a);
	return e || sim.broken;
}
