/* actor.c - who acts. */
#include "actor.h"

#include "clock.h"

struct actor actor_system(struct arena *arena)
{
	return (struct actor){ .arena = arena, .now = clock_now(), .system = true };
}

const char *actor_kind(const struct actor *a)
{
	return a->system ? "system" : a->staff ? "staff" : a->person ? "volunteer" : "visitor";
}

int64_t actor_id(const struct actor *a)
{
	int64_t id = a->staff ? a->staff : a->person;
	return a->system || !id ? DB_NONE : id;
}

int64_t actor_scope(const struct actor *a)
{
	return !a->system && a->staff ? a->station : DB_NONE;
}

const char *actor_time(const struct actor *a)
{
	return clock_time(a->arena, a->now);
}

const char *actor_today(const struct actor *a)
{
	return clock_day(a->arena, a->now);
}
