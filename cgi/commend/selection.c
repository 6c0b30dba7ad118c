/* selection.c - selections 评选: the list of a station, one entered, one as a page, closed. */
#include "selection.h"

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "list.h"
#include "secret.h"

#define SELECTION_IN(X, T) \
	X(T, STR, name, 4, 80) \
	X(T, STR, organiser, 2, 80) \
	X(T, WORD, authority_kind, 1, 12) \
	X(T, INT, year, 2000, 2100) \
	X(T, DAY, due_on, 0, 0) \
	X(T, WORD, preset, 0, 12)
FORM_DEFINE(selection_in, SELECTION_IN);
#define KIND_IN(X, T) \
	X(T, WORD, subject, 1, 12) \
	X(T, STR, award, 2, 80)
FORM_DEFINE(kind_in, KIND_IN);

#define CHOSEN_COLS(C) \
	C(TEXT, name, "s.name", "") \
	C(TEXT, organiser, "s.organiser", "") \
	C(INT, year, "s.year", "") \
	C(DAY, due_on, "s.due_on", "") \
	C(INT, nominations, \
	  "(SELECT COUNT(*) FROM honour_nomination n WHERE n.selection_id = s.id " \
	  "AND n.state <> 'withdrawn')", \
	  "") \
	C(DAY, created_on, "DATE(s.created_at)", "") \
	C(TEXT, uid, "LOWER(HEX(s.uid))", "") \
	C(WORD, state, "s.state", "State.selection")
#define CHOSEN_TABLE "selection s"
#define CHOSEN_JOINS ""
#define CHOSEN_WHERE "s.station_id = ?"
#define CHOSEN_FILTERS(F) \
	F(WORD, state, "s.state = ?") \
	F(FIND, q, "CONCAT_WS(' ', s.name, s.organiser) LIKE ?")
#define CHOSEN_WAYS(S, L) \
	S(L, created_on, any, "s.id", "selection_recent") \
	S(L, created_on, state, "s.id", "selection_state")
#define CHOSEN_ID "s.id"
LIST_DEFINE(CHOSEN);
static const struct list selections = LIST(CHOSEN, "Selections", "commend.SelectionList");

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(SELECTION_COLS)
	"  FROM selection s"
	" WHERE s.uid = UNHEX(?)"
	"   AND s.station_id = ?");
static struct stmt hold_q = SQL(
	"SELECT state"
	"  FROM selection"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt kinds_q = SQL(
	"SELECT k.subject, k.award,"
	"       (SELECT COUNT(*) FROM honour_nomination n WHERE n.selection_id = k.selection_id"
	"               AND n.subject = k.subject AND n.state <> 'withdrawn') AS nominations"
	"  FROM selection_kind k"
	" WHERE k.selection_id = ?"
	" ORDER BY FIELD(k.subject, 'volunteer', 'team', 'project', 'community', 'station')"
	" LIMIT 5");
static struct stmt award_q = SQL(
	"SELECT award"
	"  FROM selection_kind"
	" WHERE selection_id = ?"
	"   AND subject = ?");
static struct stmt add_q = SQL(
	"INSERT INTO selection (uid, station_id, name, organiser, authority_kind, year, due_on,"
	"       created_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt same_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM selection"
	" WHERE uid = ?"
	"   AND station_id = ?");
static struct stmt kind_q = SQL(
	"INSERT INTO selection_kind (selection_id, subject, award)"
	" VALUES (?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE award = VALUES(award)");
static struct stmt close_q = SQL(
	"UPDATE selection"
	"   SET state = 'closed'"
	" WHERE id = ?"
	"   AND state = 'open'");
/* The word alone: a selection is closed when nothing of it is on the way. */
static struct stmt running_q = SQL(
	"SELECT COUNT(*)"
	"  FROM honour_nomination"
	" WHERE selection_id = ?"
	"   AND state IN ('open', 'collected', 'handed_in', 'shortlisted')");

enum err selection_find(struct rq *q, struct selection_row *s)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), selection_row_cols, s);
}

enum err selection_hold(const struct selection_row *s)
{
	const char *now;
	enum err e = db_text(&hold_q, ARGS(A_(s->id)), &now);
	return e ? e : str_eq(now, "open") ? OK : ERR(ERR_STALE, "the selection is %s", now);
}

enum err selection_award(int64_t selection, const char *subject, const char **award)
{
	return db_text(&award_q, ARGS(A_(selection), A_(subject)), award);
}

