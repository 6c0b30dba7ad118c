/*
 * bundle.h - the signed bundle 转移凭证 by which a volunteer takes service records to a station of
 * another installation.
 *
 * Owns the format below: how it is made, read and checked. Never asks the database and never
 * decides whom to trust: the caller finds the public key. Whoever wants to check a bundle without
 * this program needs no more than this comment and the public key.
 *
 * The file is one JSON object in UTF-8, at most BUNDLE_BYTES, with nothing before or behind it:
 *
 *   {"format":"zyz-bundle-1", "uid": 16 random bytes, "no": number at the giving station,
 *    "made_at": "YYYY-MM-DD HH:MM:SS", "key": id of the signing key (4 bytes),
 *    "part": 1, "parts": 1, "total": 3, "station": {"no": 1, "name": "..."},
 *    "person": {"name": "...", "volunteer_no": "V...", "salt": 16 bytes, "check": 32 bytes,
 *               "commitment": 32 bytes},
 *    "head": {"no": 5, "size": 812, "at_ms": Unix ms, "root": 32 bytes, "prev": 32 bytes,
 *             "signature": 64 bytes},
 *    "records": [{"key": uid of the record (16 bytes), "no": "R...", "title": "...",
 *                 "organiser": "...", "served_on": day, "starts_at": time, "ends_at": time,
 *                 "minutes": 95, "evidence": "scan", "place": 17, "at": time with ms,
 *                 "event": 16 bytes, "fields": bytes, "path": [32 bytes, ...]}, ...],
 *    "ended": [{as in records, "kind": "corrected" or "withdrawn"}, ...],
 *    "declared": [{"key": 1 to 64 of 0-9 a-z, "title": "...", "organiser": "...", "origin": "...",
 *                  "served_on": day, "starts_at": time or "", "ends_at": time or "",
 *                  "minutes": 90, "evidence": "scan" or ""}, ...],
 *    "brought": ["the whole text of a bundle", ...],
 *    "notes": [{"serial": 16 bytes, "to": 32 bytes, "minutes": 90, "at": time}, ...],
 *    "signature": 64 bytes}
 *
 * `part`, `parts`, `total` and the lists behind `records` may be missing: 1, 1, the number of
 * records, none. Somebody with more than BUNDLE_RECORDS leaves with several parts: what ever took
 * effect is cut by its order in the ledger, so that the parts together hold all of it, whenever
 * each was made; `total` is the number of records in all parts. `ended` are records that took
 * effect and no longer hold: whoever counted one from an older bundle stops. `brought` are bundles
 * of other installations which the volunteer came with, as they came: each is proved by its own
 * signature. `declared` are records brought from an `origin` that signs nothing: the giving station
 * confirmed them and says so, which proves no more than that.
 *
 * `notes`, which may be missing, are time that was saved in the giving installation's time bank and
 * left it: `to` is SHA-256 of the public key of the one installation that may credit it, once for
 * each `serial`, whatever bundle it comes in; any other passes it over. Only a bundle whose key is
 * trusted brings any.
 *
 * Bytes are lower-case hex; times are Beijing's. The first member is written without blanks, and
 * the file ends with exactly `,"signature":"` 128 digits `"}` and a line feed. That signature is
 * Ed25519 over "zyz-bundle-1", a line feed and all bytes of the file before this tail, so that no
 * byte can change. `head` is ledger.h's, signed by the same key; each record's event (uid `event`,
 * `at`, the person's `commitment`, record.h's `fields`, kind "effective", or its own `kind`) stands
 * at `place` under it, which `path` proves, and what the record says of itself is what the fields
 * say.
 *
 * Whose it is: `check` is Argon2id (version 1.3, t=3, m=64 MiB, one lane, 32 bytes) of the id
 * number in capitals under `salt`. Two installations share no secret, so the receiving station
 * compares it with the number it knows of the volunteer who brings the file. Not one digit of the
 * number stands in the bundle: the four first and four last ones that pages show would leave so
 * few numbers possible that trying them all is an afternoon's work; with none it takes centuries.
 * The salt behind `commitment` stays at home, so that erasing a person there still cuts the ledger
 * from the name.
 *
 *	struct bundle b;
 *	struct bundle_fault f;
 *	if (!bundle_read(a, file, &b, &f) || !bundle_check(a, file, &b, key, now, &f))
 *		...                                          // f.word says what is wrong
 */
