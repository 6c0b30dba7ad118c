/* recount_sums.c - every sum that is kept beside the rows, and how it is counted anew. */
#include "recount.h"
#include "rules.h"

/* Beside each key what is kept and, turned round, what the records say: where all is well nothing
 * is left over. */
#define KEPT \
	"minutes, records, scan_minutes AS scan, met_minutes AS met, list_minutes AS list, " \
	"declared_minutes AS declared, backfill_minutes AS late, minutes AS kept"
#define COUNTED \
	"-SUM(r.minutes), -COUNT(*), -SUM(IF(r.evidence = 'scan', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'met', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'list', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'declared', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'backfill', r.minutes, 0)), 0"
#define LEFT_OVER \
	"HAVING SUM(minutes) OR SUM(records) OR SUM(scan) OR SUM(met) OR SUM(list) " \
	"OR SUM(declared) OR SUM(late)"
#define FIGURES      "SUM(kept), SUM(kept) - SUM(minutes), SUM(records)"
#define IN_RANGE(id) " WHERE " id " BETWEEN ? AND ?"

static struct stmt last_person_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM person");
static struct stmt last_station_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM station");
static struct stmt last_activity_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM activity");
static struct stmt last_project_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM project");
static struct stmt once_q = SQL(
	"SELECT 1");

static struct stmt volunteer_q = SQL(
	"SELECT " FIGURES ", COALESCE(CONCAT('volunteer ',"
	"       (SELECT v.no FROM volunteer v WHERE v.person_id = x.person_id)),"
	"       'volunteer without a number')"
	"  FROM (SELECT person_id, " KEPT " FROM volunteer_total" IN_RANGE("person_id") " UNION ALL"
	"       SELECT r.person_id, " COUNTED " FROM service_record r" IN_RANGE("r.person_id")
	"       AND r.state = 'effective' GROUP BY r.person_id) x"
	" GROUP BY person_id " LEFT_OVER
	" ORDER BY person_id");
/* What came from elsewhere: two places keep it, the counted rows of the transfers say it. */
static struct stmt brought_q = SQL(
	"SELECT SUM(kept), SUM(counted), 0, CONCAT('brought along by volunteer ',"
	"       (SELECT v.no FROM volunteer v WHERE v.person_id = x.person_id))"
	"  FROM (SELECT person_id, brought_minutes AS kept, 0 AS counted, 0 AS own"
	"       FROM volunteer_total" IN_RANGE("person_id") " UNION ALL"
	"       SELECT person_id, 0, minutes, 0 FROM transfer_record" IN_RANGE("person_id")
	"       AND counted = 1 UNION ALL SELECT person_id, 0, 0, brought_along_minutes"
	"       FROM volunteer" IN_RANGE("person_id") ") x"
	" GROUP BY person_id"
	" HAVING SUM(kept) <> SUM(counted)"
	"    OR SUM(own) <> SUM(counted)"
	" ORDER BY person_id");
static struct stmt lists_q = SQL(
	"SELECT v.served_minutes, COALESCE(t.minutes, 0), 0,"
	"       CONCAT('the lists of volunteer ', v.no)"
	"  FROM volunteer v"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id" IN_RANGE("v.person_id")
	"   AND v.served_minutes <> COALESCE(t.minutes, 0)"
	" ORDER BY v.person_id");
static struct stmt station_q = SQL(
	"SELECT " FIGURES ", CONCAT('station ', (SELECT s.no FROM station s"
	"       WHERE s.id = x.station_id), ' in ', month)"
	"  FROM (SELECT station_id, month, " KEPT
	"       FROM station_month" IN_RANGE("station_id") " UNION ALL"
	"       SELECT r.station_id, DATE_FORMAT(r.served_on, '%Y-%m') AS month, " COUNTED
	"       FROM service_record r" IN_RANGE("r.station_id") " AND r.state = 'effective'"
	"       GROUP BY r.station_id, month) x"
	" GROUP BY station_id, month " LEFT_OVER
	" ORDER BY station_id, month");
