/* bank.c - 时间银行: saved hours, and what they are exchanged for. */
#include "bank.h"

#include "gift_pages.h"
#include "green_card.h"

/* Whoever checks cards: staff, and volunteers on duty. */
#define CHECKER (STAFF | VOLUNTEER)

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/bank/", VOLUNTEER, mine_show },
	{ "GET", "/bank/statement", VOLUNTEER, mine_statement },
	{ "GET", "/bank/about/{station}", PUBLIC, bank_about },
	{ "GET", "/bank/draw", VOLUNTEER, draw_ask },
	{ "POST", "/bank/draw", VOLUNTEER, draw_store, draw_ask },
	{ "POST", "/bank/draw/{uid}/back", VOLUNTEER, draw_back, mine_show },
	{ "GET", "/bank/give", VOLUNTEER | ALONE, give_ask },
	{ "POST", "/bank/give", VOLUNTEER, give_store, give_ask },
	{ "POST", "/bank/donate", VOLUNTEER, donate_store, give_ask },
	{ "GET", "/bank/exchange", VOLUNTEER, exchange_show },
	{ "POST", "/bank/exchange", VOLUNTEER, exchange_take, exchange_show },
	{ "POST", "/bank/exchange/{uid}/back", VOLUNTEER, exchange_back, exchange_show },
	{ "GET", "/bank/manage", STAFF, account_list },
	{ "GET", "/bank/manage/account/{uid}", STAFF, account_show },
	{ "GET", "/bank/manage/account/{uid}/passbook", STAFF, account_paper },
	{ "POST", "/bank/manage/account/{uid}/draw", STAFF, account_draw, account_show },
	{ "POST", "/bank/manage/account/{uid}/kin", STAFF, kin_add, account_show },
	{ "POST", "/bank/manage/account/{uid}/kin/{kin}/end", STAFF, kin_end, account_show },
	{ "GET", "/bank/manage/draws", STAFF, draw_list },
	{ "POST", "/bank/manage/draws/{uid}/approve", APPROVER, draw_approve, draw_list },
	{ "POST", "/bank/manage/draws/{uid}/refuse", APPROVER, draw_refuse, draw_list },
	{ "POST", "/bank/manage/draws/{uid}/return", STAFF, draw_return, draw_list },
	{ "GET", "/bank/manage/pool", STAFF, pool_show },
	{ "POST", "/bank/manage/pool", STAFF, pool_ask, pool_show },
	{ "GET", "/bank/manage/solvency", STAFF, solvency_station },
	{ "GET", "/bank/rules", OVERSEER, rule_list },
	{ "GET", "/bank/rules/{code}", OVERSEER, rule_edit },
	{ "POST", "/bank/rules/{code}", OVERSEER, rule_save, rule_edit,
	  EDITS("timebank_rule.save") },
	{ "GET", "/bank/solvency", OVERSEER, solvency_region },
	{ "GET", "/bank/green", STAFF, green_list },
	{ "GET", "/bank/green/new", STAFF, green_new },
	{ "POST", "/bank/green/new", STAFF, green_open, green_new },
	{ "GET", "/bank/green/lapsing", STAFF, green_lapsing },
	{ "GET", "/bank/green/a/{no}", STAFF, green_show },
	{ "GET", "/bank/green/a/{no}/card", STAFF, green_print },
	{ "POST", "/bank/green/a/{no}/look", STAFF, green_look, green_show },
	{ "POST", "/bank/green/a/{no}/amend", STAFF, green_amend, green_show },
	{ "POST", "/bank/green/a/{no}/link", STAFF, green_link, green_show },
	{ "POST", "/bank/green/a/{no}/replace", STAFF, green_replace, green_show },
	{ "POST", "/bank/green/a/{no}/close", STAFF | SURE, green_close, green_show },
	{ "GET", "/bank/green/duty", STAFF, duty_list },
	{ "POST", "/bank/green/duty", STAFF, duty_give, duty_list },
	{ "POST", "/bank/green/duty/end", STAFF, duty_end, duty_list },
	{ "GET", "/bank/green/check", CHECKER, green_check },
	{ "POST", "/bank/green/check", CHECKER, green_checked, green_check },
	{ "POST", "/bank/green/drops", CHECKER, green_drops, green_check },
	{ "GET", "/bank/green/mine", VOLUNTEER | ALONE, green_mine },
	{ "GET", "/bank/green/c", PUBLIC, green_home },
	{ "POST", "/bank/green/donate", PUBLIC | NO_CSRF, green_donate, green_home },
	{ "POST", "/bank/green/take", PUBLIC | NO_CSRF, green_take, green_home },
	{ "POST", "/bank/green/untake", PUBLIC | NO_CSRF, green_untake, green_home },
	{ "GET", "/bank/gifts", STAFF, gift_list },
	{ "GET", "/bank/gifts/new", STAFF, gift_new },
	{ "POST", "/bank/gifts/new", STAFF, gift_add, gift_new },
	{ "GET", "/bank/gifts/waiting", STAFF, counter_list },
	{ "POST", "/bank/gifts/code", STAFF, counter_code, counter_list },
	{ "GET", "/bank/gifts/{uid}", STAFF, gift_edit },
	{ "POST", "/bank/gifts/{uid}", STAFF, gift_save, gift_edit,
	  EDITS("gift.edit") },
	{ "GET", "/bank/gifts/x/{uid}", STAFF, counter_show },
	{ "POST", "/bank/gifts/x/{uid}/hand", STAFF, counter_hand, counter_show },
	{ "POST", "/bank/gifts/x/{uid}/cancel", STAFF | SURE, counter_cancel, counter_show },
	{ "GET", "/bank/offers", STAFF, offer_list },
	{ "GET", "/bank/offers/new", STAFF, offer_new },
	{ "POST", "/bank/offers/new", STAFF, offer_add, offer_new },
	{ "GET", "/bank/offers/{uid}", STAFF, offer_edit },
	{ "POST", "/bank/offers/{uid}/edit", STAFF, offer_save, offer_edit,
	  EDITS("offer.edit") },
	{ "POST", "/bank/offers/{uid}/end", STAFF | SURE, offer_end },
	{ "GET", "/bank/s/{station}/shelf", PUBLIC, shelf_show },
	{ "GET", "/bank/s/{station}/offers", PUBLIC, offer_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "bank", routes });
}
