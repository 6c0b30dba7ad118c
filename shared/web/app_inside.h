/* app_inside.h - what app.c and app_fcgi.c share; nobody else includes it. */
#ifndef ZYZ_APP_INSIDE_H
#define ZYZ_APP_INSIDE_H

#include "app.h"

/* A request as the web server gave it. Strings are never NULL and are copied into the arena. */
struct raw_request {
	const char *method, *path, *query, *type, *accept, *cookies, *user_agent, *remote,
		*fetch_site, *origin, *host, *referer;
	size_t length; /* of the body */
	/* Exactly length bytes into the arena; ERR_TOO_LARGE over cap. */
	enum err (*read_body)(const struct raw_request *raw, struct arena *a, size_t cap,
			      const char **body);
	void *stream;
};

/* Climbs the ladder and leaves the whole answer in q->reply. q has its arena and reply, the rest
 * is zero. */
void app_serve(const struct app *app, struct rq *q, const struct raw_request *raw);

/* app_ask.c: a POST that is SURE came without its answer; the page that asks for it. */
bool app_unsure(const struct rq *q);
enum err app_ask(const struct app *app, struct rq *q) MUST_USE;
/* app_above.c: the page above the request, a path of our own: where the form of a POST stands, else
 * the nearest page that its address lies under. Of a GET that only a POST has, as of that POST. */
const char *app_above(const struct app *app, const struct rq *q);

#endif
