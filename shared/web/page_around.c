/* page_around.c - what the frame of a page shows besides the page: on a phone whose telephone it
 * is, at the desk what waits in each section of the rail. Both are kept in the process for a
 * while, so that a page rarely asks for them; neither is part of a page's JSON. */
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "clock.h"
#include "page.h"
#include "page_inside.h"

enum { STATION_SECONDS = 60, WAITS_SECONDS = 15, KEPT = 32 };

/* The viewer's own station, or that of the cookie, or the only one there is: nobody is given the
 * telephone of another station. */
static struct stmt station_q = SQL(
	"SELECT no, name, phone, address, open_hours"
	"  FROM station"
	" WHERE id = COALESCE((SELECT id FROM station WHERE id = ? AND state = 'open'),"
	"       (SELECT id FROM station WHERE no = ? AND state = 'open'),"
	"       (SELECT MIN(id) FROM (SELECT id FROM station WHERE state = 'open' LIMIT 2) s"
	"       HAVING COUNT(*) = 1))");

/* Beyond 99 nobody counts, and neither does the rail. */
#define WAITS(section, from) \
	"(SELECT COUNT(*) FROM (SELECT 1 FROM " from " LIMIT 99) w) AS " section
/* Whoever asks is answered by a day. */
#define UNANSWERED \
	"need WHERE station_id = ? AND answered_on IS NULL AND reply_by < ?" \
	" AND state <> 'merged'"
static struct stmt waits_q = SQL(
	"SELECT " WAITS("needs", "need WHERE station_id = ? AND state = 'to_verify'"
			 " UNION ALL SELECT 1 FROM " UNANSWERED " AND state <> 'to_verify'")
	"     , " WAITS("unanswered", UNANSWERED)
	"     , " WAITS("`order`", "service_order WHERE station_id = ? AND state = 'to_accept'"
			     " UNION ALL SELECT 1 FROM service_order WHERE station_id = ?"
			     " AND is_open = 1 AND state <> 'to_accept' AND due_at < NOW()"
			     " UNION ALL SELECT 1 FROM complaint WHERE station_id = ?"
			     " AND state = 'open' AND way = 'order'")
	"     , " WAITS("late_orders", "service_order WHERE station_id = ? AND is_open = 1"
				      " AND due_at < NOW()")
	"     , " WAITS("project", "project WHERE station_id = ? AND state = 'submitted'")
	"     , " WAITS("recruit", "application WHERE station_id = ? AND state = 'pending'")
	"     , " WAITS("hours", "service_record WHERE station_id = ? AND state = 'to_review'")
	"     , " WAITS("people", "volunteer WHERE station_id = ? AND state = 'pending_guardian'")
	"     , " WAITS("platform", "outbox WHERE station_id = ? AND state = 'refused'")
	"     , " WAITS("publicity", "complaint WHERE station_id = ? AND state = 'open'"
			     " AND way = 'feedback' AND desk = 'station'"
			     " UNION ALL SELECT 1 FROM announcement WHERE station_id = ?"
			     " AND published_at IS NULL AND submitted_at IS NOT NULL")
	"     , " WAITS("late_feedback", "complaint WHERE station_id = ? AND state = 'open'"
				    " AND way = 'feedback' AND desk = 'station' AND due_on < ?")
	"     , " WAITS("late", "activity WHERE station_id = ? AND state = 'recording'"
			  " AND record_due_on < ?")
	"     , " WAITS("support", "fund_entry WHERE station_id = ? AND state = 'entered'"
			     " UNION ALL SELECT 1 FROM fund_line_change WHERE station_id = ?"
			     " AND state = 'asked' UNION ALL SELECT 1 FROM material_loan"
			     " WHERE station_id = ? AND state = 'lent' AND due_on < ?"));

/* What was read for somebody: the cells of one row under their names, as one text each. */
struct kept {
	int64_t id, no, until; /* seconds of the clock that only goes on */
	struct arena *arena;
	struct row row;
};
struct shelf {
	struct kept v[KEPT];
	size_t next;
};
static struct shelf stations, waits;