/* Of their stations' months, which have been held against the records by now. */
static struct stmt region_q = SQL(
	"SELECT " FIGURES ", CONCAT('region ', region_code, ' in ', month)"
	"  FROM (SELECT region_code, month, " KEPT " FROM region_month UNION ALL"
	"       SELECT LEFT(s.region_code, w.n) AS code, m.month, -SUM(m.minutes), -SUM(m.records),"
	"       -SUM(m.scan_minutes), -SUM(m.met_minutes), -SUM(m.list_minutes),"
	"       -SUM(m.declared_minutes), -SUM(m.backfill_minutes), 0 FROM station_month m"
	"       JOIN station s ON s.id = m.station_id"
	"       JOIN (SELECT 6 AS n UNION ALL SELECT 12) w"
	"       ON w.n = 12 OR CHAR_LENGTH(s.region_code) > 6 GROUP BY code, m.month) x"
	" GROUP BY region_code, month " LEFT_OVER
	" ORDER BY region_code, month");
static struct stmt needs_q = SQL(
	"SELECT SUM(kept), SUM(counted), 0, CONCAT('needs of station ', (SELECT s.no"
	"       FROM station s WHERE s.id = x.station_id), ', ', state, ', ', category)"
	"  FROM (SELECT station_id, of_state AS state, category, n AS kept, 0 AS counted"
	"       FROM need_count" IN_RANGE("station_id") " UNION ALL"
	"       SELECT station_id, state, category, 0, COUNT(*) FROM need" IN_RANGE("station_id")
	"       GROUP BY station_id, state, category) x"
	" GROUP BY station_id, state, category"
	" HAVING SUM(kept) <> SUM(counted)"
	" ORDER BY station_id, state, category");
/* Clusters 需求聚类, and what they are made of: households and the days by which to answer. */
#define OF_CLUSTER \
	" JOIN need_cluster c ON c.station_id = x.station_id AND c.category = x.category" \
	" AND c.target_group = COALESCE(x.target_group, '') AND c.grid = x.grid"
static struct stmt clusters_q = SQL(
	"SELECT CONCAT_WS(' ', SUM(kn), SUM(kr), SUM(kh)), CONCAT_WS(' ', SUM(n), SUM(r), SUM(h)),"
	"       0, CONCAT('needs, risks, homes of cluster ', category, ' ', target_group, ' ',"
	"       grid, ' of station ', (SELECT s.no FROM station s WHERE s.id = x.station_id))"
	"  FROM (SELECT station_id, category, target_group, grid, n AS kn, risky AS kr,"
	"       homes AS kh, 0 AS n, 0 AS r, 0 AS h FROM need_cluster" IN_RANGE("station_id")
	"       UNION ALL"
	"       SELECT station_id, category, COALESCE(target_group, ''), grid, 0, 0, 0, COUNT(*),"
	"       SUM(risk <> ''), COUNT(DISTINCT COALESCE(household_id, -id)) FROM need"
	"      " IN_RANGE("station_id") " AND state = 'verified' GROUP BY 1, 2, 3, 4) x"
	" GROUP BY station_id, category, target_group, grid"
	" HAVING SUM(kn) <> SUM(n)"
	"    OR SUM(kr) <> SUM(r)"
	"    OR SUM(kh) <> SUM(h)"
	" ORDER BY station_id");
static struct stmt parts_q = SQL(
	"SELECT SUM(kept), SUM(n), 0, CONCAT(kind, ' ', of, ' of cluster ', cluster_id)"
	"  FROM (SELECT p.cluster_id, p.kind, p.of, p.n AS kept, 0 AS n FROM need_cluster c"
	"       JOIN need_cluster_part p ON p.cluster_id = c.id" IN_RANGE("c.station_id")
	"       UNION ALL SELECT c.id, 'home', COALESCE(x.household_id, -x.id), 0, COUNT(*)"
	"       FROM need x" OF_CLUSTER IN_RANGE("x.station_id") " AND x.state = 'verified'"
	"       GROUP BY 1, 3 UNION ALL SELECT c.id, 'due', TO_DAYS(x.reply_by), 0, COUNT(*)"
	"       FROM need x" OF_CLUSTER IN_RANGE("x.station_id") " AND x.state = 'verified'"
	"       AND x.answered_on IS NULL AND x.reply_by IS NOT NULL GROUP BY 1, 3) x"
	" GROUP BY cluster_id, kind, of"
	" HAVING SUM(kept) <> SUM(n)"
	" ORDER BY cluster_id");
