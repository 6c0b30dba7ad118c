/* private.c - sealed values on pages: masked, or whole after a look. */
#include "private.h"

#include "list.h"
#include "secret.h"

enum { LOOKS_A_DAY = 200, DAY = 86400 };

const char *mask_words(struct arena *a, const char *text)
{
	(void)a;
	return text ? "****" : NULL;
}

enum err put_private(struct rq *q, struct bytes uid, const struct private *v, size_t n, bool whole)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < n; i++) {
		const char *text = NULL;
		if (v[i].sealed.n)
			e = secret_unseal(q->arena, v[i].column, uid, v[i].sealed, &text);
		if (!e && text)
			put(q, v[i].node, whole ? text : v[i].mask(q->arena, text));
	}
	return e;
}

struct look {
	struct rq *q;
	const struct private *v;
	size_t n;
	const char *action, *target, *purpose;
	int64_t id;
};

static enum err look_note(void *ctx)
{
	const struct look *l = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < l->n; i++)
		if (l->v[i].sealed.n)
			e = audit_look(&l->q->actor, DB_NONE, l->v[i].column, l->purpose);
	return e ? e : audit(&l->q->actor, l->action, l->target, l->id, NULL);
}

enum err look_private(struct rq *q, const struct private *v, size_t n, const char *action,
		      const char *target, int64_t id, const char *purpose)
{
	struct look l = { q, v, n, action, target, purpose, id };
	enum err e = throttle(q, "unmask", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      LOOKS_A_DAY, DAY);
	if (!e)
		e = db_tx(look_note, &l);
	if (!e) {
		put(q, "Unmasked", "1");
		reply_header(q, "Cache-Control", "no-store");
	}
	return e;
}

/* Nothing, sealed or not, is no value. */
struct bytes cell_bytes(const struct row *r, const char *name)
{
	const struct cell *c = list_cell(r, name);
	return (struct bytes){ c->n ? (const unsigned char *)c->text : NULL, c->n };
}

enum err row_masked(struct rq *q, struct node *n, const struct row *r, const char *column)
{
	const char *name;
	enum err e = secret_unseal(q->arena, column, cell_bytes(r, "_uid"), cell_bytes(r, "_name"),
				   &name);
	if (!e)
		node_set(n, "name", name ? mask_name(q->arena, name) : NULL);
	return e;
}
