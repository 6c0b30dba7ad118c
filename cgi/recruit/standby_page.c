/* standby_page.c - 有人退出时问我: for which shifts a volunteer would step in 补位, up to five choices. */
#include "clock.h"
#include "code.h"
#include "form.h"
#include "recruit.h"
#include "secret.h"
#include "standby.h"

#define CHOICE_IN(X, T) X(T, CODE, category, 0, 4) X(T, CODE, weekday, 0, 1)
FORM_DEFINE(choice_in, CHOICE_IN);

#define CHOICE_COLS(X, T) \
	X(T, TEXT, uid, "LOWER(HEX(uid))") \
	X(T, TEXT, category, "category") \
	X(T, TEXT, weekday, "weekday")
ROW_DEFINE(choice_row, CHOICE_COLS);
static struct stmt list_q = SQL(
	"SELECT " ROW_SELECT(CHOICE_COLS)
	"  FROM standby"
	" WHERE person_id = ?"
	" ORDER BY id"
	" LIMIT 50");
/* Two clicks at once wait for each other here. */
static struct stmt hold_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE person_id = ?"
	"   FOR UPDATE");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM standby"
	" WHERE person_id = ?");
static struct stmt same_q = SQL(
	"SELECT COUNT(*)"
	"  FROM standby"
	" WHERE person_id = ?"
	"   AND category = ?"
	"   AND weekday = ?");
static struct stmt add_q = SQL(
	"INSERT INTO standby (uid, person_id, category, weekday, made_at)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt own_q = SQL(
	"SELECT id"
	"  FROM standby"
	" WHERE uid = UNHEX(?)"
	"   AND person_id = ?");
static struct stmt end_q = SQL(
	"DELETE FROM standby"
	" WHERE id = ?");

enum err standby_show(struct rq *q)
{
	struct choice_row *v;
	size_t n = 0;
	enum err e = code_load();
	if (!e)
		e = row_all(&list_q, ARGS(A_(q->person)), choice_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		struct node *c = node_item(put_list(q, "Choices"));
		node_set(c, "uid", v[i].uid);
		node_set(c, "category", code_name("service_category", v[i].category));
		node_set(c, "weekday", *v[i].weekday ? v[i].weekday : NULL);
	}
	put_int(q, "Full", n >= STANDBY_CHOICES ? 1 : DB_NONE);
	if (!e)
		e = put_codes(q, "Categories", "service_category");
	return e ? e : page(q, "recruit/standby.cs");
}

struct choosing {
	struct rq *q;
	struct choice_in in;
};

static enum err choice_add(void *ctx)
{
	struct choosing *c = ctx;
	struct rq *q = c->q;
	int64_t person, n = 0, same = 0, id = 0;
	enum err e = db_int(&hold_q, ARGS(A_(q->person)), &person);
	if (!e)
		e = db_int(&same_q, ARGS(A_(person), A_(c->in.category), A_(c->in.weekday)), &same);
	/* The same click twice gets the same answer. */
	if (e || same)
		return e;
	e = db_int(&count_q, ARGS(A_(person)), &n);
	if (!e && n >= STANDBY_CHOICES)
		return ERR(ERR_CHECK, "has %lld choices", (long long)n);
	return e ? e
		 : audited(&q->actor, &add_q,
			   ARGS(A_(secret_uid(q->arena)), A_(person), A_(c->in.category),
				A_(c->in.weekday), A_(actor_time(&q->actor))),
			   "standby.add", "standby", &id);
}

enum err standby_add(struct rq *q)
{
	struct choosing c = { .q = q };
	enum err e = OK;
	bool read = form_read(q, choice_in_fields, &c.in);
	c.in.category = str_or(c.in.category, "");
	c.in.weekday = str_or(c.in.weekday, "");
	if (read && *c.in.category)
		e = code_check(q, "category", "service_category", c.in.category);
	if (read && *c.in.weekday && !str_in(c.in.weekday, "1,2,3,4,5,6,7"))
		form_error(q, "weekday", "weekday_unknown");
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	e = db_tx(choice_add, &c);
	if (e == ERR_CHECK) {
		form_error(q, NULL, "standby_full");
		return ERR_FORM;
	}
	return e ? e : see(q, "/recruit/standby?done=standby_saved");
}

enum err standby_end(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&own_q, ARGS(A_(arg(q, 0)), A_(q->person)), &id);
	if (!e)
		e = audited(&q->actor, &end_q, ARGS(A_(id)), "standby.end", "standby", &id);
	return e ? e : see(q, "/recruit/standby?done=standby_ended");
}
