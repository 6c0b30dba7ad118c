/* activity.c - activities, check-in and check-out, hours, review, public notice, objections
 * 开展活动与记录. */
#include "objection.h"
#include "roll.h"

/* clang-format off: one route to a line */
static const struct route routes[] = {
	{ "GET", "/activity/manage", STAFF, manage_list },
	{ "GET", "/activity/manage/new", STAFF, plan_new },
	{ "POST", "/activity/manage/new", STAFF, plan_add, plan_new },
	{ "GET", "/activity/manage/review", STAFF, review_list },
	{ "POST", "/activity/manage/review", APPROVER, review_approve, review_list },
	{ "GET", "/activity/manage/objections", STAFF, case_list },
	{ "GET", "/activity/manage/objections/{no}", STAFF, case_show },
	{ "POST", "/activity/manage/objections/{no}/decide", APPROVER, case_decide, case_show },
	{ "POST", "/activity/manage/objections/{no}/contact", APPROVER, case_contact, case_show },
	{ "GET", "/activity/manage/due", STAFF, due_list },
	{ "GET", "/activity/manage/{no}", STAFF, manage_show },
	{ "GET", "/activity/manage/{no}/edit", STAFF, plan_edit },
	{ "POST", "/activity/manage/{no}/edit", STAFF, plan_save, plan_edit },
	{ "POST", "/activity/manage/{no}/publish", STAFF, manage_publish, manage_show },
	{ "POST", "/activity/manage/{no}/cancel", STAFF, manage_cancel, manage_show },
	{ "POST", "/activity/manage/{no}/archive", APPROVER, manage_archive },
	{ "POST", "/activity/manage/{no}/roster", STAFF, roster_add, manage_show },
	{ "POST", "/activity/manage/{no}/roster/import", STAFF, roster_import },
	{ "POST", "/activity/manage/{no}/roster/remove", STAFF, roster_remove, manage_show },
	{ "GET", "/activity/manage/{no}/log", STAFF, log_show },
	{ "POST", "/activity/manage/{no}/log", STAFF, log_save, log_show },
	{ "POST", "/activity/manage/{no}/log/paste", STAFF, log_paste, log_show },
	{ "GET", "/activity/manage/{no}/backfill", STAFF, backfill_show },
	{ "POST", "/activity/manage/{no}/backfill", STAFF | UPLOAD, backfill_save, backfill_show },
	{ "POST", "/activity/manage/{no}/backfill/paste", STAFF, backfill_paste, backfill_show },
	{ "GET", "/activity/manage/{no}/offline", SIGNED_IN, offline_back },
	{ "POST", "/activity/manage/{no}/offline", SIGNED_IN, offline_take },
	{ "POST", "/activity/manage/{no}/offline/scans", SIGNED_IN, offline_give },
	{ "GET", "/activity/manage/{no}/rate", STAFF, rate_show },
	{ "POST", "/activity/manage/{no}/rate", STAFF, rate_save, rate_show },
	{ "GET", "/activity/document/{uid}", STAFF, proof_show },
	{ "GET", "/activity/manage/{no}/code", SIGNED_IN, code_page },
	{ "GET", "/activity/manage/{no}/board", SIGNED_IN, board_show },
	{ "GET", "/activity/record/{no}", STAFF, review_show },
	{ "POST", "/activity/record/{no}/confirm", SIGNED_IN, declared_confirm, board_show },
	{ "POST", "/activity/record/{no}/refuse", APPROVER, review_refuse, review_show },
	{ "GET", "/activity/record/{no}/object", VOLUNTEER, object_form },
	{ "POST", "/activity/record/{no}/object", VOLUNTEER, object_own, object_form },
	{ "GET", "/activity/", VOLUNTEER, mine },
	{ "GET", "/activity/mine", VOLUNTEER, mine },
	{ "GET", "/activity/hours", VOLUNTEER, hours },
	{ "GET", "/activity/hours/{no}", VOLUNTEER, hours_show },
	{ "POST", "/activity/hours/{no}/rate", VOLUNTEER, rate_station, hours_show },
	{ "GET", "/activity/notice", PUBLIC, notice_list },
	{ "GET", "/activity/notice/{no}", PUBLIC, notice_show },
	{ "GET", "/activity/notice/record/{no}", PUBLIC, dispute_form },
	{ "POST", "/activity/notice/record/{no}", PUBLIC | NO_CSRF, dispute, dispute_form },
	{ "GET", "/activity/notice/case/{no}", PUBLIC, dispute_case },
	{ "GET", "/activity/flags", OVERSEER, flags_show },
	{ "GET", "/activity/flags/records", OVERSEER, flagged_list },
	{ "GET", "/activity/holidays", OVERSEER, holidays },
	{ "POST", "/activity/holidays", OVERSEER, holiday_save, holidays },
	{ "POST", "/activity/holidays/paste", OVERSEER, holiday_paste, holidays },
	{ "POST", "/activity/holidays/remove", OVERSEER, holiday_remove },
	{ "GET", "/activity/ledger/", PUBLIC, ledger_show },
	{ "GET", "/activity/ledger/heads", PUBLIC, ledger_heads },
	{ "GET", "/activity/ledger/key", PUBLIC, ledger_key },
	{ "GET", "/activity/c/{token}", VOLUNTEER, check_scan },
	{ "GET", "/activity/{no}", VOLUNTEER, check_show },
	{ "POST", "/activity/{no}/check-in", VOLUNTEER, check_in, check_show },
	{ "POST", "/activity/{no}/check-out", VOLUNTEER, check_out, check_show },
	{ "POST", "/activity/{no}/declare", VOLUNTEER, declare, check_show },
	{ "POST", "/activity/{no}/join", VOLUNTEER, ask_join },
	{ "POST", "/activity/{no}/decline", VOLUNTEER, ask_decline },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "activity", routes, "record" });
}
