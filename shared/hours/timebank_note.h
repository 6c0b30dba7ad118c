/*
 * timebank_note.h - notes of the time bank: a balance that goes with a person to another
 * installation, within the signed bundle (bundle.h).
 *
 * Owns timebank_note. A note has a serial number and names the one installation that may spend it
 * by the fingerprint of its public key, so that no other takes it and that one takes it once. The
 * account is debited when it is issued, whatever becomes of the file: each later bundle of the
 * person has it again.
 *
 *	enum err e = bank_note_issue(&q->actor, person, &to, &note);       // in db_tx; ERR_CHECK
 *	e = bank_note_spend(&q->actor, &where, &b.notes[0], &word);        // in db_tx
 */
#ifndef ZYZ_TIMEBANK_NOTE_H
#define ZYZ_TIMEBANK_NOTE_H

#include "actor.h"
#include "bundle.h"

enum { BANK_PRINT = 32 };
/* What an installation is known by: SHA-256 of its public key. */
struct bytes bank_print(struct arena *a, struct bytes public_key);

struct bank_to {
	struct bytes public_key;
	const char *name;
};
/* All that a person has saved leaves. ERR_CHECK: nothing is there, or something is owed. In the
 * caller's transaction. */
enum err bank_note_issue(const struct actor *by, int64_t person, const struct bank_to *to,
			 struct bundle_note *out) MUST_USE;
/* Those issued so far, at most BUNDLE_NOTES, the newest first. */
enum err bank_notes_of(int64_t person, struct bundle_note **v, size_t *n) MUST_USE;

struct bank_noted {
	int64_t person, station, transfer;
	struct bytes issuer; /* id of the key that signed the bundle, which is trusted */
	const char *other;
};
/* *word: taken, or why not: other (of another installation), spent (before), off (no time bank
 * here), closed. In the caller's transaction; what was not taken may come again. */
enum err bank_note_spend(const struct actor *by, const struct bank_noted *w,
			 const struct bundle_note *note, const char **word) MUST_USE;

#endif
