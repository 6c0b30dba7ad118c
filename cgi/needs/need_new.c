/* need_new.c - one need is entered at the desk. */
#include "code.h"
#include "ledger.h"

#define PURPOSE "needs.new"

static struct stmt known_q = SQL(
	"SELECT no"
	"  FROM need"
	" WHERE uid = ?"
	"   AND station_id = ?");

struct need_entry {
	struct rq *q;
	struct need_new n;
	const char *no;
};

enum err ledger_new(struct rq *q)
{
	enum err e = put_need_codes(q);
	if (!e && !form_again(q))
		put(q, "Form.household", query(q, "household"));
	form_key(q, PURPOSE);
	return e ? e : page(q, "needs/need_new.cs");
}

static enum err need_add(void *ctx)
{
	struct need_entry *n = ctx;
	return need_put(n->q, &n->n, &n->no);
}

enum err ledger_add(struct rq *q)
{
	struct need_in in;
	struct need_entry n = { .q = q };
	const char *fault;
	struct bytes uid = { 0 };
	enum err e = form_given(q, "key") ? form_key_uid(q, PURPOSE, &uid) : OK;
	if (e)
		return e;
	if (!form_read(q, need_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.source, NEED_SOURCES))
		form_error(q, "source", "unknown_code");
	e = code_check(q, "category", "service_category", in.category);
	if (!e)
		e = code_check(q, "target_group", "recipient", in.target_group);
	if (!e)
		e = code_check(q, "sex", "sex", in.sex);
	if (!e)
		e = code_check(q, "age_band", "age_band", in.age_band);
	if (!e)
		e = need_from(q, &in, &n.n, &fault);
	if (!e && fault)
		form_error(q, "household", fault);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	n.n.uid = uid;
	if (!e)
		e = db_tx(need_add, &n);
	/* A second click leads to the need that the first one made. */
	if (e == ERR_DUPLICATE)
		e = db_text(&known_q, ARGS(A_(uid), A_(q->station)), &n.no);
	return e ? e : see(q, "/needs/ledger/%s?done=need_added", n.no);
}
