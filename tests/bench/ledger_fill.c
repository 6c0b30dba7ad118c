/*
 * ledger_fill.c - events of a big ledger as text for LOAD DATA, marked like those of the programs.
 * The records they speak of are made by hours-seal in SQL; here and there everything follows from
 * the row's number.
 *
 *	ledger_fill FIRST LAST STAFF_ID >events.tsv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "ledger.h"
#include "log.h"
#include "record.h"
#include "secret.h"

enum { PERSONS = 10000, DAY = 86400, FIRST_DAY = 1761926400 /* 2025-11-01 in Beijing */ };

static struct bytes text(const char *s)
{
	return (struct bytes){ (const uint8_t *)s, strlen(s) };
}

/* The first n bytes of SHA-256("WORD NUMBER"). */
static struct bytes made(struct arena *a, const char *word, long long number, size_t n)
{
	struct bytes b = secret_sha256(a, text(arena_fmt(a, "%s %lld", word, number)));
	b.n = n;
	return b;
}

/* Everybody serves once a day, each day at an activity of its own. */
static struct bytes fields(struct arena *a, long long n, const char *staff)
{
	long long k = n / PERSONS;
	const char *day = clock_day(a, FIRST_DAY + k * DAY);
	const char *const values[] = { LEDGER_FORMAT,
				       "effective",
				       NULL,
				       "1",
				       arena_fmt(a, "RB%09lld", n),
				       "9901",
				       arena_fmt(a, "AB%lld", k),
				       day,
				       arena_fmt(a, "%s 09:00:00", day),
				       arena_fmt(a, "%s 10:30:00", day),
				       "90",
				       "scan",
				       "0",
				       "0001",
				       "2025-10-01 08:00:00",
				       arena_fmt(a, "%s 10:30:00", day),
				       "",
				       staff,
				       "",
				       "2026-03-06 09:00:00",
				       "2026-03-11",
				       "2026-03-12 00:05:00",
				       "" };
	struct buf b = { .arena = a };
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		ledger_part(&b, values[i] ? text(values[i]) : made(a, "record", n, 16));
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

static void row(struct arena *a, long long n, const char *staff)
{
	static const char at[] = "2026-03-12 00:05:00.000";
	uint8_t both[32];
	memcpy(both, made(a, "salt", n % PERSONS, 16).p, 16);
	memcpy(both + 16, made(a, "person", n % PERSONS, 16).p, 16);
	struct bytes uid = made(a, "event", n, 16), commitment = secret_sha256(a, BYTES(both));
	struct bytes f = fields(a, n, staff), entry = ledger_entry(a, uid, at, commitment, f);
	printf("%s\t%s\t%s\t%s\t%s\t%s\n", hex_encode(a, uid),
	       hex_encode(a, made(a, "record", n, 16)), hex_encode(a, f), hex_encode(a, commitment),
	       hex_encode(a, ledger_mark(a, entry)), at);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("usage: ledger_fill FIRST LAST STAFF_ID\n", stderr);
		return 2;
	}
	config_load();
	if (secret_open()) {
		log_error("%s", err_text());
		return 1;
	}
	struct arena *a = arena_new();
	long long last = strtoll(argv[2], NULL, 10);
	for (long long n = strtoll(argv[1], NULL, 10); n <= last; n++) {
		row(a, n, argv[3]);
		arena_reset(a);
	}
	arena_free(a);
	return ferror(stdout) || fflush(stdout);
}
