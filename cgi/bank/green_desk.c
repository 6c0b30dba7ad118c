/* green_desk.c - green accounts at the desk: the list, a new one, one with its points and card, and
 * whose points lapse at the year's end with nobody to be told. */
#include "clock.h"
#include "form.h"
#include "green.h"
#include "green_card.h"
#include "list.h"
#include "secret.h"
#include "staff.h"
#include "typed_no.h"

#define GREENS_COLS(C) \
	C(TEXT, no, "a.no", "") \
	C(DAY, opened, "DATE(a.opened_at)", "") \
	C(INT, points, "COALESCE(y.points, 0)", "") \
	C(INT, earned, "COALESCE(y.earned, 0)", "") \
	C(TEXT, household, "h.no", "") \
	C(TEXT, volunteer, "v.no", "") \
	C(WORD, card, "c.state", "State.green_card") \
	C(WORD, state, "a.state", "State.green_account")
#define GREENS_TABLE "green_account a"
#define GREENS_JOINS \
	"  LEFT JOIN green_year y ON y.account_id = a.id AND y.year = ?" \
	"  LEFT JOIN household h ON h.id = a.household_id" \
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id" \
	"  LEFT JOIN green_card c ON c.live_account = a.id"
#define GREENS_WHERE "a.station_id = ?"
#define GREENS_FILTERS(F) \
	F(WORD, state, "a.state = ?") \
	F(FIND, q, \
	  "CONCAT_WS(' ', a.no, (SELECT x.no FROM household x WHERE x.id = a.household_id), " \
	  "(SELECT w.no FROM volunteer w WHERE w.person_id = a.person_id)) LIKE ?")
#define GREENS_WAYS(S, L) \
	S(L, no, any, "a.id", "green_account_station") \
	S(L, no, state, "a.id", "green_account_state")
#define GREENS_ID "a.id"
LIST_DEFINE(GREENS);
static const struct list accounts = LIST(GREENS, "Accounts", "bank.Greens");

#define LAPSING_COLS(C) \
	C(TEXT, no, "a.no", "") \
	C(INT, points, "y.points", "") \
	C(TEXT, household, "h.no", "")
#define LAPSING_TABLE "green_year y"
#define LAPSING_JOINS \
	"  JOIN green_account a ON a.id = y.account_id" \
	"  LEFT JOIN household h ON h.id = a.household_id"
#define LAPSING_WHERE \
	"y.station_id = ? AND y.year = ? AND y.points > 0 AND " \
	"(SELECT g.person_id FROM green_account g WHERE g.id = y.account_id) IS NULL"
#define LAPSING_FILTERS(F)
#define LAPSING_WAYS(S, L) S(L, no, any, "y.id", "green_year_station")
#define LAPSING_ID         "y.id"
LIST_DEFINE(LAPSING);
static const struct list lapsing = LIST(LAPSING, "Lapsing", "bank.Greens");

#define OPEN_IN(X, T) \
	X(T, STR, place, 2, 60) \
	X(T, NO, household, 0, 24) \
	X(T, NO, volunteer_no, 0, 24)
FORM_DEFINE(open_in, OPEN_IN);
#define AMEND_IN(X, T) \
	X(T, INT, points, -7300, 7300) \
	X(T, STR, reason, 2, 200)
FORM_DEFINE(amend_in, AMEND_IN);
#define REASON_IN(X, T) X(T, STR, why, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);
#define LOOK_IN(X, T) X(T, STR, purpose, 2, 100)
FORM_DEFINE(look_in, LOOK_IN);
#define LINK_IN(X, T) X(T, NO, volunteer_no, 0, 24)
FORM_DEFINE(link_in, LINK_IN);

