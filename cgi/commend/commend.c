/* commend.c - recognition 激励嘉许: stars, honours, certificates of service and their checking. */
#include "commend.h"

#define DESK (STAFF | OVERSEER)

/* clang-format off: one route to a line */
static const struct route routes[] = {
	{ "GET", "/commend/", PUBLIC, commend_home },
	{ "GET", "/commend/honours", PUBLIC, honour_roll },
	{ "GET", "/commend/honours/{year}", PUBLIC, honour_year },
	{ "GET", "/commend/decisions/{uid}", PUBLIC, decision_public },
	{ "GET", "/commend/mine", VOLUNTEER, mine },
	{ "GET", "/commend/mine/star", VOLUNTEER, star_mine },
	{ "POST", "/commend/mine/star", VOLUNTEER, star_ask, star_mine },
	{ "GET", "/commend/notice/{ref}", SIGNED_IN, star_notice },
	{ "POST", "/commend/notice/{ref}", SIGNED_IN, star_object, star_notice },
	{ "GET", "/commend/mine/honour", VOLUNTEER, mine_honour_form },
	{ "POST", "/commend/mine/honour", VOLUNTEER, mine_honour, mine_honour_form },
	{ "GET", "/commend/certificate", VOLUNTEER, certificate_form },
	{ "POST", "/commend/certificate", VOLUNTEER | BY_PROXY, certificate_issue,
	  certificate_form },
	{ "GET", "/commend/certificate/{no}", SIGNED_IN, certificate_show }, /* writes: its file */
	{ "GET", "/commend/certificates/{station}", PUBLIC, certificate_notice },
	{ "GET", "/commend/revoked", PUBLIC, revoked_list },
	{ "GET", "/commend/offline", PUBLIC | NO_DB, offline_page },
	{ "GET", "/commend/verify", PUBLIC, verify_form },
	{ "GET", "/commend/verify/{no}", PUBLIC, verify_show }, /* writes: counts look-ups */
	{ "GET", "/commend/manage", STAFF, star_desk },
	{ "GET", "/commend/manage/stars", STAFF, star_list },
	{ "GET", "/commend/manage/stars/{ref}", STAFF, star_show },
	{ "POST", "/commend/manage/award", APPROVER, star_award, star_desk },
	{ "POST", "/commend/manage/propose", APPROVER, star_award_all, star_desk },
	{ "POST", "/commend/manage/settle", APPROVER, star_settle_here },
	{ "POST", "/commend/manage/refuse", APPROVER, star_refuse, star_desk },
	{ "GET", "/commend/stars", OVERSEER, star_waiting },
	{ "GET", "/commend/stars/{ref}", OVERSEER, star_show },
	{ "POST", "/commend/stars/{ref}", OVERSEER, star_decide, star_show },
	{ "GET", "/commend/levels", DESK, levels_show },
	{ "GET", "/commend/levels/{star}", OVERSEER, level_form },
	{ "POST", "/commend/levels/{star}", OVERSEER, level_set, level_form },
	{ "GET", "/commend/manage/honours", STAFF, honour_list },
	{ "GET", "/commend/manage/honours/new", STAFF, honour_new },
	{ "POST", "/commend/manage/honours/new", STAFF, honour_add, honour_new },
	{ "GET", "/commend/manage/honours/{no}", STAFF, honour_show },
	{ "POST", "/commend/manage/honours/{no}/verify", APPROVER, honour_verify, honour_show },
	{ "POST", "/commend/manage/honours/{no}/refuse", APPROVER, honour_refuse, honour_show },
	{ "POST", "/commend/manage/honours/{no}/withdraw", APPROVER, honour_withdraw, honour_show },
	{ "GET", "/commend/manage/honours/{no}/evidence", STAFF, honour_evidence_show },
	{ "POST", "/commend/manage/honours/{no}/evidence", STAFF | UPLOAD, honour_evidence,
	  honour_show },
	{ "GET", "/commend/manage/decisions", STAFF, decision_list },
	{ "GET", "/commend/manage/decisions/new", STAFF, decision_new },
	{ "POST", "/commend/manage/decisions/new", STAFF, decision_add, decision_new },
	{ "GET", "/commend/manage/decisions/{uid}", STAFF, decision_show },
	{ "GET", "/commend/manage/decisions/{uid}/change", STAFF, decision_change_form },
	{ "POST", "/commend/manage/decisions/{uid}/change", STAFF, decision_change,
	  decision_change_form },
	{ "POST", "/commend/manage/decisions/{uid}/paste", STAFF, decision_paste, decision_show },
	{ "GET", "/commend/manage/decisions/{uid}/pick", STAFF, decision_pick },
	{ "POST", "/commend/manage/decisions/{uid}/pick", STAFF, decision_tick, decision_pick },
	{ "POST", "/commend/manage/decisions/{uid}/thing", STAFF, decision_thing, decision_show },
	{ "POST", "/commend/manage/decisions/{uid}/remove/{no}", STAFF, decision_remove,
	  decision_show },
	{ "POST", "/commend/manage/decisions/{uid}/submit", STAFF, decision_submit, decision_show },
	{ "POST", "/commend/manage/decisions/{uid}/return", APPROVER, decision_return,
	  decision_show },
	{ "POST", "/commend/manage/decisions/{uid}/approve", APPROVER, decision_approve,
	  decision_show },
	{ "POST", "/commend/manage/decisions/{uid}/issue", APPROVER, decision_issue,
	  decision_show },
	{ "POST", "/commend/manage/decisions/{uid}/cancel", APPROVER, decision_cancel,
	  decision_show },
	{ "GET", "/commend/manage/decisions/{uid}/{file}", /* writes: keeps the file */
	  STAFF, decision_file },
	{ "GET", "/commend/manage/selections", STAFF, selection_list },
	{ "GET", "/commend/manage/selections/new", STAFF, selection_new },
	{ "POST", "/commend/manage/selections/new", STAFF, selection_add, selection_new },
	{ "GET", "/commend/manage/selections/{uid}", STAFF, selection_show },
	{ "POST", "/commend/manage/selections/{uid}/kind", STAFF, selection_kind, selection_show },
	{ "POST", "/commend/manage/selections/{uid}/condition", STAFF, condition_add,
	  selection_show },
	{ "POST", "/commend/manage/selections/{uid}/remove", STAFF, condition_remove,
	  selection_show },
	{ "POST", "/commend/manage/selections/{uid}/close", APPROVER, selection_close },
	{ "GET", "/commend/manage/selections/{uid}/find", STAFF, selection_find_page },
	{ "POST", "/commend/manage/selections/{uid}/nominate", STAFF, nomination_add,
	  selection_find_page },
	{ "GET", "/commend/manage/nominations", STAFF, nomination_list },
	{ "GET", "/commend/manage/nominations/{uid}", STAFF, nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/words", STAFF, nomination_words,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/collect", STAFF, nomination_collect,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/return", APPROVER, nomination_return,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/confirm", APPROVER, nomination_confirm,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/hand-in", STAFF, nomination_hand_in,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/shortlist", STAFF, nomination_shortlist,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/honour", STAFF, nomination_honour,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/pass-over", STAFF, nomination_pass_over,
	  nomination_show },
	{ "POST", "/commend/manage/nominations/{uid}/withdraw", STAFF, nomination_withdraw,
	  nomination_show },
	{ "GET", "/commend/manage/certificate", STAFF, certificate_desk },
	{ "POST", "/commend/manage/certificate", STAFF, certificate_desk_issue, certificate_desk },
	{ "GET", "/commend/manage/certificates", STAFF, register_list },
	{ "GET", "/commend/manage/school", APPROVER, school_form },
	{ "POST", "/commend/manage/school", APPROVER, school_give, school_form },
	{ "GET", "/commend/manage/certificates/{no}", STAFF, register_show },
	{ "POST", "/commend/manage/certificates/{no}/revoke", APPROVER, register_revoke,
	  register_show },
	{ 0 }
};
/* clang-format on */

enum err commend_home(struct rq *q)
{
	if (may(q, ROLE_OVERSEER))
		return see(q, "/commend/stars");
	if (q->staff)
		return see(q, "/commend/manage");
	return q->person ? see(q, "/commend/mine") : see(q, "/commend/honours");
}

int main(void)
{
	return app_run(&(struct app){ "commend", routes, "honour" });
}
