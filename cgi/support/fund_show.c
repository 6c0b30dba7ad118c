/* fund_show.c - one entry of the ledger of funds, with its paper and what may be done with it. */
#include "form.h"
#include "fund.h"
#include "proof.h"
#include "secret.h"

#define PAPER_IN(X, T) X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(paper_in, PAPER_IN);
#define PUBLIC_IN(X, T) X(T, FLAG, party_public, 0, 1)
FORM_DEFINE(public_in, PUBLIC_IN);

static struct stmt show_q = SQL(
	"SELECT e.no, e.direction, " FUND_YUAN("e.amount_fen") " AS amount, c.name AS source,"
	"       e.way, e.estimate, e.party, e.party_public, e.purpose, e.happened_on, e.entered_at,"
	"       f.name AS entered_by, a.name AS approved_by, e.decided_at, v.name AS void_by,"
	"       e.state, e.reason, p.no AS project_no, p.title AS project, b.label,"
	"       t.no AS activity_no, t.title AS activity, LOWER(HEX(d.uid)) AS paper,"
	"       o.no AS counter_of, r.no AS countered_by, u.project_id IS NULL AS free"
	"  FROM fund_entry e"
	"  JOIN code_item c ON c.list = 'fund_source' AND c.code = e.fund_source"
	"  JOIN staff f ON f.id = e.entered_by"
	"  LEFT JOIN staff a ON a.id = e.approved_by"
	"  LEFT JOIN staff v ON v.id = e.void_by"
	"  LEFT JOIN project p ON p.id = e.project_id"
	"  LEFT JOIN fund_line b ON b.id = e.line_id"
	"  LEFT JOIN fund_purse u ON u.id = e.purse_id"
	"  LEFT JOIN activity t ON t.id = e.activity_id"
	"  LEFT JOIN document d ON d.id = e.document_id"
	"  LEFT JOIN fund_entry o ON o.id = e.counter_of"
	"  LEFT JOIN fund_entry r ON r.counter_of = e.id"
	" WHERE e.id = ?");
/* A paper is put once: what was approved with it stays as it was seen. */
static struct stmt paper_q = SQL(
	"UPDATE fund_entry"
	"   SET document_id = ?"
	" WHERE id = ?"
	"   AND (state = 'entered' OR (state = 'approved' AND document_id IS NULL))");
static struct stmt file_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM fund_entry e"
	"  JOIN document d ON d.id = e.document_id"
	" WHERE e.no = ?"
	"   AND e.station_id = ?");
static struct stmt public_q = SQL(
	"UPDATE fund_entry"
	"   SET party_public = ?"
	" WHERE id = ?"
	"   AND direction = 'in'"
	"   AND party <> ''"
	"   AND party_public <> ?");

/* Which steps the page offers. */
static void put_can(struct rq *q, const struct fund_row *f)
{
	bool entered = str_eq(f->state, "entered"), counts = str_eq(f->state, "approved");
	bool own = f->entered_by == q->staff, second = may(q, ROLE_REVIEWER | ROLE_MANAGER) && !own;
	bool in = str_eq(f->direction, "in");
	put_int(q, "Can.approve", entered && second ? 1 : DB_NONE);
	put_int(q, "Can.withdraw", entered && own ? 1 : DB_NONE);
	put_int(q, "Can.void", counts && second ? 1 : DB_NONE);
	put_int(q, "Can.paper", entered || (counts && f->document == DB_NONE) ? 1 : DB_NONE);
	put_int(q, "Can.public", counts && in && *f->party ? 1 : DB_NONE);
	put_int(q, "Can.thanks", counts && in ? 1 : DB_NONE);
}

enum err fund_show(struct rq *q)
{
	struct fund_row f;
	enum err e = fund_here(q, &f);
	if (!e)
		e = put_one(q, "Fund", &show_q, ARGS(A_(f.id)));
	if (e)
		return e;
	put_can(q, &f);
	return page(q, "support/fund.cs");
}

struct papering {
	struct rq *q;
	int64_t id;
	const struct field *file;
	struct bytes uid;
};

static enum err paper_keep(void *ctx)
{
	const struct papering *p = ctx;
	int64_t document;
	enum err e = proof_keep(p->q, p->file, "fund", p->uid, &document);
	if (!e)
		e = db_change(&paper_q, ARGS(A_(document), A_(p->id)));
	return e ? e : audit(&p->q->actor, "fund_entry.paper", "fund_entry", p->id, NULL);
}

enum err fund_paper(struct rq *q)
{
	struct paper_in in;
	struct fund_row f;
	enum err e = fund_here(q, &f);
	if (e)
		return e;
	if (!form_read(q, paper_in_fields, &in))
		return ERR_FORM;
	const char *wrong = proof_fault((const uint8_t *)in.file->value, in.file->n);
	if (wrong) {
		form_error(q, "file", wrong);
		return ERR_FORM;
	}
	struct papering p = { q, f.id, in.file, secret_uid(q->arena) };
	e = db_tx(paper_keep, &p);
	if (e)
		proof_drop(q, p.uid);
	return e ? e : see(q, "/support/funds/%s?done=fund_paper", arg(q, 0));
}

enum err fund_file(struct rq *q)
{
	const char *uid;
	enum err e = db_text(&file_q, ARGS(A_(arg(q, 0)), A_(q->station)), &uid);
	return e ? e : proof_send(q, uid, q->station);
}

/* Whoever gave says yes or no to their name in public, at any time. */
enum err fund_public(struct rq *q)
{
	struct public_in in;
	struct fund_row f;
	enum err e = fund_here(q, &f);
	if (e)
		return e;
	if (!form_read(q, public_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &public_q, ARGS(A_(in.party_public), A_(f.id), A_(in.party_public)),
		    "fund_entry.public", "fund_entry", &f.id);
	return e ? e : see(q, "/support/funds/%s?done=fund_public", arg(q, 0));
}
