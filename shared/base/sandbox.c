/* sandbox.c - a seccomp filter and a Landlock ruleset, put on at the start. */
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "config.h"
#include "log.h"
#include "secret_holders.h"
#include "str.h"

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif
#define X32 0x40000000u /* the second set of numbers on x86-64 */

#ifdef OUR_ARCH
/* What no program or loop of ours does. A sanitized build looks for leaks by tracing itself. */
static const int refused[] = {
	SYS_execve,
	SYS_execveat,
#ifndef __SANITIZE_ADDRESS__
	SYS_ptrace,
#endif
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_mount,
	SYS_umount2,
	SYS_pivot_root,
	SYS_chroot,
	SYS_unshare,
	SYS_setns,
	SYS_bpf,
	SYS_perf_event_open,
	SYS_userfaultfd,
	SYS_io_uring_setup,
	SYS_keyctl,
	SYS_add_key,
	SYS_request_key,
	SYS_init_module,
	SYS_finit_module,
	SYS_delete_module,
	SYS_kexec_load,
	SYS_reboot,
	SYS_swapon,
	SYS_settimeofday,
	SYS_clock_settime,
	SYS_listen,
};
enum { REFUSED = sizeof(refused) / sizeof(refused[0]) };

#define NUMBER offsetof(struct seccomp_data, nr)
#define ARCH   offsetof(struct seccomp_data, arch)
/* The low half: both are little-endian. */
#define FIRST             offsetof(struct seccomp_data, args[0])
#define LOAD(from)        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)(from))
#define IF_EQ(k, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)(k), yes, no)
#define ANSWER(what)      BPF_STMT(BPF_RET | BPF_K, (unsigned)(what))

/* NULL, or why not. */
static const char *no_calls(bool calls)
{
	struct sock_filter f[REFUSED + 20];
	unsigned short n = 0;
	f[n++] = (struct sock_filter)LOAD(ARCH);
	f[n++] = (struct sock_filter)IF_EQ(OUR_ARCH, 1, 0);
	f[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_KILL_PROCESS);
	f[n++] = (struct sock_filter)LOAD(NUMBER);
	f[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32, 0, 1);
	f[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ERRNO | EPERM);
	/* From the list behind it to the refusal at the end of the list. */
	for (int i = 0; i < REFUSED; i++)
		f[n++] = (struct sock_filter)IF_EQ(refused[i], (unsigned char)(REFUSED - i), 0);
	f[n++] = (struct sock_filter)BPF_STMT(BPF_JMP | BPF_JA, 1);
	f[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ERRNO | EPERM);
	if (!calls) {
		f[n++] = (struct sock_filter)IF_EQ(SYS_socket, 0, 3);
		f[n++] = (struct sock_filter)LOAD(FIRST);
		f[n++] = (struct sock_filter)IF_EQ(AF_UNIX, 1, 0);
		f[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ERRNO | EPERM);
	}
	f[n++] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
	struct sock_fprog all = { n, f };
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
			       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all, 0, 0)
		       ? strerror(errno)
		       : NULL;
}
#else
static const char *no_calls(bool calls)
{
	(void)calls;
	return "not written for this processor";
}
#endif

/* Secrets that a setting names, and may lie elsewhere than in the program's folder. */
static const struct {
	const char *name; /* as in secret_holders.h; "": everybody's */
	const char **file;
} named[] = {
	{ "", &cfg.db_password_file },
	{ "", &cfg.db_tls_key },
	{ "wx-secret", &cfg.wx_secret_file },
	{ "sms-key", &cfg.sms_key_file },
	{ "sms-receipt-key", &cfg.sms_receipt_file },
	{ "platform-secret", &cfg.platform_secret_file },
};

static bool rule(int set, const char *path, unsigned long long allowed)
{
	int fd = open(path, O_PATH | O_CLOEXEC);
	if (fd < 0)
		return true; /* what is not there needs no permission */
	struct landlock_path_beneath_attr r = { .allowed_access = allowed, .parent_fd = fd };
	/* /dev/stdin may be a socket or a pipe, which no rule can name and none forbids. */
	bool done = !syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &r, 0) ||
		    errno == EBADFD;
	(void)close(fd);
	return done;
}

