/* bare.c - the yardstick: a libfcgi responder that answers a constant page and does nothing
 * else. */
#include <fcgiapp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

enum { BODY = 10240 };

static void on_stop(int number)
{
	(void)number;
	FCGX_ShutdownPending();
}

int main(void)
{
	static char answer[BODY + 200];
	FCGX_Request f;
	struct sigaction stop = { .sa_handler = on_stop };
	(void)sigaction(SIGTERM, &stop, NULL);
	(void)sigaction(SIGUSR1, &stop, NULL);
	int head = snprintf(answer, sizeof(answer),
			    "Content-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
			    BODY);
	memset(answer + head, 'x', BODY);
	if (FCGX_Init() || FCGX_InitRequest(&f, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return 1;
	while (FCGX_Accept_r(&f) >= 0) {
		(void)FCGX_PutStr(answer, head + BODY, f.out);
		FCGX_Finish_r(&f);
	}
	return 0;
}
