/* front.c - what everybody sees: the page of a station, with its telephone first; and the way to it
 * for who has none yet. Names stand here with their owners' consent, in the order of names, and
 * never by hours. */
#include <string.h>

#include "clock.h"
#include "code.h"
#include "session.h"
#include "station.h"

enum { YEAR = 365 * 86400, FIND_MAX = 40, LOOKS = 60, MINUTE = 60 };

/* One station with its points; NULL: all of them. */
#define OURS "(? IS NULL OR s.id = ? OR s.parent_id = ?)"
static struct stmt open_q = SQL(
	"SELECT p.no, p.title, s.name AS station, p.place, p.starts_on, p.ends_on, p.recruit_to,"
	"       SUM(o.wanted) AS wanted, SUM(o.wanted - o.taken) AS places"
	"  FROM project p"
	"  JOIN station s ON s.id = p.station_id"
	"  JOIN position o ON o.project_id = p.id"
	" WHERE p.state = 'recruiting'"
	"   AND p.recruit_scope = 'public'"
	"   AND p.recruit_from <= ?"
	"   AND p.recruit_to >= ?"
	"   AND " OURS
	" GROUP BY p.id"
	" ORDER BY p.recruit_to, p.id"
	" LIMIT 8");
/* What comes next and is open for sign-up. */
static struct stmt shifts_q = SQL(
	"SELECT b.no, b.title, b.starts_at, b.ends_at, b.place, h.mode, h.wanted,"
	"       h.wanted - h.taken AS places"
	"  FROM activity b"
	"  JOIN shift h ON h.activity_id = b.id"
	"  JOIN project p ON p.id = h.project_id AND p.state IN ('recruiting', 'running')"
	"       AND p.recruit_scope = 'public'"
	"  JOIN station s ON s.id = h.station_id"
	" WHERE b.state = 'published'"
	"   AND b.starts_at > ?"
	"   AND h.closes_at > ?"
	"   AND h.opens_at <= ?"
	"   AND " OURS
	" ORDER BY b.starts_at, b.id"
	" LIMIT 4");
static struct stmt surveys_q = SQL(
	"SELECT v.code, v.title, s.name AS station"
	"  FROM survey v"
	"  JOIN station s ON s.id = v.station_id"
	" WHERE v.state = 'open'"
	"   AND (v.closes_on IS NULL OR v.closes_on >= ?)"
	"   AND " OURS
	" ORDER BY v.id DESC"
	" LIMIT 5");
static struct stmt notices_q = SQL(
	"SELECT a.no, a.title, s.name AS station, a.notice_until"
	"  FROM activity a"
	"  JOIN station s ON s.id = a.station_id"
	" WHERE a.state = 'notice'"
	"   AND " OURS
	" ORDER BY a.notice_until, a.id"
	" LIMIT 8");
/* Who served, the last to register first, up to so many looked at; put in the order of names. */
#define NAMED \
	"   AND p.erased_at IS NULL" \
	"   AND EXISTS (SELECT 1 FROM consent c WHERE c.person_id = p.id" \
	"       AND c.purpose = 'public_name' AND c.withdrawn_at IS NULL) = 1"
static struct stmt thanks_q = SQL(
	"SELECT p.name, v.star"
	"  FROM (SELECT person_id, star FROM volunteer FORCE INDEX (volunteer_home)"
	"       WHERE station_id = ? AND served_minutes > 0 ORDER BY person_id DESC LIMIT 60) v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE TRUE"
	NAMED
	" ORDER BY COALESCE(p.name_pinyin, p.name), p.name"
	" LIMIT 8");
static struct stmt thanks_all_q = SQL(
	"SELECT p.name, v.star"
	"  FROM (SELECT person_id, star FROM volunteer FORCE INDEX (PRIMARY)"
	"       WHERE served_minutes > 0 ORDER BY person_id DESC LIMIT 60) v"
	"  JOIN person p ON p.id = v.person_id"
	" WHERE TRUE"
	NAMED
	" ORDER BY COALESCE(p.name_pinyin, p.name), p.name"
	" LIMIT 8");
static struct stmt figures_q = SQL(
	"SELECT (SELECT COALESCE(SUM(n), 0) FROM volunteer_count"
	"       WHERE of_state = 'active' AND (? IS NULL OR station_id = ?)) AS volunteers,"
	"       (SELECT COUNT(*) FROM station WHERE state = 'open') AS stations,"
	"       (SELECT FORMAT(COALESCE(SUM(minutes), 0) / 60, 0) FROM station_month"
	"       WHERE ? IS NULL OR station_id = ?) AS hours");
static struct stmt news_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, kind, title, DATE(published_at) AS day"
	"  FROM announcement"
	" WHERE station_id = ?"
	"   AND published_at IS NOT NULL"
	"   AND (until IS NULL OR until >= ?)"
	" ORDER BY published_at DESC, id DESC"
	" LIMIT 5");
static struct stmt cases_q = SQL(
	"SELECT LOWER(HEX(uid)) AS uid, kind, title, published_on"
	"  FROM typical_case"
	" WHERE station_id = ?"
	"   AND state = 'published'"
	" ORDER BY published_on DESC, id DESC"
	" LIMIT 3");
