/*
 * rebind.c - 换绑: another WeChat, another phone. The person is proved by what stays the same: a
 * new WeChat by the old one, which shows a one-time code that is typed after the new one signed in,
 * or by the phone (phone.c); a new phone by a code to it (me_phone.c); and at the station by staff
 * who have the document before them.
 */
#include <string.h>

#include "account.h"
#include "audit.h"
#include "phone.h"
#include "clock.h"
#include "outbox.h"
#include "phone_code.h"
#include "rebind.h"
#include "revoke.h"
#include "secret.h"
#include "session_cut.h"
#include "tell.h"

enum { DIGITS = 8, DRAWS = 5, GOOD_SECONDS = 86400 };
enum { TRIES = 10, TRIES_FROM = 60, CODES_A_DAY = 5, HOUR = 3600, DAY = 86400 };

/* Of codes given out before none is good any more. */
static struct stmt replace_q = SQL(
	"UPDATE rebind"
	"   SET code_mac = NULL"
	" WHERE person_id = ?"
	"   AND code_mac IS NOT NULL");
static struct stmt add_q = SQL(
	"INSERT INTO rebind (person_id, kind, staff_id, purpose, made_at, code_mac, expires_at,"
	"       done_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt release_q = SQL(
	"UPDATE wechat_account"
	"   SET person_id = NULL, bound_at = NULL"
	" WHERE person_id IN (SELECT id FROM person WHERE ? IN (id, merged_into))");
#define CODE_COLS(X, T) \
	X(T, INT, id, "b.id") \
	X(T, INT, person_id, "b.person_id")
ROW_DEFINE(code_row, CODE_COLS);
static struct stmt code_q = SQL(
	"SELECT " ROW_SELECT(CODE_COLS)
	"  FROM rebind b"
	"  JOIN person p ON p.id = b.person_id AND p.erased_at IS NULL"
	" WHERE b.code_mac = ?"
	"   AND b.expires_at > ?"
	"   FOR UPDATE");
static struct stmt used_q = SQL(
	"UPDATE rebind"
	"   SET code_mac = NULL, done_at = ?"
	" WHERE id = ?"
	"   AND code_mac IS NOT NULL");
static struct stmt bind_q = SQL(
	"UPDATE wechat_account"
	"   SET person_id = ?, bound_at = ?"
	" WHERE id = ?"
	"   AND person_id IS NULL");
static struct stmt phone_q = SQL(
	"UPDATE person"
	"   SET phone_sealed = ?, phone_index = ?"
	" WHERE id = ?"
	"   AND erased_at IS NULL");
static struct stmt version_q = SQL(
	"UPDATE volunteer"
	"   SET version = version + 1"
	" WHERE person_id = ?");

static struct bytes code_mac(struct arena *a, const char *code)
{
	return secret_mac(a, "rebind", (struct bytes){ (const uint8_t *)code, strlen(code) });
}

static const char *code_draw(struct arena *a)
{
	uint64_t n;
	secret_random(&n, sizeof(n));
	return arena_fmt(a, "%0*llu", DIGITS, (unsigned long long)(n % 100000000u));
}

/* A code that nobody has been given and not yet used: among eight digits the first one, nearly
 * always. */
static enum err rebind_code(const struct rebind *r, const char **code)
{
	struct arena *a = r->q->arena;
	int64_t now = r->q->now, staff = r->q->staff ? r->q->staff : DB_NONE;
	enum err e = db_exec(&replace_q, ARGS(A_(r->person)), NULL);
	for (int i = 0; !e && i < DRAWS; i++) {
		*code = code_draw(a);
		e = db_exec(&add_q,
			    ARGS(A_(r->person), A_("wechat"), A_(staff), A_(r->purpose),
				 A_(clock_time(a, now)), A_(code_mac(a, *code)),
				 A_(clock_time(a, now + GOOD_SECONDS)), A_((const char *)NULL)),
			    NULL);
		if (e != ERR_DUPLICATE)
			break;
		e = i + 1 < DRAWS ? OK : e;
	}
	return e;
}

