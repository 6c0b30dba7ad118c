/* outbox_rows.c - the station's rows of the outbox, in people's words. */
#include <string.h>

#include "list.h"
#include "outbox.h"
#include "platform_page.h"
#include "workday.h"

enum { IDEM_BYTES = 16 };

/* What a row is about, in people's words: its number and title, and whose it is. */
#define ROW_NO \
	"COALESCE(" \
	"(SELECT r.no FROM service_record r WHERE r.uid = o.record_uid " \
	"ORDER BY r.version DESC LIMIT 1), " \
	"(SELECT v.no FROM person p JOIN volunteer v ON v.person_id = p.id " \
	"WHERE p.uid = o.record_uid), " \
	"(SELECT t.no FROM enrolment e JOIN training t ON t.id = e.training_id " \
	"WHERE e.uid = o.record_uid), " \
	"(SELECT h.no FROM honour h WHERE h.uid = o.record_uid))"
#define ROW_TITLE \
	"COALESCE(" \
	"(SELECT a.title FROM service_record r JOIN activity a ON a.id = r.activity_id " \
	"WHERE r.uid = o.record_uid ORDER BY r.version DESC LIMIT 1), " \
	"(SELECT t.title FROM enrolment e JOIN training t ON t.id = e.training_id " \
	"WHERE e.uid = o.record_uid), " \
	"(SELECT h.name FROM honour h WHERE h.uid = o.record_uid), " \
	"(SELECT a.title FROM evaluation e JOIN activity a ON a.id = e.activity_id " \
	"WHERE e.uid = o.record_uid))"
#define ROW_PERSON      "(SELECT p.name FROM person p WHERE p.id = o.person_id)"
#define ROW_DESTINATION "(SELECT d.name FROM destination d WHERE d.id = o.destination_id)"

#define OUTBOX_COLS(C) \
	C(TEXT, record_no, ROW_NO, "") \
	C(DAY, created, "DATE(o.created_at)", "") \
	C(WORD, kind, "o.kind", "State.outbox_kind") \
	C(WORD, op, "o.op", "State.outbox_op") \
	C(INT, version, "o.version", "") \
	C(TEXT, person, ROW_PERSON, "") \
	C(TEXT, title, ROW_TITLE, "") \
	C(TEXT, destination, ROW_DESTINATION, "") \
	C(TEXT, receipt, "o.receipt", "") \
	C(TEXT, words, "CAST(NULL AS CHAR)", "") \
	C(TEXT, reason_code, "o.reason_code", "") \
	C(TEXT, _reason, "o.reason", "") \
	C(INT, attempts, "o.attempts", "") \
	C(DAY, due_on, "o.due_on", "") \
	C(INT, days_left, "CAST(NULL AS SIGNED)", "") \
	C(DAY, settled, "DATE(o.settled_at)", "") \
	C(WORD, state, "o.state", "State.outbox") \
	C(TEXT, no, "LOWER(HEX(o.idem))", "")
#define OUTBOX_TABLE "outbox o"
#define OUTBOX_JOINS ""
#define OUTBOX_WHERE "o.station_id = ?"
#define OUTBOX_FILTERS(F) \
	F(WORD, state, "o.state = ?") \
	F(WORD, kind, "o.kind = ?") \
	F(WORD, destination, \
	  "o.destination_id = (SELECT d.id FROM destination d WHERE d.code = ?)") \
	F(DAY, from, "o.created_at >= ?") \
	F(DAY, to, "o.created_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', o.item_key, o.receipt) LIKE ?")
/* One state may be rare among many rows, and so may a kind. */
#define OUTBOX_WAYS(S, L) \
	S(L, created, any, "o.id", "outbox_recent") \
	S(L, created, state, "o.id", "outbox_station") \
	S(L, created, kind, "o.id", "outbox_of_kind") \
	S(L, created, from, "o.created_at", "outbox_day") \
	S(L, created, to, "o.created_at", "outbox_day")
#define OUTBOX_ID "o.id"
LIST_DEFINE(OUTBOX);

static struct stmt show_q = SQL(
	"SELECT o.id AS _id, LOWER(HEX(o.idem)) AS no, o.kind, o.op, o.version, o.state, o.due_on,"
	"       o.receipt, o.reason_code, o.reason, o.attempts, o.created_at AS created,"
	"       o.settled_at AS settled, " ROW_DESTINATION " AS destination, " ROW_NO
	"       AS record_no, " ROW_TITLE " AS title, " ROW_PERSON " AS person, o.doubtful,"
	"       o.item_key AS platform_key, o.next_at"
	"  FROM destination d"
	" STRAIGHT_JOIN outbox o FORCE INDEX (outbox_idem)"
	"       ON o.destination_id = d.id AND o.idem = ?"
	" WHERE o.station_id = ?");
static const char *row_word(struct rq *q, const char *group, const char *name)
{
	const char *text = lang(arena_fmt(q->arena, "platform.%s.%s", group, name));
	return str_or(text, name);
}

/* "missing NAME", "code NAME VALUE": what platform.h says of an item that cannot be mapped. */
static const char *row_mapping_words(struct rq *q, const char *reason)
{
	bool missing = str_starts(reason, "missing ");
	if (!missing && !str_starts(reason, "code "))
		return reason;
	const char *name = reason + (missing ? 8 : 5);
	size_t n = strcspn(name, " ");
	const char *fact = row_word(q, "Fact", arena_dup(q->arena, name, n));
	return arena_fmt(q->arena, "%s%s%s", row_word(q, "Why", missing ? "missing" : "no_code"),
			 fact, name + n);
}

/* Why it is not there, in plain words: ours, or the platform's own. */
static const char *row_words(struct rq *q, const char *code, const char *reason)
{
	if (!code)
		return NULL;
	if (str_eq(code, "mapping"))
		return row_mapping_words(q, str_or(reason, ""));
	if (str_starts(code, "curl ") || str_starts(code, "http "))
		return row_word(q, "Why", "no_answer");
	return reason ? reason : row_word(q, "Why", code);
}

/* Days left of the ten, and the words. */
static enum err row_explain(struct rq *q, struct node *row, const char *reason)
{
	int64_t left;
	const char *due = node_get(row, "due_on");
	node_set(row, "words", row_words(q, node_get(row, "reason_code"), reason));
	if (!due || !str_in(node_get(row, "state"), "waiting,leased,refused,parked"))
		return OK;
	enum err e = workday_left(&q->actor, due, &left);
	if (!e)
		node_int(row, "days_left", left);
	return e;
}

static enum err row_listed(struct rq *q, struct node *n, const struct row *r)
{
	(void)r;
	return row_explain(q, n, node_get(n, "_reason"));
}

static const struct list outbox_list = LIST(OUTBOX, "Rows", "platform.Outbox", .row = row_listed);
enum err outbox_row_list(struct rq *q)
{
	enum err e = put_counts(q);
	if (!e)
		e = put_destinations(q);
	return e ? e : list_page(q, &outbox_list, ARGS(A_(q->station)), "platform/outbox.cs");
}

enum err outbox_row_find(struct rq *q)
{
	uint8_t idem[IDEM_BYTES];
	if (!hex_decode(arg(q, 0), idem, sizeof(idem)))
		return ERR_NOT_FOUND;
	enum err e = put_one(q, "Row", &show_q, ARGS(A_(BYTES(idem)), A_(q->station)));
	struct node *row = put_list(q, "Row");
	return e ? e : row_explain(q, row, node_get(row, "reason"));
}
