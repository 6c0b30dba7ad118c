/* register_kept.c - half a registration is kept, put back, thrown away. */
#include "register_kept.h"

#include <string.h>

#include "clock.h"
#include "enrol.h"
#include "form_lines.h"
#include "kept.h"
#include "phone_code.h"
#include "secret.h"

enum { PER_OWNER = 200, HOUR = 3600, BODY_MAX = 12000 };
#define KEPT_ONE \
	"name,id_type,id_no,birth_on,sex,phone,region_code,service_region_code,guardian_name," \
	"guardian_phone,guardian_relation,home"
#define KEPT_LISTS "categories,skills,fields,available"

/* By whom somebody came, or, for a child, the guardian: one of the three. */
struct owner {
	int64_t wechat;
	struct bytes phone, guardian;
};

#define KEPT_COLS(X, T) \
	X(T, BYTES, uid, "uid") \
	X(T, BYTES, body, "body_sealed")
ROW_DEFINE(kept_row, KEPT_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(KEPT_COLS)
	"  FROM register_kept"
	" WHERE (wechat_account_id = ?"
	"       OR phone_index = ?"
	"       OR guardian_index = ?)"
	"   AND saved_at >= ?");
static struct stmt save_q = SQL(
	"INSERT INTO register_kept (uid, wechat_account_id, phone_index, guardian_index,"
	"       body_sealed, saved_at)"
	" VALUES (?, ?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE uid = VALUES(uid), body_sealed = VALUES(body_sealed),"
	"       saved_at = VALUES(saved_at)");
static struct stmt drop_q = SQL(
	"DELETE FROM register_kept"
	" WHERE wechat_account_id = ?"
	"    OR phone_index = ?"
	"    OR guardian_index = ?");
static struct stmt forget_q = SQL(
	"DELETE k"
	"  FROM register_kept k"
	"  LEFT JOIN wechat_account w ON w.id = k.wechat_account_id"
	"  JOIN person p ON p.id = w.person_id OR p.phone_index = k.phone_index"
	" WHERE p.id = ?");

static enum err owner_of(struct rq *q, struct owner *o)
{
	struct phone_proof p = { 0 };
	*o = (struct owner){ .wechat = q->who.wechat_id ? q->who.wechat_id : DB_NONE };
	if (q->who.wechat_id)
		return OK;
	enum err e = phone_proof_of_session(q, &p);
	o->phone = p.index;
	return e;
}

static struct bytes guardian_of(struct arena *a, int64_t person)
{
	return secret_index(a, "register_kept.guardian", arena_fmt(a, "%lld", (long long)person));
}

static struct owner owner_guardian(struct rq *q)
{
	return (struct owner){ .wechat = DB_NONE, .guardian = guardian_of(q->arena, q->person) };
}

static bool kept_field(const void *ctx, const char *name)
{
	(void)ctx;
	return str_in(name, KEPT_ONE "," KEPT_LISTS);
}

/* What is still missing or wrong is said when it is sent. */
static enum err kept_save(struct rq *q, const struct owner *o)
{
	struct enrol_in in;
	struct arena *a = q->arena;
	(void)form_read(q, enrol_in_fields, &in);
	form_keep(q);
	const char *body = form_lines(q, kept_field, NULL);
	if (strlen(body) > BODY_MAX)
		return ERR_TOO_LARGE;
	enum err e = throttle(q, "register_keep",
			      arena_fmt(a, "%lld/%lld/%lld", (long long)q->who.wechat_id,
					(long long)q->who.phone_id, (long long)q->person),
			      PER_OWNER, HOUR);
	struct bytes uid = secret_uid(a);
	return e ? e
		 : db_exec(&save_q,
			   ARGS(A_(uid), A_(o->wechat), A_(o->phone), A_(o->guardian),
				A_(secret_seal(a, "register_kept.body", uid, body)),
				A_(clock_time(a, q->now))),
			   NULL);
}

enum err register_keep(struct rq *q)
{
	struct owner o;
	if (q->person)
		return see(q, "/account/me");
	const char *to = path_back(q, NULL);
	enum err e = owner_of(q, &o);
	if (!e)
		e = kept_save(q, &o);
	return e ? e
		 : see(q, "/account/register?done=register_kept%s%s", to ? "&to=" : "",
		       to ? url_encode(q->arena, to) : "");
}

enum err register_keep_drop(struct rq *q)
{
	enum err e = register_kept_drop(q);
	return e ? e : see(q, "/account/register?done=register_dropped");
}

enum err family_child_keep(struct rq *q)
{
	struct owner o = owner_guardian(q);
	enum err e = kept_save(q, &o);
	return e ? e : see(q, "/account/family/child?done=register_kept");
}

enum err family_child_drop(struct rq *q)
{
	enum err e = register_kept_child_drop(q);
	return e ? e : see(q, "/account/family/child?done=register_dropped");
}

static void kept_put(struct rq *q, const void *ctx, const char *name, const char *value)
{
	(void)ctx;
	struct node *form = put_list(q, "Form");
	if (str_in(name, KEPT_LISTS))
		form_tick(q, name, value);
	else if (kept_field(NULL, name))
		node_set(form, name, value);
}

static enum err kept_load(struct rq *q, const struct owner *o)
{
	struct kept_row k;
	const char *body, *since = clock_time(q->arena, q->now - KEPT_SECONDS);
	enum err e = row_one(&find_q, ARGS(A_(o->wechat), A_(o->phone), A_(o->guardian), A_(since)),
			     kept_row_cols, &k);
	if (!e)
		e = secret_unseal(q->arena, "register_kept.body", k.uid, k.body, &body);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	form_lines_each(q, body, kept_put, NULL);
	put(q, "Resumed", "1");
	return OK;
}

static enum err kept_drop(const struct owner *o)
{
	return db_exec(&drop_q, ARGS(A_(o->wechat), A_(o->phone), A_(o->guardian)), NULL);
}

enum err register_kept_load(struct rq *q)
{
	struct owner o;
	enum err e = owner_of(q, &o);
	return e == ERR_NOT_FOUND ? OK : e ? e : kept_load(q, &o);
}

enum err register_kept_drop(struct rq *q)
{
	struct owner o;
	enum err e = owner_of(q, &o);
	return e ? e : kept_drop(&o);
}

enum err register_kept_child_load(struct rq *q)
{
	struct owner o = owner_guardian(q);
	return kept_load(q, &o);
}

enum err register_kept_child_drop(struct rq *q)
{
	struct owner o = owner_guardian(q);
	return kept_drop(&o);
}

enum err register_kept_forget(const struct actor *by, int64_t person)
{
	enum err e = db_exec(&forget_q, ARGS(A_(person)), NULL);
	return e ? e
		 : kept_drop(&(struct owner){ .wechat = DB_NONE,
					      .guardian = guardian_of(by->arena, person) });
}
