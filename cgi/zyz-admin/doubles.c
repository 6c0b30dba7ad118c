/* doubles.c - who may be here twice, for the pages of merge: once a night is often enough. */
#include <stdio.h>

#include "actor.h"
#include "admin.h"
#include "clock.h"
#include "doubles.h"

enum { PATIENCE = 600 };

enum err admin_doubles(struct arena *a, char **args)
{
	struct doubles d;
	int64_t begun = clock_mono_ms();
	(void)args;
	enum err e = db_patience(PATIENCE, a);
	struct actor by = actor_system(a);
	if (!e)
		e = doubles_find(&by, &d);
	if (e)
		return e;
	int64_t ms = clock_mono_ms() - begun;
	printf("%lld people in %lld.%lld s: %lld pairs, %lld of them new; %lld with one number, "
	       "%lld with one name and day of birth, %lld with one phone\n",
	       (long long)d.people, (long long)(ms / 1000), (long long)(ms % 1000 / 100),
	       (long long)d.pairs, (long long)d.fresh, (long long)d.by[DOUBLE_number],
	       (long long)d.by[DOUBLE_name], (long long)d.by[DOUBLE_phone]);
	if (d.crowded)
		printf("%lld groups of more than eight share something: they are not paired\n",
		       (long long)d.crowded);
	return OK;
}
