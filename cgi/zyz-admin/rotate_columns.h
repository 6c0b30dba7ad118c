/*
 * rotate_columns.h - every column that is sealed, with the name and the row that its values are
 * bound to (secret.h). tests/db/t9306-sealed-columns.sh holds the list against the schema: a
 * column that is forgotten here would lose its values with the key.
 */
#ifndef ZYZ_ROTATE_COLUMNS_H
#define ZYZ_ROTATE_COLUMNS_H

#include "db.h"

struct sealed_column {
	const char *name;  /* table.column */
	const char *bound; /* as in secret_seal() */
	/* id, uid, sealed: a step of values behind an id that another key sealed (id, key) */
	struct stmt page;
	struct stmt left; /* how many another key sealed (key) */
	struct stmt put;  /* new, id, old: only if it is still what was read */
};

struct sealed_column *sealed_columns(size_t *n);

#endif
