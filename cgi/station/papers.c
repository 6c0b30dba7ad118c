/* papers.c - plans, rules and archive of a station 计划、制度、档案: files that are kept, shown to its
 * staff and its overseer, and removed from the list, never from the disk of proofs. */
#include "clock.h"
#include "form.h"
#include "list.h"
#include "places.h"
#include "proof.h"
#include "secret.h"
#include "station.h"

#define PAPERS_COLS(C) \
	C(TEXT, uid, "LOWER(HEX(p.uid))", "") \
	C(WORD, kind, "p.kind", "State.paper_kind") \
	C(INT, year, "p.year", "") \
	C(TEXT, title, "p.title", "") \
	C(TEXT, document, "LOWER(HEX(d.uid))", "") \
	C(INT, bytes, "d.bytes", "") \
	C(TEXT, author, "f.name", "") \
	C(DAY, day, "DATE(p.added_at)", "")
#define PAPERS_TABLE "paper p"
#define PAPERS_JOINS \
	"  JOIN document d ON d.id = p.document_id" \
	"  JOIN staff f ON f.id = p.added_by"
#define PAPERS_WHERE      "p.station_id = ? AND p.state = 'kept'"
#define PAPERS_FILTERS(F) F(WORD, kind, "p.kind = ?") F(WORD, year, "p.year = ?")
#define PAPERS_WAYS(S, L) S(L, day, any, "p.id", "paper_home")
#define PAPERS_ID         "p.id"
LIST_DEFINE(PAPERS);
static const struct list papers = LIST(PAPERS, "Papers", "station.Papers");

#define PAPER_IN(X, T) \
	X(T, WORD, kind, 1, 8) \
	X(T, INT, year, 2016, 2100) \
	X(T, STR, title, 2, 80) \
	X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(paper_in, PAPER_IN);

static struct stmt add_q = SQL(
	"INSERT INTO paper (uid, station_id, kind, year, title, document_id, added_by, added_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM paper"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt remove_q = SQL(
	"UPDATE paper"
	"   SET state = 'removed'"
	" WHERE id = ?"
	"   AND state = 'kept'");

enum err papers_list(struct rq *q)
{
	return list_page(q, &papers, ARGS(A_(q->station)), "station/papers.cs");
}

enum err paper_new(struct rq *q)
{
	if (!form_again(q))
		put_int(q, "Form.year", clock_year(q->now));
	return page(q, "station/paper.cs");
}

struct filing {
	struct rq *q;
	struct paper_in in;
	struct bytes uid;
};

static enum err paper_store(void *ctx)
{
	struct filing *f = ctx;
	struct rq *q = f->q;
	int64_t document, id;
	enum err e = proof_keep(q, f->in.file, "paper", f->uid, &document);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(f->uid), A_(q->station), A_(f->in.kind), A_(f->in.year),
				 A_(f->in.title), A_(document), A_(q->staff),
				 A_(clock_time(q->arena, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "paper.add", "paper", id, f->in.kind);
}

enum err paper_add(struct rq *q)
{
	struct filing f = { .q = q };
	uint8_t uid[16];
	if (form_read(q, paper_in_fields, &f.in) && !str_in(f.in.kind, "plan,rules,archive"))
		form_error(q, "kind", "choose");
	const char *wrong = form_ok(q)
				    ? proof_fault((const uint8_t *)f.in.file->value, f.in.file->n)
				    : NULL;
	if (wrong)
		form_error(q, "file", wrong);
	if (!form_ok(q))
		return ERR_FORM;
	secret_random(uid, sizeof(uid));
	f.uid = BYTES(uid);
	enum err e = db_tx(paper_store, &f);
	if (e)
		proof_drop(q, f.uid);
	return e ? e : see(q, "/station/papers?done=saved");
}

enum err paper_remove(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = audited(&q->actor, &remove_q, ARGS(A_(id)), "paper.remove", "paper", &id);
	return e ? e : see(q, "/station/papers?done=deleted");
}

/* For the overseer: read, no more. */
enum err place_papers(struct rq *q)
{
	struct place_row p;
	enum err e = place_find(q, arg(q, 0), &p);
	if (e)
		return e;
	put_int(q, "No", p.no);
	put(q, "Name", p.name);
	return list_page(q, &papers, ARGS(A_(p.id)), "station/place_papers.cs");
}
