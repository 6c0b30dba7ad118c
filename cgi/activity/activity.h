/*
 * activity.h - the groups of pages of the program activity, and what they share.
 *
 * Owns the rows of activity, roster, attendance and objection. Service records are made and moved
 * by record.h alone.
 */
#ifndef ZYZ_ACTIVITY_H
#define ZYZ_ACTIVITY_H

#include "app.h"
#include "form.h"
#include "record.h"
#include "turn.h"
#include "when.h"

enum { PAGE_SIZE = 30 };

#define ACT_COLS(X, T) \
	X(T, INT, id, "a.id") \
	X(T, TEXT, no, "a.no") \
	X(T, INT, station_id, "a.station_id") \
	X(T, INT, project_id, "a.project_id") \
	X(T, TEXT, title, "a.title") \
	X(T, TEXT, state, "a.state") \
	X(T, INT, start, "UNIX_TIMESTAMP(a.starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(a.ends_at)") \
	X(T, TEXT, day, "DATE(a.starts_at)") \
	X(T, INT, leader_id, "a.leader_id") \
	X(T, BYTES, secret, "a.code_secret") \
	X(T, TEXT, published_at, "a.published_at")
struct act {
	ACT_COLS(ROW_MEMBER_, )
};
extern const struct col act_cols[];
/* The activity of the address's first argument: at this station, or anywhere. ERR_NOT_FOUND. */
enum err act_here(struct rq *q, struct act *a) MUST_USE;
enum err activity_undo(struct rq *q);                                  /* roster_undo.c */
enum err act_no(struct rq *q, const char *no, struct act *a) MUST_USE; /* at this station */
enum err act_any(const char *no, struct act *a) MUST_USE;
/* At this station for staff; for a volunteer one that they lead. */
enum err act_led(struct rq *q, struct act *a) MUST_USE;
enum err act_leads(struct rq *q, int64_t activity, bool *leads) MUST_USE;
/* evidence.c */
enum err person_leads(int64_t activity, int64_t person, bool *leads) MUST_USE;
/* The class of n's hour, and who is named for it, by the check-in and check-out that stand by now;
 * what n names already stays where they name nobody. */
enum err evidence_of(struct record_new *n) MUST_USE;
/* Page.Activity.*: what may stand above any page about it. */
enum err put_activity(struct rq *q, int64_t id) MUST_USE;

/* clash.c: Page.Clashes.N: who stands on another roster at the same time; of one person, or (0) of
 * the whole roster. */
enum err put_clashes(struct rq *q, int64_t activity, int64_t person) MUST_USE;
/* What to tell whoever would put this person on the roster, where every minute of the activity is
 * an hour of theirs already; NULL: nothing. */
enum err clash_taken(struct rq *q, int64_t activity, int64_t person, const char **why) MUST_USE;

enum { CLOCK_CHARS = 40 }; /* of a clock as it is typed: base/when.h reads it */

/* token.c: the changing codes. direction is "in" or "out". */
enum { STEP_SECONDS = TURN_SECONDS };
const char *token_make(struct rq *q, const struct act *a, const char *direction, int64_t step);
const char *token_digits(struct rq *q, const struct act *a, const char *direction, int64_t step);
struct token {
	const char *no, *direction; /* activity; "in" or "out" */
	const char *method;         /* "scan" or "digits" */
	int64_t step;
	bool offline; /* from a phone that took its codes along */
};
/* The person who opened a valid token has a step and its grace to confirm. */
const char *token_ticket(struct rq *q, const struct token *t);
/* The codes that a leader's phone takes along: 20 hex digits, in place of a token's own or handed
 * in later, and six digits. */
const char *token_offline(struct rq *q, const struct act *a, const char *direction, int64_t step);
const char *token_offline_digits(struct rq *q, const struct act *a, const char *direction,
				 int64_t step);
/* Takes "A2600100012-i-..." apart, or a ticket, without looking whether it is true. */
bool token_parts(struct rq *q, const char *text, struct token *t);
/* NULL when the code is good now for this activity and direction, else what is wrong with it:
 * a word. */
const char *token_check(struct rq *q, const struct act *a, const char *direction, const char *text,
			struct token *t);
/* code.c, board.c */
enum err code_page(struct rq *q);
enum err board_show(struct rq *q);
enum err sheet_show(struct rq *q);
enum err declare(struct rq *q);
enum err declared_confirm(struct rq *q);

/* What stands on a page made again besides its form: the word of a fault, the lines of a roll. */
#define FAULT_KEEPS "Fault,Rows"
/* A message at the top from Lang.activity.Fault, its word as Page.Fault, and the page with
 * this status. */
