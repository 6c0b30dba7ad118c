/* backup_files.c - files in and out, and MariaDB's own programs. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "backup.h"
#include "config.h"
#include "secret.h"
#include "str.h"

enum { WORDS = 24, PASSWORD = 200, NOT_RUN = 127 };

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

/* In the child. It ends with us: a dump that came back without its zyz-admin would go on behind the
 * back of whoever begins anew. */
static _Noreturn void become(pid_t parent, const char *const *argv, const char *from,
			     const char *to)
{
	int in = open(from, O_RDONLY | O_CLOEXEC),
	    out = to ? open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : 1;
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent && dup2(in, 0) == 0 &&
	    dup2(out, 1) == 1)
		(void)execvp(argv[0], (char *const *)argv);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(NOT_RUN);
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
	pid_t parent = getpid(), pid = fork();
	if (pid == 0)
		become(parent, argv, from, to);
	return pid < 0 ? ERR(ERR_INTERNAL, "%s: %s", program, strerror(errno))
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

/* Under its name only when it is whole: half a file there would be somebody's. */
enum err backup_copy(struct arena *a, const char *from, const char *to)
{
	const char *half = arena_fmt(a, "%s.half", to);
	FILE *in = fopen(from, "re");
	if (!in)
		return ERR(ERR_INTERNAL, "%s: %s", from, strerror(errno));
	int out = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool done = out >= 0 && all_written(in, out) &&
		    renameat2(AT_FDCWD, half, AT_FDCWD, to, RENAME_NOREPLACE) == 0;
	enum err e = done ? OK : ERR(ERR_INTERNAL, "%s: %s", to, strerror(errno));
	if (out >= 0)
		(void)close(out);
	if (out >= 0 && !done)
		(void)unlink(half);
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
