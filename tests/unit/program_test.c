/* program_test.c - the sign of life that a service manager waits for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "program.h"

static char said[32];

static int listen_at(const struct sockaddr_un *at, socklen_t n)
{
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
	assert_true(fd >= 0 && bind(fd, (const struct sockaddr *)at, n) == 0);
	return fd;
}

static const char *hear(int fd)
{
	ssize_t n = recv(fd, said, sizeof(said) - 1, 0);
	said[n > 0 ? n : 0] = '\0';
	return said;
}

static void nobody_asked(void **state)
{
	(void)state;
	(void)unsetenv("NOTIFY_SOCKET");
	program_alive();
	(void)setenv("NOTIFY_SOCKET", "/nowhere/at/all", 1);
	char longer[300];
	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	(void)setenv("NOTIFY_SOCKET", longer, 1);
	program_alive();
}

static void told_once(void **state)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	(void)state;
	int n = snprintf(at.sun_path + 1, sizeof(at.sun_path) - 1, "zyz-alive-%d", (int)getpid());
	int fd = listen_at(&at,
			   (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)n));
	char name[120];
	(void)snprintf(name, sizeof(name), "@%s", at.sun_path + 1);
	(void)setenv("NOTIFY_SOCKET", name, 1);
	program_alive();
	assert_string_equal(hear(fd), "WATCHDOG=1");
	program_alive();
	assert_string_equal(hear(fd), "");
	(void)close(fd);
	(void)unsetenv("NOTIFY_SOCKET");
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(nobody_asked),
					    cmocka_unit_test(told_once) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
