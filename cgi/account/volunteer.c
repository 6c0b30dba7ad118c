/* volunteer.c - one volunteer as the station sees them; unmasking; a guardian's consent. */
#include "account.h"
#include "check.h"
#include "clock.h"
#include "config.h"
#include "person.h"

enum { UNMASK_A_DAY = 200, DAY = 86400 };

static struct stmt facts_q = SQL(
	"SELECT v.no, v.state, v.star, v.registered_at, v.left_at, f.name AS registered_by,"
	"       v.backbone, v.backbone_at, b.name AS backbone_by,"
	"       v.no_shows, COALESCE(t.minutes, 0) AS minutes, COALESCE(t.scan_minutes, 0) AS scan,"
	"       COALESCE(t.list_minutes, 0) AS list, COALESCE(t.declared_minutes, 0) AS declared,"
	"       COALESCE(t.backfill_minutes, 0) AS backfill, COALESCE(t.met_minutes, 0) AS met,"
	"       COALESCE(t.records, 0) AS records,"
	"       COALESCE(t.brought_minutes, 0) AS brought"
	"  FROM volunteer v"
	"  LEFT JOIN staff f ON f.id = v.registered_by"
	"  LEFT JOIN staff b ON b.id = v.backbone_by"
	"  LEFT JOIN volunteer_total t ON t.person_id = v.person_id"
	" WHERE v.person_id = ?");
static struct stmt qualified_q = SQL(
	"SELECT name, granted_on, valid_until"
	"  FROM qualification"
	" WHERE person_id = ?"
	"   AND withdrawn_at IS NULL"
	" ORDER BY granted_on DESC"
	" LIMIT 20");
static struct stmt agree_q = SQL(
	"UPDATE guardian"
	"   SET consent_at = ?, confirmed_by = ?"
	" WHERE id = ?"
	"   AND consent_at IS NULL");
static struct stmt activate_q = SQL(
	"UPDATE volunteer"
	"   SET state = 'active'"
	" WHERE person_id = ?"
	"   AND station_id = ?"
	"   AND state = 'pending_guardian'");

static enum err show(struct rq *q, const struct held *h, bool unmasked)
{
	enum err e = put_one(q, "Volunteer", &facts_q, ARGS(A_(h->id)));
	struct node *v = put_list(q, "Volunteer");
	static const char *const kinds[] = { "minutes",  "scan",     "list",
					     "declared", "backfill", "brought" };
	for (size_t i = 0; !e && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		node_set(node_child(v, "Hours"), kinds[i],
			 hours_text(q->arena, node_get_int(v, kinds[i])));
	int age = h->birth_on ? age_on(h->birth_on, clock_day(q->arena, q->now)) : -1;
	if (!e && h->birth_on)
		node_int(v, "age", age);
	if (!e && h->birth_on && age < cfg.guardian_age)
		node_int(v, "minor", 1);
	if (!e)
		e = put_held(q, h, unmasked);
	if (!e)
		e = put_consents(q, h->id);
	if (!e)
		e = put_query(q, "Qualifications", &qualified_q, ARGS(A_(h->id)));
	if (!e)
		e = put_worker(q, h->id);
	if (!e)
		e = put_file(q, h->id);
	if (!e)
		e = put_looked(q, h->id, 5);
	if (unmasked) {
		put(q, "Unmasked", "1");
		reply_header(q, "Cache-Control", "no-store");
	}
	return e ? e : page(q, "account/volunteer.cs");
}

/* A number of before leads to who it was merged into, if they are at home here. */
static struct stmt merged_q = SQL(
	"SELECT k.no"
	"  FROM volunteer g"
	"  JOIN person p ON p.id = g.person_id"
	"  JOIN volunteer k ON k.person_id = p.merged_into AND k.station_id = ?"
	" WHERE g.no = ?");

enum err volunteer_show(struct rq *q)
{
	struct held h;
	const char *no;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e != ERR_NOT_FOUND)
		return e ? e : show(q, &h, false);
	e = db_text(&merged_q, ARGS(A_(q->station), A_(arg(q, 0))), &no);
	return e ? e : see(q, "/account/volunteers/%s", no);
}

#define UNMASK_IN(X, T) X(T, STR, purpose, 2, 120)
FORM_DEFINE(unmask_in, UNMASK_IN);

struct looking {
	struct rq *q;
	const struct held *h;
	const char *purpose;
};

static enum err record_look(void *ctx)
{
	const struct looking *l = ctx;
	return held_unmask(&l->q->actor, l->h, l->purpose);
}

/* The answer itself is the page with the numbers: nothing of it can stand in an address. */
enum err volunteer_unmask(struct rq *q)
{
	struct unmask_in in;
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (e)
		return e;
	if (!form_read(q, unmask_in_fields, &in))
		return ERR_FORM;
	e = throttle(q, "unmask", arena_fmt(q->arena, "%lld", (long long)q->staff), UNMASK_A_DAY,
		     DAY);
	if (!e)
		e = db_tx(record_look, &(struct looking){ q, &h, in.purpose });
	return e ? e : show(q, &h, true);
}

/* Staff have seen the guardian, or heard them on the telephone, and say so. */
static enum err guardian_agrees(void *ctx)
{
	const struct looking *l = ctx;
	struct rq *q = l->q;
	enum err e = volunteer_counted(l->h->id, -1);
	if (!e)
		e = db_change(&activate_q, ARGS(A_(l->h->id), A_(q->station)));
	if (!e)
		e = volunteer_counted(l->h->id, 1);
	if (!e)
		e = db_change(&agree_q, ARGS(A_(clock_time(q->arena, q->now)), A_(q->staff),
					     A_(l->h->guardian_id)));
	if (!e)
		e = consent_give(&q->actor, l->h->id, "registration", "guardian");
	if (!e)
		e = consent_give(&q->actor, l->h->id, "record", "guardian");
	return e ? e
		 : audit(&q->actor, "volunteer.guardian", "person", l->h->id,
			 "pending_guardian > active");
}

enum err volunteer_guardian(struct rq *q)
{
	struct held h;
	enum err e = held_by_no(q, arg(q, 0), &h);
	if (!e)
		e = db_tx(guardian_agrees, &(struct looking){ q, &h, NULL });
	return e ? e : see(q, "/account/volunteers/%s?done=guardian", h.no);
}