static struct stmt volunteers_q = SQL(
	"SELECT SUM(kept), SUM(counted), 0, CONCAT('volunteers of station ',"
	"       (SELECT s.no FROM station s WHERE s.id = x.station_id), ', ', state)"
	"  FROM (SELECT station_id, of_state AS state, n AS kept, 0 AS counted"
	"       FROM volunteer_count" IN_RANGE("station_id") " UNION ALL"
	"       SELECT station_id, state, 0, COUNT(*) FROM volunteer" IN_RANGE("station_id")
	"       GROUP BY station_id, state) x"
	" GROUP BY station_id, state"
	" HAVING SUM(kept) <> SUM(counted)"
	" ORDER BY station_id, state");
/* All figures of an activity beside each other, in the order of its columns. */
#define KEPT_WORD(word, usual) ", c." #word
#define SAID_WORD(word, usual) ", COALESCE(SUM(FIND_IN_SET('" #word "', r.flags) > 0), 0)"
#define NOTICED                "r.state IN ('notice', 'disputed') AND r.notice_until IS NOT NULL"
static struct stmt activities_q = SQL(
	"SELECT kept, said, 0, CONCAT('activity ', no, ' (roster, records, waiting, recorded,"
	" noticed, their minutes, backfill, flagged, warning words)')"
	"  FROM (SELECT a.no, CONCAT_WS(' ', c.roster, c.records, c.waiting, c.recorded, c.noticed,"
	"       c.noticed_minutes, c.backfill, c.flagged" RULES_SIGNS(KEPT_WORD) ") AS kept,"
	"       CONCAT_WS(' ', (SELECT COUNT(*) FROM roster o WHERE o.activity_id = a.id"
	"       AND o.state = 'on'), COUNT(r.id), COALESCE(SUM(r.state = 'to_review'), 0),"
	"       COALESCE(SUM(r.state IN ('notice', 'effective', 'disputed')), 0),"
	"       COALESCE(SUM(" NOTICED "), 0), COALESCE(SUM(IF(" NOTICED ", r.minutes, 0)), 0),"
	"       COALESCE(SUM(r.evidence = 'backfill'), 0),"
	"       COALESCE(SUM(r.flags <> ''), 0)" RULES_SIGNS(SAID_WORD) ") AS said"
	"       FROM activity a LEFT JOIN activity_count c ON c.activity_id = a.id"
	"       LEFT JOIN service_record r ON r.activity_id = a.id AND r.state <> 'corrected'"
	"      " IN_RANGE("a.id") " GROUP BY a.id) x"
	/* An activity that nobody is on, and nothing is recorded of, need not have been counted. */
	" WHERE kept <> said"
	"   AND NOT (kept = '' AND said REGEXP '^[0 ]*$')"
	" ORDER BY no");
static struct stmt projects_q = SQL(
	"SELECT MIN(a.project_open), p.state IN ('recruiting', 'running'), 0,"
	"       CONCAT('applications of project ', p.no, ' as open ones')"
	"  FROM project p"
	"  JOIN application a ON a.project_id = p.id" IN_RANGE("p.id")
	"   AND a.project_open <> p.state IN ('recruiting', 'running')"
	" GROUP BY p.id"
	" ORDER BY p.id");
/* What lists are read by, beside the rows that say it. */
static struct stmt due_q = SQL(
	"SELECT a.awaits, COUNT(r.id) > 0, 0, CONCAT('activity ', a.no, ' as one that awaits"
	" review')"
	"  FROM activity a"
	"  LEFT JOIN service_record r ON r.activity_id = a.id"
	"   AND r.state = 'to_review'" IN_RANGE("a.id")
	" GROUP BY a.id"
	" HAVING a.awaits <> (COUNT(r.id) > 0)"
	" ORDER BY a.id");
