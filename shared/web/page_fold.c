/*
 * page_fold.c - templates as they are loaded: a text of the language file that stands alone in its
 * tag, `var:Lang.needs.title`, is put in its place once, escaped, instead of being looked up for
 * each page. What a page shows does not change by it.
 */
#include <ClearSilver.h>
#include <string.h>

#include "hdf_alloc.h"
#include "page_time.h"

struct fold {
	STRING out;
	HDF *texts;
	NEOERR *bad;
};

static void add(struct fold *f, const char *p, size_t n)
{
	if (f->bad == STATUS_OK)
		f->bad = string_appendn(&f->out, p, (int)n);
}

/* As ClearSilver's own html mode writes it. */
static void add_text(struct fold *f, const char *text)
{
	char *html = NULL;
	if (f->bad == STATUS_OK)
		f->bad = neos_html_escape(text, (int)strlen(text), &html);
	if (f->bad == STATUS_OK)
		f->bad = string_append(&f->out, html);
	hdf_free(html);
}

/* The text's name when the tag that begins here shows one; *end is behind the tag. */
static const char *constant(const char *tag, const char **end, char name[128])
{
	static const char
		letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
	const char *p = tag + 4 + strspn(tag + 4, " \t\r\n");
	if (strncmp(p, "var:Lang.", 9) != 0)
		return NULL;
	p += 4;
	size_t n = strspn(p, letters);
	const char *close = p + n + strspn(p + n, " \t\r\n");
	if (n >= 128 || strncmp(close, "?>", 2) != 0)
		return NULL;
	memcpy(name, p, n);
	name[n] = '\0';
	*end = close + 2;
	return name;
}

static void fold(struct fold *f, const char *source)
{
	const char *at = source, *tag, *end;
	char name[128];
	while ((tag = strstr(at, "<?cs")) != NULL) {
		const char *text = constant(tag, &end, name) ? hdf_get_value(f->texts, name, NULL)
							     : NULL;
		if (!text) {
			end = strstr(tag, "?>");
			end = end ? end + 2 : tag + strlen(tag);
		}
		add(f, at, (size_t)((text ? tag : end) - at));
		if (text)
			add_text(f, text);
		at = end;
	}
	add(f, at, strlen(at));
}

NEOERR *page_load(void *texts, HDF *hdf, const char *name, char **contents)
{
	char path[_POSIX_PATH_MAX], *source = NULL;
	struct fold f = { .texts = texts };
	NEOERR *bad = hdf_search_path(hdf, name, path);
	if (bad == STATUS_OK)
		bad = ne_load_file(path, &source);
	if (bad != STATUS_OK)
		return nerr_pass(bad);
	string_init(&f.out);
	f.bad = string_append(&f.out, "");
	fold(&f, source);
	hdf_free(source);
	*contents = f.out.buf;
	return nerr_pass(f.bad);
}
