/* kin_child.c - guardians 监护人: they register a child from their own phone, say yes to a child who
 * typed their number, and act for them from then on. */
#include "check.h"
#include "clock.h"
#include "config.h"
#include "enrol.h"
#include "kin.h"
#include "outbox.h"
#include "person.h"
#include "phone_code.h"
#include "register_kept.h"
#include "secret.h"

enum { TRIES = 20, WINDOW = 3600 };

/* Children whose guardian has this name and telephone, and nobody acts for them by that yet. */
static struct stmt claims_q = SQL(
	"SELECT LOWER(HEX(p.uid)) AS uid, p.name, g.relation, g.consent_at IS NOT NULL AS agreed"
	"  FROM guardian g"
	"  JOIN person p ON p.id = g.person_id AND p.erased_at IS NULL AND p.merged_into IS NULL"
	"  LEFT JOIN proxy x ON x.person_id = p.id AND x.proxy_person_id = ? AND x.ended_at IS NULL"
	" WHERE g.phone_index = ?"
	"   AND g.name = ?"
	"   AND g.ended_at IS NULL"
	"   AND x.id IS NULL"
	"   AND p.id <> ?"
	"   AND p.birth_on > ? - INTERVAL ? YEAR"
	" ORDER BY g.id"
	" LIMIT 10");
#define CLAIM_COLS(X, T) \
	X(T, INT, id, "g.id") \
	X(T, INT, person_id, "p.id") \
	X(T, TEXT, relation, "g.relation") \
	X(T, TEXT, consent_at, "g.consent_at") \
	X(T, TEXT, state, "v.state")
ROW_DEFINE(claim_row, CLAIM_COLS);
static struct stmt claim_q = SQL(
	"SELECT " ROW_SELECT(CLAIM_COLS)
	"  FROM person p"
	"  JOIN guardian g ON g.person_id = p.id"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.uid = ?"
	"   AND g.phone_index = ?"
	"   AND g.name = ?"
	"   AND g.ended_at IS NULL"
	"   AND p.id <> ?"
	"   AND p.birth_on > ? - INTERVAL ? YEAR"
	" ORDER BY g.id DESC"
	" LIMIT 1"
	"   FOR UPDATE");
static struct stmt agree_q = SQL(
	"UPDATE guardian"
	"   SET consent_at = COALESCE(consent_at, ?)"
	" WHERE id = ?");
static struct stmt deny_q = SQL(
	"UPDATE guardian"
	"   SET ended_at = ?"
	" WHERE id = ?"
	"   AND consent_at IS NULL"
	"   AND ended_at IS NULL");
static struct stmt activate_q = SQL(
	"UPDATE volunteer"
	"   SET state = 'active'"
	" WHERE person_id = ?"
	"   AND state = 'pending_guardian'");

static struct bytes guardian_index(struct rq *q, const struct held *h)
{
	return secret_index(q->arena, "guardian.phone", str_or(h->phone_text, ""));
}

/* Only a grown-up, with a telephone, is anybody's guardian. Whoever a child named is who proved
 * that the telephone is theirs: name and number alone anybody can type. */
static bool guardian_may(const struct rq *q, const struct held *h)
{
	return h->phone_text && h->birth_on &&
	       age_on(h->birth_on, clock_day(q->arena, q->now)) >= cfg.guardian_age;
}

enum err put_claims(struct rq *q)
{
	struct held h;
	if (q->proxy)
		return OK;
	enum err e = held_by_person(q, q->person, &h);
	if (e || !guardian_may(q, &h))
		return e;
	if (!h.phone_proved) {
		put(q, "Prove", phone_codes() ? "1" : NULL);
		return OK;
	}
	return put_query(q, "Children", &claims_q,
			 ARGS(A_(q->person), A_(guardian_index(q, &h)), A_(h.name), A_(q->person),
			      A_(clock_day(q->arena, q->now)), A_(cfg.guardian_age)));
}

#define GUARD_IN(X, T) \
	X(T, CODE, child, 32, 32) \
	X(T, WORD, answer, 1, 3)
FORM_DEFINE(guard_in, GUARD_IN);

struct guarding {
	struct rq *q;
	const struct held *h;
	struct bytes child;
	bool yes;
};

/* Their yes stands where that of a member of staff who saw them would. */
static enum err guard_yes(const struct guarding *g, const struct claim_row *r)
{
	struct rq *q = g->q;
	int64_t rows = 0;
	bool waits = str_eq(r->state, "pending_guardian");
	enum err e = waits ? volunteer_counted(r->person_id, -1) : OK;
	if (!e && waits)
		e = db_affect(&activate_q, ARGS(A_(r->person_id)), &rows);
	if (!e && waits)
		e = volunteer_counted(r->person_id, 1);
	if (!e)
		e = db_change(&agree_q, ARGS(A_(clock_time(q->arena, q->now)), A_(r->id)));
	if (!e && waits)
		e = consent_give(&q->actor, r->person_id, "registration", "guardian");
	if (!e && waits)
		e = consent_give(&q->actor, r->person_id, "record", "guardian");
	struct kin k = { .q = q,
			 .person = r->person_id,
			 .proxy = q->person,
			 .kind = "guardian",
			 .relation = r->relation,
			 .way = "guardian",
			 .proxy_agreed = true };
	return e ? e : kin_add(&k);
}

