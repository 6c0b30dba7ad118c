/*
 * backup.h - the form of a backup: a folder with the dump, the documents, and MANIFEST, which is
 * written last; a folder without it is none. MANIFEST is text: a head of lines that begin with #,
 * then a line for each file as sha256sum writes it, so that `sha256sum -c MANIFEST` checks it
 * without us.
 *
 *	# zyz-backup 1
 *	# at 2026-12-05 03:00:00
 *	# schema 112 221
 *	# key seal.1 9f…
 *	# binlog mariadb-bin.000007 4711      where the server keeps one: what came after the dump
 *	e3b0…  zyz.sql
 *	98fc…  version.sql                  table schema_version, which comes back last
 *	a1b2…  documents/0f…
 *
 * Keys are not in it: their fingerprints are. Until schema_version is back, programs serve nothing:
 * a schema that is half there looks like none.
 */
#ifndef ZYZ_BACKUP_H
#define ZYZ_BACKUP_H

#include <stdint.h>

#include "arena.h"
#include "str.h"

#define BACKUP_HEAD    "# zyz-backup 1"
#define BACKUP_BINLOG  "# binlog "
#define BACKUP_DUMP    "zyz.sql"
#define BACKUP_VERSION "version.sql"
#define BACKUP_LIST    "MANIFEST"
#define BACKUP_DOCS    "documents"

/* Runs a program of MariaDB's with our socket, user and more words, NULL-ended, in or out a file:
 * ERR_INTERNAL with how it ended. It ends with us, whatever ends us. */
enum err backup_run(struct arena *a, const char *program, const char *const *more, const char *from,
		    const char *to) MUST_USE;
/* Copies a file that must not be there yet, mode 0600, on the disk when it returns. */
enum err backup_copy(struct arena *a, const char *from, const char *to) MUST_USE;
enum err backup_sum(struct arena *a, const char *path, const char **hex) MUST_USE;
struct names {
	const char **v;
	size_t n;
};
/* Names of the files of a folder, in order; none where there is no folder. */
enum err backup_names(struct arena *a, const char *dir, struct names *out) MUST_USE;

#endif
