/* db.c - the connection and its transactions; statements are in db_stmt.c. */
#include "db.h"

#include <mysql.h>
#include <mysqld_error.h>
#include <errmsg.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "db_inside.h"
#include "log.h"
#include "wake.h"

enum { TX_TRIES = 5, ER_CHECK_FAILED = 4025 };

static struct db db;
static int64_t patience; /* seconds of a statement; 0: cfg.db_timeout */

struct db *db_inside(void)
{
	return &db;
}

/* The server is not the one that it was: another one writes now, or it takes no more of us. Nothing
 * of what was asked has happened; the next try goes to whoever answers then. */
static bool failing_over(unsigned code)
{
	static const unsigned codes[] = {
		1047 /* WSREP not ready */,
		1180 /* error during commit: no primary */,
		1203 /* too many connections */,
		1226 /* limit of the account */,
		1290 /* read-only */,
		1792 /* read-only transaction */,
		1836 /* read-only mode */,
		CR_SERVER_LOST_EXTENDED,
	};
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (codes[i] == code)
			return true;
	return false;
}

static enum err away(unsigned code, const char *what)
{
	db.lost = true;
	return ERR(ERR_DB_AWAY, "%s: %u", what, code);
}

enum err db_map(unsigned code, const char *what, const char *text)
{
	if (failing_over(code))
		return away(code, what);
	switch (code) {
	case ER_DUP_ENTRY:
		return ERR_DUPLICATE;
	case ER_CHECK_FAILED:
	case ER_ROW_IS_REFERENCED_2:
	case ER_NO_REFERENCED_ROW_2:
		return ERR(ERR_CHECK, "%s: %u %s", what, code, text);
	case ER_SIGNAL_EXCEPTION:
		/* a trigger of somebody's is another matter */
		return str_eq(text, DB_STALE) ? ERR(ERR_STALE, "%s", what)
					      : ERR(ERR_DB, "%u %s: %s", code, text, what);
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_LOCK_DEADLOCK:
	case ER_CHECKREAD:
		return ERR(ERR_RETRY, "%s: %u", what, code);
	case CR_CONNECTION_ERROR:
	case CR_CONN_HOST_ERROR:
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_LOST:
	case CR_SSL_CONNECTION_ERROR: /* encrypted, it breaks so */
	case ER_SERVER_SHUTDOWN:
	case ER_CON_COUNT_ERROR:
	case ER_CONNECTION_KILLED:
		return away(code, what);
	case ER_STATEMENT_TIMEOUT:
		/* ended by max_statement_time; the connection is well */
		return ERR(ERR_DB_AWAY, "%u %s", code, what);
	default:
		/* the statement last: it may be long, and a note is cut off */
		return ERR(ERR_DB, "%u %s: %s", code, text, what);
	}
}

static enum err run(const char *sql)
{
	if (!db.my)
		return ERR(ERR_DB_AWAY, "not connected");
	if (mysql_real_query(db.my, sql, (unsigned long)strlen(sql)))
		return db_map(mysql_errno(db.my), sql, mysql_error(db.my));
	return OK;
}

/* Whoever gave up waiting would leave the statement running: the server ends it, a little before
 * the wait does. */
