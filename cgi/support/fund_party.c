/* fund_party.c - whom an entry names: somebody registered, by their number; their name in public
 * while they agree; and off the ledger when whoever it is asks for that. */
#include "form.h"
#include "fund.h"
#include "typed_no.h"

#define PUBLIC_IN(X, T) X(T, FLAG, party_public, 0, 1)
FORM_DEFINE(public_in, PUBLIC_IN);
#define FORGET_IN(X, T) X(T, FLAG, confirm, 1, 1)
FORM_DEFINE(forget_in, FORGET_IN);

static struct stmt public_q = SQL(
	"UPDATE fund_entry"
	"   SET party_public = ?"
	" WHERE id = ?"
	"   AND direction = 'in'"
	"   AND party <> ''"
	"   AND party_public <> ?");
/* What waits for a second person keeps its name: it decides who may be that. */
static struct stmt forget_q = SQL(
	"UPDATE fund_entry"
	"   SET party = '', party_public = 0, person_id = NULL"
	" WHERE id = ?"
	"   AND party <> ''"
	"   AND state <> 'entered'");
/* An entry and what takes it back say the same name. */
static struct stmt pair_q = SQL(
	"UPDATE fund_entry"
	"   SET party = '', party_public = 0, person_id = NULL"
	" WHERE counter_of = ?"
	"    OR id = ?");

enum err fund_party(struct rq *q, const char *typed, int64_t *person, const char **party)
{
	struct typed_no who = { .ours = false };
	*person = DB_NONE;
	if (!typed)
		return OK;
	enum err e = typed_no(q, typed, &who);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (e || !who.ours) {
		err_clear();
		form_error(q, "volunteer_no", "not_ours");
		return OK;
	}
	*person = who.person;
	*party = who.name;
	return OK;
}

enum err fund_public(struct rq *q)
{
	struct public_in in;
	struct fund_row f;
	enum err e = fund_here(q, &f);
	if (e)
		return e;
	if (!form_read(q, public_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &public_q, ARGS(A_(in.party_public), A_(f.id), A_(in.party_public)),
		    "fund_entry.public", "fund_entry", &f.id);
	return e ? e : see(q, "/support/funds/%s?done=fund_public", arg(q, 0));
}

struct forgetting {
	const struct actor *by;
	const struct fund_row *f;
};

static enum err party_forget(void *ctx)
{
	const struct forgetting *g = ctx;
	int64_t rows, other = g->f->counter_of == DB_NONE ? 0 : g->f->counter_of;
	enum err e = db_change(&forget_q, ARGS(A_(g->f->id)));
	if (!e)
		e = db_affect(&pair_q, ARGS(A_(g->f->id), A_(other)), &rows);
	return e ? e : audit(g->by, "fund_entry.forget", "fund_entry", g->f->id, NULL);
}

enum err fund_forget(struct rq *q)
{
	struct forget_in in;
	struct fund_row f;
	enum err e = fund_here(q, &f);
	if (e)
		return e;
	if (!form_read(q, forget_in_fields, &in))
		return ERR_FORM;
	e = db_tx(party_forget, &(struct forgetting){ &q->actor, &f });
	return e ? e : see(q, "/support/funds/%s?done=fund_forget", arg(q, 0));
}
