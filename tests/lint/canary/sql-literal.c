/* as: cgi/needs/needs.c - puts SQL together */
static struct stmt good_q = SQL("SELECT 1");
static struct stmt also_q =
	SQL("SELECT 1");
static struct stmt list_q = SQL(
	"SELECT 1");
static struct stmt rows_q = SQL("SELECT " ROW_SELECT(COLS) " FROM t");
#define FROM_T " FROM t "
#define ANY text
static struct stmt from_q = SQL(FROM_T "WHERE x = ?");
static struct stmt any_q = SQL(ANY); /* BAD */
static struct stmt text_q = SQL(text); /* BAD */
static struct stmt bare_q = { .sql = text }; /* BAD */
	q->sql = text; /* BAD */
	s.sql = text; /* BAD */
	if (q->sql == text)
	mysql_query(c, text); /* BAD */
	mysql_stmt_prepare(s, text, n); /* BAD */
===== as: shared/data/db_more.c
	mysql_query(c, text);
	s->sql = text;
