/* mine.c - the time bank on the phone: what is saved, what moved, and the rules. */
#include "bank.h"

#include "code.h"
#include "gift.h"

enum { ROWS = 20 };

static struct stmt draws_q = SQL(
	"SELECT LOWER(HEX(d.uid)) AS uid, o.no, d.minutes AS _minutes, d.used_for, d.state,"
	"       d.asked_at, o.served_at IS NULL AND d.state = 'reserved' AS may"
	"  FROM timebank_draw d"
	"  JOIN service_order o ON o.id = d.order_id"
	" WHERE d.account_id = ?"
	" ORDER BY d.id DESC"
	" LIMIT 10");
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");
static struct stmt no_q = SQL(
	"SELECT no"
	"  FROM station"
	" WHERE id = ?");

static enum err put_draws(struct rq *q, const struct bank_account *a)
{
	enum err e = put_query(q, "Draws", &draws_q, ARGS(A_(a->id)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "Draws")); n; n = node_next(n))
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
	return e;
}

enum err mine_show(struct rq *q)
{
	struct bank_account a;
	struct bank_rule rule;
	const char *no;
	bool exchange = false;
	enum err e = bank_account_of(q->person, &a);
	bool none = e == ERR_NOT_FOUND;
	if (!e) {
		put_balance(q, &a);
		e = put_entries(q, &a, ROWS);
	}
	if (!e)
		e = put_draws(q, &a);
	if (none)
		e = OK;
	if (!e)
		e = bank_rule(none ? q->station : a.station, &rule);
	if (!e)
		e = db_text(&no_q, ARGS(A_(none ? q->station : a.station)), &no);
	if (!e)
		e = put_station(q, q->station);
	if (!e && !none && a.open && !q->proxy)
		e = gift_hours(q->station, &exchange);
	if (e)
		return e;
	put(q, "At", no);
	put_int(q, "Can.draw", !none && a.open && !a.debt && a.balance && !q->proxy ? 1 : DB_NONE);
	put_int(q, "Can.exchange", exchange ? 1 : DB_NONE);
	put_int(q, "On", rule.on ? 1 : DB_NONE);
	return page(q, "bank/mine.cs");
}

/* What a station's rule says, for everybody. */
enum err bank_about(struct rq *q)
{
	int64_t station;
	struct bank_rule r;
	enum err e = db_int(&station_q, ARGS(A_(arg(q, 0))), &station);
	if (!e)
		e = bank_rule(station, &r);
	if (!e)
		e = code_load();
	if (!e)
		e = put_station(q, station);
	if (e)
		return e;
	put_int(q, "Rule.on", r.on ? 1 : DB_NONE);
	if (r.on) {
		put_int(q, "Rule.age_from", r.age_from);
		put(q, "Rule.minors", r.minors);
		put(q, "Rule.categories",
		    *r.categories ? code_names(q->arena, "service_category", r.categories) : NULL);
		put_int(q, "Rule.cap", r.cap ? r.cap / 60 : DB_NONE);
		put(q, "Rule.beyond", r.beyond);
		put(q, "Rule.team", r.team);
		put_int(q, "Rule.draw_age", r.draw_age);
		put_int(q, "Rule.kin", r.kin ? 1 : DB_NONE);
		put_int(q, "Rule.pool_age", r.pool_age);
	}
	return page(q, "bank/about.cs");
}
