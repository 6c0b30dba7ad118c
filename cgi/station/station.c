/* station.c - the public front, the state of the suite, stations and their staff, figures for
 * overseers. */
#include "station.h"

#define LOOKS_AFTER (MANAGER | OVERSEER)

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/", PUBLIC, station_front },
	{ "GET", "/s/{station}", PUBLIC, station_own_front },
	{ "GET", "/s/{station}/n/{uid}", PUBLIC, station_news },
	{ "GET", "/healthz", PUBLIC | NO_DB, station_health },
	{ "GET", "/station/help", PUBLIC | NO_DB, station_help },
	{ "GET", "/station/region", PUBLIC, region_show },
	{ "GET", "/station/", MANAGER, station_show },
	{ "GET", "/station/edit", MANAGER, station_edit },
	{ "POST", "/station/edit", MANAGER, station_save, station_edit },
	{ "GET", "/station/audit", MANAGER, station_audit },
	{ "GET", "/station/staff/new", MANAGER, staff_new },
	{ "POST", "/station/staff/new", MANAGER, staff_make, staff_new },
	{ "POST", "/station/staff/end", MANAGER, staff_end, station_show },
	{ "GET", "/station/staff", LOOKS_AFTER, staff_list },
	{ "GET", "/station/staff/{ref}", LOOKS_AFTER, account_show },
	{ "POST", "/station/staff/{ref}/role", LOOKS_AFTER, account_role, account_show },
	{ "POST", "/station/staff/{ref}/role-end", LOOKS_AFTER, account_role_end, account_show },
	{ "POST", "/station/staff/{ref}/disable", LOOKS_AFTER, account_disable, account_show },
	{ "POST", "/station/staff/{ref}/enable", LOOKS_AFTER, account_enable, account_show },
	{ "POST", "/station/staff/{ref}/code", LOOKS_AFTER, account_code, account_show },
	{ "POST", "/station/staff/{ref}/person", LOOKS_AFTER, account_person, account_show },
	{ "POST", "/station/staff/{ref}/sessions", LOOKS_AFTER, account_sessions, account_show },
	{ "POST", "/station/staff/{ref}/lend", LOOKS_AFTER, account_lend, account_show },
	{ "POST", "/station/staff/{ref}/lend-end", LOOKS_AFTER, account_lend_end, account_show },
	{ "GET", "/station/notices", STAFF, notices_list },
	{ "GET", "/station/notices/new", STAFF, notice_new },
	{ "POST", "/station/notices/new", STAFF, notice_add, notice_new },
	{ "GET", "/station/notices/{uid}", STAFF, notice_edit },
	{ "POST", "/station/notices/{uid}/edit", STAFF, notice_save, notice_edit },
	{ "POST", "/station/notices/{uid}/publish", STAFF, notice_publish },
	{ "POST", "/station/notices/{uid}/down", STAFF, notice_take_down },
	{ "GET", "/station/standards", STAFF, standards_show },
	{ "POST", "/station/standards/{item}", STAFF | UPLOAD, standard_claim, standards_show },
	{ "GET", "/station/papers", STAFF, papers_list },
	{ "GET", "/station/papers/new", STAFF, paper_new },
	{ "POST", "/station/papers/new", STAFF | UPLOAD, paper_add, paper_new },
	{ "POST", "/station/papers/{uid}/remove", STAFF, paper_remove },
	{ "GET", "/station/document/{uid}", STAFF, document_show },
	{ "GET", "/station/poster", STAFF, station_poster },
	{ "GET", "/station/search", STAFF, search_show },
	{ "POST", "/station/search", STAFF, search_find, search_show },
	{ "GET", "/station/places", OVERSEER, places_list },
	{ "GET", "/station/places/new", OVERSEER, place_new },
	{ "POST", "/station/places/new", OVERSEER, place_make, place_new },
	{ "GET", "/station/places/{no}", OVERSEER, place_show },
	{ "GET", "/station/places/{no}/edit", OVERSEER, place_edit },
	{ "POST", "/station/places/{no}/edit", OVERSEER, place_save, place_edit },
	{ "GET", "/station/places/{no}/close", OVERSEER, place_close_ask },
	{ "POST", "/station/places/{no}/close", OVERSEER, place_close, place_close_ask },
	{ "POST", "/station/places/{no}/open", OVERSEER, place_open, place_show },
	{ "GET", "/station/places/{no}/manager", OVERSEER, place_manager },
	{ "POST", "/station/places/{no}/manager", OVERSEER, place_manager_make, place_manager },
	{ "GET", "/station/places/{no}/standards", OVERSEER, place_standards },
	{ "POST", "/station/places/{no}/standards/{item}", OVERSEER, place_judge, place_standards },
	{ "GET", "/station/places/{no}/papers", OVERSEER, place_papers },
	{ "GET", "/station/places/{no}/document/{uid}", OVERSEER, place_document },
	{ "GET", "/station/places/{no}/remarks", OVERSEER, place_remarks },
	{ "POST", "/station/places/{no}/remarks", OVERSEER, place_remark, place_remarks },
	{ "POST", "/station/places/{no}/remarks/{uid}/done", OVERSEER, place_remark_done },
	{ "GET", "/station/remarks", STAFF, remarks_show },
	{ "POST", "/station/remarks/{uid}/answer", STAFF, remark_answer, remarks_show },
	{ "GET", "/station/rules", RULER, rules_show },
	{ "GET", "/station/rules/{name}", RULER, rule_edit },
	{ "POST", "/station/rules/{name}", RULER, rule_save, rule_edit },
	{ "GET", "/station/overview", OVERSEER, station_overview },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "station", routes });
}
