/* position.c - the positions 岗位 of a plan, while it may be written. */
#include "change.h"
#include "form.h"
#include "project.h"
#include "secret.h"

enum { MOST = 30, ADULT = 18 };

#define POSITION_IN(X, T) \
	X(T, STR, title, 2, 50) \
	X(T, INT, wanted, 0, 10000) \
	X(T, TEXT, description, 2, 500) \
	X(T, TEXT, conditions, 2, 500) \
	X(T, OINT, min_age, 6, 80) \
	X(T, NO, training, 0, 24)
FORM_DEFINE(position_in, POSITION_IN);

static struct stmt trainings_q = SQL(
	"SELECT no AS code, CONCAT(no, ' ', title) AS name"
	"  FROM training"
	" WHERE station_id = ?"
	"   AND state <> 'cancelled'"
	" ORDER BY id DESC"
	" LIMIT 60");
static struct stmt training_id_q = SQL(
	"SELECT id"
	"  FROM training"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state <> 'cancelled'");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(o.uid)) AS uid, o.title, o.wanted, o.description, o.conditions,"
	"       o.min_age, t.no AS training"
	"  FROM position o"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.uid = UNHEX(?)"
	"   AND o.project_id = ?");
static struct stmt fixed_q = SQL(
	"SELECT o.title, o.conditions, o.min_age, o.taken, t.title AS training"
	"  FROM position o"
	"  LEFT JOIN training t ON t.id = o.training_id"
	" WHERE o.uid = UNHEX(?)"
	"   AND o.project_id = ?");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM position"
	" WHERE uid = UNHEX(?)"
	"   AND project_id = ?");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM position"
	" WHERE project_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO position (uid, project_id, title, wanted, description, conditions, min_age,"
	"       training_id)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt save_q = SQL(
	"UPDATE position"
	"   SET title = ?, wanted = ?, description = ?, conditions = ?, min_age = ?,"
	"       training_id = ?"
	" WHERE id = ?"
	"   AND project_id = ?");
static struct stmt remove_q = SQL(
	"DELETE FROM position"
	" WHERE id = ?"
	"   AND project_id = ?");

struct writing {
	struct rq *q;
	struct position_in in;
	int64_t project, position, training;
	struct bytes uid;
	bool alive; /* the project is published */
};

static enum err position_page(struct rq *q)
{
	put(q, "No", arg(q, 0));
	enum err e = put_query(q, "Trainings", &trainings_q, ARGS(A_(q->station)));
	return e ? e : page(q, "project/position.cs");
}

/* One more does nobody harm, once it is published, too. */
static enum err position_plan(struct rq *q, struct plan_row *p)
{
	enum err e = plan_read(q, p);
	if (!e && !plan_open(p) && !plan_alive(p))
		e = ERR_STALE;
	put_int(q, "Published", !e && plan_alive(p) ? 1 : DB_NONE);
	return e;
}

enum err position_new(struct rq *q)
{
	struct plan_row p;
	enum err e = position_plan(q, &p);
	if (e)
		return e;
	form_key(q, "position");
	return position_page(q);
}

enum err position_edit(struct rq *q)
{
	struct plan_row p;
	enum err e = position_plan(q, &p);
	if (!e && !form_again(q))
		e = put_one(q, "Form", &show_q, ARGS(A_(arg(q, 1)), A_(p.id)));
	/* What stays as it is of a published one is shown and no field. */
	if (!e && plan_alive(&p))
		e = put_one(q, "Position", &fixed_q, ARGS(A_(arg(q, 1)), A_(p.id)));
	if (e)
		return e;
	put(q, "Uid", arg(q, 1));
	return position_page(q);
}

static enum err position_read(struct writing *c)
{
	struct rq *q = c->q;
	c->training = DB_NONE;
	if (!form_read(q, position_in_fields, &c->in) || !c->in.training)
		return OK;
	enum err e = db_int(&training_id_q, ARGS(A_(c->in.training), A_(q->station)), &c->training);
	if (e == ERR_NOT_FOUND)
		form_error(q, "training", "unknown_code");
	return e == ERR_NOT_FOUND ? OK : e;
}

