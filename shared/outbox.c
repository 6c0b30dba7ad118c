/* outbox.c - rows put in line, taken down and opened again. */
#include "outbox.h"

#include <string.h>

#include "log.h"
#include "outbox_inside.h"
#include "row.h"
#include "secret.h"

#define SEALED_AS "outbox.payload"

/* One row for each destination that takes the kind from this station, with the newest row about
 * the record there. */
#define LINE_COLS(X, T) \
	X(T, INT, destination_id, "d.id") X(T, TEXT, code, "d.code") \
	X(T, INT, version, "l.version") \
	X(T, TEXT, op, "l.op") X(T, BYTES, sha, "l.payload_sha") \
	X(T, TEXT, item_key, "l.item_key") \
	X(T, INT, sent, "EXISTS (SELECT 1 FROM outbox t WHERE t.destination_id = d.id AND " \
	"t.record_uid = ? AND (t.state IN ('accepted', 'leased', 'parked', 'exported') " \
	               "OR (t.state = 'waiting' AND t.first_sent_at IS NOT NULL)))") \
	X(T, INT, station_id, "l.station_id") X(T, INT, person_id, "l.person_id") \
	X(T, TEXT, state, "l.state")
ROW_DEFINE(line_row, LINE_COLS);

#define NEWEST \
	"l.record_uid = ? AND l.version = (SELECT MAX(m.version) FROM outbox m " \
	"WHERE m.destination_id = d.id AND m.record_uid = ?)"

static struct stmt lines_q = SQL("SELECT " ROW_SELECT(LINE_COLS)
	" FROM destination d JOIN station s ON s.id = ? LEFT JOIN outbox l ON l.destination_id = "
	"d.id AND " NEWEST
	" WHERE d.enabled = 1 AND FIND_IN_SET(?, d.kinds) AND (d.region_code IS NULL OR "
	"s.region_code LIKE CONCAT(d.region_code, '%')) ORDER BY d.id");
static struct stmt known_q = SQL("SELECT " ROW_SELECT(LINE_COLS)
	" FROM destination d JOIN outbox l ON l.destination_id = d.id AND " NEWEST
	" ORDER BY d.id");

static struct stmt add_q = SQL("INSERT INTO outbox (idem, item_key, destination_id, kind, "
	"record_uid, version, op, station_id, person_id, payload, payload_sha, due_on) VALUES (?, "
	"?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt take_down_q = SQL("UPDATE outbox SET state = 'withdrawn', settled_at = NOW(3), "
	"reason_code = ? WHERE record_uid = ? AND state = 'waiting' AND first_sent_at IS NULL");
static struct stmt no_consent_q = SQL("UPDATE outbox SET state = 'withdrawn', settled_at = NOW(3), "
	"reason_code = 'no_consent' WHERE person_id = ? AND state = 'waiting' AND first_sent_at IS "
	"NULL AND op = 'put'");
static struct stmt forget_q = SQL("UPDATE outbox SET payload = '' WHERE person_id = ? "
	"AND state IN ('accepted', 'withdrawn', 'exported')");
static struct stmt lag_q = SQL("SELECT TIMESTAMPDIFF(MINUTE, MIN(created_at), NOW(3)) AS age, "
	"COUNT(*) AS n FROM outbox WHERE state IN ('waiting', 'leased')");

static struct bytes hash(const char *json)
{
	return secret_sha256(db_arena(), (struct bytes){ (const uint8_t *)json, strlen(json) });
}

/* Parts are joined by NULs, which none of them contains; the uid has a fixed length. */
static struct bytes idem_of(const struct outbox_item *to, const char *destination, int64_t version)
{
	struct arena *a = db_arena();
	struct buf b = { .arena = a };
	buf_str(&b, "zyz outbox 1");
	buf_char(&b, '\0');
	buf_str(&b, destination);
	buf_char(&b, '\0');
	buf_str(&b, outbox_kind_word(to->kind));
	buf_char(&b, '\0');
	buf_add(&b, (const char *)to->uid.p, to->uid.n);
	buf_fmt(&b, "%lld", (long long)version);
	struct bytes whole = secret_sha256(a, (struct bytes){ (const uint8_t *)b.p, b.n });
	return (struct bytes){ whole.p, 16 };
}

enum err outbox_add(const struct outbox_item *to, const char *destination, int64_t version,
		    const char *facts, const char *due_on)
{
	struct bytes idem = idem_of(to, destination, version);
	const char *json = facts ? facts : "{}", *op = facts ? "put" : "withdraw";
	struct bytes sealed = secret_seal(db_arena(), SEALED_AS, idem, json);
	enum err e = db_exec(&add_q,
			     ARGS(A_(idem), A_(to->key), A_(to->destination_id),
				  A_(outbox_kind_word(to->kind)), A_(to->uid), A_(version), A_(op),
				  A_(to->station_id), A_(to->person_id ? to->person_id : DB_NONE),
				  A_(sealed), A_(hash(json)), A_(due_on)),
			     NULL);
	/* Another transaction was first: run again, its row is seen then. */
	return e == ERR_DUPLICATE ? ERR(ERR_RETRY, "outbox: two at once") : e;
}

