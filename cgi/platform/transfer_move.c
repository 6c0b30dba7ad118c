/*
 * transfer_move.c - 转站: a volunteer goes over to another station of this installation. No bundle:
 * the person is one, and hours stay counted where they were served. The old station hands over, or
 * the volunteer asks; the new station's manager takes over. Until then nothing changes and the new
 * station reads no more than a masked name; nobody can ask for a volunteer of another station.
 */
#include "transfer.h"

#include "clock.h"
#include "consent.h"
#include "form.h"
#include "list.h"
#include "outbox.h"
#include "person.h"

enum { TRIES_AN_HOUR = 200, MINE_A_DAY = 20, HOUR = 3600, DAY = 86400 };

static const struct move moves[] = { { "accept", "open", "accepted" },
				     { "decline", "open", "declined" },
				     { "cancel", "open", "cancelled" },
				     { NULL, NULL, NULL } };
/* Who may which is decided by the statement that found the row. */
static struct stmt state_q = SQL(
	"UPDATE station_move"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(?, 1)");
static const struct machine machine = { "station_move", moves, &state_q };

#define NAMES \
	"m.no, m.state, m.reason, m.answer, p.name AS _name, v.no AS _volunteer, " \
	"v.station_id AS _home, f.name AS from_station, t.name AS to_station, " \
	"m.from_station_id AS _from, m.to_station_id AS _to, a.name AS asked_by, " \
	"m.asked_at AS asked, h.name AS handled_by, " \
	"m.handled_at AS handled"
#define MOVE_TABLE "station_move m"
#define MOVE_JOINS \
	" JOIN person p ON p.id = m.person_id " \
	"JOIN volunteer v ON v.person_id = m.person_id " \
	"JOIN station f ON f.id = m.from_station_id JOIN station t ON t.id = m.to_station_id " \
	"LEFT JOIN staff a ON a.id = m.asked_by LEFT JOIN staff h ON h.id = m.handled_by "
#define JOINED " FROM " MOVE_TABLE MOVE_JOINS "WHERE "
/* Takes the station twice. */
#define OURS "(m.from_station_id = ? OR m.to_station_id = ?)"
#define CONSENT \
	"EXISTS (SELECT 1 FROM consent c WHERE c.person_id = m.person_id " \
	"AND c.purpose = 'transfer' AND c.withdrawn_at IS NULL) AS consent"
static struct stmt open_q = SQL(
	"SELECT m.id AS _id, " NAMES JOINED OURS
	"   AND m.live = 1"
	" ORDER BY m.id"
	" LIMIT 100");
static struct stmt show_q = SQL(
	"SELECT " CONSENT ", " NAMES JOINED "m.no = ? AND " OURS);
static struct stmt mine_q = SQL(
	"SELECT " NAMES JOINED "m.person_id = ?"
	"   AND m.live = 1");
static struct stmt stations_q = SQL(
	"SELECT no AS code, CONCAT(name, ' ', address) AS name"
	"  FROM station"
	" WHERE state = 'open'"
	"   AND kind = 'station'"
	"   AND id <> ?"
	" ORDER BY region_code, no"
	" LIMIT 500");
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'"
	"   AND kind = 'station'"
	"   AND id <> ?");
static struct stmt add_q = SQL(
	"INSERT INTO station_move (no, person_id, from_station_id, to_station_id, reason, asked_by,"
	"       asked_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?)");
#define MOVING_COLS(X, T) \
	X(T, INT, id, "m.id") \
	X(T, INT, person_id, "m.person_id") \
	X(T, INT, from_id, "m.from_station_id") \
	X(T, INT, to_id, "m.to_station_id") \
	X(T, TEXT, state, "m.state")
ROW_DEFINE(moving_row, MOVING_COLS);
#define FOUND \
	"SELECT " ROW_SELECT(MOVING_COLS) " FROM station_move m JOIN person p " \
					  "ON p.id = m.person_id AND p.erased_at IS NULL WHERE "
