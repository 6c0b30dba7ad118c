/*
 * brought.h - the mark on a transfer 转移接续 whose hours count here: what of it counts, and who said
 * so.
 *
 * Owns the column mark of transfer. In the caller's db_tx(), after each change of what counts.
 *
 *	enum err e = brought_marked(id);
 */
#ifndef ZYZ_BROUGHT_H
#define ZYZ_BROUGHT_H

#include "db.h"

enum err brought_marked(int64_t id) MUST_USE;
/* Minutes that a day may hold with hours from elsewhere in it: what two persons may allow where
 * somebody signed them, else what counts of itself; more than that is 补录 with its proof. */
enum err brought_limit(int64_t station, bool verified, int64_t *minutes) MUST_USE;
/* For `zyz-admin mark`, once. */
enum err brought_mark_before(int64_t *done) MUST_USE;

#endif
