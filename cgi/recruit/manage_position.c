/* manage_position.c - staff say for each position who gets a place and what is asked of them. */
#include "code.h"
#include "form.h"
#include "manage.h"

#define RULES_IN(X, T) \
	X(T, WORD, mode, 4, 8) \
	X(T, LIST, skills, 0, 20) \
	X(T, CODE, sex, 0, 1) \
	X(T, STR, sex_reason, 0, 200) \
	X(T, STR, hours, 0, 120)
FORM_DEFINE(rules_in, RULES_IN);

static struct stmt position_q = SQL(
	"SELECT id"
	"  FROM position"
	" WHERE uid = UNHEX(?)"
	"   AND project_id = ?");
static struct stmt rules_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, title, wanted, taken"
	"  FROM position"
	" WHERE id = ?");
/* Who asked for it and is not answered yet; its shifts have a mode of their own. */
static struct stmt open_for_q = SQL(
	"SELECT mode <> ? AND (SELECT COUNT(*) FROM application a WHERE a.position_id = o.id"
	"       AND a.activity_id IS NULL AND a.state IN ('pending', 'waiting', 'offered')) > 0"
	"  FROM position o"
	" WHERE o.id = ?");
static struct stmt rules_form_q = SQL(
	"SELECT mode, skills AS _skills, sex, sex_reason, hours"
	"  FROM position"
	" WHERE id = ?");

static enum err manage_place(struct rq *q, struct home_row *h, int64_t *position)
{
	enum err e = manage_home(q, h);
	return e ? e : db_int(&position_q, ARGS(A_(arg(q, 1)), A_(h->id)), position);
}

enum err manage_position(struct rq *q)
{
	struct home_row h;
	int64_t id;
	enum err e = manage_place(q, &h, &id);
	if (!e)
		e = put_one(q, "Position", &rules_q, ARGS(A_(id)));
	if (!e)
		e = put_codes(q, "Skills", "skill");
	if (!e && !form_again(q)) {
		e = put_one(q, "Form", &rules_form_q, ARGS(A_(id)));
		if (!e)
			form_tick(q, "skills", str_or(got(q, "Form._skills"), ""));
	}
	return e ? e : page(q, "recruit/manage_position.cs");
}

struct ruling {
	struct rq *q;
	int64_t id;
	struct position_rules r;
};

static enum err ruling_save(void *ctx)
{
	struct ruling *u = ctx;
	int64_t open = 0;
	enum err e = position_lock(u->id);
	if (!e)
		e = db_int(&open_for_q, ARGS(A_(u->r.mode), A_(u->id)), &open);
	if (!e && open) {
		form_error(u->q, "mode", "mode_used");
		e = ERR_FORM;
	}
	if (!e)
		e = position_rule(u->id, &u->r);
	return e ? e : audit(&u->q->actor, "position.rules", "position", u->id, u->r.mode);
}

enum err manage_position_save(struct rq *q)
{
	struct home_row h;
	struct rules_in in;
	struct ruling u = { .q = q, .r = { .skills = "" } };
	enum err e = manage_place(q, &h, &u.id);
	if (e)
		return e;
	if (!form_read(q, rules_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.mode, "direct,apply"))
		form_error(q, "mode", "word");
	if (in.sex && !str_in(in.sex, "1,2"))
		form_error(q, "sex", "word");
	/* Only where the work itself is a reason. */
	if (in.sex && !in.sex_reason)
		form_error(q, "sex_reason", "sex_reason");
	e = code_join(q, "skills", "skill", in.skills, &u.r.skills);
	if (!e && !form_ok(q))
		return ERR_FORM;
	if (e)
		return e;
	u.r.mode = in.mode;
	u.r.sex = in.sex;
	u.r.sex_reason = in.sex ? in.sex_reason : NULL;
	u.r.hours = str_or(in.hours, "");
	e = db_tx(ruling_save, &u);
	return e ? e : see(q, "/recruit/manage/%s?done=rules_saved", arg(q, 0));
}
