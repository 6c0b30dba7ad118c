/* project.c - 设计项目: from needs to a project with positions, checked, approved and published. */
#include "project.h"

/* clang-format off: one route to a line */
static const struct route routes[] = {
	{ "GET", "/project/", STAFF, project_list },
	{ "GET", "/project/new", STAFF, project_new },
	{ "POST", "/project/new", STAFF, project_add },
	{ "GET", "/project/{no}", STAFF, project_show },
	{ "GET", "/project/{no}/print", STAFF, project_print },
	{ "GET", "/project/{no}/edit", STAFF, project_edit },
	{ "POST", "/project/{no}/edit", STAFF, project_save },
	{ "GET", "/project/{no}/position", STAFF, position_new },
	{ "POST", "/project/{no}/position", STAFF, position_add },
	{ "GET", "/project/{no}/position/{uid}", STAFF, position_edit },
	{ "POST", "/project/{no}/position/{uid}", STAFF, position_save },
	{ "POST", "/project/{no}/position/{uid}/remove", STAFF, position_remove },
	{ "POST", "/project/{no}/submit", STAFF, project_submit },
	{ "POST", "/project/{no}/recall", STAFF, project_recall },
	{ "POST", "/project/{no}/approve", APPROVER, project_approve },
	{ "POST", "/project/{no}/return", APPROVER, project_return },
	{ "GET", "/project/{no}/void", STAFF, project_void_form },
	{ "POST", "/project/{no}/void", STAFF, project_void },
	{ "POST", "/project/{no}/publish", STAFF, project_publish },
	{ "POST", "/project/{no}/start", STAFF, project_start },
	{ "POST", "/project/{no}/close", STAFF, project_close },
	{ "POST", "/project/{no}/extend", STAFF, project_extend },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "project", routes });
}
