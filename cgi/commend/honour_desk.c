/* honour_desk.c - the ledger of honours 表彰嘉许: the station's own, and others it has verified. */
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "history.h"
#include "honour.h"
#include "honour_enter.h"
#include "list.h"
#include "outbox.h"
#include "setting.h"
#include "staff.h"
#include "workday.h"
#include "typed_no.h"
#include "whom.h"

#define HONOUR_IN(X, T) \
	X(T, NO, volunteer_no, 0, 32) \
	X(T, WORD, thing, 0, 60) \
	X(T, STR, name, 2, 80) \
	X(T, DAY, awarded_on, 1, 0) \
	X(T, WORD, authority_kind, 1, 12) \
	X(T, STR, authority, 0, 80) \
	X(T, STR, document_name, 0, 80) \
	X(T, STR, document_no, 0, 40) \
	X(T, TEXT, content, 0, 2000)
FORM_DEFINE(honour_in, HONOUR_IN);
#define VERIFY_IN(X, T) \
	X(T, FLAG, seen, 1, 1) \
	X(T, OINT, edits, 0, 1000000)
FORM_DEFINE(verify_in, VERIFY_IN);
#define REASON_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);

enum { NOTICE_DAYS = 5, DAY = 86400 };

#define HONOUR_COLS(C) \
	C(TEXT, no, "h.no", "") \
	C(TEXT, name, "h.name", "") \
	C(TEXT, person, "COALESCE(p.name, t.name, pr.title, rg.name, st.name)", "") \
	C(TEXT, volunteer_no, "v.no", "") \
	C(TEXT, authority, "h.authority", "") \
	C(WORD, authority_kind, "h.authority_kind", "State.honour_authority_kind") \
	C(DAY, awarded_on, "h.awarded_on", "") \
	C(WORD, state, "h.state", "State.honour") \
	C(WORD, subject, "h.subject", "State.honour_subject")
#define HONOUR_TABLE "honour h"
#define HONOUR_JOINS \
	"  LEFT JOIN person p ON p.id = h.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = h.person_id" \
	"  LEFT JOIN team t ON t.id = h.team_id" \
	"  LEFT JOIN project pr ON pr.id = h.project_id" \
	"  LEFT JOIN region rg ON rg.code = h.region_code" \
	"  LEFT JOIN station st ON st.id = h.honoured_station_id"
#define HONOUR_WHERE "h.station_id = ?"
#define HONOUR_FILTERS(F) \
	F(WORD, state, "h.state = ?") \
	F(WORD, authority_kind, "h.authority_kind = ?") \
	F(WORD, subject, "h.subject = ?") \
	F(DAY, from, "h.awarded_on >= ?") \
	F(DAY, to, "h.awarded_on <= ?") \
	F(FIND, q, "CONCAT_WS(' ', h.no, h.name, h.authority) LIKE ?") \
	F(TICKED, only, "FIND_IN_SET(h.no, ?) > 0")
#define HONOUR_WAYS(S, L) \
	S(L, no, any, "h.id", "honour_recent") \
	S(L, no, state, "h.id", "honour_of_state") \
	S(L, no, from, "h.awarded_on", "honour_day") \
	S(L, no, to, "h.awarded_on", "honour_day") \
	S(L, awarded_on, any, "h.awarded_on", "honour_day") \
	S(L, awarded_on, state, "h.awarded_on", "honour_station") \
	S(L, state, any, "h.state", "honour_of_state") \
	S(L, state, state, "h.id", "honour_of_state")
#define HONOUR_ID "h.id"
LIST_DEFINE(HONOUR);
static const struct list honours = LIST(HONOUR, "Honours", "commend.HonourList");

static struct stmt show_q = SQL(
	"SELECT h.id AS _id, h.person_id AS _person, h.created_by AS _creator, h.no, h.name,"
	"       h.subject, v.no AS volunteer_no, p.name AS person,"
	"       COALESCE(t.name, pr.title, rg.name, st.name) AS thing, h.awarded_on, h.authority,"
	"       h.notice_from, h.notice_until, h.authority_kind, h.document_name,"
	"       h.document_no, h.content, h.state, h.reason,"
	"       COALESCE(t.leader_id, pr.led_by) AS _leads, LOWER(HEX(g.uid)) AS document,"
	"       LOWER(HEX(d.uid)) AS decision, d.title AS decision_title,"
	"       c.name AS created_by, f.name AS verified_by"
	"  FROM honour h"
	"  LEFT JOIN person p ON p.id = h.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = h.person_id"
	"  LEFT JOIN team t ON t.id = h.team_id"
	"  LEFT JOIN project pr ON pr.id = h.project_id"
	"  LEFT JOIN region rg ON rg.code = h.region_code"
	"  LEFT JOIN station st ON st.id = h.honoured_station_id"
	"  LEFT JOIN document g ON g.id = h.document_id"
	"  LEFT JOIN honour_decision d ON d.id = h.decision_id"
	"  LEFT JOIN staff c ON c.id = h.created_by"
	"  LEFT JOIN staff f ON f.id = h.verified_by"
	" WHERE h.no = ?"
	"   AND h.station_id = ?");
