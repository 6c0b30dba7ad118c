/* page.c - page data and rendering. JSON of the same data is in page_json.c. */
#include "page.h"

#include <ClearSilver.h>
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "clock.h"
#include "config.h"
#include "log.h"
#include "page_inside.h"
#include "reply.h"

enum { MAX_TEMPLATES = 96 };

struct page {
	HDF *hdf;                /* the request's whole tree */
	HDF *root;               /* its node Page */
};

/* Parsed once in each process; a render swaps the request's tree under them. */
static struct {
	char *name;
	CSPARSE *cs;
} templates[MAX_TEMPLATES];
static size_t template_count;
static HDF *base, *texts;        /* settings of ClearSilver; Lang.* */
static const char *program;
static char static_version[32];
static bool json_mode;           /* of the request being served: numbers are marked */

static enum err cs_error(NEOERR *bad, const char *what)
{
	STRING text;
	string_init(&text);
	nerr_error_string(bad, &text);
	enum err e = ERR(ERR_INTERNAL, "%s: %s", what, text.buf ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&bad);
	return e;
}

static _Noreturn void give_up(NEOERR *bad, const char *what)
{
	(void)cs_error(bad, what);
	log_error("%s", err_text());
	exit(2);
}

static void must(NEOERR *bad, const char *what)
{
	if (bad != STATUS_OK)
		give_up(bad, what);
}

/* Only what is out of memory can fail here; then the process ends and another is started. */
static void set(HDF *n, const char *name, const char *value)
{
	if (value)
		must(hdf_set_value(n, name, value), name);
}

static HDF *child(HDF *n, const char *name)
{
	HDF *c;
	must(hdf_get_node(n, name, &c), name);
	return c;
}

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
	must(hdf_init(&texts), "hdf_init");
	must(hdf_read_file(texts, path), path);
	(void)snprintf(path, sizeof(path), "%s/lang/%s", cfg.templates, cfg.lang);
	int n = scandir(path, &files, only_hdf, alphasort);
	for (int i = 0; i < n; i++) {
		char file[1300];
		(void)snprintf(file, sizeof(file), "%s/%s", path, files[i]->d_name);
		must(hdf_read_file(texts, file), file);
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
	must(hdf_init(&base), "hdf_init");
	set(base, "Config.VarEscapeMode", "html");
	set(base, "hdf.loadpaths.0", cfg.templates);
	load_texts();
	load_static_version();
}

enum err page_begin(struct rq *q)
{
	struct page *p = arena_alloc(q->arena, sizeof(*p));
	NEOERR *bad = hdf_init(&p->hdf);
	if (bad != STATUS_OK)
		return cs_error(bad, "hdf_init");
	set(p->hdf, "Config.VarEscapeMode", "html");
	p->root = child(p->hdf, "Page");
	q->page = p;
	json_mode = q->json;
	return OK;
}

void page_end(struct rq *q)
{
	if (q->page)
		hdf_destroy(&q->page->hdf);
	q->page = NULL;
}

static enum err find_template(const char *name, CSPARSE **out)
{
	for (size_t i = 0; i < template_count; i++)
		if (strcmp(templates[i].name, name) == 0) {
			*out = templates[i].cs;
			return OK;
		}
	CSPARSE *cs;
	NEOERR *bad = cs_init(&cs, base);
	if (bad != STATUS_OK)
		return cs_error(bad, "cs_init");
	cs->global_hdf = texts;
	bad = cgi_register_strfuncs(cs);
	if (bad == STATUS_OK)
		bad = cs_parse_file(cs, name);
	char *copy = strdup(name);
	if (bad != STATUS_OK || !copy || template_count == MAX_TEMPLATES) {
		enum err e = bad != STATUS_OK ? cs_error(bad, name) : ERR(ERR_INTERNAL, "%s", name);
		cs_destroy(&cs);
		free(copy);
		return e;
	}
	templates[template_count].name = copy;
	templates[template_count++].cs = cs;
	*out = cs;
	return OK;
}

static NEOERR *add_to_body(void *ctx, char *text)
{
	buf_str(ctx, text);
	return STATUS_OK;
}

/* The query without what belongs to one view of the page, for links that change only that. */
static void put_rest_of_query(struct rq *q)
{
	struct buf b = { .arena = q->arena };
	for (size_t i = 0; i < q->query.n; i++) {
		const struct field *f = &q->query.v[i];
		if (!str_in(f->name, "font,done,after"))
			buf_fmt(&b, "%s%s=%s", b.n ? "&" : "", url_encode(q->arena, f->name),
			        url_encode(q->arena, f->value));
	}
	put(q, "Query", b.p);
}

static void put_viewer(struct rq *q)
{
	const struct who *w = &q->who;
	static const struct {
		unsigned bit;
		const char *name;
	} roles[] = { { ROLE_CLERK, "Who.Role.clerk" }, { ROLE_REVIEWER, "Who.Role.reviewer" },
	              { ROLE_MANAGER, "Who.Role.manager" }, { ROLE_OVERSEER, "Who.Role.overseer" } };
	put(q, "Path", q->path);
	put(q, "App", program);
	put(q, "Static", static_version);
	const char *font = cookie(q, "font");
	put(q, "Font", str_in(font, "l,xl") ? font : "std");
	put(q, "Today", clock_day(q->arena, q->now));
	const char *done = query(q, "done");
	if (done && strspn(done, "abcdefghijklmnopqrstuvwxyz_") == strlen(done))
		put(q, "Done", done);
	put_rest_of_query(q);
	if (!w->session_id)
		return;
	put(q, "Csrf", w->csrf);
	put(q, "Who.name", w->name);
	put(q, "Who.station", w->station_name);
	put(q, "Who.kind", w->roles & ROLE_VOLUNTEER ? "volunteer" : w->roles & ROLE_WECHAT ? "wechat"
	                   : w->roles & ROLE_OVERSEER ? "overseer" : "staff");
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (w->roles & roles[i].bit)
			put(q, roles[i].name, "1");
}

