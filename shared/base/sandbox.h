/*
 * sandbox.h - what a process gives up for good once it has read what it needs: another program in
 * its place (exec), connecting out where it has nobody to call, tracing and namespaces, and the
 * files of keys but those that it reads later. Its children inherit that.
 *
 * By seccomp and Landlock of the kernel, which need no rights; where one is missing the log says
 * so and the process goes on: units and accounts (nginx/units, sql/owners.txt) keep it in as well.
 * Never undone.
 *
 *	if (secret_open())
 *		...
 *	sandbox_enter("wechat,sms");
 *
 * Keys that are exchanged later (zyz-admin rotate) cannot be read in here: the process ends, and
 * whoever starts it anew reads them first.
 */
#ifndef ZYZ_SANDBOX_H
#define ZYZ_SANDBOX_H

#include <stdbool.h>

/* whom: who is called outside, of wechat, sms and platform, with commas; "": nobody, and then there
 * is no socket of the internet (but where MariaDB is at db_host). Call after the keys are open and
 * before any thread or child; writes one line to the log. */
void sandbox_enter(const char *whom);
/* The same without closing the keys, for a first process that only forks: its workers read the
 * keys once more and enter. */
void sandbox_calls(const char *whom);
bool sandbox_shut(void); /* the folder of the keys is closed */

#endif
