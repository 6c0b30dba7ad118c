/*
 * sandbox.h - what a process gives up for good before it reads the first key: another program in
 * its place (exec), connecting out where it has nobody to call, tracing and namespaces, and every
 * secret that is not its own (secret_holders.h). Its children inherit that.
 *
 * By seccomp and Landlock of the kernel, which need no rights; where one is missing the log says
 * so and the process goes on: units and accounts (nginx/units, sql/owners.txt) keep it in as well.
 * Never undone.
 *
 *	sandbox_enter("account", "wechat,sms");
 *	if (secret_open_as("account"))
 *		...
 *
 * Its own folder stays open to it: keys that are exchanged (zyz-admin rotate) are read once more,
 * and nobody has to end for it.
 */
#ifndef ZYZ_SANDBOX_H
#define ZYZ_SANDBOX_H

#include <stdbool.h>

/* whom: who is called outside, of wechat, sms and platform, with commas; "": nobody, and then there
 * is no socket of the internet (but where MariaDB is at db_host). Call before any thread or child;
 * writes one line to the log. A file that is put on the way to secret_dir later cannot be read. */
void sandbox_enter(const char *program, const char *whom);

/* A file that could be read at the start is closed now, because another one was put in its place
 * (resolv.conf, a renewed certificate): the log says which, and the process is to end; whoever
 * starts it anew finds the new one. */
bool sandbox_shut_out(void);

#endif
