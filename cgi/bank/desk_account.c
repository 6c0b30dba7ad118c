/* desk_account.c - one account at the desk: what moved, who is a proved relative, and withdrawals
 * entered for those without a phone. */
#include "bank.h"

#include "audit.h"
#include "clock.h"
#include "form.h"
#include "secret.h"
#include "staff.h"

enum { ROWS = 50 };

#define DRAW_IN(X, T) \
	X(T, NO, order_no, 1, 24) \
	X(T, INT, minutes, 15, 480) \
	X(T, NO, kin_no, 0, 24)
FORM_DEFINE(draw_in, DRAW_IN);
#define KIN_IN(X, T) \
	X(T, NO, relative_no, 1, 24) \
	X(T, WORD, relation, 1, 8) \
	X(T, WORD, paper, 1, 8) \
	X(T, FLAG, document_seen, 1, 1)
FORM_DEFINE(kin_in, KIN_IN);

static struct stmt owner_q = SQL(
	"SELECT v.no, p.name, a.opened_at, LOWER(HEX(a.uid)) AS uid"
	"  FROM timebank_account a"
	"  JOIN person p ON p.id = a.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = p.id"
	" WHERE a.id = ?");
/* Relatives of other stations are masked: their stations know them. */
static struct stmt kin_q = SQL(
	"SELECT LOWER(HEX(k.uid)) AS uid, o.name AS _name, v.no, v.station_id AS _station,"
	"       k.relation, k.paper, k.seen_at, s.name AS seen_by"
	"  FROM (SELECT id, kin_id AS other FROM timebank_kin WHERE person_id = ?"
	"       UNION ALL SELECT id, person_id FROM timebank_kin WHERE kin_id = ?) x"
	"  JOIN timebank_kin k ON k.id = x.id"
	"  JOIN person o ON o.id = x.other"
	"  JOIN staff s ON s.id = k.seen_by"
	"  LEFT JOIN volunteer v ON v.person_id = o.id"
	" WHERE k.ended_at IS NULL"
	" ORDER BY k.id"
	" LIMIT 50");
static struct stmt add_q = SQL(
	"INSERT INTO timebank_kin (uid, station_id, person_id, kin_id, relation, paper, seen_by,"
	"       seen_at)"
	" VALUES (?, ?, LEAST(?, ?), GREATEST(?, ?), ?, ?, ?, ?)");
static struct stmt end_q = SQL(
	"UPDATE timebank_kin"
	"   SET ended_at = ?, ended_by = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");
static struct stmt one_q = SQL(
	"SELECT id"
	"  FROM timebank_kin"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?"
	"   AND (person_id = ? OR kin_id = ?)");
#define PERSON_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, INT, age, "TIMESTAMPDIFF(YEAR, p.birth_on, ?)") \
	X(T, BYTES, phone, "p.phone_index")
ROW_DEFINE(person_row, PERSON_COLS);
static struct stmt person_q = SQL(
	"SELECT " ROW_SELECT(PERSON_COLS)
	"  FROM person p"
	" WHERE p.id = ?");
static struct stmt no_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE no = ?");

enum err account_show(struct rq *q)
{
	struct bank_account a;
	enum err e = account_at_desk(q, &a);
	if (!e)
		e = put_one(q, "Account", &owner_q, ARGS(A_(a.id)));
	if (!e)
		e = put_query(q, "Kin", &kin_q, ARGS(A_(a.person), A_(a.person)));
	if (!e)
		e = put_entries(q, &a, ROWS);
	if (e)
		return e;
	put_balance(q, &a);
	for (struct node *n = node_first(put_list(q, "Kin")); n; n = node_next(n))
		node_set(n, "name",
			 node_get_int(n, "_station") == q->station
				 ? node_get(n, "_name")
				 : mask_name(q->arena, node_get(n, "_name")));
	if (!form_again(q))
		put(q, "Form.minutes", "60");
	return page(q, "bank/account.cs");
}

/* Nobody decides about their own time, or their family's. */
static enum err not_own(struct rq *q, int64_t one, int64_t other)
{
	const char *word = NULL;
	enum err e = STAFF_BARS(&q->actor, &word, one, other);
	if (!e && word) {
		form_error(q, NULL, str_eq(word, "own") ? "bank_own" : "bank_unlinked");
		return ERR_FORM;
	}
	return e;
}

