/*
 * metrics.c - /platform/metrics: what the line, the posters and the suite are doing, as Prometheus
 * text. No
 * person, no key, no station: destinations and numbers only. nginx serves it at a loopback address
 * of its own (metrics.conf) and nowhere else. Each query costs the same whatever the line's length.
 */
#include "metrics.h"
#include "platform.h"
#include "platform_page.h"

enum { COUNTED = 100000 };

static struct stmt rows_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1 FROM outbox FORCE INDEX (outbox_age) WHERE state = ?"
	"       AND destination_id = ? LIMIT ?) c");

#define DEST_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, TEXT, code, "d.code") \
	X(T, INT, running, "d.enabled = 1 AND d.state = 'on'") \
	X(T, INT, breaker, "CASE b.state WHEN 'open' THEN 2 WHEN 'half_open' THEN 1 ELSE 0 END") \
	X(T, INT, oldest, \
	  "(SELECT TIMESTAMPDIFF(SECOND, o.created_at, NOW(3)) FROM outbox o " \
	  "FORCE INDEX (outbox_age) WHERE o.state = 'waiting' AND o.destination_id = d.id " \
	  "ORDER BY o.id LIMIT 1)")
ROW_DEFINE(dest_row, DEST_COLS);

#define NOTED_COLS(X, T) \
	X(T, INT, n, "COUNT(*)") \
	X(T, INT, oldest, "COALESCE(TIMESTAMPDIFF(SECOND, MIN(t.made_at), NOW(3)), 0)")
ROW_DEFINE(noted_row, NOTED_COLS);
static struct stmt noted_q = SQL(
	"SELECT " ROW_SELECT(NOTED_COLS)
	"  FROM (SELECT made_at FROM outbox_todo ORDER BY id LIMIT ?) t");

static struct stmt dests_q = SQL(
	"SELECT " ROW_SELECT(DEST_COLS)
	"  FROM destination d"
	"  LEFT JOIN breaker b ON b.destination_id = d.id"
	" ORDER BY d.id"
	" LIMIT 100");

#define COUNT_COLS(X, T) \
	X(T, INT, destination_id, "destination_id") \
	X(T, TEXT, name, "name") \
	X(T, INT, n, "n")
ROW_DEFINE(count_row, COUNT_COLS);
static struct stmt counts_q = SQL(
	"SELECT " ROW_SELECT(COUNT_COLS)
	"  FROM post_count"
	" ORDER BY destination_id, name"
	" LIMIT 4000");

struct metrics {
	struct buf out;
	struct dest_row *dest;
	struct count_row *count;
	size_t dests, counts;
};

/* A code of a destination is a short word; what would end the label is left out. */
static const char *metrics_label(const struct dest_row *d)
{
	struct buf b = { .arena = db_arena() };
	buf_add(&b, "", 0);
	for (const char *p = d->code; *p; p++)
		if (*p != '"' && *p != '\\' && *p >= ' ')
			buf_char(&b, *p);
	return b.p;
}

static int64_t metrics_counted(const struct metrics *m, const struct dest_row *d, const char *name)
{
	for (size_t i = 0; i < m->counts; i++)
		if (m->count[i].destination_id == d->id && str_eq(m->count[i].name, name))
			return m->count[i].n;
	return 0;
}

static enum err metrics_rows(struct metrics *m)
{
	static const char *const states[] = { "waiting", "leased",    "accepted", "refused",
					      "parked",  "withdrawn", "exported" };
	enum err e = OK;
	int64_t n, most = COUNTED;
	metrics_head(&m->out, "zyz_outbox_rows", "gauge",
		     "Rows of the outbox by state, counted up to 100000.");
	for (size_t i = 0; i < m->dests; i++)
		for (size_t k = 0; !e && k < sizeof(states) / sizeof(states[0]); k++) {
			e = db_int(&rows_q, ARGS(A_(states[k]), A_(m->dest[i].id), A_(most)), &n);
			if (!e)
				buf_fmt(&m->out,
					"zyz_outbox_rows{destination=\"%s\",state=\"%s\"} %lld\n",
					metrics_label(&m->dest[i]), states[k], (long long)n);
		}
	return e;
}

static enum err metrics_todo(struct metrics *m)
{
	struct noted_row t;
	int64_t most = COUNTED;
	enum err e = row_one(&noted_q, ARGS(A_(most)), noted_row_cols, &t);
	if (e)
		return e;
	metrics_head(&m->out, "zyz_outbox_todo", "gauge",
		     "Records noted and not yet queued, up to 100000.");
	buf_fmt(&m->out, "zyz_outbox_todo %lld\n", (long long)t.n);
	metrics_head(&m->out, "zyz_outbox_todo_oldest_seconds", "gauge",
		     "Age of the oldest of them, 0: none.");
	buf_fmt(&m->out, "zyz_outbox_todo_oldest_seconds %lld\n", (long long)t.oldest);
	return OK;
}

