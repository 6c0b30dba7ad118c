/* meeting.c - meetings 座谈会: the list, one that is entered, looked at and put right, and the needs
 * that were raised there. */
#include "history.h"
#include "meeting.h"

#include <string.h>

#include "clock.h"
#include "code.h"
#include "colleague.h"
#include "ledger.h"
#include "list.h"

#define MEETINGS_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(m.uid))", "") \
	C(DAY, day, "DATE(m.held_at)", "") \
	C(TEXT, topic, "m.topic", "") \
	C(TEXT, place, "m.place", "") \
	C(INT, present, "m.present", "") \
	C(INT, needs, "(SELECT COUNT(*) FROM need n WHERE n.meeting_id = m.id)", "") \
	C(LONG, minutes, "m.minutes", "") \
	C(TEXT, clerk, "f.name", "")
#define MEETINGS_TABLE "meeting m"
#define MEETINGS_JOINS "  JOIN staff f ON f.id = m.entered_by"
#define MEETINGS_WHERE "m.station_id = ?"
#define MEETINGS_FILTERS(F) \
	F(DAY, from, "m.held_at >= ?") \
	F(DAY, to, "m.held_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', m.topic, m.place) LIKE ?")
#define MEETINGS_WAYS(S, L) \
	S(L, day, any, "m.held_at", "meeting_station") \
	S(L, day, from, "m.held_at", "meeting_station") \
	S(L, day, to, "m.held_at", "meeting_station")
#define MEETINGS_ID "m.id"
LIST_DEFINE(MEETINGS);

#define MEETING_IN(X, T) \
	X(T, TIME, held_at, 1, 0) \
	X(T, STR, place, 1, 60) \
	X(T, STR, topic, 2, 60) \
	X(T, INT, present, 1, 2000) \
	X(T, TEXT, minutes, 0, 4000) \
	X(T, LIST, hosts, 0, 60) \
	X(T, TEXT, residents, 0, 6000)
FORM_DEFINE(meeting_in, MEETING_IN);
#define CHANGE_IN(X, T) \
	X(T, TIME, held_at, 1, 0) \
	X(T, STR, place, 1, 60) \
	X(T, STR, topic, 2, 60) \
	X(T, INT, present, 1, 2000) \
	X(T, TEXT, minutes, 0, 4000) \
	X(T, INT, version, 1, 1000000)
FORM_DEFINE(change_in, CHANGE_IN);
#define RAISED_IN(X, T) \
	X(T, NO, household, 0, 24) \
	X(T, NAME, name, 0, 60) \
	X(T, PHONE, phone, 0, 20) \
	X(T, CODE, category, 1, 4) \
	X(T, CODE, target_group, 0, 2) \
	X(T, TEXT, description, 2, 1000)
FORM_DEFINE(raised_in, RAISED_IN);

static struct stmt show_q = SQL(
	"SELECT m.id AS _id, LOWER(HEX(m.uid)) AS uid, m.held_at, m.place, m.topic, m.present,"
	"       m.minutes, m.created_at, f.name AS clerk"
	"  FROM meeting m"
	"  JOIN staff f ON f.id = m.entered_by"
	" WHERE m.uid = UNHEX(?)"
	"   AND m.station_id = ?");
static struct stmt needs_q = SQL(
	"SELECT n.no, n.description, n.state, c.name AS category_name"
	"  FROM need n"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	" WHERE n.meeting_id = ?"
	" ORDER BY n.id"
	" LIMIT 200");
static struct stmt add_q = SQL(
	"INSERT INTO meeting (uid, station_id, held_at, place, topic, present, minutes, entered_by,"
	"       created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE meeting"
	"   SET held_at = ?, place = ?, topic = ?, present = ?, minutes = ?, version = version + 1"
	" WHERE id = ?"
	"   AND version = ?");

enum err meeting_list(struct rq *q)
{
	static const struct list meetings = LIST(MEETINGS, "Meetings", "needs.Meetings");
	return list_page(q, &meetings, ARGS(A_(q->station)), "needs/meetings.cs");
}

/* What is not yet over was not held. */
static void meeting_check(struct rq *q, const char *held_at)
{
	if (held_at && strcmp(held_at, clock_time(q->arena, q->now)) > 0)
		form_error(q, "held_at", "meeting_future");
}

enum err meeting_new(struct rq *q)
{
	enum err e = put_colleagues(q);
	form_key(q, MEETING_FORM);
	return e ? e : page(q, "needs/meeting_new.cs");
}

struct holding {
	struct rq *q;
	struct bytes uid;
	const struct meeting_in *in;
};

