/* transfer_out.c - 转出: a volunteer's records as a signed bundle, for themselves or by staff. */
#include "transfer.h"

#include "bundle.h"
#include "check.h"
#include "clock.h"
#include "config.h"
#include "consent.h"
#include "form.h"
#include "secret.h"
#include "timebank.h"

enum { BUNDLES_A_DAY = 20, BY_STAFF_A_DAY = 300, DAY = 86400 };

#define SEALED \
	" FROM service_record r JOIN activity a ON a.id = r.activity_id " \
	"JOIN ledger_event e ON e.record_uid = r.uid AND e.version = r.version " \
	"AND e.kind = 'effective' JOIN ledger_leaf l ON l.event_id = e.id " \
	"WHERE r.person_id = ? AND r.state = 'effective' " \
	"AND l.seq < COALESCE((SELECT MAX(size) FROM tree_head), 0) "
static struct stmt records_q = SQL(
	"SELECT r.no, a.title, r.served_on, r.minutes,"
	"       r.evidence " SEALED "ORDER BY r.served_on DESC, r.id DESC"
	" LIMIT 30");
static struct stmt made_q = SQL(
	"SELECT t.no, t.records, t.minutes, t.part, t.parts, " TRANSFER_CHANGED " AS changed,"
	"       t.at"
	"  FROM transfer t"
	" WHERE t.person_id = ?"
	"   AND t.direction = 'out'"
	" ORDER BY t.id DESC"
	" LIMIT 10");
static struct stmt brought_q = SQL(
	"SELECT t.no, t.other_name, t.state, t.counted_minutes AS minutes, DATE(t.at) AS day,"
	"       (SELECT COUNT(DISTINCT f.transfer_id) FROM transfer_file f"
	"       WHERE f.transfer_id = t.id) AS file"
	"  FROM transfer t"
	" WHERE t.person_id = ?"
	"   AND t.direction = 'in'"
	" ORDER BY t.id DESC"
	" LIMIT 10");
#define TO_COLS(X, T) \
	X(T, BYTES, public_key, "public_key") \
	X(T, TEXT, name, "name")
ROW_DEFINE(to_row, TO_COLS);
static struct stmt to_q = SQL(
	"SELECT " ROW_SELECT(TO_COLS)
	"  FROM trusted_key"
	" WHERE key_id = UNHEX(?)"
	"   AND ended_at IS NULL");
static struct stmt keys_q = SQL(
	"SELECT LOWER(HEX(key_id)) AS code, name"
	"  FROM trusted_key"
	" WHERE ended_at IS NULL"
	" ORDER BY name, id"
	" LIMIT 200");
static struct stmt notes_q = SQL(
	"SELECT n.minutes, n.other_name AS other, n.at"
	"  FROM timebank_account a"
	"  JOIN timebank_note n ON n.account_id = a.id AND n.direction = 'out'"
	" WHERE a.person_id = ?"
	" ORDER BY n.id DESC"
	" LIMIT 10");
