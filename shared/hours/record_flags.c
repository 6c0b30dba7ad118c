/* record_flags.c - the facts behind the warning signs 疑点 of an activity's records. */
#include "record_inside.h"

#include "clock.h"
#include "setting.h"
#include "states.h"

/* Whoever logged so many in so many days, more than half of them 补录, logs late. */
enum { LOGGED = 10 };

/* Whoever vouched: the leader who confirmed, or whose phone took the scan. */
#define VOUCHED(r, i) "COALESCE(" r ".leader_id, " i ".leader_id)"
#define MUTUAL \
	"(SELECT COUNT(*) FROM service_record x LEFT JOIN attendance h" \
	" ON h.activity_id = x.activity_id AND h.person_id = x.person_id AND h.direction = 'in'" \
	" WHERE x.person_id = " VOUCHED("r", \
					"i") " AND x.state IN " RECORD_COUNTS \
					     " AND x.served_on > r.served_on - INTERVAL 90 DAY" \
					     " AND " VOUCHED("x", "h") " = r.person_id)"
#define OF_PICTURE(what) \
	"(SELECT " what " FROM backfill_proof b JOIN document d ON d.id = b.document_id" \
	" WHERE b.record_id = r.id)"
#define ELSEWHERE \
	"EXISTS (SELECT 1 FROM backfill_proof y JOIN service_record z ON z.id = y.record_id" \
	" WHERE y.document_id = d.like_id AND z.activity_id <> r.activity_id)"
/* The same bytes, kept here or at another station, prove an hour of another activity. */
#define PROVES_MORE \
	"EXISTS (SELECT 1 FROM backfill_proof b JOIN document d ON d.id = b.document_id" \
	" JOIN document e ON e.sha256 = d.sha256 JOIN backfill_proof y ON y.document_id = e.id" \
	" JOIN service_record z ON z.id = y.record_id AND z.activity_id <> r.activity_id" \
	" AND z.state IN " RECORD_COUNTS " WHERE b.record_id = r.id)"
/* How often this volunteer was at this household by then. */
#define ONE_HOME \
	"(SELECT COUNT(*) FROM home_service y WHERE y.person_id = m.person_id AND y.household_id " \
	"= " \
	"m.household_id AND y.confirmed_at > m.confirmed_at - INTERVAL 90 DAY AND " \
	"y.confirmed_at <= m.confirmed_at)"
/* Codes of its card that were typed in the day before it. */
#define CARD_RUN \
	"(SELECT COUNT(*) FROM code_card_use u WHERE u.card_id = m.card_id AND u.home_service_id " \
	"IS NOT NULL AND u.typed_at > m.confirmed_at - INTERVAL 1 DAY AND " \
	"u.typed_at <= m.confirmed_at)"
#define SIGN_COLS(X, T) \
	X(T, INT, id, "r.id") \
	X(T, INT, station_id, "r.station_id") \
	X(T, TEXT, state, "r.state") \
	X(T, TEXT, flags, "r.flags") \
	X(T, TEXT, evidence, "r.evidence") \
	X(T, INT, minutes, "r.minutes") \
	X(T, INT, offline, "r.offline") \
	X(T, INT, typed, \
	  "COALESCE(r.minutes > (SELECT b.minutes FROM service_record b WHERE b.id = " \
	  "r.replaces_id), 0)") \
	X(T, TEXT, day, "r.served_on") \
	X(T, INT, from, "CAST(TIME_TO_SEC(TIME(r.starts_at)) DIV 60 AS SIGNED)") \
	X(T, INT, to, "TIMESTAMPDIFF(MINUTE, r.served_on, r.ends_at)") \
	X(T, INT, after, "DATEDIFF(r.logged_at, r.served_on)") \
	X(T, INT, logger_id, "r.logger_id") \
	X(T, TEXT, birth_on, "p.birth_on") \
	X(T, INT, left, "CAST(UNIX_TIMESTAMP(o.at) DIV 60 AS SIGNED)") \
	X(T, TEXT, device, "HEX(i.device_hash)") \
	X(T, TEXT, near_in, "i.nearness") \
	X(T, TEXT, near_out, "o.nearness") \
	X(T, INT, unannounced, "a.published_at IS NULL") \
	X(T, INT, ahead, \
	  "IF(a.published_at IS NULL, NULL, TIMESTAMPDIFF(MINUTE, w.added_at, a.starts_at))") \
	X(T, INT, known, \
	  "IF(v.registered_by IS NOT NULL AND p.phone_index IS NULL, DATEDIFF(r.served_on, " \
	  "v.registered_at), NULL)") \
	X(T, INT, mutual, MUTUAL) \
	X(T, INT, proof_again, "r.evidence = 'backfill' AND " PROVES_MORE) \
	X(T, TEXT, met, "m.signs") \
	X(T, INT, one_home, ONE_HOME) \
	X(T, INT, card_run, CARD_RUN) \
	X(T, INT, side, OF_PICTURE("MIN(d.side)")) \
	X(T, INT, alike, OF_PICTURE("MAX(IF(" ELSEWHERE ", d.like_bits, 0))"))
