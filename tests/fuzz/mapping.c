/*
 * mapping.c - a platform's mapping: as it is, and behind each of the two patterns. Either every
 * fault is named, or what was read can be used for every kind: titles, a row, JSON, a request.
 */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "fuzz.h"
#include "platform.h"

static const char
	facts[] = "{\"volunteer_no\":\"V2600100001\",\"name\":\"王秀兰\",\"id_type\":\"01\","
		  "\"activity_name\":\"楼道清洁日\",\"date\":\"2026-11-20\",\"start\":\"2026-11-20 "
		  "09:00:00\",\"end\":\"2026-11-20 10:35:00\",\"minutes\":95,\"place\":\"东风街\","
		  "\"content\":\"清扫\",\"organiser\":\"社区\",\"person_in_charge\":\"王建国\","
		  "\"region\":\"610502002\",\"category\":\"0001\",\"evidence\":\"scan\","
		  "\"id_no\":\"11010519491231002X\"}";
static char folder[] = "/dev/shm/zyz-fuzz-XXXXXX", path[64];

static void copy(const char *name)
{
	char to[96], from[96], text[8192];
	(void)snprintf(from, sizeof(from), "templates/platform/%s.hdf", name);
	(void)snprintf(to, sizeof(to), "%s/platform/%s.hdf", folder, name);
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	must(in && out);
	(void)fwrite(text, 1, fread(text, 1, sizeof(text), in), out);
	must(!fclose(in) && !fclose(out));
}

static void end(void)
{
	char name[96];
	static const char *const files[] = { "x", "import", "gateway" };
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		(void)snprintf(name, sizeof(name), "%s/platform/%s.hdf", folder, files[i]);
		(void)unlink(name);
	}
	(void)snprintf(name, sizeof(name), "%s/platform", folder);
	(void)rmdir(name);
	(void)rmdir(folder);
}

static void start(void)
{
	config_load();
	must(mkdtemp(folder) != NULL);
	(void)snprintf(path, sizeof(path), "%s/platform", folder);
	must(mkdir(path, 0700) == 0);
	copy("import");
	copy("gateway");
	(void)snprintf(path, sizeof(path), "%s/platform/x.hdf", folder);
	cfg.templates = folder;
	(void)atexit(end);
}

static void use(struct arena *a, const struct platform *p, enum outbox_kind k)
{
	struct platform_item item = { .key = "k", .version = 1, .facts = facts };
	struct platform_site site = { "https://platform.invalid", "app", { NULL, 0 }, true };
	struct platform_call call;
	const char *const *titles, *const *values, *json;
	const size_t *match;
	size_t n, many = platform_match(p, k, &match);
	if (!platform_takes(p, k))
		return;
	if (platform_is_file(p)) {
		platform_columns(p, a, k, &titles, &n);
		for (size_t i = 0; i < n; i++)
			must(titles[i] != NULL);
		for (size_t i = 0; i < many; i++)
			must(match[i] < n);
		must(many <= PLATFORM_MATCH);
		if (platform_row(p, a, k, &item, &values))
			for (size_t i = 0; i < many; i++)
				must(!values[match[i]] || strlen(values[match[i]]) < 4096);
		(void)platform_json(p, a, k, &item, &json);
		return;
	}
	must(platform_max_items(p) > 0);
	(void)platform_post(p, a, &site, k, &item, 1, 1800000000, &call);
	(void)platform_answer(p, a, 200, "{\"code\":0,\"data\":[]}", 20, &item, 1);
	(void)platform_shown(p, a, &site, k, &item, 1800000000);
}

/* What stands before it makes it one that may be sound. */
static void try_it(const char *before, const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct platform *p = NULL;
	const char *faults = NULL;
	FILE *f = fopen(path, "w");
	must(f && fputs(before, f) >= 0 && fwrite(data, 1, n, f) == n && !fclose(f));
	err_clear();
	if (platform_read(a, "x", &p, &faults)) {
		must(faults && *faults);
	} else {
		for (int k = 0; k < OB_KINDS; k++)
			use(a, p, (enum outbox_kind)k);
		platform_free(p);
	}
	arena_free(a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static bool started;
	if (!started)
		start();
	started = true;
	try_it("", data, n);
	try_it("Profile.like = import\n", data, n);
	try_it("Profile.like = gateway\n", data, n);
	return 0;
}
