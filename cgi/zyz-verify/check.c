/*
 * check.c - the ledger as a whole: places without gaps, the chain, the tree against every signed
 * head. What does not fit is then named by diagnose.c.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "facts.h"

enum { LATE_SECONDS = 3600, BEIJING_SECONDS = 8 * 3600 };

struct pass {
	struct kept *kept;
	struct heads own;
	struct seen seen;
	struct tree tree;
	const struct head **target; /* heads that are signed well, by size */
	size_t targets, next_target;
	const struct head *fits, *misfit; /* the last that fits; the first that does not */
	int64_t next;                     /* the place that comes now */
	struct {
		bool is;
		int64_t from, to, found;
		uint8_t before[HASH];
	} gap;          /* the first one */
	int64_t spoilt; /* the first place that explains a wrong root */
	char late[32];  /* what waits since then should have been sealed */
};

static bool same(const uint8_t a[HASH], const uint8_t b[HASH])
{
	return memcmp(a, b, HASH) == 0;
}

static void spoilt(struct pass *p, int64_t place)
{
	if (p->spoilt == NOWHERE || place < p->spoilt)
		p->spoilt = place;
}

static bool follows(const uint8_t chain[HASH], const struct row *r)
{
	uint8_t made[HASH];
	hash2(chain, r->leaf, made);
	return same(made, r->chain);
}

static void jump(struct pass *p, const uint8_t before[HASH], int64_t to)
{
	if (p->gap.is) {
		fault_order(REMOVED, p->next, "places %lld to %lld are empty", (long long)p->next,
			    (long long)to - 1);
	} else {
		p->gap.is = true;
		p->gap.from = p->next;
		p->gap.to = to - 1;
		p->gap.found = NOWHERE;
		memcpy(p->gap.before, before, HASH);
		spoilt(p, p->next);
	}
	p->next = to;
}

static void grow(struct pass *p, const uint8_t leaf[HASH])
{
	uint8_t root[HASH];
	tree_add(&p->tree, leaf);
	for (bool made = false; p->next_target < p->targets; p->next_target++, made = true) {
		const struct head *h = p->target[p->next_target];
		if (h->size > p->tree.size)
			break;
		if (!made)
			tree_root(&p->tree, root);
		if (!same(root, h->root))
			p->misfit = p->misfit ? p->misfit : h;
		else if (!p->misfit)
			p->fits = h;
	}
}

static void add_row(void *ctx, const struct row *given)
{
	static const uint8_t zeros[HASH];
	struct pass *p = ctx;
	struct seen *s = &p->seen;
	struct row r = *given;
	uint8_t before[HASH];
	memcpy(before, s->n ? s->rows[s->n - 1].chain : zeros, HASH);
	bool gap = r.place != p->next;
	if (gap)
		jump(p, before, r.place);
	/* Behind a gap nobody knows the chain. */
	r.linked = gap || follows(before, &r);
	if (p->gap.is && p->gap.found == NOWHERE && follows(p->gap.before, &r))
		p->gap.found = r.place;
	s->rows = grown(s->rows, s->n, sizeof(*s->rows));
	s->rows[s->n++] = r;
	if (!p->gap.is) {
		s->whole = s->n;
		grow(p, r.leaf);
	}
	p->next++;
}

static int by_size(const void *a, const void *b)
{
	const struct head *x = *(const struct head *const *)a, *y = *(const struct head *const *)b;
	return x->size < y->size ? -1 : x->size > y->size;
}

static void aim_at(struct pass *p, const struct heads *h)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->v[i].signed_well) {
			p->target = grown(p->target, p->targets, sizeof(*p->target));
			p->target[p->targets++] = &h->v[i];
		}
	if (p->targets)
		qsort(p->target, p->targets, sizeof(*p->target), by_size);
}

/* An hour before the newest head, as the tables write times. */
static void set_late(struct pass *p)
{
	const struct head *h = p->own.n ? &p->own.v[p->own.n - 1] : NULL;
	time_t t = h ? (time_t)(h->at_ms / 1000) - LATE_SECONDS + BEIJING_SECONDS : 0;
	struct tm tm;
	if (h && gmtime_r(&t, &tm))
		(void)strftime(p->late, sizeof(p->late), "%Y-%m-%d %H:%M:%S", &tm);
}

