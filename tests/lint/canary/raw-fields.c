/* as: cgi/needs/needs.c - fields of a form that no rule has read */
static enum err need_save(struct rq *q)
{
	const struct field *f = body_field(q, "title"); /* BAD */
	size_t n = q->body.n;                           /* BAD */
	buf_str(&q->reply->body, form_given(q, "to"));
	return form_read(q, need_in_fields, &in) ? OK : ERR_FORM;
}
===== as: shared/web/form.c
static const char *form_given(const struct rq *q, const char *name)
{
	return body_field(q, name)->value;
}
