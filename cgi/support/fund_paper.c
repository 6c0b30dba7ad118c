/* fund_paper.c - the papers of an entry 凭证: receipts, invoices, lists. The newest is the one that
 * an approver must have seen; none goes away again. */
#include "form.h"
#include "fund.h"
#include "proof.h"
#include "secret.h"

enum { PAPERS_MOST = 10 };
#define PAPER_IN(X, T) X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(paper_in, PAPER_IN);

static struct stmt add_q = SQL(
	"INSERT INTO fund_paper (entry_id, document_id, added_by, added_at)"
	" VALUES (?, ?, ?, ?)");
/* What spending was approved with stays as it was seen; what came in was approved by nobody. */
static struct stmt newest_q = SQL(
	"UPDATE fund_entry"
	"   SET document_id = ?"
	" WHERE id = ?"
	"   AND (state = 'entered' OR (state = 'approved' AND direction = 'in'))");
static struct stmt papers_q = SQL(
	"SELECT LOWER(HEX(d.uid)) AS uid, f.name AS added_by, p.added_at"
	"  FROM fund_paper p"
	"  JOIN document d ON d.id = p.document_id"
	"  JOIN staff f ON f.id = p.added_by"
	" WHERE p.entry_id = ?"
	" ORDER BY p.id"
	" LIMIT 20");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM fund_paper"
	" WHERE entry_id = ?");
static struct stmt newest_file_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM fund_entry e"
	"  JOIN document d ON d.id = e.document_id"
	" WHERE e.no = ?"
	"   AND e.station_id = ?");
static struct stmt file_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM fund_entry e"
	"  JOIN fund_paper p ON p.entry_id = e.id"
	"  JOIN document d ON d.id = p.document_id"
	" WHERE e.no = ?"
	"   AND e.station_id = ?"
	"   AND d.uid = UNHEX(?)");

enum err fund_paper_add(const struct actor *by, int64_t entry, int64_t document)
{
	return document == DB_NONE
		       ? OK
		       : db_exec(&add_q,
				 ARGS(A_(entry), A_(document), A_(by->staff), A_(actor_time(by))),
				 NULL);
}

enum err put_fund_papers(struct rq *q, int64_t entry)
{
	return put_query(q, "Papers", &papers_q, ARGS(A_(entry)));
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
	const struct actor *by = &p->q->actor;
	int64_t document;
	enum err e = proof_keep(p->q, p->file, "fund", p->uid, &document);
	if (!e)
		e = db_change(&newest_q, ARGS(A_(document), A_(p->id)));
	if (!e)
		e = fund_paper_add(by, p->id, document);
	return e ? e : audit(by, "fund_entry.paper", "fund_entry", p->id, NULL);
}

static const char *paper_fault(const struct field *file, int64_t there)
{
	return there >= PAPERS_MOST ? "papers_many"
				    : proof_fault((const uint8_t *)file->value, file->n);
}

enum err fund_paper(struct rq *q)
{
	struct paper_in in;
	struct fund_row f;
	int64_t there = 0;
	enum err e = fund_here(q, &f);
	if (!e)
		e = db_int(&count_q, ARGS(A_(f.id)), &there);
	if (e)
		return e;
	if (!form_read(q, paper_in_fields, &in))
		return ERR_FORM;
	const char *wrong = paper_fault(in.file, there);
	struct papering p = { q, f.id, in.file, secret_uid(q->arena) };
	if (!wrong) {
		e = db_tx(paper_keep, &p);
		if (e)
			proof_drop(q, p.uid);
		/* The same bytes again, of the same entry. */
		wrong = e == ERR_DUPLICATE ? "paper_known" : NULL;
	}
	if (wrong) {
		err_clear();
		form_error(q, "file", wrong);
		return ERR_FORM;
	}
	return e ? e : see(q, "/support/funds/%s?done=fund_paper", arg(q, 0));
}

enum err fund_file(struct rq *q)
{
	const char *uid;
	enum err e = db_text(&newest_file_q, ARGS(A_(arg(q, 0)), A_(q->station)), &uid);
	return e ? e : proof_send(q, uid, q->station);
}

enum err fund_file_one(struct rq *q)
{
	const char *uid;
	enum err e = db_text(&file_q, ARGS(A_(arg(q, 0)), A_(q->station), A_(arg(q, 1))), &uid);
	return e ? e : proof_send(q, uid, q->station);
}
