/* typed_no.c - whose number it is, and how often one may ask for those of others. */
#include "typed_no.h"

#include <string.h>

#include "row.h"
#include "session.h"
#include "text.h"

enum { STAFF_TRIES = 30, STATION_TRIES = 100, HOUR = 3600 };

#define TYPED_COLS(X, T) \
	X(T, INT, person, "v.person_id") \
	X(T, INT, home, "v.station_id") \
	X(T, TEXT, no, "v.no") \
	X(T, TEXT, name, "p.name") \
	X(T, INT, active, "v.state = 'active'") \
	X(T, INT, known, \
	  "EXISTS (SELECT 1 FROM application a WHERE a.person_id = v.person_id AND " \
	  "a.station_id = ? AND a.state <> 'withdrawn') OR EXISTS (SELECT 1 FROM volunteer_ask k " \
	  "WHERE k.station_id = ? AND k.person_id = v.person_id AND k.state = 'accepted') OR " \
	  "EXISTS (SELECT 1 FROM service_record r WHERE r.person_id = v.person_id AND " \
	  "r.station_id = ?)")
ROW_DEFINE(typed_row, TYPED_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(TYPED_COLS)
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id AND p.erased_at IS NULL"
	" WHERE v.no = ?"
	"    OR v.platform_no = ?"
	" LIMIT 1");

bool typed_is_no(const char *cell)
{
	size_t digits = strspn(*cell == 'V' ? cell + 1 : cell, "0123456789");
	return *cell == 'V' ? digits >= 4 : digits == 32 && !cell[32];
}

size_t typed_cells(struct arena *a, const char *text, const char **cell, size_t most)
{
	size_t n = 0;
	for (const char *s = text; *s && n < most;) {
		size_t width = strcspn(s, "\t,; ");
		for (size_t k = 0; k < width; k++)
			if (str_starts(s + k, "，") || str_starts(s + k, "；") ||
			    str_starts(s + k, "、"))
				width = k;
		if (width)
			cell[n++] = text_prose(a, arena_dup(a, s, width));
		s += width;
		s += !*s ? 0 : (unsigned char)*s < 0x80 ? 1 : strlen("，");
	}
	return n;
}

static enum err count_try(struct rq *q)
{
	enum err e = throttle(q, "number.staff", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      STAFF_TRIES, HOUR);
	return e ? e
		 : throttle(q, "number.station", arena_fmt(q->arena, "%lld", (long long)q->station),
			    STATION_TRIES, HOUR);
}

enum err typed_no(struct rq *q, const char *no, struct typed_no *out)
{
	struct typed_row r;
	int64_t here = q->station;
	enum err e = row_one(&find_q, ARGS(A_(here), A_(here), A_(here), A_(no), A_(no)),
			     typed_row_cols, &r);
	if (e && e != ERR_NOT_FOUND)
		return e;
	bool ours = !e && (r.home == here || r.known == 1);
	if (!ours) {
		enum err slow = count_try(q);
		if (slow)
			return slow;
	}
	if (e)
		return ERR_NOT_FOUND;
	*out = (struct typed_no){ r.person, r.home,
				  r.no,     ours ? r.name : mask_name(q->arena, r.name),
				  ours,     r.active == 1 };
	return OK;
}
