/* page_json.c - a page's data as JSON, for clients that ask for it. */
#include <ctype.h>

#include "json.h"
#include "page_inside.h"

static bool all_numbered(struct node *n)
{
	for (struct node *c = node_first(n); c; c = node_next(c))
		if (!isdigit((unsigned char)*node_name(c)))
			return false;
	return true;
}

/* Depth is the handler's own: user text never makes a node. */
static void json_value(struct json_w *w, struct node *n)
{
	struct node *c = node_first(n);
	if (!c) {
		const char *text = node_value(n);
		if (text && node_is_number(n))
			json_digits(w, text);
		else
			json_str(w, text);
		return;
	}
	bool list = all_numbered(n);
	json_open(w, list ? '[' : '{');
	for (; c; c = node_next(c)) {
		if (*node_name(c) == '_')
			continue;
		if (!list)
			json_key(w, node_name(c));
		json_value(w, c);
	}
	json_close(w, list ? ']' : '}');
}

void page_json(struct node *root, struct buf *out)
{
	struct json_w w = { .buf = *out };
	json_open(&w, '{');
	json_key(&w, "Page");
	json_value(&w, root);
	json_close(&w, '}');
	*out = w.buf;
}
