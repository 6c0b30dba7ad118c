/* try_told.c - what came of a try, written down with personal data masked. */
#include "post.h"

enum { FAULT_CHARS = 300, REASON_CHARS = 200 };

static struct stmt told_q = SQL(
	"UPDATE destination_try"
	"   SET state = 'done', outbox_id = ?, request = ?, http_status = ?, fault = ?, answer = ?,"
	"       class = ?, receipt = ?, reason = ?, ms = ?, ended_at = NOW(3)"
	" WHERE id = ?");
static struct stmt over_q = SQL(
	"UPDATE destination_try"
	"   SET state = ?, fault = ?, ended_at = NOW(3)"
	" WHERE id = ?"
	"   AND state = 'running'");
enum err try_over(int64_t tried, const char *state, const char *fault)
{
	int64_t rows;
	const char *cut = fault ? utf8_cut(db_arena(), fault, FAULT_CHARS) : NULL;
	return db_affect(&over_q, ARGS(A_(state), A_(cut), A_(tried)), &rows);
}

enum err try_told(struct arena *a, int64_t tried, const char *request, const struct http_end *x,
		  const struct claimed *o)
{
	const struct platform_item *i = &o->item;
	const char *answer = x->status ? platform_told(a, o->kind, i->facts, x->body) : NULL;
	const char *reason = i->class == PC_ACCEPTED ? NULL
						     : arena_fmt(a, "%s %s", str_or(i->code, ""),
								 str_or(i->reason, ""));
	int64_t status = x->status ? x->status : DB_NONE, rows;
	if (reason)
		reason = utf8_cut(a, platform_told(a, o->kind, i->facts, reason), REASON_CHARS);
	return db_affect(&told_q,
			 ARGS(A_(o->id), A_(request), A_(status),
			      A_(x->curl ? utf8_cut(a, str_or(x->fault, ""), FAULT_CHARS) : NULL),
			      A_(answer), A_(platform_class_word(i->class)), A_(i->receipt),
			      A_(reason), A_(x->ms), A_(tried)),
			 &rows);
}
