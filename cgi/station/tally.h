/*
 * tally.h - a report that staff put together themselves 自选报表: what its rows are, which figure
 * leads, the period, one category or team alone, one evidence class alone; and that of overseers,
 * whose rows are the stations of their division, or the months.
 *
 * Sums effective records of the station alone, by a key that holds all that is summed. How many
 * records there may be is known beforehand from the kept sums of the months: more than
 * TALLY_RECORDS are refused with a message, so that a report costs no more in ten years. That of a
 * division adds up the kept sums themselves, in whole months, and tells nothing of a station with
 * few volunteers.
 *
 *	struct tally t;
 *	enum err e = tally_read(q, &t);
 *	if (!e && !t.wrong)
 *		e = tally_rows(&t, 50, 0, take, ctx);
 */
#ifndef ZYZ_STATION_TALLY_H
#define ZYZ_STATION_TALLY_H

#include "app.h"

enum {
	TALLY_RECORDS = 60000, /* that one report looks at, at most */
	TALLY_KEPT = 20        /* reports of a station under a name */
};

struct tally {
	int64_t station;           /* DB_NONE: of a division */
	const char *region, *like; /* its code, and a pattern of all that lies in it; else NULL */
	int64_t few;               /* fewer volunteers than that are not told */
	const char *rows, *measure, *period; /* words of the table tally */
	const char *only;         /* "": all; "c" and a category's code, or "t" and a team's uid */
	const char *evidence;     /* "": all */
	const char *from, *until; /* both in it */
	/* What `only` means. */
	const char *category;  /* "": all */
	int64_t team;          /* 0: all */
	const char *only_name; /* NULL: all */
	/* Of one that is kept: its uid and name, else NULL. */
	const char *kept, *name;
	bool wrong; /* messages stand beside its choices: it is not summed */
};

/* Whose reports they are: of the station, or of the overseer's division. */
void tally_whose(struct rq *q, struct tally *t);
/* The choices of the address, of the kept report that it names, or of a form that is shown again.
 * ERR_NOT_FOUND: no such kept one at this station. */
enum err tally_read(struct rq *q, struct tally *t) MUST_USE;
/* The same of a form that is kept. */
enum err tally_posted(struct rq *q, struct tally *t) MUST_USE;
/* "rows=person&measure=hours&...", or "saved=UID". */
const char *tally_query(struct arena *a, const struct tally *t);

/* What of its days lies in the month "2026-11". */
void tally_month(struct arena *a, struct tally *t, const char *month);

struct tally_sum {
	int64_t rows, minutes, times, people;
};
/* Records of its months, as the kept sums have them, or so many sums; so many are looked at, at
 * most. */
enum err tally_bound(const struct tally *t, int64_t *records) MUST_USE;
/* Volunteers of all stations of the division. */
enum err tally_volunteers(const struct tally *t, int64_t *n) MUST_USE;
/* All of it in one row. */
enum err tally_total(const struct tally *t, struct tally_sum *out) MUST_USE;
/* The cells of a row, in their order; counts as text or number, as the database gives them. */
enum {
	TALLY_ROWS,
	TALLY_MINUTES,
	TALLY_TIMES,
	TALLY_PEOPLE,
	TALLY_NAME,
	TALLY_NO,
	TALLY_REF, /* of a station: 1: few volunteers */
	TALLY_HOME
};
int64_t tally_cell(const struct row *r, size_t cell);
enum err tally_rows(const struct tally *t, int64_t limit, int64_t offset,
		    enum err (*take)(void *ctx, const struct row *r), void *ctx) MUST_USE;
/* What stands at the head of a row. */
const char *tally_name(const struct tally *t, const struct row *r);
/* Rows are persons, projects, activities or stations, that have a number. */
bool tally_numbered(const struct tally *t);
/* The row is a station whose figures would tell of few people. */
bool tally_few(const struct tally *t, const struct row *r);
/* 人数 is told: it is 1 where a row is a person, and not kept by month. */
bool tally_counts_people(const struct tally *t);

/* tally_file.c */
enum err tally_file(struct rq *q, const struct tally *t, const char *as) MUST_USE;

#endif
