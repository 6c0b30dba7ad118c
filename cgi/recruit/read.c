/* read.c - the project or the shift that an address names, whether it is open for sign-up, and the
 * application that somebody has in it. */
#include <string.h>

#include "clock.h"
#include "shift.h"

static struct stmt notice_q = SQL(
	"SELECT " ROW_SELECT(NOTICE_COLS)
	"  FROM project p"
	" WHERE p.no = ?"
	"   AND p.published_at IS NOT NULL");
/* Both in one round trip. */
struct found {
	struct shift_row s;
	struct notice_row n;
};
#define FOUND_SHIFT(T, kind, name, expr)  { COL_##kind, offsetof(struct found, s.name) },
#define FOUND_NOTICE(T, kind, name, expr) { COL_##kind, offsetof(struct found, n.name) },
static const struct col found_cols[] = { SHIFT_COLS(FOUND_SHIFT, )
						 NOTICE_COLS(FOUND_NOTICE, ){ COL_END, 0 } };
static struct stmt read_q = SQL(
	"SELECT " SHIFT_COLS(ROW_SQL_, ) ROW_SELECT(NOTICE_COLS)
	"  FROM shift s"
	SHIFT_OF
	SHIFT_NAMED);

static struct stmt live_q = SQL(
	"SELECT " ROW_SELECT(APPLICATION_COLS)
	"  FROM application a"
	" WHERE a.person_id = ?"
	"   AND a.live_project = ?");

enum err notice_no(const char *no, struct notice_row *n)
{
	return row_one(&notice_q, ARGS(A_(no)), notice_row_cols, n);
}

enum err notice_read(struct rq *q, struct notice_row *n)
{
	return notice_no(arg(q, 0), n);
}

bool notice_alive(const struct notice_row *n)
{
	return str_in(n->state, "recruiting,running");
}

bool notice_open(const struct rq *q, const struct notice_row *n)
{
	const char *today = clock_day(q->arena, q->now);
	return str_eq(n->state, "recruiting") && n->recruit_from && n->recruit_to &&
	       strcmp(n->recruit_from, today) <= 0 && strcmp(today, n->recruit_to) <= 0;
}

enum err shift_no(const char *no, struct shift_row *s, struct notice_row *n)
{
	struct found f;
	enum err e = row_one(&read_q, ARGS(A_(no)), found_cols, &f);
	if (e)
		return e;
	*s = f.s;
	*n = f.n;
	return OK;
}

enum err shift_read(struct rq *q, struct shift_row *s, struct notice_row *n)
{
	return shift_no(arg(q, 0), s, n);
}

enum err application_live(int64_t project, int64_t person, struct application_row *a)
{
	return row_one(&live_q, ARGS(A_(person), A_(project)), application_row_cols, a);
}

const char *shift_when(const struct rq *q, const struct shift_row *s, const struct notice_row *n)
{
	if (str_eq(s->state, "cancelled") || str_eq(n->state, "void"))
		return "cancelled";
	if (s->end <= q->now || !str_in(s->state, "published,running") ||
	    !str_in(n->state, "recruiting,running"))
		return "over";
	if (q->now < s->opens)
		return "before";
	return s->closes <= q->now || s->start <= q->now ? "closed" : "open";
}

const char *when_text(const struct rq *q, const char *from, const char *to)
{
	enum { THURSDAY = 4, WEEK = 7, CLOCK_AT = 11, CLOCK_CHARS = 5 };
	int64_t at;
	if (!from || !clock_parse_time(from, &at))
		return str_or(from, "");
	int month = (from[5] - '0') * 10 + from[6] - '0',
	    day = (from[8] - '0') * 10 + from[9] - '0';
	int64_t week = (clock_day_no(at) + THURSDAY) % WEEK;
	/* What lasts until midnight ends on its own day. */
	const char *till = !to ? "" : str_starts(to + CLOCK_AT, "00:00") ? "24:00" : to + CLOCK_AT;
	return arena_fmt(q->arena, "%d%s%d%s %s %.5s%s%.5s", month, lang("Date.month"), day,
			 lang("Date.day"), lang(arena_fmt(q->arena, "Date.Week.%d", (int)week)),
			 from + CLOCK_AT, to ? lang("Date.to") : "", till);
}
