/* change.c - a row for each change that people must hear of. */
#include "change.h"

enum { WORDS = 200, THING = 60 };

static struct stmt tell_q = SQL(
	"INSERT INTO change_notice (station_id, about, target_id, what, thing, was, became,"
	"       request, changed_by, changed_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

static const char *cut(const struct actor *by, const char *s, size_t most)
{
	return s ? utf8_cut(by->arena, s, most) : "";
}

enum err change_tell(const struct actor *by, const char *about, int64_t target,
		     const struct change *c)
{
	if (c->was && str_eq(c->was, c->became))
		return OK;
	return db_exec(&tell_q,
		       ARGS(A_(by->station), A_(about), A_(target), A_(c->what),
			    A_(cut(by, c->thing, THING)), A_(cut(by, c->was, WORDS)),
			    A_(cut(by, c->became, WORDS)),
			    A_(((struct bytes){ by->request, sizeof(by->request) })),
			    A_(by->staff ? by->staff : DB_NONE), A_(actor_time(by))),
		       NULL);
}
