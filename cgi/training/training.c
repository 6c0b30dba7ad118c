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
	{ "POST", "/training/manage/{no}/edit", STAFF, plan_save, plan_edit },
	{ "POST", "/training/manage/{no}/publish", STAFF, manage_publish },
	{ "POST", "/training/manage/{no}/start", STAFF, manage_start },
	{ "POST", "/training/manage/{no}/finish", STAFF, manage_finish },
	{ "POST", "/training/manage/{no}/cancel", STAFF, manage_cancel, manage_show },
	{ "GET", "/training/manage/{no}/roll", STAFF, roll_show },
	{ "GET", "/training/manage/{no}/sheet", STAFF, roll_sheet },
	{ "POST", "/training/manage/{no}/present", STAFF, roll_present, roll_show },
	{ "POST", "/training/manage/{no}/result", STAFF, result_save, roll_show },
	{ "POST", "/training/manage/{no}/enrol", STAFF, roll_enrol, roll_show },
	{ "POST", "/training/manage/{no}/remove", STAFF, roll_remove, roll_show },
	{ "GET", "/training/{no}", PUBLIC, open_show },
	{ "POST", "/training/{no}/enrol", VOLUNTEER, open_enrol },
	{ "POST", "/training/{no}/cancel", VOLUNTEER, open_cancel },
	{ "POST", "/training/{no}/join", VOLUNTEER, open_join },
	{ "POST", "/training/{no}/decline", VOLUNTEER, open_decline },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "training", routes });
}
