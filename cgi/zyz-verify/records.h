/*
 * records.h - the service records beside their events: what was changed behind the ledger's back.
 *
 * Owns a digest of each record's canonical fields, a hundred bytes a record. Never talks to a
 * database itself; a source fills it and is asked again for the few records that differ.
 *
 *	records_add(r, &in);                // each record
 *	records_event(r, &e, parts);        // each event, sealed or waiting
 *	records_end(source);                // names what is left over
 */
#ifndef ZYZ_VERIFY_RECORDS_H
#define ZYZ_VERIFY_RECORDS_H

#include "verify.h"

struct record_in {
	struct part parts[RECORD_PARTS]; /* empty for NULL */
	struct part ended;
	const char *state;
	struct part person, salt; /* uid and commit_salt of the volunteer it was proved as */
	bool erased;
	bool theirs; /* counts for that volunteer, or for the one they were merged into */
};
struct records *records_new(void);
void records_add(struct records *r, const struct record_in *in);
void records_free(struct records *r); /* NULL: nothing happens */

#endif
