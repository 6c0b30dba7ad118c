/* job.c - one lease, step by step: ask for what may have arrived, post the rest in batches of
 * one kind. */
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "post.h"
#include "secret.h"

enum { BATCH_BYTES = 262144 };

struct job {
	struct dest *d;
	struct arena *a;
	struct claimed *rows;
	size_t n;
	struct claimed *out[1000]; /* in the exchange under way */
	size_t sent;
	bool asking;
	int64_t tried;       /* row of destination_try, 0: nobody looks on */
	const char *request; /* of it, as shown */
	int64_t ends_ms;     /* of the lease, on our monotonic clock */
	struct platform_item items[1000];
};

static int count;
static bool stopping;

int jobs_under_way(void)
{
	return count;
}

void jobs_stop(void)
{
	stopping = true;
}

/* What cannot be written down now is found again when the lease has run out. */
static bool written(const struct job *j, enum err e)
{
	if (e)
		log_error("destination %s: not written down: %s", j->d->code, err_text());
	err_clear();
	return e == OK;
}

static void job_end(struct job *j)
{
	if (j->tried && db_ready(j->a) == OK)
		(void)written(j, try_over(j->tried, "failed", NULL));
	err_clear();
	j->d->under_way--;
	count--;
	arena_free(j->a);
	free(j);
}

static struct bytes new_batch(struct job *j)
{
	return secret_uid(j->a);
}

/* Settles what is in the exchange under way. */
static bool settle_out(struct job *j, const struct http_end *x, enum platform_class whole)
{
	struct verdict v = {
		.x = x, .batch = new_batch(j), .whole = whole, .via = j->asking ? "query" : "answer"
	};
	struct claimed *copy = arena_array(j->a, j->sent + 1, sizeof(*copy));
	for (size_t i = 0; i < j->sent; i++)
		copy[i] = *j->out[i];
	enum err e = db_ready(j->a);
	if (!e)
		e = settle(j->d, j->a, copy, j->sent, &v);
	if (!written(j, e))
		return false;
	for (size_t i = 0; i < j->sent; i++)
		j->out[i]->done = true;
	if (j->tried && written(j, try_told(j->a, j->tried, j->request, x, j->out[0])))
		j->tried = 0;
	return true;
}

static void give_back_rest(struct job *j)
{
	enum err e = db_ready(j->a);
	if (!e)
		e = give_back(j->a, j->rows, j->n);
	(void)written(j, e);
}

static struct claimed *next_doubtful(struct job *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (!j->rows[i].done && j->rows[i].doubtful)
			return &j->rows[i];
	return NULL;
}

/* Rows of one kind, as many as fit: by number, as the platform last took them, and by size. */
static void choose(struct job *j)
{
	const struct claimed *first = NULL;
	size_t bytes = 0;
	j->sent = 0;
	for (size_t i = 0; i < j->n && (int64_t)j->sent < j->d->batch_now; i++) {
		struct claimed *o = &j->rows[i];
		if (o->done || (first && o->kind != first->kind))
			continue;
		size_t more = strlen(o->item.facts) + 200;
		if (first && bytes + more > BATCH_BYTES)
			break;
		bytes += more;
		first = first ? first : o;
		j->out[j->sent++] = o;
	}
}

static void answered(void *ctx, const struct http_end *x);

static enum err send(struct job *j, const struct platform_call *call)
{
	return http_begin(j->a,
			  &(struct http_ask){
				  .url = call->url, .headers = call->headers, .body = call->body },
			  answered, j);
}

static enum err ask(struct job *j, struct claimed *o, bool *gone)
{
	struct platform_call call;
	j->asking = true;
	j->out[0] = o;
	j->sent = 1;
	enum err e = platform_ask(j->d->platform, j->a, &j->d->site, o->kind, o->item.key,
				  clock_now(), &call);
	if (!e)
		e = send(j, &call);
	*gone = !e;
	return e;
}

