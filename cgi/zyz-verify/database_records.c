/* database_records.c - the records of a running station, read once: beside their events (records.h)
 * and as the hours that rules are asked of (facts.h). */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "facts.h"
#include "records.h"

/* The columns are those of the canonical fields, from the uid to the day it took effect. A record
 * of somebody who was merged into another belongs to the one, and is proved as the other's. */
#define RECORD_COLS \
	"SELECT r.uid, r.version, r.no, s.no, a.no, r.served_on, r.starts_at, r.ends_at, " \
	"r.minutes, r.evidence, r.offline, r.category, r.activity_published_at, r.logged_at, " \
	"r.logger_id, r.reviewer_id, r.second_reviewer_id, r.reviewed_at, r.notice_until, " \
	"r.effective_at, r.ended_at, r.state, p.uid, p.commit_salt, p.erased_at IS NOT NULL, " \
	"r.proved_as IS NULL OR EXISTS (SELECT 1 FROM person_merge m WHERE m.gone_id = p.id " \
	"AND m.state = 'done' AND p.merged_into = r.person_id AND m.handled_by <> m.asked_by)"
/* What an hour has besides. */
#define HOUR_COLS \
	", r.person_id, r.activity_id, a.starts_at, a.ends_at, a.published_at, " \
	"r.evidence = 'backfill' OR (r.flags <> '' AND (FIND_IN_SET('long_day', r.flags) OR " \
	"FIND_IN_SET('far', r.flags) OR FIND_IN_SET('typed', r.flags) OR " \
	"FIND_IN_SET('staff_code', r.flags) OR FIND_IN_SET('own_code', r.flags))), "
#define RECORD_FROM \
	" FROM service_record r LEFT JOIN station s ON s.id = r.station_id " \
	"LEFT JOIN activity a ON a.id = r.activity_id " \
	"LEFT JOIN person p ON p.id = COALESCE(r.proved_as, r.person_id)"
enum {
	C_VERSION = 1,
	C_NO,
	C_FROM = 6,
	C_TO,
	C_EVIDENCE = 9,
	C_LOGGER = 14,
	C_REVIEWER,
	C_SECOND,
	C_NOTICE = 18,
	C_EFFECTIVE,
	C_ENDED,
	C_STATE,
	C_PERSON_UID,
	C_SALT,
	C_ERASED,
	C_THEIRS,
	C_PERSON,
	C_ACTIVITY,
	C_BEGINS,
	C_ENDS,
	C_PUBLISHED,
	C_TWO,
	C_MARKED
};
enum { BEIJING = 8 * 3600, DAY = 86400 };

static int64_t number(const char *s)
{
	return s ? strtoll(s, NULL, 10) : 0;
}

/* So many digits from p on; what is none ends it. */
static int64_t digits(const char *p, size_t n)
{
	int64_t v = 0;
	for (; n && *p >= '0' && *p <= '9'; n--)
		v = v * 10 + *p++ - '0';
	return v;
}

/* 20261129 of "2026-11-29 08:00:00"; 0 of NULL. */
static int64_t day_number(const char *s)
{
	if (!s || strlen(s) < strlen("2026-11-29"))
		return 0;
	return digits(s, 4) * 10000 + digits(s + 5, 2) * 100 + digits(s + 8, 2);
}

/* Unix seconds of "2026-11-29 08:00:00" in Beijing; 0 of NULL. The calendar repeats every 400
 * years; its years begin in March here. */
static int64_t seconds(const char *s)
{
	int64_t ymd = day_number(s), month = ymd / 100 % 100;
	int64_t year = ymd / 10000 - (month <= 2), era = year / 400, of_era = year - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + ymd % 100 - 1;
	int64_t days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
	if (!ymd || strlen(s) < strlen("2026-11-29 08:00:00"))
		return 0;
	return days * DAY + digits(s + 11, 2) * 3600 + digits(s + 14, 2) * 60 + digits(s + 17, 2) -
	       BEIJING;
}

