/* training.h - the groups of pages of the program training, and the places of a training. */
#ifndef ZYZ_TRAINING_H
#define ZYZ_TRAINING_H

#include "app.h"

#define TRAINING_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, station_id, "t.station_id") \
	X(T, TEXT, no, "t.no") \
	X(T, TEXT, state, "t.state") \
	X(T, TEXT, title, "t.title") \
	X(T, TEXT, starts_at, "t.starts_at") \
	X(T, TEXT, ends_at, "t.ends_at") \
	X(T, TEXT, enrol_until, "t.enrol_until") \
	X(T, INT, min_age, "t.min_age") \
	X(T, INT, pass_score, "t.pass_score") \
	X(T, TEXT, qualifies, "t.qualifies") \
	X(T, INT, valid_months, "t.valid_months")
ROW_DEFINE(training_row, TRAINING_COLS);

/* Page.Training with all that is told about it, for pages of staff and of everybody. */
enum err put_training(struct rq *q, int64_t id) MUST_USE;
/* The training with this number: of this station; of any station, once it was published. */
enum err training_mine(struct rq *q, struct training_row *t) MUST_USE;
enum err training_public(struct rq *q, struct training_row *t) MUST_USE;

/* Whether this volunteer may enrol now; *why is a word under Lang.training.Refused, NULL when they
 * may. desk: staff enrols them, also after the deadline and while the training runs. */
enum err may_enrol(struct rq *q, const struct training_row *t, int64_t person, bool desk,
		   const char **why) MUST_USE;
/* Takes a place or, when none is left, the last place in line. *state is what the person is now;
 * whoever is enrolled already stays what they are. Runs a transaction of its own. */
enum err place_take(struct rq *q, const struct training_row *t, int64_t person,
		    const char **state) MUST_USE;
/* Gives up a place or a place in line; the first in line moves up. reason may be NULL. ERR_STALE:
 * neither enrolled nor waiting. Runs a transaction of its own. */
enum err place_leave(struct rq *q, const struct training_row *t, int64_t enrolment,
		     const char *reason) MUST_USE;

/* Shows the page again with why the step was not taken, as 409. */
enum err refused(struct rq *q, const char *why, enum err (*show)(struct rq *q)) MUST_USE;

enum err open_list(struct rq *q);
enum err open_show(struct rq *q);
enum err open_enrol(struct rq *q);
enum err open_cancel(struct rq *q);
enum err open_join(struct rq *q);
enum err open_decline(struct rq *q);

enum err manage_list(struct rq *q);
enum err manage_show(struct rq *q);
enum err manage_publish(struct rq *q);
enum err manage_start(struct rq *q);
enum err manage_finish(struct rq *q);
enum err manage_cancel(struct rq *q);

enum err plan_new(struct rq *q);
enum err plan_add(struct rq *q);
enum err plan_edit(struct rq *q);
enum err plan_save(struct rq *q);

/* material.c: Page.Materials.N.{uid,title} for whoever is enrolled, nothing for others */
enum err put_materials(struct rq *q, const struct training_row *t) MUST_USE;
enum err material_list(struct rq *q);
enum err material_add(struct rq *q);
enum err material_remove(struct rq *q);
enum err material_look(struct rq *q);
enum err material_open(struct rq *q);

/* code.c */
enum err code_page(struct rq *q);
enum err code_scan(struct rq *q);
enum err sign_show(struct rq *q);
enum err sign_take(struct rq *q);
enum err roll_show(struct rq *q);
enum err roll_sheet(struct rq *q);
enum err roll_present(struct rq *q);
enum err roll_enrol(struct rq *q);
enum err roll_remove(struct rq *q);
enum err result_save(struct rq *q);

#endif
