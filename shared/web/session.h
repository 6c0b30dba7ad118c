/*
 * session.h - from cookie to person and role; the CSRF token; throttles. All state is in MariaDB;
 * only the SHA-256 of a token is stored. A new sign-in always makes a new token (v5.0.0-7.2.4).
 */
#ifndef ZYZ_SESSION_H
#define ZYZ_SESSION_H

#include "request.h"

enum err session_load(struct rq *q) MUST_USE; /* fills q->who; nobody is no error */
/* What a member of staff must do before anything else; NULL: nothing. "password": somebody else
 * chose theirs; "code": they have a second factor and have not shown it; "second": their role wants
 * one, and they have none. Whoever is at a step is nobody to all routes but that step's page. */
const char *session_step(bool own_password, bool has_second, bool shown, bool wants_second);
/* station 0: none. second: the second factor was shown. */
enum err session_staff(struct rq *q, int64_t staff_id, int64_t station_id, bool second) MUST_USE;
enum err session_volunteer(struct rq *q, int64_t person_id, int64_t wechat_id) MUST_USE;
/* From now on this phone acts for another one 代办, by that right (family.h). The row has both: its
 * person is who acts, and the right says for whom; q->person is then whoever is acted for, q->proxy
 * who acts. Has the right ended, the next request is at the step "ended". */
enum err session_acting(struct rq *q, int64_t self, int64_t right) MUST_USE;
/* The session of a volunteer goes on under a new token as that person's alone. Like the one above
 * it stays of its kind, with its WeChat and its end. */
enum err session_self(struct rq *q, int64_t person_id) MUST_USE;
enum err session_wechat(struct rq *q, int64_t wechat_id) MUST_USE;
/* Somebody who proved a phone and is not registered: as long as a registration takes. */
enum err session_phone(struct rq *q, int64_t phone_code_id) MUST_USE;
/* A volunteer at a computer that others use, too: for a working day, and until the browser ends. It
 * has no WeChat, and routes that say OWN_PHONE refuse it. */
enum err session_desk(struct rq *q, int64_t person_id) MUST_USE;
enum err session_end(struct rq *q) MUST_USE;
/* Erasure: all sessions of a person end, and lose the WeChat account they came by. */
enum err session_forget(const struct actor *by, int64_t person_id) MUST_USE;
bool session_csrf_ok(const struct rq *q); /* the body's `csrf` is this session's */
/* One more hit in this bucket; ERR_THROTTLED when over limit within the window (at most two days).
 * what is a literal word, who any text (it is hashed). Not inside a transaction: rolled back, a try
 * would not count. */
enum err throttle(struct rq *q, const char *what, const char *who, int limit,
		  int window_seconds) MUST_USE;
/* Without a hit: ERR_THROTTLED when the next one would be over the limit. */
enum err throttle_left(struct rq *q, const char *what, const char *who, int limit,
		       int window_seconds) MUST_USE;

#endif
