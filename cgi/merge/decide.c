/*
 * decide.c - the second person's word on a merge, and taking it back. At one station it is another
 * member of staff; between two stations somebody of the other one, or an overseer of both.
 */
#include <string.h>

#include "audit.h"
#include "clock.h"
#include "merge.h"
#include "staff.h"

static const struct col merge_cols[] = { MERGE_COLS(ROW_COL_, merge_row){ COL_END, 0 } };

/* Staff of the two stations, overseers of a region that has both. */
#define OURS \
	" AND (? IN (m.station_id, m.other_station_id) OR (s.region_code LIKE " \
	"CONCAT(TRIM(TRAILING '00' FROM ?), '%') AND o.region_code LIKE " \
	"CONCAT(TRIM(TRAILING '00' FROM ?), '%')))"
#define JOINED \
	" FROM person_merge m JOIN person g ON g.id = m.gone_id " \
	"JOIN station s ON s.id = m.station_id JOIN station o ON o.id = m.other_station_id "
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(MERGE_COLS) JOINED "WHERE m.no = ?" OURS);
static struct stmt lock_q = SQL(
	"SELECT " ROW_SELECT(MERGE_COLS)
	"  FROM person_merge m"
	"  JOIN person g ON g.id = m.gone_id"
	" WHERE m.id = ?"
	"   FOR UPDATE");
static struct stmt show_q = SQL(
	"SELECT m.no, m.state, m.purpose, m.asked_at, m.handled_at, m.answer, m.undone_at,"
	"       m.undone_why, s.name AS station, o.name AS other_station, a.name AS asked_by,"
	"       h.name AS handled_by, u.name AS undone_by"
	"  FROM person_merge m"
	"  JOIN station s ON s.id = m.station_id"
	"  JOIN station o ON o.id = m.other_station_id"
	"  JOIN staff a ON a.id = m.asked_by"
	"  LEFT JOIN staff h ON h.id = m.handled_by"
	"  LEFT JOIN staff u ON u.id = m.undone_by"
	" WHERE m.id = ?");
static struct stmt left_q = SQL(
	"SELECT r.no, l.why, r.starts_at, r.ends_at, r.minutes, a.title"
	"  FROM person_merge_left l"
	"  JOIN service_record r ON r.id = l.record_id"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE l.merge_id = ?"
	" ORDER BY r.starts_at DESC"
	" LIMIT 200");
static struct stmt uid_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM person_double"
	" WHERE id = ?");

