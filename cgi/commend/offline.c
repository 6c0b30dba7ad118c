/* offline.c - the page that checks certificates with the network off, and its worker. */
#include <stdio.h>

#include "commend.h"
#include "config.h"

enum { WORKER_MAX = 65536 };

enum err offline_page(struct rq *q)
{
	reply_cache(q, 60);
	return page(q, "commend/offline.cs");
}

/* A worker rules no more than the folder it comes from: out of /static/ that is nothing. */
enum err offline_worker(struct rq *q)
{
	FILE *f = fopen(arena_fmt(q->arena, "%s/worker.js", cfg.static_dir), "r");
	if (!f)
		return ERR(ERR_NOT_FOUND, "no worker.js among the static files");
	char *text = arena_alloc(q->arena, WORKER_MAX);
	size_t n = fread(text, 1, WORKER_MAX, f);
	(void)fclose(f);
	reply_header(q, "Cache-Control", "no-cache");
	return reply_body(q, "text/javascript; charset=utf-8", text, n);
}
