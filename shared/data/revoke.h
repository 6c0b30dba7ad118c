/*
 * revoke.h - what a process may remember of sessions, and for how long: a counter in a page of
 * memory that all programs of this host share (the file `sessions` of run_dir). It grows whenever
 * somebody signed out, lost or got a role, was disabled, erased or renamed; what was remembered
 * while it stood elsewhere is not used again. Other hosts learn it from the setting
 * session_kept, the seconds after which the row is read again anyway.
 *
 *	revoke_kept();                    // in a transaction: takes hold when it commits
 *	if (kept->count == revoke_count()) ...
 */
#ifndef ZYZ_REVOKE_H
#define ZYZ_REVOKE_H

#include <stdint.h>

/* 0: there is no such page, nothing may be remembered. */
uint64_t revoke_count(void);
void revoke_kept(void);

#endif
