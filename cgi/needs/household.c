/* household.c - files of households 服务对象档案: the list by who has waited longest for a visit, one
 * file, its sealed values whole after a look, its end. */
#include "history.h"
#include "household.h"

#include "clock.h"
#include "code.h"
#include "form.h"
#include "list.h"
#include "notes.h"
#include "phone.h"
#include "secret.h"
#include "text.h"

#define HOMES_COLS(C) \
	C(TEXT, no, "h.no", "") \
	C(TEXT, name, "NULL", "") \
	C(TEXT, grid, "h.grid", "") \
	C(CODE, kind, "h.household_kind", "household_kind") \
	C(CODE, groups, "h.target_groups", "recipient") \
	C(INT, members, "h.members", "") \
	C(DAY, waits_since, "h.waits_since", "") \
	C(INT, waits, "DATEDIFF(CURDATE(), h.waits_since)", "") \
	C(DAY, next_on, "h.next_on", "") \
	C(WORD, state, "h.state", "State.household") \
	C(TEXT, _uid, "h.uid", "") \
	C(TEXT, _name, "h.name_sealed", "")
#define HOMES_TABLE "household h"
#define HOMES_JOINS ""
#define HOMES_WHERE "h.station_id = ?"
#define HOMES_FILTERS(F) \
	F(WORD, state, "h.state = ?") \
	F(WORD, household_kind, "h.household_kind = ?") \
	F(WORD, group, "FIND_IN_SET(?, h.target_groups)") \
	F(DAY, before, "h.waits_since <= ?") \
	F(FIND, q, "CONCAT_WS(' ', h.no, h.grid) LIKE ?")
#define HOMES_WAYS(S, L) \
	S(L, waits, any, "h.waits_since", "household_waits") \
	S(L, waits, state, "h.waits_since", "household_waits_of") \
	S(L, waits, before, "h.waits_since", "household_waits") \
	S(L, entered, any, "h.id", "household_recent") \
	S(L, entered, state, "h.id", "household_station")
#define HOMES_ID "h.id"
LIST_DEFINE(HOMES);

#define FIND_IN(X, T) X(T, NAME, name, 0, 60) X(T, PHONE, phone, 0, 20)
FORM_DEFINE(find_in, FIND_IN);
#define PURPOSE_IN(X, T) X(T, STR, purpose, 2, 120)
FORM_DEFINE(purpose_in, PURPOSE_IN);
#define CLOSE_IN(X, T) X(T, STR, close_reason, 2, 200)
FORM_DEFINE(close_in, CLOSE_IN);

static struct stmt show_q = SQL(
	"SELECT h.no, h.grid, h.household_kind, k.name AS kind_name, h.target_groups, h.members,"
	"       h.version, h.waits_since, DATEDIFF(CURDATE(), h.waits_since) AS waits, h.next_on,"
	"       h.consent_at, h.state, h.close_reason, h.created_at, f.name AS created_by"
	"  FROM household h"
	"  LEFT JOIN staff f ON f.id = h.created_by"
	"  LEFT JOIN code_item k ON k.list = 'household_kind' AND k.code = h.household_kind"
	" WHERE h.id = ?");
static struct stmt visits_q = SQL(
	"SELECT LOWER(HEX(v.uid)) AS uid, v.visited_at, v.mode, v.result, v.note, v.next_on,"
	"       v.facts, v.offline, f.name AS visitor"
	"  FROM visit v"
	"  JOIN staff f ON f.id = v.visitor_id"
	" WHERE v.household_id = ?"
	" ORDER BY v.visited_at DESC, v.id DESC"
	" LIMIT 20");
static struct stmt needs_q = SQL(
	"SELECT n.no, n.description, n.state, DATE(n.registered_at) AS day, c.name AS category"
	"  FROM need n"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	" WHERE n.household_id = ?"
	" ORDER BY n.id DESC"
	" LIMIT 20");
static struct stmt found_q = SQL(
	"SELECT h.no, h.grid, h.state, h.waits_since, h.uid AS _uid, h.name_sealed AS _name"
	"  FROM ((SELECT id FROM household WHERE station_id = ? AND name_index = ? LIMIT 20)"
	"       UNION (SELECT id FROM household WHERE station_id = ? AND phone_index = ?"
	"       LIMIT 20)) f"
	"  JOIN household h ON h.id = f.id"
	" ORDER BY h.id"
	" LIMIT 20");
static struct stmt close_q = SQL(
	"UPDATE household"
	"   SET state = 'closed', close_reason = ?, next_on = NULL"
	" WHERE id = ?"
	"   AND state = 'active'");
