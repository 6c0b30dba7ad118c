/* write.c - a team as it is typed: by staff for a group that comes to the station, or by its
 * leader on the phone. */
#include <string.h>

#include "check.h"
#include "clock.h"
#include "code.h"
#include "form.h"
#include "secret.h"
#include "team.h"
#include "text.h"

#define TEAM_IN(X, T) \
	X(T, STR, name, 2, 50) \
	X(T, CODE, kind, 1, 2) \
	X(T, CODE, org_kind, 0, 2) \
	X(T, CODE, field, 0, 1) \
	X(T, STR, approver_org, 0, 80) \
	X(T, STR, registrar, 0, 80) \
	X(T, CODE, uscc, 0, 18) \
	X(T, DAY, founded_on, 0, 0) \
	X(T, STR, address, 2, 160) \
	X(T, OINT, planned, 1, 999999) \
	X(T, LIST, categories, 1, 4) \
	X(T, LIST, offers, 0, 4) \
	X(T, LIST, needs, 0, 4) \
	X(T, CODE, join_mode, 1, 1) \
	X(T, NAME, contact_name, 1, 60) \
	X(T, PHONE, contact_phone, 1, 20) \
	X(T, TEXT, intro, 0, 1000)
FORM_DEFINE(team_in, TEAM_IN);

static struct stmt form_q = SQL(
	"SELECT name, kind, org_kind, field, approver_org, registrar, uscc, founded_on, address,"
	"       planned, categories AS _categories, offers AS _offers, needs AS _needs, join_mode,"
	"       contact_name, contact_phone, intro"
	"  FROM team"
	" WHERE id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO team (uid, station_id, region_code, name, kind, org_kind, field, approver_org,"
	"       registrar, uscc, org_uscc, founded_on, address, planned, categories, offers, needs,"
	"       join_mode, contact_name, contact_phone, intro, made_by, created_at)"
	" SELECT ?, s.id, s.region_code, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
	"  FROM station s"
	" WHERE s.id = ?");
static struct stmt save_q = SQL(
	"UPDATE team"
	"   SET name = ?, kind = ?, org_kind = ?, field = ?, approver_org = ?, registrar = ?,"
	"       uscc = ?, org_uscc = ?, founded_on = ?, address = ?, planned = ?, categories = ?,"
	"       offers = ?, needs = ?, join_mode = ?, contact_name = ?, contact_phone = ?,"
	"       intro = ?"
	" WHERE id = ?");
static struct stmt named_q = SQL(
	"SELECT COUNT(*)"
	"  FROM team"
	" WHERE station_id = ?"
	"   AND name = ?"
	"   AND id <> ?");
static struct stmt waiting_q = SQL(
	"SELECT COUNT(*)"
	"  FROM team"
	" WHERE leader_id = ?"
	"   AND state = 'pending'");

enum { WAITING_MAX = 2 };

/* What is to be stored, its codes looked up. */
struct writing {
	struct rq *q;
	struct team_in in;
	int64_t id; /* 0: new */
	int64_t station;
	struct bytes uid;
	const char *categories, *offers, *needs;
	const char *uscc, *own_uscc; /* as named, and when it is the team's own */
};

static enum err writing_codes(struct writing *w)
{
	struct rq *q = w->q;
	const struct team_in *in = &w->in;
	enum err e = code_check(q, "kind", "team_kind", in->kind);
	if (!e)
		e = code_check(q, "org_kind", "org_kind", in->org_kind);
	if (!e)
		e = code_check(q, "field", "team_field", in->field);
	if (!e)
		e = code_check(q, "join_mode", "join_mode", in->join_mode);
	if (!e)
		e = code_join(q, "categories", "service_category", in->categories, &w->categories);
	if (!e)
		e = code_join(q, "offers", "team_means", in->offers, &w->offers);
	return e ? e : code_join(q, "needs", "team_means", in->needs, &w->needs);
}

/* A group names the body that agreed to it; an organisation its own code and where it is
 * registered. */
static void writing_rules(struct writing *w)
{
	struct rq *q = w->q;
	const struct team_in *in = &w->in;
	bool group = str_eq(in->kind, "1");
	w->uscc = in->uscc ? text_number(q->arena, in->uscc) : NULL;
	w->own_uscc = group ? NULL : w->uscc;
	if (group && !in->approver_org)
		form_error(q, "approver_org", "approver_missing");
	if (!group && !in->registrar)
		form_error(q, "registrar", "registrar_missing");
	if (!group && !in->org_kind)
		form_error(q, "org_kind", "org_kind_missing");
	if (!group && !in->uscc)
		form_error(q, "uscc", "uscc_missing");
	if (w->uscc && !uscc_check(w->uscc))
		form_error(q, "uscc", "uscc_wrong");
	if (in->founded_on && strcmp(in->founded_on, clock_day(q->arena, q->now)) > 0)
		form_error(q, "founded_on", "future_day");
}

