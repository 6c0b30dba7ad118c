/* platform.c - 上报: what was posted, what was refused and why, what still waits, and for how long
 * it may. */
#include "destinations.h"
#include "platform_page.h"
#include "transfer.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/platform/", STAFF, outbox_row_list },
	{ "GET", "/platform/metrics", PUBLIC, metrics_show },
	{ "GET", "/platform/balance", STAFF, balance_show },
	{ "GET", "/platform/export", STAFF, export_show },
	{ "POST", "/platform/export", STAFF, export_make, export_show },
	{ "GET", "/platform/receipts", STAFF, receipts_show },
	{ "POST", "/platform/receipts", STAFF | UPLOAD, receipts_take, receipts_show },
	{ "GET", "/platform/reconcile", STAFF, reconcile_show },
	{ "POST", "/platform/reconcile", STAFF, reconcile_ask },
	{ "POST", "/platform/reconcile/{no}/mend", STAFF, reconcile_mend },
	{ "GET", "/platform/destinations", OVERSEER, destinations_show },
	{ "GET", "/platform/destinations/new", OVERSEER, destination_new },
	{ "POST", "/platform/destinations/new", OVERSEER, destination_save, destination_new },
	{ "GET", "/platform/destinations/{code}", OVERSEER, destination_show },
	{ "POST", "/platform/destinations/{code}", OVERSEER, destination_change, destination_show },
	{ "POST", "/platform/destinations/{code}/on", OVERSEER | SURE, destination_set_on,
	  destination_show },
	{ "POST", "/platform/destinations/{code}/off", OVERSEER | SURE, destination_set_off,
	  destination_show },
	{ "POST", "/platform/destinations/{code}/try", OVERSEER | SURE, destination_ask,
	  destination_show },
	{ "GET", "/platform/transfer", STAFF, transfer_list },
	{ "GET", "/platform/transfer/mine", VOLUNTEER, transfer_mine },
	{ "POST", "/platform/transfer/mine", VOLUNTEER, transfer_mine_make, transfer_mine },
	{ "GET", "/platform/transfer/mine/{no}", VOLUNTEER | ALONE, transfer_mine_file },
	{ "POST", "/platform/transfer/mine/move", VOLUNTEER, move_mine_make, transfer_mine },
	{ "POST", "/platform/transfer/mine/move/cancel", VOLUNTEER, move_mine_cancel,
	  transfer_mine },
	{ "GET", "/platform/transfer/moves", STAFF, move_list },
	{ "GET", "/platform/transfer/move", STAFF, move_new },
	{ "POST", "/platform/transfer/move", STAFF, move_make, move_new },
	{ "GET", "/platform/transfer/move/{no}", STAFF, move_show },
	{ "POST", "/platform/transfer/move/{no}/accept", MANAGER, move_accept, move_show },
	{ "POST", "/platform/transfer/move/{no}/decline", MANAGER, move_decline, move_show },
	{ "POST", "/platform/transfer/move/{no}/cancel", STAFF, move_cancel, move_show },
	{ "GET", "/platform/transfer/out", STAFF, transfer_out },
	{ "POST", "/platform/transfer/out", STAFF, transfer_out_make, transfer_out },
	{ "GET", "/platform/transfer/in", STAFF, transfer_in },
	{ "POST", "/platform/transfer/in", STAFF | UPLOAD, transfer_in_take, transfer_in },
	{ "GET", "/platform/transfer/csv", STAFF, transfer_csv },
	{ "POST", "/platform/transfer/csv", STAFF | UPLOAD, transfer_csv_take, transfer_csv },
	{ "GET", "/platform/transfer/keys", STAFF, transfer_keys },
	{ "GET", "/platform/transfer/{no}", STAFF, transfer_show },
	{ "GET", "/platform/transfer/{no}/file", STAFF, transfer_file },
	{ "POST", "/platform/transfer/{no}/accept", STAFF, transfer_accept, transfer_show },
	{ "POST", "/platform/transfer/{no}/refuse", STAFF, transfer_refuse, transfer_show },
	{ "POST", "/platform/transfer/{no}/withdraw", APPROVER | SURE, transfer_withdraw,
	  transfer_show },
	{ "GET", "/platform/{no}", STAFF, outbox_row_show },
	{ "POST", "/platform/{no}/retry", STAFF, outbox_row_retry },
	{ "POST", "/platform/{no}/correct", STAFF, outbox_row_correct, outbox_row_show },
	{ "POST", "/platform/destination/{code}/resume", MANAGER, destination_go_on },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "platform", routes });
}
