/* rules.c - rules of the field that may be set: by a station's manager for the station, by who
 * oversees every station for all of them. Each says its range, its usual value and what it means;
 * a change is audited with the value before. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "form.h"
#include "gift.h"
#include "green.h"
#include "region.h"
#include "rules.h"
#include "setting.h"
#include "station.h"

enum { OF_STATION = 1, OF_ALL = 2 };

/* From how much on a sign is remarkable, for all stations alike: nobody turns off what watches over
 * their own hours. */
#define RULE_OF_SIGN(word, usual) { "sign_" #word, 0, 1000, usual, OF_ALL },
/* clang-format off */
static const struct rule {
	const char *name; /* its words: Lang.station.Rule.NAME.{title,unit,means}, or the sign's */
	int64_t least, most, usual;
	int whose;
} rules[] = {
	{ "record_notice_days", 3, 30, 3, OF_STATION },
	{ "star_notice_days", 5, 30, 5, OF_STATION },
	{ "honour_notice_days", 1, 30, 5, OF_STATION },
	{ "honour_back_days", 0, 3660, 60, OF_STATION },
	{ "certificate_notice_days", 7, 30, 7, OF_STATION },
	{ "certificate_notice_first", 0, 1, 0, OF_STATION },
	{ "paper_mongolian", 0, 1, 0, OF_STATION },
	{ "objection_due_days", 1, 30, 5, OF_STATION },
	{ "feedback_due_days", 1, 30, 5, OF_STATION },
	{ "objection_again", 1, 10, 2, OF_STATION },
	{ "day_limit_minutes", 60, 720, 480, OF_STATION },
	{ "day_second_minutes", 60, 1440, 720, OF_STATION },
	{ "activity_declare_from", 1, 1000, 10, OF_STATION },
	{ "activity_declare_days", 0, 30, 3, OF_STATION },
	{ "offer_hours", 1, 168, 24, OF_STATION },
	{ "company_age", 0, 16, 10, OF_STATION },
	{ "danger_age", 16, 18, 18, OF_STATION },
	{ "need_reply_days", 1, 30, 5, OF_STATION },
	{ "order_accept_days", 1, 10, 1, OF_STATION },
	{ "order_dispatch_days", 1, 10, 1, OF_STATION },
	{ "order_take_days", 1, 10, 1, OF_STATION },
	{ "order_urgent_minutes", 5, 240, 30, OF_STATION },
	{ "order_round_size", 1, 10, 3, OF_STATION },
	{ "order_rounds", 1, 10, 3, OF_STATION },
	{ "order_asks_week", 1, 20, 3, OF_STATION },
	{ "order_contact_days", 1, 30, 3, OF_STATION },
	{ "order_serve_days", 1, 30, 1, OF_STATION },
	{ "order_rate_days", 1, 60, 7, OF_STATION },
	{ "green_points", 1, 100, GREEN_POINTS, OF_STATION },
	{ "green_drops_day", 1, 10, GREEN_DROPS_DAY, OF_STATION },
	{ "green_year_most", 0, 36500, GREEN_YEAR_MOST, OF_STATION },
	{ "green_gap_minutes", 1, 720, GREEN_GAP, OF_STATION },
	{ "gift_points", 0, 1, GIFT_POINTS, OF_STATION },
	{ "gift_hours", 0, 1, GIFT_HOURS, OF_STATION },
	{ "gift_days", 1, 90, GIFT_DAYS, OF_STATION },
	{ "kpi_registered_percent", 1, 100, 15, OF_ALL },
	{ "kpi_hours_each", 1, 500, 25, OF_ALL },
	{ "small_number", 1, 50, 5, OF_ALL },
	RULES_SIGNS(RULE_OF_SIGN)
};
/* clang-format on */
enum { RULES = sizeof(rules) / sizeof(rules[0]) };

#define RULE_IN(X, T) X(T, OINT, value, 0, 100000)
FORM_DEFINE(rule_in, RULE_IN);

static struct stmt beyond_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1 FROM station WHERE state = 'open' AND region_code NOT LIKE ? LIMIT 1) x");
static struct stmt set_own_q = SQL(
	"INSERT INTO station_setting (station_id, name, value, changed_by)"
	" VALUES (?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE value = VALUES(value), changed_by = VALUES(changed_by)");
static struct stmt drop_own_q = SQL(
	"DELETE FROM station_setting"
	" WHERE station_id = ?"
	"   AND name = ?");
static struct stmt set_all_q = SQL(
	"INSERT INTO setting (name, value, changed_by)"
	" VALUES (?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE value = VALUES(value), changed_by = VALUES(changed_by)");

/* What the configuration has a value for is usual here. */
static int64_t rule_usual(const struct rule *r)
{
	const struct {
		const char *name;
		int64_t value;
	} configured[] = { { "record_notice_days", cfg.notice_days },
			   { "day_limit_minutes", cfg.day_soft_minutes },
			   { "day_second_minutes", cfg.day_hard_minutes } };
	for (size_t i = 0; i < sizeof(configured) / sizeof(configured[0]); i++)
		if (str_eq(configured[i].name, r->name))
			return configured[i].value;
	return r->usual;
}

