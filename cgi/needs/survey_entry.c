/* survey_entry.c - sheets of paper are typed in one after the other, by keyboard alone: numbers
 * choose, Enter goes on, and the last Enter stores the sheet and opens the next. */
#include "filled.h"
#include "form.h"
#include "survey.h"

#define PURPOSE "entry"

enum err entry_form(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_own(q, &s);
	if (!e)
		e = put_questions(q, s.id);
	if (e)
		return e;
	if (!str_eq(s.state, "open"))
		return ERR_STALE;
	form_key(q, PURPOSE);
	return page_status(q, form_again(q) ? 422 : 200, "needs/survey_entry.cs");
}

enum err entry_add(struct rq *q)
{
	struct sheet s = { .q = q, .paper = true };
	enum err e = survey_own(q, &s.survey);
	if (!e && !str_eq(s.survey.state, "open"))
		e = ERR_STALE;
	if (!e)
		e = put_questions(q, s.survey.id);
	if (!e)
		e = form_key_uid(q, PURPOSE, &s.uid);
	if (e)
		return e;
	sheet_read(q, &s);
	if (form_ok(q) && sheet_blank(&s))
		form_error(q, NULL, "sheet_blank");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(sheet_store, &s);
	/* Enter pressed twice stores one sheet. */
	if (e && e != ERR_DUPLICATE)
		return e;
	return see(q, "/needs/surveys/%s/entry?done=sheet_added", arg(q, 0));
}
