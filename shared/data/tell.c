/* tell.c - the rows of what somebody is told: one statement for all channels, for one person or for
 * all that a thing has. */
#include "tell.h"

#include <string.h>

#include "clock.h"
#include "config.h"
#include "phone.h"
#include "secret.h"
#include "staff.h"
#include "wake.h"

enum { NAME = 100, PLACE = 120, NOTE = 500, HOUR = 3600, DAY = 86400, NEWS_DAYS = 3 };

/* A channel has a row where its sender is set up, the person chose it and can be reached by it. Who
 * chose nothing is told by WeChat, and by SMS where there is no WeChat. The ids of a telling are
 * digests of one random number, as the statement makes several rows. */
#define TELL_HEAD \
	"INSERT INTO message (client_msg_id, station_id, person_id, event, about, target_id," \
	"       mark, channel, lane, name, happens_at, until_at, place, note, path, state," \
	"       not_before, last_at, next_at, created_at)" \
	" SELECT UNHEX(MD5(CONCAT(?, k.channel, p.id))), ?, p.id, ?, ?, ?, ?, k.channel, ?, ?," \
	"       ?, ?, ?, ?, ?, IF(k.channel = 'inbox', 'kept', 'waiting')," \
	"       IF(k.channel = 'inbox', NULL, ?), IF(k.channel = 'inbox', NULL, ?)," \
	"       IF(k.channel = 'inbox', NULL, ?), ?" \
	"  FROM ("
#define TELL_TAIL \
	") x" \
	"  JOIN person p ON p.id = x.person_id AND p.erased_at IS NULL" \
	"  LEFT JOIN message_way y ON y.person_id = p.id" \
	"  LEFT JOIN wechat_account w ON w.person_id = p.id AND w.appid = ?" \
	"  JOIN (SELECT 'inbox' AS channel UNION ALL SELECT 'wechat' UNION ALL SELECT 'sms') k" \
	" WHERE k.channel = 'inbox'" \
	"    OR (k.channel = 'wechat' AND ? AND w.id IS NOT NULL" \
	"        AND COALESCE(y.ways, 'wechat_first') IN ('wechat_first', 'both', 'wechat'))" \
	"    OR (k.channel = 'sms' AND ? AND p.phone_sealed IS NOT NULL" \
	"        AND (y.ways IN ('both', 'sms') OR (COALESCE(y.ways, 'wechat_first')" \
	"        = 'wechat_first' AND NOT (? AND w.id IS NOT NULL))))" \
	"    ON DUPLICATE KEY UPDATE id = message.id"

/* clang-format off */
static struct stmt one_q = SQL(
	"" TELL_HEAD "SELECT ? AS person_id" TELL_TAIL);
static struct stmt roster_q = SQL(
	"" TELL_HEAD "SELECT r.person_id FROM roster r"
	" WHERE r.activity_id = ? AND r.state = 'on' LIMIT 5000" TELL_TAIL);
static struct stmt applicants_q = SQL(
	"" TELL_HEAD "SELECT DISTINCT a.person_id FROM application a"
	" WHERE a.project_id = ? AND a.live_project IS NOT NULL LIMIT 5000" TELL_TAIL);
static struct stmt enrolled_q = SQL(
	"" TELL_HEAD "SELECT e.person_id FROM enrolment e"
	" WHERE e.training_id = ? AND e.state IN ('enrolled', 'waiting') LIMIT 5000" TELL_TAIL);
static struct stmt waiting_q = SQL(
	"" TELL_HEAD "SELECT DISTINCT a.person_id FROM application a"
	" WHERE a.project_id = ? AND a.state = 'waiting' LIMIT 5000" TELL_TAIL);
static struct stmt shift_q = SQL(
	"" TELL_HEAD "SELECT DISTINCT a.person_id FROM application a"
	" WHERE a.open_shift = ? LIMIT 5000" TELL_TAIL);
static struct stmt line_q = SQL(
	"" TELL_HEAD "SELECT DISTINCT a.person_id FROM application a"
	" WHERE a.activity_id = ? AND a.state = 'waiting' LIMIT 5000" TELL_TAIL);
