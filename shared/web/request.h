/*
 * request.h - one parsed request: who asks, for what, with which fields. Handlers only read it.
 *
 * Owns struct rq. Parses path, query, cookies, urlencoded and multipart bodies within limits: 2,000
 * fields, names of 64 bytes; bad escapes, NUL bytes and bad UTF-8 are ERR_BAD_REQUEST.
 *
 *	const char *no = arg(q, 0);          // "/project/{no}": what stood there
 */
#ifndef ZYZ_REQUEST_H
#define ZYZ_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "actor.h"
#include "arena.h"
#include "str.h"

struct field_rule;
struct route;
struct page;
struct reply;
struct editing;

/* What a session may do; a route asks for one of them. */
enum role {
	ROLE_WECHAT = 1, /* came by WeChat, not yet registered */
	ROLE_VOLUNTEER = 2,
	ROLE_CLERK = 4,    /* 经办人: keeps ledgers, designs, logs */
	ROLE_REVIEWER = 8, /* 审核人: approves and reviews */
	ROLE_MANAGER = 16, /* 站长: both, and settings */
	ROLE_OVERSEER = 32 /* 主管: reads the figures of a region */
};

struct who {
	int64_t session_id; /* 0: nobody */
	int64_t wechat_id;  /* wechat_account row */
	int64_t unread;     /* messages a volunteer has not read, up to 100 */
	int64_t phone_id; /* phone_code row: came by a phone that was proved, not yet registered */
	unsigned roles;   /* enum role bits, at that station or region */
	const char *name; /* for greeting */
	const char *station_name;
	const char *region_code; /* overseers: their region */
	/* A member of staff who may do nothing yet but this step: "password", "second" or "code" of
	 * session_step(). Until then staff is 0 and there is no role. "ended": they acted for
	 * somebody, and may no longer. NULL: nothing is wanting. */
	const char *step;
	int64_t waiting; /* row of staff who is at that step */
	int64_t ended;   /* row of person who is at the step "ended" */
	int64_t until;   /* when the session ends, seconds */
	/* Who acts for another one (session_acting): name is then of whoever is acted for. */
	const char *self; /* name of who acts; NULL: everybody for themselves */
	int64_t right;    /* row of proxy by which; 0: none */
	bool guardian;    /* as the guardian of a minor */
	bool desk;        /* a desktop that their phone signed in 扫码登录 */
	bool second;      /* the second factor was shown in this session */
	char csrf[33];    /* what each POST must carry */
};

struct field {
	const char *name;
	const char *value;    /* valid UTF-8, NUL-terminated; "" for an empty upload */
	size_t n;             /* bytes; an upload may contain NUL */
	const char *filename; /* NULL unless it is an upload */
};
struct fields {
	struct field *v;
	size_t n;
};

struct rq {
	union {
		struct actor actor; /* who acts: what the rules are given */
		struct {            /* and its members as our own: q->arena, q->now, q->staff ... */
			ACTOR_MEMBERS
		};
	};
	const char *method; /* "GET" also for HEAD */
	const char *path;   /* decoded once, without query */
	bool head, json;    /* HEAD; the client asked for application/json */
	struct fields query, body;
	const char *cookies;    /* raw Cookie header or "" */
	const char *user_agent; /* "" when missing; hints only, never rights */
	const char *referer;    /* as the client says, "" when missing; never rights */
	const char *remote;     /* client address as nginx saw it */
	const char *device;     /* cookie that device.c gave in this request, or NULL */
	const char *args[4];    /* what stood for {..} in the route's pattern */
	const struct route *route;
	const char *app; /* name of the program */
	struct who who;
	const struct field_rule *form; /* of the form being read, for form_keep() */
	bool form_step;                /* it was sent to choose a division one step further */
	const char *form_also;   /* a node of the page that belongs to its messages, or NULL */
	struct editing *editing; /* of a form that changes what stands (edit.h), or NULL */
	struct page *page;
	struct reply *reply;
};

const char *arg(const struct rq *q, size_t i);           /* never NULL */
const char *query(const struct rq *q, const char *name); /* first value; NULL when not there */
int64_t query_int(const struct rq *q, const char *name, int64_t fallback, int64_t min, int64_t max);
const char *cookie(const struct rq *q, const char *name); /* NULL when not there */
const struct field *body_field(const struct rq *q, const char *name);
bool may(const struct rq *q, unsigned roles); /* has one of these roles */

enum { FIELDS_MAX = 2000, NAME_BYTES = 64 };

/* For app.c: fills q from the raw parts. body may be NULL. The path is decoded once; one with an
 * encoded slash, a backslash, control characters, bad UTF-8 or a segment "." or ".." is
 * ERR_NOT_FOUND. */
enum err request_path(struct rq *q, const char *raw) MUST_USE;
enum err request_query(struct rq *q, const char *raw) MUST_USE;
enum err request_body(struct rq *q, const char *type, const char *body, size_t n) MUST_USE;
bool url_decode(struct arena *a, const char *s, size_t n, bool plus, const char **out,
		size_t *out_n);

#endif
