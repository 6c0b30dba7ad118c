/*
 * person.h - what other programs change of a person or a volunteer 志愿者. Registration, edits and
 * erasure are the program account's; what follows from a star, a move to another station or hours
 * brought along comes through here, in the caller's audited transaction.
 *
 *	enum err e = volunteer_set_star(person, star);
 */
#ifndef ZYZ_PERSON_H
#define ZYZ_PERSON_H

#include "db.h"

/* The random bytes that the ledger's commitments to this person are salted with: those that are
 * there, else `fresh` from now on. salt->p NULL: the person was erased, and has none. */
enum err person_salt(int64_t person, struct bytes fresh, struct bytes *salt) MUST_USE;

/* The document: its type, its sealed number, its digest (base/identity.h). ERR_DUPLICATE: somebody
 * else has it. */
enum err person_identify(int64_t person, const char *type, struct bytes sealed,
			 struct bytes index) MUST_USE;
/* A volunteer counts among those of the home station from now on (more 1) or no longer (-1): before
 * and after whatever changes the station or the state. */
enum err volunteer_counted(int64_t person, int64_t more) MUST_USE;
/* The totals of those whose records these are have moved: lists are sorted by them. records: ids as
 * JSON. */
enum err volunteers_served(const char *records) MUST_USE;
/* The highest that is awarded still; 0: none. */
enum err volunteer_set_star(int64_t person, int64_t star) MUST_USE;
/* Home moves to another station; ERR_STALE: not at home there, or no volunteer any more. */
enum err volunteer_set_home(int64_t person, int64_t from, int64_t to) MUST_USE;
/* The number a platform gave; "" takes it away. Only the home station's to change: another's is
 * left alone. ERR_DUPLICATE: somebody else has it. */
enum err volunteer_set_platform_no(int64_t person, int64_t home, const char *no) MUST_USE;
/* Minutes that count more, or less, of what was served elsewhere. */
enum err volunteer_bring(int64_t person, int64_t minutes) MUST_USE;

/* One human, here twice: `gone` points to `kept` from now on and is a volunteer no more, who keeps
 * the higher star, what was missed, and the platform's number where the other has none. What else
 * hangs on them is the caller's. ERR_STALE: one of them was merged or erased meanwhile. */
enum err person_merge(int64_t gone, int64_t kept) MUST_USE;
/* Two again; state: of the volunteer before, NULL: was none; took_no: the number goes back. */
enum err person_unmerge(int64_t gone, int64_t kept, const char *state, bool took_no) MUST_USE;
/* The highest that was awarded, or what they had. */
enum err volunteer_star_again(int64_t person, int64_t least) MUST_USE;
/* Whether a guardian's word is needed is a matter of the day: who has come of age by it, or has
 * that word now, waits for nobody any more; a minor who has it not, or no longer, waits. */
enum err volunteer_of_age(int64_t person, const char *day) MUST_USE;
/* Platforms hear of a change by its version. */
enum err volunteer_raise(int64_t person) MUST_USE;

#endif
