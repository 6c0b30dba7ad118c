/* outbox_rows.c - the station's rows of the outbox, in people's words. */
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

/* The rows of the page are chosen first, by an index that has their order, and only these are told
 * about. */
#define CHOSEN \
	"id < ? AND (? = '' OR kind = ?) ORDER BY id DESC LIMIT 51) o " \
	"JOIN destination d ON d.id = o.destination_id ORDER BY o.id DESC"
static struct stmt list_q = SQL(
	"SELECT " COMMON
	"  FROM (SELECT * FROM outbox FORCE INDEX (outbox_recent) WHERE station_id = ?"
	"       AND " CHOSEN);
static struct stmt state_q = SQL(
	"SELECT " COMMON
	"  FROM (SELECT * FROM outbox FORCE INDEX (outbox_station) WHERE station_id = ?"
	"       AND state = ? AND " CHOSEN);
static struct stmt show_q = SQL(
	"SELECT " COMMON ", o.doubtful, o.item_key AS platform_key,"
	"       DATE_FORMAT(o.next_at, '%Y-%m-%d %H:%i:%s') AS next_at"
	"  FROM outbox o"
	"  JOIN destination d ON d.id = o.destination_id"
	" WHERE o.idem = ?"
	"   AND o.station_id = ?");
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

/* Rows of one activity have the same last day: it is counted once. */
struct days {
	const char *due;
	int64_t left;
};

/* Days left of the ten, and the words. */
static enum err row_explain(struct rq *q, struct node *row, struct days *days)
{
	const char *due = node_get(row, "due_on");
	node_set(row, "words", row_words(q, node_get(row, "reason_code"), node_get(row, "reason")));
	if (!due || !str_in(node_get(row, "state"), "waiting,leased,refused,parked"))
		return OK;
	enum err e = OK;
	if (!str_eq(due, days->due))
		e = workday_between(clock_day(q->arena, q->now), due, &days->left);
	if (e)
		return e;
	days->due = due;
	node_int(row, "days_left", days->left);
	return OK;
}

enum err outbox_row_list(struct rq *q)
{
	struct days days = { 0 };
	enum outbox_kind kind;
	const char *state = str_or(query(q, "state"), ""), *word = str_or(query(q, "kind"), "");
	int64_t before = query_int(q, "after", INT64_MAX, 1, INT64_MAX);
	if (*word && !outbox_kind_of(word, &kind))
		word = "";
	enum err e = *state ? put_query(q, "Rows", &state_q,
					ARGS(A_(q->station), A_(state), A_(before), A_(word),
					     A_(word)))
			    : put_query(q, "Rows", &list_q,
					ARGS(A_(q->station), A_(before), A_(word), A_(word)));
	if (!e)
		e = put_counts(q);
	if (!e)
		e = put_destinations(q);
	if (e)
		return e;
	put(q, "Filter.state", state);
	put(q, "Filter.kind", word);
	put_next(q, "Rows", PAGE_ROWS, "_id");
	for (struct node *row = node_first(put_list(q, "Rows")); row && !e; row = node_next(row))
		e = row_explain(q, row, &days);
	return e ? e : page(q, "platform/line.cs");
}

enum err outbox_row_find(struct rq *q)
{
	struct days days = { 0 };
	uint8_t idem[IDEM_BYTES];
	if (!hex_decode(arg(q, 0), idem, sizeof(idem)))
		return ERR_NOT_FOUND;
	enum err e = put_one(q, "Row", &show_q, ARGS(A_(BYTES(idem)), A_(q->station)));
	return e ? e : row_explain(q, put_list(q, "Row"), &days);
}
