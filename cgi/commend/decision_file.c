/* decision_file.c - what is printed of a decision: itself, as it was first given out, and a
 * certificate or card for each whom it honours. */
#include "clock.h"
#include "commend.h"
#include "decision.h"

#define FILE_COLS(X, T) X(T, BYTES, bytes, "bytes")
ROW_DEFINE(file_row, FILE_COLS);
static struct stmt kept_q = SQL(
	"SELECT " ROW_SELECT(FILE_COLS)
	"  FROM honour_decision_file"
	" WHERE decision_id = ?");
/* Two who ask at once drew the same. */
static struct stmt keep_q = SQL(
	"INSERT INTO honour_decision_file (decision_id, bytes)"
	" VALUES (?, ?)"
	"    ON DUPLICATE KEY UPDATE decision_id = VALUES(decision_id)");

static enum err paper_file(struct rq *q, const struct decision_row *d, const struct recipients *r,
			   struct bytes *out)
{
	struct file_row f;
	bool issued = str_eq(d->state, "issued");
	enum err e = row_one(&kept_q, ARGS(A_(d->id)), file_row_cols, &f);
	if (!e) {
		*out = f.bytes;
		return OK;
	}
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	e = decision_draw(q, d, r, out);
	if (e || !issued)
		return e;
	return db_exec(&keep_q, ARGS(A_(d->id), A_(*out)), NULL);
}

/* "/commend/manage/decisions/UID/decision.pdf", "certificates.pdf", "cards.pdf". */
enum err decision_file(struct rq *q)
{
	struct decision_row d;
	struct recipients r;
	struct bytes file;
	const char *which = arg(q, 1);
	bool paper = str_eq(which, "decision.pdf"), card = str_eq(which, "cards.pdf");
	enum err e = decision_find(q, &d);
	if (!e && !paper && !card && !str_eq(which, "certificates.pdf"))
		e = ERR_NOT_FOUND;
	if (!e && !paper && !str_eq(d.state, "issued"))
		e = ERR_NOT_FOUND;
	if (!e)
		e = decision_recipients(d.id, &r);
	if (!e)
		e = paper ? paper_file(q, &d, &r, &file)
			  : award_draw(q->arena, &d, &r, card ? AWARD_CARD : AWARD_CERTIFICATE,
				       &file);
	if (e == ERR_CHECK) {
		err_clear();
		return refused(q, "glyph", decision_show);
	}
	if (e)
		return e;
	const char *name = lang(paper  ? "commend.decision_file"
				: card ? "commend.card_title"
				       : "commend.award_title");
	return reply_file(q, "application/pdf", which,
			  arena_fmt(q->arena, "%s %s.pdf", name, str_or(d.document_no, d.title)),
			  file);
}
