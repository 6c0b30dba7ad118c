/* admin.h - the commands of zyz-admin; args are the words behind the command's name. */
#ifndef ZYZ_ADMIN_H
#define ZYZ_ADMIN_H

#include "db.h"
#include "person_papers.h"

/* For what may take long: a key of a table with millions of rows takes minutes. */
enum { MIGRATION_SECONDS = 7200 };

enum err admin_backup(struct arena *a, char **args) MUST_USE;
enum err admin_restore(struct arena *a, char **args) MUST_USE;
/* ERR_CHECK: another migrate or restore works on this database. The lock goes with the connection,
 * also of one that was killed, once the statement that it was at has ended; on Galera half a minute
 * later (alone.c). Who has it and opens the connection anew asks again. */
enum err admin_alone(struct arena *a) MUST_USE;
void admin_alone_end(struct arena *a); /* nothing, unless this process has it */
/* One line for each thing that has to be right; ERR_CHECK when one is not. */
enum err admin_check(struct arena *a, char **args) MUST_USE;
/* Exchanges a key: rotate.h. */
enum err admin_rotate(struct arena *a, char **args) MUST_USE;
enum err admin_keys(struct arena *a, char **args) MUST_USE;
enum err admin_hand_out(struct arena *a, char **args) MUST_USE;
enum err admin_keys_noted(struct arena *a) MUST_USE;
enum err admin_migrate(struct arena *a, char **args) MUST_USE;
/* Makes the programs' accounts and gives them their rights, table by table (sql/owners.txt). */
enum err admin_grant(struct arena *a, char **args) MUST_USE;
/* The same for accounts that have them already: new tables, and those that changed. */
enum err admin_grant_again(struct arena *a) MUST_USE;
/* Divisions out of a file: those that are new or were renamed. */
enum err admin_regions(struct arena *a, char **args) MUST_USE;
/* Those of sql/seed, unless they are in the schema as they are in the file. */
enum err admin_regions_shipped(struct arena *a) MUST_USE;
/* The calendar of a year out of a file. */
enum err admin_holidays(struct arena *a, char **args) MUST_USE;
/* A whole file; text ends with NUL. */
enum err admin_file(struct arena *a, const char *path, struct bytes *out) MUST_USE;
enum err admin_station(struct arena *a, char **args) MUST_USE;
enum err admin_point(struct arena *a, char **args) MUST_USE;
enum err admin_station_close(struct arena *a, char **args) MUST_USE;
enum err admin_station_open(struct arena *a, char **args) MUST_USE;
enum err admin_staff(struct arena *a, char **args) MUST_USE;
/* Says who somebody is that has an account already. */
enum err admin_staff_person(struct arena *a, char **args) MUST_USE;
/* Prints a one-time code for an account. */
enum err admin_staff_code(struct arena *a, char **args) MUST_USE;
enum err admin_password(struct arena *a, char **args) MUST_USE;
/* Fills the counts of sql/counts anew from the rows; nobody writes meanwhile. */
enum err admin_counts(struct arena *a, char **args) MUST_USE;
/* Prints what the sums and the records do not agree on; ERR_CHECK then. */
enum err admin_sweep(struct arena *a, char **args) MUST_USE;
enum err admin_recount(struct arena *a, char **args) MUST_USE;
/* Documents of people in the writing of today; names those that are somebody else's as well;
 * ERR_CHECK then. */
enum err admin_identities(struct arena *a, char **args) MUST_USE;
/* Finds who may be here twice, and prints how many and how long it took. */
enum err admin_doubles(struct arena *a, char **args) MUST_USE;
/* Bundles of another installation are taken in from now on, or no longer. */
enum err admin_trust(struct arena *a, char **args) MUST_USE;
enum err admin_untrust(struct arena *a, char **args) MUST_USE;
/* Marks what was said yes to before there were marks, once (table mark_start). */
enum err admin_mark(struct arena *a, char **args) MUST_USE;
/* The same for a demo that was just made. */
enum err admin_mark_all(struct arena *a) MUST_USE;
/* After a restore: posters compare with the platforms before they send. */
enum err admin_restored(struct arena *a, char **args) MUST_USE;
/* Says every fault of a platform's mapping; ERR_CHECK then. */
enum err admin_mapping(struct arena *a, char **args) MUST_USE;
/* The platforms that records are posted to; args end with NULL. */
enum err admin_destination(struct arena *a, char **args) MUST_USE;
enum err admin_demo(struct arena *a, char **args) MUST_USE;
/* Its households, with sealed names; in a transaction, ctx is the arena. */
enum err demo_homes(void *ctx) MUST_USE;
/* The code of this moment for the second factor of the demo accounts. */
enum err admin_demo_code(struct arena *a, char **args) MUST_USE;
enum err admin_demo_accounts(struct arena *a, char **args) MUST_USE;

/* Runs one SQL file of cfg.sql_dir. */
enum err admin_script(struct arena *a, const char *path) MUST_USE;
/* Runs every *.sql of a folder below cfg.sql_dir in the order of their names. */
enum err admin_folder(struct arena *a, const char *folder) MUST_USE;
/* An account with one role; scope is a station number, or a region for an overseer. who: NULL when
 * it is not known. */
enum err admin_add_staff(struct arena *a, const char *login, const char *name, const char *role,
			 const char *scope, const char *password,
			 const struct papers *who) MUST_USE;

#endif
