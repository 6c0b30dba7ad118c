/* commend.c - recognition 激励嘉许: stars, honours, certificates of service and their checking. */
#include "commend.h"

/* clang-format off: one route to a line */
static const struct route routes[] = {
	{ "GET", "/commend/", PUBLIC, commend_home },
	{ "GET", "/commend/honours", PUBLIC, honour_roll },
	{ "GET", "/commend/mine", VOLUNTEER, mine },
	{ "GET", "/commend/mine/honour", VOLUNTEER, mine_honour_form },
	{ "POST", "/commend/mine/honour", VOLUNTEER, mine_honour, mine_honour_form },
	{ "GET", "/commend/certificate", VOLUNTEER, certificate_form },
	{ "POST", "/commend/certificate", VOLUNTEER, certificate_issue, certificate_form },
	{ "GET", "/commend/certificate/{no}", SIGNED_IN, certificate_show }, /* writes: its file */
	{ "GET", "/commend/revoked", PUBLIC, revoked_list },
	{ "GET", "/commend/offline", PUBLIC | NO_DB, offline_page },
	{ "GET", "/commend/verify", PUBLIC, verify_form },
	{ "GET", "/commend/verify/{no}", PUBLIC, verify_show }, /* writes: counts look-ups */
	{ "GET", "/commend/manage", STAFF, star_desk },
	{ "GET", "/commend/manage/stars", STAFF, star_list },
	{ "POST", "/commend/manage/award", APPROVER, star_award, star_desk },
	{ "POST", "/commend/manage/settle", APPROVER, star_settle },
	{ "POST", "/commend/manage/refuse", APPROVER, star_refuse, star_desk },
	{ "GET", "/commend/manage/honours", STAFF, honour_list },
	{ "GET", "/commend/manage/honours/new", STAFF, honour_new },
	{ "POST", "/commend/manage/honours/new", STAFF, honour_add, honour_new },
	{ "GET", "/commend/manage/honours/{no}", STAFF, honour_show },
	{ "POST", "/commend/manage/honours/{no}/verify", APPROVER, honour_verify, honour_show },
	{ "POST", "/commend/manage/honours/{no}/refuse", APPROVER, honour_refuse, honour_show },
	{ "POST", "/commend/manage/honours/{no}/withdraw", APPROVER, honour_withdraw, honour_show },
	{ "GET", "/commend/manage/certificate", STAFF, certificate_desk },
	{ "POST", "/commend/manage/certificate", STAFF, certificate_desk_issue, certificate_desk },
	{ "GET", "/commend/manage/certificates", STAFF, register_list },
	{ "GET", "/commend/manage/certificates/{no}", STAFF, register_show },
	{ "POST", "/commend/manage/certificates/{no}/revoke", APPROVER, register_revoke,
	  register_show },
	{ 0 }
};
/* clang-format on */

enum err commend_home(struct rq *q)
{
	if (q->staff)
		return see(q, "/commend/manage");
	return q->person ? see(q, "/commend/mine") : see(q, "/commend/honours");
}

int main(void)
{
	return app_run(&(struct app){ "commend", routes, "honour" });
}
