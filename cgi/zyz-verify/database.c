/*
 * database.c - the ledger of a running station, read at one moment: a snapshot is opened first, so
 * what is sealed meanwhile does not disturb.
 */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "database.h"
#include "records.h"

static const char heads_sql[] = "SELECT no, size, at_ms, root, prev_hash, key_id, signature "
				"FROM tree_head ORDER BY no";
static const char rows_sql[] = "SELECT seq, event_id, leaf, chain FROM ledger_leaf ORDER BY seq";
static const char
	events_sql[] = "SELECT id, uid, kind, record_uid, version, at, commitment, fields "
		       "FROM ledger_event ORDER BY id";

static int say(MYSQL *my, const char *what)
{
	fprintf(stderr, "zyz-verify: %s: %s\n", what, mysql_error(my));
	return CANNOT;
}

int database_each(struct database *d, const char *sql, fetched_fn *fn, void *ctx)
{
	MYSQL_ROW row;
	bool good = true;
	if (mysql_real_query(d->my, sql, (unsigned long)strlen(sql)))
		return say(d->my, "query");
	MYSQL_RES *res = mysql_use_result(d->my);
	if (!res)
		return say(d->my, "result");
	while (good && (row = mysql_fetch_row(res)))
		good = fn(ctx, row, mysql_fetch_lengths(res));
	bool failed = mysql_errno(d->my) != 0;
	mysql_free_result(res);
	if (failed)
		return say(d->my, "read");
	return good ? WELL : CANNOT;
}

static bool bytes_in(uint8_t *out, size_t n, const char *p, unsigned long have)
{
	if (!p || have != n)
		return false;
	memcpy(out, p, n);
	return true;
}

static bool text_in(char *out, size_t size, const char *p, unsigned long have)
{
	if (!p || have >= size)
		return false;
	memcpy(out, p, have);
	out[have] = '\0';
	return true;
}

static bool head_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct head h = { .no = 0 };
	bool good = number_in(row[0], &h.no) && number_in(row[1], &h.size) &&
		    number_in(row[2], &h.at_ms) && bytes_in(h.root, HASH, row[3], n[3]) &&
		    bytes_in(h.prev, HASH, row[4], n[4]);
	/* A key id of another length is nobody's key. */
	(void)bytes_in(h.key, sizeof(h.key), row[5], n[5]);
	if (!good || !bytes_in(h.signature, sizeof(h.signature), row[6], n[6])) {
		fputs("zyz-verify: tree_head is not as expected\n", stderr);
		return false;
	}
	head_add(ctx, &h);
	return true;
}

static int database_heads(struct source *s, struct heads *out)
{
	return database_each((struct database *)s, heads_sql, head_row, out);
}

struct calling {
	row_fn *row;
	event_fn *event;
	void *ctx;
};

static bool ledger_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct calling *c = ctx;
	struct row r = { .place = NOWHERE };
	bool good = number_in(row[0], &r.place) && number_in(row[1], &r.event) &&
		    bytes_in(r.leaf, HASH, row[2], n[2]) && bytes_in(r.chain, HASH, row[3], n[3]);
	if (good)
		c->row(c->ctx, &r);
	else
		fprintf(stderr, "zyz-verify: leaf %s is not as expected\n", row[0]);
	return good;
}

static bool event_row(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	struct calling *c = ctx;
	struct event e = { .id = NOWHERE };
	bool good = number_in(row[0], &e.id) && bytes_in(e.uid, UID, row[1], n[1]) &&
		    text_in(e.kind, sizeof(e.kind), row[2], n[2]) &&
		    bytes_in(e.record, UID, row[3], n[3]) && number_in(row[4], &e.version) &&
		    text_in(e.at, sizeof(e.at), row[5], n[5]) &&
		    bytes_in(e.commitment, HASH, row[6], n[6]) && row[7];
	e.fields = (struct part){ (const uint8_t *)row[7], n[7] };
	if (good)
		c->event(c->ctx, &e);
	else
		fprintf(stderr, "zyz-verify: event %s is not as expected\n", row[0]);
	return good;
}

static int database_rows(struct source *s, row_fn *fn, void *ctx)
{
	struct calling c = { fn, NULL, ctx };
	return database_each((struct database *)s, rows_sql, ledger_row, &c);
}

static int database_events(struct source *s, event_fn *fn, void *ctx)
{
	struct database *d = (struct database *)s;
	struct calling c = { NULL, fn, ctx };
	int rc = s->records || s->hours ? database_records(d, s->records, s->hours) : WELL;
	return rc ? rc : database_each(d, events_sql, event_row, &c);
}

static void database_close(struct source *s)
{
	struct database *d = (struct database *)s;
	records_free(s->records);
	mysql_close(d->my);
	free(d);
}

static bool nothing(void *ctx, MYSQL_ROW row, const unsigned long *n)
{
	(void)ctx, (void)row, (void)n;
	return true;
}

static int begin(struct database *d)
{
	static const char *const setup[] = {
		"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
		"SET SESSION net_write_timeout = 600, time_zone = '+08:00'",
		"START TRANSACTION WITH CONSISTENT SNAPSHOT",
	};
	for (size_t i = 0; i < sizeof(setup) / sizeof(setup[0]); i++)
		if (mysql_real_query(d->my, setup[i], (unsigned long)strlen(setup[i])))
			return say(d->my, setup[i]);
	return database_each(d, "SELECT 1", nothing, NULL);
}

struct source *source_database(const char *socket, const char *user, const char *db, bool records)
{
	const struct passwd *me = getpwuid(geteuid());
	struct database *d = grown(NULL, 0, sizeof(*d));
	*d = (struct database){ .source = { database_heads, database_rows, database_events,
					    database_close, records ? records_new() : NULL,
					    database_record, NULL, NULL } };
	d->my = mysql_init(NULL);
	if (!d->my)
		exit(CANNOT);
	(void)mysql_optionsv(d->my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (!mysql_real_connect(d->my, NULL,
				user ? user
				: me ? me->pw_name
				     : NULL,
				NULL, db, 0, socket, 0))
		(void)say(d->my, "connect");
	else if (begin(d) == WELL)
		return &d->source;
	database_close(&d->source);
	return NULL;
}
