/* commend.h - the groups of pages of the program commend; stars and certificates they share. */
#ifndef ZYZ_COMMEND_H
#define ZYZ_COMMEND_H

#include "app.h"
#include "page.h"

/* Hours as on a bank note: 7710 minutes are 壹佰贰拾捌点伍. */
const char *hours_capital(struct arena *a, int64_t minutes);

/* For lists with a column minutes: a row's hours in words. */
enum err hours_row(struct rq *q, struct node *n, const struct row *r) MUST_USE;

/* 民发〔2015〕149号: as a rule not less. */
enum { CERTIFICATE_NOTICE_DAYS = 7 };
/* What a certificate is asked for. */
struct certify {
	int64_t person_id, station_id;
	const char *from, *to; /* days */
	const char *purpose;   /* "" for none */
	const char *handler;   /* "" when the volunteer prints it */
	int64_t issued_by;     /* staff; DB_NONE: the volunteer */
	struct bytes uid;      /* random: the same form sent twice is one certificate */
};
/* Makes the certificate, its payload frozen, and gives its number. *fault is a word under
 * Lang.commend.Fault when there is nothing to certify; *no is untouched then. */
enum err certify(struct rq *q, const struct certify *c, const char **fault,
		 const char **no) MUST_USE;

/* Why it was revoked, in words, where nobody gave a reason. */
void certificate_reason(struct node *n);

/* Page.Refused: the page again as 409, with why the step was not taken. */
enum err refused(struct rq *q, const char *why, enum err (*show)(struct rq *q)) MUST_USE;

enum err commend_home(struct rq *q);
enum err mine(struct rq *q);
enum err mine_honour_form(struct rq *q);
enum err mine_honour(struct rq *q);
enum err honour_roll(struct rq *q);

/* star_propose.c: their highest star that is not open yet is proposed; in a transaction of its own.
 * *fault is a word under Lang.commend.Refused; nothing has changed then. */
enum err star_propose(struct rq *q, int64_t person, const char **fault) MUST_USE;

/* star_words.c: conditions in words, under the node; the star that is measured. */
struct star_measured;
void put_conditions(struct rq *q, struct node *n, const struct star_measured *m);
/* Page.NAME.decider, .level: who decides about a star, in words. */
struct star_case;
enum err put_decider(struct rq *q, const char *name, const struct star_case *c) MUST_USE;

enum err star_desk(struct rq *q);
enum err star_list(struct rq *q);
enum err star_award(struct rq *q);
enum err star_award_all(struct rq *q);
enum err star_settle_here(struct rq *q);
enum err star_refuse(struct rq *q);
enum err star_mine(struct rq *q);
enum err star_ask(struct rq *q);
enum err star_waiting(struct rq *q);
enum err star_show(struct rq *q);
enum err star_decide_many(struct rq *q);
enum err star_decide(struct rq *q);
enum err star_notice(struct rq *q);
enum err star_object(struct rq *q);
enum err levels_show(struct rq *q);
enum err level_form(struct rq *q);
enum err level_set(struct rq *q);

enum err honour_list(struct rq *q);
enum err honour_new(struct rq *q);
enum err honour_add(struct rq *q);
enum err honour_show(struct rq *q);
enum err honour_amend_form(struct rq *q);
enum err honour_amend(struct rq *q);
/* How often it was put right; staff: by this one, DB_NONE: by anybody. */
enum err honour_edits(int64_t id, int64_t staff, int64_t *n) MUST_USE;
enum err honour_verify(struct rq *q);
enum err honour_refuse(struct rq *q);
enum err honour_withdraw(struct rq *q);

enum err honour_evidence(struct rq *q);
enum err honour_evidence_show(struct rq *q);
enum err honour_year(struct rq *q);
enum err decision_public(struct rq *q);
enum err decision_list(struct rq *q);
enum err decision_new(struct rq *q);
enum err decision_add(struct rq *q);
enum err decision_show(struct rq *q);
enum err decision_change_form(struct rq *q);
enum err decision_change(struct rq *q);
enum err decision_paste(struct rq *q);
enum err decision_pick(struct rq *q);
enum err decision_tick(struct rq *q);
enum err decision_thing(struct rq *q);
enum err decision_remove(struct rq *q);
enum err decision_submit(struct rq *q);
enum err decision_return(struct rq *q);
enum err decision_approve(struct rq *q);
enum err decision_issue(struct rq *q);
enum err decision_cancel(struct rq *q);
enum err decision_file(struct rq *q);

enum err selection_list(struct rq *q);
enum err selection_new(struct rq *q);
enum err selection_add(struct rq *q);
enum err selection_show(struct rq *q);
enum err selection_kind(struct rq *q);
enum err condition_add(struct rq *q);
enum err condition_remove(struct rq *q);
enum err selection_close(struct rq *q);
enum err selection_find_page(struct rq *q);
enum err nomination_add(struct rq *q);
enum err nomination_list(struct rq *q);
enum err nomination_show(struct rq *q);
enum err nomination_words(struct rq *q);
enum err nomination_collect(struct rq *q);
enum err nomination_return(struct rq *q);
enum err nomination_confirm(struct rq *q);
enum err nomination_hand_in(struct rq *q);
enum err nomination_shortlist(struct rq *q);
enum err nomination_honour(struct rq *q);
enum err nomination_pass_over(struct rq *q);
enum err nomination_withdraw(struct rq *q);
enum err nomination_picture(struct rq *q);
enum err nomination_unpicture(struct rq *q);
enum err nomination_picture_show(struct rq *q);
enum err nomination_file(struct rq *q);

enum err typical_list(struct rq *q);
enum err typical_new(struct rq *q);
enum err typical_add(struct rq *q);
enum err typical_show(struct rq *q);
enum err typical_change_form(struct rq *q);
enum err typical_change(struct rq *q);
enum err typical_picture(struct rq *q);
enum err typical_picture_show(struct rq *q);
enum err typical_unpicture(struct rq *q);
enum err typical_submit(struct rq *q);
enum err typical_return(struct rq *q);
enum err typical_publish(struct rq *q);
enum err typical_withdraw(struct rq *q);
enum err typical_public(struct rq *q);
enum err typical_public_one(struct rq *q);
enum err typical_public_picture(struct rq *q);

enum err certificate_form(struct rq *q);
enum err certificate_issue(struct rq *q);
enum err certificate_show(struct rq *q);
enum err certificate_desk(struct rq *q);
enum err certificate_desk_issue(struct rq *q);
enum err certificate_notice(struct rq *q);
enum err register_list(struct rq *q);
enum err register_show(struct rq *q);
enum err register_revoke(struct rq *q);

enum err verify_form(struct rq *q);
enum err revoked_list(struct rq *q);
enum err offline_page(struct rq *q);
enum err verify_show(struct rq *q);

/* school.c */
enum err school_form(struct rq *q) MUST_USE;
enum err school_give(struct rq *q) MUST_USE;

#endif
