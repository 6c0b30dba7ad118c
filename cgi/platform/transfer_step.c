/* transfer_step.c - what was brought in counts, does not count, or no longer does. */
#include "barred.h"
#include "transfer.h"

#include "brought.h"
#include "clock.h"
#include "form.h"
#include "json.h"
#include "person.h"
#include "record.h"
#include "states.h"

#define STEP_COLS(X, T) \
	X(T, INT, id, "t.id") \
	X(T, INT, person_id, "t.person_id") \
	X(T, TEXT, state, "t.state") \
	X(T, BYTES, key_id, "t.key_id") \
	X(T, INT, entered_by, "t.entered_by") \
	X(T, INT, counted, "t.counted_minutes")
ROW_DEFINE(step_row, STEP_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(STEP_COLS)
	"  FROM transfer t"
	"  JOIN person p ON p.id = t.person_id AND p.erased_at IS NULL"
	" WHERE t.no = ?"
	"   AND t.station_id = ?"
	"   AND t.direction = 'in'"
	"   FOR UPDATE");
/* Records of our own may have been made since. */
static struct stmt overlap_q = SQL(
	"UPDATE transfer_record b"
	"   SET b.state = 'overlap'"
	" WHERE b.transfer_id = ?"
	"   AND b.state = 'waiting'"
	"   AND EXISTS (SELECT 1 FROM service_record r WHERE r.person_id = b.person_id"
	"       AND r.served_on = b.served_on AND r.state IN " RECORD_COUNTS
	"       AND " SPANS_OVERLAP("r.starts_at", "r.ends_at", "b.starts_at", "b.ends_at") ")");
/* A day holds its limit of all that counts there, or may come to count: the rest of it does not. */
static struct stmt over_q = SQL(
	"UPDATE transfer_record b"
	"  JOIN (SELECT w.id, SUM(w.minutes) OVER (PARTITION BY w.served_on ORDER BY w.id)"
	"       + COALESCE(d.minutes, 0) + COALESCE((SELECT SUM(o.minutes) FROM transfer_record o"
	"       WHERE o.person_id = w.person_id AND o.served_on = w.served_on"
	"       AND o.counted = 1), 0) AS total FROM transfer_record w LEFT JOIN volunteer_day d"
	"       ON d.person_id = w.person_id AND d.day = w.served_on"
	"       WHERE w.transfer_id = ? AND w.state = 'waiting') x ON x.id = b.id"
	"   SET b.state = 'over'"
	" WHERE x.total > ?");
static struct stmt count_all_q = SQL(
	"UPDATE transfer_record"
	"   SET state = 'counted', counted = 1"
	" WHERE transfer_id = ?"
	"   AND state = 'waiting'");
static struct stmt count_some_q = SQL(
	"UPDATE transfer_record"
	"   SET state = 'counted', counted = 1"
	" WHERE transfer_id = ?"
	"   AND state = 'waiting'"
	"   AND source_key IN (SELECT j.k FROM JSON_TABLE(?,"
	"       '$[*]' COLUMNS (k VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$'))"
	"       j)");
static struct stmt refuse_q = SQL(
	"UPDATE transfer_record"
	"   SET state = 'refused'"
	" WHERE transfer_id = ?"
	"   AND state IN ('waiting', 'ends')");
/* What the origin took back stops counting in whatever bundle it came. */
#define ENDING \
	"transfer_record x JOIN transfer_record b ON b.person_id = x.person_id " \
	"AND b.source_key = x.source_key AND b.live = 1 "
static struct stmt ending_q = SQL(
	"SELECT DISTINCT b.transfer_id"
	"  FROM " ENDING
	" WHERE x.transfer_id = ?"
	"   AND x.state = 'ends'"
	" ORDER BY b.transfer_id");
static struct stmt end_q = SQL(
	"UPDATE " ENDING
	"   SET b.state = 'withdrawn', b.counted = 0"
	" WHERE x.transfer_id = ?"
	"   AND x.state = 'ends'");
static struct stmt ended_q = SQL(
	"UPDATE transfer_record"
	"   SET state = 'ended'"
	" WHERE transfer_id = ?"
	"   AND state = 'ends'");
