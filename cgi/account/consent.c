/* consent.c - consents, one for each purpose; given, withdrawn, never deleted. */
#include "account.h"
#include "outbox.h"

const char *const consent_words[] = { "registration", "record", "platform", "public_name",
				      "location",     "school", NULL };

/* Somebody's newest consent to each purpose tells whether it holds. */
static struct stmt list_q = SQL(
	"SELECT c.purpose, c.version, c.given_at, c.given_by, c.withdrawn_at"
	"  FROM consent c"
	"  LEFT JOIN consent newer ON newer.person_id = c.person_id AND newer.purpose = c.purpose"
	"       AND newer.id > c.id"
	" WHERE c.person_id = ?"
	"   AND newer.id IS NULL"
	" ORDER BY FIELD(c.purpose, 'school', 'location', 'public_name', 'platform', 'record',"
	"       'registration') DESC, c.purpose"
	" LIMIT 20");

bool consent_needed(const char *purpose)
{
	return str_in(purpose, "registration,record");
}

/* Every purpose stands on the page, also one that was never asked for; but leaving with one's
 * records is asked for where it is done, and stands here once it was agreed to. */
enum err put_consents(struct rq *q, int64_t person_id)
{
	struct node *list = put_list(q, "Consents");
	enum err e = node_query(list, &list_q, ARGS(A_(person_id)));
	if (e)
		return e;
	for (const char *const *w = consent_words; *w; w++) {
		struct node *n = node_first(list);
		while (n && !str_eq(node_get(n, "purpose"), *w))
			n = node_next(n);
		if (!n)
			node_set(node_item(list), "purpose", *w);
		else if (consent_needed(*w))
			node_int(n, "needed", 1);
	}
	for (struct node *n = node_first(list); n; n = node_next(n))
		if (node_get(n, "given_at") && !node_get(n, "withdrawn_at"))
			node_int(n, "live", 1);
	return OK;
}

enum err consent_show(struct rq *q)
{
	enum err e = put_consents(q, q->person);
	return e ? e : page(q, "account/consent.cs");
}

#define CONSENT_IN(X, T) \
	X(T, WORD, purpose, 1, 32) \
	X(T, WORD, action, 1, 10)
FORM_DEFINE(consent_in, CONSENT_IN);

struct consent_change {
	struct rq *q;
	const struct consent_in *in;
};

static enum err consent_change(void *ctx)
{
	const struct consent_change *c = ctx;
	int64_t person = c->q->person, rows = 1;
	bool give = str_eq(c->in->action, "give");
	enum err e = give ? consent_give(&c->q->actor, person, c->in->purpose,
					 c->q->proxy ? "guardian" : "self")
			  : consent_withdraw(&c->q->actor, person, c->in->purpose, &rows);
	if (e || !rows)
		return e;
	/* What may be told about a person follows their word at once. */
	if (str_eq(c->in->purpose, "platform"))
		e = give ? outbox_person(person) : outbox_consent_withdrawn(person);
	if (e)
		return e;
	return audit(&c->q->actor, give ? "consent.give" : "consent.withdraw", "person", person,
		     c->in->purpose);
}

enum err me_consent(struct rq *q)
{
	struct consent_in in;
	if (!form_read(q, consent_in_fields, &in))
		return ERR_FORM;
	bool known = str_eq(in.purpose, "transfer");
	for (const char *const *w = consent_words; *w; w++)
		known = known || str_eq(*w, in.purpose);
	if (!known || !str_in(in.action, "give,withdraw"))
		form_error(q, "purpose", "word");
	else if (str_eq(in.action, "withdraw") && consent_needed(in.purpose))
		form_error(q, NULL, "consent_needed");
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = db_tx(consent_change, &(struct consent_change){ q, &in });
	return e ? e
		 : see(q, "/account/me/consent?done=%s",
		       str_eq(in.action, "give") ? "consent_given" : "consent_withdrawn");
}