static void metrics_gauges(struct metrics *m)
{
	metrics_head(&m->out, "zyz_outbox_oldest_seconds", "gauge",
		     "Age of the oldest waiting row, 0: none.");
	for (size_t i = 0; i < m->dests; i++)
		buf_fmt(&m->out, "zyz_outbox_oldest_seconds{destination=\"%s\"} %lld\n",
			metrics_label(&m->dest[i]),
			m->dest[i].oldest == DB_NONE ? 0LL : (long long)m->dest[i].oldest);
	metrics_head(&m->out, "zyz_post_breaker", "gauge",
		     "Breaker: 0 closed, 1 one probe is out, 2 open.");
	for (size_t i = 0; i < m->dests; i++)
		buf_fmt(&m->out, "zyz_post_breaker{destination=\"%s\"} %lld\n",
			metrics_label(&m->dest[i]), (long long)m->dest[i].breaker);
	metrics_head(&m->out, "zyz_post_running", "gauge",
		     "1: the destination is enabled and not stopped.");
	for (size_t i = 0; i < m->dests; i++)
		buf_fmt(&m->out, "zyz_post_running{destination=\"%s\"} %lld\n",
			metrics_label(&m->dest[i]), (long long)m->dest[i].running);
}

static void metrics_counters(struct metrics *m)
{
	metrics_head(&m->out, "zyz_post_items_total", "counter",
		     "Items by how their answer was read.");
	for (size_t i = 0; i < m->dests; i++)
		for (int c = 0; c < PC_COUNT; c++) {
			const char *class = platform_class_word((enum platform_class)c);
			buf_fmt(&m->out,
				"zyz_post_items_total{destination=\"%s\",class=\"%s\"} %lld\n",
				metrics_label(&m->dest[i]), class,
				(long long)metrics_counted(m, &m->dest[i], class));
		}
	metrics_head(&m->out, "zyz_post_accepted_total", "counter", "Items posted and accepted.");
	for (size_t i = 0; i < m->dests; i++)
		buf_fmt(&m->out, "zyz_post_accepted_total{destination=\"%s\"} %lld\n",
			metrics_label(&m->dest[i]),
			(long long)metrics_counted(m, &m->dest[i],
						   platform_class_word(PC_ACCEPTED)));
}

#define DURATION "zyz_post_request_duration_seconds"

/* Buckets are kept apart in the table and summed here. */
static void metrics_durations(struct metrics *m)
{
	metrics_head(&m->out, DURATION, "histogram",
		     "Time from a request to the end of its answer.");
	for (size_t i = 0; i < m->dests; i++) {
		const struct dest_row *d = &m->dest[i];
		int64_t sum = 0, ms = metrics_counted(m, d, "ms");
		for (size_t k = 0; platform_post_ms[k]; k++) {
			int64_t le = platform_post_ms[k];
			sum += metrics_counted(m, d,
					       arena_fmt(db_arena(), "ms_%lld", (long long)le));
			buf_fmt(&m->out,
				DURATION "_bucket{destination=\"%s\",le=\"%lld.%03lld\"} %lld\n",
				metrics_label(d), (long long)(le / 1000), (long long)(le % 1000),
				(long long)sum);
		}
		buf_fmt(&m->out, DURATION "_bucket{destination=\"%s\",le=\"+Inf\"} %lld\n",
			metrics_label(d), (long long)metrics_counted(m, d, "requests"));
		buf_fmt(&m->out, DURATION "_sum{destination=\"%s\"} %lld.%03lld\n",
			metrics_label(d), (long long)(ms / 1000), (long long)(ms % 1000));
		buf_fmt(&m->out, DURATION "_count{destination=\"%s\"} %lld\n", metrics_label(d),
			(long long)metrics_counted(m, d, "requests"));
	}
}

enum err metrics_show(struct rq *q)
{
	struct metrics m = { .out = { .arena = q->arena } };
	/* nginx keeps others out; a mistake there must not open it. */
	if (!str_starts(q->remote, "127.") && !str_eq(q->remote, "::1"))
		return ERR_NOT_FOUND;
	enum err e = row_all(&dests_q, NO_ARGS, dest_row_cols, sizeof(*m.dest), &m.dest, &m.dests);
	if (!e)
		e = row_all(&counts_q, NO_ARGS, count_row_cols, sizeof(*m.count), &m.count,
			    &m.counts);
	if (!e)
		e = metrics_rows(&m);
	if (!e)
		e = metrics_todo(&m);
	if (e)
		return e;
	metrics_gauges(&m);
	metrics_counters(&m);
	metrics_durations(&m);
	e = metrics_suite(&m.out);
	if (e)
		return e;
	return reply_body(q, "text/plain; version=0.0.4; charset=utf-8", m.out.p, m.out.n);
}
