/* need_edit.c - a need is put right: what was, what became of it, and who did it stay readable. */
#include "clock.h"
#include "code.h"
#include "colleague.h"
#include "form.h"
#include "ledger.h"
#include "need.h"
#include "secret.h"

#define EDIT_IN(X, T) \
	X(T, NAME, name, 0, 60) \
	X(T, PHONE, phone, 0, 20) \
	X(T, STR, address, 0, 120) \
	X(T, CODE, sex, 0, 1) \
	X(T, STR, age_band, 0, 12) \
	X(T, CODE, category, 1, 4) \
	X(T, CODE, target_group, 0, 2) \
	X(T, STR, grid, 0, 30) \
	X(T, TEXT, description, 2, 1000) \
	X(T, STR, wished, 0, 60) \
	X(T, STR, frequency, 0, 30) \
	X(T, STR, risk, 0, 200) \
	X(T, CODE, owner, 0, 32) \
	X(T, DAY, reply_by, 1, 0)
FORM_DEFINE(edit_in, EDIT_IN);

#define NEED_COLS(X, T) \
	X(T, INT, id, "n.id") \
	X(T, BYTES, uid, "n.uid") \
	X(T, TEXT, state, "n.state") \
	X(T, TEXT, sex, "n.sex") \
	X(T, TEXT, age_band, "n.age_band") \
	X(T, TEXT, category, "n.category") \
	X(T, TEXT, target_group, "n.target_group") \
	X(T, TEXT, grid, "n.grid") \
	X(T, TEXT, description, "n.description") \
	X(T, TEXT, wished, "n.wished") \
	X(T, TEXT, frequency, "n.frequency") \
	X(T, TEXT, risk, "n.risk") \
	X(T, TEXT, owner, "LOWER(HEX(o.uid))") \
	X(T, TEXT, reply_by, "n.reply_by")
ROW_DEFINE(need_row, NEED_COLS);
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(NEED_COLS)
	"  FROM need n"
	"  LEFT JOIN staff o ON o.id = n.owner_id"
	" WHERE n.no = ?"
	"   AND n.station_id = ?");
static struct stmt edit_q = SQL(
	"UPDATE need"
	"   SET uid = ?, name_sealed = COALESCE(?, name_sealed),"
	"       phone_sealed = COALESCE(?, phone_sealed), phone_index = COALESCE(?, phone_index),"
	"       address_sealed = COALESCE(?, address_sealed), sex = ?, age_band = ?, category = ?,"
	"       target_group = ?, grid = ?, description = ?, wished = ?, frequency = ?, risk = ?,"
	"       owner_id = ?, reply_by = ?"
	" WHERE id = ?"
	"   AND state = ?");
static enum err need_here(struct rq *q, struct need_row *n)
{
	enum err e = row_one(&one_q, ARGS(A_(arg(q, 0)), A_(q->station)), need_row_cols, n);
	return e || !str_in(n->state, "done,merged") ? e : ERR(ERR_STALE, "a need that is over");
}

enum err ledger_edit(struct rq *q)
{
	struct need_row n;
	enum err e = need_here(q, &n);
	if (!e)
		e = put_need_codes(q);
	if (!e)
		e = put_colleagues(q);
	if (e)
		return e;
	put(q, "Need.no", arg(q, 0));
	const struct {
		const char *name, *value;
	} form[] = { { "Form.sex", n.sex },           { "Form.age_band", n.age_band },
		     { "Form.category", n.category }, { "Form.target_group", n.target_group },
		     { "Form.grid", n.grid },         { "Form.description", n.description },
		     { "Form.wished", n.wished },     { "Form.frequency", n.frequency },
		     { "Form.risk", n.risk },         { "Form.owner", n.owner },
		     { "Form.reply_by", n.reply_by } };
	for (size_t i = 0; !form_again(q) && i < sizeof(form) / sizeof(form[0]); i++)
		put(q, form[i].name, form[i].value);
	return page(q, "needs/need_edit.cs");
}

struct edit {
	struct rq *q;
	const struct edit_in *in;
	struct need_row n;
	int64_t owner;
};

static enum err need_save(void *ctx)
{
	const struct edit *d = ctx;
	const struct edit_in *in = d->in;
	struct arena *a = d->q->arena;
	struct bytes uid = d->n.uid.p ? d->n.uid : secret_uid(a);
	struct bytes name = secret_seal(a, "need.name", uid, in->name);
	struct bytes phone = secret_seal(a, "need.phone", uid, in->phone);
	struct bytes index = secret_index(a, "need.phone", in->phone);
	struct bytes address = secret_seal(a, "need.address", uid, in->address);
	enum err e = need_uncounted(d->n.id);
	if (!e)
		e = db_change(&edit_q,
			      ARGS(A_(uid), A_(name), A_(phone), A_(index), A_(address),
				   A_(str_or(in->sex, "0")), A_(in->age_band), A_(in->category),
				   A_(in->target_group), A_(str_or(in->grid, "")),
				   A_(in->description), A_(str_or(in->wished, "")),
				   A_(str_or(in->frequency, "")), A_(str_or(in->risk, "")),
				   A_(d->owner), A_(in->reply_by), A_(d->n.id), A_(d->n.state)));
	if (!e)
		e = need_counted(d->n.id);
	return e ? e : audit(&d->q->actor, "need.edit", "need", d->n.id, NULL);
}

enum err ledger_save(struct rq *q)
{
	struct edit_in in;
	struct edit d = { .q = q, .in = &in, .owner = DB_NONE };
	enum err e = need_here(q, &d.n);
	if (e)
		return e;
	if (!form_read(q, edit_in_fields, &in))
		return ERR_FORM;
	const struct {
		const char *field, *list, *value;
	} codes[] = { { "category", "service_category", in.category },
		      { "target_group", "recipient", in.target_group },
		      { "sex", "sex", in.sex },
		      { "age_band", "age_band", in.age_band } };
	for (size_t i = 0; !e && i < sizeof(codes) / sizeof(codes[0]); i++)
		e = code_check(q, codes[i].field, codes[i].list, codes[i].value);
	if (!e)
		e = colleague(q, "owner", in.owner, &d.owner);
	if (!e)
		e = form_ok(q) ? db_tx(need_save, &d) : ERR_FORM;
	return e ? e : see(q, "/needs/ledger/%s?done=need_saved", arg(q, 0));
}
