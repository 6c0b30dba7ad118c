/*
 * replay.c - the floor of a sign-up: libfcgi, the very round trips of the product with its own
 * statements, and an answer that is always the same.
 *
 *	replay FILE             behind a socket on descriptor 0, as a program of the suite is
 *
 * The file has a statement to a line, as asked.c wrote it: its values, a tab, its text. A value is
 * i NUMBER, s HEX (text), n (NULL), P (whose request it is), T (the digest of their token) or U
 * LENGTH (bytes that nobody else has); `-` is a statement without any, sent as text. A request says
 * who it is: p=NUMBER&t=HEX. Who is found in the list already, by a row of application, is asked
 * nothing more, as the product does.
 */
#include <fcgiapp.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { STEPS = 40, VALUES = 60, COLUMNS = 64, CELL = 192, LINE = 8192, DIGEST = 32, UNIQUE = 16 };

struct value {
	char kind; /* i s n P T U */
	long long i;
	unsigned char bytes[CELL];
	unsigned long n;
};
struct step {
	char *sql;
	MYSQL_STMT *st; /* NULL: sent as text */
	struct value v[VALUES];
	size_t n;
	int own; /* the column that is a row of application, -1: none */
	unsigned columns;
};
static struct step steps[STEPS];
static size_t count;
static MYSQL *my;

static void on_stop(int number)
{
	(void)number;
	FCGX_ShutdownPending();
}

static const char *path;

/* Whoever starts it has closed its stderr. */
static void die(const char *what, const char *why)
{
	char name[512];
	(void)snprintf(name, sizeof(name), "%s.log", path);
	FILE *f = fopen(name, "a");
	if (f)
		fprintf(f, "replay: %s: %s\n", what, why);
	if (f)
		(void)fclose(f);
	exit(1);
}

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static unsigned long unhex(unsigned char *to, size_t room, const char *hex)
{
	unsigned long n = 0;
	for (; n < room && digit(hex[0]) >= 0 && digit(hex[1]) >= 0; hex += 2)
		to[n++] = (unsigned char)(digit(hex[0]) << 4 | digit(hex[1]));
	return n;
}

static void read_values(struct step *s, char *text)
{
	char *rest;
	for (char *word = strtok_r(text, ",", &rest); word && *word != '-';
	     word = strtok_r(NULL, ",", &rest)) {
		struct value *v = &s->v[s->n++];
		v->kind = *word;
		v->i = strchr("iU", *word) ? strtoll(word + 1, NULL, 10) : 0;
		v->n = *word == 's' ? unhex(v->bytes, CELL, word + 1) : 0;
		if (s->n == VALUES)
			die("too many values", word);
	}
}

static void read_steps(void)
{
	static char line[LINE];
	FILE *f = fopen(path, "r");
	if (!f)
		die(path, "cannot be read");
	while (fgets(line, sizeof(line), f)) {
		struct step *s = &steps[count++];
		char *tab = strchr(line, '\t');
		if (!tab || count == STEPS || !strchr(line, '\n'))
			die(path, line);
		*tab++ = '\0';
		tab[strcspn(tab, "\n")] = '\0';
		s->sql = strdup(tab);
		s->n = 0;
		s->own = -1;
		s->st = *line == '-' ? NULL : mysql_stmt_init(my);
		read_values(s, line);
	}
	(void)fclose(f);
}

static void prepare(struct step *s)
{
	if (mysql_stmt_prepare(s->st, s->sql, (unsigned long)strlen(s->sql)))
		die(s->sql, mysql_stmt_error(s->st));
	if (mysql_stmt_param_count(s->st) != s->n)
		die(s->sql, "another number of values");
	MYSQL_RES *meta = mysql_stmt_result_metadata(s->st);
	if (!meta)
		return;
	s->columns = mysql_num_fields(meta);
	for (unsigned i = 0; i < s->columns && i < COLUMNS; i++) {
		const MYSQL_FIELD *f = mysql_fetch_field_direct(meta, i);
		if (strcmp(f->org_table, "application") == 0 && strcmp(f->org_name, "id") == 0)
			s->own = (int)i;
	}
	mysql_free_result(meta);
}

struct asker {
	long long person;
	unsigned char digest[DIGEST];
};

