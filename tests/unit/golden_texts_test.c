/*
 * golden_texts_test.c - the language files say all that templates, errors and the schema ask for.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ctype.h>
#include <glob.h>

#include <cmocka.h>

#include <ClearSilver.h>

#include "err.h"

static HDF *texts;
static char missing[8000];

static void ask(const char *name, const char *where)
{
	if (hdf_get_obj(texts, name) || strlen(missing) > sizeof(missing) - 400)
		return;
	(void)snprintf(missing + strlen(missing), 300, "%s (%s)\n", name, where);
}

static void none_missing(void)
{
	if (missing[0])
		fail_msg("no text for:\n%s", missing);
}

static void each_file(const char *pattern, void (*use)(const char *path, char *text))
{
	glob_t g;
	if (glob(pattern, 0, NULL, &g))
		return;
	for (size_t i = 0; i < g.gl_pathc; i++) {
		FILE *f = fopen(g.gl_pathv[i], "rb");
		char *text = NULL;
		size_t n = 0;
		assert_non_null(f);
		if (getdelim(&text, &n, '\0', f) > 0)
			use(g.gl_pathv[i], text);
		free(text);
		(void)fclose(f);
	}
	globfree(&g);
}

static void load(const char *path, char *text)
{
	(void)text;
	NEOERR *bad = hdf_read_file(texts, path);
	if (bad != STATUS_OK) {
		nerr_ignore(&bad);
		fail_msg("%s cannot be read", path);
	}
}

static int start(void **state)
{
	(void)state;
	NEOERR *bad = hdf_init(&texts);
	if (bad != STATUS_OK)
		return -1;
	each_file("templates/lang/zh.hdf", load);
	each_file("templates/lang/zh/*.hdf", load);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	hdf_destroy(&texts);
	return 0;
}

/* Blanks out comments, where names stand as examples. */
static void drop_comments(char *text)
{
	for (char *p = text; (p = strstr(p, "<?cs"));) {
		char *end = strstr(p, "?>"), *first = p + 4 + strspn(p + 4, " \t\n");
		if (!end)
			break;
		if (*first == '#')
			memset(p, ' ', (size_t)(end - p));
		p = end;
	}
}

/* A name that goes on with [..] is asked for up to there. */
static void use_template(const char *path, char *text)
{
	drop_comments(text);
	for (char *p = text; (p = strstr(p, "Lang."));) {
		char name[200];
		size_t n = 0;
		bool own = p == text ||
			   (!isalnum((unsigned char)p[-1]) && p[-1] != '.' && p[-1] != '_');
		while (n + 1 < sizeof(name) &&
		       (isalnum((unsigned char)p[n]) || p[n] == '.' || p[n] == '_')) {
			name[n] = p[n];
			n++;
		}
		name[n] = '\0';
		if (own && name[n - 1] != '.')
			ask(name, path);
		p += n;
	}
}

static void test_templates(void **state)
{
	(void)state;
	missing[0] = '\0';
	each_file("templates/*.cs", use_template);
	each_file("templates/*/*.cs", use_template);
	none_missing();
}

static void test_errors(void **state)
{
	static const char *const parts[] = { "title", "text", "todo" };
	(void)state;
	missing[0] = '\0';
	for (int e = 1; e < ERR_COUNT; e++)
		for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
			char name[100];
			(void)snprintf(name, sizeof(name), "Lang.Error.%s.%s",
				       err_word((enum err)e), parts[i]);
			ask(name, err_name((enum err)e));
		}
	none_missing();
}

/* The words of one "CHECK (COLUMN IN ('a', 'b'))". */
static void use_check(const char *table, const char *column, const char *list, const char *path)
{
	const char *end = strchr(list, ')');
	for (const char *p = list; end && (p = strchr(p, '\'')) && p < end; p++) {
		char name[200];
		size_t n = strcspn(p + 1, "'");
		bool state = strcmp(column, "state") == 0;
		(void)snprintf(name, sizeof(name), "Lang.State.%s%s%s.%.*s", table,
			       state ? "" : "_", state ? "" : column, (int)n, p + 1);
		ask(name, path);
		p += n + 1;
	}
}

static void use_schema(const char *path, char *text)
{
	char table[80] = "", column[80];
	int words = 0;
	for (char *line = text; line && *line;
	     line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		int at = 0;
		size_t n = strcspn(line, "\n");
		(void)sscanf(line, "CREATE TABLE IF NOT EXISTS %79[a-z_]", table);
		(void)sscanf(line, "ALTER TABLE %79[a-z_]", table);
		char *check = strstr(line, "CHECK (");
		if (!check || check > line + n ||
		    strstr(line, "CONSTRAINT") == line + strspn(line, "\t"))
			continue;
		if (sscanf(check, "CHECK (%79[a-z_] IN (%n", column, &at) == 1 && at > 0 &&
		    check[at] == '\'') {
			use_check(table, column, check + at, path);
			words++;
		}
	}
	if (strstr(path, "0001_") && words == 0)
		fail_msg("no words found in %s", path);
}

static void test_schema(void **state)
{
	(void)state;
	missing[0] = '\0';
	each_file("sql/[0-9]*.sql", use_schema);
	none_missing();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_templates),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_schema),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
