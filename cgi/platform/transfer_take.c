/* transfer_take.c - what comes in is stored, and each record compared with what is here already. */
#include "transfer.h"

#include "clock.h"
#include "form.h"
#include "json.h"
#include "states.h"

static struct stmt lock_q = SQL(
	"SELECT person_id"
	"  FROM volunteer"
	" WHERE person_id = ?"
	"   FOR UPDATE");
static struct stmt twice_q = SQL(
	"SELECT no"
	"  FROM transfer"
	" WHERE direction = 'in'"
	"   AND live = 1"
	"   AND (uid = ? OR bundle_sha = ?)"
	" LIMIT 1");
static struct stmt add_q = SQL(
	"INSERT INTO transfer (uid, no, station_id, person_id, direction, other_name, bundle_sha,"
	"       key_id, via_id, records, minutes, part, parts, made_at, left_out, state,"
	"       entered_by, at)"
	" VALUES (?, ?, ?, ?, 'in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
#define FROM_JSON \
	"FROM JSON_TABLE(?, '$[*]' COLUMNS (" \
	"k VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[0]', " \
	"r VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[1]', " \
	"d DATE PATH '$[2]', s DATETIME PATH '$[3]', e DATETIME PATH '$[4]', m INT PATH '$[5]', " \
	"t VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[6]', " \
	"o VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[7]', " \
	"v VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$[8]')) j"
/* Of the same origin alone, or of one that nobody proved: nobody else says that a record ended. */
static struct stmt ended_q = SQL(
	"INSERT INTO transfer_record (transfer_id, person_id, source_key, served_on, starts_at,"
	"       ends_at, minutes, title, organiser, evidence, state)"
	" SELECT ?, ?, j.k, j.d, j.s, j.e, j.m, j.t, j.o, j.v,"
	"       IF(EXISTS (SELECT 1 FROM transfer_record b JOIN transfer t ON t.id = b.transfer_id"
	"       WHERE b.person_id = ? AND b.source_key = j.k AND b.live = 1"
	"       AND COALESCE(t.key_id, ?) = ?), 'ends', 'ended') " FROM_JSON);
/*
 * What is known by its key, here or from an earlier transfer, waits for nothing; nor does what
 * was served at the same time as something else. Where no times are told, a record of the day with
 * the same minutes is a warning for whoever decides.
 */
static struct stmt records_q = SQL(
	"INSERT INTO transfer_record (transfer_id, person_id, source_key, served_on, starts_at,"
	"       ends_at, minutes, title, organiser, evidence, state, flag)"
	" SELECT ?, ?, j.k, j.d, j.s, j.e, j.m, j.t, j.o, j.v,"
	"       CASE WHEN EXISTS (SELECT 1 FROM transfer_record b JOIN transfer t"
	"       ON t.id = b.transfer_id WHERE b.person_id = ? AND b.source_key = j.k"
	"       AND b.state IN ('ends', 'ended') AND t.key_id = COALESCE(?, t.key_id)) THEN 'ended'"
	"       WHEN EXISTS (SELECT 1 FROM service_record r WHERE r.uid = UNHEX(j.k))"
	"       OR EXISTS (SELECT 1 FROM service_record r WHERE r.no = j.r)"
	"       OR EXISTS (SELECT 1 FROM destination d JOIN outbox x ON x.destination_id = d.id"
	"       AND x.item_key = j.r) OR EXISTS (SELECT 1 FROM transfer_record b"
	"       WHERE b.person_id = ? AND b.source_key = j.k AND b.live = 1) THEN 'known'"
	"       WHEN EXISTS (SELECT 1 FROM service_record r WHERE r.person_id = ?"
	"       AND r.served_on = j.d AND r.state IN " RECORD_COUNTS
	"       AND " SPANS_OVERLAP("r.starts_at", "r.ends_at", "j.s", "j.e") ")"
	"       OR EXISTS (SELECT 1 FROM transfer_record b WHERE b.person_id = ?"
	"       AND b.served_on = j.d AND b.live = 1"
	"       AND " SPANS_OVERLAP("b.starts_at", "b.ends_at", "j.s", "j.e")
	"       AND NOT EXISTS (SELECT 1 FROM transfer_record x WHERE x.transfer_id = ?"
	"       AND x.state = 'ends' AND x.source_key = b.source_key)) THEN 'overlap'"
	"       ELSE 'waiting' END, IF(EXISTS (SELECT 1 FROM service_record r WHERE r.person_id = ?"
	"       AND r.served_on = j.d AND r.minutes = j.m"
	"       AND r.state IN " RECORD_COUNTS ")"
	"       OR EXISTS (SELECT 1 FROM transfer_record b WHERE b.person_id = ?"
	"       AND b.served_on = j.d AND b.minutes = j.m AND b.live = 1), 'same',"
	"       NULL) " FROM_JSON);

enum { NAME_MAX_CHARS = 80 };

static const char *brought_json(const struct brought *v, size_t n, int64_t *minutes)
{
	struct json_w w = { .buf = { .arena = db_arena() } };
	*minutes = 0;
	json_open(&w, '[');
	for (size_t i = 0; i < n; i++) {
		const struct brought *r = &v[i];
		*minutes += r->minutes;
		json_open(&w, '[');
		json_str(&w, r->key);
		json_str(&w, r->ref);
		json_str(&w, r->day);
		json_str(&w, r->starts);
		json_str(&w, r->ends);
		json_int(&w, r->minutes);
		json_str(&w, utf8_cut(db_arena(), r->title, NAME_MAX_CHARS));
		json_str(&w, utf8_cut(db_arena(), str_or(r->organiser, ""), NAME_MAX_CHARS));
		json_str(&w, r->evidence);
		json_close(&w, ']');
	}
	json_close(&w, ']');
	return w.buf.p;
}

static enum err brought_add(const struct taking *t, int64_t id, const char *json)
{
	int64_t person = t->who->id, minutes;
	const char *ended = brought_json(t->ended, t->ended_n, &minutes);
	enum err e = OK;
	if (t->ended_n && t->key.p)
		e = db_exec(&ended_q,
			    ARGS(A_(id), A_(person), A_(person), A_(t->key), A_(t->key), A_(ended)),
			    NULL);
	if (!e && t->n)
		e = db_exec(&records_q,
			    ARGS(A_(id), A_(person), A_(person), A_(t->key), A_(person), A_(person),
				 A_(person), A_(id), A_(person), A_(person), A_(json)),
			    NULL);
	return e ? e : transfer_limit(t->q, id, t->key.p);
}

/* Time that was saved there is saved here, once: the bundle is signed, and this person's. */
static enum err notes_take(struct taking *t, int64_t id)
{
	struct rq *q = t->q;
	struct bank_noted w = { .person = t->who->id,
				.station = q->station,
				.transfer = id,
				.issuer = t->key,
				.other = t->other };
	enum err e = OK;
	t->noted = NULL;
	for (size_t i = 0; !e && i < t->notes_n; i++) {
		const char *word;
		e = bank_note_spend(&q->actor, &w, &t->notes[i], &word);
		/* One of before is no news where another was taken. */
		if (!e && (!t->noted || !str_eq(t->noted, "taken")))
			t->noted = word;
	}
	return e;
}

/* One that only holds others has nothing to confirm.
 * via: the transfer whose bundle held this one, or DB_NONE. */
static enum err transfer_take_one(struct taking *t, int64_t via, int64_t *id)
{
	struct rq *q = t->q;
	int64_t minutes, part = t->part ? t->part : 1, parts = t->parts ? t->parts : 1;
	const char *json = brought_json(t->v, t->n, &minutes), *now = clock_time(q->arena, q->now);
	t->twice = NULL;
	enum err e = db_text(&twice_q, ARGS(A_(t->uid), A_(t->sha)), &t->twice);
	if (e != ERR_NOT_FOUND)
		return e ? e : ERR_DUPLICATE;
	e = number_next(&q->actor, 'B', q->station, &t->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(t->uid), A_(t->no), A_(q->station), A_(t->who->id),
				 A_(utf8_cut(q->arena, t->other, NAME_MAX_CHARS)), A_(t->sha),
				 A_(t->key), A_(via), A_((int64_t)t->n), A_(minutes), A_(part),
				 A_(parts), A_(t->made_at), A_(t->left_out),
				 A_(t->n + t->ended_n ? "unverified" : "accepted"), A_(q->staff),
				 A_(now)),
			    id);
	if (!e)
		e = brought_add(t, *id, json);
	if (!e && t->file.p)
		e = transfer_file_keep(*id, t->file);
	if (!e && t->key.p)
		e = notes_take(t, *id);
	return e ? e
		 : audit(&q->actor, "transfer.take", "transfer", *id,
			 arena_fmt(q->arena, "%s %zu %lld", t->no, t->n, (long long)minutes));
}

