/*
 * golden_test.c - every macro and page template, rendered from fixtures, compared, and attacked.
 *
 * golden/macros/NAME.cs + NAME.hdf -> NAME.html (all of it). golden/pages/PROGRAM/PAGE.hdf renders
 * templates/PROGRAM/PAGE.cs -> PAGE.html (what stands in <main>); PAGE@VARIANT.hdf is another
 * fixture of the same template. A template without a fixture fails, unless it is part of another.
 * `#include "as/clerk.hdf"` at the top of a fixture says who looks at the page: see golden/as/.
 *
 * Each fixture is rendered once as it is: it must equal the golden file and keep the rules of
 * markup.h. Then, for each value under Page in turn, with hostile texts in its place: the page must
 * still be readable and safe. What page_fold.c makes of a template says the same as the template
 * itself, also with each value hostile or empty.
 *
 * Run from the root of the tree. GOLDEN_UPDATE=1 writes the golden files anew: read the difference
 * before committing it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <glob.h>

#include <cmocka.h>

#include <ClearSilver.h>

#include "clock.h"
#include "markup.h"
#include "page_time.h"
#include "rendered.h"

#define MAX_CASES 1024

struct golden {
	char fixture[300];  /* without .hdf */
	char template[300]; /* as ClearSilver looks it up */
	int whole;          /* compare the whole text, not only <main> */
};
static struct golden cases[MAX_CASES];
static size_t case_count;
static CSPARSE *as_written; /* the template of the case, not folded */

/* The first ends with U+2028 and a character of four bytes. */
static const char *const hostile[] = {
	"\"><svg onload=alert(1)>'&\xe2\x80\xa8\xf0\xa0\xae\xb7",
	"x onmouseover=alert(2) y",
	"javascript:alert(3)",
	"</textarea></title></main><script>alert(4)</script>",
};

static char *read_all(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	char *text = NULL;
	size_t n = 0;
	FILE *to = open_memstream(&text, &n);
	for (int c; (c = getc(f)) != EOF;)
		(void)putc(c, to);
	(void)fclose(to);
	(void)fclose(f);
	return text;
}

/* What stands in <main>, so that a change of the frame touches few golden files. */
static char *main_part(char *html)
{
	char *from = strstr(html, "<main"), *to = strstr(html, "</main>");
	if (!from || !to)
		return strdup(html);
	return strndup(from, (size_t)(to - from) + strlen("</main>\n"));
}

static void compare(const struct golden *g, char *html)
{
	char path[320];
	char *now = g->whole ? strdup(html) : main_part(html);
	(void)snprintf(path, sizeof(path), "%s.html", g->fixture);
	if (getenv("GOLDEN_UPDATE")) {
		FILE *f = fopen(path, "wb");
		assert_non_null(f);
		(void)fputs(now, f);
		assert_int_equal(fclose(f), 0);
	}
	char *then = read_all(path);
	if (!then)
		fail_msg("%s is missing: run with GOLDEN_UPDATE=1 and read what it wrote", path);
	size_t same = 0, line = 1;
	for (; now[same] && now[same] == then[same]; same++)
		line += now[same] == '\n';
	if (now[same] != then[same])
		fail_msg("%s differs at line %zu: expected \"%.60s\", got \"%.60s\" (if that is "
			 "wanted: "
			 "GOLDEN_UPDATE=1 build/test/golden_test, then read the difference)",
			 path, line, then + same, now + same);
	free(then);
	free(now);
}

static void check_clean(const struct golden *g, const char *html)
{
	struct markup *m = markup_read(html);
	markup_safe(m);
	markup_linked(m);
	markup_worded(m);
	markup_forms(m);
	if (!g->whole || strstr(html, "<!doctype"))
		markup_page(m);
	if (markup_faults(m)[0])
		fail_msg("%s:\n%s", g->fixture, markup_faults(m));
	markup_free(m);
}

