/* program.c - how every process of ours begins. */
#include "program.h"

#include <malloc.h>
#include <sys/resource.h>

#include "config.h"
#include "log.h"

enum { LARGE = 131072 };

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
}
