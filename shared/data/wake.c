/* wake.c - the datagrams that end a loop's rest. */
#include "wake.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "config.h"
#include "db.h"
#include "log.h"

static const char *const loops[WAKES] = { "ledger-seal", "platform-post", "message-post",
					  "bank-clock" };
static bool waiting[WAKES]; /* for the commit */

static bool wake_address(const char *loop, struct sockaddr_un *to)
{
	*to = (struct sockaddr_un){ .sun_family = AF_UNIX };
	int n = snprintf(to->sun_path, sizeof(to->sun_path), "%s/%s.wake", cfg.run_dir, loop);
	return n > 0 && (size_t)n < sizeof(to->sun_path);
}

/* Nobody there, or so many unread that it will look anyway: both are fine. */
static bool wake_send(const char *loop)
{
	static int from = -1;
	struct sockaddr_un to;
	if (from < 0)
		from = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	return from >= 0 && wake_address(loop, &to) &&
	       !sendto(from, "", 0, MSG_NOSIGNAL, (const struct sockaddr *)&to, sizeof(to));
}

void wake_loop(enum wake which)
{
	if (db_in_tx())
		waiting[which] = true;
	else
		(void)wake_send(loops[which]);
}

void wake_committed(bool committed)
{
	for (int i = 0; i < WAKES; i++) {
		if (waiting[i] && committed)
			(void)wake_send(loops[i]);
		waiting[i] = false;
	}
}

static bool wake_given(void)
{
	int domain = 0, type = 0;
	socklen_t n = sizeof(int);
	return !getsockopt(STDIN_FILENO, SOL_SOCKET, SO_DOMAIN, &domain, &n) && domain == AF_UNIX &&
	       !getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &type, &n) && type == SOCK_DGRAM;
}

int wake_listen(const char *loop)
{
	struct sockaddr_un at;
	if (wake_given())
		return STDIN_FILENO;
	/* Two of one name may run: the first hears, the second looks as often as it always did. */
	if (!wake_address(loop, &at) || wake_send(loop))
		return -1;
	int ear = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	(void)unlink(at.sun_path);
	if (ear >= 0 && bind(ear, (const struct sockaddr *)&at, sizeof(at))) {
		log_info("no socket %s: it looks for work more often", at.sun_path);
		(void)close(ear);
		ear = -1;
	}
	return ear;
}

void wake_close(int ear, const char *loop)
{
	struct sockaddr_un at;
	if (ear < 0)
		return;
	(void)close(ear);
	if (ear != STDIN_FILENO && wake_address(loop, &at))
		(void)unlink(at.sun_path);
}

bool wake_heard(int ear)
{
	char any;
	bool heard = false;
	while (ear >= 0 && recv(ear, &any, sizeof(any), MSG_DONTWAIT) >= 0)
		heard = true;
	return heard;
}
