/* copy.c - a project again: its words and positions as a new draft, without days, needs, people. */
#include "clock.h"
#include "form.h"
#include "project.h"
#include "secret.h"

static struct stmt add_q = SQL(
	"INSERT INTO project (uid, no, station_id, team_id, title, regular, categories, recipients,"
	"       guarantees, goal, intro, recruit_scope, sign_up_how, place, region_code, lat, lng,"
	"       contact_name, contact_phone, risks, dangerous, insurance, agreement, min_minutes,"
	"       budget_fen, fund_source, author_id, created_at)"
	" SELECT ?, ?, p.station_id, p.team_id, p.title, p.regular, p.categories, p.recipients,"
	"       p.guarantees, p.goal, p.intro, p.recruit_scope, p.sign_up_how, p.place,"
	"       p.region_code, p.lat, p.lng, p.contact_name, p.contact_phone, p.risks,"
	"       p.dangerous, p.insurance, p.agreement, p.min_minutes, p.budget_fen,"
	"       p.fund_source, ?, ?"
	"  FROM project p"
	" WHERE p.id = ?");
static struct stmt positions_q = SQL(
	"INSERT INTO position (uid, project_id, title, wanted, description, conditions, min_age,"
	"       training_id, mode, skills, sex, sex_reason, hours)"
	" SELECT UNHEX(MD5(CONCAT(HEX(?), o.id))), ?, o.title, o.wanted, o.description,"
	"       o.conditions, o.min_age, o.training_id, o.mode, o.skills, o.sex, o.sex_reason,"
	"       o.hours"
	"  FROM position o"
	" WHERE o.project_id = ?"
	" ORDER BY o.id"
	" LIMIT 60");
static struct stmt by_uid_q = SQL(
	"SELECT no"
	"  FROM project"
	" WHERE uid = ?"
	"   AND station_id = ?");

struct copying {
	struct rq *q;
	struct plan_row p;
	struct bytes uid;
	const char *no;
};

static enum err copy_insert(void *ctx)
{
	struct copying *c = ctx;
	struct rq *q = c->q;
	int64_t id, rows;
	enum err e = number_next(&q->actor, 'P', q->station, &c->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(c->uid), A_(c->no), A_(q->staff),
				 A_(clock_time(q->arena, q->now)), A_(c->p.id)),
			    &id);
	if (!e)
		e = db_affect(&positions_q, ARGS(A_(secret_uid(q->arena)), A_(id), A_(c->p.id)),
			      &rows);
	return e ? e : audit(&q->actor, "project.copy", "project", id, c->p.no);
}

enum err project_copy(struct rq *q)
{
	struct copying c = { .q = q, .uid = secret_uid(q->arena) };
	enum err e = plan_read(q, &c.p);
	if (!e && form_given(q, "key"))
		e = form_key_uid(q, "project", &c.uid);
	if (!e)
		e = db_tx(copy_insert, &c);
	/* A second click leads to the draft that the first one made. */
	if (e == ERR_DUPLICATE)
		e = db_text(&by_uid_q, ARGS(A_(c.uid), A_(q->station)), &c.no);
	return e ? e : see(q, "/project/%s/edit?done=copied", c.no);
}
