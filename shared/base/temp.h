/*
 * temp.h - files that have no name and are gone when they are closed: in TMPDIR, or /tmp. The
 * sandbox closes new files in every folder on the way to the keys (sandbox.h), so a suite below
 * /tmp says a TMPDIR of its own.
 */
#ifndef ZYZ_TEMP_H
#define ZYZ_TEMP_H

#include <stdio.h>

const char *temp_dir(void);
FILE *temp_file(void); /* to read and write; NULL: errno says why not */

#endif
