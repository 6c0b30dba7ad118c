as: cgi/needs/needs.c
static const char *need_said(int yes)
{
	return yes ? "agreed" : "unheard";
}

static enum err need_say(struct rq *q, const char *done)
{
	return see(q, "/needs/%s?done=%s", arg(q, 0), done); /* BAD: what a caller hands in */
}

enum err need_step(struct rq *q)
{
	const char *word = str_eq(got(q, "State"), "none") ? "agreed" : "lost";
	if (q->json)
		return see(q, "/needs/%s?done=%s", arg(q, 0), word); /* BAD: what a variable is set to */
	if (q->who)
		return see(q, "/needs/?done=saved");
	if (q->post)
		return see(q, "/needs/?done=agreed");
	if (q->now)
		return see(q, "/needs/?done=missing"); /* BAD */
	if (q->station)
		return see(q, "/order/?done=agreed"); /* BAD: another program shows it */
	return need_say(q, "agreed");
}

enum err need_other(struct rq *q)
{
	if (q->json)
		return see(q, "/needs/?done=%s", need_said(1)); /* BAD: what a function answers */
	if (q->now)
		return see(q, "/needs/?done=out_%s", c.fault);
	if (q->who)
		return see(q, "/needs/?done=in_%s", c.fault); /* BAD: none begins so */
	return need_say(q, "nobody");
}
===== as: templates/lang/zh/needs.hdf
Lang.Done.saved = 已保存
Lang.needs.Done {
	agreed = 已同意
	out_late = 已晚
}
