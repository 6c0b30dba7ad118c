/* support.c - 志愿者保障: the policies of a station, whom they cover; what is agreed, and by whom. */
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
	{ "POST", "/support/insurance/{uid}/people", STAFF, policy_name, policy_show },
	{ "POST", "/support/insurance/{uid}/accepted", STAFF, policy_name_all, policy_show },
	{ "POST", "/support/insurance/{uid}/remove", STAFF, policy_unname, policy_show },
	{ "POST", "/support/insurance/{uid}/end", STAFF, policy_end, policy_show },
	{ "POST", "/support/insurance/{uid}/paper", STAFF | UPLOAD, policy_paper, policy_show },
	{ "GET", "/support/insurance/{uid}/paper", STAFF, policy_file },
	{ "GET", "/support/agreements", STAFF, agreement_list },
	{ "GET", "/support/agreements/new", STAFF, agreement_new },
	{ "POST", "/support/agreements/new", STAFF | UPLOAD, agreement_note, agreement_new },
	{ "GET", "/support/agreements/{uid}", STAFF, agreement_show },
	{ "GET", "/support/agreements/{uid}/print", STAFF, agreement_print },
	{ "GET", "/support/agreements/{uid}/paper", STAFF, agreement_file },
	{ "POST", "/support/agreements/{uid}/end", STAFF, agreement_end, agreement_show },
	{ "GET", "/support/texts", DESK, text_list },
	{ "GET", "/support/texts/new", RULER, text_new },
	{ "POST", "/support/texts/new", RULER, text_publish, text_new },
	{ "GET", "/support/texts/{uid}", DESK, text_show },
	{ "POST", "/support/texts/{uid}/end", RULER, text_end },
	{ "GET", "/support/mine", VOLUNTEER, mine_list },
	{ "GET", "/support/mine/{uid}", VOLUNTEER, mine_show },
	{ "GET", "/support/mine/{uid}/print", VOLUNTEER, mine_print },
	{ "GET", "/support/sign/{station}", VOLUNTEER, sign_show },
	{ "POST", "/support/sign/{station}", VOLUNTEER, sign, sign_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "support", routes });
}
