/* policy.c - policies 保单: the ledger, a new one, its paper, its end. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "proof.h"
#include "secret.h"
#include "support.h"

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
	X(T, OINT, premium_yuan, 0, 10000000) \
	X(T, FILE, file, 0, PROOF_BYTES)
FORM_DEFINE(policy_in, POLICY_IN);
#define PAPER_IN(X, T) X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(paper_in, PAPER_IN);
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
	"       from_on, to_on, premium_fen, document_id, entered_by, entered_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static const struct col policy_row_cols[] = { POLICY_COLS(ROW_COL_, policy_row){ COL_END, 0 } };
static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(POLICY_COLS)
	"  FROM insurance"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(i.uid)) AS uid, i.insurer, i.policy_no, i.kind, i.covers, i.insured,"
	"       i.from_on, i.to_on, i.premium_fen DIV 100 AS premium_yuan, i.entered_at,"
	"       f.name AS entered_by, p.no AS project_no, p.title AS project, i.ended_at,"
	"       i.end_reason, i.document_id IS NOT NULL AS paper"
	"  FROM insurance i"
	"  JOIN staff f ON f.id = i.entered_by"
	"  LEFT JOIN project p ON p.id = i.project_id"
	" WHERE i.id = ?");
/* Other policies that hold on days of this one, for what it holds for. */
static struct stmt beside_q = SQL(
	"SELECT LOWER(HEX(o.uid)) AS uid, o.insurer, o.policy_no, o.covers, o.from_on, o.to_on"
	"  FROM insurance i"
	"  JOIN insurance o ON o.station_id = i.station_id AND o.id <> i.id"
	"       AND o.ended_at IS NULL AND o.from_on <= i.to_on AND o.to_on >= i.from_on"
	"       AND (o.project_id IS NULL OR i.project_id IS NULL OR o.project_id = i.project_id)"
	" WHERE i.id = ?"
	"   AND i.ended_at IS NULL"
	" ORDER BY o.to_on, o.id"
	" LIMIT 20");
static struct stmt paper_q = SQL(
	"UPDATE insurance"
	"   SET document_id = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");
static struct stmt file_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM insurance i"
	"  JOIN document d ON d.id = i.document_id"
	" WHERE i.uid = UNHEX(?)"
	"   AND i.station_id = ?");
static struct stmt people_q = SQL(
	"SELECT LOWER(HEX(p.uid)) AS ref, p.name, v.no, n.added_at"
	"  FROM insurance_person n"
	"  JOIN person p ON p.id = n.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = n.person_id"
	" WHERE n.insurance_id = ?"
	" ORDER BY n.added_at DESC, n.person_id"
	" LIMIT 1000");
static struct stmt end_q = SQL(
	"UPDATE insurance"
	"   SET ended_at = ?, end_reason = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

enum err policy_list(struct rq *q)
{
	return list_page(q, &ledger, ARGS(A_(q->station)), "support/insurance.cs");
}

enum err policy_new(struct rq *q)
{
	enum err e = put_query(q, "Projects", &projects_q, ARGS(A_(q->station)));
	return e ? e : page(q, "support/insurance_new.cs");
}

struct adding {
	struct rq *q;
	struct policy_in in;
	int64_t project, document;
	struct bytes uid;
};

static enum err policy_read(struct rq *q, struct adding *n)
{
	struct policy_in *in = &n->in;
	if (!form_read(q, policy_in_fields, in))
		return ERR_FORM;
	if (!str_in(in->covers, "all,named"))
		form_error(q, "covers", "unknown_code");
	if (strcmp(in->to_on, in->from_on) < 0)
		form_error(q, "to_on", "ends_before");
	else if (strcmp(in->to_on, clock_day(q->arena, q->now)) < 0)
		form_error(q, "to_on", "over_already");
	const char *wrong = in->file ? proof_fault((const uint8_t *)in->file->value, in->file->n)
				     : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	enum err e = in->project ? db_int(&project_q, ARGS(A_(in->project), A_(q->station)),
					  &n->project)
				 : OK;
	if (e == ERR_NOT_FOUND)
		form_error(q, "project", "unknown_code");
	else if (e)
		return e;
	return form_ok(q) ? OK : ERR_FORM;
}

static enum err policy_store(void *ctx)
{
	struct adding *n = ctx;
	struct rq *q = n->q;
	const struct policy_in *in = &n->in;
	int64_t id;
	enum err e = in->file ? proof_keep(q, in->file, "policy", n->uid, &n->document) : OK;
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(n->uid), A_(q->station), A_(n->project), A_(in->insurer),
				 A_(in->policy_no), A_(in->kind), A_(in->covers), A_(in->from_on),
				 A_(in->to_on),
				 A_(in->premium_yuan == DB_NONE ? 0 : in->premium_yuan * 100),
				 A_(n->document), A_(q->staff), A_(clock_time(q->arena, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "insurance.add", "insurance", id, NULL);
}

enum err policy_add(struct rq *q)
{
	struct adding n = {
		.q = q, .project = DB_NONE, .document = DB_NONE, .uid = secret_uid(q->arena)
	};
	enum err e = policy_read(q, &n);
	if (e)
		return e;
	e = db_tx(policy_store, &n);
	if (e && n.in.file)
		proof_drop(q, n.uid);
	if (e == ERR_DUPLICATE) {
		form_error(q, "policy_no", "policy_known");
		e = ERR_FORM;
	}
	return e ? e
		 : see(q, "/support/insurance/%s?done=policy_added", hex_encode(q->arena, n.uid));
}

enum err policy_here(struct rq *q, struct policy_row *p)
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
	if (!e)
		e = put_query(q, "Beside", &beside_q, ARGS(A_(p.id)));
	if (!e)
		e = history_put(q, "insurance", p.id);
	if (e)
		return e;
	put_int(q, "Can.name", !p.ended_at && str_eq(p.covers, "named") ? 1 : DB_NONE);
	put_int(q, "Can.end", !p.ended_at ? 1 : DB_NONE);
	return page(q, "support/policy.cs");
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

struct papering {
	struct rq *q;
	int64_t policy;
	const struct field *file;
	struct bytes uid;
};

static enum err policy_keep(void *ctx)
{
	const struct papering *p = ctx;
	int64_t document;
	enum err e = proof_keep(p->q, p->file, "policy", p->uid, &document);
	if (!e)
		e = db_change(&paper_q, ARGS(A_(document), A_(p->policy)));
	return e ? e : audit(&p->q->actor, "insurance.paper", "insurance", p->policy, NULL);
}

/* The policy itself, scanned; a later one takes its place. */
enum err policy_paper(struct rq *q)
{
	struct paper_in in;
	struct policy_row p;
	enum err e = policy_here(q, &p);
	if (e)
		return e;
	if (!form_read(q, paper_in_fields, &in))
		return ERR_FORM;
	const char *wrong = proof_fault((const uint8_t *)in.file->value, in.file->n);
	if (wrong) {
		form_error(q, "file", wrong);
		return ERR_FORM;
	}
	struct papering k = { q, p.id, in.file, secret_uid(q->arena) };
	e = db_tx(policy_keep, &k);
	if (e)
		proof_drop(q, k.uid);
	return e ? e : see(q, "/support/insurance/%s?done=policy_paper", arg(q, 0));
}

enum err policy_file(struct rq *q)
{
	const char *uid;
	enum err e = db_text(&file_q, ARGS(A_(arg(q, 0)), A_(q->station)), &uid);
	return e ? e : proof_send(q, uid, q->station);
}
