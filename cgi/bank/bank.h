/*
 * bank.h - 时间银行: hours that were served and saved, what they pay for later, and to whom they go.
 *
 * Owns timebank_rule and timebank_kin. Accounts, entries and withdrawals are moved by the verbs of
 * timebank.h alone, which the loop bank-clock, erasure and merges call as well. Honour hours
 * (volunteer_total) are another thing: nothing here ever lowers them.
 *
 *	struct bank_account a;
 *	enum err e = account_at_desk(q, &a);         // {uid} of the address, of the own station
 *	e = put_entries(q, &a, 20);                  // Page.Entries, and Page.Next for ?after=
 */
#ifndef ZYZ_BANK_H
#define ZYZ_BANK_H

#include "app.h"
#include "timebank.h"

/* The account that the address names, kept by the own station; ERR_NOT_FOUND. */
enum err account_at_desk(struct rq *q, struct bank_account *a) MUST_USE;
/* What moved, the latest first: Page.Entries.N.{at,kind,hours,after,record,order,uid}; hours begin
 * with a minus when they went. */
enum err put_entries(struct rq *q, const struct bank_account *a, size_t most) MUST_USE;
/* Page.Account.{hours,debt}. */
void put_balance(struct rq *q, const struct bank_account *a);
/* A refusal of timebank.h beside a field: not enough, closed, paid already. */
enum err bank_says(struct rq *q, enum err e, const char *field);
/* The order of this number, if it may still be paid with time under its station's rule; otherwise a
 * message beside order_no and ERR_FORM. */
struct payable {
	int64_t id, station;
	struct bytes phone; /* digest, of the resident's */
	struct bank_rule rule;
};
enum err order_payable(struct rq *q, const char *no, struct payable *o) MUST_USE;

enum err mine_show(struct rq *q);
enum err mine_statement(struct rq *q);
enum err bank_about(struct rq *q);
enum err draw_ask(struct rq *q);
enum err draw_store(struct rq *q);
enum err draw_back(struct rq *q);
enum err give_ask(struct rq *q);
enum err give_store(struct rq *q);
enum err donate_store(struct rq *q);

enum err account_list(struct rq *q);
enum err account_show(struct rq *q);
enum err account_paper(struct rq *q);
enum err account_draw(struct rq *q);
enum err kin_add(struct rq *q);
enum err kin_end(struct rq *q);

enum err draw_list(struct rq *q);
enum err draw_approve(struct rq *q);
enum err draw_refuse(struct rq *q);
enum err draw_return(struct rq *q);
enum err pool_show(struct rq *q);
enum err pool_ask(struct rq *q);

enum err rule_list(struct rq *q);
enum err rule_edit(struct rq *q);
enum err rule_save(struct rq *q);
enum err solvency_station(struct rq *q);
enum err solvency_region(struct rq *q);

#endif
