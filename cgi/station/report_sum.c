/* report_sum.c - what a station comes to in a month or a year, each by the key of its day. */
#include "report_sum.h"

static struct stmt needs_q = SQL(
	"SELECT COUNT(*) AS needs, SUM(source = 'survey') AS need_survey,"
	"       SUM(source = 'visit') AS need_visit, SUM(source = 'meeting') AS need_meeting,"
	"       SUM(source = 'phone') AS need_phone, SUM(source = 'order') AS need_order,"
	"       SUM(source = 'grid') AS need_grid, SUM(state = 'to_verify') AS need_to_verify,"
	"       SUM(state = 'verified') AS need_verified,"
	"       SUM(state = 'in_project') AS need_in_project, SUM(state = 'done') AS need_done,"
	"       SUM(state = 'declined') AS need_declined"
	"  FROM need FORCE INDEX (need_day)"
	" WHERE station_id = ?"
	"   AND registered_at >= ?"
	"   AND registered_at < ?");
static struct stmt orders_q = SQL(
	"SELECT COUNT(*) AS orders, SUM(state IN ('to_rate', 'done')) AS order_done,"
	"       SUM(state = 'declined') AS order_declined,"
	"       SUM(state = 'cancelled') AS order_cancelled,"
	"       SUM(state NOT IN ('to_rate', 'done', 'declined', 'cancelled')) AS order_open"
	"  FROM service_order FORCE INDEX (service_order_day)"
	" WHERE station_id = ?"
	"   AND created_at >= ?"
	"   AND created_at < ?");
static struct stmt ratings_q = SQL(
	"SELECT COUNT(*) AS ratings, CAST(ROUND(AVG(score) * 10) AS SIGNED) AS rating"
	"  FROM rating FORCE INDEX (rating_station)"
	" WHERE station_id = ?"
	"   AND at >= ?"
	"   AND at < ?");
static struct stmt approved_q = SQL(
	"SELECT COUNT(*) AS projects"
	"  FROM project FORCE INDEX (project_approved)"
	" WHERE station_id = ?"
	"   AND approved_at >= ?"
	"   AND approved_at < ?"
	"   AND state IN ('approved', 'recruiting', 'running', 'closed')");
static struct stmt ended_q = SQL(
	"SELECT COUNT(*) AS projects_closed"
	"  FROM project FORCE INDEX (project_ended)"
	" WHERE station_id = ?"
	"   AND closed_at >= ?"
	"   AND closed_at < ?");
static struct stmt trainings_q = SQL(
	"SELECT COUNT(DISTINCT t.id) AS trainings,"
	"       SUM(e.state IN ('present', 'passed')) AS trained"
	"  FROM training t FORCE INDEX (training_day)"
	"  LEFT JOIN enrolment e ON e.training_id = t.id"
	" WHERE t.station_id = ?"
	"   AND t.starts_at >= ?"
	"   AND t.starts_at < ?"
	"   AND t.state IN ('running', 'finished')");
static struct stmt activities_q = SQL(
	"SELECT COUNT(*) AS activities, SUM(COALESCE(served, 0)) AS served"
	"  FROM activity FORCE INDEX (activity_day)"
	" WHERE station_id = ?"
	"   AND starts_at >= ?"
	"   AND starts_at < ?"
	"   AND state IN ('running', 'recording', 'notice', 'archived')");
static struct stmt joined_q = SQL(
	"SELECT COUNT(*) AS volunteers_new"
	"  FROM volunteer FORCE INDEX (volunteer_home_then)"
	" WHERE station_id = ?"
	"   AND registered_at >= ?"
	"   AND registered_at < ?"
	"   AND state NOT IN ('pending_guardian', 'merged')");
/* Who was there when the stretch ended: within the key alone. */
static struct stmt total_q = SQL(
	"SELECT COUNT(*) AS volunteers"
	"  FROM volunteer FORCE INDEX (volunteer_home_then)"
	" WHERE station_id = ?"
	"   AND ? <> ''"
	"   AND registered_at < ?"
	"   AND state NOT IN ('pending_guardian', 'merged')"
	"   AND (left_at IS NULL OR left_at >= ?)");
