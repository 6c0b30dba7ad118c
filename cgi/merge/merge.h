/*
 * merge.h - 合并: two registrations of one human, side by side, made one by two members of staff,
 * and two again within thirty days.
 *
 * Owns the rows of person_double, person_merge, person_merge_row and person_merge_left. It is the
 * one program that moves what belongs to all the others (refers.h), with an account of its own, so
 * that none of the programs that many people talk to needs such rights.
 */
#ifndef ZYZ_MERGE_H
#define ZYZ_MERGE_H

#include "app.h"
#include "form.h"

#define MERGE_UNDO_DAYS "30"

#define MERGE_COLS(X, T) \
	X(T, INT, id, "m.id") \
	X(T, TEXT, no, "m.no") \
	X(T, INT, double_id, "m.double_id") \
	X(T, INT, kept_id, "m.kept_id") \
	X(T, INT, gone_id, "m.gone_id") \
	X(T, BYTES, gone_uid, "g.uid") \
	X(T, INT, station_id, "m.station_id") \
	X(T, INT, other_id, "m.other_station_id") \
	X(T, INT, asked_by, "m.asked_by") \
	X(T, TEXT, state, "m.state") \
	X(T, TEXT, was_state, "m.was_state") \
	X(T, INT, was_star, "COALESCE(m.was_star, 0)") \
	X(T, INT, took_no, "m.took_no") \
	X(T, INT, ended_staff, "m.ended_staff_id") \
	X(T, TEXT, undo_until, "m.handled_at + INTERVAL " MERGE_UNDO_DAYS " DAY")
struct merge_row {
	MERGE_COLS(ROW_MEMBER_, )
};

/* move.c; in the caller's transaction */
enum err merge_do(const struct actor *by, const struct merge_row *m) MUST_USE;
enum err merge_back(const struct actor *by, const struct merge_row *m) MUST_USE;

/* side.c: one of a pair as Page.NAME: what this viewer may see of them; id: row of person. */
enum err put_side(struct rq *q, const char *name, int64_t id) MUST_USE;
/* Page.Same.{name,birth,phone,number}: 1 where they agree; Page.Twice.N.{no,other,...} and
 * Page.TwiceCount: hours at the same minutes. */
enum err put_same(struct rq *q, int64_t a, int64_t b) MUST_USE;
/* NULL, or the word of what forbids to merge the one into the other. */
enum err merge_hindrance(int64_t kept, int64_t gone, const char **word) MUST_USE;

/* doubles.c */
enum err doubles(struct rq *q);
enum err pair_show(struct rq *q);
enum err pair_make(struct rq *q);
enum err double_show(struct rq *q);
enum err double_apart(struct rq *q);
enum err double_ask(struct rq *q);
/* decide.c */
enum err merge_show(struct rq *q);
enum err merge_accept(struct rq *q);
enum err merge_decline(struct rq *q);
enum err merge_cancel(struct rq *q);
enum err merge_undo(struct rq *q);

#endif