/* A platform that cannot be asked: send again where that does no harm, else a person must look. */
static enum err decide(struct job *j, struct claimed *o)
{
	static const struct http_end none = { .retry_after = -1 };
	o->doubtful = false;
	if (platform_may_repeat(j->d->platform) && !o->ask_only)
		return OK;
	o->item.class = PC_CONFLICT;
	o->item.code = "unknown";
	j->asking = true;
	j->out[0] = o;
	j->sent = 1;
	return settle_out(j, &none, PC_CONFLICT) ? OK : ERR_DB;
}

/* Rows that cannot be mapped are settled without a call; *gone says that a call is under way. */
static enum err post(struct job *j, bool *gone)
{
	struct platform_call call;
	static const struct http_end none = { .retry_after = -1 };
	j->asking = false;
	*gone = false;
	size_t n = j->sent, kept = 0;
	for (size_t i = 0; i < n; i++)
		j->items[i] = j->out[i]->item;
	enum err e = platform_post(j->d->platform, j->a, &j->d->site, j->out[0]->kind, j->items, n,
				   clock_now(), &call);
	if (e)
		return e;
	if (j->tried)
		j->request = platform_shown(j->d->platform, j->a, &j->d->site, j->out[0]->kind,
					    &j->out[0]->item, clock_now());
	struct claimed *good[1000];
	for (size_t i = 0; i < n; i++) {
		j->out[i]->item = j->items[i];
		if (j->items[i].class == PC_UNKNOWN)
			good[kept++] = j->out[i];
	}
	if (kept < n) {
		size_t bad = 0;
		for (size_t i = 0; i < n; i++)
			if (j->out[i]->item.class != PC_UNKNOWN)
				j->out[bad++] = j->out[i];
		j->sent = bad;
		if (!settle_out(j, &none, PC_REFUSED))
			return ERR_DB;
	}
	memcpy(j->out, good, kept * sizeof(good[0]));
	j->sent = kept;
	*gone = kept > 0;
	return kept ? send(j, &call) : OK;
}

/* Goes on until a call is under way or nothing is left. */
static void step(struct job *j)
{
	bool gone = false;
	enum err e = OK;
	while (!e && !gone) {
		/* no exchange begins that may outlast the lease: somebody else would have the
		 * rows by then */
		if (stopping || clock_mono_ms() > j->ends_ms - cfg.http_timeout * 1000) {
			give_back_rest(j);
			break;
		}
		struct claimed *o = next_doubtful(j);
		if (o) {
			e = platform_can_ask(j->d->platform, o->kind) ? ask(j, o, &gone)
								      : decide(j, o);
			continue;
		}
		choose(j);
		if (!j->sent)
			break;
		e = post(j, &gone);
	}
	if (gone && !e)
		return;
	if (e) {
		log_error("destination %s: %s", j->d->code, err_text());
		err_clear();
		give_back_rest(j);
	}
	job_end(j);
}

/* The exchange as a whole failed: the other rows of the lease are not tried now. */
static void fail(struct job *j, const struct http_end *x, enum platform_class whole)
{
	bool wait = whole == PC_LATER && x->retry_after >= 0;
	enum err e = db_ready(j->a);
	/* a try stops nothing and counts for nothing: people see what came of it */
	if (!e && !j->tried)
		e = whole == PC_CREDENTIALS ? dest_stop(j->d, arena_fmt(j->a, "HTTP %d", x->status))
					    : breaker_bad(j->d, wait ? x->retry_after : -1);
	(void)written(j, e);
	(void)settle_out(j, x, whole);
	give_back_rest(j);
	job_end(j);
}

static void asked(struct job *j, const struct http_end *x)
{
	struct claimed *o = j->out[0];
	enum platform_class c = x->curl ? PC_UNKNOWN
					: platform_asked(j->d->platform, j->a, x->status, x->body,
							 x->n, &o->item);
	if (c == PC_UNKNOWN || c == PC_CREDENTIALS) {
		o->item.class = c;
		fail(j, x, c);
		return;
	}
	(void)written(j, breaker_good(j->d));
	if (c == PC_LATER) {
		/* not there: it is sent now, or with the next claim taken down */
		o->doubtful = false;
		o->item.class = PC_UNKNOWN;
		if (o->ask_only)
			(void)written(j, give_back(j->a, o, 1));
	} else if (!settle_out(j, x, c)) {
		o->done = true;
	}
	step(j);
}

