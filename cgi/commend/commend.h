/* commend.h - the groups of pages of the program commend; stars and certificates they share. */
#ifndef ZYZ_COMMEND_H
#define ZYZ_COMMEND_H

#include "app.h"
#include "page.h"

/* The star that so many minutes reach by cfg.star_hours, 0 to 5. *next: minutes of the next star, 0
 * after the last. */
int64_t star_of(int64_t minutes, int64_t *next);
/* Minutes that a star asks for; star 1 to 5. */
int64_t star_minutes(int64_t star);

/* Hours as on a bank note: 7710 minutes are 壹佰贰拾捌点伍. */
const char *hours_capital(struct arena *a, int64_t minutes);

/* For lists with a column minutes: a row's hours in words. */
enum err hours_row(struct rq *q, struct node *n, const struct row *r) MUST_USE;

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

enum err star_desk(struct rq *q);
enum err star_list(struct rq *q);
enum err star_award(struct rq *q);
enum err star_settle(struct rq *q);
enum err star_refuse(struct rq *q);

enum err honour_list(struct rq *q);
enum err honour_new(struct rq *q);
enum err honour_add(struct rq *q);
enum err honour_show(struct rq *q);
enum err honour_verify(struct rq *q);
enum err honour_refuse(struct rq *q);
enum err honour_withdraw(struct rq *q);

enum err certificate_form(struct rq *q);
enum err certificate_issue(struct rq *q);
enum err certificate_show(struct rq *q);
enum err certificate_desk(struct rq *q);
enum err certificate_desk_issue(struct rq *q);
enum err register_list(struct rq *q);
enum err register_show(struct rq *q);
enum err register_revoke(struct rq *q);

enum err verify_form(struct rq *q);
enum err revoked_list(struct rq *q);
enum err offline_page(struct rq *q);
enum err verify_show(struct rq *q);

#endif
