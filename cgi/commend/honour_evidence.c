/* honour_evidence.c - the paper of an honour 证明材料: scanned in while it waits to be verified, shown
 * to the station that keeps it. */
#include "commend.h"
#include "form.h"
#include "proof.h"
#include "secret.h"

#define EVIDENCE_IN(X, T) X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(evidence_in, EVIDENCE_IN);

static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM honour"
	" WHERE no = ?"
	"   AND station_id = ?");
static struct stmt set_q = SQL(
	"UPDATE honour"
	"   SET document_id = ?"
	" WHERE id = ?"
	"   AND state = 'to_verify'"
	"   AND decision_id IS NULL");
static struct stmt document_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM honour h"
	"  JOIN document d ON d.id = h.document_id"
	" WHERE h.no = ?"
	"   AND h.station_id = ?");

struct proving {
	struct rq *q;
	struct evidence_in in;
	struct bytes uid;
	int64_t id;
};

static enum err evidence_store(void *ctx)
{
	struct proving *p = ctx;
	int64_t document;
	enum err e = proof_keep(p->q, p->in.file, "honour", p->uid, &document);
	return e ? e
		 : audited(&p->q->actor, &set_q, ARGS(A_(document), A_(p->id)), "honour.evidence",
			   "honour", &p->id);
}

enum err honour_evidence(struct rq *q)
{
	struct proving p = { .q = q };
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &p.id);
	if (e)
		return e;
	const char *wrong = form_read(q, evidence_in_fields, &p.in)
				    ? proof_fault((const uint8_t *)p.in.file->value, p.in.file->n)
				    : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	if (!form_ok(q))
		return ERR_FORM;
	p.uid = secret_uid(q->arena);
	e = db_tx(evidence_store, &p);
	if (e)
		proof_drop(q, p.uid);
	return e ? e : see(q, "/commend/manage/honours/%s?done=saved", arg(q, 0));
}

enum err honour_evidence_show(struct rq *q)
{
	const char *document;
	enum err e = db_text(&document_q, ARGS(A_(arg(q, 0)), A_(q->station)), &document);
	return e ? e : proof_send(q, document, q->station);
}