static const char *key_of(const struct facts *f)
{
	return arena_fmt(db_arena(), "%03lld-%s", (long long)f->station_no,
			 hex_encode(db_arena(), f->uid));
}

/* The same content twice is one row; after a withdrawal or with other content it is a higher
 * version. */
static enum err put_line(const struct facts *f, const struct line_row *r, struct bytes sha,
			 int64_t *rows)
{
	bool known = r->version != DB_NONE;
	if (known && str_eq(r->op, "put") && !str_eq(r->state, "withdrawn") &&
	    r->version >= f->version && r->sha.n == sha.n && memcmp(r->sha.p, sha.p, sha.n) == 0)
		return OK;
	struct outbox_item to = { .destination_id = r->destination_id, .kind = f->kind,
				  .uid = f->uid, .key = known ? r->item_key : key_of(f),
				  .station_id = f->station_id, .person_id = f->person_id };
	int64_t version = known && r->version >= f->version ? r->version + 1 : f->version;
	enum err e = outbox_add(&to, r->code, version, f->json, f->due_on);
	if (!e)
		++*rows;
	return e;
}

enum err outbox_put(const struct facts *f, int64_t *rows)
{
	struct line_row *r;
	size_t n;
	*rows = 0;
	if (!f->live || !f->consent) {
		if (f->live)
			log_info("outbox: %s left out, no consent", outbox_kind_word(f->kind));
		return OK;
	}
	enum err e = row_all(&lines_q,
	                     ARGS(A_(f->uid), A_(f->station_id), A_(f->uid), A_(f->uid),
	                          A_(outbox_kind_word(f->kind))),
	                     line_row_cols, sizeof(*r), &r, &n);
	struct bytes sha = hash(f->json);
	for (size_t i = 0; !e && i < n; i++)
		e = put_line(f, &r[i], sha, rows);
	return e;
}

static enum err in_tx(void)
{
	return db_in_tx() ? OK : ERR(ERR_INTERNAL, "outbox outside a transaction");
}

/* q is in the signature for what may be asked of a request one day; the facts are the row's
 * alone. */
static enum err put_from(const struct rq *q, enum facts_source from, int64_t id)
{
	(void)q;
	struct facts f;
	int64_t rows;
	enum err e = in_tx();
	if (!e)
		e = facts_read(from, id, &f);
	return e ? e : outbox_put(&f, &rows);
}

enum err outbox_volunteer(const struct rq *q, int64_t person_id)
{
	return put_from(q, FROM_VOLUNTEER, person_id);
}

enum err outbox_service_record(const struct rq *q, int64_t record_id)
{
	return put_from(q, FROM_SERVICE_RECORD, record_id);
}

enum err outbox_training(const struct rq *q, int64_t enrolment_id)
{
	return put_from(q, FROM_TRAINING, enrolment_id);
}

enum err outbox_commendation(const struct rq *q, int64_t honour_id)
{
	return put_from(q, FROM_HONOUR, honour_id);
}

enum err outbox_star(const struct rq *q, int64_t star_award_id)
{
	return put_from(q, FROM_STAR, star_award_id);
}

enum err outbox_evaluation(const struct rq *q, int64_t evaluation_id)
{
	return put_from(q, FROM_EVALUATION, evaluation_id);
}

enum err outbox_withdraw(const struct rq *q, enum outbox_kind k, struct bytes record_uid)
{
	(void)q;
	struct line_row *r;
	size_t n;
	int64_t rows;
	enum err e = in_tx();
	if (!e)
		e = db_affect(&take_down_q, ARGS(A_("superseded"), A_(record_uid)), &rows);
	if (!e)
		e = row_all(&known_q, ARGS(A_(record_uid), A_(record_uid), A_(record_uid)),
			    line_row_cols, sizeof(*r), &r, &n);
	for (size_t i = 0; !e && i < n; i++) {
		if (!r[i].sent || str_eq(r[i].op, "withdraw"))
			continue;
		struct outbox_item to = { .destination_id = r[i].destination_id, .kind = k,
					  .uid = record_uid, .key = r[i].item_key,
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
	enum err e = secret_unseal(a, SEALED_AS, idem, sealed, &text);
	if (e)
		return e;
	struct bytes found =
		secret_sha256(a, (struct bytes){ (const uint8_t *)text, strlen(text) });
	if (sha.n != found.n || memcmp(found.p, sha.p, sha.n) != 0)
		return ERR(ERR_INTERNAL, "a frozen payload does not match its hash");
	*facts = text;
	return OK;
}

static enum err keep_lag(void *ctx, const struct row *r)
{
	int64_t *lag = ctx;
	lag[0] = r->cells[0].is_int ? r->cells[0].i : 0;
	lag[1] = r->cells[1].is_int ? r->cells[1].i : 0;
	return OK;
}

enum err outbox_lag(int64_t *oldest_waiting_minutes, int64_t *waiting)
{
	int64_t lag[2] = { 0, 0 };
	enum err e = db_each(&lag_q, NO_ARGS, keep_lag, lag);
	if (e)
		return e;
	*oldest_waiting_minutes = lag[0];
	*waiting = lag[1];
	return OK;
}
