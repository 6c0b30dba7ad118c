/* contact.c - who asks and how they are reached: masked, or whole after a look; the answer that
 * they got; two needs that are one. */
#include "clock.h"
#include "form.h"
#include "history.h"
#include "ledger.h"
#include "need.h"

#define PURPOSE_IN(X, T) X(T, STR, purpose, 2, 120)
FORM_DEFINE(purpose_in, PURPOSE_IN);
#define ANSWER_IN(X, T) X(T, WORD, answer_how, 1, 8) X(T, STR, answer, 2, 500)
FORM_DEFINE(answer_in, ANSWER_IN);
#define MERGE_IN(X, T) X(T, NO, into, 1, 24)
FORM_DEFINE(merge_in, MERGE_IN);
#define MANY_IN(X, T) X(T, LIST, needs, 1, 50) X(T, STR, note, 0, 200)
FORM_DEFINE(many_in, MANY_IN);

#define CONTACT_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, TEXT, state, "state") \
	X(T, BYTES, uid, "uid") \
	X(T, BYTES, name, "name_sealed") \
	X(T, BYTES, phone, "phone_sealed") \
	X(T, BYTES, address, "address_sealed")
ROW_DEFINE(contact_row, CONTACT_COLS);
static struct stmt contact_q = SQL(
	"SELECT " ROW_SELECT(CONTACT_COLS)
	"  FROM need"
	" WHERE id = ?");
static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(CONTACT_COLS)
	"  FROM need"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt answer_q = SQL(
	"UPDATE need"
	"   SET answer = ?, answer_how = ?, answered_on = ?, answered_by = ?"
	" WHERE id = ?"
	"   AND state <> 'merged'");
static struct stmt into_q = SQL(
	"UPDATE need"
	"   SET merged_into = ?"
	" WHERE id = ?");
static struct stmt doubles_q = SQL(
	"SELECT o.no, o.description, o.state, DATE(o.registered_at) AS day"
	"  FROM ((SELECT b.id FROM need n JOIN need b ON b.phone_index = n.phone_index"
	"       WHERE n.id = ? AND b.station_id = n.station_id AND b.id <> n.id"
	"       ORDER BY b.id DESC LIMIT 10) UNION"
	"       (SELECT b.id FROM need n JOIN need b ON b.household_id = n.household_id"
	"       WHERE n.id = ? AND b.category = n.category AND b.id <> n.id ORDER BY b.id DESC"
	"       LIMIT 10)) f"
	"  JOIN need o ON o.id = f.id"
	" WHERE o.state IN ('to_verify', 'verified', 'in_project')"
	" ORDER BY o.id DESC"
	" LIMIT 5");

enum { CONTACTS = 3 };

static void contact_private(const struct contact_row *c, struct private v[CONTACTS])
{
	v[0] = (struct private){ "need.name", "Need.name", c->name, mask_name };
	v[1] = (struct private){ "need.phone", "Need.phone", c->phone, mask_phone };
	v[2] = (struct private){ "need.address", "Need.address", c->address, mask_address };
}

enum err put_contact(struct rq *q, int64_t id, bool whole)
{
	struct contact_row c;
	struct private v[CONTACTS];
	enum err e = row_one(&contact_q, ARGS(A_(id)), contact_row_cols, &c);
	if (e)
		return e;
	contact_private(&c, v);
	return put_private(q, c.uid, v, CONTACTS, whole);
}

enum err contact_look(struct rq *q)
{
	struct contact_row c;
	struct purpose_in in;
	struct private v[CONTACTS];
	enum err e = row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), contact_row_cols, &c);
	if (e)
		return e;
	if (!form_read(q, purpose_in_fields, &in))
		return ERR_FORM;
	contact_private(&c, v);
	return look_private(q, v, CONTACTS, "need.unmask", "need", c.id, in.purpose);
}

enum err put_history(struct rq *q, int64_t id)
{
	enum err e = history_put(q, "need", id);
	return e ? e : put_query(q, "Doubles", &doubles_q, ARGS(A_(id), A_(id)));
}

/* Among those that are due it is counted until now. */
enum err need_answer(struct rq *q, int64_t id, const char *how, const char *answer)
{
	enum err e = need_uncounted(id);
	if (!e)
		e = db_change(&answer_q, ARGS(A_(answer), A_(how), A_(actor_today(&q->actor)),
					      A_(q->staff), A_(id)));
	if (!e)
		e = need_counted(id);
	return e ? e : audit(&q->actor, "need.answer", "need", id, NULL);
}

struct answering {
	struct rq *q;
	int64_t id;
	const char *how, *answer;
};

static enum err answer_put(void *ctx)
{
	const struct answering *a = ctx;
	return need_answer(a->q, a->id, a->how, a->answer);
}

/* What they were told, and how; a later answer stands in the place of an earlier one. */
enum err ledger_answer(struct rq *q)
{
	struct contact_row c;
	struct answer_in in;
	enum err e = row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), contact_row_cols, &c);
	if (e)
		return e;
	if (!form_read(q, answer_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.answer_how, NEED_ANSWERS)) {
		form_error(q, "answer_how", "unknown_code");
		return ERR_FORM;
	}
	e = db_tx(answer_put, &(struct answering){ q, c.id, in.answer_how, in.answer });
	return e ? e : see(q, "/needs/ledger/%s?done=need_answered", arg(q, 0));
}

struct merging {
	struct rq *q;
	struct contact_row gone, kept;
};

static enum err need_merge(void *ctx)
{
	const struct merging *m = ctx;
	enum err e = db_change(&into_q, ARGS(A_(m->kept.id), A_(m->gone.id)));
	return e ? e : need_move(&m->q->actor, "merge", m->gone.id, m->gone.state, NULL);
}

enum err ledger_merge(struct rq *q)
{
	struct merging m = { .q = q };
	struct merge_in in;
	enum err e = row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), contact_row_cols,
			     &m.gone);
	if (e)
		return e;
	if (!form_read(q, merge_in_fields, &in))
		return ERR_FORM;
	e = row_one(&here_q, ARGS(A_(in.into), A_(q->station)), contact_row_cols, &m.kept);
	if (e == ERR_NOT_FOUND ||
	    (!e &&
	     (m.kept.id == m.gone.id || !str_in(m.kept.state, "to_verify,verified,in_project")))) {
		form_error(q, "into", "merge_into");
		return ERR_FORM;
	}
	if (!e)
		e = db_tx(need_merge, &m);
	return e ? e : see(q, "/needs/ledger/%s?done=need_merged", in.into);
}

struct many {
	struct rq *q;
	const struct many_in *in;
};

/* All or none: somebody else's decision on one of them undoes the whole click. */
static enum err needs_verify(void *ctx)
{
	const struct many *m = ctx;
	struct contact_row c;
	enum err e = OK;
	for (size_t i = 0; !e && i < m->in->needs.n; i++) {
		e = row_one(&here_q, ARGS(A_(m->in->needs.v[i]), A_(m->q->station)),
			    contact_row_cols, &c);
		if (!e)
			e = need_move(&m->q->actor, "verify", c.id, c.state, m->in->note);
	}
	return e;
}

enum err ledger_verify_many(struct rq *q)
{
	struct many_in in;
	if (!form_read(q, many_in_fields, &in))
		return ERR_FORM;
	enum err e = db_tx(needs_verify, &(struct many){ q, &in });
	/* To the list, as it was filtered. */
	const char *filter = str_or(page_query(q), "state=to_verify");
	return e ? e : see(q, "/needs/ledger?%s&done=needs_verified", filter);
}
