/* config.c - every setting: defaults, then the file ZYZ_CONF, then the environment. */
#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct config cfg;

#define ROW_STR(name, def, meaning) { #name, def, 0, 0, 0, &cfg.name, NULL, meaning },
#define ROW_INT(name, def, min, max, meaning) \
	{ #name, NULL, def, min, max, NULL, &cfg.name, meaning },
static const struct setting {
	const char *name, *text;
	int64_t number, min, max;
	const char **str;
	int64_t *integer;
	const char *meaning;
} settings[] = { SETTINGS(ROW_STR, ROW_INT) };

enum { SETTING_COUNT = sizeof(settings) / sizeof(settings[0]) };

static _Noreturn void refuse(const char *name, const char *value, const char *why)
{
	fprintf(stderr, "setting %s=%s: %s\n", name, value, why);
	exit(2);
}

static void assign(const struct setting *s, const char *value)
{
	/* The environment may replace what the file said. */
	static char *copies[SETTING_COUNT];
	if (s->str) {
		char *copy = strdup(value);
		if (!copy)
			refuse(s->name, value, "no memory");
		free(copies[s - settings]);
		copies[s - settings] = copy;
		*s->str = copy; /* lives as long as the process */
		return;
	}
	char *end;
	errno = 0;
	long long n = strtoll(value, &end, 10);
	if (errno || end == value || *end)
		refuse(s->name, value, "not a whole number");
	if (n < s->min || n > s->max) {
		char why[80];
		(void)snprintf(why, sizeof(why), "must be %lld to %lld", (long long)s->min,
			       (long long)s->max);
		refuse(s->name, value, why);
	}
	*s->integer = n;
}

static const struct setting *find(const char *name)
{
	for (size_t i = 0; i < SETTING_COUNT; i++)
		if (strcasecmp(settings[i].name, name) == 0)
			return &settings[i];
	return NULL;
}

bool config_known(const char *name)
{
	return find(name) != NULL;
}

static void load_file(const char *path)
{
	FILE *f = fopen(path, "r");
	char line[1200];
	if (!f)
		refuse("ZYZ_CONF", path, strerror(errno));
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\r\n")] = '\0';
		char *p = line + strspn(line, " \t");
		if (!*p || *p == '#')
			continue;
		char *eq = strchr(p, '=');
		if (!eq)
			refuse(p, "", "a line of the settings file must be NAME=VALUE");
		*eq = '\0';
		const char *name = strncmp(p, "ZYZ_", 4) == 0 ? p + 4 : p;
		const struct setting *s = find(name);
		if (!s)
			refuse(name, eq + 1, "no such setting");
		assign(s, eq + 1);
	}
	(void)fclose(f);
}

void config_load(void)
{
	for (size_t i = 0; i < SETTING_COUNT; i++)
		if (settings[i].str)
			*settings[i].str = settings[i].text;
		else
			*settings[i].integer = settings[i].number;
	const char *file = getenv("ZYZ_CONF");
	if (file && *file)
		load_file(file);
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		char name[64] = "ZYZ_";
		size_t n = 4;
		for (const char *c = settings[i].name; *c && n + 1 < sizeof(name); c++)
			name[n++] = (char)toupper((unsigned char)*c);
		name[n] = '\0';
		const char *value = getenv(name);
		if (value)
			assign(&settings[i], value);
	}
	/* What a poster took would be free again while its call is still under way. */
	if (cfg.post_lease <= cfg.http_timeout)
		refuse("post_lease", "", "it has to be longer than http_timeout");
}

const char *config_documents(void)
{
	static char path[PATH_MAX];
	if (*cfg.document_dir)
		return cfg.document_dir;
	(void)snprintf(path, sizeof(path), "%s/documents", cfg.var_dir);
	return path;
}

bool config_store_there(void)
{
	char path[PATH_MAX];
	(void)snprintf(path, sizeof(path), "%s/zyz-store", cfg.document_dir);
	return !*cfg.document_dir || access(path, F_OK) == 0;
}

void config_print(void)
{
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		const struct setting *s = &settings[i];
		if (s->str)
			printf("%s=%s  # %s; default \"%s\"\n", s->name, *s->str, s->meaning,
			       s->text);
		else
			printf("%s=%lld  # %s; default %lld, %lld to %lld\n", s->name,
			       (long long)*s->integer, s->meaning, (long long)s->number,
			       (long long)s->min, (long long)s->max);
	}
}
