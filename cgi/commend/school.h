/*
 * school.h - records for a school 综合素质评价: a class list is pasted, and those on it who agreed
 * (purpose "school"; while a minor with a guardian's word besides) stand in the file with what they
 * served at this station in the term. Whoever else is on the list is named as missing, and nothing
 * says whether they are known here.
 */
#ifndef ZYZ_COMMEND_SCHOOL_H
#define ZYZ_COMMEND_SCHOOL_H

#include "app.h"

enum { SCHOOL_LINES = 200, SCHOOL_ROWS = 3000 };

struct pupil {
	const char *name; /* as it was typed */
	const char *no;   /* volunteer number */
	int64_t person;   /* DB_NONE: missing */
};
struct school {
	const char *school, *class_name, *from, *to;
	struct pupil *v;
	size_t n, found;
};

/* The file, as Excel or on paper; ERR_TOO_LARGE: more rows than SCHOOL_ROWS. */
enum err school_xlsx(struct rq *q, const struct school *s) MUST_USE;
enum err school_pdf(struct rq *q, const struct school *s) MUST_USE;

#endif
