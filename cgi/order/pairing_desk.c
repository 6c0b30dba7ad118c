/* pairing_desk.c - pairings as staff keep them: the ledger, a new one, one with its visits, its
 * end; days of heat and cold. */
#include <string.h>

#include "clock.h"
#include "form.h"
#include "history.h"
#include "list.h"
#include "pairing.h"
#include "secret.h"
#include "typed_no.h"

#define PAIRINGS_COLS(C) \
	C(TEXT, no, "p.no", "") \
	C(TEXT, household_no, "h.no", "") \
	C(TEXT, volunteer, "n.name", "") \
	C(TEXT, helper, "m.name", "") \
	C(TEXT, lead, "l.name", "") \
	C(INT, every_days, "p.every_days", "") \
	C(INT, visits, "p.visits", "") \
	C(DAY, last_on, "p.last_on", "") \
	C(DAY, next_due, "p.next_due", "") \
	C(WORD, state, "p.state", "State.pairing")
#define PAIRINGS_TABLE "pairing p"
#define PAIRINGS_JOINS \
	"  JOIN household h ON h.id = p.household_id" \
	"  JOIN person n ON n.id = p.person_id" \
	"  LEFT JOIN person m ON m.id = p.helper_id" \
	"  LEFT JOIN staff l ON l.id = p.lead_id"
#define PAIRINGS_WHERE "p.station_id = ?"
#define PAIRINGS_FILTERS(F) \
	F(WORD, state, "p.state = ?") \
	F(DAY, before, "p.next_due < ?") \
	F(FIND, q, \
	  "CONCAT_WS(' ', p.no, (SELECT x.no FROM household x WHERE x.id = p.household_id), " \
	  "(SELECT y.name FROM person y WHERE y.id = p.person_id)) LIKE ?")
#define PAIRINGS_WAYS(S, L) \
	S(L, no, any, "p.id", "pairing_recent") \
	S(L, no, state, "p.id", "pairing_station") \
	S(L, due, state, "p.next_due", "pairing_due")
#define PAIRINGS_ID "p.id"
LIST_DEFINE(PAIRINGS);

#define PAIRING_IN(X, T) \
	X(T, NO, household, 1, 24) \
	X(T, NO, volunteer_no, 1, 24) \
	X(T, NO, helper_no, 0, 24) \
	X(T, STR, services, 2, 120) \
	X(T, INT, every_days, 1, 92) \
	X(T, STR, agreement_no, 0, 40) \
	X(T, DAY, starts_on, 1, 0) \
	X(T, DAY, ends_on, 0, 0) \
	X(T, NAME, contact_name, 0, 30) \
	X(T, PHONE, contact_phone, 0, 20)
FORM_DEFINE(pairing_in, PAIRING_IN);
#define END_IN(X, T) X(T, STR, reason, 2, 200)
FORM_DEFINE(end_in, END_IN);
#define LOOK_IN(X, T) X(T, STR, purpose, 2, 100)
FORM_DEFINE(look_in, LOOK_IN);
#define SEEN_IN(X, T) X(T, CODE, visit, 32, 32)
FORM_DEFINE(seen_in, SEEN_IN);
#define CARE_IN(X, T) X(T, DAY, day, 1, 0) X(T, WORD, kind, 1, 4)
FORM_DEFINE(care_in, CARE_IN);

static struct stmt household_q = SQL(
	"SELECT id"
	"  FROM household"
	" WHERE no = ?"
	"   AND station_id = ?"
	"   AND state = 'active'");
static struct stmt add_q = SQL(
	"INSERT INTO pairing (uid, no, station_id, household_id, person_id, helper_id, lead_id,"
	"       services, every_days, agreement_no, contact_sealed, starts_on, ends_on, next_due,"
	"       created_by, created_at)"
	" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS DATE) + INTERVAL ? DAY, ?, ?)");
static struct stmt show_q = SQL(
	"SELECT p.no, h.no AS household_no, n.name AS volunteer, v.no AS volunteer_no,"
	"       m.name AS helper, w.no AS helper_no, l.name AS lead, p.services, p.every_days,"
	"       p.agreement_no, p.starts_on, p.ends_on, p.last_on, p.next_due,"
	"       p.next_due < ? AS overdue, p.visits, p.state, p.end_reason,"
	"       p.contact_sealed IS NOT NULL AS has_contact"
	"  FROM pairing p"
	"  JOIN household h ON h.id = p.household_id"
	"  JOIN person n ON n.id = p.person_id"
	"  LEFT JOIN volunteer v ON v.person_id = p.person_id"
	"  LEFT JOIN person m ON m.id = p.helper_id"
	"  LEFT JOIN volunteer w ON w.person_id = p.helper_id"
	"  LEFT JOIN staff l ON l.id = p.lead_id"
	" WHERE p.id = ?");
