/*
 * app.h - what a program is: a table of routes, and the loop that serves them (the only door to
 * fcgiapp.h).
 *
 * A program's first process reads what all need (settings, keys, texts, templates) and forks its
 * workers (workers.h); each serves one request at a time.
 *
 * Each request goes one way: body (capped) → route row → 404 or 405 → session, role → CSRF →
 * handler → error page → one write → one log line → rollback if left open → arena reset. A
 * handler is straight-line: form → query → put → page, and returns an enum err; it never sends,
 * frees, logs or checks sign-in.
 *
 * A form that is not taken is answered by ERR_FORM, with messages put by form.h, from wherever the
 * mistake was seen (in a transaction too: it is undone). The row of a POST names the page that
 * shows its form; that page is made again, with 422, what was typed and the messages. So a handler
 * calls no other page, and the files of a program point one way. Has its row gone meanwhile, what
 * was typed stands on the error page.
 *
 *	static const struct route routes[] = {
 *		{ "GET",  "/needs/s/{code}", PUBLIC, survey_show },
 *		{ "POST", "/needs/s/{code}", PUBLIC | NO_CSRF, survey_answer, survey_show },
 *		{ 0 }
 *	};
 *	int main(void) { return app_run(&(struct app){ "needs", routes }); }
 */
#ifndef ZYZ_APP_H
#define ZYZ_APP_H

#include "audit.h"
#include "db.h"
#include "edit.h"
#include "page.h"
#include "reply.h"
#include "request.h"
#include "row.h"
#include "session.h"

/* Who may; a route names exactly one of these ... */
#define PUBLIC    0x0100u /* everybody; a session is loaded when there is one */
#define WECHAT    (0x0200u | ROLE_WECHAT | ROLE_VOLUNTEER) /* came by WeChat, registered or not */
#define VOLUNTEER (0x0200u | ROLE_VOLUNTEER)
#define STAFF     (0x0200u | ROLE_CLERK | ROLE_REVIEWER | ROLE_MANAGER)
#define APPROVER  (0x0200u | ROLE_REVIEWER | ROLE_MANAGER)
#define MANAGER   (0x0200u | ROLE_MANAGER)
#define OVERSEER  (0x0200u | ROLE_OVERSEER)
#define SIGNED_IN (0x0200u | 0x3fu)
/* ... and any of these */
#define NO_CSRF 0x0400u /* people without a session: the handler checks a form key */
#define NO_DB   0x0800u /* needs neither database nor session (PUBLIC only) */
#define UPLOAD  0x1000u /* multipart, up to cfg.upload_max */
/* Who acts for somebody 代办 (session_acting) sees what they see, and does in their place but what
 * one of these two allows; the page of a form that they may not send is refused as well. */
#define BY_GUARDIAN 0x2000u /* a minor's guardian may, too */
#define BY_PROXY    0x6000u /* so may a grown-up's proxy */
#define ALONE       0x8000u /* of a GET: a page for themselves alone */
/* Not on a desktop that a phone signed in (session_desk): what proves who somebody is, is changed
 * where that proof is. */
#define OWN_PHONE 0x10000u
/* A program posts: JSON may stand in the place of a form, as the field `json`. */
#define JSON_BODY 0x20000u
/* Of a POST that cannot be taken back: without the field `sure` = 1 it is checked as it would be
 * done (db_rehearse) and then answers by a page that asks, by the words
 * Lang.PROGRAM.Sure.WORD.{title,text,told,also}; WORD is what stands literally in the address
 * behind the program, "insurance_end". Not of clients that ask for JSON. */
#define SURE 0x40000u

struct route {
	const char *method;
	/* literal parts and up to four {name} parts, each one path segment */
	const char *path;
	unsigned flags;
	enum err (*handler)(struct rq *q);
	/* of a POST: the handler of the GET row that shows its form; it fills Page.Form only when
	 * !form_again(q), and finds its own {name} parts first among those of the POST */
	enum err (*again)(struct rq *q);
	/* of a POST that changes what stands: EDITS("need.edit"), the action of its audit row */
	const struct editable *edit;
};
struct app {
	const char *name;
	const struct route *routes;
	const char *calls; /* whom it calls outside (sandbox.h); NULL: nobody */
};

int app_run(const struct app *app);
/* Without FastCGI, for tests: the row for method and path; *e says ERR_NOT_FOUND or ERR_METHOD. */
const struct route *route_find(const struct app *app, struct rq *q, enum err *e);

#endif
