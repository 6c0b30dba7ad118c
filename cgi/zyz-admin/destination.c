/* destination.c - the platforms that records are posted to: listed, added, switched, tried. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "admin.h"
#include "config.h"
#include "destination.h"
#include "row.h"
#include "secret_hand.h"

enum { KEY_LINE = 500, WAIT_MS = 250 };

#define DEST_COLS(X, T) \
	X(T, INT, id, "d.id") \
	X(T, TEXT, code, "d.code") \
	X(T, TEXT, name, "d.name") \
	X(T, TEXT, profile, "d.profile") \
	X(T, TEXT, base_url, "d.base_url") \
	X(T, TEXT, app_id, "d.app_id") \
	X(T, TEXT, region, "d.region_code") \
	X(T, TEXT, state, "IF(d.enabled = 0, 'off', d.state)") \
	X(T, TEXT, why, "d.stop_reason") \
	X(T, INT, sealed, "d.key_sealed IS NOT NULL")
ROW_DEFINE(dest_row, DEST_COLS);
static struct stmt all_q = SQL(
	"SELECT " ROW_SELECT(DEST_COLS)
	"  FROM destination d"
	" ORDER BY d.id"
	" LIMIT 200");
static struct stmt one_q = SQL(
	"SELECT " ROW_SELECT(DEST_COLS)
	"  FROM destination d"
	" WHERE d.code = ?");

#define TRY_COLS(X, T) \
	X(T, TEXT, state, "t.state") \
	X(T, TEXT, request, "t.request") \
	X(T, INT, status, "t.http_status") \
	X(T, TEXT, fault, "t.fault") \
	X(T, TEXT, answer, "t.answer") \
	X(T, TEXT, class, "t.class") \
	X(T, TEXT, receipt, "t.receipt") \
	X(T, TEXT, reason, "t.reason") \
	X(T, INT, ms, "t.ms")
ROW_DEFINE(try_row, TRY_COLS);
static struct stmt try_q = SQL(
	"SELECT " ROW_SELECT(TRY_COLS)
	"  FROM destination_try t"
	" WHERE t.id = ?");

/* What is wrong with a destination, for whoever types commands. */
static enum err entry_fault(enum err e, const struct destination_fault *f)
{
	static const struct {
		const char *word, *says;
	} words[] = {
		{ "required", "is missing, or too long" },
		{ "code_form", "is 2 to 24 of a-z 0-9 _ -" },
		{ "code_taken", "is another platform's" },
		{ "unknown_code", "is no division; zyz-admin regions FILE takes in more" },
		{ "https_only",
		  "begins with https:// (http:// to loopback alone), without ? and #" },
		{ "plain", "has printable letters only, and is not that long" },
		{ "no_url_for_files", "is not for a mapping that writes files" },
	};
	if (e != ERR_FORM)
		return e;
	if (f->text)
		(void)fputs(f->text, stderr);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(words[i].word, f->word))
			return ERR(ERR_BAD_REQUEST, "%s: %s", f->field, words[i].says);
	return ERR(ERR_BAD_REQUEST, "%s: %s", f->field, f->word);
}

/* The key's file: NULL when it may be used; else what is wrong with it. */
static const char *key_file_fault(struct arena *a, const char *code)
{
	struct stat st;
	const char *path = str_eq(code, "exchange") && *cfg.platform_secret_file
				   ? cfg.platform_secret_file
				   : arena_fmt(a, "%s/platform-%s", cfg.secret_dir, code);
	if (stat(path, &st))
		return arena_fmt(a, "%s: %s", path, strerror(errno));
	if (st.st_mode & (S_IRWXG | S_IRWXO))
		return arena_fmt(a, "%s: others may read it; chmod 600", path);
	return NULL;
}

static enum err dest_find(const char *code, struct dest_row *d)
{
	enum err e = row_one(&one_q, ARGS(A_(code)), dest_row_cols, d);
	return e == ERR_NOT_FOUND ? ERR(e, "no platform with the code %s", code) : e;
}

