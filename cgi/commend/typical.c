/* typical.c - a typical case 典型案例, read and put on a page. */
#include "typical.h"

#include "page.h"

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(TYPICAL_COLS)
	TYPICAL_FROM
	" WHERE t.uid = UNHEX(?)"
	"   AND t.station_id = ?");
static struct stmt hold_q = SQL(
	"SELECT state"
	"  FROM typical_case"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt pictures_q = SQL(
	"SELECT x.place, LOWER(HEX(d.uid)) AS pic, x.alt"
	"  FROM typical_case_picture x"
	"  JOIN document d ON d.id = x.document_id AND d.state = 'kept'"
	" WHERE x.case_id = ?"
	" ORDER BY x.place"
	" LIMIT 9");

enum err typical_find(struct rq *q, struct typical_row *t)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), typical_row_cols, t);
}

enum err typical_hold(const struct typical_row *t, const char *state)
{
	const char *now;
	enum err e = db_text(&hold_q, ARGS(A_(t->id)), &now);
	return e ? e : str_eq(now, state) ? OK : ERR(ERR_STALE, "the case is %s", now);
}

enum err put_typical(struct rq *q, const struct typical_row *t)
{
	struct node *to = put_list(q, "Case");
	node_set(to, "uid", t->uid);
	node_set(to, "kind", t->kind);
	node_set(to, "title", t->title);
	node_set(to, "background", t->background);
	node_set(to, "done", t->done);
	node_set(to, "result", t->result);
	node_set(to, "learned", t->learned);
	node_set(to, "published_on", t->published_on);
	return put_query(q, "Pictures", &pictures_q, ARGS(A_(t->id)));
}
