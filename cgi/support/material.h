/*
 * material.h - things of a station 物资: what is in store, what came and went, what is lent.
 *
 * Owns material_thing, material and material_loan. Every change of the stock is a row of material,
 * whose quantity is never changed, and moves the stock of its thing in the same transaction, never
 * below zero. A loan takes from the stock; what comes back returns to it; what is lost does not.
 */
#ifndef ZYZ_MATERIAL_H
#define ZYZ_MATERIAL_H

#include "app.h"

#define MATERIAL_STEPS "in,out,lend,count"

#define THING_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, lent, "lent") \
	X(T, TEXT, uid, "LOWER(HEX(uid))") \
	X(T, INT, durable, "durable") \
	X(T, INT, stock, "stock")
struct thing_row {
	THING_COLS(ROW_MEMBER_, )
};
/* The thing that the address names, of the asker's station; ERR_NOT_FOUND. */
enum err thing_here(struct rq *q, struct thing_row *t) MUST_USE;

/* One change of the stock. */
struct moving {
	const struct actor *by;
	int64_t thing, quantity; /* above zero */
	const char *direction, *kind, *party, *note, *day;
	int64_t loan, fund; /* DB_NONE: none */
	struct bytes uid;
};
/* In the caller's transaction. ERR_STALE: the stock does not reach; ERR_DUPLICATE: uid was sent. */
enum err material_move(const struct moving *m) MUST_USE;

/* material_list.c */
enum err material_list(struct rq *q);
enum err material_ledger(struct rq *q);
enum err material_loans(struct rq *q);
/* material_show.c */
enum err material_new(struct rq *q);
enum err material_add(struct rq *q);
enum err material_show(struct rq *q);
enum err material_call(struct rq *q);
enum err thing_edit(struct rq *q);
enum err thing_save(struct rq *q);
/* material_step.c: in, out, lend, count */
enum err material_step(struct rq *q);
enum err material_do(struct rq *q);
/* material_row.c */
enum err row_edit(struct rq *q);
enum err row_save(struct rq *q);
enum err loan_edit(struct rq *q);
enum err loan_save(struct rq *q);
/* material_back.c */
enum err loan_back(struct rq *q);
enum err loan_take(struct rq *q);

#endif