static struct stmt station_q = SQL(
	"SELECT name"
	"  FROM station"
	" WHERE id = ?");
static struct stmt verified_q = SQL(
	"UPDATE honour"
	"   SET verified_by = ?"
	" WHERE id = ?");
static struct stmt notice_q = SQL(
	"UPDATE honour"
	"   SET notice_from = ?, notice_until = ?"
	" WHERE id = ?");
static struct stmt reason_q = SQL(
	"UPDATE honour"
	"   SET reason = ?, version = version + 1"
	" WHERE id = ?");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM honour"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt uid_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM honour"
	" WHERE id = ?");

enum err honour_list(struct rq *q)
{
	return list_page(q, &honours, ARGS(A_(q->station)), "commend/honour_list.cs");
}

enum err honour_new(struct rq *q)
{
	enum err e = whom_options(q);
	if (e)
		return e;
	form_key(q, "honour");
	return page(q, "commend/honour_new.cs");
}

struct adding {
	struct rq *q;
	const struct honour_in *in;
	struct honour_entry h;
	const char *no;
	bool own;
};

static enum err honour_insert(void *ctx)
{
	struct adding *a = ctx;
	int64_t id;
	return honour_enter(a->q, &a->h, &id, &a->no);
}

/* Whom it honours; nobody enters an honour of their own, or of what they lead. */
static enum err honour_whom(struct rq *q, struct adding *a)
{
	const struct honour_in *in = a->in;
	int64_t me = 0;
	const char *field = in->thing ? "thing" : "volunteer_no";
	enum err e = whom_typed(q, in->volunteer_no, in->thing, &a->h.w);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, field,
			   in->thing          ? "unknown_code"
			   : in->volunteer_no ? "volunteer_unknown"
					      : "required");
		return OK;
	}
	if (!e)
		e = staff_person(q->staff, &me);
	if (!e && whom_is(me, &a->h.w))
		form_error(q, field, "own_honour");
	return e;
}

static enum err honour_check(struct rq *q, struct adding *a)
{
	const struct honour_in *in = a->in;
	int64_t back;
	enum err e = setting_rule(q->station, "honour_back_days", HONOUR_BACK_DAYS, &back);
	if (e)
		return e;
	a->own = str_eq(in->authority_kind, "own");
	if (!str_in(in->authority_kind, "own,government,other"))
		form_error(q, "authority_kind", "unknown_code");
	if (strcmp(in->awarded_on, clock_day(q->arena, q->now)) > 0)
		form_error(q, "awarded_on", "day_future");
	if (a->own && strcmp(in->awarded_on, clock_day(q->arena, q->now - back * DAY)) < 0)
		form_error(q, "awarded_on", "award_old");
	if (!a->own && !in->authority)
		form_error(q, "authority", "required");
	if (!a->own && !in->document_name)
		form_error(q, "document_name", "required");
	e = honour_whom(q, a);
	a->h.name = in->name;
	a->h.awarded_on = in->awarded_on;
	a->h.authority_kind = in->authority_kind;
	a->h.document_name = in->document_name;
	a->h.document_no = in->document_no;
	a->h.content = in->content;
	if (!e && form_ok(q))
		honour_entry_paper(q->arena, &a->h);
	/* A station awards in its own name and in nobody else's. */
	a->h.authority = in->authority;
	return e || !a->own ? e : db_text(&station_q, ARGS(A_(q->station)), &a->h.authority);
}