static enum err writing_read(struct writing *w)
{
	struct rq *q = w->q;
	if (!form_read(q, team_in_fields, &w->in))
		return ERR_FORM;
	enum err e = writing_codes(w);
	if (e)
		return e;
	writing_rules(w);
	return form_ok(q) ? OK : ERR_FORM;
}

static enum err writing_add(void *ctx)
{
	struct writing *w = ctx;
	struct rq *q = w->q;
	const struct team_in *in = &w->in;
	enum err e = db_exec(&add_q,
			     ARGS(A_(w->uid), A_(in->name), A_(in->kind), A_(in->org_kind),
				  A_(in->field), A_(str_or(in->approver_org, "")),
				  A_(str_or(in->registrar, "")), A_(w->uscc), A_(w->own_uscc),
				  A_(in->founded_on), A_(in->address), A_(in->planned),
				  A_(w->categories), A_(w->offers), A_(w->needs), A_(in->join_mode),
				  A_(in->contact_name), A_(in->contact_phone),
				  A_(str_or(in->intro, "")), A_(q->staff ? q->staff : DB_NONE),
				  A_(clock_time(q->arena, q->now)), A_(w->station)),
			     &w->id);
	if (!e)
		e = audit(&q->actor, "team.add", "team", w->id, in->kind);
	return e || q->staff ? e : team_lead(&q->actor, w->id, q->person);
}

static enum err writing_save(void *ctx)
{
	struct writing *w = ctx;
	const struct team_in *in = &w->in;
	return audited(&w->q->actor, &save_q,
		       ARGS(A_(in->name), A_(in->kind), A_(in->org_kind), A_(in->field),
			    A_(str_or(in->approver_org, "")), A_(str_or(in->registrar, "")),
			    A_(w->uscc), A_(w->own_uscc), A_(in->founded_on), A_(in->address),
			    A_(in->planned), A_(w->categories), A_(w->offers), A_(w->needs),
			    A_(in->join_mode), A_(in->contact_name), A_(in->contact_phone),
			    A_(str_or(in->intro, "")), A_(w->id)),
		       "team.edit", "team", &w->id);
}

/* Another of the station has its name, or is the same organisation. */
static enum err writing_store(struct writing *w, enum err (*store)(void *ctx))
{
	struct rq *q = w->q;
	int64_t named;
	enum err e = db_tx(store, w);
	if (e != ERR_DUPLICATE)
		return e;
	e = db_int(&named_q, ARGS(A_(w->station), A_(w->in.name), A_(w->id)), &named);
	if (e)
		return e;
	form_error(q, named ? "name" : "uscc", named ? "name_taken" : "uscc_taken");
	return ERR_FORM;
}

enum err team_new(struct rq *q)
{
	enum err e = put_team_codes(q);
	return e ? e : page(q, "team/new.cs");
}

enum err team_add(struct rq *q)
{
	struct writing w = { .q = q, .station = q->station, .uid = secret_uid(q->arena) };
	enum err e = writing_read(&w);
	if (!e)
		e = writing_store(&w, writing_add);
	return e ? e : see(q, "/team/desk/%s?done=team_added", hex_encode(q->arena, w.uid));
}

/* Their codes stand joined in a column each. */
static void put_team_ticks(struct rq *q)
{
	static const char *const lists[] = { "categories", "offers", "needs" };
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		form_tick(q, lists[i], got(q, arena_fmt(q->arena, "Form._%s", lists[i])));
}

enum err team_edit(struct rq *q)
{
	struct team_row t;
	enum err e = team_at_desk(q, &t);
	if (!e)
		e = put_team_codes(q);
	if (!e && !form_again(q)) {
		e = put_one(q, "Form", &form_q, ARGS(A_(t.id)));
		if (!e)
			put_team_ticks(q);
	}
	put(q, "Team.uid", arg(q, 0));
	if (!e)
		put(q, "Team.name", t.name);
	return e ? e : page(q, "team/edit.cs");
}

enum err team_save(struct rq *q)
{
	struct team_row t;
	enum err e = team_at_desk(q, &t);
	if (e)
		return e;
	struct writing w = { .q = q, .station = q->station, .id = t.id };
	e = writing_read(&w);
	if (!e)
		e = writing_store(&w, writing_save);
	return e ? e : see(q, "/team/desk/%s?done=saved", arg(q, 0));
}

enum err team_found_form(struct rq *q)
{
	enum err e = put_team_codes(q);
	if (!e)
		e = put_station(q, q->station);
	return e ? e : page(q, "team/found.cs");
}

/* A volunteer has a team of the own station looked at; who has two that wait, waits too. */
enum err team_found(struct rq *q)
{
	int64_t waiting;
	struct writing w = { .q = q, .station = q->station, .uid = secret_uid(q->arena) };
	enum err e = writing_read(&w);
	if (!e)
		e = db_int(&waiting_q, ARGS(A_(q->person)), &waiting);
	if (!e && waiting >= WAITING_MAX) {
		form_error(q, NULL, "waiting_already");
		e = ERR_FORM;
	}
	if (!e)
		e = writing_store(&w, writing_add);
	return e ? e : see(q, "/team/mine?done=team_added");
}
