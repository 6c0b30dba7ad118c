/* destination_add.c - a platform is added, switched on or off, given a key, tried: what is checked,
 * and what is written. */
#include <string.h>

#include "audit.h"
#include "destination.h"
#include "http.h"
#include "platform.h"
#include "secret.h"

enum {
	CODE_MIN = 2,
	CODE_MAX = 24,
	NAME_MAX_CHARS = 60,
	URL_MAX = 200,
	APP_MAX = 60,
	KEY_MAX = 400
};

static struct stmt taken_q = SQL(
	"SELECT COUNT(*)"
	"  FROM destination"
	" WHERE code = ?");
static struct stmt region_q = SQL(
	"SELECT COUNT(*)"
	"  FROM region"
	" WHERE code = ?"
	"   AND ended_on IS NULL");
static struct stmt add_q = SQL(
	"INSERT INTO destination (code, name, profile, base_url, app_id, kinds, region_code,"
	"       enabled, key_sealed)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)");
static struct stmt switch_q = SQL(
	"UPDATE destination"
	"   SET enabled = ?"
	" WHERE id = ?"
	"   AND enabled <> ?");
static struct stmt site_q = SQL(
	"UPDATE destination"
	"   SET base_url = ?, app_id = ?, key_sealed = COALESCE(?, key_sealed)"
	" WHERE id = ?");
static struct stmt code_q = SQL(
	"SELECT code"
	"  FROM destination"
	" WHERE id = ?");
/* One at a time: what is asked twice is tried once. */
static struct stmt try_q = SQL(
	"INSERT INTO destination_try (destination_id, asked_by)"
	" SELECT d.id, ?"
	"  FROM destination d"
	" WHERE d.id = ?"
	"   AND d.base_url <> ''"
	"   AND NOT EXISTS (SELECT 1 FROM destination_try t WHERE t.destination_id = d.id"
	"       AND t.state IN ('asked', 'running') AND t.asked_at > NOW(3) - INTERVAL 5 MINUTE)");

static bool fault(struct destination_fault *f, const char *field, const char *word)
{
	*f = (struct destination_fault){ field, word, NULL };
	return true;
}

static bool code_wrong(const char *code)
{
	size_t n = strlen(code);
	return n < CODE_MIN || n > CODE_MAX ||
	       strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-_") != n;
}

static bool printable(const char *s)
{
	for (; *s; s++)
		if (*s <= ' ' || *s > '~')
			return false;
	return true;
}

static const char *kinds_of(struct arena *a, const struct platform *p)
{
	struct buf b = { .arena = a };
	for (int k = 0; k < OB_KINDS; k++)
		if (platform_takes(p, (enum outbox_kind)k))
			buf_fmt(&b, "%s%s", b.n ? "," : "", outbox_kind_word((enum outbox_kind)k));
	return str_or(b.p, "");
}

/* Where it is called: for a file there is nothing of all this. */
static bool site_wrong(const struct destination_entry *d, struct destination_fault *f)
{
	const char *url = str_or(d->base_url, ""), *key = str_or(d->key, "");
	if (d->file)
		return (*url && fault(f, "base_url", "no_url_for_files")) ||
		       (*key && fault(f, "key", "no_url_for_files"));
	if (!*url)
		return fault(f, "base_url", "required");
	if (strlen(url) > URL_MAX || !http_url_allowed(url) || strpbrk(url, "?#"))
		return fault(f, "base_url", "https_only");
	if (!*str_or(d->app_id, ""))
		return fault(f, "app_id", "required");
	if (strlen(d->app_id) > APP_MAX || !printable(d->app_id))
		return fault(f, "app_id", "plain");
	if (strlen(key) > KEY_MAX || !printable(key))
		return fault(f, "key", "plain");
	return false;
}

static enum err known_wrong(const struct destination_entry *d, struct destination_fault *f)
{
	int64_t n = 0;
	enum err e = db_int(&taken_q, ARGS(A_(d->code)), &n);
	if (!e && n)
		fault(f, "code", "code_taken");
	if (!e && !f->field && d->region)
		e = db_int(&region_q, ARGS(A_(d->region)), &n);
	if (!e && !f->field && d->region && !n)
		fault(f, "region", "unknown_code");
	return e;
}

static void mapping_wrong(struct arena *a, struct destination_entry *d, struct destination_fault *f)
{
	struct platform *p;
	const char *faults;
	if (platform_read(a, d->profile, &p, &faults)) {
		err_clear();
		fault(f, "profile", "mapping_faults");
		f->text = faults;
		return;
	}
	d->file = platform_is_file(p);
	d->kinds = kinds_of(a, p);
	platform_free(p);
	site_wrong(d, f);
}

enum err destination_check(struct arena *a, struct destination_entry *d,
			   struct destination_fault *f)
{
	enum err e = OK;
	*f = (struct destination_fault){ NULL, NULL, NULL };
	if (code_wrong(d->code))
		fault(f, "code", "code_form");
	else if (!*d->name || utf8_count(d->name) > NAME_MAX_CHARS)
		fault(f, "name", "required");
	else
		e = known_wrong(d, f);
	if (!e && !f->field)
		mapping_wrong(a, d, f);
	return e ? e : f->field ? ERR_FORM : OK;
}

static struct bytes key_of(const char *code, const char *key)
{
	const struct bytes none = { NULL, 0 };
	struct bytes bound = { (const uint8_t *)code, strlen(code) };
	return key && *key ? secret_seal(db_arena(), DESTINATION_KEY, bound, key) : none;
}

enum err destination_key(struct arena *a, const char *code, struct bytes sealed, const char **key)
{
	struct bytes bound = { (const uint8_t *)code, strlen(code) };
	return secret_unseal(a, DESTINATION_KEY, bound, sealed, key);
}

enum err destination_add(const struct actor *by, const struct destination_entry *d, int64_t *id)
{
	enum err e = db_exec(&add_q,
			     ARGS(A_(d->code), A_(d->name), A_(d->profile),
				  A_(str_or(d->base_url, "")), A_(str_or(d->app_id, "")),
				  A_(d->kinds), A_(d->region), A_(key_of(d->code, d->key))),
			     id);
	return e ? e : audit(by, "destination.add", "destination", *id, d->code);
}

enum err destination_switch(const struct actor *by, int64_t id, bool on)
{
	int64_t to = on ? 1 : 0;
	enum err e = db_change(&switch_q, ARGS(A_(to), A_(id), A_(to)));
	return e ? e
		 : audit(by, on ? "destination.on" : "destination.off", "destination", id, NULL);
}

enum err destination_site(const struct actor *by, int64_t id, const struct destination_entry *d,
			  struct destination_fault *f)
{
	const char *code;
	int64_t rows;
	*f = (struct destination_fault){ NULL, NULL, NULL };
	if (site_wrong(d, f))
		return ERR_FORM;
	enum err e = db_text(&code_q, ARGS(A_(id)), &code);
	if (!e)
		e = db_affect(
			&site_q,
			ARGS(A_(d->base_url), A_(d->app_id), A_(key_of(code, d->key)), A_(id)),
			&rows);
	return e ? e
		 : audit(by, "destination.site", "destination", id,
			 d->key && *d->key ? "key" : NULL);
}

enum err destination_try(const struct actor *by, int64_t id, int64_t *tried)
{
	int64_t staff = by->staff ? by->staff : DB_NONE;
	*tried = 0;
	enum err e = db_exec(&try_q, ARGS(A_(staff), A_(id)), tried);
	if (e || !*tried)
		return e ? e : ERR_STALE;
	return audit(by, "destination.try", "destination", id, NULL);
}