static struct stmt active_q = SQL(
	"SELECT COUNT(DISTINCT person_id) AS volunteers_active"
	"  FROM service_record FORCE INDEX (service_record_station)"
	" WHERE station_id = ?"
	"   AND state = 'effective'"
	"   AND served_on >= ?"
	"   AND served_on < ?");
static struct stmt hours_q = SQL(
	"SELECT SUM(minutes) AS minutes, SUM(records) AS times, SUM(scan_minutes) AS scan,"
	"       SUM(met_minutes) AS met, SUM(list_minutes) AS list,"
	"       SUM(declared_minutes) AS declared, SUM(backfill_minutes) AS backfill"
	"  FROM station_month"
	" WHERE station_id = ?"
	"   AND month >= LEFT(?, 7)"
	"   AND month < LEFT(?, 7)");
static struct stmt certificates_q = SQL(
	"SELECT COUNT(*) AS certificates, SUM(state = 'revoked') AS certificates_revoked"
	"  FROM certificate FORCE INDEX (certificate_issued)"
	" WHERE station_id = ?"
	"   AND issued_at >= ?"
	"   AND issued_at < ?");
static struct stmt objections_q = SQL(
	"SELECT COUNT(*) AS objections"
	"  FROM objection FORCE INDEX (objection_raised)"
	" WHERE station_id = ?"
	"   AND raised_at >= ?"
	"   AND raised_at < ?");
static struct stmt complaints_q = SQL(
	"SELECT COUNT(*) AS complaints, SUM(state = 'open') AS complaints_open"
	"  FROM complaint FORCE INDEX (complaint_raised)"
	" WHERE station_id = ?"
	"   AND raised_at >= ?"
	"   AND raised_at < ?");
static struct stmt honours_q = SQL(
	"SELECT COUNT(*) AS honours"
	"  FROM honour FORCE INDEX (honour_station)"
	" WHERE station_id = ?"
	"   AND state = 'effective'"
	"   AND awarded_on >= ?"
	"   AND awarded_on < ?");
static struct stmt categories_q = SQL(
	"SELECT a.category, SUM(c.effective_minutes) AS minutes, COUNT(*) AS activities"
	"  FROM activity_count c FORCE INDEX (activity_count_day)"
	"  JOIN activity a ON a.id = c.activity_id"
	"       AND a.state IN ('running', 'recording', 'notice', 'archived')"
	" WHERE c.station_id = ?"
	"   AND c.day >= ?"
	"   AND c.day < ?"
	" GROUP BY a.category"
	" ORDER BY minutes DESC, a.category"
	" LIMIT 30");

static enum err take_cells(void *ctx, const struct row *r)
{
	node_row(ctx, r);
	return OK;
}

enum err report_sum(const struct stretch *s, struct node *to)
{
	struct stmt *const all[] = { &needs_q,      &orders_q,    &ratings_q,    &approved_q,
				     &ended_q,      &trainings_q, &activities_q, &joined_q,
				     &active_q,     &hours_q,     &honours_q,    &certificates_q,
				     &objections_q, &complaints_q };
	enum err e = db_each(&total_q,
			     ARGS(A_(s->station), A_(s->from), A_(s->until), A_(s->until)),
			     take_cells, to);
	for (size_t i = 0; !e && i < sizeof(all) / sizeof(all[0]); i++)
		e = db_each(all[i], ARGS(A_(s->station), A_(s->from), A_(s->until)), take_cells,
			    to);
	return e;
}

enum err report_hours(const struct stretch *s, struct node *to)
{
	return db_each(&hours_q, ARGS(A_(s->station), A_(s->from), A_(s->until)), take_cells, to);
}

enum err report_categories(const struct stretch *s, struct node *to)
{
	return node_query(to, &categories_q, ARGS(A_(s->station), A_(s->from), A_(s->until)));
}
