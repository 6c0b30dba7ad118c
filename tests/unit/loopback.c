/* loopback.c - the servers that http_test.c talks to. */
#include "loopback.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "err.h"

static volatile int *counter;

static void say(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t w = write(fd, s, n);
		if (w <= 0)
			_exit(0);
		s += w;
		n -= (size_t)w;
	}
}

static void sayf(int fd, const char *fmt, ...) PRINTF(2, 3);
static void sayf(int fd, const char *fmt, ...)
{
	char text[16384];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	say(fd, text, (size_t)n);
}

static void filled(int fd, size_t n)
{
	char block[4096];
	memset(block, 'x', sizeof block);
	sayf(fd, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n", n);
	for (; n > sizeof block; n -= sizeof block)
		say(fd, block, sizeof block);
	say(fd, block, n);
}

/* Without Content-Length: only the count of what came can stop it. */
static void endless(int fd)
{
	char block[4096];
	memset(block, 'x', sizeof block);
	sayf(fd, "HTTP/1.1 200 OK\r\n\r\n");
	for (;;)
		say(fd, block, sizeof block);
}

static void reset(int fd)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
	close(fd);
	_exit(0);
}

/* What the path asks for; request is all that was sent. */
static void play(int fd, const char *request)
{
	static const char nul[] = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na\0b";
	char method[8] = "", path[64] = "";
	(void)sscanf(request, "%7s %63s", method, path);

	if (strcmp(path, "/echo") == 0 || strncmp(path, "/echo?", 6) == 0)
		sayf(fd, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s", strlen(request),
		     request);
	else if (strcmp(path, "/empty") == 0)
		sayf(fd, "HTTP/1.1 204 No Content\r\n\r\n");
	else if (strcmp(path, "/nul") == 0)
		say(fd, nul, sizeof nul - 1);
	else if (strcmp(path, "/brim") == 0)
		filled(fd, MIB);
	else if (strcmp(path, "/over") == 0)
		filled(fd, MIB + 1);
	else if (strcmp(path, "/endless") == 0)
		endless(fd);
	else if (strcmp(path, "/reset") == 0 || strcmp(path, "/short") == 0)
		sayf(fd, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\npartial");
	else if (strcmp(path, "/silent") == 0)
		pause();
	else if (strcmp(path, "/busy") == 0)
		sayf(fd, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nbusy");
	else if (strcmp(path, "/now") == 0)
		sayf(fd, "HTTP/1.1 429 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
	else if (strcmp(path, "/past") == 0)
		sayf(fd, "HTTP/1.1 503 Busy\r\nRetry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n"
			 "Content-Length: 0\r\n\r\n");
	else if (strcmp(path, "/moved") == 0)
		sayf(fd, "HTTP/1.1 302 Found\r\nLocation: /echo\r\nContent-Length: 5\r\n\r\nmoved");
	else if (strcmp(path, "/garbage") == 0)
		sayf(fd, "SSH-2.0-nothing\r\n\r\n");
	if (strcmp(path, "/reset") == 0)
		reset(fd);
}

static void serve_one(int fd)
{
	static char request[65536];
	size_t n = 0, want = 0;

	for (;;) {
		ssize_t r = read(fd, request + n, sizeof request - 1 - n);
		if (r <= 0)
			_exit(0);
		n += (size_t)r;
		request[n] = '\0';
		const char *end = strstr(request, "\r\n\r\n"),
			   *len = strstr(request, "Content-Length: ");
		if (end == NULL)
			continue;
		want = (size_t)(end - request) + 4 +
		       (len && len < end ? strtoul(len + 16, NULL, 10) : 0);
		if (n >= want)
			break;
	}
	play(fd, request);
	_exit(0);
}

/* A child for each connection, so that a silent one does not hold up the rest. */
static void serve(int listener)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	signal(SIGCHLD, SIG_IGN);
	for (;;) {
		int fd = accept(listener, NULL, NULL);
		if (fd < 0)
			_exit(1);
		(*counter)++;
		if (fork() == 0)
			serve_one(fd);
		close(fd);
	}
}

static int listen_loopback(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof at;

	int fd = socket(AF_INET, SOCK_STREAM, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) || listen(fd, 16) ||
	    getsockname(fd, (struct sockaddr *)&at, &len))
		return -1;
	*port = ntohs(at.sin_port);
	return fd;
}

pid_t loopback_serve(int *port, volatile int **connections)
{
	void *p = mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
		       -1, 0);
	int listener = listen_loopback(port);
	if (p == MAP_FAILED || listener < 0)
		return -1;
	*connections = counter = p;
	pid_t pid = fork();
	if (pid == 0)
		serve(listener);
	setpgid(pid, pid);
	close(listener);
	return pid;
}

/* Signed by itself, for 127.0.0.1 and not for localhost. */
static bool make_certificate(const char *key, const char *cert)
{
	int status = -1;
	pid_t pid = fork();
	if (pid == 0) {
		close(2); /* it draws dots while it works */
		execlp("openssl", "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
		       "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=zyz-test",
		       "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert,
		       (char *)NULL);
		_exit(127);
	}
	return waitpid(pid, &status, 0) == pid && status == 0;
}

pid_t loopback_tls(const char *key, const char *cert, int *port)
{
	static FILE *said; /* stays open: the server would die of a closed pipe */
	char line[200];
	int out[2];

	*port = 0;
	if (!make_certificate(key, cert) || pipe(out))
		return -1;
	pid_t pid = fork();
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		dup2(out[1], 1);
		dup2(out[1], 2);
		execlp("openssl", "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", key,
		       "-cert", cert, "-www", (char *)NULL);
		_exit(127);
	}
	close(out[1]);
	said = fdopen(out[0], "r");
	while (*port == 0 && said && fgets(line, sizeof line, said))
		if (strncmp(line, "ACCEPT 127.0.0.1:", 17) == 0)
			*port = (int)strtol(line + 17, NULL, 10);
	return pid;
}