static void check_folded(HDF *data, const char *html, const char *path)
{
	size_t same = 0;
	char *plain = rendered(as_written, data, path);
	while (html[same] && html[same] == plain[same])
		same++;
	if (html[same] != plain[same])
		fail_msg("%s: as written \"%.60s\", folded \"%.60s\"", path, plain + same,
			 html + same);
	free(plain);
}

static void attack_value(const struct golden *g, CSPARSE *cs, HDF *data, HDF *leaf,
			 const char *path)
{
	char *honest = strdup(hdf_obj_value(leaf));
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		rendered_must(hdf_set_value(leaf, NULL, hostile[i]), path);
		char *html = rendered(cs, data, g->template);
		if (i == 0)
			check_folded(data, html, path);
		struct markup *m = markup_read(html);
		markup_safe(m);
		if (markup_faults(m)[0])
			fail_msg("%s with %s = %s:\n%s", g->fixture, path, hostile[i],
				 markup_faults(m));
		markup_free(m);
		free(html);
	}
	rendered_must(hdf_set_value(leaf, NULL, ""), path);
	char *empty = rendered(cs, data, g->template);
	check_folded(data, empty, path);
	free(empty);
	rendered_must(hdf_set_value(leaf, NULL, honest), path);
	free(honest);
}

static void attack(const struct golden *g, CSPARSE *cs, HDF *data, HDF *node, const char *path)
{
	for (HDF *c = hdf_obj_child(node); c; c = hdf_obj_next(c)) {
		char below[400];
		(void)snprintf(below, sizeof(below), "%.200s.%s", path, hdf_obj_name(c));
		if (hdf_obj_value(c))
			attack_value(g, cs, data, c, below);
		attack(g, cs, data, c, below);
	}
}

/* Page.Today of the fixture, or the day all others were written for. */
static int64_t today_of(HDF *data)
{
	int64_t t;
	assert_true(clock_parse_day(hdf_get_value(data, "Page.Today", "2026-11-28"), &t));
	return t;
}

static void test_case(void **state)
{
	const struct golden *g = *state;
	char path[320];
	HDF *base = rendered_tree(), *data = rendered_tree();
	CSPARSE *cs = rendered_parse(base, g->template, true);
	as_written = rendered_parse(base, g->template, false);

	(void)snprintf(path, sizeof(path), "%s.hdf", g->fixture);
	rendered_must(hdf_read_file(data, path), path);
	page_today(today_of(data));
	char *html = rendered(cs, data, g->template);
	compare(g, html);
	check_folded(data, html, g->template);
	check_clean(g, html);
	free(html);
	HDF *page = hdf_get_obj(data, "Page");
	assert_non_null(page);
	attack(g, cs, data, page, "Page");
	hdf_destroy(&data);
	cs_destroy(&cs);
	cs_destroy(&as_written);
	hdf_destroy(&base);
}

static void add_case(const char *folder, const char *below, const char *name)
{
	struct golden *g = &cases[case_count++];
	if (case_count > MAX_CASES)
		abort();
	size_t n = strlen(name) - strlen(".hdf");
	size_t plain = strcspn(name, "@") < n ? strcspn(name, "@") : n;
	g->whole = strcmp(folder, "macros") == 0;
	(void)snprintf(g->fixture, sizeof(g->fixture), GOLDEN "/%s/%s%.*s", folder, below, (int)n,
		       name);
	(void)snprintf(g->template, sizeof(g->template), "%s%s%.*s.cs", g->whole ? "macros/" : "",
		       below, (int)plain, name);
}

static int is_hdf(const struct dirent *d)
{
	size_t n = strlen(d->d_name);
	return n > 4 && strcmp(d->d_name + n - 4, ".hdf") == 0;
}

/* Fixtures of a folder and of the folders in it. */
static void find_cases(const char *folder, const char *below)
{
	char path[300];
	struct dirent **files;
	(void)snprintf(path, sizeof(path), GOLDEN "/%s/%s", folder, below);
	int n = scandir(path, &files, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		if (is_hdf(files[i])) {
			add_case(folder, below, files[i]->d_name);
		} else if (!strchr(files[i]->d_name, '.')) {
			char deeper[300];
			(void)snprintf(deeper, sizeof(deeper), "%.30s%.200s/", below,
				       files[i]->d_name);
			find_cases(folder, deeper);
		}
		free(files[i]);
	}
	if (n >= 0)
		free(files);
}