/* Halves the batch; a single row that is still too large, or refused with the whole, is the one. */
static bool halve(struct job *j)
{
	if (j->sent < 2)
		return false;
	j->d->batch_now = (int64_t)(j->sent / 2);
	log_info("destination %s: batches of %lld now", j->d->code, (long long)j->d->batch_now);
	for (size_t i = 0; i < j->sent; i++) {
		j->out[i]->item.class = PC_UNKNOWN;
		j->out[i]->item.code = NULL;
		j->out[i]->item.reason = NULL;
	}
	return true;
}

static enum platform_class read_answer(struct job *j, const struct http_end *x)
{
	enum platform_class whole;
	for (size_t i = 0; i < j->sent; i++)
		j->items[i] = j->out[i]->item;
	if (x->curl) {
		whole = x->sent ? PC_UNKNOWN : PC_LATER;
		for (size_t i = 0; i < j->sent; i++) {
			j->items[i].class = whole;
			j->items[i].code = arena_fmt(j->a, "curl %d", x->curl);
		}
	} else {
		whole = platform_answer(j->d->platform, j->a, x->status, x->body, x->n, j->items,
					j->sent);
	}
	for (size_t i = 0; i < j->sent; i++)
		j->out[i]->item = j->items[i];
	return whole;
}

/* Refused as a whole, with no word on any item. */
static bool refused_whole(const struct job *j, enum platform_class whole)
{
	if (whole != PC_REFUSED)
		return false;
	for (size_t i = 0; i < j->sent; i++)
		if (j->out[i]->item.class != PC_REFUSED)
			return false;
	return true;
}

static void posted(struct job *j, const struct http_end *x)
{
	enum platform_class whole = read_answer(j, x);
	bool smaller = whole == PC_TOO_LARGE || refused_whole(j, whole);
	if (smaller && halve(j)) {
		step(j);
		return;
	}
	if (whole == PC_TOO_LARGE)
		j->out[0]->item.class = PC_REFUSED;
	else if (whole != PC_ACCEPTED && whole != PC_CONFLICT && whole != PC_REFUSED) {
		fail(j, x, whole);
		return;
	}
	if (whole == PC_ACCEPTED && j->d->batch_now < j->d->batch_max)
		j->d->batch_now++;
	enum err e = db_ready(j->a);
	(void)written(j, e ? e : breaker_good(j->d));
	if (settle_out(j, x, whole)) {
		step(j);
		return;
	}
	job_end(j);
}

static void answered(void *ctx, const struct http_end *x)
{
	struct job *j = ctx;
	if (j->asking)
		asked(j, x);
	else
		posted(j, x);
}

static struct job *job_new(struct dest *d)
{
	struct job *j = calloc(1, sizeof(*j));
	if (!j)
		exit(1);
	j->d = d;
	j->a = arena_new();
	j->ends_ms = clock_mono_ms() + cfg.post_lease * 1000;
	return j;
}

/* false: nothing was claimed, and the job is gone. */
static bool job_go(struct job *j, enum err e)
{
	if (e || !j->n) {
		arena_free(j->a);
		free(j);
		return false;
	}
	j->d->under_way++;
	count++;
	step(j);
	return true;
}

enum err job_begin(struct dest *d, int64_t most, bool *begun)
{
	struct job *j = job_new(d);
	*begun = false;
	enum err e = db_ready(j->a);
	if (!e)
		e = claim(d, j->a, most, &j->rows, &j->n);
	*begun = job_go(j, e);
	return e;
}

enum err job_try(struct dest *d, int64_t tried)
{
	struct job *j = job_new(d);
	enum err e = db_ready(j->a);
	if (!e)
		e = claim_try(d, j->a, &j->rows, &j->n);
	j->tried = tried;
	return job_go(j, e) || e ? e : ERR_NOT_FOUND;
}