/* The old one signs in no more, and whoever is signed in by it is out. */
static enum err wechat_release(const struct actor *by, int64_t person)
{
	enum err e = session_forget(by, person);
	return e ? e : db_exec(&release_q, ARGS(A_(person)), NULL);
}

static enum err rebind_phone(const struct rebind *r)
{
	struct arena *a = r->q->arena;
	const char *now = clock_time(a, r->q->now);
	int64_t staff = r->q->staff ? r->q->staff : DB_NONE;
	struct bytes index = secret_index(a, "person.phone", r->phone);
	enum err e = db_change(&phone_q, ARGS(A_(secret_seal(a, "person.phone", r->uid, r->phone)),
					      A_(index), A_(r->person)));
	if (!e)
		e = phone_changes_hands(index);
	/* Whoever was signed in by the phone of before is out, and so is the member of staff that
	 * the person is. */
	if (!e)
		e = session_forget(&r->q->actor, r->person);
	if (!e)
		e = sessions_cut_of(&r->q->actor, r->person, r->q->who.session_id);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(r->person), A_("phone"), A_(staff), A_(r->purpose), A_(now),
				 A_((const char *)NULL), A_((const char *)NULL), A_(now)),
			    NULL);
	if (!e && r->old && mobile_check(r->old))
		e = tell_number(&r->q->actor, r->old, "phone_left");
	return e ? e : audit(&r->q->actor, "person.phone", "person", r->person, NULL);
}

enum err rebind_store(void *ctx)
{
	struct rebind *r = ctx;
	enum err e = OK;
	if (r->wechat)
		e = wechat_release(&r->q->actor, r->person);
	if (!e && r->wechat)
		e = rebind_code(r, &r->code);
	if (!e && r->wechat)
		e = audit(&r->q->actor, "wechat.release", "person", r->person, NULL);
	if (e || !r->phone)
		return e;
	e = rebind_phone(r);
	if (!e)
		e = db_change(&version_q, ARGS(A_(r->person)));
	return e ? e : outbox_volunteer(r->person);
}

static const char *code_spaced(struct arena *a, const char *code)
{
	return arena_fmt(a, "%.4s %s", code, code + DIGITS / 2);
}

/* At the station. */

enum err rebind_show(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (!e)
		e = put_held(q, &h, false);
	return e ? e : page(q, "account/rebind.cs");
}

#define REBIND_IN(X, T) \
	X(T, FLAG, wechat, 0, 1) \
	X(T, PHONE, phone, 0, 0) \
	X(T, STR, purpose, 2, 120) \
	X(T, FLAG, document_seen, 1, 1)
FORM_DEFINE(rebind_in, REBIND_IN);

/* The answer is the page with the code: it can stand in no address. */
enum err rebind_make(struct rq *q)
{
	struct rebind_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	bool read = form_read(q, rebind_in_fields, &in);
	if (read && in.phone && !mobile_check(in.phone))
		form_error(q, "phone", "mobile");
	if (read && !in.wechat && !in.phone)
		form_error(q, "wechat", "rebind_what");
	if (!form_ok(q))
		return ERR_FORM;
	struct rebind r = { .q = q,
			    .person = h.id,
			    .uid = h.uid,
			    .wechat = in.wechat,
			    .phone = in.phone,
			    .old = h.phone_text,
			    .purpose = in.purpose };
	e = db_tx(rebind_store, &r);
	if (e || !r.code)
		return e ? e : see(q, "/account/volunteers/%s?done=rebound", h.no);
	e = put_held(q, &h, false);
	put(q, "Code.text", code_spaced(q->arena, r.code));
	put(q, "Code.until", clock_time(q->arena, q->now + GOOD_SECONDS));
	reply_header(q, "Cache-Control", "no-store");
	return e ? e : page(q, "account/rebind.cs");
}

/* From the WeChat that is bound: it stays so until the new one takes its place. */

static enum err rebind_self_tx(void *ctx)
{
	struct rebind *r = ctx;
	enum err e = rebind_code(r, &r->code);
	return e ? e : audit(&r->q->actor, "wechat.code", "person", r->person, NULL);
}