static struct stmt card_q = SQL(
	"SELECT c.no, c.state, c.place, 52 - c.place AS remaining, c.printed_at, c.handed_at,"
	"       f.name AS printed_by, g.name AS handed_by"
	"  FROM code_card c"
	"  JOIN staff f ON f.id = c.printed_by"
	"  LEFT JOIN staff g ON g.id = c.handed_by"
	" WHERE c.live_household = ?");
static struct stmt service_q = SQL(
	"SELECT a.no, a.starts_at, a.ends_at, h.state, h.arrived_at, n.name AS volunteer"
	"  FROM home_service h"
	"  JOIN activity a ON a.id = h.activity_id"
	"  JOIN person n ON n.id = h.person_id"
	" WHERE h.source_no = ?"
	"   AND h.state = 'planned'"
	" ORDER BY h.id DESC"
	" LIMIT 1");
static struct stmt end_q = SQL(
	"UPDATE pairing"
	"   SET state = 'ended', ends_on = ?, end_reason = ?, ended_by = ?, next_due = NULL"
	" WHERE id = ?"
	"   AND state = 'active'");
static struct stmt seen_q = SQL(
	"UPDATE pairing_visit"
	"   SET seen_by = ?"
	" WHERE uid = UNHEX(?)"
	"   AND pairing_id = ?"
	"   AND urgent = 1"
	"   AND seen_by IS NULL");
static struct stmt care_q = SQL(
	"INSERT INTO care_day (station_id, day, kind, marked_by, marked_at)"
	" VALUES (?, ?, ?, ?, ?)"
	"    ON DUPLICATE KEY UPDATE kind = VALUES(kind), marked_by = VALUES(marked_by)");

static enum err pairings_row(struct rq *q, struct node *n, const struct row *r)
{
	const char *due = list_cell(r, "next_due")->text;
	if (due && strcmp(due, clock_day(q->arena, q->now)) < 0)
		node_set(n, "overdue", "1");
	return OK;
}
static const struct list pairings = LIST(PAIRINGS, "Pairings", "pairing.Ledger",
					 .row = pairings_row);

enum err pairing_list(struct rq *q)
{
	enum err e = pairing_put_care(q, q->station);
	if (!e)
		e = pairing_put_months(q, q->station, DB_NONE);
	put(q, "Today", clock_day(q->arena, q->now));
	return e ? e : list_page(q, &pairings, ARGS(A_(q->station)), "order/pairings.cs");
}

enum err pairing_new(struct rq *q)
{
	form_key(q, "pairing");
	return page(q, "order/pairing_new.cs");
}

enum err pairing_volunteer(struct rq *q, const char *field, const char *no, int64_t *person)
{
	struct typed_no v;
	*person = DB_NONE;
	if (!no)
		return OK;
	enum err e = typed_no(q, no, &v);
	if (e == ERR_NOT_FOUND || (!e && (!v.ours || !v.active))) {
		err_clear();
		form_error(q, field, "volunteer_unknown");
		return OK;
	}
	if (!e)
		*person = v.person;
	return e;
}

struct making {
	struct rq *q;
	struct pairing_in in;
	struct bytes uid, contact;
	int64_t household, person, helper;
	const char *no;
};

static enum err pairing_made(void *ctx)
{
	struct making *m = ctx;
	struct rq *q = m->q;
	int64_t id;
	enum err e = number_next(&q->actor, 'L', q->station, &m->no);
	if (!e)
		e = db_exec(&add_q,
			    ARGS(A_(m->uid), A_(m->no), A_(q->station), A_(m->household),
				 A_(m->person), A_(m->helper), A_(q->staff), A_(m->in.services),
				 A_(m->in.every_days), A_(str_or(m->in.agreement_no, "")),
				 A_(m->contact), A_(m->in.starts_on), A_(m->in.ends_on),
				 A_(m->in.starts_on), A_(m->in.every_days), A_(q->staff),
				 A_(clock_time(q->arena, q->now))),
			    &id);
	return e ? e : audit(&q->actor, "pairing.add", "pairing", id, m->no);
}

