/*
 * workers.h - the processes of a program that share its socket. The first reads what all of them
 * need (settings, keys, texts, templates) and forks; they share that memory, and it starts another
 * where one dies.
 *
 * Owns the children and the first process's signals. Never serves a request itself.
 *
 *	if (!workers_fork(cfg.workers, &status))
 *		return status;      // the first process, at its end
 *	... a worker goes on here
 */
#ifndef ZYZ_WORKERS_H
#define ZYZ_WORKERS_H

#include <stdbool.h>
#include <stdint.h>

/* True in each of n workers, and for n = 0 in this process, which stays alone. False in the first
 * process once all have ended: *status is 0 after TERM, INT, HUP or USR1, which it hands on, and 1
 * when workers died so often that it gave up. */
bool workers_fork(int64_t n, int *status);

#endif
