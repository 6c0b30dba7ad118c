/* give.c - saved time goes to a relative whose kinship is proved, or to the pool of the station. */
#include "bank.h"

#include "audit.h"
#include "form.h"

#define GIVE_IN(X, T) \
	X(T, CODE, to, 32, 32) \
	X(T, INT, minutes, 1, 90000) \
	X(T, FLAG, confirm, 1, 1)
FORM_DEFINE(give_in, GIVE_IN);
#define DONATE_IN(X, T) \
	X(T, INT, donated, 1, 90000) \
	X(T, FLAG, confirm_donated, 1, 1)
FORM_DEFINE(donate_in, DONATE_IN);

static struct stmt kin_q = SQL(
	"SELECT LOWER(HEX(p.uid)) AS code, p.name"
	"  FROM (SELECT k.kin_id AS id FROM timebank_kin k WHERE k.person_id = ?"
	"       AND k.ended_at IS NULL UNION SELECT k.person_id FROM timebank_kin k"
	"       WHERE k.kin_id = ? AND k.ended_at IS NULL"
	"       UNION SELECT x.person_id FROM proxy x WHERE x.proxy_person_id = ?"
	"       AND x.kind = 'guardian' AND x.ended_at IS NULL AND x.person_agreed_at IS NOT NULL"
	"       AND x.proxy_agreed_at IS NOT NULL) w"
	"  JOIN person p ON p.id = w.id"
	" WHERE p.erased_at IS NULL"
	"   AND p.merged_into IS NULL"
	" LIMIT 20");
static struct stmt person_q = SQL(
	"SELECT id"
	"  FROM person"
	" WHERE uid = UNHEX(?)");

enum err give_ask(struct rq *q)
{
	struct bank_account a;
	struct bank_rule rule;
	int64_t me = q->person;
	enum err e = bank_account_of(me, &a);
	if (!e)
		e = bank_rule(a.station, &rule);
	if (!e)
		e = put_query(q, "Kin", &kin_q, ARGS(A_(me), A_(me), A_(me)));
	if (e)
		return e;
	form_key(q, "bank-give");
	put_balance(q, &a);
	put_int(q, "Can.kin", rule.on && rule.kin ? 1 : DB_NONE);
	put_int(q, "Can.donate", rule.on ? 1 : DB_NONE);
	return page(q, "bank/give.cs");
}

struct giving {
	struct rq *q;
	struct bank_account a;
	int64_t person; /* 0: the pool */
	struct bank_move m;
};

/* Who they are is asked once more with both accounts in hand: somebody may have been erased. */
static enum err given(void *ctx)
{
	struct giving *g = ctx;
	struct rq *q = g->q;
	const char *bar = NULL;
	enum err e = g->person ? bank_account_open(&q->actor, g->person, g->a.station, &g->m.to)
			       : bank_station(g->a.station, "pool", &g->m.to);
	if (!e)
		e = bank_transfer(&q->actor, &g->m);
	if (!e && g->person)
		e = bank_kin_bar(&q->actor, q->person, g->person, &bar);
	if (!e && bar)
		e = ERR(ERR_STALE, "gift: %s", bar);
	if (!e)
		e = bank_repay(&q->actor, g->m.to);
	return e ? e : audit(&q->actor, "timebank.give", "timebank_account", g->a.id, g->m.kind);
}

static enum err give_move(struct rq *q, struct giving *g, int64_t minutes, const char *field)
{
	g->q = q;
	g->m.from = g->a.id;
	g->m.minutes = minutes;
	g->m.kind = g->person ? "give" : "donate";
	g->m.station = g->a.station;
	enum err e = form_key_uid(q, "bank-give", &g->m.uid);
	if (!e)
		e = db_tx(given, g);
	if (e == ERR_DUPLICATE) /* sent twice: it is given */
		return err_clear(), see(q, "/bank/?done=given");
	e = bank_says(q, e, field);
	return e ? e : see(q, "/bank/?done=given");
}

enum err give_store(struct rq *q)
{
	struct give_in in;
	struct giving g = { 0 };
	struct bank_rule rule;
	const char *bar = NULL;
	enum err e = bank_account_of(q->person, &g.a);
	if (!e)
		e = bank_rule(g.a.station, &rule);
	if (!e && !form_read(q, give_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = db_int(&person_q, ARGS(A_(in.to)), &g.person);
	if (e == ERR_NOT_FOUND)
		bar = "no_kin";
	else if (!e)
		e = bank_kin_bar(&q->actor, q->person, g.person, &bar);
	if (!e && (!rule.on || !rule.kin))
		bar = "off";
	if (bar) {
		err_clear();
		form_error(q, "to", arena_fmt(q->arena, "bank_%s", bar));
		return ERR_FORM;
	}
	return e ? e : give_move(q, &g, in.minutes, "minutes");
}

enum err donate_store(struct rq *q)
{
	struct donate_in in;
	struct giving g = { 0 };
	struct bank_rule rule;
	enum err e = bank_account_of(q->person, &g.a);
	if (!e)
		e = bank_rule(g.a.station, &rule);
	if (!e && !form_read(q, donate_in_fields, &in))
		e = ERR_FORM;
	if (!e && !rule.on) {
		form_error(q, "donated", "bank_off");
		e = ERR_FORM;
	}
	return e ? e : give_move(q, &g, in.donated, "donated");
}
