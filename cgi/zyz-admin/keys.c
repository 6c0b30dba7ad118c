/* keys.c - makes keys, and notes which ones a database is written with. */
#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "row.h"
#include "secret.h"

static struct stmt table_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.tables"
	" WHERE table_schema = DATABASE()"
	"   AND table_name = 'key_print'");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM key_print");
static struct stmt same_q = SQL(
	"SELECT COUNT(*)"
	"  FROM key_print"
	" WHERE name = ?"
	"   AND hash <> ?");
static struct stmt note_q = SQL(
	"INSERT IGNORE INTO key_print (name, hash, noted_at)"
	" VALUES (?, ?, NOW())");

/* A database that knows keys wants its own; where none answers nothing was written yet. */
enum err admin_keys(struct arena *a, char **args)
{
	int64_t noted = 0;
	(void)args;
	if (!secret_open()) {
		puts("all keys are there");
		return secret_make_keys(); /* marks may be new */
	}
	err_clear();
	if (!db_ready(a) && !db_int(&count_q, NO_ARGS, &noted) && noted)
		return ERR(ERR_CHECK,
			   "this database was written with keys that are not here: bring "
			   "them back; new ones would open nothing");
	err_clear();
	return secret_make_keys();
}

/* Behind a migration: those that are open now. Without them nothing is noted, and said so. */
enum err admin_keys_noted(void)
{
	struct secret_print v[SECRET_PRINTS];
	int64_t others = 0, there = 0;
	enum err e = db_int(&table_q, NO_ARGS, &there);
	if (e || !there)
		return e;
	if (secret_open()) {
		printf("keys are not noted: %s\n", err_text());
		err_clear();
		return OK;
	}
	size_t n = secret_prints(v);
	for (size_t i = 0; !e && i < n; i++) {
		struct bytes hash = { v[i].hash, sizeof(v[i].hash) };
		const char *name = v[i].name;
		e = db_int(&same_q, ARGS(A_(name), A_(hash)), &others);
		if (!e && others)
			e = ERR(ERR_CHECK,
				"key %s is another one than this database was written with", name);
		if (!e)
			e = db_exec(&note_q, ARGS(A_(name), A_(hash)), NULL);
	}
	return e;
}
