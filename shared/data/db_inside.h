/* db_inside.h - what the files of db.h share; nobody else includes it. */
#ifndef ZYZ_DB_INSIDE_H
#define ZYZ_DB_INSIDE_H

#include <mysql.h>
#include <stdbool.h>

#include "arena.h"
#include "db.h"

/* A statement that waits for the end of its transaction, with values of its own. */
/* More values than these, and it does not wait: audit() has nine. */
enum { WAITING_ARGS = 12, WAITING_BYTES = 512 };
struct waiting {
	struct stmt *s, *last; /* NULL: none waits */
	struct arg v[WAITING_ARGS];
	size_t n;
	char bytes[WAITING_BYTES];
};

struct db {
	MYSQL *my; /* NULL: not connected */
	/* raised by each connection; statements of an older one are prepared again */
	unsigned gen;
	bool lost; /* a call said so: connect again at the next request */
	bool in_tx;
	bool rehearsal;          /* nothing is committed */
	void (*on_commit)(void); /* of this transaction, or NULL */
	struct arena *arena;     /* where results go */
	struct waiting waiting;
};

struct db *db_inside(void);
/* Before any other statement. */
enum err db_send_waiting(void) MUST_USE;
/* The server's or client's error number as one of ours; marks the connection lost where it is. */
enum err db_map(unsigned code, const char *what, const char *text);

/* db_connect.c: opens it by the settings; ERR_DB_AWAY with all that is known of why not. */
enum err db_connect(MYSQL *my) MUST_USE;
/* db_schema.c: OK, or ERR_DB_AWAY with what to run: other migrations were applied than this
 * program was built for. */
enum err db_schema_fits(MYSQL *my) MUST_USE;
/* Likewise with the keys, where this process has them open; says which are used (secret_use). */
enum err db_keys_fit(MYSQL *my, bool by_command) MUST_USE;
void db_forget_statements(void);
/* The statement on this connection, with as many places as are told. */
enum err db_prepared(struct stmt *s, MYSQL_STMT **st, size_t *places) MUST_USE;

#endif
