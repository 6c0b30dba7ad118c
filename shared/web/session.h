/*
 * session.h - from cookie to person and role; the CSRF token; throttles. All state is in MariaDB;
 * only the SHA-256 of a token is stored. A new sign-in always makes a new token (v5.0.0-7.2.4).
 */
#ifndef ZYZ_SESSION_H
#define ZYZ_SESSION_H

#include "request.h"

enum err session_load(struct rq *q) MUST_USE; /* fills q->who; nobody is no error */
enum err session_staff(struct rq *q, int64_t staff_id, int64_t station_id) MUST_USE; /* 0: none */
enum err session_volunteer(struct rq *q, int64_t person_id, int64_t wechat_id) MUST_USE;
enum err session_wechat(struct rq *q, int64_t wechat_id) MUST_USE;
enum err session_end(struct rq *q) MUST_USE;
/* A member of staff is signed out everywhere but here. */
enum err session_end_others(struct rq *q) MUST_USE;
/* Erasure: all sessions of a person end, and lose the WeChat account they came by. */
enum err session_forget(const struct actor *by, int64_t person_id) MUST_USE;
bool session_csrf_ok(const struct rq *q); /* the body's `csrf` is this session's */
/* One more hit in this bucket; ERR_THROTTLED when over limit within the window (at most two days).
 * what is a literal word, who any text (it is hashed). Not inside a transaction: rolled back, a try
 * would not count. */
enum err throttle(struct rq *q, const char *what, const char *who, int limit,
		  int window_seconds) MUST_USE;

#endif
