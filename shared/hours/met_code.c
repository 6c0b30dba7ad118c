/* met_code.c - the six digits that a resident gives at the end of a service, and the record that
 * comes of them. */
#include "met_inside.h"

#include <string.h>

#include "activity_state.h"
#include "audit.h"
#include "clock.h"
#include "record.h"
#include "row.h"
#include "secret.h"

enum { DIGITS = 6 };

static struct stmt make_q = SQL(
	"UPDATE home_service"
	"   SET code_hash = ?, code_from = ?, code_until = ?, code_by = COALESCE(?, code_by),"
	"       code_device = ?, codes = codes + 1, tries = 0"
	" WHERE id = ?"
	"   AND state = 'planned'"
	"   AND codes < ?");
#define CODE_COLS(X, T) \
	X(T, BYTES, uid, "uid") \
	X(T, BYTES, hash, "code_hash") \
	X(T, INT, until, "UNIX_TIMESTAMP(code_until)") \
	X(T, INT, code_by, "code_by") \
	X(T, BYTES, device, "code_device") \
	X(T, INT, codes, "codes") \
	X(T, INT, tries, "tries")
ROW_DEFINE(code_row, CODE_COLS);
static struct stmt code_q = SQL(
	"SELECT " ROW_SELECT(CODE_COLS)
	"  FROM home_service"
	" WHERE id = ?");
/* A try counts before it is looked at, by itself: whoever asks many times at once gains nothing. */
static struct stmt try_q = SQL(
	"UPDATE home_service"
	"   SET tries = tries + 1"
	" WHERE id = ?"
	"   AND code_hash = ?"
	"   AND tries < ?");
static struct stmt done_q = SQL(
	"UPDATE home_service"
	"   SET state = 'confirmed', way = ?, card_id = ?, confirmed_at = ?, typed_by = ?,"
	"       signs = ?, record_id = ?, code_hash = NULL"
	" WHERE id = ?"
	"   AND state = 'planned'");
