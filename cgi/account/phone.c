/*
 * phone.c - volunteers sign in with their phone and a code. The same words whether a number is
 * known or not; only who holds the phone learns it, and of names no more than a part: carriers give
 * numbers out again. Whoever has not entered a code for so long that the phone may be another's by
 * now shows the end of their document's number, too. A phone that several people share lets choose
 * after the code; one that nobody has leads to the registration. Who came by a new WeChat binds it
 * to the person whose phone it is 换绑: asked for once more, since the WeChat of before ends.
 */
#include <string.h>

#include "account.h"
#include "clock.h"
#include "person.h"
#include "phone.h"
#include "phone_code.h"
#include "rebind.h"
#include "tell.h"

/* A number rests for ninety days before it is given out again. */
enum { DAY = 86400, BINDS_A_DAY = 5, FRESH = 80 * DAY, TAIL = 6, TAILS_A_DAY = 5 };

#define PHONE_IN(X, T) \
	X(T, PHONE, phone, 1, 0) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(phone_in, PHONE_IN);
#define CODE_IN(X, T) \
	X(T, STR, code, 1, 12) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(code_in, CODE_IN);
#define WHO_IN(X, T) \
	X(T, NO, no, 0, 16) \
	X(T, IDNO, id_tail, 0, 24) \
	X(T, FLAG, none, 0, 1) \
	X(T, STR, to, 0, 200)
FORM_DEFINE(who_in, WHO_IN);

/* Whose number it is now; what a registration that was merged had before is nobody's key. */
#define OWNER_COLS(X, T) \
	X(T, INT, id, "p.id") \
	X(T, TEXT, name, "p.name") \
	X(T, TEXT, no, "v.no") \
	X(T, INT, fresh, "COALESCE(p.phone_proved_at > ?, 0)") \
	X(T, INT, document, "p.id_no_index IS NOT NULL")
ROW_DEFINE(owner_row, OWNER_COLS);
static struct stmt owners_q = SQL(
	"SELECT " ROW_SELECT(OWNER_COLS)
	"  FROM person p"
	"  JOIN volunteer v ON v.person_id = p.id"
	" WHERE p.phone_index = ?"
	"   AND p.merged_into IS NULL"
	"   AND p.erased_at IS NULL"
	" ORDER BY p.id"
	" LIMIT 20");

static void put_to(struct rq *q, const char *purpose)
{
	const char *to = path_back(q, NULL);
	put(q, "To", to);
	put(q, "ToEncoded", to ? url_encode(q->arena, to) : NULL);
	form_key(q, purpose);
}

/* Who is signed in as a volunteer, or staff, stays so. */
static bool is_in(const struct rq *q)
{
	return q->person || q->staff;
}

static enum err go_on(struct rq *q)
{
	return see(q, "%s", path_back(q, q->staff ? "/account/desk" : "/account/me"));
}

/* A WeChat that is nobody's yet. */
static bool binds(const struct rq *q)
{
	return q->who.wechat_id && !q->person;
}

static const char *next(struct rq *q, const char *path)
{
	const char *to = path_back(q, NULL);
	return to ? arena_fmt(q->arena, "%s?to=%s", path, url_encode(q->arena, to)) : path;
}

enum err phone_show(struct rq *q)
{
	if (is_in(q))
		return go_on(q);
	put_to(q, "phone");
	put(q, "Off", phone_codes() ? NULL : "1");
	put(q, "Bind", binds(q) ? "1" : NULL);
	return page(q, "account/phone.cs");
}

enum err phone_ask(struct rq *q)
{
	struct phone_in in;
	struct bytes uid;
	bool read = form_read(q, phone_in_fields, &in);
	enum err e = form_key_uid(q, "phone", &uid);
	if (e)
		return e;
	if (is_in(q))
		return go_on(q);
	if (read && !mobile_check(in.phone))
		form_error(q, "phone", "mobile");
	if (!form_ok(q))
		return ERR_FORM;
	e = phone_code_send(q, "sign_in", in.phone);
	return e ? e : see(q, "%s", next(q, "/account/phone/code"));
}

enum err phone_code_show(struct rq *q)
{
	struct phone_proof p;
	if (is_in(q))
		return go_on(q);
	enum err e = phone_code_waits(q, "sign_in", &p);
	if (e && e != ERR_NOT_FOUND)
		return e;
	put_to(q, "phone");
	put_int(q, "Minutes", TELL_CODE_MINUTES);
	put(q, "Phone", e ? NULL : mask_phone(q->arena, p.phone));
	return page(q, "account/phone_code.cs");
}

struct owners {
	struct owner_row *v;
	size_t n;
};

static enum err owners_of(struct rq *q, const struct phone_proof *p, struct owners *o)
{
	return row_all(&owners_q, ARGS(A_(clock_time(q->arena, q->now - FRESH)), A_(p->index)),
		       owner_row_cols, sizeof(*o->v), &o->v, &o->n);
}

static const struct owner_row *owner_by_no(const struct owners *o, const char *no)
{
	for (size_t i = 0; i < o->n; i++)
		if (str_eq(o->v[i].no, no))
			return &o->v[i];
	return NULL;
}

/* The whole number, or as many of its last characters as are asked for. */
static bool tail_fits(const char *no, const char *typed)
{
	size_t n = strlen(no), t = strlen(typed);
	return utf8_count(typed) >= TAIL && t <= n && strcmp(no + n - t, typed) == 0;
}

