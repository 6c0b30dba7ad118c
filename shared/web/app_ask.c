/* app_ask.c - asking first: what cannot be taken back is asked on a page of its own before it is
 * done, with what follows, who hears of it and what else could be done. */
#include <string.h>

#include "app_inside.h"
#include "form.h"

/* "/support/insurance/{uid}/end" is insurance_end: what of the address has a name of its own. */
static const char *ask_word(struct rq *q)
{
	struct buf b = { .arena = q->arena };
	const char *s = strchr(q->route->path + 1, '/');
	buf_str(&b, "");
	while (s && *s) {
		size_t n = strcspn(++s, "/");
		for (size_t i = 0; *s != '{' && i < n; i++)
			buf_char(&b, s[i] == '-' ? '_' : s[i]);
		s += n;
		if (*s && s[1] != '{' && b.n)
			buf_char(&b, '_');
	}
	return b.p;
}

bool app_unsure(const struct rq *q)
{
	/* A program that posts has asked whoever it posts for. */
	return q->route->flags & SURE && !q->json && !str_eq(form_given(q, "sure"), "1");
}

enum err app_ask(const struct app *app, struct rq *q)
{
	err_clear();
	page_only(q, "");
	put(q, "Ask.word", ask_word(q));
	put(q, "Ask.path", q->path);
	put(q, "Ask.back", app_above(app, q));
	for (size_t i = 0; i < q->body.n; i++) {
		const struct field *f = &q->body.v[i];
		if (str_in(f->name, "csrf,seen,sure") || f->filename)
			continue;
		struct node *n = node_item(put_list(q, "AskFields"));
		node_set(n, "name", f->name);
		node_set(n, "value", f->value);
	}
	form_put_typed(q);
	return page(q, "ask.cs");
}
