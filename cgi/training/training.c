/* training.c - training 培训: sessions with places, enrolment, attendance, results. */
#include "training.h"

/* clang-format off: one route to a line */
static const struct route routes[] = {
	{ "GET", "/training/", PUBLIC, open_list },
	{ "GET", "/training/manage", STAFF, manage_list },
	{ "GET", "/training/manage/new", STAFF, plan_new },
	{ "POST", "/training/manage/new", STAFF, plan_add, plan_new },
	{ "GET", "/training/manage/{no}", STAFF, manage_show },
	{ "GET", "/training/manage/{no}/edit", STAFF, plan_edit },
	{ "POST", "/training/manage/{no}/edit", STAFF, plan_save, plan_edit,
	  EDITS("training.edit") },
	{ "POST", "/training/manage/{no}/publish", STAFF, manage_publish },
	{ "POST", "/training/manage/{no}/start", STAFF, manage_start },
	{ "POST", "/training/manage/{no}/finish", STAFF, manage_finish },
	{ "POST", "/training/manage/{no}/cancel", STAFF | SURE, manage_cancel, manage_show },
	{ "GET", "/training/manage/{no}/roll", STAFF, roll_show },
	{ "GET", "/training/manage/{no}/sheet", STAFF, roll_sheet },
	{ "GET", "/training/manage/{no}/code", STAFF, code_page },
	{ "POST", "/training/manage/{no}/present", STAFF, roll_present, roll_show },
	{ "POST", "/training/manage/{no}/result", STAFF, result_save, roll_show },
	{ "POST", "/training/manage/{no}/enrol", STAFF, roll_enrol, roll_show },
	{ "POST", "/training/manage/{no}/remove", STAFF | SURE, roll_remove, roll_show },
	{ "GET", "/training/manage/{no}/materials", STAFF, material_list },
	{ "POST", "/training/manage/{no}/materials", STAFF | UPLOAD, material_add, material_list },
	{ "GET", "/training/manage/{no}/materials/{uid}", STAFF, material_look },
	{ "POST", "/training/manage/{no}/materials/{uid}/remove", STAFF, material_remove },
	{ "GET", "/training/c/{token}", VOLUNTEER | ALONE, code_scan },
	{ "GET", "/training/{no}", PUBLIC, open_show },
	{ "GET", "/training/{no}/material/{uid}", VOLUNTEER, material_open },
	{ "GET", "/training/{no}/sign-in", VOLUNTEER, sign_show },
	{ "POST", "/training/{no}/sign-in", VOLUNTEER, sign_take, sign_show },
	{ "POST", "/training/{no}/enrol", VOLUNTEER | BY_PROXY, open_enrol },
	{ "POST", "/training/{no}/cancel", VOLUNTEER | BY_PROXY, open_cancel },
	{ "POST", "/training/{no}/join", VOLUNTEER | BY_PROXY, open_join },
	{ "POST", "/training/{no}/decline", VOLUNTEER | BY_PROXY, open_decline },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "training", routes });
}
