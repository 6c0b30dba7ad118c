/* decision.c - decisions 表彰决定: the list of a station, one as a page, its draft written. */
#include "decision.h"

#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "secret.h"
#include "whom.h"

#define DECISION_IN(X, T) \
	X(T, STR, title, 4, 80) \
	X(T, STR, name, 2, 80) \
	X(T, TEXT, basis, 10, 2000) \
	X(T, STR, word, 1, 20)
FORM_DEFINE(decision_in, DECISION_IN);

#define DECIDED_COLS(C) \
	C(TEXT, title, "d.title", "") \
	C(TEXT, document_no, "d.document_no", "") \
	C(TEXT, name, "d.name", "") \
	C(INT, honours, \
	  "(SELECT COUNT(*) FROM honour h WHERE h.decision_id = d.id " \
	  "AND h.state <> 'refused')", \
	  "") \
	C(TEXT, author, "f.name", "") \
	C(DAY, created_on, "DATE(d.created_at)", "") \
	C(DAY, notice_until, "d.notice_until", "") \
	C(DAY, issued_on, "d.issued_on", "") \
	C(TEXT, uid, "LOWER(HEX(d.uid))", "") \
	C(WORD, state, "d.state", "State.honour_decision")
#define DECIDED_TABLE "honour_decision d"
#define DECIDED_JOINS "  LEFT JOIN staff f ON f.id = d.created_by"
#define DECIDED_WHERE "d.station_id = ?"
#define DECIDED_FILTERS(F) \
	F(WORD, state, "d.state = ?") \
	F(FIND, q, "CONCAT_WS(' ', d.title, d.name, d.document_no) LIKE ?")
#define DECIDED_WAYS(S, L) \
	S(L, created_on, any, "d.id", "honour_decision_recent") \
	S(L, created_on, state, "d.id", "honour_decision_state")
#define DECIDED_ID "d.id"
LIST_DEFINE(DECIDED);
static const struct list decisions = LIST(DECIDED, "Decisions", "commend.DecisionList");

static struct stmt find_q = SQL(
	"SELECT " ROW_SELECT(DECISION_COLS)
	"  FROM honour_decision d"
	"  JOIN station s ON s.id = d.station_id"
	" WHERE d.uid = UNHEX(?)"
	"   AND d.station_id = ?");
static struct stmt hold_q = SQL(
	"SELECT state"
	"  FROM honour_decision"
	" WHERE id = ?"
	"   FOR UPDATE");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(d.uid)) AS uid, d.title, d.name, d.basis, d.word, d.document_no, d.state,"
	"       d.reason, c.name AS created_by, s.name AS submitted_by, a.name AS approved_by,"
	"       d.notice_from, d.notice_until, i.name AS issued_by, d.issued_on"
	"  FROM honour_decision d"
	"  JOIN staff c ON c.id = d.created_by"
	"  LEFT JOIN staff s ON s.id = d.submitted_by"
	"  LEFT JOIN staff a ON a.id = d.approved_by"
	"  LEFT JOIN staff i ON i.id = d.issued_by"
	" WHERE d.id = ?");
static struct stmt recipients_q = SQL(
	"SELECT " ROW_SELECT(RECIPIENT_COLS)
	"  FROM honour h"
	"  LEFT JOIN person p ON p.id = h.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = h.person_id"
	"  LEFT JOIN team t ON t.id = h.team_id"
	"  LEFT JOIN project pr ON pr.id = h.project_id"
	"  LEFT JOIN region rg ON rg.code = h.region_code"
	"  LEFT JOIN station st ON st.id = h.honoured_station_id"
	" WHERE h.decision_id = ?"
	"   AND h.state <> 'refused'"
	" ORDER BY h.name,"
	"       FIELD(h.subject, 'volunteer', 'team', 'project', 'community', 'station'),"
	"       COALESCE(p.name_pinyin, p.name, t.name, pr.title, rg.name, st.name), h.id"
	" LIMIT 500");
static struct stmt word_q = SQL(
	"SELECT word"
	"  FROM honour_decision"
	" WHERE station_id = ?"
	" ORDER BY id DESC"
	" LIMIT 1");
static struct stmt add_q = SQL(
	"INSERT INTO honour_decision (uid, station_id, title, name, basis, word, created_by,"
	"       created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
static struct stmt same_q = SQL(
	"SELECT LOWER(HEX(uid))"
	"  FROM honour_decision"
	" WHERE uid = ?"
	"   AND station_id = ?");
static struct stmt change_q = SQL(
	"UPDATE honour_decision"
	"   SET title = ?, name = ?, basis = ?, word = ?"
	" WHERE id = ?"
	"   AND state = 'draft'");

enum err decision_find(struct rq *q, struct decision_row *d)
{
	return row_one(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), decision_row_cols, d);
}

