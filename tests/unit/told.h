/*
 * told.h - somebody new, whose volunteer row is what platforms are told; for tests with a database.
 *
 * Owns who it is: made anew before each test. Each function fails the test when the database does.
 *
 *	cmocka_unit_test_setup(f, told_someone)
 *	told_consent();
 *	told_put();                       // noted, and made into a row of the outbox
 *	assert_int_equal(told_rows(), 1);
 */
#ifndef ZYZ_TEST_TOLD_H
#define ZYZ_TEST_TOLD_H

#include "row.h"

struct told {
	uint8_t uid[16];
	int64_t person, station;
};
extern struct told told;

void told_done(enum err e);     /* fails the test unless OK */
int told_start(void **state);   /* cmocka's group setup */
int told_end(void **state);     /* and teardown */
int told_someone(void **state); /* setup of each test: a new person, not yet consenting */
void told_consent(void);
enum err told_note_tx(void *ctx); /* that there is something to tell; in a transaction */
void told_note(void);
void told_make(void);     /* what the poster does with all that was noted */
void told_put(void);      /* both */
int64_t told_noted(void); /* how many notes wait */
int64_t told_rows(void);  /* rows for the destination exchange */

#define TOLD_COLS(X, T) \
	X(T, INT, version, "o.version") \
	X(T, TEXT, op, "o.op") \
	X(T, TEXT, state, "o.state") \
	X(T, TEXT, item_key, "o.item_key") \
	X(T, BYTES, payload, "o.payload") \
	X(T, BYTES, sha, "o.payload_sha") \
	X(T, BYTES, idem, "o.idem") \
	X(T, TEXT, reason_code, "o.reason_code")
struct told_row {
	TOLD_COLS(ROW_MEMBER_, )
};
struct told_row told_newest(void);

#endif
