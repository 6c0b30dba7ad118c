/* pairing_edit.c - what was agreed of a pairing is put right: the rhythm, the days, who leads it
 * and who helps. The household and the main volunteer are the pairing itself: another of these is
 * another pairing. The emergency contact is not put back into the form; empty leaves it. */
#include <string.h>

#include "form.h"
#include "pairing.h"
#include "secret.h"
#include "staff.h"

#define EDIT_IN(X, T) \
	X(T, INT, every_days, 1, 92) \
	X(T, STR, services, 2, 120) \
	X(T, NO, helper_no, 0, 24) \
	X(T, CODE, lead, 32, 32) \
	X(T, STR, agreement_no, 0, 40) \
	X(T, DAY, starts_on, 1, 0) \
	X(T, DAY, ends_on, 0, 0) \
	X(T, NAME, contact_name, 0, 30) \
	X(T, PHONE, contact_phone, 0, 20)
FORM_DEFINE(edit_in, EDIT_IN);

static struct stmt head_q = SQL(
	"SELECT no, state"
	"  FROM pairing"
	" WHERE id = ?");
static struct stmt form_q = SQL(
	"SELECT p.every_days, p.services, w.no AS helper_no, LOWER(HEX(l.uid)) AS lead,"
	"       p.agreement_no, p.starts_on, p.ends_on"
	"  FROM pairing p"
	"  LEFT JOIN volunteer w ON w.person_id = p.helper_id"
	"  LEFT JOIN staff l ON l.id = p.lead_id"
	" WHERE p.id = ?");
/* Staff of the station, and who leads it now. */
static struct stmt staff_q = SQL(
	"SELECT LOWER(HEX(s.uid)) AS code, s.name"
	"  FROM staff_role r"
	"  JOIN staff s ON s.id = r.staff_id"
	" WHERE r.station_id = ?"
	"   AND " STAFF_ROLE_HOLDS("r")
	"   AND s.state = 'active'"
	" UNION"
	" SELECT LOWER(HEX(uid)), name"
	"  FROM staff"
	" WHERE id = ?"
	" ORDER BY name"
	" LIMIT 60");
static struct stmt lead_q = SQL(
	"SELECT s.id"
	"  FROM staff s"
	" WHERE s.uid = UNHEX(?)"
	"   AND (s.id = ? OR s.state = 'active' AND EXISTS (SELECT 1 FROM staff_role r"
	"       WHERE r.staff_id = s.id AND r.station_id = ? AND " STAFF_ROLE_HOLDS("r") "))");
static struct stmt late_q = SQL(
	"SELECT COUNT(*)"
	"  FROM pairing_visit"
	" WHERE pairing_id = ?"
	"   AND visited_on < ?");
/* Another rhythm is reckoned from the last visit, or from the first day. */
static struct stmt edit_q = SQL(
	"UPDATE pairing"
	"   SET next_due = IF(every_days <> ? OR (last_on IS NULL AND starts_on <> ?),"
	"       COALESCE(last_on, CAST(? AS DATE)) + INTERVAL ? DAY, next_due),"
	"       every_days = ?, services = ?, helper_id = ?, lead_id = ?, agreement_no = ?,"
	"       starts_on = ?, ends_on = ?, contact_sealed = COALESCE(?, contact_sealed)"
	" WHERE id = ?"
	"   AND state = 'active'");

enum err pairing_edit(struct rq *q)
{
	struct pairing_row p;
	enum err e = pairing_at_desk(q, &p);
	if (!e)
		e = put_one(q, "Pairing", &head_q, ARGS(A_(p.id)));
	if (!e)
		e = put_query(q, "Staff", &staff_q,
			      ARGS(A_(q->station), A_(actor_today(&q->actor)), A_(p.lead)));
	if (!e && !form_again(q))
		e = put_one(q, "Form", &form_q, ARGS(A_(p.id)));
	return e ? e : page(q, "order/pairing_edit.cs");
}

struct agreed {
	struct rq *q;
	struct pairing_row p;
	struct edit_in in;
	int64_t helper, lead;
	struct bytes contact;
};

/* Who has a visit planned must see the pairing until it is made or dropped. */
static enum err agreed_helper(struct agreed *g)
{
	struct rq *q = g->q;
	struct met m;
	enum err e = pairing_volunteer(q, "helper_no", g->in.helper_no, &g->helper);
	if (e || g->helper == g->p.helper)
		return e;
	if (g->helper != DB_NONE && g->helper == g->p.person)
		form_error(q, "helper_no", "helper_same");
	e = met_find(g->p.no, &m);
	if (!e && g->p.helper != DB_NONE && m.person == g->p.helper && str_eq(m.state, "planned"))
		form_error(q, "helper_no", "helper_planned");
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	return OK;
}

static enum err agreed_lead(struct agreed *g)
{
	struct rq *q = g->q;
	enum err e = db_int(
		&lead_q,
		ARGS(A_(g->in.lead), A_(g->p.lead), A_(q->station), A_(actor_today(&q->actor))),
		&g->lead);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	form_error(q, "lead", "unknown_code");
	return OK;
}

static enum err agreed_read(struct agreed *g)
{
	struct rq *q = g->q;
	struct edit_in *in = &g->in;
	int64_t before = 0;
	if (!form_read(q, edit_in_fields, in))
		return ERR_FORM;
	if (in->ends_on && strcmp(in->ends_on, in->starts_on) < 0)
		form_error(q, "ends_on", "ends_before");
	enum err e = db_int(&late_q, ARGS(A_(g->p.id), A_(in->starts_on)), &before);
	if (!e && before)
		form_error(q, "starts_on", "starts_after_visit");
	if (!e)
		e = agreed_helper(g);
	if (!e)
		e = agreed_lead(g);
	/* They are sealed as one: the half that is not typed would be gone. */
	if (!in->contact_name != !in->contact_phone)
		form_error(q, in->contact_name ? "contact_phone" : "contact_name", "required");
	if (in->contact_name && in->contact_phone)
		g->contact = secret_seal(q->arena, "pairing.contact", g->p.uid,
					 arena_fmt(q->arena, "%s %s", str_or(in->contact_name, ""),
						   str_or(in->contact_phone, "")));
	return e || form_ok(q) ? e : ERR_FORM;
}

enum err pairing_save(struct rq *q)
{
	struct agreed g = { .q = q, .contact = { NULL, 0 } };
	const struct edit_in *in = &g.in;
	enum err e = pairing_at_desk(q, &g.p);
	if (e)
		return e;
	if (!str_eq(g.p.state, "active")) {
		form_error(q, NULL, "pairing_closed");
		return ERR_FORM;
	}
	e = agreed_read(&g);
	if (e)
		return e;
	e = audited(&q->actor, &edit_q,
		    ARGS(A_(in->every_days), A_(in->starts_on), A_(in->starts_on),
			 A_(in->every_days), A_(in->every_days), A_(in->services), A_(g.helper),
			 A_(g.lead), A_(str_or(in->agreement_no, "")), A_(in->starts_on),
			 A_(in->ends_on), A_(g.contact), A_(g.p.id)),
		    "pairing.edit", "pairing", &g.p.id);
	return e ? e : see(q, "/order/pairing/%s?done=pairing_saved", g.p.no);
}
