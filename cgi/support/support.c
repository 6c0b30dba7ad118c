/* support.c - 保障与投入: the policies of a station, whom they cover; what is agreed, and by whom; money
 * and gifts. */
#include "fund.h"
#include "material.h"
#include "support.h"

#define DESK  (STAFF | OVERSEER)
#define RULER (MANAGER | OVERSEER)

static enum err support_desk(struct rq *q)
{
	return see(q, "/support/insurance");
}

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/support/", STAFF, support_desk },
	{ "GET", "/support/insurance", STAFF, policy_list },
	{ "GET", "/support/insurance/new", STAFF, policy_new },
	{ "POST", "/support/insurance/new", STAFF | UPLOAD, policy_add, policy_new },
	{ "GET", "/support/insurance/{uid}", STAFF, policy_show },
	{ "GET", "/support/insurance/{uid}/edit", STAFF, policy_edit },
	{ "POST", "/support/insurance/{uid}/edit", STAFF, policy_save, policy_edit,
	  EDITS("insurance.edit") },
	{ "POST", "/support/insurance/{uid}/people", STAFF, policy_name, policy_show },
	{ "POST", "/support/insurance/{uid}/accepted", STAFF, policy_name_all, policy_show },
	{ "POST", "/support/insurance/{uid}/remove", STAFF, policy_unname, policy_show },
	{ "POST", "/support/insurance/{uid}/end", STAFF | SURE, policy_end, policy_show },
	{ "POST", "/support/insurance/{uid}/paper", STAFF | UPLOAD, policy_paper, policy_show },
	{ "GET", "/support/insurance/{uid}/paper", STAFF, policy_file },
	{ "GET", "/support/agreements", STAFF, agreement_list },
	{ "GET", "/support/agreements/new", STAFF, agreement_new },
	{ "POST", "/support/agreements/new", STAFF | UPLOAD, agreement_note, agreement_new },
	{ "GET", "/support/agreements/{uid}", STAFF, agreement_show },
	{ "GET", "/support/agreements/{uid}/print", STAFF, agreement_print },
	{ "GET", "/support/agreements/{uid}/paper", STAFF, agreement_file },
	{ "GET", "/support/agreements/{uid}/edit", STAFF, agreement_edit },
	{ "POST", "/support/agreements/{uid}/edit", STAFF, agreement_save, agreement_edit,
	  EDITS("agreement.edit") },
	{ "POST", "/support/agreements/{uid}/end", STAFF | SURE, agreement_end, agreement_show },
	{ "GET", "/support/texts", DESK, text_list },
	{ "GET", "/support/texts/new", RULER, text_new },
	{ "POST", "/support/texts/new", RULER, text_publish, text_new },
	{ "GET", "/support/texts/{uid}", DESK, text_show },
	{ "POST", "/support/texts/{uid}/end", RULER | SURE, text_end },
	{ "GET", "/support/mine", VOLUNTEER, mine_list },
	{ "GET", "/support/mine/{uid}", VOLUNTEER, mine_show },
	{ "GET", "/support/mine/{uid}/print", VOLUNTEER, mine_print },
	{ "GET", "/support/sign/{station}", VOLUNTEER, sign_show },
	{ "POST", "/support/sign/{station}", VOLUNTEER, sign, sign_show },
	{ "GET", "/support/funds", STAFF, fund_list },
	{ "GET", "/support/funds/queue", STAFF, fund_queue },
	{ "GET", "/support/funds/in", STAFF, fund_in },
	{ "POST", "/support/funds/in", STAFF | UPLOAD, fund_in_add, fund_in },
	{ "GET", "/support/funds/out", STAFF, fund_out },
	{ "POST", "/support/funds/out", STAFF | UPLOAD, fund_out_add, fund_out },
	{ "GET", "/support/funds/{no}", STAFF, fund_show },
	{ "GET", "/support/funds/{no}/paper", STAFF, fund_file },
	{ "GET", "/support/funds/{no}/paper/{uid}", STAFF, fund_file_one },
	{ "POST", "/support/funds/{no}/paper", STAFF | UPLOAD, fund_paper, fund_show },
	{ "GET", "/support/funds/{no}/thanks", STAFF, fund_thanks },
	{ "POST", "/support/funds/{no}/public", STAFF, fund_public, fund_show },
	{ "POST", "/support/funds/{no}/forget", APPROVER, fund_forget, fund_show },
	{ "POST", "/support/funds/{no}/approve", APPROVER, fund_step_approve, fund_show },
	{ "POST", "/support/funds/{no}/refuse", APPROVER, fund_step_refuse, fund_show },
	{ "POST", "/support/funds/{no}/withdraw", STAFF, fund_step_withdraw },
	{ "POST", "/support/funds/{no}/void", APPROVER | SURE, fund_step_void, fund_show },
	{ "GET", "/support/budgets", STAFF, budget_list },
	{ "GET", "/support/budgets/{no}", STAFF, budget_show },
	{ "POST", "/support/budgets/{no}/ask", STAFF, budget_ask, budget_show },
	{ "POST", "/support/budgets/{no}/{uid}/approve", APPROVER, budget_approve },
	{ "POST", "/support/budgets/{no}/{uid}/refuse", APPROVER, budget_refuse, budget_show },
	{ "GET", "/support/open/{station}", PUBLIC, fund_open },
	{ "GET", "/support/materials", STAFF, material_list },
	{ "GET", "/support/materials/ledger", STAFF, material_ledger },
	{ "GET", "/support/materials/loans", STAFF, material_loans },
	{ "GET", "/support/materials/new", STAFF, material_new },
	{ "POST", "/support/materials/new", STAFF, material_add, material_new },
	{ "GET", "/support/materials/{uid}", STAFF, material_show },
	{ "GET", "/support/materials/{uid}/edit", STAFF, thing_edit },
	{ "POST", "/support/materials/{uid}/edit", STAFF, thing_save, thing_edit,
	  EDITS("material.edit") },
	{ "POST", "/support/materials/{uid}/call", STAFF, material_call, material_show },
	{ "GET", "/support/materials/{uid}/{step}", STAFF, material_step },
	{ "POST", "/support/materials/{uid}/{step}", STAFF, material_do, material_step },
	{ "GET", "/support/materials/{uid}/row/{no}", STAFF, row_edit },
	{ "POST", "/support/materials/{uid}/row/{no}", STAFF, row_save, row_edit,
	  EDITS("material.mend") },
	{ "GET", "/support/materials/{uid}/loan/{loan}", STAFF, loan_edit },
	{ "POST", "/support/materials/{uid}/loan/{loan}", STAFF, loan_save, loan_edit,
	  EDITS("material.loan") },
	{ "GET", "/support/materials/{uid}/back/{loan}", STAFF, loan_back },
	{ "POST", "/support/materials/{uid}/back/{loan}", STAFF, loan_take, loan_back },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "support", routes });
}
