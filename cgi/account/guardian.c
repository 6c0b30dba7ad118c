/* guardian.c - who speaks for a minor 监护人: the station names another guardian, with the reason;
 * guardians see what the child signed up for and served, and take their word back or give it
 * again on the phone that acts for the child. Without that word nothing is signed up for. */
#include "check.h"
#include "clock.h"
#include "config.h"
#include "duty.h"
#include "enrol.h"
#include "person.h"
#include "revoke.h"
#include "states.h"
#include "tell.h"

/* The reason stands with whom it removes. */
static struct stmt reason_q = SQL(
	"UPDATE guardian"
	"   SET end_reason = ?"
	" WHERE person_id = ?"
	" ORDER BY id DESC"
	" LIMIT 1");
static struct stmt end_q = SQL(
	"UPDATE guardian"
	"   SET ended_at = ?"
	" WHERE person_id = ?"
	"   AND ended_at IS NULL");
static struct stmt proxy_q = SQL(
	"UPDATE proxy"
	"   SET ended_at = ?, ended_by = 'staff', code_mac = NULL"
	" WHERE person_id = ?"
	"   AND kind = 'guardian'"
	"   AND ended_at IS NULL");
static struct stmt withdraw_q = SQL(
	"UPDATE guardian"
	"   SET consent_at = NULL, withdrawn_at = ?"
	" WHERE id = ?"
	"   AND consent_at IS NOT NULL");
static struct stmt give_q = SQL(
	"UPDATE guardian"
	"   SET consent_at = ?"
	" WHERE id = ?"
	"   AND consent_at IS NULL");
static struct stmt word_q = SQL(
	"SELECT relation, consent_at, withdrawn_at"
	"  FROM guardian"
	" WHERE id = ?");
static struct stmt total_q = SQL(
	"SELECT COALESCE(MAX(t.minutes), 0) AS minutes, COALESCE(MAX(t.records), 0) AS records"
	"  FROM volunteer_total t"
	" WHERE t.person_id = ?");
static struct stmt applications_q = SQL(
	"SELECT j.no, j.title, o.title AS position, b.no AS shift_no, b.starts_at AS shift,"
	"       a.state, a.applied_at"
	"  FROM application a"
	"  JOIN position o ON o.id = a.position_id"
	"  JOIN project j ON j.id = a.project_id"
	"  LEFT JOIN activity b ON b.id = a.activity_id"
	" WHERE a.person_id = ?"
	" ORDER BY a.id DESC"
	" LIMIT 20");
static struct stmt duties_q = SQL(
	"SELECT b.no, b.title, b.place, b.starts_at, b.ends_at"
	"  FROM roster r"
	"  JOIN activity b ON b.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.state = 'on'"
	"   AND b.state IN ('published', 'running')"
	"   AND b.ends_at >= ?"
	" ORDER BY b.starts_at, b.id"
	" LIMIT 20");
static struct stmt records_q = SQL(
	"SELECT r.no, b.title, r.served_on, r.minutes, r.state"
	"  FROM service_record r"
	"  JOIN activity b ON b.id = r.activity_id"
	" WHERE r.person_id = ?"
	"   AND r.state IN " RECORD_COUNTS
	" ORDER BY r.id DESC"
	" LIMIT 20");

static bool minor(const struct rq *q, const struct held *h)
{
	return h->birth_on && age_on(h->birth_on, clock_day(q->arena, q->now)) < cfg.guardian_age;
}

#define NAMING_IN(X, T) \
	X(T, NAME, guardian_name, 1, 60) \
	X(T, PHONE, guardian_phone, 1, 0) \
	X(T, STR, guardian_relation, 1, 20) \
	X(T, STR, reason, 2, 200) \
	X(T, FLAG, guardian_agrees, 0, 1)
FORM_DEFINE(naming_in, NAMING_IN);

struct naming {
	struct rq *q;
	const struct held *h;
	const struct naming_in *in;
};

/* Whoever says yes to a child registers and records them, too. */
static enum err guardian_consents(struct rq *q, int64_t person)
{
	enum err e = consent_give(&q->actor, person, "registration", "guardian");
	return e ? e : consent_give(&q->actor, person, "record", "guardian");
}

/* Whoever acted for the child as the one before is out at the next request. */
static enum err naming_store(void *ctx)
{
	const struct naming *n = ctx;
	struct rq *q = n->q;
	int64_t rows, person = n->h->id;
	const char *now = clock_time(q->arena, q->now);
	bool yes = n->in->guardian_agrees != 0;
	revoke_kept();
	enum err e = db_affect(&reason_q, ARGS(A_(n->in->reason), A_(person)), &rows);
	if (!e)
		e = db_affect(&end_q, ARGS(A_(now), A_(person)), &rows);
	if (!e)
		e = db_affect(&proxy_q, ARGS(A_(now), A_(person)), &rows);
	if (!e)
		e = guardian_put(q, &(struct guardian_new){ .person = person,
							    .uid = n->h->uid,
							    .name = n->in->guardian_name,
							    .phone = n->in->guardian_phone,
							    .relation = n->in->guardian_relation,
							    .agreed = yes });
	if (!e && yes)
		e = guardian_consents(q, person);
	if (!e)
		e = volunteer_of_age(person, clock_day(q->arena, q->now));
	return e ? e
		 : audit(&q->actor, "volunteer.guardian_new", "person", person,
			 yes ? "agreed" : "asked");
}

