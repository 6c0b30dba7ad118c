/* keys.c - makes keys, and notes which ones a database is written with. */
#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "rotate.h"
#include "row.h"
#include "secret.h"
#include "secret_hand.h"

static struct stmt table_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.tables"
	" WHERE table_schema = DATABASE()"
	"   AND table_name = 'key_print'");
static struct stmt count_q = SQL(
	"SELECT COUNT(*)"
	"  FROM key_print");
static struct stmt list_q = SQL(
	"SELECT name, phase, noted_at"
	"  FROM key_print"
	" ORDER BY name"
	" LIMIT 100");
static struct stmt note_q = SQL(
	"INSERT INTO key_print (name, hash, noted_at)"
	" VALUES (?, ?, NOW())");

static enum err key_tell(void *ctx, const struct row *r)
{
	(void)ctx;
	printf("%-8s %-6s since %s\n", r->cells[0].text, r->cells[1].text, r->cells[2].text);
	return OK;
}

/* What the database knows, where there is one that answers. */
static enum err keys_tell(struct arena *a)
{
	int64_t waiting;
	puts("all keys are there");
	if (db_ready(a) || db_each(&list_q, NO_ARGS, key_tell, NULL) ||
	    rotate_waiting(a, true, &waiting))
		err_clear();
	enum err e = secret_make_keys(); /* marks may be new */
	return e ? e : secret_hand_out(NULL);
}

/* A database that knows keys wants its own; where none answers nothing was written yet. */
enum err admin_keys(struct arena *a, char **args)
{
	int64_t noted = 0;
	(void)args;
	if (!secret_open())
		return keys_tell(a);
	err_clear();
	if (!db_ready(a) && !db_int(&count_q, NO_ARGS, &noted) && noted)
		return ERR(ERR_CHECK,
			   "this database was written with keys that are not here: bring "
			   "them back; new ones would open nothing");
	err_clear();
	enum err e = secret_make_keys();
	return e ? e : secret_hand_out(NULL);
}

/* NAME or none: all. */
enum err admin_hand_out(struct arena *a, char **args)
{
	(void)a;
	if (args[0] && args[1])
		return ERR(ERR_BAD_REQUEST, "hand-out [NAME]: one program or loop, or all");
	return secret_hand_out(args[0]);
}

/* Behind a migration: those that are open now, when none was noted; from then on that is the trade
 * of `rotate`. Without keys nothing is noted, and said so. */
enum err admin_keys_noted(struct arena *a)
{
	struct secret_print v[SECRET_PRINTS];
	int64_t noted = 0, there = 0;
	enum err e = db_int(&table_q, NO_ARGS, &there);
	if (e || !there)
		return e;
	if (secret_open()) {
		printf("keys are not noted: %s\n", err_text());
		err_clear();
		return OK;
	}
	e = db_int(&count_q, NO_ARGS, &noted);
	size_t n = e || noted ? 0 : secret_prints(v);
	for (size_t i = 0; !e && i < n; i++) {
		struct bytes hash = { v[i].hash, sizeof(v[i].hash) };
		const char *name = v[i].name;
		/* of two signing keys the last one */
		if (i + 1 < n && str_eq(name, v[i + 1].name))
			continue;
		e = db_exec(&note_q, ARGS(A_(name), A_(hash)), NULL);
	}
	if (e || n)
		return e;
	db_close(); /* they are compared when the connection is opened */
	e = db_ready(a);
	return e ? e : admin_alone(a);
}
