/* region.c - divisions to look up: by name as it is typed, or step by step from the provinces. */
#include "region_choice.h"
#include "station.h"

enum { WORDS_MAX = 40, MINUTE = 60 };

static struct stmt at_q = SQL(
	"SELECT code, name, full_name, level, parent_code, population, ended_on"
	"  FROM region"
	" WHERE code = ?");

/* ?q=words&in=code&near=county: what the field of a form asks, too. */
enum err region_show(struct rq *q)
{
	const char *words = query(q, "q"), *in = query(q, "in"), *near = query(q, "near");
	enum err e = near && *near ? OK : region_near(q, &near);
	if (!e && in && *in)
		e = put_one(q, "Region", &at_q, ARGS(A_(in)));
	if (!e && words && *words && utf8_count(words) <= WORDS_MAX) {
		put(q, "Words", words);
		e = put_region_found(q, "Found", words, near);
	} else if (!e) {
		e = put_region_options(q, "Options", in, near);
	}
	if (e)
		return e;
	reply_cache(q, MINUTE);
	return page(q, "station/region.cs");
}
