/* platform_page.h - the pages of 上报: the line, one row of it, destinations. */
#ifndef ZYZ_PLATFORM_PAGE_H
#define ZYZ_PLATFORM_PAGE_H

#include "app.h"

enum err line_list(struct rq *q);
enum err line_show(struct rq *q);
enum err line_retry(struct rq *q);
enum err destination_resume(struct rq *q);
enum err put_destinations(struct rq *q) MUST_USE;

#endif
