/* account.c - who people are: sign-in of staff and volunteers, registration, 我的, the ledger of
 * volunteers. */
#include "account.h"
#include "calendar.h"

#define DESK (STAFF | OVERSEER)

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/account/sign-in", PUBLIC, sign_in_show },
	{ "POST", "/account/sign-in", PUBLIC | NO_CSRF, sign_in, sign_in_show },
	{ "POST", "/account/sign-out", PUBLIC, sign_out },
	{ "GET", "/account/station", PUBLIC, station_choose },
	{ "POST", "/account/station", PUBLIC, station_take, station_choose },
	{ "GET", "/account/desk", DESK, desk },
	{ "GET", "/account/code", PUBLIC, code_show }, /* at that step of signing in */
	{ "POST", "/account/code", PUBLIC, code_enter, code_show },
	{ "GET", "/account/second", PUBLIC, second_show }, /* at that step, or signed in */
	{ "POST", "/account/second", PUBLIC, second_set, second_show },
	{ "GET", "/account/one-time", PUBLIC, one_time_show },
	{ "POST", "/account/one-time", PUBLIC | NO_CSRF, one_time_use, one_time_show },
	{ "GET", "/account/password", PUBLIC, password_show }, /* at that step, or signed in */
	{ "POST", "/account/password", PUBLIC, password_change, password_show },
	{ "GET", "/account/mine", DESK, mine_show },
	{ "POST", "/account/mine/sessions", DESK, mine_end, mine_show },
	{ "GET", "/account/wechat/start", PUBLIC, wechat_start },       /* writes: its state */
	{ "GET", "/account/wechat/callback", PUBLIC, wechat_callback }, /* writes: a session */
	{ "GET", "/account/wechat/config", PUBLIC, wechat_js },
	{ "GET", "/account/wechat/file/{name}", PUBLIC, wechat_file }, /* as MP_verify_X.txt of / */
	{ "GET", "/account/phone", PUBLIC, phone_show },
	{ "POST", "/account/phone", PUBLIC | NO_CSRF, phone_ask, phone_show },
	{ "GET", "/account/phone/code", PUBLIC, phone_code_show },
	{ "POST", "/account/phone/code", PUBLIC | NO_CSRF, phone_code_enter, phone_code_show },
	{ "GET", "/account/phone/who", PUBLIC, phone_who_show }, /* whose code was right */
	{ "POST", "/account/phone/who", PUBLIC | NO_CSRF, phone_who_take, phone_who_show },
	{ "GET", "/account/qr", PUBLIC, qr_wait }, /* writes: the session that a phone confirmed */
	{ "POST", "/account/qr", PUBLIC | NO_CSRF, qr_make_login, qr_wait },
	{ "GET", "/account/qr/{token}", VOLUNTEER, qr_confirm_show },
	{ "POST", "/account/qr/{token}", VOLUNTEER | OWN_PHONE, qr_confirm, qr_confirm_show },
	{ "GET", "/account/register", WECHAT, register_show },
	{ "POST", "/account/register", WECHAT, register_self, register_show },
	{ "POST", "/account/register/keep", WECHAT, register_keep },
	{ "POST", "/account/register/drop", WECHAT, register_keep_drop },
	{ "GET", "/account/me", VOLUNTEER, me },
	{ "GET", "/account/me/settings", VOLUNTEER, me_settings },
	{ "GET", "/account/me/card", VOLUNTEER | ALONE, me_card },
	{ "GET", "/account/me/calendar", VOLUNTEER, calendar_page },
	{ "POST", "/account/me/calendar", VOLUNTEER, calendar_make, calendar_page },
	{ "POST", "/account/me/calendar/end", VOLUNTEER, calendar_end, calendar_page },
	{ "GET", "/account/me/calendar.ics", VOLUNTEER, calendar_file },
	{ "GET", "/account/calendar.ics", PUBLIC, calendar_feed },
	{ "GET", "/account/me/edit", VOLUNTEER, me_edit },
	{ "POST", "/account/me/edit", VOLUNTEER | BY_PROXY, me_save, me_edit },
	{ "GET", "/account/me/more", VOLUNTEER, me_more },
	{ "POST", "/account/me/more", VOLUNTEER | BY_PROXY, me_more_save, me_more },
	{ "GET", "/account/me/consent", VOLUNTEER, consent_show },
	{ "POST", "/account/me/consent", VOLUNTEER | BY_GUARDIAN, me_consent, consent_show },
	{ "POST", "/account/me/staff-code", VOLUNTEER | OWN_PHONE, me_staff_code, me },
	{ "POST", "/account/me/export", VOLUNTEER | BY_GUARDIAN, me_export },
	{ "GET", "/account/me/data", VOLUNTEER, me_data }, /* writes: that it was given */
	{ "POST", "/account/me/data", VOLUNTEER | BY_GUARDIAN, me_data_paper, me_data },
	{ "GET", "/account/me/erase", VOLUNTEER, erase_show },
	{ "POST", "/account/me/erase", VOLUNTEER | BY_GUARDIAN, erase, erase_show },
	{ "GET", "/account/messages", VOLUNTEER, messages },
	{ "POST", "/account/messages", VOLUNTEER | BY_PROXY, messages_read, messages },
	{ "GET", "/account/messages/channels", VOLUNTEER, message_ways },
	{ "POST", "/account/messages/channels", VOLUNTEER, message_ways_save, message_ways },
	{ "GET", "/account/messages/undelivered", STAFF, undelivered },
	{ "POST", "/account/sms/receipt", PUBLIC | NO_CSRF | JSON_BODY, receipt }, /* key: own */
	{ "GET", "/account/letter/{of}/{no}", STAFF, letter_form },
	{ "POST", "/account/letter/{of}/{no}", STAFF, letter_send, letter_form },
	{ "GET", "/account/messages/{uid}", VOLUNTEER, message_show }, /* writes: it is read */
	{ "GET", "/account/me/looked", VOLUNTEER, me_looked },
	{ "GET", "/account/me/phone", VOLUNTEER | OWN_PHONE, me_phone_show },
	{ "POST", "/account/me/phone", VOLUNTEER | OWN_PHONE, me_phone_new, me_phone_show },
	{ "POST", "/account/me/phone/old", VOLUNTEER | OWN_PHONE, me_phone_old, me_phone_show },
	{ "POST", "/account/me/phone/old-code", VOLUNTEER | OWN_PHONE, me_phone_old_code,
	  me_phone_show },
	{ "POST", "/account/me/phone/code", VOLUNTEER | OWN_PHONE, me_phone_code, me_phone_show },
	{ "GET", "/account/me/rebind", VOLUNTEER | OWN_PHONE, me_rebind_show },
	{ "POST", "/account/me/rebind", VOLUNTEER | OWN_PHONE, me_rebind, me_rebind_show },
	{ "GET", "/account/me/correct", VOLUNTEER, me_correct_show },
	{ "POST", "/account/me/correct", VOLUNTEER | BY_GUARDIAN, me_correct, me_correct_show },
	{ "GET", "/account/family", VOLUNTEER, family },
	{ "GET", "/account/family/self", PUBLIC, family_self_show }, /* where a right ended */
	{ "POST", "/account/family/self", PUBLIC, family_self },
	{ "GET", "/account/me/guardian", VOLUNTEER, guardian_show },
	{ "POST", "/account/me/guardian", VOLUNTEER | BY_GUARDIAN, guardian_say, guardian_show },
	{ "GET", "/account/family/ask", VOLUNTEER, family_ask_form },
	{ "POST", "/account/family/ask", VOLUNTEER, family_ask, family_ask_form },
	{ "GET", "/account/family/code", VOLUNTEER, family_code_form },
	{ "POST", "/account/family/code", VOLUNTEER, family_code, family_code_form },
	{ "GET", "/account/family/child", VOLUNTEER, family_child_form },
	{ "POST", "/account/family/child", VOLUNTEER, family_child, family_child_form },
	{ "POST", "/account/family/guard", VOLUNTEER, family_guard, family },
	{ "POST", "/account/family/{uid}/act", VOLUNTEER | BY_PROXY, family_act },
	{ "POST", "/account/family/{uid}/agree", VOLUNTEER, family_agree, family },
	{ "POST", "/account/family/{uid}/end", VOLUNTEER, family_end },
	{ "GET", "/account/corrections", STAFF, corrections },
	{ "GET", "/account/corrections/{no}", STAFF, correction_show },
	{ "POST", "/account/corrections/{no}/look", STAFF, correction_look, correction_show },
	{ "POST", "/account/corrections/{no}/accept", APPROVER, correction_accept,
	  correction_show },
	{ "POST", "/account/corrections/{no}/decline", APPROVER, correction_decline,
	  correction_show },
	{ "POST", "/account/corrections/{no}/cancel", STAFF, correction_cancel, correction_show },
	{ "GET", "/account/bind", WECHAT, bind_show },
	{ "POST", "/account/bind", WECHAT, bind_take, bind_show },
	{ "GET", "/account/talent", STAFF, talent },
	{ "GET", "/account/volunteers", STAFF, volunteers },
	{ "POST", "/account/volunteers", STAFF, volunteers_find, volunteers },
	{ "GET", "/account/volunteers/new", STAFF, proxy_show },
	{ "POST", "/account/volunteers/new", STAFF, proxy_register, proxy_show },
	{ "GET", "/account/volunteers/{no}", STAFF, volunteer_show },
	{ "POST", "/account/volunteers/{no}/unmask", STAFF, volunteer_unmask, volunteer_show },
	{ "POST", "/account/volunteers/{no}/guardian", STAFF, volunteer_guardian },
	{ "POST", "/account/volunteers/{no}/guardian/new", STAFF, guardian_change, volunteer_show },
	{ "GET", "/account/volunteers/{no}/edit", STAFF, volunteer_edit },
	{ "POST", "/account/volunteers/{no}/edit", STAFF, volunteer_save, volunteer_edit },
	{ "GET", "/account/volunteers/{no}/records", STAFF, volunteer_records },
	{ "POST", "/account/volunteers/{no}/note", STAFF, volunteer_note, volunteer_show },
	{ "POST", "/account/volunteers/{no}/note/{uid}/drop", STAFF, volunteer_note_drop },
	{ "POST", "/account/volunteers/{no}/tag", STAFF, volunteer_tag, volunteer_show },
	{ "POST", "/account/volunteers/{no}/tag/drop", STAFF, volunteer_tag_drop,
	  volunteer_show },
	{ "POST", "/account/volunteers/{no}/backbone", STAFF, volunteer_backbone,
	  volunteer_show },
	{ "GET", "/account/volunteers/{no}/worker", STAFF, worker_show },
	{ "POST", "/account/volunteers/{no}/worker", STAFF, worker_save, worker_show },
	{ "POST", "/account/volunteers/{no}/worker/end", STAFF, worker_end },
	{ "GET", "/account/volunteers/{no}/correct", STAFF, correct_show },
	{ "POST", "/account/volunteers/{no}/correct", STAFF, correct_make, correct_show },
	{ "GET", "/account/volunteers/{no}/family", STAFF, kin_desk },
	{ "POST", "/account/volunteers/{no}/family", STAFF, kin_paper, kin_desk },
	{ "POST", "/account/volunteers/{no}/family/code", STAFF, kin_code, kin_desk },
	{ "POST", "/account/volunteers/{no}/family/{uid}/end", STAFF, kin_desk_end },
	{ "GET", "/account/volunteers/{no}/rebind", STAFF, rebind_show },
	{ "POST", "/account/volunteers/{no}/rebind", STAFF, rebind_make, rebind_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "account", routes });
}
