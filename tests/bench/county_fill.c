/*
 * county_fill.c - what of a made county needs the installation's keys, as text for LOAD DATA:
 * people, households and orders with their sealed values, and the ledger's events of records that
 * took effect and have none yet; with these, what is under notice gets its marks. All else is SQL
 * (tests/bench/county); here and there everything follows from the row's number.
 *
 *	county_fill person|household|order|events FIRST LAST >rows.tsv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "db.h"
#include "log.h"
#include "ledger.h"
#include "record.h"
#include "secret.h"

enum { BIRTHDAYS = 18000, DAY = 86400, FIRST_BIRTH = -631180800 /* 1950-01-01 */ };

/* Behind the record's number and whose it is, the fields of its event in their order. */
static struct stmt without_event_q = SQL(
	"SELECT r.id, p.commit_salt, p.uid AS person, r.uid, r.version, r.no, s.no AS station,"
	"       a.no AS activity, r.served_on, r.starts_at, r.ends_at, r.minutes, r.evidence,"
	"       r.offline, r.category, r.activity_published_at, r.logged_at, r.logger_id,"
	"       r.reviewer_id, r.second_reviewer_id, r.reviewed_at, r.notice_until,"
	"       r.effective_at, r.ended_at"
	"  FROM service_record r"
	"  JOIN person p ON p.id = r.person_id"
	"  JOIN station s ON s.id = r.station_id"
	"  JOIN activity a ON a.id = r.activity_id"
	" WHERE r.id BETWEEN ? AND ?"
	"   AND r.state = 'effective'"
	"   AND NOT EXISTS (SELECT 1 FROM ledger_event e WHERE e.record_uid = r.uid"
	"       AND e.version = r.version AND e.kind = 'effective')"
	" ORDER BY r.id"
	" LIMIT 500");
enum { ID, SALT, PERSON, UID };

/* The first 16 bytes of SHA-256("WORD NUMBER"). */
static struct bytes made(struct arena *a, const char *word, long long n)
{
	const char *s = arena_fmt(a, "county %s %lld", word, n);
	struct bytes b = secret_sha256(a, (struct bytes){ (const uint8_t *)s, strlen(s) });
	b.n = 16;
	return b;
}

static const char *sealed(struct arena *a, const char *column, struct bytes uid, const char *text)
{
	return hex_encode(a, secret_seal(a, column, uid, text));
}

static const char *indexed(struct arena *a, const char *column, const char *text)
{
	return hex_encode(a, secret_index(a, column, text));
}

static const char *phone_of(struct arena *a, long long n)
{
	return arena_fmt(a, "17%09lld", n);
}

/* 17 digits of a resident id of the district, and the check digit of GB 11643. */
static const char *number_of(struct arena *a, const char *birth, long long n)
{
	int sum = 0;
	char *s = arena_fmt(a, "610502%.4s%.2s%.2s%03lld0", birth, birth + 5, birth + 8,
			    n / BIRTHDAYS % 1000);
	for (int k = 0; k < 17; k++)
		sum += (s[k] - '0') * ((1 << (17 - k)) % 11);
	s[17] = "10X98765432"[sum % 11];
	return s;
}

static void person(struct arena *a, long long n)
{
	struct bytes uid = made(a, "person", n);
	const char *birth = clock_day(a, FIRST_BIRTH + n % BIRTHDAYS * DAY);
	const char *no = number_of(a, birth, n), *phone = phone_of(a, n);
	printf("%lld\t%s\t%s\t%d\t%s\t%s\t%s\t%s\t%s\n", n, hex_encode(a, uid), birth,
	       (no[16] - '0') % 2 ? 1 : 2, sealed(a, "person.id_no", uid, no),
	       indexed(a, "person.id_no", no), sealed(a, "person.phone", uid, phone),
	       indexed(a, "person.phone", phone), hex_encode(a, made(a, "salt", n)));
}

