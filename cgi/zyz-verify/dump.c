/*
 * dump.c - the ledger as lines of text, for witnesses and for checks far from the database. No line
 * holds personal data. Words are parted by single spaces, bytes are hex:
 *
 *	zyz-ledger-dump 1
 *	head NO SIZE TIME ROOT PREV KEY SIGNATURE
 *	leaf PLACE EVENT LEAF CHAIN
 *	event ID UID KIND RECORD VERSION AT COMMITMENT FIELDS
 *	hour, seen, star ...        what hours and honours rest on (dump_facts.c); not in version 1
 *	end EVENTS
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"

static const char first[] = "zyz-ledger-dump 2", older[] = "zyz-ledger-dump 1";

struct file {
	struct source source;
	FILE *f;
	const char *path;
	char *line;
	size_t cap, number;
	uint8_t fields[FIELDS_MAX];
};

static int bad(const struct file *d, const char *why)
{
	fprintf(stderr, "zyz-verify: %s: line %zu: %s\n", d->path, d->number, why);
	return CANNOT;
}

static bool next_line(struct file *d)
{
	if (getline(&d->line, &d->cap, d->f) <= 0)
		return false;
	d->number++;
	d->line[strcspn(d->line, "\n")] = '\0';
	return true;
}

/* Cuts the line that was read last into n words; false: it has another number of them. */
static bool words(struct file *d, const char *name, char **w, int n)
{
	char *rest = d->line;
	for (int i = 0; i < n; i++)
		if (!(w[i] = strsep(&rest, " ")))
			return false;
	return !rest && strcmp(w[0], name) == 0;
}

static bool starts(const struct file *d, const char *name)
{
	return strncmp(d->line, name, strlen(name)) == 0;
}

static int file_heads(struct source *s, struct heads *out)
{
	struct file *d = (struct file *)s;
	struct head h;
	if (!next_line(d) || (strcmp(d->line, first) != 0 && strcmp(d->line, older) != 0))
		return bad(d, "is no ledger dump");
	while (next_line(d) && starts(d, "head ")) {
		if (!head_line(d->line, &h))
			return bad(d, "is no head");
		head_add(out, &h);
	}
	return WELL;
}

/* The first line of a kind was already read, behind the last one of the kind before. */
static int file_rows(struct source *s, row_fn *fn, void *ctx)
{
	struct file *d = (struct file *)s;
	char *w[5];
	for (bool more = !feof(d->f); more && starts(d, "leaf "); more = next_line(d)) {
		struct row r = { .place = NOWHERE };
		if (!words(d, "leaf", w, 5) || !number_in(w[1], &r.place) ||
		    !number_in(w[2], &r.event) || !hex_in(w[3], r.leaf, HASH) ||
		    !hex_in(w[4], r.chain, HASH))
			return bad(d, "is no leaf");
		fn(ctx, &r);
	}
	return WELL;
}

static bool event_words(struct file *d, struct event *e)
{
	char *w[9];
	if (!words(d, "event", w, 9))
		return false;
	size_t n = strlen(w[8]) / 2;
	char *t = strchr(w[6], 'T');
	if (!t || strlen(w[3]) >= sizeof(e->kind) || strlen(w[6]) >= sizeof(e->at) ||
	    n > FIELDS_MAX)
		return false;
	*t = ' ';
	memcpy(e->kind, w[3], strlen(w[3]) + 1);
	memcpy(e->at, w[6], strlen(w[6]) + 1);
	e->fields = (struct part){ d->fields, n };
	return number_in(w[1], &e->id) && hex_in(w[2], e->uid, UID) &&
	       hex_in(w[4], e->record, UID) && number_in(w[5], &e->version) &&
	       hex_in(w[7], e->commitment, HASH) && hex_in(w[8], d->fields, n);
}

static int file_events(struct source *s, event_fn *fn, void *ctx)
{
	struct file *d = (struct file *)s;
	struct event e;
	for (bool more = !feof(d->f); more && starts(d, "event "); more = next_line(d)) {
		if (!event_words(d, &e))
			return bad(d, "is no event");
		fn(ctx, &e);
	}
	return WELL;
}

static int file_facts(struct source *s, struct facts *f)
{
	struct file *d = (struct file *)s;
	bool more = !feof(d->f);
	for (; more && !starts(d, "end "); more = next_line(d))
		if (!facts_line(f, d->line))
			return bad(d, "is nothing that a dump has here");
	return more ? WELL : bad(d, "the dump is cut off: it has no last line");
}

static void file_close(struct source *s)
{
	struct file *d = (struct file *)s;
	(void)fclose(d->f);
	free(d->line);
	free(d);
}

struct source *source_dump(const char *path)
{
	struct file *d = grown(NULL, 0, sizeof(*d));
	*d = (struct file){ .source = { file_heads, file_rows, file_events, file_close, NULL, NULL,
					file_facts },
			    .path = path };
	d->f = fopen(path, "r");
	if (d->f)
		return &d->source;
	fprintf(stderr, "zyz-verify: %s: %s\n", path, strerror(errno));
	free(d);
	return NULL;
}

struct writing {
	FILE *f;
	int64_t n;
};

static void print_hex(FILE *f, const void *p, size_t n, char after)
{
	char text[2 * FIELDS_MAX + 1];
	hex_out((struct part){ p, n }, text);
	fprintf(f, "%s%c", text, after);
}

static void print_row(void *ctx, const struct row *r)
{
	struct writing *w = ctx;
	fprintf(w->f, "leaf %lld %lld ", (long long)r->place, (long long)r->event);
	print_hex(w->f, r->leaf, HASH, ' ');
	print_hex(w->f, r->chain, HASH, '\n');
}

static void print_event(void *ctx, const struct event *e)
{
	struct writing *w = ctx;
	w->n++;
	fprintf(w->f, "event %lld ", (long long)e->id);
	print_hex(w->f, e->uid, UID, ' ');
	fprintf(w->f, "%s ", e->kind);
	print_hex(w->f, e->record, UID, ' ');
	fprintf(w->f, "%lld %.10sT%s ", (long long)e->version, e->at,
		strlen(e->at) > 11 ? e->at + 11 : "");
	print_hex(w->f, e->commitment, HASH, ' ');
	print_hex(w->f, e->fields.p, e->fields.n, '\n');
}

int dump_write(struct source *s, FILE *f)
{
	struct heads heads = { NULL, 0 };
	struct writing w = { f, 0 };
	int rc = s->heads(s, &heads);
	if (!rc)
		fprintf(f, "%s\n", first);
	for (size_t i = 0; !rc && i < heads.n; i++)
		head_print(f, &heads.v[i]);
	free(heads.v);
	if (!rc)
		rc = s->rows(s, print_row, &w);
	if (!rc)
		rc = s->events(s, print_event, &w);
	struct facts *facts = facts_writing(f);
	if (!rc)
		rc = s->facts(s, facts);
	facts_end(facts);
	if (!rc)
		fprintf(f, "end %lld\n", (long long)w.n);
	if (fflush(f) || ferror(f)) {
		fprintf(stderr, "zyz-verify: %s\n", strerror(errno));
		return CANNOT;
	}
	return rc;
}
