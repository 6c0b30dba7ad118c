/* region_choice.c - divisions offered in steps, and found by parts of their names. */
#include "region_choice.h"

#include <string.h>

#include "page.h"

enum { WORDS = 4 };

/* The viewer's own station, or that of the cookie, or the first. */
static struct stmt near_q = SQL(
	"SELECT LEFT(region_code, 6)"
	"  FROM station"
	" WHERE id = COALESCE((SELECT id FROM station WHERE id = ?),"
	"       (SELECT id FROM station WHERE no = ? AND state = 'open'),"
	"       (SELECT id FROM station WHERE state = 'open' ORDER BY no LIMIT 1))");
static struct stmt at_q = SQL(
	"SELECT code, full_name AS name"
	"  FROM region"
	" WHERE code = ?");
/* The way up from a division, itself among it. */
static struct stmt way_q = SQL(
	"SELECT r.code, r.full_name AS name, 'way' AS `group`"
	"  FROM region c"
	"  LEFT JOIN region p ON p.code = c.parent_code"
	"  LEFT JOIN region g ON g.code = p.parent_code"
	"  LEFT JOIN region h ON h.code = g.parent_code"
	"  JOIN region r ON r.code IN (c.code, p.code, g.code, h.code, h.parent_code)"
	" WHERE c.code = ?"
	" ORDER BY r.level");
static struct stmt parts_q = SQL(
	"SELECT code, name, 'parts' AS `group`"
	"  FROM region"
	" WHERE parent_code = ?"
	"   AND ended_on IS NULL"
	" ORDER BY code"
	" LIMIT 200");
static struct stmt beside_q = SQL(
	"SELECT code, name, 'beside' AS `group`"
	"  FROM region"
	" WHERE parent_code = (SELECT parent_code FROM region WHERE code = ?)"
	"   AND code <> ?"
	"   AND ended_on IS NULL"
	" ORDER BY code"
	" LIMIT 200");
/* The county itself, then what is in it. */
static struct stmt own_q = SQL(
	"SELECT code, name, 'own' AS `group`"
	"  FROM region"
	" WHERE (code = ? OR parent_code = ?)"
	"   AND ended_on IS NULL"
	" ORDER BY code"
	" LIMIT 200");
static struct stmt provinces_q = SQL(
	"SELECT code, name, 'far' AS `group`"
	"  FROM region"
	" WHERE parent_code IS NULL"
	"   AND ended_on IS NULL"
	" ORDER BY code"
	" LIMIT 200");

/* What holds the last word in the own county; what begins with it in the own city, then anywhere;
 * and whole names, written out from the top or from the own city's or province's parts on. Each
 * part reads one range of one key. */
#define FOUND_OF(far, key, where) \
	"(SELECT code, " far " AS far FROM region FORCE INDEX (" key ") WHERE " where \
	"   AND full_name LIKE ? AND full_name LIKE ? AND full_name LIKE ?" \
	"   AND ended_on IS NULL LIMIT 20)"
#define FOUND_WHOLE FOUND_OF("3", "region_full_name", "full_name LIKE ?")
static struct stmt found_q = SQL(
	"SELECT r.code, r.name, r.full_name AS full"
	"  FROM (" FOUND_OF("0", "PRIMARY", "code LIKE ? AND full_name LIKE ?")
	" UNION ALL " FOUND_OF("1", "region_name", "code LIKE ? AND name LIKE ?")
	" UNION ALL " FOUND_OF("2", "region_name", "name LIKE ?")
	" UNION ALL " FOUND_WHOLE
	" UNION ALL " FOUND_WHOLE
	" UNION ALL " FOUND_WHOLE ") f"
	"  JOIN region r ON r.code = f.code"
	" GROUP BY r.code"
	" ORDER BY MIN(f.far), r.level, r.code"
	" LIMIT 20");
static struct stmt above_q = SQL(
	"SELECT p.full_name AS city, g.full_name AS province"
	"  FROM region c"
	"  JOIN region p ON p.code = c.parent_code"
	"  JOIN region g ON g.code = p.parent_code"
	" WHERE c.code = ?");