ROW_DEFINE(sign, SIGN_COLS);
static struct stmt signs_q = SQL(
	"SELECT " ROW_SELECT(SIGN_COLS)
	"  FROM service_record r"
	"  JOIN activity a ON a.id = r.activity_id"
	"  JOIN person p ON p.id = r.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = r.person_id"
	"  LEFT JOIN roster w ON w.activity_id = r.activity_id AND w.person_id = r.person_id"
	"  LEFT JOIN home_service m ON m.record_id = r.id"
	"  LEFT JOIN attendance i ON i.activity_id = r.activity_id AND i.person_id = r.person_id"
	"       AND i.direction = 'in'"
	"  LEFT JOIN attendance o ON o.activity_id = r.activity_id AND o.person_id = r.person_id"
	"       AND o.direction = 'out'"
	" WHERE r.activity_id = ?"
	"   AND r.state IN " RECORD_COUNTS
	" ORDER BY r.id"
	" LIMIT 2000");
static struct stmt logged_q = SQL(
	"SELECT COUNT(*) AS n"
	"  FROM service_record"
	" WHERE logger_id = ?"
	"   AND logged_at >= ?"
	" HAVING n >= ?"
	"   AND SUM(evidence = 'backfill') * 2 > n");
/* What was published was declared on that day at the latest. */
static struct stmt ahead_q = SQL(
	"SELECT a.station_id, GREATEST(COALESCE(a.planned, 0),"
	"       (SELECT COUNT(*) FROM roster o WHERE o.activity_id = a.id AND o.state = 'on')),"
	"       DATEDIFF(a.starts_at, COALESCE(a.declared_on, a.published_at, ?))"
	"  FROM activity a"
	" WHERE a.id = ?");
static struct stmt set_q = SQL(
	"UPDATE service_record"
	"   SET flags = ?"
	" WHERE id = ?"
	"   AND flags <> ?");

struct flagging {
	const struct actor *by;
	struct sign *v;
	size_t n;
	int64_t logger; /* the last one asked after, and what was found */
	bool mostly_late;
	bool undeclared;
	size_t same_few;
	struct rules_limits limits;
};

/* How many rows agree with this one, itself included. */
static size_t alike(const struct flagging *f, const struct sign *s,
		    bool (*same)(const struct sign *a, const struct sign *b))
{
	size_t n = 0;
	for (size_t i = 0; i < f->n; i++)
		n += same(s, &f->v[i]);
	return n;
}

static bool same_minute(const struct sign *a, const struct sign *b)
{
	return a->left != DB_NONE && a->left == b->left && str_eq(b->evidence, "scan");
}

static bool equal_minutes(const struct sign *a, const struct sign *b)
{
	return a->minutes == b->minutes && a->from == b->from && str_eq(a->evidence, b->evidence);
}

static bool same_device(const struct sign *a, const struct sign *b)
{
	return a->device && str_eq(a->device, b->device);
}