/* What another template takes in is no page of its own, nor is an icon. */
static int is_part(const char *template)
{
	char include[300];
	glob_t g;
	int found = strncmp(template, "icon/", 5) == 0;
	(void)snprintf(include, sizeof(include), "include!\"%.200s\"", template);
	if (glob("templates/*.cs", 0, NULL, &g) || glob("templates/*/*.cs", GLOB_APPEND, NULL, &g))
		return found;
	for (size_t i = 0; i < g.gl_pathc; i++) {
		char *text = read_all(g.gl_pathv[i]);
		found |= text && strstr(text, include);
		free(text);
	}
	globfree(&g);
	return found;
}

static int lacks_fixture(const char *template)
{
	for (size_t i = 0; i < case_count; i++)
		if (strcmp(cases[i].template, template) == 0)
			return 0;
	if (is_part(template))
		return 0;
	print_error("templates/%s has no fixture " GOLDEN "/pages/%.*s.hdf\n", template,
		    (int)strlen(template) - 3, template);
	return 1;
}

/* Templates stand one folder deep; those at the top are parts, but for the error page. */
static void test_fixtures(void **state)
{
	struct dirent **folders;
	(void)state;
	int lacking = lacks_fixture("error.cs");
	int n = scandir("templates", &folders, NULL, alphasort);
	assert_true(n > 2);
	for (int i = 0; i < n; i++) {
		char path[400];
		(void)snprintf(path, sizeof(path), "templates/%s", folders[i]->d_name);
		DIR *d = folders[i]->d_name[0] == '.' ? NULL : opendir(path);
		for (struct dirent *f; d && (f = readdir(d));) {
			size_t len = strlen(f->d_name);
			char name[600];
			(void)snprintf(name, sizeof(name), "%s/%s", folders[i]->d_name, f->d_name);
			if (len > 3 && strcmp(f->d_name + len - 3, ".cs") == 0)
				lacking += lacks_fixture(name);
		}
		if (d)
			(void)closedir(d);
		free(folders[i]);
	}
	free(folders);
	if (lacking)
		fail_msg("%d page templates without a fixture", lacking);
}

/* The attack itself must be seen: a raw value, an unquoted one, an address that runs. */
static void test_markup_sees(void **state)
{
	static const char *const bad[] = { "<p>\"><svg onload=alert(1)></p>",
					   "<input value=x>",
					   "<a href=\"javascript:alert(1)\">x</a>",
					   "<p id=\"a\" onclick=\"x\">y</p>",
					   "<p style=\"color:red\">y</p>",
					   "<script>alert(1)</script>",
					   "<b><i></b></i>",
					   "<p>x",
					   "<input 'a'>",
					   "x</p>" };
	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct markup *m = markup_read(bad[i]);
		markup_safe(m);
		if (!markup_faults(m)[0])
			fail_msg("not seen: %s", bad[i]);
		markup_free(m);
	}
	struct markup *m = markup_read("<p class=\"a\">x &lt;svg onload=alert(1)&gt;<br></p>");
	markup_safe(m);
	assert_string_equal(markup_faults(m), "");
	markup_free(m);
}

int main(void)
{
	struct CMUnitTest tests[MAX_CASES + 2] = {
		cmocka_unit_test(test_markup_sees),
		cmocka_unit_test(test_fixtures),
	};
	size_t n = 2;
	find_cases("macros", "");
	find_cases("pages", "");
	for (size_t i = 0; i < case_count; i++)
		tests[n++] = (struct CMUnitTest){ cases[i].fixture + sizeof(GOLDEN), test_case,
						  NULL, NULL, &cases[i] };
	return _cmocka_run_group_tests("golden", tests, n, rendered_start, rendered_stop);
}