enum err region_near(struct rq *q, const char **near)
{
	*near = str_or(q->who.region_code, "");
	if (**near)
		return OK;
	const char *no = str_or(cookie(q, "station"), "0");
	enum err e = db_text(&near_q, ARGS(A_(q->station), A_(no)), near);
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err put_region_options(struct rq *q, const char *name, const char *code, const char *near)
{
	struct node *to = put_list(q, name);
	enum err e = code && *code ? node_query(to, &way_q, ARGS(A_(code))) : OK;
	if (!e && node_count(to)) {
		e = node_query(to, &parts_q, ARGS(A_(code)));
		return e ? e : node_query(to, &beside_q, ARGS(A_(code), A_(code)));
	}
	if (!e && *near)
		e = node_query(to, &own_q, ARGS(A_(near), A_(near)));
	return e ? e : node_query(to, &provinces_q, NO_ARGS);
}

enum err put_region_choice(struct rq *q, const char *field, const char *name)
{
	const char *near, *code = got(q, arena_fmt(q->arena, "Form.%s", field));
	const char *at = arena_fmt(q->arena, "RegionAt.%s", field);
	enum err e = region_near(q, &near);
	if (!e && code)
		e = put_one(q, at, &at_q, ARGS(A_(code)));
	if (e == ERR_NOT_FOUND)
		e = OK;
	if (e)
		return e;
	node_set(put_list(q, at), "near", near);
	return put_region_options(q, name, code, near);
}

/* "%word%", "word%" or "word"; % and _ are letters like others. */
static const char *like(struct arena *a, const char *before, const char *word, size_t n)
{
	struct buf b = { .arena = a };
	buf_str(&b, before);
	for (size_t i = 0; i < n; i++) {
		if (strchr("%_\\", word[i]))
			buf_char(&b, '\\');
		buf_char(&b, word[i]);
	}
	buf_char(&b, '%');
	return b.p;
}

/* What was typed: all words but the last as patterns, the last one as it stands. */
struct words {
	const char *others[WORDS - 1], *last;
};

static struct words words_read(struct arena *a, const char *s)
{
	struct words w = { { "%", "%", "%" }, NULL };
	for (size_t n = 0; n < WORDS; n++) {
		s += strspn(s, " ");
		size_t letters = strcspn(s, " ");
		if (!letters)
			break;
		if (w.last)
			w.others[n - 1] = like(a, "%", w.last, strlen(w.last));
		w.last = arena_dup(a, s, letters);
		s += letters;
	}
	return w;
}

enum err put_region_found(struct rq *q, const char *name, const char *typed, const char *near)
{
	struct arena *a = q->arena;
	struct words w = words_read(a, typed);
	if (!w.last)
		return OK;
	enum err e = put_one(q, "_Above", &above_q, ARGS(A_(near)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	size_t n = strlen(w.last);
	const char *county = arena_fmt(a, "%.6s%%", str_or(near, "-")),
		   *city = arena_fmt(a, "%.4s%%", str_or(near, "-")),
		   *holds = like(a, "%", w.last, n), *begins = like(a, "", w.last, n),
		   *in_city = like(a, str_or(got(q, "_Above.city"), ""), w.last, n),
		   *in_province = like(a, str_or(got(q, "_Above.province"), ""), w.last, n);
	const char *const *o = w.others;
	return put_query(q, name, &found_q,
			 ARGS(A_(county), A_(holds), A_(o[0]), A_(o[1]), A_(o[2]), A_(city),
			      A_(begins), A_(o[0]), A_(o[1]), A_(o[2]), A_(begins), A_(o[0]),
			      A_(o[1]), A_(o[2]), A_(begins), A_(o[0]), A_(o[1]), A_(o[2]),
			      A_(in_city), A_(o[0]), A_(o[1]), A_(o[2]), A_(in_province), A_(o[0]),
			      A_(o[1]), A_(o[2])));
}

enum err region_check(struct rq *q, const char *field, const char *code, enum region_level least)
{
	static const char *const words[] = { [REGION_UNKNOWN] = "unknown_code",
					     [REGION_ENDED] = "region_ended",
					     [REGION_WIDE] = "region_wide" };
	enum region_fit fit = REGION_FITS;
	enum err e = code ? region_fit(code, least, &fit) : OK;
	if (!e && fit != REGION_FITS)
		form_error(q, field, words[fit]);
	return e;
}
