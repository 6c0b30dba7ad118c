/* letter.c - 站点来信: staff write to all whom an activity, a team or a waiting list has, of a project
 * or of one shift; and what of the station's messages did not arrive. */
#include "account.h"
#include "audit.h"
#include "clock.h"
#include "config.h"
#include "tell.h"

enum { LETTERS = 10, OF_ONE = 3, DAY = 86400 };

#define TO_COLS(X, T) \
	X(T, INT, id, "x.id") \
	X(T, TEXT, name, "x.name") \
	X(T, TEXT, path, "x.path") \
	X(T, INT, people, "x.people")
ROW_DEFINE(to_row, TO_COLS);
#define TO   "SELECT " ROW_SELECT(TO_COLS) " FROM (SELECT "
#define HERE ", (SELECT COUNT(DISTINCT p.id) FROM person p JOIN "
/* As tell_all() finds them. */
static struct stmt activity_q = SQL(
	"" TO "a.id, a.title AS name, CONCAT('/activity/', a.no) AS path"
	HERE "roster r ON r.person_id = p.id WHERE r.activity_id = a.id AND r.state = 'on'"
	"       AND p.erased_at IS NULL) AS people"
	"  FROM activity a"
	" WHERE a.no = ?"
	"   AND a.station_id = ?"
	"   AND a.state IN ('published', 'running', 'recording')) x");
static struct stmt team_q = SQL(
	"" TO "t.id, t.name, CONCAT('/team/t/', LOWER(HEX(t.uid))) AS path"
	HERE "team_member m ON m.person_id = p.id WHERE m.team_id = t.id AND m.left_at IS NULL"
	"       AND p.erased_at IS NULL) AS people"
	"  FROM team t"
	" WHERE t.uid = UNHEX(?)"
	"   AND t.station_id = ?"
	"   AND t.state = 'approved') x");
static struct stmt waiting_q = SQL(
	"" TO "j.id, j.title AS name, CONCAT('/recruit/', j.no) AS path"
	HERE "application a ON a.person_id = p.id WHERE a.project_id = j.id"
	"       AND a.state = 'waiting' AND p.erased_at IS NULL) AS people"
	"  FROM project j"
	" WHERE j.no = ?"
	"   AND j.station_id = ?"
	"   AND j.state IN ('recruiting', 'running')) x");

static struct stmt line_q = SQL(
	"" TO "a.id, a.title AS name, CONCAT('/recruit/shift/', a.no) AS path"
	HERE "application w ON w.person_id = p.id WHERE w.activity_id = a.id"
	"       AND w.state = 'waiting' AND p.erased_at IS NULL) AS people"
	"  FROM activity a"
	"  JOIN shift s ON s.activity_id = a.id"
	" WHERE a.no = ?"
	"   AND a.station_id = ?"
	"   AND a.state = 'published') x");

/* {of} of the address. back: its page at the desk. */
static const struct letter_kind {
	const char *of, *about, *back;
	struct stmt *find;
	enum tell_whom whom;
} kinds[] = { { "roster", "activity", "/activity/manage/", &activity_q, TELL_ROSTER },
	      { "team", "team", "/team/desk/", &team_q, TELL_TEAM },
	      { "waiting", "project", "/recruit/manage/", &waiting_q, TELL_WAITING },
	      { "shift", "activity", "/activity/manage/", &line_q, TELL_LINE } };

#define LETTER_IN(X, T) X(T, TEXT, words, 2, 300)
FORM_DEFINE(letter_in, LETTER_IN);

struct letter {
	struct rq *q;
	const struct letter_kind *kind;
	struct to_row to;
	const char *words, *key;
};

static enum err letter_to(struct rq *q, struct letter *l)
{
	l->q = q;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(kinds[i].of, arg(q, 0)))
			l->kind = &kinds[i];
	if (!l->kind)
		return ERR_NOT_FOUND;
	return row_one(l->kind->find, ARGS(A_(arg(q, 1)), A_(q->station)), to_row_cols, &l->to);
}

