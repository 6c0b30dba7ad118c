/* page_json.c - a page's data as JSON, for clients that ask for it. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "page_inside.h"

static bool numbered(HDF *n)
{
	for (HDF *c = hdf_obj_child(n); c; c = hdf_obj_next(c))
		if (!isdigit((unsigned char)*hdf_obj_name(c)))
			return false;
	return true;
}

static bool is_number(HDF *n)
{
	for (HDF_ATTR *a = hdf_obj_attr(n); a; a = a->next)
		if (strcmp(a->key, "n") == 0)
			return true;
	return false;
}

/* Depth is the handler's own: user text never makes a node. */
static void value(struct json_w *w, HDF *n)
{
	HDF *c = hdf_obj_child(n);
	if (!c) {
		const char *text = hdf_obj_value(n);
		if (text && is_number(n))
			json_int(w, strtoll(text, NULL, 10));
		else
			json_str(w, text);
		return;
	}
	bool list = numbered(n);
	json_open(w, list ? '[' : '{');
	for (; c; c = hdf_obj_next(c)) {
		if (*hdf_obj_name(c) == '_')
			continue;
		if (!list)
			json_key(w, hdf_obj_name(c));
		value(w, c);
	}
	json_close(w, list ? ']' : '}');
}

void page_json(HDF *root, struct buf *out)
{
	struct json_w w = { .buf = *out };
	json_open(&w, '{');
	json_key(&w, "Page");
	value(&w, root);
	json_close(&w, '}');
	*out = w.buf;
}
