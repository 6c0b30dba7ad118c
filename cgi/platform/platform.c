/* platform.c - 上报: what was posted, what was refused and why, what still waits, and for how long
 * it may. */
#include "platform_page.h"

static const struct route routes[] = {
	{ "GET", "/platform/", STAFF, line_list },
	{ "GET", "/platform/balance", STAFF, balance_show },
	{ "GET", "/platform/export", STAFF, export_show },
	{ "POST", "/platform/export", STAFF, export_make },
	{ "GET", "/platform/receipts", STAFF, receipts_show },
	{ "POST", "/platform/receipts", STAFF | UPLOAD, receipts_take },
	{ "GET", "/platform/reconcile", STAFF, reconcile_show },
	{ "POST", "/platform/reconcile", STAFF, reconcile_ask },
	{ "POST", "/platform/reconcile/{no}/mend", STAFF, reconcile_mend },
	{ "GET", "/platform/{no}", STAFF, line_show },
	{ "POST", "/platform/{no}/retry", STAFF, line_retry },
	{ "POST", "/platform/destination/{code}/resume", MANAGER, destination_resume },
	{ 0 }
};

int main(void)
{
	return app_run(&(struct app){ "platform", routes });
}