enum err guardian_change(struct rq *q)
{
	struct naming_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, naming_in_fields, &in))
		return ERR_FORM;
	if (!minor(q, &h)) {
		form_error(q, NULL, "guardian_grown");
		return ERR_FORM;
	}
	e = db_tx(naming_store, &(struct naming){ q, &h, &in });
	return e ? e
		 : see(q, "/account/volunteers/%s?done=%s", h.no,
		       in.guardian_agrees ? "guardian" : "guardian_new");
}

/* The child looks, their guardian also says yes or no; grown-ups have no such page. */
static enum err guardian_of(struct rq *q, struct held *h)
{
	enum err e = held_by_person(q, q->person, h);
	return e || minor(q, h) ? e : ERR_NOT_FOUND;
}

enum err guardian_show(struct rq *q)
{
	struct held h;
	enum err e = guardian_of(q, &h);
	if (!e && h.guardian_id != DB_NONE)
		e = put_one(q, "Guarding", &word_q, ARGS(A_(h.guardian_id)));
	if (!e)
		e = put_one(q, "Total", &total_q, ARGS(A_(h.id)));
	if (!e)
		e = put_query(q, "Duties", &duties_q,
			      ARGS(A_(h.id), A_(clock_time(q->arena, q->now))));
	if (!e)
		e = put_query(q, "Applications", &applications_q, ARGS(A_(h.id)));
	if (!e)
		e = put_query(q, "Records", &records_q, ARGS(A_(h.id)));
	if (e)
		return e;
	put(q, "Held.name", h.name);
	if (q->who.guardian && h.guardian_id != DB_NONE)
		put(q, "Guarding.may", "1");
	return page(q, "account/guardian.cs");
}

#define SAYING_IN(X, T) X(T, WORD, answer, 1, 8)
FORM_DEFINE(saying_in, SAYING_IN);

struct saying {
	struct rq *q;
	const struct held *h;
	bool yes;
};

/* The child and the station hear that nothing more can be signed up for. */
static enum err withdrawn_tell(const struct saying *s, const char *now)
{
	struct telling t = { .event = "guardian_off",
			     .station = s->h->station_id,
			     .person = s->h->id,
			     .about = "guardian",
			     .target = s->h->guardian_id,
			     .key = now,
			     .name = s->h->no,
			     .path = "/account/me/guardian" };
	enum err e = tell(&s->q->actor, &t);
	t.path = arena_fmt(s->q->arena, "/account/volunteers/%s", s->h->no);
	return e ? e : tell_all(&s->q->actor, &t, TELL_STAFF, s->h->station_id);
}

static enum err saying_store(void *ctx)
{
	const struct saying *s = ctx;
	struct rq *q = s->q;
	const char *now = clock_time(q->arena, q->now);
	enum err e = db_change(s->yes ? &give_q : &withdraw_q,
			       ARGS(A_(now), A_(s->h->guardian_id)));
	if (!e && s->yes)
		e = guardian_consents(q, s->h->id);
	if (!e)
		e = volunteer_of_age(s->h->id, clock_day(q->arena, q->now));
	if (!e && !s->yes)
		e = duties_release(&q->actor, s->h->id, lang("account.guardian_took_back"));
	if (!e && !s->yes)
		e = withdrawn_tell(s, now);
	return e ? e
		 : audit(&q->actor, s->yes ? "family.allow" : "family.refuse", "person", s->h->id,
			 NULL);
}

enum err guardian_say(struct rq *q)
{
	struct saying_in in;
	struct held h;
	enum err e = guardian_of(q, &h);
	if (!e && !q->who.guardian)
		e = ERR_FORBIDDEN;
	if (!e && h.guardian_id == DB_NONE)
		e = ERR_STALE;
	if (e)
		return e;
	if (form_read(q, saying_in_fields, &in) && !str_in(in.answer, "yes,withdraw"))
		form_error(q, NULL, "choose");
	if (!form_ok(q))
		return ERR_FORM;
	bool yes = str_eq(in.answer, "yes");
	e = db_tx(saying_store, &(struct saying){ q, &h, yes });
	return e ? e : see(q, "/account/me/guardian?done=guardian_%s", yes ? "allows" : "withdrew");
}
