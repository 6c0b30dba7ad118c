/* app.c - the ladder each request climbs; the FastCGI side is in app_fcgi.c. */
#include "app.h"

#include <stdlib.h>
#include <string.h>

#include "app_inside.h"
#include "clock.h"
#include "config.h"
#include "form.h"
#include "log.h"
#include "secret.h"
#include "wechat.h"

static const char *const fonts = "std,l,xl";
enum { TO_MOST = 200 }; /* bytes of an address to come back to */

#define STAFF_ROLES (ROLE_CLERK | ROLE_REVIEWER | ROLE_MANAGER | ROLE_OVERSEER)

/* Matches "/a/{x}/b" against a path; what stood for {x} goes to args. */
static bool route_match(struct rq *q, const char *pattern, const char *path)
{
	size_t n = 0;
	while (*pattern) {
		if (*pattern != '{') {
			if (*pattern++ != *path++)
				return false;
			continue;
		}
		size_t len = strcspn(path, "/");
		if (len == 0 || n == sizeof(q->args) / sizeof(q->args[0]))
			return false;
		q->args[n++] = arena_dup(q->arena, path, len);
		path += len;
		pattern += strcspn(pattern, "}");
		pattern += *pattern == '}';
	}
	return *path == '\0';
}

const struct route *route_find(const struct app *app, struct rq *q, enum err *e)
{
	*e = ERR_NOT_FOUND;
	for (const struct route *r = app->routes; r->method; r++) {
		memset(q->args, 0, sizeof(q->args));
		if (!route_match(q, r->path, q->path))
			continue;
		if (strcmp(r->method, q->method) == 0) {
			*e = OK;
			return r;
		}
		*e = ERR_METHOD;
	}
	return NULL;
}

const char *arg(const struct rq *q, size_t i)
{
	return i < sizeof(q->args) / sizeof(q->args[0]) && q->args[i] ? q->args[i] : "";
}

bool may(const struct rq *q, unsigned roles)
{
	return (q->who.roles & roles) != 0;
}

static enum err route_rights(const struct rq *q)
{
	unsigned flags = q->route->flags, wanted = flags & 0x3fu;
	if (flags & PUBLIC)
		return OK;
	if (!q->who.session_id)
		return ERR_SIGN_IN;
	if (str_eq(q->who.step, "ended"))
		return ERR(ERR_ENDED, "the right to act has ended");
	if (q->who.desk && flags & OWN_PHONE)
		return ERR_DESK;
	return may(q, wanted) ? OK : ERR_FORBIDDEN;
}

/* What is sent in somebody's place must be allowed so; nobody is shown a form that they may not
 * send. */
static enum err route_acting(const struct app *app, const struct rq *q)
{
	const struct route *post = q->route;
	unsigned by = q->who.guardian ? BY_GUARDIAN : BY_PROXY;
	if (!q->proxy || post->flags & PUBLIC)
		return OK;
	if (post->flags & ALONE)
		return ERR_OWN;
	if (strcmp(q->method, "POST") != 0)
		for (post = app->routes; post->method; post++)
			if (str_eq(post->method, "POST") && str_eq(post->path, q->route->path))
				break;
	return !post->method || (post->flags & by) == by ? OK : ERR_OWN;
}

/* "https://host:port" of ourselves, by the address that was asked or by our settings. */
static bool origin_ours(const struct raw_request *raw)
{
	const char *host = strstr(raw->origin, "://");
	return str_eq(raw->origin, cfg.base_url) || (host && str_eq(host + 3, raw->host));
}

static enum err route_csrf(const struct rq *q, const struct raw_request *raw)
{
	if (strcmp(q->method, "POST") != 0)
		return OK;
	/* Browsers say where a form came from; other clients leave it out. */
	if (*raw->fetch_site && !str_in(raw->fetch_site, "same-origin,none"))
		return ERR_CSRF;
	/* Old ones leave it to this. */
	if (!*raw->fetch_site && *raw->origin && !origin_ours(raw))
		return ERR_CSRF;
	if (q->route->flags & NO_CSRF)
		return OK;
	return session_csrf_ok(q) ? OK : ERR_CSRF;
}

/* The path as it may stand in an address: each segment encoded, the slashes kept. */
static void add_path(struct buf *b, const char *path)
{
	while (*path) {
		size_t n = strcspn(path, "/");
		buf_str(b, url_encode(b->arena, arena_dup(b->arena, path, n)));
		path += n;
		if (*path == '/')
			buf_char(b, *path++);
	}
}

