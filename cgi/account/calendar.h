/*
 * calendar.h - the calendar of a volunteer: its page, its secret address, its file.
 *
 * Owns the rows of calendar_feed.
 */
#ifndef ZYZ_ACCOUNT_CALENDAR_H
#define ZYZ_ACCOUNT_CALENDAR_H

#include "app.h"

enum err calendar_page(struct rq *q);
enum err calendar_make(struct rq *q); /* the first, or another that ends the one before */
enum err calendar_end(struct rq *q);
enum err calendar_feed(struct rq *q);
enum err calendar_file(struct rq *q);
enum err calendar_forget(int64_t person) MUST_USE;

#endif
