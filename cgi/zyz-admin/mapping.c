/* mapping.c - checks the mapping of a platform before any poster reads it. */
#include <stdio.h>

#include "admin.h"
#include "platform.h"

enum err admin_mapping(struct arena *a, char **args)
{
	struct platform *p;
	const char *faults;
	if (platform_read(a, args[0], &p, &faults)) {
		fputs(faults, stderr);
		err_clear();
		return ERR(ERR_CHECK, "%s.hdf cannot be used as it is", args[0]);
	}
	printf("%s.hdf can be used\n", args[0]);
	platform_free(p);
	return OK;
}
