/*
 * post_fill.c - rows that wait to be posted, with real payloads: for measuring what draining them
 * costs. They are about people who consented, and older than anything else in line.
 *
 *	post_fill ROWS
 */
#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "config.h"
#include "db.h"
#include "secret.h"

enum { PLACES = 8, GO = 500, PEOPLE = 1000 };

static struct stmt people_q = SQL(
	"SELECT DISTINCT person_id"
	"  FROM consent"
	" WHERE purpose = 'platform'"
	"   AND withdrawn_at IS NULL"
	" ORDER BY person_id"
	" LIMIT 1000");
static struct stmt where_q = SQL(
	"SELECT id"
	"  FROM destination"
	" WHERE code = 'exchange'");
static struct stmt station_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = 1");
static struct stmt add_q = SQL(
	"INSERT INTO outbox (destination_id, station_id, person_id, record_uid, idem, item_key,"
	"       payload_sha, payload, kind, version, next_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'service_record', 1, NOW(3) - INTERVAL 1 DAY)");

static const char facts[] =
	"{\"volunteer_no\":\"V2600100012\",\"platform_no\":\"610502001000123\",\"name\":\"志愿者\","
	"\"id_type\":\"01\",\"record_no\":\"R2600100012\",\"activity_no\":\"A2600100012\","
	"\"activity_name\":\"清洁家园\",\"date\":\"2026-09-30\",\"start\":\"2026-09-30 09:00:00\","
	"\"end\":\"2026-09-30 "
	"10:30:00\",\"minutes\":90,\"place\":\"胜利社区\",\"content\":\"清理楼道\","
	"\"organiser\":\"胜利社区志愿服务站\",\"person_in_charge\":\"李伟\",\"region\":"
	"\"610502002\","
	"\"category\":\"0009\",\"evidence\":\"list\",\"station\":\"胜利社区志愿服务站\","
	"\"id_no\":\"11010519491231002X\"}";

struct filling {
	int64_t person[PEOPLE], destination, station, rows, made;
	size_t people;
};

static enum err person(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	if (f->people < PEOPLE)
		f->person[f->people++] = r->cells[0].i;
	return OK;
}

static void one(struct arg *v, const struct filling *f, int64_t i)
{
	struct arena *a = db_arena();
	struct bytes uid = secret_uid(a), idem = secret_uid(a);
	const struct arg row[PLACES] = {
		A_(f->destination),
		A_(f->station),
		A_(f->person[(size_t)i % f->people]),
		A_(uid),
		A_(idem),
		A_(arena_fmt(a, "001-%s", hex_encode(a, uid))),
		A_(secret_sha256(a, (struct bytes){ (const uint8_t *)facts, sizeof(facts) - 1 })),
		A_(secret_seal(a, "outbox.payload", idem, facts)),
	};
	for (size_t k = 0; k < PLACES; k++)
		v[k] = row[k];
}

static enum err some(void *ctx)
{
	static struct arg v[GO * PLACES];
	const struct filling *f = ctx;
	int64_t n = f->rows - f->made < GO ? f->rows - f->made : GO;
	for (int64_t i = 0; i < n; i++)
		one(&v[i * PLACES], f, f->made + i);
	return db_bulk(&add_q, v, (size_t)n);
}

int main(int argc, char **argv)
{
	static struct filling f;
	f.rows = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
	config_load();
	struct arena *a = arena_new();
	enum err e = secret_open();
	if (!e)
		e = db_ready(a);
	if (!e)
		e = db_int(&where_q, NO_ARGS, &f.destination);
	if (!e)
		e = db_int(&station_q, NO_ARGS, &f.station);
	if (!e)
		e = db_each(&people_q, NO_ARGS, person, &f);
	if (!e && !f.people)
		e = ERR(ERR_NOT_FOUND, "nobody consented");
	for (; !e && f.made < f.rows; f.made += GO) {
		arena_reset(a);
		e = db_tx(some, &f);
	}
	if (e)
		fprintf(stderr, "post_fill: %s\n", err_text());
	db_close();
	arena_free(a);
	return e ? 1 : 0;
}