static struct stmt attend_q = SQL(
	"INSERT IGNORE INTO attendance (uid, activity_id, person_id, station_id, direction, at,"
	"       method, offline, uploaded_at, recorded_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

/* Of this service alone: its row's random id goes in. */
static struct bytes digest(struct arena *a, struct bytes uid, const char *code)
{
	struct buf b = { .arena = a };
	buf_add(&b, (const char *)uid.p, uid.n);
	buf_str(&b, code);
	return secret_mac(a, "met.code", (struct bytes){ (const uint8_t *)b.p, b.n });
}

static const char *draw(struct arena *a)
{
	uint64_t n;
	secret_random(&n, sizeof(n));
	return arena_fmt(a, "%06u", (unsigned)(n % 1000000));
}

enum err met_code(const struct actor *by, const struct met *m, struct bytes device,
		  const char **code, const char **fault)
{
	struct code_row r;
	int64_t id = m->id, last = m->ends + MET_AFTER;
	const char *word = !str_eq(m->state, "planned")             ? "not_planned"
			   : by->staff && by->station != m->station ? "not_on_roster"
			   : by->now < m->starts - MET_CODE_LIFE    ? "not_yet"
			   : by->now >= last                        ? "over"
								    : NULL;
	enum err e = row_one(&code_q, ARGS(A_(m->id)), code_row_cols, &r);
	if (e)
		return e;
	if (!word && r.codes >= MET_CODES)
		word = "many_codes";
	if (word)
		return met_refused(fault, word);
	int64_t until = by->now + MET_CODE_LIFE < last ? by->now + MET_CODE_LIFE : last;
	const char *digits = draw(by->arena);
	e = audited(by, &make_q,
		    ARGS(A_(digest(by->arena, r.uid, digits)), A_(actor_time(by)),
			 A_(clock_time(by->arena, until)), A_(by->staff ? by->staff : DB_NONE),
			 A_(device), A_(m->id), A_((int64_t)MET_CODES)),
		    "home_service.code", "home_service", &id);
	if (!e)
		*code = digits;
	return e;
}

static enum err attend(const struct met_done *d, const char *direction, int64_t at)
{
	const struct actor *by = d->by;
	const struct met *m = d->m;
	return db_exec(&attend_q,
		       ARGS(A_(secret_uid(by->arena)), A_(m->activity), A_(m->person),
			    A_(m->station), A_(direction), A_(clock_time(by->arena, at)),
			    A_(d->way), A_((int64_t)d->later), A_(d->later ? actor_time(by) : NULL),
			    A_(by->staff ? by->staff : DB_NONE)),
		       NULL);
}

enum err met_record(struct met_done *d)
{
	const struct actor *by = d->by;
	const struct met *m = d->m;
	struct record_new n = { .activity_id = m->activity,
				.person_id = m->person,
				.starts = d->at.from,
				.ends = d->at.to,
				.evidence = "met",
				.offline = d->later,
				.logger_id = by->staff ? by->staff : DB_NONE };
	enum err e = activity_tick(by, m->activity);
	if (!e)
		e = attend(d, "in", d->at.from);
	if (!e)
		e = attend(d, "out", d->at.to);
	if (!e)
		e = record_add(by, &n, &d->fault, &d->record_id);
	if (!e)
		e = db_change(&done_q, ARGS(A_(d->way), A_(d->card ? d->card : DB_NONE),
					    A_(actor_time(by)), A_(by->staff ? by->staff : DB_NONE),
					    A_(d->signs), A_(d->record_id), A_(m->id)));
	if (!e)
		e = record_flag(by, m->activity);
	if (!e)
		e = audit(by, "home_service.confirm", "home_service", m->id, d->way);
	return e || !d->also.fn ? e : d->also.fn(d->also.ctx);
}

static enum err met_confirm_tx(void *ctx)
{
	struct met_done *d = ctx;
	d->fault = NULL;
	return met_record(d);
}

/* The word that stands against typing any code now; NULL: none. */
static const char *met_not_now(const struct actor *by, const struct met *m,
			       const struct code_row *r)
{
	const char *word = met_hindrance(by, m);
	return word                             ? word
	       : by->now < m->starts            ? "not_yet"
	       : by->now >= m->ends + MET_AFTER ? "over"
	       : m->arrived_at == DB_NONE       ? "no_arrival"
	       : !r->hash.p                     ? "no_code"
	       : by->now >= r->until            ? "code_old"
	       : r->tries >= MET_TRIES          ? "code_spent"
						: NULL;
}

static const char *met_signs(const struct actor *by, const struct code_row *r, struct bytes device)
{
	bool staff = r->code_by != DB_NONE || by->staff;
	bool own = device.p && r->device.p && device.n == r->device.n &&
		   secret_equal(device.p, r->device.p, device.n);
	return staff && own ? "staff_code,own_code" : staff ? "staff_code" : own ? "own_code" : "";
}

enum err met_confirm(const struct actor *by, const struct met *m, const char *typed,
		     struct bytes device, struct met_also also, const char **fault)
{
	struct code_row r;
	int64_t tried;
	enum err e = row_one(&code_q, ARGS(A_(m->id)), code_row_cols, &r);
	if (e)
		return e;
	const char *word = met_not_now(by, m, &r);
	if (word)
		return met_refused(fault, word);
	/* Who was a stranger when it was planned may be near by now. */
	e = met_who(by, m->person, m->household, fault);
	if (e)
		return e;
	e = db_affect(&try_q, ARGS(A_(m->id), A_(r.hash), A_((int64_t)MET_TRIES)), &tried);
	if (e)
		return e;
	if (!tried)
		return met_refused(fault, "code_spent");
	struct bytes got = digest(by->arena, r.uid, typed);
	if (strlen(typed) != DIGITS || !secret_equal(got.p, r.hash.p, got.n))
		return met_refused(fault, r.tries + 1 >= MET_TRIES ? "code_spent" : "wrong_code");
	struct met_done d = { .by = by,
			      .m = m,
			      .way = "code",
			      .signs = met_signs(by, &r, device),
			      .later = by->staff != 0,
			      .also = also };
	if (!rules_clip((struct rules_span){ m->arrived_at, by->now },
			(struct rules_span){ m->starts, m->ends }, &d.at))
		return met_refused(fault, "empty");
	e = db_tx(met_confirm_tx, &d);
	if (d.fault)
		*fault = d.fault;
	return e;
}
