/* list.c - the projects of a station, newest first. */
#include "list.h"
#include "project.h"

#define LEDGER_COLS(C) \
	C(TEXT, no, "p.no", "") \
	C(TEXT, title, "p.title", "") \
	C(WORD, regular, "IF(p.regular = 1, 'yes', 'no')", "State.regular") \
	C(DAY, starts_on, "p.starts_on", "") \
	C(DAY, ends_on, "p.ends_on", "") \
	C(DAY, recruit_to, "p.recruit_to", "") \
	C(INT, wanted, \
	  "(SELECT COALESCE(SUM(o.wanted), 0) FROM position o WHERE o.project_id = p.id)", "") \
	C(INT, taken, \
	  "(SELECT COALESCE(SUM(o.taken), 0) FROM position o WHERE o.project_id = p.id)", "") \
	C(INT, pending, \
	  "(SELECT COUNT(*) FROM application x WHERE x.project_id = p.id AND x.state = " \
	  "'pending')", \
	  "") \
	C(TEXT, author, "a.name", "") \
	C(WORD, state, "p.state", "State.project")
#define LEDGER_TABLE "project p"
#define LEDGER_JOINS "  JOIN staff a ON a.id = p.author_id"
#define LEDGER_WHERE "p.station_id = ?"
#define LEDGER_FILTERS(F) \
	F(WORD, state, "p.state = ?") \
	F(WORD, regular, "IF(p.regular = 1, 'yes', 'no') = ?") \
	F(DAY, from, "p.ends_on >= ?") \
	F(DAY, to, "p.starts_on <= ?") \
	F(FIND, q, "CONCAT_WS(' ', p.no, p.title) LIKE ?")
#define LEDGER_WAYS(S, L) \
	S(L, no, any, "p.id", "project_recent") \
	S(L, no, state, "p.id", "project_station") \
	S(L, state, any, "p.state", "project_station") \
	S(L, state, state, "p.id", "project_station")
#define LEDGER_ID "p.id"
LIST_DEFINE(LEDGER);
static const struct list ledger = LIST(LEDGER, "Projects", "project.Ledger");

enum err project_list(struct rq *q)
{
	return list_page(q, &ledger, ARGS(A_(q->station)), "project/list.cs");
}