enum err honour_add(struct rq *q)
{
	struct honour_in in;
	struct adding a = { .q = q, .in = &in };
	bool twice = false;
	enum err e = OK;
	if (form_read(q, honour_in_fields, &in))
		e = honour_check(q, &a);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (!e)
		e = form_key_uid(q, "honour", &a.h.uid);
	if (!e)
		e = honour_entry_twice(&a.h, &twice);
	if (!e && twice) {
		form_error(q, "document_no", "honour_twice");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(honour_insert, &a);
	if (e == ERR_DUPLICATE)
		return see(q, "/commend/manage/honours?done=honour_added");
	return e ? e : see(q, "/commend/manage/honours/%s?done=honour_added", a.no);
}

enum err honour_show(struct rq *q)
{
	enum err e = put_one(q, "Honour", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Honour");
	int64_t edits, id = node_get_int(n, "_id");
	e = honour_edits(id, DB_NONE, &edits);
	if (!e)
		e = history_put(q, "honour", id);
	if (e)
		return e;
	if (edits)
		node_int(n, "edits", edits);
	if (str_eq(node_get(n, "state"), "to_verify") && !node_get(n, "decision") &&
	    node_get(n, "created_by"))
		put_int(q, "Can.amend", 1);
	return page(q, "commend/honour.cs");
}

struct step {
	struct rq *q;
	const char *verb, *reason;
	int64_t id;
	const char *state;
};

static enum err honour_take_back(int64_t id)
{
	const char *hex;
	uint8_t uid[16];
	enum err e = db_text(&uid_q, ARGS(A_(id)), &hex);
	if (!e && !hex_decode(hex, uid, sizeof(uid)))
		return ERR(ERR_INTERNAL, "honour uid");
	return e ? e : outbox_withdraw(OB_COMMENDATION, BYTES(uid));
}

static enum err honour_announce(const struct step *s)
{
	const char *until, *today = clock_day(s->q->arena, s->q->now);
	int64_t days;
	enum err e = setting_rule(s->q->station, "honour_notice_days", NOTICE_DAYS, &days);
	if (!e)
		e = workday_add(s->q->station, today, (int)days, &until);
	return e ? e : db_change(&notice_q, ARGS(A_(today), A_(until), A_(s->id)));
}

static enum err honour_step(void *ctx)
{
	const struct step *s = ctx;
	enum err e = move_to(&s->q->actor, &honour_machine, s->verb, s->id, s->state);
	if (!e && s->reason)
		e = db_change(&reason_q, ARGS(A_(s->reason), A_(s->id)));
	if (!e && (str_in(s->verb, "announce,verify") ||
		   (str_eq(s->verb, "refuse") && str_eq(s->state, "to_verify"))))
		e = db_change(&verified_q, ARGS(A_(s->q->staff), A_(s->id)));
	if (!e && str_eq(s->verb, "announce"))
		e = honour_announce(s);
	if (!e && str_in(s->verb, "announce,verify"))
		e = honour_marked(s->id);
	if (!e && str_eq(s->verb, "verify"))
		e = outbox_commendation(s->id);
	if (!e && str_eq(s->verb, "withdraw"))
		e = honour_take_back(s->id);
	return e;
}

static enum err honour_move(struct rq *q, const char *verb, const char *reason, const char *done)
{
	enum err e = put_one(q, "Honour", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Honour");
	const char *state = node_get(n, "state");
	/* Who entered it does not vouch for it. */
	if (str_eq(verb, "verify") && str_eq(state, "to_verify") &&
	    node_get_int(n, "_creator") == q->staff)
		return refused(q, "own_entry", honour_show);
	const char *bar = NULL;
	/* Until it is issued, an honour of a decision goes with it; an objection takes one off. */
	if (node_get(n, "decision") && !str_eq(verb, "withdraw") && !str_eq(state, "notice"))
		return refused(q, "in_decision", honour_show);
	/* What another body awarded stands on its paper. */
	if (str_eq(verb, "verify") && str_eq(state, "to_verify") && !node_get(n, "document") &&
	    str_eq(node_get(n, "authority_kind"), "other"))
		return refused(q, "no_evidence", honour_show);
	if (str_eq(verb, "verify"))
		e = STAFF_BARS(&q->actor, &bar, node_get_int(n, "_person"),
			       node_get_int(n, "_leads"));
	if (e)
		return e;
	if (bar)
		return refused(q, bar, honour_show);
	/* The station's own stands under notice first. */
	if (str_eq(verb, "verify") && str_eq(node_get(n, "authority_kind"), "own"))
		verb = "announce";
	e = db_tx(honour_step, &(struct step){ q, verb, reason, node_get_int(n, "_id"), state });
	return e ? e : see(q, "/commend/manage/honours/%s?done=%s", arg(q, 0), done);
}

/* Who changed it entered it as well; and what was read is what is verified. */
static enum err honour_unread(struct rq *q, const struct verify_in *in, const char **why)
{
	int64_t id, edits = 0, mine = 0;
	enum err e = db_int(&id_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = honour_edits(id, q->staff, &mine);
	if (!e)
		e = honour_edits(id, DB_NONE, &edits);
	if (!e)
		*why = mine                                              ? "own_entry"
		       : edits != (in->edits == DB_NONE ? 0 : in->edits) ? "amended_since"
									 : NULL;
	return e;
}

enum err honour_verify(struct rq *q)
{
	struct verify_in in;
	const char *why = NULL;
	if (!form_read(q, verify_in_fields, &in))
		return ERR_FORM;
	enum err e = honour_unread(q, &in, &why);
	if (e)
		return e;
	return why ? refused(q, why, honour_show)
		   : honour_move(q, "verify", NULL, "honour_verified");
}

enum err honour_refuse(struct rq *q)
{
	struct reason_in in;
	return form_read(q, reason_in_fields, &in)
		       ? honour_move(q, "refuse", in.reason, "honour_refused")
		       : ERR_FORM;
}

enum err honour_withdraw(struct rq *q)
{
	struct reason_in in;
	return form_read(q, reason_in_fields, &in)
		       ? honour_move(q, "withdraw", in.reason, "honour_withdrawn")
		       : ERR_FORM;
}
