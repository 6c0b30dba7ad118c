/* desk_wait.c - what waits at a station for whoever looks: how much, since when, until when. */
#include "account.h"
#include "activity_state.h"
#include "clock.h"
#include "config.h"
#include "outbox.h"
#include "staff.h"

/* One row of what waits, by the words of templates/lang/zh/account.hdf: for whom (any, approver,
 * manager), since when and until when its first ones wait. Beyond a hundred nobody counts, and
 * neither does the page. */
#define WAITS(what, who, href, since, due, from) \
	"SELECT '" what "' AS what, '" who "' AS who, '" href "' AS href, COUNT(*) AS n," \
	" MIN(x.since) AS since, MIN(x.due) AS due" \
	" FROM (SELECT " since " AS since, " due " AS due FROM " from " LIMIT 101) x"
#define ENDED   "activity a WHERE a.station_id = ? AND " ACTIVITY_DUE_SQL " "
#define HERE(t) t " WHERE station_id = ? AND "
#define NO_CODE \
	"staff_role r JOIN staff f ON f.id = r.staff_id AND f.totp_sealed IS NULL" \
	" WHERE r.station_id = ? AND r.role = 'reviewer' AND " STAFF_ROLE_HOLDS("r")
static struct stmt waiting_q = SQL(
	"SELECT what, href, DATE(since) AS since, DATE(due) AS due, due < ? AS late,"
	"       LEAST(n, 100) AS n, IF(n > 100, '+', NULL) AS more"
	"  FROM (" WAITS("overdue", "any", "/activity/manage/due", "NULL", "a.record_due_on",
			 ENDED "AND a.record_due_on < ?")
	" UNION ALL " WAITS("order", "any", "/order/?state=to_accept", "created_at", "due_at",
			    HERE("service_order") "state = 'to_accept'")
	" UNION ALL " WAITS("dispatch", "any", "/order/?state=to_dispatch", "created_at",
			    "due_at", HERE("service_order") "state = 'to_dispatch'")
	" UNION ALL " WAITS("case", "approver", "/order/cases", "raised_at", "due_on",
			    HERE("complaint") "state = 'open'")
	" UNION ALL " WAITS("objection", "approver", "/activity/manage/objections", "raised_at",
			    "due_on", HERE("objection") "state = 'open'")
	" UNION ALL " WAITS("returned", "any", "/project/?state=returned", "submitted_at", "NULL",
			    HERE("project") "state = 'returned' AND author_id = ?")
	" UNION ALL " WAITS("record", "approver", "/activity/manage/review", "logged_at", "NULL",
			    HERE("service_record") "state = 'to_review'")
	" UNION ALL " WAITS("due", "any", "/activity/manage/due", "NULL", "a.record_due_on",
			    ENDED "AND a.record_due_on >= ?")
	" UNION ALL " WAITS("notice", "any", "/activity/manage?state=notice", "NULL",
			    "notice_until",
			    HERE("activity") "state = 'notice' AND notice_until = ?")
	" UNION ALL " WAITS("project", "approver", "/project/?state=submitted", "submitted_at",
			    "NULL", HERE("project") "state = 'submitted'")
	" UNION ALL " WAITS("application", "any", "/recruit/review", "applied_at", "NULL",
			    HERE("application") "state = 'pending'")
	" UNION ALL " WAITS("need", "any", "/needs/ledger?state=to_verify", "registered_at",
			    "reply_by", HERE("need") "state = 'to_verify'")
	" UNION ALL " WAITS("absence", "any", "/activity/manage/absences?state=explained",
			    "explained_at", "NULL", HERE("no_show") "state = 'explained'")
	" UNION ALL " WAITS("refused", "any", "/platform/?state=refused", "settled_at", "due_on",
			    HERE("outbox") "state = 'refused'")
	" UNION ALL " WAITS("transfer", "any", "/platform/transfer", "NULL", "NULL",
			    HERE("transfer") "state = 'unverified'")
	" UNION ALL " WAITS("move", "any", "/platform/transfer", "asked_at", "NULL",
			    "station_move WHERE to_station_id = ? AND live = 1")
	" UNION ALL " WAITS("correction", "any", "/account/corrections", "asked_at", "NULL",
			    HERE("correction") "live = 1")
	" UNION ALL " WAITS("merge", "any", "/merge/", "asked_at", "NULL",
			    "person_merge WHERE other_station_id = ? AND state = 'open'")
	" UNION ALL " WAITS("pairing_urgent", "any", "/order/pairing?state=active", "entered_at",
			    "NULL", HERE("pairing_visit") "open_urgent = 1")
	" UNION ALL " WAITS("pairing", "any", "/order/pairing?state=active&sort=due", "NULL",
			    "next_due", HERE("pairing") "state = 'active' AND next_due < ?")
	" UNION ALL " WAITS("spending", "approver", "/support/funds/queue", "entered_at", "NULL",
			    HERE("fund_entry") "state = 'entered'")
	" UNION ALL " WAITS("budget", "approver", "/support/funds/queue", "asked_at", "NULL",
			    HERE("fund_line_change") "state = 'asked'")
	" UNION ALL " WAITS("loan", "any", "/support/materials/loans?state=lent", "lent_on",
			    "due_on", HERE("material_loan") "state = 'lent' AND due_on < ?")
	" UNION ALL " WAITS("task", "any", "/account/tasks?state=open", "NULL", "due_on",
			    HERE("person_note") "state = 'open' AND due_on <= ?")
	" UNION ALL " WAITS("guardian", "any", "/account/volunteers?state=pending_guardian",
			    "registered_at", "NULL",
			    HERE("volunteer") "state = 'pending_guardian'")
	" UNION ALL " WAITS("second", "manager", "/station/staff", "NULL", "NULL", NO_CODE) ") w"
	" WHERE n > 0"
	"   AND FIND_IN_SET(who, ?)");

/* The same alarm as on /healthz, about this station's own records; desk.c has asked how old its
 * oldest is. */
enum err put_late(struct rq *q, int64_t minutes)
{
	struct outbox_lag lag;
	if (minutes <= cfg.post_alarm_hours * 60)
		return OK;
	enum err e = outbox_lag(q->station, &lag);
	if (e || !lag.late)
		return e;
	struct node *late = put_list(q, "Late");
	node_int(late, "waiting", lag.waiting);
	node_int(late, "counted", lag.waiting < OUTBOX_COUNTED);
	node_int(late, "hours", lag.oldest_minutes / 60);
	return OK;
}

enum err put_waiting(struct rq *q)
{
	int64_t s = q->station, me = q->staff;
	const char *now = clock_time(q->arena, q->now), *today = clock_day(q->arena, q->now);
	const char *mine = may(q, ROLE_MANAGER)    ? "any,approver,manager"
			   : may(q, ROLE_REVIEWER) ? "any,approver"
						   : "any";
	return put_query(q, "Waiting", &waiting_q,
			 ARGS(A_(today), A_(s), A_(now), A_(today), A_(s), A_(s), A_(s), A_(s),
			      A_(s), A_(me), A_(s), A_(s), A_(now), A_(today), A_(s), A_(today),
			      A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s),
			      A_(s), A_(today), A_(s), A_(s), A_(s), A_(today), A_(s), A_(today),
			      A_(s), A_(s), A_(today), A_(mine)));
}