static void judge_gap(const struct pass *p)
{
	if (p->gap.is && p->gap.found != NOWHERE)
		fault_order(REORDERED, p->gap.from, "the event of this place stands at place %lld",
			    (long long)p->gap.found);
	else if (p->gap.is)
		fault_order(REMOVED, p->gap.from, "places %lld to %lld are empty",
			    (long long)p->gap.from, (long long)p->gap.to);
}

/* The first broken link is looked into. */
static void judge_chain(struct pass *p, bool cut)
{
	const struct seen *s = &p->seen;
	bool first = true;
	for (size_t i = 0; i < s->n; i++) {
		const struct row *r = &s->rows[i];
		if (r->linked)
			continue;
		spoilt(p, r->place);
		if (first)
			diagnose_chain(s, i, cut);
		else if (r->fits)
			fault_order(ALTERED, r->place, "the chain does not hold here either");
		first = false;
	}
}

/* A root that does not fit says that something before it was changed, chain and all. */
static void judge_roots(const struct pass *p)
{
	const struct head *h = p->misfit;
	int64_t from = p->fits ? p->fits->size : 0;
	if (!h || (p->spoilt != NOWHERE && p->spoilt < h->size))
		return;
	fault_order(REWRITTEN, from,
		    "one of %lld to %lld, or all: head %lld, signed over %lld events, "
		    "saw others",
		    (long long)from, (long long)h->size - 1, (long long)h->no, (long long)h->size);
}

static void judge(struct pass *p)
{
	const struct head *last = p->targets ? p->target[p->targets - 1] : NULL;
	bool cut = last && last->size > p->next;
	judge_gap(p);
	judge_chain(p, cut);
	if (p->spoilt == NOWHERE) {
		int64_t kept = diagnose_kept(&p->seen, p->kept);
		if (kept != NOWHERE)
			spoilt(p, kept);
	}
	judge_roots(p);
	if (cut)
		fault_order(REMOVED, p->next,
			    "all from here on: head %lld was signed over %lld events",
			    (long long)last->no, (long long)last->size);
	else if ((int64_t)p->kept->leaves_n > p->next)
		fault_order(REMOVED, p->next, "all from here on: %zu were kept", p->kept->leaves_n);
}

static int run(struct pass *p, struct source *s)
{
	int rc = s->heads(s, &p->own);
	if (!rc && p->own.n + p->kept->heads.n && !p->kept->keys_n) {
		fputs("zyz-verify: no public key to check heads with: --key FILE\n", stderr);
		rc = CANNOT;
	}
	if (rc)
		return rc;
	heads_check(&p->own, p->kept);
	aim_at(p, &p->own);
	aim_at(p, &p->kept->heads);
	set_late(p);
	rc = s->rows(s, add_row, p);
	if (rc)
		return rc;
	struct facts *f = facts_new();
	s->hours = s->records ? f : NULL;
	rc = events_check(s, &p->seen, p->late);
	if (!rc)
		judge(p);
	if (!rc && s->records)
		records_end(s);
	if (!rc)
		rc = s->facts(s, f);
	facts_end(f);
	s->hours = NULL;
	if (!rc && p->kept->more)
		rc = p->kept->more(s, p->kept->folder);
	return rc ? rc : report();
}

int check(struct source *s, struct kept *k)
{
	static struct pass p;
	p = (struct pass){ .kept = k, .spoilt = NOWHERE };
	int rc = run(&p, s);
	if (rc == WELL)
		printf("ok: %zu events sealed, %zu waiting, %zu heads over %lld of them, %zu kept "
		       "elsewhere\n",
		       p.seen.n, p.seen.waiting_n, p.own.n,
		       (long long)(p.targets ? p.target[p.targets - 1]->size : 0), k->heads.n);
	free(p.own.v);
	free(p.target);
	free(p.seen.rows);
	free(p.seen.waiting);
	return rc;
}
