/* recruit.c - 招募: open positions, sign-up, the waiting list, and who is taken on. */
#include "recruit.h"

/* clang-format off */
static const struct route routes[] = {
	{ "GET", "/recruit/", PUBLIC, recruit_list },
	{ "GET", "/recruit/review", STAFF, review_list }, /* writes: lapses */
	{ "POST", "/recruit/review", STAFF, review_batch, review_list },
	{ "GET", "/recruit/review/{uid}", STAFF, review_show },
	{ "POST", "/recruit/review/{uid}/approve", STAFF, review_approve, review_list },
	{ "POST", "/recruit/review/{uid}/refuse", STAFF, review_refuse, review_show },
	{ "POST", "/recruit/review/{uid}/wait", STAFF, review_wait },
	{ "GET", "/recruit/{no}", PUBLIC, recruit_show }, /* writes: lapses */
	{ "POST", "/recruit/{no}/apply", VOLUNTEER, recruit_apply, recruit_show },
	{ "POST", "/recruit/{no}/withdraw", VOLUNTEER, recruit_withdraw },
	{ "POST", "/recruit/{no}/accept", VOLUNTEER, recruit_accept },
	{ 0 }
};
/* clang-format on */

int main(void)
{
	return app_run(&(struct app){ "recruit", routes });
}
