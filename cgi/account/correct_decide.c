/* correct_decide.c - corrections that wait, and the second person's word on them. */
#include "audit.h"
#include "clock.h"
#include "correct.h"
#include "outbox.h"
#include "person.h"
#include "revoke.h"
#include "secret.h"

static struct stmt list_q = SQL(
	"SELECT c.no, c.state, c.asked_at, p.name, v.no AS volunteer, f.name AS asked_by,"
	"       IF(c.name IS NULL, NULL, 1) AS of_name,"
	"       IF(c.id_no_sealed IS NULL, NULL, 1) AS of_number,"
	"       IF(c.birth_on IS NULL, NULL, 1) AS of_birth"
	"  FROM correction c"
	"  JOIN person p ON p.id = c.person_id"
	"  JOIN volunteer v ON v.person_id = c.person_id"
	"  LEFT JOIN staff f ON f.id = c.asked_by"
	" WHERE c.station_id = ?"
	" ORDER BY c.id DESC"
	" LIMIT 100");

#define CORRECTION_COLS(X, T) \
	X(T, INT, id, "c.id") \
	X(T, TEXT, no, "c.no") \
	X(T, INT, person_id, "c.person_id") \
	X(T, BYTES, uid, "p.uid") \
	X(T, TEXT, volunteer, "v.no") \
	X(T, TEXT, name, "c.name") \
	X(T, TEXT, id_type, "c.id_type") \
	X(T, BYTES, id_no, "c.id_no_sealed") \
	X(T, BYTES, id_index, "c.id_no_index") \
	X(T, TEXT, birth_on, "c.birth_on") \
	X(T, TEXT, sex, "c.sex") \
	X(T, TEXT, now_name, "p.name") \
	X(T, TEXT, now_id_type, "p.id_type") \
	X(T, BYTES, now_id_no, "p.id_no_sealed") \
	X(T, TEXT, now_birth_on, "p.birth_on") \
	X(T, TEXT, now_sex, "p.sex") \
	X(T, TEXT, was_name, "c.was_name") \
	X(T, TEXT, purpose, "c.purpose") \
	X(T, TEXT, proof, "c.proof") \
	X(T, INT, asked_by, "c.asked_by") \
	X(T, TEXT, asked_name, "f.name") \
	X(T, TEXT, asked_at, "c.asked_at") \
	X(T, TEXT, state, "c.state") \
	X(T, TEXT, handled_name, "h.name") \
	X(T, TEXT, handled_at, "c.handled_at") \
	X(T, TEXT, answer, "c.answer")
ROW_DEFINE(correction_row, CORRECTION_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(CORRECTION_COLS)
	"  FROM correction c"
	"  JOIN person p ON p.id = c.person_id"
	"  JOIN volunteer v ON v.person_id = c.person_id"
	"  LEFT JOIN staff f ON f.id = c.asked_by"
	"  LEFT JOIN staff h ON h.id = c.handled_by"
	" WHERE c.no = ?"
	"   AND c.station_id = ?");

static const struct move moves[] = {
	{ "accept", "open", "done" },
	{ "decline", "open", "declined" },
	{ "cancel", "open", "cancelled" },
	{ NULL, NULL, NULL },
};
static struct stmt state_q = SQL(
	"UPDATE correction"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine machine = { "correction", moves, &state_q };
static struct stmt handled_q = SQL(
	"UPDATE correction"
	"   SET handled_by = ?, handled_at = ?, answer = ?"
	" WHERE id = ?");
static struct stmt was_q = SQL(
	"UPDATE correction c"
	"  JOIN person p ON p.id = c.person_id"
	"   SET c.was_name = IF(c.name IS NULL, NULL, p.name),"
	"       c.was_id_type = IF(c.id_no_sealed IS NULL, NULL, p.id_type),"
	"       c.was_id_no_sealed = ?,"
	"       c.was_birth_on = IF(c.birth_on IS NULL, NULL, p.birth_on),"
	"       c.was_sex = IF(c.sex IS NULL, NULL, p.sex)"
	" WHERE c.id = ?");
static struct stmt person_q = SQL(
	"UPDATE person"
	"   SET name = COALESCE(?, name), id_type = COALESCE(?, id_type),"
	"       id_no_sealed = COALESCE(?, id_no_sealed), id_no_index = COALESCE(?, id_no_index),"
	"       birth_on = COALESCE(?, birth_on), sex = COALESCE(?, sex)"
	" WHERE id = ?"
	"   AND erased_at IS NULL"
	"   AND merged_into IS NULL");

enum err corrections(struct rq *q)
{
	enum err e = put_query(q, "Corrections", &list_q, ARGS(A_(q->station)));
	return e ? e : page(q, "account/corrections.cs");
}

static enum err correction_find(struct rq *q, struct correction_row *c)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), correction_row_cols, c);
}

