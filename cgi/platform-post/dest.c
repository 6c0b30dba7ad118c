/* dest.c - the destinations: rows of the table, their mapping, their secret. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit.h"
#include "clock.h"
#include "config.h"
#include "destination.h"
#include "http.h"
#include "log.h"
#include "post.h"
#include "row.h"
#include "secret.h"

enum { SECRET_MAX = 4096 };

#define DEST_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, TEXT, code, "d.code") \
	X(T, TEXT, profile, "d.profile") \
	X(T, TEXT, base_url, "d.base_url") \
	X(T, TEXT, app_id, "d.app_id") \
	X(T, BYTES, key, "d.key_sealed") \
	X(T, TEXT, mark, \
	  "SHA2(CONCAT_WS(' ', d.profile, d.base_url, d.app_id, HEX(d.key_sealed)), 256)") \
	X(T, INT, batch_max, "d.batch_max") \
	X(T, INT, running, "d.enabled = 1 AND d.state = 'on'") \
	X(T, INT, reconcile_only, "d.reconcile_only") \
	X(T, TEXT, breaker, "b.state") \
	X(T, INT, may_probe, "b.open_until <= NOW(3)") \
	X(T, INT, fails, "COALESCE(b.fails, 0)") \
	X(T, INT, version, "COALESCE(b.version, 0)") \
	X(T, INT, asked, \
	  "EXISTS (SELECT 1 FROM reconcile_run r WHERE r.destination_id = d.id " \
	  "AND (r.state = 'asked' OR (r.state = 'running' AND r.lease_until < NOW(3))))")
ROW_DEFINE(dest_row, DEST_COLS);

static struct stmt dests_q = SQL(
	"SELECT " ROW_SELECT(DEST_COLS)
	"  FROM destination d"
	"  LEFT JOIN breaker b ON b.destination_id = d.id"
	" WHERE d.enabled = 1"
	"    OR EXISTS (SELECT 1 FROM destination_try t WHERE t.destination_id = d.id"
	"       AND t.state = 'asked')"
	" ORDER BY d.id"
	" LIMIT 100");
static struct stmt stop_q = SQL(
	"UPDATE destination"
	"   SET state = 'stopped', stop_reason = ?"
	" WHERE id = ?"
	"   AND state = 'on'");

static char *keep(const char *s)
{
	char *copy = strdup(s ? s : "");
	if (!copy)
		exit(1);
	return copy;
}

/* The same trouble is said once, not every second; each line of it on a line of its own. */
static void say(struct dest *d, const char *text)
{
	if (str_eq(d->said, text))
		return;
	for (const char *s = text; *s;) {
		size_t n = strcspn(s, "\n");
		log_error("destination %s: %.*s", d->code, (int)n, s);
		s += n + (s[n] == '\n');
	}
	free((void *)(uintptr_t)d->said);
	d->said = keep(text);
}

static const char *file_of(struct arena *a, const struct dest *d)
{
	if (str_eq(d->code, "exchange") && *cfg.platform_secret_file)
		return cfg.platform_secret_file;
	return secret_path(a, arena_fmt(a, "platform-%s", d->code));
}

static void keep_secret(struct dest *d, const char *text, size_t n)
{
	uint8_t *copy = malloc(n);
	if (!copy)
		exit(1);
	memcpy(copy, text, n);
	d->site.secret = (struct bytes){ copy, n };
}