enum err me_rebind_show(struct rq *q)
{
	return page(q, "account/me_rebind.cs");
}

enum err me_rebind(struct rq *q)
{
	struct rebind r = { .q = q, .person = q->person, .purpose = "" };
	enum err e = throttle(q, "rebind", arena_fmt(q->arena, "%lld", (long long)q->person),
			      CODES_A_DAY, DAY);
	if (!e)
		e = db_tx(rebind_self_tx, &r);
	if (e)
		return e;
	put(q, "Code.text", code_spaced(q->arena, r.code));
	put(q, "Code.until", clock_time(q->arena, q->now + GOOD_SECONDS));
	reply_header(q, "Cache-Control", "no-store");
	return page(q, "account/me_rebind.cs");
}

/* The new WeChat, signed in and nobody yet. */

enum err bind_show(struct rq *q)
{
	if (!q->person && !q->who.wechat_id)
		return see(q, "/account/register");
	if (q->person)
		return see(q, "/account/me");
	return page(q, "account/bind.cs");
}

#define BIND_IN(X, T) X(T, CODE, bind_code, DIGITS, DIGITS)
FORM_DEFINE(bind_in, BIND_IN);

struct binding {
	struct rq *q;
	const char *code;
	int64_t person;
};

/* The signed-in WeChat is bound, and the one of before released. */
static enum err wechat_take(struct rq *q, int64_t person)
{
	const char *now = clock_time(q->arena, q->now);
	enum err e = wechat_release(&q->actor, person);
	if (!e)
		e = db_change(&bind_q, ARGS(A_(person), A_(now), A_(q->who.wechat_id)));
	if (!e)
		revoke_kept();
	return e ? e
		 : tell(&q->actor, &(struct telling){ .event = "wechat_changed",
						      .person = person,
						      .about = "person",
						      .target = person,
						      .key = now,
						      .path = "/account/me/looked" });
}

enum err rebind_wechat(struct rq *q, int64_t person)
{
	const char *now = clock_time(q->arena, q->now);
	enum err e = wechat_take(q, person);
	if (!e)
		e = db_exec(&replace_q, ARGS(A_(person)), NULL);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(person), A_("wechat"), A_(DB_NONE), A_(""), A_(now),
				 A_((const char *)NULL), A_((const char *)NULL), A_(now)),
			    NULL);
	return e ? e : audit(&q->actor, "wechat.bind", "person", person, "phone");
}

static enum err bind_tx(void *ctx)
{
	struct binding *b = ctx;
	struct rq *q = b->q;
	struct code_row r;
	const char *now = clock_time(q->arena, q->now);
	enum err e = row_one(&code_q, ARGS(A_(code_mac(q->arena, b->code)), A_(now)), code_row_cols,
			     &r);
	if (!e)
		e = db_change(&used_q, ARGS(A_(now), A_(r.id)));
	if (!e)
		e = wechat_take(q, r.person_id);
	if (e)
		return e;
	b->person = r.person_id;
	return audit(&q->actor, "wechat.bind", "person", r.person_id, "rebind");
}

enum err bind_take(struct rq *q)
{
	struct bind_in in;
	if (!q->person && !q->who.wechat_id)
		return see(q, "/account/register");
	if (q->person)
		return see(q, "/account/me");
	if (!form_read(q, bind_in_fields, &in))
		return ERR_FORM;
	enum err e = throttle(q, "bind", arena_fmt(q->arena, "%lld", (long long)q->who.wechat_id),
			      TRIES, HOUR);
	/* Many accounts that guess together. */
	if (!e)
		e = throttle(q, "bind_from", q->remote, TRIES_FROM, HOUR);
	if (e)
		return e;
	struct binding b = { .q = q, .code = in.bind_code };
	e = db_tx(bind_tx, &b);
	if (e == ERR_NOT_FOUND) {
		form_error(q, "bind_code", "bind_code");
		return ERR_FORM;
	}
	if (!e)
		e = session_volunteer(q, b.person, q->who.wechat_id);
	return e ? e : see(q, "/account/me?done=bound");
}
