/* secret_files.c - writes key files anew, beside their place, and puts them there. */
#include "secret_files.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "secret.h"

enum { HEX = 64, FILE_MAX = SECRET_LINES * (HEX + 1) };

struct key_file {
	const char *path;
	char line[SECRET_LINES + 1][HEX + 1];
	unsigned n;
	uid_t uid;
	gid_t gid;
};

static enum err file_read(struct arena *a, const char *name, struct key_file *k)
{
	struct stat st;
	char line[HEX + 3];
	*k = (struct key_file){ .path = arena_fmt(a, "%s/%s", cfg.secret_dir, name) };
	FILE *f = fopen(k->path, "re");
	if (!f || fstat(fileno(f), &st) != 0) {
		enum err e = ERR(ERR_INTERNAL, "%s: %s", k->path, strerror(errno));
		if (f)
			(void)fclose(f);
		return e;
	}
	bool good = true;
	while (good && k->n < SECRET_LINES && fgets(line, sizeof line, f)) {
		line[strcspn(line, "\n")] = '\0';
		good = strlen(line) == HEX;
		if (good)
			memcpy(k->line[k->n++], line, HEX + 1);
	}
	(void)fclose(f);
	sodium_memzero(line, sizeof line);
	k->uid = st.st_uid;
	k->gid = st.st_gid;
	return good && k->n ? OK : ERR(ERR_INTERNAL, "%s: not lines of 64 hex digits", k->path);
}

/* The folder's own entry is on the disk too when this returns. */
static bool folder_sync(void)
{
	int fd = open(cfg.secret_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool done = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		(void)close(fd);
	return done;
}

/* One name for what is half written: the next call writes over what a killed one left. */
static enum err file_write(struct arena *a, const struct key_file *k)
{
	const char *half = arena_fmt(a, "%s/dropped-half", cfg.secret_dir);
	char text[FILE_MAX + 1];
	size_t n = 0;
	for (unsigned i = 0; i < k->n; i++) {
		memcpy(text + n, k->line[i], HEX);
		text[n + HEX] = '\n';
		n += HEX + 1;
	}
	int fd = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool done = fd >= 0 && fchmod(fd, 0600) == 0 && write(fd, text, n) == (ssize_t)n;
	if (done && geteuid() == 0)
		done = fchown(fd, k->uid, k->gid) == 0;
	done = done && fsync(fd) == 0;
	sodium_memzero(text, sizeof text);
	if (fd >= 0 && close(fd) != 0)
		done = false;
	done = done && rename(half, k->path) == 0 && folder_sync();
	return done ? OK : ERR(ERR_INTERNAL, "%s: %s", k->path, strerror(errno));
}

enum err secret_file_lines(struct arena *a, const char *name, unsigned *n)
{
	struct key_file k;
	enum err e = file_read(a, name, &k);
	if (!e)
		*n = k.n;
	sodium_memzero(&k, sizeof k);
	return e;
}

enum err secret_file_add(struct arena *a, const char *name)
{
	struct key_file k;
	uint8_t key[HEX / 2];
	enum err e = file_read(a, name, &k);
	if (!e && k.n == SECRET_LINES)
		e = ERR(ERR_CHECK, "%s has %d lines and takes no more", k.path, SECRET_LINES);
	if (!e) {
		secret_random(key, sizeof key);
		sodium_bin2hex(k.line[k.n++], HEX + 1, key, sizeof key);
		e = file_write(a, &k);
	}
	sodium_memzero(key, sizeof key);
	sodium_memzero(&k, sizeof k);
	return e;
}

enum err secret_file_drop(struct arena *a, const char *name, unsigned n)
{
	struct key_file k, old;
	enum err e = file_read(a, name, &k);
	if (!e && (n < 1 || n >= k.n))
		e = ERR(ERR_INTERNAL, "%s: line %u is not one of the old ones", k.path, n);
	if (e || k.line[n - 1][0] == '-')
		goto out;
	old = k;
	old.path = arena_fmt(a, "%s/dropped-%s.%u", cfg.secret_dir, name, n);
	old.n = 1;
	memcpy(old.line[0], k.line[n - 1], HEX);
	e = file_write(a, &old);
	memset(k.line[n - 1], '-', HEX);
	if (!e)
		e = file_write(a, &k);
	sodium_memzero(&old, sizeof old);
out:
	sodium_memzero(&k, sizeof k);
	return e;
}

enum err secret_file_last(struct arena *a, const char *name)
{
	struct key_file k;
	enum err e = file_read(a, name, &k);
	if (!e && k.n > 1) {
		memcpy(k.line[0], k.line[k.n - 1], HEX);
		k.n = 1;
		e = file_write(a, &k);
	}
	sodium_memzero(&k, sizeof k);
	return e;
}
