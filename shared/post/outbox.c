/* outbox.c - what programs ask of the line: records taken down, opened again, how long it is. */
#include "outbox.h"

#include <string.h>

#include "config.h"
#include "outbox_inside.h"
#include "row.h"
#include "wake.h"
#include "secret.h"

/* The newest row about a record at each destination that has one. */
#define KNOWN_COLS(X, T) \
	X(T, INT, destination_id, "d.id") \
	X(T, TEXT, code, "d.code") \
	X(T, INT, version, "l.version") \
	X(T, TEXT, op, "l.op") \
	X(T, TEXT, item_key, "l.item_key") \
	X(T, INT, sent, \
	  "EXISTS (SELECT 1 FROM outbox t FORCE INDEX (outbox_version) WHERE " \
	  "t.destination_id = d.id AND t.record_uid = ? AND (t.state IN ('accepted', 'leased', " \
	  "'parked', 'exported') " \
	  "OR (t.state = 'waiting' AND t.first_sent_at IS NOT NULL)))") \
	X(T, INT, station_id, "l.station_id") \
	X(T, INT, person_id, "l.person_id")
ROW_DEFINE(known_row, KNOWN_COLS);

static struct stmt known_q = SQL(
	"SELECT " ROW_SELECT(KNOWN_COLS)
	"  FROM destination d"
	"  JOIN outbox l FORCE INDEX (outbox_version) ON l.destination_id = d.id"
	"       AND l.record_uid = ? AND l.version = (SELECT MAX(m.version)"
	"       FROM outbox m FORCE INDEX (outbox_version) WHERE m.destination_id = d.id"
	"       AND m.record_uid = ?)"
	" ORDER BY d.id");
static struct stmt take_down_q = SQL(
	"UPDATE outbox"
	"   SET state = 'withdrawn', settled_at = NOW(3), reason_code = ?"
	" WHERE record_uid = ?"
	"   AND state = 'waiting'"
	"   AND first_sent_at IS NULL");
static struct stmt no_consent_q = SQL(
	"UPDATE outbox"
	"   SET state = 'withdrawn', settled_at = NOW(3), reason_code = 'no_consent'"
	" WHERE person_id = ?"
	"   AND state = 'waiting'"
	"   AND first_sent_at IS NULL"
	"   AND op = 'put'");
/* Whatever its state. A platform's words of refusal may name whom they are about. */
static struct stmt forget_q = SQL(
	"UPDATE outbox"
	"   SET payload = '', reason = NULL"
	" WHERE person_id = ?"
	"   AND (payload <> '' OR reason IS NOT NULL)");
#define FIRST_OF_EACH(state) \
	"SELECT o.created_at AS at FROM destination d JOIN outbox o ON o.id = (SELECT i.id FROM " \
	"outbox i FORCE INDEX (outbox_age) WHERE i.state = '" state \
	"' AND i.destination_id = d.id ORDER BY i.id LIMIT 1) UNION ALL "
static struct stmt age_q = SQL(
	"" OUTBOX_AGE FIRST_OF_EACH("waiting") FIRST_OF_EACH("leased") "(SELECT made_at"
	"       FROM outbox_todo ORDER BY id LIMIT 1)) c");
static struct stmt station_age_q = SQL(
	"" OUTBOX_STATION_AGE);
static struct stmt waiting_q = SQL(
	"SELECT COUNT(*)"
	"  FROM ((SELECT 1 FROM outbox FORCE INDEX (outbox_age)"
	"       WHERE state IN ('waiting', 'leased') LIMIT ?) UNION ALL (SELECT 1"
	"       FROM outbox_todo LIMIT ?)) c");
static struct stmt station_waiting_q = SQL(
	"SELECT COUNT(*)"
	"  FROM ((SELECT 1 FROM outbox FORCE INDEX (outbox_station) WHERE station_id = ?"
	"       AND state IN ('waiting', 'leased') LIMIT ?) UNION ALL (SELECT 1 FROM outbox_todo"
	"       WHERE station_id = ? LIMIT ?)) c");

enum err outbox_withdraw(enum outbox_kind k, struct bytes record_uid)
{
	struct known_row *r;
	size_t n;
	int64_t rows;
	enum err e = outbox_in_tx();
	wake_loop(WAKE_POST);
	if (!e)
		e = db_affect(&take_down_q, ARGS(A_("superseded"), A_(record_uid)), &rows);
	if (!e)
		e = row_all(&known_q, ARGS(A_(record_uid), A_(record_uid), A_(record_uid)),
			    known_row_cols, sizeof(*r), &r, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (!r[i].sent || str_eq(r[i].op, "withdraw"))
			continue;
		struct outbox_item to = { .destination_id = r[i].destination_id,
					  .kind = k,
					  .uid = record_uid,
					  .key = r[i].item_key,
					  .station_id = r[i].station_id };
		if (r[i].person_id != DB_NONE)
			to.person_id = r[i].person_id;
		e = outbox_add(&to, r[i].code, r[i].version + 1, NULL, NULL);
	}
	return e;
}

enum err outbox_consent_withdrawn(int64_t person_id)
{
	int64_t rows;
	return db_affect(&no_consent_q, ARGS(A_(person_id)), &rows);
}

enum err outbox_forget(int64_t person_id)
{
	int64_t rows;
	return db_affect(&forget_q, ARGS(A_(person_id)), &rows);
}

enum err outbox_open(struct arena *a, struct bytes idem, struct bytes sealed, struct bytes sha,
		     const char **facts)
{
	const char *text;
	if (!sealed.n) {
		*facts = "{}";
		return OK;
	}
	enum err e = secret_unseal(a, OUTBOX_SEALED, idem, sealed, &text);
	if (e)
		return e;
	struct bytes found = secret_sha256(a,
					   (struct bytes){ (const uint8_t *)text, strlen(text) });
	if (sha.n != found.n || memcmp(found.p, sha.p, sha.n) != 0)
		return ERR(ERR_INTERNAL, "a frozen payload does not match its hash");
	*facts = text;
	return OK;
}

enum err outbox_lag(int64_t station, struct outbox_lag *lag)
{
	struct outbox_lag l = { 0, 0, false };
	bool all = station == DB_NONE;
	int64_t most = OUTBOX_COUNTED;
	struct args here = ARGS(A_(station), A_(station), A_(station));
	enum err e = all ? db_int(&age_q, NO_ARGS, &l.oldest_minutes)
			 : db_int(&station_age_q, here, &l.oldest_minutes);
	/* At one station nobody asks how many, as long as none is late. */
	if (!e && (all || l.oldest_minutes > cfg.post_alarm_hours * 60))
		e = all ? db_int(&waiting_q, ARGS(A_(most), A_(most)), &l.waiting)
			: db_int(&station_waiting_q,
				 ARGS(A_(station), A_(most), A_(station), A_(most)), &l.waiting);
	if (e)
		return e;
	l.late = l.oldest_minutes > cfg.post_alarm_hours * 60;
	*lag = l;
	return OK;
}