static struct stmt add_q = SQL(
	"INSERT INTO transfer (uid, no, station_id, person_id, direction, bundle_sha, key_id,"
	"       records, minutes, part, parts, head_size, made_at, entered_by, at)"
	" VALUES (?, ?, ?, ?, 'out', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

struct leaving {
	struct rq *q;
	const char *bank_to; /* id of the key of whoever the saved time goes to */
	struct bank_to to;
	size_t notes_n; /* issued before */
	const struct leaver *who;
	const char *given_by;
	struct bundle b;
	struct bytes file;
};

/* What we would not take in ourselves is not given away: its ledger was tampered with. */
static enum err leaving_try(struct leaving *l)
{
	struct bundle b;
	struct bundle_fault f;
	struct arena *a = db_arena();
	bool good = bundle_read(a, l->file, &b, &f) &&
		    bundle_check(a, l->file, &b, secret_public_key(a), l->q->now, &f);
	return good ? OK
		    : ERR(ERR_INTERNAL, "bundle of %s: %s in record %zu", l->who->no, f.word,
			  f.record);
}

/* What is saved leaves as a note in this bundle, and in each later one. */
static enum err leaving_note(struct leaving *l)
{
	l->b.notes_n = l->notes_n;
	if (!l->to.name)
		return OK;
	enum err e = bank_note_issue(&l->q->actor, l->who->id, &l->to, &l->b.notes[l->notes_n]);
	if (!e)
		l->b.notes_n++;
	if (e != ERR_CHECK)
		return e;
	err_clear();
	form_error(l->q, "bank_to", "no_saved");
	return ERR_FORM;
}

/* Notes stand in the first part. */
static enum err leaving_notes(struct leaving *l)
{
	struct bundle_note *v;
	enum err e = OK;
	if (l->bank_to && *l->bank_to) {
		struct to_row to;
		e = row_one(&to_q, ARGS(A_(l->bank_to)), to_row_cols, &to);
		l->to = e ? l->to : (struct bank_to){ to.public_key, to.name };
		if (e == ERR_NOT_FOUND) {
			err_clear();
			form_error(l->q, "bank_to", "no_key");
			return ERR_FORM;
		}
	}
	if (e || l->b.part > 1)
		return e;
	e = bank_notes_of(l->who->id, &v, &l->notes_n);
	if (e)
		return e;
	if (l->notes_n == BUNDLE_NOTES)
		l->notes_n -= l->to.name ? 1 : 0;
	l->b.notes = arena_array(l->q->arena, l->notes_n + 1, sizeof(*v));
	for (size_t i = 0; i < l->notes_n; i++)
		l->b.notes[i] = v[i];
	l->b.notes_n = l->notes_n;
	return OK;
}

static enum err leaving_tx(void *ctx)
{
	struct leaving *l = ctx;
	struct rq *q = l->q;
	int64_t id, staff = q->staff ? q->staff : DB_NONE;
	struct bytes uid = secret_uid(q->arena);
	enum err e = number_next(&q->actor, 'B', l->who->station_id, &l->b.no);
	if (e)
		return e;
	e = leaving_note(l);
	if (e)
		return e;
	l->b.uid = hex_encode(q->arena, uid);
	l->file = bundle_make(q->arena, &l->b);
	e = leaving_try(l);
	if (!e)
		e = consent_give(&q->actor, l->who->id, "transfer", l->given_by);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(uid), A_(l->b.no), A_(l->who->station_id), A_(l->who->id),
				 A_(secret_sha256(q->arena, l->file)), A_(l->b.head.head.key),
				 A_((int64_t)l->b.n), A_(l->b.minutes), A_(l->b.part),
				 A_(l->b.parts), A_(l->b.head.head.size), A_(l->b.made_at),
				 A_(staff), A_(l->b.made_at)),
			    &id);
	const char *detail = arena_fmt(q->arena, "%s %zu %lld", l->b.no, l->b.n,
				       (long long)l->b.minutes);
	return e ? e : audit(&q->actor, "transfer.make", "transfer", id, detail);
}

static void leaving_name(struct rq *q, const struct leaver *who, struct bundle *b)
{
	b->made_at = clock_time(q->arena, q->now);
	b->station = who->station;
	b->station_no = who->station_no;
	b->name = who->name;
	b->volunteer_no = who->no;
	b->salt = secret_uid(q->arena);
	b->check = bundle_person(q->arena, who->id_no_text, b->salt);
}

/* ERR_FORM: there is nothing to give. */
static enum err leaving_make(struct leaving *l)
{
	struct rq *q = l->q;
	if (leaver_minor(q, l->who)) {
		if (!q->staff)
			form_error(q, NULL, "minor");
		l->given_by = "guardian";
	}
	if (!l->who->id_no_text)
		form_error(q, NULL, "no_id");
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = leaving_notes(l);
	if (!e)
		e = transfer_load(q, l->who->id, &l->b);
	if (e)
		return e;
	if (l->b.part > 1 && l->b.part > l->b.parts)
		form_error(q, "part", "no_part");
	else if (!l->b.n && !l->b.ended_n && !l->b.declared_n && !l->b.brought_n &&
		 (!l->b.parts || (!l->b.notes_n && !l->to.name)))
		form_error(q, NULL, "nothing_sealed");
	if (!form_ok(q))
		return ERR_FORM;
	leaving_name(q, l->who, &l->b);
	return db_tx(leaving_tx, l);
}

static enum err leaving_give(struct rq *q, const struct leaving *l)
{
	reply_header(q, "Cache-Control", "no-store");
	return reply_file(q, "application/json; charset=utf-8",
			  l->b.parts > 1 ? arena_fmt(q->arena, "%s-%lld-%lld.json", l->b.no,
						     (long long)l->b.part, (long long)l->b.parts)
					 : arena_fmt(q->arena, "%s.json", l->b.no),
			  NULL, l->file);
}

