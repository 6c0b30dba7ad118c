/* feedback_desk.c - what people wrote, at the desk of the station: listed without its words, read
 * and answered by whom it is not about. */
#include "feedback.h"
#include "form.h"
#include "list.h"
#include "places.h"
#include "secret.h"
#include "session.h"
#include "station.h"

enum { LOOKS = 200, DAY = 86400 };

#define LETTERS_COLS(C) \
	C(TEXT, no, "c.no", "") \
	C(DAY, day, "DATE(c.raised_at)", "") \
	C(WORD, nature, "c.nature", "State.complaint_nature") \
	C(WORD, kind, "c.kind", "State.complaint_kind") \
	C(DAY, due_on, "c.due_on", "") \
	C(INT, late, "(c.state = 'open' AND c.due_on < CURDATE())", "") \
	C(WORD, state, "c.state", "State.complaint")
#define LETTERS_TABLE      "complaint c"
#define LETTERS_JOINS      ""
#define LETTERS_WHERE      "c.station_id = ? AND c.way = 'feedback' AND c.desk = 'station'"
#define LETTERS_FILTERS(F) F(WORD, state, "c.state = ?") F(WORD, nature, "c.nature = ?")
#define LETTERS_WAYS(S, L) \
	S(L, day, any, "c.id", "complaint_desk") \
	S(L, day, state, "c.id", "complaint_desk_state")
#define LETTERS_ID "c.id"
LIST_DEFINE(LETTERS);
static const struct list letters = LIST(LETTERS, "Letters", "station.Letters");

#define ANSWER_IN(X, T) \
	X(T, WORD, verdict, 0, 12) \
	X(T, TEXT, result, 2, 500)
FORM_DEFINE(answer_in, ANSWER_IN);
#define LOOK_IN(X, T) X(T, STR, purpose, 2, 200)
FORM_DEFINE(look_in, LOOK_IN);

static struct stmt here_q = SQL(
	"SELECT " ROW_SELECT(FEEDBACK_COLS)
	"  FROM complaint c"
	" WHERE c.no = ?"
	"   AND c.way = 'feedback'"
	"   AND c.desk = 'station'"
	"   AND c.station_id = ?");
static struct stmt above_q = SQL(
	"SELECT " ROW_SELECT(FEEDBACK_COLS)
	"  FROM complaint c"
	"  JOIN station s ON s.id = c.station_id"
	" WHERE c.no = ?"
	"   AND c.way = 'feedback'"
	"   AND c.desk = 'overseer'"
	"   AND s.region_code LIKE ?");
static struct stmt handler_q = SQL(
	"SELECT f.name AS handler, s.name AS station, s.no AS station_no"
	"  FROM complaint c"
	"  JOIN station s ON s.id = c.station_id"
	"  LEFT JOIN staff f ON f.id = c.handled_by"
	" WHERE c.id = ?");

enum err feedback_list(struct rq *q)
{
	return list_page(q, &letters, ARGS(A_(q->station)), "station/letters.cs");
}

#define ANSWERS (ROLE_REVIEWER | ROLE_MANAGER | ROLE_OVERSEER)

/* One that is this desk's to answer: the station's, or the overseer's of its region. */
static enum err feedback_find(struct rq *q, struct feedback_row *f)
{
	bool above = may(q, ROLE_OVERSEER);
	return above ? row_one(&above_q, ARGS(A_(arg(q, 0)), A_(place_scope(q))), feedback_row_cols,
			       f)
		     : row_one(&here_q, ARGS(A_(arg(q, 0)), A_(q->station)), feedback_row_cols, f);
}

