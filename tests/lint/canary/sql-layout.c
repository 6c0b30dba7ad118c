/* as: cgi/needs/needs.c - clauses in the middle of a line */
static struct stmt one_q = SQL("SELECT 1"); /* BAD */
static struct stmt two_q = SQL(
	"SELECT a, (SELECT b FROM c WHERE d = 1) AS e"
	"  FROM f"
	" ORDER BY a");
static struct stmt three_q = SQL(
	"SELECT a"
	"  FROM f"
	"  JOIN g ON g.a = f.a AND g.b = f.b"
	" WHERE f.a BETWEEN ? AND ?"
	"   AND f.b IN ('AND', 'OR')"
	" LIMIT 50");
static struct stmt four_q = SQL(
	"SELECT a"
	"  FROM f"
	" WHERE f.a = ? AND f.b = ' BAD '"
	" LIMIT 50");
