/* code.c - code lists as choices and as checks. */
#include "code.h"

#include "page.h"

static struct stmt items_q = SQL(
	"SELECT code, name"
	"  FROM code_item"
	" WHERE list = ?"
	"   AND active = 1"
	" ORDER BY sort, code"
	" LIMIT 100");
static struct stmt known_q = SQL(
	"SELECT COUNT(*)"
	"  FROM code_item"
	" WHERE list = ?"
	"   AND code = ?"
	"   AND active = 1");
static struct stmt station_q = SQL(
	"SELECT no, name, phone, address"
	"  FROM station"
	" WHERE id = ?");

enum err put_codes(struct rq *q, const char *name, const char *list)
{
	return put_query(q, name, &items_q, ARGS(A_(list)));
}

enum err code_check(struct rq *q, const char *field, const char *list, const char *value)
{
	int64_t n;
	if (!value)
		return OK;
	enum err e = db_int(&known_q, ARGS(A_(list), A_(value)), &n);
	if (!e && !n)
		form_error(q, field, "unknown_code");
	return e;
}

enum err code_join(struct rq *q, const char *field, const char *list, struct strs values,
		   const char **joined)
{
	struct buf b = { .arena = q->arena };
	int64_t known = 1;
	buf_str(&b, "");
	for (size_t i = 0; known && i < values.n; i++) {
		enum err e = db_int(&known_q, ARGS(A_(list), A_(values.v[i])), &known);
		if (e)
			return e;
		buf_fmt(&b, "%s%s", i ? "," : "", values.v[i]);
	}
	if (known)
		*joined = b.p;
	else
		form_error(q, field, "unknown_code");
	return OK;
}

enum err put_station(struct rq *q, int64_t station_id)
{
	return put_one(q, "Station", &station_q, ARGS(A_(station_id)));
}