static struct stmt household_q = SQL(
	"SELECT id"
	"  FROM household"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state = 'active'");
static struct stmt add_q = SQL(
	"INSERT INTO green_account (uid, no, station_id, place_sealed, household_id, person_id,"
	"       opened_at, opened_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt show_q = SQL(
	"SELECT a.no, a.state, a.opened_at, a.closed_at, a.close_reason, f.name AS opened_by,"
	"       h.no AS household, v.no AS volunteer, COALESCE(y.points, 0) AS points,"
	"       COALESCE(y.earned, 0) AS earned, c.made_at AS card_at, g.name AS card_by"
	"  FROM green_account a"
	"  JOIN staff f ON f.id = a.opened_by"
	"  LEFT JOIN household h ON h.id = a.household_id"
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id"
	"  LEFT JOIN green_year y ON y.account_id = a.id AND y.year = ?"
	"  LEFT JOIN green_card c ON c.live_account = a.id"
	"  LEFT JOIN staff g ON g.id = c.made_by"
	" WHERE a.id = ?");
static struct stmt entries_q = SQL(
	"SELECT e.kind, e.result, e.points, e.happened_at, e.note, e.offline,"
	"       COALESCE(f.name, v.no) AS who"
	"  FROM green_entry e"
	"  LEFT JOIN staff f ON f.id = e.entered_by"
	"  LEFT JOIN volunteer v ON v.person_id = e.checker_id"
	" WHERE e.account_id = ?"
	" ORDER BY e.id DESC"
	" LIMIT 100");
static struct stmt revoke_q = SQL(
	"UPDATE green_card"
	"   SET state = 'revoked', revoked_at = ?, reason = ?"
	" WHERE id = ?"
	"   AND state = 'live'");
static struct stmt link_q = SQL(
	"UPDATE green_account"
	"   SET person_id = ?"
	" WHERE id = ?"
	"   AND state = 'open'");
static struct stmt close_q = SQL(
	"UPDATE green_account"
	"   SET state = 'closed', closed_at = ?, close_reason = ?"
	" WHERE id = ?"
	"   AND state = 'open'");

enum err green_list(struct rq *q)
{
	return list_page(q, &accounts, ARGS(A_(green_year(&q->actor)), A_(q->station)),
			 "bank/greens.cs");
}

enum err green_lapsing(struct rq *q)
{
	put_int(q, "Year", green_year(&q->actor));
	return list_page(q, &lapsing, ARGS(A_(q->station), A_(green_year(&q->actor))),
			 "bank/green_lapsing.cs");
}

enum err green_new(struct rq *q)
{
	form_key(q, "green-account");
	return page(q, "bank/green_new.cs");
}

/* A volunteer whom this station knows, in good standing. */
static enum err member_of(struct rq *q, const char *no, int64_t *person)
{
	struct typed_no v;
	*person = DB_NONE;
	if (!no)
		return OK;
	enum err e = typed_no(q, no, &v);
	if (e == ERR_NOT_FOUND || (!e && (!v.ours || !v.active))) {
		err_clear();
		form_error(q, "volunteer_no", "volunteer_unknown");
		return OK;
	}
	if (!e)
		*person = v.person;
	return e;
}

struct opening {
	struct rq *q;
	struct open_in in;
	struct bytes uid;
	int64_t household, person;
	const char *no;
};

static enum err opened(void *ctx)
{
	struct opening *o = ctx;
	struct rq *q = o->q;
	int64_t id;
	enum err e = number_next(&q->actor, 'W', q->station, &o->no);
	if (!e)
		e = db_exec(
			&add_q,
			ARGS(A_(o->uid), A_(o->no), A_(q->station),
			     A_(secret_seal(q->arena, "green_account.place", o->uid, o->in.place)),
			     A_(o->household), A_(o->person), A_(actor_time(&q->actor)),
			     A_(q->staff)),
			&id);
	if (!e)
		e = green_card_add(&q->actor, id);
	return e ? e : audit(&q->actor, "green.open", "green_account", id, o->no);
}

enum err green_open(struct rq *q)
{
	struct opening o = { .q = q, .household = DB_NONE };
	enum err e = form_key_uid(q, "green-account", &o.uid);
	if (e)
		return e;
	if (!form_read(q, open_in_fields, &o.in))
		return ERR_FORM;
	if (o.in.household)
		e = db_int(&household_q, ARGS(A_(o.in.household), A_(q->station)), &o.household);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, "household", "household_unknown");
		e = OK;
	}
	if (!e)
		e = member_of(q, o.in.volunteer_no, &o.person);
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	e = db_tx(opened, &o);
	if (e == ERR_DUPLICATE) {
		form_error(q, o.in.household ? "household" : NULL, "green_there");
		return ERR_FORM;
	}
	return e ? e : see(q, "/bank/green/a/%s?done=green_opened", o.no);
}

static enum err account_put(struct rq *q, const struct green_row *a, bool whole)
{
	const char *place;
	enum err e = put_one(q, "Account", &show_q, ARGS(A_(green_year(&q->actor)), A_(a->id)));
	if (!e)
		e = secret_unseal(q->arena, "green_account.place", a->uid, a->place, &place);
	if (!e)
		e = put_query(q, "Entries", &entries_q, ARGS(A_(a->id)));
	if (e)
		return e;
	put(q, "Account.place", whole ? place : mask_address(q->arena, place));
	put_int(q, "Account.whole", whole ? 1 : DB_NONE);
	if (a->card != DB_NONE)
		put(q, "Account.k", green_token(q->arena, a->card_uid));
	form_key(q, "green-amend");
	return OK;
}

enum err green_show(struct rq *q)
{
	struct green_row a;
	enum err e = green_at_desk(q, &a);
	if (!e)
		e = account_put(q, &a, false);
	return e ? e : page(q, "bank/green.cs");
}