static struct stmt ledger_q = SQL(
	"SELECT v.in_ledger, p.erased_at IS NULL AND p.merged_into IS NULL, 0,"
	"       CONCAT('volunteer ', v.no, ' as one of the ledger')"
	"  FROM volunteer v"
	"  JOIN person p ON p.id = v.person_id" IN_RANGE("v.person_id")
	"   AND v.in_ledger <> (p.erased_at IS NULL AND p.merged_into IS NULL)"
	" ORDER BY v.person_id");
static struct stmt last_outbox_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM outbox");
static struct stmt receipts_q = SQL(
	"SELECT COUNT(*), COUNT(r.id), 0, CONCAT('receipts of what was accepted, rows ',"
	"       MIN(o.id), ' to ', MAX(o.id), ' of the outbox')"
	"  FROM outbox o"
	"  LEFT JOIN receipt r ON r.outbox_id = o.id" IN_RANGE("o.id")
	"   AND o.state = 'accepted'"
	" HAVING COUNT(*) <> COUNT(r.id)");

/* What counts in the ledger of funds: a counter entry takes the one away that it is of. */
#define COUNTS " IN ('approved', 'void', 'counter')"
static struct stmt last_purse_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM fund_purse");
static struct stmt last_line_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM fund_line");
static struct stmt last_thing_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM material_thing");
static struct stmt funds_q = SQL(
	"SELECT SUM(kept), SUM(counted), 0, CONCAT('funds of station ', (SELECT s.no FROM station s"
	"       WHERE s.id = x.station_id), ' in ', year, ', ', direction, ' ', fund_source)"
	"  FROM (SELECT station_id, year, direction, fund_source, way, scope, amount_fen AS kept,"
	"       0 AS counted, entries FROM fund_year" IN_RANGE("station_id") " UNION ALL"
	"       SELECT station_id, YEAR(happened_on), direction, fund_source, way,"
	"       COALESCE(project_id, 0), 0, SUM(amount_fen), -SUM(SIGN(amount_fen))"
	"       FROM fund_entry" IN_RANGE("station_id") " AND state" COUNTS
	"       GROUP BY 1, 2, 3, 4, 5, 6) x"
	" GROUP BY station_id, year, direction, fund_source, way, scope"
	" HAVING SUM(kept) <> SUM(counted)"
	"    OR SUM(entries) <> 0"
	" ORDER BY station_id, year");
static struct stmt purses_q = SQL(
	"SELECT kept, said, 0, CONCAT('purse ', id, ' (in, out)')"
	"  FROM (SELECT u.id, CONCAT_WS(' ', u.in_fen, u.out_fen) AS kept, CONCAT_WS(' ',"
	"       COALESCE(SUM(IF(e.direction = 'in', e.amount_fen, 0)), 0),"
	"       COALESCE(SUM(IF(e.direction = 'out', e.amount_fen, 0)), 0)) AS said"
	"       FROM fund_purse u LEFT JOIN fund_entry e ON e.purse_id = u.id AND e.state" COUNTS
	"      " IN_RANGE("u.id") " GROUP BY u.id) x"
	" WHERE kept <> said"
	" ORDER BY id");
static struct stmt lines_q = SQL(
	"SELECT kept, said, 0, CONCAT('budget line ', id, ' (planned, spent)')"
	"  FROM (SELECT b.id, CONCAT_WS(' ', b.planned_fen, b.spent_fen) AS kept,"
	"       CONCAT_WS(' ', COALESCE((SELECT c.to_fen FROM fund_line_change c"
	"       WHERE c.line_id = b.id AND c.state = 'approved' ORDER BY c.id DESC LIMIT 1), 0),"
	"       COALESCE(SUM(e.amount_fen), 0)) AS said"
	"       FROM fund_line b LEFT JOIN fund_entry e ON e.line_id = b.id AND e.state" COUNTS
	"      " IN_RANGE("b.id") " GROUP BY b.id) x"
	" WHERE kept <> said"
	" ORDER BY id");
