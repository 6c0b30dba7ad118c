/* visit_edit.c - what was typed of a visit is put right. What it found of the household stands in
 * the file, what was wanted in the ledger of needs: each is put right there. The plan of the
 * household follows where it came from this visit. */
#include <string.h>

#include "form.h"
#include "visit.h"

#define EDIT_IN(X, T) \
	X(T, TIME, visited_at, 1, 0) \
	X(T, STR, companions, 0, 120) \
	X(T, WORD, mode, 1, 8) \
	X(T, WORD, result, 1, 8) \
	X(T, TEXT, found, 0, 1000) \
	X(T, DAY, next_on, 0, 0)
FORM_DEFINE(edit_in, EDIT_IN);

#define HAD_COLS(X, T) \
	X(T, INT, id, "v.id") \
	X(T, TEXT, no, "h.no") \
	X(T, TEXT, state, "h.state") \
	X(T, TEXT, visited_at, "v.visited_at") \
	X(T, TEXT, mode, "v.mode") \
	X(T, TEXT, result, "v.result") \
	X(T, TEXT, companions, "v.companions") \
	X(T, TEXT, note, "v.note") \
	X(T, TEXT, next_on, "v.next_on")
ROW_DEFINE(had_row, HAD_COLS);
static struct stmt had_q = SQL(
	"SELECT " ROW_SELECT(HAD_COLS)
	"  FROM visit v"
	"  JOIN household h ON h.id = v.household_id"
	" WHERE v.uid = UNHEX(?)"
	"   AND v.station_id = ?");
static struct stmt edit_q = SQL(
	"UPDATE visit"
	"   SET visited_at = ?, mode = ?, result = ?, companions = ?, note = ?, next_on = ?"
	" WHERE id = ?");
/* No newer visit has planned since, and the plan is what this one said. */
static struct stmt plan_q = SQL(
	"UPDATE visit v"
	"  JOIN household h ON h.id = v.household_id"
	"   SET h.next_on = ?"
	" WHERE v.id = ?"
	"   AND h.next_on <=> ?"
	"   AND NOT EXISTS (SELECT 1 FROM visit n WHERE n.household_id = h.id AND n.id <> v.id"
	"       AND n.visited_at > v.visited_at)");
static struct stmt waits_q = SQL(
	"UPDATE household h"
	"  JOIN (SELECT v.household_id, MAX(m.visited_at) AS last_at"
	"       FROM visit v"
	"       LEFT JOIN visit m ON m.household_id = v.household_id"
	"       AND m.result IN ('met', 'family')"
	"       WHERE v.id = ?) x ON x.household_id = h.id"
	"   SET h.waits_since = DATE(COALESCE(x.last_at, h.created_at))"
	" WHERE h.state = 'active'");

static enum err visit_had(struct rq *q, struct had_row *v)
{
	enum err e = row_one(&had_q, ARGS(A_(arg(q, 0)), A_(q->station)), had_row_cols, v);
	if (e)
		return e;
	put(q, "Visit.uid", arg(q, 0));
	put(q, "Visit.no", v->no);
	put_int(q, "Visit.closed", str_eq(v->state, "active") ? DB_NONE : 1);
	return OK;
}

enum err visit_edit(struct rq *q)
{
	struct had_row v;
	enum err e = visit_had(q, &v);
	if (e)
		return e;
	if (!form_again(q)) {
		put(q, "Form.visited_at", v.visited_at);
		put(q, "Form.companions", v.companions);
		put(q, "Form.mode", v.mode);
		put(q, "Form.result", v.result);
		put(q, "Form.found", v.note);
		put(q, "Form.next_on", v.next_on);
	}
	return page(q, "needs/visit_edit.cs");
}

struct mending {
	struct rq *q;
	struct had_row had;
	struct edit_in in;
};

static bool visit_day_kept(const struct mending *m)
{
	return strncmp(m->had.visited_at, m->in.visited_at, 10) == 0;
}

static enum err visit_mend(void *ctx)
{
	struct mending *m = ctx;
	struct rq *q = m->q;
	const struct edit_in *in = &m->in;
	int64_t rows;
	enum err e = db_change(&edit_q,
			       ARGS(A_(in->visited_at), A_(in->mode), A_(in->result),
				    A_(str_or(in->companions, "")), A_(str_or(in->found, "")),
				    A_(in->next_on), A_(m->had.id)));
	if (!e)
		e = db_affect(&plan_q, ARGS(A_(in->next_on), A_(m->had.id), A_(m->had.next_on)),
			      &rows);
	if (!e && !(visit_day_kept(m) && str_eq(in->result, m->had.result)))
		e = db_affect(&waits_q, ARGS(A_(m->had.id)), &rows);
	return e ? e : audit(&q->actor, "visit.edit", "visit", m->had.id, NULL);
}

/* The rules of a visit that is entered; one of long ago keeps its day. */
static void mending_check(struct mending *m)
{
	struct rq *q = m->q;
	const struct edit_in *in = &m->in;
	const struct visit_new v = { .q = q,
				     .at = in->visited_at,
				     .result = in->result,
				     .note = in->found,
				     .next_on = in->next_on };
	if (!str_in(in->mode, VISIT_MODES))
		form_error(q, "mode", "unknown_code");
	if (!str_in(in->result, VISIT_RESULTS))
		form_error(q, "result", "unknown_code");
	const char *wrong = form_ok(q) ? visit_wrong(&v) : NULL;
	if (wrong && !(str_eq(wrong, "visit_old") && visit_day_kept(m)))
		form_error(q,
			   str_eq(wrong, "next_before")  ? "next_on"
			   : str_eq(wrong, "note_first") ? "found"
							 : "visited_at",
			   wrong);
}

enum err visit_save(struct rq *q)
{
	struct mending m = { .q = q };
	enum err e = visit_had(q, &m.had);
	if (e)
		return e;
	if (!str_eq(m.had.state, "active"))
		form_error(q, NULL, "visit_closed");
	else if (form_read(q, edit_in_fields, &m.in))
		mending_check(&m);
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(visit_mend, &m);
	return e ? e : see(q, "/needs/visits/%s?done=visit_saved", arg(q, 0));
}
