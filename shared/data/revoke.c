/* revoke.c - the counter that ends what processes remember of sessions. */
#include "revoke.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "db.h"
#include "log.h"

static _Atomic uint64_t *counter;

static _Atomic uint64_t *map(void)
{
	char path[512];
	(void)snprintf(path, sizeof(path), "%s/sessions", cfg.run_dir);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	if (fd < 0)
		return NULL;
	/* Whoever makes it makes it for all programs, whatever its umask: one that remembered
	 * sessions while another could not end them would be worse than none. */
	(void)fchmod(fd, 0660);
	void *p = ftruncate(fd, sizeof(*counter)) == 0
			  ? mmap(NULL, sizeof(*counter), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0)
			  : MAP_FAILED;
	(void)close(fd);
	return p == MAP_FAILED ? NULL : p;
}

/* Tried once: without the page sessions are read for each request. */
static _Atomic uint64_t *page(void)
{
	static bool tried;
	if (!tried) {
		tried = true;
		counter = map();
		if (!counter)
			log_info("no page %s/sessions: no session is remembered", cfg.run_dir);
	}
	return counter;
}

uint64_t revoke_count(void)
{
	return page() ? atomic_load(counter) + 1 : 0;
}

static void grow(void)
{
	if (page())
		(void)atomic_fetch_add(counter, 1);
}

void revoke_kept(void)
{
	db_on_commit(grow);
}
