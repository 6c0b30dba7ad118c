/* desk.c - the time bank at the desk: the accounts that a station keeps, and what it pays. */
#include "bank.h"

#include "list.h"

#define ACCOUNT_COLS(C) \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(HOURS, minutes, "t.balance_minutes", "") \
	C(HOURS, owed, "t.debt_minutes", "") \
	C(DAY, opened, "DATE(t.opened_at)", "") \
	C(WORD, state, "IF(t.closed_at IS NULL, 'open', 'closed')", "State.timebank_account") \
	C(TEXT, uid, "LOWER(HEX(t.uid))", "")
#define ACCOUNT_TABLE "timebank_account t"
#define ACCOUNT_JOINS \
	"  JOIN person p ON p.id = t.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = t.person_id"
#define ACCOUNT_WHERE "t.station_id = ? AND t.kind = 'person'"
#define ACCOUNT_FILTERS(F) \
	F(FIND, q, \
	  "EXISTS (SELECT 1 FROM volunteer m WHERE m.person_id = t.person_id AND m.no LIKE ?)")
#define ACCOUNT_WAYS(S, L) \
	S(L, opened, any, "t.id", "timebank_account_station") \
	S(L, hours, any, "t.balance_minutes", "timebank_account_held")
#define ACCOUNT_ID "t.id"
LIST_DEFINE(ACCOUNT);
static enum err in_hours(struct rq *q, struct node *n, const struct row *r)
{
	static const char *const names[][2] = { { "minutes", "hours" },
						{ "owed", "debt" },
						{ "booked", "served" } };
	(void)r;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (node_get(n, names[i][0]))
			node_set(n, names[i][1],
				 hours_text(q->arena, node_get_int(n, names[i][0])));
	return OK;
}
static const struct list accounts = LIST(ACCOUNT, "Accounts", "bank.Accounts", .row = in_hours);

#define DRAW_COLS(C) \
	C(TEXT, order, "o.no", "") \
	C(DAY, asked, "DATE(t.asked_at)", "") \
	C(WORD, used_for, "t.used_for", "State.timebank_draw_used_for") \
	C(WORD, reason, "t.reason", "State.timebank_draw_reason") \
	C(TEXT, no, "v.no", "") \
	C(HOURS, minutes, "t.minutes", "") \
	C(HOURS, booked, "t.served_minutes", "") \
	C(TEXT, asked_by, "f.name", "") \
	C(TEXT, decided_by, "g.name", "") \
	C(WORD, state, "t.state", "State.timebank_draw") \
	C(TEXT, uid, "LOWER(HEX(t.uid))", "")
#define DRAW_TABLE "timebank_draw t"
#define DRAW_JOINS \
	"  JOIN service_order o ON o.id = t.order_id" \
	"  JOIN timebank_account a ON a.id = t.account_id" \
	"  LEFT JOIN volunteer v ON v.person_id = a.person_id" \
	"  LEFT JOIN staff f ON f.id = t.asked_by" \
	"  LEFT JOIN staff g ON g.id = t.decided_by"
#define DRAW_WHERE      "t.station_id = ?"
#define DRAW_FILTERS(F) F(WORD, state, "t.state = ?")
#define DRAW_WAYS(S, L) \
	S(L, asked, any, "t.id", "timebank_draw_station") \
	S(L, asked, state, "t.id", "timebank_draw_state")
#define DRAW_ID "t.id"
LIST_DEFINE(DRAW);
static const struct list draws = LIST(DRAW, "Draws", "bank.Draws", .row = in_hours);

enum err account_list(struct rq *q)
{
	return list_page(q, &accounts, ARGS(A_(q->station)), "bank/accounts.cs");
}

enum err draw_list(struct rq *q)
{
	put_int(q, "Can.decide", may(q, ROLE_REVIEWER | ROLE_MANAGER) ? 1 : DB_NONE);
	return list_page(q, &draws, ARGS(A_(q->station)), "bank/draws.cs");
}
