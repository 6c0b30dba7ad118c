/* rules.c - what the time bank is in a division: its overseer switches it on, from a preset or by
 * hand. Off is usual. */
#include "bank.h"

#include "audit.h"
#include "code.h"
#include "form.h"
#include "region.h"

#define RULE_IN(X, T) \
	X(T, FLAG, on, 0, 1) \
	X(T, WORD, preset, 1, 8) \
	X(T, INT, age_from, 8, 100) \
	X(T, WORD, minors, 1, 8) \
	X(T, LIST, categories, 0, 30) \
	X(T, INT, cap_hours, 0, 100000) \
	X(T, WORD, beyond, 1, 8) \
	X(T, WORD, team, 1, 8) \
	X(T, INT, draw_age, 18, 100) \
	X(T, FLAG, kin, 0, 1) \
	X(T, INT, pool_age, 60, 100)
FORM_DEFINE(rule_in, RULE_IN);

/* What is done elsewhere, as a start: Nanjing 2019, Beijing 2022, Qingdao 2020 (domain.md §5.2);
 * trial rules all of them, and only as far as they were found. */
static const struct preset {
	const char *name, *age_from, *minors, *categories, *cap, *beyond, *team, *draw_age, *kin;
} presets[] = {
	{ "nanjing", "18", "no", "", "1500", "pool", "pool", "60", NULL },
	{ "beijing", "18", "led", "0001,0003,0004,0005,0007,0008,0009,0010,0017", "0", "none",
	  "person", "60", "1" },
	{ "qingdao", "18", "no", "0001,0004,0013,0017", "0", "none", "person", "60", "1" },
};

static struct stmt all_q = SQL(
	"SELECT g.code, g.name, g.level, r.state, r.preset, r.changed_at, s.name AS changed_by"
	"  FROM (SELECT LEFT(t.region_code, w.letters) AS code FROM station t"
	"       JOIN (SELECT 6 AS letters UNION SELECT 9 UNION SELECT 12) w"
	"       WHERE t.state = 'open' AND t.region_code LIKE ?"
	"       AND CHAR_LENGTH(t.region_code) >= w.letters GROUP BY code"
	"       UNION SELECT ?) c"
	"  JOIN region g ON g.code = c.code"
	"  LEFT JOIN timebank_rule r ON r.region_code = g.code"
	"  LEFT JOIN staff s ON s.id = r.changed_by"
	" WHERE g.code LIKE ?"
	" ORDER BY g.code"
	" LIMIT 500");
static struct stmt region_q = SQL(
	"SELECT code, name"
	"  FROM region"
	" WHERE code = ?");
static struct stmt one_q = SQL(
	"SELECT r.state, r.preset, r.age_from, r.minors, r.categories AS _categories,"
	"       r.cap_minutes DIV 60 AS cap_hours, r.beyond, r.team, r.draw_age, r.kin, r.pool_age"
	"  FROM timebank_rule r"
	" WHERE r.region_code = ?");
static struct stmt save_q = SQL(
	"INSERT INTO timebank_rule (region_code, state, preset, age_from, minors, categories,"
	"       cap_minutes, beyond, team, draw_age, kin, pool_age, changed_by, changed_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE state = VALUES(state), preset = VALUES(preset),"
	"       age_from = VALUES(age_from), minors = VALUES(minors),"
	"       categories = VALUES(categories), cap_minutes = VALUES(cap_minutes),"
	"       beyond = VALUES(beyond), team = VALUES(team), draw_age = VALUES(draw_age),"
	"       kin = VALUES(kin), pool_age = VALUES(pool_age), changed_by = VALUES(changed_by),"
	"       changed_at = VALUES(changed_at)");
static const char *own(const struct rq *q)
{
	return str_or(q->who.region_code, "-");
}

enum err rule_list(struct rq *q)
{
	const char *scope = region_prefix(q->arena, own(q));
	enum err e = put_query(q, "Rules", &all_q, ARGS(A_(scope), A_(own(q)), A_(scope)));
	return e ? e : page(q, "bank/rules.cs");
}

