/* database_source.c - the ledger of a running station, as check.c reads it. */
#include <stdlib.h>
#include <string.h>

#include "database.h"
#include "records.h"

static const char heads_sql[] = "SELECT no, size, at_ms, root, prev_hash, key_id, signature "
				"FROM tree_head ORDER BY no";
static const char rows_sql[] = "SELECT seq, event_id, leaf, chain FROM ledger_leaf ORDER BY seq";
static const char
	events_sql[] = "SELECT id, uid, kind, record_uid, version, at, commitment, fields "
		       "FROM ledger_event ORDER BY id";

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

static void source_close(struct source *s)
{
	struct database *d = (struct database *)s;
	records_free(s->records);
	database_end(d);
}

struct source *source_database(const struct server *server, bool records)
{
	struct database *d = grown(NULL, 0, sizeof(*d));
	*d = (struct database){ .source = { database_heads, database_rows, database_events,
					    source_close, records ? records_new() : NULL,
					    database_record, NULL, NULL } };
	if (database_open(d, server))
		return &d->source;
	source_close(&d->source);
	return NULL;
}
