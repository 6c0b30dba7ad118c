/* feedback.h - one thing that somebody wrote to a station 投诉建议, and what is done with it. */
#ifndef ZYZ_FEEDBACK_H
#define ZYZ_FEEDBACK_H

#include "app.h"
#include "complaint.h"

/* clang-format off: one to a line */
#define FEEDBACK_COLS(X, T) \
	X(T, INT, id, "c.id") \
	X(T, INT, station, "c.station_id") \
	X(T, BYTES, uid, "c.uid") \
	X(T, TEXT, no, "c.no") \
	X(T, TEXT, nature, "c.nature") \
	X(T, TEXT, state, "c.state") \
	X(T, TEXT, desk, "c.desk") \
	X(T, BYTES, phone, "c.phone_sealed") \
	X(T, TEXT, reopened_at, "c.reopened_at")
/* clang-format on */
ROW_DEFINE(feedback_row, FEEDBACK_COLS);

/* What everybody who may read it sees: Page.Case. */
enum err put_feedback(struct rq *q, const struct feedback_row *f) MUST_USE;

#endif
