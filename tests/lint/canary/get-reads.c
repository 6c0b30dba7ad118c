/* as: cgi/needs/needs.c - a look that changes something */
static enum err reads(struct rq *q)
{
	return put_query(q, "Needs", &list_q, NO_ARGS);
}

static enum err store(struct rq *q)
{
	return db_exec(&add_q, NO_ARGS, NULL);
}

static enum err writes(struct rq *q)
{
	enum err e = reads(q);
	return e ? e : store(q);
}

static const struct route routes[] = {
	{ "GET",  "/needs/a", STAFF, reads },
	{ "GET",  "/needs/b", STAFF, writes }, /* BAD */
	{ "GET",  "/needs/c", STAFF, writes }, /* writes: the state that the callback checks */
	{ "GET",  "/needs/d", STAFF, both }, /* BAD */
	{ "POST", "/needs/d", STAFF, both },
	{ "POST", "/needs/e", STAFF, writes },
};
