/* codes.c - whether a mapping has a counterpart for every code that may be chosen here. A record
 * with one that has none is refused when its turn comes; at the start it is said before. */
#include "log.h"
#include "post.h"
#include "row.h"

/* Facts of records and the lists their codes are from. */
static const struct {
	const char *fact, *list;
} coded[] = {
	{ "sex", "sex" },
	{ "id_type", "id_type" },
	{ "ethnic", "ethnic" },
	{ "political", "political" },
	{ "education", "education" },
	{ "occupation", "occupation" },
	{ "category", "service_category" },
};

/* As it stands among the facts of a record. */
#define ITEM_COLS(X, T) X(T, TEXT, code, "COALESCE(platform, code)")
ROW_DEFINE(item_row, ITEM_COLS);
static struct stmt items_q = SQL(
	"SELECT " ROW_SELECT(ITEM_COLS)
	"  FROM code_item"
	" WHERE list = ?"
	"   AND active = 1"
	" GROUP BY COALESCE(platform, code)"
	" ORDER BY MIN(sort), MIN(code)"
	" LIMIT 200");

static void say_missing(const struct dest *d, const char *list, const char *fact,
			const struct item_row *item, size_t n)
{
	struct buf missing = { .arena = db_arena() };
	for (size_t i = 0; i < n; i++)
		if (!platform_code(d->platform, list, item[i].code))
			buf_fmt(&missing, "%s%s", missing.n ? ", " : "", item[i].code);
	const char *name = arena_fmt(db_arena(), "Code.%s", list);
	if (missing.n)
		log_error("destination %s: %s: %s: no counterpart for %s %s: records with it will "
			  "be refused; add them, or _other",
			  d->code, platform_place(d->platform, db_arena(), name), name, fact,
			  missing.p);
}

enum err codes_check(const struct dest *d)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < sizeof(coded) / sizeof(coded[0]); i++) {
		const char *fact = coded[i].fact, *list;
		struct item_row *item;
		size_t n;
		if (!platform_codes_of(d->platform, fact, 0))
			continue;
		e = row_all(&items_q, ARGS(A_(coded[i].list)), item_row_cols, sizeof(*item), &item,
			    &n);
		for (size_t k = 0; !e && (list = platform_codes_of(d->platform, fact, k)); k++)
			say_missing(d, list, fact, item, n);
	}
	return e;
}
