/* certificate_register.c - the register of certificates 证明登记: what this station has issued, and
 * revocation. */
#include "certificate.h"
#include "clock.h"
#include "commend.h"
#include "form.h"
#include "list.h"

#define REVOKE_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(revoke_in, REVOKE_IN);

static const struct move moves[] = { { "revoke", "issued", "revoked" }, { 0 } };
static struct stmt move_q = SQL(
	"UPDATE certificate"
	"   SET state = ?"
	" WHERE id = ?"
	"   AND state = ?"
	"   AND station_id = ?");
static const struct machine certificate = { "certificate", moves, &move_q };

#define REGISTER_COLS(C) \
	C(TEXT, no, "c.no", "") \
	C(TEXT, name, "p.name", "") \
	C(TEXT, volunteer_no, "v.no", "") \
	C(DAY, from_on, "c.from_on", "") \
	C(DAY, to_on, "c.to_on", "") \
	C(HOURS, minutes, "c.minutes", "") \
	C(LONG, purpose, "c.purpose", "") \
	C(DAY, issued_on, "DATE(c.issued_at)", "") \
	C(TEXT, handler, "c.handler", "") \
	C(DAY, notice_until, "c.notice_until", "") \
	C(INT, checks, "c.checks", "") \
	C(WORD, state, "c.state", "State.certificate")
#define REGISTER_TABLE "certificate c"
#define REGISTER_JOINS \
	"  JOIN person p ON p.id = c.person_id" \
	"  LEFT JOIN volunteer v ON v.person_id = c.person_id"
#define REGISTER_WHERE "c.station_id = ?"
#define REGISTER_FILTERS(F) \
	F(WORD, state, "c.state = ?") \
	F(DAY, from, "c.issued_at >= ?") \
	F(DAY, to, "c.issued_at < ? + INTERVAL 1 DAY") \
	F(FIND, q, "CONCAT_WS(' ', c.no, c.purpose) LIKE ?") \
	F(TICKED, only, "FIND_IN_SET(c.no, ?) > 0")
#define REGISTER_WAYS(S, L) \
	S(L, no, any, "c.id", "certificate_recent") \
	S(L, no, state, "c.id", "certificate_of_state") \
	S(L, no, from, "c.issued_at", "certificate_issued") \
	S(L, no, to, "c.issued_at", "certificate_issued") \
	S(L, from_on, any, "c.from_on", "certificate_from") \
	S(L, minutes, any, "c.minutes", "certificate_minutes") \
	S(L, checks, any, "c.checks", "certificate_checks") \
	S(L, state, any, "c.state", "certificate_of_state") \
	S(L, state, state, "c.id", "certificate_of_state")
#define REGISTER_ID "c.id"
LIST_DEFINE(REGISTER);
static const struct list certificates = LIST(REGISTER, "Certificates", "commend.RegisterList",
					     .row = hours_row);

static struct stmt show_q = SQL(
	"SELECT c.id AS _id, c.no, p.name, v.no AS volunteer_no, c.from_on, c.to_on, c.minutes,"
	"       c.records, c.purpose, c.issued_at, c.handler, c.notice_until, c.checks, c.state,"
	"       c.revoked_at, c.revoked_reason, f.name AS revoked_by"
	"  FROM certificate c"
	"  JOIN person p ON p.id = c.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = c.person_id"
	"  LEFT JOIN staff f ON f.id = c.revoked_by"
	" WHERE c.no = ?"
	"   AND c.station_id = ?");
static struct stmt revoked_q = SQL(
	"UPDATE certificate"
	"   SET revoked_at = ?, revoked_by = ?, revoked_reason = ?"
	" WHERE id = ?");

void certificate_reason(struct node *n)
{
	if (str_eq(node_get(n, "revoked_reason"), CERTIFICATE_FELL))
		node_set(n, "revoked_reason", lang("commend.hours_fell_certificate"));
}

enum err register_list(struct rq *q)
{
	return list_page(q, &certificates, ARGS(A_(q->station)), "commend/register.cs");
}

enum err register_show(struct rq *q)
{
	enum err e = put_one(q, "Certificate", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	struct node *n = put_list(q, "Certificate");
	node_set(n, "hours", hours_text(q->arena, node_get_int(n, "minutes")));
	certificate_reason(n);
	return page(q, "commend/register_one.cs");
}

struct revoking {
	struct rq *q;
	int64_t id;
	const char *state, *reason;
};

static enum err certificate_revoke(void *ctx)
{
	const struct revoking *r = ctx;
	struct rq *q = r->q;
	/* The reason first: the database knows no revoked certificate without one. */
	enum err e = db_change(&revoked_q, ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff),
						A_(r->reason), A_(r->id)));
	return e ? e : move_to(&q->actor, &certificate, "revoke", r->id, r->state);
}

enum err register_revoke(struct rq *q)
{
	struct revoke_in in;
	enum err e = put_one(q, "Certificate", &show_q, ARGS(A_(arg(q, 0)), A_(q->station)));
	if (e)
		return e;
	if (!form_read(q, revoke_in_fields, &in))
		return ERR_FORM;
	struct node *n = put_list(q, "Certificate");
	e = db_tx(certificate_revoke,
		  &(struct revoking){ q, node_get_int(n, "_id"), node_get(n, "state"), in.reason });
	return e ? e : see(q, "/commend/manage/certificates/%s?done=revoked", arg(q, 0));
}
