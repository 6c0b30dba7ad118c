/*
 * badge_sheet.h - badges 统一标志 of volunteers, ten to a sheet of A4, to be cut and worn: the
 * station, the name, the number, a code that shows whether it holds, whom to call. Owns where
 * things stand. A name that no font has is ERR_CHECK: nobody wears a box.
 *
 *	struct badge_face f = { .name = "王建国", .no = "V2600100031", .url = url };
 *	enum err e = badge_sheet(a, "2026-11-29", &about, &f, 1, &pdf);
 */
#ifndef ZYZ_BADGE_SHEET_H
#define ZYZ_BADGE_SHEET_H

#include "arena.h"
#include "err.h"
#include "str.h"

struct badge_face {
	const char *name, *no, *url, *fields; /* fields: what they do, a line; NULL */
};
/* What all of them say. */
struct badge_about {
	const char *station, *number,
		*phone;        /* number: the word before it; phone: a line, or NULL */
	const char *mongolian; /* what they are, in the other script; NULL */
};
enum err badge_sheet(struct arena *a, const char *day, const struct badge_about *about,
		     const struct badge_face *faces, size_t n, struct bytes *pdf) MUST_USE;

#endif