enum err fault_page(struct rq *q, int status, const char *word, const char *template) MUST_USE;
void fault_put(struct rq *q, const char *field, const char *about, const char *word);
/* ERR_FORM with such a message where e is ERR_CHECK and a word was found for it; else e itself. */
enum err fault_form(struct rq *q, enum err e, const char *field, const char *about,
		    const char *word) MUST_USE;

/* manage.c, plan.c, roster.c */
enum err due_remind(struct rq *q); /* remind.c */
enum err manage_list(struct rq *q);
enum err manage_show(struct rq *q);
enum err plan_new(struct rq *q);
enum err plan_add(struct rq *q);
enum err plan_edit(struct rq *q);
enum err plan_save(struct rq *q);
enum err manage_publish(struct rq *q);
enum err manage_cancel(struct rq *q);
enum err manage_archive(struct rq *q);
/* What forbids publishing; NULL: nothing. */
enum err act_hindrance(struct rq *q, const struct act *a, const char **word) MUST_USE;
/* In the caller's transaction; of a cancelled one who was to come is told. */
enum err act_publish(struct rq *q, const struct act *a) MUST_USE;
enum err act_cancel(struct rq *q, const struct act *a, const char *reason) MUST_USE;
enum err roster_add(struct rq *q);
enum err roster_import(struct rq *q);
enum err roster_remove(struct rq *q);
/* On the roster of an activity, in the caller's transaction: whom its project took on, or who
 * stands on another one's. */
enum err roster_take_on(struct rq *q, int64_t activity) MUST_USE;
enum err roster_copy(struct rq *q, int64_t from, int64_t to) MUST_USE;
enum err ask_join(struct rq *q);
enum err ask_decline(struct rq *q);
/* roster_many.c */
enum err roster_paste(struct rq *q);
enum err roster_last(struct rq *q);
/* last.c: Page.Last, the activity before, whose people may come again. */
enum err put_last(struct rq *q, const struct act *a) MUST_USE;
/* calendar.c */
enum err calendar_show(struct rq *q);
/* change.c */
enum err change_form(struct rq *q);
enum err change_save(struct rq *q);
/* series.c, series_show.c */
enum err series_new(struct rq *q);
enum err series_add(struct rq *q);
enum err series_show(struct rq *q);
enum err series_publish(struct rq *q);
enum err series_roster(struct rq *q);
enum err series_cancel(struct rq *q);
/* series_change.c */
enum err series_change(struct rq *q);
/* check.c */
enum err check_scan(struct rq *q);
enum err check_show(struct rq *q);
enum err check_in(struct rq *q);
enum err check_out(struct rq *q);
enum err check_self(struct rq *q);
/* offline.c */
enum err offline_take(struct rq *q);
enum err offline_back(struct rq *q);
enum err offline_give(struct rq *q);
/* near.c */
bool near_number(const char *text, double low, double high, double *out);
/* Whether this person's place is asked for here: the activity has one, and they agreed. */
enum err near_asked(int64_t activity, int64_t person, bool *asked) MUST_USE;
enum err near_word(int64_t activity, int64_t person, const char *lat, const char *lng,
		   const char *accuracy, const char **word) MUST_USE;
/* log.c */
enum err log_show(struct rq *q);
enum err log_save(struct rq *q);
enum err log_paste(struct rq *q);
enum err backfill_show(struct rq *q);
enum err backfill_save(struct rq *q);
enum err backfill_paste(struct rq *q);
/* review.c */
enum err review_list(struct rq *q);
enum err review_show(struct rq *q);
enum err review_approve(struct rq *q);
enum err review_refuse(struct rq *q);
/* notice.c */
enum err notice_list(struct rq *q);
enum err notice_show(struct rq *q);
/* ledger.c */
enum err ledger_show(struct rq *q);
enum err ledger_heads(struct rq *q);
enum err ledger_key(struct rq *q);
/* hours.c */
enum err mine(struct rq *q);
enum err hours(struct rq *q);
enum err hours_show(struct rq *q);
enum err put_record(struct rq *q, int64_t id) MUST_USE; /* Record, Versions, History, Sealed */
/* rate.c */
enum err rate_show(struct rq *q);
enum err rate_save(struct rq *q);
enum err rate_station(struct rq *q);
enum err put_ratings(struct rq *q, int64_t record) MUST_USE; /* Page.OfMe, Page.OfStation */
/* object.c */
enum err object_form(struct rq *q);
enum err object_own(struct rq *q);
enum err case_list(struct rq *q);
enum err case_show(struct rq *q);
enum err case_decide(struct rq *q);
enum err case_contact(struct rq *q);
/* overseer.c */
enum err due_list(struct rq *q);
enum err flags_show(struct rq *q);
enum err flagged_list(struct rq *q);
enum err holidays(struct rq *q);
enum err holiday_save(struct rq *q);
enum err holiday_paste(struct rq *q);
enum err holiday_remove(struct rq *q);

#endif
