/* workers.c - forking workers, replacing those that die, ending them in order. */
#include "workers.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "log.h"

enum { MAX_WORKERS = 64, DEATHS = 10, WINDOW_MS = 10000 };

static pid_t children[MAX_WORKERS];
static int64_t deaths[DEATHS]; /* when the last of them happened */
static size_t death_count;

/* The child goes back to what signals meant before; should the first process die, it ends too. */
static bool is_child(pid_t first, const sigset_t *before)
{
	(void)sigprocmask(SIG_SETMASK, before, NULL);
	(void)prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != first)
		exit(0);
	return true;
}

/* True in the child. */
static bool fork_one(size_t i, const sigset_t *before)
{
	pid_t first = getpid(), pid = fork();
	if (pid == 0)
		return is_child(first, before);
	if (pid < 0)
		log_error("a worker cannot be started");
	children[i] = pid < 0 ? 0 : pid;
	return false;
}

static void end_all(int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		if (children[i])
			(void)kill(children[i], SIGTERM);
	while (wait(NULL) > 0)
		;
}

/* So many deaths in so short a time are no accident. */
static bool too_often(void)
{
	int64_t now = clock_mono_ms(), *oldest = &deaths[death_count++ % DEATHS];
	bool often = *oldest && now - *oldest < WINDOW_MS;
	*oldest = now;
	return often;
}

static void tell(pid_t pid, int status)
{
	if (WIFSIGNALED(status))
		log_error("worker %d: signal %d", (int)pid, WTERMSIG(status));
	else
		log_error("worker %d: ended with %d", (int)pid, WEXITSTATUS(status));
}

bool workers_fork(int64_t n, int *status)
{
	sigset_t asked, before;
	if (n <= 0)
		return true;
	n = n < MAX_WORKERS ? n : MAX_WORKERS;
	(void)sigemptyset(&asked);
	const int all[] = { SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGUSR1 };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		(void)sigaddset(&asked, all[i]);
	(void)sigprocmask(SIG_BLOCK, &asked, &before);
	for (int64_t i = 0; i < n; i++)
		if (fork_one((size_t)i, &before))
			return true;
	*status = 0;
	while (!*status && sigwaitinfo(&asked, NULL) == SIGCHLD) {
		int how;
		for (pid_t pid; !*status && (pid = waitpid(-1, &how, WNOHANG)) > 0;) {
			tell(pid, how);
			*status = too_often();
			for (size_t i = 0; i < (size_t)n; i++) {
				if (children[i] != pid)
					continue;
				children[i] = 0;
				if (!*status && fork_one(i, &before))
					return true;
			}
		}
	}
	end_all(n);
	return false;
}
