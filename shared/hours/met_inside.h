/* met_inside.h - what the files of met.h share: both ways to confirm end in the same record. */
#ifndef ZYZ_MET_INSIDE_H
#define ZYZ_MET_INSIDE_H

#include "met.h"
#include "rules.h"

/* How it was confirmed, once the code has been found good. */
struct met_done {
	const struct actor *by;
	const struct met *m;
	const char *way;   /* code, card */
	int64_t card;      /* row of the paper card; 0: none */
	const char *signs; /* words with commas */
	struct rules_span at;
	bool later; /* typed by staff, or on another day: two must look */
	struct met_also also;
	const char *fault;
	int64_t record_id;
};
/* In a transaction: check-in and check-out, record, the row itself, what else. ERR_CHECK: fault.
 * The row must still be planned: ERR_STALE. */
enum err met_record(struct met_done *d) MUST_USE;

enum err met_refused(const char **fault, const char *word) MUST_USE;
/* Planned still, and the deed is by its volunteer or by staff of its station; NULL: so it is. */
const char *met_hindrance(const struct actor *by, const struct met *m);

/* In good standing, and near to nobody of that household; ERR_CHECK. */
enum err met_who(const struct actor *by, int64_t person, int64_t household,
		 const char **fault) MUST_USE;

#endif