static bool calls(const struct dest_row *d)
{
	return *d->base_url || (str_eq(d->code, "exchange") && *cfg.platform_base);
}

/* Where its key stands in a file, the poster has it from now on. */
static enum err key_handed(const struct dest_row *d)
{
	return d->sealed == 1 || !calls(d) ? OK : secret_hand_out("platform-post");
}

static const char *key_words(struct arena *a, const struct dest_row *d)
{
	if (!calls(d))
		return "-";
	return d->sealed == 1 ? "sealed" : key_file_fault(a, d->code) ? "missing" : "file";
}

static enum err dest_list(struct arena *a, char **args)
{
	struct dest_row *v;
	size_t n;
	(void)args;
	enum err e = row_all(&all_q, NO_ARGS, dest_row_cols, sizeof(*v), &v, &n);
	for (size_t i = 0; !e && i < n; i++)
		printf("%-12s %-8s %-10s key %-8s %-8s %s %s%s%s\n", v[i].code, v[i].state,
		       v[i].profile, key_words(a, &v[i]), str_or(v[i].region, "all"), v[i].name,
		       *v[i].base_url ? v[i].base_url : "(file)", v[i].why ? ": " : "",
		       str_or(v[i].why, ""));
	return e;
}

/* One line of standard input; NULL: none, or an empty one. */
static const char *key_read(struct arena *a)
{
	char line[KEY_LINE];
	if (!fgets(line, sizeof(line), stdin))
		return NULL;
	line[strcspn(line, "\r\n")] = '\0';
	return *line ? arena_str(a, line) : NULL;
}

struct adding {
	struct actor by;
	struct destination_entry d;
	int64_t id, tried;
	bool on;
	struct destination_fault fault;
};

static enum err dest_add_tx(void *ctx)
{
	struct adding *x = ctx;
	return destination_add(&x->by, &x->d, &x->id);
}

static enum err dest_add(struct arena *a, char **args)
{
	struct adding x = { .by = actor_system(a) };
	x.d = (struct destination_entry){ .code = args[0],
					  .profile = args[1],
					  .name = args[2],
					  .region = str_eq(args[3], "-") ? NULL : args[3] };
	if (args[4]) {
		x.d.base_url = args[4];
		x.d.app_id = args[5];
		x.d.key = key_read(a);
	}
	enum err e = entry_fault(destination_check(a, &x.d, &x.fault), &x.fault);
	const char *file = e || x.d.file || x.d.key ? NULL : key_file_fault(a, x.d.code);
	if (file)
		return ERR(ERR_BAD_REQUEST, "no key on standard input, and %s", file);
	if (!e)
		e = db_tx(dest_add_tx, &x);
	if (!e)
		printf("%s is added and off; %szyz-admin destination on %s\n", x.d.code,
		       x.d.file ? "" : "zyz-admin destination try, then ", x.d.code);
	return e;
}

static enum err dest_switch_tx(void *ctx)
{
	struct adding *x = ctx;
	return destination_switch(&x->by, x->id, x->on);
}

static enum err dest_switch(struct arena *a, const char *code, bool on)
{
	struct adding x = { .by = actor_system(a), .on = on };
	struct dest_row d;
	enum err e = dest_find(code, &d);
	const char *file = e || !on || !calls(&d) || d.sealed == 1 ? NULL : key_file_fault(a, code);
	if (file)
		return ERR(ERR_BAD_REQUEST, "it has no key: %s", file);
	if (e)
		return e;
	x.id = d.id;
	e = on ? key_handed(&d) : OK;
	if (!e)
		e = db_tx(dest_switch_tx, &x);
	if (e == ERR_STALE) {
		err_clear();
		return ERR(e, "%s is %s already", code, on ? "on" : "off");
	}
	if (!e)
		printf("%s is %s\n", code,
		       on ? "on: records that arise from now on are sent to it"
			  : "off: nothing more is sent to it");
	return e;
}

static enum err dest_on(struct arena *a, char **args)
{
	return dest_switch(a, args[0], true);
}

