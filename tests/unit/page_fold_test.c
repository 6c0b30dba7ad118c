/*
 * page_fold_test.c - templates as they are folded say what they say as they are written: what is
 * set on one branch or in a round of a loop, names of loops in loops, numbers, quotes. The golden
 * pages are compared in golden_test.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hdf_alloc.h"
#include "page_time.h"
#include "rendered.h"

static char folder[] = "/tmp/zyz-fold.XXXXXX", file[64];

static int start(void **state)
{
	if (!mkdtemp(folder))
		return -1;
	(void)snprintf(file, sizeof(file), "%s/t.cs", folder);
	return rendered_start(state);
}

static int stop(void **state)
{
	(void)unlink(file);
	(void)rmdir(folder);
	return rendered_stop(state);
}

static HDF *tree(const char *template, const char *data)
{
	HDF *h = rendered_tree();
	FILE *f = fopen(file, "w");
	assert_non_null(f);
	(void)fputs(template, f);
	assert_int_equal(fclose(f), 0);
	rendered_must(hdf_set_value(h, "hdf.loadpaths.2", folder), "load path");
	rendered_must(hdf_read_string(h, data), data);
	return h;
}

static void says(const char *template, const char *data, const char *want)
{
	for (int folded = 0; folded <= 1; folded++) {
		HDF *base = tree(template, data), *own = tree(template, data);
		CSPARSE *cs = rendered_parse(base, "t.cs", folded);
		char *html = rendered(cs, own, template);
		if (strcmp(html, want) != 0)
			fail_msg("%s%s: \"%s\", not \"%s\"", template, folded ? ", folded" : "",
				 html, want);
		free(html);
		cs_destroy(&cs);
		hdf_destroy(&own);
		hdf_destroy(&base);
	}
}

/* What is left of a template for ClearSilver. */
static void leaves(const char *template, const char *want)
{
	char *left = NULL;
	HDF *base = tree(template, ""), *texts = rendered_tree();
	rendered_must(hdf_read_string(texts, "Lang.a = <&>\nLang.List {\n 0 = x\n 1 = y\n}\n"),
		      "texts");
	rendered_must(page_load(texts, base, "t.cs", &left), template);
	assert_string_equal(left, want);
	hdf_free(left);
	hdf_destroy(&texts);
	hdf_destroy(&base);
}

static void what_is_known_is_written_out(void **state)
{
	(void)state;
	leaves("<?cs var:Lang.a ?><?cs # why ?>", "&lt;&amp;&gt;");
	leaves("<?cs def:m(a, b) ?><?cs var:a ?>-<?cs var:b ?><?cs /def ?>"
	       "<?cs call:m(\"1\", Page.x) ?>",
	       "1-<?cs var:Page.x ?>");
	leaves("<?cs each:o = Lang.List ?><?cs var:name(o) ?><?cs var:o ?><?cs if:!last(o) ?>,"
	       "<?cs /if ?><?cs /each ?>",
	       "0x,1y");
	leaves("<?cs set:Title = \"t\" ?><?cs if:Title == \"t\" && Page.x ?>a<?cs else ?>b<?cs /if "
	       "?>",
	       "<?cs if:Page.x ?>a<?cs else ?>b<?cs /if ?>");
	leaves("<?cs if:Page.x ?>a<?cs elif:!Lang.none ?>b<?cs else ?>c<?cs /if ?>",
	       "<?cs if:Page.x ?>a<?cs else ?>b<?cs /if ?>");
	leaves("<?cs if:string.length(Lang.none) || Nothing ?>a<?cs /if ?>", "");
	leaves("<a href=\"<?cs var:url_validate(\"/a/b\") ?>\">", "<a href=\"/a/b\">");
	leaves("<?cs var:Lang.List[Page.i] ?>", "<?cs var:Lang.List[Page.i] ?>");
}

static void a_branch_may_set_something_else(void **state)
{
	static const char t[] = "<?cs set:A = \"1\" ?><?cs if:Page.x ?><?cs set:A = \"2\" ?>"
				"<?cs elif:Page.y ?><?cs set:A = \"3\" ?><?cs /if ?><?cs var:A ?>";
	(void)state;
	says(t, "Page.x = 1\n", "2");
	says(t, "Page.y = 1\n", "3");
	says(t, "Page.z = 1\n", "1");
	says("<?cs if:Page.x ?><?cs set:B = Page.x ?><?cs /if ?><?cs if:B ?>b<?cs /if ?>",
	     "Page.x = 7\n", "b");
}

