/*
 * leave.h - 请假 from an activity, and who did not come 未到岗: pages of volunteers and of staff.
 */
#ifndef ZYZ_ACTIVITY_LEAVE_H
#define ZYZ_ACTIVITY_LEAVE_H

#include "activity.h"

enum err leave_form(struct rq *q);
enum err leave_take(struct rq *q);
/* absent.c */
enum err absent_form(struct rq *q);
enum err absent_explain(struct rq *q);
enum err absent_list(struct rq *q);
enum err absent_show(struct rq *q);
enum err absent_decide(struct rq *q);
/* Page.Excused: who does not come, without the reason. */
enum err put_excused(struct rq *q, int64_t activity) MUST_USE;

#endif
