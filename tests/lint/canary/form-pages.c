/* as: cgi/needs/needs.c - forms that are rejected without a page to show them on */
static enum err need_show(struct rq *q)
{
	return page(q, "needs/need.cs");
}

static enum err need_edit(struct rq *q)
{
	put(q, "Form.title", "as it was");
	return need_show(q);
}

static enum err need_write(struct rq *q)
{
	if (!form_again(q))
		put(q, "Form.title", "as it was");
	return need_show(q);
}

static enum err need_read(struct rq *q)
{
	return form_read(q, fields, &in) ? OK : ERR_FORM;
}

static enum err need_save(struct rq *q)
{
	enum err e = need_read(q);
	return e ? e : see(q, "/needs/");
}

static enum err need_back(struct rq *q)
{
	return need_show(q);
}

static const struct route routes[] = {
	{ "GET", "/needs/{no}", STAFF, need_show },
	{ "GET", "/needs/{no}/edit", STAFF, need_edit },
	{ "GET", "/needs/{no}/write", STAFF, need_write },
	{ "GET", "/needs/{no}/print", MANAGER, need_print },
	{ "GET", "/needs/{other}/show", STAFF, need_other },
	{ "GET", "/needs/a", STAFF, need_list, need_show }, /* BAD */
	{ "POST", "/needs/{no}/a", STAFF, need_save, need_show },
	{ "POST", "/needs/{no}/b", APPROVER, need_save, need_write },
	{ "POST", "/needs/{no}/c", STAFF, need_done },
	{ "POST", "/needs/{no}/d", STAFF, need_save }, /* BAD */
	{ "POST", "/needs/{no}/e", STAFF, need_save, need_read }, /* BAD */
	{ "POST", "/needs/{no}/f", STAFF, need_save, need_edit }, /* BAD */
	{ "POST", "/needs/{no}/g", STAFF, need_save, need_print }, /* BAD */
	{ "POST", "/needs/{no}/h", STAFF, need_save, need_other }, /* BAD */
	{ "POST", "/needs/{no}/i", STAFF, need_back }, /* BAD */
	{ 0 }
};