static struct stmt noticed_q = SQL(
	"" TELL_HEAD "SELECT DISTINCT r.person_id FROM service_record r"
	" JOIN activity a ON a.id = r.activity_id AND a.notice_until <= r.notice_until"
	" WHERE r.activity_id = ? AND r.state = 'notice' LIMIT 5000" TELL_TAIL);
/* Of a team that was asked, who leads it. */
#define LEADS(m) \
	m ".left_at IS NULL AND (" m ".role = 'leader' OR NOT EXISTS (SELECT 1 FROM team_member l" \
	  " WHERE l.team_id = " m ".team_id AND l.role = 'leader' AND l.left_at IS NULL))"
#define ASKED \
	"SELECT DISTINCT COALESCE(d.person_id, m.person_id) AS person_id FROM dispatch d" \
	" LEFT JOIN team_member m ON m.team_id = d.team_id AND d.person_id IS NULL" \
	" AND " LEADS("m") " WHERE d.order_id = ? AND d.state = 'sent'"
static struct stmt asked_q = SQL(
	"" TELL_HEAD ASKED " LIMIT 100" TELL_TAIL);
static struct stmt late_q = SQL(
	"" TELL_HEAD ASKED " AND d.answer_by <= NOW() LIMIT 100" TELL_TAIL);
static struct stmt taker_q = SQL(
	"" TELL_HEAD "SELECT d.person_id FROM dispatch d"
	" WHERE d.accepted_order = ? LIMIT 1" TELL_TAIL);
static struct stmt leaders_q = SQL(
	"" TELL_HEAD "SELECT m.person_id FROM team_member m"
	" WHERE m.team_id = ? AND " LEADS("m") " LIMIT 100" TELL_TAIL);
static struct stmt team_q = SQL(
	"" TELL_HEAD "SELECT m.person_id FROM team_member m"
	" WHERE m.team_id = ? AND m.left_at IS NULL LIMIT 5000" TELL_TAIL);
static struct stmt staff_q = SQL(
	"" TELL_HEAD "SELECT DISTINCT s.person_id FROM staff_role r"
	" JOIN staff s ON s.id = r.staff_id AND s.state = 'active' AND s.person_id IS NOT NULL"
	" WHERE r.station_id = ? AND r.role = 'manager' AND " STAFF_ROLE_HOLDS_ON("r", "CURDATE()")
	" LIMIT 20" TELL_TAIL);
/* clang-format on */

static struct stmt *const sets[] = {
	[TELL_ROSTER] = &roster_q,     [TELL_APPLICANTS] = &applicants_q,
	[TELL_ENROLLED] = &enrolled_q, [TELL_WAITING] = &waiting_q,
	[TELL_NOTICED] = &noticed_q,   [TELL_ASKED] = &asked_q,
	[TELL_LATE] = &late_q,         [TELL_TEAM] = &team_q,
	[TELL_STAFF] = &staff_q,       [TELL_SHIFT] = &shift_q,
	[TELL_TAKER] = &taker_q,       [TELL_LEADERS] = &leaders_q,
	[TELL_LINE] = &line_q,
};

/* What is good to know is no reason to pay for an SMS; and what cannot wait is not kept for the
 * morning. */
static const char no_sms[] = "hours_noticed,hours_effective,objection_end,honour";
static const char at_once[] = "two_hours";
static const char
	ends_itself[] = "offer,standby,order,day_before,two_hours,changed,cancelled,leave,"
			"supervise";

bool tell_worth_sms(const char *event)
{
	return !str_in(event, no_sms);
}

int64_t tell_quiet_end(int64_t now)
{
	int64_t of_day = (now + 8 * HOUR) % DAY, from = cfg.quiet_from * HOUR,
		until = cfg.quiet_until * HOUR, midnight = now - of_day;
	bool quiet = from < until ? of_day >= from && of_day < until
				  : from > until && (of_day >= from || of_day < until);
	if (!quiet)
		return now;
	return of_day < until ? midnight + until : midnight + DAY + until;
}

static const char *cut(const struct actor *by, const char *s, size_t most)
{
	return s ? utf8_cut(by->arena, s, most) : "";
}

/* A day alone is meant whole: its last second. */
static const char *deadline(const struct actor *by, const char *until)
{
	return until && strlen(until) == 10 ? arena_fmt(by->arena, "%s 23:59:59", until) : until;
}