static struct stmt reports_q = SQL(
	"SELECT year"
	"  FROM year_report"
	" WHERE station_id = ?"
	"   AND state = 'published'"
	" ORDER BY year DESC"
	" LIMIT 3");
static struct stmt points_q = SQL(
	"SELECT no, name, address"
	"  FROM station"
	" WHERE parent_id = ?"
	"   AND state = 'open'"
	" ORDER BY no"
	" LIMIT 20");
static struct stmt by_no_q = SQL(
	"SELECT id"
	"  FROM station"
	" WHERE no = ?"
	"   AND state = 'open'");
static struct stmt find_q = SQL(
	"SELECT s.no, s.name, s.address, s.phone, r.full_name AS region"
	"  FROM station s"
	"  JOIN region r ON r.code = s.region_code"
	" WHERE s.state = 'open'"
	"   AND (s.name LIKE ? OR s.address LIKE ? OR r.full_name LIKE ?)"
	" ORDER BY s.no"
	" LIMIT 20");
static struct stmt some_q = SQL(
	"SELECT s.no, s.name, s.address, s.phone, r.full_name AS region"
	"  FROM station s"
	"  JOIN region r ON r.code = s.region_code"
	" WHERE s.state = 'open'"
	" ORDER BY s.no"
	" LIMIT 8");
/* station: DB_NONE for all of them. */
static enum err put_front(struct rq *q, int64_t station)
{
	const char *today = clock_day(q->arena, q->now), *now = clock_time(q->arena, q->now);
	int64_t s = station;
	bool one = station != DB_NONE;
	enum err e = one ? put_station(q, s) : OK;
	if (!e)
		e = put_query(q, "Open", &open_q, ARGS(A_(today), A_(today), A_(s), A_(s), A_(s)));
	if (!e)
		e = put_query(q, "Shifts", &shifts_q,
			      ARGS(A_(now), A_(now), A_(now), A_(s), A_(s), A_(s)));
	if (!e)
		e = put_query(q, "Surveys", &surveys_q, ARGS(A_(today), A_(s), A_(s), A_(s)));
	if (!e)
		e = put_query(q, "Notices", &notices_q, ARGS(A_(s), A_(s), A_(s)));
	if (!e)
		e = one ? put_query(q, "Honours", &thanks_q, ARGS(A_(s)))
			: put_query(q, "Honours", &thanks_all_q, NO_ARGS);
	if (!e)
		e = put_one(q, "Figures", &figures_q, ARGS(A_(s), A_(s), A_(s), A_(s)));
	if (!e && one)
		e = put_query(q, "News", &news_q, ARGS(A_(s), A_(today)));
	if (!e && one)
		e = put_query(q, "Cases", &cases_q, ARGS(A_(s)));
	if (!e && one)
		e = put_query(q, "Reports", &reports_q, ARGS(A_(s)));
	if (!e && one)
		e = put_query(q, "Points", &points_q, ARGS(A_(s)));
	return e;
}

/* "%word%"; % and _ are letters like others. */
static const char *holding(struct arena *a, const char *word)
{
	struct buf b = { .arena = a };
	buf_char(&b, '%');
	for (; *word; word++) {
		if (*word == '%' || *word == '_' || *word == '\\')
			buf_char(&b, '\\');
		buf_char(&b, *word);
	}
	buf_char(&b, '%');
	return b.p;
}

/* Who has no station yet looks for one, by a part of its name, its address or its community. */
static enum err put_finder(struct rq *q)
{
	const char *words = query(q, "q");
	put_int(q, "Find", 1);
	if (!words || !*words || utf8_count(words) > FIND_MAX)
		return put_query(q, "Stations", &some_q, NO_ARGS);
	enum err e = throttle(q, "station-find", q->remote, LOOKS, MINUTE);
	if (e)
		return e;
	const char *like = holding(q->arena, words);
	put(q, "Words", words);
	return put_query(q, "Stations", &find_q, ARGS(A_(like), A_(like), A_(like)));
}

enum err station_front(struct rq *q)
{
	int64_t station = 0;
	bool find = query(q, "find") || query(q, "q");
	enum err e = find ? OK : station_around(q, &station);
	if (!e)
		e = put_front(q, station ? station : DB_NONE);
	if (!e && !station)
		e = put_finder(q);
	if (e)
		return e;
	if (!q->who.session_id && !query(q, "q"))
		reply_cache(q, 10);
	return page(q, "station/front.cs");
}

enum err front_station(struct rq *q, int64_t *station)
{
	const char *no = arg(q, 0);
	size_t n = strlen(no);
	if (!n || n > 6 || strspn(no, "0123456789") != n)
		return ERR_NOT_FOUND;
	return db_int(&by_no_q, ARGS(A_(no)), station);
}

/* The address on the poster: from now on it is this visitor's station. */
enum err station_own_front(struct rq *q)
{
	int64_t station;
	enum err e = front_station(q, &station);
	if (!e)
		e = put_front(q, station);
	if (e)
		return e;
	reply_cookie(q, "station", got(q, "Station.no"), YEAR);
	return page(q, "station/front.cs");
}

enum err station_help(struct rq *q)
{
	reply_cache(q, 60);
	return page(q, "station/help.cs");
}
