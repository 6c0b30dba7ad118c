/* slot.c - so many passwords at once on a host. */
#include "slot.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "form.h"

static int held = -1;

/* The lock is the kernel's: whoever dies gives it back. Without the folder nobody is kept out. */
bool slot_take(void)
{
	char path[512];
	/* Installed, it was made for us: in run_dir itself nobody makes files. */
	(void)snprintf(path, sizeof(path), "%s/sign-in", cfg.run_dir);
	(void)mkdir(path, 0700);
	for (int64_t i = 0; i < cfg.sign_in_at_once; i++) {
		(void)snprintf(path, sizeof(path), "%s/sign-in/%d", cfg.run_dir, (int)i);
		int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		if (fd < 0)
			return true;
		if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
			held = fd;
			return true;
		}
		(void)close(fd);
	}
	return false;
}

void slot_give(void)
{
	if (held >= 0)
		(void)close(held);
	held = -1;
}

enum err slot_busy(struct rq *q, const char *field)
{
	form_error(q, field, "busy");
	return ERR_FORM;
}