static void a_round_finds_what_the_one_before_set(void **state)
{
	static const char data[] = "Page.L {\n 0 = a\n 1 = b\n 2 = c\n}\n";
	(void)state;
	says("<?cs set:N = \"\" ?><?cs each:o = Page.L ?><?cs if:N ?>,<?cs /if ?><?cs var:o ?>"
	     "<?cs set:N = \"1\" ?><?cs /each ?><?cs var:N ?>",
	     data, "a,b,c1");
	says("<?cs set:Row = #0 ?><?cs each:o = Page.L ?><?cs set:Row = Row + #1 ?><?cs var:Row ?>"
	     "<?cs /each ?>",
	     data, "123");
}

static void loops_in_loops_keep_their_names(void **state)
{
	static const char
		data[] = "Page.L {\n 0 {\n  n = a\n  K {\n   0 = x\n   1 = y\n  }\n }\n 1 {\n"
			 "  n = b\n  K {\n   0 = z\n  }\n }\n}\n";
	(void)state;
	says("<?cs def:in(list, of) ?><?cs each:o = list ?><?cs var:of ?><?cs var:o ?> "
	     "<?cs /each ?><?cs /def ?><?cs each:o = Page.L ?><?cs call:in(o.K, o.n) ?>"
	     "<?cs var:o.n ?>;<?cs /each ?>",
	     data, "ax ay a;bz b;");
}

static void numbers_and_quotes_pass_through_macros(void **state)
{
	static const char
		is[] = "<?cs def:is(x) ?><?cs if:Page.s == x ?>yes<?cs else ?>no<?cs /if ?>"
		       "<?cs /def ?><?cs call:is(#0) ?>";
	(void)state;
	says(is, "Page.s = abc\n", "no");
	says(is, "Page.s = 0\n", "yes");
	says("<?cs def:q(x) ?><?cs var:x ?>|<?cs if:Page.s == x ?>=<?cs /if ?><?cs /def ?>"
	     "<?cs call:q(\"it's\") ?><?cs call:q('say \"a\"') ?><?cs call:q(\"a\" + Page.s) ?>",
	     "Page.s = it's\n", "it&#39;s|=say &quot;a&quot;|ait&#39;s|");
	says("<?cs def:l(x) ?><?cs if:string.length(x) ?>[<?cs var:x ?>]<?cs /if ?><?cs /def ?>"
	     "<?cs call:l(Page.a + \"-\" + Page.b) ?><?cs call:l(Page.none) ?>",
	     "Page.a = 1x\nPage.b = <\n", "[1x-&lt;]");
	says("<?cs var:Page[\"a\"] ?><?cs set:W = \"a\" ?><?cs var:Page.Of[W] ?>",
	     "Page.a = 1\nPage.Of.a = 2\n", "12");
}

static void refused(const char *template)
{
	char *left = NULL;
	HDF *base = tree(template, "");
	NEOERR *bad = page_load(base, base, "t.cs", &left);
	assert_true(bad != STATUS_OK);
	nerr_ignore(&bad);
	hdf_destroy(&base);
}

static void what_cannot_be_is_refused(void **state)
{
	(void)state;
	refused("<?cs call:nobody() ?>");
	refused("<?cs include!\"t.cs\" ?>");
	refused("<?cs def:me() ?><?cs call:me() ?><?cs /def ?><?cs call:me() ?>");
	refused("<?cs include!\"nowhere.cs\" ?>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_known_is_written_out),
		cmocka_unit_test(a_branch_may_set_something_else),
		cmocka_unit_test(a_round_finds_what_the_one_before_set),
		cmocka_unit_test(loops_in_loops_keep_their_names),
		cmocka_unit_test(numbers_and_quotes_pass_through_macros),
		cmocka_unit_test(what_cannot_be_is_refused),
	};
	return cmocka_run_group_tests_name("page_fold", tests, start, stop);
}
