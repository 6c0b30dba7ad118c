/*
 * worker.h - social workers 社会工作者 who lead volunteers 社工引领: who may be named at a station as
 * the one who leads a project, an activity or a pairing.
 *
 * The rows of social_worker are the program account's (a volunteer's file); everybody may ask. A
 * table that names who leads has a column `led_by` that refers to person.
 *
 *	int64_t led_by;
 *	enum err e = worker_find(q->station, in.led_by, today, &led_by);   // DB_NONE: may not lead
 */
#ifndef ZYZ_WORKER_H
#define ZYZ_WORKER_H

#include "db.h"

/* At home at the station, which saw the certificate, or at the one that its point belongs to;
 * registered on the day. */
#define WORKERS_OF \
	"  FROM station s" \
	"  JOIN social_worker w ON w.station_id IN (s.id, s.parent_id)" \
	"  JOIN volunteer v ON v.person_id = w.person_id AND v.station_id = w.station_id" \
	"       AND v.state = 'active'"
#define WORKERS_WHERE \
	" WHERE s.id = ?" \
	"   AND COALESCE(w.valid_until, '9999-12-31') >= ?"

/* By number of volunteer; NULL and a number of nobody who may lead are DB_NONE. */
enum err worker_find(int64_t station, const char *no, const char *day, int64_t *person) MUST_USE;

#endif
