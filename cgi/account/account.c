/* account.c - who people are: sign-in of staff and volunteers, registration, 我的, the ledger of
 * volunteers. */
#include "account.h"

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
	{ "GET", "/account/register", WECHAT, register_show },
	{ "POST", "/account/register", WECHAT, register_self, register_show },
	{ "GET", "/account/me", VOLUNTEER, me },
	{ "GET", "/account/me/edit", VOLUNTEER, me_edit },
	{ "POST", "/account/me/edit", VOLUNTEER, me_save, me_edit },
	{ "GET", "/account/me/more", VOLUNTEER, me_more },
	{ "POST", "/account/me/more", VOLUNTEER, me_more_save, me_more },
	{ "GET", "/account/me/consent", VOLUNTEER, consent_show },
	{ "POST", "/account/me/consent", VOLUNTEER, me_consent, consent_show },
	{ "POST", "/account/me/staff-code", VOLUNTEER, me_staff_code, me },
	{ "POST", "/account/me/export", VOLUNTEER, me_export },
	{ "GET", "/account/me/erase", VOLUNTEER, erase_show },
	{ "POST", "/account/me/erase", VOLUNTEER, erase, erase_show },
	{ "GET", "/account/me/looked", VOLUNTEER, me_looked },
	{ "GET", "/account/me/rebind", VOLUNTEER, me_rebind_show },
	{ "POST", "/account/me/rebind", VOLUNTEER, me_rebind, me_rebind_show },
	{ "GET", "/account/me/correct", VOLUNTEER, me_correct_show },
	{ "POST", "/account/me/correct", VOLUNTEER, me_correct, me_correct_show },
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
	{ "GET", "/account/volunteers/{no}/rebind", STAFF, rebind_show },
	{ "POST", "/account/volunteers/{no}/rebind", STAFF, rebind_make, rebind_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "account", routes });
}
