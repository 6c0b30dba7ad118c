/*
 * restored.c - the database came back from a backup: what was posted since is not known here. Every
 * destination is compared before anything is sent, what still waits is asked for first, and leases
 * of the time before are void.
 */
#include <stdio.h>

#include "admin.h"
#include "destination.h"
#include "outbox.h"
#include "platform.h"
#include "row.h"

#define PLACE_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, code, "code") \
	X(T, TEXT, profile, "profile")
ROW_DEFINE(place_row, PLACE_COLS);

static struct stmt places_q = SQL(
	"SELECT " ROW_SELECT(PLACE_COLS)
	"  FROM destination"
	" ORDER BY id"
	" LIMIT 1000");
/* A mapping that cannot be read now may be put right later: it is compared as well. */
static bool is_file(struct arena *a, const char *profile)
{
	struct platform *p;
	const char *faults;
	if (platform_read(a, profile, &p, &faults)) {
		fputs(faults, stderr);
		err_clear();
		return false;
	}
	bool file = platform_is_file(p);
	platform_free(p);
	return file;
}

static enum err one(const struct place_row *r)
{
	struct actor by = actor_system(db_arena());
	int64_t waiting = 0;
	enum err e = destination_restored(&by, r->id, &waiting);
	if (!e)
		printf("%s: compared before anything is sent; %lld rows wait\n", r->code,
		       (long long)waiting);
	return e;
}

static enum err restored_tx(void *ctx)
{
	struct place_row *r;
	size_t n;
	enum err e = row_all(&places_q, NO_ARGS, place_row_cols, sizeof(*r), &r, &n);
	for (size_t i = 0; !e && i < n; i++)
		if (!is_file(ctx, r[i].profile))
			e = one(&r[i]);
	return e;
}

/* What was noted and not yet in line may have been posted since the backup, too: it is put in line
 * first, so that it is among what is asked for. */
enum err admin_restored(struct arena *a, char **args)
{
	(void)args;
	int64_t made;
	enum err e;
	do
		e = outbox_make(&made);
	while (!e && made);
	return e ? e : db_tx(restored_tx, a);
}
