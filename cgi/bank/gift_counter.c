/* gift_counter.c - the counter: what waits to be picked up, handed out against its six letters, or
 * taken back when the station cannot give it. */
#include <string.h>

#include "form.h"
#include "gift.h"
#include "gift_pages.h"
#include "list.h"
#include "staff.h"

enum { TRIES = 20, HOUR = 3600 };

#define COUNTER_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(x.uid))", "") \
	C(DAY, day, "DATE(x.asked_at)", "") \
	C(TEXT, gift, "g.name", "") \
	C(INT, points, "x.points", "") \
	C(HOURS, hours, "x.minutes", "") \
	C(TEXT, who, "COALESCE(a.no, v.no)", "") \
	C(DAY, until, "x.until_on", "") \
	C(TEXT, clerk, "f.name", "") \
	C(WORD, state, "x.state", "State.gift_exchange")
#define COUNTER_TABLE "gift_exchange x"
#define COUNTER_JOINS \
	"  JOIN gift g ON g.id = x.gift_id" \
	"  LEFT JOIN green_account a ON a.id = x.account_id" \
	"  LEFT JOIN volunteer v ON v.person_id = x.person_id" \
	"  LEFT JOIN staff f ON f.id = x.closed_by"
#define COUNTER_WHERE      "x.station_id = ?"
#define COUNTER_FILTERS(F) F(WORD, state, "x.state = ?")
#define COUNTER_WAYS(S, L) \
	S(L, day, any, "x.id", "gift_exchange_station") \
	S(L, day, state, "x.id", "gift_exchange_state")
#define COUNTER_ID "x.id"
LIST_DEFINE(COUNTER);
static const struct list counter = LIST(COUNTER, "Exchanges", "bank.Counter");

#define CODE_IN(X, T) X(T, STR, letters, 6, 12)
FORM_DEFINE(code_in, CODE_IN);
#define REASON_IN(X, T) X(T, STR, why, 2, 200)
FORM_DEFINE(reason_in, REASON_IN);

#define EXCHANGE_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, TEXT, uid, "LOWER(HEX(x.uid))") \
	X(T, TEXT, code, "x.code") \
	X(T, TEXT, state, "x.state") \
	X(T, INT, owner, "COALESCE(x.person_id, a.person_id)")
ROW_DEFINE(exchange_row, EXCHANGE_COLS);
static struct stmt by_code_q = SQL(
	"SELECT " ROW_SELECT(EXCHANGE_COLS)
	"  FROM gift_exchange x"
	"  LEFT JOIN green_account a ON a.id = x.account_id"
	" WHERE x.waiting_code = ?"
	"   AND x.station_id = ?");
static struct stmt by_uid_q = SQL(
	"SELECT " ROW_SELECT(EXCHANGE_COLS)
	"  FROM gift_exchange x"
	"  LEFT JOIN green_account a ON a.id = x.account_id"
	" WHERE x.uid = UNHEX(?)"
	"   AND x.station_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(x.uid)) AS uid, g.name, g.about, g.donor, x.points,"
	"       x.minutes AS _minutes, COALESCE(a.no, v.no) AS who, x.state, x.asked_at,"
	"       x.until_on, x.closed_at, x.reason, f.name AS clerk"
	"  FROM gift_exchange x"
	"  JOIN gift g ON g.id = x.gift_id"
	"  LEFT JOIN green_account a ON a.id = x.account_id"
	"  LEFT JOIN volunteer v ON v.person_id = x.person_id"
	"  LEFT JOIN staff f ON f.id = x.closed_by"
	" WHERE x.id = ?");

enum err counter_list(struct rq *q)
{
	return list_page(q, &counter, ARGS(A_(q->station)), "bank/counter.cs");
}

/* As people say and write it: small letters, blanks between. */
static const char *letters_of(struct arena *a, const char *typed)
{
	char *out = arena_dup(a, typed, strlen(typed));
	size_t n = 0;
	for (const char *s = typed; *s; s++)
		if (*s != ' ' && *s != '-')
			out[n++] = (char)(*s >= 'a' && *s <= 'z' ? *s - 'a' + 'A' : *s);
	out[n] = '\0';
	return out;
}

static enum err exchange_page(struct rq *q, const struct exchange_row *x)
{
	enum err e = put_one(q, "Exchange", &show_q, ARGS(A_(x->id)));
	struct node *n = put_list(q, "Exchange");
	if (!e && node_get_int(n, "_minutes") != DB_NONE)
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "_minutes")));
	return e ? e : page(q, "bank/counter_one.cs");
}

static enum err exchange_here(struct rq *q, struct exchange_row *x)
{
	return row_one(&by_uid_q, ARGS(A_(arg(q, 0)), A_(q->station)), exchange_row_cols, x);
}

enum err counter_show(struct rq *q)
{
	struct exchange_row x;
	enum err e = exchange_here(q, &x);
	return e ? e : exchange_page(q, &x);
}

static enum err tried(struct rq *q)
{
	enum err e = throttle(q, "gift-code", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      TRIES, HOUR);
	if (e)
		return e;
	form_error(q, "letters", "gift_code");
	return ERR_FORM;
}

/* The letters that somebody says at the counter lead to what is theirs. */
enum err counter_code(struct rq *q)
{
	struct code_in in;
	struct exchange_row x;
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	const char *letters = letters_of(q->arena, in.letters);
	enum err e = row_one(&by_code_q, ARGS(A_(letters), A_(q->station)), exchange_row_cols, &x);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return tried(q);
	}
	if (e)
		return e;
	put(q, "Form.letters", letters);
	return exchange_page(q, &x);
}

struct ending {
	struct rq *q;
	struct gift_end g;
};

static enum err ended(void *ctx)
{
	const struct ending *d = ctx;
	return gift_end(&d->q->actor, &d->g);
}

/* Nobody hands out to themselves. */
static enum err counter_own(struct rq *q, const struct exchange_row *x)
{
	int64_t me;
	enum err e = staff_person(q->staff, &me);
	if (e || x->owner == DB_NONE || x->owner != me)
		return e;
	form_error(q, NULL, "gift_own");
	return ERR_FORM;
}

enum err counter_hand(struct rq *q)
{
	struct code_in in;
	struct exchange_row x;
	enum err e = exchange_here(q, &x);
	if (!e && !str_eq(x.state, "waiting"))
		e = ERR(ERR_STALE, "exchange is %s", x.state);
	if (e)
		return e;
	if (!form_read(q, code_in_fields, &in))
		return ERR_FORM;
	if (!str_eq(letters_of(q->arena, in.letters), x.code))
		return tried(q);
	e = counter_own(q, &x);
	struct ending d = { q, { .id = x.id, .state = "handed" } };
	if (!e)
		e = db_tx(ended, &d);
	return e ? e : see(q, "/bank/gifts/waiting?done=handed");
}

enum err counter_cancel(struct rq *q)
{
	struct reason_in in;
	struct exchange_row x;
	enum err e = exchange_here(q, &x);
	if (!e && !str_eq(x.state, "waiting"))
		e = ERR(ERR_STALE, "exchange is %s", x.state);
	if (e)
		return e;
	if (!form_read(q, reason_in_fields, &in))
		return ERR_FORM;
	e = counter_own(q, &x);
	struct ending d = {
		q, { .id = x.id, .state = "cancelled", .reason = in.why, .station_fault = true }
	};
	if (!e)
		e = db_tx(ended, &d);
	return e ? e : see(q, "/bank/gifts/waiting?done=gift_back");
}
