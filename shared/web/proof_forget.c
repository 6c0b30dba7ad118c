/* proof_forget.c - the papers of a person who is erased, and what nothing needs any more. */
#include "proof.h"
#include "row.h"

#define GONE_COLS(X, T) X(T, INT, id, "d.id") X(T, BYTES, uid, "d.uid")
ROW_DEFINE(gone_row, GONE_COLS);
/* What proves anything else, or of anybody else, stays: several may have signed one sheet. */
/* clang-format off: one table to a line */
#define OTHER(table) " + (SELECT COUNT(*) FROM " table " x WHERE x.document_id = d.id)"
#define OTHERS \
	OTHER("backfill_proof") \
	OTHER("honour") \
	OTHER("insurance") \
	OTHER("standard_mark") \
	OTHER("paper") \
	OTHER("fund_entry") \
	OTHER("fund_paper") \
	OTHER("training_material") \
	OTHER("qualification") \
	OTHER("announcement_block") \
	OTHER("typical_case_picture") \
	" + (SELECT COUNT(*) FROM volunteer x WHERE x.photo_id = d.id)"
/* clang-format on */
static struct stmt gone_q = SQL(
	"SELECT " ROW_SELECT(GONE_COLS)
	"  FROM (SELECT document_id AS id FROM agreement WHERE person_id = ?"
	"       UNION SELECT document_id FROM guardian WHERE person_id = ?"
	"       UNION SELECT x.document_id FROM honour_nomination n"
	"       JOIN nomination_picture x ON x.nomination_id = n.id WHERE n.person_id = ?) m"
	"  JOIN document d ON d.id = m.id AND d.state = 'kept'"
	" WHERE (SELECT COUNT(*) FROM agreement x WHERE x.document_id = d.id AND x.person_id <> ?)"
	"       + (SELECT COUNT(*) FROM guardian x WHERE x.document_id = d.id AND x.person_id <> ?)"
	"       + (SELECT COUNT(*) FROM nomination_picture x JOIN honour_nomination n"
	"       ON n.id = x.nomination_id WHERE x.document_id = d.id AND NOT (n.person_id <=> ?))"
	OTHERS
	" = 0"
	" LIMIT 200");
static struct stmt unused_q = SQL(
	"SELECT " ROW_SELECT(GONE_COLS)
	"  FROM document d"
	" WHERE d.id = ?"
	"   AND d.state = 'kept'"
	"   AND 0"
	OTHER("agreement")
	OTHER("guardian")
	OTHER("nomination_picture")
	OTHERS
	" = 0"
	"   FOR UPDATE");
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
	enum err e = row_all(
		&gone_q,
		ARGS(A_(person), A_(person), A_(person), A_(person), A_(person), A_(person)),
		gone_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (gone->n == PROOFS_GONE)
			return ERR(ERR_TOO_LARGE, "more than %d papers", PROOFS_GONE);
		gone->uid[gone->n++] = v[i].uid;
		e = db_change(&forget_q, ARGS(A_(v[i].id)));
	}
	return e;
}

enum err proof_release(int64_t document, struct proofs_gone *gone)
{
	struct gone_row g;
	enum err e = row_one(&unused_q, ARGS(A_(document)), gone_row_cols, &g);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		return OK;
	}
	if (!e && gone->n == PROOFS_GONE)
		e = ERR(ERR_TOO_LARGE, "more than %d papers", PROOFS_GONE);
	if (!e)
		e = db_change(&forget_q, ARGS(A_(g.id)));
	if (!e)
		gone->uid[gone->n++] = g.uid;
	return e;
}
