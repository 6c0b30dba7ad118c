/* record_ledger.c - the one event of the ledger that a record's change leaves behind. */
#include "record_inside.h"

#include <string.h>

#include "clock.h"
#include "ledger.h"
#include "person.h"
#include "secret.h"
#include "wake.h"

/* One list of hex for all of them, so that five hundred events are one statement. */
static struct stmt add_q = SQL(
	"INSERT INTO ledger_event (uid, kind, record_uid, version, fields, commitment, at, mark)"
	" SELECT UNHEX(j.uid), ?, UNHEX(j.record), j.version, UNHEX(j.fields), UNHEX(j.commitment),"
	"       ?, UNHEX(j.mark)"
	"  FROM JSON_TABLE(?, '$[*]' COLUMNS (uid CHAR(32) PATH '$[0]',"
	"       record CHAR(32) PATH '$[1]', version INT PATH '$[2]',"
	"       fields VARCHAR(12000) PATH '$[3]', commitment CHAR(64) PATH '$[4]',"
	"       mark CHAR(64) PATH '$[5]')) j");

static struct bytes fields_of(const struct record_row *r, const char *kind)
{
	struct buf b = { .arena = db_arena() };
	ledger_text(&b, LEDGER_FORMAT);
	ledger_text(&b, kind);
	ledger_part(&b, r->uid);
	ledger_number(&b, r->version);
	ledger_text(&b, r->no);
	ledger_number(&b, r->station_no);
	ledger_text(&b, r->activity_no);
	ledger_text(&b, r->served_on);
	ledger_text(&b, r->starts_at);
	ledger_text(&b, r->ends_at);
	ledger_number(&b, r->minutes);
	ledger_text(&b, r->evidence);
	ledger_number(&b, r->offline);
	ledger_text(&b, r->category);
	ledger_text(&b, r->published_at);
	ledger_text(&b, r->logged_at);
	ledger_number(&b, r->logger_id);
	ledger_number(&b, r->reviewer_id);
	ledger_number(&b, r->second_id);
	ledger_text(&b, r->reviewed_at);
	ledger_text(&b, r->notice_until);
	ledger_text(&b, r->effective_at);
	ledger_text(&b, r->ended_at);
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

/* A person who was erased has no salt any more: nobody will ever be able to open such a
 * commitment. */
static enum err salt_of(const struct record_row *r, struct bytes *salt)
{
	struct bytes fresh = secret_uid(db_arena());
	*salt = r->commit_salt;
	if (salt->p)
		return OK;
	enum err e = person_salt(r->proved_id, fresh, salt);
	if (!e && !salt->p)
		*salt = fresh;
	return e;
}

static enum err commitment_of(const struct record_row *r, struct bytes *out)
{
	struct bytes salt;
	struct buf both = { .arena = db_arena() };
	enum err e = salt_of(r, &salt);
	if (e)
		return e;
	buf_add(&both, (const char *)salt.p, salt.n);
	buf_add(&both, (const char *)r->person_uid.p, r->person_uid.n);
	*out = secret_sha256(db_arena(), (struct bytes){ (const uint8_t *)both.p, both.n });
	return OK;
}

static enum err add_event(struct buf *json, const struct record_row *r, const char *kind,
			  const char *at)
{
	struct arena *a = db_arena();
	struct bytes commitment, uid = secret_uid(a), fields = fields_of(r, kind);
	enum err e = commitment_of(r, &commitment);
	if (e)
		return e;
	struct bytes mark = ledger_mark(a, ledger_entry(a, uid, at, commitment, fields));
	buf_fmt(json, "%s[\"%s\",\"%s\",%lld,\"%s\",\"%s\",\"%s\"]", json->n ? "," : "[",
		hex_encode(a, uid), hex_encode(a, r->uid), (long long)r->version,
		hex_encode(a, fields), hex_encode(a, commitment), hex_encode(a, mark));
	return OK;
}

enum err ledger_events(const struct record_rows *r, const char *kind, int64_t now)
{
	struct buf json = { .arena = db_arena() };
	const char *at = arena_fmt(db_arena(), "%s.000", clock_time(db_arena(), now));
	enum err e = OK;
	if (!r->n)
		return OK;
	for (size_t i = 0; !e && i < r->n; i++)
		e = add_event(&json, &r->v[i], kind, at);
	wake_loop(WAKE_SEAL);
	buf_char(&json, ']');
	return e ? e : db_exec(&add_q, ARGS(A_(kind), A_(at), A_((const char *)json.p)), NULL);
}