enum err page(struct rq *q, const char *template)
{
	put_viewer(q);
	if (q->json) {
		struct buf b = { .arena = q->arena };
		page_json(q->page->root, &b);
		return reply_body(q, "application/json; charset=utf-8", b.p, b.n);
	}
	CSPARSE *cs;
	enum err e = find_template(template, &cs);
	if (e)
		return e;
	struct buf b = { .arena = q->arena };
	cs->hdf = q->page->hdf;
	NEOERR *bad = cs_render(cs, &b, add_to_body);
	cs->hdf = base;
	if (bad != STATUS_OK)
		return cs_error(bad, template);
	return reply_body(q, "text/html; charset=utf-8", b.p ? b.p : "", b.n);
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
	return texts ? hdf_get_value(texts, path, NULL) : NULL;
}

/* A node of ours is a node of ClearSilver under another name: its type never shows outside. */
static HDF *hdf_of(struct node *n)
{
	return (HDF *)n;
}

static struct node *node_of(HDF *h)
{
	return (struct node *)h;
}

static void mark_number(HDF *n, const char *name)
{
	if (json_mode)
		must(hdf_set_attr(n, name, "n", "1"), name);
}

void put(struct rq *q, const char *name, const char *value)
{
	set(q->page->root, name, value);
}

void put_int(struct rq *q, const char *name, int64_t value)
{
	node_int(node_of(q->page->root), name, value);
}

const char *got(struct rq *q, const char *name)
{
	return hdf_get_value(q->page->root, name, NULL);
}

struct node *put_list(struct rq *q, const char *name)
{
	return node_of(child(q->page->root, name));
}

static HDF *numbered(HDF *list, size_t i)
{
	char name[24];
	(void)snprintf(name, sizeof(name), "%zu", i);
	return child(list, name);
}

static size_t count(HDF *list)
{
	size_t n = 0;
	for (HDF *c = hdf_obj_child(list); c; c = hdf_obj_next(c))
		n += isdigit((unsigned char)*hdf_obj_name(c)) != 0;
	return n;
}

struct node *node_item(struct node *list)
{
	return node_of(numbered(hdf_of(list), count(hdf_of(list))));
}

struct node *node_child(struct node *n, const char *name)
{
	return node_of(child(hdf_of(n), name));
}

void node_set(struct node *n, const char *name, const char *value)
{
	set(hdf_of(n), name, value);
}

void node_int(struct node *n, const char *name, int64_t value)
{
	char text[24];
	if (value == DB_NONE)
		return;
	(void)snprintf(text, sizeof(text), "%lld", (long long)value);
	set(hdf_of(n), name, text);
	mark_number(hdf_of(n), name);
}

const char *node_get(struct node *n, const char *name)
{
	return hdf_get_value(hdf_of(n), name, NULL);
}

int64_t node_get_int(struct node *n, const char *name)
{
	const char *text = node_get(n, name);
	return text && *text ? strtoll(text, NULL, 10) : DB_NONE;
}

struct node *node_first(struct node *list)
{
	return list ? node_of(hdf_obj_child(hdf_of(list))) : NULL;
}

struct node *node_next(struct node *n)
{
	return node_of(hdf_obj_next(hdf_of(n)));
}

struct filling {
	HDF *list;
	const char *list_name;   /* the list is made with its first row */
	size_t n;
};

static void put_cells(HDF *to, const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		if (!r->cells[i].text)
			continue;
		set(to, r->names[i], r->cells[i].text);
		if (r->cells[i].is_int)
			mark_number(to, r->names[i]);
	}
}

static enum err put_row(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	if (f->list_name) {
		f->list = child(f->list, f->list_name);
		f->list_name = NULL;
	}
	put_cells(numbered(f->list, f->n++), r);
	return OK;
}

enum err put_query(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	struct filling f = { q->page->root, name, 0 };
	return db_each(s, a, put_row, &f);
}

enum err node_query(struct node *list, struct stmt *s, struct args a)
{
	struct filling f = { hdf_of(list), NULL, count(hdf_of(list)) };
	return db_each(s, a, put_row, &f);
}

static enum err put_first(void *ctx, const struct row *r)
{
	struct filling *f = ctx;
	if (f->n++ == 0)
		put_cells(child(f->list, f->list_name), r);
	return OK;
}

enum err put_one(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	struct filling f = { q->page->root, name, 0 };
	enum err e = db_each(s, a, put_first, &f);
	return e ? e : f.n ? OK : ERR_NOT_FOUND;
}

void put_next(struct rq *q, const char *list, size_t size, const char *column)
{
	char path[128];
	HDF *l = hdf_get_obj(q->page->root, list);
	if (!l || count(l) <= size)
		return;
	(void)snprintf(path, sizeof(path), "%zu", size);
	must(hdf_remove_tree(l, path), path);
	(void)snprintf(path, sizeof(path), "%zu.%s", size - 1, column);
	put(q, "Next", hdf_get_value(l, path, NULL));
}
