/* timebank_note.c - a balance leaves as a note, and comes in as one, once. */
#include "timebank_note.h"

#include "audit.h"
#include "secret.h"
#include "timebank.h"

static struct stmt add_q = SQL(
	"INSERT IGNORE INTO timebank_note (serial, direction, station_id, account_id, minutes,"
	"       issuer, to_print, other_name, transfer_id, at, entered_by)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt id_q = SQL(
	"SELECT id"
	"  FROM timebank_note"
	" WHERE direction = ?"
	"   AND serial = ?");
#define NOTE_COLS(X, T) \
	X(T, BYTES, serial, "n.serial") \
	X(T, BYTES, to, "n.to_print") \
	X(T, INT, minutes, "n.minutes") \
	X(T, TEXT, at, "n.at")
ROW_DEFINE(note_row, NOTE_COLS);
/* Of both registrations where two have become one. */
static struct stmt out_q = SQL(
	"SELECT " ROW_SELECT(NOTE_COLS)
	"  FROM person p"
	"  JOIN timebank_account a ON a.person_id = p.id"
	"  JOIN timebank_note n ON n.account_id = a.id AND n.direction = 'out'"
	" WHERE p.id = ?"
	"    OR p.merged_into = ?"
	" ORDER BY n.id DESC"
	" LIMIT ?");

/* Made out to us under a key that we signed with before. */
static struct stmt was_us_q = SQL(
	"SELECT COUNT(*)"
	"  FROM sign_key"
	" WHERE UNHEX(SHA2(public_key, 256)) = ?");

struct bytes bank_print(struct arena *a, struct bytes public_key)
{
	return secret_sha256(a, public_key);
}

static struct bytes own_id(struct arena *a)
{
	uint8_t *id = arena_alloc(a, BUNDLE_KEY);
	uint32_t key = secret_key_id();
	for (int i = 0; i < BUNDLE_KEY; i++)
		id[i] = (uint8_t)(key >> (24 - 8 * i));
	return (struct bytes){ id, BUNDLE_KEY };
}

/* *id: 0 when this serial was here before. */
static enum err note_add(const struct actor *by, const char *direction, int64_t account,
			 const struct bank_noted *w, const struct bundle_note *n, int64_t *id)
{
	int64_t rows;
	*id = 0;
	enum err e = db_affect(&add_q,
			       ARGS(A_(n->serial), A_(direction), A_(w->station), A_(account),
				    A_(n->minutes), A_(w->issuer), A_(n->to),
				    A_(utf8_cut(by->arena, w->other, 80)),
				    A_(w->transfer ? w->transfer : DB_NONE), A_(actor_time(by)),
				    A_(by->staff ? by->staff : DB_NONE)),
			       &rows);
	return e || !rows ? e : db_int(&id_q, ARGS(A_(direction), A_(n->serial)), id);
}

static enum err note_say(const struct actor *by, const char *what, int64_t account,
			 const struct bundle_note *n)
{
	return audit(by, arena_fmt(by->arena, "timebank.%s", what), "timebank_account", account,
		     arena_fmt(by->arena, "%s %lld", hex_encode(by->arena, n->serial),
			       (long long)n->minutes));
}

enum err bank_note_issue(const struct actor *by, int64_t person, const struct bank_to *to,
			 struct bundle_note *out)
{
	struct bank_account a;
	struct arena *mem = by->arena;
	int64_t mint, note;
	enum err e = bank_account_of(person, &a);
	if (!e)
		e = bank_account_lock(a.id, &a);
	if (e == ERR_NOT_FOUND || (!e && (!a.open || a.debt || !a.balance)))
		return ERR(ERR_CHECK, "nothing that could leave");
	struct bundle_note n = { .serial = secret_uid(mem),
				 .to = bank_print(mem, to->public_key),
				 .minutes = e ? 0 : a.balance,
				 .at = actor_time(by) };
	struct bank_noted w = { .station = e ? 0 : a.station,
				.issuer = own_id(mem),
				.other = to->name };
	if (!e)
		e = bank_station(w.station, "mint", &mint);
	if (!e)
		e = note_add(by, "out", a.id, &w, &n, &note);
	struct bank_move m = { .minutes = n.minutes, .kind = "note_out", .station = w.station };
	if (!e) {
		m.from = a.id;
		m.to = mint;
		m.note = note;
		e = bank_transfer(by, &m);
	}
	if (!e)
		*out = n;
	return e ? e : note_say(by, "note_out", a.id, &n);
}

