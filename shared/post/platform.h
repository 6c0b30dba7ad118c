/*
 * platform.h - what a platform calls things: the mapping of one destination,
 * templates/platform/NAME.hdf, read and checked once; requests built from it and answers read by
 * it. Bytes in, bytes out: no network, no database.
 *
 * Owns: field names, codes, formats, addresses, signatures and the meaning of answers. A new
 * platform is a new file. The format of these files is described in templates/platform/README.md.
 *
 *	struct platform *p;
 *	const char *faults;
 *	if (platform_read(arena, "exchange", &p, &faults))
 *		log_error("%s", faults);                     // every fault with its place
 */
#ifndef ZYZ_PLATFORM_H
#define ZYZ_PLATFORM_H

#include "outbox.h"

struct platform;

/* ERR_INTERNAL: the file is missing or wrong, *faults says all that is. A platform lives in its
 * own memory. */
enum err platform_read(struct arena *a, const char *profile, struct platform **out,
		       const char **faults) MUST_USE;
void platform_free(struct platform *p);

/* The names of all mappings, in their order. */
enum err platform_profiles(struct arena *a, const char *const **names, size_t *n) MUST_USE;
const char *platform_name(const struct platform *p);
bool platform_known(const struct platform *p);   /* the platform's own fields are known */
bool platform_is_file(const struct platform *p); /* writes files instead of calling */
bool platform_takes(const struct platform *p, enum outbox_kind k);
bool platform_can_ask(const struct platform *p, enum outbox_kind k);
bool platform_can_list(const struct platform *p, enum outbox_kind k);
bool platform_may_repeat(const struct platform *p); /* without asking */
int64_t platform_max_items(const struct platform *p);
/* The mapping of a code: NULL when the list has no counterpart for it. */
const char *platform_code(const struct platform *p, const char *list, const char *code);
/* "exchange.hdf:88": where a name of the mapping stands. */
const char *platform_place(const struct platform *p, struct arena *a, const char *path);
/* The n-th code list that maps the fact, NULL at the end: so that a start can compare it with
 * table code_item. */
const char *platform_codes_of(const struct platform *p, const char *fact, size_t n);

/* How an answer is read, for a whole request or for one item. */
#define PLATFORM_CLASSES(X) \
	X(PC_ACCEPTED, "ok")             /* taken; also: the same was taken before */ \
	X(PC_REFUSED, "refused")         /* for its content: only a person can help */ \
	X(PC_CONFLICT, "conflict")       /* the platform holds something else or newer */ \
	X(PC_UNKNOWN, "ambiguous")       /* it may have arrived: ask before sending again */ \
	X(PC_LATER, "transient")         /* it has not been looked at: send again later */ \
	X(PC_CREDENTIALS, "credentials") /* ours are refused: stop */ \
	X(PC_TOO_LARGE, "too_large")     /* fewer at once */
#define PLATFORM_ENUM(name, word) name,
enum platform_class { PLATFORM_CLASSES(PLATFORM_ENUM) PC_COUNT };
#undef PLATFORM_ENUM
const char *platform_class_word(enum platform_class c);
/* Upper ends of the classes of durations that are counted, in ms, 0 at the end. */
extern const int64_t platform_post_ms[];

struct platform_site {
	const char *base, *app_id;
	struct bytes secret;
	bool shown; /* to people: the signature is left out */
};
struct platform_item {
	const char *key;
	int64_t version;
	bool withdraw;
	bool masked;       /* personal values as people may see them: never sent */
	const char *facts; /* canonical JSON of outbox.h */
	/* filled in: */
	enum platform_class class;
	const char *receipt, *code, *reason;
};
struct platform_call {
	const char *url;
	const char *const *headers; /* NULL at the end */
	struct bytes body;          /* p NULL: a GET */
	size_t items;               /* how many are in it */
};

/* A request with the items that can be mapped. One that cannot gets class PC_REFUSED, code
 * "mapping" and as reason "missing NAME" or "code NAME VALUE"; the others PC_UNKNOWN until the
 * answer is read. now: Unix seconds. */
enum err platform_post(const struct platform *p, struct arena *a, const struct platform_site *site,
		       enum outbox_kind k, struct platform_item *items, size_t n, int64_t now,
		       struct platform_call *call) MUST_USE;
/* Reads its answer into the items (those of class PC_UNKNOWN); the class of the whole is
 * returned. */
enum platform_class platform_answer(const struct platform *p, struct arena *a, int status,
				    const char *body, size_t len, struct platform_item *items,
				    size_t n);

/* The request with one item as text, for people: personal values masked, secret and signature left
 * out. NULL: there is none. */
const char *platform_shown(const struct platform *p, struct arena *a,
			   const struct platform_site *site, enum outbox_kind k,
			   const struct platform_item *item, int64_t now);
/* The same of what came back: personal values of these facts masked, cut. */
const char *platform_told(struct arena *a, enum outbox_kind k, const char *facts, const char *text);

enum err platform_ask(const struct platform *p, struct arena *a, const struct platform_site *site,
		      enum outbox_kind k, const char *key, int64_t now,
		      struct platform_call *call) MUST_USE;
/* PC_ACCEPTED: it holds this version (item has the receipt). PC_LATER: it has none or an older one:
 * send. PC_CONFLICT: a newer one. PC_UNKNOWN: no answer to the question. PC_CREDENTIALS as
 * above. */
enum platform_class platform_asked(const struct platform *p, struct arena *a, int status,
				   const char *body, size_t len, struct platform_item *item);

/* What the platform holds, a page at a time: from, to are days, after is the last key ("" at
 * first). */
struct platform_held {
	const char *key, *receipt, *op;
	int64_t version;
	int64_t minutes; /* DB_NONE when not told */
};
enum err platform_list(const struct platform *p, struct arena *a, const struct platform_site *site,
		       enum outbox_kind k, const char *station, const char *from, const char *to,
		       const char *after, int64_t now, struct platform_call *call) MUST_USE;
/* *next NULL: no more. ERR_REMOTE: no such list. */
enum err platform_listed(const struct platform *p, struct arena *a, int status, const char *body,
			 size_t len, struct platform_held **held, size_t *n,
			 const char **next) MUST_USE;

/* For files: the values of an item in the order of the mapping's fields, and their titles. */
void platform_columns(const struct platform *p, struct arena *a, enum outbox_kind k,
		      const char *const **titles, size_t *n);
bool platform_row(const struct platform *p, struct arena *a, enum outbox_kind k,
		  struct platform_item *item, const char *const **values) MUST_USE;
/* How the table that a platform gives back is read: titles of columns and words in them, separated
 * by |. NULL: it has none. */
struct platform_result {
	const char *state, *reason, *receipt, *accepted, *refused, *waiting;
};
const struct platform_result *platform_result(const struct platform *p);
/* The columns (from 0) that tell the rows of a kind apart, and how many; 0: none are named. */
enum { PLATFORM_MATCH = 4 };
size_t platform_match(const struct platform *p, enum outbox_kind k, const size_t **columns);
/* The item as one JSON object, for JSON Lines; false and class PC_REFUSED when it cannot be
 * mapped. */
bool platform_json(const struct platform *p, struct arena *a, enum outbox_kind k,
		   struct platform_item *item, const char **json) MUST_USE;

#endif