static const struct move moves[] = {
	{ "accept", "open", "done" },
	{ "decline", "open", "declined" },
	{ "cancel", "open", "cancelled" },
	{ "undo", "done", "undone" },
	{ NULL, NULL, NULL },
};
/* Who may which is decided before; the station of an overseer is none. */
static struct stmt state_q = SQL(
	"UPDATE person_merge"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(?, 1)");
static const struct machine machine = { "person_merge", moves, &state_q };
/* Before the state, which asks that there are two. */
static struct stmt handled_q = SQL(
	"UPDATE person_merge"
	"   SET handled_by = ?, handled_at = ?, answer = ?"
	" WHERE id = ?");
static struct stmt undone_q = SQL(
	"UPDATE person_merge"
	"   SET undone_by = ?, undone_at = ?, undone_why = ?"
	" WHERE id = ?");
static struct stmt double_q = SQL(
	"UPDATE person_double"
	"   SET state = ?, handled_by = ?, handled_at = ?"
	" WHERE id = ?");
/* What was taken over is forgotten when it was given back. */
static struct stmt forget_left_q = SQL(
	"DELETE FROM person_merge_left"
	" WHERE merge_id = ?");

static enum err merge_find(struct rq *q, struct merge_row *m)
{
	const char *region = may(q, ROLE_OVERSEER) ? q->who.region_code : NULL;
	return row_one(
		&find_q,
		ARGS(A_(arg(q, 0)), A_(q->station ? q->station : DB_NONE), A_(region), A_(region)),
		merge_cols, m);
}

/* The word of the second person; whoever is of neither station is an overseer of both. */
static bool may_decide(const struct rq *q, const struct merge_row *m)
{
	bool ours = q->station == m->station_id || q->station == m->other_id;
	if (!str_eq(m->state, "open") || q->staff == m->asked_by)
		return false;
	if (!ours || may(q, ROLE_OVERSEER))
		return may(q, ROLE_OVERSEER);
	return q->station == m->other_id && may(q, ROLE_REVIEWER | ROLE_MANAGER);
}

static bool may_undo(const struct rq *q, const struct merge_row *m)
{
	return str_eq(m->state, "done") && may(q, ROLE_REVIEWER | ROLE_MANAGER | ROLE_OVERSEER) &&
	       strcmp(m->undo_until, clock_time(q->arena, q->now)) >= 0;
}

enum err merge_show(struct rq *q)
{
	struct merge_row m;
	const char *uid;
	enum err e = merge_find(q, &m);
	if (!e)
		e = put_one(q, "Merge", &show_q, ARGS(A_(m.id)));
	if (!e)
		e = put_side(q, "A", m.kept_id);
	if (!e)
		e = put_side(q, "B", m.gone_id);
	if (!e)
		e = put_same(q, m.kept_id, m.gone_id);
	if (!e)
		e = put_query(q, "Left", &left_q, ARGS(A_(m.id)));
	if (!e)
		e = db_text(&uid_q, ARGS(A_(m.double_id)), &uid);
	if (e)
		return e;
	put(q, "Merge.double", q->station ? uid : NULL);
	if (str_eq(m.state, "done"))
		put(q, "Merge.undo_until", m.undo_until);
	if (may_decide(q, &m))
		put_int(q, "May.decide", 1);
	if (str_eq(m.state, "open") && q->station == m.station_id)
		put_int(q, "May.cancel", 1);
	if (may_undo(q, &m))
		put_int(q, "May.undo", 1);
	return page(q, "merge/merge.cs");
}

/* Clerks ask, others decide. */
static enum err merge_find_to_end(struct rq *q, struct merge_row *m, const char *state)
{
	enum err e = merge_find(q, m);
	if (!e && !may(q, ROLE_REVIEWER | ROLE_MANAGER | ROLE_OVERSEER))
		return ERR_FORBIDDEN;
	return e || str_eq(m->state, state) ? e : ERR_STALE;
}

struct ending {
	struct rq *q;
	const char *verb, *reason;
	int64_t id;
	const char *word; /* what forbids it, seen under the lock */
};

static enum err ending_done(struct ending *s, const struct merge_row *m)
{
	struct rq *q = s->q;
	const char *now = clock_time(q->arena, q->now);
	enum err e = merge_hindrance(m->kept_id, m->gone_id, &s->word);
	if (!e && s->word)
		return ERR_CHECK;
	if (!e)
		e = merge_do(&q->actor, m);
	return e ? e
		 : db_change(&double_q,
			     ARGS(A_("merged"), A_(q->staff), A_(now), A_(m->double_id)));
}

static enum err ending_undone(struct ending *s, const struct merge_row *m)
{
	struct rq *q = s->q;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_change(&undone_q, ARGS(A_(q->staff), A_(now), A_(s->reason), A_(m->id)));
	if (!e)
		e = merge_back(&q->actor, m);
	if (!e)
		e = db_exec(&forget_left_q, ARGS(A_(m->id)), NULL);
	return e ? e
		 : db_change(&double_q, ARGS(A_("open"), A_(q->staff), A_(now), A_(m->double_id)));
}

static enum err end_tx(void *ctx)
{
	struct ending *s = ctx;
	struct rq *q = s->q;
	struct merge_row m;
	bool undo = str_eq(s->verb, "undo");
	enum err e = row_one(&lock_q, ARGS(A_(s->id)), merge_cols, &m);
	if (!e && !undo)
		e = db_change(&handled_q, ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)),
					       A_(s->reason), A_(m.id)));
	if (!e)
		e = move_to(&q->actor, &machine, s->verb, m.id, m.state);
	if (!e && str_eq(s->verb, "accept"))
		e = ending_done(s, &m);
	if (!e && undo)
		e = ending_undone(s, &m);
	return e;
}

static enum err merge_end(struct rq *q, const struct merge_row *m, const char *verb,
			  const char *reason)
{
	struct ending s = { .q = q, .verb = verb, .reason = reason, .id = m->id };
	enum err e = db_tx(end_tx, &s);
	if (e == ERR_CHECK && s.word) {
		form_error(q, NULL, s.word);
		return ERR_FORM;
	}
	return e ? e : see(q, "/merge/%s?done=%s", m->no, verb);
}

enum err merge_accept(struct rq *q)
{
	struct merge_row m;
	const char *word = NULL;
	enum err e = merge_find_to_end(q, &m, "open");
	if (!e)
		e = STAFF_BARS(&q->actor, &word, m.kept_id, m.gone_id);
	if (e)
		return e;
	if (!may_decide(q, &m))
		word = q->staff == m.asked_by ? "second" : "other_station";
	if (word) {
		form_error(q, NULL, word);
		return ERR_FORM;
	}
	return merge_end(q, &m, "accept", NULL);
}

#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);

enum err merge_decline(struct rq *q)
{
	struct merge_row m;
	struct reason_in in;
	enum err e = merge_find_to_end(q, &m, "open");
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	if (!may_decide(q, &m)) {
		form_error(q, NULL, q->staff == m.asked_by ? "second" : "other_station");
		return ERR_FORM;
	}
	return merge_end(q, &m, "decline", in.reason);
}

enum err merge_cancel(struct rq *q)
{
	struct merge_row m;
	struct reason_in in;
	enum err e = merge_find(q, &m);
	if (e)
		return e;
	if (q->station != m.station_id)
		return ERR_NOT_FOUND;
	if (!str_eq(m.state, "open"))
		return ERR_STALE;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	return merge_end(q, &m, "cancel", in.reason);
}

enum err merge_undo(struct rq *q)
{
	struct merge_row m;
	struct reason_in in;
	enum err e = merge_find_to_end(q, &m, "done");
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	if (!may_undo(q, &m)) {
		form_error(q, NULL, "too_late");
		return ERR_FORM;
	}
	return merge_end(q, &m, "undo", in.reason);
}
