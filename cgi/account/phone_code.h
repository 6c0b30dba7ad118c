/*
 * phone_code.h - six digits by SMS that prove a phone 手机验证码.
 *
 * Owns phone_code and person.phone_proved_at. A code is good for five minutes, once, five tries,
 * and only in the browser (or, for the exchange of a phone, the session) that asked for it. Nothing
 * here tells whether a number is known. Sending is throttled by number, device and address, wrong
 * codes by address.
 *
 *	e = phone_code_send(q, "sign_in", in.phone);           // ERR_FORM: too many
 *	e = phone_code_try(q, "sign_in", in.code, &proof);     // ERR_FORM: wrong
 *	... in the transaction that the proof is for:
 *	e = phone_proof_use(&q->actor, proof.id);              // ERR_STALE: it did its work before
 */
#ifndef ZYZ_PHONE_CODE_H
#define ZYZ_PHONE_CODE_H

#include "app.h"

struct phone_proof {
	int64_t id;
	const char *phone;
	struct bytes index; /* of person.phone */
};
bool phone_codes(void); /* there is somebody to send them */
enum err phone_code_send(struct rq *q, const char *purpose, const char *phone) MUST_USE;
enum err phone_code_try(struct rq *q, const char *purpose, const char *code,
			struct phone_proof *p) MUST_USE;
/* A code that was sent and still can be typed; ERR_NOT_FOUND. */
enum err phone_code_waits(struct rq *q, const char *purpose, struct phone_proof *p) MUST_USE;
/* What was proved within ten minutes and did not do its work yet; ERR_NOT_FOUND. */
enum err phone_proved(struct rq *q, const char *purpose, struct phone_proof *p) MUST_USE;
/* That of the session of somebody who came by phone and registers. */
enum err phone_proof_of_session(struct rq *q, struct phone_proof *p) MUST_USE;
enum err phone_proof_use(const struct actor *by, int64_t id) MUST_USE;
/* The person entered the code of that proof: if it went to their phone, the phone is proved. */
enum err phone_proof_of(const struct actor *by, int64_t id, int64_t person) MUST_USE;
/* A phone has become somebody's: whoever has it, too, proves it anew. Before the one above. */
enum err phone_changes_hands(struct bytes index) MUST_USE;
/* Wrong codes, and what else is guessed beside them, are counted by address, too: ERR_FORM, with a
 * message at that field, when there were too many of them; right ones do not count. */
enum err phone_tries_left(struct rq *q, const char *field) MUST_USE;
enum err phone_tries_wrong(struct rq *q) MUST_USE;
/* Erasure, while the person's phone is known yet: the codes that were sent to it. */
enum err phone_codes_forget(int64_t person) MUST_USE;

#endif
