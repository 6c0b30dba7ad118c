/* session_kept.c - sessions that this process read a moment ago; revoke.h says until when they
 * may be used. */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "revoke.h"
#include "session_inside.h"

enum { PLACES = 256, HASH = 32, NAME = 256, CODE = 16 };

/* A session as its row gave it; a longer name than fits is simply not kept. */
static struct kept {
	uint8_t hash[HASH];
	uint64_t count; /* 0: nobody */
	int64_t until;  /* of the clock that only goes on, ms */
	int64_t staff, person, proxy, station;
	struct who who;
	char name[NAME], self[NAME], station_name[NAME], region_code[CODE];
} places[PLACES];

static struct kept *place_of(struct bytes hash)
{
	return &places[hash.p[0] % PLACES];
}

static bool fits(const char *s, size_t room)
{
	return !s || strlen(s) < room;
}

static const char *copy(char *to, size_t room, const char *s)
{
	if (s)
		(void)snprintf(to, room, "%s", s);
	return s ? to : NULL;
}

bool session_kept(struct rq *q, struct bytes hash)
{
	const struct kept *k = place_of(hash);
	if (!k->count || k->count != revoke_count() || clock_mono_ms() >= k->until ||
	    memcmp(k->hash, hash.p, HASH) != 0)
		return false;
	q->staff = k->staff;
	q->person = k->person;
	q->proxy = k->proxy;
	q->station = k->station;
	q->who = k->who;
	return true;
}

void session_keep(const struct rq *q, struct bytes hash, uint64_t count)
{
	struct kept *k = place_of(hash);
	const struct who *w = &q->who;
	if (!cfg.session_kept || !count || !w->session_id || !fits(w->name, NAME) ||
	    !fits(w->self, NAME) || !fits(w->station_name, NAME) || !fits(w->region_code, CODE))
		return;
	memcpy(k->hash, hash.p, HASH);
	k->count = count;
	k->until = clock_mono_ms() + cfg.session_kept * 1000;
	k->staff = q->staff;
	k->person = q->person;
	k->proxy = q->proxy;
	k->station = q->station;
	k->who = *w;
	k->who.name = copy(k->name, NAME, w->name);
	k->who.self = copy(k->self, NAME, w->self);
	k->who.station_name = copy(k->station_name, NAME, w->station_name);
	k->who.region_code = copy(k->region_code, CODE, w->region_code);
}
