/* order.c - 点单、派单、接单、评单: residents order a service, the station sends somebody. */
#include "order.h"
#include "pairing.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/order/", STAFF, desk_list },
	{ "GET", "/order/new", PUBLIC, ask_form },
	{ "POST", "/order/new", PUBLIC | NO_CSRF, ask_post, ask_form },
	{ "GET", "/order/dispatch", STAFF, show_next },
	{ "GET", "/order/desk/new", STAFF, call_form },
	{ "POST", "/order/desk/new", STAFF, call_add, call_form },
	{ "GET", "/order/desk/{no}", STAFF, show_order },
	{ "POST", "/order/desk/{no}/accept", STAFF, step_accept, show_order },
	{ "POST", "/order/desk/{no}/decline", STAFF, step_decline, show_order },
	{ "POST", "/order/desk/{no}/cancel", STAFF, step_cancel, show_order },
	{ "POST", "/order/desk/{no}/release", STAFF, step_release, show_order },
	{ "POST", "/order/desk/{no}/open", STAFF, step_open, show_order },
	{ "POST", "/order/desk/{no}/send", STAFF, step_send, show_order },
	{ "POST", "/order/desk/{no}/contact", STAFF, step_look, show_order },
	{ "POST", "/order/desk/{no}/agree", STAFF, step_agree, show_order },
	{ "POST", "/order/desk/{no}/code", STAFF, step_code, show_order },
	{ "POST", "/order/desk/{no}/served", STAFF, step_served, show_order },
	{ "POST", "/order/desk/{no}/rate", STAFF, step_rate, show_order },
	{ "GET", "/order/cases", STAFF, case_list },
	{ "GET", "/order/cases/{no}", STAFF, case_show },
	{ "POST", "/order/cases/{no}/answer", APPROVER, case_answer, case_show },
	{ "GET", "/order/mine", VOLUNTEER, mine_list },
	{ "POST", "/order/mine", VOLUNTEER, mine_settings, mine_list },
	{ "GET", "/order/mine/{no}", VOLUNTEER, mine_show },
	{ "POST", "/order/mine/{no}/take", VOLUNTEER, mine_take, mine_show },
	{ "POST", "/order/mine/{no}/refuse", VOLUNTEER, mine_refuse, mine_show },
	{ "POST", "/order/mine/{no}/release", VOLUNTEER, mine_release, mine_show },
	{ "POST", "/order/mine/{no}/agree", VOLUNTEER, mine_agree, mine_show },
	{ "POST", "/order/mine/{no}/arrive", VOLUNTEER, mine_arrive, mine_show },
	{ "POST", "/order/mine/{no}/confirm", VOLUNTEER, mine_confirm, mine_show },
	{ "GET", "/order/pairing", STAFF, pairing_list },
	{ "GET", "/order/pairing/new", STAFF, pairing_new },
	{ "POST", "/order/pairing/new", STAFF, pairing_add, pairing_new },
	{ "POST", "/order/pairing/care", STAFF, care_mark, pairing_list },
	{ "GET", "/order/pairing/{no}", STAFF, pairing_show },
	{ "POST", "/order/pairing/{no}/end", STAFF, pairing_end, pairing_show },
	{ "POST", "/order/pairing/{no}/look", STAFF, pairing_look, pairing_show },
	{ "POST", "/order/pairing/{no}/seen", STAFF, pairing_seen, pairing_show },
	{ "POST", "/order/pairing/{no}/code", STAFF, pairing_code, pairing_show },
	{ "POST", "/order/pairing/{no}/type", STAFF, pairing_type, pairing_show },
	{ "POST", "/order/pairing/{no}/card", STAFF, card_make, pairing_show },
	{ "POST", "/order/pairing/{no}/hand", STAFF, card_hand, pairing_show },
	{ "POST", "/order/pairing/{no}/revoke", STAFF, card_revoke, pairing_show },
	{ "GET", "/order/pair", VOLUNTEER, pair_list },
	{ "GET", "/order/pair/{no}", VOLUNTEER, pair_show },
	{ "POST", "/order/pair/{no}/plan", VOLUNTEER, pair_plan, pair_show },
	{ "POST", "/order/pair/{no}/arrive", VOLUNTEER, pair_arrive, pair_show },
	{ "POST", "/order/pair/{no}/drop", VOLUNTEER, pair_drop, pair_show },
	{ "POST", "/order/pair/{no}/done", VOLUNTEER, pair_done, pair_show },
	{ "POST", "/order/pair/{no}/call", VOLUNTEER, pair_call, pair_show },
	{ "GET", "/order/{no}", PUBLIC, follow_show },
	{ "POST", "/order/{no}/code", PUBLIC | NO_CSRF, follow_code, follow_show },
	{ "POST", "/order/{no}/rate", PUBLIC | NO_CSRF, follow_rate, follow_show },
	{ "POST", "/order/{no}/cancel", PUBLIC | NO_CSRF, follow_cancel, follow_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "order", routes });
}