static bool read_secret_file(struct dest *d, struct arena *a)
{
	char text[SECRET_MAX];
	struct stat st;
	const char *path = file_of(a, d);
	FILE *f = fopen(path, "r");
	if (!f) {
		say(d, arena_fmt(a, "secret file %s: %s", path, strerror(errno)));
		return false;
	}
	bool open = fstat(fileno(f), &st) != 0 || (st.st_mode & (S_IRWXG | S_IRWXO));
	size_t n = fread(text, 1, sizeof(text), f);
	(void)fclose(f);
	if (open) {
		say(d, arena_fmt(a, "secret file %s: others may read it; chmod 600", path));
		return false;
	}
	while (n && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		n--;
	if (!n || n == sizeof(text)) {
		say(d, arena_fmt(a, "secret file %s is empty or too long", path));
		return false;
	}
	keep_secret(d, text, n);
	return true;
}

/* What was entered is sealed in the row; else it stands in a file. */
static bool read_secret(struct dest *d, struct arena *a, struct bytes sealed)
{
	const char *key;
	if (!sealed.n)
		return read_secret_file(d, a);
	if (destination_key(a, d->code, sealed, &key) || !key || !*key) {
		say(d, "its key does not open: enter it again");
		return false;
	}
	keep_secret(d, key, strlen(key));
	return true;
}

static bool read_site(struct dest *d, const struct dest_row *r)
{
	bool ours = str_eq(d->code, "exchange");
	const char *base = ours && *cfg.platform_base ? cfg.platform_base : r->base_url;
	if (!*base) {
		say(d, "no address: set base_url or platform_base");
		return false;
	}
	if (!http_url_allowed(base)) {
		say(d, "the address is neither https nor loopback");
		return false;
	}
	size_t n = strlen(base);
	char *copy = keep(base);
	if (copy[n - 1] == '/')
		copy[n - 1] = '\0';
	d->site.base = copy;
	d->site.app_id = keep(ours || !*r->app_id ? cfg.platform_app_id : r->app_id);
	return true;
}

static void drop(const void *p)
{
	free((void *)(uintptr_t)p);
}

/* What was changed is read anew, once nothing is under way with what was. */
static void renew(struct dest *d, const struct dest_row *r)
{
	if (str_eq(d->mark, r->mark) || d->under_way || d->comparing)
		return;
	if (!str_eq(d->profile, r->profile)) {
		drop(d->profile);
		d->profile = keep(r->profile);
		if (d->platform)
			platform_free(d->platform);
		d->platform = NULL;
	}
	drop(d->site.base);
	drop(d->site.app_id);
	drop(d->site.secret.p);
	d->site = (struct platform_site){ NULL, NULL, { NULL, 0 } };
	drop(d->mark);
	d->mark = keep(r->mark);
}

/* Everything that seldom changes; incomplete ones are tried again with each reading. */
static bool complete(struct dest *d, struct arena *a, const struct dest_row *r)
{
	const char *faults;
	renew(d, r);
	if (!d->platform) {
		if (platform_read(a, d->profile, &d->platform, &faults)) {
			say(d, faults);
			return false;
		}
		/* what could not be compared now is refused row by row */
		if (codes_check(d))
			log_error("destination %s: %s", d->code, err_text());
	}
	if (platform_is_file(d->platform))
		return false;
	if (!d->site.base && !read_site(d, r))
		return false;
	return d->site.secret.p || read_secret(d, a, r->key);
}

static struct dest *find(struct dest **list, const struct dest_row *r)
{
	struct dest **end = list;
	for (; *end; end = &(*end)->next)
		if ((*end)->id == r->id)
			return *end;
	struct dest *d = calloc(1, sizeof(*d));
	if (!d)
		exit(1);
	d->id = r->id;
	d->code = keep(r->code);
	d->profile = keep(r->profile);
	d->batch_now = r->batch_max;
	*end = d;
	return d;
}

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

enum err dests_read(struct dest **list)
{
	struct arena *a = db_arena();
	struct dest_row *rows;
	size_t n;
	enum err e = row_all(&dests_q, NO_ARGS, dest_row_cols, sizeof(*rows), &rows, &n);
	if (e)
		return e;
	for (struct dest *d = *list; d; d = d->next)
		d->on = false;
	for (size_t i = 0; i < n; i++) {
		const struct dest_row *r = &rows[i];
		struct dest *d = find(list, r);
		d->complete = complete(d, a, r);
		d->on = d->complete && r->running == 1;
		if (d->complete)
			say(d, "");
		err_clear();
		d->asked = r->asked == 1;
		if (r->reconcile_only == 1 && !d->reconcile_only)
			d->compare_at = 0;
		d->reconcile_only = r->reconcile_only == 1;
		d->batch_max = least(r->batch_max, cfg.post_batch);
		if (d->platform)
			d->batch_max = least(d->batch_max, platform_max_items(d->platform));
		d->batch_now = least(d->batch_now, d->batch_max);
		d->open = str_in(r->breaker, "open,half_open");
		d->may_probe = r->may_probe == 1;
		d->fails = r->fails;
		d->breaker_version = r->version;
	}
	return OK;
}

enum err dest_stop(struct dest *d, const char *reason)
{
	struct actor by = actor_system(db_arena());
	int64_t rows;
	enum err e = db_affect(&stop_q, ARGS(A_(reason), A_(d->id)), &rows);
	if (!e && rows) {
		log_error("destination %s stopped: %s", d->code, reason);
		e = audit(&by, "destination.stop", "destination", d->id, reason);
	}
	d->on = false;
	return e;
}