/* Numbers in part; whole, when staff asked for that with a purpose. */
static enum err put_numbers(struct rq *q, const struct correction_row *c, bool whole)
{
	struct arena *a = q->arena;
	const char *wanted, *now;
	enum err e = secret_unseal(a, "correction.id_no", c->uid, c->id_no, &wanted);
	if (!e)
		e = secret_unseal(a, "person.id_no", c->uid, c->now_id_no, &now);
	if (e)
		return e;
	put(q, "Correction.id_no", !wanted || whole ? wanted : identity_mask(a, wanted));
	put(q, "Correction.now_id_no", now ? identity_mask(a, now) : NULL);
	if (c->birth_on)
		put(q, "Correction.birth_on",
		    whole ? c->birth_on : arena_fmt(a, "%.4s-**-**", c->birth_on));
	if (c->now_birth_on)
		put(q, "Correction.now_birth_on", arena_fmt(a, "%.4s-**-**", c->now_birth_on));
	return OK;
}

static enum err show(struct rq *q, const struct correction_row *c, bool whole)
{
	bool open = str_eq(c->state, "open"), own = c->asked_by == q->staff;
	put(q, "Correction.no", c->no);
	put(q, "Correction.volunteer", c->volunteer);
	put(q, "Correction.name", c->name);
	put(q, "Correction.now_name", c->now_name);
	put(q, "Correction.was_name", c->was_name);
	put(q, "Correction.purpose", c->purpose);
	put(q, "Correction.proof", c->proof);
	put(q, "Correction.asked_by", c->asked_name);
	put(q, "Correction.asked_at", c->asked_at);
	put(q, "Correction.state", c->state);
	put(q, "Correction.handled_by", c->handled_name);
	put(q, "Correction.handled_at", c->handled_at);
	put(q, "Correction.answer", c->answer);
	if (open && !own && may(q, ROLE_REVIEWER | ROLE_MANAGER))
		put_int(q, "May.decide", 1);
	else if (open)
		put_int(q, "May.cancel", 1);
	if (open && (c->id_no.p || c->birth_on) && !whole)
		put_int(q, "May.look", 1);
	enum err e = put_numbers(q, c, whole);
	if (whole)
		reply_header(q, "Cache-Control", "no-store");
	return e ? e : page(q, "account/correction.cs");
}

enum err correction_show(struct rq *q)
{
	struct correction_row c;
	enum err e = correction_find(q, &c);
	return e ? e : show(q, &c, false);
}

#define LOOK_IN(X, T) X(T, STR, purpose, 2, 120)
FORM_DEFINE(look_in, LOOK_IN);

struct looking {
	struct rq *q;
	const struct correction_row *c;
	const char *purpose;
};

static enum err look_tx(void *ctx)
{
	const struct looking *l = ctx;
	enum err e = OK;
	if (l->c->id_no.p)
		e = audit_look(&l->q->actor, l->c->person_id, "id_no", l->purpose);
	if (!e && l->c->birth_on)
		e = audit_look(&l->q->actor, l->c->person_id, "birth_on", l->purpose);
	return e ? e : audit(&l->q->actor, "volunteer.unmask", "person", l->c->person_id, l->c->no);
}

