/* recruit.c - 招募: open positions, sign-up, the waiting list, and who is taken on. */
#include "invite.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/recruit/", PUBLIC, recruit_list },
	{ "GET", "/recruit/review", STAFF, review_list },
	{ "POST", "/recruit/review", STAFF, review_batch, review_list },
	{ "GET", "/recruit/review/{uid}", STAFF, review_show },
	{ "POST", "/recruit/review/{uid}/approve", STAFF, review_approve, review_list },
	{ "POST", "/recruit/review/{uid}/refuse", STAFF, review_refuse, review_show },
	{ "POST", "/recruit/undo/{deed}", STAFF, recruit_undo },
	{ "POST", "/recruit/review/{uid}/wait", STAFF, review_wait, review_list },
	{ "GET", "/recruit/manage/{no}", STAFF, manage_show },
	{ "GET", "/recruit/manage/{no}/dispose", STAFF, dispose_show },
	{ "POST", "/recruit/manage/{no}/dispose", STAFF, dispose_save, dispose_show },
	{ "GET", "/recruit/manage/{no}/shift/{activity}", STAFF, manage_shift },
	{ "POST", "/recruit/manage/{no}/shift/{activity}", STAFF, manage_shift_save, manage_shift,
	  EDITS("shift.change") },
	{ "GET", "/recruit/manage/{no}/shift/{activity}/group", STAFF, group_manage },
	{ "POST", "/recruit/manage/{no}/shift/{activity}/group", STAFF, group_manage_put,
	  group_manage },
	{ "GET", "/recruit/manage/{no}/position/{uid}", STAFF, manage_position },
	{ "POST", "/recruit/manage/{no}/position/{uid}", STAFF, manage_position_save,
	  manage_position,
	  EDITS("position.rules") },
	{ "GET", "/recruit/manage/{no}/position/{uid}/invite", STAFF, invite_list },
	{ "POST", "/recruit/manage/{no}/position/{uid}/invite", STAFF, invite_make, invite_list },
	{ "GET", "/recruit/manage/{no}/invite/{uid}", STAFF, invite_card },
	{ "POST", "/recruit/manage/{no}/invite/{uid}/end", STAFF, invite_end },
	{ "GET", "/recruit/invite/{token}", PUBLIC, invite_show },
	{ "POST", "/recruit/invite/{token}", VOLUNTEER | BY_PROXY, invite_apply, invite_show },
	{ "GET", "/recruit/standby", VOLUNTEER, standby_show },
	{ "POST", "/recruit/standby", VOLUNTEER | BY_PROXY, standby_add, standby_show },
	{ "POST", "/recruit/standby/{uid}/end", VOLUNTEER | BY_PROXY, standby_end, standby_show },
	{ "GET", "/recruit/shift/{no}", PUBLIC, shift_show }, /* writes: lapses */
	{ "POST", "/recruit/shift/{no}/apply", VOLUNTEER | BY_PROXY, shift_apply, shift_show },
	{ "GET", "/recruit/shift/{no}/withdraw", VOLUNTEER, shift_leave }, /* writes: lapses */
	{ "POST", "/recruit/shift/{no}/withdraw", VOLUNTEER | BY_PROXY, shift_withdraw,
	  shift_show },
	{ "POST", "/recruit/shift/{no}/accept", VOLUNTEER | BY_PROXY, shift_accept, shift_show },
	{ "GET", "/recruit/shift/{no}/group", VOLUNTEER | ALONE, group_show },
	{ "POST", "/recruit/shift/{no}/group", VOLUNTEER, group_lead, group_show },
	{ "GET", "/recruit/draw/{uid}", PUBLIC, draw_show },
	{ "GET", "/recruit/draw/{uid}/lots", PUBLIC, draw_lots },
	{ "GET", "/recruit/{no}", PUBLIC, recruit_show }, /* writes: lapses */
	{ "POST", "/recruit/{no}/apply", VOLUNTEER | BY_PROXY, recruit_apply, recruit_show },
	{ "GET", "/recruit/{no}/withdraw", VOLUNTEER, recruit_leave }, /* writes: lapses */
	{ "POST", "/recruit/{no}/withdraw", VOLUNTEER | BY_PROXY, recruit_withdraw },
	{ "POST", "/recruit/{no}/accept", VOLUNTEER | BY_PROXY, recruit_accept, recruit_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "recruit", routes });
}
