/*
 * err.h - error values and the one list of them.
 *
 * Owns: enum err, the HTTP status and the page text of each, and the note on the deepest failure of
 * a request. Never aborts and never writes to a client; app.c turns a value into an answer.
 *
 *	if (rc)
 *		return ERR(ERR_DB, "fetch: %s", text);  // file, line and text are kept
 */
#ifndef ZYZ_ERR_H
#define ZYZ_ERR_H

#define MUST_USE     __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

/* name, HTTP status, word under Lang.Error of the page that explains it */
#define ERR_LIST(X) \
	X(ERR_BAD_REQUEST, 400, "bad_request") /* not a request we understand */ \
	X(ERR_SIGN_IN, 401, "sign_in")         /* nobody is signed in */ \
	X(ERR_FORBIDDEN, 403, "forbidden")     /* signed in, but not allowed */ \
	X(ERR_OWN, 403, "own")                 /* not for whoever acts for somebody */ \
	X(ERR_ENDED, 403, "ended")             /* the right to act for somebody has ended */ \
	X(ERR_DESK, 403, "desk")               /* not on a desktop that a phone signed in */ \
	X(ERR_CSRF, 403, "csrf")               /* the page's token is not this session's */ \
	X(ERR_NOT_FOUND, 404, "not_found")     /* no such row, or not this station's */ \
	X(ERR_METHOD, 405, "method")           /* the address exists, the method does not */ \
	X(ERR_STALE, 409, "stale")             /* the row is no longer in the expected state */ \
	X(ERR_UNDO, 409, "undo")               /* too late to take it back */ \
	X(ERR_DUPLICATE, 409, "duplicate")     /* a unique key says: already there */ \
	X(ERR_TOO_LARGE, 413, "too_large")     /* body over the route's limit */ \
	X(ERR_MEMORY, 503, "too_much")         /* it took more than cfg.memory_max (arena.h) */ \
	X(ERR_FORM, 422, "bad_request")        /* messages stand on the page: see app.h */ \
	X(ERR_ASK, 422, "bad_request")     /* it would be done, were it asked: db_rehearse() */ \
	X(ERR_THROTTLED, 429, "throttled") /* too many tries */ \
	X(ERR_DB_AWAY, 503, "away")        /* the database cannot be reached */ \
	X(ERR_RETRY, 503, "busy")          /* lost a deadlock or certification: run again */ \
	X(ERR_REMOTE, 502, "remote")       /* another system failed us */ \
	X(ERR_CHECK, 409, "rule")          /* a CHECK or foreign key of the database refused */ \
	X(ERR_DB, 500, "internal")         /* the database refused our statement */ \
	X(ERR_INTERNAL, 500, "internal")   /* our own fault */

#define ERR_ENUM(name, status, word) name,
enum err { OK = 0, ERR_LIST(ERR_ENUM) ERR_COUNT };
#undef ERR_ENUM

/* Keeps file, line and text of the first (deepest) failure since err_clear(); returns e. */
#define ERR(e, ...) err_note((e), __FILE__, __LINE__, __VA_ARGS__)
enum err err_note(enum err e, const char *file, int line, const char *fmt, ...) PRINTF(4, 5);

void err_clear(void);
const char *err_text(void);       /* "" when nothing was noted; valid until err_clear() */
int err_status(enum err e);       /* 200 for OK */
const char *err_name(enum err e); /* "ERR_DB" */
const char *err_word(enum err e); /* "not_found" */

#endif