enum err put_selection(struct rq *q, const struct selection_row *s)
{
	put(q, "Selection.uid", s->uid);
	put(q, "Selection.name", s->name);
	put(q, "Selection.organiser", s->organiser);
	put(q, "Selection.authority_kind", s->authority_kind);
	put_int(q, "Selection.year", s->year);
	put(q, "Selection.due_on", s->due_on);
	put(q, "Selection.state", s->state);
	return put_query(q, "Kinds", &kinds_q, ARGS(A_(s->id)));
}

enum err selection_list(struct rq *q)
{
	return list_page(q, &selections, ARGS(A_(q->station)), "commend/selections.cs");
}

enum err selection_new(struct rq *q)
{
	if (!form_again(q))
		put_int(q, "Form.year", clock_year(q->now));
	form_key(q, "selection");
	return page(q, "commend/selection_new.cs");
}

struct entering {
	struct rq *q;
	const struct selection_in *in;
	struct bytes uid;
};

static enum err selection_insert(void *ctx)
{
	struct entering *n = ctx;
	struct rq *q = n->q;
	const struct selection_in *in = n->in;
	int64_t id = 0;
	enum err e = audited(&q->actor, &add_q,
			     ARGS(A_(n->uid), A_(q->station), A_(in->name), A_(in->organiser),
				  A_(in->authority_kind), A_(in->year), A_(in->due_on),
				  A_(q->staff), A_(clock_time(q->arena, q->now))),
			     "selection.add", "selection", &id);
	return e || !in->preset ? e : conditions_preset(id, in->preset);
}

enum err selection_add(struct rq *q)
{
	struct selection_in in;
	struct entering n = { .q = q, .in = &in };
	if (form_read(q, selection_in_fields, &in)) {
		if (!str_in(in.authority_kind, "government,other"))
			form_error(q, "authority_kind", "unknown_code");
		if (in.preset && !lang(arena_fmt(q->arena, "commend.Preset.%s", in.preset)))
			form_error(q, "preset", "unknown_code");
	}
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = form_key_uid(q, "selection", &n.uid);
	if (!e)
		e = db_tx(selection_insert, &n);
	const char *hex = hex_encode(q->arena, n.uid);
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(n.uid), A_(q->station)), &hex);
	return e ? e : see(q, "/commend/manage/selections/%s?done=created", hex);
}

enum err selection_show(struct rq *q)
{
	struct selection_row s;
	struct conditions c;
	enum err e = selection_find(q, &s);
	if (!e)
		e = put_selection(q, &s);
	if (!e)
		e = conditions_of(s.id, NULL, &c);
	if (e)
		return e;
	for (size_t i = 0; i < c.n; i++) {
		struct node *n = node_item(put_list(q, "Conditions"));
		node_set(n, "subject", c.v[i].subject);
		node_set(n, "what", c.v[i].what);
		node_int(n, "at_most", c.v[i].at_most);
		node_int(n, "wanted", c.v[i].wanted);
	}
	return page(q, "commend/selection.cs");
}

struct kind_of {
	struct rq *q;
	struct selection_row s;
	const struct kind_in *in;
};

static enum err kind_put(void *ctx)
{
	struct kind_of *k = ctx;
	enum err e = selection_hold(&k->s);
	if (!e)
		e = db_exec(&kind_q, ARGS(A_(k->s.id), A_(k->in->subject), A_(k->in->award)), NULL);
	return e ? e : audit(&k->q->actor, "selection.kind", "selection", k->s.id, k->in->subject);
}

enum err selection_kind(struct rq *q)
{
	struct kind_in in;
	struct kind_of k = { .q = q, .in = &in };
	enum err e = selection_find(q, &k.s);
	if (e)
		return e;
	if (form_read(q, kind_in_fields, &in) && !str_in(in.subject, SUBJECTS))
		form_error(q, "subject", "unknown_code");
	if (!form_ok(q))
		return ERR_FORM;
	e = db_tx(kind_put, &k);
	return e ? e : see(q, "/commend/manage/selections/%s?done=saved", k.s.uid);
}

struct closing {
	struct rq *q;
	struct selection_row s;
	int64_t running;
};

static enum err selection_end(void *ctx)
{
	struct closing *c = ctx;
	enum err e = selection_hold(&c->s);
	if (!e)
		e = db_int(&running_q, ARGS(A_(c->s.id)), &c->running);
	return e || c->running ? e
			       : audited(&c->q->actor, &close_q, ARGS(A_(c->s.id)),
					 "selection.close", "selection", &c->s.id);
}

enum err selection_close(struct rq *q)
{
	struct closing c = { .q = q };
	enum err e = selection_find(q, &c.s);
	if (!e)
		e = db_tx(selection_end, &c);
	if (!e && c.running)
		return refused(q, "nominations_run", selection_show);
	return e ? e : see(q, "/commend/manage/selections/%s?done=selection_closed", c.s.uid);
}
