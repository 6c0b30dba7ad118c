/* certificate_ask.c - certificates are asked for, by the volunteer or at the desk. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "commend.h"
#include "form.h"
#include "secret.h"
#include "typed_no.h"

#define ASK_IN(X, T) \
	X(T, DAY, from_on, 0, 0) \
	X(T, DAY, to_on, 0, 0) \
	X(T, STR, purpose, 0, 60) \
	X(T, OINT, station, 1, 99999)
FORM_DEFINE(ask_in, ASK_IN);
#define DESK_IN(X, T) \
	X(T, NO, volunteer_no, 1, 32) \
	X(T, DAY, from_on, 0, 0) \
	X(T, DAY, to_on, 0, 0) \
	X(T, STR, purpose, 0, 60)
FORM_DEFINE(desk_in, DESK_IN);

/* Who records certifies (谁记录谁证明): a certificate is of one station. */
static struct stmt stations_q = SQL(
	"SELECT s.id AS _id, s.no AS code, s.name, SUM(r.minutes) AS minutes,"
	"       MIN(r.served_on) AS first_on"
	"  FROM service_record r"
	"  JOIN station s ON s.id = r.station_id"
	" WHERE r.person_id = ?"
	"   AND r.state = 'effective'"
	" GROUP BY s.id"
	" ORDER BY SUM(r.minutes) DESC"
	" LIMIT 50");
static struct stmt first_q = SQL(
	"SELECT COALESCE(MIN(served_on), ?)"
	"  FROM service_record"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND state = 'effective'");
static struct stmt made_q = SQL(
	"SELECT no, from_on, to_on, minutes, DATE(issued_at) AS issued_on, state"
	"  FROM certificate"
	" WHERE person_id = ?"
	" ORDER BY id DESC"
	" LIMIT 20");
static struct stmt again_q = SQL(
	"SELECT no"
	"  FROM certificate"
	" WHERE uid = ?");

enum err certificate_form(struct rq *q)
{
	int64_t person = q->person;
	enum err e = put_query(q, "Stations", &stations_q, ARGS(A_(person)));
	if (!e)
		e = put_query(q, "Made", &made_q, ARGS(A_(person)));
	if (!e)
		e = put_station(q, q->station);
	if (e)
		return e;
	for (struct node *n = node_first(put_list(q, "Made")); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	struct node *first = node_first(put_list(q, "Stations"));
	for (struct node *n = first; n; n = node_next(n))
		node_set(n, "hint",
			 arena_fmt(q->arena, "%s %s",
				   hours_text(q->arena, node_get_int(n, "minutes")),
				   lang("Layout.hours")));
	put(q, "Several", first && node_next(first) ? "1" : NULL);
	put(q, "Today", clock_day(q->arena, q->now));
	form_key(q, "certificate");
	return page(q, "commend/certificate_ask.cs");
}

/* The form's key makes a double click one certificate; other clients need none. */
static enum err certificate_uid(struct rq *q, struct bytes *uid)
{
	if (form_given(q, "key"))
		return form_key_uid(q, "certificate", uid);
	*uid = secret_uid(q->arena);
	return OK;
}

/* An open end is the first day served there, or today. */
static enum err certificate_period(struct rq *q, struct certify *c, const char *from,
				   const char *to)
{
	const char *today = clock_day(q->arena, q->now);
	c->to = str_or(to, today);
	c->from = from;
	if (!from) {
		enum err e = db_text(&first_q, ARGS(A_(today), A_(c->person_id), A_(c->station_id)),
				     &c->from);
		if (e)
			return e;
	}
	if (to && strcmp(to, today) > 0)
		form_error(q, "to_on", "day_future");
	else if (strcmp(c->from, c->to) > 0 && from)
		form_error(q, "from_on", "period_turned");
	return OK;
}

/* Makes it, or says why not on the form. */
static enum err certificate_give(struct rq *q, const struct certify *c)
{
	const char *fault = NULL, *no = NULL;
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = certify(q, c, &fault, &no);
	if (e == ERR_DUPLICATE) {
		err_clear();
		e = db_text(&again_q, ARGS(A_(c->uid)), &no);
	}
	if (!e && fault) {
		form_error(q, "from_on", fault);
		return ERR_FORM;
	}
	return e ? e : see(q, "/commend/certificate/%s?done=issued", no);
}

/* The one chosen; without a choice, the only one there is. */
static enum err certificate_station(struct rq *q, int64_t no, int64_t *station)
{
	*station = 0;
	enum err e = put_query(q, "Stations", &stations_q, ARGS(A_(q->person)));
	if (e)
		return e;
	struct node *first = node_first(put_list(q, "Stations"));
	for (struct node *n = first; n; n = node_next(n))
		if (node_get_int(n, "code") == no || (no == DB_NONE && !node_next(first)))
			*station = node_get_int(n, "_id");
	if (!first)
		form_error(q, "from_on", "zero");
	else if (!*station)
		form_error(q, "station", no == DB_NONE ? "choose" : "unknown_code");
	return OK;
}

enum err certificate_issue(struct rq *q)
{
	struct ask_in in;
	struct certify c = { .person_id = q->person, .handler = "", .issued_by = DB_NONE };
	if (!form_read(q, ask_in_fields, &in))
		return ERR_FORM;
	enum err e = certificate_station(q, in.station, &c.station_id);
	if (!e && c.station_id)
		e = certificate_period(q, &c, in.from_on, in.to_on);
	if (!e)
		e = certificate_uid(q, &c.uid);
	c.purpose = str_or(in.purpose, "");
	return e ? e : certificate_give(q, &c);
}

enum err certificate_desk(struct rq *q)
{
	put(q, "Today", clock_day(q->arena, q->now));
	form_key(q, "certificate");
	return page(q, "commend/certificate_desk.cs");
}

enum err certificate_desk_issue(struct rq *q)
{
	struct desk_in in;
	struct typed_no who = { .ours = false };
	struct certify c = { .station_id = q->station,
			     .handler = q->who.name,
			     .issued_by = q->staff };
	if (!form_read(q, desk_in_fields, &in))
		return ERR_FORM;
	enum err e = typed_no(q, in.volunteer_no, &who);
	c.person_id = who.person;
	if (e == ERR_NOT_FOUND || (!e && !who.ours)) {
		err_clear();
		form_error(q, "volunteer_no", "volunteer_unknown");
		return ERR_FORM;
	}
	if (!e)
		e = certificate_period(q, &c, in.from_on, in.to_on);
	if (!e)
		e = certificate_uid(q, &c.uid);
	c.purpose = str_or(in.purpose, "");
	return e ? e : certificate_give(q, &c);
}
