/*
 * records.h - the service records beside their events: what was changed behind the ledger's back.
 *
 * Owns a digest of each record's canonical fields, a hundred bytes a record. Never talks to a
 * database itself; database.c fills it and is asked again for the few records that differ.
 *
 *	records_add(r, &in);                // each record
 *	records_event(r, &e, parts);        // each event, sealed or waiting
 *	records_end(source);                // names what is left over
 */
#ifndef ZYZ_VERIFY_RECORDS_H
#define ZYZ_VERIFY_RECORDS_H

#include "verify.h"

/* The canonical fields without format, kind (in front) and the end of the record (behind). */
enum { RECORD_FIRST = 2, RECORD_PARTS = 20 };

struct record_in {
	struct part parts[RECORD_PARTS]; /* empty for NULL */
	struct part ended;
	const char *state;
	struct part person, salt; /* uid and commit_salt of the volunteer */
	bool erased;
};
struct records *records_new(void);
void records_add(struct records *r, const struct record_in *in);
void records_free(struct records *r); /* NULL: nothing happens */

typedef void record_fn(void *ctx, const struct part parts[RECORD_PARTS]);
int database_record(struct source *s, const uint8_t uid[UID], int64_t version, record_fn *fn,
		    void *ctx);

#endif