/* All of its rows, each cell as text. True: they are there already. */
static int fetched(struct step *s)
{
	static char cells[COLUMNS][CELL];
	static my_bool none[COLUMNS];
	static unsigned long lengths[COLUMNS];
	MYSQL_BIND out[COLUMNS];
	int there = 0;
	memset(out, 0, sizeof(out));
	for (unsigned i = 0; i < s->columns; i++)
		out[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING,
				       .buffer = cells[i],
				       .buffer_length = CELL,
				       .length = &lengths[i],
				       .is_null = &none[i] };
	if (mysql_stmt_bind_result(s->st, out) || mysql_stmt_store_result(s->st))
		die(s->sql, mysql_stmt_error(s->st));
	for (int rc; (rc = mysql_stmt_fetch(s->st)) == 0 || rc == MYSQL_DATA_TRUNCATED;)
		there = there || (s->own >= 0 && !none[s->own]);
	(void)mysql_stmt_free_result(s->st);
	return there;
}

/* True: nothing more is asked. */
static int run(struct step *s, struct asker *by)
{
	MYSQL_BIND in[VALUES];
	static unsigned char unique[VALUES][UNIQUE];
	if (!s->st) {
		if (mysql_query(my, s->sql))
			die(s->sql, mysql_error(my));
		mysql_free_result(mysql_store_result(my));
		return 0;
	}
	memset(in, 0, sizeof(in));
	for (size_t i = 0; i < s->n; i++) {
		struct value *v = &s->v[i];
		enum enum_field_types type = v->kind == 'n' ? MYSQL_TYPE_NULL
					     : v->kind == 'i' || v->kind == 'P'
						     ? MYSQL_TYPE_LONGLONG
					     : v->kind == 's' ? MYSQL_TYPE_STRING
							      : MYSQL_TYPE_BLOB;
		if (v->kind == 'U' && getrandom(unique[i], UNIQUE, 0) != UNIQUE)
			die("getrandom", "fewer bytes");
		in[i].buffer_type = type;
		in[i].buffer = v->kind == 'P'   ? (void *)&by->person
			       : v->kind == 'i' ? (void *)&v->i
			       : v->kind == 'T' ? (void *)by->digest
			       : v->kind == 'U' ? (void *)unique[i]
						: (void *)v->bytes;
		in[i].buffer_length = v->kind == 'T'   ? DIGEST
				      : v->kind == 'U' ? (unsigned long)v->i
						       : v->n;
	}
	if (mysql_stmt_bind_param(s->st, in) || mysql_stmt_execute(s->st)) {
		unsigned code = mysql_stmt_errno(s->st);
		/* Their other tap was first, or others were in the way. */
		if (code != ER_SIGNAL_EXCEPTION && code != ER_DUP_ENTRY && code != ER_LOCK_DEADLOCK)
			die(s->sql, mysql_stmt_error(s->st));
		(void)mysql_query(my, "ROLLBACK");
		return 1;
	}
	return s->columns ? fetched(s) : 0;
}

static void serve(FCGX_Request *f)
{
	static const char answer[] = "Status: 303 See Other\r\nLocation: /\r\n"
				     "Content-Length: 0\r\n\r\n";
	char body[512] = "";
	struct asker by = { 0 };
	int n = FCGX_GetStr(body, sizeof(body) - 1, f->in);
	body[n > 0 ? n : 0] = '\0';
	const char *digest = strstr(body, "&t=");
	if (sscanf(body, "p=%lld", &by.person) != 1 || !digest ||
	    unhex(by.digest, DIGEST, digest + 3) != DIGEST)
		die("a request", body);
	for (size_t i = 0; i < count; i++)
		if (run(&steps[i], &by))
			break;
	(void)FCGX_PutStr(answer, (int)sizeof(answer) - 1, f->out);
}

int main(int argc, char **argv)
{
	FCGX_Request f;
	struct sigaction stop = { .sa_handler = on_stop };
	(void)sigaction(SIGTERM, &stop, NULL);
	(void)sigaction(SIGUSR1, &stop, NULL);
	my = mysql_init(NULL);
	if (!my || argc < 2)
		return 1;
	path = argv[1];
	/* As the product's connections are. */
	(void)mysql_optionsv(my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	(void)mysql_optionsv(my, MYSQL_INIT_COMMAND,
			     "SET time_zone = '+08:00', tx_isolation = 'READ-COMMITTED'");
	if (!mysql_real_connect(my, NULL, NULL, NULL, "zyz", 0, getenv("DB_SOCKET"),
				CLIENT_FOUND_ROWS))
		die("connect", mysql_error(my));
	read_steps();
	for (size_t i = 0; i < count; i++)
		if (steps[i].st)
			prepare(&steps[i]);
	if (FCGX_Init() || FCGX_InitRequest(&f, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return 1;
	while (FCGX_Accept_r(&f) >= 0) {
		serve(&f);
		FCGX_Finish_r(&f);
	}
	return 0;
}
