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

#define KEY      32
#define FILE_MAX (SEAL_KEYS * (2 * KEY + 1))

static struct secret_keys keys;
static bool signing = true; /* whether this program opens sign.key */
/* The files as they were when they were read. */
static const char *const files[] = { "seal.key", "index.key", "sign.key" };
enum { FILES = sizeof(files) / sizeof(files[0]) };
static struct stat read_as[FILES];

const struct secret_keys *secret_keys(void)
{
	if (keys.seals == 0) {
		log_error("keys are used, but secret_open() was not called");
		abort();
	}
	return &keys;
}

const struct secret_keys *secret_keys_sign(void)
{
	if (secret_keys()->signs == 0) {
		log_error("this program does not hold sign.key");
		abort();
	}
	return &keys;
}

bool secret_is_open(void)
{
	return keys.seals > 0;
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

static const char *key_path(struct arena *a, const char *name)
{
	return arena_fmt(a, "%s/%s", cfg.secret_dir, name);
}

/* The file's text in out[max + 1], NUL-terminated. */
static enum err read_file(const char *path, char *out, size_t max)
{
	struct stat st;
	size_t n = 0;
	ssize_t got = 0;

	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && (st.st_mode & 077) != 0) {
		close(fd);
		return ERR(ERR_INTERNAL, "%s: others may read it; chmod 600", path);
	}
	while (n < max && (got = read(fd, out + n, max - n)) > 0)
		n += (size_t)got;
	close(fd);
	if (got < 0)
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
	const char *path = key_path(a, name);
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

static enum err open_keys(struct arena *a, struct secret_keys *k)
{
	uint8_t root[INDEX_KEYS][KEY];
	unsigned seals = 0;

	enum err e = secret_read_keys(a, "seal.key", k->seal, SEAL_KEYS, &seals);
	if (!e && sodium_is_zero(k->seal[seals - 1], KEY))
		e = ERR(ERR_INTERNAL, "seal.key: the last key was dropped");
	if (!e)
		e = secret_read_keys(a, "index.key", root, INDEX_KEYS, &k->indexes);
	if (!e && signing)
		e = open_sign(a, k);
	for (unsigned i = 0; !e && i < k->indexes; i++)
		derive(k->index[i], root[i], "zyz index");
	if (!e) {
		derive(k->mac, root[0], "zyz mac");
		for (unsigned i = 0; i < seals; i++)
			k->dropped[i] = sodium_is_zero(k->seal[i], KEY);
		k->seals = k->sealing = seals;
		k->layers = k->indexes;
		k->signing = k->signs ? k->signs - 1 : 0;
	}
	sodium_memzero(root, sizeof root);
	return e;
}

static bool file_as(struct arena *a, size_t i, struct stat *st)
{
	if (stat(key_path(a, files[i]), st) != 0)
		memset(st, 0, sizeof(*st));
	return st->st_ino == read_as[i].st_ino && st->st_size == read_as[i].st_size &&
	       st->st_mtim.tv_sec == read_as[i].st_mtim.tv_sec &&
	       st->st_mtim.tv_nsec == read_as[i].st_mtim.tv_nsec;
}

bool secret_replaced(void)
{
	struct stat st;
	bool same = true;
	struct arena *a = arena_new();
	for (size_t i = 0; i < FILES; i++)
		same = file_as(a, i, &st) && same;
	arena_free(a);
	return !same;
}

/* Locking may be refused by a limit of the machine; the keys are then merely in ordinary memory. */
enum err secret_open_again(void)
{
	struct secret_keys fresh = { .seals = 0 };

	if (sodium_init() < 0)
		return ERR(ERR_INTERNAL, "libsodium does not start");
	struct arena *a = arena_new();
	struct stat as[FILES];
	for (size_t i = 0; i < FILES; i++)
		(void)file_as(a, i, &as[i]);
	enum err e = open_keys(a, &fresh);
	if (!e) {
		memcpy(read_as, as, sizeof(as));
		(void)!sodium_mlock(&keys, sizeof keys);
		keys = fresh;
	}
	sodium_memzero(&fresh, sizeof fresh);
	arena_free(a);
	return e;
}

enum err secret_open(void)
{
	signing = true;
	return secret_open_again();
}

enum err secret_open_unsigned(void)
{
	signing = false;
	return secret_open_again();
}

bool secret_signs(void)
{
	return secret_keys()->signs > 0;
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
		there += access(key_path(a, names[i]), F_OK) == 0;
	for (size_t i = 0; !e && there && i < all; i++)
		if (access(key_path(a, names[i]), F_OK) != 0)
			e = ERR(ERR_INTERNAL,
				"%s is missing beside others: bring it back from where keys are "
				"kept; "
				"another one would open nothing of what was written",
				names[i]);
	for (size_t i = 0; !e && i < all; i++)
		e = make_key(a, key_path(a, names[i]));
	for (size_t i = 0; !e && i < sizeof marks / sizeof *marks; i++)
		e = make_key(a, key_path(a, arena_fmt(a, "mark-%s.key", marks[i])));
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
