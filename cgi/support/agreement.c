/* agreement.c - who has signed 协议台账: signed on the phone by themselves, or on paper before staff,
 * who keep a picture of the sheet. For minors it is always paper, signed by their guardian. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "proof.h"
#include "safeguard.h"
#include "secret.h"
#include "support.h"
#include "typed_no.h"

#define SIGNED_COLS(C) \
	C(TEXT, no, "v.no", "") \
	C(TEXT, name, "p.name", "") \
	C(TEXT, title, "t.title", "") \
	C(INT, version, "t.version", "") \
	C(WORD, how, "g.how", "State.agreement_how") \
	C(DAY, signed_on, "g.signed_on", "") \
	C(DAY, valid_until, "g.valid_until", "") \
	C(WORD, state, AGREEMENT_STATE, "support.Signed") \
	C(TEXT, uid, "LOWER(HEX(g.uid))", "")
#define SIGNED_TABLE "agreement g"
#define SIGNED_JOINS \
	"  JOIN agreement_text t ON t.id = g.text_id" \
	"  JOIN person p ON p.id = g.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = g.person_id"
#define SIGNED_WHERE "g.station_id = ?"
#define SIGNED_FILTERS(F) \
	F(WORD, how, "g.how = ?") \
	F(DAY, until, "g.valid_until <= ?") \
	F(FIND, q, \
	  "EXISTS (SELECT 1 FROM person n LEFT JOIN volunteer m ON m.person_id = n.id" \
	  " WHERE n.id = g.person_id AND CONCAT_WS(' ', m.no, n.name) LIKE ?)")
#define SIGNED_WAYS(S, L) \
	S(L, entered, any, "g.id", "agreement_list") \
	S(L, valid_until, any, "g.valid_until", "agreement_until")
#define SIGNED_ID "g.id"
LIST_DEFINE(SIGNED);
static const struct list agreements = LIST(SIGNED, "Agreements", "support.Agreements");

#define PAPER_IN(X, T) \
	X(T, NO, volunteer_no, 1, 24) \
	X(T, DAY, signed_on, 1, 0) \
	X(T, FILE, file, 1, PROOF_BYTES)
FORM_DEFINE(paper_in, PAPER_IN);
#define EDIT_IN(X, T) X(T, DAY, signed_on, 1, 0)
FORM_DEFINE(edit_in, EDIT_IN);
#define END_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(end_in, END_IN);

static struct stmt add_q = SQL(
	"INSERT INTO agreement (uid, station_id, text_id, person_id, how, signed_on, signed_at,"
	"       valid_until, document_id, noted_by)"
	" SELECT ?, ?, ?, ?, ?, d.day, ?, d.day + INTERVAL ? MONTH - INTERVAL 1 DAY, ?, ?"
	"  FROM (SELECT CAST(? AS DATE) AS day) d");
/* What was signed before under another text, or has run out, makes room. */
static struct stmt replace_q = SQL(
	"UPDATE agreement"
	"   SET ended_at = ?, end_reason = ''"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND live = 1"
	"   AND (text_id <> ? OR valid_until < CAST(? AS DATE) + INTERVAL 30 DAY)");
static struct stmt text_q = SQL(
	"SELECT t.id AS _id, t.title, t.version, t.valid_months, DATE(t.made_at) AS made_on"
	"  FROM agreement_text t"
	" WHERE t.id = " AGREEMENT_TEXT("?"));
static struct stmt over_q = SQL(
	"SELECT CAST(? AS DATE) + INTERVAL ? MONTH <= CAST(? AS DATE)");
static struct stmt find_q = SQL(
	"SELECT id"
	"  FROM agreement"
	" WHERE uid = UNHEX(?)"
	"   AND station_id = ?");
static struct stmt show_q = SQL(
	"SELECT LOWER(HEX(g.uid)) AS uid, g.how, g.signed_on, g.signed_at, g.valid_until,"
	"       g.ended_at, g.end_reason, n.name AS noted_by, f.name AS ended_by,"
	"       LOWER(HEX(d.uid)) AS document, p.name, v.no, " AGREEMENT_STATE " AS state"
	"  FROM agreement g"
	"  JOIN person p ON p.id = g.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = g.person_id"
	"  LEFT JOIN staff n ON n.id = g.noted_by"
	"  LEFT JOIN staff f ON f.id = g.ended_by"
	"  LEFT JOIN document d ON d.id = g.document_id"
	" WHERE g.id = ?");
