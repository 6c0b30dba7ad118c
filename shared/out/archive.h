/*
 * archive.h - several files as one, a ZIP for people who unpack it on a desk.
 *
 * Contents are stored as they are: pictures, PDF and XLSX are packed already. Names are UTF-8 and
 * no paths; the same files give the same bytes. A few megabytes, not hundreds: it stands in memory.
 *
 *	struct archive z;
 *	archive_begin(&z, q->arena);
 *	archive_add(&z, "申报表.pdf", pdf);
 *	return reply_file(q, "application/zip", "material.zip", NULL, archive_end(&z));
 */
#ifndef ZYZ_ARCHIVE_H
#define ZYZ_ARCHIVE_H

#include "arena.h"
#include "str.h"

enum { ARCHIVE_FILES = 32 };
struct archive {
	struct buf out, list; /* list: the directory, put behind the files */
	size_t n;
};
void archive_begin(struct archive *z, struct arena *a);
void archive_add(struct archive *z, const char *name, struct bytes content);
struct bytes archive_end(struct archive *z);

#endif
