/* needs.c - needs of residents 采集需求: surveys, their answers, the need ledger 需求台账. */
#include "needs.h"

static enum err needs_desk(struct rq *q)
{
	return see(q, "/needs/ledger");
}

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/needs/", STAFF, needs_desk },
	{ "GET", "/needs/s/{code}", PUBLIC, answer_form },
	{ "POST", "/needs/s/{code}", PUBLIC | NO_CSRF, answer_post, answer_form },
	{ "POST", "/needs/s/{code}/keep", PUBLIC | NO_CSRF, kept_save },
	{ "GET", "/needs/s/{code}/thanks", PUBLIC, answer_thanks },
	{ "GET", "/needs/follow", PUBLIC, answer_follow },
	{ "GET", "/needs/surveys", STAFF, survey_list },
	{ "GET", "/needs/surveys/new", STAFF, survey_new },
	{ "POST", "/needs/surveys/new", STAFF, survey_add, survey_new },
	{ "GET", "/needs/surveys/{code}", STAFF, survey_show },
	{ "POST", "/needs/surveys/{code}/open", STAFF, survey_open, survey_show },
	{ "POST", "/needs/surveys/{code}/close", STAFF, survey_close },
	{ "POST", "/needs/surveys/{code}/reopen", STAFF, survey_reopen, survey_show },
	{ "POST", "/needs/surveys/{code}/days", STAFF, survey_days, survey_show },
	{ "POST", "/needs/surveys/{code}/next", STAFF, survey_next },
	{ "GET", "/needs/surveys/{code}/preview", STAFF, survey_preview },
	{ "GET", "/needs/surveys/{code}/sheets", STAFF, sheet_list },
	{ "GET", "/needs/surveys/{code}/sheets/{uid}", STAFF, sheet_show },
	{ "GET", "/needs/surveys/{code}/answers.xlsx", STAFF, sheet_export },
	{ "GET", "/needs/surveys/{code}/poster.pdf", STAFF, survey_poster },
	{ "GET", "/needs/surveys/{code}/paper.pdf", STAFF, survey_paper },
	{ "GET", "/needs/surveys/{code}/entry", STAFF, entry_form },
	{ "POST", "/needs/surveys/{code}/entry", STAFF, entry_add, entry_form },
	{ "GET", "/needs/surveys/{code}/edit", STAFF, survey_edit },
	{ "POST", "/needs/surveys/{code}/edit", STAFF, survey_save, survey_edit },
	{ "GET", "/needs/surveys/{code}/question", STAFF, question_new },
	{ "POST", "/needs/surveys/{code}/question", STAFF, question_add, question_new },
	{ "GET", "/needs/surveys/{code}/question/{place}", STAFF, question_edit },
	{ "POST", "/needs/surveys/{code}/question/{place}", STAFF, question_save, question_edit },
	{ "POST", "/needs/surveys/{code}/question/{place}/up", STAFF, question_up, survey_edit },
	{ "POST", "/needs/surveys/{code}/question/{place}/down", STAFF, question_down,
	  survey_edit },
	{ "POST", "/needs/surveys/{code}/question/{place}/remove", STAFF, question_remove,
	  survey_edit },
	{ "GET", "/needs/ledger", STAFF, ledger_list },
	{ "GET", "/needs/ledger/new", STAFF, ledger_new },
	{ "POST", "/needs/ledger/new", STAFF, ledger_add, ledger_new },
	{ "GET", "/needs/ledger/{no}", STAFF, ledger_show },
	{ "POST", "/needs/ledger/{no}/verify", STAFF, ledger_verify, ledger_show },
	{ "POST", "/needs/ledger/{no}/decline", STAFF, ledger_decline, ledger_show },
	{ "POST", "/needs/ledger/{no}/done", STAFF, ledger_done },
	{ "POST", "/needs/ledger/verify", STAFF, ledger_verify_many, ledger_list },
	{ "GET", "/needs/ledger/{no}/edit", STAFF, ledger_edit },
	{ "POST", "/needs/ledger/{no}/edit", STAFF, ledger_save, ledger_edit },
	{ "POST", "/needs/ledger/{no}/unmask", STAFF, ledger_unmask, ledger_show },
	{ "POST", "/needs/ledger/{no}/answer", STAFF, ledger_answer, ledger_show },
	{ "POST", "/needs/ledger/{no}/merge", STAFF, ledger_merge, ledger_show },
	{ "GET", "/needs/households", STAFF, household_list },
	{ "POST", "/needs/households/find", STAFF, household_find, household_list },
	{ "GET", "/needs/households/new", STAFF, household_new },
	{ "POST", "/needs/households/new", STAFF, household_add, household_new },
	{ "GET", "/needs/households/{no}", STAFF, household_show },
	{ "GET", "/needs/households/{no}/edit", STAFF, household_edit },
	{ "POST", "/needs/households/{no}/edit", STAFF, household_save, household_edit },
	{ "POST", "/needs/households/{no}/unmask", STAFF, household_unmask, household_show },
	{ "POST", "/needs/households/{no}/person", STAFF, person_add, household_show },
	{ "POST", "/needs/households/{no}/unperson", STAFF, person_drop, household_show },
	{ "POST", "/needs/households/{no}/close", STAFF, household_close, household_show },
	{ "POST", "/needs/households/{no}/reopen", STAFF, household_reopen },
	{ "GET", "/needs/households/{no}/visit", STAFF, visit_new },
	{ "POST", "/needs/households/{no}/visit", STAFF, visit_add, visit_new },
	{ "GET", "/needs/visits", STAFF, visit_list },
	{ "GET", "/needs/visits/{uid}", STAFF, visit_show },
	{ "POST", "/needs/visits/{uid}/take", STAFF, visit_take },
	{ "POST", "/needs/visits/{uid}/drop", STAFF, visit_drop },
	{ "GET", "/needs/route", STAFF, route_show },
	{ "POST", "/needs/route", STAFF, route_add, route_show },
	{ "POST", "/needs/route/drop", STAFF, route_drop, route_show },
	{ "GET", "/needs/field", STAFF, field_show },
	{ "POST", "/needs/field/take", STAFF, field_take },
	{ "POST", "/needs/field/visits", STAFF | UPLOAD, field_give },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "needs", routes });
}
