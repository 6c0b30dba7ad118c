/*
 * ids.h - row ids as a list that one statement takes, so that an activity of five hundred costs a
 * handful of them. The list goes to the database as JSON.
 *
 *	struct buf list = { .arena = db_arena() };
 *	ids_add(&list, id);
 *	e = db_affect(&set_q, ARGS(A_(ids_json(&list))), &rows);
 *	// "UPDATE " IDS
 *	// " STRAIGHT_JOIN service_record r ON r.id = k.id"
 */
#ifndef ZYZ_IDS_H
#define ZYZ_IDS_H

#include "db.h"

/* Rows k with the one column id. */
#define IDS "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) k"

void ids_add(struct buf *list, int64_t id);
const char *ids_json(struct buf *list); /* ends the list */
/* For db_each(): ctx is the struct buf, the first column an id. */
enum err ids_row(void *ctx, const struct row *r) MUST_USE;
/* The same into an array: ctx is a struct ids_taken, *n begins at 0; more than max are left. */
struct ids_taken {
	int64_t *v;
	size_t max, *n;
};
enum err ids_take(void *ctx, const struct row *r) MUST_USE;

#endif
