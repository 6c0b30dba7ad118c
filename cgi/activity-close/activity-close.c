/*
 * activity-close.c - the loop that watches the calendar: rosters are reminded, activities begin and
 * end, and what waited for them with them; places are drawn, offers lapse, notices of hours, stars
 * and honours run out, what has stood its time takes effect. It decides nothing that the press of a
 * reviewer could not do as well; the rules are record.h's. One whose step fails holds up no other.
 */
#include "activity_state.h"
#include "application_clock.h"
#include "aside.h"
#include "draw.h"
#include "ends.h"
#include "gift.h"
#include "green.h"
#include "honour.h"
#include "log.h"
#include "loop.h"
#include "no_show.h"
#include "record.h"
#include "star.h"

static struct stmt whose_q = SQL(
	"SELECT station_id, no"
	"  FROM activity"
	" WHERE id = ?");

static enum err tick(const struct actor *by, int64_t id, int64_t *done)
{
	enum err e = activity_tick_alone(by, id);
	*done += !e;
	return e;
}

static enum err close_one(const struct actor *by, int64_t id, int64_t *done)
{
	int64_t records;
	bool archived;
	enum err e = record_close(by, id, &records, &archived);
	*done += records;
	return e;
}

static const struct aside_work ticks = { "activity-close", "tick", "activity",
					 activity_due,     tick,   &whose_q };
static const struct aside_work closes = { "activity-close", "close",   "activity",
					  record_due,       close_one, &whose_q };

static const struct aside_work reminds = { "activity-close",    "remind",        "activity",
					   activity_remind_due, activity_remind, &whose_q };
static const struct aside_work absences = { "activity-close", "absences",    "activity",
					    no_show_due,      no_show_alone, &whose_q };

static struct stmt holder_q = SQL(
	"SELECT v.station_id, v.no"
	"  FROM qualification k"
	"  JOIN volunteer v ON v.person_id = k.person_id"
	" WHERE k.id = ?");
static const struct aside_work endings = { "activity-close", "ends",    "qualification",
					   ends_due,         ends_tell, &holder_q };

static struct stmt honour_q = SQL(
	"SELECT station_id, no"
	"  FROM honour"
	" WHERE id = ?");
static const struct aside_work honours = { "activity-close", "honour",           "honour",
					   honour_due,       honour_take_effect, &honour_q };

static struct stmt star_q = SQL(
	"SELECT station_id, NULL AS no"
	"  FROM star_award"
	" WHERE id = ?");
static const struct aside_work stars = { "activity-close", "star",      "star_award",
					 star_due,         star_settle, &star_q };
static const struct aside_work star_checks = { "activity-close", "star_check", "star_award",
					       star_check_due,   star_check,   &star_q };

static struct stmt application_q = SQL(
	"SELECT station_id, NULL AS no"
	"  FROM application"
	" WHERE id = ?");
static const struct aside_work overs = { "activity-close", "shift_over",    "activity",
					 shifts_over_due,  shift_over_step, &whose_q };
static struct stmt draw_q = SQL(
	"SELECT d.station_id, b.no"
	"  FROM draw d"
	"  JOIN activity b ON b.id = d.activity_id"
	" WHERE d.id = ?");
static const struct aside_work draws = { "activity-close", "draw",    "draw",
					 draws_due,        draw_step, &draw_q };
static const struct aside_work offers = { "activity-close", "offer",    "application",
					  offers_due,       offer_step, &application_q };

static struct stmt green_q = SQL(
	"SELECT y.station_id, a.no"
	"  FROM green_year y"
	"  JOIN green_account a ON a.id = y.account_id"
	" WHERE y.id = ?");
static const struct aside_work green_ends = { "activity-close", "green_lapse", "green_year",
					      green_lapse_due,  green_lapse,   &green_q };
static const struct aside_work green_told = { "activity-close", "green_tell", "green_year",
					      green_tell_due,   green_tell,   &green_q };
static struct stmt gift_q = SQL(
	"SELECT station_id, NULL AS no"
	"  FROM gift_exchange"
	" WHERE id = ?");
static const struct aside_work gifts = { "activity-close", "gift_lapse", "gift_exchange",
					 gift_due,         gift_lapse,   &gift_q };

static enum err turn(struct turn *t)
{
	int64_t moved, honoured, absent, told, records = 0;
	enum err e = aside_round(&ticks, &t->by, &moved);
	if (!e)
		e = aside_round(&overs, &t->by, &moved);
	if (!e)
		e = aside_round(&draws, &t->by, &moved);
	if (!e)
		e = aside_round(&offers, &t->by, &moved);
	if (!e)
		e = aside_round(&closes, &t->by, &records);
	if (!e)
		e = record_left_settled();
	if (!e)
		e = aside_round(&absences, &t->by, &absent);
	if (!e)
		e = aside_round(&endings, &t->by, &told);
	if (!e)
		e = aside_round(&honours, &t->by, &honoured);
	if (!e)
		e = aside_round(&stars, &t->by, &honoured);
	if (!e)
		e = aside_round(&star_checks, &t->by, &moved);
	if (!e)
		e = aside_round(&reminds, &t->by, &moved);
	if (!e)
		e = aside_round(&green_ends, &t->by, &told);
	if (!e)
		e = aside_round(&green_told, &t->by, &told);
	if (!e)
		e = aside_round(&gifts, &t->by, &told);
	t->note = arena_fmt(t->by.arena, "%lld records took effect", (long long)records);
	if (!e && records)
		log_info("%s", t->note);
	return e;
}

static enum err set_back(void)
{
	return aside_set_back("activity-close");
}

int main(void)
{
	return loop_run(&(struct loop){ .name = "activity-close",
					.turn = turn,
					.set_back = set_back,
					.pause_ms = 60000,
					.deaf = true });
}
