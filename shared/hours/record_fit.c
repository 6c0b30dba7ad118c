/* record_fit.c - what is asked of a record before it takes effect: its mark, and once more the
 * rules that were asked when it was made, of the rows as they are by now. */
#include "record_inside.h"

#include "config.h"
#include "setting.h"
#include "states.h"

#define FIT_COLS(X, T) \
	X(T, INT, id, "r.id") \
	X(T, INT, on_duty, "COALESCE(o.state = 'on', 0)") \
	X(T, INT, in_at, "UNIX_TIMESTAMP(i.at)") \
	X(T, INT, out_at, "UNIX_TIMESTAMP(t.at)") \
	X(T, INT, met, \
	  "EXISTS (SELECT 1 FROM home_service h WHERE h.record_id = r.id AND h.state = " \
	  "'confirmed' AND h.person_id = r.person_id)") \
	X(T, INT, published_at, "UNIX_TIMESTAMP(a.published_at)") \
	X(T, INT, start, "UNIX_TIMESTAMP(a.starts_at)") \
	X(T, INT, end, "UNIX_TIMESTAMP(a.ends_at)") \
	X(T, INT, from, "UNIX_TIMESTAMP(r.starts_at)") \
	X(T, INT, to, "UNIX_TIMESTAMP(r.ends_at)") \
	X(T, INT, day_minutes, "CAST(SUM(x.minutes) AS SIGNED)") \
	X(T, INT, overlaps, \
	  "CAST(SUM(x.id <> r.id AND x.starts_at < r.ends_at AND x.ends_at > r.starts_at) AS " \
	  "SIGNED)")
ROW_DEFINE(fit_row, FIT_COLS);
/* In the order of record_load_many(). */
static struct stmt fit_q = SQL(
	"SELECT STRAIGHT_JOIN " ROW_SELECT(FIT_COLS)
	"  FROM " IDS
	"  JOIN service_record r ON r.id = k.id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN service_record x ON x.person_id = r.person_id AND x.served_on = r.served_on"
	"       AND x.state IN " RECORD_COUNTS
	"  LEFT JOIN roster o ON o.activity_id = r.activity_id AND o.person_id = r.person_id"
	"  LEFT JOIN attendance i ON i.activity_id = r.activity_id AND i.person_id = r.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance t ON t.activity_id = r.activity_id AND t.person_id = r.person_id"
	"       AND t.direction = 'out'"
	" GROUP BY r.id"
	" ORDER BY r.id");

static const char *unfit_word(const struct actor *by, const struct record_row *r,
			      const struct fit_row *f, int64_t limit, bool marked)
{
	const struct rules_activity a = { r->activity_state,
					  f->published_at,
					  { f->start, f->end } };
	const struct rules_hour h = { .evidence = r->evidence,
				      .at = { f->from, f->to },
				      .on_duty = f->on_duty == 1,
				      .corrects = true,
				      .closes = true,
				      .now = by->now };
	const struct rules_span self = h.at;
	const struct rules_day d = {
		.minutes = f->day_minutes, .others = &self, .n = f->overlaps > 0, .second = limit
	};
	const struct rules_proof p = { .marked = marked,
				       .typed = r->version > 1,
				       .second = r->second_id != DB_NONE,
				       .flags = r->flags,
				       .in_at = f->in_at,
				       .out_at = f->out_at,
				       .met = f->met == 1 };
	return rules_unfit(&a, &h, &d, &p);
}

static enum err limit_of(int64_t station, int64_t *limit)
{
	return setting_rule(station, "day_second_minutes", cfg.day_hard_minutes, limit);
}

enum err record_unfit(const struct actor *by, struct record_rows *r, struct record_left *left)
{
	struct fit_row *f;
	size_t n, kept = 0;
	int64_t station = 0, limit = 0;
	enum err e = row_all(&fit_q, ARGS(A_(r->ids)), fit_row_cols, sizeof(*f), &f, &n);
	if (!e && n != r->n)
		e = ERR(ERR_STALE, "%zu of %zu records", n, r->n);
	left->v = arena_array(db_arena(), r->n + 1, sizeof(*left->v));
	left->n = 0;
	for (size_t i = 0; !e && i < r->n; i++) {
		const struct record_row *one = &r->v[i];
		bool marked;
		e = record_mark_fits(one, &marked);
		if (!e && one->station_id != station)
			e = limit_of(station = one->station_id, &limit);
		const char *word = e ? NULL : unfit_word(by, one, &f[i], limit, marked);
		if (word)
			left->v[left->n++] = (struct record_one_left){ one->id, one->station_id,
								       one->no, word };
		else
			r->v[kept++] = *one;
	}
	r->n = kept;
	return e;
}