static struct stmt things_q = SQL(
	"SELECT kept, said, 0, CONCAT('material ', id, ' (stock, lent)')"
	"  FROM (SELECT t.id, CONCAT_WS(' ', t.stock, t.lent) AS kept, CONCAT_WS(' ',"
	"       COALESCE(SUM(IF(m.direction = 'in', m.quantity, -m.quantity)), 0),"
	"       COALESCE((SELECT SUM(l.quantity - l.returned - l.lost) FROM material_loan l"
	"       WHERE l.thing_id = t.id), 0)) AS said"
	"       FROM material_thing t LEFT JOIN material m ON m.thing_id = t.id" IN_RANGE("t.id")
	"       GROUP BY t.id) x"
	" WHERE kept <> said"
	" ORDER BY id");

static struct stmt last_account_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM timebank_account");
static struct stmt last_green_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM green_year");
static struct stmt last_gift_q = SQL(
	"SELECT COALESCE(MAX(id), 0)"
	"  FROM gift");
static struct stmt saved_q = SQL(
	"SELECT kept, said, 0, CONCAT('time bank, account ', id)"
	"  FROM (SELECT a.id, a.balance_minutes AS kept,"
	"       COALESCE((SELECT SUM(n.minutes) FROM timebank_entry n WHERE n.to_id = a.id), 0)"
	"       - COALESCE((SELECT SUM(n.minutes) FROM timebank_entry n WHERE n.from_id = a.id), 0)"
	"       AS said FROM timebank_account a" IN_RANGE("a.id") ") x"
	" WHERE kept <> said"
	" ORDER BY id");
static struct stmt points_q = SQL(
	"SELECT kept, said, 0, CONCAT('points of green account ', no, ' in ', year)"
	"  FROM (SELECT y.id, g.no, y.year, y.points AS kept, COALESCE((SELECT SUM(e.points)"
	"       FROM green_entry e WHERE e.account_id = y.account_id AND e.year = y.year), 0)"
	"       AS said FROM green_year y JOIN green_account g"
	"       ON g.id = y.account_id" IN_RANGE("y.id") ") x"
	" WHERE kept <> said"
	" ORDER BY id");
static struct stmt taken_q = SQL(
	"SELECT kept, said, 0, CONCAT('exchanges of gift ', id)"
	"  FROM (SELECT g.id, g.taken AS kept, (SELECT COUNT(*) FROM gift_exchange x"
	"       WHERE x.gift_id = g.id AND x.state IN ('waiting', 'handed')) AS said"
	"       FROM gift g" IN_RANGE("g.id") ") x"
	" WHERE kept <> said"
	" ORDER BY id");

const struct recount recounts[] = {
	{ "volunteers", " minutes", &last_person_q, &volunteer_q, 2, 2000 },
	{ "hours brought along", " minutes", &last_person_q, &brought_q, 3, 2000 },
	{ "lists by hours", " minutes", &last_person_q, &lists_q, 1, 2000 },
	{ "months of stations", " minutes", &last_station_q, &station_q, 2, 1 },
	{ "months of regions", " minutes", &once_q, &region_q, 0, 1 },
	{ "needs", "", &last_station_q, &needs_q, 2, 1 },
	{ "clusters of needs", "", &last_station_q, &clusters_q, 2, 1 },
	{ "parts of clusters", "", &last_station_q, &parts_q, 3, 1 },
	{ "volunteers of stations", "", &last_station_q, &volunteers_q, 2, 1 },
	{ "activities", "", &last_activity_q, &activities_q, 1, 500 },
	{ "activities that are due", "", &last_activity_q, &due_q, 1, 500 },
	{ "volunteers in the ledger", "", &last_person_q, &ledger_q, 1, 2000 },
	{ "receipts", "", &last_outbox_q, &receipts_q, 1, 5000 },
	{ "applications", "", &last_project_q, &projects_q, 1, 500 },
	{ "funds", " fen", &last_station_q, &funds_q, 2, 1 },
	{ "purses", "", &last_purse_q, &purses_q, 1, 500 },
	{ "budgets", "", &last_line_q, &lines_q, 1, 500 },
	{ "materials", "", &last_thing_q, &things_q, 1, 500 },
	{ "saved time", " minutes", &last_account_q, &saved_q, 1, 1000 },
	{ "points", "", &last_green_q, &points_q, 1, 1000 },
	{ "gifts", "", &last_gift_q, &taken_q, 1, 500 },
	{ 0 },
};
