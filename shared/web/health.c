/* health.c - the same short FastCGI request to every program's socket, and who answers in time. */
#include "health.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "page.h"
#include "str.h"

enum { ANSWER = 512, MOST = 64 };

struct asking {
	struct health_answer *of;
	int fd;
	char got[ANSWER];
	size_t n;
};

/* BEGIN_REQUEST as a responder, one PARAMS record and its end, the end of STDIN: the numbers are
 * version, type, request 1, length, padding. */
#define PAIR "\x0a\x01" HEALTH_PARAM "1"
static const char question[] = "\x01\x01\x00\x01\x00\x08\x00\x00"
			       "\x00\x01\x00\x00\x00\x00\x00\x00"
			       "\x01\x04\x00\x01\x00\x0d\x00\x00" PAIR
			       "\x01\x04\x00\x01\x00\x00\x00\x00"
			       "\x01\x05\x00\x01\x00\x00\x00\x00";
_Static_assert(sizeof(PAIR) - 1 == 0x0d, "the length in the PARAMS record");

static void asking_end(struct asking *k, const char *why)
{
	if (k->fd >= 0)
		(void)close(k->fd);
	k->fd = -1;
	k->of->up = !why;
	k->of->why = why;
}

static void asking_begin(struct asking *k)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int n = snprintf(to.sun_path, sizeof(to.sun_path), "%s/%s.sock", cfg.run_dir, k->of->name);
	k->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool there = k->fd >= 0 && n > 0 && (size_t)n < sizeof(to.sun_path) &&
		     !connect(k->fd, (const struct sockaddr *)&to, sizeof(to)) &&
		     send(k->fd, question, sizeof(question) - 1, MSG_NOSIGNAL) ==
			     (ssize_t)sizeof(question) - 1;
	if (!there)
		asking_end(k, errno == EAGAIN ? "silent" : "gone");
}

/* The answer is kept with a zero behind it. */
static void health_counts(const char *s, struct worker_counts *c)
{
	char *rest;
	c->died = strtoll(s, &rest, 10);
	for (int w = 0; w < 2; w++) {
		for (int i = 2; i < 6; i++)
			c->answers[w][i] = strtoll(rest, &rest, 10);
		c->micros[w] = strtoll(rest, &rest, 10);
	}
}

/* The line stands in a record somewhere in it; records of the protocol hold zeros. */
static void asking_read(struct asking *k)
{
	ssize_t n = recv(k->fd, k->got + k->n, sizeof(k->got) - 1 - k->n, 0);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	k->n += n > 0 ? (size_t)n : 0;
	const char *line = memmem(k->got, k->n, HEALTH_LINE, strlen(HEALTH_LINE));
	const char *end = line ? memchr(line, '\n', k->n - (size_t)(line - k->got)) : NULL;
	if (!end) {
		if (n <= 0 || k->n == sizeof(k->got) - 1)
			asking_end(k, "odd");
		return;
	}
	line += strlen(HEALTH_LINE);
	const char *numbers = memchr(line, ' ', (size_t)(end - line));
	if (numbers)
		health_counts(numbers, &k->of->counts);
	static const char *const words[] = { "database", "schema", "keys" };
	const char *why = NULL;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts(line, words[i]))
			why = words[i];
	asking_end(k, why ? why : str_starts(line, "ok ") ? NULL : "odd");
}

void health_ask(struct arena *a, struct health_answer *v, size_t n)
{
	struct asking *all = arena_array(a, MOST, sizeof(*all));
	struct pollfd p[MOST];
	int64_t until = clock_mono_ms() + HEALTH_MS;
	n = n < MOST ? n : MOST;
	for (size_t i = 0; i < n; i++) {
		all[i] = (struct asking){ .of = &v[i], .fd = -1 };
		if (str_eq(v[i].name, log_program())) {
			asking_end(&all[i], NULL);
			v[i].counts = *worker_counts();
		} else {
			asking_begin(&all[i]);
		}
	}
	for (int64_t left; (left = until - clock_mono_ms()) > 0;) {
		size_t open = 0;
		for (size_t i = 0; i < n; i++) {
			p[i] = (struct pollfd){ all[i].fd, POLLIN, 0 };
			open += all[i].fd >= 0;
		}
		if (!open || poll(p, n, (int)left) < 0)
			break;
		for (size_t i = 0; i < n; i++)
			if (all[i].fd >= 0 && p[i].revents)
				asking_read(&all[i]);
	}
	for (size_t i = 0; i < n; i++)
		if (all[i].fd >= 0)
			asking_end(&all[i], "silent");
}

void health_ask_all(struct arena *a, struct health_answer **v, size_t *n)
{
	*v = arena_array(a, MOST, sizeof(**v));
	*n = 0;
	for (const char *p = page_programs("page"); *p && *n < MOST;) {
		size_t len = strcspn(p, "\n");
		(*v)[(*n)++] = (struct health_answer){ .name = arena_dup(a, p, len) };
		p += len;
		p += *p == '\n';
	}
	health_ask(a, *v, *n);
}
