/*
 * rotate.h - keys are exchanged beside the work, each in three steps: add (a new key lies in the
 * files, and nothing is written with it), run (it is used, and what was written with the one before
 * goes over to it), finish (the one before is given up). A step that was killed is called again.
 *
 * Which key is used stands in the database alone (key_print.phase); a program asks when it connects
 * (db_schema.c). So whoever changes it ends all other connections, and nobody goes on with what was
 * true before: rotate_fence().
 */
#ifndef ZYZ_ROTATE_H
#define ZYZ_ROTATE_H

#include "admin.h"

enum err rotate_seal(struct arena *a, const char *step) MUST_USE;
enum err rotate_index(struct arena *a, const char *step) MUST_USE;
enum err rotate_sign(struct arena *a, const char *step) MUST_USE;

/* Ends every other connection to this schema, and opens our own anew. ERR_CHECK: our account may
 * not see or end them. */
enum err rotate_fence(struct arena *a) MUST_USE;
/* State of a key; NULL: it was never noted. */
enum err rotate_state(const char *name, const char **state) MUST_USE;
enum err rotate_set(const char *name, const char *state) MUST_USE;
/* Step add of a kind whose lines are all kept, "seal" or "index": *n is the line of the newest. */
enum err rotate_add(struct arena *a, const char *kind, const char *file, unsigned most) MUST_USE;
/* Of the newest line of that kind which has one of these states; 0: none. */
enum err rotate_newest(struct arena *a, const char *kind, const char *states,
		       unsigned *line) MUST_USE;
/* "seal.2", "index" */
const char *rotate_name(struct arena *a, const char *kind, unsigned line);
/* Values that are sealed by another key than that which seals now, by column; prints them. */
enum err rotate_waiting(struct arena *a, bool print, int64_t *n) MUST_USE;

#endif