/* A sign without a threshold is no rule. */
static bool rule_set(const struct rule *r)
{
	return r->usual || !str_starts(r->name, "sign_");
}

static const struct rule *rule_find(const char *name)
{
	for (size_t i = 0; i < RULES; i++)
		if (str_eq(rules[i].name, name) && rule_set(&rules[i]))
			return &rules[i];
	return NULL;
}

/* A manager sets for the station; for all sets whose region holds every open station. */
static enum err rule_may(struct rq *q, const struct rule *r, bool *yes)
{
	int64_t beyond = 0;
	*yes = r->whose == OF_STATION && may(q, ROLE_MANAGER);
	if (!may(q, ROLE_OVERSEER))
		return OK;
	const char *scope = region_prefix(q->arena, str_or(q->who.region_code, "-"));
	enum err e = db_int(&beyond_q, ARGS(A_(scope)), &beyond);
	*yes = !e && !beyond;
	return e;
}

/* The value that holds here, and whether it is the station's own. */
static enum err rule_value(struct rq *q, const struct rule *r, int64_t *value)
{
	return setting_rule(q->station, r->name, rule_usual(r), value);
}

static enum err put_rule(struct rq *q, struct node *n, const struct rule *r)
{
	bool yes;
	int64_t value = 0;
	enum err e = rule_value(q, r, &value);
	if (!e)
		e = rule_may(q, r, &yes);
	if (e)
		return e;
	node_set(n, "name", r->name);
	if (str_starts(r->name, "sign_"))
		node_set(n, "sign", r->name + strlen("sign_"));
	node_int(n, "value", value);
	node_int(n, "usual", rule_usual(r));
	node_int(n, "least", r->least);
	node_int(n, "most", r->most);
	node_int(n, "differs", value != rule_usual(r));
	node_int(n, "may", yes);
	return OK;
}

enum err rules_show(struct rq *q)
{
	enum err e = OK;
	for (size_t i = 0; !e && i < RULES; i++)
		if (rule_set(&rules[i]))
			e = put_rule(q, node_item(put_list(q, "Rules")), &rules[i]);
	return e ? e : page(q, "station/rules.cs");
}

enum err rule_edit(struct rq *q)
{
	const struct rule *r = rule_find(arg(q, 0));
	if (!r)
		return ERR_NOT_FOUND;
	enum err e = put_rule(q, put_list(q, "Rule"), r);
	if (!e && !form_again(q))
		put(q, "Form.value", got(q, "Rule.value"));
	return e ? e : page(q, "station/rule.cs");
}

struct setting_change {
	struct rq *q;
	const struct rule *r;
	int64_t value; /* DB_NONE: the usual one */
};

static enum err rule_store(void *ctx)
{
	const struct setting_change *c = ctx;
	struct rq *q = c->q;
	int64_t before = 0, now;
	enum err e = rule_value(q, c->r, &before);
	now = c->value == DB_NONE ? rule_usual(c->r) : c->value;
	const char *text = arena_fmt(q->arena, "%lld", (long long)now);
	if (!e && may(q, ROLE_OVERSEER))
		e = db_exec(&set_all_q, ARGS(A_(c->r->name), A_(text), A_(q->staff)), NULL);
	else if (!e && c->value == DB_NONE)
		e = db_exec(&drop_own_q, ARGS(A_(q->station), A_(c->r->name)), NULL);
	else if (!e)
		e = db_exec(&set_own_q,
			    ARGS(A_(q->station), A_(c->r->name), A_(text), A_(q->staff)), NULL);
	return e ? e
		 : audit(&q->actor, "station.rule", "station", q->station,
			 arena_fmt(q->arena, "%s %lld > %lld", c->r->name, (long long)before,
				   (long long)now));
}

enum err rule_save(struct rq *q)
{
	struct setting_change c = { .q = q, .r = rule_find(arg(q, 0)) };
	struct rule_in in;
	bool yes = false;
	enum err e = c.r ? rule_may(q, c.r, &yes) : ERR_NOT_FOUND;
	if (!e && !yes)
		e = ERR_FORBIDDEN;
	if (e)
		return e;
	if (!form_read(q, rule_in_fields, &in))
		return ERR_FORM;
	if (in.value != DB_NONE && (in.value < c.r->least || in.value > c.r->most)) {
		form_error_text(q, "value",
				arena_fmt(q->arena, "%s %lld–%lld",
					  lang("station.Message.rule_range"), (long long)c.r->least,
					  (long long)c.r->most));
		return ERR_FORM;
	}
	c.value = in.value;
	e = db_tx(rule_store, &c);
	return e ? e : see(q, "/station/rules?done=saved");
}
