/*
 * rotate_sign.c - another key signs heads, certificates and bundles. Every key that ever signed
 * stays published (table sign_key, /activity/ledger/key), and the one before signs the next:
 * whoever trusts the first needs nobody's word for the others. What is signed is "zyz-key-1", the
 * public key and the second from which it signs, 8 bytes.
 */
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "rotate.h"
#include "row.h"
#include "secret.h"
#include "secret_files.h"
#include "secret_hand.h"

#define NEXT "sign.next"

static struct stmt clock_q = SQL(
	"SELECT UNIX_TIMESTAMP()");
static struct stmt first_q = SQL(
	"INSERT INTO sign_key (key_id, public_key, from_at)"
	" SELECT ?, ?, noted_at"
	"  FROM key_print"
	" WHERE name = 'sign'"
	"   AND NOT EXISTS (SELECT 1 FROM sign_key)");
static struct stmt until_q = SQL(
	"UPDATE sign_key"
	"   SET until_at = ?"
	" WHERE until_at IS NULL");
static struct stmt next_q = SQL(
	"INSERT INTO sign_key (key_id, public_key, from_at, old_key, old_signature)"
	" VALUES (?, ?, ?, ?, ?)");
static struct stmt uses_q = SQL(
	"UPDATE key_print"
	"   SET hash = ?, noted_at = NOW()"
	" WHERE name = 'sign'");
static struct stmt drop_q = SQL(
	"DELETE FROM key_print"
	" WHERE name = '" NEXT "'");
static struct stmt note_q = SQL(
	"INSERT INTO key_print (name, hash, noted_at, phase)"
	" VALUES ('" NEXT "', ?, NOW(), 'added')");
static struct stmt hash_q = SQL(
	"SELECT LOWER(HEX(hash))"
	"  FROM key_print"
	" WHERE name = 'sign'");

/* The print of the line of sign.key that does not sign now, or does. */
static enum err sign_print(struct arena *a, bool used, struct secret_print *out)
{
	struct secret_print v[SECRET_PRINTS];
	const char *hash;
	enum err e = db_text(&hash_q, NO_ARGS, &hash);
	size_t n = e ? 0 : secret_prints(v);
	for (size_t i = 0; !e && i < n; i++)
		if (str_eq(v[i].name, "sign") &&
		    str_eq(hex_encode(a, BYTES(v[i].hash)), hash) == used) {
			*out = v[i];
			return OK;
		}
	return e ? e : ERR(ERR_CHECK, "sign.key has no line %s", used ? "that signs" : "to come");
}

static enum err sign_add(struct arena *a)
{
	const char *phase;
	struct secret_print p;
	unsigned lines;
	enum err e = rotate_state(NEXT, &phase);
	if (!e && phase)
		return ERR(ERR_CHECK, "a key was added already: zyz-admin rotate sign run");
	if (!e)
		e = sign_print(a, true, &p);
	if (!e)
		e = secret_file_lines(a, "sign.key", &lines);
	if (!e && lines == 1)
		e = secret_file_add(a, "sign.key");
	if (!e)
		e = secret_hand_out(NULL);
	if (!e)
		e = secret_open_again();
	if (!e)
		e = sign_print(a, false, &p);
	if (!e)
		e = db_exec(&note_q, ARGS(A_(BYTES(p.hash))), NULL);
	if (!e)
		e = rotate_fence(a);
	if (!e)
		puts("a key is there that signs nothing yet. Bring sign.key to every host and "
		     "call zyz-admin hand-out there, keep a copy apart, then: zyz-admin rotate "
		     "sign run");
	return e;
}

static struct bytes id_bytes(struct arena *a, struct bytes key)
{
	uint32_t id = secret_id_of(key.p);
	uint8_t *p = arena_alloc(a, 4);
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t)(id >> (24 - 8 * i));
	return (struct bytes){ p, 4 };
}

static struct bytes link_message(struct arena *a, struct bytes key, int64_t at)
{
	struct buf b = { .arena = a };
	buf_str(&b, "zyz-key-1");
	buf_add(&b, (const char *)key.p, key.n);
	for (int i = 0; i < 8; i++)
		buf_char(&b, (char)((uint64_t)at >> (56 - 8 * i)));
	return (struct bytes){ (const uint8_t *)b.p, b.n };
}

struct change {
	struct arena *a;
	struct bytes old, next;
	struct secret_print print;
};

static enum err sign_change(void *ctx)
{
	struct change *c = ctx;
	int64_t at;
	enum err e = db_int(&clock_q, NO_ARGS, &at);
	const char *when = clock_time(c->a, e ? 0 : at);
	struct bytes old = id_bytes(c->a, c->old);
	if (!e)
		e = db_exec(&first_q, ARGS(A_(old), A_(c->old)), NULL);
	if (!e)
		e = db_change(&until_q, ARGS(A_(when)));
	struct bytes signature = secret_sign(c->a, link_message(c->a, c->next, at));
	if (!e)
		e = db_exec(&next_q,
			    ARGS(A_(id_bytes(c->a, c->next)), A_(c->next), A_(when), A_(old),
				 A_(signature)),
			    NULL);
	if (!e)
		e = db_change(&uses_q, ARGS(A_(BYTES(c->print.hash))));
	return e ? e : db_change(&drop_q, NO_ARGS);
}

/* The sealer signs a head by the new key as soon as it has connected again. */
static enum err sign_run(struct arena *a)
{
	const char *phase;
	struct change c = { .a = a };
	enum err e = rotate_state(NEXT, &phase);
	if (!e && phase) {
		e = sign_print(a, false, &c.print);
		if (!e && !secret_next_key(a, &c.next))
			e = ERR(ERR_CHECK, "sign.key has one line");
		c.old = secret_public_key(a);
		if (!e)
			e = db_tx(sign_change, &c);
	}
	/* also where an earlier call did that and was killed before it came to this */
	if (!e)
		e = rotate_fence(a);
	if (!e)
		printf("%08x signs. Make /activity/ledger/key known again, and tell whoever takes "
		       "in "
		       "bundles (zyz-admin trust); then: zyz-admin rotate sign finish\n",
		       (unsigned)secret_key_id());
	return e;
}

static enum err sign_finish(struct arena *a)
{
	const char *phase;
	struct secret_print p;
	unsigned lines;
	enum err e = rotate_state(NEXT, &phase);
	if (!e && phase)
		e = ERR(ERR_CHECK, "the new key does not sign yet: zyz-admin rotate sign run");
	if (!e)
		e = sign_print(a, true, &p);
	if (!e)
		e = secret_file_lines(a, "sign.key", &lines);
	if (!e && lines == 1) {
		puts("there is one key only");
		return secret_hand_out(NULL);
	}
	if (!e && !secret_last_signs())
		e = ERR(ERR_CHECK, "the last line of sign.key signs nothing: rotate sign add");
	if (!e)
		e = secret_file_last(a, "sign.key");
	if (!e)
		e = secret_hand_out(NULL);
	if (!e)
		puts("the key before is gone; what it signed is checked by its public key, which "
		     "stays published. Bring sign.key to every host and call zyz-admin hand-out "
		     "there");
	return e;
}

enum err rotate_sign(struct arena *a, const char *step)
{
	if (str_eq(step, "add"))
		return sign_add(a);
	return str_eq(step, "run") ? sign_run(a) : sign_finish(a);
}
