/* script.c - runs a file of statements. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "admin.h"

enum err admin_script(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "r");
	if (!f)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	struct buf b = { .arena = a };
	char block[16384];
	size_t n;
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		buf_add(&b, block, n);
	bool bad = ferror(f) != 0;
	(void)fclose(f);
	if (bad || !b.n)
		return ERR(ERR_INTERNAL, "%s: cannot be read, or empty", path);
	enum err e = db_script(b.p, b.n);
	return e ? ERR(e, "%s", path) : OK;
}