static enum err position_insert(void *ctx)
{
	struct writing *c = ctx;
	const struct position_in *in = &c->in;
	enum err e = c->alive ? plan_lock_alive(c->q, c->project) : plan_lock(c->q, c->project);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(c->uid), A_(c->project), A_(in->title), A_(in->wanted),
				 A_(in->description), A_(in->conditions), A_(in->min_age),
				 A_(c->training)),
			    NULL);
	if (!e && c->alive)
		e = change_tell(&c->q->actor, "project", c->project,
				&(struct change){ .what = "position",
						  .thing = in->title,
						  .became = arena_fmt(c->q->arena, "%lld",
								      (long long)in->wanted) });
	return e ? e : audit(&c->q->actor, "position.add", "project", c->project, NULL);
}

enum err position_add(struct rq *q)
{
	struct plan_row p;
	int64_t n = 0;
	enum err e = position_plan(q, &p);
	struct writing c = { .q = q, .uid = secret_uid(q->arena) };
	if (!e)
		e = position_read(&c);
	if (!e && form_given(q, "key"))
		e = form_key_uid(q, "position", &c.uid);
	if (!e)
		e = db_int(&count_q, ARGS(A_(p.id)), &n);
	if (e)
		return e;
	if (n >= MOST)
		form_error(q, NULL, "positions_many");
	if (!form_ok(q))
		return ERR_FORM;
	c.project = p.id;
	c.alive = plan_alive(&p);
	if (c.alive && p.dangerous && (c.in.min_age == DB_NONE || c.in.min_age < ADULT)) {
		form_error(q, "min_age", "rule_adults");
		return ERR_FORM;
	}
	e = db_tx(position_insert, &c);
	return e && e != ERR_DUPLICATE ? e : see(q, "/project/%s?done=position_saved", p.no);
}

static enum err position_update(void *ctx)
{
	struct writing *c = ctx;
	const struct position_in *in = &c->in;
	enum err e = plan_lock(c->q, c->project);
	if (!e)
		e = db_change(&save_q, ARGS(A_(in->title), A_(in->wanted), A_(in->description),
					    A_(in->conditions), A_(in->min_age), A_(c->training),
					    A_(c->position), A_(c->project)));
	return e ? e : audit(&c->q->actor, "position.edit", "project", c->project, NULL);
}

static enum err position_delete(void *ctx)
{
	struct writing *c = ctx;
	enum err e = plan_lock(c->q, c->project);
	if (!e)
		e = db_change(&remove_q, ARGS(A_(c->position), A_(c->project)));
	return e ? e : audit(&c->q->actor, "position.remove", "project", c->project, NULL);
}

static enum err position_find(struct writing *c, struct plan_row *p)
{
	enum err e = plan_read(c->q, p);
	if (!e)
		e = db_int(&id_q, ARGS(A_(arg(c->q, 1)), A_(p->id)), &c->position);
	if (e)
		return e;
	c->project = p->id;
	return plan_open(p) || plan_alive(p) ? OK : ERR_STALE;
}

enum err position_save(struct rq *q)
{
	struct plan_row p;
	struct writing c = { .q = q };
	enum err e = position_find(&c, &p);
	if (!e && plan_alive(&p))
		return position_adjust(q, &p, c.position);
	if (!e)
		e = position_read(&c);
	if (!e && !form_ok(q))
		e = ERR_FORM;
	if (!e)
		e = db_tx(position_update, &c);
	return e ? e : see(q, "/project/%s?done=position_saved", p.no);
}

enum err position_remove(struct rq *q)
{
	struct plan_row p;
	struct writing c = { .q = q };
	enum err e = position_find(&c, &p);
	if (!e)
		e = db_tx(position_delete, &c);
	return e ? e : see(q, "/project/%s?done=position_removed", p.no);
}
