/* first.c - the first steps of a station 开站步骤: what is to be done until hours are recorded,
 * each with the way to it and a tick from what is there. */
#include "account.h"
#include "safeguard.h"

/* What, where it is done, whether only the manager may, how it is seen to be done. */
/* clang-format off */
#define STEPS(X) \
	X(place, "/station/edit", true, \
	  "s.phone <> '' AND s.address <> '' AND s.open_hours <> ''") \
	X(second, "/station/staff/new", true, \
	  "(SELECT COUNT(DISTINCT r.staff_id) FROM staff_role r WHERE r.station_id = s.id" \
	  " AND r.ended_at IS NULL) > 1") \
	X(survey, "/needs/surveys", false, \
	  "EXISTS (SELECT 1 FROM survey x WHERE x.station_id = s.id AND x.state <> 'draft')") \
	X(volunteer, "/account/volunteers/new", false, \
	  "EXISTS (SELECT 1 FROM volunteer x WHERE x.station_id = s.id)") \
	X(project, "/project/new", false, \
	  "EXISTS (SELECT 1 FROM project x WHERE x.station_id = s.id" \
	  " AND x.published_at IS NOT NULL)") \
	X(safe, "/support/insurance/new", false, \
	  "EXISTS (SELECT 1 FROM insurance x WHERE x.station_id = s.id) OR " \
	  AGREEMENT_TEXT("s.id") " IS NOT NULL") \
	X(activity, "/activity/manage/new", false, \
	  "EXISTS (SELECT 1 FROM activity x WHERE x.station_id = s.id" \
	  " AND x.published_at IS NOT NULL)") \
	X(hours, "/activity/manage", false, "0")
/* clang-format on */
#define STEP_SQL(what, href, manager, done) "(" done ") AS " #what ", "
#define STEP_ROW(what, href, manager, done) { #what, href, manager },
static struct stmt steps_q = SQL(
	"SELECT " STEPS(STEP_SQL)
	"       s.no"
	"  FROM station s"
	" WHERE s.id = ?");
static const struct step {
	const char *what, *href;
	bool manager;
} steps[] = { STEPS(STEP_ROW) };

enum err put_first_steps(struct rq *q, int64_t station)
{
	int64_t done = 0, all = sizeof(steps) / sizeof(steps[0]);
	enum err e = put_one(q, "_Steps", &steps_q, ARGS(A_(station)));
	for (int64_t i = 0; !e && i < all; i++) {
		struct node *n = node_item(put_list(q, "Steps"));
		bool is = node_get_int(put_list(q, "_Steps"), steps[i].what) == 1;
		node_set(n, "what", steps[i].what);
		node_int(n, "done", is);
		done += is;
		if (steps[i].manager && !may(q, ROLE_MANAGER))
			node_int(n, "managers", 1);
		else
			node_set(n, "href", steps[i].href);
	}
	if (e)
		return e;
	put_int(q, "StepsDone", done);
	put_int(q, "StepsAll", all);
	return OK;
}
