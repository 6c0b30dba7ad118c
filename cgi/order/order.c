/* order.c - 点单、派单、接单、评单: residents order a service, the station sends somebody. */
#include "order.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/order/", STAFF, desk_list },
	{ "GET", "/order/new", PUBLIC, ask_form },
	{ "POST", "/order/new", PUBLIC | NO_CSRF, ask_post, ask_form },
	{ "GET", "/order/{no}", PUBLIC, follow_show },
	{ "POST", "/order/{no}/cancel", PUBLIC | NO_CSRF, follow_cancel, follow_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "order", routes });
}