enum err bank_notes_of(int64_t person, struct bundle_note **v, size_t *n)
{
	struct note_row *rows;
	enum err e = row_all(&out_q, ARGS(A_(person), A_(person), A_((int64_t)BUNDLE_NOTES)),
			     note_row_cols, sizeof(*rows), &rows, n);
	if (e)
		return e;
	*v = arena_array(db_arena(), *n + 1, sizeof(**v));
	for (size_t i = 0; i < *n; i++)
		(*v)[i] = (struct bundle_note){ rows[i].serial, rows[i].to, rows[i].minutes,
						rows[i].at };
	return OK;
}

/* What a person may not hold any more goes to the pool, as hours above the limit do. */
static enum err note_credit(const struct actor *by, const struct bank_noted *w, int64_t account,
			    const struct bank_rule *rule, int64_t minutes, int64_t note)
{
	struct bank_account a;
	int64_t mint, pool, own = minutes;
	enum err e = bank_account_lock(account, &a);
	if (!e && rule->cap && a.balance + minutes > rule->cap)
		own = a.balance < rule->cap ? rule->cap - a.balance : 0;
	if (!e)
		e = bank_station(w->station, "mint", &mint);
	if (e)
		return e;
	struct bank_move m = { .from = mint,
			       .to = account,
			       .minutes = own,
			       .kind = "note_in",
			       .station = w->station,
			       .note = note };
	if (own)
		e = bank_transfer(by, &m);
	if (!e && own)
		e = bank_repay(by, account);
	if (e || own == minutes)
		return e;
	e = bank_station(w->station, "pool", &pool);
	m.to = pool;
	m.minutes = minutes - own;
	if (!e)
		e = bank_transfer(by, &m);
	return e ? e : bank_repay(by, pool);
}

/* Why it is not taken, as far as that can be told before it is; NULL: it may. */
static enum err note_bar(const struct actor *by, const struct bank_noted *w,
			 const struct bundle_note *n, struct bank_rule *rule, const char **bar)
{
	int64_t known;
	struct bytes us = bank_print(by->arena, secret_public_key(by->arena));
	*bar = NULL;
	int64_t was = n->to.n == us.n && secret_equal(n->to.p, us.p, us.n);
	enum err e = was ? OK : db_int(&was_us_q, ARGS(A_(n->to)), &was);
	if (e || !was) {
		*bar = "other";
		return e;
	}
	e = bank_rule(w->station, rule);
	if (!e && !rule->on)
		*bar = "off";
	if (e)
		return e;
	e = db_int(&id_q, ARGS(A_("in"), A_(n->serial)), &known);
	if (!e)
		*bar = "spent";
	if (e == ERR_NOT_FOUND)
		err_clear();
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err bank_note_spend(const struct actor *by, const struct bank_noted *w,
			 const struct bundle_note *n, const char **word)
{
	struct bank_rule rule;
	int64_t account = 0, note = 0;
	enum err e = note_bar(by, w, n, &rule, word);
	if (!e && !*word) {
		e = bank_account_open(by, w->person, w->station, &account);
		if (e == ERR_STALE) {
			err_clear();
			e = OK;
			*word = "closed";
		}
	}
	if (!e && !*word) {
		e = note_add(by, "in", account, w, n, &note);
		if (!e && !note)
			*word = "spent";
	}
	if (e)
		return e;
	if (*word)
		return note_say(by, "note_refused", account, n);
	*word = "taken";
	e = note_credit(by, w, account, &rule, n->minutes, note);
	return e ? e : note_say(by, "note_in", account, n);
}
