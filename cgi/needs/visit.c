/* visit.c - visits 入户走访 at the desk: the ledger, one that is entered, one that is looked at, and
 * the choice when two found different things. */
#include "visit.h"

#include "clock.h"
#include "code.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "secret.h"

#define VISITS_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(v.uid))", "") \
	C(DAY, day, "DATE(v.visited_at)", "") \
	C(TEXT, no, "h.no", "") \
	C(TEXT, name, "NULL", "") \
	C(TEXT, grid, "h.grid", "") \
	C(WORD, mode, "v.mode", "State.visit_mode") \
	C(WORD, result, "v.result", "State.visit_result") \
	C(TEXT, visitor, "f.name", "") \
	C(LONG, note, "v.note", "") \
	C(DAY, next_on, "v.next_on", "") \
	C(WORD, facts, "v.facts", "State.visit_facts") \
	C(TEXT, _uid, "h.uid", "") \
	C(TEXT, _name, "h.name_sealed", "")
#define VISITS_TABLE "visit v"
#define VISITS_JOINS \
	"  JOIN household h ON h.id = v.household_id" \
	"  JOIN staff f ON f.id = v.visitor_id"
#define VISITS_WHERE "v.station_id = ?"
#define VISITS_FILTERS(F) \
	F(WORD, mode, "v.mode = ?") \
	F(WORD, result, "v.result = ?") \
	F(WORD, facts, "v.facts = ?") \
	F(DAY, from, "v.visited_at >= ?") \
	F(DAY, to, "v.visited_at < ? + INTERVAL 1 DAY")
#define VISITS_WAYS(S, L) \
	S(L, day, any, "v.visited_at", "visit_station") \
	S(L, day, from, "v.visited_at", "visit_station") \
	S(L, day, to, "v.visited_at", "visit_station") \
	S(L, day, facts, "v.visited_at", "visit_facts") \
	S(L, day, mode, "v.visited_at", "visit_mode")
#define VISITS_ID "v.id"
LIST_DEFINE(VISITS);

#define VISIT_IN(X, T) \
	X(T, TIME, visited_at, 1, 0) \
	X(T, WORD, mode, 1, 8) \
	X(T, WORD, result, 1, 8) \
	X(T, STR, companions, 0, 120) \
	X(T, TEXT, found, 0, 1000) \
	X(T, DAY, next_on, 0, 0) \
	X(T, CODE, household_kind, 0, 12) \
	X(T, OINT, members, 1, 30) \
	X(T, STR, health, 0, 200) \
	X(T, OINT, version, 0, 1000000) \
	X(T, CODE, need_category, 0, 4) \
	X(T, TEXT, need_words, 0, 1000)
FORM_DEFINE(visit_in, VISIT_IN);

static struct stmt show_q = SQL(
	"SELECT v.id AS _id, LOWER(HEX(v.uid)) AS uid, v.visited_at, v.mode, v.result,"
	"       v.companions, v.note, v.next_on, v.facts, v.base_version, v.offline, v.clock_off,"
	"       v.created_at, f.name AS visitor, h.no, k.name AS found_kind, v.found_members,"
	"       n.no AS need_no, s.name AS settled_by"
	"  FROM visit v"
	"  JOIN household h ON h.id = v.household_id"
	"  JOIN staff f ON f.id = v.visitor_id"
	"  LEFT JOIN staff s ON s.id = v.settled_by"
	"  LEFT JOIN need n ON n.visit_id = v.id"
	"  LEFT JOIN code_item k ON k.list = 'household_kind' AND k.code = v.found_kind"
	" WHERE v.uid = UNHEX(?)"
	"   AND v.station_id = ?"
	" LIMIT 1");
#define FOUND_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, BYTES, uid, "uid") \
	X(T, TEXT, kind, "found_kind") \
	X(T, INT, members, "found_members") \
	X(T, BYTES, health, "found_health_sealed")
ROW_DEFINE(found_row, FOUND_COLS);
static struct stmt found_q = SQL(
	"SELECT " ROW_SELECT(FOUND_COLS)
	"  FROM visit"
	" WHERE id = ?");
/* The other visits since the file was as this visitor had seen it. */
static struct stmt beside_q = SQL(
	"SELECT LOWER(HEX(v.uid)) AS uid, v.visited_at, f.name AS visitor, v.note, v.facts,"
	"       v.base_version, k.name AS found_kind, v.found_members"
	"  FROM visit b"
	"  JOIN visit v ON v.household_id = b.household_id AND v.id <> b.id"
	"  JOIN staff f ON f.id = v.visitor_id"
	"  LEFT JOIN code_item k ON k.list = 'household_kind' AND k.code = v.found_kind"
	" WHERE b.id = ?"
	"   AND v.facts <> 'none'"
	"   AND v.base_version >= b.base_version"
	" ORDER BY v.visited_at DESC"
	" LIMIT 10");
static struct stmt settle_q = SQL(
	"UPDATE visit"
	"   SET facts = ?, settled_by = ?"
	" WHERE id = ?"
	"   AND facts = 'branch'");
static enum err visit_row(struct rq *q, struct node *n, const struct row *r)
{
	return row_masked(q, n, r, "household.name");
}

enum err visit_list(struct rq *q)
{
	static const struct list visits = LIST(VISITS, "Visits", "needs.Visits", .row = visit_row);
	return list_page(q, &visits, ARGS(A_(q->station)), "needs/visits.cs");
}

