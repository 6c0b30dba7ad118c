/* platform_mapping_test.c - every fault of a mapping is named with file, line and what to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "config.h"
#include "platform.h"

static struct arena *a;
static char folder[] = "/tmp/platform-test.XXXXXX";

static int start(void **state)
{
	(void)state;
	a = arena_new();
	config_load();
	return mkdtemp(folder) ? mkdir(arena_fmt(a, "%s/platform", folder), 0700) : -1;
}

static int end(void **state)
{
	(void)state;
	(void)unlink(arena_fmt(a, "%s/platform/x.hdf", folder));
	int gone = rmdir(arena_fmt(a, "%s/platform", folder)) || rmdir(folder);
	arena_free(a);
	return gone;
}

static char shipped[32768]; /* exchange.hdf */

/* What is said of a mapping with this text. */
static const char *faults_of(const char *mapping, size_t n)
{
	struct platform *p = NULL;
	const char *faults = NULL, *templates = cfg.templates;
	FILE *f = fopen(arena_fmt(a, "%s/platform/x.hdf", folder), "w");
	assert_non_null(f);
	(void)fwrite(mapping, 1, n, f);
	(void)fclose(f);
	cfg.templates = folder;
	err_clear();
	enum err e = platform_read(a, "x", &p, &faults);
	cfg.templates = templates;
	if (!e) {
		platform_free(p);
		return "";
	}
	assert_int_equal(e, ERR_INTERNAL);
	return faults;
}

/* exchange.hdf with one piece replaced, or with a piece behind it; *line is where the piece
 * begins. */
static const char *faults_with(const char *old, const char *new, int *line)
{
	FILE *f = fopen("templates/platform/exchange.hdf", "r");
	assert_non_null(f);
	size_t n = fread(shipped, 1, sizeof(shipped) - 1, f);
	(void)fclose(f);
	shipped[n] = '\0';
	const char *at = old ? strstr(shipped, old) : shipped + n;
	if (!at)
		fail_msg("exchange.hdf has no %s", old);
	*line = 1;
	for (const char *c = shipped; c < at; c++)
		*line += *c == '\n';
	const char *changed = arena_fmt(a, "%.*s%s%s", (int)(at - shipped), shipped, new,
					at + (old ? strlen(old) : 0));
	return faults_of(changed, strlen(changed));
}

/* says stands behind the place: so many lines below the first of the piece. */
static void expect_below(const char *old, const char *new, const char *says, int below)
{
	int line;
	const char *faults = faults_with(old, new, &line);
	const char *found = strstr(faults, says);
	const char *from = found;
	const char *place = arena_fmt(a, "x.hdf:%d: ", line + below);
	while (from && from > faults && from[-1] != '\n')
		from--;
	if (!found || strncmp(from, place, strlen(place)) != 0)
		fail_msg("%s -> %s: wanted \"%s\" at %s, got \"%s\"", str_or(old, "(added)"), new,
			 says, place, faults);
}

static void expect_fault(const char *old, const char *new, const char *says)
{
	expect_below(old, new, says, 0);
}

static void faults_are_named(void **state)
{
	int line;
	(void)state;
	assert_string_equal(faults_with(NULL, "", &line), "");
	expect_fault("name.from = name", "name.from = nickname",
		     "a volunteer has no nickname; there are: key, version, op, ");
	expect_fault("name.max = 40", "name.maximum = 40",
		     "Kind.volunteer.Field.name.maximum: no such name; there are: to,");
	expect_fault("name.max = 40", "name.max = many", "= many: must be a whole number, 1 to");
	expect_below("evidence.from = evidence", "evidence.from = evidence\n\t\tevidence.code = ev",
		     "evidence.code = ev: there is no list Code.ev", 0);
	expect_fault("Kind.evaluation {", "Kind.praise {",
		     "Kind.praise: no such kind of record; there are: volunteer, ");
	expect_fault("transport = http", "transport = pigeon", "must be http or file");
	expect_fault("kind = hmac-sha256", "kind = md5", "must be hmac-sha256 or sha256");
	expect_fault("text = {method}", "text = {verb}", "{verb} is no name; there are: app_id,");
	expect_fault("0.value = {app_id}", "0.value = {app}", "Header.0.value: {app} is no name");
	expect_fault("0.name = items", "0.nam = items", "Body.0.nam: no such name");
	expect_fault("409 = conflict", "409 = quarrel",
		     "409 = quarrel: no such meaning; there are: ok, refused, ");
	expect_fault("500_599 = ambiguous", "500_x = ambiguous", "not a number or a range");
	expect_fault("version.format", "version.form", "form: no such name");
	expect_fault(NULL, "Profil.name = x\n", "Profil: no such name; there are: Profile,");
}

