/*
 * secret_files.h - changes the key files, for `zyz-admin rotate` alone: each whole and at once, so
 * that whoever is killed leaves the old file or the new one. The folder is cfg.secret_dir.
 *
 *	enum err e = secret_file_add(a, "seal.key");
 */
#ifndef ZYZ_SECRET_FILES_H
#define ZYZ_SECRET_FILES_H

#include "arena.h"

enum { SECRET_LINES = 16 };

enum err secret_file_lines(struct arena *a, const char *name, unsigned *n) MUST_USE;
/* One more random line at its end. */
enum err secret_file_add(struct arena *a, const char *name) MUST_USE;
/* Line n, from 1, becomes dashes; its key goes to dropped-NAME.n beside it, which no program reads:
 * it opens the backups of its time. Dashes stay what they are. */
enum err secret_file_drop(struct arena *a, const char *name, unsigned n) MUST_USE;
/* Only the last line stays; what stood before is gone for good. */
enum err secret_file_last(struct arena *a, const char *name) MUST_USE;

#endif
