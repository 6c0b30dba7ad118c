/* regions.c - divisions out of a file: those of the whole country that are shipped, and more.
 * Lines "code,parent,level,name", a parent before its parts, and perhaps ",day" on which it ended;
 * the first line is a heading. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "admin.h"
#include "clock.h"
#include "config.h"
#include "json.h"
#include "secret.h"

enum { CHUNK = 2000, FIELDS = 5, NAME_MAX = 60 };

static struct stmt known_q = SQL(
	"SELECT COUNT(*)"
	"  FROM seed_file"
	" WHERE name = ?"
	"   AND sha256 = ?");
static struct stmt note_q = SQL(
	"INSERT INTO seed_file (name, sha256)"
	" VALUES (?, ?)"
	"    ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256)");
#define ROWS \
	"JSON_TABLE(?, '$[*]' COLUMNS (code VARCHAR(12) PATH '$[0]'," \
	" parent VARCHAR(12) PATH '$[1]', level INT PATH '$[2]', name VARCHAR(60) PATH '$[3]'," \
	" ended VARCHAR(10) PATH '$[4]')) j"
static struct stmt orphan_q = SQL(
	"SELECT CONCAT(j.code, ': what it lies in, ', j.parent, ', is not known')"
	"  FROM " ROWS
	"  LEFT JOIN region p ON p.code = j.parent"
	" WHERE j.parent IS NOT NULL"
	"   AND p.code IS NULL"
	"   AND NOT EXISTS (SELECT 1 FROM JSON_TABLE(?, '$[*]' COLUMNS (code VARCHAR(12) PATH"
	"       '$[0]')) k WHERE k.code = j.parent)"
	" ORDER BY j.level, j.code"
	" LIMIT 1");
/* Whole names are made anew where the name itself changed. */
static struct stmt add_q = SQL(
	"INSERT INTO region (code, parent_code, level, name, full_name, ended_on)"
	" SELECT j.code, j.parent, j.level, j.name, j.name, j.ended"
	"  FROM " ROWS
	" ORDER BY j.level, j.code"
	"    ON DUPLICATE KEY UPDATE"
	"       full_name = IF(region.name = VALUES(name)"
	"              AND region.parent_code <=> VALUES(parent_code),"
	"              region.full_name, VALUES(name)),"
	"       parent_code = VALUES(parent_code), level = VALUES(level), name = VALUES(name),"
	"       ended_on = VALUES(ended_on)");
/* What only stands between a province and its counties in the code list is in no address. */
static struct stmt full_q = SQL(
	"UPDATE region c"
	"  JOIN region p ON p.code = c.parent_code"
	"   SET c.full_name = IF(c.name IN ('市辖区', '县', '省直辖县级行政区划',"
	"       '自治区直辖县级行政区划'), p.full_name, CONCAT(p.full_name, c.name))"
	" WHERE c.level = ?");

/* From the street up: how many communities lie in it. */
static struct stmt communities_q = SQL(
	"UPDATE region p"
	"  JOIN (SELECT parent_code, SUM(IF(level = 5, ended_on IS NULL, communities)) AS n"
	"       FROM region WHERE level > ? GROUP BY parent_code) c ON c.parent_code = p.code"
	"   SET p.communities = c.n"
	" WHERE p.level = ?");

struct regions {
	struct arena *arena;
	const char *path, *text;
	bool shipped;      /* nobody typed it */
	size_t line, rows; /* of the file; of the chunk */
	int64_t taken;
	struct json_w w;
};

static enum err wrong(const struct regions *r, const char *what)
{
	return ERR(ERR_BAD_REQUEST, "%s: line %zu: %s", r->path, r->line, what);
}

static enum err send_chunk(struct regions *r)
{
	const char *rows, *orphan;
	if (!r->rows)
		return OK;
	json_close(&r->w, ']');
	rows = r->w.buf.p;
	enum err e = r->shipped ? ERR_NOT_FOUND
				: db_text(&orphan_q, ARGS(A_(rows), A_(rows)), &orphan);
	if (!e)
		return ERR(ERR_BAD_REQUEST, "%s: %s", r->path, orphan);
	if (e == ERR_NOT_FOUND)
		e = db_exec(&add_q, ARGS(A_(rows)), NULL);
	r->rows = 0;
	r->w = (struct json_w){ .buf = { .arena = r->arena } };
	return e;
}

