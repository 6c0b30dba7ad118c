/* project.c - 设计项目: from needs to a project with positions, checked, approved and published. */
#include "project.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/project/", STAFF, project_list },
	{ "GET", "/project/new", STAFF, project_new },
	{ "POST", "/project/new", STAFF, project_add, project_new },
	{ "GET", "/project/{no}", STAFF, project_show },
	{ "GET", "/project/{no}/print", STAFF, project_print },
	{ "GET", "/project/{no}/edit", STAFF, project_edit },
	{ "POST", "/project/{no}/edit", STAFF, project_save, project_edit,
	  EDITS("project.edit") },
	{ "GET", "/project/{no}/needs", STAFF, plan_pick },
	{ "POST", "/project/{no}/needs", STAFF, plan_pick_keep, plan_pick },
	{ "GET", "/project/{no}/needs/{need}", APPROVER, need_release_form },
	{ "POST", "/project/{no}/needs/{need}", APPROVER, need_release, need_release_form },
	{ "POST", "/project/{no}/copy", STAFF, project_copy },
	{ "GET", "/project/{no}/change", STAFF, project_change_form },
	{ "POST", "/project/{no}/change", STAFF, project_change, project_change_form,
	  EDITS("project.change") },
	{ "GET", "/project/{no}/position", STAFF, position_new },
	{ "POST", "/project/{no}/position", STAFF, position_add, position_new },
	{ "GET", "/project/{no}/position/{uid}", STAFF, position_edit },
	{ "POST", "/project/{no}/position/{uid}", STAFF, position_save, position_edit,
	  EDITS("position.edit,position.change") },
	{ "POST", "/project/{no}/position/{uid}/remove", STAFF, position_remove },
	{ "POST", "/project/{no}/submit", STAFF, project_submit, project_show },
	{ "POST", "/project/{no}/recall", STAFF, project_recall, project_show },
	{ "POST", "/project/{no}/approve", APPROVER, project_approve, project_show },
	{ "POST", "/project/{no}/return", APPROVER, project_return, project_show },
	{ "GET", "/project/{no}/void", STAFF, project_void_form },
	{ "POST", "/project/{no}/void", STAFF, project_void, project_void_form },
	{ "POST", "/project/{no}/publish", STAFF, project_publish, project_show },
	{ "POST", "/project/{no}/start", STAFF, project_start, project_show },
	{ "GET", "/project/{no}/close", STAFF, project_close_form },
	{ "POST", "/project/{no}/close", STAFF, project_close, project_close_form },
	{ "POST", "/project/{no}/extend", STAFF, project_extend, project_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "project", routes });
}