static enum err connect_now(void)
{
	int64_t limit = patience ? patience : cfg.db_timeout;
	unsigned seconds = (unsigned)limit + 1;
	char begin[400];
	(void)snprintf(begin, sizeof(begin),
		       "SET time_zone = '+08:00', tx_isolation = 'READ-COMMITTED', "
		       "max_statement_time = %lld, "
		       "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
		       "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
		       (long long)limit);
	db_close();
	db.my = mysql_init(NULL);
	if (!db.my)
		return ERR(ERR_INTERNAL, "mysql_init");
	(void)mysql_optionsv(db.my, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
	(void)mysql_optionsv(db.my, MYSQL_OPT_READ_TIMEOUT, &seconds);
	(void)mysql_optionsv(db.my, MYSQL_OPT_WRITE_TIMEOUT, &seconds);
	(void)mysql_optionsv(db.my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	(void)mysql_optionsv(db.my, MYSQL_INIT_COMMAND, begin);
	enum err e = db_connect(db.my);
	if (e) {
		db_close();
		return e;
	}
	db.gen++;
	db.lost = false;
	/* Commands bring the schema where it belongs; programs wait until it is there. */
	bool command = str_starts(log_program(), "zyz"), admin = str_eq(log_program(), "zyz-admin");
	e = command ? OK : db_schema_fits(db.my);
	if (!e && (admin || !command))
		e = db_keys_fit(db.my, command);
	if (e)
		db_close();
	return e;
}

/* An idle connection that became readable was closed by the server: found without a round trip. */
static bool still_there(void)
{
	struct pollfd p = { .fd = mysql_get_socket(db.my), .events = POLLIN | POLLRDHUP };
	return !db.lost && poll(&p, 1, 0) == 0;
}

enum err db_ready(struct arena *a)
{
	db.arena = a;
	return db.my && still_there() ? OK : connect_now();
}

enum err db_patience(int64_t seconds, struct arena *a)
{
	patience = seconds;
	db_close();
	return db_ready(a);
}

void db_close(void)
{
	db_forget_statements();
	if (db.my)
		mysql_close(db.my);
	db.my = NULL;
	db.in_tx = false;
}

struct arena *db_arena(void)
{
	return db.arena;
}

struct arena *db_use(struct arena *a)
{
	struct arena *before = db.arena;
	db.arena = a;
	return before;
}

bool db_in_tx(void)
{
	return db.in_tx;
}

/* Whatever comes behind what waits for the end of a transaction, it comes behind it. */
enum err db_send_waiting(void)
{
	struct stmt *s = db.waiting.s;
	db.waiting.s = db.waiting.last = NULL;
	return s ? db_exec(s, (struct args){ db.waiting.v, db.waiting.n }, NULL) : OK;
}

enum err db_exec_last(struct stmt *s, struct stmt *last, struct args a)
{
	enum err e = db_send_waiting();
	struct waiting *w = &db.waiting;
	size_t room = sizeof(w->bytes);
	for (size_t i = 0; i < a.n; i++)
		room -= a.v[i].n < room ? a.v[i].n : room;
	if (e || !db.in_tx || a.n > WAITING_ARGS || !room)
		return e ? e : db_exec(s, a, NULL);
	char *to = w->bytes;
	for (size_t i = 0; i < a.n; i++) {
		w->v[i] = a.v[i];
		if (a.v[i].p)
			w->v[i].p = memcpy(to, a.v[i].p, a.v[i].n);
		to += a.v[i].n;
	}
	w->n = a.n;
	w->s = s;
	w->last = last;
	return OK;
}

/* What waits goes along; then it is no statement of ours that ends the transaction. */
static enum err commit(void)
{
	struct stmt *last = db.waiting.last;
	db.waiting.s = db.waiting.last = NULL;
	return last ? db_exec(last, (struct args){ db.waiting.v, db.waiting.n }, NULL)
		    : run("COMMIT");
}

static enum err tx_once(enum err (*fn)(void *ctx), void *ctx)
{
	enum err e = run("START TRANSACTION");
	if (e)
		return e;
	db.in_tx = true;
	db.on_commit = NULL;
	db.waiting.s = db.waiting.last = NULL;
	e = fn(ctx);
	if (!e && arena_over(db.arena))
		e = ERR(ERR_MEMORY, "before the commit");
	if (!e && db.rehearsal)
		e = ERR_ASK;
	if (!e)
		e = commit();
	/* A commit whose answer was lost may have happened. */
	bool may_be = !e || e == ERR_DB_AWAY;
	if (db.on_commit && may_be)
		db.on_commit();
	wake_committed(may_be);
	if (e)
		db_rollback_if_left();
	db.in_tx = false;
	return e;
}

enum err db_tx(enum err (*fn)(void *ctx), void *ctx)
{
	enum err e = db.in_tx ? ERR(ERR_INTERNAL, "a transaction inside a transaction") : ERR_RETRY;
	for (int i = 0; e == ERR_RETRY && i < TX_TRIES; i++) {
		err_clear();
		e = tx_once(fn, ctx);
	}
	return e;
}

void db_rehearse(bool on)
{
	db.rehearsal = on;
}

enum err db_whole(struct stmt *s, struct args a)
{
	enum err e = db.in_tx       ? ERR(ERR_INTERNAL, "a transaction inside a transaction")
		     : db.rehearsal ? ERR_ASK
				    : ERR_RETRY;
	for (int i = 0; e == ERR_RETRY && i < TX_TRIES; i++) {
		err_clear();
		db.in_tx = true;
		db.waiting.s = db.waiting.last = NULL;
		e = db_exec(s, a, NULL);
		wake_committed(!e);
		if (e && e != ERR_STALE)
			db_rollback_if_left();
		db.in_tx = false;
	}
	return e;
}

void db_on_commit(void (*fn)(void))
{
	if (db.in_tx)
		db.on_commit = fn;
	else
		fn();
}

void db_rollback_if_left(void)
{
	if (!db.in_tx || !db.my)
		return;
	db.in_tx = false;
	db.waiting.s = db.waiting.last = NULL;
	/* A connection whose state is unknown is not used again. */
	if (mysql_real_query(db.my, "ROLLBACK", 8))
		db.lost = true;
}

enum err db_script(const char *text, size_t n)
{
	if (!db.my)
		return ERR(ERR_DB_AWAY, "not connected");
	(void)mysql_set_server_option(db.my, MYSQL_OPTION_MULTI_STATEMENTS_ON);
	enum err e = OK;
	int more = mysql_real_query(db.my, text, (unsigned long)n);
	while (!more) {
		MYSQL_RES *res = mysql_store_result(db.my);
		if (res)
			mysql_free_result(res);
		more = mysql_next_result(db.my);
	}
	if (more > 0)
		e = db_map(mysql_errno(db.my), "script", mysql_error(db.my));
	(void)mysql_set_server_option(db.my, MYSQL_OPTION_MULTI_STATEMENTS_OFF);
	return e;
}
