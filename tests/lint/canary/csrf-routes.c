/* as: cgi/needs/needs.c - people without a session, and nothing instead of its token */
static enum err with_key(struct rq *q)
{
	return form_key_uid(q, "order", &uid);
}

static enum err by_helper(struct rq *q)
{
	return with_key(q);
}

static enum err without(struct rq *q)
{
	/* form_key_uid(q) */
	return db_exec(&add_q, NO_ARGS, NULL);
}

static const struct route routes[] = {
	{ "POST", "/needs/a", PUBLIC | NO_CSRF, with_key },
	{ "POST", "/needs/b", PUBLIC | NO_CSRF, by_helper },
	{ "POST", "/needs/c", PUBLIC | NO_CSRF, without }, /* key: k of the address proves who asks */
	{ "POST", "/needs/d", PUBLIC | NO_CSRF, without }, /* BAD */
	{ "POST", "/needs/e", STAFF | NO_CSRF, with_key }, /* BAD */
	{ "GET",  "/needs/f", PUBLIC | NO_CSRF, with_key }, /* BAD */
	{ "POST", "/needs/g", STAFF, without },
};
