/* health.c - /healthz: whether each program answers and fits the schema, whether the database takes
 * a write, the loops' signs of life and what they have set aside, the poster's lag; what is wrong
 * also in words. */
#include "health.h"

#include <string.h>

#include "config.h"
#include "json.h"
#include "log.h"
#include "outbox.h"
#include "station.h"

enum { BEAT_SECONDS = 120 };

/* Refused by a server that only reads, whether or not the row changes; it changes seldom. */
static struct stmt probe_q = SQL(
	"INSERT INTO probe (id, at)"
	" VALUES (1, NOW(3))"
	"    ON DUPLICATE KEY UPDATE at = IF(at BETWEEN NOW(3) - INTERVAL 5 SECOND AND NOW(3), at,"
	"       NOW(3))");

/* One that is still to come was given before the clock was set back. */
static struct stmt beats_q = SQL(
	"SELECT program"
	"  FROM beat"
	" WHERE seen_at BETWEEN NOW(3) - INTERVAL ? SECOND AND NOW(3) + INTERVAL 1 MINUTE"
	" GROUP BY program"
	" LIMIT 20");

/* What is due for a quarter of an hour, up to a thousand of each channel: an alarm, no outage. */
#define UNSENT(channel) \
	"SELECT '" channel "' AS channel, COUNT(*)" \
	"  FROM (SELECT 1 FROM message m WHERE m.channel = '" channel "' AND m.lane IN (0, 1, 2)" \
	"       AND m.due_at < NOW() - INTERVAL 15 MINUTE LIMIT 1000) x"
static struct stmt unsent_q = SQL(
	"" UNSENT("wechat") " UNION ALL " UNSENT("sms") " LIMIT 2");
static struct stmt aside_q = SQL(
	"SELECT program, COUNT(*)"
	"  FROM loop_aside"
	" WHERE cleared_at IS NULL"
	" GROUP BY program"
	" LIMIT 20");

struct health {
	struct json_w w;
	bool ok;           /* everything so far */
	struct buf why;    /* what is wrong: a line of JSON strings */
	const char *beats; /* loops that beat lately: "-,ledger-seal" */
};

/* why: a word of Lang.health, what it is and what to do; NULL: it is up. */
static void health_say(struct health *h, const char *what, const char *why)
{
	json_key(&h->w, what);
	json_str(&h->w, why ? "down" : "ok");
	if (why)
		buf_fmt(&h->why, "%s\t%s\n", what, why);
	h->ok = h->ok && !why;
}

/* All of a kind that programs.hdf names, and whether they are up: what never was is down, too. */
static void put_kind(struct health *h, const char *what, const char *kind,
		     const char *(*why)(const struct health *h, const char *name))
{
	json_key(&h->w, what);
	json_open(&h->w, '{');
	for (const char *p = page_programs(kind); *p;) {
		size_t n = strcspn(p, "\n");
		const char *name = arena_dup(h->w.buf.arena, p, n);
		health_say(h, name, why(h, name));
		p += n;
		p += *p == '\n';
	}
	json_close(&h->w, '}');
}

static enum err take_beat(void *ctx, const struct row *r)
{
	buf_fmt(ctx, ",%s", r->cells[0].text);
	return OK;
}

static const char *loop_beats(const struct health *h, const char *name)
{
	return str_in(name, h->beats) ? NULL : "no_beat";
}

/* All at the same time. A database that is away is away for all of them, and said once. */
static void put_programs(struct health *h, bool db)
{
	struct health_answer *v;
	size_t n;
	health_ask_all(h->w.buf.arena, &v, &n);
	json_key(&h->w, "programs");
	json_open(&h->w, '{');
	for (size_t i = 0; i < n; i++)
		health_say(h, v[i].name, db || !str_eq(v[i].why, "database") ? v[i].why : NULL);
	json_close(&h->w, '}');
	json_key(&h->w, "workers_died");
	json_open(&h->w, '{');
	for (size_t i = 0; i < n; i++) {
		if (!v[i].counts.died)
			continue;
		json_key(&h->w, v[i].name);
		json_int(&h->w, v[i].counts.died);
	}
	json_close(&h->w, '}');
}