static struct stmt by_id_q = SQL(
	"SELECT " ROW_SELECT(STEP_COLS)
	"  FROM transfer t"
	" WHERE t.id = ?"
	"   FOR UPDATE");
#define ID_COLS(X, T) X(T, INT, id, "b.transfer_id")
ROW_DEFINE(id_row, ID_COLS);
static struct stmt withdraw_q = SQL(
	"UPDATE transfer_record"
	"   SET state = 'withdrawn', counted = 0"
	" WHERE transfer_id = ?"
	"   AND state IN ('counted', 'waiting')");
static struct stmt sum_q = SQL(
	"SELECT COALESCE(SUM(minutes), 0)"
	"  FROM transfer_record"
	" WHERE transfer_id = ?"
	"   AND state = 'counted'");
static struct stmt open_q = SQL(
	"SELECT COUNT(*)"
	"  FROM transfer_record"
	" WHERE transfer_id = ?"
	"   AND state = 'waiting'");
static struct stmt set_q = SQL(
	"UPDATE transfer"
	"   SET state = ?, counted_minutes = ?, reason = COALESCE(?, reason), handled_by = ?,"
	"       handled_at = ?"
	" WHERE id = ?");
static struct stmt recount_q = SQL(
	"UPDATE transfer"
	"   SET counted_minutes = ?"
	" WHERE id = ?");
struct step {
	struct rq *q;
	const char *verb, *reason;
	const char *chosen; /* JSON list of keys; NULL: all */
};

/* The person's sums follow the transfer's own, after its records have moved. */
static enum err transfer_sums(const struct step_row *t, int64_t *sum)
{
	enum err e = db_int(&sum_q, ARGS(A_(t->id)), sum);
	if (!e && *sum != t->counted)
		e = volunteer_bring(t->person_id, *sum - t->counted);
	if (!e && *sum != t->counted)
		e = record_brought(t->person_id, *sum - t->counted);
	return e;
}

static enum err transfer_say(const struct step *s, const struct step_row *t, const char *state,
			     int64_t sum)
{
	struct arena *a = s->q->arena;
	return audit(&s->q->actor, arena_fmt(a, "transfer.%s", s->verb), "transfer", t->id,
		     arena_fmt(a, "%s > %s %lld", t->state, state, (long long)(sum - t->counted)));
}

static enum err transfer_settle(struct step *s, const struct step_row *t, const char *state)
{
	int64_t sum, rows;
	const char *now = clock_time(s->q->arena, s->q->now);
	enum err e = transfer_sums(t, &sum);
	if (!e)
		e = db_affect(&set_q,
			      ARGS(A_(state), A_(sum), A_(s->reason), A_(s->q->staff), A_(now),
				   A_(t->id)),
			      &rows);
	if (!e)
		e = brought_marked(t->id);
	return e ? e : transfer_say(s, t, state, sum);
}

/* Nobody confirms what they brought in themselves without a signature. */
static bool transfer_second(const struct step *s, const struct step_row *t)
{
	return t->key_id.p ||
	       (may(s->q, ROLE_REVIEWER | ROLE_MANAGER) && t->entered_by != s->q->staff);
}

/* *rows: how many have ended. */
static enum err transfer_end_rows(struct step *s, const struct step_row *t, int64_t *rows)
{
	struct id_row *v;
	struct step_row other;
	size_t n;
	int64_t ended, sum;
	enum err e = row_all(&ending_q, ARGS(A_(t->id)), id_row_cols, sizeof(*v), &v, &n);
	if (!e)
		e = db_affect(&end_q, ARGS(A_(t->id)), &ended);
	if (!e)
		e = db_affect(&ended_q, ARGS(A_(t->id)), rows);
	for (size_t i = 0; !e && i < n; i++) {
		e = row_one(&by_id_q, ARGS(A_(v[i].id)), step_row_cols, &other);
		if (!e)
			e = transfer_sums(&other, &sum);
		if (!e)
			e = db_change(&recount_q, ARGS(A_(sum), A_(other.id)));
		if (!e)
			e = brought_marked(other.id);
		if (!e)
			e = transfer_say(s, &other, other.state, sum);
	}
	return e;
}

