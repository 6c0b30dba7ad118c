/* temp.c - nameless files. */
#include "temp.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

const char *temp_dir(void)
{
	const char *dir = getenv("TMPDIR");
	return dir && *dir == '/' ? dir : "/tmp";
}

FILE *temp_file(void)
{
	int fd = open(temp_dir(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w+");
	if (fd >= 0 && !f)
		(void)close(fd);
	return f;
}
