/* as: cgi/needs/needs.c - the table at the top */
static const struct route routes[] = {
	{ "GET", "/needs/a", STAFF, need_show },
	{ "POST", "/needs/a", STAFF, need_save, need_show },
};
===== as: cgi/needs/show.c
static enum err list(struct rq *q)
{
	return put_steps(q); /* BAD */
}
enum err need_show(struct rq *q)
{
	return list(q);
}
===== as: cgi/needs/steps.c
enum err put_steps(struct rq *q)
{
	return need_name(q);
}
enum err need_save(struct rq *q)
{
	return need_show(q); /* BAD */
}
===== as: cgi/needs/name.c
enum err need_name(struct rq *q)
{
	return list(q); /* its own, or the library's: need_show() is only named here */
}
===== as: cgi/project/one.c
/* Another program's need_show() is not ours. */
enum err one(struct rq *q)
{
	return need_show(q);
}