static enum err meeting_put(void *ctx)
{
	const struct holding *h = ctx;
	const struct meeting_in *in = h->in;
	struct rq *q = h->q;
	int64_t id;
	enum err e = db_exec(&add_q,
			     ARGS(A_(h->uid), A_(q->station), A_(in->held_at), A_(in->place),
				  A_(in->topic), A_(in->present), A_(str_or(in->minutes, "")),
				  A_(q->staff), A_(actor_time(&q->actor))),
			     &id);
	if (!e)
		e = meeting_people_put(
			&(struct meeting_people){ q, id, in->hosts, in->residents, h->uid });
	return e ? e : audit(&q->actor, "meeting.add", "meeting", id, NULL);
}

enum err meeting_add(struct rq *q)
{
	struct meeting_in in;
	struct holding h = { .q = q, .in = &in };
	enum err e = form_key_uid(q, MEETING_FORM, &h.uid);
	if (e)
		return e;
	if (form_read(q, meeting_in_fields, &in))
		meeting_check(q, in.held_at);
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(meeting_put, &h);
	/* The same form sent twice is one meeting. */
	return e && e != ERR_DUPLICATE ? e
				       : see(q, "/needs/meetings/%s?done=meeting_added",
					     hex_encode(q->arena, h.uid));
}

enum err meeting_show(struct rq *q)
{
	enum err e = put_one(q, "Meeting", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	int64_t id = e ? 0 : node_get_int(put_list(q, "Meeting"), "_id");
	if (!e)
		e = put_meeting_people(q, id);
	if (!e)
		e = put_query(q, "Needs", &needs_q, ARGS(A_(id)));
	if (!e)
		e = history_put(q, "meeting", id);
	if (!e)
		e = put_colleagues(q);
	if (!e)
		e = put_need_codes(q);
	form_key(q, MEETING_FORM);
	return e ? e : page(q, "needs/meeting.cs");
}

enum err meeting_edit(struct rq *q)
{
	struct meeting_row m;
	enum err e = meeting_here(q, &m);
	if (e)
		return e;
	put(q, "Meeting.uid", arg(q, 0));
	put(q, "Meeting.topic", m.topic);
	if (!form_again(q)) {
		put(q, "Form.held_at", m.held_at);
		put(q, "Form.place", m.place);
		put(q, "Form.topic", m.topic);
		put_int(q, "Form.present", m.present);
		put(q, "Form.minutes", m.minutes);
		put_int(q, "Form.version", m.version);
	}
	return page(q, "needs/meeting_edit.cs");
}

enum err meeting_save(struct rq *q)
{
	struct change_in in;
	struct meeting_row m;
	enum err e = meeting_here(q, &m);
	if (e)
		return e;
	if (form_read(q, change_in_fields, &in))
		meeting_check(q, in.held_at);
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &save_q,
		    ARGS(A_(in.held_at), A_(in.place), A_(in.topic), A_(in.present),
			 A_(str_or(in.minutes, "")), A_(m.id), A_(in.version)),
		    "meeting.edit", "meeting", &m.id);
	return e ? e : see(q, "/needs/meetings/%s?done=meeting_saved", arg(q, 0));
}

struct raising {
	struct rq *q;
	struct need_new n;
	const char *no;
};

static enum err need_raise(void *ctx)
{
	struct raising *r = ctx;
	return need_put(r->q, &r->n, &r->no);
}

/* A need that was raised there, by somebody or by all. */
enum err meeting_need(struct rq *q)
{
	struct raised_in in;
	struct meeting_row m;
	struct raising r = { .q = q };
	struct bytes uid;
	const char *fault = NULL;
	enum err e = meeting_here(q, &m);
	if (!e)
		e = form_key_uid(q, MEETING_FORM, &uid);
	if (e)
		return e;
	if (!form_read(q, raised_in_fields, &in))
		return ERR_FORM;
	e = code_check(q, "category", "service_category", in.category);
	if (!e)
		e = code_check(q, "target_group", "recipient", in.target_group);
	const struct need_in typed = { .source = "meeting",
				       .household = in.household,
				       .name = in.name,
				       .phone = in.phone,
				       .category = in.category,
				       .target_group = in.target_group,
				       .description = in.description };
	if (!e)
		e = need_from(q, &typed, &r.n, &fault);
	if (!e && fault)
		form_error(q, "household", fault);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	r.n.uid = uid;
	r.n.meeting = m.id;
	if (!e)
		e = db_tx(need_raise, &r);
	return e && e != ERR_DUPLICATE ? e
				       : see(q, "/needs/meetings/%s?done=meeting_need", arg(q, 0));
}