#ifndef ZYZ_BUNDLE_H
#define ZYZ_BUNDLE_H

#include <stdbool.h>

#include "ledger.h"

#define BUNDLE_FORMAT "zyz-bundle-1"
enum { BUNDLE_BYTES = 20000000, BUNDLE_RECORDS = 3000, BUNDLE_KEY = 4, BUNDLE_SALT = 16 };
/* How many bundles one may bring along, and how often one may lie within another. */
enum { BUNDLE_BROUGHT = 20, BUNDLE_DEPTH = 4, BUNDLE_PARTS = 1000, BUNDLE_NOTES = 20 };

/* What can be wrong with a bundle; texts stand under Lang.platform.Transfer.Fault. */
#define BUNDLE_FAULTS(X) \
	X(size)      /* more bytes or records than a bundle may have */ \
	X(no_bundle) /* another kind of file */ \
	X(version)   /* a bundle of a version that we do not know */ \
	X(cut)       /* its end is missing */ \
	X(altered)   /* not what was signed */ \
	X(content)   /* signed, but something that must be there is not, or is not sound */ \
	X(head)      /* the ledger head is not signed by the same key */ \
	X(future)    /* made or served after now */ \
	X(empty)     /* nothing in it */ \
	X(record)    /* a record says something else than its ledger event */ \
	X(duplicate) /* one record twice */ \
	X(overlap)   /* one person at two places at once */ \
	X(proof)     /* the event does not stand in the ledger under the head */ \
	X(person)    /* of another person than the one who brings it */ \
	X(brought)   /* a bundle within it is none, or altered */

struct bundle_record {
	const char *key; /* uid of the record, hex */
	const char *no, *title, *organiser, *served_on, *starts_at, *ends_at, *evidence, *at;
	const char *kind;   /* NULL: effective */
	const char *origin; /* of declared ones: they have no number, event or proof */
	int64_t minutes, place;
	struct bytes event, fields, path;
};
struct bundle_note {
	struct bytes serial, to;
	int64_t minutes;
	const char *at;
};
struct bundle {
	const char *uid, *no, *made_at, *station; /* uid in hex */
	const char *name, *volunteer_no;
	int64_t station_no, minutes; /* minutes: of the records in it */
	int64_t part, parts, total;
	struct bytes key, salt, check, commitment, signature;
	struct ledger_signed head;
	struct bundle_record *records, *ended, *declared;
	struct bytes *brought;
	struct bundle_note *notes;
	size_t n, ended_n, declared_n, brought_n, notes_n;
};
struct bundle_fault {
	const char *word;
	size_t record; /* from 1, the ended ones behind the others; 0: the whole */
};

/* Signed by this installation's key; key, minutes and signature of b are not read. The text of the
 * file. */
struct bytes bundle_make(struct arena *a, const struct bundle *b);
/* Checks the form alone: nothing that it says may be believed yet. *out untouched on failure. */
bool bundle_read(struct arena *a, struct bytes file, struct bundle *out, struct bundle_fault *f);
/* Checks signature, head, records and proofs of what bundle_read() took from the same bytes. */
bool bundle_check(struct arena *a, struct bytes file, const struct bundle *b,
		  struct bytes public_key, int64_t now, struct bundle_fault *f);
/* The same without signatures, of a bundle whose key nobody vouches for: it agrees with itself. */
bool bundle_sound(struct arena *a, const struct bundle *b, int64_t now, struct bundle_fault *f);
/* Is it about whoever has this id number? As slow as bundle.h says. */
bool bundle_is_of(const struct bundle *b, const char *id_no);
/* The check of a number under a salt, 32 bytes. */
struct bytes bundle_person(struct arena *a, const char *id_no, struct bytes salt);

#endif
