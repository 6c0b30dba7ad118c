/* code.c - the screen that people scan: the code of this quarter of a minute, as a picture and
 * as six digits. */
#include "activity.h"
#include "config.h"
#include "document_qr.h"

/* What the leader, being on the roster, has not done yet: in, then out. */
static struct stmt self_q = SQL(
	"SELECT IF(i.id IS NULL, 'in', 'out')"
	"  FROM roster o"
	"  LEFT JOIN attendance i ON i.activity_id = o.activity_id AND i.person_id = o.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = o.activity_id AND t.person_id = o.person_id"
	"       AND t.direction = 'out'"
	" WHERE o.activity_id = ?"
	"   AND o.person_id = ?"
	"   AND o.state = 'on'"
	"   AND t.id IS NULL");

/* Their own button stands under the code of that direction: nobody types what they hold. */
static enum err put_self(struct rq *q, const struct act *a, const char *direction)
{
	const char *next = NULL;
	if (!q->person || q->proxy || (str_eq(direction, "in") && q->now >= a->end))
		return OK;
	enum err e = db_text(&self_q, ARGS(A_(a->id), A_(q->person)), &next);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	put(q, "Code.self", str_eq(next, direction) ? next : NULL);
	return OK;
}

enum err code_page(struct rq *q)
{
	struct act a;
	const char *d, *direction = str_or(query(q, "dir"), "in");
	int side;
	enum err e = act_led(q, &a);
	if (!e && !str_in(direction, "in,out"))
		e = ERR_NOT_FOUND;
	if (!e && (!a.secret.p || !str_in(a.state, "published,running,recording")))
		e = ERR_STALE;
	if (e)
		return e;
	int64_t step = q->now / STEP_SECONDS;
	const char *token = token_make(q, &a, direction, step);
	const char *url = arena_fmt(q->arena, "%s/activity/c/%s", cfg.base_url, token);
	e = qr_path(q->arena, url, &d, &side);
	if (!e)
		e = put_activity(q, a.id);
	if (!e)
		e = put_self(q, &a, direction);
	if (e)
		return e;
	int64_t left = STEP_SECONDS - q->now % STEP_SECONDS;
	put(q, "Code.direction", direction);
	put(q, "Code.url", url);
	put(q, "Code.token", token);
	put(q, "Code.digits", token_digits(q, &a, direction, step));
	put(q, "Code.path", d);
	put_int(q, "Code.side", side);
	put_int(q, "Code.seconds", left);
	/* The next code, without a script; the page holds nothing typed that could be lost. */
	reply_header(q, "Refresh", arena_fmt(q->arena, "%lld", (long long)left));
	return page(q, q->staff ? "activity/code.cs" : "activity/code_lead.cs");
}
