/*
 * metrics_suite.c - of /platform/metrics what is about the whole suite: each program's requests and
 * dead workers, the loops' signs of life, the ledger, messages that are due, room on the disk. Each
 * figure costs the same whatever the number of rows.
 */
#include <sys/statvfs.h>

#include "config.h"
#include "health.h"
#include "metrics.h"
#include "row.h"

enum { COUNTED = 10000, LOOKED = 5000 };

#define NAMED_COLS(X, T) X(T, TEXT, name, "name") X(T, INT, n, "n")
ROW_DEFINE(named_row, NAMED_COLS);

static struct stmt beats_q = SQL(
	"SELECT " ROW_SELECT(NAMED_COLS)
	"  FROM (SELECT program AS name, MIN(ABS(TIMESTAMPDIFF(SECOND, seen_at, NOW(3)))) AS n"
	"          FROM beat GROUP BY program) x"
	" ORDER BY name"
	" LIMIT 40");
static struct stmt asides_q = SQL(
	"SELECT " ROW_SELECT(NAMED_COLS)
	"  FROM (SELECT program AS name, COUNT(*) AS n FROM loop_aside"
	"         WHERE cleared_at IS NULL GROUP BY program) x"
	" ORDER BY name"
	" LIMIT 40");
#define DUE(channel) \
	"SELECT '" channel "' AS name, COUNT(*) AS n FROM (SELECT 1 FROM message m" \
	" WHERE m.channel = '" channel "' AND m.lane IN (0, 1, 2) AND m.due_at < NOW()" \
	" LIMIT 10000) m"
static struct stmt messages_q = SQL(
	"SELECT " ROW_SELECT(NAMED_COLS)
	"  FROM (" DUE("sms") " UNION ALL " DUE("wechat") ") x"
	" LIMIT 2");
/* Ids are not in the order of the ledger, but near it. */
static struct stmt unsealed_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1 FROM ledger_event e"
	"       LEFT JOIN ledger_leaf l ON l.event_id = e.id"
	"       WHERE e.id > COALESCE((SELECT k.event_id FROM ledger_leaf k"
	"       ORDER BY k.seq DESC LIMIT 1), 0) - ? AND l.event_id IS NULL LIMIT ?) x");
static struct stmt head_q = SQL(
	"SELECT GREATEST(0, FLOOR(UNIX_TIMESTAMP(NOW(3)) - at_ms / 1000))"
	"  FROM tree_head"
	" ORDER BY size DESC"
	" LIMIT 1");

static enum err suite_named(struct buf *out, struct stmt *s, const char *family, const char *label,
			    const char *help)
{
	struct named_row *v;
	size_t n;
	enum err e = row_all(s, NO_ARGS, named_row_cols, sizeof(*v), &v, &n);
	metrics_head(out, family, "gauge", help);
	for (size_t i = 0; !e && i < n; i++)
		buf_fmt(out, "%s{%s=\"%s\"} %lld\n", family, label, v[i].name, (long long)v[i].n);
	return e;
}

static void suite_programs(struct buf *out)
{
	static const char *const ways[] = { "read", "write" };
	struct health_answer *v;
	size_t n;
	health_ask_all(out->arena, &v, &n);
	metrics_head(out, "zyz_program_up", "gauge", "1: it answers, and fits the schema.");
	for (size_t i = 0; i < n; i++)
		buf_fmt(out, "zyz_program_up{program=\"%s\"} %d\n", v[i].name, v[i].up);
	metrics_head(out, "zyz_workers_died_total", "counter", "Workers that died.");
	for (size_t i = 0; i < n; i++)
		buf_fmt(out, "zyz_workers_died_total{program=\"%s\"} %lld\n", v[i].name,
			(long long)v[i].counts.died);
	metrics_head(out, "zyz_requests_total", "counter", "Requests by hundreds of their status.");
	for (size_t i = 0; i < n; i++)
		for (int w = 0; w < 2; w++)
			for (int k = 2; k < 6; k++)
				buf_fmt(out,
					"zyz_requests_total{program=\"%s\",way=\"%s\","
					"class=\"%dxx\"} %lld\n",
					v[i].name, ways[w], k,
					(long long)v[i].counts.answers[w][k]);
	metrics_head(out, "zyz_request_seconds_total", "counter",
		     "Time that the program took for them.");
	for (size_t i = 0; i < n; i++)
		for (int w = 0; w < 2; w++)
			buf_fmt(out,
				"zyz_request_seconds_total{program=\"%s\",way=\"%s\"} "
				"%lld.%06lld\n",
				v[i].name, ways[w], (long long)(v[i].counts.micros[w] / 1000000),
				(long long)(v[i].counts.micros[w] % 1000000));
}

static enum err suite_ledger(struct buf *out)
{
	int64_t n, back = LOOKED, most = COUNTED;
	enum err e = db_int(&unsealed_q, ARGS(A_(back), A_(most)), &n);
	if (e)
		return e;
	metrics_head(out, "zyz_ledger_unsealed", "gauge", "Events not yet in the ledger.");
	buf_fmt(out, "zyz_ledger_unsealed %lld\n", (long long)n);
	e = db_int(&head_q, NO_ARGS, &n);
	metrics_head(out, "zyz_ledger_head_seconds", "gauge", "Age of the last signed head.");
	if (!e)
		buf_fmt(out, "zyz_ledger_head_seconds %lld\n", (long long)n);
	return e == ERR_NOT_FOUND ? OK : e;
}

static void suite_disk(struct buf *out)
{
	struct statvfs s;
	metrics_head(out, "zyz_disk_free_bytes", "gauge", "Room where documents are kept.");
	if (!statvfs(*cfg.document_dir ? cfg.document_dir : cfg.var_dir, &s))
		buf_fmt(out, "zyz_disk_free_bytes %lld\n",
			(long long)s.f_bavail * (long long)s.f_frsize);
}

enum err metrics_suite(struct buf *out)
{
	suite_programs(out);
	suite_disk(out);
	enum err e = suite_named(out, &beats_q, "zyz_loop_beat_seconds", "loop",
				 "Since the loop's last sign of life.");
	if (!e)
		e = suite_named(out, &asides_q, "zyz_loop_aside", "loop",
				"Rows that a loop has set aside.");
	if (!e)
		e = suite_named(out, &messages_q, "zyz_messages_due", "channel",
				"Messages that are due and not sent, up to 10000.");
	return e ? e : suite_ledger(out);
}