enum err transfer_limit(struct rq *q, int64_t id, bool verified)
{
	int64_t limit, rows;
	enum err e = brought_limit(q->station, verified, &limit);
	return e ? e : db_affect(&over_q, ARGS(A_(id), A_(limit)), &rows);
}

static enum err transfer_accept_rows(struct step *s, const struct step_row *t)
{
	int64_t rows, open, ended = 0;
	if (!transfer_second(s, t)) {
		form_error(s->q, NULL, "second_person");
		return ERR_FORM;
	}
	enum err e = BARRED(s->q, t->person_id);
	if (!e)
		e = transfer_end_rows(s, t, &ended);
	if (!e)
		e = db_affect(&overlap_q, ARGS(A_(t->id)), &rows);
	if (!e)
		e = transfer_limit(s->q, t->id, t->key_id.p);
	if (!e)
		e = s->chosen ? db_affect(&count_some_q, ARGS(A_(t->id), A_(s->chosen)), &rows)
			      : db_affect(&count_all_q, ARGS(A_(t->id)), &rows);
	if (!e && !rows && !ended) {
		form_error(s->q, NULL, "none_chosen");
		return ERR_FORM;
	}
	if (!e)
		e = db_int(&open_q, ARGS(A_(t->id)), &open);
	return e ? e : transfer_settle(s, t, open ? "unverified" : "accepted");
}

static enum err transfer_refuse_rows(struct step *s, const struct step_row *t)
{
	int64_t rows;
	if (t->counted && !transfer_second(s, t)) {
		form_error(s->q, NULL, "second_person");
		return ERR_FORM;
	}
	enum err e = db_affect(&refuse_q, ARGS(A_(t->id)), &rows);
	return e ? e : transfer_settle(s, t, t->counted ? "accepted" : "refused");
}

static enum err transfer_withdraw_rows(struct step *s, const struct step_row *t)
{
	int64_t rows;
	enum err e = db_affect(&withdraw_q, ARGS(A_(t->id)), &rows);
	return e ? e : transfer_settle(s, t, "withdrawn");
}

static enum err transfer_step_tx(void *ctx)
{
	struct step *s = ctx;
	struct step_row t;
	enum err e = row_one(&find_q, ARGS(A_(arg(s->q, 0)), A_(s->q->station)), step_row_cols, &t);
	if (e)
		return e;
	if (str_eq(s->verb, "withdraw"))
		return str_eq(t.state, "accepted") ? transfer_withdraw_rows(s, &t) : ERR_STALE;
	if (!str_eq(t.state, "unverified"))
		return ERR_STALE;
	return str_eq(s->verb, "accept") ? transfer_accept_rows(s, &t)
					 : transfer_refuse_rows(s, &t);
}

static enum err transfer_step(struct step *s)
{
	enum err e = db_tx(transfer_step_tx, s);
	return e ? e : see(s->q, "/platform/transfer/%s?done=%s", arg(s->q, 0), s->verb);
}

#define ACCEPT_IN(X, T) \
	X(T, WORD, scope, 1, 8) \
	X(T, LIST, record, 0, 200)
FORM_DEFINE(accept_in, ACCEPT_IN);

enum err transfer_accept(struct rq *q)
{
	struct accept_in in;
	struct step s = { .q = q, .verb = "accept" };
	if (!form_read(q, accept_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.scope, "all,ticked")) {
		form_error(q, NULL, "none_chosen");
		return ERR_FORM;
	}
	struct json_w w = { .buf = { .arena = q->arena } };
	json_open(&w, '[');
	for (size_t i = 0; i < in.record.n; i++)
		json_str(&w, in.record.v[i]);
	json_close(&w, ']');
	s.chosen = str_eq(in.scope, "all") ? NULL : w.buf.p;
	return transfer_step(&s);
}

#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);

static enum err transfer_step_with(struct rq *q, const char *verb)
{
	struct reason_in in;
	struct step s = { .q = q, .verb = verb };
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	s.reason = in.reason;
	return transfer_step(&s);
}

enum err transfer_refuse(struct rq *q)
{
	return transfer_step_with(q, "refuse");
}

enum err transfer_withdraw(struct rq *q)
{
	return transfer_step_with(q, "withdraw");
}
