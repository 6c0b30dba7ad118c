/* answer.c - a resident answers a survey on a phone, without an account. Answers become rows of
 * the need ledger. */
#include "form.h"
#include "sheet.h"

enum { PER_HOUR = 60 };

enum err answer_form(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_asked(q, &s);
	if (e || got(q, "Closed"))
		return e ? e : page(q, "needs/answer.cs");
	e = put_questions(q, s.id);
	if (e)
		return e;
	form_key(q, "survey");
	return page(q, "needs/answer.cs");
}

enum err answer_post(struct rq *q)
{
	struct sheet s = { .q = q };
	enum err e = survey_asked(q, &s.survey);
	if (!e && got(q, "Closed"))
		return page_status(q, 409, "needs/answer.cs");
	if (!e)
		e = throttle(q, "survey", q->remote, PER_HOUR, 3600);
	if (!e)
		e = put_questions(q, s.survey.id);
	if (!e)
		e = form_key_uid(q, "survey", &s.uid);
	if (e)
		return e;
	sheet_read(q, &s);
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(sheet_store, &s);
	/* The same sheet sent twice is thanked for twice and counted once. */
	return e && e != ERR_DUPLICATE ? e : see(q, "/needs/s/%s/thanks", arg(q, 0));
}

enum err answer_thanks(struct rq *q)
{
	struct survey_row s;
	enum err e = survey_asked(q, &s);
	return e ? e : page(q, "needs/thanks.cs");
}