struct reading {
	struct records *records; /* NULL: not asked for */
	struct facts *facts;     /* likewise */
};

static void hour_row(struct facts *f, MYSQL_ROW row)
{
	const char *state = row[C_STATE];
	bool waits = !strcmp(state, "to_review") || !strcmp(state, "notice") ||
		     !strcmp(state, "disputed") || !strcmp(state, "effective");
	bool ended = !strcmp(state, "corrected") || !strcmp(state, "withdrawn");
	if (!waits && !row[C_EFFECTIVE])
		return;
	struct hour h = { .state = ended ? 'x' : state[0],
			  .evidence = row[C_EVIDENCE][0],
			  .version = number(row[C_VERSION]),
			  .person = number(row[C_PERSON]),
			  .activity = number(row[C_ACTIVITY]),
			  .logger = number(row[C_LOGGER]),
			  .reviewer = number(row[C_REVIEWER]),
			  .second = number(row[C_SECOND]),
			  .from = seconds(row[C_FROM]),
			  .to = seconds(row[C_TO]),
			  .begins = seconds(row[C_BEGINS]),
			  .ends = seconds(row[C_ENDS]),
			  .published = seconds(row[C_PUBLISHED]),
			  .noticed = day_number(row[C_NOTICE]),
			  .effective = day_number(row[C_EFFECTIVE]),
			  .two = number(row[C_TWO]) == 1,
			  .marked = number(row[C_MARKED]) == 1 };
	(void)snprintf(h.no, sizeof(h.no), "%s", row[C_NO]);
	facts_hour(f, &h);
}

static bool record_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	const struct reading *r = ctx;
	struct record_in in;
	if (r->facts)
		hour_row(r->facts, row);
	if (!r->records)
		return true;
	for (size_t i = 0; i < RECORD_PARTS; i++)
		in.parts[i] = (struct part){ (const uint8_t *)row[i], row[i] ? n[i] : 0 };
	in.ended = (struct part){ (const uint8_t *)row[C_ENDED], row[C_ENDED] ? n[C_ENDED] : 0 };
	in.state = row[C_STATE];
	in.person = (struct part){ (const uint8_t *)row[C_PERSON_UID],
				   row[C_PERSON_UID] ? n[C_PERSON_UID] : 0 };
	in.salt = (struct part){ (const uint8_t *)row[C_SALT], row[C_SALT] ? n[C_SALT] : 0 };
	in.erased = row[C_ERASED][0] == '1';
	in.theirs = row[C_THEIRS][0] == '1';
	records_add(r->records, &in);
	return true;
}

int database_records(struct database *d, struct records *records, struct facts *facts)
{
	struct reading r = { records, facts };
	bool marked = database_there(d, "service_record", "mark");
	return database_each(d,
			     marked ? RECORD_COLS HOUR_COLS "r.mark IS NOT NULL" RECORD_FROM
				    : RECORD_COLS HOUR_COLS "1" RECORD_FROM,
			     record_row, &r);
}

struct asking {
	record_fn *fn;
	void *ctx;
};

static bool asked_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct asking *a = ctx;
	struct part parts[RECORD_PARTS];
	for (size_t i = 0; i < RECORD_PARTS; i++)
		parts[i] = (struct part){ (const uint8_t *)row[i], row[i] ? n[i] : 0 };
	a->fn(a->ctx, parts);
	return true;
}

int database_record(struct source *s, const uint8_t uid[UID], int64_t version, record_fn *fn,
		    void *ctx)
{
	struct asking a = { fn, ctx };
	char hex[2 * UID + 1], sql[sizeof(RECORD_COLS RECORD_FROM) + 120];
	hex_out((struct part){ uid, UID }, hex);
	(void)snprintf(sql, sizeof(sql), "%s WHERE r.uid = x'%s' AND r.version = %lld",
		       RECORD_COLS RECORD_FROM, hex, (long long)version);
	return database_each((struct database *)s, sql, asked_row, &a);
}