enum err pairing_add(struct rq *q)
{
	struct making m = { .q = q };
	enum err e = form_key_uid(q, "pairing", &m.uid);
	if (e)
		return e;
	if (!form_read(q, pairing_in_fields, &m.in))
		return ERR_FORM;
	if (m.in.ends_on && strcmp(m.in.ends_on, m.in.starts_on) < 0)
		form_error(q, "ends_on", "ends_before");
	e = db_int(&household_q, ARGS(A_(m.in.household), A_(q->station)), &m.household);
	if (e == ERR_NOT_FOUND) {
		err_clear();
		form_error(q, "household", "household_unknown");
		e = OK;
	}
	if (!e)
		e = pairing_volunteer(q, "volunteer_no", m.in.volunteer_no, &m.person);
	if (!e)
		e = pairing_volunteer(q, "helper_no", m.in.helper_no, &m.helper);
	if (!e && m.helper != DB_NONE && m.helper == m.person)
		form_error(q, "helper_no", "helper_same");
	if (e || !form_ok(q))
		return e ? e : ERR_FORM;
	if (m.in.contact_name || m.in.contact_phone)
		m.contact = secret_seal(q->arena, "pairing.contact", m.uid,
					arena_fmt(q->arena, "%s %s", str_or(m.in.contact_name, ""),
						  str_or(m.in.contact_phone, "")));
	e = db_tx(pairing_made, &m);
	return e == ERR_DUPLICATE ? see(q, "/order/pairing")
	       : e                ? e
				  : see(q, "/order/pairing/%s?done=pairing_added", m.no);
}

/* What may stand on the page of one or not. */
static enum err put_maybe(struct rq *q, const char *name, struct stmt *s, struct args a)
{
	enum err e = put_one(q, name, s, a);
	if (e != ERR_NOT_FOUND)
		return e;
	err_clear();
	return OK;
}

enum err pairing_put(struct rq *q, const struct pairing_row *p, bool whole)
{
	enum err e = put_one(q, "Pairing", &show_q,
			     ARGS(A_(clock_day(q->arena, q->now)), A_(p->id)));
	if (!e)
		e = pairing_put_home(q, p, whole);
	if (!e)
		e = pairing_put_visits(q, p);
	if (!e)
		e = pairing_put_months(q, q->station, p->id);
	if (!e)
		e = pairing_put_care(q, q->station);
	if (!e)
		e = put_maybe(q, "Card", &card_q, ARGS(A_(p->household)));
	if (!e)
		e = put_maybe(q, "Service", &service_q, ARGS(A_(p->no)));
	if (!e)
		e = history_put(q, "pairing", p->id);
	form_key(q, "card");
	return e;
}

enum err pairing_show(struct rq *q)
{
	struct pairing_row p;
	enum err e = pairing_at_desk(q, &p);
	if (!e)
		e = pairing_put(q, &p, false);
	return e ? e : page(q, "order/pairing.cs");
}

enum err pairing_end(struct rq *q)
{
	struct pairing_row p;
	struct end_in in;
	enum err e = pairing_at_desk(q, &p);
	if (e)
		return e;
	if (!form_read(q, end_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &end_q,
		    ARGS(A_(clock_day(q->arena, q->now)), A_(in.reason), A_(q->staff), A_(p.id)),
		    "pairing.end", "pairing", &p.id);
	return e ? e : see(q, "/order/pairing/%s?done=pairing_ended", p.no);
}

/* Emergency contact and address, once, with a purpose that is kept. */
enum err pairing_look(struct rq *q)
{
	struct pairing_row p;
	struct look_in in;
	const char *contact = NULL;
	enum err e = pairing_at_desk(q, &p);
	if (e)
		return e;
	if (!form_read(q, look_in_fields, &in))
		return ERR_FORM;
	e = audit_look(&q->actor, DB_NONE, "pairing.contact", in.purpose);
	if (!e && p.contact.p)
		e = secret_unseal(q->arena, "pairing.contact", p.uid, p.contact, &contact);
	if (!e)
		e = pairing_put(q, &p, true);
	put(q, "Home.contact", contact);
	return e ? e : page(q, "order/pairing.cs");
}

enum err pairing_seen(struct rq *q)
{
	struct pairing_row p;
	struct seen_in in;
	enum err e = pairing_at_desk(q, &p);
	if (e)
		return e;
	if (!form_read(q, seen_in_fields, &in))
		return ERR_FORM;
	e = audited(&q->actor, &seen_q, ARGS(A_(q->staff), A_(in.visit), A_(p.id)), "pairing.seen",
		    "pairing", &p.id);
	return e ? e : see(q, "/order/pairing/%s?done=pairing_seen", p.no);
}

enum err care_mark(struct rq *q)
{
	struct care_in in;
	int64_t id = q->station;
	if (!form_read(q, care_in_fields, &in))
		return ERR_FORM;
	if (!str_in(in.kind, "heat,cold"))
		form_error(q, "kind", "unknown_code");
	if (!form_ok(q))
		return ERR_FORM;
	enum err e = audited(&q->actor, &care_q,
			     ARGS(A_(q->station), A_(in.day), A_(in.kind), A_(q->staff),
				  A_(clock_time(q->arena, q->now))),
			     "pairing.care", "station", &id);
	return e ? e : see(q, "/order/pairing?done=care_marked");
}
