/* station.h - the groups of pages of the program station. */
#ifndef ZYZ_STATION_H
#define ZYZ_STATION_H

#include "app.h"

enum err station_front(struct rq *q) MUST_USE;
enum err station_help(struct rq *q) MUST_USE;
enum err station_health(struct rq *q) MUST_USE;

enum err region_show(struct rq *q) MUST_USE;

enum err station_show(struct rq *q) MUST_USE;
enum err station_edit(struct rq *q) MUST_USE;
enum err station_save(struct rq *q) MUST_USE;
enum err station_audit(struct rq *q) MUST_USE;

enum err staff_new(struct rq *q) MUST_USE;
enum err staff_make(struct rq *q) MUST_USE;
enum err staff_end(struct rq *q) MUST_USE;

enum err search_show(struct rq *q) MUST_USE;
enum err search_find(struct rq *q) MUST_USE;

enum err station_overview(struct rq *q) MUST_USE;

#endif