static enum err guard_tx(void *ctx)
{
	const struct guarding *g = ctx;
	struct rq *q = g->q;
	struct claim_row r;
	enum err e = row_one(&claim_q,
			     ARGS(A_(g->child), A_(guardian_index(q, g->h)), A_(g->h->name),
				  A_(q->person), A_(clock_day(q->arena, q->now)),
				  A_(cfg.guardian_age)),
			     claim_row_cols, &r);
	/* Once they said yes, or the station heard them say it, another guardian is the station's
	 * to name: the child would be left with none. */
	if (!e && !g->yes && r.consent_at)
		e = ERR(ERR_CHECK, "a guardian who has agreed");
	if (!e)
		e = g->yes ? guard_yes(g, &r)
			   : db_change(&deny_q, ARGS(A_(clock_time(q->arena, q->now)), A_(r.id)));
	return e ? e
		 : audit(&q->actor, g->yes ? "family.guard" : "family.guard_no", "person",
			 r.person_id, NULL);
}

/* Their own page, with what they can do instead. */
static enum err guard_no(struct rq *q, const char *word)
{
	form_error(q, NULL, word);
	return ERR_FORM;
}

enum err family_guard(struct rq *q)
{
	struct guard_in in;
	struct held h;
	uint8_t raw[16];
	if (!form_read(q, guard_in_fields, &in))
		return ERR_FORM;
	bool yes = str_eq(in.answer, "yes"), child = hex_decode(in.child, raw, sizeof(raw));
	if (!yes && !str_eq(in.answer, "no"))
		return guard_no(q, "choose");
	enum err e = held_by_person(q, q->person, &h);
	if (e)
		return e;
	if (!guardian_may(q, &h))
		return guard_no(q, "kin_guardian");
	if (!h.phone_proved)
		return guard_no(q, "kin_prove");
	struct guarding g = { q, &h, BYTES(raw), yes };
	e = child ? db_tx(guard_tx, &g) : ERR_NOT_FOUND;
	if (e == ERR_CHECK || e == ERR_NOT_FOUND || e == ERR_DUPLICATE)
		return guard_no(q, e == ERR_NOT_FOUND   ? "kin_claim"
				   : e == ERR_DUPLICATE ? "kin_already"
				   : yes                ? "kin_most"
							: "kin_agreed");
	return e ? e : see(q, "/account/family?done=%s", g.yes ? "family_begun" : "family_denied");
}

enum err family_child_form(struct rq *q)
{
	enum err e = OK;
	put(q, "Child", "1");
	if (!form_again(q)) {
		put(q, "Form.id_type", "01");
		e = register_kept_child_load(q);
	}
	put_int(q, "GuardianAge", cfg.guardian_age);
	if (!e)
		e = put_choices(q);
	if (!e)
		e = put_homes(q);
	return e ? e : page(q, "account/register.cs");
}

static enum err child_kin(struct enrol *n)
{
	struct kin k = { .q = n->q,
			 .person = n->person_id,
			 .proxy = n->guardian->id,
			 .kind = "guardian",
			 .relation = n->in.guardian_relation,
			 .way = "guardian",
			 .proxy_agreed = true };
	enum err e = kin_add(&k);
	return e ? e : register_kept_child_drop(n->q);
}

/* A child needs no WeChat and no telephone of their own: the guardian's is asked. */
enum err family_child(struct rq *q)
{
	struct held h;
	struct enrol n;
	enum err e = held_by_person(q, q->person, &h);
	if (!e && !guardian_may(q, &h)) {
		form_error(q, NULL, "kin_guardian");
		return ERR_FORM;
	}
	if (!e)
		e = enrol_read_child(q, &n, &h, child_kin);
	if (!e)
		e = throttle(q, "register_child", arena_fmt(q->arena, "%lld", (long long)q->person),
			     TRIES, WINDOW);
	int64_t station = q->station;
	if (!e)
		e = enrol_write(&n);
	q->station = station;
	if (e == ERR_CHECK) {
		form_error(q, NULL, "kin_most");
		return ERR_FORM;
	}
	if (!e && n.result == ENROL_TAKEN) {
		form_error(q, "id_no", "kin_known");
		return ERR_FORM;
	}
	return e ? e : see(q, "/account/family?done=family_child");
}
