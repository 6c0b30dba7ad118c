/* line.c - the station's part of the outbox. */
#include <string.h>

#include "clock.h"
#include "config.h"
#include "outbox.h"
#include "platform_page.h"
#include "workday.h"

enum { PAGE_ROWS = 50, IDEM_BYTES = 16 };

/* What a row is about, in people's words: its number and title, and whose it is. */
#define ABOUT \
	"COALESCE(" \
	"(SELECT r.no FROM service_record r WHERE r.uid = o.record_uid " \
	"ORDER BY r.version DESC LIMIT 1), " \
	"(SELECT v.no FROM person p JOIN volunteer v ON v.person_id = p.id " \
	"WHERE p.uid = o.record_uid), " \
	"(SELECT t.no FROM enrolment e JOIN training t ON t.id = e.training_id " \
	"WHERE e.uid = o.record_uid), " \
	"(SELECT h.no FROM honour h WHERE h.uid = o.record_uid)) AS record_no, " \
	"COALESCE(" \
	"(SELECT a.title FROM service_record r JOIN activity a ON a.id = r.activity_id " \
	"WHERE r.uid = o.record_uid ORDER BY r.version DESC LIMIT 1), " \
	"(SELECT t.title FROM enrolment e JOIN training t ON t.id = e.training_id " \
	"WHERE e.uid = o.record_uid), " \
	"(SELECT h.name FROM honour h WHERE h.uid = o.record_uid), " \
	"(SELECT a.title FROM evaluation e JOIN activity a ON a.id = e.activity_id " \
	"WHERE e.uid = o.record_uid)) AS title, " \
	"(SELECT p.name FROM person p WHERE p.id = o.person_id) AS person"
#define COMMON \
	"o.id AS _id, LOWER(HEX(o.idem)) AS no, o.kind, o.op, o.version, o.state, o.due_on, " \
	"o.receipt, o.reason_code, o.reason, o.attempts, " \
	"DATE_FORMAT(o.created_at, '%Y-%m-%d %H:%i') AS created, " \
	"DATE_FORMAT(o.settled_at, '%Y-%m-%d %H:%i') AS settled, d.name AS destination, " ABOUT

static struct stmt list_q = SQL("SELECT " COMMON " FROM outbox o JOIN destination d ON d.id = "
	"o.destination_id WHERE o.station_id = ? AND o.id < ? AND (? = '' OR o.state = ?) AND (? = "
	"'' OR o.kind = ?) ORDER BY o.id DESC LIMIT 51");
static struct stmt show_q = SQL("SELECT " COMMON ", o.doubtful, o.item_key AS platform_key, "
	"DATE_FORMAT(o.next_at, '%Y-%m-%d %H:%i:%s') AS next_at FROM outbox o "
	"JOIN destination d ON d.id = o.destination_id WHERE o.idem = ? AND o.station_id = ?");
static struct stmt tries_q = SQL("SELECT DATE_FORMAT(at, '%Y-%m-%d %H:%i:%s') AS at, class, "
	"http_status, curl_code, ms FROM attempt WHERE outbox_id = ? ORDER BY id DESC LIMIT 20");
static struct stmt counts_q = SQL("SELECT state, COUNT(*) AS n FROM outbox WHERE station_id = ? "
	"GROUP BY state");
static struct stmt receipts_q = SQL("SELECT COUNT(*) FROM outbox o JOIN receipt r ON r.outbox_id = "
	"o.id WHERE o.station_id = ? AND o.state = 'accepted'");
/* Effective, consented and not in line: the poster finds these within minutes. */
static struct stmt missing_q = SQL("SELECT COUNT(*) FROM service_record r WHERE r.station_id = ? "
	"AND r.state = 'effective' AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = "
	"r.person_id AND c.purpose = 'platform' AND c.withdrawn_at IS NULL) AND NOT EXISTS (SELECT "
	"1 FROM outbox o WHERE o.record_uid = r.uid AND o.version >= r.version)");

static const char *const states[] = {
	"waiting", "leased", "accepted", "refused", "parked", "withdrawn", "exported"
};

static const char *word(struct rq *q, const char *group, const char *name)
{
	const char *text = lang(arena_fmt(q->arena, "platform.%s.%s", group, name));
	return str_or(text, name);
}

