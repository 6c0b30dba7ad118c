/* program.c - how every process of ours begins. */
#include "program.h"

#include <sys/resource.h>

#include "config.h"
#include "log.h"

void program_start(const char *name)
{
	struct rlimit no_core = { 0, 0 };
	(void)setrlimit(RLIMIT_CORE, &no_core);
	config_load();
	log_name(name);
}
