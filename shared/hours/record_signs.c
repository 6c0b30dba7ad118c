/* record_signs.c - warning signs 疑点 that the activity's own rows do not show: from how much on one
 * is remarkable, the same few people, and whoever reviewed. */
#include "record_inside.h"

#include <string.h>

#include "clock.h"
#include "ids.h"
#include "setting.h"
#include "states.h"

/* A station's own comes before the one for all. */
static struct stmt limits_q = SQL(
	"SELECT name, value"
	"  FROM setting"
	" WHERE name LIKE 'sign\\_%'"
	" UNION ALL"
	" SELECT name, value"
	"  FROM station_setting"
	" WHERE station_id = ?"
	"   AND name LIKE 'sign\\_%'");
/* Whoever of the activity has the lowest id was at every other one of the same people. */
static struct stmt few_q = SQL(
	"WITH here AS (SELECT GROUP_CONCAT(DISTINCT person_id ORDER BY person_id) AS who,"
	"       MIN(person_id) AS one, COUNT(DISTINCT person_id) AS n, MIN(served_on) AS day"
	"       FROM service_record WHERE activity_id = ?"
	"       AND state IN " RECORD_COUNTS ")"
	" SELECT COUNT(*)"
	"  FROM (SELECT GROUP_CONCAT(DISTINCT x.person_id ORDER BY x.person_id) AS who"
	"       FROM here"
	"       STRAIGHT_JOIN service_record r ON r.person_id = here.one"
	"       AND r.served_on BETWEEN here.day - INTERVAL 90 DAY AND here.day"
	"       AND r.activity_id <> ? AND r.state IN " RECORD_COUNTS
	"       STRAIGHT_JOIN service_record x ON x.activity_id = r.activity_id"
	"       AND x.state IN " RECORD_COUNTS
	"       WHERE here.n BETWEEN 2 AND ?"
	"       GROUP BY r.activity_id) o"
	"  JOIN here ON here.who = o.who");
static struct stmt hand_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	" STRAIGHT_JOIN activity a ON a.id = r.activity_id"
	"   SET r.flags = CONCAT_WS(',', NULLIF(r.flags, ''), 'one_hand')"
	" WHERE r.reviewer_id IN (a.created_by, a.published_by)"
	"   AND COALESCE(r.second_reviewer_id IN (a.created_by, a.published_by), 1)");
static struct stmt loggers_q = SQL(
	"SELECT DISTINCT r.logger_id"
	"  FROM " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	" WHERE r.logger_id IS NOT NULL"
	"   AND r.second_reviewer_id IS NULL"
	" LIMIT 50");
static struct stmt other_way_q = SQL(
	"SELECT COUNT(*)"
	"  FROM (SELECT 1 FROM service_record WHERE logger_id = ? AND logged_at >= ?"
	"       AND reviewer_id = ? LIMIT ?) x");
static struct stmt pair_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	"   SET r.flags = CONCAT_WS(',', NULLIF(r.flags, ''), 'pair')"
	" WHERE r.logger_id = ?"
	"   AND r.second_reviewer_id IS NULL");

/*
 * One calls the roll, another says yes, and nobody else ever did anything: no third member of staff
 * planned, published or rostered, nobody of the roster put their own name down, agreed to come or
 * was seen by a phone there; what leaders say of themselves is no phone that saw them. Of many
 * people some would know better.
 */
static struct stmt few_hands_q = SQL(
	"UPDATE " IDS
	" STRAIGHT_JOIN service_record r ON r.id = k.id"
	" STRAIGHT_JOIN activity a ON a.id = r.activity_id"
	"  LEFT JOIN roster w ON w.activity_id = r.activity_id AND w.person_id = r.person_id"
	"   SET r.flags = CONCAT_WS(',', NULLIF(r.flags, ''), 'few_hands')"
	" WHERE r.evidence = 'list'"
	"   AND r.second_reviewer_id IS NULL"
	"   AND a.created_by IN (r.logger_id, r.reviewer_id)"
	"   AND COALESCE(a.published_by IN (r.logger_id, r.reviewer_id), 1)"
	"   AND COALESCE(w.added_by IN (r.logger_id, r.reviewer_id), 1)"
	"   AND w.position_id IS NULL"
	"   AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.activity_id = r.activity_id"
	"       AND t.method NOT IN ('list', 'self'))"
	"   AND NOT EXISTS (SELECT 1 FROM volunteer_ask q WHERE q.purpose = 'roster'"
	"       AND q.target_id = r.activity_id AND q.state = 'accepted')"
	"   AND (SELECT COUNT(DISTINCT x.person_id) FROM service_record x"
	"       WHERE x.activity_id = r.activity_id AND x.state IN " RECORD_COUNTS ") < ?");

static enum err limit_row(void *ctx, const struct row *r)
{
	static const struct {
		const char *word;
		size_t at;
	} all[] = {
#define AT(word, usual) { #word, offsetof(struct rules_limits, word) },
		RULES_SIGNS(AT)
#undef AT
	};
	int64_t n;
	if (!setting_number(r->cells[1].text, &n) || n < 0)
		return OK;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (str_eq(r->cells[0].text + strlen("sign_"), all[i].word))
			memcpy((char *)ctx + all[i].at, &n, sizeof(n));
	return OK;
}

enum err record_limits(int64_t station_id, struct rules_limits *out)
{
	*out = rules_usual;
	return db_each(&limits_q, ARGS(A_(station_id)), limit_row, out);
}

enum err record_same_few(int64_t activity_id, size_t *n)
{
	int64_t found;
	enum err e = db_int(&few_q, ARGS(A_(activity_id), A_(activity_id), A_((int64_t)RULES_FEW)),
			    &found);
	*n = e ? 0 : (size_t)found;
	return e;
}

/* logger passed so many that the one who says yes now had logged. */
static enum err sign_pair(const struct actor *by, const char *ids, int64_t logger, int64_t limit)
{
	const char *since = clock_time(db_arena(), by->now - RULES_LOOK_BACK_DAYS * 86400LL);
	int64_t n, rows;
	enum err e = db_int(&other_way_q, ARGS(A_(by->staff), A_(since), A_(logger), A_(limit)),
			    &n);
	return e || n < limit ? e : db_affect(&pair_q, ARGS(A_(ids), A_(logger)), &rows);
}

enum err record_sign_review(const struct actor *by, const char *ids)
{
	struct rules_limits limits;
	struct ids_taken loggers = { .max = 50 };
	int64_t v[50], rows;
	size_t n = 0;
	loggers.v = v;
	loggers.n = &n;
	enum err e = db_affect(&hand_q, ARGS(A_(ids)), &rows);
	if (!e)
		e = record_limits(by->station, &limits);
	if (!e)
		e = db_affect(&few_hands_q, ARGS(A_(ids), A_(limits.few_hands)), &rows);
	if (!e && limits.pair > 0)
		e = db_each(&loggers_q, ARGS(A_(ids)), ids_take, &loggers);
	for (size_t i = 0; !e && i < n; i++)
		e = sign_pair(by, ids, v[i], limits.pair);
	return e;
}
