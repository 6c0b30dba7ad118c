/*
 * wake.h - a loop is told that there is something to do: one empty datagram to its socket
 * `NAME.wake` in run_dir, once what it has to find is committed.
 *
 * Owns those sockets. A wake that is lost does no harm: a loop also looks by itself, every
 * cfg.loop_idle_ms at most. It reaches the loops of this machine alone.
 *
 *	e = db_exec(&add_q, ...);   // in a transaction or not
 *	if (!e)
 *		wake_loop(WAKE_POST);
 */
#ifndef ZYZ_WAKE_H
#define ZYZ_WAKE_H

#include <stdbool.h>

enum wake { WAKE_SEAL, WAKE_POST, WAKE_MESSAGE, WAKE_BANK, WAKES };

/* At once, or when the transaction that is open has committed. */
void wake_loop(enum wake which);
/* db.c: the transaction has ended. */
void wake_committed(bool committed);

/* A loop's own ear: descriptor 0 where the service manager made it, else the socket of its name.
 * -1: another loop has it, or there can be none. */
int wake_listen(const char *loop);
void wake_close(int ear, const char *loop);
/* Forgets what was heard; true: something was. */
bool wake_heard(int ear);

#endif
