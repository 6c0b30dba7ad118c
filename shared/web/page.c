/* page.c - page data and rendering. JSON of the same data is in page_json.c. */
#include "page.h"

#include <ClearSilver.h>
#include <dirent.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "config.h"
#include "edit.h"
#include "hdf_alloc.h"
#include "log.h"
#include "page_inside.h"
#include "page_time.h"
#include "reply.h"

enum { MAX_TEMPLATES = 96 };

static enum err page_error(NEOERR *bad, const char *what)
{
	STRING text;
	string_init(&text);
	nerr_error_string(bad, &text);
	enum err e = ERR(ERR_INTERNAL, "%s: %s", what, text.buf ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&bad);
	return e;
}

/* The texts are part of the program: without them it does not start. */
static void page_must(NEOERR *bad, const char *what)
{
	if (bad == STATUS_OK)
		return;
	log_error("%s: %s", err_name(page_error(bad, what)), err_text());
	exit(2);
}

/* Parsed once in each process; a render swaps the request's tree under them. */
static struct template
{
	char *name;
	CSPARSE *cs;
	size_t n; /* bytes of its last page, which the next one will be about as long as */
}
templates[MAX_TEMPLATES];
static size_t template_count;
static struct node *base, *texts; /* settings of ClearSilver; Lang.* */
static const char *program;
static char static_version[32];

static int only_hdf(const struct dirent *d)
{
	size_t n = strlen(d->d_name);
	return n > 4 && strcmp(d->d_name + n - 4, ".hdf") == 0;
}

static void load_texts(void)
{
	char path[1024];
	struct dirent **files;
	(void)snprintf(path, sizeof(path), "%s/lang/%s.hdf", cfg.templates, cfg.lang);
	texts = node_new();
	page_must(hdf_read_file((HDF *)texts, path), path);
	(void)snprintf(path, sizeof(path), "%s/programs.hdf", cfg.templates);
	page_must(hdf_read_file((HDF *)texts, path), path);
	(void)snprintf(path, sizeof(path), "%s/lang/%s", cfg.templates, cfg.lang);
	int n = scandir(path, &files, only_hdf, alphasort);
	for (int i = 0; i < n; i++) {
		char file[1300];
		(void)snprintf(file, sizeof(file), "%s/%s", path, files[i]->d_name);
		page_must(hdf_read_file((HDF *)texts, file), file);
		free(files[i]);
	}
	if (n >= 0)
		free(files);
}

/* What is behind names of css and js, so that a new build is a new address. */
static void load_static_version(void)
{
	char path[1024];
	(void)snprintf(path, sizeof(path), "%s/version", cfg.static_dir);
	FILE *f = fopen(path, "r");
	if (!f)
		return;
	if (fgets(static_version, sizeof(static_version), f))
		static_version[strcspn(static_version, "\r\n")] = '\0';
	(void)fclose(f);
}

void page_start(const char *app)
{
	program = app;
	/* ClearSilver's own list of errors lives as long as the process. */
	page_must(nerr_init(), "nerr_init");
	base = node_new();
	node_set(base, "Config.VarEscapeMode", "html");
	node_set(base, "hdf.loadpaths.0", cfg.templates);
	load_texts();
	load_static_version();
}

const char *page_known(const char *path)
{
	return !program                      ? NULL
	       : str_eq(path, "Page.App")    ? program
	       : str_eq(path, "Page.Static") ? static_version
	       : str_eq(path, "Page.Site")   ? cfg.base_url
					     : NULL;
}

enum err page_begin(struct rq *q)
{
	struct page *p = arena_alloc(q->arena, sizeof(*p));
	(void)hdf_use(q->arena);
	p->tree = node_new();
	node_set(p->tree, "Config.VarEscapeMode", "html");
	p->root = node_child(p->tree, "Page");
	q->page = p;
	node_numbers(q->json);
	return OK;
}

void page_end(struct rq *q)
{
	(void)hdf_use(NULL);
	q->page = NULL;
}

void page_only(struct rq *q, const char *names)
{
	for (struct node *n = node_first(q->page->root), *next; n; n = next) {
		next = node_next(n);
		if (!str_in(node_name(n), names))
			node_drop(q->page->root, node_name(n));
	}
}

static enum err template_parse(const char *name, struct template *t)
{
	CSPARSE *cs;
	NEOERR *bad = cs_init(&cs, (HDF *)base);
	if (bad != STATUS_OK)
		return page_error(bad, "cs_init");
	cs->global_hdf = (HDF *)texts;
	bad = page_functions(cs);
	if (bad == STATUS_OK)
		bad = cs_parse_file(cs, name);
	if (bad != STATUS_OK) {
		enum err e = page_error(bad, name);
		cs_destroy(&cs);
		return e;
	}
	*t = (struct template){ strdup(name), cs, 0 };
	return t->name ? OK : ERR(ERR_INTERNAL, "%s: no memory", name);
}

static enum err template_find(const char *name, struct template **out)
{
	for (size_t i = 0; i < template_count; i++)
		if (strcmp(templates[i].name, name) == 0) {
			*out = &templates[i];
			return OK;
		}
	if (template_count == MAX_TEMPLATES)
		return ERR(ERR_INTERNAL, "%s: more than %d templates", name, MAX_TEMPLATES);
	/* What is parsed outlives the request. */
	struct arena *before = hdf_use(NULL);
	enum err e = template_parse(name, &templates[template_count]);
	(void)hdf_use(before);
	if (!e)
		*out = &templates[template_count++];
	return e;
}

