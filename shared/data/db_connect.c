/* db_connect.c - to which server, as whom, and how we know that it is the one. */
#include <mysql.h>
#include <stdio.h>
#include <string.h>

#include "config.h"
#include "db_inside.h"
#include "log.h"
#include "secret.h"

enum { PASSWORD = 200 };

/* NULL is whoever runs this: commands (zyz-admin) and tests are no programs of the suite. */
static const char *account(void)
{
	static char name[80];
	if (*cfg.db_user)
		return cfg.db_user;
	if (str_starts(log_program(), "zyz"))
		return NULL;
	(void)snprintf(name, sizeof(name), DB_ACCOUNT "%s", log_program());
	return name;
}

/* What goes over a network is encrypted, and the server's certificate names db_host. */
static enum err tls(MYSQL *my)
{
	unsigned tcp = MYSQL_PROTOCOL_TCP;
	my_bool yes = 1;
	(void)mysql_optionsv(my, MYSQL_OPT_PROTOCOL, &tcp);
	if (!*cfg.db_tls_ca)
		return str_in(cfg.db_host, "127.0.0.1,::1")
			       ? OK
			       : ERR(ERR_DB_AWAY,
				     "db_host=%s is another machine: db_tls_ca has to name who "
				     "vouches for it",
				     cfg.db_host);
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_CA, cfg.db_tls_ca);
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_ENFORCE, &yes);
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
	(void)mysql_optionsv(my, MARIADB_OPT_TLS_VERSION, "TLSv1.2,TLSv1.3");
	if (!*cfg.db_tls_cert)
		return OK;
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_CERT, cfg.db_tls_cert);
	(void)mysql_optionsv(my, MYSQL_OPT_SSL_KEY, cfg.db_tls_key);
	return secret_ours(cfg.db_tls_key);
}

/* Whatever it was, the next try may succeed: a certificate was renewed, a password put right. */
enum err db_connect(MYSQL *my)
{
	char password[PASSWORD] = "";
	bool far = *cfg.db_host != '\0';
	enum err e = far ? tls(my) : OK;
	if (!e && *cfg.db_password_file)
		e = secret_line(cfg.db_password_file, password, sizeof(password));
	if (e)
		return ERR_DB_AWAY; /* what is wrong was noted; when it is put right, all goes on */
	MYSQL *there = mysql_real_connect(
		my, far ? cfg.db_host : NULL, account(), *password ? password : NULL, cfg.db_name,
		far ? (unsigned)cfg.db_port : 0, far ? NULL : cfg.db_socket, CLIENT_FOUND_ROWS);
	explicit_bzero(password, sizeof(password));
	return there ? OK
		     : ERR(ERR_DB_AWAY, "connect to %s: %u %s", far ? cfg.db_host : cfg.db_socket,
			   mysql_errno(my), mysql_error(my));
}
