/*
 * list.h - a list is declared once: its columns, what it is filtered and sorted by. The same
 * declaration gives the page with its count, pages forward and back, the XLSX and CSV file of all
 * rows, the print view of all rows, and the JSON.
 *
 *	#define LEDGER_COLS(C) \
 *		C(TEXT, no, "n.no", "") \
 *		C(DAY, day, "DATE(n.registered_at)", "") \
 *		C(CODE, category, "n.category", "service_category") \
 *		C(WORD, state, "n.state", "State.need")
 *	#define LEDGER_FROM "  FROM need n" " WHERE n.station_id = ?"
 *	#define LEDGER_FILTERS(F) \
 *		F(WORD, state, "n.state = ?") \
 *		F(DAY, from, "n.registered_at >= ?")
 *	#define LEDGER_SORTS(S, L) S(L, day, "n.registered_at")
 *	#define LEDGER_ID "n.id"
 *	LIST_DEFINE(LEDGER);
 *	static const struct list ledger = LIST(LEDGER, "Needs", "needs.Ledger");
 *	...
 *	return list_page(q, &ledger, ARGS(A_(q->station)), "needs/ledger.cs");
 *
 * A LONG text is cut on the page and whole in files and print. A column's last word: of CODE its
 * code list (codes with commas between are fine), of WORD the texts (Lang.State.need), else "".
 * A column whose name begins with "_" is for the row function alone. FROM begins with the
 * list's own table, which is read first, along a key of the sort, and ends with a condition, whose
 * arguments the caller gives. A filter's one `?` is what stands in the address under its
 * name; a FIND filter gets it as a LIKE pattern. Personal data is in no address: nobody is found
 * by name or number here, and no list is sorted by them. A sort's column is NOT NULL; the first
 * sort is the usual one, newest first unless `oldest` says otherwise.
 *
 * Page.List gets: total (with more = 1: there are more than that), shown, prev, next, xlsx, csv,
 * print, clear (addresses), filtered, all (this is the print view), Sort.NAME.{href,dir},
 * Filter.NAME.value. Rows stand under Page.NAME; no row, no node.
 */
#ifndef ZYZ_LIST_H
#define ZYZ_LIST_H

#include "page.h"

enum list_kind { LIST_TEXT, LIST_LONG, LIST_INT, LIST_DAY, LIST_HOURS, LIST_CODE, LIST_WORD };
struct list_col {
	enum list_kind kind;
	const char *name, *named; /* the node of a code's name */
	const char *of;
};
enum list_filter_kind { LIST_FILTER_WORD, LIST_FILTER_DAY, LIST_FILTER_FIND };
struct list_filter {
	enum list_filter_kind kind;
	const char *name;
};
struct list_sort {
	const char *name;
	struct stmt *asc, *desc;
};
struct list {
	const char *name; /* of the node: "Needs" */
	const char
		*labels; /* Lang.LABELS.COLUMN heads a column, Lang.LABELS._file names the file */
	const struct list_col *cols;
	const struct list_filter *filters;
	const struct list_sort *sorts;
	struct stmt *count; /* for a page without rows: the others bring it along */
	bool oldest;        /* first, by the usual sort: what is served in its turn */
	/* May be NULL: what SQL cannot do, for each row, on the page and in files alike. */
	enum err (*row)(struct rq *q, struct node *n, const struct row *r);
};

enum {
	LIST_ROWS = 50,        /* of a page */
	LIST_COUNTED = 1000,   /* beyond that "more than" is said */
	LIST_PRINTED = 2000,   /* rows of a print view */
	LIST_EXPORTED = 50000, /* rows of a file; more are refused with a message */
	LIST_CUT = 60,         /* letters of a LONG text on the page */
	LIST_FILTERS = 12
};

/* The list as the address asks for it: a page of it with this template, or a file. An unknown sort
 * is the usual one, a place that is gone begins anew. A file is audited with its number of rows. */
enum err list_page(struct rq *q, const struct list *l, struct args a,
		   const char *template) MUST_USE;
/* A cell of the row by its column's name; NULL when it is not there. */
const struct cell *list_cell(const struct row *r, const char *name);

/* clang-format off: macros that make statements and tables of the lists above */
#define LIST_COL_(kind, name, expr, of) { LIST_##kind, #name, #name "_name", of },
#define LIST_SQL_(kind, name, expr, of) expr " AS `" #name "`, "
#define LIST_FILTER_(kind, name, cond)  { LIST_FILTER_##kind, #name },
#define LIST_WHERE_(kind, name, cond)   " AND (? = '' OR " cond ")"
#define LIST_SORT_(L, name, expr)       { #name, &L##_##name##_asc, &L##_##name##_desc },
/* Once for the statement, not for each row; LIMIT 0 leaves it out. */
#define LIST_COUNT_(L) \
	"SELECT COUNT(*) FROM (SELECT 1" L##_FROM L##_FILTERS(LIST_WHERE_) " LIMIT ?) c"
#define LIST_ONE_WAY_(L, expr, dir, op) \
	SQL("SELECT STRAIGHT_JOIN " L##_COLS(LIST_SQL_) L##_ID " AS _id, " expr " AS _key," \
	    " (" LIST_COUNT_(L) ") AS _total" \
	    L##_FROM L##_FILTERS(LIST_WHERE_) \
	    " AND (? IS NULL OR (" expr " " op "= ? AND" \
	    " (" expr " " op " ? OR " L##_ID " " op " ?)))" \
	    " ORDER BY " expr " " dir ", " L##_ID " " dir " LIMIT ?")
#define LIST_STMTS_(L, name, expr) \
	static struct stmt L##_##name##_asc = LIST_ONE_WAY_(L, expr, "ASC", ">"); \
	static struct stmt L##_##name##_desc = LIST_ONE_WAY_(L, expr, "DESC", "<");
#define LIST_DEFINE(L) \
	L##_SORTS(LIST_STMTS_, L) static struct stmt L##_count = SQL("" LIST_COUNT_(L)); \
	static const struct list_col L##_cols[] = { L##_COLS(LIST_COL_){ 0, 0, 0, 0 } }; \
	static const struct list_filter L##_filters[] = { L##_FILTERS(LIST_FILTER_){ 0, 0 } }; \
	static const struct list_sort L##_sorts[] = { L##_SORTS(LIST_SORT_, L){ 0, 0, 0 } }
/* clang-format on */
/* Members behind these three, such as .row = need_row, are set as given. */
#define LIST(L, node, texts, ...) \
	{ \
		.name = node, .labels = texts, .cols = L##_cols, .filters = L##_filters, \
		.sorts = L##_sorts, .count = &L##_count, __VA_ARGS__ \
	}

#endif
