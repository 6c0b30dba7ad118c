/* trust.c - whose signed bundles are taken in: the keys of other installations. */
#include <stdio.h>

#include "admin.h"
#include "audit.h"
#include "secret.h"

enum { ID = 4, KEY = 32, NAME_CHARS = 80 };

/* A key that was ended may be trusted again; another key with the same id never replaces one. */
static struct stmt trust_q = SQL(
	"INSERT INTO trusted_key (key_id, public_key, name)"
	" VALUES (?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE name = IF(public_key = VALUES(public_key), VALUES(name),"
	"       name), ended_at = IF(public_key = VALUES(public_key), NULL, ended_at)");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM trusted_key"
	" WHERE key_id = ?"
	"   AND public_key = ?"
	"   AND ended_at IS NULL");
static struct stmt live_q = SQL(
	"SELECT id"
	"  FROM trusted_key"
	" WHERE key_id = ?"
	"   AND ended_at IS NULL");
static struct stmt end_q = SQL(
	"UPDATE trusted_key"
	"   SET ended_at = NOW()"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

struct key {
	uint8_t id[ID], public[KEY];
	const char *name;
};

static enum err trust_tx(void *ctx)
{
	struct actor by = actor_system(db_arena());
	const struct key *k = ctx;
	int64_t id;
	enum err e = db_exec(&trust_q, ARGS(A_(BYTES(k->id)), A_(BYTES(k->public)), A_(k->name)),
			     NULL);
	if (!e)
		e = db_int(&find_q, ARGS(A_(BYTES(k->id)), A_(BYTES(k->public))), &id);
	return e ? e : audit(&by, "key.trust", "trusted_key", id, NULL);
}

enum err admin_trust(struct arena *a, char **args)
{
	struct key k = { .name = args[2] };
	if (!hex_decode(args[0], k.id, ID) || !hex_decode(args[1], k.public, KEY))
		return ERR(ERR_BAD_REQUEST, "a key id is 8 hex digits, a public key 64");
	struct bytes sha = secret_sha256(a, BYTES(k.public));
	if (!secret_equal(sha.p, k.id, ID))
		return ERR(ERR_BAD_REQUEST, "%s is not the id of this key", args[0]);
	if (!*k.name || utf8_count(k.name) > NAME_CHARS)
		return ERR(ERR_BAD_REQUEST, "a name has 1 to %d characters", NAME_CHARS);
	enum err e = db_tx(trust_tx, &k);
	if (!e)
		printf("bundles signed by %s are taken in\n", args[0]);
	return e;
}

static enum err untrust_tx(void *ctx)
{
	struct actor by = actor_system(db_arena());
	const struct key *k = ctx;
	int64_t id;
	enum err e = db_int(&live_q, ARGS(A_(BYTES(k->id))), &id);
	if (!e)
		e = db_change(&end_q, ARGS(A_(id)));
	return e ? e : audit(&by, "key.untrust", "trusted_key", id, NULL);
}

enum err admin_untrust(struct arena *a, char **args)
{
	struct key k = { .name = NULL };
	(void)a;
	if (!hex_decode(args[0], k.id, ID))
		return ERR(ERR_BAD_REQUEST, "a key id is 8 hex digits");
	enum err e = db_tx(untrust_tx, &k);
	if (e == ERR_NOT_FOUND)
		return ERR(e, "no key %s is trusted", args[0]);
	if (!e)
		printf("no more bundles signed by %s\n", args[0]);
	return e;
}
