/*
 * destination.h - what people may ask of the destinations 上报目的地: add one, switch it on or off,
 * try it with one record, go on after a stop, compare, call a difference mended, begin anew after a
 * restore. The poster alone calls them, stops them, rests before them (breaker) and does the
 * comparing.
 *
 * Each in the caller's transaction.
 *
 *	enum err e = destination_resume(&q->actor, id);
 */
#ifndef ZYZ_DESTINATION_H
#define ZYZ_DESTINATION_H

#include "actor.h"
#include "db.h"

#define DESTINATION_KEY "destination.key" /* what its key is sealed for, bound to its code */

/* A platform as somebody types it in. Where it stands in a file, base_url, app_id and key are
 * empty. */
struct destination_entry {
	const char *code;              /* 2 to 24 of a-z 0-9 _ - */
	const char *name;              /* up to 60 characters */
	const char *profile;           /* a mapping of templates/platform, without .hdf */
	const char *base_url, *app_id; /* https, or http to loopback; up to 200 and 60 bytes */
	const char *key;    /* up to 400 printable bytes, or NULL: in a file of secret_dir */
	const char *region; /* takes only what arises there; NULL: all */
	/* filled in by destination_check(): */
	const char *kinds;
	bool file;
};
/* What is wrong with it: a field, a word for a message, and where a mapping has faults all of
 * them. */
struct destination_fault {
	const char *field, *word, *text;
};
/* ERR_FORM: *f says what is wrong. */
enum err destination_check(struct arena *a, struct destination_entry *d,
			   struct destination_fault *f) MUST_USE;
/* After destination_check(). It begins switched off. */
enum err destination_add(const struct actor *by, const struct destination_entry *d,
			 int64_t *id) MUST_USE;
/* New records get their rows for it, or no longer; what waits is sent only while it is on.
 * ERR_STALE: it is so already. */
enum err destination_switch(const struct actor *by, int64_t id, bool on) MUST_USE;
/* Another address, account or key; key NULL: it stays. ERR_FORM as above. */
enum err destination_site(const struct actor *by, int64_t id, const struct destination_entry *d,
			  struct destination_fault *f) MUST_USE;
/* The key of a row; for the poster alone. */
enum err destination_key(struct arena *a, const char *code, struct bytes sealed,
			 const char **key) MUST_USE;
/* One record is sent soon, by the poster, also where it is switched off; the answer will stand in
 * row *tried of destination_try. ERR_STALE: a file, or one is under way. */
enum err destination_try(const struct actor *by, int64_t id, int64_t *tried) MUST_USE;
/* ERR_STALE: it was not stopped. */
enum err destination_resume(const struct actor *by, int64_t id) MUST_USE;
/* A comparison of each that is on, unless one is asked for already. */
enum err destinations_compare(const struct actor *by) MUST_USE;
/* ERR_STALE: mended before. */
enum err difference_mended(const struct actor *by, int64_t id) MUST_USE;
/* The database came back from a backup: what was posted since is not known here. It is compared
 * before anything is sent, comparisons and leases of the time before are void, and what waits is
 * asked for first; *waiting is how much does. */
enum err destination_restored(const struct actor *by, int64_t id, int64_t *waiting) MUST_USE;

#endif
