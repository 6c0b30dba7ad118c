/*
 * fund.h - money and gifts of a station 投入: the ledger, its two persons, budgets, what is open.
 *
 * Owns fund_entry, fund_purse, fund_line, fund_line_change and fund_year. An entry counts when it
 * is approved (spending) or entered (what came in); from then on it is never changed: what was
 * wrong gets a counter entry. fund_count() alone moves the sums, in the transaction that makes an
 * entry count.
 */
#ifndef ZYZ_FUND_H
#define ZYZ_FUND_H

#include "app.h"

/* An amount of fen as people read it. */
#define FUND_YUAN(fen) "FORMAT((" fen ") / 100, 2)"
/* The same of rows of fund_year y for which this holds. */
#define FUND_SUM(cond) FUND_YUAN("COALESCE(SUM(IF(" cond ", y.amount_fen, 0)), 0)")
#define FUND_CAME      FUND_SUM("y.direction = 'in' AND y.way <> 'goods'")
#define FUND_GOODS     FUND_SUM("y.way = 'goods'")
#define FUND_SPENT     FUND_SUM("y.direction = 'out'")
#define FUND_WAYS      "money,goods,show,clinic,sale"
#define FUND_TAKINGS   "show,clinic,sale"

#define FUND_COLS(X, T) \
	X(T, INT, id, "e.id") \
	X(T, TEXT, no, "e.no") \
	X(T, INT, station, "e.station_id") \
	X(T, INT, project, "e.project_id") \
	X(T, TEXT, direction, "e.direction") \
	X(T, INT, fen, "e.amount_fen") \
	X(T, TEXT, source, "e.fund_source") \
	X(T, TEXT, way, "e.way") \
	X(T, INT, purse, "e.purse_id") \
	X(T, INT, line, "e.line_id") \
	X(T, INT, activity, "e.activity_id") \
	X(T, TEXT, estimate, "e.estimate") \
	X(T, TEXT, party, "e.party") \
	X(T, TEXT, purpose, "e.purpose") \
	X(T, TEXT, day, "e.happened_on") \
	X(T, INT, document, "e.document_id") \
	X(T, INT, entered_by, "e.entered_by") \
	X(T, INT, enterer, "f.person_id") \
	X(T, INT, person, "e.person_id") \
	X(T, INT, counter_of, "e.counter_of") \
	X(T, TEXT, state, "e.state")
struct fund_row {
	FUND_COLS(ROW_MEMBER_, )
};
/* The entry that the address names, of the asker's station; ERR_NOT_FOUND. */
enum err fund_here(struct rq *q, struct fund_row *f) MUST_USE;

/* fund_book.c: rules and sums, for whoever acts. */
/* What keeps an entry from counting, a word of Lang.support.Refused; NULL: it counts. */
struct fund_bar {
	const char *word;
};
/* Its amount, below zero for a counter entry, into purse, line and year. ERR_STALE with
 * bar->word: the money or the budget does not reach; nothing may be kept then. */
enum err fund_count(const struct fund_row *f, struct fund_bar *bar) MUST_USE;
/* The purse for what comes in, made when it is the first. project: DB_NONE is free. */
enum err fund_purse(const struct actor *by, int64_t project, const char *source,
		    int64_t *purse) MUST_USE;
enum err fund_approve(const struct actor *by, const struct fund_row *f,
		      struct fund_bar *bar) MUST_USE;
enum err fund_void(const struct actor *by, const struct fund_row *f, const char *reason,
		   struct fund_bar *bar) MUST_USE;

/* The step was not taken: the page again, with 409 and the reason. */
enum err fund_refused(struct rq *q, const char *word, enum err (*show)(struct rq *q)) MUST_USE;
/* The day of an entry lies in this year or the last, not ahead: a message otherwise. */
void fund_day(struct rq *q, const char *day);
/* A project of the station that runs or has run; a message beside the field otherwise. */
enum err fund_project(struct rq *q, const char *no, int64_t *project) MUST_USE;
/* An amount in yuan, with a message beside its field. */
void fund_amount(struct rq *q, const char *field, const char *typed, int64_t *fen);
/* Whose number was typed as the other side: the person, and the name to stand in the ledger, which
 * goes when they are erased. Nothing typed: nobody, and the party stays. */
enum err fund_party(struct rq *q, const char *typed, int64_t *person, const char **party) MUST_USE;
/* A paper of an entry, in the caller's transaction. DB_NONE: none. */
enum err fund_paper_add(const struct actor *by, int64_t entry, int64_t document) MUST_USE;
/* Page.Papers */
enum err put_fund_papers(struct rq *q, int64_t entry) MUST_USE;
/* Page.Projects of forms and filters. */
enum err put_fund_projects(struct rq *q) MUST_USE;

/* fund_list.c */
enum err fund_list(struct rq *q);
enum err fund_queue(struct rq *q);
/* fund_in.c, fund_out.c */
enum err fund_in(struct rq *q);
enum err fund_in_add(struct rq *q);
enum err fund_out(struct rq *q);
enum err fund_out_add(struct rq *q);
/* fund_show.c, fund_paper.c, fund_party.c */
enum err fund_show(struct rq *q);
enum err fund_paper(struct rq *q);
enum err fund_file(struct rq *q);
enum err fund_file_one(struct rq *q);
enum err fund_public(struct rq *q);
enum err fund_forget(struct rq *q);
/* fund_steps.c */
enum err fund_step_approve(struct rq *q);
enum err fund_step_refuse(struct rq *q);
enum err fund_step_withdraw(struct rq *q);
enum err fund_step_void(struct rq *q);
/* fund_budget.c */
enum err budget_list(struct rq *q);
enum err budget_show(struct rq *q);
enum err budget_ask(struct rq *q);
enum err budget_approve(struct rq *q);
enum err budget_refuse(struct rq *q);
/* fund_open.c, fund_thanks.c */
enum err fund_open(struct rq *q);
enum err fund_thanks(struct rq *q);

#endif
