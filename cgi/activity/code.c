/* code.c - the screen that people scan: the code of this quarter of a minute, as a picture and
 * as six digits. */
#include "activity.h"
#include "config.h"
#include "document_qr.h"

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
	/* The next code, without a script; the page holds no form that could be lost. */
	reply_header(q, "Refresh", arena_fmt(q->arena, "%lld", (long long)left));
	return page(q, q->staff ? "activity/code.cs" : "activity/code_lead.cs");
}