static struct kept *shelf_find(struct shelf *s, int64_t id, int64_t no)
{
	for (size_t i = 0; i < KEPT; i++)
		if (s->v[i].until && s->v[i].id == id && s->v[i].no == no)
			return &s->v[i];
	struct kept *k = &s->v[s->next++ % KEPT];
	if (k->arena)
		arena_free(k->arena);
	*k = (struct kept){ .id = id, .no = no };
	return k;
}

static enum err kept_row(void *ctx, const struct row *r)
{
	struct kept *k = ctx;
	struct cell *cells = arena_array(k->arena, r->n, sizeof(*cells));
	const char **names = arena_array(k->arena, r->n, sizeof(*names));
	for (size_t i = 0; i < r->n; i++) {
		cells[i] = r->cells[i];
		names[i] = arena_str(k->arena, r->names[i]);
		if (cells[i].text)
			cells[i].text = arena_str(k->arena, cells[i].text);
	}
	k->row = (struct row){ r->n, names, cells };
	return OK;
}

/* The row as it was, or read anew; a frame is no reason to fail: without the database, and on the
 * page that says so, it is what was there. */
static struct row kept_get(struct kept *k, struct rq *q, struct stmt *s, struct args a, int seconds)
{
	int64_t now = clock_mono_ms() / 1000;
	int64_t status = strtoll(str_or(got(q, "Status"), "0"), NULL, 10);
	bool may_ask = q->route && !(q->route->flags & NO_DB) && status < 500;
	if (k->until > now || !may_ask)
		return k->row;
	struct kept anew = { .id = k->id, .no = k->no, .arena = arena_small() };
	enum err e = db_each(s, a, kept_row, &anew);
	anew.until = k->until = now + seconds;
	if (!e && k->arena)
		arena_free(k->arena);
	if (!e)
		*k = anew;
	else
		arena_free(anew.arena);
	return k->row;
}

static void put_telephone(struct rq *q)
{
	int64_t no = strtoll(str_or(cookie(q, "station"), "0"), NULL, 10), id = q->station;
	struct kept *k = shelf_find(&stations, id, id ? 0 : no);
	struct row r = kept_get(k, q, &station_q, ARGS(A_(id), A_(no)), STATION_SECONDS);
	node_row(put_list(q, "Station"), &r);
}

static void put_waits(struct rq *q)
{
	int64_t s = q->station;
	const char *today = got(q, "Today");
	struct kept *k = shelf_find(&waits, s, 0);
	struct row r = kept_get(k, q, &waits_q,
				ARGS(A_(s), A_(s), A_(today), A_(s), A_(today), A_(s), A_(s), A_(s),
				     A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s),
				     A_(today), A_(s), A_(today), A_(s), A_(s), A_(s), A_(today)),
				WAITS_SECONDS);
	/* What is late of a section; the others are how much waits in theirs. */
	static const char *const lates[][2] = { { "late", "hours" },
						{ "unanswered", "needs" },
						{ "late_orders", "order" },
						{ "late_feedback", "publicity" } };
	struct node *nav = put_list(q, "Nav");
	for (size_t i = 0; i < r.n; i++) {
		const char *section = r.names[i], *what = "waits";
		for (size_t l = 0; l < sizeof(lates) / sizeof(lates[0]); l++)
			if (str_eq(section, lates[l][0])) {
				section = lates[l][1];
				what = "due";
				break;
			}
		if (r.cells[i].i > 0)
			node_int(node_child(nav, section), what, r.cells[i].i);
	}
	if (node_at(nav, "platform"))
		node_int(node_at(nav, "platform"), "due", 1);
}

void page_around(struct rq *q)
{
	bool desk = q->staff != 0;
	if (!desk && !got(q, "Station.name"))
		put_telephone(q);
	else if (desk && q->station && may(q, ROLE_CLERK | ROLE_REVIEWER | ROLE_MANAGER))
		put_waits(q);
}
