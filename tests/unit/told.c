/* told.c - somebody new, whose volunteer row is what platforms are told. */
#include "told.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "asking.h"
#include "outbox.h"
#include "secret.h"

struct told told;

static struct stmt add_station_q = SQL(
	"INSERT INTO station (no, name, region_code)"
	" VALUES (?, '丁站', '610502')");
static struct stmt add_person_q = SQL(
	"INSERT INTO person (uid, name, sex, id_type, id_no_sealed, phone_sealed)"
	" VALUES (?, '韩梅', '2', '01', ?, ?)");
static struct stmt add_volunteer_q = SQL(
	"INSERT INTO volunteer (person_id, station_id, region_code, skills)"
	" VALUES (?, ?, '610502', '01')");
static struct stmt consent_q = SQL(
	"INSERT INTO consent (person_id, purpose)"
	" VALUES (?, 'platform')");
static struct stmt noted_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox_todo"
	" WHERE source = 'volunteer'"
	"   AND record_id = ?");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM outbox o"
	"  JOIN destination d ON d.id = o.destination_id"
	" WHERE o.record_uid = ?"
	"   AND d.code = 'exchange'");

static const struct col told_row_cols[] = { TOLD_COLS(ROW_COL_, told_row){ COL_END, 0 } };
static struct stmt newest_q = SQL(
	"SELECT " ROW_SELECT(TOLD_COLS)
	"  FROM outbox o"
	"  JOIN destination d ON d.id = o.destination_id"
	" WHERE o.record_uid = ?"
	"   AND d.code = 'exchange'"
	" ORDER BY o.version DESC"
	" LIMIT 1");

void told_done(enum err e)
{
	if (e)
		fail_msg("%s %s", err_name(e), err_text());
}

int told_start(void **state)
{
	return asking_start(state);
}

int told_end(void **state)
{
	db_close();
	return asking_end(state);
}

int told_someone(void **state)
{
	(void)state;
	struct arena *a = ask()->arena;
	struct bytes uid = BYTES(told.uid);
	told_done(db_ready(a));
	uint32_t no;
	secret_random(&no, sizeof(no));
	secret_random(told.uid, sizeof(told.uid));
	told_done(db_exec(&add_station_q, ARGS(A_((int64_t)(1000000 + no % 1000000000))),
			  &told.station));
	told_done(
		db_exec(&add_person_q,
			ARGS(A_(uid), A_(secret_seal(a, "person.id_no", uid, "11010519491231002X")),
			     A_(secret_seal(a, "person.phone", uid, "13800000000"))),
			&told.person));
	told_done(db_exec(&add_volunteer_q, ARGS(A_(told.person), A_(told.station)), NULL));
	return 0;
}

void told_consent(void)
{
	told_done(db_exec(&consent_q, ARGS(A_(told.person)), NULL));
}

enum err told_note_tx(void *ctx)
{
	(void)ctx;
	return outbox_volunteer(told.person);
}

void told_note(void)
{
	told_done(db_tx(told_note_tx, NULL));
}

void told_make(void)
{
	int64_t n;
	do
		told_done(outbox_make(&n));
	while (n);
}

void told_put(void)
{
	told_note();
	told_make();
}

int64_t told_noted(void)
{
	int64_t n = -1;
	told_done(db_int(&noted_q, ARGS(A_(told.person)), &n));
	return n;
}

int64_t told_rows(void)
{
	int64_t n = -1;
	told_done(db_int(&count_q, ARGS(A_(BYTES(told.uid))), &n));
	return n;
}

struct told_row told_newest(void)
{
	struct told_row r;
	told_done(row_one(&newest_q, ARGS(A_(BYTES(told.uid))), told_row_cols, &r));
	return r;
}
