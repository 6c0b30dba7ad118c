/* region.c - codes of divisions, and which of them may be chosen. */
#include "region.h"

#include <string.h>

static struct stmt fit_q = SQL(
	"SELECT IF(r.ended_on IS NOT NULL, 2, IF(r.level < ? AND EXISTS (SELECT 1 FROM region c"
	"       WHERE c.parent_code = r.code AND c.ended_on IS NULL), 3, 0))"
	"  FROM region r"
	" WHERE r.code = ?");

/* Letters of the code that those of its parts begin with. */
static size_t own_letters(const char *code)
{
	size_t n = strlen(code);
	if (n != 6)
		return n;
	return str_eq(code + 2, "0000") ? 2 : str_eq(code + 4, "00") ? 4 : 6;
}

const char *region_prefix(struct arena *a, const char *code)
{
	return *code ? arena_fmt(a, "%.*s%%", (int)own_letters(code), code) : "";
}

bool region_within(const char *code, const char *in)
{
	return code && in && *in && strncmp(code, in, own_letters(in)) == 0;
}

enum err region_fit(const char *code, enum region_level least, enum region_fit *fit)
{
	int64_t n = REGION_UNKNOWN;
	enum err e = db_int(&fit_q, ARGS(A_((int64_t)least), A_(code)), &n);
	if (e && e != ERR_NOT_FOUND)
		return e;
	*fit = (enum region_fit)n;
	return OK;
}
