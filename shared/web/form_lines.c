/* form_lines.c - a form that is filled by half, as a text. */
#include "form_lines.h"

#include <string.h>

#include "page.h"
#include "reply.h"

static void line_add(struct buf *b, const char *name, const char *value)
{
	if (value && *value)
		buf_fmt(b, "%s=%s\n", name, url_encode(b->arena, value));
}

const char *form_lines(struct rq *q, bool (*keeps)(const void *ctx, const char *name),
		       const void *ctx)
{
	struct buf b = { .arena = q->arena };
	buf_str(&b, "");
	for (struct node *n = node_first(put_list(q, "Form")); n; n = node_next(n)) {
		if (!keeps(ctx, node_name(n)))
			continue;
		line_add(&b, node_name(n), node_value(n));
		for (struct node *c = node_first(n); c; c = node_next(c))
			line_add(&b, node_name(n), node_value(c));
	}
	return b.p;
}

void form_lines_each(struct rq *q, const char *body,
		     void (*each)(struct rq *q, const void *ctx, const char *name,
				  const char *value),
		     const void *ctx)
{
	for (const char *line = body; *line; line += *line == '\n') {
		size_t n = strcspn(line, "\n"), at = strcspn(line, "="), len;
		const char *value;
		if (at < n && url_decode(q->arena, line + at + 1, n - at - 1, true, &value, &len))
			each(q, ctx, arena_dup(q->arena, line, at), value);
		line += n;
	}
}
