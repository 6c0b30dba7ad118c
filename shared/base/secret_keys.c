/* secret_keys.c - reads and makes the key files. */
#include "secret_keys.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "log.h"
#include "secret.h"
#include "secret_holders.h"

#define KEY      32
#define FILE_MAX (SEAL_KEYS * (2 * KEY + 1))

static struct secret_keys keys;
/* Whose keys they are; NULL: a command's, which holds all. */
static const struct secret_holder *holder;

const struct secret_keys *secret_keys(void)
{
	if (!keys.open) {
		log_error("keys are used, but secret_open() was not called");
		abort();
	}
	return &keys;
}

const struct secret_keys *secret_keys_with(const char *name)
{
	if (!secret_held(name)) {
		log_error("this program does not hold %s", name);
		abort();
	}
	return secret_keys();
}

bool secret_is_open(void)
{
	return keys.open;
}

bool secret_held(const char *name)
{
	return !holder || secret_holds(holder, name);
}

static void print_key(struct secret_print *p, const uint8_t *key, const char *name, unsigned n)
{
	(void)snprintf(p->name, sizeof(p->name), n ? "%s.%u" : "%s", name, n);
	crypto_generichash(p->hash, sizeof(p->hash), (const uint8_t *)p->name, strlen(p->name), key,
			   KEY);
}

size_t secret_prints(struct secret_print v[SECRET_PRINTS])
{
	const struct secret_keys *k = secret_keys();
	size_t n = 0;
	for (unsigned i = 0; i < k->seals; i++)
		if (!k->dropped[i])
			print_key(&v[n++], k->seal[i], "seal", i + 1);
	for (unsigned i = 0; i < k->indexes; i++)
		print_key(&v[n++], k->index[i], "index", i ? i + 1 : 0);
	for (unsigned i = 0; i < k->signs; i++)
		print_key(&v[n++], k->public[i], "sign", 0);
	return n;
}

const char *secret_path(struct arena *a, const char *name)
{
	return holder ? arena_fmt(a, "%s/programs/%s/%s", cfg.secret_dir, holder->program, name)
		      : arena_fmt(a, "%s/%s", cfg.secret_dir, name);
}

/* The file's text in out[max + 1], NUL-terminated. */
static enum err read_file(const char *path, char *out, size_t max)
{
	struct stat st;
	size_t n = 0;
	ssize_t part = 0;

	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && (st.st_mode & 077) != 0) {
		close(fd);
		return ERR(ERR_INTERNAL, "%s: others may read it; chmod 600", path);
	}
	while (n < max && (part = read(fd, out + n, max - n)) > 0)
		n += (size_t)part;
	close(fd);
	if (part < 0)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	out[n] = '\0';
	return OK;
}

enum err secret_line(const char *path, char *out, size_t n)
{
	enum err e = read_file(path, out, n - 1);
	if (e)
		return e;
	out[strcspn(out, "\r\n")] = '\0';
	return *out ? OK : ERR(ERR_INTERNAL, "%s: empty", path);
}

enum err secret_ours(const char *path)
{
	char byte[2];
	enum err e = read_file(path, byte, 1);
	sodium_memzero(byte, sizeof byte);
	return e;
}

enum err secret_read_keys(struct arena *a, const char *name, uint8_t out[][KEY], unsigned max,
			  unsigned *n)
{
	const char *path = secret_path(a, name);
	char text[FILE_MAX + 1], line[2 * KEY + 1];
	unsigned count = 0;

	enum err e = read_file(path, text, FILE_MAX);
	for (char *p = text; !e && *p != '\0'; p += 2 * KEY + (p[2 * KEY] == '\n')) {
		size_t len = strcspn(p, "\n");
		if (len != 2 * KEY || count == max) {
			e = ERR(ERR_INTERNAL, "%s: not %u lines of 64 hex digits", path, max);
			break;
		}
		memcpy(line, p, len);
		line[len] = '\0';
		if (strspn(line, "-") == len)
			memset(out[count++], 0, KEY);
		else if (!hex_decode(line, out[count++], KEY))
			e = ERR(ERR_INTERNAL, "%s: line %u is not hex", path, count);
	}
	sodium_memzero(text, sizeof text);
	sodium_memzero(line, sizeof line);
	if (!e && count == 0)
		e = ERR(ERR_INTERNAL, "%s: empty", path);
	if (!e)
		*n = count;
	return e;
}

static void derive(uint8_t out[KEY], const uint8_t from[KEY], const char *use)
{
	crypto_generichash(out, KEY, (const uint8_t *)use, strlen(use), from, KEY);
}

static enum err open_sign(struct arena *a, struct secret_keys *k)
{
	uint8_t seed[SIGN_KEYS][KEY];
	enum err e = secret_read_keys(a, "sign.key", seed, SIGN_KEYS, &k->signs);
	for (unsigned i = 0; !e && i < k->signs; i++)
		crypto_sign_seed_keypair(k->public[i], k -> sign[i], seed[i]);
	sodium_memzero(seed, sizeof seed);
	return e;
}

/* A program is given the key of MACs alone: from index.key it would follow, and more with it. */
static enum err open_index(struct arena *a, struct secret_keys *k)
{
	uint8_t root[INDEX_KEYS][KEY];
	unsigned n;
	enum err e = OK;
	if (secret_held("index.key"))
		e = secret_read_keys(a, "index.key", root, INDEX_KEYS, &k->indexes);
	for (unsigned i = 0; !e && i < k->indexes; i++)
		derive(k->index[i], root[i], "zyz index");
	if (!e && !holder)
		derive(k->mac, root[0], "zyz mac");
	if (!e && holder && secret_held("mac.key")) {
		e = secret_read_keys(a, "mac.key", root, 1, &n);
		memcpy(k->mac, root[0], KEY);
	}
	sodium_memzero(root, sizeof root);
	return e;
}

