/* insured.c - who stands on the list of a policy that names people 保险名单. */
#include <string.h>

#include "form.h"
#include "support.h"
#include "text.h"

#define PEOPLE_IN(X, T) X(T, TEXT, numbers, 1, 4000)
FORM_DEFINE(people_in, PEOPLE_IN);
#define REMOVE_IN(X, T) X(T, CODE, person, 32, 32)
FORM_DEFINE(remove_in, REMOVE_IN);
static struct stmt find_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt put_q = SQL(
	"INSERT IGNORE INTO insurance_person (insurance_id, person_id, added_at, added_by)"
	" VALUES (?, ?, ?, ?)");
static struct stmt put_all_q = SQL(
	"INSERT IGNORE INTO insurance_person (insurance_id, person_id, added_at, added_by)"
	" SELECT ?, a.person_id, ?, ?"
	"  FROM application a"
	" WHERE a.project_id = ?"
	"   AND a.state = 'accepted'");
static struct stmt drop_q = SQL(
	"DELETE n"
	"  FROM insurance_person n"
	"  JOIN person p ON p.id = n.person_id"
	" WHERE n.insurance_id = ?"
	"   AND p.uid = UNHEX(?)");
static struct stmt count_q = SQL(
	"UPDATE insurance"
	"   SET insured = (SELECT COUNT(*) FROM insurance_person n WHERE n.insurance_id = ?)"
	" WHERE id = ?");
enum { PEOPLE_MAX = 200 };

/* A change of the list of one policy. */
struct naming {
	struct rq *q;
	struct policy_row p;
	const char *ref;
	int64_t people[PEOPLE_MAX];
	size_t n;
};

/* A policy that still runs, and that names people. */
static enum err naming_begin(struct naming *m)
{
	enum err e = policy_here(m->q, &m->p);
	bool open = !e && !m->p.ended_at && str_eq(m->p.covers, "named");
	return e || open ? e : ERR(ERR_STALE, "list of a policy for %s", m->p.covers);
}

static enum err naming_end(const struct naming *m, const char *action)
{
	enum err e = db_exec(&count_q, ARGS(A_(m->p.id), A_(m->p.id)), NULL);
	return e ? e : audit(&m->q->actor, action, "insurance", m->p.id, NULL);
}

/* Numbers as they were typed or pasted: one to a line, or with blanks or commas between. */
static enum err naming_read(struct naming *m, const char *typed)
{
	struct rq *q = m->q;
	const char *gap = " \n\t,;，；、";
	const char *s = typed + strspn(typed, gap);
	while (*s) {
		size_t len = strcspn(s, gap);
		const char *no = text_number(q->arena, arena_dup(q->arena, s, len));
		s += len;
		s += strspn(s, gap);
		if (m->n == PEOPLE_MAX) {
			form_error(q, "numbers", "too_many_people");
			return ERR_FORM;
		}
		enum err e = db_int(&find_q, ARGS(A_(no), A_(q->station)), &m->people[m->n++]);
		if (e == ERR_NOT_FOUND) {
			form_error_text(
				q, "numbers",
				arena_fmt(q->arena, "%s：%s", lang("support.not_ours"), no));
			return ERR_FORM;
		}
		if (e)
			return e;
	}
	return OK;
}

static enum err naming_put(void *ctx)
{
	struct naming *m = ctx;
	enum err e = OK;
	for (size_t i = 0; !e && i < m->n; i++)
		e = db_exec(&put_q,
			    ARGS(A_(m->p.id), A_(m->people[i]), A_(actor_time(&m->q->actor)),
				 A_(m->q->staff)),
			    NULL);
	return e ? e : naming_end(m, "insurance.name");
}

enum err policy_name(struct rq *q)
{
	struct people_in in;
	struct naming m = { .q = q };
	enum err e = naming_begin(&m);
	if (e)
		return e;
	if (!form_read(q, people_in_fields, &in))
		return ERR_FORM;
	e = naming_read(&m, in.numbers);
	if (!e)
		e = db_tx(naming_put, &m);
	return e ? e : see(q, "/support/insurance/%s?done=people_added", arg(q, 0));
}

static enum err naming_put_all(void *ctx)
{
	struct naming *m = ctx;
	enum err e = db_exec(
		&put_all_q,
		ARGS(A_(m->p.id), A_(actor_time(&m->q->actor)), A_(m->q->staff), A_(m->p.project)),
		NULL);
	return e ? e : naming_end(m, "insurance.name");
}

/* Everybody whom the policy's project took on. */
enum err policy_name_all(struct rq *q)
{
	struct naming m = { .q = q };
	enum err e = naming_begin(&m);
	if (!e && m.p.project == DB_NONE)
		e = ERR(ERR_STALE, "a policy of no project");
	if (!e)
		e = db_tx(naming_put_all, &m);
	return e ? e : see(q, "/support/insurance/%s?done=people_added", arg(q, 0));
}

static enum err naming_drop(void *ctx)
{
	struct naming *m = ctx;
	enum err e = db_change(&drop_q, ARGS(A_(m->p.id), A_(m->ref)));
	return e ? e : naming_end(m, "insurance.unname");
}

enum err policy_unname(struct rq *q)
{
	struct remove_in in;
	struct naming m = { .q = q };
	enum err e = naming_begin(&m);
	if (e)
		return e;
	if (!form_read(q, remove_in_fields, &in))
		return ERR_FORM;
	m.ref = in.person;
	e = db_tx(naming_drop, &m);
	return e ? e : see(q, "/support/insurance/%s?done=person_removed", arg(q, 0));
}