struct step {
	struct rq *q;
	struct green_row a;
	struct green_move m;
	const char *why;
};

static enum err looked(void *ctx)
{
	const struct step *s = ctx;
	return audit_look(&s->q->actor, DB_NONE, "green_account.place", s->why);
}

enum err green_look(struct rq *q)
{
	struct look_in in;
	struct step s = { .q = q };
	enum err e = green_at_desk(q, &s.a);
	if (e)
		return e;
	if (!form_read(q, look_in_fields, &in))
		return ERR_FORM;
	s.why = in.purpose;
	e = db_tx(looked, &s);
	if (!e)
		e = account_put(q, &s.a, true);
	return e ? e : page(q, "bank/green.cs");
}

static enum err amended(void *ctx)
{
	struct step *s = ctx;
	return green_book(&s->q->actor, &s->m, NULL);
}

/* Nobody puts the points of their own household right, nor does anybody of whom nobody knows who
 * they are. */
enum err green_amend(struct rq *q)
{
	struct amend_in in;
	struct step s = { .q = q };
	const char *barred = NULL;
	enum err e = green_at_desk(q, &s.a);
	if (!e && !str_eq(s.a.state, "open"))
		e = ERR(ERR_STALE, "account is closed");
	if (!e)
		e = STAFF_BARS(&q->actor, &barred, s.a.person);
	struct bytes uid;
	if (!e)
		e = form_key_uid(q, "green-amend", &uid);
	if (e)
		return e;
	if (form_read(q, amend_in_fields, &in) && !in.points)
		form_error(q, "points", "green_none");
	if (form_ok(q) && barred)
		form_error(q, NULL, str_eq(barred, "own") ? "green_own" : "green_unlinked");
	if (!form_ok(q))
		return ERR_FORM;
	s.m = (struct green_move){ .account = s.a.id,
				   .station = q->station,
				   .uid = uid,
				   .kind = "amend",
				   .points = in.points,
				   .exchange = DB_NONE,
				   .note = in.reason };
	e = db_tx(amended, &s);
	if (e == ERR_STALE) {
		err_clear();
		form_error(q, "points", "green_short");
		return ERR_FORM;
	}
	return e && e != ERR_DUPLICATE ? e : see(q, "/bank/green/a/%s?done=green_amended", s.a.no);
}

/* The old card is revoked and a new one made at once: a household is never without. */
static enum err replaced(void *ctx)
{
	const struct step *s = ctx;
	struct rq *q = s->q;
	enum err e = db_change(&revoke_q,
			       ARGS(A_(actor_time(&q->actor)), A_(s->why), A_(s->a.card)));
	if (!e)
		e = audit(&q->actor, "green.revoke", "green_account", s->a.id, NULL);
	return e ? e : green_card_add(&q->actor, s->a.id);
}

enum err green_replace(struct rq *q)
{
	struct reason_in in;
	struct step s = { .q = q };
	enum err e = green_at_desk(q, &s.a);
	if (!e && (!str_eq(s.a.state, "open") || s.a.card == DB_NONE))
		e = ERR(ERR_STALE, "account is closed");
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	s.why = in.why;
	e = db_tx(replaced, &s);
	return e ? e : see(q, "/bank/green/a/%s?done=green_replaced", s.a.no);
}

enum err green_link(struct rq *q)
{
	struct link_in in;
	struct green_row a;
	int64_t person;
	enum err e = green_at_desk(q, &a);
	if (e)
		return e;
	if (!form_read(q, link_in_fields, &in))
		return ERR_FORM;
	e = member_of(q, in.volunteer_no, &person);
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	e = audited(&q->actor, &link_q, ARGS(A_(person), A_(a.id)), "green.link", "green_account",
		    &a.id);
	return e ? e : see(q, "/bank/green/a/%s?done=saved", a.no);
}

static enum err closed(void *ctx)
{
	const struct step *s = ctx;
	struct rq *q = s->q;
	const char *now = actor_time(&q->actor);
	enum err e = db_change(&close_q, ARGS(A_(now), A_(s->why), A_(s->a.id)));
	if (!e && s->a.card != DB_NONE)
		e = db_change(&revoke_q, ARGS(A_(now), A_(s->why), A_(s->a.card)));
	return e ? e : audit(&q->actor, "green.close", "green_account", s->a.id, NULL);
}

/* Its card opens nothing from now on; its points lapse with the year. */
enum err green_close(struct rq *q)
{
	struct reason_in in;
	struct step s = { .q = q };
	enum err e = green_at_desk(q, &s.a);
	if (!e && !str_eq(s.a.state, "open"))
		e = ERR(ERR_STALE, "account is closed");
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	s.why = in.why;
	e = db_tx(closed, &s);
	return e ? e : see(q, "/bank/green/a/%s?done=green_closed", s.a.no);
}