static void household(struct arena *a, long long n)
{
	struct bytes uid = made(a, "household", n);
	const char *name = arena_fmt(a, "住户%lld", n), *phone = phone_of(a, n);
	printf("%lld\t%s\t%s\t%s\t%s\t%s\t%s\n", n, hex_encode(a, uid),
	       sealed(a, "household.name", uid, name), indexed(a, "household.name", name),
	       sealed(a, "household.phone", uid, phone), indexed(a, "household.phone", phone),
	       sealed(a, "household.address", uid, "胜利大街 18 号 3 单元"));
}

static void order(struct arena *a, long long n)
{
	struct bytes uid = made(a, "order", n);
	const char *name = arena_fmt(a, "住户%lld", n), *phone = phone_of(a, n);
	printf("%lld\t%s\t%s\t%s\t%s\t%s\n", n, hex_encode(a, uid),
	       sealed(a, "order.name", uid, name), sealed(a, "order.phone", uid, phone),
	       indexed(a, "person.phone", phone),
	       sealed(a, "order.address", uid, "胜利大街 18 号 3 单元"));
}

struct range {
	int64_t first, last, done;
};

static struct bytes bytes_of(const struct cell *c)
{
	return (struct bytes){ (const uint8_t *)c->text, c->n };
}

static struct bytes fields_of(struct arena *a, const struct row *r)
{
	struct buf b = { .arena = a };
	ledger_text(&b, LEDGER_FORMAT);
	ledger_text(&b, "effective");
	for (size_t i = UID; i < r->n; i++)
		if (r->cells[i].is_int)
			ledger_number(&b, r->cells[i].i);
		else
			ledger_part(&b, bytes_of(&r->cells[i]));
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

/* One event, marked as the programs mark theirs. */
static enum err event(void *ctx, const struct row *r)
{
	struct range *g = ctx;
	struct arena *a = db_arena();
	const char *at = arena_fmt(a, "%s.000", clock_time(a, clock_now()));
	struct buf whose = { .arena = a };
	buf_add(&whose, r->cells[SALT].text, r->cells[SALT].n);
	buf_add(&whose, r->cells[PERSON].text, r->cells[PERSON].n);
	struct bytes f = fields_of(a, r), uid = secret_uid(a);
	struct bytes commitment = secret_sha256(
		a, (struct bytes){ (const uint8_t *)whose.p, whose.n });
	printf("%s\t%s\t%s\t%s\t%s\t%s\n", hex_encode(a, uid),
	       hex_encode(a, bytes_of(&r->cells[UID])), hex_encode(a, f), hex_encode(a, commitment),
	       hex_encode(a, ledger_mark(a, ledger_entry(a, uid, at, commitment, f))), at);
	g->first = r->cells[ID].i + 1;
	g->done++;
	return OK;
}

/* What is under notice has its reviewers' mark, as the programs leave it. */
static enum err events(struct arena *a, struct range *g)
{
	enum err e = secret_open_marks("record");
	if (!e)
		e = db_ready(a);
	for (g->done = 1; !e && g->done;) {
		arena_reset(a);
		g->done = 0;
		e = db_each(&without_event_q, ARGS(A_(g->first), A_(g->last)), event, g);
	}
	return e ? e : record_mark_before(&g->done);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *word;
		void (*row)(struct arena *a, long long n);
	} kinds[] = { { "person", person }, { "household", household }, { "order", order } };
	if (argc != 4) {
		fputs("usage: county_fill person|household|order|events FIRST LAST\n", stderr);
		return 2;
	}
	struct range g = { strtoll(argv[2], NULL, 10), strtoll(argv[3], NULL, 10), 0 };
	config_load();
	struct arena *a = arena_new();
	enum err e = secret_open();
	for (size_t i = 0; !e && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		for (long long n = g.first; str_eq(argv[1], kinds[i].word) && n <= g.last; n++) {
			kinds[i].row(a, n);
			arena_reset(a);
		}
	if (!e && str_eq(argv[1], "events"))
		e = events(a, &g);
	if (e)
		fprintf(stderr, "county_fill: %s\n", err_text());
	db_close();
	arena_free(a);
	return e || ferror(stdout) || fflush(stdout);
}
