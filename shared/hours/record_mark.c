/* record_mark.c - the mark 审核封印 that a yes leaves on a record, over all that was looked at. */
#include "record_inside.h"

#include "secret.h"

/* The first form knew nothing of how long the public notice lasts; what was marked by it stands. */
#define MARK_FORMAT  "zyz-mark-2"
#define MARK_WITHOUT "zyz-mark-1"

/* Ids and marks as JSON: five hundred are one statement. */
static struct stmt mark_q = SQL(
	"UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$[0]', mark CHAR(66) PATH '$[1]')) k"
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.mark = UNHEX(k.mark)");

/* Reviewed, not yet counted, and without a mark. */
static struct stmt unmarked_q = SQL(
	"SELECT id"
	"  FROM service_record"
	" WHERE state IN ('to_review', 'notice', 'disputed')"
	"   AND reviewer_id IS NOT NULL"
	"   AND mark IS NULL"
	" ORDER BY id"
	" LIMIT ?");

/* What a day later may be counted otherwise, warning signs, is sealed with the last yes alone; so
 * is the last day of the public notice. */
static struct bytes marked(const struct record_row *r, const char *format)
{
	struct buf b = { .arena = db_arena() };
	ledger_text(&b, format);
	ledger_part(&b, r->uid);
	ledger_number(&b, r->version);
	ledger_text(&b, r->no);
	ledger_number(&b, r->station_id);
	ledger_number(&b, r->activity_id);
	ledger_number(&b, r->project_id);
	ledger_part(&b, r->person_uid);
	ledger_text(&b, r->served_on);
	ledger_text(&b, r->starts_at);
	ledger_text(&b, r->ends_at);
	ledger_number(&b, r->minutes);
	ledger_text(&b, r->evidence);
	ledger_number(&b, r->offline);
	ledger_text(&b, r->category);
	ledger_text(&b, r->published_at);
	ledger_text(&b, r->logged_at);
	ledger_number(&b, r->logger_id);
	ledger_number(&b, r->leader_id);
	ledger_text(&b, r->leader_at);
	ledger_number(&b, r->reviewer_id);
	ledger_text(&b, r->reviewed_at);
	ledger_number(&b, r->second_id);
	ledger_text(&b, r->second_at);
	ledger_text(&b, r->notice_until ? r->flags : "");
	if (str_eq(format, MARK_FORMAT))
		ledger_text(&b, r->notice_until);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

enum err record_mark_fits(const struct record_row *r, bool *fits)
{
	enum err e = secret_mark_fits("record", marked(r, MARK_FORMAT), r->mark, fits);
	return e || *fits ? e : secret_mark_fits("record", marked(r, MARK_WITHOUT), r->mark, fits);
}

enum err record_mark(const struct record_rows *r)
{
	struct arena *a = db_arena();
	struct buf json = { .arena = a };
	struct bytes mark;
	int64_t rows;
	enum err e = OK;
	for (size_t i = 0; !e && i < r->n; i++) {
		e = secret_mark(a, "record", marked(&r->v[i], MARK_FORMAT), &mark);
		if (!e)
			buf_fmt(&json, "%s[%lld,\"%s\"]", i ? "," : "[", (long long)r->v[i].id,
				hex_encode(a, mark));
	}
	if (e || !r->n)
		return e;
	buf_char(&json, ']');
	return db_affect(&mark_q, ARGS(A_((const char *)json.p)), &rows);
}

static enum err mark_some(void *ctx)
{
	int64_t *n = ctx;
	struct buf list = { .arena = db_arena() };
	struct record_rows r = { .n = 0 };
	*n = 0;
	enum err e = db_each(&unmarked_q, ARGS(A_((int64_t)RECORD_BATCH)), ids_row, &list);
	if (!e && list.n)
		e = record_load_many(ids_json(&list), &r);
	if (!e)
		e = record_mark(&r);
	*n = (int64_t)r.n;
	return e;
}

enum err record_mark_before(int64_t *done)
{
	int64_t some = RECORD_BATCH;
	enum err e = OK;
	for (*done = 0; !e && some == RECORD_BATCH; *done += some) {
		arena_reset(db_arena());
		e = db_tx(mark_some, &some);
	}
	return e;
}