/* Whoever decides holds the document against it: the whole number, once, written down. */
enum err correction_look(struct rq *q)
{
	struct correction_row c;
	struct look_in in;
	enum err e = correction_find(q, &c);
	if (e)
		return e;
	if (!str_eq(c.state, "open"))
		return ERR_STALE;
	if (!form_read(q, look_in_fields, &in))
		return ERR_FORM;
	e = throttle(q, "unmask", arena_fmt(q->arena, "%lld", (long long)q->staff), 200, 86400);
	if (!e)
		e = db_tx(look_tx, &(struct looking){ q, &c, in.purpose });
	return e ? e : show(q, &c, true);
}

struct deciding {
	struct rq *q;
	const struct correction_row *c;
	const char *verb, *reason;
};

/* Sealed anew for the columns that they come to stand in. */
static enum err correct_person(const struct deciding *d)
{
	const struct correction_row *c = d->c;
	struct arena *a = d->q->arena;
	const char *wanted, *now;
	enum err e = secret_unseal(a, "correction.id_no", c->uid, c->id_no, &wanted);
	if (!e)
		e = secret_unseal(a, "person.id_no", c->uid, c->now_id_no, &now);
	if (!e)
		e = db_change(&was_q, ARGS(A_(secret_seal(a, "correction.was_id_no", c->uid,
							  wanted ? now : NULL)),
					   A_(c->id)));
	revoke_kept();
	if (!e)
		e = db_change(&person_q,
			      ARGS(A_(c->name), A_(c->id_type),
				   A_(secret_seal(a, "person.id_no", c->uid, wanted)),
				   A_(c->id_index), A_(c->birth_on), A_(c->sex), A_(c->person_id)));
	if (!e)
		e = volunteer_of_age(c->person_id, actor_today(&d->q->actor));
	if (!e)
		e = volunteer_raise(c->person_id);
	if (!e)
		e = outbox_person(c->person_id);
	return e ? e : audit(&d->q->actor, "person.correct", "person", c->person_id, c->no);
}

static enum err decide_tx(void *ctx)
{
	const struct deciding *d = ctx;
	struct rq *q = d->q;
	enum err e = db_change(&handled_q, ARGS(A_(q->staff), A_(clock_time(q->arena, q->now)),
						A_(d->reason), A_(d->c->id)));
	if (!e)
		e = move_to(&q->actor, &machine, d->verb, d->c->id, d->c->state);
	return e || !str_eq(d->verb, "accept") ? e : correct_person(d);
}

static enum err decide(struct rq *q, const char *verb, const char *reason)
{
	struct correction_row c;
	enum err e = correction_find(q, &c);
	if (e)
		return e;
	if (!str_eq(c.state, "open"))
		return ERR_STALE;
	if (!str_eq(verb, "cancel") && c.asked_by == q->staff) {
		form_error(q, NULL, "correct_second");
		return ERR_FORM;
	}
	e = db_tx(decide_tx, &(struct deciding){ q, &c, verb, reason });
	/* Somebody registered with the number meanwhile. */
	if (e == ERR_DUPLICATE) {
		form_error(q, NULL, "other_person");
		return ERR_FORM;
	}
	return e ? e : see(q, "/account/corrections/%s?done=correct_%s", c.no, verb);
}

enum err correction_accept(struct rq *q)
{
	return decide(q, "accept", NULL);
}

#define ANSWER_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(answer_in, ANSWER_IN);

enum err correction_decline(struct rq *q)
{
	struct answer_in in;
	return form_read(q, answer_in_fields, &in) ? decide(q, "decline", in.reason) : ERR_FORM;
}

enum err correction_cancel(struct rq *q)
{
	struct answer_in in;
	return form_read(q, answer_in_fields, &in) ? decide(q, "cancel", in.reason) : ERR_FORM;
}