/* Of its text, what the day of signing is measured by. */
#define HAD_COLS(X, T) \
	X(T, INT, id, "g.id") \
	X(T, TEXT, how, "g.how") \
	X(T, TEXT, signed_on, "g.signed_on") \
	X(T, TEXT, ended_at, "g.ended_at")
ROW_DEFINE(had_row, HAD_COLS);
static struct stmt had_q = SQL(
	"SELECT " ROW_SELECT(HAD_COLS)
	"  FROM agreement g"
	" WHERE g.uid = UNHEX(?)"
	"   AND g.station_id = ?");
static struct stmt had_text_q = SQL(
	"SELECT t.title, t.version, t.valid_months, DATE(t.made_at) AS made_on"
	"  FROM agreement g"
	"  JOIN agreement_text t ON t.id = g.text_id"
	" WHERE g.id = ?");
static struct stmt edit_q = SQL(
	"UPDATE agreement"
	"   SET signed_on = ?, valid_until = CAST(? AS DATE) + INTERVAL ? MONTH - INTERVAL 1 DAY"
	" WHERE id = ?"
	"   AND how = 'paper'"
	"   AND ended_at IS NULL");
static struct stmt document_q = SQL(
	"SELECT LOWER(HEX(d.uid))"
	"  FROM agreement g"
	"  JOIN document d ON d.id = g.document_id"
	" WHERE g.uid = UNHEX(?)"
	"   AND g.station_id = ?");
static struct stmt end_q = SQL(
	"UPDATE agreement"
	"   SET ended_at = ?, ended_by = ?, end_reason = ?"
	" WHERE id = ?"
	"   AND ended_at IS NULL");

enum err agreement_list(struct rq *q)
{
	return list_page(q, &agreements, ARGS(A_(q->station)), "support/agreements.cs");
}

enum err agreement_keep(const struct signing *s)
{
	struct rq *q = s->q;
	int64_t id, rows;
	const char *now = actor_time(&q->actor);
	enum err e = db_affect(&replace_q,
			       ARGS(A_(now), A_(s->person), A_(s->station), A_(s->text), A_(s->on)),
			       &rows);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(s->uid), A_(s->station), A_(s->text), A_(s->person), A_(s->how),
				 A_(now), A_(s->months), A_(s->document),
				 A_(q->staff ? q->staff : DB_NONE), A_(s->on)),
			    &id);
	return e ? e : audit(&q->actor, s->action, "agreement", id, s->how);
}

enum err agreement_new(struct rq *q)
{
	enum err e = put_one(q, "Text", &text_q, ARGS(A_(q->station)));
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (!form_again(q))
		put(q, "Form.signed_on", clock_day(q->arena, q->now));
	return page(q, "support/agreement_new.cs");
}

struct noting {
	struct signing s;
	const struct field *file;
};

static enum err agreement_store(void *ctx)
{
	struct noting *n = ctx;
	enum err e = proof_keep(n->s.q, n->file, "agreement", n->s.uid, &n->s.document);
	return e ? e : agreement_keep(&n->s);
}

/* The day of signing lies within the text's own life, and leaves days to serve. */
static enum err noting_day(struct rq *q, const char *on)
{
	const char *today = clock_day(q->arena, q->now);
	int64_t over = 0;
	enum err e = db_int(
		&over_q,
		ARGS(A_(on), A_(node_get_int(put_list(q, "Text"), "valid_months")), A_(today)),
		&over);
	if (strcmp(on, today) > 0)
		form_error(q, "signed_on", "future");
	else if (strcmp(on, str_or(got(q, "Text.made_on"), "")) < 0)
		form_error(q, "signed_on", "before_text");
	else if (over)
		form_error(q, "signed_on", "agreement_over");
	return e;
}

