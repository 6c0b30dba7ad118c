/* honour_enter.c - one honour put into the ledger, to be verified. */
#include "honour_enter.h"

#include "audit.h"
#include "clock.h"

static struct stmt add_q = SQL(
	"INSERT INTO honour (uid, no, station_id, subject, person_id, team_id, project_id,"
	"       region_code, honoured_station_id, name, awarded_on, authority, authority_kind,"
	"       document_name, document_no, paper, content, state, created_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'to_verify', ?, ?)");
/* The same paper for the same one; a form sent twice is no second one. */
static struct stmt twice_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour"
	" WHERE paper = ?"
	"   AND uid <> ?");

void honour_entry_paper(struct arena *a, struct honour_entry *h)
{
	h->document_no = whom_paper_no(a, str_or(h->document_no, ""));
	h->paper = whom_paper(a, h->document_no, &h->w);
}

enum err honour_entry_twice(const struct honour_entry *h, bool *twice)
{
	int64_t n = 0;
	enum err e = h->paper ? db_int(&twice_q, ARGS(A_(h->paper), A_(h->uid)), &n) : OK;
	if (!e)
		*twice = n > 0;
	return e;
}

enum err honour_enter(struct rq *q, const struct honour_entry *h, int64_t *id, const char **no)
{
	enum err e = number_next(&q->actor, 'H', q->station, no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(h->uid), A_(*no), A_(q->station), A_(h->w.subject),
				 A_(h->w.person), A_(h->w.team), A_(h->w.project), A_(h->w.region),
				 A_(h->w.station), A_(h->name), A_(h->awarded_on), A_(h->authority),
				 A_(h->authority_kind), A_(str_or(h->document_name, "")),
				 A_(h->document_no), A_(h->paper), A_(str_or(h->content, "")),
				 A_(q->staff), A_(clock_time(q->arena, q->now))),
			    id);
	/* Whoever awarded it, a second person looks before it is a record. */
	return e ? e : audit(&q->actor, "honour.add", "honour", *id, h->authority_kind);
}