/* Only the new station takes over or declines; the old one and the volunteer may cancel. */
static struct stmt to_here_q = SQL(
	FOUND "m.no = ? AND m.to_station_id = ?"
	"   FOR UPDATE");
static struct stmt from_here_q = SQL(
	FOUND "m.no = ? AND m.from_station_id = ?"
	"   FOR UPDATE");
static struct stmt own_q = SQL(
	FOUND "m.live = 1 AND m.person_id = ?"
	"   FOR UPDATE");
/* Brought hours are answered for by the home station. */
static struct stmt follow_q = SQL(
	"UPDATE transfer"
	"   SET station_id = ?"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND direction = 'in'");
static struct stmt handled_q = SQL(
	"UPDATE station_move"
	"   SET handled_by = ?, handled_at = ?, answer = ?"
	" WHERE id = ?");

/* Whose volunteer it is reads the name; the other station a masked one. */
static void put_move_person(struct rq *q, struct node *m)
{
	const char *name = str_or(node_get(m, "_name"), "");
	bool ours = node_get_int(m, "_home") == q->station;
	node_set(m, "person", ours ? name : mask_name(q->arena, name));
	if (ours)
		node_set(m, "volunteer", node_get(m, "_volunteer"));
	node_set(m, "direction", node_get_int(m, "_from") == q->station ? "out" : "in");
}

static void put_move_persons(struct rq *q)
{
	for (struct node *n = node_first(put_list(q, "Moves")); n; n = node_next(n))
		put_move_person(q, n);
}

enum err move_open(struct rq *q)
{
	enum err e = put_query(q, "Moves", &open_q, ARGS(A_(q->station), A_(q->station)));
	if (!e)
		put_move_persons(q);
	return e;
}

#define MOVE_COLS(C) \
	C(TEXT, no, "m.no", "") \
	C(DAY, asked, "DATE(m.asked_at)", "") \
	C(WORD, direction, "CAST(NULL AS CHAR)", "State.transfer_direction") \
	C(TEXT, person, "CAST(NULL AS CHAR)", "") \
	C(TEXT, volunteer, "CAST(NULL AS CHAR)", "") \
	C(TEXT, from_station, "f.name", "") \
	C(TEXT, to_station, "t.name", "") \
	C(LONG, reason, "m.reason", "") \
	C(TEXT, asked_by, "a.name", "") \
	C(TEXT, handled_by, "h.name", "") \
	C(DAY, handled, "DATE(m.handled_at)", "") \
	C(LONG, answer, "m.answer", "") \
	C(WORD, state, "m.state", "State.station_move") \
	C(TEXT, _name, "p.name", "") \
	C(TEXT, _volunteer, "v.no", "") \
	C(INT, _home, "v.station_id", "") \
	C(INT, _from, "m.from_station_id", "")
#define MOVE_WHERE OURS
#define MOVE_FILTERS(F) \
	F(WORD, state, "m.state = ?") \
	F(DAY, from, "m.asked_at >= ?") \
	F(DAY, to, "m.asked_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, \
	  "(SELECT CONCAT_WS(' ', m.no, GROUP_CONCAT(x.name)) FROM station x " \
	  "WHERE x.id IN (m.from_station_id, m.to_station_id)) LIKE ?")
#define MOVE_FEW "of one station on either side: sorted, whatever the order"
#define MOVE_WAYS(S, L) \
	S(L, asked, any, "m.id", "station_move_from, station_move_to") \
	S(L, state, any, "m.state", "station_move_from, station_move_to")
#define MOVE_ID "m.id"
LIST_DEFINE(MOVE);

static enum err move_listed(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	put_move_person(q, n);
	return OK;
}
static const struct list moves_list = LIST(MOVE, "Moves", "platform.MoveList", .row = move_listed);

enum err move_list(struct rq *q)
{
	return list_page(q, &moves_list, ARGS(A_(q->station), A_(q->station)),
			 "platform/transfer_moves.cs");
}

enum err move_show(struct rq *q)
{
	enum err e = put_one(q, "Move", &show_q,
			     ARGS(A_(arg(q, 0)), A_(q->station), A_(q->station)));
	if (e)
		return e;
	struct node *m = put_list(q, "Move");
	bool open = str_eq(node_get(m, "state"), "open");
	bool manager = may(q, ROLE_MANAGER);
	put_move_person(q, m);
	if (!open)
		return page(q, "platform/transfer_move_show.cs");
	if (str_eq(node_get(m, "direction"), "out"))
		put_int(q, "May.cancel", 1);
	else if (manager)
		put_int(q, "May.decline", 1);
	if (manager && str_eq(node_get(m, "direction"), "in") && node_get_int(m, "consent") == 1)
		put_int(q, "May.accept", 1);
	return page(q, "platform/transfer_move_show.cs");
}

enum err move_new(struct rq *q)
{
	leaver_put_asked(q);
	enum err e = put_query(q, "Stations", &stations_q, ARGS(A_(q->station)));
	return e ? e : page(q, "platform/transfer_move.cs");
}

struct asking {
	struct rq *q;
	const struct leaver *who;
	const char *given_by, *reason, *no;
	int64_t to;
};

/* A message beside the field when there is no such station to go to. */
static enum err move_find_station(struct asking *a, int64_t no)
{
	enum err e = db_int(&station_q, ARGS(A_(no), A_(a->who->station_id)), &a->to);
	if (e != ERR_NOT_FOUND)
		return e;
	form_error(a->q, "station", "choice");
	return ERR_FORM;
}

static enum err move_ask_tx(void *ctx)
{
	struct asking *a = ctx;
	struct rq *q = a->q;
	int64_t id, staff = q->staff ? q->staff : DB_NONE;
	enum err e = number_next(&q->actor, 'M', a->who->station_id, &a->no);
	if (!e)
		e = consent_give(&q->actor, a->who->id, "transfer", a->given_by);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(a->no), A_(a->who->id), A_(a->who->station_id), A_(a->to),
				 A_(a->reason), A_(staff), A_(clock_time(q->arena, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "station_move.ask", "station_move", id, a->no);
}

static enum err move_ask(struct asking *a, int64_t station)
{
	enum err e = move_find_station(a, station);
	if (!e)
		e = db_tx(move_ask_tx, a);
	if (e != ERR_DUPLICATE)
		return e;
	form_error(a->q, NULL, "move_open");
	return ERR_FORM;
}

#define MOVE_IN(X, T) \
	X(T, NO, volunteer, 1, 24) \
	X(T, INT, station, 1, 999999) \
	X(T, STR, reason, 2, 200) \
	X(T, FLAG, agree, 1, 1)
FORM_DEFINE(move_in, MOVE_IN);

enum err move_make(struct rq *q)
{
	struct move_in in;
	struct leaver who;
	struct asking a = { .q = q, .who = &who };
	if (!form_read(q, move_in_fields, &in))
		return ERR_FORM;
	enum err e = throttle(q, "move", arena_fmt(q->arena, "s%lld", (long long)q->staff),
			      TRIES_AN_HOUR, HOUR);
	if (!e)
		e = leaver_find(q, in.volunteer, &who);
	if (!e) {
		a.given_by = leaver_minor(q, &who) ? "guardian" : "staff";
		a.reason = in.reason;
		e = move_ask(&a, in.station);
	}
	return e ? e : see(q, "/platform/transfer/move/%s?done=asked_move", a.no);
}

struct ending {
	struct rq *q;
	const char *verb, *answer;
};

static enum err move_take_over(struct ending *s, const struct moving_row *m)
{
	int64_t rows;
	bool agreed;
	enum err e = consent_holds(m->person_id, "transfer", &agreed);
	if (!e && !agreed) {
		form_error(s->q, NULL, "move_consent");
		return ERR_FORM;
	}
	if (!e)
		e = volunteer_set_home(m->person_id, m->from_id, m->to_id);
	if (!e)
		e = db_affect(&follow_q, ARGS(A_(m->to_id), A_(m->person_id), A_(m->from_id)),
			      &rows);
	return e ? e : outbox_volunteer(m->person_id);
}

static enum err move_row_find(const struct ending *s, struct moving_row *m)
{
	struct rq *q = s->q;
	if (!q->staff)
		return row_one(&own_q, ARGS(A_(q->person)), moving_row_cols, m);
	return row_one(str_eq(s->verb, "cancel") ? &from_here_q : &to_here_q,
		       ARGS(A_(arg(q, 0)), A_(q->station)), moving_row_cols, m);
}

static enum err move_end_tx(void *ctx)
{
	struct ending *s = ctx;
	struct rq *q = s->q;
	struct moving_row m;
	int64_t staff = q->staff ? q->staff : DB_NONE;
	enum err e = move_row_find(s, &m);
	if (!e)
		e = move_to(&q->actor, &machine, s->verb, m.id, m.state);
	if (!e && str_eq(s->verb, "accept"))
		e = move_take_over(s, &m);
	if (!e)
		e = db_change(&handled_q, ARGS(A_(staff), A_(clock_time(q->arena, q->now)),
					       A_(s->answer), A_(m.id)));
	return e;
}

#define ANSWER_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(answer_in, ANSWER_IN);

static enum err move_end(struct rq *q, const char *verb, const char *done)
{
	struct answer_in in = { .reason = NULL };
	struct ending s = { .q = q, .verb = verb };
	if (!str_eq(verb, "accept") && !form_read(q, answer_in_fields, &in))
		return ERR_FORM;
	s.answer = in.reason;
	enum err e = db_tx(move_end_tx, &s);
	return e ? e : see(q, "/platform/transfer/move/%s?done=%s", arg(q, 0), done);
}

enum err move_accept(struct rq *q)
{
	return move_end(q, "accept", "accept_move");
}

enum err move_decline(struct rq *q)
{
	return move_end(q, "decline", "decline_move");
}

enum err move_cancel(struct rq *q)
{
	return move_end(q, "cancel", "cancel_move");
}

enum err move_put_mine(struct rq *q)
{
	enum err e = put_one(q, "Move", &mine_q, ARGS(A_(q->person)));
	if (e == ERR_NOT_FOUND)
		e = put_query(q, "Stations", &stations_q, ARGS(A_(q->station)));
	return e;
}

#define MINE_IN(X, T) \
	X(T, INT, station, 1, 999999) \
	X(T, FLAG, agree_move, 1, 1)
FORM_DEFINE(mine_in, MINE_IN);

enum err move_mine_make(struct rq *q)
{
	struct mine_in in;
	struct leaver who;
	struct asking a = { .q = q, .who = &who, .given_by = "self", .reason = "" };
	if (!form_read(q, mine_in_fields, &in))
		return ERR_FORM;
	enum err e = throttle(q, "move", arena_fmt(q->arena, "%lld", (long long)q->person),
			      MINE_A_DAY, DAY);
	if (!e)
		e = leaver_find(q, NULL, &who);
	if (!e && leaver_minor(q, &who)) {
		form_error(q, NULL, "minor");
		e = ERR_FORM;
	}
	if (!e)
		e = move_ask(&a, in.station);
	return e ? e : see(q, "/platform/transfer/mine?done=asked_move");
}

enum err move_mine_cancel(struct rq *q)
{
	struct ending s = { .q = q, .verb = "cancel" };
	enum err e = db_tx(move_end_tx, &s);
	return e ? e : see(q, "/platform/transfer/mine?done=cancel_move");
}
