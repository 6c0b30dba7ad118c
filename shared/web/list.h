/*
 * list.h - a list is declared once: its columns, what it is filtered and sorted by, and by which
 * keys it is read. The same declaration gives the page with its count, pages forward and back, the
 * XLSX and CSV file of all rows, the print view of all rows, and the JSON.
 *
 *	#define LEDGER_COLS(C) \
 *		C(TEXT, no, "n.no", "") \
 *		C(DAY, day, "DATE(n.registered_at)", "") \
 *		C(CODE, category, "n.category", "service_category") \
 *		C(TEXT, clerk, "f.name", "") \
 *		C(WORD, state, "n.state", "State.need")
 *	#define LEDGER_TABLE "need n"
 *	#define LEDGER_JOINS "  LEFT JOIN staff f ON f.id = n.registered_by"
 *	#define LEDGER_WHERE "n.station_id = ?"
 *	#define LEDGER_FILTERS(F) \
 *		F(WORD, state, "n.state = ?") \
 *		F(DAY, from, "n.registered_at >= ?")
 *	#define LEDGER_WAYS(S, L) \
 *		S(L, day, any, "n.registered_at", "need_day") \
 *		S(L, day, state, "n.id", "need_station")
 *	#define LEDGER_ID "n.id"
 *	LIST_DEFINE(LEDGER);
 *	static const struct list ledger = LIST(LEDGER, "Needs", "needs.Ledger");
 *	...
 *	return list_page(q, &ledger, ARGS(A_(q->station)), "needs/ledger.cs");
 *
 * A LONG text is cut on the page and whole in files and print. A column's last word: of CODE its
 * code list (codes with commas between are fine), of WORD the texts (Lang.State.need), else "".
 * A column whose name begins with "_" is for the row function alone.
 *
 * No list costs more as its table grows. A way is a sort, what the address has set when it is taken
 * ("any": nothing in particular), the column of its order, and the key that has exactly this order
 * behind what is equal: WHERE's columns, then the filter's, then the column, then the id. The first
 * way of a sort whose filter is set is taken; the rows of the "any" ways are what is offered. What
 * the way's key has narrowed, its own filter and filters of its column, costs nothing. Any other
 * filter is looked for among LIST_WINDOW rows in the list's order; when these are not all, the page
 * says so (Page.List.looked) and its next page goes on behind them. WHERE and filters speak of the
 * list's own table alone (of others by a sub-select that the row does not enter), so that rows are
 * counted and passed over within the key; the arguments of JOINS come before those of WHERE.
 *
 * A list that is never long says why in LEDGER_FEW ("the moves of one station"): it may be sorted,
 * and lint does not hold its keys against its ways.
 *
 * A filter's one `?` is what stands in the address under its name; a FIND filter gets it as a LIKE
 * pattern; what a GIVEN filter means the caller has put into the arguments of WHERE. A TICKED
 * filter, "FIND_IN_SET(n.no, ?) > 0", has the rows that were ticked, up to LIST_ROWS of them: they
 * alone are printed or put into a file (templates/picked.cs); what cannot be such numbers finds
 * nothing. Personal data is in no address: nobody is found by name or number here, and no list is
 * sorted by them. A way's column is NOT NULL; the first sort is the usual one, newest first unless
 * `oldest` says otherwise.
 *
 * Page.List gets: total (with more = 1: there are more than that), shown, prev, next, xlsx, csv,
 * print, clear (addresses), filtered, looked (so many rows were looked at, and not all of them),
 * all (this is the print view), Sort.NAME.{href,dir}, Filter.NAME.value. Rows stand under
 * Page.NAME; no row, no node.
 */
#ifndef ZYZ_LIST_H
#define ZYZ_LIST_H

#include "page.h"

enum list_kind {
	LIST_TEXT,
	LIST_LONG,
	LIST_INT,
	LIST_DAY,
	LIST_HOURS, /* minutes */
	LIST_YUAN,  /* fen; in files as yuan */
	LIST_CODE,
	LIST_WORD
};
struct list_col {
	enum list_kind kind;
	const char *name, *named; /* the node of a code's name */
	const char *of;
};
enum list_filter_kind {
	LIST_FILTER_WORD,
	LIST_FILTER_DAY,
	LIST_FILTER_FIND,
	LIST_FILTER_GIVEN,
	LIST_FILTER_TICKED
};
struct list_filter {
	enum list_filter_kind kind;
	const char *name, *cond;
};
struct list_order {
	struct stmt rows; /* of a page */
	struct stmt edge; /* the row behind so many, by key alone */
};
struct list_way {
	const char *sort, *lead, *column;
	struct list_order *asc, *desc;
};
struct list {
	const char *name; /* of the node: "Needs" */
	const char
		*labels; /* Lang.LABELS.COLUMN heads a column, Lang.LABELS._file names the file */
	const struct list_col *cols;
	const struct list_filter *filters;
	const struct list_way *ways;
	const char *joins;
	bool oldest; /* first, by the usual sort: what is served in its turn */
	int window;  /* less than LIST_WINDOW, where a filter's words stand in other tables */
	const char *turned; /* a sort whose "asc" is the falling order */
	/* May be NULL: what SQL cannot do, for each row, on the page and in files alike. */
	enum err (*row)(struct rq *q, struct node *n, const struct row *r);
};

