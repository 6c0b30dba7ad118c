/* outbox_todo.c - what has become true is written down, in one statement of the caller's
 * transaction: nothing is read that the poster cannot read later. */
#include "outbox_inside.h"
#include "wake.h"

#define NAME(from, table, id) [from] = (table),
const char *const facts_table[FACTS_SOURCES] = { FACTS_TABLES(NAME) };

#define NOTE(table, id) \
	"INTO outbox_todo (source, record_id, station_id) SELECT '" table "', r." id \
	", r.station_id FROM "

#define ONE(from, table, id) [from] = SQL("INSERT " NOTE(table, id) table " r WHERE r." id " = ?"),
static struct stmt one_q[FACTS_SOURCES] = { FACTS_TABLES(ONE) };

static struct stmt records_q = SQL(
	"INSERT " NOTE("service_record", "id") IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id");

/* All of one person: their volunteer row and whatever hangs on it; what is not in force is left out
 * when its row is made. */
#define THEIRS(from, table, id) \
	[from] = SQL("INSERT " NOTE(table, id) table " r WHERE r.person_id = ?"),
static struct stmt theirs_q[FACTS_SOURCES] = { FACTS_TABLES(THEIRS) };

enum err outbox_in_tx(void)
{
	return db_in_tx() ? OK : ERR(ERR_INTERNAL, "outbox outside a transaction");
}

static enum err note(struct stmt *s, struct args a, int64_t *rows)
{
	enum err e = outbox_in_tx();
	wake_loop(WAKE_POST);
	return e ? e : db_affect(s, a, rows);
}

static enum err note_one(enum facts_source from, int64_t id)
{
	int64_t rows;
	enum err e = note(&one_q[from], ARGS(A_(id)), &rows);
	return e || rows ? e : ERR(ERR_NOT_FOUND, "no %s to post", facts_table[from]);
}

enum err outbox_volunteer(int64_t person_id)
{
	return note_one(FROM_VOLUNTEER, person_id);
}

enum err outbox_service_record(int64_t record_id)
{
	return note_one(FROM_SERVICE_RECORD, record_id);
}

enum err outbox_service_records(const char *ids)
{
	int64_t rows;
	return note(&records_q, ARGS(A_(ids)), &rows);
}

enum err outbox_training(int64_t enrolment_id)
{
	return note_one(FROM_TRAINING, enrolment_id);
}

enum err outbox_commendation(int64_t honour_id)
{
	return note_one(FROM_HONOUR, honour_id);
}

enum err outbox_star(int64_t star_award_id)
{
	return note_one(FROM_STAR, star_award_id);
}

enum err outbox_evaluation(int64_t evaluation_id)
{
	return note_one(FROM_EVALUATION, evaluation_id);
}

enum err outbox_person(int64_t person_id)
{
	int64_t rows;
	enum err e = OK;
	for (int from = 0; !e && from < FACTS_SOURCES; from++)
		e = note(&theirs_q[from], ARGS(A_(person_id)), &rows);
	return e;
}
