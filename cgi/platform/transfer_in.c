/* transfer_in.c - 转入: a bundle of another installation is checked against the keys that we trust
 * and the person who brings it, then stored. */
#include "transfer.h"

#include "bundle.h"
#include "form.h"
#include "secret.h"

enum { TRIES_AN_HOUR = 1000, HOUR = 3600 };

#define IN_IN(X, T) X(T, CODE, volunteer, 1, 24) X(T, FILE, bundle, 1, BUNDLE_BYTES)
FORM_DEFINE(in_in, IN_IN);

#define KEY_COLS(X, T) X(T, BYTES, public_key, "public_key") X(T, TEXT, name, "name")
ROW_DEFINE(key_row, KEY_COLS);
static struct stmt key_q = SQL("SELECT " ROW_SELECT(KEY_COLS)
	" FROM trusted_key WHERE key_id = ? AND ended_at IS NULL");

enum err transfer_in(struct rq *q)
{
	if (query(q, "volunteer"))
		put(q, "Form.volunteer", query(q, "volunteer"));
	return page(q, "platform/transfer_in.cs");
}

static void tell(struct rq *q, const char *word, size_t record)
{
	const char *text =
		str_or(lang(arena_fmt(q->arena, "platform.Transfer.Fault.%s", word)), word);
	if (record)
		text = arena_fmt(q->arena, "%s%s%zu", text,
				 str_or(lang("platform.Transfer.fault_record"), ""), record);
	form_error_text(q, "bundle", text);
}

/* Ours, or that of somebody we were told to trust; a message when it is neither. */
static enum err find_key(struct rq *q, const struct bundle *b, struct key_row *out, bool *own)
{
	uint32_t id = secret_key_id();
	uint8_t ours[BUNDLE_KEY] = { (uint8_t)(id >> 24), (uint8_t)(id >> 16), (uint8_t)(id >> 8),
				     (uint8_t)id };
	*own = secret_equal(ours, b->key.p, sizeof(ours));
	if (*own) {
		*out = (struct key_row){ .public_key = secret_public_key(q->arena) };
		return OK;
	}
	enum err e = row_one(&key_q, ARGS(A_(b->key)), key_row_cols, out);
	if (e != ERR_NOT_FOUND)
		return e;
	form_error_text(q, "bundle",
			arena_fmt(q->arena, "%s%s", lang("platform.Transfer.unknown_key"),
				  hex_encode(q->arena, b->key)));
	return OK;
}

/* From the file to a bundle that may be believed and is this person's; messages otherwise. */
static enum err believe(struct rq *q, const struct leaver *who, struct bytes file,
			struct bundle *b)
{
	struct bundle_fault f;
	struct key_row key;
	bool own;
	if (!bundle_read(q->arena, file, b, &f)) {
		tell(q, f.word, f.record);
		return OK;
	}
	enum err e = find_key(q, b, &key, &own);
	if (e || !form_ok(q))
		return e;
	if (!bundle_check(q->arena, file, b, key.public_key, q->now, &f))
		tell(q, f.word, f.record);
	else if (own)
		tell(q, "own", 0);
	else if (!who->id_no_text)
		form_error(q, "volunteer", "no_id");
	else if (!bundle_is_of(b, who->id_no_text))
		tell(q, "person", 0);
	return OK;
}

static const struct brought *records_of(struct rq *q, const struct bundle *b)
{
	struct brought *v = arena_array(q->arena, b->n, sizeof(*v));
	for (size_t i = 0; i < b->n; i++) {
		const struct bundle_record *r = &b->records[i];
		v[i] = (struct brought){ .key = r->key, .day = r->served_on, .starts = r->starts_at,
					 .ends = r->ends_at, .title = r->title,
					 .organiser = r->organiser, .evidence = r->evidence,
					 .minutes = r->minutes };
	}
	return v;
}

enum err transfer_in_take(struct rq *q)
{
	struct in_in in;
	struct leaver who = { .id = 0 };
	struct bundle b;
	uint8_t uid[16];
	if (!form_read(q, in_in_fields, &in))
		return page(q, "platform/transfer_in.cs");
	struct bytes file = { (const uint8_t *)in.bundle->value, in.bundle->n };
	enum err e = throttle(q, "bundle", arena_fmt(q->arena, "i%lld", (long long)q->who.staff_id),
			      TRIES_AN_HOUR, HOUR);
	if (!e)
		e = leaver_find(q, in.volunteer, &who);
	if (!e && form_ok(q))
		e = believe(q, &who, file, &b);
	if (e || !form_ok(q) || !hex_decode(b.uid, uid, sizeof(uid)))
		return e ? e : page(q, "platform/transfer_in.cs");
	struct taking t = { .q = q, .who = &who, .uid = BYTES(uid),
			    .sha = secret_sha256(q->arena, file), .key = b.key, .other = b.station,
			    .made_at = b.made_at, .v = records_of(q, &b), .n = b.n };
	e = transfer_take(&t);
	if (e == ERR_DUPLICATE)
		return transfer_twice(q, &t, "platform/transfer_in.cs");
	return e ? e : see(q, "/platform/transfer/%s?done=taken", t.no);
}
