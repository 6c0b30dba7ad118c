/* team.c - 志愿服务队伍: teams and organisations of a station, their members, their upbringing. */
#include "team.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/team/", STAFF, team_list },
	{ "GET", "/team/new", STAFF, team_new },
	{ "POST", "/team/new", STAFF, team_add, team_new },
	{ "GET", "/team/desk/{uid}", STAFF, team_show },
	{ "GET", "/team/desk/{uid}/edit", STAFF, team_edit },
	{ "POST", "/team/desk/{uid}/edit", STAFF, team_save, team_edit,
	  EDITS("team.edit") },
	{ "POST", "/team/desk/{uid}/approve", APPROVER, team_approve, team_show },
	{ "POST", "/team/desk/{uid}/refuse", APPROVER, team_refuse, team_show },
	{ "POST", "/team/desk/{uid}/stop", APPROVER, team_stop, team_show },
	{ "POST", "/team/desk/{uid}/resume", APPROVER, team_resume, team_show },
	{ "POST", "/team/desk/{uid}/help", STAFF, team_help, team_show },
	{ "POST", "/team/desk/{uid}/reach", STAFF, team_reach, team_show },
	{ "POST", "/team/desk/{uid}/member", STAFF, member_add, team_show },
	{ "POST", "/team/desk/{uid}/member/end", STAFF, member_end, team_show },
	{ "POST", "/team/desk/{uid}/member/lead", STAFF, member_lead, team_show },
	{ "POST", "/team/desk/{uid}/ask/{ask}/accept", STAFF, ask_accept, team_show },
	{ "POST", "/team/desk/{uid}/ask/{ask}/refuse", STAFF, ask_refuse, team_show },
	{ "GET", "/team/list", PUBLIC, open_list },
	{ "GET", "/team/mine", VOLUNTEER, open_mine },
	{ "GET", "/team/found", VOLUNTEER, team_found_form },
	{ "POST", "/team/found", VOLUNTEER, team_found, team_found_form },
	{ "GET", "/team/t/{uid}", PUBLIC, open_show },
	{ "POST", "/team/t/{uid}/join", VOLUNTEER | BY_PROXY, open_join, open_show },
	{ "POST", "/team/t/{uid}/leave", VOLUNTEER | BY_PROXY, open_leave, open_show },
	{ "GET", "/team/t/{uid}/lead", VOLUNTEER | ALONE, lead_show },
	{ "POST", "/team/t/{uid}/ask/{ask}/accept", VOLUNTEER, lead_accept, lead_show },
	{ "POST", "/team/t/{uid}/ask/{ask}/refuse", VOLUNTEER, lead_refuse, lead_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "team", routes });
}