static enum err dest_off(struct arena *a, char **args)
{
	return dest_switch(a, args[0], false);
}

static enum err dest_site_tx(void *ctx)
{
	struct adding *x = ctx;
	return destination_site(&x->by, x->id, &x->d, &x->fault);
}

static enum err dest_key(struct arena *a, char **args)
{
	struct adding x = { .by = actor_system(a) };
	struct dest_row d;
	enum err e = dest_find(args[0], &d);
	if (e)
		return e;
	x.id = d.id;
	x.d = (struct destination_entry){ .base_url = d.base_url,
					  .app_id = d.app_id,
					  .key = key_read(a) };
	if (!x.d.key)
		return ERR(ERR_BAD_REQUEST, "no key on standard input");
	e = entry_fault(db_tx(dest_site_tx, &x), &x.fault);
	if (!e)
		printf("%s has a new key\n", d.code);
	return e;
}

static enum err dest_try_tx(void *ctx)
{
	struct adding *x = ctx;
	return destination_try(&x->by, x->id, &x->tried);
}

static void try_print(const struct try_row *t)
{
	if (t->request)
		printf("%s\n\n", t->request);
	if (t->status != DB_NONE)
		printf("HTTP %lld, %lld ms\n%s\n\n", (long long)t->status, (long long)t->ms,
		       str_or(t->answer, ""));
	if (t->fault)
		printf("%s\n", t->fault);
	printf("%s%s%s%s%s\n", str_or(t->class, t->state), t->receipt ? " receipt " : "",
	       str_or(t->receipt, ""), t->reason ? ": " : "", str_or(t->reason, ""));
}

/* The poster does it: this only waits for what it writes down. */
static enum err try_wait(int64_t id)
{
	struct try_row t;
	for (int64_t ms = 0; ms < (cfg.http_timeout + 30) * 1000; ms += WAIT_MS) {
		enum err e = row_one(&try_q, ARGS(A_(id)), try_row_cols, &t);
		if (e)
			return e;
		if (!str_in(t.state, "asked,running")) {
			try_print(&t);
			return str_eq(t.class, "ok") ? OK : ERR(ERR_CHECK, "not accepted");
		}
		struct timespec pause = { .tv_nsec = WAIT_MS * 1000000L };
		(void)nanosleep(&pause, NULL);
	}
	return ERR(ERR_REMOTE, "no answer from platform-post: does it run?");
}

static enum err dest_try(struct arena *a, char **args)
{
	struct adding x = { .by = actor_system(a) };
	struct dest_row d;
	enum err e = dest_find(args[0], &d);
	if (e)
		return e;
	if (!calls(&d))
		return ERR(ERR_BAD_REQUEST, "%s writes files: there is nothing to call", d.code);
	x.id = d.id;
	e = key_handed(&d);
	if (!e)
		e = db_tx(dest_try_tx, &x);
	if (e == ERR_STALE)
		return ERR(e, "a try of %s is under way", d.code);
	return e ? e : try_wait(x.tried);
}

static const struct {
	const char *name;
	int least, most;
	enum err (*run)(struct arena *a, char **args);
} subs[] = { { "list", 0, 0, dest_list }, { "add", 4, 6, dest_add }, { "on", 1, 1, dest_on },
	     { "off", 1, 1, dest_off },   { "key", 1, 1, dest_key }, { "try", 1, 1, dest_try } };

enum err admin_destination(struct arena *a, char **args)
{
	int n = 0;
	while (args[n])
		n++;
	for (size_t i = 0; n && i < sizeof(subs) / sizeof(subs[0]); i++)
		if (str_eq(args[0], subs[i].name) && n - 1 >= subs[i].least &&
		    n - 1 <= subs[i].most && n != 6)
			return subs[i].run(a, args + 1);
	return ERR(ERR_BAD_REQUEST,
		   "list | add CODE MAPPING NAME REGION|- [URL APP-ID] | on CODE | "
		   "off CODE | key CODE | try CODE");
}