enum err visit_new(struct rq *q)
{
	struct household h;
	const char *name;
	enum err e = household_open(q, arg(q, 0), &h);
	if (!e)
		e = household_text(q, &h, "household.name", h.name, &name);
	if (!e)
		e = put_codes(q, "Kind", "household_kind");
	if (!e)
		e = put_codes(q, "Category", "service_category");
	if (e)
		return e;
	put(q, "Household.no", h.no);
	put(q, "Household.name", mask_name(q->arena, name));
	put(q, "Household.grid", h.grid);
	if (!form_again(q)) {
		put(q, "Form.visited_at", clock_time(q->arena, q->now));
		put(q, "Form.mode", "home");
		put(q, "Form.household_kind", h.kind);
		put_int(q, "Form.members", h.members);
		put_int(q, "Form.version", h.version);
	}
	form_key(q, "visit");
	return page(q, "needs/visit_new.cs");
}

enum err visit_add(struct rq *q)
{
	struct visit_in in;
	struct household h;
	struct visit_new v = { .q = q };
	enum err e = household_open(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, visit_in_fields, &in))
		return ERR_FORM;
	e = form_key_uid(q, "visit", &v.uid);
	if (!e)
		e = code_check(q, "household_kind", "household_kind", in.household_kind);
	if (!e)
		e = code_check(q, "need_category", "service_category", in.need_category);
	if (e)
		return e;
	if (!str_in(in.mode, VISIT_MODES))
		form_error(q, "mode", "unknown_code");
	if (!str_in(in.result, VISIT_RESULTS))
		form_error(q, "result", "unknown_code");
	v.household = h.id;
	v.at = in.visited_at;
	v.mode = in.mode;
	v.result = in.result;
	v.companions = in.companions;
	v.note = in.found;
	v.next_on = in.next_on;
	v.base = in.version == DB_NONE ? 0 : in.version;
	v.kind = in.household_kind;
	v.members = in.members;
	v.health = in.health;
	v.need_category = in.need_category;
	v.need_words = in.need_words;
	const char *wrong = form_ok(q) ? visit_wrong(&v) : NULL;
	if (wrong)
		form_error(q,
			   str_in(wrong, "next_before")  ? "next_on"
			   : str_in(wrong, "need_half")  ? "need_words"
			   : str_in(wrong, "note_first") ? "found"
							 : "visited_at",
			   wrong);
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(visit_put, &v);
	/* The same form pressed twice is one visit. */
	return e && e != ERR_DUPLICATE ? e : see(q, "/needs/households/%s?done=visit_added", h.no);
}

enum err visit_show(struct rq *q)
{
	struct found_row f;
	struct household h;
	enum err e = put_one(q, "Visit", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (!e)
		e = row_one(&found_q, ARGS(A_(node_get_int(put_list(q, "Visit"), "_id"))),
			    found_row_cols, &f);
	if (!e)
		e = household_here(q, got(q, "Visit.no"), &h);
	if (!e)
		e = code_load();
	if (!e)
		e = put_query(q, "Beside", &beside_q, ARGS(A_(f.id)));
	if (!e)
		e = history_put(q, "visit", f.id);
	const struct private v[] = { { "household.name", "Visit.name", h.name, mask_name } };
	if (!e)
		e = put_private(q, h.uid, v, 1, false);
	if (e)
		return e;
	put_int(q, "Can.edit", str_eq(h.state, "active") ? 1 : DB_NONE);
	put_int(q, "Visit.found_health", f.health.p ? 1 : DB_NONE);
	put(q, "File.kind", h.kind ? code_name("household_kind", h.kind) : NULL);
	put_int(q, "File.members", h.members);
	put_int(q, "File.health", h.health.p ? 1 : DB_NONE);
	return page(q, "needs/visit.cs");
}

struct choice {
	struct rq *q;
	struct found_row f;
	struct household h;
	bool take;
};

static enum err visit_settle(void *ctx)
{
	const struct choice *c = ctx;
	struct rq *q = c->q;
	const char *health = NULL;
	enum err e = db_change(&settle_q,
			       ARGS(A_(c->take ? "taken" : "dropped"), A_(q->staff), A_(c->f.id)));
	if (!e && c->take && c->f.health.p)
		e = secret_unseal(q->arena, "visit.health", c->f.uid, c->f.health, &health);
	if (!e && c->take)
		e = household_found(q, &c->h, c->f.kind, c->f.members, health);
	return e ? e
		 : audit(&q->actor, c->take ? "visit.take" : "visit.drop", "visit", c->f.id, NULL);
}

static enum err visit_choose(struct rq *q, bool take)
{
	struct choice c = { .q = q, .take = take };
	enum err e = put_one(q, "Visit", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (!e)
		e = row_one(&found_q, ARGS(A_(node_get_int(put_list(q, "Visit"), "_id"))),
			    found_row_cols, &c.f);
	if (!e)
		e = household_here(q, got(q, "Visit.no"), &c.h);
	if (!e)
		e = db_tx(visit_settle, &c);
	return e ? e
		 : see(q, "/needs/visits/%s?done=%s", arg(q, 0),
		       take ? "visit_taken" : "visit_dropped");
}

enum err visit_take(struct rq *q)
{
	return visit_choose(q, true);
}

enum err visit_drop(struct rq *q)
{
	return visit_choose(q, false);
}
