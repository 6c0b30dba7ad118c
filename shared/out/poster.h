/*
 * poster.h - a sheet of A4 to hang up: whose it is, what it is for, a code that leads to a page,
 * whom to call. Owns where things stand; the words are the caller's.
 *
 *	struct poster p = { .name = "胜利社区志愿服务站", .call = "扫码填调查", .url = url };
 *	enum err e = poster_make(a, "2026-11-29", &p, &pdf);
 */
#ifndef ZYZ_POSTER_H
#define ZYZ_POSTER_H

#include "arena.h"
#include "str.h"

/* NULL or "": left out. */
struct poster {
	const char *name;  /* large, on top */
	const char *call;  /* what to do */
	const char *url;   /* in the code */
	const char *about; /* under the code, a sentence */
	const char *phone, *hours, *address;
};
/* As PDF; day, "YYYY-MM-DD", stands in the file. Errors of doc_finish(). */
enum err poster_make(struct arena *a, const char *day, const struct poster *p,
		     struct bytes *pdf) MUST_USE;

#endif
