/*
 * worker_choice.h - the field of a form in which a social worker is named who leads 社工引领.
 *
 *	X(T, NO, led_by, 0, 24)                              // in the form: a volunteer's number
 *	e = put_workers(q, "Workers");                       // Page.Workers.N.{code,name,hint}
 *	e = worker_check(q, "led_by", in.led_by, &person);   // message beside the field
 *	< ?cs call:select("led_by", "optional", Page.Workers) ? >
 */
#ifndef ZYZ_WORKER_CHOICE_H
#define ZYZ_WORKER_CHOICE_H

#include "form.h"
#include "request.h"

/* Of the viewer's station; none there, no node. The hint is their level. */
enum err put_workers(struct rq *q, const char *name) MUST_USE;
/* *person is DB_NONE when nobody is named, or when there is a message. */
enum err worker_check(struct rq *q, const char *field, const char *no, int64_t *person) MUST_USE;

#endif
