/*
 * workers.h - the processes of a program that share its socket. The first reads what all of them
 * need (settings, keys, texts, templates) and forks; they share that memory, and it starts another
 * where one dies.
 *
 * Owns the children and the first process's signals. Never serves a request itself.
 *
 *	if (!workers_fork(cfg.workers))
 *		return 0;           // the first process, at its end
 *	... a worker goes on here
 */
#ifndef ZYZ_WORKERS_H
#define ZYZ_WORKERS_H

#include <stdbool.h>
#include <stdint.h>

/* True in each of n workers, and for n = 0 in this process, which stays alone. False in the first
 * process once all have ended, after TERM, INT, HUP or USR1, which it hands on. It never gives up:
 * where workers die young the next one waits, at most ten seconds. */
bool workers_fork(int64_t n);
/* What all workers of this program did since its start; each of them sees it, and adds to it by
 * worker_count_add(). Alone, a process has it for itself. */
struct worker_counts {
	int64_t died;
	/* by reading (GET, HEAD) and writing, and by the hundreds of the status: [..][5] is 5xx */
	int64_t answers[2][6];
	int64_t micros[2]; /* from the request to its answer */
};
const struct worker_counts *worker_counts(void);
void worker_count_answer(bool writes, int status, int64_t micros);

#endif
