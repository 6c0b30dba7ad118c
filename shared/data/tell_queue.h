/*
 * tell_queue.h - messages on their way out: taken for a while, sent by whoever took them, settled.
 * For the loop message-post; tell.h makes the rows.
 *
 * What is taken is under way until its lease ends, and carries its name: whoever settles it later
 * than that settles nothing. A call is written down before it begins (tell_calling). Of one that
 * nobody knows the end of, d->called says since when: each channel says what becomes of it.
 */
#ifndef ZYZ_TELL_QUEUE_H
#define ZYZ_TELL_QUEUE_H

#include "actor.h"
#include "row.h"

#define DUE_COLS(X, T) \
	X(T, INT, id, "m.id") \
	X(T, INT, tries, "m.tries") \
	X(T, TEXT, lease, "m.remote_no") \
	X(T, TEXT, called, "m.called_at") \
	X(T, TEXT, since, "COALESCE(m.not_before, m.created_at)") \
	X(T, TEXT, last, "COALESCE(m.last_at, m.created_at + INTERVAL 3 DAY)") \
	X(T, INT, person, "m.person_id") \
	X(T, TEXT, event, "m.event") \
	X(T, TEXT, name, "m.name") \
	X(T, TEXT, at, "m.happens_at") \
	X(T, TEXT, until, "m.until_at") \
	X(T, TEXT, place, "m.place") \
	X(T, TEXT, note, "m.note") \
	X(T, TEXT, path, "m.path") \
	X(T, TEXT, created, "m.created_at") \
	X(T, TEXT, client, "LOWER(HEX(m.client_msg_id))") \
	X(T, BYTES, client_id, "m.client_msg_id") \
	X(T, BYTES, code_phone, "m.phone_sealed") \
	X(T, BYTES, code, "m.words_sealed") \
	X(T, TEXT, station, "COALESCE(s.name, '')") \
	X(T, BYTES, uid, "p.uid") \
	X(T, BYTES, phone, "p.phone_sealed") \
	X(T, TEXT, openid, "w.openid")
ROW_DEFINE(tell_due, DUE_COLS);

struct tell_taking {
	const char *channel;
	int64_t lanes;      /* the first so many: TELL_LANE_NUMBER + 1 for codes alone */
	const char *due_by; /* what was due at that time */
	int64_t most;
	int64_t lease; /* seconds that they are ours */
};
/* A lane goes before the next, what was due first before what was due later. */
enum err tell_take(const struct actor *by, const struct tell_taking *t, struct tell_due **v,
		   size_t *n) MUST_USE;
/* The database's clock was set back: leases and tries that it put far ahead are due; what quiet
 * hours hold back waits on. */
enum err tell_set_back(const char *channel) MUST_USE;
/* The call is about to begin. *mine false: the lease has ended, and somebody else looks after it.
 */
enum err tell_calling(const struct actor *by, const struct tell_due *d, bool *mine) MUST_USE;

/* How one that was taken ended. remote: what the other side calls it, or NULL. */
enum err tell_sent(const struct actor *by, const struct tell_due *d, const char *remote) MUST_USE;
enum tell_try {
	TELL_REFUSED,    /* answered: one try more */
	TELL_NOT_TAKEN,  /* the channel was down: no try of this message */
	TELL_UNANSWERED, /* neither, and it may have arrived */
};
enum err tell_later(const struct tell_due *d, const char *next_at, enum tell_try how) MUST_USE;
/* reason: a word of Lang.message.Reason. instead: another channel takes it over, where the person
 * wants that and can be reached by it: "sms"; or NULL. */
enum err tell_give_up(const struct actor *by, const struct tell_due *d, const char *reason,
		      const char *instead) MUST_USE;
/* It may have arrived, and is not sent again this way. */
enum err tell_unsure(const struct actor *by, const struct tell_due *d, const char *reason,
		     const char *instead) MUST_USE;
/* Given up only where another channel takes it over. */
enum err tell_fall_back(const struct actor *by, const struct tell_due *d, const char *reason,
			const char *instead, bool *done) MUST_USE;
/* What the gateway says later of one that went out: arrived, or not and why. By our id, in hex; one
 * that is not there, or settled, stays as it is. */
enum err tell_receipt(const struct actor *by, const char *client, const char *reason) MUST_USE;
/* How many of a channel went out to people, codes apart, since that time, up to most. */
enum err tell_count(const char *channel, const char *since, int64_t most, int64_t *n) MUST_USE;
/* What became true before that day is forgotten, so many at once. */
enum err tell_sweep(const char *before, int64_t most, int64_t *n) MUST_USE;

#endif
