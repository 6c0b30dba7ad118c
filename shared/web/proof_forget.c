/* proof_forget.c - the papers of a person who is erased. */
#include "proof.h"
#include "row.h"

#define GONE_COLS(X, T) X(T, INT, id, "d.id") X(T, BYTES, uid, "d.uid")
ROW_DEFINE(gone_row, GONE_COLS);
/* What proves anything else, or of anybody else, stays: several may have signed one sheet. */
#define OTHER(table) " (SELECT COUNT(*) FROM " table " x WHERE x.document_id = d.id)"
static struct stmt gone_q = SQL(
	"SELECT " ROW_SELECT(GONE_COLS)
	"  FROM (SELECT document_id AS id FROM agreement WHERE person_id = ?"
	"       UNION SELECT document_id FROM guardian WHERE person_id = ?) m"
	"  JOIN document d ON d.id = m.id AND d.state = 'kept'"
	" WHERE (SELECT COUNT(*) FROM agreement x WHERE x.document_id = d.id AND x.person_id <> ?)"
	"       + (SELECT COUNT(*) FROM guardian x WHERE x.document_id = d.id AND x.person_id <> ?)"
	"       +" OTHER("backfill_proof") " +" OTHER("honour") " +" OTHER("insurance")
	"       +" OTHER("standard_mark") " +" OTHER("paper") " +" OTHER("fund_entry")
	"       +" OTHER("fund_paper")
	"       +" OTHER("training_material")
	"       +" OTHER("qualification") " = 0"
	" LIMIT 200");
/* Its digest and its look are those of the sheet; the same bytes may be put in anew. */
static struct stmt forget_q = SQL(
	"UPDATE document"
	"   SET state = 'removed', title = '', look = NULL, sha256 = UNHEX(SHA2(HEX(uid), 256))"
	" WHERE id = ?"
	"   AND state = 'kept'");

enum err proof_forget(int64_t person, struct proofs_gone *gone)
{
	struct gone_row *v;
	size_t n = 0;
	enum err e = row_all(&gone_q, ARGS(A_(person), A_(person), A_(person), A_(person)),
			     gone_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (gone->n == PROOFS_GONE)
			return ERR(ERR_TOO_LARGE, "more than %d papers", PROOFS_GONE);
		gone->uid[gone->n++] = v[i].uid;
		e = db_change(&forget_q, ARGS(A_(v[i].id)));
	}
	return e;
}