/* "missing NAME", "code NAME VALUE": what platform.h says of an item that cannot be mapped. */
static const char *mapping_words(struct rq *q, const char *reason)
{
	bool missing = str_starts(reason, "missing ");
	if (!missing && !str_starts(reason, "code "))
		return reason;
	const char *name = reason + (missing ? 8 : 5);
	size_t n = strcspn(name, " ");
	const char *fact = word(q, "Fact", arena_dup(q->arena, name, n));
	return arena_fmt(q->arena, "%s%s%s", word(q, "Why", missing ? "missing" : "no_code"), fact,
			 name + n);
}

/* Why it is not there, in plain words: ours, or the platform's own. */
static const char *words(struct rq *q, const char *code, const char *reason)
{
	if (!code)
		return NULL;
	if (str_eq(code, "mapping"))
		return mapping_words(q, str_or(reason, ""));
	if (str_starts(code, "curl ") || str_starts(code, "http "))
		return word(q, "Why", "no_answer");
	return reason ? reason : word(q, "Why", code);
}

/* Days left of the ten, and the words. */
static enum err explain(struct rq *q, struct node *row)
{
	const char *due = node_get(row, "due_on");
	int64_t left;
	node_set(row, "words", words(q, node_get(row, "reason_code"), node_get(row, "reason")));
	if (!due || !str_in(node_get(row, "state"), "waiting,leased,refused,parked"))
		return OK;
	enum err e = workday_between(clock_day(q->arena, q->now), due, &left);
	if (!e)
		node_int(row, "days_left", left);
	return e;
}

static enum err put_balance(struct rq *q)
{
	int64_t total = 0, receipts, missing;
	enum err e = put_query(q, "Counts", &counts_q, ARGS(A_(q->station)));
	if (!e)
		e = db_int(&receipts_q, ARGS(A_(q->station)), &receipts);
	if (!e)
		e = db_int(&missing_q, ARGS(A_(q->station)), &missing);
	if (e)
		return e;
	struct node *balance = put_list(q, "Balance");
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		node_int(balance, states[i], 0);
	for (struct node *c = node_first(put_list(q, "Counts")); c; c = node_next(c)) {
		node_int(balance, node_get(c, "state"), node_get_int(c, "n"));
		total += node_get_int(c, "n");
	}
	node_int(balance, "enqueued", total);
	node_int(balance, "receipts", receipts);
	node_int(balance, "missing", missing);
	node_int(balance, "holds", missing == 0 && receipts == node_get_int(balance, "accepted"));
	return OK;
}

enum err line_list(struct rq *q)
{
	enum outbox_kind kind;
	const char *state = str_or(query(q, "state"), ""), *word = str_or(query(q, "kind"), "");
	int64_t before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	if (*word && !outbox_kind_of(word, &kind))
		word = "";
	enum err e = put_query(
		q, "Rows", &list_q,
		ARGS(A_(q->station), A_(before), A_(state), A_(state), A_(word), A_(word)));
	if (!e)
		e = put_balance(q);
	if (!e)
		e = put_destinations(q);
	if (e)
		return e;
	put(q, "Filter.state", state);
	put(q, "Filter.kind", word);
	put_next(q, "Rows", PAGE_ROWS, "_id");
	for (struct node *row = node_first(put_list(q, "Rows")); row && !e; row = node_next(row))
		e = explain(q, row);
	return e ? e : page(q, "platform/line.cs");
}

static enum err find(struct rq *q)
{
	uint8_t idem[IDEM_BYTES];
	if (!hex_decode(arg(q, 0), idem, sizeof(idem)))
		return ERR_NOT_FOUND;
	return put_one(q, "Row", &show_q, ARGS(A_(BYTES(idem)), A_(q->station)));
}

enum err line_show(struct rq *q)
{
	enum err e = find(q);
	if (!e)
		e = explain(q, put_list(q, "Row"));
	if (!e)
		e = put_query(q, "Tries", &tries_q,
			      ARGS(A_(node_get_int(put_list(q, "Row"), "_id"))));
	return e ? e : page(q, "platform/row.cs");
}

static enum err retry_tx(void *ctx)
{
	struct rq *q = ctx;
	int64_t id = node_get_int(put_list(q, "Row"), "_id");
	enum err e = outbox_again(q, id);
	return e ? e : audit(q, "outbox.retry", "outbox", id, NULL);
}

enum err line_retry(struct rq *q)
{
	enum err e = find(q);
	if (!e)
		e = db_tx(retry_tx, q);
	return e ? e : see(q, "/platform/%s?done=retried", arg(q, 0));
}