void page_parse_all(void)
{
	char path[1024];
	struct template *t;
	glob_t g;
	(void)snprintf(path, sizeof(path), "%s/%s/*.cs", cfg.templates, program);
	if (glob(path, 0, NULL, &g))
		return;
	for (size_t i = 0; i < g.gl_pathc; i++)
		/* One that is a part of others may ask for what they bring. */
		if (template_find(g.gl_pathv[i] + strlen(cfg.templates) + 1, &t))
			err_clear();
	globfree(&g);
}

static NEOERR *template_add(void *ctx, char *text)
{
	struct buf *b = ctx;
	size_t had = b->cap;
	buf_str(b, text);
	/* A page grows by the room that its text takes. */
	return b->cap > had && arena_over(b->arena) ? nerr_raise(NERR_NOMEM, "over the ceiling")
						    : STATUS_OK;
}

/* The query without what belongs to one view of the page, for links that change only that. */
const char *page_query(struct rq *q)
{
	struct buf b = { .arena = q->arena };
	for (size_t i = 0; i < q->query.n; i++) {
		const struct field *f = &q->query.v[i];
		if (!str_in(f->name, "font,done,after"))
			buf_fmt(&b, "%s%s=%s", b.n ? "&" : "", url_encode(q->arena, f->name),
				url_encode(q->arena, f->value));
	}
	return b.p;
}

static void put_viewer(struct rq *q)
{
	const struct who *w = &q->who;
	static const struct {
		unsigned bit;
		const char *name;
	} roles[] = { { ROLE_CLERK, "Who.Role.clerk" },
		      { ROLE_REVIEWER, "Who.Role.reviewer" },
		      { ROLE_MANAGER, "Who.Role.manager" },
		      { ROLE_OVERSEER, "Who.Role.overseer" } };
	put(q, "Path", q->path);
	/* Templates know these two already, and Page.Site: page_known(). */
	if (q->json) {
		put(q, "App", program);
		put(q, "Static", static_version);
	}
	const char *font = cookie(q, "font");
	put(q, "Font", str_in(font, "l,xl") ? font : "std");
	put(q, "KeysOff", str_eq(cookie(q, "keys"), "off") ? "1" : NULL);
	put(q, "Today", clock_day(q->arena, q->now));
	const char *done = query(q, "done");
	if (done && strspn(done, "abcdefghijklmnopqrstuvwxyz_") == strlen(done))
		put(q, "Done", done);
	const char *undo = query(q, "undo");
	if (q->staff && undo && strlen(undo) == 16 && strspn(undo, "0123456789abcdef") == 16)
		put(q, "Undo", undo);
	put(q, "Query", page_query(q));
	if (!w->session_id)
		return;
	put(q, "Csrf", w->csrf);
	put(q, "Who.name", w->name);
	put(q, "Who.self", w->self);
	put(q, "Who.step", w->step);
	put(q, "Who.station", w->station_name);
	if (w->unread)
		put_int(q, "Who.unread", w->unread);
	put(q, "Who.kind",
	    w->roles & ROLE_VOLUNTEER  ? "volunteer"
	    : w->roles & ROLE_WECHAT   ? "wechat"
	    : w->self                  ? "wechat"
	    : w->roles & ROLE_OVERSEER ? "overseer"
				       : "staff");
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (w->roles & roles[i].bit)
			put(q, roles[i].name, "1");
}

enum err page(struct rq *q, const char *template)
{
	if (edit_page(q, template))
		return OK;
	put_viewer(q);
	if (q->json) {
		struct buf b = { .arena = q->arena };
		buf_reserve(&b, 8192);
		page_json(q->page->root, &b);
		if (arena_over(q->arena))
			return ERR(ERR_MEMORY, "JSON of %s", template);
		reply_take(q, "application/json; charset=utf-8", b);
		return OK;
	}
	page_around(q);
	struct template *t;
	enum err e = template_find(template, &t);
	if (e)
		return e;
	struct buf b = { .arena = q->arena };
	CSPARSE *cs = t->cs;
	buf_reserve(&b, t->n + t->n / 8 + 1024);
	page_today(q->now);
	cs->hdf = (HDF *)q->page->tree;
	NEOERR *bad = cs_render(cs, &b, template_add);
	cs->hdf = (HDF *)base;
	if (bad != STATUS_OK && arena_over(q->arena)) {
		nerr_ignore(&bad);
		return ERR(ERR_MEMORY, "%s", template);
	}
	if (bad != STATUS_OK)
		return page_error(bad, template);
	t->n = b.n;
	reply_take(q, "text/html; charset=utf-8", b);
	return OK;
}

enum err page_status(struct rq *q, int status, const char *template)
{
	reply_status(q, status);
	return page(q, template);
}

const char *lang(const char *name)
{
	char path[200];
	(void)snprintf(path, sizeof(path), "Lang.%s", name);
	return texts ? node_get(texts, path) : NULL;
}

const char *page_programs(const char *kind)
{
	return str_or(node_get(node_child(texts, "Programs"), kind), "");
}
