/*
 * row.h - one list of columns is the struct, the SELECT and the fetch, so that they cannot drift.
 *
 *	#define NEED_COLS(X, T) X(T, INT, id, "n.id") X(T, TEXT, title, "n.title")
 *	ROW_DEFINE(need_row, NEED_COLS);                     // struct need_row, need_row_cols[]
 *	static struct stmt one_q = SQL("SELECT " ROW_SELECT(NEED_COLS) " FROM need n WHERE no = ?");
 *	struct need_row n;
 *	enum err e = row_one(&one_q, ARGS(A_(no)), need_row_cols, &n);       // ERR_NOT_FOUND
 *
 * INT gives int64_t (DB_NONE for NULL), TEXT const char * (NULL for NULL), BYTES struct bytes.
 */
#ifndef ZYZ_ROW_H
#define ZYZ_ROW_H

#include "db.h"

enum col_kind { COL_END, COL_INT, COL_TEXT, COL_BYTES };
struct col {
	enum col_kind kind;
	size_t offset;
};

#define ROW_TYPE_INT                     int64_t
#define ROW_TYPE_TEXT                    const char *
#define ROW_TYPE_BYTES                   struct bytes
#define ROW_MEMBER_(T, kind, name, expr) ROW_TYPE_##kind name;
#define ROW_COL_(T, kind, name, expr)    { COL_##kind, offsetof(struct T, name) },
#define ROW_SQL_(T, kind, name, expr)    expr " AS `" #name "`, "
/* the last column ends the list without a comma */
#define ROW_SELECT(LIST) LIST(ROW_SQL_, ) "0 AS _end"
#define ROW_DEFINE(type, LIST) \
	struct type { \
		LIST(ROW_MEMBER_, type) \
	}; \
	static const struct col type##_cols[] = { LIST(ROW_COL_, type){ COL_END, 0 } }

/* The first row into *out; untouched and ERR_NOT_FOUND when there is none. */
enum err row_one(struct stmt *s, struct args a, const struct col *cols, void *out) MUST_USE;
/* All rows as an array of size-byte structs in the arena. The statement bounds its own rows by
 * LIMIT. */
enum err row_all(struct stmt *s, struct args a, const struct col *cols, size_t size,
		 void *array_out, size_t *n) MUST_USE;

#endif
