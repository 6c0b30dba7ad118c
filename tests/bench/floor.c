/*
 * floor.c - the least that a request can cost: libfcgi, the very round trips of the product's page
 * with its statements, and an answer that is always the same. `floor list` is the list of twenty
 * surveys, `floor post` the audited row; the session is remembered, as the product's is.
 */
#include <fcgiapp.h>
#include <mysql.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BODY = 10240, CELLS = 9, CELL = 400 };

static MYSQL *my;

static void on_stop(int number)
{
	(void)number;
	FCGX_ShutdownPending();
}

static MYSQL_STMT *prepare(const char *sql)
{
	MYSQL_STMT *s = mysql_stmt_init(my);
	if (!s || mysql_stmt_prepare(s, sql, (unsigned long)strlen(sql))) {
		fprintf(stderr, "floor: %s\n", mysql_error(my));
		exit(1);
	}
	return s;
}

static void execute(MYSQL_STMT *s, long long *id)
{
	MYSQL_BIND in[2] = { { .buffer_type = MYSQL_TYPE_LONGLONG, .buffer = id },
			     { .buffer_type = MYSQL_TYPE_LONGLONG, .buffer = id } };
	if (mysql_stmt_bind_param(s, in) || mysql_stmt_execute(s)) {
		fprintf(stderr, "floor: %s\n", mysql_stmt_error(s));
		exit(1);
	}
}

/* Every cell of every row as text, as the product fetches them. */
static void list(void)
{
	static MYSQL_STMT *s;
	static char cells[CELLS][CELL];
	MYSQL_BIND out[CELLS];
	long long station = 1;
	if (!s)
		s = prepare("SELECT id, no, code, title, state, answered, wanted, opens_on,"
			    " closes_on FROM survey WHERE station_id = ? AND id < ? + 1000000"
			    " ORDER BY id DESC LIMIT 51");
	execute(s, &station);
	memset(out, 0, sizeof(out));
	for (int i = 0; i < CELLS; i++)
		out[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING,
				       .buffer = cells[i],
				       .buffer_length = CELL };
	(void)mysql_stmt_bind_result(s, out);
	while (mysql_stmt_fetch(s) == 0)
		;
	(void)mysql_stmt_free_result(s);
}

static void post(void)
{
	static MYSQL_STMT *consent, *audit;
	static long long person;
	if (!consent) {
		consent = prepare(
			"INSERT INTO consent (person_id, purpose, given_by) SELECT"
			" p.id, 'record', 'self' FROM person p WHERE p.id = ? AND NOT EXISTS"
			" (SELECT 1 FROM consent WHERE person_id = ? AND purpose = 'record'"
			" AND given_by = 'self' AND withdrawn_at IS NULL)");
		audit = prepare(
			"INSERT INTO audit (actor_kind, actor_id, action, target, target_id)"
			" VALUES ('volunteer', ?, 'consent.give', 'person', ?)");
	}
	person = person % 60 + 1;
	(void)mysql_query(my, "START TRANSACTION");
	execute(consent, &person);
	execute(audit, &person);
	(void)mysql_query(my, "COMMIT");
}

int main(int argc, char **argv)
{
	static char answer[BODY + 200];
	FCGX_Request f;
	int posts = argc > 1 && strcmp(argv[1], "post") == 0;
	struct sigaction stop = { .sa_handler = on_stop };
	(void)sigaction(SIGTERM, &stop, NULL);
	(void)sigaction(SIGUSR1, &stop, NULL);
	int body = posts ? 0 : BODY;
	int head = snprintf(answer, sizeof(answer), "%sContent-Length: %d\r\n\r\n",
			    posts ? "Status: 303 See Other\r\nLocation: /\r\n"
				  : "Content-Type: text/html; charset=utf-8\r\n",
			    body);
	memset(answer + head, 'x', (size_t)body);
	my = mysql_init(NULL);
	if (!my || !mysql_real_connect(my, NULL, NULL, NULL, "zyz", 0, getenv("DB_SOCKET"), 0))
		return 1;
	if (FCGX_Init() || FCGX_InitRequest(&f, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return 1;
	while (FCGX_Accept_r(&f) >= 0) {
		char in[2048];
		while (posts && FCGX_GetStr(in, sizeof(in), f.in) > 0)
			;
		(posts ? post : list)();
		(void)FCGX_PutStr(answer, head + body, f.out);
		FCGX_Finish_r(&f);
	}
	return 0;
}
