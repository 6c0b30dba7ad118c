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

/* By whom somebody came: one of the two. */
struct owner {
	int64_t wechat;
	struct bytes phone;
};

#define KEPT_COLS(X, T) \
	X(T, BYTES, uid, "uid") \
	X(T, BYTES, body, "body_sealed")
ROW_DEFINE(kept_row, KEPT_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(KEPT_COLS)
	"  FROM register_kept"
	" WHERE (wechat_account_id = ? OR phone_index = ?)"
	"   AND saved_at >= ?");
static struct stmt save_q = SQL(
	"INSERT INTO register_kept (uid, wechat_account_id, phone_index, body_sealed, saved_at)"
	" VALUES (?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE uid = VALUES(uid), body_sealed = VALUES(body_sealed),"
	"       saved_at = VALUES(saved_at)");
static struct stmt drop_q = SQL(
	"DELETE FROM register_kept"
	" WHERE wechat_account_id = ?"
	"    OR phone_index = ?");
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

static bool kept_field(const void *ctx, const char *name)
{
	(void)ctx;
	return str_in(name, KEPT_ONE "," KEPT_LISTS);
}

enum err register_keep(struct rq *q)
{
	struct enrol_in in;
	struct owner o;
	struct arena *a = q->arena;
	if (q->person)
		return see(q, "/account/me");
	/* What is still missing or wrong is said when it is sent. */
	(void)form_read(q, enrol_in_fields, &in);
	form_keep(q);
	const char *body = form_lines(q, kept_field, NULL), *to = path_back(q, NULL);
	if (strlen(body) > BODY_MAX)
		return ERR_TOO_LARGE;
	enum err e = owner_of(q, &o);
	if (!e)
		e = throttle(q, "register_keep",
			     arena_fmt(a, "%lld/%lld", (long long)q->who.wechat_id,
				       (long long)q->who.phone_id),
			     PER_OWNER, HOUR);
	struct bytes uid = secret_uid(a);
	if (!e)
		e = db_exec(&save_q,
			    ARGS(A_(uid), A_(o.wechat), A_(o.phone),
				 A_(secret_seal(a, "register_kept.body", uid, body)),
				 A_(clock_time(a, q->now))),
			    NULL);
	return e ? e
		 : see(q, "/account/register?done=register_kept%s%s", to ? "&to=" : "",
		       to ? url_encode(a, to) : "");
}

enum err register_keep_drop(struct rq *q)
{
	enum err e = register_kept_drop(q);
	return e ? e : see(q, "/account/register?done=register_dropped");
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

enum err register_kept_load(struct rq *q)
{
	struct owner o;
	struct kept_row k;
	const char *body;
	enum err e = owner_of(q, &o);
	if (!e)
		e = row_one(&find_q,
			    ARGS(A_(o.wechat), A_(o.phone),
				 A_(clock_time(q->arena, q->now - KEPT_SECONDS))),
			    kept_row_cols, &k);
	if (!e)
		e = secret_unseal(q->arena, "register_kept.body", k.uid, k.body, &body);
	if (e)
		return e == ERR_NOT_FOUND ? OK : e;
	form_lines_each(q, body, kept_put, NULL);
	put(q, "Resumed", "1");
	return OK;
}

enum err register_kept_drop(struct rq *q)
{
	struct owner o;
	enum err e = owner_of(q, &o);
	return e ? e : db_exec(&drop_q, ARGS(A_(o.wechat), A_(o.phone)), NULL);
}

enum err register_kept_forget(int64_t person)
{
	return db_exec(&forget_q, ARGS(A_(person)), NULL);
}
