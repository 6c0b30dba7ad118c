/*
 * recount.c - do the sums agree with the records? Totals of volunteers, months of stations and of
 * divisions move with each record; here they are counted anew and compared. Changes nothing.
 */
#include <stdio.h>

#include "admin.h"

enum { SHOWN = 100 };

/* Beside each key what is kept and, turned round, what the records say: where all is well nothing
 * is left over. */
#define KEPT \
	"minutes, records, scan_minutes AS scan, list_minutes AS list, " \
	"declared_minutes AS declared, backfill_minutes AS late, minutes AS kept"
#define COUNTED \
	"-SUM(r.minutes), -COUNT(*), -SUM(IF(r.evidence = 'scan', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'list', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'declared', r.minutes, 0)), " \
	"-SUM(IF(r.evidence = 'backfill', r.minutes, 0)), 0"
#define LEFT_OVER \
	"HAVING SUM(minutes) OR SUM(records) OR SUM(scan) OR SUM(list) OR SUM(declared) " \
	"OR SUM(late)"
#define FIGURES "SUM(kept), SUM(kept) - SUM(minutes), SUM(records)"

/* The first three cells are figures, the last says whose they are. */
static struct stmt volunteer_q = SQL(
	"SELECT " FIGURES ", COALESCE(CONCAT('volunteer ',"
	"       (SELECT v.no FROM volunteer v WHERE v.person_id = x.person_id)),"
	"       'volunteer without a number')"
	"  FROM (SELECT person_id, " KEPT " FROM volunteer_total UNION ALL SELECT r.person_id,"
	"       " COUNTED " FROM service_record r WHERE r.state = 'effective'"
	"       GROUP BY r.person_id) x"
	" GROUP BY person_id " LEFT_OVER
	" ORDER BY person_id"
	" LIMIT 100");
static struct stmt station_q = SQL(
	"SELECT " FIGURES ", CONCAT('station ', (SELECT s.no FROM station s"
	"       WHERE s.id = x.station_id), ' in ', month)"
	"  FROM (SELECT station_id, month, " KEPT " FROM station_month UNION ALL"
	"       SELECT r.station_id, DATE_FORMAT(r.served_on, '%Y-%m'),"
	"       " COUNTED " FROM service_record r WHERE r.state = 'effective'"
	"       GROUP BY r.station_id, DATE_FORMAT(r.served_on, '%Y-%m')) x"
	" GROUP BY station_id, month " LEFT_OVER
	" ORDER BY station_id, month"
	" LIMIT 100");
static struct stmt region_q = SQL(
	"SELECT " FIGURES ", CONCAT('region ', region_code, ' in ', month)"
	"  FROM (SELECT region_code, month, " KEPT " FROM region_month UNION ALL"
	"       SELECT s.region_code, DATE_FORMAT(r.served_on, '%Y-%m'),"
	"       " COUNTED " FROM service_record r JOIN station s ON s.id = r.station_id"
	"       WHERE r.state = 'effective' GROUP BY s.region_code,"
	"       DATE_FORMAT(r.served_on, '%Y-%m')) x"
	" GROUP BY region_code, month " LEFT_OVER
	" ORDER BY region_code, month"
	" LIMIT 100");

/* What came from elsewhere: two places keep it, the counted rows of the transfers say it. */
static struct stmt brought_q = SQL(
	"SELECT SUM(kept), SUM(counted), 0, CONCAT('brought along by volunteer ',"
	"       (SELECT v.no FROM volunteer v WHERE v.person_id = x.person_id))"
	"  FROM (SELECT person_id, brought_minutes AS kept, 0 AS counted,"
	"       0 AS own FROM volunteer_total UNION ALL SELECT person_id, 0, minutes,"
	"       0 FROM transfer_record WHERE counted = 1 UNION ALL SELECT person_id, 0, 0,"
	"       brought_along_minutes FROM volunteer) x"
	" GROUP BY person_id"
	" HAVING SUM(kept) <> SUM(counted)"
	"    OR SUM(own) <> SUM(counted)"
	" ORDER BY person_id"
	" LIMIT 100");

static enum err tell(void *ctx, const struct row *r)
{
	const struct cell *c = r->cells;
	++*(int64_t *)ctx;
	printf("%s: %s minutes are kept, the records say %s", c[3].text, c[0].text, c[1].text);
	if (c[2].text && !str_eq(c[2].text, "0"))
		printf("; off by %s in their number", c[2].text);
	putchar('\n');
	return OK;
}

enum err admin_recount(struct arena *a, char **args)
{
	int64_t wrong = 0;
	(void)a;
	(void)args;
	enum err e = db_each(&volunteer_q, NO_ARGS, tell, &wrong);
	if (!e)
		e = db_each(&brought_q, NO_ARGS, tell, &wrong);
	if (!e)
		e = db_each(&station_q, NO_ARGS, tell, &wrong);
	if (!e)
		e = db_each(&region_q, NO_ARGS, tell, &wrong);
	if (!e && wrong)
		e = ERR(ERR_CHECK, "%lld%s sums do not agree with the records", (long long)wrong,
			wrong >= SHOWN ? " or more" : "");
	if (!e)
		puts("all sums agree with the records");
	return e;
}
