/*
 * post.h - the poster's parts: destinations, claiming, jobs, settling, comparing, the breaker.
 *
 * One job is one lease: up to 100 rows of one destination, taken in one short transaction. It asks
 * for the rows that may have arrived before, posts the rest in batches of one kind, and settles
 * each answer in one transaction. Jobs run side by side; nothing here waits but http_wait().
 */
#ifndef ZYZ_POST_H
#define ZYZ_POST_H

#include "http.h"
#include "platform.h"

/* A row of table destination and what was read for it: mapping and secret. */
struct dest {
	struct dest *next;
	int64_t id;
	const char *code, *profile; /* live as long as the process */
	const char *mark;           /* of what was read of the row */
	struct platform *platform;  /* NULL: the mapping is wrong */
	struct platform_site site;  /* base NULL: nothing to post to */
	int64_t batch_max;
	int64_t batch_now;            /* halved by 413, grows again */
	bool complete;                /* it could be called, on or off */
	bool on, reconcile_only;      /* on: enabled, not stopped, complete */
	bool seen;                    /* in the last reading of the table */
	int64_t compare_at;           /* clock_mono_ms(): no comparison of our own before */
	bool asked;                   /* a comparison waits for a poster */
	struct comparison *comparing; /* the one we have */
	int under_way;                /* jobs */
	int64_t rest_until;           /* clock_mono_ms(): nothing was due */
	const char *said;             /* last trouble that was logged */
	/* the breaker, as last read */
	bool open, may_probe;
	int64_t fails, breaker_version;
};

/* One claimed row. */
struct claimed {
	int64_t id, epoch, attempts;
	enum outbox_kind kind;
	struct bytes idem;
	bool doubtful; /* ask before sending */
	bool ask_only; /* no consent any more: only ask whether it arrived */
	bool done;     /* settled, or given back */
	struct platform_item item;
};

/* dest.c */
enum err dests_read(struct dest **list) MUST_USE;
enum err dest_stop(struct dest *d, const char *reason) MUST_USE;

/* codes.c: says which codes of ours a mapping has no counterpart for */
enum err codes_check(const struct dest *d) MUST_USE;

/* claim.c */
enum err leases_recover(
	struct dest *d) MUST_USE; /* run-out leases are waiting again, and doubtful */
/* *none: no row is leased, or waits and is due within cfg.loop_idle_ms. */
enum err leases_none(const struct dest *d, bool *none) MUST_USE;
enum err claim(struct dest *d, struct arena *a, int64_t most, struct claimed **rows,
	       size_t *n) MUST_USE;
/* The first that waits, also when it is not due; where none waits, a record that the destination
 * has not had. ERR_NOT_FOUND: there is none. */
enum err claim_try(struct dest *d, struct arena *a, struct claimed **rows, size_t *n) MUST_USE;

/* job.c */
enum err job_begin(struct dest *d, int64_t most, bool *begun) MUST_USE;
/* One record for people who want to see the answer; tried: row of destination_try. */
enum err job_try(struct dest *d, int64_t tried) MUST_USE;
int jobs_under_way(void);
void jobs_stop(void); /* no new exchange from now on */

/* settle.c */
struct verdict {
	const struct http_end *x;
	struct bytes batch; /* 16 random bytes: one request */
	enum platform_class whole;
	const char *via; /* of receipts: answer or query */
};
/* Writes what the items' classes say, for those that are not done, in one transaction; marks
 * them done. */
enum err settle(struct dest *d, struct arena *a, struct claimed *rows, size_t n,
		const struct verdict *v) MUST_USE;
/* Rows that were not tried: waiting again, at once. */
enum err give_back(struct arena *a, struct claimed *rows, size_t n) MUST_USE;

/* try.c: what was asked for is begun; destinations that are switched off as well. */
enum err tries_begin(struct dest *list) MUST_USE;

/* try_told.c */
/* What came of it: request as shown (or NULL), the exchange, the row with its verdict. */
enum err try_told(struct arena *a, int64_t tried, const char *request, const struct http_end *x,
		  const struct claimed *o) MUST_USE;
/* Nothing was sent. state: none, failed; fault may be NULL. */
enum err try_over(int64_t tried, const char *state, const char *fault) MUST_USE;

/* reconcile.c: one step of the comparison that is due tonight, was asked for, or was left in the
 * middle; *more: the next can be made at once. */
enum err reconcile(struct dest *d, struct arena *a, bool *more) MUST_USE;
int reconciling(void);                  /* comparisons under way */
void reconcile_stop(struct dest *list); /* leaves them to other posters */

/* set_back.c */
enum err post_set_back(void) MUST_USE;

/* breaker.c */
enum err breaker_good(struct dest *d) MUST_USE;
enum err breaker_bad(struct dest *d,
		     int64_t retry_after_s) MUST_USE; /* -1: one more failure in a row */
enum err breaker_probe(struct dest *d, bool *mine) MUST_USE;

#endif
