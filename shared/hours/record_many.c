/* record_many.c - steps that whole activities take at once: read, moved and summed by one statement
 * each, whatever the number of records. */
#include "record_inside.h"

#include <stdio.h>

#define IDS "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j "

static struct stmt lock_q = SQL(
	"SELECT r.id"
	"  FROM " IDS "STRAIGHT_JOIN service_record r ON r.id = j.id"
	" ORDER BY r.id"
	"   FOR UPDATE");
static struct stmt load_q = SQL(
	"SELECT STRAIGHT_JOIN " ROW_SELECT(RECORD_COLS)
	"  FROM " IDS "JOIN service_record r ON r.id = j.id"
	"  JOIN station s ON s.id = r.station_id"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	" ORDER BY r.id");
/* By a member of staff only at their own station; the loop and volunteers belong to none. */
static struct stmt move_q = SQL(
	"UPDATE " IDS "STRAIGHT_JOIN service_record r ON r.id = j.id"
	"   SET r.state = ?"
	" WHERE r.state = ?"
	"   AND COALESCE(r.station_id = ?, 1)");

/* Each summary row moves by the same six numbers. */
#define SUMS "minutes, records, scan_minutes, list_minutes, declared_minutes, backfill_minutes"
#define COUNTED \
	"? * SUM(r.minutes), ? * COUNT(*), ? * SUM(IF(r.evidence = 'scan', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'list', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'declared', r.minutes, 0)), " \
	"? * SUM(IF(r.evidence = 'backfill', r.minutes, 0)) FROM " IDS \
	"STRAIGHT_JOIN service_record r ON r.id = j.id "
#define ADDED \
	" ON DUPLICATE KEY UPDATE minutes = minutes + VALUES(minutes), " \
	"records = records + VALUES(records), scan_minutes = scan_minutes + " \
	"VALUES(scan_minutes), " \
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
static struct stmt region_q = SQL(
	"INSERT INTO region_month (region_code, month, " SUMS ")"
	" SELECT s.region_code, " MONTH ", " COUNTED "JOIN station s ON s.id = r.station_id"
	" GROUP BY s.region_code, " MONTH "ORDER BY s.region_code, " MONTH ADDED);

static const struct col record_cols[] = { RECORD_COLS(ROW_COL_, record_row){ COL_END, 0 } };

void record_id(struct buf *json, int64_t id)
{
	buf_fmt(json, "%s%lld", json->n ? "," : "[", (long long)id);
}

const char *record_ids(struct buf *json)
{
	buf_str(json, json->n ? "]" : "[]");
	return json->p;
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
	record_id(&json, id);
	enum err e = record_load_many(record_ids(&json), &r);
	if (!e && !r.n)
		return ERR_NOT_FOUND;
	if (!e)
		*out = r.v[0];
	return e;
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
	return audit_many(by, action, "service_record", r->ids, detail);
}

enum err record_totals(const char *ids, int sign)
{
	int64_t s = sign;
	struct args a = ARGS(A_(s), A_(s), A_(s), A_(s), A_(s), A_(s), A_(ids));
	enum err e = db_exec(&person_q, a, NULL);
	if (!e)
		e = db_exec(&station_q, a, NULL);
	return e ? e : db_exec(&region_q, a, NULL);
}
