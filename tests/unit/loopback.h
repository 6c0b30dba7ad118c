/*
 * loopback.h - servers on 127.0.0.1 in child processes, good and bad ones. They die with the test
 * at the latest; before that the test kills and reaps them.
 *
 *	pid_t pid = loopback_serve(&port, &connections);  // http://127.0.0.1:PORT/echo
 */
#ifndef ZYZ_TEST_LOOPBACK_H
#define ZYZ_TEST_LOOPBACK_H

#include <sys/types.h>
#include <sys/wait.h>

#define MIB (1024 * 1024)

/* What a path answers: /echo the request itself; /empty 204; /nul a NUL inside; /brim 1 MiB, /over
 * one byte more, /endless; /reset and /short break off; /silent never answers; /busy /now /past
 * Retry-After; /moved 302; /garbage no HTTP; anything else closes. The child leads a process
 * group of its own: kill(-pid). -1 on failure. */
pid_t loopback_serve(int *port, volatile int **connections);

/* openssl with a certificate for 127.0.0.1, not localhost, signed by itself. *port 0 on failure. */
pid_t loopback_tls(const char *key, const char *cert, int *port);

#endif
