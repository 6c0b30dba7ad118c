/* safeguard.c - policies, agreements and ages asked for an activity, its day and its people. */
#include "safeguard.h"

#include "config.h"
#include "str.h"

static struct stmt person_q = SQL(
	"SELECT " SAFE_WORD("? OR COALESCE(o.company, '') <> ''")
	"  FROM activity a"
	"  JOIN person w ON w.id = ?"
	"  JOIN " SAFE_ASKED
	"  LEFT JOIN roster o ON o.activity_id = a.id AND o.person_id = w.id"
	" WHERE a.id = ?");
static struct stmt guarded_q = SQL(
	"SELECT COALESCE(w.birth_on <= ? - INTERVAL ? YEAR, 1) OR " SAFE_GUARDED("w.id")
	"  FROM person w"
	" WHERE w.id = ?");
/* What nobody could have; then what somebody lacks. */
static struct stmt roster_q = SQL(
	"SELECT CASE WHEN a.dangerous = 1 AND NOT " SAFE_POLICY("i.insured > 0")
	"       THEN 'no_policy'"
	"       WHEN " SAFE_AGREEMENT " AND " AGREEMENT_TEXT("a.station_id") " IS NULL"
	"       THEN 'no_text'"
	"       ELSE COALESCE((SELECT CONCAT(NULLIF(" SAFE_WORD("o.company <> ''") ", ''),"
	"       '_people') AS word FROM roster o JOIN person w ON w.id = o.person_id"
	"       WHERE o.activity_id = a.id AND o.state = 'on'"
	"       HAVING word IS NOT NULL LIMIT 1), '') END"
	"  FROM activity a"
	"  JOIN " SAFE_ASKED
	" WHERE a.id = ?");

enum err safe_guarded(int64_t person, const char *day, bool *yes)
{
	int64_t n;
	enum err e = db_int(&guarded_q, ARGS(A_(day), A_(cfg.guardian_age), A_(person)), &n);
	if (!e)
		*yes = n != 0;
	return e;
}

static enum err safe_word(struct stmt *s, struct args a, const char **lacks)
{
	const char *word;
	enum err e = db_text(s, a, &word);
	if (!e)
		*lacks = word && *word ? word : NULL;
	return e;
}

enum err safe(const struct safe_ask *s, const char **lacks)
{
	return safe_word(&person_q,
			 ARGS(A_((int64_t)s->company), A_(s->person), A_(s->at), A_(s->activity)),
			 lacks);
}

enum err safe_roster(int64_t activity, const char *at, const char **lacks)
{
	return safe_word(&roster_q, ARGS(A_(at), A_(activity)), lacks);
}