enum err decision_hold(struct rq *q, const struct decision_row *d, const char *state)
{
	const char *now;
	(void)q;
	enum err e = db_text(&hold_q, ARGS(A_(d->id)), &now);
	return e ? e : str_eq(now, state) ? OK : ERR(ERR_STALE, "the decision is %s", now);
}

enum err decision_recipients(int64_t decision, struct recipients *out)
{
	return row_all(&recipients_q, ARGS(A_(decision)), recipient_row_cols, sizeof(*out->v),
		       &out->v, &out->n);
}

enum err decision_list(struct rq *q)
{
	return list_page(q, &decisions, ARGS(A_(q->station)), "commend/decisions.cs");
}

enum err decision_new(struct rq *q)
{
	const char *word = lang("commend.decision_word");
	enum err e = db_text(&word_q, ARGS(A_(q->station)), &word);
	if (e && e != ERR_NOT_FOUND)
		return e;
	err_clear();
	if (!form_again(q))
		put(q, "Form.word", word);
	form_key(q, "decision");
	return page(q, "commend/decision_new.cs");
}

enum err decision_add(struct rq *q)
{
	struct decision_in in;
	struct bytes uid;
	int64_t id = 0;
	if (!form_read(q, decision_in_fields, &in))
		return ERR_FORM;
	enum err e = form_key_uid(q, "decision", &uid);
	if (!e)
		e = audited(&q->actor, &add_q,
			    ARGS(A_(uid), A_(q->station), A_(in.title), A_(in.name), A_(in.basis),
				 A_(in.word), A_(q->staff), A_(clock_time(q->arena, q->now))),
			    "decision.add", "honour_decision", &id);
	const char *hex = hex_encode(q->arena, uid);
	if (e == ERR_DUPLICATE)
		e = db_text(&same_q, ARGS(A_(uid), A_(q->station)), &hex);
	return e ? e : see(q, "/commend/manage/decisions/%s?done=created", hex);
}

static void put_recipients(struct rq *q, const struct recipients *r)
{
	struct node *to = put_list(q, "Recipients");
	for (size_t i = 0; i < r->n; i++) {
		struct node *n = node_item(to);
		node_set(n, "no", r->v[i].no);
		node_set(n, "subject", r->v[i].subject);
		node_set(n, "honour", r->v[i].honour);
		node_set(n, "whom", r->v[i].erased == 1 ? NULL : r->v[i].whom);
		node_set(n, "volunteer_no", r->v[i].volunteer_no);
		node_set(n, "state", r->v[i].state);
	}
	put_int(q, "Count", (int64_t)r->n);
}

enum err decision_show(struct rq *q)
{
	struct decision_row d;
	struct recipients r;
	enum err e = decision_find(q, &d);
	if (!e)
		e = put_one(q, "Decision", &show_q, ARGS(A_(d.id)));
	if (!e)
		e = decision_recipients(d.id, &r);
	if (!e && str_eq(d.state, "draft"))
		e = whom_options(q);
	if (!e)
		e = history_put(q, "honour_decision", d.id);
	if (e)
		return e;
	put_recipients(q, &r);
	if (str_eq(d.state, "notice") && d.notice_until &&
	    strcmp(d.notice_until, clock_day(q->arena, q->now)) < 0)
		put(q, "Over", "1");
	return page(q, "commend/decision.cs");
}

enum err decision_change_form(struct rq *q)
{
	struct decision_row d;
	enum err e = decision_find(q, &d);
	if (!e && !str_eq(d.state, "draft"))
		e = ERR(ERR_STALE, "not a draft");
	if (e)
		return e;
	put(q, "Decision.uid", d.uid);
	put(q, "Decision.title", d.title);
	if (!form_again(q)) {
		put(q, "Form.title", d.title);
		put(q, "Form.name", d.name);
		put(q, "Form.basis", d.basis);
		put(q, "Form.word", d.word);
	}
	return page(q, "commend/decision_new.cs");
}

enum err decision_change(struct rq *q)
{
	struct decision_in in;
	struct decision_row d;
	enum err e = decision_find(q, &d);
	if (e)
		return e;
	if (!form_read(q, decision_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &change_q,
		    ARGS(A_(in.title), A_(in.name), A_(in.basis), A_(in.word), A_(d.id)),
		    "decision.change", "honour_decision", &d.id);
	return e ? e : see(q, "/commend/manage/decisions/%s?done=saved", d.uid);
}
