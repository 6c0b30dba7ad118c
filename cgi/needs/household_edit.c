/* household_edit.c - a new file, and its changes. What is sealed is not put back into the form: a
 * box that stays empty leaves it as it is. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "form.h"
#include "household.h"
#include "secret.h"

#define HOUSEHOLD_IN(X, T) \
	X(T, NAME, name, 0, 60) \
	X(T, PHONE, phone, 0, 20) \
	X(T, STR, address, 0, 120) \
	X(T, STR, contact, 0, 80) \
	X(T, STR, health, 0, 200) \
	X(T, STR, grid, 0, 30) \
	X(T, CODE, household_kind, 0, 12) \
	X(T, LIST, groups, 0, 8) \
	X(T, OINT, members, 1, 30) \
	X(T, DAY, next_on, 0, 0) \
	X(T, FLAG, file_consent, 0, 1) \
	X(T, OINT, version, 0, 1000000)
FORM_DEFINE(household_in, HOUSEHOLD_IN);
static struct stmt add_q = SQL(
	"INSERT INTO household (uid, no, station_id, name_sealed, name_index, phone_sealed,"
	"       phone_index, address_sealed, contact_sealed, health_sealed, grid, household_kind,"
	"       target_groups, members, consent_at, waits_since, next_on, created_at, created_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt known_q = SQL(
	"SELECT no"
	"  FROM household"
	" WHERE station_id = ?"
	"   AND name_index = ?"
	"   AND phone_index <=> ?"
	"   AND state = 'active'"
	" LIMIT 1");
static struct stmt edit_q = SQL(
	"UPDATE household"
	"   SET name_sealed = COALESCE(?, name_sealed), name_index = COALESCE(?, name_index),"
	"       phone_sealed = COALESCE(?, phone_sealed), phone_index = COALESCE(?, phone_index),"
	"       address_sealed = COALESCE(?, address_sealed),"
	"       contact_sealed = COALESCE(?, contact_sealed),"
	"       health_sealed = COALESCE(?, health_sealed), grid = ?, household_kind = ?,"
	"       target_groups = ?, members = ?, next_on = ?, version = version + 1"
	" WHERE id = ?"
	"   AND version = ?"
	"   AND state = 'active'");
static enum err household_codes(struct rq *q)
{
	enum err e = put_codes(q, "Kind", "household_kind");
	return e ? e : put_codes(q, "Recipient", "recipient");
}

enum err household_new(struct rq *q)
{
	enum err e = household_codes(q);
	return e ? e : page(q, "needs/household_new.cs");
}

struct household_entry {
	struct rq *q;
	const struct household_in *in;
	const char *groups, *no;
	struct household h; /* of a change: as it was */
};

/* What the table of fields cannot say. */
static enum err household_check(struct household_entry *n)
{
	struct rq *q = n->q;
	const struct household_in *in = n->in;
	n->groups = "";
	enum err e = code_check(q, "household_kind", "household_kind", in->household_kind);
	if (!e)
		e = code_join(q, "groups", "recipient", in->groups, &n->groups);
	if (e)
		return e;
	if (in->next_on && strcmp(in->next_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "next_on", "past");
	return form_ok(q) ? OK : ERR_FORM;
}

static enum err household_put_new(void *ctx)
{
	struct household_entry *n = ctx;
	struct rq *q = n->q;
	const struct household_in *in = n->in;
	struct arena *a = q->arena;
	struct bytes uid = secret_uid(a);
	const char *now = clock_time(a, q->now);
	int64_t id;
	enum err e = number_next(&q->actor, 'F', q->station, &n->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(uid), A_(n->no), A_(q->station),
				 A_(secret_seal(a, "household.name", uid, in->name)),
				 A_(secret_index(a, "household.name", in->name)),
				 A_(secret_seal(a, "household.phone", uid, in->phone)),
				 A_(secret_index(a, "household.phone", in->phone)),
				 A_(secret_seal(a, "household.address", uid, in->address)),
				 A_(secret_seal(a, "household.contact", uid, in->contact)),
				 A_(secret_seal(a, "household.health", uid, in->health)),
				 A_(str_or(in->grid, "")), A_(in->household_kind), A_(n->groups),
				 A_(in->members), A_(now), A_(clock_day(a, q->now)),
				 A_(in->next_on), A_(now), A_(q->staff)),
			    &id);
	return e ? e : audit(&q->actor, "household.add", "household", id, NULL);
}

enum err household_add(struct rq *q)
{
	struct household_in in;
	const char *known;
	if (!form_read(q, household_in_fields, &in))
		return ERR_FORM;
	struct household_entry n = { .q = q, .in = &in };
	if (!in.name)
		form_error(q, "name", "required");
	if (!in.file_consent)
		form_error(q, "file_consent", "consent_first");
	enum err e = household_check(&n);
	if (e)
		return e;
	e = db_text(&known_q,
		    ARGS(A_(q->station), A_(secret_index(q->arena, "household.name", in.name)),
			 A_(secret_index(q->arena, "household.phone", in.phone))),
		    &known);
	if (!e) {
		form_error_text(
			q, "name",
			arena_fmt(q->arena, "%s %s", lang("needs.Message.household_known"), known));
		return ERR_FORM;
	}
	if (e == ERR_NOT_FOUND)
		e = db_tx(household_put_new, &n);
	return e ? e : see(q, "/needs/households/%s?done=household_added", n.no);
}

enum err household_edit(struct rq *q)
{
	struct household h;
	enum err e = household_open(q, arg(q, 0), &h);
	if (!e)
		e = household_codes(q);
	if (e)
		return e;
	put(q, "Household.no", h.no);
	if (!form_again(q)) {
		put(q, "Form.grid", h.grid);
		put(q, "Form.household_kind", h.kind);
		put_int(q, "Form.members", h.members);
		put(q, "Form.next_on", h.next_on);
		put_int(q, "Form.version", h.version);
		form_tick(q, "groups", h.groups);
	}
	return page(q, "needs/household_edit.cs");
}

enum err household_save(struct rq *q)
{
	struct household_in in;
	struct household h;
	struct arena *a = q->arena;
	enum err e = household_open(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, household_in_fields, &in))
		return ERR_FORM;
	struct household_entry n = { .q = q, .in = &in };
	if (in.version == DB_NONE)
		form_error(q, NULL, "unknown_field");
	e = household_check(&n);
	if (e)
		return e;
	struct bytes name = secret_seal(a, "household.name", h.uid, in.name);
	struct bytes name_index = secret_index(a, "household.name", in.name);
	struct bytes phone = secret_seal(a, "household.phone", h.uid, in.phone);
	struct bytes phone_index = secret_index(a, "household.phone", in.phone);
	struct bytes address = secret_seal(a, "household.address", h.uid, in.address);
	struct bytes contact = secret_seal(a, "household.contact", h.uid, in.contact);
	struct bytes health = secret_seal(a, "household.health", h.uid, in.health);
	e = audited(&q->actor, &edit_q,
		    ARGS(A_(name), A_(name_index), A_(phone), A_(phone_index), A_(address),
			 A_(contact), A_(health), A_(str_or(in.grid, "")), A_(in.household_kind),
			 A_(n.groups), A_(in.members), A_(in.next_on), A_(h.id), A_(in.version)),
		    "household.edit", "household", &h.id);
	return e ? e : see(q, "/needs/households/%s?done=household_saved", h.no);
}
