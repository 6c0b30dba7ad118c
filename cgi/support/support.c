/* support.c - 志愿者保障: the policies of a station, whom they cover, from when until when. */
#include "support.h"

static enum err support_desk(struct rq *q)
{
	return see(q, "/support/insurance");
}

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/support/", STAFF, support_desk },
	{ "GET", "/support/insurance", STAFF, policy_list },
	{ "GET", "/support/insurance/new", STAFF, policy_new },
	{ "POST", "/support/insurance/new", STAFF, policy_add, policy_new },
	{ "GET", "/support/insurance/{uid}", STAFF, policy_show },
	{ "POST", "/support/insurance/{uid}/people", STAFF, policy_name, policy_show },
	{ "POST", "/support/insurance/{uid}/accepted", STAFF, policy_name_all, policy_show },
	{ "POST", "/support/insurance/{uid}/remove", STAFF, policy_unname, policy_show },
	{ "POST", "/support/insurance/{uid}/end", STAFF, policy_end, policy_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "support", routes });
}
