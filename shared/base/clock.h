/*
 * clock.h - Beijing time (UTC+8, no daylight saving), whatever the machine's own zone is.
 *
 * Times are "YYYY-MM-DD HH:MM:SS" and days "YYYY-MM-DD", as MariaDB takes and gives them.
 * The setting now_offset (seconds) moves the clock of a test suite; production leaves it 0.
 */
#ifndef ZYZ_CLOCK_H
#define ZYZ_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"

int64_t clock_now(void);     /* Unix seconds, offset applied */
int64_t clock_mono_us(void); /* the same, finer */
int64_t clock_mono_ms(void); /* for durations */
/* Seconds since the machine started, also while it slept: what no hand sets. */
int64_t clock_boot(void);
const char *clock_time(struct arena *a, int64_t unix_seconds); /* "2026-11-22 09:30:00" */
const char *clock_day(struct arena *a, int64_t unix_seconds);  /* "2026-11-22" */
int clock_year(int64_t unix_seconds);
int64_t clock_day_no(int64_t unix_seconds); /* days counted on, for comparing them */
/* midnight in Beijing; real days only */
bool clock_parse_day(const char *s, int64_t *unix_seconds);
/* also with 'T' and without seconds */
bool clock_parse_time(const char *s, int64_t *unix_seconds);

#endif