static void what_is_missing_is_named_where_it_belongs(void **state)
{
	(void)state;
	/* the block, or the list, that should have it */
	expect_below("path = /v1/volunteers", "paths = /v1/volunteers",
		     "Kind.volunteer.path is missing", -1);
	expect_below("\t\t5 = 五星级志愿者", "\t\t6 = x",
		     "Code.star_title: no counterpart for 5, which star may be: add 5 =", -5);
	expect_below("name = exchange/1", "name =", "Profile.name is missing: it has no value", 0);
	expect_below("results = results", "# results", "max_items must be 1", -4);
	expect_below("200 = ok", "200 = refused", "Answer.Status names no HTTP status as ok", -1);
	expect_below("0 = ok", "0 = refused", "Answer.Class names no code as ok", -1);
	expect_below("0.items = 1", "0.value = none", "Body has no part for the records", -2);
}

static void what_is_no_line_is_named(void **state)
{
	(void)state;
	expect_fault("name.max = 40", "name.max 40",
		     "name.max 40: not understood; a line is NAME = VALUE, NAME { or }");
	expect_fault("name.max = 40", "名字 = 40", "名字: a name has letters, digits and _ only");
	expect_fault("name.max = 40", "name-max = 40", "letters, digits and _ only");
	expect_fault("name.max = 40", "name..max = 40", "nothing stands beside a dot");
	expect_fault("name.max = 40", "= 40", "a name is missing here");
	expect_below("name.max = 40", "name.max = 40\n\t\tname.max = 50",
		     "Kind.volunteer.Field.name.max is given twice, first in line ", 1);
	expect_fault("Ask {\n", "Ask { absent = 404\n", "belongs on the next line");
	expect_below("}\n\nSign {", "}}\n\nSign {", "} stands alone on its line", 0);
	expect_below("}\n\nSign {", "}\n}\nSign {", "} closes nothing: there is one too", 1);
	expect_fault(NULL, "broken {\n", "broken { is never closed: a } is missing");
	expect_fault("Ask {\n", "Ask {\n\tx {\n", "Ask { is never closed");
	expect_fault(NULL, "Profile.x << END\nabc\n", "has no line END that ends it");
	expect_fault("# exchange/1", "\xef\xbb\xbf# exchange/1", "byte order mark");
}

/* Whatever is no mapping is refused with a place, and nothing else happens. */
static void odd_files(void **state)
{
	static const char *const odd[] = {
		"",     "\n\n",         "}",        "{",     "{\n}\n", "=", "<<", "a <<\n", "a",
		"}}}}", "a {\n}\n}\n{", "\xff\xfe", "a = b", "a { {",  "."
	};
	(void)state;
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++)
		if (strncmp(faults_of(odd[i], strlen(odd[i])), "x.hdf:", 6) != 0)
			fail_msg("%s: no fault", odd[i]);
	char deep[200] = "";
	for (int i = 0; i < 60; i++)
		memcpy(deep + 3 * i, "a{\n", 4);
	assert_non_null(strstr(faults_of(deep, strlen(deep)), "x.hdf:17: "));
	/* with line ends of Windows */
	int line;
	assert_string_equal(faults_with("Ask {\n", "Ask {\r\n", &line), "");
}

static void what_is_no_file(void **state)
{
	struct platform *p;
	const char *faults;
	(void)state;
	assert_int_equal(platform_read(a, "nowhere", &p, &faults), ERR_INTERNAL);
	assert_non_null(strstr(faults, "nowhere.hdf"));
	assert_int_equal(platform_read(a, "../lang/zh", &p, &faults), ERR_INTERNAL);
	err_clear();
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_are_named),
		cmocka_unit_test(what_is_missing_is_named_where_it_belongs),
		cmocka_unit_test(what_is_no_line_is_named),
		cmocka_unit_test(odd_files),
		cmocka_unit_test(what_is_no_file),
	};
	return cmocka_run_group_tests_name("mapping", tests, start, end);
}