/* Whose order it is: the owner's, who is old enough, or a relative's who was proved. */
static enum err drawn_for(struct rq *q, const struct bank_account *a, const struct draw_in *in,
			  const struct payable *o, struct bank_draw *d)
{
	struct person_row p;
	const char *bar = NULL;
	int64_t whose = a->person;
	enum err e = in->kin_no ? db_int(&no_q, ARGS(A_(in->kin_no)), &whose) : OK;
	if (!e && in->kin_no)
		e = bank_kin_bar(&q->actor, a->person, whose, &bar);
	if (e == ERR_NOT_FOUND || bar || (in->kin_no && !o->rule.kin)) {
		err_clear();
		form_error(q, "kin_no", bar ? arena_fmt(q->arena, "bank_%s", bar) : "bank_no_kin");
		return ERR_FORM;
	}
	if (!e)
		e = row_one(&person_q, ARGS(A_(clock_day(q->arena, q->now)), A_(whose)),
			    person_row_cols, &p);
	if (e)
		return e;
	if (!p.phone.p || p.phone.n != o->phone.n ||
	    !secret_equal(p.phone.p, o->phone.p, p.phone.n)) {
		form_error(q, "order_no", "order_not_theirs");
		return ERR_FORM;
	}
	if (!in->kin_no && (p.age == DB_NONE || p.age < o->rule.draw_age)) {
		form_error(q, "order_no", "bank_young");
		return ERR_FORM;
	}
	d->used_for = in->kin_no ? "kin" : "self";
	d->kin = in->kin_no ? whose : 0;
	return not_own(q, a->person, whose);
}

struct drawing {
	struct rq *q;
	struct bank_draw d;
};

static enum err reserved(void *ctx)
{
	const struct drawing *d = ctx;
	return bank_reserve(&d->q->actor, &d->d);
}

enum err account_draw(struct rq *q)
{
	struct draw_in in;
	struct bank_account a;
	struct payable o;
	struct drawing d = { .q = q, .d = { .uid = secret_uid(q->arena) } };
	enum err e = account_at_desk(q, &a);
	if (!e && !form_read(q, draw_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = order_payable(q, in.order_no, &o);
	if (!e)
		e = drawn_for(q, &a, &in, &o, &d.d);
	if (e)
		return e;
	d.d.account = a.id;
	d.d.order = o.id;
	d.d.station = o.station;
	d.d.minutes = in.minutes;
	e = bank_says(q, db_tx(reserved, &d), "minutes");
	return e ? e : see(q, "/bank/manage/account/%s?done=drawn", arg(q, 0));
}

static const char *kin_refused(struct rq *q, const struct kin_in *in, const char *bar)
{
	if (bar && !str_eq(bar, "no_kin"))
		return arena_fmt(q->arena, "bank_%s", bar);
	if (!bar)
		return "bank_kin_twice";
	return str_in(in->relation, "parent,spouse,grand,sibling") &&
			       str_in(in->paper, "book,birth,marriage,notary,other")
		       ? NULL
		       : "unknown_code";
}

enum err kin_add(struct rq *q)
{
	struct kin_in in;
	struct bank_account a;
	int64_t other, id = 0;
	const char *bar = NULL;
	enum err e = account_at_desk(q, &a);
	if (!e && !form_read(q, kin_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = db_int(&no_q, ARGS(A_(in.relative_no)), &other);
	if (e == ERR_NOT_FOUND) {
		form_error(q, "relative_no", "volunteer_unknown");
		return ERR_FORM;
	}
	if (!e)
		e = bank_kin_bar(&q->actor, a.person, other, &bar);
	const char *why = e ? NULL : kin_refused(q, &in, bar);
	if (why) {
		form_error(q, "relative_no", why);
		return ERR_FORM;
	}
	if (!e)
		e = not_own(q, a.person, other);
	if (!e)
		e = audited(&q->actor, &add_q,
			    ARGS(A_(secret_uid(q->arena)), A_(q->station), A_(a.person), A_(other),
				 A_(a.person), A_(other), A_(in.relation), A_(in.paper),
				 A_(q->staff), A_(actor_time(&q->actor))),
			    "timebank_kin.add", "timebank_kin", &id);
	if (e == ERR_DUPLICATE) { /* somebody was faster */
		err_clear();
		form_error(q, "relative_no", "bank_kin_twice");
		return ERR_FORM;
	}
	return e ? e : see(q, "/bank/manage/account/%s?done=kin_added", arg(q, 0));
}

enum err kin_end(struct rq *q)
{
	struct bank_account a;
	int64_t id;
	enum err e = account_at_desk(q, &a);
	if (!e)
		e = db_int(&one_q, ARGS(A_(arg(q, 1)), A_(q->station), A_(a.person), A_(a.person)),
			   &id);
	if (!e)
		e = audited(&q->actor, &end_q,
			    ARGS(A_(actor_time(&q->actor)), A_(q->staff), A_(id)),
			    "timebank_kin.end", "timebank_kin", &id);
	return e ? e : see(q, "/bank/manage/account/%s?done=kin_ended", arg(q, 0));
}
