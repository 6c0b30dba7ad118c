/*
 * order-clock.c - the loop that keeps the limits of orders 点单: who was asked and does not answer
 * is followed by the next, what nobody deals with is told to staff and overseer, what nobody rates
 * is closed. It decides nothing that a press of staff could not do as well: the steps are those of
 * dispatch.h. One whose step fails holds up no other. Half answer sheets and registrations go
 * after their seven days (kept.h).
 */
#include "aside.h"
#include "dispatch.h"
#include "kept.h"
#include "log.h"
#include "loop.h"

static struct stmt whose_q = SQL(
	"SELECT station_id, no"
	"  FROM service_order"
	" WHERE id = ?");

static const struct aside_work answers = { "order-clock", "answer",        "service_order",
					   dispatch_due,  dispatch_expire, &whose_q };
static const struct aside_work lates = { "order-clock", "late",         "service_order",
					 order_late,    order_escalate, &whose_q };
static const struct aside_work unrated = { "order-clock", "unrated",   "service_order",
					   order_unrated, order_close, &whose_q };

static enum err turn(struct turn *t)
{
	int64_t expired, late = 0, closed = 0, kept = 0;
	enum err e = aside_round(&answers, &t->by, &expired);
	if (!e)
		e = aside_round(&lates, &t->by, &late);
	if (!e)
		e = aside_round(&unrated, &t->by, &closed);
	if (!e)
		e = kept_sweep(&t->by, &kept);
	t->note = arena_fmt(
		t->by.arena, "%lld not answered, %lld late, %lld closed, %lld half forms",
		(long long)expired, (long long)late, (long long)closed, (long long)kept);
	if (!e && expired + late + closed + kept)
		log_info("%s", t->note);
	return e;
}

static enum err set_back(void)
{
	return aside_set_back("order-clock");
}

int main(void)
{
	return loop_run(&(struct loop){ .name = "order-clock",
					.turn = turn,
					.set_back = set_back,
					.pause_ms = 20000,
					.deaf = true });
}