/* "needs: …", one for each that is down. */
static void put_reasons(struct health *h)
{
	struct arena *a = h->w.buf.arena;
	json_key(&h->w, "reasons");
	json_open(&h->w, '[');
	for (char *line = h->why.p; line && *line;) {
		char *tab = strchr(line, '\t'), *end = strchr(line, '\n');
		*tab = *end = '\0';
		const char *word = lang(arena_fmt(a, "health.%s", tab + 1));
		json_str(&h->w, arena_fmt(a, "%s: %s", line, str_or(word, tab + 1)));
		line = end + 1;
	}
	json_close(&h->w, ']');
}

static void put_loops(struct health *h)
{
	struct buf beats = { .arena = h->w.buf.arena };
	buf_str(&beats, "-");
	if (db_each(&beats_q, ARGS(A_((int64_t)BEAT_SECONDS)), take_beat, &beats))
		h->ok = false;
	h->beats = beats.p;
	put_kind(h, "loops", "loop", loop_beats);
}

static enum err put_aside(void *ctx, const struct row *r)
{
	struct health *h = ctx;
	json_key(&h->w, r->cells[0].text);
	json_int(&h->w, r->cells[1].i);
	return OK;
}

/* Rows that loops have set aside, by loop: an alarm, since the others go on. */
static void put_asides(struct health *h)
{
	json_key(&h->w, "aside");
	json_open(&h->w, '{');
	if (db_each(&aside_q, NO_ARGS, put_aside, h))
		h->ok = false;
	json_close(&h->w, '}');
}

static void put_unsent(struct health *h)
{
	json_key(&h->w, "messages_waiting");
	json_open(&h->w, '{');
	if (db_each(&unsent_q, NO_ARGS, put_aside, h))
		h->ok = false;
	json_close(&h->w, '}');
}

/* A row that waits too long is an alarm, not an outage: the platform's trouble is not ours. */
static void put_poster(struct health *h)
{
	struct outbox_lag lag = { 0, 0, false };
	if (outbox_lag(DB_NONE, &lag))
		h->ok = false;
	json_key(&h->w, "poster");
	json_open(&h->w, '{');
	json_key(&h->w, "waiting");
	json_int(&h->w, lag.waiting);
	json_key(&h->w, "oldest_minutes");
	json_int(&h->w, lag.oldest_minutes);
	json_key(&h->w, "late");
	json_bool(&h->w, lag.late);
	json_close(&h->w, '}');
}

/* NULL, or a word of Lang.health. */
static const char *database_why(struct arena *a)
{
	const char *why = NULL;
	if (db_ready(a))
		why = db_schema_other() ? "schema" : db_keys_other() ? "keys" : "database";
	else if (db_exec(&probe_q, NO_ARGS, NULL))
		why = "read_only";
	if (why)
		log_error("health: %s", err_text());
	err_clear();
	return why;
}

enum err station_health(struct rq *q)
{
	struct health h = { .w = { .buf = { .arena = q->arena } },
			    .ok = true,
			    .why = { .arena = q->arena } };
	const char *why = database_why(q->arena);
	bool db = !why || str_eq(why, "read_only");
	json_open(&h.w, '{');
	health_say(&h, "database", why);
	if (*cfg.document_dir)
		health_say(&h, "documents", config_store_there() ? NULL : "no_store");
	put_programs(&h, db);
	if (db) {
		put_loops(&h);
		put_asides(&h);
		put_poster(&h);
		put_unsent(&h);
	}
	put_reasons(&h);
	json_key(&h.w, "status");
	json_str(&h.w, h.ok ? "ok" : "down");
	json_close(&h.w, '}');
	reply_status(q, h.ok ? 200 : 503);
	return reply_body(q, "application/json; charset=utf-8", h.w.buf.p, h.w.buf.n);
}
