/* path.c - the page to come back to: only ever one of our own. */
#include <string.h>

#include "account.h"

const char *local_path(const char *to, const char *fallback)
{
	if (!to || to[0] != '/' || to[1] == '/' || to[1] == '\\' || strlen(to) > 200)
		return fallback;
	for (const char *s = to; *s; s++)
		if (*s <= ' ' || *s >= 127 || *s == '\\' || *s == '#')
			return fallback;
	return to;
}

const char *path_back(const struct rq *q, const char *fallback)
{
	const char *given = form_given(q, "to");
	return local_path(given ? given : query(q, "to"), fallback);
}
