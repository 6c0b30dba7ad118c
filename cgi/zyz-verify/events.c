/*
 * events.c - every event against its leaf and its record. Rows come by place and events by id,
 * mostly the same order; the rows sorted by event make one walk of both.
 */
#include <stdlib.h>
#include <string.h>

#include "verify.h"

enum { ODD_MAX = 100 };

struct walk {
	struct source *source;
	struct seen *seen;
	const char *late;
	struct row **by_event;
	size_t next;
	/* Events that do not fit their leaf; judged when all rows are known. */
	struct {
		struct row *row;
		uint8_t made[HASH];
	} odd[ODD_MAX];
	size_t odds;
};

/* The columns beside the canonical fields, and the record they speak of. */
static void content(struct walk *w, const struct event *e, int64_t place, char no[25])
{
	struct part parts[PARTS];
	char version[24];
	(void)snprintf(version, sizeof(version), "%lld", (long long)e->version);
	no[0] = '\0';
	if (!parts_read(e->fields, parts, PARTS) || !part_is(parts[0], "zyz-event-1")) {
		fault(ALTERED, place, "the fields of event %lld cannot be read", (long long)e->id);
		return;
	}
	memcpy(no, parts[4].p, parts[4].n < 24 ? parts[4].n : 24);
	no[parts[4].n < 24 ? parts[4].n : 24] = '\0';
	if (!part_is(parts[1], e->kind) || parts[2].n != UID ||
	    memcmp(parts[2].p, e->record, UID) != 0 || !part_is(parts[3], version))
		fault(ALTERED, place,
		      "the event of record %s: kind, record or version beside its "
		      "fields",
		      no);
	if (w->source->records)
		records_event(w->source->records, e, place, parts);
}

static void waiting(struct walk *w, const struct event *e)
{
	struct seen *s = w->seen;
	char no[25];
	s->waiting = grown(s->waiting, s->waiting_n, sizeof(*s->waiting));
	content(w, e, NOWHERE, no);
	if (!event_leaf(e, s->waiting[s->waiting_n]))
		memset(s->waiting[s->waiting_n], 0, HASH);
	s->waiting_n++;
	if (*w->late && strcmp(e->at, w->late) < 0)
		fault(INSERTED, NOWHERE, "event %lld of record %s says %s and was never sealed",
		      (long long)e->id, no, e->at);
}

static void sealed(struct walk *w, const struct event *e, struct row *r)
{
	uint8_t made[HASH] = { 0 };
	r->there = true;
	content(w, e, r->place, r->no);
	r->fits = event_leaf(e, made) && memcmp(made, r->leaf, HASH) == 0;
	if (r->fits)
		return;
	if (w->odds == ODD_MAX) {
		fault(ALTERED, r->place, "the event of record %s is not what was sealed", r->no);
		return;
	}
	w->odd[w->odds].row = r;
	memcpy(w->odd[w->odds++].made, made, HASH);
}

static void one(void *ctx, const struct event *e)
{
	struct walk *w = ctx;
	while (w->next < w->seen->n && w->by_event[w->next]->event < e->id)
		w->next++;
	if (w->next < w->seen->n && w->by_event[w->next]->event == e->id)
		sealed(w, e, w->by_event[w->next]);
	else
		waiting(w, e);
}

static void judge(struct walk *w, size_t k)
{
	const struct seen *s = w->seen;
	const struct row *r = w->odd[k].row;
	static const uint8_t zeros[HASH];
	size_t i = (size_t)(r - s->rows);
	uint8_t chain[HASH];
	hash2(i ? s->rows[i - 1].chain : zeros, w->odd[k].made, chain);
	if (r->linked)
		diagnose_event(s, i, w->odd[k].made);
	else if (memcmp(chain, r->chain, HASH) == 0)
		fault(ALTERED, r->place, "the leaf of record %s; its event is as it was sealed",
		      r->no);
	else
		fault(ALTERED, r->place, "event, leaf and chain of record %s", r->no);
}

static int by_event(const void *a, const void *b)
{
	const struct row *x = *(struct row *const *)a, *y = *(struct row *const *)b;
	return x->event < y->event ? -1 : x->event > y->event;
}

static void sort(struct walk *w)
{
	const struct seen *s = w->seen;
	bool in_order = true;
	w->by_event = calloc(s->n + 1, sizeof(struct row *));
	if (!w->by_event)
		exit(CANNOT);
	for (size_t i = 0; i < s->n; i++) {
		w->by_event[i] = &s->rows[i];
		in_order = in_order && (i == 0 || s->rows[i - 1].event < s->rows[i].event);
	}
	if (!in_order)
		qsort(w->by_event, s->n, sizeof(struct row *), by_event);
}

int events_check(struct source *s, struct seen *seen, const char *late)
{
	static struct walk w;
	w = (struct walk){ .source = s, .seen = seen, .late = late };
	sort(&w);
	int rc = s->events(s, one, &w);
	for (size_t i = 0; !rc && i < w.odds; i++)
		judge(&w, i);
	for (size_t i = 0; !rc && i < seen->n; i++)
		if (!seen->rows[i].there)
			fault(REMOVED, seen->rows[i].place,
			      "event %lld is gone, its leaf is still there",
			      (long long)seen->rows[i].event);
	free(w.by_event);
	return rc;
}
