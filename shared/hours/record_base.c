/* record_base.c - what every step of a record stands on: rows read and held, moved, counted on
 * their day and in the totals; many by one statement each, whatever their number. */
#include "record_inside.h"

#include <stdio.h>

#include "ids.h"
#include "person.h"

static const struct move moves[] = {
	{ "review", "to_review", "notice" },      { "refuse", "to_review", "withdrawn" },
	{ "object", "to_review", "disputed" },    { "object", "notice", "disputed" },
	{ "release", "disputed", "to_review" },   { "resume", "disputed", "notice" },
	{ "effective", "notice", "effective" },   { "correct", "effective", "corrected" },
	{ "correct", "notice", "corrected" },     { "correct", "disputed", "corrected" },
	{ "correct", "to_review", "corrected" },  { "withdraw", "effective", "withdrawn" },
	{ "withdraw", "notice", "withdrawn" },    { "withdraw", "disputed", "withdrawn" },
	{ "withdraw", "to_review", "withdrawn" }, { NULL, NULL, NULL }
};
static struct stmt set_q = SQL(
	"UPDATE service_record"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
/* Volunteers may object wherever they served, and the loop belongs to no station. */
static struct stmt set_any_q = SQL(
	"UPDATE service_record"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND COALESCE(?, 1)");
const struct machine record_machine = { "service_record", moves, &set_q };
static const struct machine any_machine = { "service_record", moves, &set_any_q };

static struct stmt lock_q = SQL(
	"SELECT r.id"
	"  FROM " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	" ORDER BY r.id"
	"   FOR UPDATE");
static struct stmt load_q = SQL(
	"SELECT STRAIGHT_JOIN " ROW_SELECT(RECORD_COLS)
	"  FROM " IDS
	"  JOIN service_record r ON r.id = k.id"
	"  JOIN station s ON s.id = r.station_id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = COALESCE(r.proved_as, r.person_id)"
	" ORDER BY r.id");
/* By a member of staff only at their own station; the loop and volunteers belong to none. */
static struct stmt move_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.state = ?"
	" WHERE r.state = ?"
	"   AND COALESCE(r.station_id = ?, 1)");

static struct stmt day_more_q = SQL(
	"UPDATE volunteer_day"
	"   SET minutes = minutes + ?"
	" WHERE person_id = ?"
	"   AND day = ?"
	"   AND minutes + ? <= ?");
static struct stmt day_first_q = SQL(
	"INSERT IGNORE INTO volunteer_day (person_id, day, minutes)"
	" VALUES (?, ?, 0)");

/* Each summary row moves by the same seven numbers. */
#define SUMS \
	"minutes, records, scan_minutes, met_minutes, list_minutes, declared_minutes, " \
	"backfill_minutes"
#define COUNTED \
	"? * SUM(r.minutes), ? * COUNT(*), ? * SUM(IF(r.evidence = 'scan', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'met', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'list', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'declared', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'backfill', r.minutes, 0)) FROM " IDS \
	" STRAIGHT_JOIN service_record r ON r.id = k.id "
#define ADDED \
	" ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes), " \
	"records = records + VALUES(records), scan_minutes = scan_minutes + " \
	"VALUES(scan_minutes), " \
	"met_minutes = met_minutes + VALUES(met_minutes), " \
	"list_minutes = list_minutes + VALUES(list_minutes), " \
	"declared_minutes = declared_minutes + VALUES(declared_minutes), " \
	"backfill_minutes = backfill_minutes + VALUES(backfill_minutes)"
#define MONTH "DATE_FORMAT(r.served_on, '%Y-%m')"

static struct stmt person_q = SQL(
	"INSERT INTO volunteer_total (person_id, " SUMS ")"
	" SELECT r.person_id, " COUNTED
	" GROUP BY r.person_id"
	" ORDER BY r.person_id" ADDED);
static struct stmt station_q = SQL(
	"INSERT INTO station_month (station_id, month, " SUMS ")"
	" SELECT r.station_id, " MONTH ", " COUNTED "GROUP BY r.station_id, " MONTH
	" ORDER BY r.station_id, " MONTH ADDED);
/* The division of the station, and its county, for those who oversee many. Codes are cut, not
 * looked up: a region whose code is one of two would be searched for anew for each record. */
#define DIVISION "LEFT(s.region_code, w.letters)"
static struct stmt region_q = SQL(
	"INSERT INTO region_month (region_code, month, " SUMS ")"
	" SELECT " DIVISION ", " MONTH ", " COUNTED "JOIN station s ON s.id = r.station_id"
	"  JOIN (SELECT 6 AS letters UNION ALL SELECT 12) w"
	"       ON w.letters = 12 OR CHAR_LENGTH(s.region_code) > 6"
	" GROUP BY " DIVISION ", " MONTH "ORDER BY " DIVISION ", " MONTH ADDED);
static const struct col record_cols[] = { RECORD_COLS(ROW_COL_, record_row){ COL_END, 0 } };

enum err record_refused(const char **fault, const char *word)
{
	*fault = word;
	return ERR_CHECK;
}

static enum err ignore(void *ctx, const struct row *r)
{
	(void)ctx;
	(void)r;
	return OK;
}

enum err record_load_many(const char *ids, struct record_rows *out)
{
	struct record_rows r = { .ids = ids };
	enum err e = db_each(&lock_q, ARGS(A_(ids)), ignore, NULL);
	if (!e)
		e = row_all(&load_q, ARGS(A_(ids)), record_cols, sizeof(*r.v), &r.v, &r.n);
	if (!e)
		*out = r;
	return e;
}

enum err record_load(int64_t id, struct record_row *out)
{
	struct buf json = { .arena = db_arena() };
	struct record_rows r;
	ids_add(&json, id);
	enum err e = record_load_many(ids_json(&json), &r);
	if (!e && !r.n)
		return ERR_NOT_FOUND;
	if (!e)
		*out = r.v[0];
	return e;
}

enum err record_move(const struct actor *by, const struct record_row *r, const char *verb)
{
	enum err e = move_to(by, by->staff ? &record_machine : &any_machine, verb, r->id, r->state);
	return e ? e : activity_counted(r->activity_id);
}

enum err record_move_many(const struct actor *by, const struct record_rows *r, const char *verb,
			  const char *from)
{
	const struct move *m = move_find(&record_machine, verb, from);
	char action[64], detail[64];
	int64_t rows, station = by->staff ? by->station : DB_NONE;
	if (!m)
		return ERR(ERR_STALE, "service_record.%s from %s", verb, from);
	enum err e = db_affect(&move_q, ARGS(A_(r->ids), A_(m->to), A_(from), A_(station)), &rows);
	if (!e && rows != (int64_t)r->n)
		e = ERR(ERR_STALE, "%s: %lld of %zu", verb, (long long)rows, r->n);
	if (e)
		return e;
	(void)snprintf(action, sizeof(action), "service_record.%s", verb);
	(void)snprintf(detail, sizeof(detail), "%s > %s", from, m->to);
	e = audit_many(by, action, "service_record", r->ids, detail);
	for (size_t i = 0; !e && i < r->n; i++)
		if (!i || r->v[i].activity_id != r->v[i - 1].activity_id)
			e = activity_counted(r->v[i].activity_id);
	return e;
}

enum err record_day(int64_t person_id, const char *day, int64_t minutes)
{
	int64_t rows;
	struct args more = ARGS(A_(minutes), A_(person_id), A_(day), A_(minutes),
				A_((int64_t)RULES_DAY_MINUTES));
	enum err e = db_affect(&day_more_q, more, &rows);
	if (e || rows)
		return e;
	e = db_exec(&day_first_q, ARGS(A_(person_id), A_(day)), NULL);
	if (!e)
		e = db_affect(&day_more_q, more, &rows);
	return e ? e : rows ? OK : ERR_CHECK;
}

enum err record_totals(const char *ids, int sign)
{
	int64_t s = sign;
	struct args a = ARGS(A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(ids));
	enum err e = db_exec(&person_q, a, NULL);
	if (!e)
		e = db_exec(&station_q, a, NULL);
	if (!e)
		e = db_exec(&region_q, a, NULL);
	return e ? e : volunteers_served(ids);
}
