/* holiday.c - the words of a notice as days, and the days in the calendar. */
#include "holiday.h"

#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "db.h"

enum { NOVEMBER = 11, DAY = 86400, NAME_BYTES = 60 };

static struct stmt save_q = SQL(
	"INSERT INTO holiday (day, region_code, within, kind, name, source)"
	" VALUES (?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE kind = VALUES(kind), name = VALUES(name),"
	"       source = VALUES(source)");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM holiday"
	" WHERE day BETWEEN ? AND ?"
	"   AND region_code IN ('', ?)"
	"   AND kind = 'off'");

/* What is being read of one sentence after another. */
struct reading {
	struct arena *arena;
	int year, month;
	const char *name;
	struct holiday_day *v;
	size_t n;
};

static void add_day(struct reading *r, const char *day, bool work)
{
	if (r->n < HOLIDAY_MOST)
		r->v[r->n++] = (struct holiday_day){ day, r->name, work };
}

static void add_span(struct reading *r, const char *from, const char *to, bool work)
{
	int64_t a, b;
	if (!clock_parse_day(from, &a) || !clock_parse_day(to, &b) || b < a || b - a > 15 * DAY)
		return;
	for (; a <= b; a += DAY)
		add_day(r, clock_day(r->arena, a), work);
}

/* "1月3日" or, in the month named last, "3日": where it ends, or NULL; *day as a text. */
static const char *read_day(struct reading *r, const char *s, const char **day)
{
	char *end;
	long n = strtol(s, &end, 10);
	if (end == s || n < 1 || n > 31)
		return NULL;
	if (str_starts(end, "月")) {
		r->month = (int)n;
		s = end + strlen("月");
		n = strtol(s, &end, 10);
		if (end == s)
			return NULL;
	}
	if (!str_starts(end, "日") || !r->month)
		return NULL;
	*day = arena_fmt(r->arena, "%04d-%02d-%02d", r->year, r->month, (int)n);
	return end + strlen("日");
}

/* "（周五、农历除夕）" is passed over. */
static const char *skip_brackets(const char *s)
{
	const char *end = str_starts(s, "（") ? strstr(s, "）") : NULL;
	return end ? end + strlen("）") : s;
}

/* One sentence: its days are off when it says 放假, worked when it says 上班. */
static void read_sentence(struct reading *r, const char *s, const char *end)
{
	const char *sentence = arena_dup(r->arena, s, (size_t)(end - s));
	bool off = strstr(sentence, "放假") != NULL, work = strstr(sentence, "上班") != NULL;
	if (off == work)
		return;
	for (const char *p = sentence; *p;) {
		const char *from, *to,
			*next = *p >= '0' && *p <= '9' ? read_day(r, p, &from) : NULL;
		if (!next) {
			p += *p >= '0' && *p <= '9' ? strspn(p, "0123456789") : 1;
			continue;
		}
		next = skip_brackets(next);
		to = from;
		if (str_starts(next, "至")) {
			const char *last = read_day(r, next + strlen("至"), &to);
			next = last ? last : next;
		}
		add_span(r, from, to, work);
		p = next;
	}
}

/* "一、元旦：..." names what follows; 、 and ： stand on each side of the name. */
static const char *read_name(struct reading *r, const char *line)
{
	const char *colon = strstr(line, "："), *name = line, *mark = strstr(line, "、");
	if (!colon)
		return line;
	if (mark && mark < colon)
		name = mark + strlen("、");
	if (colon - name < NAME_BYTES && colon > name)
		r->name = arena_dup(r->arena, name, (size_t)(colon - name));
	r->month = 0;
	return colon + strlen("：");
}

size_t holiday_read(struct arena *a, int year, const char *notice, struct holiday_day **out)
{
	struct reading r = { .arena = a, .year = year, .name = "节假日" };
	r.v = arena_array(a, HOLIDAY_MOST, sizeof(*r.v));
	for (const char *line = notice; *line;) {
		size_t n = strcspn(line, "\n");
		const char *s = read_name(&r, arena_dup(a, line, n));
		while (*s) {
			const char *end = strstr(s, "。");
			const char *stop = end ? end : s + strlen(s);
			read_sentence(&r, s, stop);
			s = end ? end + strlen("。") : stop;
		}
		line += n + (line[n] == '\n');
	}
	*out = r.v;
	return r.n;
}

enum err holiday_store(const struct holiday_day *v, size_t n, const char *source,
		       const char *region, const char *within)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < n; i++)
		e = db_exec(&save_q,
			    ARGS(A_(v[i].day), A_(region), A_(within),
				 A_(v[i].work ? "work" : "off"), A_(v[i].name), A_(source)),
			    NULL);
	return e;
}

enum err holiday_missing(const struct actor *by, const char *region, int64_t *year)
{
	const char *today = actor_today(by);
	int64_t next = clock_year(by->now) + 1, days = 0;
	*year = DB_NONE;
	if (strtol(today + 5, NULL, 10) < NOVEMBER)
		return OK;
	enum err e = db_int(&count_q,
			    ARGS(A_(arena_fmt(by->arena, "%lld-01-01", (long long)next)),
				 A_(arena_fmt(by->arena, "%lld-12-31", (long long)next)),
				 A_(region)),
			    &days);
	if (!e && days < HOLIDAY_ENOUGH)
		*year = next;
	return e;
}