enum err secret_mac_line(struct arena *a, char *line)
{
	uint8_t root[INDEX_KEYS][KEY], mac[KEY];
	unsigned n;
	enum err e = secret_read_keys(a, "index.key", root, INDEX_KEYS, &n);
	if (!e) {
		derive(mac, root[0], "zyz mac");
		sodium_bin2hex(line, 2 * KEY + 1, mac, sizeof mac);
		memcpy(line + 2 * KEY, "\n", 2);
	}
	sodium_memzero(root, sizeof root);
	sodium_memzero(mac, sizeof mac);
	return e;
}

static enum err open_keys(struct arena *a, struct secret_keys *k)
{
	unsigned seals = 0;
	enum err e = OK;
	if (secret_held("seal.key"))
		e = secret_read_keys(a, "seal.key", k->seal, SEAL_KEYS, &seals);
	if (!e && seals && sodium_is_zero(k->seal[seals - 1], KEY))
		e = ERR(ERR_INTERNAL, "seal.key: the last key was dropped");
	if (!e)
		e = open_index(a, k);
	if (!e && secret_held("sign.key"))
		e = open_sign(a, k);
	if (!e) {
		for (unsigned i = 0; i < seals; i++)
			k->dropped[i] = sodium_is_zero(k->seal[i], KEY);
		k->open = true;
		k->seals = k->sealing = seals;
		k->layers = k->indexes;
		k->signing = k->signs ? k->signs - 1 : 0;
	}
	return e;
}

/* Locking may be refused by a limit of the machine; the keys are then merely in ordinary memory. */
enum err secret_open_again(void)
{
	struct secret_keys fresh = { .seals = 0 };

	if (sodium_init() < 0)
		return ERR(ERR_INTERNAL, "libsodium does not start");
	struct arena *a = arena_new();
	enum err e = open_keys(a, &fresh);
	if (!e) {
		(void)!sodium_mlock(&keys, sizeof keys);
		keys = fresh;
	}
	sodium_memzero(&fresh, sizeof fresh);
	arena_free(a);
	return e;
}

enum err secret_open(void)
{
	holder = NULL;
	return secret_open_again();
}

enum err secret_open_as(const char *program)
{
	holder = secret_holder(program);
	if (!holder)
		return ERR(ERR_INTERNAL, "%s holds no secret (secret_holders.c)", program);
	enum err e = secret_open_again();
	return e ? e : secret_open_marks(NULL);
}

void secret_use(const struct secret_use *u)
{
	if (u->seal && u->seal <= secret_keys()->seals)
		keys.sealing = u->seal;
	if (u->layers && u->layers <= keys.indexes)
		keys.layers = u->layers;
	for (unsigned i = 0; u->sign && i < keys.signs; i++) {
		struct secret_print p;
		print_key(&p, keys.public[i], "sign", 0);
		if (memcmp(p.hash, u->sign, sizeof(p.hash)) == 0)
			keys.signing = i;
	}
}

/* Written beside its place and linked there: a key is whole or absent, and is never replaced. */
static enum err make_key(struct arena *a, const char *path)
{
	const char *tmp = arena_fmt(a, "%s.%ld", path, (long)getpid());
	uint8_t key[KEY];
	char hex[2 * KEY + 2];

	if (access(path, F_OK) == 0)
		return OK;
	int fd = open(tmp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return ERR(ERR_INTERNAL, "%s: %s", tmp, strerror(errno));
	secret_random(key, sizeof key);
	sodium_bin2hex(hex, sizeof hex, key, sizeof key);
	hex[2 * KEY] = '\n';
	bool written = write(fd, hex, 2 * KEY + 1) == 2 * KEY + 1 && fsync(fd) == 0;
	sodium_memzero(key, sizeof key);
	sodium_memzero(hex, sizeof hex);
	bool closed = close(fd) == 0;
	bool there = written && closed && (link(tmp, path) == 0 || errno == EEXIST);
	int why = errno;
	unlink(tmp);
	return there ? OK : ERR(ERR_INTERNAL, "%s: %s", path, strerror(why));
}

enum err secret_make_keys(void)
{
	static const char *const names[] = { "seal.key", "index.key", "sign.key" };
	static const char *const marks[] = { SECRET_MARKS };

	if (mkdir(cfg.secret_dir, 0700) != 0 && errno != EEXIST)
		return ERR(ERR_INTERNAL, "%s: %s", cfg.secret_dir, strerror(errno));
	struct arena *a = arena_new();
	size_t there = 0, all = sizeof names / sizeof *names;
	enum err e = OK;
	for (size_t i = 0; i < all; i++)
		there += access(secret_path(a, names[i]), F_OK) == 0;
	for (size_t i = 0; !e && there && i < all; i++)
		if (access(secret_path(a, names[i]), F_OK) != 0)
			e = ERR(ERR_INTERNAL,
				"%s is missing beside others: bring it back from where keys are "
				"kept; "
				"another one would open nothing of what was written",
				names[i]);
	for (size_t i = 0; !e && i < all; i++)
		e = make_key(a, secret_path(a, names[i]));
	for (size_t i = 0; !e && i < sizeof marks / sizeof *marks; i++)
		e = make_key(a, secret_path(a, arena_fmt(a, "mark-%s.key", marks[i])));
	arena_free(a);
	return e;
}

enum err secret_make_password(const char *path)
{
	if (sodium_init() < 0)
		return ERR(ERR_INTERNAL, "libsodium does not start");
	struct arena *a = arena_new();
	enum err e = make_key(a, path);
	arena_free(a);
	return e;
}
