/* platform_page.h - the pages of 上报: the outbox, one row of it, destinations. */
#ifndef ZYZ_PLATFORM_PAGE_H
#define ZYZ_PLATFORM_PAGE_H

#include "app.h"

enum err outbox_row_list(struct rq *q);
enum err outbox_row_show(struct rq *q);
enum err outbox_row_retry(struct rq *q);
enum err outbox_row_correct(struct rq *q);
enum err outbox_row_find(struct rq *q) MUST_USE; /* Page.Row, the one of the address */
enum err put_correct(struct rq *q) MUST_USE;     /* Page.Form and .Correct, if it was refused */
enum err balance_show(struct rq *q);
enum err put_counts(struct rq *q) MUST_USE; /* Page.Balance.STATE and .enqueued */
enum err export_show(struct rq *q);
enum err export_make(struct rq *q);
struct platform;
enum err file_destinations(struct rq *q) MUST_USE; /* Page.Files */
/* A file destination by its code, with its mapping; ERR_FORM with a message: there is none. */
enum err file_destination(struct rq *q, const char *code, int64_t *id,
			  const struct platform **p) MUST_USE;
enum err receipts_show(struct rq *q);
enum err receipts_take(struct rq *q);
enum err reconcile_show(struct rq *q);
enum err reconcile_ask(struct rq *q);
enum err reconcile_mend(struct rq *q);
enum err destination_go_on(struct rq *q);
enum err metrics_show(struct rq *q);
enum err put_destinations(struct rq *q) MUST_USE;

#endif
