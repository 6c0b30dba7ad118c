/* needs_nearest.c - the month that both ways of sending are tried on, and the simple way. */
#include "needs_nearest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match.h"

enum { HOUR = 3600, DAY = 86400, MENU = 40, PLACES = 20, SLOTS = 60 * 3 };

static struct person {
	int64_t id;
	char region[16], sex[2];
	bool busy[SLOTS];
} people[SIM_PEOPLE];
static struct item {
	int64_t id, adults, urgent;
} menu[MENU];
static char places[PLACES][16];
static size_t people_n, menu_n, places_n;

static struct stmt people_q = SQL(
	"SELECT v.person_id, v.region_code, p.sex"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE v.station_id = ?"
	"   AND v.state = 'active'"
	" ORDER BY v.person_id"
	" LIMIT 300");
static struct stmt menu_q = SQL(
	"SELECT id, adults, urgent"
	"  FROM service_item"
	" WHERE station_id IS NULL"
	"   AND dangerous = 0"
	" ORDER BY id"
	" LIMIT 40");

int sim_chance(int n)
{
	static uint64_t x = 20260301;
	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return (int)(x % (uint64_t)n);
}

static enum err person_take(void *ctx, const struct row *r)
{
	(void)ctx;
	struct person *p = &people[people_n++];
	p->id = r->cells[0].i;
	(void)snprintf(p->region, sizeof(p->region), "%s", r->cells[1].text);
	(void)snprintf(p->sex, sizeof(p->sex), "%s", r->cells[2].text);
	for (size_t i = 0; i < places_n; i++)
		if (!strcmp(places[i], p->region))
			return OK;
	if (places_n < PLACES)
		memcpy(places[places_n++], p->region, sizeof(p->region));
	return OK;
}

static enum err item_take(void *ctx, const struct row *r)
{
	(void)ctx;
	menu[menu_n++] = (struct item){ r->cells[0].i, r->cells[1].i, r->cells[2].i };
	return OK;
}

static int by_time(const void *a, const void *b)
{
	const struct order_plan *x = a, *y = b;
	return (x->at > y->at) - (x->at < y->at);
}

enum err sim_plan(int64_t station, int64_t from, int days, int homes, struct order_plan *v)
{
	static const char *const parts[] = { "any", "am", "pm", "eve" };
	enum err e = db_each(&people_q, ARGS(A_(station)), person_take, NULL);
	if (!e)
		e = db_each(&menu_q, NO_ARGS, item_take, NULL);
	if (!e && (people_n != SIM_PEOPLE || !menu_n))
		e = ERR(ERR_NOT_FOUND, "%zu people, %zu items", people_n, menu_n);
	for (size_t i = 0; !e && i < SIM_ORDERS; i++) {
		const struct item *it = &menu[sim_chance((int)menu_n)];
		int home = sim_chance(homes), sex = sim_chance(100);
		v[i] = (struct order_plan){ .at = from + sim_chance(days) * DAY + 7 * HOUR +
						  sim_chance(13 * 60) * 60,
					    .day = sim_chance(3) ? 1 + sim_chance(6) : 0,
					    .item = it->id,
					    .adults = it->adults,
					    .urgent = it->urgent || !sim_chance(30),
					    .home = home,
					    .region = places[(size_t)home % places_n],
					    .part = parts[sim_chance(4)],
					    .sex = sex < 4    ? "1"
						   : sex < 10 ? "2"
							      : NULL };
	}
	if (!e)
		qsort(v, SIM_ORDERS, sizeof(*v), by_time);
	return e;
}

int64_t sim_someone(void)
{
	return people[sim_chance((int)people_n)].id;
}

double sim_gini(int64_t *served, size_t n)
{
	double all = 0, weighed = 0;
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k && served[k - 1] > served[k]; k--) {
			int64_t x = served[k];
			served[k] = served[k - 1];
			served[k - 1] = x;
		}
	for (size_t i = 0; i < n; i++) {
		all += (double)served[i];
		weighed += (double)(i + 1) * (double)served[i];
	}
	return all > 0 ? 2 * weighed / ((double)n * all) - ((double)n + 1) / (double)n : 0;
}

/* The first in the list who lives as near as that, may come, is free and says yes. */
static struct person *ring_up(const struct order_plan *o, int near, int slot)
{
	for (size_t i = 0; i < people_n; i++) {
		struct person *p = &people[i];
		struct match_want want = { .sex = o->sex, .slots = "", .asks_week = 1000 };
		struct match_who who = { .sex = p->sex,
					 .age = DB_NONE,
					 .active = true,
					 .takes = true,
					 .overlap = p->busy[slot] };
		if (match_near(o->region, p->region) == near && !match_bar(&want, &who) &&
		    sim_chance(100) < SIM_YES)
			return p;
	}
	return NULL;
}

double sim_nearest(const struct order_plan *v)
{
	static const int rings[] = { 12, 9, 6, 0 };
	int64_t served[SIM_PEOPLE] = { 0 };
	for (size_t i = 0; i < SIM_ORDERS; i++) {
		struct person *p = NULL;
		int slot = (int)((v[i].at - v[0].at) / DAY + 1 + v[i].day) * 3 + sim_chance(3);
		for (size_t r = 0; !p && r < sizeof(rings) / sizeof(rings[0]); r++)
			p = ring_up(&v[i], rings[r], slot % SLOTS);
		if (!p)
			continue;
		p->busy[slot % SLOTS] = true;
		served[p - people]++;
	}
	return sim_gini(served, people_n);
}
