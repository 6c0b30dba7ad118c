/* health.c - /healthz: each program's socket, the database, the loops' signs of life and what
 * they have set aside, the poster's lag. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "config.h"
#include "json.h"
#include "outbox.h"
#include "station.h"

enum { BEAT_SECONDS = 120 };

static struct stmt beats_q = SQL(
	"SELECT program"
	"  FROM beat"
	" WHERE seen_at >= NOW(3) - INTERVAL ? SECOND"
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
	const char *beats; /* loops that beat lately: "-,ledger-seal" */
};

static void health_say(struct health *h, const char *what, bool up)
{
	json_key(&h->w, what);
	json_str(&h->w, up ? "ok" : "down");
	h->ok = h->ok && up;
}

/* A listening socket takes a connection even while every worker is busy. */
static bool socket_answers(const char *program)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int n = snprintf(to.sun_path, sizeof(to.sun_path), "%s/%s.sock", cfg.run_dir, program);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return false;
	bool there = n > 0 && (size_t)n < sizeof(to.sun_path) &&
		     connect(fd, (const struct sockaddr *)&to, sizeof(to)) == 0;
	(void)close(fd);
	return there;
}

/* All of a kind that programs.hdf names, and whether they are up: what never was is down, too. */
static void put_kind(struct health *h, const char *what, const char *kind,
		     bool (*up)(const struct health *h, const char *name))
{
	json_key(&h->w, what);
	json_open(&h->w, '{');
	for (const char *p = page_programs(kind); *p;) {
		size_t n = strcspn(p, "\n");
		const char *name = arena_dup(h->w.buf.arena, p, n);
		health_say(h, name, up(h, name));
		p += n;
		p += *p == '\n';
	}
	json_close(&h->w, '}');
}

static bool program_answers(const struct health *h, const char *name)
{
	(void)h;
	return socket_answers(name);
}

static enum err take_beat(void *ctx, const struct row *r)
{
	buf_fmt(ctx, ",%s", r->cells[0].text);
	return OK;
}

static bool loop_beats(const struct health *h, const char *name)
{
	return str_in(name, h->beats);
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

enum err station_health(struct rq *q)
{
	struct health h = { .w = { .buf = { .arena = q->arena } }, .ok = true };
	bool db = db_ready(q->arena) == OK;
	json_open(&h.w, '{');
	health_say(&h, "database", db);
	put_kind(&h, "programs", "page", program_answers);
	if (db) {
		put_loops(&h);
		put_asides(&h);
		put_poster(&h);
		put_unsent(&h);
	}
	json_key(&h.w, "status");
	json_str(&h.w, h.ok ? "ok" : "down");
	json_close(&h.w, '}');
	reply_status(q, h.ok ? 200 : 503);
	return reply_body(q, "application/json; charset=utf-8", h.w.buf.p, h.w.buf.n);
}
