/* zyz-admin.c - the command for whoever installs the suite: schema, keys, first station, first
 * staff. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "config.h"
#include "program.h"
#include "secret.h"

static enum err settings(struct arena *a, char **args)
{
	(void)a;
	(void)args;
	config_print();
	return OK;
}

static const struct command {
	const char *name;
	int args; /* how many follow, -1: any */
	bool db, secrets;
	enum err (*run)(struct arena *a, char **args);
	const char *help;
} commands[] = {
	{ "settings", 0, false, false, settings,
	  "prints every setting with its value, default and meaning" },
	{ "keys", 0, false, false, admin_keys,
	  "makes the keys of a new installation in secret_dir; those that a database knows are "
	  "never "
	  "made anew" },
	{ "hand-out", -1, false, false, admin_hand_out,
	  "[NAME]: gives each program and loop, or one, its own secrets "
	  "(secret_dir/programs/NAME); "
	  "after a secret of WeChat, SMS or a platform came or went" },
	{ "check", 0, false, false, admin_check,
	  "looks whether the installation stands as it should; exit 1 when something does not" },
	{ "rotate", 2, true, true, admin_rotate,
	  "KEY STEP: exchanges a key beside the work; KEY seal, index or sign, STEP add, then run, "
	  "then finish" },
	{ "migrate", 0, true, false, admin_migrate,
	  "applies the migrations that are new, then the code lists and rights" },
	{ "grant", 0, true, false, admin_grant,
	  "makes an account of MariaDB for each program, zyz_NAME, with the rights it needs and "
	  "no more" },
	{ "regions", 1, true, false, admin_regions,
	  "FILE: more divisions, or new names; lines CODE,PARENT,LEVEL,NAME[,DAY OF ITS END]" },
	{ "holidays", 1, true, false, admin_holidays,
	  "FILE: days off and weekends worked; lines DAY,off|work,NAME,SOURCE below a heading" },
	{ "station", 3, true, false, admin_station,
	  "NUMBER REGION NAME: a station, e.g. 1 610502002 ..." },
	{ "point", 3, true, false, admin_point,
	  "NUMBER STATION NAME: a point of the station with that number" },
	{ "station-close", 2, true, false, admin_station_close,
	  "NUMBER REASON: a station or point that is no more" },
	{ "station-open", 1, true, false, admin_station_open, "NUMBER: it is open again" },
	{ "staff", 4, true, true, admin_staff,
	  "LOGIN NAME ROLE SCOPE: a member of staff; ROLE clerk, reviewer, manager or overseer, "
	  "SCOPE a station "
	  "number or (overseer) a region; the password is read from standard input, and on a "
	  "second line the number of their id document" },
	{ "staff-person", 1, true, true, admin_staff_person,
	  "LOGIN: says who a member of staff is, by the number of the id document read from "
	  "standard input; another document than the resident id has the code of its kind before "
	  "it" },
	{ "staff-code", 2, true, true, admin_staff_code,
	  "LOGIN KIND: prints a one-time code; KIND password sets a password, second the second "
	  "factor anew" },
	{ "password", 1, true, true, admin_password,
	  "LOGIN: sets the password read from standard input and ends their sessions" },
	{ "trust", 3, true, false, admin_trust,
	  "KEY-ID PUBLIC-KEY NAME: takes in bundles of another installation; both "
	  "as its /activity/ledger/key shows them, compared by telephone" },
	{ "untrust", 1, true, false, admin_untrust,
	  "KEY-ID: no more of its bundles; what was taken in stays" },
	{ "recount", 0, true, false, admin_recount,
	  "compares totals and months with the records; exit 1 names the first that differ" },
	{ "counts", 0, true, false, admin_counts,
	  "counts needs, volunteers and activities anew, after rows came in past the programs; "
	  "they "
	  "must be stopped meanwhile" },
	{ "identities", 0, true, true, admin_identities,
	  "indexes every person's document anew, after the rules of documents changed; exit 1 "
	  "names "
	  "people who share one" },
	{ "mark", 0, true, true, admin_mark,
	  "once, after the update that brought marks: marks what was reviewed and awarded before; "
	  "from then on a row without a mark counts for nothing" },
	{ "doubles", 0, true, true, admin_doubles,
	  "finds people who may be registered twice, for the pages of /merge/; once a night" },
	{ "sweep", 0, true, false, admin_sweep,
	  "lets go what is older than its setting says: sessions, tries of posting, comparisons, "
	  "superseded postings, the log; once a night" },
	{ "mapping", 1, false, false, admin_mapping,
	  "NAME: checks platform/NAME.hdf among the templates and says every fault with its line" },
	{ "destination", -1, true, true, admin_destination,
	  "list | add CODE MAPPING NAME REGION|- [URL APP-ID] | on CODE | off CODE | key CODE | "
	  "try CODE: the platforms that records are posted to; a key is read from standard input, "
	  "try sends one record and prints the answer" },
	{ "backup", 1, true, true, admin_backup,
	  "DIR: a dump of one moment, the documents, and their sums, into an empty folder; the "
	  "keys "
	  "are not in it" },
	{ "restore", 1, true, true, admin_restore,
	  "DIR: checks a backup, then brings it back into an empty schema" },
	{ "restored", 0, true, true, admin_restored,
	  "after a restore from a backup, before the posters start: they compare with each "
	  "platform and ask before they send" },
	{ "demo", 0, true, true, admin_demo, "fills an empty schema with a demo community" },
	{ "demo-accounts", 0, true, true, admin_demo_accounts,
	  "prints who can sign in to the demo community" },
	{ "demo-code", 0, false, false, admin_demo_code,
	  "prints the code of this moment that the demo's managers, reviewers and overseers are "
	  "asked for" },
};

static int usage(void)
{
	fputs("usage: zyz-admin COMMAND\n", stderr);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		fprintf(stderr, "  %-14s %s\n", commands[i].name, commands[i].help);
	return 2;
}

static enum err run(const struct command *c, struct arena *a, char **args)
{
	enum err e = c->secrets ? secret_open() : OK;
	if (!e && c->secrets)
		e = secret_open_marks("record,honour,brought");
	if (!e && c->db)
		e = db_ready(a);
	return e ? e : c->run(a, args);
}

int main(int argc, char **argv)
{
	const struct command *c = NULL;
	for (size_t i = 0; argc > 1 && i < sizeof(commands) / sizeof(commands[0]); i++)
		if (strcmp(argv[1], commands[i].name) == 0 &&
		    (commands[i].args < 0 || argc == commands[i].args + 2))
			c = &commands[i];
	if (!c)
		return usage();
	program_start("zyz-admin");
	struct arena *a = arena_new();
	enum err e = run(c, a, argv + 2);
	if (e)
		fprintf(stderr, "zyz-admin %s: %s\n", c->name,
			*err_text() ? err_text() : err_name(e));
	admin_alone_end(a);
	db_close();
	arena_free(a);
	return e ? 1 : 0;
}
