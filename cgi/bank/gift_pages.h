/*
 * gift_pages.h - the pages of redemption 兑换: the shelf as staff keep it and as everybody sees
 * it, the counter where things are handed out, and what partners offer.
 *
 * Owns gift (but stock and taken, which hours/gift.h moves with each exchange) and partner_offer.
 */
#ifndef ZYZ_BANK_GIFT_PAGES_H
#define ZYZ_BANK_GIFT_PAGES_H

#include "app.h"

/* The open station whose number the address names first. */
enum err shelf_station(struct rq *q, int64_t *station) MUST_USE;

enum err gift_list(struct rq *q);
enum err gift_new(struct rq *q);
enum err gift_add(struct rq *q);
enum err gift_edit(struct rq *q);
enum err gift_save(struct rq *q);
enum err shelf_show(struct rq *q);
enum err exchange_show(struct rq *q);
enum err exchange_take(struct rq *q);
enum err exchange_back(struct rq *q);
enum err counter_list(struct rq *q);
enum err counter_code(struct rq *q);
enum err counter_show(struct rq *q);
enum err counter_hand(struct rq *q);
enum err counter_cancel(struct rq *q);
enum err offer_list(struct rq *q);
enum err offer_new(struct rq *q);
enum err offer_add(struct rq *q);
enum err offer_edit(struct rq *q);
enum err offer_save(struct rq *q);
enum err offer_end(struct rq *q);
enum err offer_show(struct rq *q);

#endif