/* Whom it is about reads none of it. */
static enum err put_letter(struct rq *q, const struct feedback_row *f, bool whole)
{
	const char *bar, *phone = NULL;
	enum err e = complaint_bars(&q->actor, f->id, &bar);
	if (!e)
		e = put_feedback(q, f);
	if (!e)
		e = put_one(q, "Desk", &handler_q, ARGS(A_(f->id)));
	if (!e && f->phone.p)
		e = secret_unseal(q->arena, "complaint.phone", f->uid, f->phone, &phone);
	if (e)
		return e;
	bool answers = may(q, ANSWERS);
	put_int(q, "Desk.above", may(q, ROLE_OVERSEER) ? 1 : DB_NONE);
	put(q, "Case.bar", bar);
	if (str_eq(bar, "own")) {
		static const char *const hidden[] = { "content", "about", "result", "first_result",
						      "reopened_why" };
		for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++)
			node_set(put_list(q, "Case"), hidden[i], "");
		return OK;
	}
	if (phone)
		put(q, "Case.phone", whole ? phone : mask_phone(q->arena, phone));
	put_int(q, "Can.answer", str_eq(f->state, "open") && answers && !bar ? 1 : DB_NONE);
	put_int(q, "Can.look", phone && !whole && answers && !bar ? 1 : DB_NONE);
	return OK;
}

enum err feedback_show(struct rq *q)
{
	struct feedback_row f;
	enum err e = feedback_find(q, &f);
	if (!e)
		e = put_letter(q, &f, false);
	return e ? e : page(q, "station/letter.cs");
}

struct answering {
	struct rq *q;
	struct feedback_row f;
	const char *state, *words;
};

static enum err feedback_close(void *ctx)
{
	const struct answering *a = ctx;
	return complaint_close(&a->q->actor, &(struct complaint_at){ a->f.id, a->f.station },
			       a->state, a->words);
}

static enum err answer_read(struct rq *q, struct answering *a, const char *bar)
{
	struct answer_in in;
	bool complaint = str_eq(a->f.nature, "complaint");
	if (form_read(q, answer_in_fields, &in) && complaint &&
	    !(in.verdict && str_in(in.verdict, "upheld,rejected")))
		form_error(q, "verdict", "choose");
	if (bar)
		form_error(q, NULL, str_eq(bar, "own") ? "letter_own" : "letter_unlinked");
	a->state = complaint ? in.verdict : "answered";
	a->words = in.result;
	return form_ok(q) ? OK : ERR_FORM;
}

enum err feedback_answer(struct rq *q)
{
	struct answering a = { .q = q };
	const char *bar;
	enum err e = feedback_find(q, &a.f);
	if (!e && !may(q, ANSWERS))
		e = ERR_FORBIDDEN;
	if (!e && !str_eq(a.f.state, "open"))
		e = ERR(ERR_STALE, "feedback %s", a.f.state);
	if (!e)
		e = complaint_bars(&q->actor, a.f.id, &bar);
	if (!e)
		e = answer_read(q, &a, bar);
	if (!e)
		e = db_tx(feedback_close, &a);
	return e ? e : see(q, "/station/feedback/desk/%s?done=answered", a.f.no);
}

static enum err phone_looked(void *ctx)
{
	const struct answering *a = ctx;
	enum err e = audit_look(&a->q->actor, DB_NONE, "complaint.phone", a->words);
	return e ? e : audit(&a->q->actor, "complaint.unmask", "complaint", a->f.id, NULL);
}

/* The whole telephone, by who answers, for a purpose. */
enum err feedback_look(struct rq *q)
{
	struct look_in in;
	struct answering a = { .q = q };
	const char *bar;
	enum err e = feedback_find(q, &a.f);
	if (!e)
		e = complaint_bars(&q->actor, a.f.id, &bar);
	if (!e && (bar || !a.f.phone.p || !may(q, ANSWERS)))
		e = ERR(ERR_FORBIDDEN, "feedback phone");
	if (!e && !form_read(q, look_in_fields, &in))
		e = ERR_FORM;
	if (!e)
		e = throttle(q, "unmask", arena_fmt(q->arena, "%lld", (long long)q->staff), LOOKS,
			     DAY);
	if (e)
		return e;
	a.words = in.purpose;
	e = db_tx(phone_looked, &a);
	if (!e)
		e = put_letter(q, &a.f, true);
	return e ? e : page(q, "station/letter.cs");
}