/* A code of 6 digits reaches down to the county, of 9 to the street, of 12 to the community. */
static bool code_fits(const char *code, const char *level)
{
	size_t n = strlen(code);
	return strspn(code, "0123456789") == n && strlen(level) == 1 &&
	       ((n == 6 && strchr("123", *level)) || (n == 9 && *level == '4') ||
		(n == 12 && *level == '5'));
}

static enum err take_line(struct regions *r, char *line)
{
	char *f[FIELDS] = { line };
	size_t n = 1;
	int64_t day;
	for (char *p = strchr(line, ','); p && n < FIELDS; p = strchr(p, ',')) {
		*p++ = '\0';
		f[n++] = p;
	}
	if (n < 4 || !code_fits(f[0], f[2]))
		return wrong(r, "not CODE,PARENT,LEVEL,NAME with a code of 6, 9 or 12 digits");
	if ((*f[1] == '\0') != (*f[2] == '1') || str_eq(f[0], f[1]))
		return wrong(r, "all but provinces lie in another division");
	if (!*f[3] || !utf8_valid(f[3], strlen(f[3])) || utf8_count(f[3]) > NAME_MAX)
		return wrong(r, "a name has 1 to 60 characters in UTF-8");
	if (n == FIELDS && *f[4] && !clock_parse_day(f[4], &day))
		return wrong(r, "the day on which it ended is no day");
	json_open(&r->w, '[');
	for (size_t i = 0; i < FIELDS; i++)
		json_str(&r->w, i < n && *f[i] ? f[i] : NULL);
	json_close(&r->w, ']');
	r->taken++;
	return ++r->rows == CHUNK ? send_chunk(r) : OK;
}

static enum err count_communities(void)
{
	enum err e = OK;
	for (int64_t level = 4; !e && level >= 1; level--)
		e = db_exec(&communities_q, ARGS(A_(level), A_(level)), NULL);
	return e;
}

/* All of a file or nothing of it. */
static enum err take_file(void *ctx)
{
	struct regions *r = ctx;
	enum err e = OK;
	r->line = r->rows = 0;
	r->taken = 0;
	r->w = (struct json_w){ .buf = { .arena = r->arena } };
	for (const char *p = r->text; !e && *p;) {
		size_t n = strcspn(p, "\n");
		char *line = arena_dup(r->arena, p, n);
		if (n && line[n - 1] == '\r')
			line[n - 1] = '\0';
		p += n + (p[n] == '\n');
		if (r->line++ == 0 || !*line)
			continue;
		if (!r->rows)
			json_open(&r->w, '[');
		e = take_line(r, line);
	}
	if (!e)
		e = send_chunk(r);
	for (int64_t level = 2; !e && level <= 5; level++)
		e = db_exec(&full_q, ARGS(A_(level)), NULL);
	return e ? e : count_communities();
}

enum err admin_file(struct arena *a, const char *path, struct bytes *out)
{
	FILE *f = fopen(path, "r");
	if (!f)
		return ERR(ERR_BAD_REQUEST, "%s: %s", path, strerror(errno));
	struct buf b = { .arena = a };
	char block[16384];
	size_t n;
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		buf_add(&b, block, n);
	bool bad = ferror(f) != 0 || !b.n;
	(void)fclose(f);
	if (bad)
		return ERR(ERR_BAD_REQUEST, "%s: cannot be read, or empty", path);
	*out = (struct bytes){ (const uint8_t *)b.p, b.n };
	return OK;
}

static enum err load(struct arena *a, const char *path, const char *once)
{
	struct bytes text, sha;
	int64_t known = 0;
	enum err e = admin_file(a, path, &text);
	if (e)
		return e;
	sha = secret_sha256(a, text);
	if (once)
		e = db_int(&known_q, ARGS(A_(once), A_(sha)), &known);
	if (e || known)
		return e;
	struct regions r = {
		.arena = a, .path = path, .text = (const char *)text.p, .shipped = once != NULL
	};
	e = db_tx(take_file, &r);
	if (!e && once)
		e = db_exec(&note_q, ARGS(A_(once), A_(sha)), NULL);
	if (!e)
		printf("regions %lld\n", (long long)r.taken);
	return e;
}

enum err admin_regions(struct arena *a, char **args)
{
	enum err e = db_patience(MIGRATION_SECONDS, a);
	return e ? e : load(a, args[0], NULL);
}

enum err admin_regions_shipped(struct arena *a)
{
	const char *path = arena_fmt(a, "%s/seed/regions.csv", cfg.sql_dir);
	/* Who has seeds of their own may do without. */
	return access(path, F_OK) == 0 ? load(a, path, "regions.csv") : OK;
}
