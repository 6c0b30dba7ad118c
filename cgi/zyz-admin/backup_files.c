/* backup_files.c - files in and out, and MariaDB's own programs. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backup.h"
#include "config.h"
#include "secret.h"
#include "str.h"

extern char **environ;

enum { WORDS = 24, PASSWORD = 200 };

static enum err waited(const char *program, pid_t pid)
{
	int status;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return ERR(ERR_INTERNAL, "%s: %s", program, strerror(errno));
	if (WIFSIGNALED(status))
		return ERR(ERR_INTERNAL, "%s: signal %d", program, WTERMSIG(status));
	if (WEXITSTATUS(status))
		return ERR(ERR_INTERNAL, "%s ended with %d", program, WEXITSTATUS(status));
	return OK;
}

/* Those words that say where the server is, as shared/data/db_connect.c goes there. */
static size_t where(struct arena *a, const char **argv, size_t n)
{
	if (!*cfg.db_host) {
		argv[n++] = arena_fmt(a, "--socket=%s", cfg.db_socket);
		return n;
	}
	argv[n++] = "--protocol=tcp";
	argv[n++] = arena_fmt(a, "--host=%s", cfg.db_host);
	argv[n++] = arena_fmt(a, "--port=%lld", (long long)cfg.db_port);
	if (*cfg.db_tls_ca) {
		argv[n++] = arena_fmt(a, "--ssl-ca=%s", cfg.db_tls_ca);
		argv[n++] = "--ssl-verify-server-cert";
	}
	if (*cfg.db_tls_cert) {
		argv[n++] = arena_fmt(a, "--ssl-cert=%s", cfg.db_tls_cert);
		argv[n++] = arena_fmt(a, "--ssl-key=%s", cfg.db_tls_key);
	}
	return n;
}

/* By the environment, which others cannot read, and the list of processes does not show. */
static enum err password_told(void)
{
	char password[PASSWORD];
	if (!*cfg.db_password_file)
		return OK;
	enum err e = secret_line(cfg.db_password_file, password, sizeof(password));
	if (!e && setenv("MYSQL_PWD", password, 1) != 0)
		e = ERR(ERR_INTERNAL, "setenv: %s", strerror(errno));
	explicit_bzero(password, sizeof(password));
	return e;
}

enum err backup_run(struct arena *a, const char *program, const char *const *more, const char *from,
		    const char *to)
{
	const char *argv[WORDS] = { program, "--no-defaults", "--default-character-set=utf8mb4" };
	size_t n = where(a, argv, 3);
	enum err e = password_told();
	if (e)
		return e;
	if (*cfg.db_user)
		argv[n++] = arena_fmt(a, "--user=%s", cfg.db_user);
	for (; *more && n < WORDS - 1; more++)
		argv[n++] = *more;
	posix_spawn_file_actions_t files;
	pid_t pid;
	(void)posix_spawn_file_actions_init(&files);
	(void)posix_spawn_file_actions_addopen(&files, 0, from, O_RDONLY, 0);
	if (to)
		(void)posix_spawn_file_actions_addopen(&files, 1, to, O_WRONLY | O_CREAT | O_EXCL,
						       0600);
	int failed = posix_spawnp(&pid, program, &files, NULL, (char *const *)argv, environ);
	(void)posix_spawn_file_actions_destroy(&files);
	return failed ? ERR(ERR_INTERNAL, "%s: %s", program, strerror(failed))
		      : waited(program, pid);
}

static bool all_written(FILE *in, int out)
{
	char block[65536];
	size_t n;
	while ((n = fread(block, 1, sizeof(block), in)) > 0)
		for (size_t at = 0; at < n;) {
			ssize_t put = write(out, block + at, n - at);
			if (put < 0 && errno != EINTR)
				return false;
			at += put > 0 ? (size_t)put : 0;
		}
	return !ferror(in) && fsync(out) == 0;
}

enum err backup_copy(const char *from, const char *to)
{
	FILE *in = fopen(from, "re");
	if (!in)
		return ERR(ERR_INTERNAL, "%s: %s", from, strerror(errno));
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done = out >= 0 && all_written(in, out);
	enum err e = done ? OK : ERR(ERR_INTERNAL, "%s: %s", to, strerror(errno));
	if (out >= 0)
		(void)close(out);
	(void)fclose(in);
	return e;
}

enum err backup_sum(struct arena *a, const char *path, const char **hex)
{
	uint8_t hash[32];
	int64_t n;
	FILE *f = fopen(path, "re");
	if (!f)
		return ERR(ERR_INTERNAL, "%s: %s", path, strerror(errno));
	bool read = secret_sha256_file(f, hash, &n);
	(void)fclose(f);
	*hex = hex_encode(a, BYTES(hash));
	return read ? OK : ERR(ERR_INTERNAL, "%s: cannot be read", path);
}

static int is_name(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

enum err backup_names(struct arena *a, const char *dir, struct names *out)
{
	struct dirent **found;
	int n = scandir(dir, &found, is_name, alphasort);
	*out = (struct names){ NULL, 0 };
	if (n < 0)
		return errno == ENOENT ? OK : ERR(ERR_INTERNAL, "%s: %s", dir, strerror(errno));
	const char **v = arena_array(a, (size_t)n + 1, sizeof(*v));
	for (int i = 0; i < n; i++) {
		v[i] = arena_str(a, found[i]->d_name);
		free(found[i]);
	}
	free(found);
	*out = (struct names){ v, (size_t)n };
	return OK;
}
