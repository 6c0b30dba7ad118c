/* kin_step.c - the steps of 家人 that people take themselves: they ask, type the code of the
 * counter, agree, and end. */
#include "clock.h"
#include "config.h"
#include "kin.h"
#include "phone.h"
#include "secret.h"
#include "text.h"

enum { ASKS_A_DAY = 10, CODES_AN_HOUR = 10, HOUR = 3600, DAY = 86400 };

/* Families share a telephone: the name tells who of them. */
#define CALLED_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, TEXT, name, "p.name")
ROW_DEFINE(called_row, CALLED_COLS);
static struct stmt called_q = SQL(
	"SELECT " ROW_SELECT(CALLED_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id AND v.state IN ('active', 'paused')"
	" WHERE p.phone_index = ?"
	"   AND p.erased_at IS NULL"
	"   AND p.merged_into IS NULL"
	"   AND p.birth_on <= ? - INTERVAL ? YEAR"
	"   AND p.id <> ?"
	" LIMIT 10");
static struct stmt own_q = SQL(
	"UPDATE proxy"
	"   SET person_agreed_at = ?, way = 'own'"
	" WHERE id = ?"
	"   AND person_id = ?"
	"   AND person_agreed_at IS NULL"
	"   AND code_mac IS NULL"
	"   AND ended_at IS NULL");
static struct stmt proxy_q = SQL(
	"UPDATE proxy"
	"   SET proxy_agreed_at = ?"
	" WHERE id = ?"
	"   AND proxy_person_id = ?"
	"   AND proxy_agreed_at IS NULL"
	"   AND ended_at IS NULL");
#define CODED_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, INT, person_id, "x.person_id")
ROW_DEFINE(coded_row, CODED_COLS);
static struct stmt coded_q = SQL(
	"SELECT " ROW_SELECT(CODED_COLS)
	"  FROM proxy x"
	" WHERE x.code_mac = ?"
	"   AND x.code_until > ?"
	"   AND x.ended_at IS NULL"
	"   FOR UPDATE");
/* What was asked for before, and not answered, is what the code answers. */
static struct stmt asked_q = SQL(
	"SELECT id"
	"  FROM proxy"
	" WHERE person_id = ?"
	"   AND proxy_person_id = ?"
	"   AND ended_at IS NULL"
	"   AND (person_agreed_at IS NULL OR proxy_agreed_at IS NULL)"
	" LIMIT 100"
	"   FOR UPDATE");
static struct stmt take_q = SQL(
	"UPDATE proxy"
	"   SET proxy_person_id = ?, proxy_agreed_at = ?, relation = ?, code_mac = NULL"
	" WHERE id = ?"
	"   AND code_mac IS NOT NULL");

#define ASK_IN(X, T) \
	X(T, NAME, name, 1, 60) \
	X(T, PHONE, phone, 1, 0) \
	X(T, STR, relation, 1, 20)
FORM_DEFINE(ask_in, ASK_IN);

static const char *self_text(const struct rq *q)
{
	return arena_fmt(q->arena, "%lld", (long long)q->person);
}

/* A child acts for nobody. */
static enum err grown(struct rq *q)
{
	bool yes = false;
	enum err e = kin_grown(q, q->person, &yes);
	if (!e && !yes)
		form_error(q, NULL, "kin_young");
	return e ? e : yes ? OK : ERR_FORM;
}

static enum err grown_form(struct rq *q, const char *template)
{
	bool yes = false;
	enum err e = kin_grown(q, q->person, &yes);
	if (!e && !yes)
		put(q, "Young", "1");
	return e ? e : page(q, template);
}

enum err family_ask_form(struct rq *q)
{
	return grown_form(q, "account/family_ask.cs");
}

static enum err ask_store(void *ctx)
{
	return kin_add(ctx);
}

static enum err many(struct rq *q)
{
	form_error(q, NULL, "kin_most");
	return ERR_FORM;
}

/* The answer is the same whether or not such a person is here: nobody finds out by asking. */
enum err family_ask(struct rq *q)
{
	struct ask_in in;
	struct called_row *v = NULL;
	struct kin k = { .q = q, .proxy = q->person, .kind = "proxy", .proxy_agreed = true };
	size_t n = 0;
	if (!form_read(q, ask_in_fields, &in))
		return ERR_FORM;
	enum err e = grown(q);
	if (!e)
		e = throttle(q, "family_ask", self_text(q), ASKS_A_DAY, DAY);
	/* Before anybody is looked for: the limit is about whoever asks. */
	if (!e)
		e = kin_room(q, q->person);
	if (!e)
		e = row_all(&called_q,
			    ARGS(A_(secret_index(q->arena, "person.phone", in.phone)),
				 A_(clock_day(q->arena, q->now)), A_(cfg.guardian_age),
				 A_(q->person)),
			    called_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (!text_same_name(q->arena, v[i].name, in.name))
			continue;
		k.person = v[i].id;
		k.relation = in.relation;
		e = db_tx(ask_store, &k);
		break;
	}
	if (e == ERR_CHECK)
		return many(q);
	return e && e != ERR_DUPLICATE ? e : see(q, "/account/family?done=family_asked");
}

enum err family_code_form(struct rq *q)
{
	return grown_form(q, "account/family_code.cs");
}

#define CODE_IN(X, T) \
	X(T, STR, family_code, 8, 11) \
	X(T, STR, relation, 1, 20)
FORM_DEFINE(code_in, CODE_IN);

struct coding {
	struct rq *q;
	struct bytes index;
	const char *relation;
};

static enum err code_take_tx(void *ctx)
{
	const struct coding *c = ctx;
	struct rq *q = c->q;
	struct coded_row r;
	const char *now = clock_time(q->arena, q->now);
	enum err e = kin_room(q, q->person);
	if (!e)
		e = row_one(&coded_q, ARGS(A_(c->index), A_(now)), coded_row_cols, &r);
	if (!e && r.person_id == q->person)
		e = ERR_NOT_FOUND;
	if (!e)
		e = kin_end_all(q, &asked_q, ARGS(A_(r.person_id), A_(q->person)), "proxy");
	if (!e)
		e = db_change(&take_q, ARGS(A_(q->person), A_(now), A_(c->relation), A_(r.id)));
	return e ? e : audit(&q->actor, "family.code", "proxy", r.id, NULL);
}

enum err family_code(struct rq *q)
{
	struct code_in in;
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	enum err e = grown(q);
	if (!e)
		e = throttle(q, "family_code", self_text(q), CODES_AN_HOUR, HOUR);
	if (e)
		return e;
	struct coding c = { q, kin_code_mac(q->arena, in.family_code), in.relation };
	e = db_tx(code_take_tx, &c);
	if (e == ERR_CHECK)
		return many(q);
	if (e == ERR_NOT_FOUND || e == ERR_DUPLICATE) {
		form_error(q, "family_code", e == ERR_DUPLICATE ? "kin_already" : "kin_code");
		return ERR_FORM;
	}
	return e ? e : see(q, "/account/family?done=family_begun");
}

struct step {
	struct rq *q;
	struct kin_row k;
};

/* Whoever of the two has not said yes yet does. */
static enum err agree_tx(void *ctx)
{
	const struct step *s = ctx;
	struct rq *q = s->q;
	const char *now = clock_time(q->arena, q->now);
	bool theirs = s->k.person_id == q->person;
	enum err e = theirs && s->k.proxy_id != DB_NONE ? kin_room(q, s->k.proxy_id) : OK;
	if (!e)
		e = db_change(theirs ? &own_q : &proxy_q,
			      ARGS(A_(now), A_(s->k.id), A_(q->person)));
	return e ? e
		 : audit(&q->actor, "family.agree", "proxy", s->k.id, theirs ? "person" : "proxy");
}

enum err family_agree(struct rq *q)
{
	struct step s = { .q = q };
	enum err e = kin_read(q, arg(q, 0), q->person, &s.k);
	if (!e)
		e = db_tx(agree_tx, &s);
	if (e == ERR_CHECK) {
		form_error(q, NULL, "kin_most_of_them");
		return ERR_FORM;
	}
	return e ? e : see(q, "/account/family?done=family_begun");
}

static enum err end_tx(void *ctx)
{
	const struct step *s = ctx;
	return kin_end(s->q, s->k.id, s->k.person_id == s->q->person ? "person" : "proxy");
}

/* Either of the two, at once. A child does not dismiss their guardian: the station does. */
enum err family_end(struct rq *q)
{
	struct step s = { .q = q };
	enum err e = kin_read(q, arg(q, 0), q->person, &s.k);
	if (!e && s.k.holds && str_eq(s.k.kind, "guardian") && s.k.person_id == q->person)
		e = ERR_FORBIDDEN;
	if (!e)
		e = db_tx(end_tx, &s);
	return e ? e : see(q, "/account/family?done=family_ended");
}