/*
 * All that lies beside the way to `hidden` may be read: Landlock knows only what is allowed, so
 * each folder on the way gives every entry but the next step. What is put into such a folder
 * later cannot be read; what is put deeper can.
 */
static bool all_but(int set, const char *hidden)
{
	char at[PATH_MAX] = "/", path[PATH_MAX + 300];
	bool done = true;
	for (const char *step = hidden + 1; done && *step;) {
		size_t n = strcspn(step, "/");
		DIR *d = opendir(at);
		for (struct dirent *e; d && done && (e = readdir(d));) {
			if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..") ||
			    (strlen(e->d_name) == n && !memcmp(e->d_name, step, n)))
				continue;
			(void)snprintf(path, sizeof(path), "%s/%s", at, e->d_name);
			done = rule(set, path, LANDLOCK_ACCESS_FS_READ_FILE);
		}
		if (d)
			(void)closedir(d);
		(void)snprintf(at, sizeof(at), "%.*s", (int)(step + n - hidden), hidden);
		step += n + (step[n] == '/');
	}
	return done;
}

/* NULL, or why not. Of the folder of secrets nothing is left but the program's own. */
static const char *no_keys(const char *program)
{
	char dir[PATH_MAX], own[PATH_MAX + 300];
	const struct secret_holder *h = secret_holder(program);
	struct landlock_ruleset_attr what = { .handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE };
	if (!realpath(cfg.secret_dir, dir))
		return strerror(errno);
	int set = (int)syscall(SYS_landlock_create_ruleset, &what,
			       offsetof(struct landlock_ruleset_attr, handled_access_fs) +
				       sizeof(what.handled_access_fs),
			       0);
	if (set < 0)
		return strerror(errno);
	(void)snprintf(own, sizeof(own), "%s/programs/%s", dir, program);
	bool done = all_but(set, dir) && (!h || rule(set, own, LANDLOCK_ACCESS_FS_READ_FILE));
	for (size_t i = 0; done && i < sizeof(named) / sizeof(named[0]); i++)
		if (**named[i].file && (!*named[i].name || (h && secret_holds(h, named[i].name))))
			done = rule(set, *named[i].file, LANDLOCK_ACCESS_FS_READ_FILE);
	done = done && !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
	       !syscall(SYS_landlock_restrict_self, set, 0);
	const char *why = done ? NULL : strerror(errno);
	(void)close(set);
	return why;
}

/* What libraries and we read again while the process runs. Put there anew (a certificate that was
 * renewed, servers of names that DHCP changed), it is another file, which no rule knows. */
static const char *const system_files[] = { "/etc/resolv.conf", "/etc/hosts" };
enum {
	SYSTEM = sizeof(system_files) / sizeof(system_files[0]),
	NAMED = sizeof(named) / sizeof(named[0]),
	AGAIN = SYSTEM + NAMED + 2
};
static bool was_open[AGAIN]; /* at the start, behind our own rules */

static const char *read_again(size_t i)
{
	return i < SYSTEM           ? system_files[i]
	       : i < SYSTEM + NAMED ? *named[i - SYSTEM].file
	       : i == AGAIN - 2     ? cfg.db_tls_ca
				    : cfg.db_tls_cert;
}

/* Only an opening asks Landlock. */
static bool opens(const char *path)
{
	int fd = *path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
	if (fd >= 0)
		(void)close(fd);
	return fd >= 0;
}

bool sandbox_shut_out(void)
{
	for (size_t i = 0; i < AGAIN; i++)
		if (was_open[i] && !opens(read_again(i)) && errno == EACCES) {
			log_info("%s is another file now: ending, to begin with it", read_again(i));
			return true;
		}
	return false;
}

void sandbox_enter(const char *program, const char *whom)
{
	bool calls = *whom || *cfg.db_host;
	const char *rest = no_calls(calls), *keys = no_keys(program);
	for (size_t i = 0; i < AGAIN; i++)
		was_open[i] = opens(read_again(i));
	if (keys)
		log_info("no Landlock, keys stay readable: %s", keys);
	if (rest)
		log_info("no seccomp: %s", rest);
	if (!keys && !rest)
		log_info("sandbox: starts no program, reads no key but its own%s",
			 calls ? "" : ", calls nobody");
}
