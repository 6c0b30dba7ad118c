/*
 * certificate_seal.h - what the QR code of a certificate carries, so that it can be checked with
 * the network off and the station gone.
 *
 * Owns the format below and its signing; zyz-verify and the offline page read it with code of
 * their own. Never holds more of an id number than its last four characters.
 *
 *   version (1 byte) | key id (4) | four parts, each its length (1 byte) and bytes:
 *   certificate number, name (UTF-8, at most 36 bytes), last four of the id number ("": none),
 *   station (UTF-8, at most 60 bytes) | first, last day and day of issue (2 bytes each, days
 *   since 1970-01-01) | minutes by scan, list, declared, backfill (4 bytes each); in version 2
 *   also by met | events under the newest ledger head (5 bytes, all ones: none) | Ed25519
 *   signature (64 bytes) of "zyz-cert-1" and all before it.
 *
 * Version 1 has no minutes by met; it is what is made where there are none.
 *
 * Whole numbers are big-endian. In the code it stands as base64url behind the address of the live
 * check and a '#': what is behind a '#' never reaches a server.
 *
 *	struct bytes seal = seal_make(q->arena, &(struct seal){ .no = no, ... });
 *	const char *text = seal_text(q->arena, no, seal);   // "https://.../verify/C26...#AQ..."
 */
#ifndef ZYZ_COMMEND_CERTIFICATE_SEAL_H
#define ZYZ_COMMEND_CERTIFICATE_SEAL_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"

enum { SEAL_MET = 4, SEAL_KINDS };

struct seal {
	const char *no, *name, *id_last, *station;
	const char *from, *to, *issued; /* days */
	int64_t minutes[SEAL_KINDS];    /* scan, list, declared, backfill, met */
	int64_t tree_size;              /* DB_NONE: no head yet */
};
struct bytes seal_make(struct arena *a, const struct seal *s);
/* Whether a seal vouches for these minutes and days: the row may have been altered since. A seal of
 * an older key of ours is compared only. */
bool seal_holds(struct arena *a, struct bytes seal, const struct seal *s);
/* seal.p NULL: the address alone. */
const char *seal_text(struct arena *a, const char *no, struct bytes seal);

#endif
