/* fund_show.c - one entry of the ledger of funds, with its papers and what may be done with it. */
#include "fund.h"

static struct stmt show_q = SQL(
	"SELECT e.no, e.direction, " FUND_YUAN("e.amount_fen") " AS amount, c.name AS source,"
	"       e.way, e.estimate, e.party, e.party_public, n.no AS party_no, e.purpose,"
	"       e.happened_on, e.entered_at, f.name AS entered_by, a.name AS approved_by,"
	"       e.decided_at, v.name AS void_by,"
	"       e.state, e.reason, p.no AS project_no, p.title AS project, b.label,"
	"       t.no AS activity_no, t.title AS activity, LOWER(HEX(d.uid)) AS paper,"
	"       o.no AS counter_of, r.no AS countered_by, u.project_id IS NULL AS free"
	"  FROM fund_entry e"
	"  JOIN code_item c ON c.list = 'fund_source' AND c.code = e.fund_source"
	"  JOIN staff f ON f.id = e.entered_by"
	"  LEFT JOIN staff a ON a.id = e.approved_by"
	"  LEFT JOIN staff v ON v.id = e.void_by"
	"  LEFT JOIN project p ON p.id = e.project_id"
	"  LEFT JOIN fund_line b ON b.id = e.line_id"
	"  LEFT JOIN fund_purse u ON u.id = e.purse_id"
	"  LEFT JOIN activity t ON t.id = e.activity_id"
	"  LEFT JOIN document d ON d.id = e.document_id"
	"  LEFT JOIN volunteer n ON n.person_id = e.person_id"
	"  LEFT JOIN fund_entry o ON o.id = e.counter_of"
	"  LEFT JOIN fund_entry r ON r.counter_of = e.id"
	" WHERE e.id = ?");
/* Which steps the page offers. */
static void put_can(struct rq *q, const struct fund_row *f)
{
	bool entered = str_eq(f->state, "entered"), counts = str_eq(f->state, "approved");
	bool own = f->entered_by == q->staff, second = may(q, ROLE_REVIEWER | ROLE_MANAGER) && !own;
	bool in = str_eq(f->direction, "in");
	put_int(q, "Can.approve", entered && second ? 1 : DB_NONE);
	put_int(q, "Can.withdraw", entered && own ? 1 : DB_NONE);
	put_int(q, "Can.void", counts && second ? 1 : DB_NONE);
	put_int(q, "Can.paper", entered || (counts && in) ? 1 : DB_NONE);
	put_int(q, "Can.public", counts && in && *f->party ? 1 : DB_NONE);
	put_int(q, "Can.thanks", counts && in ? 1 : DB_NONE);
	put_int(q, "Can.forget",
		!entered && *f->party && may(q, ROLE_REVIEWER | ROLE_MANAGER) ? 1 : DB_NONE);
}

enum err fund_show(struct rq *q)
{
	struct fund_row f;
	enum err e = fund_here(q, &f);
	if (!e)
		e = put_one(q, "Fund", &show_q, ARGS(A_(f.id)));
	if (!e)
		e = put_fund_papers(q, f.id);
	if (e)
		return e;
	put_can(q, &f);
	return page(q, "support/fund.cs");
}