static enum err transfer_take_tx(void *ctx)
{
	struct taking *t = ctx;
	int64_t id, inner;
	/* One transfer of a person at a time. */
	enum err e = db_int(&lock_q, ARGS(A_(t->who->id)), &id);
	if (!e)
		e = transfer_take_one(t, DB_NONE, &id);
	for (size_t i = 0; !e && i < t->inside_n; i++) {
		e = transfer_take_one(&t->inside[i], id, &inner);
		if (e == ERR_DUPLICATE && t->inside[i].twice)
			e = OK;
		if (!t->noted)
			t->noted = t->inside[i].noted;
	}
	return e;
}

enum err transfer_take(struct taking *t)
{
	return db_tx(transfer_take_tx, t);
}

static struct stmt ours_q = SQL(
	"SELECT COUNT(*)"
	"  FROM transfer"
	" WHERE no = ?"
	"   AND station_id = ?");

enum err transfer_twice(struct rq *q, const struct taking *t, const char *template)
{
	int64_t ours = 0;
	enum err e = t->twice ? db_int(&ours_q, ARGS(A_(t->twice), A_(q->station)), &ours) : OK;
	if (e)
		return e;
	form_error(q, "bundle", "twice");
	if (ours)
		put(q, "twice", t->twice);
	return page_status(q, 409, template);
}