/* The address that was asked, without those fields of its query. */
static const char *here(const struct rq *q, const char *without)
{
	struct buf to = { .arena = q->arena };
	add_path(&to, q->path);
	char mark = '?';
	for (size_t i = 0; i < q->query.n; i++) {
		const struct field *f = &q->query.v[i];
		if (str_in(f->name, without))
			continue;
		buf_fmt(&to, "%c%s=%s", mark, url_encode(q->arena, f->name),
			url_encode(q->arena, f->value));
		mark = '&';
	}
	return to.p;
}

/* ?font= works without script: remember it and come back to the same page. */
static bool font_wanted(struct rq *q, enum err *e)
{
	const char *font = query(q, "font");
	if (!str_in(font, fonts) || strcmp(q->method, "GET") != 0)
		return false;
	reply_cookie(q, "font", font, 31536000);
	*e = see(q, "%s", here(q, "font"));
	return true;
}

/* The page that shows the form is made anew round what was typed and the messages. */
static enum err route_again(struct rq *q)
{
	if (!q->route->again || !form_again(q))
		return ERR(ERR_INTERNAL, "a form is rejected without a page or a message");
	page_only(q, arena_fmt(q->arena, "Form,Error,Errors,%s", str_or(q->form_also, "")));
	/* The way back over a POST is only ever served from the browser's own store; without it
	 * there is a blank page. What staff type is about others: theirs is left to a script. */
	if (!q->json && !q->staff)
		reply_header(q, "Cache-Control", "private, no-cache");
	return q->route->again(q);
}

/* What is not sure yet is done to its last step, and not kept: a form that would be refused is
 * refused before anybody is asked. */
static enum err route_handle(const struct app *app, struct rq *q)
{
	enum err e = edit_begin(q, app->routes);
	bool unsure = strcmp(q->method, "POST") == 0 && app_unsure(q);
	db_rehearse(unsure);
	if (!e)
		e = q->route->handler(q);
	db_rehearse(false);
	if (e == ERR_ASK)
		return app_ask(app, q);
	if (e == ERR_STALE)
		e = edit_both(q);
	return e == ERR_FORM ? route_again(q) : e;
}

static enum err route_serve(const struct app *app, struct rq *q, const struct raw_request *raw)
{
	enum err e = request_path(q, raw->path);
	if (!e)
		e = request_query(q, raw->query);
	if (e)
		return e;
	q->route = route_find(app, q, &e);
	if (!q->route)
		return e;
	if (!(q->route->flags & NO_DB)) {
		e = db_ready(q->arena);
		if (!e)
			e = session_load(q);
		if (!e)
			e = route_rights(q);
		if (!e)
			e = route_acting(app, q);
		if (e)
			return e;
	}
	if (font_wanted(q, &e))
		return e;
	if (strcmp(q->method, "POST") == 0) {
		const char *body;
		size_t cap = (size_t)(q->route->flags & UPLOAD ? cfg.upload_max : cfg.body_max);
		e = raw->read_body(raw, q->arena, cap, &body);
		if (!e)
			e = request_body(q, raw->type, body, raw->length);
		if (!e && arena_over(q->arena))
			e = ERR(ERR_TOO_LARGE, "%zu bytes make too much", raw->length);
		if (!e)
			e = route_csrf(q, raw);
		if (e)
			return e;
	}
	return route_handle(app, q);
}

/* The page that lets somebody in who is not signed in, came by WeChat and is not registered, or
 * has not chosen a station yet; NULL when there is none. */
static const char *way_in(const struct rq *q, enum err e)
{
	unsigned flags = q->route ? q->route->flags : 0;
	bool no = e == ERR_SIGN_IN || e == ERR_FORBIDDEN || e == ERR_ENDED;
	if (no && q->who.step)
		return str_eq(q->who.step, "code")     ? "/account/code?to="
		       : str_eq(q->who.step, "second") ? "/account/second?to="
		       : str_eq(q->who.step, "ended")  ? "/account/family/self?to="
						       : "/account/password?to=";
	if (e == ERR_SIGN_IN)
		return flags & ROLE_VOLUNTEER ? "/account/sign-in?as=volunteer&to="
					      : "/account/sign-in?to=";
	if (e == ERR_FORBIDDEN && q->who.roles == ROLE_WECHAT && flags & ROLE_VOLUNTEER)
		return "/account/register?to=";
	return e == ERR_FORBIDDEN && q->staff && !q->who.roles ? "/account/station?to=" : NULL;
}

