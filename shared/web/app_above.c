/* app_above.c - the page above a POST: what its form stands on, or what is nearest to it. Nobody is
 * led to an address that only a button may open. */
#include <string.h>

#include "app_inside.h"

static size_t names_of(const char *pattern)
{
	size_t n = 0;
	for (; (pattern = strchr(pattern, '{')); pattern++)
		n++;
	return n;
}

/* The row of the page that shows the form again; its {name} parts come first among the POST's. */
static const struct route *row_again(const struct app *app, const struct route *post)
{
	for (const struct route *r = app->routes; post->again && r->method; r++)
		if (r->handler == post->again && strcmp(r->method, "GET") == 0 &&
		    names_of(r->path) <= names_of(post->path))
			return r;
	return NULL;
}

static const char *filled(const struct rq *q, const char *pattern)
{
	struct buf b = { .arena = q->arena };
	size_t n = 0;
	buf_str(&b, "");
	while (*pattern) {
		if (*pattern != '{') {
			buf_char(&b, *pattern++);
			continue;
		}
		buf_str(&b, url_encode(q->arena, arg(q, n++)));
		pattern += strcspn(pattern, "}");
		pattern += *pattern == '}';
	}
	return b.p;
}

/* Cuts the last segments off until a page stands there. */
static const char *shorter(const struct app *app, const struct rq *q, unsigned flags)
{
	char *path = arena_str(q->arena, q->path);
	for (char *end; (end = strrchr(path, '/')) && end > path;) {
		*end = '\0';
		struct rq probe = { .arena = q->arena, .method = "GET", .path = path };
		enum err e;
		const struct route *r = route_find(app, &probe, &e);
		if (!r) {
			probe.path = arena_fmt(q->arena, "%s/", path);
			r = route_find(app, &probe, &e);
		}
		/* Whose button it was may open the page, too. */
		if (r && (r->flags & PUBLIC || (r->flags & flags & 0x3fu)))
			return filled(&probe, r->path);
	}
	return flags & ROLE_VOLUNTEER ? "/account/me" : "/account/desk";
}

const char *app_above(const struct app *app, const struct rq *q)
{
	struct rq as_post = { .arena = q->arena, .method = "POST", .path = q->path };
	enum err e;
	as_post.route = route_find(app, &as_post, &e);
	if (!as_post.route)
		return "/";
	const struct route *r = row_again(app, as_post.route);
	return r ? filled(&as_post, r->path) : shorter(app, &as_post, as_post.route->flags);
}
