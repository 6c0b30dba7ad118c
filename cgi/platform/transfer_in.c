/* transfer_in.c - 转入: a bundle of another installation is checked against the keys that we trust
 * and the person who brings it, then stored. */
#include "transfer.h"
#include "barred.h"

#include "bundle.h"
#include "form.h"
#include "secret.h"

enum { TRIES_AN_HOUR = 1000, HOUR = 3600, UID = 16, INSIDE = 50 };

#define IN_IN(X, T) \
	X(T, NO, volunteer, 1, 24) \
	X(T, FILE, bundle, 1, BUNDLE_BYTES)
FORM_DEFINE(in_in, IN_IN);

#define KEY_COLS(X, T) \
	X(T, BYTES, public_key, "public_key") \
	X(T, TEXT, name, "name")
ROW_DEFINE(key_row, KEY_COLS);
static struct stmt key_q = SQL(
	"SELECT " ROW_SELECT(KEY_COLS)
	"  FROM trusted_key"
	" WHERE key_id = ?"
	"   AND ended_at IS NULL");

#define WAS_COLS(X, T) X(T, BYTES, public_key, "public_key")
ROW_DEFINE(was_row, WAS_COLS);
static struct stmt was_q = SQL(
	"SELECT " ROW_SELECT(WAS_COLS)
	"  FROM sign_key"
	" WHERE key_id = ?");

enum err transfer_in(struct rq *q)
{
	leaver_put_asked(q);
	return page(q, "platform/transfer_in.cs");
}

static enum err bundle_refuse(struct rq *q, const char *word, size_t record)
{
	const char *text = str_or(lang(arena_fmt(q->arena, "platform.Transfer.Fault.%s", word)),
				  word);
	if (record)
		text = arena_fmt(q->arena, "%s%s%zu", text,
				 str_or(lang("platform.Transfer.fault_record"), ""), record);
	form_error_text(q, "bundle", text);
	return ERR_FORM;
}

/* Ours, or that of somebody we were told to trust; ERR_NOT_FOUND: neither. */
static enum err bundle_find_key(struct rq *q, const struct bundle *b, struct key_row *out,
				bool *own)
{
	uint32_t id = secret_key_id();
	uint8_t ours[BUNDLE_KEY] = { (uint8_t)(id >> 24), (uint8_t)(id >> 16), (uint8_t)(id >> 8),
				     (uint8_t)id };
	*own = secret_equal(ours, b->key.p, sizeof(ours));
	if (*own) {
		*out = (struct key_row){ .public_key = secret_public_key(q->arena) };
		return OK;
	}
	struct was_row was; /* one that we signed with before */
	enum err e = row_one(&was_q, ARGS(A_(b->key)), was_row_cols, &was);
	*own = !e;
	if (!e)
		*out = (struct key_row){ .public_key = was.public_key };
	return e == ERR_NOT_FOUND ? row_one(&key_q, ARGS(A_(b->key)), key_row_cols, out) : e;
}

/* From the file to a bundle that may be believed and is this person's; messages otherwise. */
static enum err bundle_believe(struct rq *q, const struct leaver *who, struct bytes file,
			       struct bundle *b)
{
	struct bundle_fault f;
	struct key_row key;
	bool own;
	if (!bundle_read(q->arena, file, b, &f))
		return bundle_refuse(q, f.word, f.record);
	enum err e = bundle_find_key(q, b, &key, &own);
	if (e == ERR_NOT_FOUND)
		form_error_text(q, "bundle",
				arena_fmt(q->arena, "%s%s", lang("platform.Transfer.unknown_key"),
					  hex_encode(q->arena, b->key)));
	if (e)
		return e == ERR_NOT_FOUND ? ERR_FORM : e;
	if (!bundle_check(q->arena, file, b, key.public_key, q->now, &f))
		return bundle_refuse(q, f.word, f.record);
	if (own)
		return bundle_refuse(q, "own", 0);
	if (who->id_no_text)
		return bundle_is_of(b, who->id_no_text) ? OK : bundle_refuse(q, "person", 0);
	form_error(q, "volunteer", "no_id");
	return ERR_FORM;
}

static const struct brought *brought_of(struct rq *q, const struct bundle_record *from, size_t n)
{
	struct brought *v = arena_array(q->arena, n + 1, sizeof(*v));
	for (size_t i = 0; i < n; i++) {
		const struct bundle_record *r = &from[i];
		v[i] = (struct brought){ .key = r->key,
					 .day = r->served_on,
					 .starts = r->starts_at,
					 .ends = r->ends_at,
					 .title = r->title,
					 .organiser = r->organiser,
					 .evidence = r->evidence,
					 .minutes = r->minutes };
	}
	return v;
}

static struct taking taking_of_bundle(struct rq *q, const struct leaver *who, struct bytes file,
				      const struct bundle *b)
{
	uint8_t *uid = arena_alloc(q->arena, UID);
	/* bundle_read() saw to it. */
	if (!hex_decode(b->uid, uid, UID))
		uid[0] = 0;
	return (struct taking){ .q = q,
				.who = who,
				.uid = { uid, UID },
				.sha = secret_sha256(q->arena, file),
				.key = b->key,
				.other = b->station,
				.made_at = b->made_at,
				.part = b->part,
				.parts = b->parts,
				.v = brought_of(q, b->records, b->n),
				.n = b->n,
				.ended = brought_of(q, b->ended, b->ended_n),
				.ended_n = b->ended_n,
				.notes = b->notes,
				.notes_n = b->notes_n };
}

