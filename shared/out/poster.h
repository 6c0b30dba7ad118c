/*
 * poster.h - a sheet to hang up: whose it is, what it is for, a code that leads to a page, whom to
 * call; for a notice board as A3, for a lift as A4. Owns where things stand; the words are the
 * caller's.
 *
 *	struct poster p = { .name = "胜利社区志愿服务站", .call = "扫码填调查", .url = url };
 *	enum err e = poster_make(a, "2026-11-29", &p, &pdf);
 */
#ifndef ZYZ_POSTER_H
#define ZYZ_POSTER_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

/* NULL or "": left out. */
struct poster {
	const char *name; /* large, on top */
	const char *call; /* what to do */
	const char *url;  /* in the code */
	/* Of one thing: its title is the largest then, and the code small enough for them. */
	const char *title;
	const char *when, *place; /* a line each */
	const char *text;         /* as many lines as have room, smaller where there are many */
	const char *about;        /* under the code, a sentence */
	const char *phone, *hours, *address;
	const char *made; /* the last line: of which day the sheet is */
	bool a3;
};
/* As PDF; day, "YYYY-MM-DD", stands in the file. Errors of doc_finish(). */
enum err poster_make(struct arena *a, const char *day, const struct poster *p,
		     struct bytes *pdf) MUST_USE;
/* The sign of a station 站牌: its words across an A3 sheet that lies. */
enum err poster_sign(struct arena *a, const char *day, const char *words,
		     struct bytes *pdf) MUST_USE;

#endif
