/*
 * program.h - how every process of ours begins, whatever it is: a FastCGI program, a loop, a
 * command. Reads the settings, gives the log its name, and switches core dumps off: a process may
 * hold opened id numbers and keys, and a core would carry them to the disk.
 *
 *	program_start("zyz-admin");
 */
#ifndef ZYZ_PROGRAM_H
#define ZYZ_PROGRAM_H

/* Exits with a message when a setting is wrong. */
void program_start(const char *name);
/* Tells the service manager that this process goes on (WATCHDOG=1 of sd_notify(3)); nothing where
 * none asked for it (NOTIFY_SOCKET), and at most once in ten seconds. */
void program_alive(void);

#endif
