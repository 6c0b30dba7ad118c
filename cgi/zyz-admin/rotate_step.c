/* rotate_step.c - what the exchange of every key needs: its states, and the fence. */
#include "rotate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "row.h"
#include "secret.h"
#include "secret_files.h"
#include "secret_hand.h"

static struct stmt state_q = SQL(
	"SELECT phase"
	"  FROM key_print"
	" WHERE name = ?");
static struct stmt set_q = SQL(
	"UPDATE key_print"
	"   SET phase = ?"
	" WHERE name = ?");
static struct stmt add_q = SQL(
	"INSERT INTO key_print (name, hash, noted_at, phase)"
	" VALUES (?, ?, NOW(), 'added')");
static struct stmt may_q = SQL(
	"SELECT COUNT(*)"
	"  FROM information_schema.user_privileges"
	" WHERE grantee = CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')"
	"   AND privilege_type IN ('PROCESS', 'CONNECTION ADMIN', 'SUPER')");
static struct stmt others_q = SQL(
	"SELECT COALESCE(GROUP_CONCAT('KILL ', id SEPARATOR '; '), '')"
	"  FROM information_schema.processlist"
	" WHERE db = DATABASE()"
	"   AND id <> CONNECTION_ID()");

enum err rotate_state(const char *name, const char **state)
{
	*state = NULL;
	enum err e = db_text(&state_q, ARGS(A_(name)), state);
	if (e == ERR_NOT_FOUND)
		err_clear();
	return e == ERR_NOT_FOUND ? OK : e;
}

enum err rotate_set(const char *name, const char *state)
{
	return db_change(&set_q, ARGS(A_(state), A_(name)));
}

const char *rotate_name(struct arena *a, const char *kind, unsigned line)
{
	return line == 1 && str_eq(kind, "index") ? kind : arena_fmt(a, "%s.%u", kind, line);
}

enum err rotate_newest(struct arena *a, const char *kind, const char *states, unsigned *line)
{
	enum err e = OK;
	*line = 0;
	for (unsigned i = 1; !e && i <= SECRET_LINES; i++) {
		const char *state;
		e = rotate_state(rotate_name(a, kind, i), &state);
		if (!e && state && str_in(state, states))
			*line = i;
	}
	return e;
}

/* One that went away meanwhile is no error: 1094. A script ends at its first error, so each is a
 * script of its own. */
enum err rotate_fence(struct arena *a)
{
	int64_t may = 0;
	const char *others = "x";
	enum err e = db_int(&may_q, NO_ARGS, &may);
	if (!e && may < 2)
		e = ERR(ERR_CHECK, "this account may not end the connections of others (PROCESS, "
				   "CONNECTION ADMIN): call it as the owner of the server");
	for (int i = 0; !e && *others && i < 5; i++) {
		e = db_text(&others_q, NO_ARGS, &others);
		for (char *rest = arena_str(a, others), *one; !e && (one = strsep(&rest, ";"));)
			if (*one && db_script(one, strlen(one)))
				err_clear();
	}
	db_close();
	if (!e)
		e = db_ready(a);
	return e ? e : admin_alone(a); /* the lock went with the connection */
}

static enum err add_noted(struct arena *a, const char *kind, const char *name)
{
	struct secret_print v[SECRET_PRINTS];
	enum err e = secret_open_again();
	size_t n = e ? 0 : secret_prints(v), i = 0;
	while (i < n && !str_eq(v[i].name, name))
		i++;
	if (!e && i == n)
		e = ERR(ERR_INTERNAL, "%s is not in the file", name);
	if (!e)
		e = db_exec(&add_q, ARGS(A_(name), A_(BYTES(v[i].hash))), NULL);
	if (!e) /* where programs read the files themselves they have it from now on */
		e = rotate_fence(a);
	if (!e)
		printf("%s is there, and nothing is written with it yet. Bring %s.key to every "
		       "host and call zyz-admin hand-out there, keep a copy apart, then: "
		       "zyz-admin rotate %s run\n",
		       name, kind, kind);
	return e;
}

/* A line that nobody noted is one of a call that was killed, or was written by hand. */
enum err rotate_add(struct arena *a, const char *kind, const char *file, unsigned most)
{
	unsigned added, noted, lines;
	enum err e = rotate_newest(a, kind, "added,moving", &added);
	if (!e && added)
		e = ERR(ERR_CHECK, "%s was added already: zyz-admin rotate %s run",
			rotate_name(a, kind, added), kind);
	if (!e)
		e = rotate_newest(a, kind, "used,gone", &noted);
	if (!e && !noted)
		e = ERR(ERR_CHECK, "no key is noted: run zyz-admin migrate");
	if (!e)
		e = secret_file_lines(a, file, &lines);
	if (!e && lines == noted && lines == most)
		e = ERR(ERR_CHECK, "%s has %u lines and takes no more", file, most);
	if (!e && lines == noted)
		e = secret_file_add(a, file);
	if (!e)
		e = secret_hand_out(NULL);
	return e ? e : add_noted(a, kind, rotate_name(a, kind, noted + 1));
}
