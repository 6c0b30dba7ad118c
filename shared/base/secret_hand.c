/* secret_hand.c - the programs' own folders of secrets. */
#include "secret_hand.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "secret_keys.h"

enum { TEXT = 4096, FILES = 256 };

/* What one program is to have, and where. */
struct hand {
	struct arena *a;
	const struct secret_holder *h;
	const char *dir;
	uid_t uid;
	gid_t gid;
	const char *name[FILES];
	size_t n;
};

static bool is_key(const char *name)
{
	size_t n = strlen(name);
	return n > 4 && strcmp(name + n - 4, ".key") == 0;
}

/* Those of secret_dir that are its own; a key that is not there is missed. */
static enum err hand_begin(struct hand *w, struct arena *a, const struct secret_holder *h)
{
	*w = (struct hand){ .a = a, .h = h, .uid = geteuid(), .gid = getegid() };
	w->dir = arena_fmt(a, "%s/programs/%s", cfg.secret_dir, h->program);
	const struct passwd *user = getpwnam(arena_fmt(a, "zyz_%s", h->program));
	if (user && geteuid() == 0) {
		w->uid = user->pw_uid;
		w->gid = user->pw_gid;
	}
	for (const char *s = h->holds; *s; s += strspn(s, ",")) {
		size_t n = strcspn(s, ",");
		const char *name = arena_dup(a, s, n);
		if (is_key(name))
			w->name[w->n++] = name;
		s += n;
	}
	DIR *d = opendir(cfg.secret_dir);
	if (!d)
		return ERR(ERR_INTERNAL, "%s: %s", cfg.secret_dir, strerror(errno));
	for (struct dirent *e; (e = readdir(d)) && w->n < FILES;)
		if (!is_key(e->d_name) && secret_holds(h, e->d_name))
			w->name[w->n++] = arena_str(a, e->d_name);
	(void)closedir(d);
	return OK;
}

static enum err text_read(const char *path, char text[TEXT], size_t *n)
{
	*n = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : 0;
	while (fd >= 0 && *n < TEXT && (got = read(fd, text + *n, TEXT - *n)) > 0)
		*n += (size_t)got;
	int why = errno;
	if (fd >= 0)
		(void)close(fd);
	if (got < 0)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(why));
	return *n < TEXT ? OK : ERR(ERR_INTERNAL, "%s: too long", path);
}

/* What is to stand in one of them. */
static enum err text_of(const struct hand *w, const char *name, char text[TEXT], size_t *n)
{
	if (!str_eq(name, "mac.key"))
		return text_read(arena_fmt(w->a, "%s/%s", cfg.secret_dir, name), text, n);
	enum err e = secret_mac_line(w->a, text);
	*n = e ? 0 : strlen(text);
	return e;
}

static bool own(const struct hand *w, const char *path, mode_t mode)
{
	struct stat st;
	return lstat(path, &st) == 0 && (st.st_mode & 07777) == mode && st.st_uid == w->uid;
}

static bool same(const struct hand *w, const char *path, const char *text, size_t n)
{
	char is[TEXT];
	size_t len;
	bool same = own(w, path, 0600) && !text_read(path, is, &len) && len == n &&
		    sodium_memcmp(is, text, n) == 0;
	sodium_memzero(is, sizeof is);
	err_clear();
	return same;
}

/* Beside its place and put there: whoever reads meanwhile has the old one or the new. */
static enum err put(const struct hand *w, const char *name, const char *text, size_t n)
{
	const char *path = arena_fmt(w->a, "%s/%s", w->dir, name);
	const char *half = arena_fmt(w->a, "%s/half.%ld", w->dir, (long)getpid());
	if (same(w, path, text, n))
		return OK;
	int fd = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool done = fd >= 0 && fchmod(fd, 0600) == 0 && write(fd, text, n) == (ssize_t)n;
	if (done && geteuid() == 0)
		done = fchown(fd, w->uid, w->gid) == 0;
	done = done && fsync(fd) == 0;
	if (fd >= 0 && close(fd) != 0)
		done = false;
	done = done && rename(half, path) == 0;
	return done ? OK : ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
}

static const char *odd_one(const struct hand *w)
{
	const char *odd = NULL;
	DIR *d = opendir(w->dir);
	for (struct dirent *e; d && !odd && (e = readdir(d));) {
		size_t i = 0;
		while (i < w->n && !str_eq(w->name[i], e->d_name))
			i++;
		if (i == w->n && !str_in(e->d_name, ".,.."))
			odd = arena_str(w->a, e->d_name);
	}
	if (d)
		(void)closedir(d);
	return odd;
}

/* Everybody may pass through to their own folder, and see no other's. */
static enum err folder(const struct hand *w)
{
	const char *all = arena_fmt(w->a, "%s/programs", cfg.secret_dir);
	bool others = w->uid != geteuid();
	bool done = (mkdir(all, 0700) == 0 || errno == EEXIST) &&
		    (mkdir(w->dir, 0700) == 0 || errno == EEXIST) && chmod(w->dir, 0700) == 0;
	if (done && others)
		done = chown(w->dir, w->uid, w->gid) == 0 && chmod(all, 0711) == 0 &&
		       chmod(cfg.secret_dir, 0711) == 0;
	return done ? OK : ERR(ERR_INTERNAL, "%s: %s", w->dir, strerror(errno));
}

static enum err hand_one(struct arena *a, const struct secret_holder *h)
{
	struct hand w;
	char text[TEXT];
	size_t n;
	enum err e = hand_begin(&w, a, h);
	if (!e)
		e = folder(&w);
	for (size_t i = 0; !e && i < w.n; i++) {
		e = text_of(&w, w.name[i], text, &n);
		if (!e)
			e = put(&w, w.name[i], text, n);
	}
	sodium_memzero(text, sizeof text);
	for (const char *odd; !e && (odd = odd_one(&w));) {
		const char *path = arena_fmt(a, "%s/%s", w.dir, odd);
		if (unlink(path) && errno != ENOENT)
			e = ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	}
	return e;
}

enum err secret_hand_out(const char *program)
{
	size_t n;
	const struct secret_holder *h = secret_holders(&n);
	struct arena *a = arena_new();
	enum err e = program && !secret_holder(program)
			     ? ERR(ERR_NOT_FOUND, "no program or loop is called %s", program)
			     : OK;
	for (size_t i = 0; !e && i < n; i++)
		if (!program || str_eq(h[i].program, program))
			e = hand_one(a, &h[i]);
	arena_free(a);
	return e;
}

enum err secret_hand_look(struct arena *a, const struct secret_holder *h, const char **fault)
{
	struct hand w;
	char text[TEXT];
	size_t n;
	const char *odd;
	enum err e = hand_begin(&w, a, h);
	*fault = NULL;
	for (size_t i = 0; !e && !*fault && i < w.n; i++) {
		const char *path = arena_fmt(a, "%s/%s", w.dir, w.name[i]);
		if (access(path, F_OK))
			*fault = arena_fmt(a, "%s is missing", w.name[i]);
		else if (!own(&w, path, 0600))
			*fault = arena_fmt(a, "%s is not its own alone", w.name[i]);
		else if (!(e = text_of(&w, w.name[i], text, &n)) && !same(&w, path, text, n))
			*fault = arena_fmt(a, "%s is another one", w.name[i]);
	}
	sodium_memzero(text, sizeof text);
	if (!e && !*fault && w.n && !own(&w, w.dir, 0700))
		*fault = "its folder is not its own alone";
	if (!e && !*fault && (odd = odd_one(&w)))
		*fault = arena_fmt(a, "%s is not its own", odd);
	return e;
}