/* A question makes sense until its deadline, a reminder until the thing begins; news for days. */
static const char *last_moment(const struct actor *by, const struct telling *t)
{
	const char *end = t->until ? deadline(by, t->until) : t->at;
	if (end && str_in(t->event, ends_itself) && strcmp(end, actor_time(by)) > 0)
		return end;
	return clock_time(by->arena, by->now + NEWS_DAYS * DAY);
}

static enum err tell_by(const struct actor *by, const struct telling *t, struct stmt *s, int64_t of)
{
	uint8_t raw[16];
	int64_t rows,
		wechat = *cfg.wx_appid && *cfg.wx_templates,
		sms = *cfg.sms_url && tell_worth_sms(t->event),
		lane = t->urgent || str_in(t->event, at_once) ? TELL_LANE_AT_ONCE : TELL_LANE_REST;
	secret_random(raw, sizeof(raw));
	int64_t due = lane == TELL_LANE_AT_ONCE ? by->now : tell_quiet_end(by->now);
	const char *first = clock_time(by->arena, due);
	const char *seed = hex_encode(by->arena, BYTES(raw));
	enum err e = db_affect(s,
			       ARGS(A_(seed), A_(t->station ? t->station : DB_NONE), A_(t->event),
				    A_(str_or(t->about, "")), A_(t->target), A_(str_or(t->key, "")),
				    A_(lane), A_(cut(by, t->name, NAME)), A_(t->at),
				    A_(deadline(by, t->until)), A_(cut(by, t->place, PLACE)),
				    A_(cut(by, t->note, NOTE)), A_(str_or(t->path, "")), A_(first),
				    A_(last_moment(by, t)), A_(first), A_(actor_time(by)), A_(of),
				    A_(cfg.wx_appid), A_(wechat), A_(sms), A_(wechat)),
			       &rows);
	wake_loop(WAKE_MESSAGE);
	return e;
}

enum err tell(const struct actor *by, const struct telling *t)
{
	return tell_by(by, t, &one_q, t->person);
}

enum err tell_all(const struct actor *by, const struct telling *t, enum tell_whom whom, int64_t of)
{
	return tell_by(by, t, sets[whom], of);
}

static struct stmt code_q = SQL(
	"INSERT INTO message (client_msg_id, event, channel, lane, phone_sealed, words_sealed,"
	"       state, last_at, next_at, created_at)"
	" VALUES (?, ?, 'sms', ?, ?, ?, 'waiting', ?, ?, ?)");

bool tell_by_sms(void)
{
	return *cfg.sms_url != '\0';
}

/* What goes to a number; the first moment follows from the lane. */
struct to_number {
	const char *phone, *event, *words, *until;
	int64_t lane;
};

static enum err number_told(const struct actor *by, const struct to_number *t)
{
	struct bytes uid = secret_uid(by->arena);
	int64_t due = t->lane == TELL_LANE_REST ? tell_quiet_end(by->now) : by->now;
	enum err e = db_exec(&code_q,
			     ARGS(A_(uid), A_(t->event), A_(t->lane),
				  A_(secret_seal(by->arena, "message.phone", uid, t->phone)),
				  A_(secret_seal(by->arena, "message.words", uid, t->words)),
				  A_(t->until), A_(clock_time(by->arena, due)), A_(actor_time(by))),
			     NULL);
	wake_loop(WAKE_MESSAGE);
	return e;
}

enum err tell_code(const struct actor *by, const char *phone, const char *code, const char *until)
{
	return number_told(by, &(struct to_number){ phone, "code", code, until, TELL_LANE_NUMBER });
}

enum err tell_number(const struct actor *by, const char *phone, const char *event)
{
	if (!tell_by_sms())
		return OK;
	return number_told(by, &(struct to_number){ phone, event, NULL, NULL, TELL_LANE_NUMBER });
}

enum err tell_link(const struct actor *by, const char *phone, const char *event, const char *path)
{
	const char *until = clock_time(by->arena, by->now + NEWS_DAYS * DAY);
	if (!tell_by_sms() || !mobile_check(phone))
		return OK;
	return number_told(by, &(struct to_number){ phone, event, path, until, TELL_LANE_REST });
}
