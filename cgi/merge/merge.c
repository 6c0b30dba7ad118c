/* merge.c - 合并登记: who may be here twice, and the two people who make one of them. */
#include "merge.h"

#define DESK (STAFF | OVERSEER)

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/merge/", DESK, doubles },
	{ "GET", "/merge/pair", STAFF, pair_show },
	{ "POST", "/merge/pair", STAFF, pair_make, pair_show },
	{ "GET", "/merge/double/{uid}", STAFF, double_show },
	{ "POST", "/merge/double/{uid}/ask", STAFF, double_ask, double_show },
	{ "POST", "/merge/double/{uid}/apart", STAFF, double_apart, double_show },
	{ "GET", "/merge/{no}", DESK, merge_show },
	{ "POST", "/merge/{no}/accept", DESK, merge_accept, merge_show },
	{ "POST", "/merge/{no}/decline", DESK, merge_decline, merge_show },
	{ "POST", "/merge/{no}/cancel", DESK, merge_cancel, merge_show },
	{ "POST", "/merge/{no}/undo", DESK, merge_undo, merge_show },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "merge", routes });
}
