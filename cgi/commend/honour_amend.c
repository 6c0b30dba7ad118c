/* honour_amend.c - what staff typed of an honour 表彰 is put right until a second person has
 * verified it: its name, day and paper. Whom it honours and by whose right stays; so does all of a
 * decision. */
#include <string.h>

#include "clock.h"
#include "commend.h"
#include "form.h"
#include "honour_enter.h"
#include "setting.h"
#include "staff.h"

#define AMEND_IN(X, T) \
	X(T, STR, name, 2, 80) \
	X(T, DAY, awarded_on, 1, 0) \
	X(T, STR, authority, 0, 80) \
	X(T, STR, document_name, 0, 80) \
	X(T, STR, document_no, 0, 40) \
	X(T, TEXT, content, 0, 2000)
FORM_DEFINE(amend_in, AMEND_IN);

enum { DAY = 86400 };

/* clang-format off: one to a line */
#define WAS_COLS(X, T) \
	X(T, INT, id, "h.id") \
	X(T, BYTES, uid, "h.uid") \
	X(T, TEXT, subject, "h.subject") \
	X(T, INT, person, "h.person_id") \
	X(T, INT, team, "h.team_id") \
	X(T, INT, project, "h.project_id") \
	X(T, TEXT, region, "h.region_code") \
	X(T, INT, station, "h.honoured_station_id") \
	X(T, INT, leads, "COALESCE(t.leader_id, pr.led_by, 0)") \
	X(T, TEXT, kind, "h.authority_kind") \
	X(T, TEXT, authority, "h.authority") \
	X(T, TEXT, awarded_on, "h.awarded_on") \
	X(T, TEXT, name, "h.name") \
	X(T, TEXT, document_name, "h.document_name") \
	X(T, TEXT, document_no, "h.document_no") \
	X(T, TEXT, content, "h.content")
/* clang-format on */
ROW_DEFINE(was_row, WAS_COLS);
static struct stmt was_q = SQL(
	"SELECT " ROW_SELECT(WAS_COLS)
	"  FROM honour h"
	"  LEFT JOIN team t ON t.id = h.team_id"
	"  LEFT JOIN project pr ON pr.id = h.project_id"
	" WHERE h.no = ?"
	"   AND h.station_id = ?"
	"   AND h.state = 'to_verify'"
	"   AND h.decision_id IS NULL"
	"   AND h.created_by IS NOT NULL");
static struct stmt amend_q = SQL(
	"UPDATE honour"
	"   SET name = ?, awarded_on = ?, authority = ?, document_name = ?, document_no = ?,"
	"       paper = ?, content = ?"
	" WHERE id = ?"
	"   AND state = 'to_verify'"
	"   AND decision_id IS NULL");
/* How often, and whether by this one. */
static struct stmt edits_q = SQL(
	"SELECT COUNT(*)"
	"  FROM audit"
	" WHERE target = 'honour'"
	"   AND target_id = ?"
	"   AND action = 'honour.edit'"
	"   AND (? IS NULL OR (actor_kind = 'staff' AND actor_id = ?))");

enum err honour_edits(int64_t id, int64_t staff, int64_t *n)
{
	return db_int(&edits_q, ARGS(A_(id), A_(staff), A_(staff)), n);
}

static enum err amend_here(struct rq *q, struct was_row *w)
{
	return row_one(&was_q, ARGS(A_(arg(q, 0)), A_(q->station)), was_row_cols, w);
}

enum err honour_amend_form(struct rq *q)
{
	struct was_row w;
	enum err e = amend_here(q, &w);
	if (e)
		return e;
	const struct {
		const char *name, *value;
	} form[] = { { "Form.name", w.name },
		     { "Form.awarded_on", w.awarded_on },
		     { "Form.authority", str_eq(w.kind, "own") ? NULL : w.authority },
		     { "Form.document_name", w.document_name },
		     { "Form.document_no", w.document_no },
		     { "Form.content", w.content } };
	for (size_t i = 0; !form_again(q) && i < sizeof(form) / sizeof(form[0]); i++)
		put(q, form[i].name, form[i].value);
	put(q, "Honour.no", arg(q, 0));
	put(q, "Honour.authority_kind", w.kind);
	return page(q, "commend/honour_amend.cs");
}

static enum err amend_check(struct rq *q, const struct was_row *w, const struct amend_in *in)
{
	int64_t back, me = 0;
	bool own = str_eq(w->kind, "own"), moved = !str_eq(in->awarded_on, w->awarded_on);
	enum err e = setting_rule(q->station, "honour_back_days", HONOUR_BACK_DAYS, &back);
	if (!e)
		e = staff_person(q->staff, &me);
	if (e)
		return e;
	if (me && (me == w->person || me == w->leads))
		form_error(q, "name", "own_honour");
	if (strcmp(in->awarded_on, clock_day(q->arena, q->now)) > 0)
		form_error(q, "awarded_on", "day_future");
	if (own && moved && strcmp(in->awarded_on, clock_day(q->arena, q->now - back * DAY)) < 0)
		form_error(q, "awarded_on", "award_old");
	if (!own && !in->authority)
		form_error(q, "authority", "required");
	if (!own && !in->document_name)
		form_error(q, "document_name", "required");
	return OK;
}

enum err honour_amend(struct rq *q)
{
	struct was_row w;
	struct amend_in in;
	bool twice = false;
	enum err e = amend_here(q, &w);
	if (e)
		return e;
	if (form_read(q, amend_in_fields, &in))
		e = amend_check(q, &w, &in);
	if (!e && !form_ok(q))
		return ERR_FORM;
	struct honour_entry h = { .w = { .subject = w.subject,
					 .person = w.person,
					 .team = w.team,
					 .project = w.project,
					 .station = w.station,
					 .region = w.region },
				  .uid = w.uid,
				  .document_no = in.document_no };
	honour_entry_paper(q->arena, &h);
	if (!e)
		e = honour_entry_twice(&h, &twice);
	if (!e && !twice)
		e = audited(&q->actor, &amend_q,
			    ARGS(A_(in.name), A_(in.awarded_on),
				 A_(str_eq(w.kind, "own") ? w.authority : in.authority),
				 A_(str_or(in.document_name, "")), A_(h.document_no), A_(h.paper),
				 A_(str_or(in.content, "")), A_(w.id)),
			    "honour.edit", "honour", &w.id);
	if (twice || e == ERR_DUPLICATE) {
		err_clear();
		form_error(q, "document_no", "honour_twice");
		return ERR_FORM;
	}
	return e ? e : see(q, "/commend/manage/honours/%s?done=honour_amended", arg(q, 0));
}