enum {
	LIST_ROWS = 50,        /* of a page */
	LIST_COUNTED = 1000,   /* beyond that "more than" is said */
	LIST_WINDOW = 800,     /* rows that a page looks at for what no key finds */
	LIST_STRIDE = 2000,    /* the same of a step of a file */
	LIST_PRINTED = 2000,   /* rows of a print view */
	LIST_EXPORTED = 50000, /* rows of a file; more are refused with a message */
	LIST_CUT = 60,         /* letters of a LONG text on the page */
	LIST_FILTERS = 16
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
#define LIST_FILTER_(kind, name, cond)  { LIST_FILTER_##kind, #name, cond },
#define LIST_WHERE_(kind, name, cond)   " AND (? = '' OR " cond ")"
#define LIST_WAY_(L, sort, lead, column, key) \
	{ #sort, #lead, column, &L##_##sort##_##lead##_asc, &L##_##sort##_##lead##_desc },
#define LIST_OWN_(L, key) "  FROM " L##_TABLE " FORCE INDEX (" key ")"
#define LIST_SCOPE_(L)    " WHERE " L##_WHERE L##_FILTERS(LIST_WHERE_)
/* Ranges of the key, and never "not before" with "or": that walks over all rows of one value. */
#define LIST_BEYOND_(L, column, op, id_op) \
	" AND (? IS NULL OR " column " " op " ? OR (" column " = ? AND " L##_ID " " id_op " ?))"
#define LIST_BY_(L, column, dir) " ORDER BY " column " " dir ", " L##_ID " " dir " LIMIT ?"
/* Once for the statement, not for each row; LIMIT 0 leaves it out. */
#define LIST_COUNT_(L, key) \
	"SELECT COUNT(*) FROM (SELECT 1" LIST_OWN_(L, key) LIST_SCOPE_(L) " LIMIT ?) c"
#define LIST_FOUND_(L, column, op) LIST_SCOPE_(L) LIST_BEYOND_(L, column, op, op)
#define LIST_ROWS_(L, column, key, dir, op, back) \
	SQL("SELECT STRAIGHT_JOIN " L##_COLS(LIST_SQL_) L##_ID " AS _id," \
	    " " column " AS _key, (" LIST_COUNT_(L, key) ") AS _total" \
	    LIST_OWN_(L, key) L##_JOINS LIST_FOUND_(L, column, op) \
	    LIST_BEYOND_(L, column, back, back "=") LIST_BY_(L, column, dir))
#define LIST_EDGE_(L, column, key, dir, op) \
	SQL("SELECT " column " AS _key, " L##_ID " AS _id" \
	    LIST_OWN_(L, key) LIST_FOUND_(L, column, op) LIST_BY_(L, column, dir) " OFFSET ?")
#define LIST_STMTS_(L, sort, lead, column, key) \
	static struct list_order L##_##sort##_##lead##_asc = { \
		LIST_ROWS_(L, column, key, "ASC", ">", "<"), \
		LIST_EDGE_(L, column, key, "ASC", ">") \
	}; \
	static struct list_order L##_##sort##_##lead##_desc = { \
		LIST_ROWS_(L, column, key, "DESC", "<", ">"), \
		LIST_EDGE_(L, column, key, "DESC", "<") \
	};
#define LIST_DEFINE(L) \
	L##_WAYS(LIST_STMTS_, L) static const struct list_col L##_cols[] = { L##_COLS(LIST_COL_){ \
		0, 0, 0, 0 } }; \
	static const struct list_filter L##_filters[] = { L##_FILTERS(LIST_FILTER_){ 0, 0, 0 } }; \
	static const struct list_way L##_ways[] = { L##_WAYS(LIST_WAY_, L){ 0, 0, 0, 0, 0 } }
/* clang-format on */
/* Members behind these three, such as .row = need_row, are set as given. */
#define LIST(L, node, texts, ...) \
	{ \
		.name = node, .labels = texts, .cols = L##_cols, .filters = L##_filters, \
		.ways = L##_ways, .joins = L##_JOINS, __VA_ARGS__ \
	}

#endif