/* Counted before it is looked at, so that no two tries slip through. */
static enum err tail_check(struct rq *q, const struct owner_row *o, const char *typed)
{
	struct held h;
	if (!o->document)
		return ERR_FORBIDDEN;
	if (!typed) {
		form_error(q, "id_tail", "required");
		return ERR_FORM;
	}
	enum err e = phone_tries_left(q, "id_tail");
	if (!e)
		e = throttle(q, "phone_tail", arena_fmt(q->arena, "%lld", (long long)o->id),
			     TAILS_A_DAY, DAY);
	if (e == ERR_THROTTLED) {
		form_error(q, "id_tail", "tail_many");
		return ERR_FORM;
	}
	if (!e)
		e = held_by_person(q, o->id, &h);
	if (e || (h.id_no_text && tail_fits(h.id_no_text, typed)))
		return e;
	e = phone_tries_wrong(q);
	if (e)
		return e;
	form_error(q, "id_tail", "tail_wrong");
	return ERR_FORM;
}

struct entering {
	struct rq *q;
	struct phone_proof *proof;
	int64_t person;
};

static enum err enter_tx(void *ctx)
{
	const struct entering *n = ctx;
	struct rq *q = n->q;
	enum err e = phone_proof_use(&q->actor, n->proof->id);
	if (!e)
		e = phone_proof_of(&q->actor, n->proof->id, n->person);
	if (!e && binds(q))
		e = rebind_wechat(q, n->person);
	return e ? e : audit(&q->actor, "volunteer.sign_in", "person", n->person, "phone");
}

static enum err phone_enter(struct rq *q, struct phone_proof *p, int64_t person)
{
	struct entering n = { q, p, person };
	int64_t wechat = binds(q) ? q->who.wechat_id : 0;
	const char *to = path_back(q, "/account/me");
	enum err e = wechat ? throttle(q, "bind_phone",
				       arena_fmt(q->arena, "%lld", (long long)person), BINDS_A_DAY,
				       DAY)
			    : OK;
	if (!e)
		e = db_tx(enter_tx, &n);
	if (!e)
		e = volunteer_of_age(person, clock_day(q->arena, q->now));
	if (!e)
		e = session_volunteer(q, person, wechat);
	return e ? e : wechat ? see(q, "/account/me?done=bound") : see(q, "%s", to);
}

/* Nobody has this phone: a registration, for which it is proved. */
static enum err phone_new(struct rq *q, struct phone_proof *p)
{
	enum err e = binds(q) ? OK : phone_proof_use(&q->actor, p->id);
	if (!e && !binds(q))
		e = session_phone(q, p->id);
	return e ? e : see(q, "%s", next(q, "/account/register"));
}

enum err phone_code_enter(struct rq *q)
{
	struct code_in in;
	struct phone_proof p;
	struct owners o;
	struct bytes uid;
	bool read = form_read(q, code_in_fields, &in);
	enum err e = form_key_uid(q, "phone", &uid);
	if (e)
		return e;
	if (is_in(q))
		return go_on(q);
	if (!read)
		return ERR_FORM;
	e = phone_code_try(q, "sign_in", in.code, &p);
	if (!e)
		e = owners_of(q, &p, &o);
	if (e)
		return e;
	if (!o.n)
		return phone_new(q, &p);
	if (o.n > 1 || !o.v[0].fresh || binds(q))
		return see(q, "%s", next(q, "/account/phone/who"));
	return phone_enter(q, &p, o.v[0].id);
}

/* The proof of a moment ago, and whose phone it is. */
static enum err who_load(struct rq *q, struct phone_proof *p, struct owners *o)
{
	enum err e = phone_proved(q, "sign_in", p);
	return e ? e : owners_of(q, p, o);
}

/* Page.People.N.{no,name,asks,counter}: asks for the document, or has none that could be asked for.
 * Page.Chosen.{no,name}: who is asked for it now. */
static void put_owners(struct rq *q, const struct owners *o)
{
	const char *no = form_again(q) ? got(q, "Form.no") : query(q, "no");
	const struct owner_row *chosen = o->n == 1 ? o->v : owner_by_no(o, no);
	struct node *list = put_list(q, "People");
	for (size_t i = 0; i < o->n; i++) {
		struct node *n = node_item(list);
		node_set(n, "no", o->v[i].no);
		node_set(n, "name", mask_name(q->arena, o->v[i].name));
		if (!o->v[i].fresh)
			node_set(n, o->v[i].document ? "asks" : "counter", "1");
	}
	if (!chosen || chosen->fresh || !chosen->document)
		return;
	put(q, "Chosen.no", chosen->no);
	put(q, "Chosen.name", mask_name(q->arena, chosen->name));
}

enum err phone_who_show(struct rq *q)
{
	struct phone_proof p;
	struct owners o;
	if (is_in(q))
		return go_on(q);
	enum err e = who_load(q, &p, &o);
	if (e == ERR_NOT_FOUND)
		return see(q, "%s", next(q, "/account/phone"));
	if (e)
		return e;
	put_to(q, "phone");
	put(q, "Bind", binds(q) ? "1" : NULL);
	put(q, "Phone", mask_phone(q->arena, p.phone));
	put_owners(q, &o);
	return page(q, "account/phone_who.cs");
}

enum err phone_who_take(struct rq *q)
{
	struct who_in in;
	struct phone_proof p;
	struct owners o;
	struct bytes uid;
	bool read = form_read(q, who_in_fields, &in);
	enum err e = form_key_uid(q, "phone", &uid);
	if (!e && is_in(q))
		return go_on(q);
	if (!e && !read)
		return ERR_FORM;
	if (!e)
		e = who_load(q, &p, &o);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (!e && in.none)
		return phone_new(q, &p);
	const struct owner_row *one = e ? NULL : owner_by_no(&o, in.no);
	if (!one)
		return see(q, "%s", next(q, "/account/phone"));
	e = one->fresh ? OK : tail_check(q, one, in.id_tail);
	return e ? e : phone_enter(q, &p, one->id);
}