static void put_bundle_parts(struct rq *q, int64_t parts)
{
	for (int64_t i = 1; i <= parts; i++) {
		struct node *n = node_item(put_list(q, "Parts"));
		node_int(n, "no", i);
		node_set(n, "text",
			 transfer_part_text(q->arena, lang("platform.Transfer.part_download"), i,
					    parts));
	}
}

/* Page.Saved: what the time bank holds, to whom it may go, and what left before. */
static enum err put_saved(struct rq *q, int64_t person)
{
	struct bank_account a;
	enum err e = put_query(q, "Notes", &notes_q, ARGS(A_(person)));
	for (struct node *n = e ? NULL : node_first(put_list(q, "Notes")); n; n = node_next(n)) {
		node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
		put_int(q, "Saved.any", 1);
	}
	if (!e)
		e = bank_account_of(person, &a);
	if (e == ERR_NOT_FOUND)
		return err_clear(), OK;
	if (e || !a.open || !a.balance)
		return e;
	put(q, "Saved.hours", hours_text(q->arena, a.balance));
	put_int(q, "Saved.owes", a.debt ? 1 : DB_NONE);
	put_int(q, "Saved.any", 1);
	return put_query(q, "Keys", &keys_q, NO_ARGS);
}

enum err transfer_mine(struct rq *q)
{
	int64_t me = q->person;
	struct node *ready = put_list(q, "Ready");
	enum err e = transfer_ready(q, me, ready);
	if (!e)
		e = put_query(q, "Records", &records_q, ARGS(A_(me)));
	if (!e)
		e = put_query(q, "Made", &made_q, ARGS(A_(me)));
	if (!e)
		e = put_query(q, "Brought", &brought_q, ARGS(A_(me)));
	if (!e)
		e = move_put_mine(q);
	if (!e)
		e = put_saved(q, me);
	if (e)
		return e;
	static const char *const lists[] = { "Records", "Made", "Brought" };
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		for (struct node *n = node_first(put_list(q, lists[i])); n; n = node_next(n))
			transfer_hours(q, n);
	transfer_hours(q, ready);
	if (node_get_int(ready, "parts") == 0 && got(q, "Saved.any"))
		node_int(ready, "parts", 1);
	put_bundle_parts(q, node_get_int(ready, "parts"));
	return page(q, "platform/transfer_mine.cs");
}

#define MINE_IN(X, T) \
	X(T, FLAG, agree, 1, 1) \
	X(T, CODE, bank_to, 0, 8) \
	X(T, OINT, part, 1, BUNDLE_PARTS)
FORM_DEFINE(mine_in, MINE_IN);

enum err transfer_mine_make(struct rq *q)
{
	struct mine_in in;
	struct leaver who;
	struct leaving l = { .q = q, .who = &who, .given_by = "self" };
	if (!form_read(q, mine_in_fields, &in))
		return ERR_FORM;
	l.b.part = in.part == DB_NONE ? 1 : in.part;
	l.bank_to = in.bank_to;
	enum err e = throttle(q, "bundle", arena_fmt(q->arena, "%lld", (long long)q->person),
			      BUNDLES_A_DAY, DAY);
	if (!e)
		e = leaver_find(q, NULL, &who);
	if (!e)
		e = leaving_make(&l);
	return e ? e : leaving_give(q, &l);
}

enum err transfer_out(struct rq *q)
{
	leaver_put_asked(q);
	enum err e = put_query(q, "Keys", &keys_q, NO_ARGS);
	return e ? e : page(q, "platform/transfer_out.cs");
}

#define OUT_IN(X, T) \
	X(T, NO, volunteer, 1, 24) \
	X(T, FLAG, agree, 1, 1) \
	X(T, CODE, bank_to, 0, 8) \
	X(T, OINT, part, 1, BUNDLE_PARTS)
FORM_DEFINE(out_in, OUT_IN);

/* The volunteer is at the desk and agrees: staff say so, and it stands in the consent's row. */
enum err transfer_out_make(struct rq *q)
{
	struct out_in in;
	struct leaver who;
	struct leaving l = { .q = q, .who = &who, .given_by = "staff" };
	if (!form_read(q, out_in_fields, &in))
		return ERR_FORM;
	l.b.part = in.part == DB_NONE ? 1 : in.part;
	l.bank_to = in.bank_to;
	enum err e = throttle(q, "bundle", arena_fmt(q->arena, "s%lld", (long long)q->staff),
			      BY_STAFF_A_DAY, DAY);
	if (!e)
		e = leaver_find(q, in.volunteer, &who);
	if (!e)
		e = leaving_make(&l);
	return e ? e : leaving_give(q, &l);
}
