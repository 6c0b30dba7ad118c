/* destinations.h - the pages of an overseer's platforms. */
#ifndef ZYZ_DESTINATIONS_H
#define ZYZ_DESTINATIONS_H

#include "app.h"
#include "form.h"

enum err destinations_show(struct rq *q);
enum err destination_show(struct rq *q);
enum err destination_new(struct rq *q);
enum err destination_save(struct rq *q);
enum err destination_change(struct rq *q);
enum err destination_set_on(struct rq *q);
enum err destination_set_off(struct rq *q);
enum err destination_ask(struct rq *q);
/* The one of the address; ERR_NOT_FOUND: none that this overseer may change. */
enum err dest_mine(struct rq *q, int64_t *id) MUST_USE;

#endif
