/* rendered.c - see rendered.h. */
#include "rendered.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glob.h>

#include <cmocka.h>

#include "page_time.h"

static HDF *texts;

void rendered_must(NEOERR *bad, const char *what)
{
	STRING text;
	if (bad == STATUS_OK)
		return;
	string_init(&text);
	nerr_error_string(bad, &text);
	nerr_ignore(&bad);
	print_error("%s\n", text.buf ? text.buf : "");
	string_clear(&text);
	fail_msg("%s", what);
}

HDF *rendered_tree(void)
{
	HDF *h;
	rendered_must(hdf_init(&h), "hdf_init");
	rendered_must(hdf_set_value(h, "Config.VarEscapeMode", "html"), "html mode");
	rendered_must(hdf_set_value(h, "hdf.loadpaths.0", "templates"), "load path");
	rendered_must(hdf_set_value(h, "hdf.loadpaths.1", GOLDEN), "load path");
	return h;
}

int rendered_start(void **state)
{
	glob_t g;
	(void)state;
	rendered_must(hdf_init(&texts), "hdf_init");
	assert_int_equal(glob("templates/lang/zh.hdf", 0, NULL, &g), 0);
	assert_int_equal(glob("templates/programs.hdf", GLOB_APPEND, NULL, &g), 0);
	assert_int_equal(glob("templates/lang/zh/*.hdf", GLOB_APPEND, NULL, &g), 0);
	for (size_t i = 0; i < g.gl_pathc; i++)
		rendered_must(hdf_read_file(texts, g.gl_pathv[i]), g.gl_pathv[i]);
	globfree(&g);
	return 0;
}

int rendered_stop(void **state)
{
	(void)state;
	hdf_destroy(&texts);
	return 0;
}

CSPARSE *rendered_parse(HDF *base, const char *template, bool folded)
{
	CSPARSE *cs;
	rendered_must(cs_init(&cs, base), "cs_init");
	cs->global_hdf = texts;
	rendered_must(page_functions(cs), "page_functions");
	if (!folded)
		cs_register_fileload(cs, NULL, NULL);
	rendered_must(cs_parse_file(cs, template), template);
	return cs;
}

static NEOERR *add_text(void *ctx, char *s)
{
	return string_append(ctx, s);
}

char *rendered(CSPARSE *cs, HDF *data, const char *what)
{
	STRING out;
	string_init(&out);
	rendered_must(string_append(&out, ""), "memory");
	HDF *first = cs->hdf;
	cs->hdf = data;
	NEOERR *bad = cs_render(cs, &out, add_text);
	cs->hdf = first;
	rendered_must(bad, what);
	/* ClearSilver's memory is not malloc's. */
	char *html = strdup(out.buf ? out.buf : "");
	string_clear(&out);
	return html;
}
