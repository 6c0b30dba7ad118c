/* answer_follow.c - what became of an answer, by the code that was given for it: no name, no phone,
 * nothing that the code's owner did not say. */
#include "code.h"
#include "secret.h"
#include "filled.h"

enum { MISSES = 60, HOUR = 3600 };

#define FOLLOWED_COLS(X, T) \
	X(T, INT, id, "r.id") \
	X(T, INT, station, "r.station_id")
ROW_DEFINE(followed_row, FOLLOWED_COLS);
static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(FOLLOWED_COLS)
	"  FROM response r"
	" WHERE r.follow_index = ?");
static struct stmt sheet_q = SQL(
	"SELECT v.title, r.at"
	"  FROM response r"
	"  JOIN survey v ON v.id = r.survey_id"
	" WHERE r.id = ?");
static struct stmt needs_q = SQL(
	"SELECT c.name AS category, n.state, n.answered_on, n.done_on, n.decline_reason"
	"  FROM need n"
	"  LEFT JOIN code_item c ON c.list = 'service_category' AND c.code = n.category"
	" WHERE n.response_id = ?"
	" ORDER BY n.id"
	" LIMIT 40");

const char *follow_code(struct arena *a, struct bytes uid)
{
	return code_made(a, secret_mac(a, "follow", uid).p);
}

struct bytes follow_index(struct arena *a, const char *code)
{
	return secret_index(a, "response.follow", code);
}

static enum err put_followed(struct rq *q, const char *code)
{
	struct followed_row r;
	enum err e = row_one(&find_q, ARGS(A_(follow_index(q->arena, code))), followed_row_cols,
			     &r);
	if (!e)
		e = put_station(q, r.station);
	if (!e)
		e = put_one(q, "Sheet", &sheet_q, ARGS(A_(r.id)));
	if (!e)
		e = put_query(q, "Needs", &needs_q, ARGS(A_(r.id)));
	return e;
}

enum err answer_follow(struct rq *q)
{
	const char *typed = query(q, "k"), *code = code_typed(q->arena, typed);
	enum err e = typed ? throttle_left(q, "follow", q->remote, MISSES, HOUR) : OK;
	if (!e && code)
		e = put_followed(q, code);
	if (e == ERR_NOT_FOUND || (!e && typed && !code)) {
		put(q, "Unknown", "1");
		e = throttle(q, "follow", q->remote, MISSES, HOUR);
	}
	if (e)
		return e;
	if (typed && !got(q, "Unknown"))
		put(q, "Follow", code);
	return page_status(q, got(q, "Unknown") ? 404 : 200, "needs/follow.cs");
}
