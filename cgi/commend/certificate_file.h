/*
 * certificate_file.h - the files of certificates, kept as they were first given out. Each belongs
 * to the state that it shows: once a certificate is revoked its old files are never found again.
 *
 *	enum err e = certificate_file_find(no, "pdf", q->person, 0, &file);
 *	if (e == ERR_NOT_FOUND)
 *		... certificate_draw() ... certificate_file_keep(no, state, "pdf", file)
 */
#ifndef ZYZ_COMMEND_CERTIFICATE_FILE_H
#define ZYZ_COMMEND_CERTIFICATE_FILE_H

#include "db.h"

/* For its owner, or the staff of the station that issued it (the other is 0). ERR_NOT_FOUND: not
 * theirs, or not drawn yet. */
enum err certificate_file_find(const char *no, const char *kind, int64_t person, int64_t station,
			       struct bytes *out) MUST_USE;
enum err certificate_file_keep(const char *no, const char *state, const char *kind,
			       struct bytes file) MUST_USE;

#endif
