/* platform_profiles.c - which mappings there are, and what they are called. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "platform_inside.h"

enum { PROFILES = 100 };
#define ENDING ".hdf"

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum err platform_profiles(struct arena *a, const char *const **names, size_t *n)
{
	const char **v = arena_array(a, PROFILES, sizeof(*v));
	const char *path = arena_fmt(a, "%s/platform", cfg.templates);
	size_t count = 0;
	DIR *dir = opendir(path);
	if (!dir)
		return ERR(ERR_INTERNAL, "%s cannot be read", path);
	for (struct dirent *d; count < PROFILES && (d = readdir(dir)) != NULL;) {
		size_t len = strlen(d->d_name), end = strlen(ENDING);
		if (len > end && strcmp(d->d_name + len - end, ENDING) == 0)
			v[count++] = arena_dup(a, d->d_name, len - end);
	}
	(void)closedir(dir);
	qsort(v, count, sizeof(*v), by_name);
	*names = v;
	*n = count;
	return OK;
}

const char *platform_name(const struct platform *p)
{
	return p->name;
}

bool platform_known(const struct platform *p)
{
	return !p->unknown;
}
