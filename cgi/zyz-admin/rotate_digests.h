/*
 * rotate_digests.h - every column whose values secret_index() makes; t9306-sealed-columns.sh holds
 * the list against the schema: a column that is forgotten would find nobody any more.
 */
#ifndef ZYZ_ROTATE_DIGESTS_H
#define ZYZ_ROTATE_DIGESTS_H

#include "db.h"

struct digest_column {
	const char *name; /* table.column */
	struct stmt page; /* old: values of which index_move knows nothing */
	struct stmt put;  /* puts in place what it knows */
};

struct digest_column *digest_columns(size_t *n);

#endif
