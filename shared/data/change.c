/* change.c - a row for each change that people must hear of. */
#include "change.h"

#include "tell_thing.h"

enum { WORDS = 200, THING = 60 };

static struct stmt tell_q = SQL(
	"INSERT INTO change_notice (station_id, about, target_id, what, thing, was, became,"
	"       request, changed_by, changed_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

static const char *cut(const struct actor *by, const char *s, size_t most)
{
	return s ? utf8_cut(by->arena, s, most) : "";
}

/* The changes of one deed are one message; what they are stands on the page. */
static enum err change_say(const struct actor *by, const char *about, int64_t target,
			   const struct change *c)
{
	bool off = str_eq(c->what, "cancelled");
	const char *event = off ? "cancelled" : "changed",
		   *key = hex_encode(by->arena, BYTES(by->request)), *note = off ? c->became : NULL;
	if (str_eq(about, "project"))
		return tell_project(by, target, event, key, note, TELL_APPLICANTS);
	enum err e = tell_activity(by, target, event, key, note, TELL_ROSTER);
	/* That it is off they hear when their applications end. */
	return e || off ? e : tell_activity(by, target, event, key, note, TELL_SHIFT);
}

enum err change_tell(const struct actor *by, const char *about, int64_t target,
		     const struct change *c)
{
	if (c->was && str_eq(c->was, c->became))
		return OK;
	enum err e = db_exec(&tell_q,
			     ARGS(A_(by->station), A_(about), A_(target), A_(c->what),
				  A_(cut(by, c->thing, THING)), A_(cut(by, c->was, WORDS)),
				  A_(cut(by, c->became, WORDS)),
				  A_(((struct bytes){ by->request, sizeof(by->request) })),
				  A_(by->staff ? by->staff : DB_NONE), A_(actor_time(by))),
			     NULL);
	return e ? e : change_say(by, about, target, c);
}
