/* program.c - how every process of ours begins. */
#include "program.h"

#include <malloc.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "clock.h"
#include "config.h"
#include "log.h"

enum { LARGE = 131072, ALIVE_MS = 10000 };

void program_start(const char *name)
{
	struct rlimit no_core = { 0, 0 };
	/* What a large page needed goes back when it was sent; by itself glibc would keep more and
	 * more of it. */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
	(void)mallopt(M_TRIM_THRESHOLD, LARGE);
	(void)setrlimit(RLIMIT_CORE, &no_core);
	config_load();
	log_name(name);
	bool json = strcmp(cfg.log_format, "json") == 0;
	if (!json && strcmp(cfg.log_format, "text") != 0) {
		(void)fprintf(stderr, "setting log_format=%s: text or json\n", cfg.log_format);
		exit(2);
	}
	log_json(json);
}

void program_alive(void)
{
	static const char alive[] = "WATCHDOG=1";
	static int64_t next;
	const char *at = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t n = at ? strlen(at) : 0;
	if (n < 2 || n >= sizeof(to.sun_path) || clock_mono_ms() < next)
		return;
	next = clock_mono_ms() + ALIVE_MS;
	memcpy(to.sun_path, at, n);
	if (*at == '@') /* a name that is no file */
		to.sun_path[0] = '\0';
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return;
	/* Nobody listens: then nobody waits for it either. */
	(void)sendto(fd, alive, sizeof(alive) - 1, MSG_NOSIGNAL, (const struct sockaddr *)&to,
		     (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n));
	(void)close(fd);
}
