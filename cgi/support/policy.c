/* policy.c - policies 保单: the ledger, a new one, and who stands on the list of one. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "list.h"
#include "secret.h"
#include "support.h"
#include "text.h"

#define LEDGER_COLS(C) \
	C(TEXT, policy_no, "i.policy_no", "") \
	C(TEXT, insurer, "i.insurer", "") \
	C(TEXT, kind, "i.kind", "") \
	C(WORD, covers, "i.covers", "State.insurance_covers") \
	C(INT, insured, "i.insured", "") \
	C(TEXT, project, "p.title", "") \
	C(DAY, from_on, "i.from_on", "") \
	C(DAY, to_on, "i.to_on", "") \
	C(WORD, state, \
	  "IF(i.ended_at IS NOT NULL, 'ended', IF(i.to_on < CURDATE(), 'over'," \
	  " IF(i.from_on > CURDATE(), 'ahead', 'valid')))", \
	  "support.State") \
	C(TEXT, uid, "LOWER(HEX(i.uid))", "")
#define LEDGER_TABLE "insurance i"
#define LEDGER_JOINS "  LEFT JOIN project p ON p.id = i.project_id"
#define LEDGER_WHERE "i.station_id = ?"
#define LEDGER_FILTERS(F) \
	F(DAY, from, "i.to_on >= ?") \
	F(DAY, to, "i.to_on <= ?") \
	F(FIND, q, "CONCAT_WS(' ', i.policy_no, i.insurer) LIKE ?")
#define LEDGER_WAYS(S, L) \
	S(L, to_on, any, "i.to_on", "insurance_until") \
	S(L, entered, any, "i.id", "insurance_list")
#define LEDGER_ID "i.id"
LIST_DEFINE(LEDGER);
static const struct list ledger = LIST(LEDGER, "Policies", "support.Ledger");

#define POLICY_IN(X, T) \
	X(T, STR, insurer, 2, 80) \
	X(T, STR, policy_no, 4, 60) \
	X(T, STR, kind, 2, 40) \
	X(T, WORD, covers, 1, 5) \
	X(T, DAY, from_on, 1, 0) \
	X(T, DAY, to_on, 1, 0) \
	X(T, CODE, project, 0, 24) \
	X(T, OINT, premium_yuan, 0, 10000000)
FORM_DEFINE(policy_in, POLICY_IN);
#define PEOPLE_IN(X, T) X(T, TEXT, numbers, 1, 4000)
FORM_DEFINE(people_in, PEOPLE_IN);
#define REMOVE_IN(X, T) X(T, CODE, person, 32, 32)
FORM_DEFINE(remove_in, REMOVE_IN);
#define END_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(end_in, END_IN);

static struct stmt projects_q = SQL(
	"SELECT no AS code, title AS name"
	"  FROM project"
	" WHERE station_id = ?"
	"   AND state IN ('approved', 'recruiting', 'running')"
	" ORDER BY id DESC"
	" LIMIT 60");
static struct stmt project_q = SQL(
	"SELECT id"
	"  FROM project"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt add_q = SQL(
	"INSERT INTO insurance (uid, station_id, project_id, insurer, policy_no, kind, covers,"
	"       from_on, to_on, premium_fen, entered_by, entered_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt here_q = SQL(
	"SELECT id, project_id, covers, ended_at"
	"  FROM insurance"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(i.uid)) AS uid, i.insurer, i.policy_no, i.kind, i.covers, i.insured,"
	"       i.from_on, i.to_on, i.premium_fen DIV 100 AS premium_yuan, i.entered_at,"
	"       f.name AS entered_by, p.no AS project_no, p.title AS project, i.ended_at,"
	"       i.end_reason"
	"  FROM insurance i"
	"  JOIN staff f ON f.id = i.entered_by"
	"  LEFT JOIN project p ON p.id = i.project_id"
	" WHERE i.id = ?");
static struct stmt people_q = SQL(
	"SELECT LOWER(HEX(p.uid)) AS ref, p.name, v.no, n.added_at"
	"  FROM insurance_person n"
	"  JOIN person p ON p.id = n.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = n.person_id"
	" WHERE n.insurance_id = ?"
	" ORDER BY n.added_at DESC, n.person_id"
	" LIMIT 1000");
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
static struct stmt end_q = SQL(
	"UPDATE insurance"
	"   SET ended_at = ?, end_reason = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

#define POLICY_COLS(X, T) \
	X(T, INT, id, "id") \
	X(T, INT, project, "project_id") \
	X(T, TEXT, covers, "covers") \
	X(T, TEXT, ended_at, "ended_at")
ROW_DEFINE(policy_row, POLICY_COLS);

enum { PEOPLE_MAX = 200 };

enum err policy_list(struct rq *q)
{
	return list_page(q, &ledger, ARGS(A_(q->station)), "support/insurance.cs");
}

enum err policy_new(struct rq *q)
{
	enum err e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
	return e ? e : page(q, "support/insurance_new.cs");
}

enum err policy_add(struct rq *q)
{
	struct policy_in in;
	int64_t project = DB_NONE, id = 0;
	struct bytes uid = secret_uid(q->arena);
	enum err e = OK;
	if (!form_read(q, policy_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.covers, "all,named"))
		form_error(q, "covers", "unknown_code");
	if (strcmp(in.to_on, in.from_on) < 0)
		form_error(q, "to_on", "ends_before");
	else if (strcmp(in.to_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "to_on", "over_already");
	if (in.project)
		e = db_int(&project_q, ARGS(A_(in.project), A_(q->station)), &project);
	if (e == ERR_NOT_FOUND)
		form_error(q, "project", "unknown_code");
	else if (e)
		return e;
	if (!form_ok(q))
		return ERR_FORM;
	e = audited(&q->actor, &add_q,
		    ARGS(A_(uid), A_(q->station), A_(project), A_(in.insurer), A_(in.policy_no),
			 A_(in.kind), A_(in.covers), A_(in.from_on), A_(in.to_on),
			 A_(in.premium_yuan == DB_NONE ? 0 : in.premium_yuan * 100), A_(q->staff),
			 A_(clock_time(q->arena, q->now))),
		    "insurance.add", "insurance", &id);
	if (e == ERR_DUPLICATE) {
		form_error(q, "policy_no", "policy_known");
		e = ERR_FORM;
	}
	return e ? e : see(q, "/support/insurance/%s?done=policy_added", hex_encode(q->arena, uid));
}

static enum err policy_here(struct rq *q, struct policy_row *p)
{
	return row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), policy_row_cols, p);
}

enum err policy_show(struct rq *q)
{
	struct policy_row p;
	enum err e = policy_here(q, &p);
	if (!e)
		e = put_one(q, "Policy", &show_q, ARGS(A_(p.id)));
	if (!e)
		e = put_query(q, "People", &people_q, ARGS(A_(p.id)));
	if (e)
		return e;
	put_int(q, "Can.name", !p.ended_at && str_eq(p.covers, "named") ? 1 : DB_NONE);
	put_int(q, "Can.end", !p.ended_at ? 1 : DB_NONE);
	return page(q, "support/policy.cs");
}

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

enum err policy_end(struct rq *q)
{
	struct end_in in;
	struct policy_row p;
	enum err e = policy_here(q, &p);
	if (e)
		return e;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &end_q,
		    ARGS(A_(clock_time(q->arena, q->now)), A_(in.reason), A_(p.id)),
		    "insurance.end", "insurance", &p.id);
	return e ? e : see(q, "/support/insurance/%s?done=policy_ended", arg(q, 0));
}
