/*
 * edit.h - a form that changes what stands: two who change the same thing at the same time are told
 * of each other, and what was changed stays readable, before and after, in the words of the page.
 *
 * The route of the POST says so, with the action of its audit row; no handler does anything for it:
 *
 *	{ "POST", "/needs/ledger/{no}/edit", STAFF, ledger_save, ledger_edit,
 *	  EDITS("need.edit") },
 *
 * The page of the row (`again`) fills Page.Form with what stands. A digest of it goes into the form
 * (Page.Seen, templates/token.cs). When the form comes, the page is filled once more, without being
 * rendered. Where that is something else than was seen, and than what was typed, the answer is 409
 * and stale.cs: both side by side, field by field, to choose from. Two that come in the same moment
 * meet in the row of edit_version, in the transaction of the audit row; with it audit_change takes
 * what is different afterwards. Labels and options are read from the page's own template.
 *
 * What Page.Form does not show, such as sealed columns that stay when left empty, is noted as
 * changed, without before; names and numbers of people are masked.
 */
#ifndef ZYZ_EDIT_H
#define ZYZ_EDIT_H

#include "audit.h"
#include "request.h"

struct editable {
	const char *action; /* several with commas: which of them, the state of the thing says */
	enum err (*note)(struct audit_also *also, const char *target, int64_t target_id,
			 int64_t row);
};
#define EDITS(word) (&(const struct editable){ word, edit_note })
enum err edit_note(struct audit_also *also, const char *target, int64_t target_id,
		   int64_t row) MUST_USE;

/* For app.c: before the handler. ERR_STALE: something else stands than was seen. */
enum err edit_begin(struct rq *q, const struct route *routes) MUST_USE;
/* And after ERR_STALE: the page that shows both, or ERR_STALE when there are no two. */
enum err edit_both(struct rq *q) MUST_USE;
/* For page.c: true when the page is only looked at. */
bool edit_page(struct rq *q, const char *template);

#endif