static struct stmt reopen_q = SQL(
	"UPDATE household"
	"   SET state = 'active', close_reason = NULL"
	" WHERE id = ?"
	"   AND state = 'closed'");

static enum err home_row(struct rq *q, struct node *n, const struct row *r)
{
	return row_masked(q, n, r, "household.name");
}

enum err household_list(struct rq *q)
{
	static const struct list homes = LIST(HOMES, "Homes", "needs.Homes", .row = home_row,
					      .oldest = true);
	enum err e = put_codes(q, "Kind", "household_kind");
	if (!e)
		e = put_codes(q, "Recipient", "recipient");
	return e ? e : list_page(q, &homes, ARGS(A_(q->station)), "needs/households.cs");
}

static enum err found_put(void *ctx, const struct row *r)
{
	struct rq *q = ctx;
	struct node *n = node_item(put_list(q, "Found"));
	const char *name;
	enum err e = secret_unseal(
		q->arena, "household.name",
		(struct bytes){ (const unsigned char *)r->cells[4].text, r->cells[4].n },
		(struct bytes){ (const unsigned char *)r->cells[5].text, r->cells[5].n }, &name);
	if (e)
		return e;
	node_set(n, "no", r->cells[0].text);
	node_set(n, "name", mask_name(q->arena, name));
	node_set(n, "grid", r->cells[1].text);
	node_set(n, "state", r->cells[2].text);
	node_set(n, "waits_since", r->cells[3].text);
	return OK;
}

/* By name or telephone, which are posted so that they stand in no address. */
enum err household_find(struct rq *q)
{
	struct find_in in;
	if (!form_read(q, find_in_fields, &in))
		return ERR_FORM;
	if (!in.name && !in.phone) {
		form_error(q, "name", "name_or_phone");
		return ERR_FORM;
	}
	enum err e = db_each(
		&found_q,
		ARGS(A_(q->station), A_(secret_index(q->arena, "household.name", in.name)),
		     A_(q->station), A_(secret_index(q->arena, "household.phone", in.phone))),
		found_put, q);
	return e ? e : page(q, "needs/household_found.cs");
}

static enum err household_put(struct rq *q, const struct household *h, bool whole)
{
	struct private v[HOUSEHOLD_PRIVATE];
	enum err e = code_load();
	if (!e)
		e = put_one(q, "Household", &show_q, ARGS(A_(h->id)));
	if (e)
		return e;
	put(q, "Household.groups",
	    code_names(q->arena, "recipient", str_or(got(q, "Household.target_groups"), "")));
	household_private(h, v);
	e = put_private(q, h->uid, v, HOUSEHOLD_PRIVATE, whole);
	if (!e)
		e = put_people(q, h, whole);
	if (!e)
		e = put_query(q, "Visits", &visits_q, ARGS(A_(h->id)));
	if (!e)
		e = put_query(q, "Needs", &needs_q, ARGS(A_(h->id)));
	if (!e)
		e = put_notes(q, "household", h->id, h->no);
	if (!e)
		e = history_put(q, "household", h->id);
	return e ? e : page(q, "needs/household.cs");
}

enum err household_show(struct rq *q)
{
	struct household h;
	enum err e = household_here(q, arg(q, 0), &h);
	if (!e)
		e = put_codes(q, "Recipient", "recipient");
	if (!e)
		e = put_codes(q, "Sex", "sex");
	return e ? e : household_put(q, &h, false);
}

enum err household_unmask(struct rq *q)
{
	struct household h;
	struct purpose_in in;
	struct private v[HOUSEHOLD_PRIVATE + 1];
	enum err e = household_here(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, purpose_in_fields, &in))
		return ERR_FORM;
	household_private(&h, v);
	v[HOUSEHOLD_PRIVATE] = (struct private){ .column = "household.people", .sealed = h.name };
	e = look_private(q, v, HOUSEHOLD_PRIVATE + 1, "household.unmask", "household", h.id,
			 in.purpose);
	return e ? e : household_put(q, &h, true);
}

enum err household_close(struct rq *q)
{
	struct household h;
	struct close_in in;
	enum err e = household_open(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, close_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &close_q, ARGS(A_(in.close_reason), A_(h.id)), "household.close",
		    "household", &h.id);
	return e ? e : see(q, "/needs/households/%s?done=household_closed", h.no);
}

enum err household_reopen(struct rq *q)
{
	struct household h;
	enum err e = household_here(q, arg(q, 0), &h);
	if (!e)
		e = audited(&q->actor, &reopen_q, ARGS(A_(h.id)), "household.reopen", "household",
			    &h.id);
	return e ? e : see(q, "/needs/households/%s?done=household_reopened", h.no);
}
