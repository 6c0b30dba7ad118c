/*
 * zyz-verify.c - checks the ledger for whoever does not take our word: a running station or a dump,
 * against heads that were published and kept elsewhere. Shares no code with the programs it checks.
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "database.h"

struct options {
	const char *dump, *code, *revoked, *file, *marks;
	struct server server;
	struct kept kept;
};

static int read_kept(struct options *o, const char *value)
{
	return kept_read(&o->kept, value);
}

static int set_socket(struct options *o, const char *value)
{
	o->server.socket = value;
	return WELL;
}

static int set_db(struct options *o, const char *value)
{
	o->server.db = value;
	return WELL;
}

static int set_user(struct options *o, const char *value)
{
	o->server.user = value;
	return WELL;
}

static int set_host(struct options *o, const char *value)
{
	o->server.host = value;
	return WELL;
}

static int set_port(struct options *o, const char *value)
{
	o->server.port = value;
	return WELL;
}

static int set_ca(struct options *o, const char *value)
{
	o->server.ca = value;
	return WELL;
}

static int set_password(struct options *o, const char *value)
{
	o->server.password = value;
	return WELL;
}

static int set_dump(struct options *o, const char *value)
{
	o->dump = value;
	return WELL;
}

static int set_code(struct options *o, const char *value)
{
	o->code = value;
	return WELL;
}

static int set_revoked(struct options *o, const char *value)
{
	o->revoked = value;
	return WELL;
}

static int set_marks(struct options *o, const char *value)
{
	o->marks = value;
	return WELL;
}

static int set_show(struct options *o, const char *value)
{
	(void)o;
	if (strcmp(value, "all") != 0) {
		fprintf(stderr, "zyz-verify: --show takes \"all\"\n");
		return CANNOT;
	}
	report_all();
	return WELL;
}

static const struct option {
	const char *name;
	int (*set)(struct options *o, const char *value);
	const char *help;
} options[] = {
	{ "--socket", set_socket, "PATH  unix socket of MariaDB (/run/mysqld/mysqld.sock)" },
	{ "--host", set_host, "NAME  MariaDB on another machine, over TLS" },
	{ "--port", set_port, "NUMBER  its port there (3306)" },
	{ "--ca", set_ca, "FILE  who vouches for that machine; only 127.0.0.1 needs none" },
	{ "--password-file", set_password,
	  "FILE  the account's password, in a file that nobody else may read" },
	{ "--db", set_db, "NAME  schema (zyz)" },
	{ "--user", set_user, "NAME  account in MariaDB (the caller's own name)" },
	{ "--dump", set_dump, "FILE  checks this dump instead of a running station" },
	{ "--heads", read_kept, "FILE  heads kept elsewhere, or an older dump; may be repeated" },
	{ "--key", read_kept,
	  "FILE  the public key, as /activity/ledger/key gives it; may be repeated" },
	{ "--marks", set_marks,
	  "FOLDER  the station's own keys (secret_dir): checks every mark as well, not only that "
	  "it is "
	  "there" },
	{ "--show", set_show, "all  prints every finding, where otherwise the first hundred are" },
	{ "--code", set_code, "TEXT  what the QR code of a certificate says" },
	{ "--revoked", set_revoked, "FILE  revoked numbers, as /commend/revoked gives them" },
};
enum { OPTIONS = sizeof(options) / sizeof(options[0]) };

static int verify_ledger(struct options *o)
{
	struct source *s = o->dump ? source_dump(o->dump) : source_database(&o->server, true);
	if (!s)
		return CANNOT;
	if (!o->dump)
		s->facts = database_facts;
	if (!o->dump && o->marks) {
		o->kept.more = marks_check;
		o->kept.folder = o->marks;
	}
	int rc = check(s, &o->kept);
	s->close(s);
	return rc;
}

static int write_dump(struct options *o)
{
	struct source *s = source_database(&o->server, false);
	if (!s)
		return CANNOT;
	s->facts = database_facts;
	int rc = dump_write(s, stdout);
	s->close(s);
	return rc;
}

static int verify_certificate(struct options *o)
{
	if (o->code && o->kept.keys_n)
		return certificate_check(&o->kept, o->code, o->revoked);
	fputs("zyz-verify: certificate needs --key and --code\n", stderr);
	return CANNOT;
}

static int verify_bundle(struct options *o)
{
	if (o->file && o->kept.keys_n)
		return bundle_check(&o->kept, o->file);
	fputs("zyz-verify: bundle needs a file and --key\n", stderr);
	return CANNOT;
}

static int verify_draw(struct options *o)
{
	if (o->file)
		return draw_check(&o->kept, o->file);
	fputs("zyz-verify: draw needs a file\n", stderr);
	return CANNOT;
}

static int verify_pack(struct options *o)
{
	if (o->file)
		return pack_check(&o->kept, o->file);
	fputs("zyz-verify: pack needs a file\n", stderr);
	return CANNOT;
}

static const struct command {
	const char *name;
	int (*run)(struct options *o);
	const char *help;
} commands[] = {
	{ "ledger", verify_ledger, "checks events, records, leaves, chain and heads" },
	{ "dump", write_dump, "writes the ledger as text to standard output" },
	{ "certificate", verify_certificate, "checks a certificate by its QR code, offline" },
	{ "bundle", verify_bundle, "FILE: checks what a volunteer takes along, offline" },
	{ "draw", verify_draw, "FILE: computes the order of a draw anew, offline" },
	{ "pack", verify_pack, "FILE: checks the material of a spot check, offline" },
};
enum { COMMANDS = sizeof(commands) / sizeof(commands[0]) };

static int usage(void)
{
	fputs("usage: zyz-verify COMMAND [OPTION VALUE ...]\n", stderr);
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(stderr, "  %-11s %s\n", commands[i].name, commands[i].help);
	for (size_t i = 0; i < OPTIONS; i++)
		fprintf(stderr, "  %-15s %s\n", options[i].name, options[i].help);
	fputs("Ends with 0: all is as it was sealed; 1: it is not, the first finding says where; "
	      "2: it could not be checked.\n",
	      stderr);
	return CANNOT;
}

static int read_options(struct options *o, int argc, char **argv)
{
	int first = 2;
	bool takes = argc > 2 && (strcmp(argv[1], "bundle") == 0 || strcmp(argv[1], "draw") == 0 ||
				  strcmp(argv[1], "pack") == 0);
	if (takes && argv[2][0] != '-')
		o->file = argv[first++];
	for (int i = first; i < argc; i += 2) {
		const struct option *found = NULL;
		for (size_t k = 0; k < OPTIONS; k++)
			if (strcmp(argv[i], options[k].name) == 0)
				found = &options[k];
		if (!found || i + 1 == argc)
			return usage();
		int rc = found->set(o, argv[i + 1]);
		if (rc)
			return rc;
	}
	return WELL;
}

int main(int argc, char **argv)
{
	struct options o = { .server = { .socket = "/run/mysqld/mysqld.sock", .db = "zyz" } };
	const struct command *c = NULL;
	/* Bundles and dumps hold personal data, which a core would carry to the disk. */
	struct rlimit no_core = { 0, 0 };
	(void)setrlimit(RLIMIT_CORE, &no_core);
	for (size_t i = 0; argc > 1 && i < COMMANDS; i++)
		if (strcmp(argv[1], commands[i].name) == 0)
			c = &commands[i];
	if (!c)
		return usage();
	if (sodium_init() < 0)
		return CANNOT;
	int rc = read_options(&o, argc, argv);
	if (!rc && !links_good(&o.kept))
		rc = CANNOT;
	if (!rc)
		rc = c->run(&o);
	free(o.kept.heads.v);
	free(o.kept.keys);
	free(o.kept.links);
	free(o.kept.leaves);
	return rc;
}