static void put_preset(struct rq *q, const struct preset *p)
{
	put(q, "Form.preset", p->name);
	put(q, "Form.age_from", p->age_from);
	put(q, "Form.minors", p->minors);
	put(q, "Form.cap_hours", p->cap);
	put(q, "Form.beyond", p->beyond);
	put(q, "Form.team", p->team);
	put(q, "Form.draw_age", p->draw_age);
	put(q, "Form.kin", p->kin);
	put(q, "Form.pool_age", "80");
	form_tick(q, "categories", p->categories);
}

static const struct preset *preset_asked(struct rq *q)
{
	const char *name = query(q, "preset");
	for (size_t i = 0; name && i < sizeof(presets) / sizeof(presets[0]); i++)
		if (str_eq(presets[i].name, name))
			return &presets[i];
	return NULL;
}

static enum err put_rule(struct rq *q, const char *code)
{
	static const char *const names[] = { "preset",    "age_from", "minors",
					     "cap_hours", "beyond",   "team",
					     "draw_age",  "pool_age", NULL };
	const struct preset *p = preset_asked(q);
	enum err e = put_one(q, "Rule", &one_q, ARGS(A_(code)));
	bool none = e == ERR_NOT_FOUND;
	if (e && !none)
		return e;
	if (p || none) {
		put_preset(q, p ? p : &presets[0]);
		if (!p)
			put(q, "Form.preset", "own");
		return OK;
	}
	struct node *n = put_list(q, "Rule");
	for (size_t i = 0; names[i]; i++)
		put(q, arena_fmt(q->arena, "Form.%s", names[i]), node_get(n, names[i]));
	put(q, "Form.on", str_eq(node_get(n, "state"), "on") ? "1" : NULL);
	put(q, "Form.kin", node_get_int(n, "kin") == 1 ? "1" : NULL);
	form_tick(q, "categories", node_get(n, "_categories"));
	return OK;
}

enum err rule_edit(struct rq *q)
{
	const char *code = arg(q, 0);
	enum err e = region_within(code, own(q)) ? code_load() : ERR(ERR_NOT_FOUND, "region");
	if (!e)
		e = put_one(q, "Region", &region_q, ARGS(A_(code)));
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	if (!e && !form_again(q))
		e = put_rule(q, code);
	return e ? e : page(q, "bank/rule.cs");
}

static bool words_known(struct rq *q, const struct rule_in *in)
{
	if (!str_in(in->preset, "nanjing,beijing,qingdao,own"))
		form_error(q, "preset", "unknown_code");
	if (!str_in(in->minors, "no,consent,led"))
		form_error(q, "minors", "unknown_code");
	if (!str_in(in->beyond, "none,pool"))
		form_error(q, "beyond", "unknown_code");
	if (!str_in(in->team, "person,pool,none"))
		form_error(q, "team", "unknown_code");
	return form_ok(q);
}

struct saving {
	struct rq *q;
	const struct rule_in *in;
	const char *code, *categories;
};

static enum err saved(void *ctx)
{
	const struct saving *s = ctx;
	const struct rule_in *in = s->in;
	struct rq *q = s->q;
	enum err e = db_exec(&save_q,
			     ARGS(A_(s->code), A_(in->on ? "on" : "off"), A_(in->preset),
				  A_(in->age_from), A_(in->minors), A_(s->categories),
				  A_(in->cap_hours * 60), A_(in->beyond), A_(in->team),
				  A_(in->draw_age), A_(in->kin), A_(in->pool_age), A_(q->staff),
				  A_(actor_time(&q->actor))),
			     NULL);
	return e ? e
		 : audit(&q->actor, "timebank_rule.save", "region", DB_NONE,
			 arena_fmt(q->arena, "%s %s %s", s->code, in->on ? "on" : "off",
				   in->preset));
}

enum err rule_save(struct rq *q)
{
	struct rule_in in;
	struct saving s = { .q = q, .in = &in, .code = arg(q, 0) };
	enum err e = region_within(s.code, own(q)) ? OK : ERR(ERR_NOT_FOUND, "region");
	if (!e)
		e = put_one(q, "Region", &region_q, ARGS(A_(s.code)));
	if (e)
		return e;
	if (!form_read(q, rule_in_fields, &in) || !words_known(q, &in))
		return ERR_FORM;
	s.categories = "";
	e = code_join(q, "categories", "service_category", in.categories, &s.categories);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(saved, &s);
	return e ? e : see(q, "/bank/rules?done=saved");
}
