/* phone_code.c - codes that prove a phone: made, sent, tried, and what they proved. */
#include "phone_code.h"

#include <string.h>

#include "account.h"
#include "clock.h"
#include "device.h"
#include "secret.h"
#include "tell.h"

enum { GOOD = TELL_CODE_MINUTES * 60, PROOF = 600, KEPT = 86400, MOST_WRONG = 5 };
enum { HOUR = 3600, DAY = 86400, GAP = 60 };

/* How often a code may be asked for. A hall of people shares one address, a family one phone. */
static const struct limit {
	const char *what, *message;
	int limit, window;
} by_phone[] = { { "phone_gap", "code_soon", 1, GAP },
		 { "phone_hour", "code_many", 5, HOUR },
		 { "phone_day", "code_many", 10, DAY } },
  by_device = { "phone_device", "code_many", 10, HOUR },
  by_address = { "phone_from", "code_many", 100, HOUR },
  by_wrong = { "phone_wrong", "code_wrongs", 100, HOUR };

static struct stmt sweep_q = SQL(
	"DELETE FROM phone_code"
	" WHERE made_at < ?"
	" LIMIT 20");
static struct stmt add_q = SQL(
	"INSERT INTO phone_code (uid, purpose, owner_mac, phone_sealed, phone_index, code_mac,"
	"       made_at, expires_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

#define CODE_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, BYTES, uid, "uid") \
	X(T, BYTES, phone, "phone_sealed") \
	X(T, BYTES, index, "phone_index") \
	X(T, BYTES, code_mac, "code_mac") \
	X(T, INT, wrong, "wrong") \
	X(T, INT, waits, "code_mac IS NOT NULL AND expires_at > ?") \
	X(T, INT, proved, "used_at IS NULL AND COALESCE(proved_at > ?, 0)")
ROW_DEFINE(code_row, CODE_COLS);
/* The newest: a code that was sent before it is good for nothing. */
static struct stmt newest_q = SQL(
	"SELECT " ROW_SELECT(CODE_COLS)
	"  FROM phone_code"
	" WHERE owner_mac = ?"
	"   AND purpose = ?"
	" ORDER BY id DESC"
	" LIMIT 1");
static struct stmt session_q = SQL(
	"SELECT " ROW_SELECT(CODE_COLS)
	"  FROM phone_code"
	" WHERE id = ?");
/* A try counts before anybody looks whether it is right, so that no two of them slip through. */
static struct stmt count_q = SQL(
	"UPDATE phone_code"
	"   SET wrong = wrong + 1"
	" WHERE id = ?"
	"   AND wrong < ?"
	"   AND code_mac IS NOT NULL"
	"   AND expires_at > ?");
static struct stmt prove_q = SQL(
	"UPDATE phone_code"
	"   SET code_mac = NULL, proved_at = ?"
	" WHERE id = ?"
	"   AND code_mac = ?");
static struct stmt use_q = SQL(
	"UPDATE phone_code"
	"   SET used_at = ?"
	" WHERE id = ?"
	"   AND proved_at IS NOT NULL"
	"   AND used_at IS NULL");

static struct stmt proved_q = SQL(
	"UPDATE person p"
	"  JOIN phone_code c ON c.id = ? AND c.phone_index = p.phone_index"
	"   SET p.phone_proved_at = ?"
	" WHERE p.id = ?"
	"   AND p.erased_at IS NULL");
static struct stmt unproved_q = SQL(
	"UPDATE person"
	"   SET phone_proved_at = NULL"
	" WHERE phone_index = ?");
static struct stmt forget_q = SQL(
	"DELETE c"
	"  FROM phone_code c"
	"  JOIN person p ON p.phone_index = c.phone_index"
	" WHERE p.id = ?");

bool phone_codes(void)
{
	return tell_by_sms();
}

static struct bytes text_mac(struct arena *a, const char *label, const char *text)
{
	return secret_mac(a, label, (struct bytes){ (const uint8_t *)text, strlen(text) });
}

static struct bytes code_mac(struct arena *a, struct bytes uid, const char *code)
{
	return text_mac(a, "phone_code.code", arena_fmt(a, "%s %s", hex_encode(a, uid), code));
}

/* Whoever signs in is known by the browser, who exchanges a phone by the session. */
static struct bytes owner_mac(struct rq *q, const char *purpose)
{
	if (!str_eq(purpose, "sign_in"))
		return text_mac(q->arena, "phone_code.session",
				arena_fmt(q->arena, "%lld", (long long)q->who.session_id));
	return secret_mac(q->arena, "phone_code.browser", device_of(q));
}

enum err phone_tries_left(struct rq *q, const char *field)
{
	enum err e = throttle_left(q, by_wrong.what, q->remote, by_wrong.limit, by_wrong.window);
	if (e != ERR_THROTTLED)
		return e;
	form_error(q, field, by_wrong.message);
	return ERR_FORM;
}

enum err phone_tries_wrong(struct rq *q)
{
	enum err e = throttle(q, by_wrong.what, q->remote, by_wrong.limit, by_wrong.window);
	return e == ERR_THROTTLED ? OK : e;
}

static enum err limit_hit(struct rq *q, const struct limit *l, const char *who)
{
	enum err e = throttle(q, l->what, who, l->limit, l->window);
	if (e != ERR_THROTTLED)
		return e;
	form_error(q, NULL, l->message);
	return ERR_FORM;
}

static enum err limits(struct rq *q, const char *phone)
{
	enum err e = limit_hit(q, &by_address, q->remote);
	if (!e)
		e = limit_hit(q, &by_device, hex_encode(q->arena, device_of(q)));
	for (size_t i = 0; !e && i < sizeof(by_phone) / sizeof(by_phone[0]); i++)
		e = limit_hit(q, &by_phone[i], phone);
	return e;
}

static const char *code_draw(struct arena *a)
{
	uint64_t n;
	secret_random(&n, sizeof(n));
	return arena_fmt(a, "%06llu", (unsigned long long)(n % 1000000u));
}

struct sending {
	struct rq *q;
	const char *purpose, *phone;
};

static enum err send_tx(void *ctx)
{
	const struct sending *s = ctx;
	struct rq *q = s->q;
	struct arena *a = q->arena;
	struct bytes uid = secret_uid(a);
	const char *code = code_draw(a), *now = clock_time(a, q->now),
		   *until = clock_time(a, q->now + GOOD);
	enum err e = db_exec(&add_q,
			     ARGS(A_(uid), A_(s->purpose), A_(owner_mac(q, s->purpose)),
				  A_(secret_seal(a, "phone_code.phone", uid, s->phone)),
				  A_(secret_index(a, "person.phone", s->phone)),
				  A_(code_mac(a, uid, code)), A_(now), A_(until)),
			     NULL);
	return e ? e : tell_code(&q->actor, s->phone, code, until);
}

enum err phone_code_send(struct rq *q, const char *purpose, const char *phone)
{
	struct sending s = { q, purpose, phone };
	if (!phone_codes()) {
		form_error(q, NULL, "code_off");
		return ERR_FORM;
	}
	enum err e = limits(q, phone);
	if (!e)
		e = db_exec(&sweep_q, ARGS(A_(clock_time(q->arena, q->now - KEPT))), NULL);
	return e ? e : db_tx(send_tx, &s);
}

static enum err code_load(struct rq *q, struct stmt *s, struct args a, struct code_row *r,
			  struct phone_proof *p)
{
	enum err e = row_one(s, a, code_row_cols, r);
	if (e)
		return e;
	p->id = r->id;
	p->index = r->index;
	return secret_unseal(q->arena, "phone_code.phone", r->uid, r->phone, &p->phone);
}

static enum err newest(struct rq *q, const char *purpose, struct code_row *r, struct phone_proof *p)
{
	struct arena *a = q->arena;
	return code_load(q, &newest_q,
			 ARGS(A_(clock_time(a, q->now)), A_(clock_time(a, q->now - PROOF)),
			      A_(owner_mac(q, purpose)), A_(purpose)),
			 r, p);
}

/* There is no such code any more: another one must be asked for. */
static enum err code_over(struct rq *q)
{
	form_error(q, "code", "code_over");
	return ERR_FORM;
}

enum err phone_code_try(struct rq *q, const char *purpose, const char *code, struct phone_proof *p)
{
	struct code_row r;
	int64_t n;
	const char *now = clock_time(q->arena, q->now);
	enum err e = phone_tries_left(q, "code");
	if (!e)
		e = newest(q, purpose, &r, p);
	if (e)
		return e == ERR_NOT_FOUND ? code_over(q) : e;
	e = db_affect(&count_q, ARGS(A_(r.id), A_((int64_t)MOST_WRONG), A_(now)), &n);
	if (e || n == 0)
		return e ? e : code_over(q);
	struct bytes mac = code_mac(q->arena, r.uid, code);
	if (r.code_mac.n != mac.n || !secret_equal(mac.p, r.code_mac.p, mac.n)) {
		e = phone_tries_wrong(q);
		if (e)
			return e;
		if (r.wrong + 1 >= MOST_WRONG)
			return code_over(q);
		form_error(q, "code", "code_wrong");
		return ERR_FORM;
	}
	e = db_affect(&prove_q, ARGS(A_(now), A_(r.id), A_(mac)), &n);
	return e ? e : n ? OK : code_over(q);
}

enum err phone_code_waits(struct rq *q, const char *purpose, struct phone_proof *p)
{
	struct code_row r;
	enum err e = newest(q, purpose, &r, p);
	return e ? e : r.waits ? OK : ERR_NOT_FOUND;
}

enum err phone_proved(struct rq *q, const char *purpose, struct phone_proof *p)
{
	struct code_row r;
	enum err e = newest(q, purpose, &r, p);
	return e ? e : r.proved ? OK : ERR_NOT_FOUND;
}

enum err phone_proof_of_session(struct rq *q, struct phone_proof *p)
{
	struct code_row r;
	struct arena *a = q->arena;
	const char *now = clock_time(a, q->now);
	if (!q->who.phone_id)
		return ERR_NOT_FOUND;
	return code_load(q, &session_q, ARGS(A_(now), A_(now), A_(q->who.phone_id)), &r, p);
}

enum err phone_proof_use(const struct actor *by, int64_t id)
{
	return db_change(&use_q, ARGS(A_(actor_time(by)), A_(id)));
}

enum err phone_proof_of(const struct actor *by, int64_t id, int64_t person)
{
	return db_exec(&proved_q, ARGS(A_(id), A_(actor_time(by)), A_(person)), NULL);
}

enum err phone_changes_hands(struct bytes index)
{
	return db_exec(&unproved_q, ARGS(A_(index)), NULL);
}

enum err phone_codes_forget(int64_t person)
{
	return db_exec(&forget_q, ARGS(A_(person)), NULL);
}
