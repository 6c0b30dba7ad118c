/* page_file.c - trees of names and values read from files: the mappings of platforms. */
#include "page.h"

#include <ClearSilver.h>

struct node *node_at(struct node *n, const char *path)
{
	return n ? (struct node *)hdf_get_obj((HDF *)n, path) : NULL;
}

const char *node_name(struct node *n)
{
	return hdf_obj_name((HDF *)n);
}

const char *node_value(struct node *n)
{
	return hdf_obj_value((HDF *)n);
}

enum err node_file(const char *path, struct node **out)
{
	HDF *tree = NULL;
	NEOERR *bad = hdf_init(&tree);
	if (bad == STATUS_OK)
		bad = hdf_read_file(tree, path);
	if (bad == STATUS_OK) {
		*out = (struct node *)tree;
		return OK;
	}
	STRING text;
	string_init(&text);
	nerr_error_string(bad, &text);
	enum err e = ERR(ERR_INTERNAL, "%s: %s", path, text.buf ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&bad);
	hdf_destroy(&tree);
	return e;
}

void node_free(struct node **n)
{
	HDF *tree = (HDF *)*n;
	hdf_destroy(&tree);
	*n = NULL;
}