static enum err noting_read(struct rq *q, struct noting *n)
{
	struct paper_in in;
	struct typed_no who;
	if (!form_read(q, paper_in_fields, &in))
		return ERR_FORM;
	const char *wrong = proof_fault((const uint8_t *)in.file->value, in.file->n);
	if (wrong)
		form_error(q, "file", wrong);
	enum err e = noting_day(q, in.signed_on);
	if (!e)
		e = typed_no(q, in.volunteer_no, &who);
	if (e && e != ERR_NOT_FOUND)
		return e;
	if (e || !who.ours)
		form_error(q, "volunteer_no", "not_ours");
	n->file = in.file;
	n->s.on = in.signed_on;
	n->s.person = who.person;
	return form_ok(q) ? OK : ERR_FORM;
}

enum err agreement_note(struct rq *q)
{
	struct noting n = { .s = { .q = q,
				   .station = q->station,
				   .how = "paper",
				   .action = "agreement.note",
				   .uid = secret_uid(q->arena) } };
	enum err e = put_one(q, "Text", &text_q, ARGS(A_(q->station)));
	if (e)
		return e == ERR_NOT_FOUND ? ERR(ERR_STALE, "no text is in force") : e;
	e = noting_read(q, &n);
	if (e)
		return e;
	n.s.text = node_get_int(put_list(q, "Text"), "_id");
	n.s.months = node_get_int(put_list(q, "Text"), "valid_months");
	e = db_tx(agreement_store, &n);
	if (e)
		proof_drop(q, n.s.uid);
	if (e == ERR_DUPLICATE) {
		form_error(q, "volunteer_no", "signed_already");
		e = ERR_FORM;
	}
	return e ? e
		 : see(q, "/support/agreements/%s?done=agreement_noted",
		       hex_encode(q->arena, n.s.uid));
}

enum err agreement_show(struct rq *q)
{
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (!e)
		e = put_one(q, "Agreement", &show_q, ARGS(A_(id)));
	if (!e)
		e = put_signed(q, id);
	if (!e)
		e = history_put(q, "agreement", id);
	return e ? e : page(q, "support/agreement.cs");
}

static enum err agreement_had(struct rq *q, struct had_row *h)
{
	enum err e = row_one(&had_q, ARGS(A_(arg(q, 0)), A_(q->station)), had_row_cols, h);
	if (!e)
		e = put_one(q, "Agreement", &show_q, ARGS(A_(h->id)));
	return e ? e : put_one(q, "Text", &had_text_q, ARGS(A_(h->id)));
}

/* What was signed stands: text, person and sheet. Staff typed the day of a paper beside it, and
 * that can be put right. */
enum err agreement_edit(struct rq *q)
{
	struct had_row h;
	enum err e = agreement_had(q, &h);
	if (!e && !form_again(q))
		put(q, "Form.signed_on", h.signed_on);
	return e ? e : page(q, "support/agreement_edit.cs");
}

enum err agreement_save(struct rq *q)
{
	struct edit_in in;
	struct had_row h;
	enum err e = agreement_had(q, &h);
	if (e)
		return e;
	bool paper = str_eq(h.how, "paper");
	if (h.ended_at || !paper)
		form_error(q, NULL, paper ? "agreement_closed" : "agreement_phone");
	else if (form_read(q, edit_in_fields, &in) && !str_eq(in.signed_on, h.signed_on))
		e = noting_day(q, in.signed_on);
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	e = audited(&q->actor, &edit_q,
		    ARGS(A_(in.signed_on), A_(in.signed_on),
			 A_(node_get_int(put_list(q, "Text"), "valid_months")), A_(h.id)),
		    "agreement.edit", "agreement", &h.id);
	return e ? e : see(q, "/support/agreements/%s?done=agreement_saved", arg(q, 0));
}

enum err agreement_file(struct rq *q)
{
	const char *uid;
	enum err e = db_text(&document_q, ARGS(A_(arg(q, 0)), A_(q->station)), &uid);
	return e ? e : proof_send(q, uid, q->station);
}

enum err agreement_end(struct rq *q)
{
	struct end_in in;
	int64_t id;
	enum err e = db_int(&find_q, ARGS(A_(arg(q, 0)), A_(q->station)), &id);
	if (e)
		return e;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &end_q,
		    ARGS(A_(actor_time(&q->actor)), A_(q->staff), A_(in.reason), A_(id)),
		    "agreement.end", "agreement", &id);
	return e ? e : see(q, "/support/agreements/%s?done=agreement_ended", arg(q, 0));
}
