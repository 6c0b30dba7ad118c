/* workers.c - forking workers, replacing those that die, ending them in order. */
#include "workers.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "log.h"
#include "sandbox.h"

enum { MAX_WORKERS = 64, PAUSE_MS = 100, LONGEST_MS = 10000, LIVED_MS = 10000 };

/* A place in which a worker runs, or waits for its next one: the longer, the more often what was
 * there died young. It never stops trying: what killed them may be mended any moment. */
static struct slot {
	pid_t pid; /* 0: nobody */
	int64_t born, again_at, pause_ms;
} slots[MAX_WORKERS];
static struct worker_counts alone, *counts = &alone; /* shared, once there are workers */

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
static bool fork_one(struct slot *s, const sigset_t *before)
{
	pid_t first = getpid(), pid = fork();
	if (pid == 0)
		return is_child(first, before);
	if (pid < 0)
		log_error("a worker cannot be started");
	s->pid = pid < 0 ? 0 : pid;
	s->born = clock_mono_ms();
	if (pid < 0)
		s->again_at = s->born + LIVED_MS;
	return false;
}

static void end_all(int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		if (slots[i].pid)
			(void)kill(slots[i].pid, SIGTERM);
	while (wait(NULL) > 0)
		;
}

/* One death is an accident, and the next one comes at once; those that die young wait. */
static void slot_died(struct slot *s)
{
	int64_t now = clock_mono_ms();
	bool young = now - s->born < LIVED_MS;
	s->pid = 0;
	s->again_at = young ? now + s->pause_ms : now;
	s->pause_ms = !young                         ? 0
		      : s->pause_ms == 0             ? PAUSE_MS
		      : s->pause_ms * 2 < LONGEST_MS ? s->pause_ms * 2
						     : LONGEST_MS;
	if (s->again_at - now >= LONGEST_MS / 2)
		log_error("workers die as they are born: the next in %lld s",
			  (long long)(s->again_at - now) / 1000);
}

static void tell(pid_t pid, int status)
{
	if (WIFSIGNALED(status))
		log_error("worker %d: signal %d", (int)pid, WTERMSIG(status));
	else if (WEXITSTATUS(status) == 0)
		log_info("worker %d: ended, another one reads the keys anew", (int)pid);
	else
		log_error("worker %d: ended with %d", (int)pid, WEXITSTATUS(status));
}

/* Starts what is due; *ms: until the next is. True in the child. */
static bool fork_due(int64_t n, const sigset_t *before, int64_t *ms)
{
	int64_t now = clock_mono_ms();
	*ms = LONGEST_MS;
	for (int64_t i = 0; i < n; i++) {
		struct slot *s = &slots[i];
		if (s->pid)
			continue;
		if (s->again_at <= now && fork_one(s, before))
			return true;
		if (!s->pid && s->again_at - now < *ms)
			*ms = s->again_at - now;
	}
	return false;
}

static void reap(int64_t n)
{
	int how;
	for (pid_t pid; (pid = waitpid(-1, &how, WNOHANG)) > 0;) {
		tell(pid, how);
		counts->died += !WIFEXITED(how) || WEXITSTATUS(how) != 0;
		for (int64_t i = 0; i < n; i++)
			if (slots[i].pid == pid)
				slot_died(&slots[i]);
	}
}

const struct worker_counts *worker_counts(void)
{
	return counts;
}

void worker_count_answer(bool writes, int status, int64_t micros)
{
	int class = status / 100;
	if (class < 0 || class > 5)
		class = 0;
	(void)__atomic_fetch_add(&counts->answers[writes][class], 1, __ATOMIC_RELAXED);
	(void)__atomic_fetch_add(&counts->micros[writes], micros, __ATOMIC_RELAXED);
}

bool workers_fork(int64_t n)
{
	sigset_t asked, before;
	int64_t ms;
	if (n <= 0)
		return true;
	n = n < MAX_WORKERS ? n : MAX_WORKERS;
	void *shared = mmap(NULL, sizeof(*counts), PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared != MAP_FAILED)
		counts = shared;
	else
		log_error("each worker counts for itself");
	(void)sigemptyset(&asked);
	const int all[] = { SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGUSR1 };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		(void)sigaddset(&asked, all[i]);
	(void)sigprocmask(SIG_BLOCK, &asked, &before);
	for (int signal = SIGCHLD; (signal == SIGCHLD || signal < 0) && !sandbox_shut_out();) {
		reap(n);
		if (fork_due(n, &before, &ms))
			return true;
		struct timespec wait = { ms / 1000, (ms % 1000) * 1000000 };
		signal = sigtimedwait(&asked, NULL, &wait);
	}
	end_all(n);
	return false;
}