/* Leads there instead of saying no. */
static bool to_sign_in(struct rq *q, enum err *e)
{
	const char *where = way_in(q, *e);
	if (!where || q->json || strcmp(q->method, "GET") != 0)
		return false;
	const char *to = here(q, "done");
	*e = see(q, "%s%s", where, url_encode(q->arena, strlen(to) > TO_MOST ? q->path : to));
	return true;
}

/* Who must sign in, and where a POST that was not taken may be done again: on the page above it. A
 * handler that asks for a sign-in on a page for everybody has a way of its own. */
static void put_way(const struct app *app, struct rq *q, enum err e)
{
	bool posted = strcmp(q->method, "POST") == 0;
	unsigned flags = q->route ? q->route->flags : PUBLIC;
	if (e == ERR_METHOD)
		put(q, "Above", app_above(app, q));
	if (flags & PUBLIC ||
	    (e != ERR_SIGN_IN && e != ERR_FORBIDDEN && e != ERR_ENDED && e != ERR_CSRF))
		return;
	bool people = (flags & (ROLE_VOLUNTEER | ROLE_WECHAT)) != 0;
	bool staff = (flags & STAFF_ROLES) != 0;
	put(q, "For", people && staff ? "all" : people ? "people" : "staff");
	put(q, "Inside", wx_browser(q->user_agent) ? "1" : NULL);
	if (!posted)
		return;
	const char *above = app_above(app, q), *where = way_in(q, e);
	const char *to = arena_fmt(q->arena, "%s?done=not_sent", above);
	put(q, "Posted", "1");
	put(q, "Above", above);
	put(q, "To", to);
	if (where)
		put(q, "Way", arena_fmt(q->arena, "%s%s", where, url_encode(q->arena, to)));
}

/* The page of an error; false when not even that can be made. */
static bool error_page(const struct app *app, struct rq *q, enum err e)
{
	page_end(q);
	if (page_begin(q))
		return false;
	put(q, "Error", err_word(e));
	put_int(q, "Status", err_status(e));
	put_way(app, q, e);
	/* Only a handler answers so, after everything else was found right. */
	if (err_status(e) == 409 || err_status(e) == 404)
		form_put_typed(q);
	return !page_status(q, err_status(e), "error.cs");
}

static void answer_error(const struct app *app, struct rq *q, enum err e)
{
	static const char plain[] = "503\n";
	struct buf kept = q->reply->headers;
	arena_lift(q->arena);
	reply_drop(q);
	*q->reply = (struct reply){ .headers = kept, .body = { .arena = q->arena } };
	if (to_sign_in(q, &e) && !e)
		return;
	if (e == ERR_METHOD)
		reply_header(q, "Allow", strcmp(q->method, "GET") == 0 ? "POST" : "GET");
	if (err_status(e) == 503)
		reply_header(q, "Retry-After", "10");
	if (error_page(app, q, e))
		return;
	reply_status(q, err_status(e));
	if (reply_body(q, "text/plain; charset=utf-8", plain, sizeof(plain) - 1))
		q->reply->status = 503;
}

static void log_request(const struct rq *q, enum err e, int64_t began)
{
	const struct who *w = &q->who;
	char kind = w->roles & (ROLE_VOLUNTEER | ROLE_WECHAT) ? 'v' : w->session_id ? 's' : '-';
	const char *pattern = q->route ? q->route->path : "-";
	long long ms = (long long)(clock_mono_ms() - began);
	int status = q->reply->status ? q->reply->status : 200;
	if (err_status(e) >= 500)
		log_error("%s %s %d %lld ms %zu B %c: %s", q->method, pattern, status, ms,
			  q->reply->body.n, kind, err_text());
	else
		log_info("%s %s %d %lld ms %zu B %c %s", q->method, pattern, status, ms,
			 q->reply->body.n, kind, e ? err_name(e) : "");
}

void app_serve(const struct app *app, struct rq *q, const struct raw_request *raw)
{
	int64_t began = clock_mono_ms();
	err_clear();
	q->app = app->name;
	q->now = clock_now();
	q->method = raw->method;
	q->head = strcmp(raw->method, "HEAD") == 0;
	if (q->head)
		q->method = "GET";
	q->json = strstr(raw->accept, "application/json") && !strstr(raw->accept, "text/html");
	q->cookies = raw->cookies;
	q->user_agent = raw->user_agent;
	q->referer = raw->referer;
	q->remote = raw->remote;
	q->path = "/";
	secret_random(q->request, sizeof(q->request));
	enum err e = page_begin(q);
	if (!e)
		e = route_serve(app, q, raw);
	db_rollback_if_left();
	if (e)
		answer_error(app, q, e);
	log_request(q, e, began);
}