enum err letter_form(struct rq *q)
{
	struct letter l = { .q = q };
	enum err e = letter_to(q, &l);
	if (e)
		return e;
	put(q, "To.of", l.kind->of);
	put(q, "To.name", l.to.name);
	put_int(q, "To.people", l.to.people);
	put(q, "To.back", arena_fmt(q->arena, "%s%s", l.kind->back, arg(q, 1)));
	form_key(q, "letter");
	return page(q, "account/letter.cs");
}

/* The same form sent twice is the same letter. */
static enum err letter_tx(void *ctx)
{
	const struct letter *l = ctx;
	struct rq *q = l->q;
	struct telling t = { .event = "letter",
			     .station = q->station,
			     .about = l->kind->about,
			     .target = l->to.id,
			     .key = l->key,
			     .name = l->to.name,
			     .note = l->words,
			     .path = l->to.path };
	enum err e = tell_all(&q->actor, &t, l->kind->whom, l->to.id);
	return e ? e
		 : audit(&q->actor, "message.letter", l->kind->about, l->to.id,
			 arena_fmt(q->arena, "%lld", (long long)l->to.people));
}

static enum err letter_limits(struct rq *q, const struct letter *l)
{
	enum err e = throttle(q, "letter", arena_fmt(q->arena, "%lld", (long long)q->staff),
			      LETTERS, DAY);
	if (!e)
		e = throttle(q, "letter_to",
			     arena_fmt(q->arena, "%s %lld", l->kind->of, (long long)l->to.id),
			     OF_ONE, DAY);
	if (e != ERR_THROTTLED)
		return e;
	form_error(q, "words", "letters_many");
	return ERR_FORM;
}

static enum err letter_sent(struct rq *q, const struct letter *l)
{
	return see(q, "/account/letter/%s/%s?done=letter_sent", l->kind->of, arg(q, 1));
}

enum err letter_send(struct rq *q)
{
	struct letter_in in;
	struct letter l = { .q = q };
	struct bytes uid;
	enum err e = letter_to(q, &l);
	if (!e)
		e = form_key_uid(q, "letter", &uid);
	if (!e && !form_read(q, letter_in_fields, &in))
		e = ERR_FORM;
	if (!e && !l.to.people) {
		form_error(q, "words", "letter_nobody");
		e = ERR_FORM;
	}
	if (e)
		return e;
	l.words = in.words;
	l.key = hex_encode(q->arena, uid);
	/* Sent before: neither another row of the audit, nor another one of those a day. */
	e = throttle_left(q, "letter_once", l.key, 1, DAY);
	if (e == ERR_THROTTLED)
		return letter_sent(q, &l);
	if (!e)
		e = letter_limits(q, &l);
	if (!e)
		e = db_tx(letter_tx, &l);
	if (!e)
		e = throttle(q, "letter_once", l.key, 1, DAY);
	return e && e != ERR_THROTTLED ? e : letter_sent(q, &l);
}

static struct stmt undelivered_q = SQL(
	"SELECT m.channel, m.state, COALESCE(m.reason, '') AS reason, COUNT(*) AS n,"
	"       MIN(m.created_at) AS oldest"
	"  FROM message m"
	" WHERE m.station_id = ?"
	"   AND m.channel IN ('wechat', 'sms')"
	"   AND m.state IN ('waiting', 'sending', 'unsure', 'given_up')"
	"   AND m.created_at >= ?"
	" GROUP BY m.channel, m.state, COALESCE(m.reason, '')"
	" ORDER BY m.channel DESC, m.state DESC, n DESC, reason"
	" LIMIT 50");

/* By channel and reason; whose they are is nobody's business here. */
enum err undelivered(struct rq *q)
{
	enum { DAYS = 30 };
	enum err e = put_query(
		q, "Undelivered", &undelivered_q,
		ARGS(A_(q->station), A_(clock_time(q->arena, q->now - (int64_t)DAYS * DAY))));
	put_int(q, "On.wechat", *cfg.wx_appid && *cfg.wx_templates ? 1 : DB_NONE);
	put_int(q, "On.sms", tell_by_sms() ? 1 : DB_NONE);
	return e ? e : page(q, "account/undelivered.cs");
}