/* What the giving station says of records that nobody signed; its number follows from the bundle's,
 * so that it comes once. */
static struct taking taking_of_declared(struct rq *q, const struct leaver *who,
					const struct taking *t, const struct bundle *b)
{
	struct bytes sha = secret_mac(q->arena, "transfer.declared", t->sha);
	struct brought *v = arena_array(q->arena, b->declared_n, sizeof(*v));
	for (size_t i = 0; i < b->declared_n; i++) {
		const struct bundle_record *r = &b->declared[i];
		bool times = *r->starts_at != '\0';
		v[i] = (struct brought){ .key = r->key,
					 .day = r->served_on,
					 .starts = times ? r->starts_at : NULL,
					 .ends = times ? r->ends_at : NULL,
					 .title = r->title,
					 .organiser = *r->organiser ? r->organiser : r->origin,
					 .evidence = *r->evidence ? r->evidence : NULL,
					 .minutes = r->minutes };
	}
	return (struct taking){ .q = q,
				.who = who,
				.uid = { sha.p, UID },
				.sha = sha,
				.other = arena_fmt(q->arena, "%s%s", b->station,
						   lang("platform.Transfer.declares")),
				.made_at = b->made_at,
				.v = v,
				.n = b->declared_n };
}

/* Bundles within bundles, each looked at as if it had been brought by itself. */
struct opening {
	struct rq *q;
	const struct leaver *who;
	struct taking *v;
	size_t n;
};

static enum err bundle_open_inside(struct opening *o, const struct bundle *b,
				   const struct taking *t, int depth);

/* By a key that nobody told us to trust it is only what somebody says: staff confirm it. */
static enum err bundle_open_one(struct opening *o, struct bytes text, const struct bundle *via,
				int depth)
{
	struct rq *q = o->q;
	struct bundle_fault f;
	struct bundle b;
	struct key_row key;
	bool own;
	if (o->n == INSIDE || !bundle_read(q->arena, text, &b, &f))
		return bundle_refuse(q, "brought", 0);
	enum err e = bundle_find_key(q, &b, &key, &own);
	bool trusted = e == OK;
	/* What we gave away ourselves is here already. */
	if ((e && e != ERR_NOT_FOUND) || own)
		return e;
	bool good = trusted ? bundle_check(q->arena, text, &b, key.public_key, q->now, &f)
			    : bundle_sound(q->arena, &b, q->now, &f);
	if (!good || !bundle_is_of(&b, o->who->id_no_text))
		return bundle_refuse(q, good ? "person" : "brought", 0);
	struct taking *t = &o->v[o->n++];
	*t = taking_of_bundle(q, o->who, text, &b);
	if (!trusted) {
		t->key = (struct bytes){ NULL, 0 };
		t->notes_n = 0;
		t->other = arena_fmt(q->arena, "%s%s%s%s", b.station,
				     lang("platform.Transfer.via_start"), via->station,
				     lang("platform.Transfer.via_end"));
	}
	return bundle_open_inside(o, &b, t, depth + 1);
}

static enum err bundle_open_inside(struct opening *o, const struct bundle *b,
				   const struct taking *t, int depth)
{
	enum err e = OK;
	if ((b->declared_n && o->n == INSIDE) || (b->brought_n && depth == BUNDLE_DEPTH))
		return bundle_refuse(o->q, "brought", 0);
	if (b->declared_n)
		o->v[o->n++] = taking_of_declared(o->q, o->who, t, b);
	for (size_t i = 0; !e && i < b->brought_n; i++)
		e = bundle_open_one(o, b->brought[i], b, depth);
	return e;
}

enum err transfer_in_take(struct rq *q)
{
	struct in_in in;
	struct leaver who = { .id = 0 };
	struct bundle b;
	struct opening o = { .q = q, .who = &who };
	if (!form_read(q, in_in_fields, &in))
		return ERR_FORM;
	struct bytes file = { (const uint8_t *)in.bundle->value, in.bundle->n };
	enum err e = throttle(q, "bundle", arena_fmt(q->arena, "i%lld", (long long)q->staff),
			      TRIES_AN_HOUR, HOUR);
	if (!e)
		e = leaver_find(q, in.volunteer, &who);
	if (!e)
		e = bundle_believe(q, &who, file, &b);
	if (e)
		return e;
	struct taking t = taking_of_bundle(q, &who, file, &b);
	t.file = file;
	o.v = arena_array(q->arena, INSIDE, sizeof(*o.v));
	e = bundle_open_inside(&o, &b, &t, 0);
	if (e)
		return e;
	t.inside = o.v;
	t.inside_n = o.n;
	bool notes = t.notes_n;
	for (size_t i = 0; i < o.n; i++)
		notes = notes || o.v[i].notes_n;
	if (notes)
		e = BARRED(q, who.id);
	if (!e)
		e = transfer_take(&t);
	if (e == ERR_DUPLICATE)
		return transfer_twice(q, &t, "platform/transfer_in.cs");
	return e         ? e
	       : t.noted ? see(q, "/platform/transfer/%s?done=note_%s", t.no, t.noted)
			 : see(q, "/platform/transfer/%s?done=taken", t.no);
}