static enum err mostly_backfill(struct flagging *f, const struct sign *s, bool *yes)
{
	*yes = false;
	if (s->logger_id == DB_NONE)
		return OK;
	if (f->logger != s->logger_id) {
		int64_t n;
		int64_t since = f->by->now - RULES_LOOK_BACK_DAYS * 86400LL;
		enum err e = db_int(
			&logged_q,
			ARGS(A_(s->logger_id), A_(clock_time(db_arena(), since)), A_(LOGGED)), &n);
		if (e && e != ERR_NOT_FOUND)
			return e;
		f->logger = s->logger_id;
		f->mostly_late = !e;
	}
	*yes = f->mostly_late;
	return OK;
}

static enum err flag_one(struct flagging *f, const struct sign *s)
{
	struct rules_signs signs = { .evidence = s->evidence,
				     .day = s->day,
				     .from = s->from,
				     .to = s->to,
				     .days_after = s->after,
				     .birth_on = s->birth_on,
				     .near_in = s->near_in,
				     .near_out = s->near_out,
				     .left_at_once = alike(f, s, same_minute),
				     .equal = alike(f, s, equal_minutes),
				     .one_device = alike(f, s, same_device),
				     .long_day = str_in("long_day", s->flags),
				     .offline = s->offline == 1,
				     .undeclared = f->undeclared,
				     .typed = s->typed == 1,
				     .proof_again = s->proof_again == 1,
				     .unannounced = s->unannounced == 1,
				     .rostered = s->ahead != DB_NONE,
				     .ahead = s->ahead,
				     .desk_made = s->known != DB_NONE,
				     .known = s->known,
				     .mutual = s->mutual > 0 ? (size_t)s->mutual : 0,
				     .picture = s->side != DB_NONE,
				     .side = s->side,
				     .alike = s->alike == DB_NONE ? 0 : s->alike,
				     .same_few = f->same_few,
				     .met = s->met,
				     .card_run = s->card_run > 0 ? (size_t)s->card_run : 0,
				     .one_home = s->one_home > 0 ? (size_t)s->one_home : 0 };
	int64_t rows;
	enum err e = mostly_backfill(f, s, &signs.late_logger);
	if (e)
		return e;
	const char *flags = rules_flags(db_arena(), &signs, &f->limits);
	return db_affect(&set_q, ARGS(A_(flags), A_(s->id), A_(flags)), &rows);
}

struct ahead {
	int64_t station, people, days;
};

static enum err ahead_row(void *ctx, const struct row *r)
{
	*(struct ahead *)ctx = (struct ahead){ r->cells[0].i, r->cells[1].i, r->cells[2].i };
	return OK;
}

enum err record_undeclared(const struct actor *by, int64_t activity_id, bool *yes)
{
	struct ahead a = { 0, 0, 0 };
	int64_t people, days;
	enum err e = db_each(&ahead_q, ARGS(A_(actor_today(by)), A_(activity_id)), ahead_row, &a);
	if (!e)
		e = setting_rule(a.station, "activity_declare_from", 0, &people);
	if (!e)
		e = setting_rule(a.station, "activity_declare_days", 0, &days);
	*yes = !e && people > 0 && a.people >= people && a.days < days;
	return e;
}

enum err record_flag(const struct actor *by, int64_t activity_id)
{
	struct flagging f = { .by = by, .logger = DB_NONE };
	enum err e = record_undeclared(by, activity_id, &f.undeclared);
	if (e)
		return e;
	e = row_all(&signs_q, ARGS(A_(activity_id)), sign_cols, sizeof(*f.v), &f.v, &f.n);
	if (!e && f.n)
		e = record_limits(f.v[0].station_id, &f.limits);
	if (!e && f.n)
		e = record_same_few(activity_id, &f.same_few);
	for (size_t i = 0; !e && i < f.n; i++)
		if (str_eq(f.v[i].state, "to_review"))
			e = flag_one(&f, &f.v[i]);
	return e ? e : activity_counted(activity_id);
}
